"""A fragment's name and the values it shows in; HTML out. The one place that touches Jinja."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


class Renderer:
    """Renders `overrides/fragments/`. Autoescape is on and an undefined name is an error."""

    def __init__(self, overrides: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(overrides),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def __call__(self, fragment: str, **values: object) -> Markup:
        """Render `fragments/<fragment>.html`."""
        return Markup(self._environment.get_template(f"fragments/{fragment}.html").render(**values))

"""Head and rows in; a table in Markdown out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, left: tuple[int, ...]) -> str:
    """A Markdown table; columns that are not in `left` hold figures and stand to the right."""
    rule = [":---" if number in left else "---:" for number in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))

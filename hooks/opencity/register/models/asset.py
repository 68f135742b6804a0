"""The name of a file below `docs/assets/`, as a record writes it: small letters, digits, hyphens, a known ending."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from pydantic import AfterValidator

from opencity.register.models.base import fault

ASSET_NAME = r"(?:[a-z0-9_-]+/)*[a-z0-9_-]+\.[a-z0-9]+"
"""What a name may look like, in a record and on disk."""

_LETTERS = str.maketrans({"ł": "l", "ß": "ss", "ø": "o", "đ": "d", "æ": "ae", "\\": "/"})
_ABOVE = re.compile(r"(?:\.{1,2}/|/|[a-z]:/|docs/|assets/)*+")
_LONGEST = 200


def asset_name(endings: Sequence[str]) -> AfterValidator:
    """A validator for the name of a file of certain kinds. Raises E-ASSET-NAME, with the name that was meant."""

    def check(text: str) -> str:
        if not re.fullmatch(ASSET_NAME, text, re.ASCII) or text.rpartition(".")[2] not in endings:
            guess = tidy_name(text)
            known = guess if guess.rpartition(".")[2] in endings and guess != text else ""
            raise fault("E-ASSET-NAME", given=text[:_LONGEST], guess=known, known=", ".join(endings))
        return text

    return AfterValidator(check)


def tidy_name(path: str) -> str:
    """The name that a file should have had; empty for an address, and where nothing is left.

    >>> tidy_name("docs/assets/Most nad Wisłą.JPG"), tidy_name("https://siec.example/most.jpg")
    ('most-nad-wisla.jpg', '')
    """
    lower = path[:_LONGEST].strip().lower().translate(_LETTERS)
    if "://" in lower:
        return ""
    plain = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode("ascii")
    stem, _, ending = _ABOVE.sub("", plain, count=1).rpartition(".")
    parts = [re.sub(r"[^a-z0-9_]+", "-", part).strip("-") for part in stem.split("/")]
    ending = re.sub(r"[^a-z0-9]+", "", ending)
    return f"{'/'.join(parts)}.{ending}" if all(parts) and ending else ""

"""The text of a heading in; the anchor that addresses it out."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE"})


def slugify(text: str, separator: str = "-") -> str:
    """Plain letters, digits and one separator; ł becomes l, which Unicode decomposition alone would drop.

    Signature and use follow Python-Markdown's `toc` extension.

    >>> slugify("Społeczność i Łódź", "-")
    'spolecznosc-i-lodz'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", separator, plain.lower()).strip(separator)

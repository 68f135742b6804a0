"""A pattern in; the same pattern that passes over web addresses, e-mail addresses and paths of files, out.

Every repetition is possessive or ends at a space, and every beginning looks behind itself, so that a text is read once.
"""

from __future__ import annotations

import re

_TAIL = r"""[^\s"„“”«»<>]*[\w/]"""
_ADDRESS = rf"""(?<![\w@/.:~+\\-])(?<!\w')(?:
    (?:[a-zA-Z]{{2,10}}+://|www\.|mailto:) {_TAIL}
  | [\w.+-]++ (?:'[\w.+-]++)*+ @ {_TAIL}
  | (?:[\w-]++\.)++ [a-zA-Z]{{2,}}+ (?!\w) (?:[/:?\#] {_TAIL})?
  | (?:~|\.{{1,2}})? / {_TAIL}
  | [a-zA-Z]:\\ {_TAIL}
  | [\w-]++ (?:/[\w.'-]*+){{2,}}+
)"""


def outside_addresses(pattern: str) -> re.Pattern[str]:
    """A pattern whose only group, `found`, is `pattern`; where it is empty, an address was found and is to be kept.

    >>> [match["found"] for match in outside_addresses("'").finditer("it's www.x.pl/it's")]
    ["'", None]
    """
    return re.compile(rf"{_ADDRESS}|(?P<found>{pattern})", re.VERBOSE)

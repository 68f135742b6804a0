"""The classes of the entries of filtered lists in; the style sheet that does the filtering out.

A list stands in `.filterable` with two selects; its entries have the class `choice`, the groups that they stand in
`choices`. A browser that does not know `:has()` shows the whole list and no selects.
"""

from __future__ import annotations

from collections.abc import Iterable

_NONE_LEFT = """\
.filterable .filters, .filterable .none-left { display: none; }
@supports selector(:has(option:checked)) {
.filterable .filters { display: flex; }
.filterable:has(.first-filter option:not([value=""]):checked):has(.second-filter option:not([value=""]):checked) {
  .choices { display: none; }
  .none-left { display: block; }
}
"""


def filter_style(entries: Iterable[tuple[Iterable[str], Iterable[str]]]) -> str:
    """The rules for entries given as their classes for the first select and for the second.

    >>> '.filterable:has([value="a-1"]:checked) .choice:not(.a-1)' in filter_style([(["a-1"], ["b-2"])])
    True
    """
    pairs = sorted({(one, two) for first, second in entries for one in first for two in second})
    values = sorted({value for pair in pairs for value in pair})
    rules = [_NONE_LEFT]
    for value in values:
        chosen = f'.filterable:has([value="{value}"]:checked)'
        rules.append(f"{chosen} .choice:not(.{value}), {chosen} .choices:not(:has(.{value})) {{ display: none; }}\n")
    for one, two in pairs:
        chosen = f'.filterable:has([value="{one}"]:checked):has([value="{two}"]:checked)'
        rules.append(f"{chosen} .choices:has(.{one}.{two}) {{ display: var(--shown); }}\n")
        rules.append(f"{chosen} .none-left {{ display: none; }}\n")
    return "".join((*rules, "}\n"))

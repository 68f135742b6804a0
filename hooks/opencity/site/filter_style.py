"""The classes of the entries of filtered lists in; the style sheet that does the filtering out.

A list stands in `.filterable` with two selects; its entries have the class `choice`, the groups that they stand in
`choices`. A browser that does not know `:has()` shows the whole list and no selects.
"""

from __future__ import annotations

from collections.abc import Iterable

_BOTH = ':has(.first-filter option:not([value=""]):checked):has(.second-filter option:not([value=""]):checked)'
_ALWAYS = f"""\
.filterable .filters, .filterable .none-left {{ display: none; }}
@supports selector(:has(option:checked)) {{
.filterable .filters {{ display: flex; }}
.filterable:where({_BOTH}) .choices {{ display: none; }}
.filterable:where({_BOTH}) .none-left {{ display: block; }}
"""
"""With both selects set everything is hidden, but for the pairs that occur."""


def filter_style(entries: Iterable[tuple[Iterable[str], Iterable[str]]]) -> str:
    """The rules for entries given as their classes for the first select and for the second.

    >>> '.filterable:has([value="a-1"]:checked) .choice:not(.a-1)' in filter_style([(["a-1"], ["b-2"])])
    True
    """
    known = {(tuple(first), tuple(second)) for first, second in entries}
    pairs = {(one, two) for first, second in known for one in first for two in second}
    rules = [_ALWAYS]
    for value in sorted({value for first, second in known for value in (*first, *second)}):
        chosen = f'.filterable:has([value="{value}"]:checked)'
        rules.append(f"{chosen} .choice:not(.{value}), {chosen} .choices:not(:has(.{value})) {{ display: none; }}\n")
    for one, two in sorted(pairs):
        chosen = f'.filterable:has([value="{one}"]:checked):has([value="{two}"]:checked)'
        rules.append(f"{chosen} .choices:has(.{one}.{two}) {{ display: var(--shown, block); }}\n")
        rules.append(f"{chosen} .none-left {{ display: none; }}\n")
    return "".join((*rules, "}\n"))

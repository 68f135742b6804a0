"""Words as each language needs them: dates, plurals, cases, sorting, typography. The locale is always said.

Reading order: sorting, words (interface words and plurals), dates (partial dates in sentences), names (cities),
typography (where a line must not end).
"""

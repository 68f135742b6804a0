"""Words as each language needs them: dates, plurals, cases, sorting, interface words. The locale is always said.

Reading order: sorting, words (interface words and plurals), dates (partial dates in sentences), names (cities).
"""

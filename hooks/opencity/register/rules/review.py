"""A record may say when it must be looked at again; from that day on the check says so."""

from __future__ import annotations

from collections.abc import Iterator

from opencity.problems import Problem
from opencity.register.models.claims import Reviewed
from opencity.register.rules.context import Context


def check_review_dates(context: Context) -> Iterator[Problem]:
    """Warn for every record whose `review_by` has passed."""
    for item in context.items():
        record = item.record
        if isinstance(record, Reviewed) and record.review_by and record.review_by.last_day() < context.today:
            yield Problem("W-REVIEW", item.place("review_by"), {"date": str(record.review_by)})

"""A city's membership in one network: `data/cities/<city>/memberships/<network>.yml`."""

from __future__ import annotations

from opencity.register.models.claims import Reviewed
from opencity.register.models.facts import Assessment, Duty, Note, Ordinal, Role, Statement, Unit
from opencity.register.models.numbers import Count, Money
from opencity.register.models.path import Act, Gap, Observation
from opencity.register.models.refs import DocumentId, NetworkId
from opencity.register.models.text import Text


class Membership(Reviewed):
    """A path of dated acts. The status is derived from them and never typed.

    `purpose` and `benefits` are the editor's own words on what the membership is for and what residents get.
    """

    network: NetworkId
    purpose: Text | None = None
    benefits: tuple[Text, ...] = ()
    acts: tuple[Act, ...] = ()
    gaps: tuple[Gap, ...] = ()
    observations: tuple[Observation, ...] = ()
    ordinals: tuple[Ordinal, ...] = ()
    units: tuple[Unit, ...] = ()
    operators: tuple[Role, ...] = ()
    roles: tuple[Role, ...] = ()
    duties: tuple[Duty, ...] = ()
    fees: tuple[Money, ...] = ()
    counts: tuple[Count, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[Note, ...] = ()
    documents: tuple[DocumentId, ...] = ()

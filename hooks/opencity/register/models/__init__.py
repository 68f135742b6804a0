"""The models: one file per kind of record, each the single definition of what its files may hold."""

from opencity.register.models.base import Record, UnknownFields
from opencity.register.models.city import Cases, City
from opencity.register.models.claims import Claim, Fact, Sourced
from opencity.register.models.document import Document
from opencity.register.models.event import Event
from opencity.register.models.membership import Membership
from opencity.register.models.money import Fund, FundRule, Party, PrintedNotice, Project
from opencity.register.models.network import Network, NetworkKind
from opencity.register.models.path import LEGAL_ACTS, Act, ActKind, Effect, Gap, Observation, Tie
from opencity.register.models.picture import Picture, PictureCredit
from opencity.register.models.programme import Programme, ProgrammeKind
from opencity.register.models.refs import RefTo
from opencity.register.models.site import Colours, Contact, Site
from opencity.register.models.source import Source
from opencity.register.models.text import Text
from opencity.register.models.when import Period, When

__all__ = [
    "LEGAL_ACTS",
    "Act",
    "ActKind",
    "Cases",
    "City",
    "Claim",
    "Colours",
    "Contact",
    "Document",
    "Effect",
    "Event",
    "Fact",
    "Fund",
    "FundRule",
    "Gap",
    "Membership",
    "Network",
    "NetworkKind",
    "Observation",
    "Party",
    "Period",
    "Picture",
    "PictureCredit",
    "PrintedNotice",
    "Programme",
    "ProgrammeKind",
    "Project",
    "Record",
    "RefTo",
    "Site",
    "Source",
    "Sourced",
    "Text",
    "Tie",
    "UnknownFields",
    "When",
]

"""Source ids as they are cited on one page in; numbers, and the list at the foot, out."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace

from opencity.register.models import Source
from opencity.views.context import ViewContext

GLANCE = 6

SHORT = 24
"""The longest name, in characters, that stays on one line of a margin."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One entry of the list of sources."""

    number: int
    anchor: str
    title: str
    title_lang: str | None
    publisher: str
    href: str | None
    details: tuple[str, ...]
    name: str = ""
    """What a link to it is called: its number and who speaks."""
    by: str = ""
    """The publisher in short, of which a line end takes nothing away unless it is long: there is little room."""
    back: str | None = None
    """The anchor of the first line that cites it, where one does."""


@dataclass(frozen=True, slots=True)
class SourceList:
    """The list at the foot of a page. A long one is set in columns."""

    lines: tuple[SourceLine, ...]

    @property
    def is_long(self) -> bool:
        """Whether it has more lines than a reader takes in at a glance."""
        return len(self.lines) > GLANCE


@dataclass(slots=True)
class Citations:
    """Numbers the sources of one page in the order in which they are first cited."""

    numbers: dict[str, int] = field(default_factory=dict)

    def cite(self, sources: Iterable[str]) -> tuple[int, ...]:
        """The numbers of some sources, given out on first use.

        >>> page = Citations()
        >>> page.cite(["a", "b"]), page.cite(["b"])
        ((1, 2), (2,))
        """
        given = [self.numbers.setdefault(source, len(self.numbers) + 1) for source in sources]
        return tuple(sorted(set(given)))


def source_list(citations: Citations, context: ViewContext, placed: Container[int] = ()) -> SourceList:
    """The cited sources, in the order of their numbers. `placed` are those with a reference to go back to."""
    lines = []
    for identity, number in citations.numbers.items():
        item = context.registry.sources.get(identity)
        if item is not None:
            line = _line(number, item.record, context)
            back = f"{context.words('anchor.reference')}-{number}" if number in placed else None
            lines.append(replace(line, back=back))
    return SourceList(tuple(lines))


def in_short(publisher: str) -> str:
    """A publisher without what follows a comma or stands in brackets; the list at the foot has it whole.

    >>> in_short("krakow.pl, Urząd Miasta Krakowa"), in_short("dzieje.pl (PAP)")
    ('krakow.pl', 'dzieje.pl')
    """
    return publisher.partition(", ")[0].partition(" (")[0]


def _line(number: int, source: Source, context: ViewContext) -> SourceLine:
    words, dates = context.words, context.dates
    details = [words("source.no_title")] if source.title_missing and source.describes else []
    if source.title_from == "address":
        details.append(words("source.title_from_address"))
    if source.kind == "press":
        details.append(words("source.press"))
    if source.copy_of_original:
        details.append(words("source.copy"))
    if source.published:
        details.append(words("source.published", date=dates.plain(source.published)))
    if source.updated:
        details.append(words("source.updated", date=dates.plain(source.updated)))
    if not source.published and not source.updated:
        details += [words("source.undated"), words("source.read", date=dates.plain(source.read))]
    if source.address_missing:
        details.append(words(f"source.address_missing.{source.address_missing}"))
    language = source.language[0]
    if language != context.locale:
        details.append(words("source.language", language=words.language_name(language)))
    return SourceLine(
        number=number,
        anchor=f"{words('anchor.source')}-{number}",
        title=source.title or (context.say(source.describes) if source.describes else words("source.no_title")),
        title_lang=source.title_locale if source.title and source.title_locale != context.locale else None,
        publisher=source.publisher,
        href=source.address,
        details=tuple(details),
        name=words("source.refer_by", number=number, publisher=in_short(source.publisher)),
        by=in_short(source.publisher),
    )

"""What a fact must be able to say: one test for each demand, with the real fact that asks for it.

The facts stand in the tests, as an editor would write them; the register of this checkout is not read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from finished import Document
from small_site import CITY, SITE, check, shown, write_files

from opencity.language.words import load_words
from opencity.problems import Problem
from opencity.register.models import (
    Act,
    ActKind,
    Effect,
    Membership,
    Network,
    Programme,
    Project,
    Record,
    Source,
    Tie,
    UnknownFields,
)
from opencity.register.models.facts import Role
from opencity.register.models.numbers import Count, Money
from opencity.register.standing import standing
from opencity.register.validation import validate
from opencity.register.yaml_reader import read_yaml

R = TypeVar("R", bound=Record)

KRAKOW = CITY.format(
    *("Kraków", "Krakowa", "Krakowowi", "Kraków", "Krakowem", "Krakowie", "w", "krakowski", "masculine"), id="krakow"
)
SOURCE = """\
page:
  title: Strona
  publisher: Wydawca
  language: [pl]
  address: https://strona.pl/
  read: 2026-11-20
"""
NETWORK = """\
id: net
kind: network
label: { pl: Sieć, en: Network }
names: [{ pl: Sieć, en: Network, sources: [page] }]
scope: international
summary: { pl: Opis., en: A summary. }
"""


def record(model: type[R], text: str) -> R:
    """A record as the register reads it. Fails when it has any fault."""
    found, problems = validate(model, read_yaml(text.encode(), "data/x.yml"))
    assert problems == ()
    assert found is not None
    return found


def faults(model: type[Record], text: str) -> list[str]:
    """The codes of what is wrong with a record."""
    return [problem.code for problem in validate(model, read_yaml(text.encode(), "data/x.yml"))[1]]


@dataclass(frozen=True)
class Story:
    """A site of Kraków with one network, one membership and whatever else a test adds."""

    folder: Path

    def write(
        self, membership: str = "", *, network: str = NETWORK, source: str = SOURCE, page: str = "", **more: str
    ) -> Story:
        """Write the files. `page` is front matter of the network's page; `more` are files by their paths."""
        files: dict[str, str | bytes] = {
            "data/site.yml": SITE.format(city="krakow"),
            "data/cities/krakow/city.yml": KRAKOW.replace("[register]", "[page]"),
            "data/cities/krakow/memberships/net.yml": f"network: net\n{membership}",
            "data/networks/net.yml": network,
            "data/sources/all.yml": source,
            **more,
        }
        for locale in ("pl", "en"):
            files[f"docs/{locale}/index.md"] = "---\ntitle: Start\n---\n"
            files[f"docs/{locale}/net.md"] = f"---\nnetwork: net\n{page}---\n"
        write_files(self.folder, files)
        return self

    def problems(self) -> tuple[Problem, ...]:
        """What the check says."""
        return check(self.folder)

    def page(self, locale: str = "pl") -> Document:
        """The network's page."""
        return Document(f"<main>{shown(self.folder, 'net.md', locale)}</main>")

    def text(self, locale: str = "pl") -> str:
        """All that the network's page says."""
        return self.page(locale).text_of("main")

    def answer(self, label: str, locale: str = "pl") -> str:
        """What the panel of facts answers."""
        for row in self.page(locale).all("div"):
            if row.text.startswith(label):
                return row.text.removeprefix(label).strip()
        raise AssertionError(f"no row {label}")


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story(tmp_path)


# --- a date ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind",
    [
        "council_resolution",
        "ministers_consent",
        "mayors_act",
        "application",
        "invitation",
        "signature",
        "admission",
        "announcement",
        "founding",
        "registration",
        "election",
        "end_of_term",
        "left",
        "annulled",
        "started",
        "ended",
    ],
)
def test_a_date_has_a_kind_with_a_name_in_each_language(kind: str) -> None:
    assert ActKind(kind)
    assert load_words("pl")(f"act.{kind}") != load_words("en")(f"act.{kind}")


def test_a_year_alone_may_come_as_a_number_from_an_editors_tool() -> None:
    """Tools that read YAML their own way hand over 2013 as a number; the register reads both alike."""
    raw = {"id": "announcement", "kind": "announcement", "date": 2013, "sources": ["airport-unesco-2018"]}
    act = Act.model_validate(raw, context={"unknown": UnknownFields()})
    assert act.date is not None
    assert str(act.date.value.on) == "2013"


@pytest.mark.parametrize(
    ("written", "machine", "polish"),
    [
        ("2022", "2022", "2022"),
        ("2022-09", "2022-09", "wrzesień 2022"),
        ("2022-09-05", "2022-09-05", "5 września 2022 r."),
    ],
)
def test_a_date_is_shown_at_the_precision_its_source_gives(
    written: str, machine: str, polish: str, story: Story
) -> None:
    """The Mayor of Katowice signed in "September 2022", a day that no source gives."""
    story.write(f"""
acts:
  - {{ id: signature, kind: signature, effect: accedes, tie: member, date: {written}, sources: [page] }}
""")
    assert story.answer("Od kiedy").startswith(polish)
    assert {time.attributes["datetime"] for time in story.page().all("time")} == {machine}


def test_a_date_of_which_only_a_bound_is_known_shows_the_bound_and_no_date(story: Story) -> None:
    """Kraków became a full member of Eurocities after 1 May 2004, nobody says when."""
    story.write("""
acts:
  - id: full-member
    kind: admission
    effect: accedes
    tie: member
    date: { not_before: 2004-05-01 }
    sources: [page]
""")
    assert story.answer("Od kiedy").startswith("nie wcześniej niż 1 maja 2004 r.")
    assert story.answer("Since", "en").startswith("not before 1 May 2004")
    assert story.page().all("time") == []


def test_a_range_of_days_is_one_date(story: Story) -> None:
    """An ICC expert visited Kraków from 30 September to 2 October 2025."""
    story.write("""
acts:
  - id: visit
    kind: event
    date: { start: 2025-09-30, end: 2025-10-02 }
    text: { pl: Wizyta., en: A visit. }
    sources: [page]
""")
    assert "30 września – 2 października 2025 r." in story.text()


def test_an_act_only_known_to_follow_another_says_so_and_stands_after_it(story: Story) -> None:
    """Kraków's agreement with ICORN followed the declaration of 14 October 2011; its day is unknown."""
    story.write("""
acts:
  - { id: declaration, kind: signature, date: 2011-10-14, text: { pl: Deklaracja., en: A. }, sources: [page] }
  - { id: agreement, kind: agreement, after: declaration, text: { pl: Umowa., en: B. }, sources: [page] }
  - { id: delegates, kind: event, date: 2012-11-12, text: { pl: Zjazd., en: C. }, sources: [page] }
""")
    text = story.text()
    assert story.problems() == ()
    assert (
        text.index("Deklaracja.") < text.index("później, data nieznana") < text.index("Umowa.") < text.index("Zjazd.")
    )


# --- an act and its effect ------------------------------------------------------------------------------

EUROCITIES = """
acts:
  - { id: resolution-1990, kind: council_resolution, effect: applies, date: 1990-09-08, sources: [page] }
  - id: admission-1992
    kind: admission
    effect: accedes
    tie: associate_member
    date: 1992-11-09
    legal_basis: [resolution-1990]
    sources: [page]
  - { id: full-member, kind: admission, effect: raises, tie: member, date: { not_before: 2004-05-01 }, sources: [page] }
"""
EUROCITIES_AGAIN = """\
  - { id: resolution-2025, kind: council_resolution, date: 2025-07-02, number: XXXIII/658/25, sources: [page] }
  - id: admission-2025
    kind: admission
    effect: accedes
    tie: member
    date: 2025-10-15
    legal_basis: [resolution-2025]
    sources: [page]
gaps:
  - id: outside
    after: full-member
    before: resolution-2025
    text: { pl: Prawdopodobnie poza siecią., en: Probably outside. }
    inferred: { reason: { pl: Brak na późniejszej liście., en: Missing from a later list. } }
    sources: [page]
"""


def test_an_act_has_one_of_eight_effects() -> None:
    assert {effect.value for effect in Effect} == {
        "accedes",
        "applies",
        "raises",
        "lowers",
        "grants_title",
        "adopts_programme",
        "ends",
        "none",
    }


def test_only_an_acceding_act_gives_since_and_legal_basis() -> None:
    """The resolution of 1990 applied, Eurocities admitted in 1992, the tie was raised after 2004."""
    now = standing(record(Membership, f"network: net\n{EUROCITIES}"))
    assert now.since is not None
    assert str(now.since.value.on) == "1992-11-09"
    assert [act.id for act in now.legal_basis] == ["resolution-1990"]


@pytest.mark.parametrize("effect", ["applies", "grants_title", "adopts_programme", "none"])
def test_an_act_of_another_effect_makes_no_member(effect: str) -> None:
    """Resolution CXI/737/94 took a title from the Union's foundation, LXXXVIII/1319/13 adopted a programme."""
    now = standing(
        record(
            Membership,
            f"""
network: net
acts: [{{ id: a, kind: council_resolution, effect: {effect}, date: 1994, sources: [page] }}]
""",
        )
    )
    assert not now.is_member
    assert now.since is None
    assert now.legal_basis == ()


def test_raising_changes_the_tie_and_not_since_when() -> None:
    now = standing(record(Membership, f"network: net\n{EUROCITIES}"))
    assert now.tie is Tie.MEMBER
    assert now.entry is not None
    assert now.entry.tie is Tie.ASSOCIATE_MEMBER


# --- a tie ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tie", ["member", "associate_member", "founder", "signatory", "title_holder", "proposed", "former"]
)
def test_a_tie_has_a_kind_with_a_name_of_its_own_in_each_language(tie: str) -> None:
    for locale in ("pl", "en"):
        names = [load_words(locale)(f"tie.{kind.value}") for kind in Tie]
        assert load_words(locale)(f"tie.{Tie(tie).value}")
        assert len(set(names)) == len(Tie)


@pytest.mark.parametrize(
    ("kind", "tie", "polish", "english"),
    [
        ("network", "member", "sieć", "member"),
        ("association", "founder", "związek", "founding member"),
        ("charter", "signatory", "karta", "signatory"),
        ("title", "title_holder", "tytuł", "title-holder"),
    ],
)
def test_network_association_charter_and_title_are_worded_apart(
    kind: str, tie: str, polish: str, english: str, story: Story
) -> None:
    """ICC is a network, UMP an association, the CEMR Charter a charter, Creative Cities a title."""
    act = f"acts: [{{ id: a, kind: admission, effect: accedes, tie: {tie}, date: 2020, sources: [page] }}]\n"
    story.write(act, network=NETWORK.replace("kind: network", f"kind: {kind}"))
    assert story.page().text_of("p", class_="eyebrow") == polish
    assert story.answer("Kind of tie", "en") == english


def test_a_city_that_is_only_proposed_is_no_member() -> None:
    text = "network: net\nobservations: [{ tie: proposed, as_of: 2024, sources: [page] }]\n"
    assert not standing(record(Membership, text)).is_member


def test_a_title_has_a_city_for_its_holder_and_the_programme_for_it_is_another_act() -> None:
    """Kraków became City of Literature on 21 October 2013; the council adopted the programme on 6 November."""
    now = standing(
        record(
            Membership,
            """
network: net
acts:
  - { id: title, kind: announcement, effect: accedes, tie: title_holder, date: 2013-10-21, sources: [page] }
  - { id: programme, kind: council_resolution, effect: adopts_programme, date: 2013-11-06, sources: [page] }
""",
        )
    )
    assert now.tie is Tie.TITLE_HOLDER
    assert now.since is not None
    assert str(now.since.value.on) == "2013-10-21"
    assert now.legal_basis == ()


# --- a membership is a path -------------------------------------------------------------------------------


def test_status_is_derived_from_the_acts_and_cannot_be_typed() -> None:
    assert faults(Membership, "network: net\nstatus: member\n") == ["E-KEY"]


def test_a_membership_can_end() -> None:
    now = standing(
        record(
            Membership,
            """
network: net
acts:
  - { id: admission, kind: admission, effect: accedes, tie: member, date: 1993, sources: [page] }
  - { id: exit, kind: left, effect: ends, date: 2010, sources: [page] }
""",
        )
    )
    assert now.tie is Tie.FORMER
    assert not now.is_member


def test_a_membership_can_begin_again_and_says_both_times(story: Story) -> None:
    """Kraków entered Eurocities in 1992 and was admitted in 2025: "again" is derived, no source says it."""
    story.write(EUROCITIES + EUROCITIES_AGAIN)
    assert story.problems() == ()
    assert story.answer("Od kiedy").startswith("15 października 2025 r.")
    assert "1992" in story.answer("Wcześniej")
    assert story.answer("Rodzaj więzi").startswith("członkostwo, ponownie To nasz wniosek")
    assert story.answer("Kind of tie", "en").startswith("member, for the second time This is our inference")


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("1992-09-05", ("od 5 września 1992 r.: członkostwo stowarzyszone", "from 5 September 1992: associate member")),
        ("1992-09", ("od września 1992 r.: członkostwo stowarzyszone", "from September 1992: associate member")),
        ("1992", ("od 1992 r.: członkostwo stowarzyszone", "from 1992: associate member")),
    ],
)
def test_the_first_of_two_times_is_told_as_exactly_as_it_is_known(
    story: Story, date: str, said: tuple[str, str]
) -> None:
    story.write((EUROCITIES + EUROCITIES_AGAIN).replace("1992-11-09", date))
    assert story.answer("Wcześniej").replace("\xa0", " ").startswith(said[0])
    assert story.answer("Before that", "en").replace("\xa0", " ").startswith(said[1])


# --- competing claims -------------------------------------------------------------------------------------

ICC_ENTRY = """
acts:
  - id: admission
    kind: admission
    effect: accedes
    tie: member
    date:
      claims:
        - {{ value: 2020-12-18, sources: [page]{first} }}
        - {{ value: 2022, sources: [page]{second} }}
      {reason}
    sources: [page]
"""
REASON = (
    "reason: { pl: Biuletyn z lutego 2021 r. wyklucza rok 2022., en: The newsletter of February 2021 rules out 2022. }"
)


def test_the_page_shows_the_accepted_claim_with_a_note_on_the_other(story: Story) -> None:
    """Kraków's entry into ICC: 18 December 2020 or 2022."""
    story.write(ICC_ENTRY.format(first=", accepted: true", second="", reason=REASON))
    assert story.answer("Od kiedy").startswith("18 grudnia 2020 r.")
    assert "Źródła podają też: 2022. Biuletyn z lutego 2021 r. wyklucza rok 2022." in story.answer("Od kiedy")
    assert "Sources also say: 2022. The newsletter of February 2021" in story.answer("Since", "en")


@pytest.mark.parametrize(
    ("first", "second", "reason", "code"),
    [
        ("", "", "", "E-CLAIMS-OPEN"),
        (", accepted: true", ", accepted: true", REASON, "E-CLAIMS-TWO"),
        (", accepted: true", "", "", "E-CLAIMS-REASON"),
    ],
)
def test_claims_that_nobody_has_reconciled_stop_the_build(
    first: str, second: str, reason: str, code: str, story: Story
) -> None:
    story.write(ICC_ENTRY.format(first=first, second=second, reason=reason))
    assert [problem.code for problem in story.problems() if problem.is_error] == [code]


def test_the_number_of_an_act_may_be_disputed_too(story: Story) -> None:
    """The resolution of 8 September 1990 is IV/47/90 in two sources and VI/47/90 in one."""
    story.write("""
acts:
  - id: resolution
    kind: council_resolution
    effect: applies
    date: 1990-09-08
    number:
      claims:
        - { value: IV/47/90, sources: [page], accepted: true }
        - { value: VI/47/90, sources: [page] }
      reason: { pl: Tak podają dwa źródła., en: Two sources say so. }
    sources: [page]
  - id: admission
    kind: admission
    effect: accedes
    tie: associate_member
    date: 1992-11-09
    legal_basis: [resolution]
    sources: [page]
""")
    basis = story.answer("Podstawa prawna")
    assert basis.startswith("uchwała rady miasta nr IV/47/90 z 8 września 1990 r.")
    assert "Źródła podają też: VI/47/90. Tak podają dwa źródła." in basis


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("1990-09-08", ("z 8 września 1990 r.", "of 8 September 1990")),
        ("1990-09", ("z września 1990 r.", "of September 1990")),
        ("1990", ("z 1990 r.", "of 1990")),
    ],
)
def test_the_date_of_a_legal_basis_has_the_case_that_its_preposition_asks_for(
    story: Story, date: str, said: tuple[str, str]
) -> None:
    story.write(
        f"""
acts:
  - {{ id: resolution, kind: council_resolution, effect: applies, date: {date}, sources: [page] }}
  - id: admission
    kind: admission
    effect: accedes
    tie: member
    date: 1992-11-09
    legal_basis: [resolution]
    sources: [page]
"""
    )
    assert story.answer("Podstawa prawna").replace("\xa0", " ").startswith(f"uchwała rady miasta {said[0]}")
    assert story.answer("Legal basis", "en").replace("\xa0", " ").startswith(f"city council resolution {said[1]}")


# --- what is inferred says so -----------------------------------------------------------------------------


def test_an_inferred_gap_is_a_record_without_ends_and_says_why(story: Story) -> None:
    """No source says that Kraków left Eurocities; it is missing from a later list."""
    story.write(EUROCITIES + EUROCITIES_AGAIN)
    (gap,) = story.page().all("li", class_="entry-inferred")
    assert "Prawdopodobnie poza siecią." in gap.text
    assert "Brak na późniejszej liście." in gap.text
    assert "data nieznana" in gap.text
    path = story.page().text_of("ol", class_="timeline")
    assert path.index("nie wcześniej niż 1 maja 2004") < path.index("Prawdopodobnie") < path.index("XXXIII/658/25")


def test_a_gap_needs_a_reason() -> None:
    gap = "{ id: outside, after: a, text: { pl: Poza., en: Outside. }, sources: [page] }"
    assert faults(Membership, f"network: net\ngaps: [{gap}]\n") == ["E-GAP-REASON"]


def test_a_second_entry_without_an_end_or_a_gap_is_an_error(story: Story) -> None:
    story.write((EUROCITIES + EUROCITIES_AGAIN).partition("gaps:")[0])
    assert [problem.code for problem in story.problems()] == ["E-STATE-IN"]


# --- unknown is not no ------------------------------------------------------------------------------------


def test_what_no_source_tells_is_no_information_and_not_no(story: Story) -> None:
    """No accession resolution for ICC was found; that is no claim that there is none."""
    story.write("acts: [{ id: a, kind: admission, effect: accedes, tie: member, date: 2020, sources: [page] }]\n")
    assert story.answer("Podstawa prawna") == "nie znaleziono uchwały"
    assert story.answer("Legal basis", "en") == "no resolution found"
    assert story.answer("Odpowiada w mieście") == "nie znaleziono informacji"


def test_a_city_missing_from_a_list_is_not_out(story: Story) -> None:
    """The page of UMP that leaves Kraków out of Eurocities ends no membership."""
    now = standing(
        record(
            Membership,
            f"network: net\n{EUROCITIES}observations: [{{ tie: absent, as_of: 2020, sources: [page] }}]\n",
        )
    )
    assert now.is_member
    assert now.last_seen is None


@pytest.mark.parametrize(
    ("seen", "missed", "known"),
    [
        ("2023-11", "2019", True),
        ("2023-11", "2023-10", True),
        ("2023-11", "2023", False),
        ("2023", "2023-02", False),
        ("2023-11", "{ not_before: 2019, not_after: 2024 }", False),
        ("2023-11", "{ not_before: 2019, not_after: 2022 }", True),
        ("2023-11", "{ not_before: 2019 }", False),
        ("{ not_after: 2023 }", "2019", False),
        ("{ not_before: 2022 }", "2019", True),
        ("2023-11", "unknown", False),
        ("unknown", "2019", False),
    ],
)
def test_a_sighting_counts_only_when_every_list_without_the_city_is_certainly_older(
    seen: str, missed: str, known: bool
) -> None:
    observations = [
        f"{{ tie: member, as_of: {seen}, sources: [page] }}",
        f"{{ tie: absent, as_of: {missed}, sources: [page] }}",
    ]
    now = standing(record(Membership, f"network: net\nobservations: [{', '.join(observations)}]\n"))
    assert now.is_member == known


def test_a_list_of_members_is_complete_only_where_a_source_says_so() -> None:
    """The list of the Union of Polish Metropolises names all twelve; a list of ICC cities names a few of many."""
    network = record(
        Network,
        f"""{NETWORK}
members:
  - {{ list_complete: true, as_of: 2019, cities: [{{ name: {{ pl: Kraków, en: Kraków }} }}], sources: [page] }}
  - {{ as_of: 2021-02, cities: [{{ name: {{ pl: Jonava, en: Jonava }} }}], sources: [page] }}
""",
    )
    assert [members.list_complete for members in network.members] == [True, False]


def test_a_city_that_a_list_names_is_a_member_since_an_unknown_date(story: Story) -> None:
    story.write("observations: [{ tie: member, as_of: 2023-11, sources: [page] }]\n")
    assert story.answer("Rodzaj więzi") == "członkostwo"
    assert story.answer("Od kiedy").startswith("data nieznana")
    assert story.answer("Ostatnie potwierdzenie").startswith("listopad 2023")


# --- a number ---------------------------------------------------------------------------------------------


def counted(count: str) -> str:
    return f"{NETWORK}counts:\n  - {{ {count}, sources: [page] }}\n"


@pytest.mark.parametrize(
    ("count", "polish", "english"),
    [
        (
            "value: 163, unit: cities, operator: more_than, as_of: 2025-10",
            "ponad 163 miasta (stan na październik 2025 r.)",
            "more than 163 cities (as of October 2025)",
        ),
        (
            "value: 162, unit: cities, as_of: 2023-11",
            "162 miasta (stan na listopad 2023 r.)",
            "162 cities (as of November 2023)",
        ),
        (
            "value: 100, unit: cities, operator: nearly, as_of: 2016",
            "prawie 100 miast (stan na 2016 r.)",
            "nearly 100 cities (as of 2016)",
        ),
        (
            "value: 1844, unit: signatories, operator: about, as_of: 2020",
            "około 1 844 sygnatariuszy (stan na 2020 r.)",
            "about 1,844 signatories (as of 2020)",
        ),
        ("value: 36, unit: countries, as_of: 2020", "36 krajów (stan na 2020 r.)", "36 countries (as of 2020)"),
        (
            "value: 150000000, unit: inhabitants, operator: more_than, as_of: 2025",
            "ponad 150 mln mieszkanek i mieszkańców (stan na 2025 r.)",
            "more than 150 million inhabitants (as of 2025)",
        ),
        ("value: 1234567, unit: inhabitants, as_of: 2025", "1 234 567 mieszkanek", "1,234,567 inhabitants"),
    ],
)
def test_a_number_has_a_unit_an_operator_and_a_date_and_is_printed_with_all_of_them(
    count: str, polish: str, english: str, story: Story
) -> None:
    story.write(network=counted(count))
    assert polish in story.text()
    assert english in story.text("en")


def test_a_number_between_two_dates_is_printed_with_both(story: Story) -> None:
    """ "Over 150 cities" stood on a page written between 28 December 2022 and 30 January 2024."""
    as_of = "as_of: { not_before: 2022-12-28, not_after: 2024-01-30 }"
    story.write(network=counted(f"value: 150, unit: cities, operator: more_than, {as_of}"))
    phrase = story.text().partition("ponad 150 miast (")[2].partition(")")[0]
    assert "28 grudnia 2022 r." in phrase
    assert "30 stycznia 2024 r." in phrase


def test_a_number_whose_date_is_unknown_is_kept_and_not_printed(story: Story) -> None:
    """ "130 cities" and a fee of 5,000 euro stand on pages without a date."""
    network = counted("value: 130, unit: cities, as_of: unknown")
    story.write(network=f"{network}fees: [{{ amount: 5000, currency: EUR, as_of: unknown, sources: [page] }}]\n")
    assert story.problems() == ()
    for locale in ("pl", "en"):
        assert "130" not in story.text(locale)
        assert "5" not in story.text(locale).partition("Źródła")[0]


def test_a_number_without_a_date_is_refused() -> None:
    assert faults(Count, "value: 163\nunit: cities\nsources: [page]\n") == ["E-ASOF"]
    assert faults(Money, "amount: 132000\ncurrency: PLN\nsources: [page]\n") == ["E-ASOF"]


def test_a_number_without_a_source_is_refused() -> None:
    assert faults(Count, "value: 163\nunit: cities\nas_of: 2025-10\n") == ["E-SOURCES"]


# --- an ordinal -------------------------------------------------------------------------------------------


def test_a_place_in_an_order_is_a_fact_with_its_scope_and_source(story: Story) -> None:
    """Kraków is the 144th city of ICC and the second from Poland."""
    story.write("""
ordinals:
  - { number: 144, scope: network, of: { pl: miasto w programie, en: city in the programme }, sources: [page] }
  - { number: 2, scope: country, of: { pl: miasto z Polski, en: city from Poland }, sources: [page] }
""")
    assert "144. miasto w programie" in story.answer("Kolejność")
    assert "2. miasto z Polski" in story.answer("Kolejność")
    assert faults(Membership, "network: net\nordinals: [{ number: 2, of: { pl: a, en: b }, sources: [page] }]\n") == [
        "E-MISSING"
    ]


# --- a role -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("until", ["", "until: unknown\n"])
def test_a_role_whose_end_is_unknown_is_not_a_present_one(until: str) -> None:
    """Danuta Glondys entered the ICORN board in 2014; no source says when she left."""
    role = record(
        Role,
        f"holder: Danuta Glondys\noffice: {{ pl: zarząd, en: board }}\nfrom: 2014-05-22\n{until}sources: [page]\n",
    )
    assert role.end == "unknown"


def test_a_role_is_held_by_a_person_or_by_a_city(story: Story) -> None:
    """In 2020 the City of Kraków itself was elected to the ICORN board."""
    story.write("""
roles:
  - { holder: Danuta Glondys, office: { pl: członkini zarządu, en: board member }, from: 2014-05-22, sources: [page] }
  - { city: krakow, office: { pl: członek zarządu, en: board member }, from: 2020-06-04, until: 2024, sources: [page] }
""")
    assert "Danuta Glondys: członkini zarządu (od 22 maja 2014 r., nie wiadomo, do kiedy)" in story.text()
    assert "Kraków: członek zarządu (od 4 czerwca 2020 r. do 2024 r.)" in story.text()


# --- names over time --------------------------------------------------------------------------------------


def test_a_unit_that_changed_its_name_keeps_both_names_with_their_times(story: Story) -> None:
    """The department of social policy gained equality in its name; the older name has no date."""
    story.write("""
units:
  - { name: { pl: Wydział Polityki Społecznej i Zdrowia, en: Old name }, as_of: unknown, sources: [page] }
  - name: { pl: "Wydział Polityki Społecznej, Równości i Zdrowia", en: New name }
    as_of: 2025-10
    sources: [page]
""")
    assert story.answer("Odpowiada w mieście").startswith("Wydział Polityki Społecznej, Równości i Zdrowia (stan na")
    assert "Wydział Polityki Społecznej i Zdrowia (data nieznana)" in story.text()


def test_a_network_is_called_by_its_present_name(story: Story) -> None:
    """On 3 June 2019 the Union took the name of Paweł Adamowicz."""
    names = """names:
  - { pl: Unia Metropolii Polskich, en: Union, until: 2019-06-03, sources: [page] }
  - { pl: Unia Metropolii Polskich imienia Pawła Adamowicza, en: Union, from: 2019-06-03, sources: [page] }
"""
    story.write(network=NETWORK.replace("names: [{ pl: Sieć, en: Network, sources: [page] }]\n", names))
    assert story.page().text_of("h1") == "Unia Metropolii Polskich imienia Pawła Adamowicza"


def test_that_no_polish_name_was_found_is_a_value_and_the_other_name_is_marked_with_its_language(story: Story) -> None:
    """Femcities Network has no official Polish name."""
    names = "names: [{ pl: none_found, en: Femcities Network, sources: [page] }]"
    story.write(network=NETWORK.replace("names: [{ pl: Sieć, en: Network, sources: [page] }]", names))
    (heading,) = story.page().all("h1")
    assert heading.text == "Femcities Network"
    assert heading.attributes["lang"] == "en"


# --- a known part of a whole ------------------------------------------------------------------------------

OPEN_KRAKOW = """
id: open
kind: programme
label: { pl: Otwarty Kraków, en: Open Kraków }
name: { pl: Otwarty Kraków, en: Open Kraków }
summary: { pl: Program., en: A programme. }
areas:
  total: 7
  items:
    - { pl: Przyjazny urząd, en: A friendly office }
    - { pl: Współpraca z cudzoziemcami, en: Working with foreigners }
    - { pl: Kampanie, en: Campaigns }
    - { pl: Reagowanie na dyskryminację, en: Responding to discrimination }
    - { pl: Przestrzeń publiczna, en: Public space }
  sources: [page]
sources: [page]
"""


def test_a_record_can_say_seven_and_list_five(story: Story) -> None:
    """Five of the seven priority actions of Open Kraków are named."""
    programme = record(Programme, OPEN_KRAKOW)
    assert programme.areas is not None
    assert (programme.areas.total, len(programme.areas.items), programme.areas.missing) == (7, 5, 2)
    page = "---\nprogramme: open\n---\n"
    files = {
        "data/cities/krakow/programmes/open.yml": OPEN_KRAKOW,
        "docs/pl/open.md": page,
        "docs/en/open.md": page,
    }
    story.write(**files)
    assert "2 of 7 are not named" in Document(shown(story.folder, "open.md", "en")).text_of("section")


# --- projects and funds -----------------------------------------------------------------------------------

FUND = """\
id: efi
name: { pl: Europejski Fundusz Integracji, en: European Integration Fund }
period: { from: 2007, until: 2013 }
motto: { pl: Razem, en: Together }
rules: [{ read: RULE, sources: [page] }]
sources: [page]
"""


def project(printed: str, period: str = "") -> str:
    return f"""\
id: policy-efi
name: {{ pl: Lokalne polityki, en: Local policies }}
fund: efi
{period}printed: {{ {printed}, sources: [page] }}
sources: [page]
"""


def funded(story: Story, text: str, rule: str = "true, show: [motto]") -> Story:
    more = {"data/projects/policy-efi.yml": text, "data/funds/efi.yml": FUND.replace("RULE", rule)}
    return story.write(page="projects: [policy-efi]\n", **more)


@pytest.mark.parametrize(
    ("tense", "clause", "co_funder"),
    [
        ("present", "true", ""),
        ("present", "false", ""),
        ("past", "true", ""),
        ("past", "false", ""),
        ("past", "true", "budżet państwa"),
        ("present", "true", "budżet państwa"),
    ],
)
def test_a_project_of_unknown_period_keeps_the_tense_and_the_clause_that_its_source_prints(
    tense: str, clause: str, co_funder: str, story: Story
) -> None:
    """Six notes on money stand in Info-migrator, some "is", some "was", some with the Commission's clause."""
    printed = f"tense: {tense}, liability_clause: {clause}"
    if co_funder:
        printed += f", co_funder: {{ pl: {co_funder}, en: state budget }}"
    notice = funded(story, project(printed)).page().text_of("div", class_="notice")
    assert ("jest współfinansowany" in notice) == (tense == "present")
    assert ("był współfinansowany" in notice) == (tense == "past")
    assert ("Komisja Europejska" in notice) == (clause == "true")
    assert ("budżet państwa" in notice) == bool(co_funder)
    assert "Europejski Fundusz Integracji" in notice


@pytest.mark.parametrize(
    ("until", "tense"),
    [("2026-11-19", "był"), ("2026-11-20", "jest"), ("2026-11", "jest"), ("2026", "jest"), ("2025", "był")],
)
def test_a_project_of_known_period_is_in_the_present_until_its_last_possible_day(
    until: str, tense: str, story: Story
) -> None:
    printed = "tense: present, liability_clause: false"
    period = f"period: {{ from: 2024, until: {until}, sources: [page] }}\n"
    assert f"Projekt {tense} współfinansowany." in funded(story, project(printed, period)).text()


def test_a_fund_whose_rule_nobody_has_read_shows_only_what_is_printed_and_a_warning_says_so(story: Story) -> None:
    text = project("tense: past, liability_clause: false")
    assert "Razem" in funded(story, text).text()
    assert "Razem" not in funded(story, text, rule="false").text()
    assert [problem.code for problem in story.problems()] == ["W-RULE-UNREAD"]


def test_one_name_with_two_funds_is_two_projects() -> None:
    """ "Local Intersectoral Policy" stands beside three funds: the key is the name and the fund."""
    one = record(Project, project("tense: past, liability_clause: false"))
    other = record(Project, project("tense: past, liability_clause: false").replace("efi", "sppw"))
    assert one.name == other.name
    assert (one.id, one.fund) != (other.id, other.fund)


# --- assessments, duties, statements ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "polish"), [("not_published", "Wyników nie opublikowano."), ("not_found", "Wyników nie znaleziono.")]
)
def test_an_assessment_has_an_edition_a_date_and_scores_or_the_reason_for_none(
    reason: str, polish: str, story: Story
) -> None:
    """Kraków was shown its first ICC Index on 2 October 2025."""
    story.write(f"""
assessments:
  - name: {{ pl: Indeks Miast Międzykulturowych, en: Intercultural Cities Index }}
    edition: {{ pl: pierwszy dla Krakowa, en: the first for Kraków }}
    presented: 2025-10-02
    scores_missing: {reason}
    sources: [page]
""")
    text = story.text()
    assert "Indeks Miast Międzykulturowych (pierwszy dla Krakowa)" in text
    assert "2 października 2025 r." in text
    assert polish in text


def test_a_deadline_that_is_only_computed_says_so(story: Story) -> None:
    """Two years from signing the CEMR Charter on 16 November 2020; nobody prints the day."""
    story.write("""
duties:
  - text: { pl: Przygotować plan działań., en: Draw up an action plan. }
    deadline: 2022-11-16
    fulfilled: not_found
    inferred: { reason: { pl: To dwa lata od podpisu., en: Two years from signing. } }
    sources: [page]
""")
    text = story.text()
    assert "16 listopada 2022 r." in text
    assert "Nie znaleziono informacji, czy to zrobiono." in text
    assert "To nasz wniosek, nie cytat ze źródła. To dwa lata od podpisu." in text


def test_what_a_person_in_office_said_stands_with_name_office_and_date(story: Story) -> None:
    story.write("""
statements:
  - speaker: Anna Nowak
    office: { pl: zastępczyni prezydenta, en: deputy mayor }
    date: 2020-12-18
    text: { pl: Miasto chce się uczyć., en: The city wants to learn. }
    sources: [page]
""")
    text = story.text()
    assert "Anna Nowak, zastępczyni prezydenta (18 grudnia 2020 r.): Miasto chce się uczyć." in text


# --- sources and review -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "missing",
    [
        "title_missing: not_recorded\naddress: https://krakow.pl/get_html.php?dok_id=288210\n",
        "title: Uchwała z 1990 r.\naddress_missing: not_kept\n",
    ],
)
def test_a_source_may_lack_its_title_or_address_for_a_stated_reason(missing: str) -> None:
    text = (
        f"{missing}describes: {{ pl: Wiadomość, en: News }}\npublisher: krakow.pl\nlanguage: [pl]\nread: 2026-11-20\n"
    )
    assert faults(Source, text) == []
    without_reason = "\n".join(line for line in text.split("\n") if "_missing" not in line)
    assert faults(Source, without_reason) in (["E-SOURCE-TITLE"], ["E-SOURCE-ADDRESS"])


def test_every_fact_has_a_source(story: Story) -> None:
    story.write("acts: [{ id: a, kind: admission, date: 2020 }]\n")
    assert [problem.code for problem in story.problems() if problem.is_error] == ["E-SOURCES"]


def test_a_newspaper_can_be_a_source_and_is_known_as_one(story: Story) -> None:
    """Rzeczpospolita wrote in January 2019 that eleven of twelve cities were in Eurocities."""
    press = SOURCE.replace("read:", "kind: press\n  published: 2019-01\n  read:")
    story.write(
        "notes: [{ text: { pl: Jedenaście z dwunastu., en: Eleven of twelve. }, sources: [page] }]\n", source=press
    )
    assert story.problems() == ()
    assert "Jedenaście z dwunastu." in story.text()
    assert "opublikowano: styczeń 2019" in story.text()


def test_a_record_says_when_it_was_verified_and_when_it_must_be_looked_at_again(story: Story) -> None:
    story.write("verified: 2026-01-10\nreview_by: 2026-10\n")
    assert "W-REVIEW" in [problem.code for problem in story.problems()]
    story.write("verified: 2026-11-10\nreview_by: 2026-11\n")
    assert "W-REVIEW" not in [problem.code for problem in story.problems()]


def test_notes_on_how_facts_were_compiled_have_no_place_in_a_record() -> None:
    assert faults(Membership, "network: net\ncompiled_by: Anna\n") == ["E-KEY"]

"""News: an article draws its facts from the event's record; archive, neighbours and relations follow by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from finished import Document, faults
from hypothesis import given
from hypothesis import strategies as st
from small_site import CITIES, CITY, MEMBERSHIP, TODAY, build, check, lines, shown, small_site, write_files

from opencity.cli import main
from opencity.register.models import Event
from opencity.views.subjects.news import related, relatedness

VISIT = """\
id: 2025-09-30-visit
title: { pl: Wizyta w mieście, en: A visit to the city }
start: 2025-09-30
end: 2025-10-02
place: { pl: Ratusz, en: City Hall }
cities: [katowice, lodz]
networks: [rivers]
programmes: [boats]
summary: { pl: Trzy dni rozmów., en: Three days of talks. }
topics:
  - { pl: Żegluga, en: Sailing }
people:
  - { name: Anna Nowak, office: { pl: prezydentka miasta, en: Mayor } }
counts:
  - { value: 146, unit: participants, as_of: 2025-10, sources: [register] }
  - { value: 999, unit: cities, as_of: unknown, sources: [register] }
notes:
  - { text: { pl: Program wizyty zmieniono., en: The programme was changed. }, sources: [register] }
documents: [plan]
planned_only: true
sources: [register]
"""
BOATS = """\
id: boats
kind: programme
label: { pl: Łodzie, en: Boats }
name: { pl: Program Łodzie, en: The Boats programme }
summary: { pl: Program., en: A programme. }
sources: [register]
"""
PLAN = """\
id: plan
kind: plan
title: { pl: Plan rzeki, en: The river plan }
language: pl
sources: [register]
"""


def event(identity: str, networks: str = "rivers", extra: str = "") -> str:
    start = "-".join(part for part in identity.split("-") if part.isdigit())
    return (
        f"id: {identity}\ntitle: {{ pl: Tytuł {identity}, en: Title {identity} }}\nstart: {start}\n"
        f"networks: [{networks}]\nsummary: {{ pl: Opis {identity}., en: About {identity}. }}\n"
        f"{extra}sources: [register]\n"
    )


def newsroom(
    city: str = "katowice", articles: Sequence[str] = (), others: Sequence[str] = ()
) -> dict[str, str | bytes | None]:
    """An archive in a folder of its own, articles about events, and events that nobody has written about."""
    files: dict[str, str | bytes | None] = {}
    for identity in (*articles, *others):
        files[f"data/cities/{city}/events/{identity}.yml"] = event(identity)
    for locale, title in (("pl", "Aktualności"), ("en", "News")):
        files[f"docs/{locale}/aktualnosci/index.md"] = f"---\ntitle: {title}\nrole: news\n---\n"
        files[f"docs/{locale}/os.md"] = f"---\ntitle: {title} w czasie\nrole: timeline\n---\n"
        for identity in articles:
            files[f"docs/{locale}/aktualnosci/{identity}.md"] = f"---\nevent: {identity}\n---\n\n## Dalej\n\nText.\n"
    return files


def visit() -> dict[str, str | bytes | None]:
    """One event that says all that an event can say, and its article."""
    lodz = {"data/cities/lodz/city.yml": CITY.format(*CITIES["lodz"], id="lodz")}
    records = {
        "data/cities/katowice/events/2025-09-30-visit.yml": VISIT,
        "data/cities/katowice/programmes/boats.yml": BOATS,
        "data/documents/plan.yml": PLAN,
    }
    pages = {f"docs/{locale}/lodzie.md": "---\nprogramme: boats\n---\n" for locale in ("pl", "en")}
    pages |= {f"docs/{locale}/dokumenty.md": "---\ntitle: Library\nrole: documents\n---\n" for locale in ("pl", "en")}
    article = {f"docs/{locale}/aktualnosci/wizyta.md": "---\nevent: 2025-09-30-visit\n---\n" for locale in ("pl", "en")}
    return {**newsroom(), **lodz, **records, **pages, **article}


def page(folder: Path, path: str, locale: str = "pl") -> Document:
    return Document(shown(folder, path, locale))


def panel(document: Document) -> dict[str, list[str]]:
    """The labels of the panel of facts, each with its answers and the number of its source at their end."""
    found: dict[str, list[str]] = {}
    label = ""
    for element in document.elements:
        if element.name == "dt":
            label = element.text
        elif element.name == "dd":
            found.setdefault(label, []).append(element.text)
    return found


def titles(document: Document) -> list[str]:
    return [element.text for element in document.elements if element.name == "h3"]


# --- an article ---------------------------------------------------------------------------------------


def test_an_article_shows_every_fact_of_its_event(tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes=visit()))
    assert lines(check(tmp_path)) == []
    document = page(tmp_path, "aktualnosci/wizyta.md", "en")
    assert document.text_of("h1") == "A visit to the city"
    assert document.text_of("p", class_="lead") == "Three days of talks."
    facts = panel(document)
    assert facts["When"] == ["30 September – 2 October 20251 Only the announcement is known."]
    assert facts["Where"] == ["City Hall1"]
    assert facts["Cities"] == ["Katowice", "Łódź1"]
    assert facts["Networks"] == ["Cities of Rivers"]
    assert facts["Programmes"] == ["Boats"]
    assert facts["People and their offices"] == [
        "Anna Nowak, Mayor1 These are the offices held at the time of the event."
    ]
    assert facts["Topics"] == ["Sailing1"]
    assert facts["Numbers"] == ["146 participants (as of October 2025)1"]
    assert facts["Documents"] == ["The river plan"]
    assert "The programme was changed." in " ".join(element.text for element in document.all("li"))


def test_both_ends_of_an_event_stand_in_machine_form(tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes=visit()))
    times = page(tmp_path, "aktualnosci/wizyta.md").all("time")
    assert [(time.attributes["datetime"], time.text) for time in times[:2]] == [
        ("2025-09-30", "30 września"),
        ("2025-10-02", "2 października 2025 r."),
    ]


@pytest.mark.parametrize(
    ("dates", "machine", "words"),
    [
        ("start: 2025-09-30", ["2025-09-30"], "30 września 2025 r."),
        ("start: 2025-09", ["2025-09"], "wrzesień 2025"),
        ("start: 2025", ["2025"], "2025"),
        ("start: 2025-09-29\nend: 2025-09-30", ["2025-09-29", "2025-09-30"], "29–30 września 2025 r."),
        ("start: 2023\nend: 2025", ["2023", "2025"], "2023–2025"),
    ],
)
def test_a_date_is_shown_as_precisely_as_it_is_known(
    dates: str, machine: list[str], words: str, tmp_path: Path
) -> None:
    start = dates.partition("\n")[0].removeprefix("start: ")
    text = f"id: {start}-a\ntitle: {{ pl: A, en: A }}\n{dates}\nsources: [register]\n"
    files = newsroom(articles=[f"{start}-a"]) | {f"data/cities/katowice/events/{start}-a.yml": text}
    document = page(write_files(tmp_path, small_site(changes=files)), f"aktualnosci/{start}-a.md")
    assert [time.attributes["datetime"] for time in document.all("time")] == machine
    assert panel(document)["Kiedy"][0].removesuffix("1") == words


def test_the_links_of_an_article_lead_to_its_network_programme_and_document(tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes=visit()))
    links = {link.text: link.attributes["href"] for link in page(tmp_path, "aktualnosci/wizyta.md", "en").all("a")}
    assert links["Cities of Rivers"] == "../../networks/rivers/"
    assert links["Boats"] == "../../lodzie/"
    assert links["The river plan"] == "../../dokumenty/#document_plan"
    assert links["More news"] == "../"


def test_the_front_matter_may_give_an_article_a_title_and_a_lead_of_its_own(tmp_path: Path) -> None:
    files = newsroom(articles=["2025-05-06-a"])
    files["docs/pl/aktualnosci/2025-05-06-a.md"] = "---\nevent: 2025-05-06-a\ntitle: Własny\nlead: Wstęp.\n---\n"
    write_files(tmp_path, small_site(changes=files))
    document = page(tmp_path, "aktualnosci/2025-05-06-a.md")
    assert document.text_of("h1") == "Własny"
    assert document.text_of("p", class_="lead") == "Wstęp."
    archive = page(tmp_path, "aktualnosci/index.md")
    assert titles(archive) == ["Własny"]
    assert "Wstęp." in [element.text for element in archive.all("p")]


def test_an_article_without_anything_but_a_date_is_still_a_page(tmp_path: Path) -> None:
    bare = "id: 2025-a\ntitle: { pl: A, en: A }\nstart: 2025\nsources: [register]\n"
    files = {"data/cities/katowice/events/2025-a.yml": bare} | {
        f"docs/{locale}/a.md": "---\nevent: 2025-a\n---\n" for locale in ("pl", "en")
    }
    document = page(write_files(tmp_path, small_site(changes=files)), "a.md")
    assert panel(document)["Kiedy"] == ["20251"]
    assert not {"Gdzie", "Miasta", "Sieci", "Programy", "Tematy"} & panel(document).keys()
    assert document.all("nav", class_="neighbours") == []
    assert "zobacz-tez" not in document.ids


# --- the archive --------------------------------------------------------------------------------------

ARTICLES = ["2023-05-06-a", "2025-03-b", "2025-03-04-c", "2025-d"]


@pytest.mark.parametrize("city", ["katowice", "wroclaw"])
def test_the_archive_goes_by_year_newest_first_and_less_exact_dates_after_exact_ones(city: str, tmp_path: Path) -> None:
    write_files(tmp_path, small_site(city, newsroom(city, ARTICLES)))
    document = page(tmp_path, "aktualnosci/index.md", "en")
    assert titles(document) == [f"Title {each}" for each in ("2025-03-04-c", "2025-03-b", "2025-d", "2023-05-06-a")]
    assert [element.text for element in document.all("h2")] == ["2025", "2023"]
    assert {"year_2025", "year_2023"} <= set(document.ids)
    assert [link.attributes["href"] for link in document.all("a") if link.text in ("2025", "2023")] == [
        "#year_2025",
        "#year_2023",
    ]


def test_an_event_without_an_article_has_a_line_that_leads_to_the_timeline(tmp_path: Path) -> None:
    files = newsroom(articles=["2025-03-04-a"], others=["2025-03-05-b"])
    write_files(tmp_path, small_site(changes=files))
    document = page(tmp_path, "aktualnosci/index.md")
    assert titles(document) == ["Tytuł 2025-03-04-a"]
    (link,) = [link for link in document.all("a") if link.text == "Tytuł 2025-03-05-b"]
    assert link.attributes["href"] == "../os/#wydarzenie_2025-03-05-b"
    assert "wydarzenie_2025-03-05-b" in page(tmp_path, "os.md").ids
    assert "Opis 2025-03-05-b." not in " ".join(element.text for element in document.all("p"))


def test_an_event_that_a_path_tells_as_an_act_has_no_second_line(tmp_path: Path) -> None:
    told = MEMBERSHIP.replace("  - id: admission\n", "  - id: admission\n    event: 2022-09-05-told\n")
    files = newsroom(others=["2022-09-05-told"]) | {"data/cities/katowice/memberships/rivers.yml": told}
    write_files(tmp_path, small_site(changes=files))
    assert check(tmp_path) == ()
    assert "told" not in shown(tmp_path, "aktualnosci/index.md")


def test_what_happened_elsewhere_is_not_the_citys_news_unless_somebody_wrote_of_it(tmp_path: Path) -> None:
    everywhere = {
        "data/events/2025-05-06-congress.yml": event("2025-05-06-congress"),
        "data/events/2025-05-07-meeting.yml": event("2025-05-07-meeting"),
        "data/events/2025-05-08-with-us.yml": event("2025-05-08-with-us", extra="cities: [katowice]\n"),
    }
    pages = {f"docs/{locale}/kongres.md": "---\nevent: 2025-05-06-congress\n---\n" for locale in ("pl", "en")}
    write_files(tmp_path, small_site(changes={**newsroom(), **everywhere, **pages}))
    document = page(tmp_path, "aktualnosci/index.md", "en")
    assert titles(document) == ["Title 2025-05-06-congress"]
    assert [link.text for link in document.all("a") if link.text.startswith("Title")] == [
        "Title 2025-05-08-with-us",
        "Title 2025-05-06-congress",
    ]


def test_an_archive_without_news_says_so(tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes=newsroom()))
    assert "Nie ma jeszcze aktualności." in [
        element.text for element in page(tmp_path, "aktualnosci/index.md").all("p")
    ]


def test_prose_may_link_to_a_year_of_the_archive(tmp_path: Path) -> None:
    files = newsroom(articles=["2025-03-04-a"]) | {"data/events/2020-05-06-b.yml": event("2020-05-06-b")}
    good = "---\ntitle: Start\n---\n\n[2025](aktualnosci/index.md#rok_2025)\n"
    assert check(write_files(tmp_path, small_site(changes={**files, "docs/pl/index.md": good}))) == ()
    bad = good.replace("rok_2025", "rok_2020")
    found = check(write_files(tmp_path, {"docs/pl/index.md": bad}))
    assert [(problem.code, problem.details["guess"]) for problem in found] == [("E-ANCHOR-LINK", "rok_2025")]


def test_the_menu_leads_to_the_archive_and_not_to_every_article(tmp_path: Path) -> None:
    built = build(write_files(tmp_path, small_site(changes=newsroom(articles=ARTICLES))))
    assert faults(built.folder, "https://miasto-w-sieciach.pl/") == []
    document = Document(built.read("aktualnosci/2025-03-b/"))
    assert document.all("nav", class_="section-menu") == []
    assert [link.text for link in document.all("a", aria_current="true") if link.text == "Aktualności"] == [
        "Aktualności"
    ]


# --- news on the page of a network --------------------------------------------------------------------


@pytest.mark.parametrize("city", ["katowice", "zakopane"])
def test_a_network_lists_its_five_newest_articles_and_the_way_to_the_rest(city: str, tmp_path: Path) -> None:
    articles = [f"20{year}-05-06-a" for year in range(18, 26)]
    write_files(tmp_path, small_site(city, newsroom(city, articles, others=["2017-05-06-b"])))
    document = page(tmp_path, "sieci/rivers.md")
    news = [title for title in titles(document) if title.startswith("Tytuł")]
    assert news == [f"Tytuł 20{year}-05-06-a" for year in (25, 24, 23, 22, 21)]
    links = {link.text: link.attributes["href"] for link in document.all("a")}
    assert links["Więcej aktualności"] == "../../aktualnosci/"


def test_an_event_among_those_of_a_network_leads_to_its_article_and_is_not_listed_twice(tmp_path: Path) -> None:
    articles = [f"20{year}-05-06-a" for year in range(18, 26)]
    write_files(tmp_path, small_site(changes=newsroom(articles=articles, others=["2017-05-06-b"])))
    document = page(tmp_path, "sieci/rivers.md")
    links = {link.text: link.attributes["href"] for link in document.all("a")}
    assert links["Tytuł 2018-05-06-a"] == "../../aktualnosci/2018-05-06-a/"
    assert "Tytuł 2017-05-06-b" not in links
    listed = [element.text for element in document.all("li") if "Tytuł" in element.text]
    assert all(sum(f"Tytuł {each}" in line for line in listed) == 1 for each in (*articles, "2017-05-06-b"))


def test_a_programme_lists_its_articles_too(tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes=visit()))
    assert "A visit to the city" in titles(page(tmp_path, "lodzie.md", "en"))


def test_a_network_without_articles_has_no_section_of_news(tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes=newsroom(others=["2025-05-06-a"])))
    assert "aktualnosci" not in page(tmp_path, "sieci/rivers.md").ids


# --- neighbours and relations -------------------------------------------------------------------------


def neighbours(document: Document) -> list[str]:
    at = [element.attributes.get("class") for element in document.elements].index("neighbours")
    return [element.text for element in document.elements[at:] if element.name == "li"][:3]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2025-03-04-c", ["Older: Title 2025-03-b", "More news"]),
        ("2025-03-b", ["Newer: Title 2025-03-04-c", "Older: Title 2025-d", "More news"]),
        ("2023-05-06-a", ["Newer: Title 2025-d", "More news"]),
    ],
)
def test_from_one_article_to_the_next(path: str, expected: list[str], tmp_path: Path) -> None:
    write_files(tmp_path, small_site(changes=newsroom(articles=ARTICLES)))
    assert neighbours(page(tmp_path, f"aktualnosci/{path}.md", "en"))[: len(expected)] == expected


def test_an_article_names_at_most_three_related_ones_the_nearest_first(tmp_path: Path) -> None:
    articles = [f"2025-{month:02d}-06-a" for month in range(1, 9)]
    write_files(tmp_path, small_site(changes=newsroom(articles=articles)))
    assert titles(page(tmp_path, "aktualnosci/2025-02-06-a.md")) == [
        f"Tytuł 2025-{month}-06-a" for month in ("03", "01", "04")
    ]


def made(identity: str, start: str, end: str = "", networks: str = "", programmes: str = "") -> Event:
    """An event without a file. Networks and programmes are single letters."""
    words = {"pl": identity, "en": identity}
    record = {"id": f"{start}-{identity}", "title": words, "start": start, "sources": ["register"]}
    record |= {"networks": list(networks), "programmes": list(programmes)} | ({"end": end} if end else {})
    return Event.model_validate(record)


HERE = made("here", "2025-09-30", "2025-10-02", "ab", "p")


@pytest.mark.parametrize(
    ("other", "score"),
    [
        (made("x", "2025-10-01", networks="c"), 0),
        (made("x", "2025-10-01", networks="a"), 1),
        (made("x", "2025-10-01", networks="ab", programmes="p"), 3),
        (made("x", "2025", networks="a"), 1),
        (made("x", "2026-04-02", networks="a"), pytest.approx(1 / 2, rel=0.01)),
        (made("x", "2024-09-30", networks="ab"), pytest.approx(2 / 3, rel=0.01)),
    ],
    ids=["nothing shared", "one network, same days", "all shared", "perhaps the same days", "half a year", "a year"],
)
def test_what_is_shared_counts_one_and_loses_with_time(other: Event, score: float) -> None:
    assert relatedness(HERE, other) == score


DAYS = st.dates(min_value=TODAY.replace(year=2000), max_value=TODAY).map(lambda day: day.isoformat())
DATES = st.builds(lambda day, length: day[:length], DAYS, st.sampled_from([4, 7, 10]))
LETTERS = st.sets(st.sampled_from("abcd"), max_size=3).map(lambda letters: "".join(sorted(letters)))
EVENTS = st.lists(
    st.builds(made, st.sampled_from("xyz"), DATES, networks=LETTERS, programmes=LETTERS),
    max_size=12,
    unique_by=lambda event: event.id,
)


@given(EVENTS, st.randoms(use_true_random=False))
def test_related_events_are_the_best_of_all_whatever_their_order(events: list[Event], random: Random) -> None:
    others = [*events, HERE]
    found = related(HERE, others)
    shuffled = list(others)
    random.shuffle(shuffled)
    assert related(HERE, shuffled) == found
    assert HERE not in found
    assert len(found) == min(3, sum(relatedness(HERE, event) > 0 for event in events))
    scores = [relatedness(HERE, event) for event in found]
    assert scores == sorted(scores, reverse=True)
    left = [relatedness(HERE, event) for event in events if event not in found]
    assert all(score > 0 for score in scores)
    assert not left or not scores or max(left) <= scores[-1]


@given(EVENTS)
def test_relatedness_is_mutual_and_sharing_more_never_makes_it_less(events: list[Event]) -> None:
    for event in events:
        assert relatedness(HERE, event) == relatedness(event, HERE)
        networks, programmes = "".join(event.networks), "".join(event.programmes)
        more = made("more", str(event.start), networks=f"{networks}a", programmes=programmes)
        assert (relatedness(HERE, more) > relatedness(HERE, event)) == ("a" not in networks)


# --- make new NEWS=… ----------------------------------------------------------------------------------


def new(folder: Path, identity: str, *options: str) -> int:
    return main(["new", "news", identity, "--root", str(folder), *options])


def test_new_writes_a_record_and_a_page_in_each_language_beside_the_archive(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path, small_site(changes=newsroom()))
    assert new(tmp_path, "2026-05-06-regaty") == 0
    assert capsys.readouterr().out.splitlines() == [
        "data/cities/katowice/events/2026-05-06-regaty.yml",
        "docs/pl/aktualnosci/2026-05-06-regaty.md",
        "docs/en/aktualnosci/2026-05-06-regaty.md",
        "Wypełnij te pliki i sprawdź je: make check",
    ]
    codes = {line.split()[1] for line in lines(check(tmp_path))}
    assert codes == {"E-SOURCES", "E-TRANSLATION"}


def test_filled_in_the_new_files_pass(tmp_path: Path) -> None:
    write_files(tmp_path, small_site("lodz", newsroom("lodz")))
    assert new(tmp_path, "2026-05-regaty") == 0
    record = tmp_path / "data/cities/lodz/events/2026-05-regaty.yml"
    text = record.read_text(encoding="utf-8").replace('""', "Regaty").replace("sources: []", "sources: [register]")
    record.write_text(text, encoding="utf-8")
    assert check(tmp_path) == ()
    assert titles(page(tmp_path, "aktualnosci/index.md")) == ["Regaty"]


def test_new_overwrites_nothing_and_writes_no_second_record_or_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = newsroom() | {
        "data/events/2026-05-06-regaty.yml": event("2026-05-06-regaty"),
        "docs/pl/woda/regaty.md": "---\nevent: 2026-05-06-regaty\n---\n\nText.\n",
    }
    write_files(tmp_path, small_site(changes=files))
    assert new(tmp_path, "2026-05-06-regaty", "--lang", "en") == 0
    assert capsys.readouterr().out.splitlines()[:-1] == ["docs/en/woda/regaty.md"]
    assert (tmp_path / "docs/pl/woda/regaty.md").read_text(encoding="utf-8").endswith("Text.\n")


def test_the_first_news_of_a_site_gets_a_folder(tmp_path: Path) -> None:
    write_files(tmp_path, small_site())
    assert new(tmp_path, "2026-regaty") == 0
    assert (tmp_path / "docs/pl/aktualnosci/2026-regaty.md").exists()


@pytest.mark.parametrize(
    ("identity", "polish", "english"),
    [
        ("regaty", "zła postać: „regaty”.", "wrong form: “regaty”."),
        ("2026-05-06", "zła postać", "wrong form"),
        ("2026-05-06-Łódź", "zła postać", "wrong form"),
        ("2026-05-06-../../outside", "zła postać", "wrong form"),
        ("06-05-2026-regaty", "zła postać", "wrong form"),
        ("0026-regaty", "zła postać", "wrong form"),
        ("2026-13-regaty", "nie ma takiego miesiąca: „2026-13”", "there is no such month: “2026-13”"),
        ("2026-02-30-regaty", "Ten miesiąc ma 28 dni", "That month has 28 days"),
    ],
)
def test_a_bad_id_is_told_with_the_way_out(
    identity: str, polish: str, english: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path, small_site())
    before = sorted(tmp_path.rglob("*"))
    assert new(tmp_path, identity) == 2
    assert polish in capsys.readouterr().err
    assert new(tmp_path, identity, "--lang", "en") == 2
    assert english in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before

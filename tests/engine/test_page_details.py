"""Page details: whose page it is, when it was published and changed, and how to report an error on it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

import pytest
from finished import Document
from small_site import SITE, TODAY, shown, small_site, write_files

from opencity.language.words import NBSP
from opencity.pages.git_history import FileHistory, read_history
from opencity.pages.page import Page
from opencity.site.document import site_map_values
from opencity.site.engine import Engine, open_engine
from opencity.views.frame.page_dates import page_dates, page_files
from opencity.views.frame.page_details import issue_address
from opencity.views.repository import history_address

PAGE = "docs/pl/sieci/rivers.md"


class Project:
    """A small site in a git repository of its own, whose clock stands where it is set."""

    def __init__(self, folder: Path, changes: Mapping[str, str | bytes | None] | None = None, **options: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch", "glowna")
        write_files(folder, small_site(changes=changes, **options))

    def git(self, *arguments: str, at: str = "2026-01-01T12:00:00+00:00") -> None:
        who = {f"GIT_{role}_{part}": "x" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
        when = {"GIT_AUTHOR_DATE": "2001-01-01T12:00:00+00:00", "GIT_COMMITTER_DATE": at}
        quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            check=True,
            capture_output=True,
            env={**os.environ, **who, **when, **quiet},
        )

    def commit(self, at: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x", at=at if "T" in at else f"{at}T12:00:00+00:00")

    def append(self, name: str, at: str, text: str = "\nWięcej.\n") -> None:
        path = self.folder / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
        self.commit(at)


def clone(project: Project, folder: Path, depth: int) -> Path:
    source = f"file://{project.folder}"
    subprocess.run(["git", "clone", "--quiet", "--depth", str(depth), source, str(folder)], check=True)
    return folder


def told(folder: Path, path: str = "sieci/rivers.md", locale: str = "pl") -> dict[str, str]:
    """Label to answers of the page details, as they are read; several answers are parted by a bar."""
    html = shown(folder, path, locale)
    page = Document(html[html.index('<details class="page-details"') :])
    found: dict[str, str] = {}
    label = ""
    for element in page.elements:
        if element.name == "dt":
            label = element.text
        elif element.name == "dd":
            found[label] = f"{found[label]} | {element.text}" if label in found else element.text
    return {name: text.replace(NBSP, " ") for name, text in found.items()}


def opened(folder: Path) -> Engine:
    return open_engine(folder, today=TODAY)


def days(history: FileHistory) -> list[str]:
    return [day.isoformat() for day in history.days]


# --- dates from git -----------------------------------------------------------------------------------------


def test_a_page_is_published_with_its_file_and_changes_with_its_records_too(tmp_path: Path) -> None:
    project = Project(tmp_path / "site", city="wroclaw")
    project.commit("2026-02-03")
    project.append(PAGE, "2026-03-04")
    project.append("data/cities/wroclaw/memberships/rivers.yml", "2026-04-05", "# nic\n")
    project.append("docs/pl/rejestr.md", "2026-05-06")
    details = told(project.folder)
    assert details["Opublikowano"] == "3 lutego 2026 r."
    assert details["Zmieniono"] == "5 kwietnia 2026 r."
    assert details["Historia zmian"] == "5 kwietnia 2026 r. | 4 marca 2026 r. | 3 lutego 2026 r."


def test_what_changed_before_a_page_was_there_is_none_of_its_changes(tmp_path: Path) -> None:
    page = small_site()[PAGE]
    project = Project(tmp_path / "site", {PAGE: None})
    project.commit("2026-02-03")
    write_files(project.folder, {PAGE: page})
    project.commit("2026-03-04")
    details = told(project.folder)
    assert (details["Opublikowano"], details["Historia zmian"]) == ("4 marca 2026 r.", "4 marca 2026 r.")


def test_the_front_matter_wins_over_git(tmp_path: Path) -> None:
    front = "---\nnetwork: rivers\npublished: 2025-12\nupdated: 2026-01-15\n---\n"
    project = Project(tmp_path / "site", {PAGE: front})
    project.commit("2026-02-03")
    details = told(project.folder)
    assert (details["Opublikowano"], details["Zmieniono"]) == ("grudzień 2025", "15 stycznia 2026 r.")


def test_changes_that_the_editor_wrote_stand_instead_of_days_newest_first(tmp_path: Path) -> None:
    changes = (
        "changes:\n  - { date: 2026-01, text: Poprawiono datę. }\n  - { date: 2026-02-01, text: Dodano źródło. }\n"
    )
    project = Project(tmp_path / "site", {PAGE: f"---\nnetwork: rivers\n{changes}---\n"})
    project.commit("2026-02-03")
    assert told(project.folder)["Historia zmian"] == "1 lutego 2026 r. Dodano źródło. | styczeń 2026 Poprawiono datę."


def test_ten_days_of_change_are_listed_and_the_rest_is_said_to_be_there(tmp_path: Path) -> None:
    project = Project(tmp_path / "site")
    for day in range(1, 13):
        project.append(PAGE, f"2026-03-{day:02}")
    project.append(PAGE, "2026-03-12T20:00:00+00:00")
    listed = told(project.folder)["Historia zmian"].split(" | ")
    assert (listed[0], listed[9], listed[10:]) == ("12 marca 2026 r.", "3 marca 2026 r.", ["i wcześniejsze"])


def test_a_day_is_that_of_the_commit_in_utc_wherever_the_site_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "site")
    project.commit("2026-03-01T00:30:00+02:00")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert days(read_history(project.folder)[PAGE]) == ["2026-02-28"]


def test_a_renamed_page_keeps_its_history_and_the_move_alone_is_no_change(tmp_path: Path) -> None:
    project = Project(tmp_path / "site", {"docs/pl/wody.md": "---\ntitle: Wody\n---\n" + "Wiersz tekstu.\n" * 20})
    project.commit("2026-02-03")
    project.git("mv", "docs/pl/wody.md", "docs/pl/rzeki.md")
    project.commit("2026-03-04")
    project.git("mv", "docs/pl/rzeki.md", "docs/pl/potoki.md")
    project.append("docs/pl/potoki.md", "2026-04-05")
    write_files(project.folder, {"docs/pl/wody.md": "---\ntitle: Co innego\n---\n"})
    project.commit("2026-05-06")
    history = read_history(project.folder)
    assert days(history["docs/pl/potoki.md"]) == ["2026-04-05", "2026-02-03"]
    assert days(history["docs/pl/wody.md"]) == ["2026-05-06"]


def test_names_with_polish_letters_spaces_and_line_ends_are_read(tmp_path: Path) -> None:
    odd = "docs/assets/zażółć \n gęślą.txt"
    project = Project(tmp_path / "site", {odd: "x"})
    project.commit("2026-02-03")
    assert days(read_history(project.folder)[odd]) == ["2026-02-03"]


def test_what_is_not_committed_has_not_changed(tmp_path: Path) -> None:
    project = Project(tmp_path / "site")
    project.commit("2026-02-03")
    write_files(project.folder, {PAGE: "---\nnetwork: rivers\n---\n\nInny tekst.\n", "docs/pl/nowa.md": "x"})
    history = read_history(project.folder)
    assert days(history[PAGE]) == ["2026-02-03"]
    assert "docs/pl/nowa.md" not in history


def test_a_project_in_a_folder_of_a_repository_is_read_by_its_own_paths(tmp_path: Path) -> None:
    project = Project(tmp_path / "all")
    write_files(project.folder / "sites" / "rivers", small_site())
    project.commit("2026-02-03")
    assert days(read_history(project.folder / "sites" / "rivers")[PAGE]) == ["2026-02-03"]


# --- where git knows less -----------------------------------------------------------------------------------


def test_in_a_shallow_clone_a_date_that_rests_on_its_edge_is_not_printed(tmp_path: Path) -> None:
    project = Project(tmp_path / "site")
    project.commit("2026-02-03")
    project.append("docs/pl/rejestr.md", "2026-03-04")
    details = told(clone(project, tmp_path / "shallow", 1))
    assert {"Opublikowano", "Zmieniono", "Historia zmian"}.isdisjoint(details)


def test_in_a_shallow_clone_a_later_change_and_a_later_page_are_known(tmp_path: Path) -> None:
    project = Project(tmp_path / "site")
    project.commit("2026-02-03")
    project.append(PAGE, "2026-03-04")
    write_files(project.folder, {f"docs/{each}/nowa.md": "---\ntitle: Nowa\n---\n" for each in ("pl", "en")})
    project.commit("2026-04-05")
    project.append(PAGE, "2026-05-06")
    folder = clone(project, tmp_path / "shallow", 3)
    old, new = told(folder), told(folder, "nowa.md")
    assert "Opublikowano" not in old
    assert (old["Zmieniono"], old["Historia zmian"]) == ("6 maja 2026 r.", "6 maja 2026 r. | i wcześniejsze")
    assert (new["Opublikowano"], new["Historia zmian"]) == ("5 kwietnia 2026 r.", "5 kwietnia 2026 r.")


def test_a_branch_called_grafted_is_no_edge(tmp_path: Path) -> None:
    project = Project(tmp_path / "site")
    project.commit("2026-02-03")
    project.git("branch", "grafted")
    project.git("tag", "grafted")
    assert read_history(project.folder)[PAGE].is_whole


def test_outside_git_only_the_front_matter_speaks(tmp_path: Path) -> None:
    front = "---\nnetwork: rivers\npublished: 2026-01-15\n---\n"
    folder = write_files(tmp_path, small_site(changes={PAGE: front}))
    assert read_history(folder) == {}
    details = told(folder)
    assert details["Opublikowano"] == "15 stycznia 2026 r."
    assert {"Zmieniono", "Historia zmian"}.isdisjoint(details)
    assert {"Opublikowano", "Zmieniono", "Historia zmian"}.isdisjoint(told(folder, "rejestr.md"))


def test_without_the_git_program_nothing_is_known_and_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "site")
    project.commit("2026-02-03")
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    assert read_history(project.folder) == {}


def test_a_repository_that_git_itself_names_is_not_taken_for_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Project(tmp_path / "other")
    other.commit("2026-02-03")
    folder = write_files(tmp_path / "site", small_site())
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    assert read_history(folder) == {}


def test_odd_settings_of_git_change_nothing(tmp_path: Path) -> None:
    project = Project(tmp_path / "site")
    project.commit("2026-02-03")
    for name, value in (("log.showSignature", "true"), ("diff.renames", "false"), ("log.decorate", "short")):
        project.git("config", name, value)
    project.git("mv", "docs/pl/rejestr.md", "docs/pl/spis.md")
    project.commit("2026-03-04")
    assert days(read_history(project.folder)["docs/pl/spis.md"]) == ["2026-02-03"]


# --- which files a page is made of --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("sieci/rivers.md", {PAGE, "data/networks/rivers.yml", "data/cities/katowice/memberships/rivers.yml"}),
        ("rejestr.md", {"docs/pl/rejestr.md"}),
        ("index.md", {"docs/pl/index.md", "data/cities/katowice/memberships/rivers.yml"}),
    ],
)
def test_a_page_is_made_of_its_text_and_of_the_records_that_it_is_about(
    path: str, files: set[str], tmp_path: Path
) -> None:
    engine = opened(write_files(tmp_path, small_site()))
    assert set(page_files(engine.page(path, "pl"), engine.registry)) == files


def test_the_page_in_the_role_of_the_register_changes_with_every_membership(tmp_path: Path) -> None:
    changes = {"docs/pl/rejestr.md": "---\ntitle: Rejestr\nrole: register\n---\n"}
    changes |= {"docs/en/rejestr.md": "---\ntitle: Register\nrole: register\n---\n"}
    engine = opened(write_files(tmp_path, small_site(city="lodz", changes=changes)))
    assert "data/cities/lodz/memberships/rivers.yml" in page_files(engine.page("rejestr.md", "pl"), engine.registry)


def test_the_site_map_and_the_page_give_the_same_day(tmp_path: Path) -> None:
    project = Project(tmp_path / "site")
    project.commit("2026-02-03")
    project.append(PAGE, "2026-03-04")
    engine = opened(project.folder)
    listed = {str(entry["address"]): entry["updated"] for entry in site_map_values(engine)}
    page: Page = engine.page("sieci/rivers.md", "pl")
    assert listed[f"https://miasto-w-sieciach.pl/{page.url}"] == "2026-03-04"
    assert str(page_dates(page, engine.context("pl")).updated) == "2026-03-04"
    assert listed["https://miasto-w-sieciach.pl/rejestr/"] == "2026-02-03"


# --- the code host ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/m/s/", "https://github.com/m/s/commits/HEAD/docs/pl/a.md"),
        ("https://gitlab.miasto.pl/m/s", "https://gitlab.miasto.pl/m/s/-/commits/HEAD/docs/pl/a.md"),
        ("https://codeberg.org/m/s", "https://codeberg.org/m/s"),
    ],
)
def test_every_change_is_found_at_the_code_host_whatever_its_main_branch_is_called(
    repository: str, address: str
) -> None:
    assert history_address(repository, "docs/pl/a.md") == address


def test_the_history_leads_to_the_code_host_if_there_is_one(tmp_path: Path) -> None:
    settings = SITE.format(city="lodz") + "repository: https://github.com/m/s\n"
    details = told(write_files(tmp_path, small_site(city="lodz", changes={"data/site.yml": settings})))
    assert details["Historia zmian"] == "zobacz wszystkie zmiany"


# --- reporting an error -------------------------------------------------------------------------------------


def report(folder: Path, contact: str, locale: str = "pl", title: str = "Rzeki & „spółka” 100%") -> str:
    settings = SITE.format(city="wroclaw").replace("contact: { email: kontakt@miasto-w-sieciach.pl }", contact)
    page = f"---\nnetwork: rivers\ntitle: {title}\n---\n"
    changes = {"data/site.yml": settings, PAGE: page, "docs/en/sieci/rivers.md": page}
    html = shown(write_files(folder, small_site(city="wroclaw", changes=changes)), "sieci/rivers.md", locale)
    links = [link for link in Document(html).all("a") if link.text in ("Zgłoś błąd na tej stronie", WORDS_EN)]
    return links[0].attributes["href"] if links else ""


WORDS_EN = "Report an error on this page"
EMAIL = "contact: { email: kontakt+strona@miasto-w-sieciach.pl }"


@pytest.mark.parametrize(
    ("locale", "subject", "asks", "address"),
    [
        ("pl", "Błąd na stronie „Rzeki & „spółka” 100%”", "Co jest nie tak?", "https://miasto-w-sieciach.pl/sieci/rivers/"),
        ("en", "Error on the page “Rzeki & „spółka” 100%”", "What is wrong?", "https://miasto-w-sieciach.pl/en/networks/rivers/"),
    ],
)  # fmt: skip
def test_a_letter_about_an_error_names_the_page_and_asks_in_its_language(
    locale: str, subject: str, asks: str, address: str, tmp_path: Path
) -> None:
    link = urlsplit(report(tmp_path, EMAIL, locale))
    fields = {name: unquote(value) for name, _, value in (part.partition("=") for part in link.query.split("&"))}
    assert (link.scheme, link.path) == ("mailto", "kontakt+strona@miasto-w-sieciach.pl")
    assert fields["subject"] == subject
    assert fields["body"].startswith(f"Strona: {address}\r\n" if locale == "pl" else f"Page: {address}\r\n")
    assert asks in fields["body"]
    assert "+" not in link.query
    assert " " not in link.query


def test_a_form_of_a_code_host_comes_filled_in(tmp_path: Path) -> None:
    link = report(tmp_path, "contact: { issues: https://github.com/m/s/issues/new?template=blad.yml }")
    fields = parse_qs(urlsplit(link).query)
    assert fields["template"] == ["blad.yml"]
    assert fields["title"][0].startswith("Błąd na stronie")
    assert "https://miasto-w-sieciach.pl/sieci/rivers/" in fields["body"][0]


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ("https://gitlab.com/m/s/-/issues/new", {"issue[title]": "T", "issue[description]": "B"}),
        ("https://codeberg.org/m/s/issues/new/", {"title": "T", "body": "B"}),
        ("https://miasto.pl/uwagi?dzial=2#formularz", {"dzial": "2", "url": "https://a.pl/"}),
    ],
)
def test_each_kind_of_form_is_filled_in_with_its_own_fields(form: str, fields: dict[str, str]) -> None:
    filled = urlsplit(issue_address(form, "T", "B", "https://a.pl/"))
    assert dict(parse_qsl(filled.query)) == fields
    assert filled.fragment == urlsplit(form).fragment


def test_without_a_contact_there_is_no_link_to_report(tmp_path: Path) -> None:
    assert report(tmp_path, "contact: {}") == ""

"""The city's own interface words: single ones changed, a whole further language, and the command that begins one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from finished import Document
from small_site import check, lines, shown, small_site, write_files

from opencity.cli import main
from opencity.language.keys import lacking, needed_forms, templates
from opencity.language.marks import stretches
from opencity.language.names import in_city
from opencity.language.words import NBSP, load_words

MONTHS = ("січні", "лютому", "березні", "квітні", "травні", "червні",
          "липні", "серпні", "вересні", "жовтні", "листопаді", "грудні")  # fmt: skip
UKRAINIAN: Mapping[str, str] = {
    "language.name": "Українська",
    "language.alphabet": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "language.abbreviations": "р.",
    "language.letters.м": "m",
    "language.letters.і": "i",
    "menu.home": "Головна",
    "dates.day": "{day} {month_of} {year} р.",
    "dates.of_month": "{month_of} {year} р.",
    "dates.of_year": "{year} р.",
    "dates.in_day": "{day} {month_of} {year} р.",
    "dates.in_month": "{month_in} {year} р.",
    "dates.in_year": "у {year} р.",
    "dates.since": "з {date}",
    "home.latest": "Останнє {in_city}",
    "city.within": "{in_city}",
    "city.within_unknown": "у місті {city}",
    "city.joined.network.masculine": "{city} приєднався до цієї мережі {date}.",
    "city.joined.network.feminine": "{city} приєдналася до цієї мережі {date}.",
    "city.joined.network.neuter": "{city} приєдналося до цієї мережі {date}.",
    "city.joined.network.plural": "{city} приєдналися до цієї мережі {date}.",
    "city.joined.network.avoid": "Місто {city} приєдналося до цієї мережі {date}.",
    **{f"month_in.{number}": f"у {month}" for number, month in enumerate(MONTHS, 1)},
}
NAME = "uk: { nominative: Катовиці, genitive: Катовиць, within: у Катовицях, verb: plural }\n"


def plain(html: str) -> str:
    """The text of HTML, with no-break spaces as spaces."""
    return re.sub("<[^>]*>", "", html).replace(NBSP, " ")


def strings(words: Mapping[str, str] = UKRAINIAN) -> str:
    """A whole file of words: those that are given, and the Polish or English ones for all the rest."""
    rows = dict(words)
    for key, forms in lacking("uk", frozenset()).items():
        example = templates()[key]
        for form in forms:
            text = example if isinstance(example, str) else example.get(form) or example["other"]
            rows.setdefault(f"{key}.{form}" if form else key, text)
    return "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in rows.items())


def three(words: str | None = None, name: str = NAME, **more: str) -> dict[str, str | bytes]:
    """The small site in three languages; the pages in Ukrainian have texts of their own."""
    files = small_site()
    files["data/site.yml"] = str(files["data/site.yml"]) + "locales: [pl, en, uk]\n"
    files["data/strings/uk.yml"] = strings() if words is None else words
    files["data/cities/katowice/city.yml"] = str(files["data/cities/katowice/city.yml"]) + name
    for path in [path for path in files if path.startswith("docs/en/")]:
        files[path.replace("/en/", "/uk/")] = files[path]
    return {**files, **more}


def test_a_language_is_added_by_a_file_of_words_a_folder_and_a_line_of_settings(tmp_path: Path) -> None:
    folder = write_files(tmp_path, three())
    assert [line for line in lines(check(folder)) if " E-" in line] == []
    assert "Останнє у Катовицях" in plain(shown(folder, "index.md", "uk"))
    network = plain(shown(folder, "sieci/rivers.md", "uk"))
    assert "вересень 2022" in network
    assert "4 березня 2021 р." in network


def test_without_a_name_in_the_language_the_city_is_called_by_its_english_one_and_marked(tmp_path: Path) -> None:
    folder = write_files(tmp_path, three(name=""))
    heading = next(each for each in Document(shown(folder, "index.md", "uk")).all("h2") if "Останнє" in each.text)
    assert heading.text == "Останнє у місті Katowice"
    assert 'lang="en">Katowice<' in shown(folder, "index.md", "uk")


def test_a_single_word_of_a_shipped_language_is_changed_and_the_others_stay(tmp_path: Path) -> None:
    changes: dict[str, str | bytes | None] = {"data/strings/en.yml": "home:\n  latest: What is new {in_city}\n"}
    folder = write_files(tmp_path, small_site(changes=changes))
    assert lines(check(folder)) == []
    headings = [heading.text for heading in Document(shown(folder, "index.md", "en")).all("h2")]
    assert "What is new in Katowice" in headings
    assert load_words("en")("home.latest", in_city="in Katowice") not in headings


def test_one_form_of_a_noun_is_changed_and_its_other_forms_stay(tmp_path: Path) -> None:
    changes: dict[str, str | bytes | None] = {"data/strings/pl.yml": "count_accusative:\n  cities: { few: grody }\n"}
    folder = write_files(tmp_path, small_site(changes=changes))
    assert lines(check(folder)) == []
    assert "ponad 144 grody" in plain(shown(folder, "sieci/rivers.md"))


def test_a_heading_in_the_city_own_words_for_an_anchor_gives_way_to_it(tmp_path: Path) -> None:
    page = "---\nnetwork: rivers\n---\n\n## Ważne\n\nText. [Fakty](#wazne) i [prawda](#wazne-1).\n"
    changes: dict[str, str | bytes | None] = {
        "data/strings/pl.yml": "anchor.facts: wazne\n",
        "docs/pl/sieci/rivers.md": page,
    }
    assert lines(check(write_files(tmp_path, small_site(changes=changes)))) == []


def test_a_file_of_words_that_cannot_be_read_says_only_why(tmp_path: Path) -> None:
    found = check(write_files(tmp_path, three("menu:\n\thome: x\n")))
    assert [problem.code for problem in found if problem.is_error] == ["E-TAB"]


def test_missing_words_are_one_problem_that_counts_them_and_names_the_first(tmp_path: Path) -> None:
    words = strings().splitlines(keepends=True)
    kept = [line for line in words if not line.startswith(("menu.home:", "menu.main:"))]
    kept.append('menu.main: ""\n')
    (found,) = [line for line in lines(check(write_files(tmp_path, three("".join(kept)))), "en") if "WORDS" in line]
    total = len(templates())
    assert found.startswith(f"data/strings/uk.yml:1:1: E-WORDS-MISSING words are missing in “uk”: 2 of {total}")
    assert "menu.home, menu.main." in found
    assert "make new LANGUAGE=uk" in found


@pytest.mark.parametrize("form", ["one", "few", "many", "other"])
def test_a_form_that_the_language_needs_is_missed_where_the_others_stand(form: str, tmp_path: Path) -> None:
    words = re.sub(rf"^count\.cities\.{form}: .*\n", "", strings(), flags=re.MULTILINE)
    (found,) = [line for line in lines(check(write_files(tmp_path, three(words)))) if "WORDS" in line]
    assert f" E-WORDS-FORMS w „count.cities” brakuje form: {form}. " in found


def test_a_verb_that_never_changes_needs_one_form(tmp_path: Path) -> None:
    words = re.sub(r"^city\.joined\.network\..*\n", "", strings(), flags=re.MULTILINE)
    one = words + 'city.joined.network.other: "{city} долучення {date}."\n'
    assert [line for line in lines(check(write_files(tmp_path, three(one)))) if "WORDS" in line] == []


def test_a_language_needs_the_forms_of_its_own_plural_rules() -> None:
    noun = {"one": "city", "other": "cities"}
    assert needed_forms("uk", noun) == ("one", "few", "many", "other")
    assert needed_forms("de", noun) == ("one", "other")
    assert needed_forms("ar", noun) == ("zero", "one", "two", "few", "many", "other")


# --- the command ----------------------------------------------------------------------------------------


def new(folder: Path, locale: str, language: str = "en") -> int:
    return main(["new", "language", locale, "--root", str(folder), "--lang", language])


def test_the_command_writes_every_word_with_its_description_and_a_stub_for_every_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_files(tmp_path, small_site())
    assert new(folder, "uk") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "data/strings/uk.yml"
    assert "Write in data/site.yml: locales: [pl, en, uk]" in said
    assert (folder / "docs/uk/sieci/rivers.md").read_text("utf-8") == "---\nuntranslated: true\n---\n"
    text = (folder / "data/strings/uk.yml").read_text("utf-8")
    assert '# pl: Strona główna\n# en: Home\nmenu.home: ""\n' in text
    assert 'count.cities:\n  one: ""\n  few: ""\n  many: ""\n  other: ""\n' in text


@pytest.mark.parametrize("code", ["UK", "Uk", "root", "pt_BR", "ukr"])
def test_a_code_that_settings_would_refuse_makes_no_file(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_files(tmp_path, small_site())
    assert new(folder, code) == 2
    assert not [*folder.glob("data/strings/*"), *folder.glob(f"docs/{code}")]
    assert ("Did you mean “uk”?" in capsys.readouterr().err) == (code.lower() == "uk")


def test_what_the_command_wrote_lacks_every_word_and_nothing_else(tmp_path: Path) -> None:
    folder = write_files(tmp_path, small_site())
    new(folder, "uk")
    with (folder / "data/site.yml").open("a", encoding="utf-8") as settings:
        settings.write("locales: [pl, en, uk]\n")
    (found,) = [problem for problem in check(folder) if problem.is_error]
    assert found.code == "E-WORDS-MISSING"
    assert found.details["count"] == str(len(lacking("uk", frozenset())))


def test_run_again_the_command_adds_only_what_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translated = 'menu:\n  home: "Головна"\ncount.cities: { one: місто, few: міста, many: міст }\n'
    page = "---\ntitle: Головна\n---\n"
    changes: dict[str, str | bytes | None] = {"data/strings/uk.yml": translated, "docs/uk/index.md": page}
    folder = write_files(tmp_path, small_site(changes=changes))
    assert new(folder, "uk") == 0
    text = (folder / "data/strings/uk.yml").read_text("utf-8")
    assert text.startswith(translated)
    assert "menu.home:" not in text
    assert 'count.cities.other: ""\n' in text
    assert (folder / "docs/uk/index.md").read_text("utf-8") == page
    capsys.readouterr()
    assert new(folder, "uk", "pl") == 0
    assert (folder / "data/strings/uk.yml").read_text("utf-8") == text
    assert capsys.readouterr().out.splitlines() == [
        "Wpisz w data/site.yml: locales: [pl, en, uk]",
        "Przetłumacz data/strings/uk.yml i sprawdź: make check. Strony w docs/uk/ mogą poczekać.",
    ]


@pytest.mark.parametrize(("locale", "hint"), [("ua", "Did you mean “uk”?"), ("pl", "data/strings/pl.yml changes some")])
def test_the_command_refuses_what_is_no_further_language(
    locale: str, hint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(write_files(tmp_path, small_site()), locale) == 2
    assert hint in capsys.readouterr().err
    assert not (tmp_path / "data/strings").exists()


def test_a_city_without_a_name_in_the_language_is_marked_in_every_sentence() -> None:
    class Nameless:
        en = "Kraków"

        def forms_in(self, locale: str) -> None:
            return None

    said = in_city(Nameless(), load_words("pl"))
    assert stretches(said, "pl") == [("w mieście ", "pl"), ("Kraków", "en")]

"""Texts of the register in several languages: what may be missing, what readers get then, how a field is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_site import NETWORK, TODAY, check, shown, small_site, write_files

from opencity.register.loader import load
from opencity.register.models import Text
from opencity.register.models.facts import Name
from opencity.register.texts import texts_of

SHARED = "data/networks/rivers.yml"


@pytest.mark.parametrize(
    ("given", "locale", "words", "spoken"),
    [
        ({"pl": "sieć", "en": "network"}, "en", "network", "en"),
        ({"pl": "sieć"}, "en", "sieć", "pl"),
        ({"pl": "sieć", "en": "  "}, "en", "sieć", "pl"),
        ({"en": "network", "original": "en"}, "pl", "network", "en"),
        ({"pl": "sieć", "uk": "мережа"}, "uk", "мережа", "uk"),
        ({"pl": "sieć", "uk": ""}, "uk", "sieć", "pl"),
        ({"pl": "sieć", "de": "Netz", "original": "de"}, "en", "Netz", "de"),
    ],
)
def test_a_reader_gets_the_words_of_the_language_or_the_original(
    given: dict[str, str], locale: str, words: str, spoken: str
) -> None:
    text = Text.model_validate(given)
    assert (text.in_(locale), text.locale_of(locale)) == (words, spoken)


@pytest.mark.parametrize(
    ("names", "locale", "shown_name"),
    [
        ({"pl": "Sieć", "en": "Network"}, "uk", ("Network", "en")),
        ({"pl": "Sieć", "en": "none_found"}, "uk", ("Sieć", "pl")),
        ({"pl": "none_found", "en": "Network"}, "uk", ("Network", "en")),
        ({"pl": "none_found", "en": "Network"}, "pl", ("Network", "en")),
        ({"pl": "Sieć", "en": "none_found"}, "en", ("Sieć", "pl")),
        ({"pl": "Sieć", "en": "Network", "uk": "Мережа"}, "uk", ("Мережа", "uk")),
        ({"pl": "Sieć", "en": "Network", "uk": "none_found"}, "uk", ("Network", "en")),
    ],
)
def test_no_reader_ever_sees_that_a_name_was_not_found(
    names: dict[str, str], locale: str, shown_name: tuple[str, str]
) -> None:
    assert Name.model_validate({**names, "sources": ["a"]}).in_(locale) == shown_name


def test_where_english_is_missing_the_page_has_the_polish_words_marked_as_polish(tmp_path: Path) -> None:
    network = NETWORK.replace("summary: { pl: Sieć miast nad rzekami., en: A network of cities on rivers. }",
                              "summary: { pl: Sieć miast nad rzekami. }")  # fmt: skip
    html = shown(write_files(tmp_path, small_site(city="lodz", changes={SHARED: network})), "sieci/index.md", "en")
    assert '<span lang="pl">Sieć miast nad rzekami.</span>' in html


def test_a_field_is_named_without_its_place_in_a_list_and_an_act_by_its_id(tmp_path: Path) -> None:
    note = "notes:\n  - { text: { pl: Uwaga., en: Note. }, sources: [register] }\n"
    folder = write_files(tmp_path, small_site(changes={SHARED: NETWORK + note}))
    registry = load(folder, today=TODAY).registry
    assert registry is not None
    named = {(item.file.name, found.field) for item in registry.items() for found in texts_of(item)}
    assert {(SHARED, "notes.text"), (SHARED, "summary")} <= named
    assert ("data/cities/katowice/memberships/rivers.yml", "acts.admission.text") in named


def test_a_fact_is_named_alike_with_and_without_claims_and_each_text_has_its_place(tmp_path: Path) -> None:
    claims = (
        "organ:\n      reason: { pl: Bo tak., en: Because. }\n      claims:\n"
        "        - { value: { pl: Rada, en: Council }, sources: [register], accepted: true }\n"
        "        - { value: { pl: Sejmik, en: Assembly }, sources: [register] }\n"
    )
    found: dict[str, set[str]] = {}
    for kind, organ in (("plain", "organ: { pl: Rada, en: Council }\n"), ("claims", claims)):
        files = small_site()
        name = "data/cities/katowice/memberships/rivers.yml"
        path = str(files[name]).replace("    number: X/12/21\n", f"    number: X/12/21\n    {organ}")
        folder = write_files(tmp_path / kind, {**files, name: path})
        assert check(folder) == ()
        registry = load(folder, today=TODAY).registry
        assert registry is not None
        for item in registry.items():
            for text in texts_of(item):
                assert text.path in item.file.values
                if "organ" in text.field:
                    found.setdefault(kind, set()).add(text.field)
    assert found == {
        "plain": {"acts.resolution.organ"},
        "claims": {"acts.resolution.organ", "acts.resolution.organ.reason"},
    }

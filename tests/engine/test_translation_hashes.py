"""The hash of an original: whatever is no change of its words leaves it, whatever is one changes it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from opencity.pages.source import read_page
from opencity.translations.hashes import page_hash, plain, text_hash

PAGE = """\
---
title: Kontakt z miastem
lead: Piszemy o rzekach.
order: 3
---

## Gdzie jesteśmy

Nad Wisłą, w „Willi” – od 2014–2020 r. Zob. [sieć](sieci/rivers.md)…

```picture
file: most.jpg
alt: Most nad rzeką
author: Anna Nowak
licence: CC BY 4.0
caption: Most w Tychach
```

Dalej `a < b` i koniec.
"""


def hashed(page: str) -> str:
    source, problems = read_page(page.encode(), "kontakt.md", "pl", "docs/pl/kontakt.md")
    assert source is not None, problems
    return page_hash(source)


KEPT = {
    "the order in the menu": ("order: 3", "order: 4"),
    "no order at all": ("order: 3\n", ""),
    "a date": ("order: 3", "updated: 2026-11-20\npublished: 2026-11-20"),
    "sources and projects": ("order: 3", "sources: [a]\nprojects: [b]\nauthor: Anna"),
    "the line ends of Windows": ("\n", "\r\n"),
    "a line wrap": ("Nad Wisłą, w", "Nad Wisłą,\nw"),
    "no-break spaces": ("w „Willi” – od", "w\u00a0„Willi”\u00a0– od"),
    "the same as HTML": ("od 2014", "od&nbsp;2014"),
    "a soft hyphen": ("Wisłą", "Wi\u00adsłą"),
    "spaces at the end of a line": ("2020 r. Zob.", "2020 r.  \nZob."),
    "blank lines at the end": ("koniec.\n", "koniec.\n\n\n"),
    "straight quotes": ("„Willi”", '"Willi"'),
    "English quotes": ("„Willi”", "“Willi”"),
    "a hyphen for a dash": ("” – od", "” - od"),
    "two hyphens for a dash": ("” – od", "” -- od"),
    "a hyphen in a range": ("2014–2020", "2014-2020"),
    "three dots": ("…", "..."),
    "a comment": ("Dalej", "<!-- do sprawdzenia: 12 -->Dalej"),
    "a comment of several lines": ("Dalej", "<!--\nstary\n\nakapit\n-->\n\nDalej"),
    "the author of a picture": ("author: Anna Nowak", "author: Jan Kowalski"),
    "the file of a picture": ("most.jpg", "inny-most.jpg"),
    "the order of options": ("file: most.jpg\nalt: Most nad rzeką", "alt: Most nad rzeką\nfile: most.jpg"),
    "a block of data": ("Dalej", "```timeline\nnetwork: icc\n```\n\nDalej"),
    "letters put together": ("jesteśmy", unicodedata.normalize("NFD", "jesteśmy")),
    "the language of the original": ("order: 3", "original: pl"),
}


@pytest.mark.parametrize(("old", "new"), KEPT.values(), ids=KEPT)
def test_what_is_no_change_of_the_text_leaves_the_hash(old: str, new: str) -> None:
    assert old in PAGE
    assert hashed(PAGE.replace(old, new)) == hashed(PAGE)


CHANGED = {
    "the title": ("Kontakt z miastem", "Kontakt z gminą"),
    "the lead": ("Piszemy", "Mówimy"),
    "a menu label": ("order: 3", "menu: Kontakt"),
    "a description": ("order: 3", "description: Kontakt"),
    "a capital": ("Dalej", "dalej"),
    "an accent": ("rzeką", "rzeka"),
    "a number": ("2014–2020", "2014–2021"),
    "a sign": ("koniec.", "koniec!"),
    "a word that is gone": ("Dalej `a", "`a"),
    "a heading": ("Gdzie", "Kiedy"),
    "a link": ("rivers.md", "lakes.md"),
    "emphasis": ("Nad Wisłą", "**Nad Wisłą**"),
    "code": ("a < b", "a < c"),
    "a comment that is code": ("`a < b`", "`<!-- a -->`"),
    "a picture's alternative text": ("Most nad rzeką", "Most nad jeziorem"),
    "a picture's caption": ("Most w Tychach", "Most w Opolu"),
    "two words made one": ("i koniec", "ikoniec"),
    "a hyphen inside a word": ("Wisłą,", "Wi-słą,"),
}


@pytest.mark.parametrize(("old", "new"), CHANGED.values(), ids=CHANGED)
def test_what_is_a_change_of_the_text_changes_the_hash(old: str, new: str) -> None:
    assert old in PAGE
    assert hashed(PAGE.replace(old, new)) != hashed(PAGE)


def test_a_comment_in_a_block_of_code_is_text() -> None:
    code = PAGE + "\n```html\n<!-- jeden -->\n```\n"
    assert hashed(code) != hashed(code.replace("jeden", "dwa"))


def test_a_block_that_was_commented_out_is_no_text() -> None:
    gone = PAGE + "\n<!--\n```picture\nfile: a.jpg\nalt: Stary most\nauthor: X\nlicence: Y\n```\n-->\n"
    assert hashed(gone) == hashed(PAGE)


def test_the_hashes_of_all_sites_hang_on_these_rules() -> None:
    """Whoever changes them makes every translation of every site outdated: do it only where that is right."""
    assert hashed(PAGE) == "aae753ae68c3"
    assert text_hash("Sieć „Miast” – od 2014 r.\n Kolejny wiersz…") == "d4f1494559e9"


# --- for any text -------------------------------------------------------------------------------------

WORDS = st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8), min_size=1, max_size=8)
SPACES = st.text(st.sampled_from(" \t\n\r\u00a0\u202f\u2009"), min_size=1, max_size=4)


@given(WORDS, st.data())
def test_no_space_of_any_kind_changes_a_hash(words: list[str], data: st.DataObject) -> None:
    spaced = "".join(word + data.draw(SPACES) for word in words)
    assert text_hash(data.draw(SPACES) + spaced) == text_hash(" ".join(words))


@given(WORDS, st.data())
def test_any_other_letter_changes_it(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters(categories=["L", "N"]))
    other = text[:at] + letter + text[at + 1 :]
    assume(unicodedata.normalize("NFC", other) != unicodedata.normalize("NFC", text))
    assert text_hash(other) != text_hash(text)


@given(st.text())
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(
    st.dictionaries(st.sampled_from(["order", "published", "updated"]), st.integers(1990, 2026), max_size=3),
    st.permutations(["title: Kontakt", "lead: Piszemy."]),
)
def test_no_other_field_and_no_order_of_fields_changes_the_hash_of_a_page(
    fields: dict[str, int], words: list[str]
) -> None:
    if "published" in fields and "updated" in fields:
        fields["updated"] = fields["published"]
    front = "\n".join((*words, *(f"{key}: {value}" for key, value in fields.items())))
    assert hashed(f"---\n{front}\n---\n\nTekst.\n") == hashed("---\ntitle: Kontakt\nlead: Piszemy.\n---\nTekst.")

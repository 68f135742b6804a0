"""Marks of language inside text: they travel with the words and never reach a reader."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from opencity.language.marks import in_language, is_marked, stretches, without_marks

plain = st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0xDFFFF))
locales = st.sampled_from(["pl", "en", "uk"])


@given(plain, locales, plain)
def test_marks_never_change_the_words(before: str, locale: str, text: str) -> None:
    assert without_marks(f"{before}{in_language(text, locale)}") == f"{before}{text}"


@given(plain, plain, plain)
def test_each_part_keeps_its_language(before: str, text: str, after: str) -> None:
    parts = stretches(f"{before}{in_language(text, 'pl')}{after}", "en")
    assert "".join(part for part, _ in parts) == f"{before}{text}{after}"
    assert [part for part, language in parts if language == "pl"] == ([text] if text else [])


def test_a_text_is_marked_once() -> None:
    once = in_language("sieć", "pl")
    assert in_language(once, "en") == once
    assert is_marked(once)
    assert not is_marked("sieć")


def test_a_mark_that_is_left_open_is_dropped() -> None:
    assert stretches("\U000e0001\U000e0070open", "en") == [("open", "en")]

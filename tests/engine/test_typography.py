"""Polish lines: what must stay together does, nothing else is touched, and no letter ever changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opencity.language.typography import tie
from opencity.site.tokens import tokens
from opencity.site.typeset import typeset

NBSP = "\u00a0"
POLISH = st.text(alphabet="aiouwzAIOUWZ ąćęłńóśźżbc0123456789.,„”–\u00a0\nnr", max_size=80)


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("w Krakowie", "w_Krakowie"),
        ("W Łodzi i w Zakopanem", "W_Łodzi i_w_Zakopanem"),
        ("(z Katowic)", "(z_Katowic)"),
        ("„o Wrocławiu”", "„o_Wrocławiu”"),
        ("18 grudnia 2020 r.", "18_grudnia 2020_r."),
        ("nr XVI/171/11", "nr_XVI/171/11"),
        ("art. 8 ust. 6", "art._8 ust._6"),
        ("miasta – członkowie", "miasta_– członkowie"),
        ("2018–2022", "2018–2022"),
        ("Kraków a Gdynia", "Kraków a_Gdynia"),
        ("we Wrocławiu", "we Wrocławiu"),
        ("po nazwie i\npo funduszu", "po nazwie i_po funduszu"),
        ("strona o ", "strona o_"),
    ],
)
def test_what_belongs_together_is_tied(text: str, tied: str) -> None:
    assert tie(text).replace(NBSP, "_") == tied


@given(POLISH)
def test_tying_twice_changes_nothing_more(text: str) -> None:
    assert tie(tie(text)) == tie(text)


@given(POLISH)
def test_only_spaces_change(text: str) -> None:
    assert tie(text).replace(NBSP, " ").replace("\n", " ") == text.replace(NBSP, " ").replace("\n", " ")


def test_only_polish_text_is_typeset() -> None:
    html = '<p title="w domu">w domu <span lang="en">a house</span> <code>w kodzie</code> z <b>nim</b></p>'
    expected = '<p title="w domu">w_domu <span lang="en">a house</span> <code>w kodzie</code> z_<b>nim</b></p>'
    assert typeset(html, "pl").replace(NBSP, "_") == expected


def test_polish_inside_english_is_typeset_and_english_around_it_is_not() -> None:
    html = '<p>a town: <span lang="pl">w górach</span> – a fact</p>'
    assert typeset(html, "en").replace(NBSP, "_") == '<p>a town: <span lang="pl">w_górach</span> – a fact</p>'


@pytest.mark.parametrize(
    "html",
    [
        "<p>1 &lt; 2 &amp; &#160;3</p>",
        "<ul><li>a<li>b</ul>",
        "<img src='x.svg' alt='w lesie'><br/>",
        "<!-- w komentarzu --><p>x</p>",
        "<details open><summary>x</summary></details>",
        "<p>AT&T, &copy 2020, &nbsp;</p>",
        "<div>\n<![foo\n</div><?php x ?><![CDATA[ y ]]>",
        "<a title=\"a > b\" href='x'>c</a></b></i>",
        "a < b > c <",
    ],
)
def test_everything_else_comes_out_as_it_went_in(html: str) -> None:
    assert typeset(html, "en") == html


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("Kraków's path", "Kraków’s path"),
        ("the cities' path", "the cities’ path"),
        ("Kraków&#39;s", "Kraków’s"),
        ("<code>it's</code>", "<code>it's</code>"),
        ('<span lang="pl">O\'Neill</span>', '<span lang="pl">O\'Neill</span>'),
    ],
)
def test_english_apostrophes_are_curved_outside_code(text: str, set_: str) -> None:
    assert typeset(text, "en") == set_


@given(st.text(alphabet="<>/!-=\"' abpi?[]&;#\n", max_size=300))
def test_whatever_a_stranger_writes_comes_out_as_it_went_in(html: str) -> None:
    assert "".join(token.text for token in tokens(html, "pl")) == html


@pytest.mark.parametrize("piece", ["<a ", '<a x="', "<!--", "<p></b>", "<", "<p>", "<p lang=en>", "<![", "a ' "])
def test_what_stalls_other_parsers_is_read_once(piece: str) -> None:
    """256 KB of it: minutes with the standard library, and here a bounded number of steps for each character."""
    html = piece * (256 * 1024 // len(piece))
    assert sum(len(token.text) for token in tokens(html, "pl")) == len(html)

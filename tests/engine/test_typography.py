"""Text as its language is set: what belongs together stays so, signs are the right ones, letters never change."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opencity.language.marks import in_language
from opencity.language.typography import RULES, set_plainly, set_text
from opencity.site.tokens import tokens
from opencity.site.typeset import typeset

NBSP = "\u00a0"


def shown(text: str, locale: str = "pl") -> str:
    """The text, set, with spaces that do not break as underscores."""
    return set_text(text, locale).replace(NBSP, "_")


def html(text: str, locale: str = "pl") -> str:
    return typeset(text, locale).replace(NBSP, "_")


# --- Polish -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "set_",
    [
        # words of one letter
        "w_Krakowie",
        "W_Łodzi i_w_Zakopanem",
        "a_w_domu i_z_nim",
        "(z_Katowic)",
        "„o_Wrocławiu”",
        "Kraków a_Gdynia",
        "Gdynia_– i_Sopot",
        "we Wrocławiu",
        "Jak? I_kiedy?",
        "strona o_",
        "lit._a) umowy",
        "wariant a, b i_c",
        # numbers, units, sums
        "5_km od Nowego Sącza",
        "10_000_zł",
        "1_352_080_zł",
        "1_844 sygnatariuszy",
        "12_proc. mieszkańców, 60_% w_Łodzi",
        "131_mln_zł, 825_mln_euro, 3,5_mld_zł, EUR_20",
        "około 7_tysięcy wniosków",
        "20_°C",
        "146_s., 100_pkt",
        "144._miasto z_Polski",
        "na 52._sesji",
        "Było ich 52. Nikt nie liczył.",
        # dates
        "18_grudnia 2020_r.",
        "2018–2022_r.",
        "z_lat 1990–1992",
        "w_roku_2020",
        "12_XII 2020_r.",
        "XX_w. i_XXI_wiek",
        "godz._12.00",
        # law and print
        "nr_XVI/171/11",
        "uchwała nr_XVI/171/11-2",
        "art._8 ust._6 pkt_2 lit._a",
        "§_3 umowy, Art._5",
        "Dz.U._2019 poz._2360",
        "Dz._U._z_2019_r. poz._2360",
        "t._2, s._12, s._12–15, str._4",
        "itd. nie zaczyna wiersza_itd.",
        # names
        "ul._Zabłocie 20, al._Jana Pawła_II, pl._Nowy, os._Zielone",
        "Muzeum im._Stefana Żeromskiego, św._Jacek",
        "dr_hab._inż._Jan Nowak, prof._Anna Zając",
        "J._Kowalski, J._R._R._Tolkien, J.R.R._Tolkien, Cz._Miłosz",
        "Stanisław August_II Mocny",
        # dashes
        "miasta_– członkowie",
        "miasta_— członkowie",
    ],
)
def test_what_belongs_together_in_polish_is_tied(set_: str) -> None:
    assert shown(set_.replace("_", " ")) == set_


def test_a_line_of_the_source_ends_where_a_space_would_stand() -> None:
    assert shown("po nazwie i\npo funduszu, nr\n5, 18\ngrudnia") == "po nazwie i_po funduszu, nr_5, 18_grudnia"


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ('program "Otwarty Kraków"', "program „Otwarty Kraków”"),
        ('"Miasto" i "wieś".', "„Miasto” i_„wieś”."),
        ('("Łódź")', "(„Łódź”)"),
        ('mówi "o "Solidarności" dziś"', "mówi „o_«Solidarności» dziś”"),
        ('mówi „o "Solidarności"”', "mówi „o_«Solidarności»”"),
        ("mówi „o „Solidarności””", "mówi „o_«Solidarności»”"),
        ("mówi „o «Solidarności»”", "mówi „o_«Solidarności»”"),
        ('«kto "dziś" tam»', "«kto „dziś” tam»"),
        ("“Wrocław”, „Gdynia“, ”Sopot”", "„Wrocław”, „Gdynia”, „Sopot”"),
        ('nagroda "Miasto 2020"', "nagroda „Miasto 2020”"),
        ('z "Solidarności"-matki', "z_„Solidarności”-matki"),
        ("Kennedy'ego i Moore'a", "Kennedy’ego i_Moore’a"),
        ("Dialogopolis '22", "Dialogopolis ’22"),
        ("nie wiem...", "nie wiem…"),
        ("Katowice - miasto ogrodów", "Katowice_– miasto ogrodów"),
        ("Katowice -- miasto ogrodów", "Katowice_– miasto ogrodów"),
        ("strategia 2018-2022", "strategia 2018–2022"),
        ("(2014-2020), lata 2021-2027.", "(2014–2020), lata 2021–2027."),
        ("14-15 listopada 2024 r.", "14–15_listopada 2024_r."),
        ("14-15.11.2024", "14–15.11.2024"),
        ("5-10 km, 20-30%, 18-25 lat", "5–10_km, 20–30%, 18–25 lat"),
        ("art. 8-10, s. 12-15, godz. 10-12, 10:00-12:30", "art._8–10, s._12–15, godz._10–12, 10:00–12:30"),
    ],
)
def test_signs_typed_in_polish_become_those_of_polish(typed: str, set_: str) -> None:
    assert shown(typed) == set_


@pytest.mark.parametrize(
    "text",
    [
        'monitor 15" i okno',
        "52°13'56\"",
        "mały cal: 5'",
        'cytat "bez końca',
        'cytat bez początku" tutaj',
        "a tak » nie «",
        "Bielsko-Biała",
        "2022-09-05",
        "2022-2018",
        "2022-09",
        "ISBN 978-83-944879-1-1",
        "ISSN 1234-1999",
        "umowa 12/14-2022/OG-FAMI",
        "uchwała XVI/171/11-2",
        "kod 31-072 Kraków",
        "tel. 1200-1300",
        "faks 616-12-34",
        "NPF-2014-2020",
        "raport-2014-2020.pdf",
        "raport 2014-2020.pdf",
        "2018-2022-A",
        "https://miasto.pl/it's/2018-2022/...",
        "//miasto.pl/2018-2022",
        "biuro@miasto-2018-2022.pl",
        "o'neill@miasto.pl, ~/it's/x, C:\\it's, pl/a/it's.md",
        "-5",
        "kropki....",
    ],
)
def test_what_only_looks_like_it_stays_as_it_is(text: str) -> None:
    assert re.sub(NBSP, " ", set_text(text, "pl")) == text


# --- English ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Kraków's path", "Kraków’s path"),
        ("the cities' path", "the cities’ path"),
        ("the 1990's, '22, 'tis, rock 'n' roll", "the 1990’s, ’22, ’tis, rock ’n’ roll"),
        ("the 'Open Kraków' programme", "the ‘Open Kraków’ programme"),
        ("the cities' 'open' day", "the cities’ ‘open’ day"),
        ('the "Open Kraków" programme', "the “Open Kraków” programme"),
        ("she said \"the 'Open' day\"", "she said “the ‘Open’ day”"),
        ('she said "the "Open" day"', "she said “the ‘Open’ day”"),
        ("the „Otwarty Kraków” programme", "the “Otwarty Kraków” programme"),
        ("krakow.pl's page", "krakow.pl’s page"),
        ("and so on...", "and so on…"),
        ("Łódź - a city", "Łódź – a city"),
        ("18 December 2020", "18 December 2020"),
        ("14-15 November", "14–15 November"),
        ("in 2020 May was warm", "in 2020 May was warm"),
        ("No. 5, pp. 12-15, £5 million", "No. 5, pp. 12–15, £5 million"),
        ("5 km, 10 per cent, 3 billion zł, 9 a.m.", "5 km, 10 per cent, 3 billion zł, 9 a.m."),
        ("about PLN 131 million", "about PLN 131 million"),
        ("Dr Smith, J. R. R. Tolkien", "Dr Smith, J. R. R. Tolkien"),
        ("a town in a wood", "a town in a wood"),
        ("6' wide, 6'2\" tall", "6' wide, 6'2\" tall"),
        ("no, 5 of them", "no, 5 of them"),
    ],
)
def test_english_is_set_as_the_british_set_it(typed: str, set_: str) -> None:
    assert shown(typed, "en") == set_


# --- other languages ----------------------------------------------------------------------------------

UKRAINIAN = '«Київ» - місто... з 2018-2022 рр., 5 км, "так" об\'єднання'


@pytest.mark.parametrize("language", ["uk", "de", "", "zz"])
def test_a_language_without_rules_stays_as_it_is(language: str) -> None:
    assert set_text(UKRAINIAN, language) == UKRAINIAN
    assert typeset(f"<p>{UKRAINIAN} w domu</p>", language) == f"<p>{UKRAINIAN} w domu</p>"


def test_a_tag_with_a_region_has_the_rules_of_its_language() -> None:
    assert html('<p lang="en-GB">it\'s</p><p lang="pl-PL">w lesie</p>', "uk") == (
        '<p lang="en-GB">it’s</p><p lang="pl-PL">w_lesie</p>'
    )


# --- HTML ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        (
            "<p>w 2020 r.<a>1</a> 5 mln zł<a>2</a> 1 maja<a>3</a></p>",
            "<p>w_2020_r.<a>1</a> 5_mln_zł<a>2</a> 1_maja<a>3</a></p>",
        ),
        ('<p>"<em>Łódź</em>"</p>', "<p>„<em>Łódź</em>”</p>"),
        ('<p>"Łódź"<sup>1</sup></p>', "<p>„Łódź”<sup>1</sup></p>"),
        ("<p>&#34;a&#34; &quot;b&quot; Moore&#39;a</p>", "<p>„a” „b” Moore’a</p>"),
        ("<p>w <b>Łodzi</b> i <i>z</i> <a>nami</a></p>", "<p>w_<b>Łodzi</b> i_<i>z</i>_<a>nami</a></p>"),
        ("<p><b>5</b> km, <time>18 grudnia 2020</time> r.</p>", "<p><b>5</b>_km, <time>18_grudnia 2020</time>_r.</p>"),
        ("<p>z <code>x - y</code> - tak</p>", "<p>z_<code>x - y</code>_– tak</p>"),
        ('<p>"a</p><p>b"</p>', '<p>"a</p><p>b"</p>'),
        ('<ul><li>"a"<ul><li>"b" c</ul></ul>', "<ul><li>„a”<ul><li>„b” c</ul></ul>"),
        ('<p>"a<br>b"</p>', "<p>„a<br>b”</p>"),
        ('<p>"<img alt="x">"</p>', '<p>„<img alt="x">”</p>'),
        ('<p>"<span lang="en">ICC - "x"</span>" z <i lang="uk">з "x"</i></p>', None),
    ],
)
def test_a_sentence_is_set_over_the_tags_in_it(typed: str, set_: str | None) -> None:
    mixed = '<p>„<span lang="en">ICC – “x”</span>” z_<i lang="uk">з "x"</i></p>'
    assert html(typed) == (set_ or mixed)


def test_only_polish_text_is_set_as_polish() -> None:
    typed = '<p title="w domu">w domu <span lang="en">a house</span> <code>w kodzie</code> z <b>nim</b></p>'
    expected = '<p title="w domu">w_domu <span lang="en">a house</span> <code>w kodzie</code> z_<b>nim</b></p>'
    assert html(typed) == expected


def test_polish_inside_english_is_set_as_polish() -> None:
    typed = '<p>a town: <span lang="pl">w górach</span> – a fact</p>'
    assert html(typed, "en") == '<p>a town: <span lang="pl">w_górach</span> – a fact</p>'


@pytest.mark.parametrize("element", ["code", "pre", "kbd", "samp", "script", "style", "textarea"])
def test_code_is_not_language(element: str) -> None:
    typed = f'<div><{element} title=\'"w"\'>w "domu" - <b>i</b> it\'s 5 km...</{element}></div>'
    assert (typeset(typed, "pl"), typeset(typed, "en")) == (typed, typed)


@pytest.mark.parametrize(
    "text",
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
def test_everything_else_comes_out_as_it_went_in(text: str) -> None:
    assert typeset(text, "en") == text


def test_a_title_has_each_language_set_as_its_own_and_plain_spaces() -> None:
    english, ukrainian = in_language("Council's 5 km", "en"), in_language("об'їзд - 5", "uk")
    title = f'{english} w Łodzi - "tak", {ukrainian}'
    assert set_plainly(title, "pl") == "Council’s 5 km w Łodzi – „tak”, об'їзд - 5"


# --- laws ---------------------------------------------------------------------------------------------

PIECES = (
    *"aiouwzAIWZbcćśżXVk0159\"'“”„«»‘’–—-.,;:()/@\n ",
    *(NBSP, "...", " - ", " -- ", "2018", "2022", "2018-2022", "14-15 ", " grudnia"),
    *(
        " May",
        " km",
        " r.",
        "nr ",
        "s. ",
        "tys. ",
        "zł",
        "Dz. U. ",
        "dr ",
        "J. ",
        "art. ",
        "pkt ",
        "p. ",
        "www.x.pl",
        "it's",
    ),
    *("\ufffc", "<", "&#34;", "&#39;"),
)
TEXT = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
TAGS = ("<p>", "</p>", "<em>", "</em>", '<i lang="en">', "</i>", "<code>", "</code>", "<br title=\"w i - 'x'\">")
HTML = st.lists(st.sampled_from((*PIECES, *TAGS)), max_size=40).map("".join)
LANGUAGES = st.sampled_from(sorted(RULES))
SIGNS = re.compile(r"""[\s"'“”„«»‘’–.…-]+""")


def letters(text: str) -> str:
    """What typesetting never touches: everything but spaces and a few signs."""
    return SIGNS.sub("", text.replace("&#34;", "").replace("&#39;", ""))


@given(TEXT, LANGUAGES)
def test_setting_twice_changes_nothing_more(text: str, locale: str) -> None:
    once = set_text(text, locale)
    assert set_text(once, locale) == once


@given(TEXT, LANGUAGES)
def test_letters_and_digits_never_change(text: str, locale: str) -> None:
    assert letters(set_text(text, locale)) == letters(text)


@given(TEXT, LANGUAGES)
def test_sign_takes_the_place_of_sign(text: str, locale: str) -> None:
    """Hence the pieces of a sentence can be parted again where its tags stand."""
    assert len(RULES[locale].settle(text)) == len(text)


ADDRESSES = st.sampled_from(["https://a.pl/it's/2018-2022", "e.x-1@a-b.pl", "www.a.pl/x...y", "/a/it's.md"])


@given(TEXT, LANGUAGES, ADDRESSES)
def test_an_address_in_a_sentence_stays_as_it_is(text: str, locale: str, address: str) -> None:
    assert f" {address} " in set_text(f"{text} ({address} ) {address} {text}", locale).replace(NBSP, " ")


@given(HTML, LANGUAGES)
def test_setting_html_twice_changes_nothing_more(text: str, locale: str) -> None:
    once = typeset(text, locale)
    assert typeset(once, locale) == once


@given(HTML, LANGUAGES)
def test_tags_and_code_are_the_same_byte_for_byte(text: str, locale: str) -> None:
    def fixed(html_: str) -> list[str]:
        return [token.text for token in tokens(html_, locale) if token.name or not token.language]

    assert fixed(typeset(text, locale)) == fixed(text)
    assert letters(typeset(text, locale)) == letters(text)


@given(HTML)
def test_what_is_not_of_a_language_with_rules_is_the_same_byte_for_byte(text: str) -> None:
    def foreign(html_: str) -> list[str]:
        return [token.text for token in tokens(html_, "uk") if token.language != "en"]

    assert foreign(typeset(text, "uk")) == foreign(text)


NASTY = (
    *('"', "'", '" ', ' "', "„", "“", "«", "„a ", '"a', "'a ", "('", "a'", "5'", "a '", "&#34;", "&"),
    *("a ", "w\n", "a", "X", "1", "1 ", "1-", "2018-", "14-15 ", "1 000", "s. 1-", "-", " - ", " -- ", "\n", " "),
    *(".", "..", "... ", "a.", "a.b", "a-", "a+", "a/", "a/'", "/'", "@", "a@", "a@'", "a'a", "a''a", "://"),
    *("www.'", "http://", "~", "C:\\'", "mailto:", "IX ", "J. ", "ust. ", "Dz. U. ", "mln ", "2018-2022 "),
)


@pytest.mark.parametrize("locale", sorted(RULES))
@pytest.mark.parametrize("piece", NASTY)
def test_a_text_is_read_once(piece: str, locale: str) -> None:
    """200 KB of it: a pattern that begins anew at each sign would take minutes; none of these takes a second."""
    text = piece * (200 * 1024 // len(piece))
    assert letters(typeset(f"<p>{text}</p>", locale)) == letters(f"<p>{text}</p>")


@given(st.text(alphabet="<>/!-=\"' abpi?[]&;#\n", max_size=300))
def test_whatever_a_stranger_writes_comes_out_as_it_went_in(text: str) -> None:
    assert "".join(token.text for token in tokens(text, "pl")) == text


@pytest.mark.parametrize("piece", ["<a ", '<a x="', "<!--", "<p></b>", "<", "<p>", "<p lang=en>", "<![", "a ' "])
def test_what_stalls_other_parsers_is_read_once(piece: str) -> None:
    """256 KB of it: minutes with the standard library, and here a bounded number of steps for each character."""
    text = piece * (256 * 1024 // len(piece))
    assert sum(len(token.text) for token in tokens(text, "pl")) == len(text)

"""Text as people type it and read it."""

import pytest

from itupp.text import (
    fold,
    formula,
    harmless,
    harmless_from,
    one_line,
    plain,
    shell_word,
    shortened,
    visible,
)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Arab states", "arab states"),
        ("ARAB-STATES", "arab states"),
        ("  “Arab   states” ", "arab states"),
        ("Côte d'Ivoire", "cote divoire"),
        ("Côte d\u2019Ivoire", "cote divoire"),
        ("U.S.A.", "usa"),
        ("Res. 102", "res 102"),
        ("Straße", "strasse"),
        ("Åland", "aland"),
        ("?!", ""),
        ("日本", "日本"),
    ],
)
def test_fold(typed, folded):
    """Case, accents, punctuation and spacing do not count."""
    assert fold(typed) == folded


def test_visible():
    """Control characters are shown, all else is left alone."""
    assert visible("a\x1b[31mb\x07\x9b") == "a\\x1b[31mb\\x07\\x9b"
    assert visible("a\u202eb\u2066c") == "a\\u202eb\\u2066c"
    assert visible("é [x] \t\n\u200f") == "é [x] \t\n\u200f"


def test_one_line():
    """White space of any kind is one space."""
    assert one_line(" a\n  b\tc ") == "a b c"


@pytest.mark.parametrize(
    ("text", "ascii"),
    [
        ("Türkiye, Côte d\u2019Ivoire", "Turkiye, Cote d'Ivoire"),
        ("\u201cSpace2030\u201d \u2013 2026\u2026", '"Space2030" - 2026...'),
        ("\uff21 \u00bd", "A 1/2"),
        ("a \u2260 b", "a =/ b"),
        ("漢字 \ud800", "?? ?"),
    ],
)
def test_plain(text, ascii):
    """In ASCII text stays readable as far as it can."""
    assert plain(text) == ascii


@pytest.mark.parametrize(
    "text",
    [
        "arab-states",
        "102",
        "Res.102",
        "a_b",
        "\u092b\u0940\u0938",
        "\u00e9t\u00e9",
        "\u706f\u5854",
        "..",
        "a-",
    ],
)
def test_harmless(text):
    """Letters of any script with their vowel signs, digits, `.`, `-` and `_`."""
    assert harmless(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-a",
        "a b",
        "a;b",
        "$a",
        "a\\b",
        "`a`",
        "a\nb",
        "a\u00a0b",
        "a\u200bb",
        "\ufe69a",
        "\uff04",
        "\u2024",
        "\u203ca",
        "~a",
    ],
)
def test_not_harmless(text):
    """Signs, blanks and invisible characters, also those that become one in plain ASCII."""
    assert not harmless(text)


def test_harmless_from():
    """What would do instead has a dash for what cannot be, and is harmless or empty."""
    assert [harmless_from(text) for text in ("-a b--c", "a; rm #", "no\u200btes", "$")] == [
        "a-b-c",
        "a-rm",
        "notes",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ke", "ke"),
        ("tests/data.yaml", "tests/data.yaml"),
        ("Arab states", '"Arab states"'),
        ("C\u00f4te d\u2019Ivoire", '"C\u00f4te d\u2019Ivoire"'),
        ("7; touch x #", '"7; touch x #"'),
        ("-a", None),
        ("", None),
        ("a  b", None),
        ("a!", None),
        ("$a", None),
        ("`a`", None),
        ("a\\b", None),
        ('a"b', None),
        ("\u201ca\u201d", None),
        ("\uff04(a)", None),
        ("a\nb", None),
    ],
)
def test_shell_word(text, word):
    """As it stands or in double quotes; none for what bash, zsh, fish or PowerShell read apart."""
    assert shell_word(text) == word


def test_shortened():
    """What fits stays; the rest is cut between words; wide letters count twice, accents not."""
    assert shortened("", 5) == ""
    assert shortened("lamps", 5) == "lamps"
    assert shortened("the lamps", 6) == "the\u2026"
    assert shortened("lampshade", 6) == "lamps\u2026"
    assert shortened("\u706f\u5854\u706f", 5) == "\u706f\u5854\u2026"
    assert shortened("e\u0301te\u0301s", 4) == "e\u0301te\u0301s"


@pytest.mark.parametrize("text", ["=1", "+a", "-a", "@a", " =1", "\uff1d1", "-1-1", "+44 1"])
def test_formula(text):
    """What a spreadsheet may run."""
    assert formula(text)


@pytest.mark.parametrize("text", ["", "1", "-1", "+1.5", "a=1", "\u2013 a", "'=1"])
def test_no_formula(text):
    """A number and any other text."""
    assert not formula(text)

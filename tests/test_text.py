"""Text as people type it and read it."""

import pytest

from itupp.text import fold, nearest, one_line, plain, visible


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


def test_nearest():
    """The nearest legal word comes back as it is written; where none is near there is none."""
    assert nearest("Sectoin", ["section", "title"]) == "section"
    assert nearest("ecole", ["École", "other"]) == "École"
    assert nearest("xyz", ["section", "title"]) is None


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

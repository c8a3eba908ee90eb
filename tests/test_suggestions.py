"""Did you mean."""

import pytest

from itupp.briefing import Country
from itupp.suggestions import did_you_mean, meant, nearest, unknown, unknown_id


def test_nearest():
    """Case and accents aside; what is not near is not meant."""
    assert nearest("piont", ["point", "paint"]) == "point"
    assert nearest("ECLAIRAGE", ["\u00c9clairage"]) == "\u00c9clairage"
    assert nearest("Sectoin", ["section", "title"]) == "section"
    assert nearest("ask", ["asia"]) is None
    assert nearest("ask", []) is None


def test_did_you_mean():
    """Nothing is asked where nothing is near."""
    assert did_you_mean("br") == "; did you mean br?"
    assert did_you_mean(None) == ""


def test_unknown():
    """The nearest legal value is told or, where none is near, all of a short list."""
    legal = {"Brazil": "br", "Brasil": "br", "Chad": "td"}
    assert unknown("id", "brazl", legal) == 'unknown id "brazl"; did you mean br?'
    assert unknown("id", "xyzzy", legal) == 'unknown id "xyzzy"; known: br, td'
    assert unknown("id", "xyzzy", {}) == 'unknown id "xyzzy"'
    nineteen = {letter: letter for letter in "abcdefghijklmnopqrs"}
    assert unknown("id", "xyzzy", nineteen).startswith('unknown id "xyzzy"; known: a, b')
    assert unknown("id", "xyzzy", {**nineteen, "t": "t"}) == 'unknown id "xyzzy"'


COUNTRIES = [
    Country(id="de", name="Germany", alpha3="DEU", aliases=("Deutschland",)),
    Country(id="ec", name="Ecuador", alpha3="ECU"),
    Country(id="ls", name="Lesotho", alpha3="LSO"),
    Country(id="kr", name="South Korea", alpha3="KOR", aliases=("Republic of Korea",)),
    Country(id="kp", name="North Korea", alpha3="PRK"),
    Country(id="tr", name="T\xfcrkiye", alpha3="TUR", aliases=("Republic of T\xfcrkiye",)),
    Country(id="cg", name="Republic of the Congo", alpha3="COG"),
    Country(id="cd", name="Democratic Republic of the Congo", alpha3="COD"),
]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Republic of Turkeye", ["tr"]),
        ("Republic of Koria", ["kr", "kp"]),
        ("Koria", ["kr", "kp"]),
        ("germny", ["de"]),
        ("Republic", []),
        ("eu", []),
        ("els", []),
        ("of the", []),
        ("102", []),
        ("Lesotho 7", []),
    ],
)
def test_meant(typed, ids):
    """Records are suggested by the words that tell them apart, and never a code for a code."""
    assert [record.id for record in meant(typed, COUNTRIES)] == ids


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("deutschland", "; did you mean de (Germany)?"),
        ("gremany", "; did you mean de (Germany)?"),
        ("Ecuadr", "; did you mean ec (Ecuador)?"),
        ("eu", "; known: de, ec, ls, kr, kp, tr, cg, cd"),
        ("south", "; known: de, ec, ls, kr, kp, tr, cg, cd"),
    ],
)
def test_unknown_id(typed, question):
    """An id is proposed with its record's name, for a name of its own or one that is near."""
    assert unknown_id("id", typed, COUNTRIES) == f'unknown id "{typed}"{question}'

"""Did you mean."""

from itupp.suggestions import did_you_mean, nearest, unknown


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

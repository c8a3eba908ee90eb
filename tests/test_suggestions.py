"""Did you mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itupp.briefing import Country
from itupp.loading import read
from itupp.suggestions import (
    AS_ALIKE,
    Spellings,
    _likeness_of,
    _telling,
    did_you_mean,
    meant,
    nearest,
    unknown,
    unknown_id,
)
from itupp.typed import folded


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
    assert unknown_id("id", typed, Spellings(COUNTRIES)) == f'unknown id "{typed}"{question}'


def as_before(words, records):
    """What `meant` finds one by one, without looking for candidates first."""
    found = {}
    for record in records:
        forms = [_telling(name) for name in {folded(name) for name in record.names}]
        found[record] = max(_likeness_of(words, form) for form in forms)
    share, best = max(found.values())
    near = [
        record
        for record, (own_share, own) in found.items()
        if own_share and own_share == share and own >= best - AS_ALIKE
    ]
    return share, near


LETTERS = "abcd"


@given(
    typed=st.lists(st.text(LETTERS, min_size=3, max_size=9), min_size=1, max_size=3),
    names=st.lists(
        st.lists(st.text(LETTERS, min_size=3, max_size=9), min_size=1, max_size=3),
        min_size=1,
        max_size=9,
    ),
)
def test_candidates_leave_nobody_out(typed, names):
    """Looking at candidates alone gives the same answer as looking at everybody."""
    records = [Country(id=f"{place}", name=" ".join(name)) for place, name in enumerate(names)]
    words = [word for word in typed if word not in ("a", "an")]
    assert Spellings(records)._most_alike(words) == as_before(words, records)


@pytest.mark.parametrize("typed", ["Brasil", "Argentine", "Kenia", "Brazill", "Brazilia"])
def test_candidates_of_countries(typed):
    """The same on names that people type."""
    words = _telling(folded(typed))
    assert Spellings(COUNTRIES)._most_alike(words) == as_before(words, COUNTRIES)


def test_very_long_words_are_alike_to_nothing():
    """They are no names; one is itself all the same."""
    long = "ab" * 60
    records = [Country(id="x", name=long)]
    assert Spellings(records).meant(f"{long}a") == []
    assert Spellings(records).called(long.upper()) == records


def test_a_thousand_unknown_ids(tmp_path, monkeypatch):
    """Each is told where it stands, as long as there are not too many to look for each."""
    ids = [f"{place * 7919 % 99991:05}".translate(SYLLABLES) for place in range(1, 1001)]
    wrong = [f"{id[:3]}zz{id[5:]}" for id in ids]
    blocs = "".join(f"- {{id: {id}, name: The {id[::-1]} ports}}\n" for id in ids)
    for name, asked in (("right", ids), ("wrong", wrong)):
        positions = "".join(f"  - {{summary: {id}, proponents: [{id}]}}\n" for id in asked)
        topics = f"topics:\n- id: t\n  title: T\n  positions:\n{positions}"
        (tmp_path / name).write_text(
            f"briefing: {{title: T}}\nblocs:\n{blocs}{topics}", encoding="utf-8"
        )
        assert len(read(tmp_path / name).mistakes) == (0 if name == "right" else 1000)
    monkeypatch.setattr("itupp.loading.records.MANY", 3)
    told = [problem.message for problem in read(tmp_path / "wrong").mistakes]
    assert ["did you mean" in message for message in told] == [True] * 3 + [False] * 997


NUMBERS = ["ba", "de", "fi", "go", "hu", "ke", "li", "mo", "nu", "ra"]

SYLLABLES = str.maketrans(dict(zip("0123456789", NUMBERS, strict=True)))


def test_a_question_is_proposed_by_its_id_alone():
    """Its text would be read as the question that is asked."""
    asked = [Country(id="wcit", name="Should a WCIT be held?"), Country(id="fees", name="Dues?")]
    assert unknown_id("side", "wict", Spellings(asked)) == 'unknown side "wict"; did you mean wcit?'


def test_words_typed_twice():
    """More words than a name has can be that name misspelt."""
    assert Spellings(COUNTRIES).meant("Ecuadr Ecuador", whole=True) == [COUNTRIES[1]]

"""Comparisons: the room, one with all others, several with each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import BRIEFINGS, PROPONENTS

from itupp.answers import comparison


def compared(briefing, names, topics=None):
    """The document that compares those named, on the topics of these ids or on all."""
    known = {proponent.id: proponent for proponent in briefing.proponents}
    asked = [topic for topic in briefing.topics.values() if topics is None or topic.id in topics]
    return comparison.show_several([known[name] for name in names], asked).document()


def ids(references):
    """The ids of references or positions."""
    return [reference["id"] for reference in references]


TWO = ["northern-coast", "southern-coast"]


def test_what_two_say(tiny):
    """Each topic has what those compared say on it, and who of them says so."""
    lamps, *_ = compared(tiny, TWO)["topics"]
    assert [(position["id"], ids(position["by"])) for position in lamps["positions"]] == [
        ("lamps-1", ["northern-coast"]),
        ("lamps-2", ["southern-coast"]),
        ("lamps-3", TWO),
    ]
    assert lamps["silent"] == []
    assert [(asked["id"], asked["relation"]) for asked in lamps["questions"]] == [
        ("kind", "opposed")
    ]


def test_silence(tiny):
    """Who says nothing on a topic is silent; a question that none of them answers is left out."""
    _, horns, _ = compared(tiny, TWO)["topics"]
    assert (horns["positions"], ids(horns["silent"]), horns["questions"]) == ([], TWO, [])
    (lamps,) = compared(tiny, ["islands", "atl"], ["lamps"])["topics"]
    assert (ids(lamps["silent"]), lamps["questions"]) == (["islands", "atl"], [])


def test_what_any_two_share(tiny):
    """It is told for any two of them that share something on the topics asked for."""
    names = [*TWO, "br"]
    shared = compared(tiny, names)["shared"]
    assert [(ids(pair["between"]), pair["positions"]) for pair in shared] == [
        (TWO, ["lamps-3"]),
        (["northern-coast", "br"], ["lamps-1"]),
    ]
    assert compared(tiny, names, ["buoys"])["shared"] == []


def test_shares_are_told_of_all(tiny):
    """For any two how much they share is told, be it nothing, of what each has on those topics."""
    pair = [tiny.blocs["southern-coast"], tiny.countries["br"]]
    facts = dict(comparison.show_several(pair, list(tiny.topics.values())).view().facts)
    assert facts["Shared"] == ("nothing: Southern coast 0 of 2, Brazil 0 of 1",)


@given(BRIEFINGS, st.permutations(PROPONENTS))
def test_the_order_of_names_does_not_matter(briefing, names):
    """Comparing A with B finds what comparing B with A finds."""
    forth = compared(briefing, names)["topics"]
    back = compared(briefing, names[::-1])["topics"]
    for one, other in zip(forth, back, strict=True):
        assert ids(one["positions"]) == ids(other["positions"])
        for here, there in zip(one["positions"], other["positions"], strict=True):
            assert sorted(ids(here["by"])) == sorted(ids(there["by"]))
        assert sorted(ids(one["silent"])) == sorted(ids(other["silent"]))
        relations = [asked["relation"] for asked in one["questions"]]
        assert relations == [asked["relation"] for asked in other["questions"]]


@given(BRIEFINGS)
def test_the_room_adds_up(briefing):
    """Each proponent's counts are its total; shared positions count for each who shares them."""
    room = comparison.show_room(briefing).document()
    assert room["positions"] == len(briefing.positions)
    for proponent in room["proponents"]:
        assert proponent["positions"] == sum(on["positions"] for on in proponent["topics"])


@pytest.mark.parametrize("name", ["northern-coast", "islands"])
def test_rows_of_a_standing(tiny, name):
    """There is one for everything shared and every side taken by others; there may be none."""
    rows = comparison.show_standing(tiny.blocs[name]).view().data.rows
    told = [(who, id, relation) for _, (who,), id, *_, relation in rows]
    assert told == STANDING[name]


STANDING = {
    "northern-coast": [
        ("Southern coast", "lamps-3", "shared"),
        ("Brazil", "lamps-1", "shared"),
        ("Southern coast", "lamps-2", "opposed"),
    ],
    "islands": [],
}

"""What is shown and what is JSON of comparisons."""

import pytest
from aids import briefing_of, facts, notes, tiny_with
from hypothesis import given
from hypothesis import strategies as st
from small import BRIEFINGS, PROPONENTS

from itupp.answers import comparison


def several(briefing, *ids):
    """The comparison of blocs and countries on every topic."""
    proponents = [briefing.blocs.get(id) or briefing.countries[id] for id in ids]
    return comparison.show_several(proponents, list(briefing.topics.values()))


def test_the_room(tiny):
    """Counts per topic, silence as a dash, each position once in the line of all."""
    view = comparison.show_room(tiny).view()
    matrix, *_ = view.tables
    assert [column.heading for column in matrix.columns] == [
        *("Proponent", "Lamps", "horns", "buoys", "All")
    ]
    assert matrix.rows == (
        ("Northern coast", 2, "-", 1, 3),
        ("Southern coast", 2, "-", "-", 2),
        ("Islands", "-", "-", "-", 0),
        ("Brazil", 1, "-", "-", 1),
        ("Atlantis", "-", 1, "-", 1),
        ("All, each once", 3, 1, 1, 5),
        ("Sides recorded", "yes", "no", "no", ""),
    )
    assert notes(view)[0].startswith("-, or no mention, is silence")


def test_the_room_where_it_does_not_fit(tiny):
    """A row for each topic says the same."""
    matrix, *_ = comparison.show_room(tiny).view().tables
    assert matrix.narrow.rows[0] == (
        "Lamps",
        3,
        ("Northern coast 2", "Brazil 1", "Southern coast 2"),
    )
    assert matrix.narrow.rows[-1][:2] == ("All, each once", 5)


def test_the_room_for_programs(tiny):
    """A row for each proponent and topic, zeros too."""
    data = comparison.show_room(tiny).view().data
    assert len(data.rows) == len(tiny.proponents) * len(tiny.topics)
    assert ("Islands", "Lamps", 0) in data.rows


def test_the_room_without_a_question(tmp_path, tiny):
    """Then there is no table of sides, and JSON has no question."""
    briefing = tiny_with(
        tmp_path, ("        answers: {kind: oil}\n", ""), ("        answers: {kind: current}\n", "")
    )
    answer = comparison.show_room(briefing)
    assert len(answer.view().tables) == len(comparison.show_room(tiny).view().tables) - 1
    assert answer.document()["questions"] == []


def test_one_with_all_others(tiny):
    """Whom it shares positions with, who takes another side, with whom it has nothing in common."""
    view = comparison.show_standing(tiny.blocs["northern-coast"]).view()
    shared, rivals = view.tables
    assert [row[:2] for row in shared.rows] == [
        ("With Southern coast: 1 of 3", "lamps-3"),
        ("With Brazil: 1 of 3", "lamps-1"),
    ]
    assert rivals.title == "Where others take another side"
    unrelated = "Share neither a position nor a question with Northern coast: Islands, Atlantis."
    assert unrelated in notes(view)
    relations = {(row[1], row[6]) for row in view.data.rows}
    assert (("Southern coast",), "opposed") in relations
    assert (("Brazil",), "shared") in relations


def test_one_that_shares_nothing(tiny):
    """That is said, and no table is shown; what its blocs say is told apart."""
    view = comparison.show_standing(tiny.countries["atl"]).view()
    assert view.tables == ()
    told = notes(view)
    assert told[0] == "Atlantis and others share nothing in this briefing."
    assert told[-1] == "Northern coast, its bloc, speaks on: Lamps, Buoys and beacons."


def test_one_related_to_everyone(tmp_path):
    """Then nobody is said to be unrelated, and no topic to be one of silence."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "topics: [{id: t, title: T, positions: [{summary: S., proponents: [fr, de]}]}]\n",
    )
    assert notes(comparison.show_standing(briefing.countries["fr"]).view()) == []


def test_no_percentage(tiny):
    """Shares are told as numbers out of numbers, of any two."""
    view = several(tiny, "northern-coast", "southern-coast", "islands").view()
    assert facts(view)["Shared"] == (
        "Northern coast 1 of 3, Southern coast 1 of 2 (lamps-3)",
        "nothing: Northern coast 0 of 3, Islands 0 of 0",
        "nothing: Southern coast 0 of 2, Islands 0 of 0",
    )
    pair = [tiny.blocs["northern-coast"], tiny.blocs["southern-coast"]]
    view = comparison.show_several(pair, [tiny.topics["buoys"]]).view()
    assert facts(view)["Shared"] == ("nothing: Northern coast 0 of 1, Southern coast 0 of 0",)


def test_silence_is_told_as_such(tiny):
    """Who is silent stands there, with blocs that speak; where all are silent a note says so."""
    view = several(tiny, "southern-coast", "no").view()
    rows = {(row[0], row[1], row[3]) for row in view.tables[0].rows if not row[2]}
    assert rows == {
        ("Lamps", ("Norway",), "silent; its bloc, Northern coast, speaks"),
        ("Buoys and beacons", ("Southern coast",), "silent"),
        ("Buoys and beacons", ("Norway",), "silent; its bloc, Northern coast, speaks"),
    }
    assert "All silent (nothing recorded in this briefing) on: Fog horns." in notes(view)


def test_relations_for_programs(tiny):
    """Each position has the side it takes and how those compared stand, or that it is shared."""
    data = several(tiny, "northern-coast", "southern-coast").view().data
    relations = {row[2]: (row[5], row[6]) for row in data.rows}
    assert relations == {
        "lamps-1": ("Keep to oil", "opposed"),
        "lamps-2": ("Change to current", "opposed"),
        "lamps-3": ("", "shared"),
        "buoys-1": ("", ""),
        "": ("", "silent"),
    }


@pytest.mark.parametrize(
    ("ids", "shared"),
    [
        (["northern-coast", "southern-coast"], [["lamps-3"]]),
        (["northern-coast", "islands"], []),
    ],
)
def test_several_in_json(tiny, ids, shared):
    """Pairs that share nothing are left out, those silent on a topic are not."""
    document = several(tiny, *ids).document()
    assert [pair["positions"] for pair in document["shared"]] == shared
    assert [topic["id"] for topic in document["topics"]] == list(tiny.topics)
    lamps = document["topics"][0]
    assert [one["id"] for one in lamps["silent"]] == [id for id in ids if id == "islands"]
    first = lamps["positions"][0]
    assert first["id"] == "lamps-1"
    assert first["by"] == [{"id": "northern-coast", "name": "Northern coast"}]


def test_a_member_compared_in_json(tiny):
    """Its blocs stand beside it, and those of them that speak where it is silent."""
    document = several(tiny, "no", "islands").document()
    assert [bloc["id"] for bloc in document["proponents"][0]["blocs"]] == ["northern-coast"]
    norway = document["topics"][0]["silent"][0]
    assert norway["blocs"] == [{"id": "northern-coast", "name": "Northern coast"}]


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

"""What is shown of those who are asked to act."""

from aids import briefing_of, notes, records, tiny_with

from itupp.answers import addressees


def _rows(briefing):
    (table,) = addressees.show(briefing).view().tables
    return table.rows


def test_who_is_asked_most_often_comes_first(tiny):
    """With the number of positions and the id; of what is alike the first in the data."""
    view = addressees.show(tiny).view()
    assert (view.title, view.context) == ("Who is asked to act", "LU-7")
    assert _rows(tiny) == (
        ("Chief Keeper", 3, "keeper"),
        ("Council", 2, "council"),
        ("Oil Group (counts to: Council)", 1, "oil-group"),
    )
    assert view.next_commands == ("itupp positions --addressee NAME", "itupp addressees --full")


def test_a_group_counts_to_the_whole(tmp_path, tiny):
    """What it is asked is asked of that which it is a part of, once where both are asked."""
    assert ("Council", 2, "council") in _rows(tiny)
    grouped = tiny_with(tmp_path, ("[council, oil-group]", "[oil-group]"))
    assert ("Council", 2, "council") in _rows(grouped)
    apart = tiny_with(
        tmp_path,
        ("[council, oil-group]", "[oil-group]"),
        (", part_of: council", ""),
    )
    assert ("Council", 1, "council") in _rows(apart)
    assert ("Oil Group", 1, "oil-group") in _rows(apart)


def test_the_council_s_working_group(pp22):
    """It counts to the Council in the bundled briefing."""
    told = {row[-1]: row[:2] for row in _rows(pp22)}
    assert told["council"] == ("Council", 6)
    assert told["cwg-internet"] == ("CWG-Internet (counts to: Council)", 2)


def test_those_whom_no_position_asks_are_left_out(tmp_path):
    """And a whole is listed for the sake of its part."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "addressees: [{id: a, name: A}, {id: b, name: B, part_of: a}, {id: c, name: C}]\n"
        "topics: [{id: t, title: T,\n"
        "          positions: [{summary: S., proponents: [fr], addressees: [b]}]}]\n",
    )
    assert [row[-1] for row in _rows(briefing)] == ["b", "a"]
    assert notes(addressees.show(briefing).view()) == []


def test_how_many_positions_ask_nobody(tiny, pp22):
    """They are counted below."""
    assert notes(addressees.show(tiny).view()) == ["1 position names no addressee."]
    assert notes(addressees.show(pp22).view()) == ["5 positions name no addressee."]


def test_nobody_is_asked(tmp_path):
    """That is said, and the list is empty."""
    answer = addressees.show(briefing_of(tmp_path, "briefing: {title: T}\n"))
    assert answer.missing == "nobody is asked to act in this briefing"
    assert answer.document() == []
    assert answer.view().data.rows == ()


def test_programs_are_given_the_positions(tiny):
    """Those that ask each addressee, by their ids."""
    assert addressees.show(tiny).missing is None
    first, _, group = records(addressees.show(tiny).view().data)
    assert (first["Id"], first["Name"], first["Positions"]) == ("keeper", "Chief Keeper", 3)
    assert first["Which"] == ("lamps-2", "lamps-3", "buoys-1")
    assert group["Part of"] == "council"


def test_an_addressee_in_json(tiny):
    """With its other names, what it is a part of, and the positions."""
    _, council, group = addressees.show(tiny).document()
    assert council == {
        "id": "council",
        "name": "Council",
        "aliases": ("Board",),
        "part_of": None,
        "positions": ["lamps-1", "lamps-2"],
    }
    assert group["part_of"] == {"id": "council", "name": "Council"}

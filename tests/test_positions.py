"""What is shown of positions."""

import pytest
from aids import EARLY, briefing_of, facts, notes, prose, records, tiny_with

from itupp.answers import positions


def _listed(briefing, found, *, full=False, decided=False, speaking=()):
    answer = positions.show_all(
        briefing, found, full=full, decided=decided, missing="none", speaking=speaking
    )
    return answer.view()


def _of(briefing, id, *, full=False):
    (position,) = (position for position in briefing.positions if position.id == id)
    return positions.show(position, full=full).view()


def test_a_list_of_headlines(tiny):
    """A line each: the headline or, without one, the summary; who, in short; the id last."""
    view = _listed(tiny, tiny.positions[:3])
    assert (view.title, view.context) == ("3 of 5 positions", "LU-7")
    (table,) = view.tables
    assert table.rows[0] == ("Keep lamps on oil", "Northern coast, Brazil", "lamps-1")
    assert table.rows[2] == (
        "The Chief Keeper should report every year.",
        "Northern, Southern coast",
        "lamps-3",
    )
    assert view.next_commands == ("itupp position ID",)


def test_a_list_in_full(tiny):
    """Under their topics, with summaries and every name."""
    view = _listed(tiny, tiny.positions[:1], full=True)
    (table,) = view.tables
    assert table.grouped
    who = ("Northern coast", "Brazil")
    assert table.rows == (("Lamps", "Lamps [shall] burn oil.", who, "lamps-1"),)
    assert view.next_commands == ()


def test_nothing_to_go_on_with(tiny):
    """Where nothing is found no further command is proposed."""
    assert _listed(tiny, ()).next_commands == ()


def test_decided_positions_are_listed_with_what_came_of_them(tiny):
    """In a word or two; in full with the summary, and our reading called so."""
    found = tiny.positions[:2]
    (table,) = _listed(tiny, found, decided=True).tables
    assert [column.heading for column in table.columns][-2:] == ["Outcome", "Id"]
    assert [row[-2:] for row in table.rows] == [
        ("not taken up", "lamps-1"),
        ("not known", "lamps-2"),
    ]
    (table,) = _listed(tiny, found, decided=True, full=True).tables
    assert table.columns[-1].heading == "Outcome"
    told = "not taken up (our reading). Nothing was decided."
    assert [row[-1] for row in table.rows] == [told, ""]


def test_those_of_a_country_s_bloc_are_marked(tiny):
    """With whose bloc it is; what the country asks for itself is not the bloc's alone."""
    atlantis = tiny.countries["atl"]
    told = "Of Northern coast, a bloc of Atlantis: lamps-1, lamps-3, buoys-1"
    assert notes(_listed(tiny, tiny.positions, speaking=[atlantis])) == [told]
    assert notes(_listed(tiny, tiny.positions)) == []
    horns = tiny.topics["horns"].positions
    assert notes(_listed(tiny, horns, speaking=[atlantis])) == []


def test_one_that_both_put_forward_is_the_country_s_own(tmp_path):
    """A bloc does not speak for it there."""
    briefing = tiny_with(tmp_path, ("[northern-coast, br]", '[northern-coast, "no"]'))
    norway = briefing.countries["no"]
    (told,) = notes(_listed(briefing, briefing.positions, speaking=[norway]))
    assert told == "Of Northern coast, a bloc of Norway: lamps-3, buoys-1"


def test_a_position(tiny):
    """Its headline, what it says, who asks whom, on which topic and side, and how to cite it."""
    view = _of(tiny, "lamps-2")
    assert (view.title, view.context) == ("lamps-2: Lamps", "LU-7 \u00b7 lamps-2")
    assert prose(view)[0].startswith("Lamps should run on current")
    told = facts(view)
    assert told["Proponents"] == ("Southern coast",)
    assert told["Addressees"] == ("Council", "Chief Keeper")
    assert (told["Topic"], told["Section"]) == ("Lamps", "Stormy")
    assert told["Resolutions"][0] == "Resolution 7: Lamps of the Union"
    assert told["Cite as"].startswith('"Proposals of the northern coast", p. 3')
    assert _of(tiny, "lamps-1").title == "Keep lamps on oil"


def test_nobody_named(tiny):
    """Where the source names no addressee there is none."""
    assert "Addressees" not in facts(_of(tiny, "horns-1"))


def test_our_reading_is_called_one(tiny, tmp_path):
    """A side taken says whether the source or an editor set the question."""
    assert facts(_of(tiny, "lamps-1"))["Side"] == ("Keep to oil, on: Oil or current?",)
    edited = tiny_with(tmp_path, ("basis: source", "basis: editor"))
    told = facts(_of(edited, "lamps-1"))["Side"]
    assert told == ("Keep to oil, on: Oil or current? (our reading)",)


def test_that_resolutions_are_tied_to_topics_is_said(tiny):
    """Unless there is none."""
    (note,) = notes(_of(tiny, "lamps-1"))
    assert note == "The source links resolutions to topics, not to positions."
    assert notes(_of(tiny, "horns-1")) == []


def test_what_came_of_a_position(tiny, tmp_path):
    """It is told with its sources or said to be not known, but before a conference not asked."""
    told = "not taken up (our reading). Nothing was decided."
    assert facts(_of(tiny, "lamps-1"))["Outcome"] == (told,)
    weak = "https://keeper.example/oil (a blog)"
    assert facts(_of(tiny, "lamps-1", full=True))["Outcome"] == (told, weak)
    assert facts(_of(tiny, "horns-1"))["Outcome"] == ("not known",)
    early = briefing_of(tmp_path, EARLY)
    assert "Outcome" not in facts(_of(early, "t-1"))


@pytest.mark.parametrize("full", [False, True])
def test_programs_are_given_positions_whole(tiny, full):
    """A row each with headline, summary, every name, addressees and the result."""
    data = _listed(tiny, tiny.positions, full=full).data
    first, *others = records(data)
    assert next(iter(first)) == "Id"
    assert first["Id"] == "lamps-1"
    assert (first["Headline"], first["Summary"]) == ("Keep lamps on oil", "Lamps [shall] burn oil.")
    assert (first["Topic id"], first["Topic"], first["Section"]) == ("lamps", "Lamps", "Stormy")
    assert first["Proponents"] == ("Northern coast", "Brazil")
    assert first["Proponent ids"] == ("northern-coast", "br")
    assert (first["Question"], first["Side"]) == (("Oil or current?",), ("Keep to oil",))
    assert first["Addressees"] == ("Council", "Oil Group")
    assert first["Address"] == "https://lighthouse.example/notes"
    assert (first["Outcome"], first["Outcome basis"]) == ("not taken up", "editor")
    assert {(row["Headline"], row["Outcome"]) for row in others} == {("", "")}


MANY = """
briefing: {title: T}
blocs: [{id: north, name: North}, {id: south, name: South}]
topics:
  - id: t
    title: T
    positions:
      - {summary: All., proponents: [north, fr, de, it, es, pt, be, nl, at]}
      - {summary: Both., proponents: [fr, de, it, es, pt, be, nl, at, north, south]}
      - {summary: Nine., proponents: [fr, de, it, es, pt, be, nl, at, ch]}
      - {summary: Eight., proponents: [fr, de, it, es, pt, be, nl, at]}
"""


def test_more_than_eight_names_are_told_as_numbers_in_a_list(tmp_path):
    """Eight are not; of one position, in full and for programs all are named."""
    briefing = briefing_of(tmp_path, MANY)
    (table,) = _listed(briefing, briefing.positions).tables
    first, second, third, fourth = (row[1] for row in table.rows)
    assert (first, second) == ("8 countries and 1 bloc", "8 countries and 2 blocs")
    assert third == "9 countries"
    assert fourth.split(", ")[:2] == ["France", "Germany"]
    assert fourth.count(",") == 7


def test_however_many_names_there_are_one_position_has_them_all(tmp_path):
    """So has a list in full, sorted; so have what programs are given, and JSON."""
    briefing = briefing_of(tmp_path, MANY)
    first = briefing.positions[0]
    names = tuple(proponent.name for proponent in first.proponents)
    in_order = tuple(sorted(names))
    assert facts(_of(briefing, "t-1"))["Proponents"] == ", ".join(in_order)
    full = _listed(briefing, [first], full=True)
    assert full.tables[0].rows[0][2] == in_order
    assert records(full.data)[0]["Proponents"] == names
    assert [told["name"] for told in positions.document(first)["proponents"]] == list(names)


def test_the_line_to_cite_is_json_too(tiny):
    """One position has it, and the titles of its topic's resolutions; those on lists have not."""
    position = tiny.topics["lamps"].positions[0]
    document = positions.show(position).document()
    assert document["citation"].startswith("A. Keeper")
    assert document["titles"] == {"7": "Lamps of the Union", "draft-fog": "Fog"}
    assert set(document) - set(positions.document(position)) == {"citation", "titles"}


def test_nothing_found(tiny):
    """An empty list says what is missing."""
    empty = positions.show_all(tiny, (), full=False, decided=False, missing="none")
    assert empty.missing == "none"
    found = positions.show_all(tiny, tiny.positions, full=False, decided=False, missing="none")
    assert found.missing is None

"""What is shown of positions."""

from aids import EARLY, briefing_of, facts, notes, tiny_with

from itupp.answers import positions


def test_nobody_named(tiny):
    """Where the source names no addressee the view says so."""
    view = positions.show(tiny.topics["horns"].positions[0]).view()
    assert facts(view)["Addressees"] == "nobody named"


def test_our_reading_is_called_one(tiny, tmp_path):
    """A side taken says whether the source or an editor set the question."""
    view = positions.show(tiny.topics["lamps"].positions[0]).view()
    assert facts(view)["Takes the side"] == ("Keep to oil, on: Oil or current?",)
    edited = tiny_with(tmp_path, ("basis: source", "basis: editor"))
    view = positions.show(edited.topics["lamps"].positions[0]).view()
    assert facts(view)["Takes the side"] == ("Keep to oil, on: Oil or current? (our reading)",)


def test_headlines_are_data(tiny):
    """Programs are given a position's headline beside its summary, or nothing where it has none."""
    view = positions.show_all(tiny, tiny.positions, decided=False, missing="").view()
    assert [row[2] for row in view.data.rows] == ["Keep lamps on oil", "", "", "", ""]


def test_decided_positions_are_listed_with_what_came_of_them(tiny):
    """People and programs get one more column, with our reading called so."""
    found = tiny.topics["lamps"].positions[:2]
    view = positions.show_all(tiny, found, decided=True, missing="").view()
    fates = ["not taken up (our reading). Nothing was decided.", ""]
    for table in (*view.tables, view.data):
        assert table.columns[-1].heading == "Outcome"
        assert [row[-1] for row in table.rows] == fates
    assert view.title == "2 of 5 positions (LU-7)"


def test_that_resolutions_are_tied_to_topics_is_said(tiny):
    """Unless there is none."""
    lamps, horns = tiny.topics["lamps"].positions[0], tiny.topics["horns"].positions[0]
    (note,) = notes(positions.show(lamps).view())
    assert note == "Resolutions are tied to topics, not to single positions."
    assert notes(positions.show(horns).view()) == []


def test_what_came_of_a_position(tiny, tmp_path):
    """It is said to be not recorded, but before a conference it is not asked."""
    position = tiny.topics["horns"].positions[0]
    assert facts(positions.show(position).view())["Outcome"] == ("not recorded here",)
    early = briefing_of(tmp_path, EARLY)
    assert "Outcome" not in facts(positions.show(early.positions[0]).view())


def test_the_line_to_cite_is_json_too(tiny):
    """One position has it, and the titles of its topic's resolutions; those on lists have not."""
    position = tiny.topics["lamps"].positions[0]
    document = positions.show(position).document()
    assert document["citation"] == facts(positions.show(position).view())["To cite"]
    assert document["titles"] == {"7": "Lamps of the Union", "draft-fog": "Fog"}
    listed = positions.show_all(tiny, [position], decided=False, missing="").document()
    assert listed == [positions.document(position)]
    assert "citation" not in listed[0]


def test_nothing_found(tiny):
    """An empty list says what is missing."""
    assert positions.show_all(tiny, (), decided=False, missing="none").missing == "none"
    assert positions.show_all(tiny, tiny.positions, decided=False, missing="none").missing is None

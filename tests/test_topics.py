"""What is shown of topics."""

import pytest
from aids import EARLY, below, briefing_of, facts, headings, notes, prose, records, tiny_with

from itupp.answers import topics
from itupp.answers.view import Heading


def _listed(briefing, *, full=False):
    return topics.show_all(briefing, briefing.topics.values(), full=full, missing="none").view()


def _of(briefing, topic, *, full=False):
    return topics.show(briefing.topics[topic], full=full).view()


def test_every_topic_in_a_line(tiny):
    """With the number of positions, how the sides stand, resolutions in short, the id last."""
    view = _listed(tiny)
    assert (view.title, view.context) == ("Topics", "LU-7")
    (table,) = view.tables
    assert table.grouped
    assert table.rows == (
        ("Stormy", "Lamps", 3, "opposed", ("7", "1 draft"), "lamps"),
        ("Stormy", "Fog horns", 1, "", (), "horns"),
        ("Calm waters", "Buoys and beacons", 1, "", ("12",), "buoys"),
    )
    assert view.next_commands == ("itupp topic NAME", "itupp topics --full")


def test_how_sides_stand_is_told_once_for_several_questions(pp22):
    """Each way in the order of the questions; none where nobody stands against another."""
    stand = {row[-1]: row[3] for row in _listed(pp22).tables[0].rows}
    assert stand["itrs"] == "differ, opposed"
    assert stand["internet-governance"] == "differ"
    assert stand["outer-space"] == ""


def test_a_question_that_one_alone_answers_sets_nobody_apart(tmp_path):
    """No way to stand is told of it, and empty columns are left out."""
    topic = (
        "  - {id: t, title: T, questions: [{id: q, text: 'Q?', sides: {a: A, b: B}}],\n"
        "     positions: [{summary: S., proponents: [fr], answers: {q: a}}]}\n"
    )
    briefing = briefing_of(tmp_path, f"briefing: {{title: T}}\ntopics:\n{topic}")
    assert _listed(briefing).tables[0].rows == (("T", 1, "t"),)
    head, *_ = _of(briefing, "t").blocks
    assert head == Heading("Q?", 2, "our reading")


def test_the_list_in_full(tiny):
    """People are shown key issues and who speaks, as programs always are."""
    (table,) = _listed(tiny, full=True).tables
    first = ("Which lamps are to be used?", "Who pays for them?")
    who = ("Northern coast", "Brazil", "Southern coast")
    assert table.rows[0] == ("Stormy", "Lamps", first, 3, who, ("7", "1 draft"))
    for full in (False, True):
        data = _listed(tiny, full=full).data
        told = records(data)[0]
        assert (told["Id"], told["Title"], told["Section"]) == ("lamps", "Lamps", "Stormy")
        assert (told["Key issues"], told["Proponents"]) == (first, who)
        assert (told["Outcome"], told["Outcome basis"]) == ("put off", "source")


def test_the_sides_come_first(tiny):
    """Each question with its positions by their headlines; then further ones, then the outcome."""
    view = _of(tiny, "lamps")
    assert (view.title, view.context) == ("Lamps", "LU-7 \u00b7 Resolution 7 \u00b7 1 draft")
    assert view.blocks[0] == Heading("Oil or current?", 2, "opposed")
    assert headings(view) == ["Oil or current?", "Further positions"]
    first, second = below(view, "Oil or current?")
    assert first == ("Keep lamps on oil", "Northern coast, Brazil", "lamps-1")
    assert second[1:] == ("Southern coast", "lamps-2")
    (further,) = below(view, "Further positions")
    assert further[1:] == ("Northern, Southern coast", "lamps-3")
    assert facts(view) == {
        "Outcome": (
            "put off (Source: secondary)",
            "Resolution 7: revised. Oil stays. (Source: lu)",
            "lamps-1: not taken up (our reading)",
        ),
        "Before": ("2023 Oil was kept to for now.",),
    }
    assert view.next_commands == (
        "itupp topic lamps --full",
        "itupp history lamps",
        "itupp brief lamps",
    )


def test_a_topic_without_questions(tiny):
    """Its positions are called so, and what is unknown is left out."""
    view = _of(tiny, "horns")
    assert view.context == "LU-7"
    assert headings(view) == ["Positions"]
    assert below(view, "Positions") == (
        ("Horns should be silent at night.", "Atlantis", "horns-1"),
    )
    assert facts(view) == {}


def test_who_has_no_position(tiny, tmp_path):
    """The blocs, and which of their members have one; nothing is said where all blocs speak."""
    assert notes(_of(tiny, "lamps")) == ["No position recorded: Islands"]
    of_member = (
        "No position recorded: Northern coast (but Atlantis has one), Southern coast, Islands"
    )
    assert notes(_of(tiny, "horns")) == [of_member]
    assert notes(_of(tiny, "horns", full=True)) == [of_member]
    asks = "proponents: [atl]"
    everyone = "proponents: [northern-coast, southern-coast, islands]"
    assert notes(_of(tiny_with(tmp_path, (asks, everyone)), "horns")) == []


def test_a_topic_whole(tiny):
    """Its subtitle and background come first, then facts, then who wants what and on which side."""
    view = _of(tiny, "lamps", full=True)
    assert prose(view) == [
        "Oil or current",
        "Lamps burn oil.",
        "Current is cheaper [so some say].",
    ]
    assert list(facts(view)) == [
        *("Section", "Key issues", "Resolutions", "Outcome", "Before", "Further reading")
    ]
    positions, sides = view.tables
    assert positions.rows[0] == (
        "Lamps [shall] burn oil.",
        ("Northern coast", "Brazil"),
        "lamps-1",
    )
    assert sides.title == "Questions and sides"


def test_what_a_topic_has_not_is_not_shown_in_full(tiny):
    """A topic without questions has no table of sides, one without issues no such fact."""
    view = _of(tiny, "horns", full=True)
    assert prose(view) == []
    assert list(facts(view)) == ["Section", "Outcome"]
    assert len(view.tables) == 1


def test_outcomes_not_known_are_said_to_be_so_in_full(tiny):
    """No outcome is ever assumed."""
    assert facts(_of(tiny, "horns", full=True))["Outcome"] == ("horns-1: not known",)


@pytest.mark.parametrize("full", [False, True])
def test_before_a_conference_nothing_is_said_of_outcomes(tmp_path, full):
    """Where no outcome is recorded at all, none is asked for."""
    briefing = briefing_of(tmp_path, EARLY)
    assert "Outcome" not in facts(_of(briefing, "t", full=full))


@pytest.mark.parametrize("full", [False, True])
def test_programs_are_given_every_position_whole(tiny, full):
    """With headline and summary, however much people are shown."""
    data = _of(tiny, "lamps", full=full).data
    assert [row[:2] for row in data.rows] == [
        ("lamps-1", "Keep lamps on oil"),
        ("lamps-2", ""),
        ("lamps-3", ""),
    ]
    assert records(data)[0]["Summary"] == "Lamps [shall] burn oil."


def test_nothing_found(tiny):
    """An empty list says what is missing; one that is not says nothing."""
    assert topics.show_all(tiny, [], full=False, missing="none").missing == "none"
    answer = topics.show_all(tiny, tiny.topics.values(), full=False, missing="none")
    assert answer.missing is None


def test_what_programs_are_given(tiny):
    """The headings of CSV, which scripts name."""
    told = [column.heading for column in _listed(tiny).data.columns]
    assert told[:8] == [
        *("Id", "Title", "Subtitle", "Aliases", "Section", "Background", "Key issues", "Questions")
    ]
    assert told[8:13] == [
        *("Positions", "Proponent ids", "Proponents", "Resolutions", "Further reading")
    ]

"""What is shown of resolutions."""

import pytest
from aids import EARLY, below, briefing_of, facts, headings, notes, prose, records

from itupp.answers import resolutions

TIED = "The source links resolutions to topics, not to positions."


def _of(briefing, id, *, full=False):
    return resolutions.show(briefing.resolutions[id], full=full).view()


def test_numbers_and_drafts_stand_apart(tiny):
    """A resolution is listed by its number, a draft without one; the id comes last."""
    view = resolutions.show_all(tiny).view()
    (table,) = view.tables
    assert table.grouped
    assert table.rows == (
        ("Resolutions", "7", "Lamps of the Union", ("Lamps",), 3, "7"),
        ("Resolutions", "12", "Buoys", ("Buoys",), 1, "12"),
        ("Draft new resolutions", "", "Fog", ("Lamps",), 3, "draft-fog"),
    )
    assert notes(view) == [f"Positions are counted by topic. {TIED}"]


def test_a_resolution(tiny):
    """Its title, what it says, what came of it, and the headlines on its topics."""
    view = _of(tiny, "7")
    assert (view.title, view.context) == ("Resolution 7", "LU-7 \u00b7 Lamps")
    assert prose(view) == ["Lamps of the Union"]
    assert list(facts(view)) == ["Says", "Outcome", "Before"]
    assert facts(view)["Says"] == "Every lighthouse keeps a lamp."
    assert headings(view) == ["Positions on Lamps"]
    first, *_ = below(view, "Positions on Lamps")
    assert first == ("Keep lamps on oil", "Northern coast, Brazil", "lamps-1")
    told = ("itupp resolution 7 --full", "itupp history 7", "itupp brief 7")
    assert view.next_commands == told


def test_a_draft(tiny):
    """It is called by its title, and said to be a draft; commands take its id."""
    view = _of(tiny, "draft-fog")
    assert view.title == "Fog"
    assert prose(view) == ["A draft of a new resolution."]
    assert view.next_commands == ("itupp resolution draft-fog --full", "itupp brief draft-fog")


def test_what_came_of_it_in_short(tiny):
    """Of the resolution, its topics and their positions, as far as it is known."""
    assert facts(_of(tiny, "7"))["Outcome"] == (
        "revised. Oil stays. (Source: lu)",
        "Lamps: put off (Source: secondary)",
        "lamps-1: not taken up (our reading)",
    )
    assert facts(_of(tiny, "draft-fog"))["Outcome"][0].startswith("Lamps: put off")


def test_what_is_not_known_is_left_out(tiny):
    """Neither an outcome nor what it says stands in short where it is not recorded."""
    assert facts(_of(tiny, "12")) == {}


def test_a_resolution_without_a_topic(tmp_path):
    """Nothing is at stake in it."""
    text = "briefing: {title: T}\nresolutions: [{id: 1, number: 1, title: Lone}]\n"
    briefing = briefing_of(tmp_path, text)
    view = _of(briefing, "1")
    assert (view.context, view.tables, view.data.rows) == ("T", (), ())


def test_a_history_not_known_is_said_to_be_so_in_full(tiny):
    """A numbered resolution was adopted at some time; a draft was not."""
    assert facts(_of(tiny, "12", full=True))["History"] == "not known"
    assert "History" not in facts(_of(tiny, "draft-fog", full=True))


def test_a_remark_on_a_history_is_enough(tmp_path):
    """Then it is not said to be not known."""
    row = "{id: 1, number: 1, title: Lone, history_note: Lost.}"
    briefing = briefing_of(tmp_path, f"briefing: {{title: T}}\nresolutions: [{row}]\n")
    told = facts(_of(briefing, "1", full=True))
    assert told["Remark"] == "Lost."
    assert "History" not in told


def test_a_history_in_full(tiny):
    """Each place in a line with where it is written."""
    told = facts(_of(tiny, "7", full=True))
    assert told["History"] == (
        "Adopted: Skerry, 2019 https://lighthouse.example/res7",
        "Revised: Reef, 2023 (address not recorded here)",
        "Revised: Skerry, 2027 (address not recorded here)",
    )
    assert told["Remark"] == "The revision of 2025 could not be dated."
    assert "History" not in facts(_of(tiny, "7"))


def test_what_a_resolution_says_in_full(tiny):
    """Its gist in a sentence with the addresses, weak ones too."""
    assert facts(_of(tiny, "7", full=True))["Says"] == (
        "Every lighthouse keeps a lamp.",
        "https://lighthouse.example/res7",
        "https://copies.example/res7 (a copy)",
    )
    assert "Says" not in facts(_of(tiny, "12", full=True))


def test_what_came_of_it_in_full(tiny):
    """What came of the resolution, of its topics and of the positions on these is told apart."""
    told = facts(_of(tiny, "7", full=True))
    source = "https://lighthouse.example/res7"
    assert told["Outcome"] == ("revised. Oil stays. (Source: lu)", source)
    assert told["Related outcome"][0] == "Lamps: put off (Source: secondary)"
    assert told["Outcome by position"][-1] == "lamps-2, lamps-3: not known"
    buoys = facts(_of(tiny, "12", full=True))
    assert buoys["Outcome"] == ("not known",)
    assert "Related outcome" not in buoys


@pytest.mark.parametrize("full", [False, True])
def test_before_a_conference_nothing_is_said_of_outcomes(tmp_path, full):
    """Where no outcome is recorded at all, none is asked for."""
    briefing = briefing_of(tmp_path, EARLY)
    assert "Outcome" not in facts(_of(briefing, "r", full=full))


@pytest.mark.parametrize("full", [False, True])
def test_whose_positions_are_at_stake(tiny, full):
    """They are those of its topics, and that is said; programs are given them whole."""
    view = _of(tiny, "7", full=full)
    assert notes(view) == [TIED]
    assert [row["Id"] for row in records(view.data)] == ["lamps-1", "lamps-2", "lamps-3"]
    assert records(view.data)[0]["Summary"] == "Lamps [shall] burn oil."


def test_positions_in_full(tiny):
    """Under their topics, with their summaries."""
    (table,) = _of(tiny, "7", full=True).tables
    assert table.rows[0][:2] == ("Lamps", "Lamps [shall] burn oil.")


@pytest.mark.parametrize(
    ("key", "told"),
    [(", kind: Decision", "Draft decision."), ("", "A draft of a new resolution.")],
)
def test_a_draft_without_a_number(tmp_path, key, told):
    """It is told what it is a draft of."""
    text = (
        f"briefing: {{title: T}}\nresolutions: [{{id: r, title: R{key}}}]\n"
        "topics: [{id: t, title: T, resolutions: [r],"
        " positions: [{summary: S., proponents: [fr]}]}]\n"
    )
    assert prose(_of(briefing_of(tmp_path, text), "r")) == [told]

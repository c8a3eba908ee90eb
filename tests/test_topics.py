"""What is shown of topics."""

import pytest
from aids import EARLY, briefing_of, facts, prose

from itupp.answers import topics


def test_outcomes_not_known_are_said_to_be_not_recorded(tiny):
    """No outcome is ever assumed."""
    view = topics.show(tiny.topics["horns"]).view()
    assert facts(view)["Outcome"] == ("horns-1: not recorded here",)


def test_before_a_conference_nothing_is_said_of_outcomes(tmp_path):
    """Where no outcome is recorded at all, none is asked for."""
    briefing = briefing_of(tmp_path, EARLY)
    assert "Outcome" not in facts(topics.show(briefing.topics["t"]).view())


@pytest.mark.parametrize(
    ("topic", "shown"), [("lamps", ("7", "1 draft")), ("buoys", ("12",)), ("horns", ())]
)
def test_resolutions_in_short(tiny, topic, shown):
    """The list of topics gives numbers, and counts drafts."""
    (table,) = topics.show_all(tiny, tiny.topics.values(), missing="").view().tables
    resolutions = {row[1]: row[5] for row in table.rows}
    assert resolutions[tiny.topics[topic].title] == shown


def test_a_topic_whole(tiny):
    """Its subtitle and background come first, then facts, then who wants what and on which side."""
    view = topics.show(tiny.topics["lamps"]).view()
    assert prose(view) == [
        "Oil or current",
        "Lamps burn oil.",
        "Current is cheaper [so some say].",
    ]
    assert list(facts(view)) == [
        *("Section", "Key issues", "Resolutions", "Outcome", "Further reading")
    ]
    assert [table.title for table in view.tables] == [None, "Questions and sides"]


def test_what_a_topic_has_not_is_not_shown(tiny):
    """A topic without questions has no table of sides, one without issues no such fact."""
    view = topics.show(tiny.topics["horns"]).view()
    assert prose(view) == []
    assert list(facts(view)) == ["Section", "Outcome"]
    assert len(view.tables) == 1


def test_headlines_are_data(tiny):
    """Programs are given a position's headline, people its summary."""
    view = topics.show(tiny.topics["lamps"]).view()
    assert [row[1] for row in view.data.rows] == ["Keep lamps on oil", "", ""]
    assert "Headline" not in [column.heading for column in view.tables[0].columns]


def test_nothing_found(tiny):
    """An empty list says what is missing; one that is not says nothing."""
    assert topics.show_all(tiny, [], missing="none").missing == "none"
    answer = topics.show_all(tiny, tiny.topics.values(), missing="none")
    assert answer.missing is None

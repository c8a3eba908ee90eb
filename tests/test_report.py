"""How a check of a dataset is reported."""

import pytest
from aids import briefing_of

from itupp.loading import report
from itupp.loading.problems import Problem

MISTAKE = Problem("x.yaml", 2, 3, "wrong")
WARNING = Problem("x.yaml", 0, 0, "doubtful", warning=True)


def test_a_document():
    """Mistakes and warnings apart, each with its place; line 0 is the whole file."""
    assert report.document([WARNING, MISTAKE]) == {
        "mistakes": [{"file": "x.yaml", "line": 2, "column": 3, "message": "wrong"}],
        "warnings": [{"file": "x.yaml", "line": 0, "column": 0, "message": "doubtful"}],
    }
    assert report.document([]) == {"mistakes": [], "warnings": []}


@pytest.mark.parametrize(
    ("problems", "told"),
    [
        ([MISTAKE], "1 mistake"),
        ([MISTAKE, MISTAKE], "2 mistakes"),
        ([MISTAKE, WARNING], "1 mistake, 1 warning"),
        ([MISTAKE, WARNING, WARNING], "1 mistake, 2 warnings"),
    ],
)
def test_mistakes_are_counted(tiny, problems, told):
    """Of a dataset with a mistake nothing more is said."""
    assert report.summary(tiny, problems, 5) == told


def test_what_was_checked(tiny):
    """Without a mistake it is said how much there is."""
    title = '"Lighthouse Union: what to expect"'
    held = "3 topics, 5 positions, 5 proponents, 3 resolutions, 4 entries of the record"
    assert report.summary(tiny, []) == f"no mistakes in {title}: {held}"
    assert report.summary(tiny, [WARNING]) == f"no mistakes, 1 warning in {title}: {held}"


@pytest.mark.parametrize(
    ("anchors", "told"),
    [(0, "no anchors found"), (1, "1 anchor found"), (2, "2 anchors found")],
)
def test_anchors(tiny, anchors, told):
    """How many were found is said where they were looked for."""
    assert report.summary(tiny, [], anchors).endswith(f", {told} in the source")


def test_one_of_each_and_none(tmp_path):
    """One is one, and nothing is none."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "topics: [{id: t, title: T, positions: [{summary: S., proponents: [fr]}]}]\n",
    )
    held = "1 topic, 1 position, 1 proponent, no resolutions"
    assert report.summary(briefing, []) == f'no mistakes in "T": {held}'

"""How a check of a dataset is reported."""

import pytest
from aids import briefing_of

from itupp.loading import report
from itupp.loading.problems import Problem
from itupp.loading.report import Checked

MISTAKE = Problem("x.yaml", 2, 3, "wrong")
WARNING = Problem("x.yaml", 0, 0, "doubtful", warning=True)


class Read:
    """A reading of a dataset of which only the briefing matters."""

    def __init__(self, briefing, *, whole=True, passed_over=()):
        self.briefing = briefing
        self.contents = self
        self.whole = whole
        self.passed_over = passed_over


def checked(briefing, *problems, anchors=None, **reading):
    """What a check came to."""
    read = briefing and Read(briefing, **reading)
    return Checked(path="x.yaml", problems=problems, reading=read, anchors=anchors)


NOTHING = dict.fromkeys(("topics", "positions", "proponents", "resolutions", "record"), 0)


def test_a_document(tiny):
    """Mistakes and warnings apart, each with its place; line 0 is the whole file."""
    held = {"topics": 3, "positions": 5, "proponents": 5, "resolutions": 3, "record": 4}
    one = checked(tiny, WARNING, MISTAKE, passed_over=["a.txt"])
    assert report.document([one]) == {
        "mistakes": [{"file": "x.yaml", "line": 2, "column": 3, "message": "wrong"}],
        "warnings": [{"file": "x.yaml", "line": 0, "column": 0, "message": "doubtful"}],
        "passed_over": ["a.txt"],
        "counts": {"mistakes": 1, "warnings": 1, **held, "anchors": None},
    }
    counts = {"mistakes": 1, "warnings": 0, **NOTHING, "anchors": None}
    assert report.document([checked(None, MISTAKE)])["counts"] == counts


def test_a_document_on_several(tiny):
    """What they hold is counted together."""
    document = report.document([checked(tiny, MISTAKE, anchors=0), checked(tiny, anchors=2)])
    assert (document["counts"]["mistakes"], document["counts"]["topics"]) == (1, 6)
    assert document["counts"]["anchors"] == 2


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
    """Of a dataset with a mistake nothing more is said, unless a part of it cannot be read."""
    assert report.summary(checked(tiny, *problems, anchors=5)) == told
    assert report.summary(checked(None, *problems)) == told
    in_part = checked(tiny, *problems, whole=False)
    assert report.summary(in_part) == f"{told}; until all of it can be read, ids are not looked up"


def test_what_was_checked(tiny):
    """Without a mistake it is said how much there is."""
    title = '"Lighthouse Union: what to expect"'
    held = "3 topics, 5 positions, 5 proponents, 3 resolutions, 4 entries of the record"
    assert report.summary(checked(tiny)) == f"no mistakes in {title}: {held}"
    assert report.summary(checked(tiny, WARNING)) == f"no mistakes, 1 warning in {title}: {held}"


@pytest.mark.parametrize(
    ("anchors", "told"),
    [(0, "no anchors found"), (1, "1 anchor found"), (2, "2 anchors found")],
)
def test_anchors(tiny, anchors, told):
    """How many were found is said where they were looked for."""
    assert report.summary(checked(tiny, anchors=anchors)).endswith(f", {told} in the source")


def test_one_of_each_and_none(tmp_path):
    """One is one, and nothing is none."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "topics: [{id: t, title: T, positions: [{summary: S., proponents: [fr]}]}]\n",
    )
    held = "1 topic, 1 position, 1 proponent, no resolutions"
    assert report.summary(checked(briefing)) == f'no mistakes in "T": {held}'


def test_lines(tiny):
    """A line a problem, and one on the whole; of several datasets it says which."""
    one = checked(tiny, MISTAKE, WARNING, passed_over=["b.txt", "c.txt"])
    told = ["x.yaml:2:3: error: wrong", "x.yaml: warning: doubtful"]
    end = "1 mistake, 1 warning"
    assert list(report.lines([one])) == [*told, end, "passed over: b.txt, c.txt"]
    both = list(report.lines([one, checked(None, MISTAKE)]))
    assert both[2] == f"x.yaml: {end}"
    assert both[4:] == ["x.yaml:2:3: error: wrong", "x.yaml: 1 mistake"]


def test_files_passed_over_are_few(tiny):
    """Of many it is said how many more there are."""
    one = checked(tiny, MISTAKE, passed_over=list("abcdefg"))
    assert list(report.lines([one]))[-1] == "passed over: a, b, c, d, e, 2 more"


@pytest.mark.parametrize(
    ("problem", "annotation"),
    [
        (MISTAKE, "::error file=x.yaml,line=2,col=3::wrong"),
        (WARNING, "::warning file=x.yaml::doubtful"),
        (
            Problem("a,b:c%.yaml", 1, 1, '100% "a: b, c"'),
            '::error file=a%2Cb%3Ac%25.yaml,line=1,col=1::100%25 "a: b, c"',
        ),
        (
            Problem("a\nb", 1, 1, "x\n::set-output name=y::z"),
            "::error file=a%0Ab,line=1,col=1::x ::set-output name=y::z",
        ),
    ],
)
def test_annotations(tiny, problem, annotation):
    """They are commands of GitHub's, in which nothing of a dataset is one."""
    assert next(iter(report.annotations([checked(tiny, problem)]))) == annotation


def test_soundness(tiny):
    """A warning matters only where it is asked to."""
    sound, doubtful, wrong = checked(tiny), checked(tiny, WARNING), checked(tiny, MISTAKE)
    for strict in (False, True):
        assert report.are_sound([sound], strict=strict)
        assert not report.are_sound([sound, wrong], strict=strict)
        assert report.are_sound([doubtful], strict=strict) is not strict

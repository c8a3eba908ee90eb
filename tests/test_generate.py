"""The datasets of the benchmark: they are sound, and of the shape that they are said to be."""

import pytest
from bench.generate import (
    write_crowd,
    write_record,
    write_resolutions,
    write_statements,
    write_text,
    write_unknown,
)

from itupp.loading import read


@pytest.mark.parametrize(("proponents", "topics"), [(12, 5), (40, 1)])
def test_a_crowd(tmp_path, proponents, topics):
    """Everyone has one position on every topic."""
    write_crowd(tmp_path / "data", proponents, topics)
    reading = read(tmp_path / "data")
    briefing = reading.briefing
    assert reading.problems == ()
    assert (len(briefing.proponents), len(briefing.topics)) == (proponents, topics)
    counts = {one.count_on(topic) for one in briefing.proponents for topic in one.topics}
    assert counts == {1}
    assert len(briefing.positions) == proponents * topics


@pytest.mark.parametrize(("signatories", "positions"), [(128, 30), (3, 7)])
def test_statements(tmp_path, signatories, positions):
    """All signed one statement, which says every other thing."""
    write_statements(tmp_path / "data", signatories, positions)
    reading = read(tmp_path / "data")
    briefing = reading.briefing
    assert (reading.problems, len(briefing.positions)) == ((), positions)
    statement = briefing.blocs["all"]
    assert len(statement.signatories) == signatories
    assert len(statement.positions) == -(-positions // 2)
    assert all(one.positions == statement.positions for one in statement.signatories)


def test_resolutions(tmp_path):
    """Each has a topic of its own."""
    write_resolutions(tmp_path / "data", 30)
    reading = read(tmp_path / "data")
    assert (reading.problems, len(reading.briefing.topics)) == ((), 30)
    assert [len(one.topics) for one in reading.briefing.resolutions.values()][-30:] == [1] * 30


def test_a_record(tmp_path):
    """As many entries, on both sides of one question."""
    write_record(tmp_path / "data", 50)
    reading = read(tmp_path / "data")
    assert (reading.problems, len(reading.briefing.record)) == ((), 50)
    assert {entry.side.id for entry in reading.briefing.record} == {"yes", "no"}


def test_a_long_text(tmp_path):
    """The background of its topic."""
    write_text(tmp_path / "data", 1000)
    reading = read(tmp_path / "data")
    (topic,) = reading.briefing.topics.values()
    assert (reading.problems, len(topic.background.split())) == ((), 1000)


def test_unknown_ids(tmp_path):
    """Each is told once, and nothing is wrong with the other."""
    write_unknown(tmp_path / "data", 20)
    assert read(tmp_path / "data" / "right.yaml").problems == ()
    problems = read(tmp_path / "data" / "wrong.yaml").problems
    assert sum("unknown" in problem.message for problem in problems) == 20

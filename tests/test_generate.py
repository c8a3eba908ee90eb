"""The datasets of the benchmark: they are sound, and of the shape that they are said to be."""

import pytest
from bench.generate import write_crowd, write_statements

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

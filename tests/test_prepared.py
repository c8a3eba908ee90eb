"""The bundled briefing as a wheel brings it."""

import json

import pytest
from conftest import TINY
from shown import every_answer

from itupp.loading import load, prepared


def documents(briefing):
    """Every document of a briefing, as text."""
    return [json.dumps(document) for _, document in every_answer(briefing)]


@pytest.fixture
def package(tmp_path, pp22):
    """A package with a prepared briefing."""
    (tmp_path / "data").mkdir()
    prepared.write(pp22, tmp_path / prepared.FILE)
    return tmp_path


def test_it_is_what_was_loaded(package, pp22):
    """Every document of every command is the same."""
    prepared_ones, loaded = map(documents, (prepared.read(package), pp22))
    assert prepared_ones == loaded
    assert len(loaded) > 50


def test_records_are_still_linked(package):
    """A record that is referred to from two places is one record."""
    read = prepared.read(package)
    topic = read.topics["itrs"]
    assert all(position.topic is topic for position in topic.positions)


def test_where_there_is_none(tmp_path):
    """As in a checkout: the YAML is read."""
    assert prepared.read(tmp_path) is None
    assert load().topics


def test_only_the_bundled_briefing_is_prepared(monkeypatch):
    """A dataset that is named is read, even where there is a prepared one."""
    prepared_one = object()
    monkeypatch.setattr(prepared, "read", lambda _: prepared_one)
    assert load() is prepared_one
    assert load(TINY) is not prepared_one

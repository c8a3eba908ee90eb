"""The JSON documents: their keys are a promise."""

import json
import re

from shown import every_answer

from itupp import documents

POSITION_KEYS = [
    "id", "topic", "section", "headline", "summary", "proponents", "addressees", "answers", "resolutions", "point",
    "anchor", "source", "locator", "also_in", "outcome",
]  # fmt: skip


def test_documents(tiny, file_regression):
    """Every command's document on the tiny briefing, whole."""
    lamps = tiny.topics["lamps"]
    answers = {
        "overview": documents.overview(tiny),
        "topics": documents.topics(tiny, tiny.topics.values()),
        "blocs": documents.blocs(tiny, tiny.everyone[:6]),
        "resolutions": documents.resolutions(tiny),
        "terms": documents.terms(tiny),
        "room": documents.room(tiny),
        "comparison": documents.comparison(tiny, list(tiny.blocs.values())[:2], tiny.topics.values()),
        "position": documents.position(tiny, lamps.positions[1]),
    }
    file_regression.check(json.dumps(answers, indent=1, ensure_ascii=False), encoding="utf-8", extension=".json")


def test_a_list_holds_what_the_single_thing_is(tiny):
    """A list command gives an array of the objects that the singular commands give."""
    assert documents.topics(tiny, tiny.topics.values())[0] == documents.topic(tiny, tiny.topics["lamps"])
    assert documents.blocs(tiny, tiny.everyone[:6])[0] == documents.bloc(tiny, tiny.blocs["northern-coast"])
    assert documents.terms(tiny)[0] == documents.term(tiny, tiny.terms["anl"])
    assert documents.resolutions(tiny)[0] == documents.resolution(tiny, tiny.resolutions["7"])


def test_positions_are_whole_everywhere(tiny):
    """A position has the same keys in the same order wherever it stands."""
    topic = documents.topic(tiny, tiny.topics["lamps"])
    bloc = documents.bloc(tiny, tiny.blocs["northern-coast"])
    resolution = documents.resolution(tiny, tiny.resolutions["7"])
    found = documents.positions(tiny, tiny.positions)
    for position in (*topic["positions"], *bloc["positions"], *resolution["positions"], *found):
        assert list(position) == POSITION_KEYS
    assert list(documents.position(tiny, tiny.positions[0])) == [*POSITION_KEYS, "titles", "citation"]


def test_references(tiny):
    """A reference is an id and what is printed for it."""
    position = documents.positions(tiny, tiny.positions)[0]
    assert position["topic"] == {"id": "lamps", "name": "Lamps"}
    assert position["resolutions"] == [{"id": "7", "name": "Resolution 7"}, {"id": "draft-fog", "name": "Fog"}]
    assert position["answers"] == [
        {"question": {"id": "kind", "name": "Oil or current?"}, "side": {"id": "oil", "name": "Keep to oil"}}
    ]


def test_absent_things(tiny):
    """What is absent is null or an empty list, never left out."""
    position = documents.positions(tiny, tiny.topics["horns"].positions)[0]
    assert (position["addressees"], position["anchor"], position["outcome"]) == ([], None, None)


OURS = """
    A All Draft Members NAME Named Positions Resolution Resolutions Share Sides Silent Source The These
    Where With a all answer are as at bloc bloc's blocs briefing but counted countries counts draft
    drafts each for forward here in is its itupp line may mention named neither new no nobody nor not
    nothing on once only or other others our position positions put question reading recorded resolution resolution's
    said several share side silence single speak speaks stake stated table that them they this tied to too topics
    what where with written yes
"""
"""The words that views add to what the data says."""


def texts(view):
    """Everything in a view but its title and its headings."""
    yield from (*view.prose, *view.notes)
    tables = [table for table in (view.main, *view.tables) if table]
    for cell in (*(cell for _, cell in view.facts), *(cell for table in tables for row in table.rows for cell in row)):
        yield from cell if isinstance(cell, tuple) else [str(cell)]


def test_a_document_holds_all_that_a_view_shows(pp22):
    """Every word that a person sees, numbers apart, which can be counted."""
    word = re.compile(r"[^\W\d][\w'-]*")
    for view, document in every_answer(pp22):
        told = {*OURS.split(), *word.findall(json.dumps(document, ensure_ascii=False))}
        shown = set(word.findall(" ".join(texts(view))))
        if view.title.startswith("ITU Plenipotentiary"):
            shown -= {"Arab", "states"}  # of a command to try
        assert shown <= told, (view.title, shown - told)

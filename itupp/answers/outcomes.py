"""Outcomes: what the conference decided, topic by topic."""

from functools import partial

from itupp.answers import phrases
from itupp.answers.documents import reference, whole
from itupp.answers.view import Answer, Document, Table, View, new_table
from itupp.briefing import Briefing, Position, Resolution, Topic


def show(briefing: Briefing, *, full: bool = False) -> Answer:
    """Show what came of topics, resolutions and positions; in full with the addresses."""
    missing = "no outcome is recorded in this briefing"
    return Answer(
        view=partial(_view, briefing, full=full),
        document=lambda: [_document(record) for record in _decided(briefing)],
        missing=None if briefing.decided else missing,
    )


def _view(briefing: Briefing, *, full: bool) -> View:
    view = View("What was decided", phrases.context_of(briefing), data=_data(briefing))
    for topic in briefing.topics.values():
        short = phrases.outcomes_in_short(topic)
        told = phrases.outcomes_on(topic, full=True) if full else short
        view.fact(phrases.name_in_short(topic), told)
    unknown = [topic for topic in briefing.topics.values() if not phrases.outcomes_in_short(topic)]
    if unknown and briefing.decided and not full:
        names = phrases.in_a_row(map(phrases.name_in_short, unknown))
        view.note(f"Not known: {names}")
    view.fact("Next conference", phrases.name_place_and_dates(briefing.following))
    view.more("itupp topic NAME", "itupp outcomes --full")
    return view


def _decided(briefing: Briefing) -> list[Topic | Resolution | Position]:
    """Everything of which it is recorded what came of it."""
    records: list[Topic | Resolution | Position] = []
    for topic in briefing.topics.values():
        records += [topic, *topic.resolutions, *topic.positions]
    return [record for record in dict.fromkeys(records) if record.outcome]


def _data(briefing: Briefing) -> Table:
    """A row for each outcome, for programs."""
    rows = (
        (record.id, record.label, *phrases.outcome_row(record.outcome))
        for record in _decided(briefing)
    )
    return new_table(("Id", "Of", *phrases.OUTCOME_DATA), rows)


def _document(record: Topic | Resolution | Position) -> Document:
    return {"of": reference(record), "outcome": whole(record.outcome)}

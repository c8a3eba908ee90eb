"""Topics: every one, and one whole."""

from collections.abc import Collection, Iterable
from functools import partial

from itupp.answers import phrases, positions, questions
from itupp.answers.documents import maybe_reference, outcomes_of, references, whole
from itupp.answers.view import Answer, Document, Row, Table, View, new_table
from itupp.briefing import Briefing, Topic, fields_of


def show_all(briefing: Briefing, found: Collection[Topic], *, missing: str) -> Answer:
    """Topics under their sections."""
    return Answer(
        view=partial(_list, briefing, found),
        document=lambda: [_document(topic) for topic in found],
        missing=None if found else missing,
    )


def show(topic: Topic, *, full: bool = False) -> Answer:
    """One topic, whole; in full, with its weak sources, too."""
    return Answer(view=partial(_one, topic, full=full), document=partial(_document, topic))


def _list(briefing: Briefing, found: Iterable[Topic]) -> View:
    columns = ("Section", "Topic", "Key issues", "Positions", "Who speaks", "Resolutions")
    view = View(phrases.title_at("Topics", briefing))
    view.table(new_table(columns, map(_row, found), grouped=True))
    return view


def _row(topic: Topic) -> Row:
    return (
        phrases.section_title(topic),
        topic.title,
        " ".join(topic.key_issues),
        len(topic.positions),
        phrases.names_of(topic.speakers),
        phrases.numbers_and_drafts(topic),
    )


def _one(topic: Topic, *, full: bool) -> View:
    view = View(phrases.title_at(topic.title, topic.briefing), data=_data(topic))
    view.paragraphs(topic.subtitle)
    view.paragraphs(topic.background)
    view.fact("Section", phrases.section_title(topic))
    view.fact("Key issues", topic.key_issues)
    view.fact("Resolutions", tuple(map(phrases.number_and_title, topic.resolutions)))
    if topic.briefing.decided:
        view.fact("Outcome", phrases.outcomes_on(topic, full=full))
    view.fact("Further reading", phrases.further_reading(topic.further_reading))
    view.table(_positions(topic))
    view.table(questions.sides_table(topic.questions.values()))
    return view


def _positions(topic: Topic) -> Table:
    rows = (
        (position.id, position.summary, phrases.names_of(position.proponents))
        for position in topic.positions
    )
    return new_table(("Id", "Position", "Proponents"), rows)


def _data(topic: Topic) -> Table:
    """The same for programs, with the headlines."""
    rows = (
        (
            position.id,
            position.headline or "",
            position.summary,
            phrases.names_of(position.proponents),
        )
        for position in topic.positions
    )
    return new_table(("Id", "Headline", "Position", "Proponents"), rows)


def _document(topic: Topic) -> Document:
    return {**_own_document(topic), **_related_document(topic)}


def _own_document(topic: Topic) -> Document:
    """What a topic is, and what is asked on it."""
    return {
        "id": topic.id,
        "title": topic.title,
        "subtitle": topic.subtitle,
        "aliases": topic.aliases,
        "section": maybe_reference(topic.section),
        "background": topic.background,
        "key_issues": topic.key_issues,
        "questions": list(map(questions.document, topic.questions.values())),
    }


def _related_document(topic: Topic) -> Document:
    """Who speaks on a topic, what they want, and what came of it."""
    return {
        "speakers": references(topic.speakers),
        "positions": list(map(positions.document, topic.positions)),
        "resolutions": references(topic.resolutions),
        "further_reading": list(map(fields_of, topic.further_reading)),
        "outcome": whole(topic.outcome),
        "related_outcomes": outcomes_of(topic.resolutions),
        "titles": positions.resolution_titles(topic),
    }

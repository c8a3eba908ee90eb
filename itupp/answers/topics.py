"""Topics: every one, and one whole."""

from collections.abc import Collection, Iterable
from functools import partial

from itupp.answers import phrases, positions, questions
from itupp.answers.documents import maybe_reference, outcomes_of, references, whole
from itupp.answers.earlier import before
from itupp.answers.view import Answer, Column, Document, Row, Table, Tone, View, new_table
from itupp.briefing import Briefing, Topic, fields_of


def show_all(briefing: Briefing, found: Collection[Topic], *, full: bool, missing: str) -> Answer:
    """List topics under their sections; in full with their key issues and who speaks."""
    return Answer(
        view=partial(_full_list if full else _list, briefing, found),
        document=lambda: [listed_document(topic) for topic in found],
        missing=None if found else missing,
    )


def show(topic: Topic, *, full: bool = False) -> Answer:
    """Show a topic: the sides, further positions and the outcome; in full everything on it."""
    view = partial(_full_view, topic) if full else partial(_view, topic)
    return Answer(view=view, document=partial(document, topic))


def _list(briefing: Briefing, found: Iterable[Topic]) -> View:
    columns = (
        "Section",
        "Topic",
        "Positions",
        "Sides",
        phrases.texts_in_general(briefing.resolutions.values()),
        Column("Id", tone=Tone.DIM),
    )
    view = View("Topics", phrases.context_of(briefing), data=_data_of_all(found))
    view.table(new_table(columns, map(_row, found), grouped=True))
    view.more("itupp topic NAME", "itupp topics --full")
    return view


def _row(topic: Topic) -> Row:
    sides = [question for question in topic.questions.values() if question.answers]
    relations = (question.relation_among(question.answers) for question in sides)
    told = dict.fromkeys(phrases.division(relation) for relation in relations)
    return (
        phrases.section_title(topic),
        topic.title,
        len(topic.positions),
        ", ".join(filter(None, told)),
        phrases.numbers_and_drafts(topic),
        topic.id,
    )


_DATA = (
    *("Id", "Title", "Subtitle", "Aliases", "Section", "Background", "Key issues", "Questions"),
    *("Positions", "Proponent ids", "Proponents", "Resolutions", "Further reading"),
    *phrases.OUTCOME_DATA,
)


def _data_of_all(found: Iterable[Topic]) -> Table:
    """The same for programs, with everything that a topic has in a row."""
    return new_table(_DATA, map(_data_row, found))


def _data_row(topic: Topic) -> Row:
    own = (topic.id, topic.title, topic.subtitle or "", topic.aliases, phrases.section_title(topic))
    asked = (topic.background or "", topic.key_issues, phrases.labels(topic.questions.values()))
    who = (phrases.ids(topic.speakers), phrases.names_of(topic.speakers))
    written = (phrases.ids(topic.resolutions), phrases.further_reading(topic.further_reading))
    said = (len(topic.positions), *who, *written)
    return (*own, *asked, *said, *phrases.outcome_row(topic.outcome))


def _full_list(briefing: Briefing, found: Iterable[Topic]) -> View:
    texts = phrases.texts_in_general(briefing.resolutions.values())
    columns = ("Section", "Topic", "Key issues", "Positions", "Proponents", texts)
    view = View("Topics", phrases.context_of(briefing), data=_data_of_all(found))
    view.table(new_table(columns, map(_full_row, found), grouped=True))
    return view


def _full_row(topic: Topic) -> Row:
    names = phrases.names_of_most(topic.speakers)
    own = (phrases.section_title(topic), topic.title, topic.key_issues)
    return (*own, len(topic.positions), names, phrases.numbers_and_drafts(topic))


def _view(topic: Topic) -> View:
    context = phrases.context_of(topic.briefing, phrases.resolutions_in_short(topic))
    view = View(topic.title, context, data=_data(topic))
    tell(view, topic)
    id = topic.id
    view.more(f"itupp topic {id} --full", f"itupp history {id}", f"itupp brief {id}")
    return view


def tell(view: View, topic: Topic) -> None:
    """Tell the sides on a topic, the further positions, and what came of it."""
    answered = [question for question in topic.questions.values() if question.answers]
    for question in answered:
        questions.tell_sides(view, question)
    others = [position for position in topic.positions if not position.answers]
    heading = "Further positions" if answered else "Positions"
    view.listed(heading, questions.headlines_table(others))
    view.note(phrases.blocs_without_position(topic))
    view.fact("Outcome", phrases.outcomes_in_short(topic))
    view.fact("Before", before(topic))


def _full_view(topic: Topic) -> View:
    view = View(topic.title, phrases.context_of(topic.briefing), data=_data(topic))
    view.paragraphs(topic.subtitle)
    view.paragraphs(topic.background)
    view.fact("Section", phrases.section_title(topic))
    view.fact("Key issues", topic.key_issues)
    texts = phrases.texts_in_general(topic.resolutions)
    view.fact(texts, tuple(map(phrases.number_and_title, topic.resolutions)))
    if topic.briefing.decided:
        view.fact("Outcome", phrases.outcomes_on(topic, full=True))
    view.fact("Before", before(topic))
    view.fact("Further reading", phrases.further_reading(topic.further_reading))
    view.table(_positions(topic))
    view.table(questions.sides_table(topic.questions.values()))
    view.note(phrases.blocs_without_position(topic))
    return view


def _positions(topic: Topic) -> Table:
    rows = (
        (position.summary, phrases.names_on(position), position.id) for position in topic.positions
    )
    return new_table(("Position", "Proponents", Column("Id", tone=Tone.DIM)), rows)


def _data(topic: Topic) -> Table:
    """The positions for programs."""
    return positions.data_table(topic.positions)


def listed_document(topic: Topic) -> Document:
    """A topic on a list: its questions, positions and outcome; what else it leads to is named."""
    return {
        **_own_document(topic),
        "positions": list(map(positions.document, topic.positions)),
        "resolutions": references(topic.resolutions),
        "further_reading": list(map(fields_of, topic.further_reading)),
        "outcome": whole(topic.outcome),
    }


def document(topic: Topic) -> Document:
    """A topic by itself, with those who speak on it and those who do not."""
    return {
        **listed_document(topic),
        "speakers": references(topic.speakers),
        "without_position": references(phrases.blocs_without(topic)),
        "related_outcomes": outcomes_of(topic.resolutions),
        "record": references(topic.record),
        "titles": positions.resolution_titles(topic),
    }


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

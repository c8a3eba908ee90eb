"""Topics: every one, and one whole."""

from collections.abc import Collection, Iterable
from functools import partial

from itupp.answers import phrases, positions, questions
from itupp.answers.documents import maybe_reference, outcomes_of, references, whole
from itupp.answers.view import Answer, Column, Document, Row, Table, Tone, View, new_table
from itupp.briefing import Bloc, Briefing, Topic, fields_of


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


def _data_of_all(found: Iterable[Topic]) -> Table:
    """The same for programs, with everything that a topic has in a row."""
    columns = ("Section", "Id", "Topic", "Key issues", "Positions", "Proponents", "Resolutions")
    return new_table(columns, map(_data_row, found))


def _data_row(topic: Topic) -> Row:
    names, resolutions = phrases.names_of_most(topic.speakers), phrases.numbers_and_drafts(topic)
    own = (phrases.section_title(topic), topic.id, topic.title, topic.key_issues)
    return (*own, len(topic.positions), names, resolutions)


def _full_list(briefing: Briefing, found: Iterable[Topic]) -> View:
    texts = phrases.texts_in_general(briefing.resolutions.values())
    columns = ("Section", "Topic", "Key issues", "Positions", "Proponents", texts)
    rows = ((row[0], *row[2:]) for row in map(_data_row, found))
    view = View("Topics", phrases.context_of(briefing), data=_data_of_all(found))
    view.table(new_table(columns, rows, grouped=True))
    return view


def _view(topic: Topic) -> View:
    context = phrases.context_of(topic.briefing, phrases.resolutions_in_short(topic))
    view = View(topic.title, context, data=_data(topic))
    tell(view, topic)
    view.more(f"itupp topic {topic.id} --full", f"itupp brief {topic.id}")
    return view


def tell(view: View, topic: Topic) -> None:
    """Tell the sides on a topic, the further positions, and what came of it."""
    answered = [question for question in topic.questions.values() if question.answers]
    for question in answered:
        questions.tell_sides(view, question)
    others = [position for position in topic.positions if not position.answers]
    heading = "Further positions" if answered else "Positions"
    view.listed(heading, questions.headlines_table(others))
    view.note(_without_position(topic))
    view.fact("Outcome", phrases.outcomes_in_short(topic))


def _without_position(topic: Topic) -> str:
    """The blocs that have no position on a topic, and their members that have one."""
    without = _blocs_without(topic)
    if len(without) > phrases.FEW_NAMES:
        return f"{phrases.NO_POSITION}: {phrases.names_in_short(without)}"
    told = phrases.in_a_row(_named_without(bloc, topic) for bloc in without)
    return f"{phrases.NO_POSITION}: {told}" if told else ""


def _blocs_without(topic: Topic) -> list[Bloc]:
    """The regional groups without a position; a joint statement is on its own topics alone."""
    blocs = (bloc for bloc in topic.briefing.blocs.values() if not bloc.signatories)
    return [bloc for bloc in blocs if not bloc.count_on(topic)]


def _named_without(bloc: Bloc, topic: Topic) -> str:
    speaking = [member for member in bloc.speaking_members if member.count_on(topic)]
    return f"{bloc.name}{phrases.but_speaking(speaking)}"


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
    view.fact("Further reading", phrases.further_reading(topic.further_reading))
    view.table(_positions(topic))
    view.table(questions.sides_table(topic.questions.values()))
    view.note(_without_position(topic))
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
        "without_position": references(_blocs_without(topic)),
        "related_outcomes": outcomes_of(topic.resolutions),
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

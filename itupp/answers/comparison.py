"""Comparisons: the whole room, one proponent with all others, and several with each other."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import NamedTuple

from itupp.answers import phrases, positions, proponents, questions
from itupp.answers.documents import reference, references
from itupp.answers.view import Answer, Document, Row, Table, View, new_table
from itupp.briefing import Briefing, Position, Proponent, Question, Relation, Topic

SILENT = "-"

ALL = "All, each once"

_WHERE_SIDES_ARE = (
    "Sides are recorded where positions answer a question; on other topics they may differ, too."
)

_RELATIONS = ("Topic", "Who", "Id", "Position", "Question", "Side", "Relation")


def show_room(briefing: Briefing) -> Answer:
    """How many positions each proponent has on each topic, and who takes which side."""
    return Answer(view=partial(_room, briefing), document=partial(_room_document, briefing))


def show_standing(proponent: Proponent) -> Answer:
    """With whom a proponent stands, against whom, and where it is silent."""
    document = partial(proponents.document, proponent)
    return Answer(view=partial(_standing, proponent), document=document)


def show_several(compared: Sequence[Proponent], topics: Collection[Topic]) -> Answer:
    """Topic by topic what several proponents want, and who takes which side of each question."""
    return Answer(
        view=partial(_several, compared, topics),
        document=partial(_several_document, compared, topics),
    )


# The room.


def _room(briefing: Briefing) -> View:
    topics = briefing.topics.values()
    view = View(phrases.title_at("Positions on each topic", briefing), data=_cells(briefing))
    view.table(_matrix(briefing)._replace(narrow=_by_topic(briefing)))
    titles = ((topic.short, phrases.title_with_mark(topic)) for topic in topics)
    view.table(new_table(("Short", "Topic"), titles))
    view.table(questions.sides_table(_questions_on(topics)))
    view.note(f"{SILENT}, or no mention, is silence: nothing recorded in this briefing.")
    view.note(
        "A position that several put forward counts for each of them, and once in the line of all."
    )
    view.note(_WHERE_SIDES_ARE)
    return view


def _questions_on(topics: Iterable[Topic]) -> Iterator[Question]:
    for topic in topics:
        yield from topic.questions.values()


def _cells(briefing: Briefing) -> Table:
    """A row for each proponent and topic, for programs."""
    rows = (
        (proponent.name, topic.title, proponent.count_on(topic))
        for proponent in briefing.proponents
        for topic in briefing.topics.values()
    )
    return new_table(("Proponent", "Topic", "Positions"), rows)


def _matrix(briefing: Briefing) -> Table:
    """Rows for each proponent and for all; the last marks topics with sides recorded."""
    topics = briefing.topics.values()
    counts = [len(topic.positions) for topic in topics]
    marks = ["yes" if topic.contested else "no" for topic in topics]
    rows: list[Row] = [
        *(_counts(proponent, topics) for proponent in briefing.proponents),
        (ALL, *counts, len(briefing.positions)),
        ("Sides recorded", *marks, ""),
    ]
    return new_table(("Proponent", *(topic.short for topic in topics), "All"), rows)


def _counts(proponent: Proponent, topics: Iterable[Topic]) -> Row:
    cells = (proponent.count_on(topic) or SILENT for topic in topics)
    return (proponent.name, *cells, len(proponent.positions))


def _by_topic(briefing: Briefing) -> Table:
    """A row for each topic, and one for all of them, where the matrix does not fit."""
    totals = (f"{proponent.name} {len(proponent.positions)}" for proponent in briefing.proponents)
    rows = [
        *map(_speakers, briefing.topics.values()),
        (ALL, len(briefing.positions), tuple(totals)),
    ]
    return new_table(("Topic", "Positions", "Who"), rows)


def _speakers(topic: Topic) -> Row:
    speakers = (f"{speaker.name} {speaker.count_on(topic)}" for speaker in topic.speakers)
    return (topic.short, len(topic.positions), tuple(speakers))


def _room_document(briefing: Briefing) -> Document:
    topics = briefing.topics.values()
    answered = (question for question in _questions_on(topics) if question.answers)
    return {
        "positions": len(briefing.positions),
        "questions": list(map(questions.document, answered)),
        "topics": list(map(_topic_in_room, topics)),
        "proponents": list(map(_proponent_in_room, briefing.proponents)),
    }


def _topic_in_room(topic: Topic) -> Document:
    """A topic whose number counts each position once."""
    return {
        **reference(topic),
        "short": topic.short,
        "contested": topic.contested,
        "positions": len(topic.positions),
    }


def _proponent_in_room(proponent: Proponent) -> Document:
    topics = proponent.briefing.topics.values()
    counts = [{**reference(topic), "positions": proponent.count_on(topic)} for topic in topics]
    return {**reference(proponent), "positions": len(proponent.positions), "topics": counts}


# One proponent with all others.


def _standing(proponent: Proponent) -> View:
    name, briefing = proponent.name, proponent.briefing
    title = phrases.title_at(f"Who is with {name}, and who is against", briefing)
    view = View(title, data=new_table(_RELATIONS, _related_rows(proponent)))
    view.fact("Positions", phrases.share_of_all(proponent))
    view.fact("Same side as", tuple(phrases.who_stands(proponent, Relation.SAME)))
    view.table(_shared_table(proponent))
    rivals = (question for question, _ in proponent.rivals)
    view.table(questions.sides_table(rivals, title="Where others take another side"))
    if not proponent.shared:
        view.note(f"{name} and others share nothing in this briefing.")
    unrelated = ", ".join(phrases.names_of(proponent.unrelated))
    if unrelated:
        view.note(f"Share neither a position nor a question with {name}: {unrelated}.")
    view.notes(phrases.silent_topics(proponent.silent_on))
    view.notes(phrases.spoken_for(proponent, proponent.silent_on))
    return view


def _shared_table(proponent: Proponent) -> Table | None:
    """The positions that a proponent shares, under those with whom."""
    own = len(proponent.positions)
    rows = [
        (f"With {other.name}: {len(shared)} of {own}", position.id, position.summary)
        for other, shared in proponent.shared.items()
        for position in shared
    ]
    return new_table(("With", "Id", "Shared position"), rows, grouped=True) if rows else None


def _related_rows(proponent: Proponent) -> Iterator[Row]:
    """Rows for positions that others share with a proponent, or take a side of a question with."""
    for other, shared in proponent.shared.items():
        for position in shared:
            yield _unasked((other.name,), position, Relation.SHARED)
    for question, others in proponent.relations:
        for other, relation in others.items():
            answering = question.answers[other] if relation is not Relation.SHARED else ()
            for position in answering:
                yield _answering(question, (other.name,), position, relation)


def _unasked(who: tuple[str, ...], position: Position, relation: Relation | str) -> Row:
    """The row of a position as such."""
    return (position.topic.title, who, position.id, position.summary, "", "", relation)


def _answering(
    question: Question, who: tuple[str, ...], position: Position, relation: Relation
) -> Row:
    """The row of a position that takes a side of a question, with how that stands to others."""
    said = (position.topic.title, who, position.id, position.summary)
    return (*said, question.text, position.answers[question].text, phrases.division(relation))


# Several proponents with each other.


class _Said(NamedTuple):
    """What several proponents say on one topic: each position with those who put it forward."""

    topic: Topic
    positions: list[tuple[Position, list[Proponent]]]
    silent: list[Proponent]
    questions: list[Question]

    @property
    def is_told(self) -> bool:
        """Whether any of them has a position, or a bloc of theirs."""
        spoken_for = any(proponent.blocs_on(self.topic) for proponent in self.silent)
        return bool(self.positions) or spoken_for

    @property
    def silences(self) -> dict[str, list[str]]:
        """The silent, those of whom the same is to be said together."""
        silences: dict[str, list[str]] = {}
        for proponent in self.silent:
            remark = phrases.silence_on(proponent, self.topic)
            silences.setdefault(remark, []).append(proponent.name)
        return silences


def _said_on(topic: Topic, compared: Sequence[Proponent]) -> _Said:
    said: list[tuple[Position, list[Proponent]]] = []
    for position in topic.positions:
        by = [proponent for proponent in compared if proponent in position.proponents]
        if by:
            said.append((position, by))
    speaking = {proponent for proponent in compared if proponent.count_on(topic)}
    silent = [proponent for proponent in compared if proponent not in speaking]
    answered = [
        question for question in topic.questions.values() if speaking & question.answers.keys()
    ]
    return _Said(topic, said, silent, answered)


def _several(compared: Sequence[Proponent], topics: Collection[Topic]) -> View:
    everything = [_said_on(topic, compared) for topic in topics]
    told = [said for said in everything if said.is_told]
    quiet = [said.topic for said in everything if not said.is_told]
    names = phrases.listed(phrases.names_of(compared))
    view = View(phrases.title_at(names, compared[0].briefing))
    view.data = new_table(
        _RELATIONS, (row for said in told for row in _compared_rows(said, compared))
    )
    view.fact("Shared", tuple(_shares(compared, topics)))
    rows = (row for said in told for row in _shown_rows(said))
    view.table(new_table(("Topic", "Who", "Id", "Position"), rows, grouped=True))
    asked = (question for said in told for question in said.questions)
    view.table(questions.sides_table(asked, compared))
    view.notes(phrases.silent_topics(quiet, "All silent"))
    view.notes(proponents.remarks_on_blocs(compared))
    return view


def _shares(compared: Iterable[Proponent], topics: Collection[Topic]) -> Iterator[str]:
    """Shares of any two: how many positions on these topics are common, of how many each has."""
    for one, other, shared in _pairs(compared, topics):
        common = f"{len(shared)} of"
        ones, others = _count_on(one, topics), _count_on(other, topics)
        told = f"{one.name} {common} {ones}, {other.name} {common} {others}"
        yield f"{told} ({phrases.ids_of(shared)})" if shared else f"nothing: {told}"


def _count_on(proponent: Proponent, topics: Iterable[Topic]) -> int:
    return sum(proponent.count_on(topic) for topic in topics)


def _pairs(
    compared: Iterable[Proponent], topics: Collection[Topic]
) -> Iterator[tuple[Proponent, Proponent, list[Position]]]:
    """Any two of these proponents with the positions they share on these topics."""
    for one, other in combinations(compared, 2):
        own = (position for position in one.positions if position.topic in topics)
        yield one, other, [position for position in own if other in position.proponents]


def _shown_rows(said: _Said) -> Iterator[Row]:
    for position, by in said.positions:
        yield (said.topic.title, phrases.names_of(by), position.id, position.summary)
    for remark, who in said.silences.items():
        yield (said.topic.title, tuple(who), "", remark)


def _compared_rows(said: _Said, compared: Collection[Proponent]) -> Iterator[Row]:
    """Rows for positions, one for each question that they answer, and rows for the silent."""
    for position, by in said.positions:
        who = phrases.names_of(by)
        answered = [question for question in said.questions if question in position.answers]
        for question in answered:
            relation = question.relation_among(compared)
            yield _answering(question, who, position, relation)
        if not answered:
            yield _unasked(who, position, Relation.SHARED if len(by) > 1 else "")
    for remark, names in said.silences.items():
        yield (said.topic.title, tuple(names), "", remark, "", "", Relation.SILENT)


def _several_document(compared: Sequence[Proponent], topics: Collection[Topic]) -> Document:
    return {
        "proponents": list(map(_proponent_compared, compared)),
        "shared": list(_shared_documents(compared, topics)),
        "topics": [_said_document(_said_on(topic, compared), compared) for topic in topics],
    }


def _proponent_compared(proponent: Proponent) -> Document:
    memberships = map(proponents.membership_document, proponent.memberships)
    return {**reference(proponent), "blocs": list(memberships)}


def _shared_documents(
    compared: Iterable[Proponent], topics: Collection[Topic]
) -> Iterator[Document]:
    for one, other, shared in _pairs(compared, topics):
        if shared:
            ids = [position.id for position in shared]
            yield {"between": references((one, other)), "positions": ids}


def _said_document(said: _Said, compared: Sequence[Proponent]) -> Document:
    return {
        **reference(said.topic),
        "positions": [_position_by(position, by) for position, by in said.positions],
        "silent": [_silent_on(said.topic, silent) for silent in said.silent],
        "questions": [questions.document(question, compared) for question in said.questions],
    }


def _position_by(position: Position, by: Iterable[Proponent]) -> Document:
    return {**positions.document(position), "by": references(by)}


def _silent_on(topic: Topic, silent: Proponent) -> Document:
    return {**reference(silent), "blocs": references(silent.blocs_on(topic))}

"""Comparisons: the whole room, one proponent with all others, and several with each other."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from itupp.answers import phrases, positions, proponents, questions
from itupp.answers.documents import reference, references
from itupp.answers.view import Answer, Column, Document, Row, Table, Tone, View, new_table
from itupp.briefing import Bloc, Briefing, Position, Proponent, Question, Relation, Side, Topic

if TYPE_CHECKING:
    from itupp.answers.moments import Apart

NONE = "\u2013"

COUNTED = (
    f"{NONE}: no position recorded."
    " A joint position counts once for each of its proponents, and once in the total."
)

_RELATIONS = (
    *(Column("Id", tone=Tone.DIM), "Topic", "Who", "Position", "Question", "Side", "Relation"),
)

_DISAGREEMENTS = (Column("How", tone=Tone.MEANING), "Topic", "Side", "Who")


def show_room(briefing: Briefing, topics: Sequence[Topic], *, full: bool) -> Answer:
    """Show how many positions each proponent has on each topic, and where they disagree.

    In full with a line for every proponent.
    """
    return Answer(
        view=partial(_room, briefing, topics, full=full),
        document=partial(_room_document, briefing, topics),
        picture=partial(_drawn_room, briefing, topics, full=full),
    )


def show_standing(proponent: Proponent, topics: Sequence[Topic], *, own: bool) -> Answer:
    """Show with whom a proponent stands, and against whom, for itself and through its blocs."""
    return Answer(
        view=partial(_standing, proponent, topics, own=own),
        document=partial(proponents.document, proponent, own=own),
    )


def show_several(compared: Sequence[Proponent], topics: Sequence[Topic], *, own: bool) -> Answer:
    """Show what several proponents agree on, what divides them, and what only one asks for."""
    return Answer(
        view=partial(_several, compared, topics, own=own),
        document=partial(_several_document, compared, topics, own=own),
    )


# The room.


def _room(briefing: Briefing, topics: Sequence[Topic], *, full: bool) -> View:
    if _everybody_speaks(briefing, topics):
        return _sides_in_the_room(briefing, topics, full=full)
    view = View("Who speaks on what", phrases.context_of(briefing), data=_cells(briefing, topics))
    _tell_room(view, briefing, topics, full=full)
    if full:
        view.note(COUNTED)
    view.more("itupp compare --full", "itupp compare NAME NAME", "itupp topic NAME")
    return view


def _tell_room(view: View, briefing: Briefing, topics: Sequence[Topic], *, full: bool) -> None:
    """Tell who speaks on what, and who takes which side where sides differ."""
    view.table(who_speaks(briefing, topics, full=full))
    asked = divided(topics)
    rows = [row for question in asked for row in _camps(question)]
    table = new_table(_DISAGREEMENTS, rows, bare=True)
    view.listed("Where they disagree", table, phrases.readings_of(asked))


def _drawn_room(briefing: Briefing, topics: Sequence[Topic], *, full: bool) -> View:
    """The same to be drawn: without commands, and with what it is taken from."""
    view = View("Who speaks on what", phrases.context_of(briefing))
    _tell_room(view, briefing, topics, full=full)
    view.note(COUNTED)
    view.notes(phrases.sources_of(briefing))
    return view


MOST = 0.8
"""Where so much of a matrix of counts are ones, it says nothing, and sides say more."""


def _everybody_speaks(briefing: Briefing, topics: Collection[Topic]) -> bool:
    """Whether nearly everyone takes a side on every topic with one position."""
    speaking = [one for one in briefing.proponents if one.positions]
    contested = (topic for topic in topics if topic.contested)
    counts = [speaker.count_on(topic) for topic in contested for speaker in topic.speakers]
    return counts.count(1) > MOST * len(speaking) * len(topics)


def _sides_in_the_room(briefing: Briefing, topics: Sequence[Topic], *, full: bool) -> View:
    """Who takes which side of each question, where all take one."""
    answered = [question for question in _questions_on(topics) if question.answers]
    context = phrases.context_of(briefing)
    view = View("Who takes which side", context, data=_cells(briefing, topics))
    view.table(_matrix_of_sides(briefing, answered, full=full))
    reading = phrases.readings_of(answered)
    view.note(f"Sides: {reading}." if reading else None)
    view.more("itupp compare --full", "itupp compare NAME NAME", "itupp topic NAME")
    return view


def _matrix_of_sides(briefing: Briefing, asked: Sequence[Question], *, full: bool) -> Table:
    """A row for each question and a column for everyone, or one for all where they are many."""
    speaking = [one for one in briefing.proponents if one.positions]
    by_side = new_table(("", "Side", "Who"), (row for one in asked for row in _side_rows(one)))
    if len(speaking) > (phrases.MOST_NAMED if full else FEW_ROWS):
        return by_side
    rows = (_sides_row(question, speaking) for question in asked)
    return new_table(("", *phrases.names_of(speaking)), rows)._replace(narrow=by_side)


def _sides_row(question: Question, speaking: Iterable[Proponent]) -> Row:
    """A question, and the side that each takes."""
    return (_asked_in_short(question), *(_side_in_short(question, one) for one in speaking))


def _side_rows(question: Question) -> Iterator[Row]:
    """A row for each side that is taken, the question told with the first."""
    told = _asked_in_short(question)
    for sides, camp in question.camps(question.answers).items():
        yield (told, questions.texts_of(sides), phrases.names_in_short(camp))
        told = ""


def _asked_in_short(question: Question) -> str:
    """The topic of a question, and the question where there are several on it."""
    topic = question.topic
    return topic.short if len(topic.questions) == 1 else f"{topic.short}: {question.text}"


def _side_in_short(question: Question, proponent: Proponent) -> str:
    return questions.texts_of(question.sides_of(proponent)) or NONE


def _questions_on(topics: Iterable[Topic]) -> Iterator[Question]:
    for topic in topics:
        yield from topic.questions.values()


def divided(topics: Iterable[Topic]) -> list[Question]:
    """The questions that set apart those who answer them, those that exclude each other first."""
    asked = (
        question
        for question in _questions_on(topics)
        if question.relation_among(question.answers).against
    )
    return sorted(asked, key=lambda question: not question.exclusive)


def _camps(question: Question) -> Iterator[Row]:
    """A row for each side of a question that is taken, the question told with the first.

    Those who take no view come last.
    """
    told: tuple[str, str] = (question.relation_among(question.answers), question.topic.short)
    camps = question.camps(question.answers)
    for sides in sorted(camps, key=lambda taken: not question.views_among(taken)):
        how, topic = told
        if not question.views_among(sides):
            how = Relation.NEUTRAL
        yield (how, topic, questions.texts_of(sides), phrases.names_in_short(camps[sides]))
        told = ("", "")


def _cells(briefing: Briefing, topics: Sequence[Topic]) -> Table:
    """A row for each proponent and topic that it speaks on, for programs."""
    asked = frozenset(topics)
    rows = (
        (proponent.id, topic.id, proponent.name, topic.title, count)
        for proponent in briefing.proponents
        for topic, count in _counts_on(proponent, asked)
    )
    return new_table(("Proponent id", "Topic id", "Proponent", "Topic", "Positions"), rows)


def _counts_on(proponent: Proponent, asked: Collection[Topic]) -> list[tuple[Topic, int]]:
    """The topics asked for that it has positions on, with how many."""
    return [(topic, proponent.count_on(topic)) for topic in proponent.topics if topic in asked]


def _count_on_all(proponent: Proponent, asked: Collection[Topic]) -> int:
    return sum(count for _, count in _counts_on(proponent, asked))


FEW_ROWS = 10
"""So many rows of a matrix can be taken in; of more, those of countries become one."""


def who_speaks(briefing: Briefing, topics: Sequence[Topic], *, full: bool) -> Table:
    """The matrix of positions, with a narrow table; this alone where topics are too many."""
    by_topic = _by_topic(briefing, topics)
    if len(topics) > phrases.MOST_NAMED:
        return by_topic
    return _matrix(briefing, topics, full=full)._replace(narrow=by_topic)


def _matrix(briefing: Briefing, topics: Sequence[Topic], *, full: bool) -> Table:
    """Rows for proponents and for all; where they are many, one row for all countries."""
    rows = list(_rows_of_many(briefing, topics))
    if full or len(briefing.proponents) <= FEW_ROWS or not briefing.blocs:
        rows = [_counts(proponent, topics) for proponent in briefing.proponents]
    rows.append(_row_of("Total", [len(topic.positions) for topic in topics]))
    return new_table(("", *(topic.short for topic in topics), "All"), rows)


def _rows_of_many(briefing: Briefing, topics: Sequence[Topic]) -> Iterator[Row]:
    """A row for each bloc that speaks, one for the countries that do, and for each participant."""
    for bloc in briefing.blocs.values():
        if bloc.positions:
            yield _counts(bloc, topics)
    countries = [one for one in briefing.countries.values() if set(one.topics) & set(topics)]
    counts = [_positions_of_any(countries, topic) for topic in topics]
    yield _row_of(phrases.counted(len(countries), "country"), counts)
    for participant in briefing.participants.values():
        if participant.positions:
            yield _counts(participant, topics)


def _positions_of_any(countries: Collection[Proponent], topic: Topic) -> int:
    """How many positions on a topic at least one of these puts forward."""
    spoken = {position for country in countries for position in country.positions}
    return sum(position in spoken for position in topic.positions)


def _counts(proponent: Proponent, topics: Iterable[Topic]) -> Row:
    return _row_of(proponent.name, [proponent.count_on(topic) for topic in topics])


def _row_of(name: str, counts: Sequence[int]) -> Row:
    return (name, *(count or NONE for count in counts), sum(counts))


def _by_topic(briefing: Briefing, topics: Sequence[Topic]) -> Table:
    """A row for each topic, and one for all of them, where the matrix does not fit."""
    asked = frozenset(topics)
    totals = tuple(f"{one.name} {_count_on_all(one, asked)}" for one in briefing.proponents)
    number = sum(len(topic.positions) for topic in topics)
    rows = [*map(_speakers, topics), ("Total", number, totals)]
    return new_table(("Topic", "Positions", "Who"), rows)


def _speakers(topic: Topic) -> Row:
    speakers = (f"{speaker.name} {speaker.count_on(topic)}" for speaker in topic.speakers)
    return (topic.short, len(topic.positions), tuple(speakers))


def _room_document(briefing: Briefing, topics: Sequence[Topic]) -> Document:
    answered = (question for question in _questions_on(topics) if question.answers)
    asked = frozenset(topics)
    return {
        "positions": sum(len(topic.positions) for topic in topics),
        "questions": list(map(questions.document, answered)),
        "topics": list(map(_topic_in_room, topics)),
        "proponents": [_proponent_in_room(one, asked) for one in briefing.proponents],
    }


def _topic_in_room(topic: Topic) -> Document:
    """A topic whose number counts each position once."""
    return {
        **reference(topic),
        "short": topic.short,
        "contested": topic.contested,
        "positions": len(topic.positions),
    }


def _proponent_in_room(proponent: Proponent, asked: Collection[Topic]) -> Document:
    counts = [
        {**reference(topic), "positions": count} for topic, count in _counts_on(proponent, asked)
    ]
    total = _count_on_all(proponent, asked)
    return {**reference(proponent), "positions": total, "topics": counts}


# One proponent with all others.


def _standing(proponent: Proponent, topics: Sequence[Topic], *, own: bool) -> View:
    name, briefing = proponent.name, proponent.briefing
    context = phrases.context_of(briefing, phrases.listed(phrases.names_of(proponent.blocs)))
    data = new_table(_RELATIONS, _related_rows(proponent, topics, own=own))
    view = View(f"Who is with {name}, and who is against", context, data=data)
    joint = _joint_table(proponent, topics, own=own)
    view.listed("Joint positions", joint)
    proponents.tell_relations(view, proponent, topics, own=own)
    view.notes(phrases.dissent_lines(proponent, topics))
    view.notes(phrases.may_speak_lines(proponent))
    without = [topic for topic in proponent.topics_without_position(own=own) if topic in topics]
    members = proponent.speaking_members if isinstance(proponent, Bloc) else ()
    if not proponent.signatories:
        view.note(phrases.topics_without_position(without, members=members))
    view.more(f"itupp bloc {proponent.id}", f"itupp compare {proponent.id} NAME")
    return view


def _joint_table(proponent: Proponent, topics: Collection[Topic], *, own: bool) -> Table:
    """The positions that a proponent signed, or that others put forward with it or its blocs."""
    rows: list[Row] = []
    for position in proponent.current_line(own=own):
        together = proponents.shared_with(position, proponent)
        if together and position.topic in topics:
            rows.append((position.topic.short, position.label, together, position.id))
    columns = ("Topic", "Position", "With", Column("Id", tone=Tone.DIM))
    return new_table(columns, rows, bare=True)


def _related_rows(proponent: Proponent, topics: Collection[Topic], *, own: bool) -> Iterator[Row]:
    """Rows for positions that others share with a proponent, or take a side of a question with."""
    for other, shared in proponent.shared(own=own).items():
        for position in shared:
            if position.topic in topics:
                yield _unasked((other.name,), position, Relation.SHARED)
    for stance in proponent.stances(own=own):
        for other, relation in stance.others.items():
            told = stance.question.topic in topics and relation is not Relation.SHARED
            for position in stance.question.answers[other] if told else ():
                yield _answering(stance.question, (other.name,), position, relation)


def _unasked(who: tuple[str, ...], position: Position, relation: Relation | str) -> Row:
    """The row of a position as such."""
    return (position.id, position.topic.title, who, position.summary, "", "", relation)


def _answering(
    question: Question, who: tuple[str, ...], position: Position, relation: Relation
) -> Row:
    """The row of a position that takes a side of a question, with how that stands to others."""
    said = (position.id, position.topic.title, who, position.summary)
    return (*said, question.text, position.answers[question].text, phrases.division(relation))


# Several proponents with each other.


def _contradicts(position: Position, proponent: Proponent) -> bool:
    """Whether a position of its blocs takes another side than a proponent takes itself."""
    if position in proponent.said:
        return False
    taken = ((question.sides_of(proponent), side) for question, side in position.answers.items())
    return any(sides and side not in sides for sides, side in taken)


def _agreeing(position: Position, by: Sequence[Proponent]) -> list[Proponent]:
    """Who of several agrees on a position: not who takes another side itself than its blocs do.

    Unless such a bloc is among them, too, for the two are never set apart.
    """
    torn = [one for one in by if _contradicts(position, one) and set(one.blocs).isdisjoint(by)]
    return [one for one in by if one not in torn]


class _Compared:
    """What several proponents say, each for itself and through its blocs, unless for its `own`."""

    def __init__(
        self, compared: Sequence[Proponent], topics: Sequence[Topic], *, own: bool
    ) -> None:
        self.compared = compared
        self.topics = topics
        self.own = own
        self._relations: dict[Question, Relation] = {}
        self._camps: dict[Question, dict[tuple[Side, ...], list[Proponent]]] = {}

    @cached_property
    def _by(self) -> dict[Position, list[Proponent]]:
        """For every position those compared who put it forward, or whose blocs do."""
        found: dict[Position, list[Proponent]] = {}
        for proponent in self.compared:
            speakers = proponent.speaking(own=self.own)
            for position in dict.fromkeys(one for speaker in speakers for one in speaker.positions):
                if any(position in speaker.stands_by for speaker in speakers):
                    found.setdefault(position, []).append(proponent)
        return found

    def by(self, position: Position) -> list[Proponent]:
        """Those compared who put a position forward, or whose blocs do."""
        return self._by.get(position, [])

    def agreed(self) -> Iterator[tuple[Position, list[Proponent]]]:
        """The positions on which several of those compared agree, with these."""
        for position, by in self.positions:
            agreeing = _agreeing(position, by) if len(by) > 1 else []
            if len(agreeing) > 1:
                yield position, agreeing

    def camps(self, question: Question) -> dict[tuple[Side, ...], list[Proponent]]:
        """Those compared who take the same sides of a question, by these sides."""
        if question not in self._camps:
            self._camps[question] = self._new_camps(question)
        return self._camps[question]

    def _new_camps(self, question: Question) -> dict[tuple[Side, ...], list[Proponent]]:
        camps: dict[tuple[Side, ...], list[Proponent]] = {}
        for proponent in self.compared:
            sides = self.sides(question, proponent)
            if sides:
                camps.setdefault(sides, []).append(proponent)
        return camps

    def relation(self, question: Question) -> Relation:
        """What sets those compared apart most on a question."""
        if question not in self._relations:
            self._relations[question] = self._new_relation(question)
        return self._relations[question]

    def _new_relation(self, question: Question) -> Relation:
        camps = self.camps(question)
        apart = question.relation_of_camps(camps)
        if apart:
            return apart
        alike = next(iter(camps.values()), [])
        if len(camps) > 1 and not all(map(question.views_among, camps)):
            return Relation.NEUTRAL
        if len(alike) < 2 or len(camps) > 1:
            return Relation.NONE
        answering = [
            position for position in question.topic.positions if question in position.answers
        ]
        together = any(self.by(position) == alike for position in answering)
        return Relation.SHARED if together else Relation.SAME

    @cached_property
    def positions(self) -> list[tuple[Position, list[Proponent]]]:
        """Every position on the topics with those compared who put it forward, if any do."""
        found = (
            (position, self.by(position)) for topic in self.topics for position in topic.positions
        )
        return [(position, by) for position, by in found if by]

    def questions(self, *relations: Relation) -> list[Question]:
        """The questions on which those compared stand so."""
        asked = _questions_on(self.topics)
        return [question for question in asked if self.relation(question) in relations]

    def sides(self, question: Question, proponent: Proponent) -> tuple[Side, ...]:
        """The sides that one of those compared takes, itself or through its blocs."""
        return question.sides_for(proponent, own=self.own)

    @cached_property
    def told(self) -> list[Question]:
        """The questions of which the sides are told."""
        return self.questions(*_TOLD_BY_SIDES)

    @cached_property
    def alone(self) -> dict[Proponent, list[Position]]:
        """The positions that just one of those compared puts forward, by who that is."""
        found: dict[Proponent, list[Position]] = {}
        for position, by in self.positions:
            if len(by) == 1:
                found.setdefault(by[0], []).append(position)
        return found

    @property
    def topics_without_position(self) -> list[Topic]:
        """The topics on which none of those compared has a position."""
        spoken = {position.topic for position, _ in self.positions}
        return [topic for topic in self.topics if topic not in spoken]


def _several(compared: Sequence[Proponent], topics: Sequence[Topic], *, own: bool) -> View:
    parties = _Compared(compared, topics, own=own)
    names = phrases.listed(phrases.names_of(compared))
    context = phrases.context_of(compared[0].briefing)
    view = View(names, context, data=new_table(_RELATIONS, _compared_rows(parties)))
    for proponent in compared if not own else ():
        view.note(_through(proponent))
        view.notes(phrases.may_speak_lines(proponent))
    view.listed("Agree", _agreements(parties))
    _tell_sides(view, parties, "Opposed", Relation.OPPOSED)
    _tell_sides(view, parties, "Differ", Relation.DIFFER)
    _tell_neutral(view, parties)
    _tell_since(view, parties)
    for proponent in compared:
        view.listed(f"Only {proponent.name}", _only(parties, proponent))
        if proponent.blocs:
            view.notes(phrases.dissent_lines(proponent, topics))
    whose = "either" if len(compared) == 2 else "any of them"
    view.note(phrases.topics_without_position(parties.topics_without_position, whose))
    view.more("itupp bloc NAME --full", "itupp topic NAME", "itupp history NAME")
    return view


def _through(proponent: Proponent) -> str:
    """Through which blocs a country speaks."""
    blocs = phrases.listed(phrases.names_of(proponent.blocs))
    return f"{proponent.name} speaks for itself and through {blocs}." if blocs else ""


def _agreements(parties: _Compared) -> Table:
    """Positions that several put forward, and sides that several take, each by itself."""
    rows: list[Row] = []
    for position, by in parties.agreed():
        who = phrases.names_or_numbers(by) if len(parties.compared) > 2 else ""
        rows.append((position.topic.short, position.label, who, position.id))
    for question in parties.questions(Relation.SAME):
        for sides, camp in parties.camps(question).items():
            who = phrases.names_or_numbers(camp) if len(parties.compared) > 2 else ""
            rows.append((question.topic.short, questions.texts_of(sides), who, "same side"))
    return new_table(("Topic", "Position", "Who", Column("Id", tone=Tone.DIM)), rows, bare=True)


def _tell_sides(view: View, parties: _Compared, heading: str, relation: Relation) -> None:
    """Tell who takes which side of the questions on which those compared stand so."""
    asked = parties.questions(relation)
    rows = (row for question in asked for row in _rows_of_camps(parties, question, views=True))
    table = new_table(_TAKEN, rows, bare=True)
    view.listed(heading, table, phrases.readings_of(asked))


_TAKEN = ("Topic", "Side", "Who")

_DIVIDING = (Relation.OPPOSED, Relation.DIFFER, Relation.NEUTRAL)
"""How those stand who do not all take the same sides."""


def _tell_neutral(view: View, parties: _Compared) -> None:
    """Tell who takes no view, with the side that is taken where nothing else tells it."""
    rows: list[Row] = []
    for question in parties.questions(*_DIVIDING):
        alone = parties.relation(question) is Relation.NEUTRAL
        if alone:
            rows += _rows_of_camps(parties, question, views=True)
        rows += _rows_of_camps(parties, question, views=False, topic_told=alone)
    view.listed("Neutral", new_table(_TAKEN, rows, bare=True))


def _rows_of_camps(
    parties: _Compared, question: Question, *, views: bool, topic_told: bool = False
) -> Iterator[Row]:
    """A row for each side that is a view, or that is none, the topic told with the first."""
    topic = "" if topic_told else question.topic.short
    for sides, camp in parties.camps(question).items():
        if bool(question.views_among(sides)) is views:
            yield (topic, questions.texts_of(sides), phrases.names_or_numbers(camp))
            topic = ""


_TOLD_BY_SIDES = (Relation.OPPOSED, Relation.DIFFER, Relation.NEUTRAL, Relation.SAME)
"""How those compared may stand on a question of which the sides are shown."""


def _tell_since(view: View, parties: _Compared) -> None:
    """Tell since when two are recorded on different sides, if two are compared."""
    found = list(_apart(parties))
    rows = ((one.question.topic.short, f"since {one.since}", one.told) for one in found)
    table = new_table(("Topic", "Since", "Sides"), rows, bare=True)
    told = phrases.readings_of([one.question for one in found])
    view.listed("On different sides, as far as it is recorded", table, told)


def _apart(parties: _Compared) -> "Iterator[Apart]":
    """The questions on which two who are compared are apart, and since when."""
    from itupp.answers import moments  # few answers need it

    if len(parties.compared) == 2:
        one, other = parties.compared
        yield from moments.apart(one, other, parties.topics, own=parties.own)


def _apart_document(found: "Apart") -> Document:
    sides = [
        {"proponent": reference(who), "side": reference(side)} for who, side in found.sides.items()
    ]
    return {"question": reference(found.question), "since": found.since, "sides": sides}


def _only(parties: _Compared, proponent: Proponent) -> Table:
    """The positions of one alone that take no side which is told already."""
    sides = {side for question in parties.told for side in parties.sides(question, proponent)}
    rows = (
        (position.topic.short, position.label, position.id)
        for position in parties.alone.get(proponent, ())
        if sides.isdisjoint(position.answers.values())
    )
    return new_table(("Topic", "Position", Column("Id", tone=Tone.DIM)), rows, bare=True)


def _compared_rows(parties: _Compared) -> Iterator[Row]:
    """Rows for positions, one for each question they answer, and for topics without any."""
    for position, by in parties.positions:
        who = phrases.names_of(by)
        for question in position.answers:
            yield _answering(question, who, position, parties.relation(question))
        if not position.answers:
            yield _unasked(who, position, Relation.SHARED if len(by) > 1 else "")
    for proponent in parties.compared:
        for topic in proponent.topics_without_position(own=parties.own):
            if topic in parties.topics:
                yield ("", topic.title, proponent.name, "", "", "", Relation.NONE)


def _several_document(
    compared: Sequence[Proponent], topics: Sequence[Topic], *, own: bool
) -> Document:
    parties = _Compared(compared, topics, own=own)
    return {
        "proponents": list(map(_proponent_compared, compared)),
        "shared": list(_shared_documents(parties)),
        "topics": [_topic_document(parties, topic) for topic in topics],
        "apart": list(map(_apart_document, _apart(parties))),
    }


def _proponent_compared(proponent: Proponent) -> Document:
    memberships = map(proponents.membership_document, proponent.memberships)
    return {**reference(proponent), "blocs": list(memberships)}


def _shared_documents(parties: _Compared) -> Iterator[Document]:
    """The positions that several of those compared put forward together, by who these are."""
    shared: dict[tuple[Proponent, ...], list[str]] = {}
    for position, by in parties.agreed():
        shared.setdefault(tuple(by), []).append(position.id)
    for together, ids in shared.items():
        yield {"between": references(together), "positions": ids}


def _topic_document(parties: _Compared, topic: Topic) -> Document:
    said = [(position, parties.by(position)) for position in topic.positions]
    speaking = {proponent for _, by in said for proponent in by}
    without = [proponent for proponent in parties.compared if proponent not in speaking]
    return {
        **reference(topic),
        "positions": [_position_by(position, by) for position, by in said if by],
        "without_position": references(without),
        "questions": [
            _question_document(parties, question) for question in topic.questions.values()
        ],
    }


def _position_by(position: Position, by: Iterable[Proponent]) -> Document:
    return {**positions.document(position), "by": references(by)}


def _question_document(parties: _Compared, question: Question) -> Document:
    """A question, and how those compared stand on it."""
    relation = parties.relation(question)
    return {**questions.document(question), "relation": relation}

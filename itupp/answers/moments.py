"""Moments: positions and decisions in order of time, and what became of those who took sides."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from itupp.answers import phrases
from itupp.briefing import (
    Briefing,
    Entry,
    EntryKind,
    Outcome,
    Position,
    Proponent,
    Question,
    Resolution,
    Side,
    Source,
    Topic,
)
from itupp.dates import Date, latest_in

Subject = Topic | Question | Resolution | Proponent


class Moment(NamedTuple):
    """A position or a decision in its place in time.

    It is an entry of the record, a position of this conference or what came of something, or a line
    in the history of a resolution. `date` is None where the data does not say when it was. `of` is
    the topic or resolution that was decided on, `written` where that stands.
    """

    date: Date | None
    event: str
    text: str
    entry: Entry | None = None
    position: Position | None = None
    outcome: Outcome | None = None
    of: Topic | Resolution | None = None
    written: tuple[str, ...] = ()

    @property
    def said(self) -> Entry | Position | None:
        """The record that tells it, where it has an id of its own."""
        return self.entry or self.position

    @property
    def kind(self) -> EntryKind:
        """Whether it is a position or a decision."""
        if self.entry:
            return self.entry.kind
        return EntryKind.POSITION if self.position else EntryKind.DECISION

    @property
    def decided(self) -> bool:
        """Whether it is a decision."""
        return self.kind is EntryKind.DECISION

    @property
    def year(self) -> str:
        """The year or, where it is not known, the event."""
        return str(self.date.year) if self.date else self.event

    @property
    def speakers(self) -> tuple[Proponent, ...]:
        """The proponents that asked for it."""
        return self.said.proponents if self.said else ()

    @property
    def said_by(self) -> tuple[Proponent, ...]:
        """All who said it: the proponents and, of a joint statement, its signatories."""
        signed = (one for speaker in self.speakers for one in speaker.signatories)
        return tuple(dict.fromkeys((*self.speakers, *signed)))

    @property
    def by(self) -> str:
        """Who asked for it or decided it, in words, where it is no proponent."""
        return (self.entry and self.entry.by) or ""

    @property
    def answers(self) -> Mapping[Question, Side | None]:
        """The questions that it answers or puts, with the side taken."""
        if self.entry:
            return {self.entry.question: self.entry.side} if self.entry.question else {}
        return self.position.answers if self.position else {}

    @property
    def topic(self) -> Topic | None:
        """The topic that it is on."""
        if self.said:
            return self.said.topic
        return self.of if isinstance(self.of, Topic) else None

    @property
    def resolution(self) -> Resolution | None:
        """The resolution that it is about."""
        if self.entry:
            return self.entry.resolution
        return self.of if isinstance(self.of, Resolution) else None

    @property
    def summary(self) -> str | None:
        """What was asked for or decided, in full."""
        told = self.said or self.outcome
        return told.summary if told else None

    @property
    def source(self) -> Source | None:
        """The document that says so."""
        return self.said.source if self.said else None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where it is written."""
        if self.outcome:
            return phrases.addresses(self.outcome, full=True)
        return (self.source.url,) if self.source and self.source.url else self.written


def briefing_of(subject: Subject) -> Briefing:
    """The briefing that a subject belongs to."""
    return subject.topic.briefing if isinstance(subject, Question) else subject.briefing


def moments_of(subject: Subject, bloc: Proponent | None = None) -> tuple[Moment, ...]:
    """The moments of a subject in order of time, or those of one proponent and its blocs."""
    collect = next(collect for kind, collect in _OF_KIND.items() if isinstance(subject, kind))
    in_time = sorted(collect(subject), key=_place_in_time)
    if not bloc:
        return tuple(in_time)
    return tuple(moment for moment in in_time if _is_said_by(bloc, moment))


def _is_said_by(proponent: Proponent, moment: Moment, *, own: bool = False) -> bool:
    return any(speaker in moment.said_by for speaker in proponent.speaking(own=own))


_END_OF_TIME = (10_000, 0, 0)


def _place_in_time(moment: Moment) -> tuple[tuple[int, int, int], bool]:
    """Where a moment stands in order of time: what was decided comes after what was asked for."""
    if not moment.date:
        return _END_OF_TIME, moment.decided
    return (moment.date.last if moment.decided else moment.date.first), moment.decided


def _of_topic(topic: Topic) -> Iterator[Moment]:
    yield from map(of_entry, topic.record)
    yield from map(_of_position, topic.positions)
    yield from _decided_now(topic)
    for resolution in topic.resolutions:
        yield from _history_of(resolution)


def _of_question(question: Question) -> Iterator[Moment]:
    """What answers a question, or one that stands beside it."""
    topic, main = question.topic, question.main
    for entry in topic.record:
        if entry.question and entry.question.main is main:
            yield of_entry(entry)
    positions = [position for position in topic.positions if main in position.answers]
    yield from map(_of_position, positions)
    if positions:
        yield from _decided_now(topic)


def _of_resolution(resolution: Resolution) -> Iterator[Moment]:
    yield from map(of_entry, resolution.record)
    yield from _history_of(resolution)
    if resolution.outcome:
        yield _of_outcome(resolution, resolution.outcome)


def _of_proponent(proponent: Proponent) -> Iterator[Moment]:
    yield from map(of_entry, proponent.record())
    yield from map(_of_position, proponent.line())


_OF_KIND: Mapping[type[Subject], Callable[..., Iterator[Moment]]] = {
    Topic: _of_topic,
    Resolution: _of_resolution,
    Proponent: _of_proponent,
    Question: _of_question,
}


def _decided_now(topic: Topic) -> Iterator[Moment]:
    """What came of a topic and its resolutions."""
    records: tuple[Topic | Resolution, ...] = (topic, *topic.resolutions)
    for record in records:
        if record.outcome:
            yield _of_outcome(record, record.outcome)


def of_entry(entry: Entry) -> Moment:
    """The moment of an entry."""
    return Moment(entry.date, entry.event, entry.label, entry=entry)


def _of_position(position: Position) -> Moment:
    """The moment of a position, which is that of its conference where it has no date itself."""
    briefing = position.topic.briefing
    when = position.when or briefing.first_day
    return Moment(when, phrases.event_name(briefing), position.label, position=position)


def _of_outcome(record: Topic | Resolution, outcome: Outcome) -> Moment:
    briefing = record.briefing
    name = record.label if isinstance(record, Resolution) else "Outcome"
    text = phrases.outcome_in_words(outcome, "", name)
    event = phrases.event_name(briefing)
    return Moment(briefing.last_day, event, text, outcome=outcome, of=record)


def _history_of(resolution: Resolution) -> Iterator[Moment]:
    """Where it was adopted and revised, but for what an entry or its outcome tells."""
    told = {entry.date.year for entry in resolution.record if entry.decided}
    now = resolution.briefing.last_day
    if resolution.outcome and now:
        told.add(now.year)
    places = dict.fromkeys(resolution.revised, "revised")
    if resolution.adopted:
        places = {resolution.adopted: "adopted", **places}
    for place, verb in places.items():
        date = latest_in(place)
        if not date or date.year not in told:
            written = resolution.history_sources.get(place, ())
            gap = "" if written else f" ({phrases.NO_ADDRESS})"
            text = f"{resolution.label} {verb}{gap}"
            yield Moment(date, place, text, of=resolution, written=written)


# Who took which side when.


def questions_answered(moments: Iterable[Moment]) -> list[Question]:
    """The questions on which a proponent takes a side, in the order of their topics."""
    found: set[Question] = set()
    for moment in moments:
        sides = moment.answers.items() if moment.speakers else ()
        found.update(question for question, side in sides if side)
    topics = dict.fromkeys(moment.topic for moment in moments if moment.topic)
    ordered = (question for topic in topics for question in topic.every_question)
    return [question for question in ordered if question in found]


Years = dict[Side, list[str]]
"""For each side that one took the years of that, both in order of time."""


def sides_taken(question: Question, moments: Iterable[Moment]) -> dict[Proponent, Years]:
    """For each proponent the sides of a question that it took, and when."""
    taken: dict[Proponent, Years] = {}
    for moment in moments:
        side = moment.answers.get(question)
        if not side:
            continue
        for who in moment.said_by:
            years = taken.setdefault(who, {}).setdefault(side, [])
            if moment.year not in years:
                years.append(moment.year)
    return taken


class Course(NamedTuple):
    """The sides of a question that one is recorded to have taken in more than one year."""

    question: Question
    who: Proponent
    sides: Years
    how: str

    @property
    def told(self) -> str:
        """Which sides, and in which years."""
        taken = self.sides.items()
        if len(self.sides) == 1:
            sides = [f"{side.text} (recorded in {phrases.listed(years)})" for side, years in taken]
        else:
            sides = [f"{side.text} ({', '.join(years)})" for side, years in taken]
        return f"{self.who.name}: {'; '.join(sides)}"


HELD, CHANGED, SEVERAL, NOT_SINCE = (
    *("Same side", "Another side later"),
    *("Several sides", "Nothing later"),
)
"""How one's sides in several years stand to each other.

With the last it is one side, and nothing is recorded in the last year in which others take one.
"""

HOW = (HELD, CHANGED, SEVERAL, NOT_SINCE)


def courses_of(moments: Sequence[Moment], whose: Collection[Proponent] = ()) -> Iterator[Course]:
    """What became of the sides of those asked for, or of all, in more than one year."""
    for question in questions_answered(moments):
        taken = sides_taken(question, moments)
        newest = _newest(question, moments)
        for who, sides in taken.items():
            years = [year for recorded in sides.values() for year in recorded]
            if len(set(years)) > 1 and (who in whose or not whose):
                yield Course(question, who, sides, _how(sides, years, newest))


def _newest(question: Question, moments: Iterable[Moment]) -> str:
    """The last year in which anybody takes a side of a question."""
    years = [moment.year for moment in moments if moment.answers.get(question) and moment.speakers]
    return years[-1]


def _how(sides: Years, years: Sequence[str], newest: str) -> str:
    if len(sides) == 1:
        return HELD if newest in years else NOT_SINCE
    return CHANGED if len(set(years)) == len(years) else SEVERAL


class Apart(NamedTuple):
    """Two who are on different sides of a question, and since when that is recorded."""

    question: Question
    since: str
    sides: dict[Proponent, Side]

    @property
    def told(self) -> str:
        """Who is on which side."""
        return "; ".join(f"{who.name}: {side.text}" for who, side in self.sides.items())


def apart(
    one: Proponent, other: Proponent, topics: Iterable[Topic], *, own: bool
) -> Iterator[Apart]:
    """The questions on which two are on different sides, where the record shows since when.

    Of those who speak for somebody the last one to be recorded counts. A bloc is not set against
    its own member.
    """
    for topic in topics if other not in one.kin else ():
        moments = (*map(of_entry, topic.record), *map(_of_position, topic.positions))
        in_time = sorted(moments, key=_place_in_time)
        for question in questions_answered(in_time):
            yield from _apart_on(question, in_time, (one, other), own=own)


def _apart_on(
    question: Question, moments: Iterable[Moment], both: Sequence[Proponent], *, own: bool
) -> Iterator[Apart]:
    """Since when two are on different sides of a question, if they are at the end."""
    sides: dict[Proponent, Side] = {}
    since: Moment | None = None
    for moment in moments:
        side = moment.answers.get(question)
        for who in both:
            if side and _is_said_by(who, moment, own=own):
                sides[who] = side
        differ = len(set(sides.values())) > 1
        since = (since or moment) if differ else None
    if since and since.entry:
        yield Apart(question, since.year, {who: sides[who] for who in both})

"""History: what was asked for and decided on a subject before this conference and after it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from itupp.answers import phrases
from itupp.answers.documents import maybe_reference, reference, references, whole
from itupp.answers.view import Answer, Column, Document, Row, Table, Tone, View, new_table
from itupp.briefing import (
    Basis,
    Briefing,
    Conference,
    Entry,
    Kind,
    Outcome,
    Position,
    Proponent,
    Question,
    Resolution,
    Side,
    Source,
    Topic,
    fields_of,
)
from itupp.dates import Date, latest_in

Subject = Topic | Question | Resolution | Proponent

MANY = 20
"""Of more moments than this people are shown the decisions, and who took which side when."""

_LIMITS = "A year not named says nothing."


class Moment(NamedTuple):
    """A position or a decision in its place in time.

    It is an entry of the record, a position of this conference or what came of something, or a line
    in the history of a resolution. `date` is None where the data does not say when it was.
    """

    date: Date | None
    event: str
    text: str
    entry: Entry | None = None
    position: Position | None = None
    outcome: Outcome | None = None
    of: Topic | Resolution | None = None
    sources: tuple[str, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether it is a decision."""
        return not self.position and (not self.entry or self.entry.decided)

    @property
    def speakers(self) -> tuple[Proponent, ...]:
        """The proponents that asked for it."""
        record = self.entry or self.position
        return record.proponents if record else ()

    @property
    def answers(self) -> Mapping[Question, Side | None]:
        """The questions that it answers or puts, with the side taken."""
        if self.entry:
            return {self.entry.question: self.entry.side} if self.entry.question else {}
        return self.position.answers if self.position else {}

    @property
    def year(self) -> str:
        """The year or, where it is not known, the event."""
        return str(self.date.year) if self.date else self.event


def show(subject: Subject, *, bloc: Proponent | None = None, full: bool = False) -> Answer:
    """Show what was asked for and decided on a subject; of one `bloc` or country, what it asked for.

    In full with summaries, sources and doubts.
    """
    moments = tuple(_of(subject, bloc))
    return Answer(
        view=partial(_full_view if full else _view, subject, bloc, moments),
        document=partial(_document, subject, moments),
        missing=None if moments else _nothing(subject, bloc),
    )


def show_entry(entry: Entry) -> Answer:
    """Show an entry of the record whole, with its source."""
    return Answer(view=partial(_entry_view, entry), document=lambda: _moment(_of_entry(entry)))


def _nothing(subject: Subject, bloc: Proponent | None) -> str:
    by = f" by {bloc.name}" if bloc else ""
    return f'nothing is recorded on "{subject.label}"{by}'


# The moments of a subject.


def _briefing_of(subject: Subject) -> Briefing:
    return subject.topic.briefing if isinstance(subject, Question) else subject.briefing


def _of(subject: Subject, bloc: Proponent | None) -> Iterator[Moment]:
    """The moments of a subject in order of time, or those of one proponent and its blocs."""
    of_kind: Mapping[type[Subject], Callable[..., Iterator[Moment]]] = {
        Topic: _of_topic,
        Resolution: _of_resolution,
        Proponent: _of_proponent,
        Question: _of_question,
    }
    collect = next(collect for kind, collect in of_kind.items() if isinstance(subject, kind))
    moments = sorted(collect(subject), key=_place_in_time)
    speakers = bloc.speakers if bloc else ()
    for moment in moments:
        if not bloc or any(speaker in moment.speakers for speaker in speakers):
            yield moment


_END_OF_TIME = (10_000, 0, 0)


def _place_in_time(moment: Moment) -> tuple[tuple[int, int, int], bool]:
    if not moment.date:
        return _END_OF_TIME, moment.decided
    return (moment.date.last if moment.decided else moment.date.first), moment.decided


def _of_topic(topic: Topic) -> Iterator[Moment]:
    yield from map(_of_entry, topic.record)
    yield from map(_of_position, topic.positions)
    yield from _decided_now(topic)
    for resolution in topic.resolutions:
        yield from _history_of(resolution)


def _of_question(question: Question) -> Iterator[Moment]:
    """What answers a question, or one that stands beside it."""
    topic, main = question.topic, question.main
    for entry in topic.record:
        if entry.question and entry.question.main is main:
            yield _of_entry(entry)
    positions = [position for position in topic.positions if main in position.answers]
    yield from map(_of_position, positions)
    if positions:
        yield from _decided_now(topic)


def _of_resolution(resolution: Resolution) -> Iterator[Moment]:
    yield from map(_of_entry, resolution.record)
    yield from _history_of(resolution)
    if resolution.outcome:
        yield _of_outcome(resolution, resolution.outcome)


def _of_proponent(proponent: Proponent) -> Iterator[Moment]:
    yield from map(_of_entry, proponent.record())
    yield from map(_of_position, proponent.line())


def _decided_now(topic: Topic) -> Iterator[Moment]:
    """What came of a topic and its resolutions."""
    for record in (topic, *topic.resolutions):
        if record.outcome:
            yield _of_outcome(record, record.outcome)


def _of_entry(entry: Entry) -> Moment:
    return Moment(entry.date, entry.event, entry.label, entry=entry)


def _of_position(position: Position) -> Moment:
    briefing = position.topic.briefing
    begins = _first_day(briefing)
    return Moment(begins, phrases.event_name(briefing), position.label, position=position)


def _of_outcome(record: Topic | Resolution, outcome: Outcome) -> Moment:
    briefing = record.briefing
    name = record.label if isinstance(record, Resolution) else "Outcome"
    text = phrases.outcome_in_words(outcome, "", name)
    event = phrases.event_name(briefing)
    return Moment(_last_day(briefing), event, text, outcome=outcome, of=record)


def _first_day(briefing: Briefing) -> Date | None:
    conference = briefing.conference
    return latest_in((conference and (conference.start or conference.end)) or "")


def _last_day(briefing: Briefing) -> Date | None:
    conference = briefing.conference
    return latest_in((conference and (conference.end or conference.start)) or "")


def _history_of(resolution: Resolution) -> Iterator[Moment]:
    """Where it was adopted and revised, but for what an entry or its outcome tells."""
    told = {entry.date.year for entry in resolution.record if entry.decided}
    now = _last_day(resolution.briefing)
    if resolution.outcome and now:
        told.add(now.year)
    places = {place: "revised" for place in resolution.revised}
    if resolution.adopted:
        places = {resolution.adopted: "adopted", **places}
    for place, verb in places.items():
        date = latest_in(place)
        if not date or date.year not in told:
            sources = resolution.history_sources.get(place, ())
            written = "" if sources else f" ({phrases.NO_ADDRESS})"
            text = f"{resolution.label} {verb}{written}"
            yield Moment(date, place, text, of=resolution, sources=sources)


# What a person is shown.


def _view(subject: Subject, bloc: Proponent | None, moments: Sequence[Moment]) -> View:
    view = _begun(subject, bloc, moments)
    whose, conference = _whose(subject, bloc), _conference(subject)
    if isinstance(subject, Resolution):
        view.paragraph(subject.title)
    if len(moments) > MANY:
        view.listed("What was decided", _decisions(subject, moments), conference)
        _tell_sides(view, moments, whose)
    else:
        heading = "What was asked for and decided"
        view.listed(heading, _timeline(subject, moments), conference)
        _tell_courses(view, moments, whose)
    _tell_gaps(view, subject)
    view.note(_left_out(moments))
    view.more(*_further(subject, bloc))
    return view


def _whose(subject: Subject, bloc: Proponent | None) -> Collection[Proponent]:
    """Those whose sides are followed through the years, where it is not everybody's."""
    one = subject if isinstance(subject, Proponent) else bloc
    return one.speakers if one else ()


def _begun(subject: Subject, bloc: Proponent | None, moments: Sequence[Moment]) -> View:
    by = f", by {bloc.name}" if bloc else ""
    span = _span(moments)
    context = phrases.context_of(_briefing_of(subject), span)
    return View(f"{subject.label}: the record{by}", context, data=_data(moments))


def _span(moments: Iterable[Moment]) -> str:
    """From which year to which there is something."""
    years = [moment.date.year for moment in moments if moment.date]
    ends = dict.fromkeys(map(str, (min(years), max(years)))) if years else ()
    return " to ".join(ends)


def _conference(subject: Subject) -> str:
    """What this conference's acronym stands for, since others are called alike."""
    conference = _briefing_of(subject).conference
    known = conference and conference.acronym
    return f"{conference.acronym}: {conference.name}" if conference and known else ""


def _timeline(subject: Subject, moments: Sequence[Moment]) -> Table:
    """Moments one by one, newest last, then the next conference."""
    rows = [_row(moment) for moment in moments]
    return new_table(("When", "At", "What"), [*rows, *_next(subject)], bare=True)


def _row(moment: Moment) -> Row:
    """When, at what, and who asked for what or what was decided, with the side that it takes."""
    sides = "; ".join(side.text for side in moment.answers.values() if side)
    of_sides = f" ({sides})" if sides not in ("", moment.text) else ""
    return (*_when_and_at(moment), f"{_who(moment)}: {moment.text}{of_sides}")


def _next(subject: Subject) -> Iterator[Row]:
    """The row of the next conference, if it is known."""
    following = _briefing_of(subject).following
    if following:
        place = ", ".join(filter(None, (following.city, following.country)))
        name = following.acronym or following.name
        yield (following.start or "", name, f"Next: in {place}" if place else "Next")


def _when_and_at(moment: Moment) -> tuple[str, str]:
    """When and at what; not twice the same, as where the event is a place and a year."""
    when = str(moment.date or "")
    return when, moment.event.removesuffix(f", {when}")


def _who(moment: Moment) -> str:
    """Who asked for it, in short, or that it was decided."""
    if moment.decided:
        return "Decided"
    return phrases.names_in_short(moment.speakers) or _by(moment)


def _by(moment: Moment) -> str:
    return (moment.entry and moment.entry.by) or ""


def _decisions(subject: Subject, moments: Iterable[Moment]) -> Table:
    """The decisions, newest last, then the next conference."""
    rows = [(*_when_and_at(moment), moment.text) for moment in moments if moment.decided]
    return new_table(("When", "At", "What"), [*rows, *_next(subject)], bare=True)


def _tell_sides(view: View, moments: Sequence[Moment], whose: Collection[Proponent] = ()) -> None:
    """Tell for each question who took which side when, those that stand beside it with it."""
    questions, courses = _questions(moments), list(_courses(moments, whose))
    for main in dict.fromkeys(question.main for question in questions):
        family = [question for question in questions if question.main is main]
        view.heading(main.text, remark=_nature_of(family))
        lines = [line for question in family for line in _side_lines(question, moments)]
        lines += _in_short([course for course in courses if course.question in family])
        view.items(lines)


def _questions(moments: Iterable[Moment]) -> list[Question]:
    """The questions on which a proponent takes a side, in the order of their topics."""
    found = {
        question: None
        for moment in moments
        for question, side in moment.answers.items()
        if side and moment.speakers
    }
    order = [one for topic in dict.fromkeys(q.topic for q in found) for one in topic.every_question]
    return [question for question in order if question in found]


def _nature_of(questions: Collection[Question]) -> str:
    """Whether sides of questions exclude each other, and whether that they differ is our reading."""
    exclusive = any(question.exclusive for question in questions)
    told = ("one side excludes others" if exclusive else "", phrases.readings_of(questions))
    return ", ".join(filter(None, told))


def _side_lines(question: Question, moments: Iterable[Moment]) -> Iterator[str]:
    """A line for each side that is taken: by whom, and in which years."""
    taken = _sides_taken(question, moments)
    for side in question.sides.values():
        years = {who: years[side] for who, years in taken.items() if side in years}
        alike: dict[tuple[str, ...], list[Proponent]] = {}
        for who, recorded in years.items():
            alike.setdefault(tuple(recorded), []).append(who)
        told = [f"{phrases.names_in_short(who)} {', '.join(when)}" for when, who in alike.items()]
        if told:
            yield f"{side.text}: {'; '.join(told)}"


_Years = dict[Side, list[str]]
"""For each side that one took the years of that, both in order of time."""


def _sides_taken(question: Question, moments: Iterable[Moment]) -> dict[Proponent, _Years]:
    """For each proponent the sides of a question that it took, and when."""
    taken: dict[Proponent, _Years] = {}
    for moment in moments:
        side = moment.answers.get(question)
        for who in moment.speakers if side else ():
            years = taken.setdefault(who, {}).setdefault(side, [])
            if moment.year not in years:
                years.append(moment.year)
    return taken


class Course(NamedTuple):
    """The sides of a question that one is recorded to have taken in more than one year."""

    question: Question
    who: Proponent
    sides: _Years
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


HOW = HELD, CHANGED, SEVERAL, NOT_SINCE = (
    *("Same side", "Another side later"),
    *("Several sides", "Nothing later"),
)
"""How one's sides in several years stand to each other; the last is one side, given up or not."""


def _courses(moments: Sequence[Moment], whose: Collection[Proponent] = ()) -> Iterator[Course]:
    """What became of the sides of those asked for, or of all, in more than one year."""
    for question in _questions(moments):
        taken = _sides_taken(question, moments)
        newest = _newest(question, moments)
        for who, sides in taken.items():
            years = [year for recorded in sides.values() for year in recorded]
            if len(set(years)) > 1 and (who in whose or not whose):
                yield Course(question, who, sides, _how(sides, years, newest))


def _newest(question: Question, moments: Iterable[Moment]) -> str:
    """The last year in which anybody takes a side of a question."""
    years = [moment.year for moment in moments if moment.answers.get(question) and moment.speakers]
    return years[-1]


def _how(sides: _Years, years: Sequence[str], newest: str) -> str:
    if len(sides) == 1:
        return HELD if newest in years else NOT_SINCE
    return CHANGED if len(set(years)) == len(years) else SEVERAL


def _in_short(courses: Collection[Course]) -> Iterator[str]:
    """In one line who kept to a side, changed or took several, or is not recorded since."""
    told: list[str] = []
    for how in HOW:
        such = dict.fromkeys(course.who for course in courses if course.how == how)
        if such:
            told.append(f"{how}: {phrases.names_in_short(such)}.")
    if told:
        yield f"In more than one year. {' '.join(told)}"


def _tell_courses(view: View, moments: Sequence[Moment], whose: Collection[Proponent] = ()) -> None:
    """Tell who kept to a side, changed or took several, or is not recorded since, in a line each."""
    courses = list(_courses(moments, whose))
    for how in HOW:
        view.fact(how, tuple(course.told for course in courses if course.how == how))


def _tell_gaps(view: View, subject: Subject) -> None:
    """Tell which gaps a resolution's history has."""
    if isinstance(subject, Resolution):
        view.note(subject.history_note)


def _left_out(moments: Sequence[Moment]) -> str:
    """What is not shown, and what the record does not say."""
    if not any(moment.entry for moment in moments):
        return ""
    asked = [moment for moment in moments if not moment.decided]
    told = [moment for moment in asked if moment.speakers and any(moment.answers.values())]
    if len(moments) <= MANY:
        return _LIMITS
    of_sides = phrases.counted(len(told), "position is", "positions are")
    left = len(asked) - len(told)
    return f"{of_sides} told by side, {left} left out. {_LIMITS}"


def _further(subject: Subject, bloc: Proponent | None) -> Iterator[str]:
    """The commands to type next."""
    by = f" --bloc {bloc.id}" if bloc else ""
    yield f"itupp history {subject.id}{by} --full"
    if isinstance(subject, Topic):
        yield from (f"itupp history {one.id}" for one in subject.resolutions if one.number)
    elif isinstance(subject, Resolution):
        yield from (f"itupp history {topic.id}" for topic in subject.topics)
    elif isinstance(subject, Question):
        yield f"itupp history {subject.topic.id}"


def _full_view(subject: Subject, bloc: Proponent | None, moments: Sequence[Moment]) -> View:
    view = _begun(subject, bloc, moments)
    whose = _whose(subject, bloc)
    _tell_sides(view, moments, whose)
    _tell_courses(view, moments, whose)
    for moment in moments:
        _tell_moment(view, moment)
    view.fact("Next", phrases.name_place_and_dates(_briefing_of(subject).following))
    _tell_gaps(view, subject)
    return view


def _tell_moment(view: View, moment: Moment) -> None:
    """Tell a moment whole: when, at what, who, what, and where that is written."""
    when, at = _when_and_at(moment)
    view.heading(" \u00b7 ".join(filter(None, (when, at))), remark=_id(moment))
    _tell_what(view, moment)


def _tell_what(view: View, moment: Moment) -> None:
    names = ", ".join(phrases.names_of(moment.speakers))
    who = names or _by(moment) or "Decision"
    view.paragraph(f"{who}: {moment.text}")
    if moment.entry:
        _tell_entry(view, moment.entry)
    if moment.position:
        view.paragraph(moment.position.summary)
        view.fact("Side", phrases.sides_taken(moment.position))
        view.fact("Cite as", phrases.citation(moment.position))
    if moment.outcome:
        view.fact("Outcome", phrases.outcome_lines(moment.outcome, full=True))
    view.fact("Sources", moment.sources)


def _tell_entry(view: View, entry: Entry) -> None:
    """Tell what an entry says, and where that is written."""
    if entry.headline:
        view.paragraph(entry.summary)
    view.fact("Side", _side_of(entry))
    view.fact(
        "Resolution", phrases.number_and_title(entry.resolution) if entry.resolution else None
    )
    view.fact("Addressees", tuple(addressee.name for addressee in entry.addressees))
    view.fact("Source", _citation(entry))
    view.fact("Doubt", entry.doubt)


def _side_of(entry: Entry) -> str:
    """The side that an entry takes, or that the question was put."""
    question, side = entry.question, entry.side
    if not question:
        return ""
    asked = phrases.question_in_full(question)
    if not side:
        return f"none; the question: {asked}"
    reading = f" ({phrases.OUR_READING})" if entry.basis is Basis.EDITOR else ""
    return f"{side.text}{reading}, on: {asked}"


def _citation(entry: Entry) -> str:
    """The document, its kind, the place in it and its address."""
    source = entry.source
    told = (phrases.reference_to(source), source.kind, entry.locator, source.url)
    return ", ".join(filter(None, told))


def _entry_view(entry: Entry) -> View:
    moment = _of_entry(entry)
    when, at = _when_and_at(moment)
    briefing = entry.topic.briefing
    context = phrases.context_of(briefing, entry.id)
    view = View(f"{when} \u00b7 {at}", context, data=_data([moment]))
    _tell_what(view, moment)
    view.more(f"itupp history {entry.topic.id}")
    return view


# What other answers tell of it.


def before(subject: Topic | Resolution | Proponent) -> tuple[str, ...]:
    """What there was before this conference, in a line or two; nothing where nothing is recorded."""
    if isinstance(subject, Resolution):
        return _places_before(subject)
    begins = _first_day(_briefing_of(subject))
    entries = subject.record if isinstance(subject, Topic) else subject.record()
    earlier = [entry for entry in entries if not begins or entry.date.last < begins.first]
    if isinstance(subject, Topic):
        latest = [entry for entry in earlier if entry.decided] or earlier
        return tuple(map(_in_a_line, latest[-LATEST:]))
    return tuple(_asked_before(earlier))


LATEST = 2
"""So many decisions before this conference are told where its own are asked for."""


def _in_a_line(entry: Entry) -> str:
    who = "" if entry.decided else f"{_who(_of_entry(entry))}: "
    return f"{entry.date.year} {who}{entry.label}"


def _places_before(resolution: Resolution) -> tuple[str, ...]:
    """Where it was adopted and in which years revised, this conference left aside."""
    now = _last_day(resolution.briefing) if resolution.outcome else None
    revised = [latest_in(place) or place for place in resolution.revised]
    years = [str(when.year if isinstance(when, Date) else when) for when in revised]
    earlier = [year for year in years if not now or year != str(now.year)]
    adopted = [f"adopted {resolution.adopted}"] if resolution.adopted else []
    told = [*adopted, f"revised {', '.join(earlier)}"] if earlier else adopted
    return ("; ".join(told),) if told else ()


def _asked_before(earlier: Sequence[Entry]) -> Iterator[str]:
    """How much somebody asked for before this conference, from when to when, on what."""
    if earlier:
        number = phrases.counted(len(earlier), "position")
        span = _span(map(_of_entry, earlier))
        topics = dict.fromkeys(entry.topic for entry in earlier)
        on = ", ".join(map(phrases.name_in_short, topics))
        yield f"{number} recorded, {span}, on {on}"


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
    """The questions on which two are on different sides since before this conference or after it.

    Of those who speak for somebody the last one to be recorded counts.
    """
    for topic in topics if other not in one.kin else ():
        moments = (*map(_of_entry, topic.record), *map(_of_position, topic.positions))
        in_time = sorted(moments, key=_place_in_time)
        for question in _questions(in_time):
            yield from _apart_on(question, in_time, one, other, own=own)


def _apart_on(
    question: Question, moments: Iterable[Moment], one: Proponent, other: Proponent, *, own: bool
) -> Iterator[Apart]:
    """Since when two are on different sides of a question, if they are at the end."""
    sides: dict[Proponent, Side] = {}
    since: Moment | None = None
    for moment in moments:
        side = moment.answers.get(question)
        for who in (one, other):
            if side and any(speaker in moment.speakers for speaker in who.speaking(own=own)):
                sides[who] = side
        differ = len(set(sides.values())) > 1
        since = (since or moment) if differ else None
    if since and since.entry:
        yield Apart(question, since.year, {who: sides[who] for who in (one, other)})


def apart_document(found: Apart) -> Document:
    """On which question two are apart, since when, and on which sides."""
    sides = [{"proponent": reference(who), "side": reference(s)} for who, s in found.sides.items()]
    return {"question": reference(found.question), "since": found.since, "sides": sides}


# For programs.


_DATA = (
    *("When", "At", "Kind", "Id", "Topic", "Resolution", "Who", "Headline", "Summary"),
    *("Question", "Side", "Basis", "Addressees", "Source", "Place", "Address", "Doubt"),
)


def _data(moments: Iterable[Moment]) -> Table:
    """Moments for programs, a row each."""
    return new_table(_DATA, map(_data_row, moments))


def _data_row(moment: Moment) -> Row:
    when, kind = str(moment.date or ""), _kind(moment)
    return (when, moment.event, kind, _id(moment), *_said_cells(moment), *_written_cells(moment))


def _said_cells(moment: Moment) -> Row:
    """On what, who, what, and which sides of which questions."""
    topic, resolution = _topic(moment), _resolution(moment)
    who = phrases.names_of(moment.speakers) or _by(moment)
    answers = moment.answers.items()
    sides = tuple(side.text for _, side in answers if side)
    basis = moment.entry.basis if moment.entry and moment.entry.side else ""
    return (
        topic.title if topic else "",
        resolution.label if resolution else "",
        who,
        moment.text,
        _summary(moment) or "",
        tuple(question.text for question, _ in answers),
        sides,
        basis,
    )


def _written_cells(moment: Moment) -> Row:
    """Who is to act, and where it is written."""
    record, source = moment.entry or moment.position, _source(moment)
    addressees = record.addressees if record else ()
    return (
        tuple(addressee.name for addressee in addressees),
        phrases.reference_to(source) if source else "",
        (record and record.locator) or "",
        _addresses(moment),
        (moment.entry and moment.entry.doubt) or "",
    )


def _kind(moment: Moment) -> Kind:
    return Kind.DECISION if moment.decided else Kind.POSITION


def _id(moment: Moment) -> str:
    """What to type for it: the id of an entry or of a position."""
    record = moment.entry or moment.position
    return record.id if record else ""


def _topic(moment: Moment) -> Topic | None:
    record = moment.entry or moment.position
    if record:
        return record.topic
    return moment.of if isinstance(moment.of, Topic) else None


def _resolution(moment: Moment) -> Resolution | None:
    if moment.entry:
        return moment.entry.resolution
    return moment.of if isinstance(moment.of, Resolution) else None


def _summary(moment: Moment) -> str | None:
    record = moment.entry or moment.position or moment.outcome
    return record.summary if record else None


def _source(moment: Moment) -> Source | None:
    record = moment.entry or moment.position
    return record.source if record else None


def _addresses(moment: Moment) -> tuple[str, ...]:
    if moment.outcome:
        return phrases.addresses(moment.outcome, full=True)
    source = _source(moment)
    return (source.url,) if source and source.url else moment.sources


def _document(subject: Subject, moments: Sequence[Moment]) -> Document:
    """The subject, everything on it in order of time, and what comes next."""
    following: Conference | None = _briefing_of(subject).following
    return {
        **reference(subject),
        "moments": list(map(_moment, moments)),
        "questions": list(map(_question, _put(moments))),
        "courses": list(map(_course, _courses(moments))),
        "following": whole(following),
    }


def _put(moments: Iterable[Moment]) -> list[Question]:
    """The questions that are answered or put, each once."""
    return list(dict.fromkeys(question for moment in moments for question in moment.answers))


def _moment(moment: Moment) -> Document:
    entry, source = moment.entry, _source(moment)
    record = entry or moment.position
    answers = moment.answers.items()
    return {
        "id": record.id if record else None,
        "date": str(moment.date) if moment.date else None,
        "event": moment.event,
        "kind": _kind(moment),
        **_on_what(moment),
        "headline": moment.text,
        "summary": _summary(moment),
        "answers": [
            {"question": reference(question), "side": maybe_reference(side)}
            for question, side in answers
        ],
        "basis": entry.basis if entry and entry.side else None,
        "source": whole(source),
        "locator": record.locator if record else None,
        "addresses": _addresses(moment),
        "doubt": entry.doubt if entry else None,
    }


def _on_what(moment: Moment) -> Document:
    """On what somebody spoke, who it was, and who is to act."""
    record = moment.entry or moment.position
    return {
        "topic": maybe_reference(_topic(moment)),
        "resolution": maybe_reference(_resolution(moment)),
        "proponents": references(moment.speakers),
        "by": _by(moment) or None,
        "addressees": references(record.addressees if record else ()),
    }


def _question(question: Question) -> Document:
    """A question with its sides, and the one it stands beside."""
    beside = question.main if question.main is not question else None
    return {
        **reference(question),
        "topic": reference(question.topic),
        "beside": maybe_reference(beside),
        "exclusive": question.exclusive,
        "basis": question.basis,
        "sides": references(question.sides.values()),
    }


def _course(course: Course) -> Document:
    """Who took which sides of a question in which years."""
    sides = [{"side": reference(side), "years": years} for side, years in course.sides.items()]
    question, who = reference(course.question), reference(course.who)
    return {"question": question, "proponent": who, "how": course.how.lower(), "sides": sides}

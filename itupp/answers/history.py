"""History: what was asked for and decided on a subject before this conference and after it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

from itupp.answers import phrases
from itupp.answers.documents import maybe_reference, reference, references, whole
from itupp.answers.moments import (
    HOW,
    Course,
    Moment,
    Subject,
    briefing_of,
    courses_of,
    moments_of,
    of_entry,
    questions_answered,
    sides_taken,
)
from itupp.answers.view import Answer, Document, Row, Table, View, new_table
from itupp.briefing import (
    Basis,
    Entry,
    Position,
    Proponent,
    Question,
    Resolution,
    Topic,
)

MANY = 20
"""Of more moments than this people are shown the decisions, and who took which side when."""

LIMITS = "Nothing is recorded of other years."


def show(subject: Subject, *, bloc: Proponent | None = None, full: bool = False) -> Answer:
    """Show what was asked for and decided on a subject; of a `bloc` or country, what it asked for.

    In full with summaries, sources and doubts.
    """
    moments = moments_of(subject, bloc)
    return Answer(
        view=partial(_full_view if full else _view, subject, bloc, moments),
        document=partial(_document, subject, moments),
        missing=None if moments else _nothing(subject, bloc),
    )


def show_entry(entry: Entry) -> Answer:
    """Show an entry of the record whole, with its source."""
    return Answer(view=partial(_entry_view, entry), document=lambda: _moment(of_entry(entry)))


def _nothing(subject: Subject, bloc: Proponent | None) -> str:
    by = f" by {bloc.name}" if bloc else ""
    return f'nothing is recorded on "{subject.label}"{by}'


# What a person is shown.


def _view(subject: Subject, bloc: Proponent | None, moments: Sequence[Moment]) -> View:
    view = _begun(subject, bloc, moments)
    whose, conference = _whose(subject, bloc), _conference(subject)
    if isinstance(subject, Resolution):
        view.paragraph(subject.title)
    if len(moments) > MANY:
        view.listed("What was decided", _decisions(subject, moments), conference)
        tell_sides(view, moments, list(courses_of(moments, whose)))
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
    span = phrases.span_of(moment.date.year for moment in moments if moment.date)
    context = phrases.context_of(briefing_of(subject), span)
    return View(f"{subject.label}: the record{by}", context, data=_data(moments))


def _conference(subject: Subject) -> str:
    """What this conference's acronym stands for, since others are called alike."""
    conference = briefing_of(subject).conference
    known = conference and conference.acronym
    return f"{conference.acronym}: {conference.name}" if conference and known else ""


def _timeline(subject: Subject, moments: Sequence[Moment]) -> Table:
    """Moments one by one, newest last, then the next conference."""
    return _in_time(map(_row, moments), subject)


def _in_time(rows: Iterable[Row], subject: Subject) -> Table:
    """Rows in order of time; the next conference follows where there are any."""
    told = list(rows)
    following = _next(subject) if told else ()
    return new_table(("When", "At", "What"), [*told, *following], bare=True)


def _row(moment: Moment) -> Row:
    """When, at what, and who asked for what or what was decided, with the side that it takes."""
    side = _side(moment)
    in_brackets = f" ({side})" if side else ""
    return (*when_and_at(moment), f"{who(moment)}: {moment.text}{in_brackets}")


def _side(moment: Moment) -> str:
    """The side that a moment takes, where its text is not the same."""
    sides = "; ".join(side.text for side in moment.answers.values() if side)
    return "" if sides == moment.text else sides


def _next(subject: Subject) -> Iterator[Row]:
    """The row of the next conference, if it is known."""
    following = briefing_of(subject).following
    if following:
        place = ", ".join(filter(None, (following.city, following.country)))
        name = following.acronym or following.name
        yield (following.start or "", name, f"Next: in {place}" if place else "Next")


def when_and_at(moment: Moment) -> tuple[str, str]:
    """When and at what; not twice the same, as where the event is a place and a year."""
    when = str(moment.date or "")
    return when, moment.event.removesuffix(f", {when}")


def who(moment: Moment) -> str:
    """Who asked for it, in short, or that it was decided."""
    if moment.decided:
        return "Decided"
    return ", ".join(filter(None, (phrases.names_in_short(moment.speakers), moment.by)))


def _decisions(subject: Subject, moments: Iterable[Moment]) -> Table:
    """The decisions, newest last, then the next conference."""
    decided = (moment for moment in moments if moment.decided)
    return _in_time(((*when_and_at(moment), moment.text) for moment in decided), subject)


def tell_sides(view: View, moments: Sequence[Moment], courses: Sequence[Course] = ()) -> None:
    """Tell for each question who took which side when, those that stand beside it with it."""
    questions = questions_answered(moments)
    for main in dict.fromkeys(question.main for question in questions):
        family = [question for question in questions if question.main is main]
        view.heading(main.text, remark=phrases.readings_of(family))
        lines = [line for question in family for line in _side_lines(question, moments)]
        lines += _in_short([course for course in courses if course.question in family])
        view.items(lines)


def _side_lines(question: Question, moments: Iterable[Moment]) -> Iterator[str]:
    """A line for each side that is taken: by whom, and in which years."""
    taken = sides_taken(question, moments)
    for side in question.sides.values():
        alike: dict[str, list[Proponent]] = {}
        for who, years in taken.items():
            if side in years:
                alike.setdefault(", ".join(years[side]), []).append(who)
        told = [f"{phrases.names_in_short(who)} {years}" for years, who in alike.items()]
        if told:
            yield f"{side.text}: {'; '.join(told)}"


def _in_short(courses: Collection[Course]) -> Iterator[str]:
    """In one line who kept to a side, changed or took several, or is not recorded since."""
    told: list[str] = []
    for how in HOW:
        such = dict.fromkeys(course.who for course in courses if course.how == how)
        if such:
            told.append(f"{how}: {phrases.names_in_short(such)}.")
    if told:
        yield f"Recorded in more than one year. {' '.join(told)}"


def _tell_courses(
    view: View, moments: Sequence[Moment], whose: Collection[Proponent] = (), *, full: bool = False
) -> None:
    """Tell in a line each who kept to a side, changed or took several, or is not recorded since.

    Of many, as where many signed, it is told in one line unless it is told in full.
    """
    courses = list(courses_of(moments, whose))
    for how in HOW:
        such = [course for course in courses if course.how == how]
        if full or len(such) <= phrases.FEW_NAMES:
            view.fact(how, tuple(course.told for course in such))
        else:
            view.fact(how, phrases.names_in_short(dict.fromkeys(course.who for course in such)))


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
        return f"In brackets: the side taken. {LIMITS}" if any(map(_side, moments)) else LIMITS
    of_sides = phrases.counted(len(told), "position is", "positions are")
    left = len(asked) - len(told)
    return f"{of_sides} told by side, {left} left out. {LIMITS}"


def _further(subject: Subject, bloc: Proponent | None) -> Iterator[str]:
    """The commands to type next."""
    by = f" --bloc {bloc.id}" if bloc else ""
    yield f"itupp history {subject.id}{by} --full"
    yield from _to_related(subject)
    if briefing_of(subject).terms:
        yield "itupp terms"


def _to_related(subject: Subject) -> Iterator[str]:
    """The records of what a subject belongs to, or of what belongs to it."""
    if isinstance(subject, Topic):
        yield from (f"itupp history {one.id}" for one in subject.resolutions if one.number)
    elif isinstance(subject, Resolution):
        yield from (f"itupp history {topic.id}" for topic in subject.topics)
    elif isinstance(subject, Question):
        yield f"itupp history {subject.topic.id}"


def _full_view(subject: Subject, bloc: Proponent | None, moments: Sequence[Moment]) -> View:
    view = _begun(subject, bloc, moments)
    whose = _whose(subject, bloc)
    tell_sides(view, moments)
    _tell_courses(view, moments, whose, full=True)
    for moment in moments:
        _tell_moment(view, moment)
    following = _next(subject) if moments else ()
    view.listed("What comes next", new_table(("When", "At", "What"), following, bare=True))
    _tell_gaps(view, subject)
    put = dict.fromkeys(question for moment in moments for question in moment.answers)
    view.commands([f"itupp history {question.id}" for question in put if question is not subject])
    return view


def _tell_moment(view: View, moment: Moment) -> None:
    """Tell a moment whole: when, at what, who, what, and where that is written."""
    when, at = when_and_at(moment)
    id = moment.said.id if moment.said else ""
    view.heading(" \u00b7 ".join(filter(None, (when, at))), remark=id)
    _tell_what(view, moment)


def _tell_what(view: View, moment: Moment) -> None:
    who = ", ".join(filter(None, (*phrases.names_of(moment.speakers), moment.by))) or "Decision"
    view.paragraph(f"{who}: {moment.text}")
    if moment.entry:
        _tell_entry(view, moment.entry)
    if moment.position:
        view.paragraphs(moment.position.summary if moment.position.headline else None)
        view.fact("Side", phrases.sides_taken(moment.position))
        view.fact("Source", citation(moment.position))
    if moment.outcome:
        view.fact("Outcome", phrases.outcome_lines(moment.outcome, full=True))
    view.fact("Sources", moment.written)


def _tell_entry(view: View, entry: Entry) -> None:
    """Tell what an entry says, and where that is written."""
    if entry.headline:
        view.paragraph(entry.summary)
    view.fact("Side", _side_of(entry))
    view.fact(
        "Resolution", phrases.number_and_title(entry.resolution) if entry.resolution else None
    )
    view.fact("Addressees", tuple(addressee.name for addressee in entry.addressees))
    view.fact("Source", citation(entry))
    view.fact("Doubt", entry.doubt)


def _side_of(entry: Entry) -> str:
    """The side that an entry takes, or that the question was put."""
    question, side = entry.question, entry.side
    if not question:
        return ""
    asked = _asked(question)
    if not side:
        return f"none; the question: {asked}"
    reading = f" ({phrases.OUR_READING})" if entry.basis is Basis.EDITOR else ""
    return f"{side.text}{reading}, on: {asked}"


def _asked(question: Question) -> str:
    """A question, whether its sides exclude each other, and whether that they differ is ours."""
    excluding = "one side excludes others" if question.exclusive else ""
    remarks = ", ".join(filter(None, (excluding, phrases.reading_of(question))))
    return f"{question.text} ({remarks})" if remarks else question.text


def citation(said: Entry | Position) -> str:
    """The document, the place in it and its address."""
    source = said.source
    told = (phrases.reference_to(source), said.locator, source.url) if source else ()
    return ", ".join(filter(None, told))


def _entry_view(entry: Entry) -> View:
    moment = of_entry(entry)
    when, at = when_and_at(moment)
    briefing = entry.topic.briefing
    context = phrases.context_of(briefing, entry.id)
    view = View(f"{when} \u00b7 {at}", context, data=_data([moment]))
    _tell_what(view, moment)
    view.more(f"itupp history {entry.topic.id}")
    return view


# For programs.


_DATA = (
    *("Id", "When", "At", "Kind", "Topic", "Resolution", "Who", "Headline", "Summary"),
    *("Question", "Side", "Basis", "Addressees", "Source", "Place", "Address", "Doubt"),
)


def _data(moments: Iterable[Moment]) -> Table:
    """Moments for programs, a row each."""
    return new_table(_DATA, map(_data_row, moments))


def _data_row(moment: Moment) -> Row:
    said = moment.said
    told = (said.id if said else "", str(moment.date or ""), moment.event, moment.kind)
    return (*told, *_said_cells(moment), *_answer_cells(moment), *_written_cells(moment))


def _said_cells(moment: Moment) -> Row:
    """On what, who, and what."""
    topic, resolution = moment.topic, moment.resolution
    of_topic, of_resolution = topic.title if topic else "", resolution.label if resolution else ""
    who = tuple(filter(None, (*phrases.names_of(moment.speakers), moment.by)))
    return (of_topic, of_resolution, who, moment.text, moment.summary or "")


def _answer_cells(moment: Moment) -> Row:
    """Which questions, which sides, and whose reading these are."""
    questions = tuple(question.text for question in moment.answers)
    sides = tuple(side.text for side in moment.answers.values() if side)
    return (questions, sides, _basis(moment) or "")


def _basis(moment: Moment) -> Basis | None:
    """Whose reading the side of an entry is."""
    entry = moment.entry
    return entry.basis if entry and entry.side else None


def _written_cells(moment: Moment) -> Row:
    """Who is to act, and where it is written."""
    said, source = moment.said, moment.source
    addressees = tuple(addressee.name for addressee in said.addressees) if said else ()
    document = phrases.reference_to(source) if source else ""
    place, doubt = (said and said.locator) or "", (moment.entry and moment.entry.doubt) or ""
    return (addressees, document, place, moment.addresses, doubt)


def _document(subject: Subject, moments: Sequence[Moment]) -> Document:
    """The subject, everything on it in order of time, and what comes next."""
    put = dict.fromkeys(question for moment in moments for question in moment.answers)
    return {
        **reference(subject),
        "moments": list(map(_moment, moments)),
        "questions": list(map(_question, put)),
        "courses": list(map(_course, courses_of(moments))),
        "note": subject.history_note if isinstance(subject, Resolution) else None,
        "following": whole(briefing_of(subject).following),
    }


def _moment(moment: Moment) -> Document:
    """A moment: when, who, what, and where it is written."""
    said = moment.said
    return {
        "id": said.id if said else None,
        "date": str(moment.date) if moment.date else None,
        "event": moment.event,
        "kind": moment.kind,
        **_said_document(moment),
        **_written_document(moment),
    }


def _said_document(moment: Moment) -> Document:
    """On what somebody spoke, who it was, who is to act, and what they asked for."""
    return {
        "topic": maybe_reference(moment.topic),
        "resolution": maybe_reference(moment.resolution),
        "proponents": references(moment.speakers),
        "by": moment.by or None,
        "addressees": references(moment.said.addressees if moment.said else ()),
        "headline": moment.text,
        "summary": moment.summary,
    }


def _written_document(moment: Moment) -> Document:
    """Which sides are taken, whose reading that is, and where it is written."""
    answers = [
        {"question": reference(question), "side": maybe_reference(side)}
        for question, side in moment.answers.items()
    ]
    return {
        "answers": answers,
        "basis": _basis(moment),
        "source": whole(moment.source),
        "locator": moment.said.locator if moment.said else None,
        "addresses": moment.addresses,
        "doubt": moment.entry.doubt if moment.entry else None,
    }


def _question(question: Question) -> Document:
    """A question with its sides, and the one it stands beside."""
    beside = None if question.main is question else question.main
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

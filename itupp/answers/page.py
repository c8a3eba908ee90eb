"""The whole briefing as one page: parts, and in them entries that have an address of their own."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from itupp.answers import comparison, history, overview, phrases, positions, proponents, questions
from itupp.answers.moments import moments_of, of_entry
from itupp.answers.view import Table, View
from itupp.briefing import (
    Bloc,
    Briefing,
    Country,
    Named,
    Position,
    Proponent,
    Question,
    Resolution,
    Term,
    Topic,
)
from itupp.briefing import Entry as Recorded


class Entry(View):
    """A part of the page: what it shows, what is folded in, and the entries below that.

    One with an `anchor` has an address. A filter finds it `by` the ids of those whose it is and of
    the topics that it, or the entry around it, is `on`; where it has entries, by these. Its
    `picture` is of a matrix.
    """

    def __init__(
        self,
        anchor: str,
        title: str,
        context: str = "",
        *,
        by: Iterable[Proponent] = (),
        on: Iterable[Topic] = (),
    ) -> None:
        super().__init__(title, context)
        self.anchor = anchor
        self.by = tuple(proponent.id for proponent in by)
        self.on = tuple(topic.id for topic in on)
        self.folded = View("")
        self.entries: list[Entry] = []
        self.picture: Table | None = None


class Choice(NamedTuple):
    """What a filter offers, and the ids that it finds then."""

    label: str
    ids: tuple[str, ...]


class Page(NamedTuple):
    """The page, the names that become links in it, and what its filters offer."""

    whole: Entry
    names: dict[str, str]
    blocs: list[Choice]
    others: list[Choice]
    topics: list[Choice]


def show(briefing: Briefing) -> Page:
    """Show everything in a briefing on one page."""
    whole = Entry("", briefing.title, phrases.context_of(briefing))
    whole.fact("Conference", phrases.name_place_and_dates(briefing.conference))
    whole.fact("Holds", overview.holdings(briefing))
    whole.entries = [part for part in _parts(briefing) if part.blocks or part.entries]
    spoke = _who_spoke(briefing)
    blocs = [bloc for bloc in briefing.blocs.values() if bloc.positions or bloc in spoke]
    others = [one for one in briefing.everyone if not isinstance(one, Bloc)]
    others = [one for one in others if one.line() or not spoke.isdisjoint(one.speakers)]
    return Page(
        whole=whole,
        names=dict(_names(briefing)),
        blocs=list(map(_choice, blocs)),
        others=list(map(_choice, others)),
        topics=[Choice(topic.title, (topic.id,)) for topic in briefing.topics.values()],
    )


def _who_spoke(briefing: Briefing) -> frozenset[Proponent]:
    """Those who spoke before this conference or after it."""
    return frozenset(one for entry in briefing.record for one in entry.proponents)


def _choice(proponent: Proponent) -> Choice:
    """A proponent with all who speak for it."""
    return Choice(proponent.name, tuple(speaker.id for speaker in proponent.speakers))


def _parts(briefing: Briefing) -> Iterator[Entry]:
    yield _matrix(briefing)
    yield _part("disagreements", "Where they disagree", _disagreements(briefing))
    yield _part("topics", "Topics", map(_topic, briefing.topics.values()))
    yield _speakers(briefing)
    yield _part("resolutions", "Resolutions", map(_resolution, briefing.resolutions.values()))
    yield _outcomes(briefing)
    yield _record(briefing)
    yield _part("terms", "Terms", map(_term, briefing.terms.values()))
    yield _about(briefing)


def _part(name: str, title: str, entries: Iterable[Entry]) -> Entry:
    part = Entry(f"page:{name}", title)
    part.entries = list(entries)
    return part


# The anchor of a position and of an entry of the record is its id, for short addresses. In the
# others stands a colon, which no id has.


def _anchor(record: Named) -> str:
    """The address of a record on the page."""
    if isinstance(record, Position):
        return record.id
    if isinstance(record, Recorded):
        taken = record.id in record.topic.briefing.position_ids
        return f"entry:{record.id}" if taken else record.id
    kind = "proponent" if isinstance(record, Proponent) else type(record).__name__.lower()
    return f"{kind}:{record.id}"


def _names(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """The names that become links; where two records have the same, the last one is meant."""
    for term in briefing.terms.values():
        for name in (*term.aliases, term.name):
            yield name, _anchor(term)
    for topic in briefing.topics.values():
        yield topic.title, _anchor(topic)
    for resolution in briefing.resolutions.values():
        yield resolution.label, _anchor(resolution)
    for proponent in briefing.proponents:
        yield proponent.name, _anchor(proponent)
    for position in briefing.positions:
        yield position.id, _anchor(position)


def _matrix(briefing: Briefing) -> Entry:
    """Who speaks on what, as a picture and as a table."""
    part = Entry("page:matrix", "Who speaks on what")
    spoken = comparison.who_speaks(briefing, list(briefing.topics.values()), full=False)
    part.note(comparison.COUNTED)
    if spoken.narrow is None:  # no matrix
        part.table(spoken)
        return part
    part.picture = spoken
    part.folded = View("The same as a table")
    part.folded.table(spoken)
    return part


def _disagreements(briefing: Briefing) -> Iterator[Entry]:
    """The questions that divide those who answer them, the exclusive ones first."""
    for question in comparison.divided(briefing.topics.values()):
        relation = question.relation_among(question.answers)
        entry = Entry(
            _question_anchor(question),
            question.text,
            phrases.reading_of(question, relation),
            by=question.answers,
            on=[question.topic],
        )
        entry.note(question.topic.title)
        entry.table(questions.camps_table(question))
        yield entry


def _question_anchor(question: Question) -> str:
    return f"question:{question.topic.id}:{question.id}"


def _topic(topic: Topic) -> Entry:
    """A topic: its questions with the positions that answer them, and what came of it."""
    entry = Entry(_anchor(topic), topic.title, phrases.section_title(topic), on=[topic])
    entry.paragraphs(topic.subtitle)
    entry.folded = View("Background, key issues, resolutions")
    _tell_background(entry.folded, topic)
    entry.entries = [*_answers(topic), _outcome(topic)]
    return entry


def _tell_background(view: View, topic: Topic) -> None:
    view.paragraphs(topic.background)
    view.fact("Key issues", topic.key_issues)
    view.fact("Resolutions", tuple(map(phrases.number_and_title, topic.resolutions)))
    view.fact("Further reading", phrases.further_reading(topic.further_reading))


def _answers(topic: Topic) -> Iterator[Entry]:
    """The questions on a topic with the positions that answer them, and the other positions."""
    answered = [question for question in topic.questions.values() if question.answers]
    told: set[Position] = set()
    for question in answered:
        relation = question.relation_among(question.answers)
        entry = Entry("", question.text, phrases.reading_of(question, relation))
        for position in questions.positions_on(question):
            entry.entries.append(_told_above(position) if position in told else _position(position))
            told.add(position)
        yield entry
    others = [position for position in topic.positions if not position.answers]
    if others:
        further = Entry("", "Further positions" if answered else "Positions")
        further.entries = list(map(_position, others))
        yield further


def _position(position: Position) -> Entry:
    """A position by its headline, all else folded in."""
    by = position.proponents
    who, many = phrases.names_in_short(by), len(by) > phrases.FEW_NAMES
    entry = Entry(position.id, position.label, who, by=by)
    positions.tell(entry.folded, position, who=many or bool(position.outdated_for))
    positions.tell_fate(entry.folded, position)
    entry.folded.fact("Source", phrases.place_in_short(position))
    return entry


def _told_above(position: Position) -> Entry:
    """A position that answers two questions, below the second of them."""
    by = position.proponents
    entry = Entry("", "", by=by)
    entry.paragraph(f"{position.label}: {phrases.names_in_short(by)} (as above, {position.id})")
    return entry


def _outcome(topic: Topic) -> Entry:
    """Who has no position on a topic, and what came of it."""
    entry = Entry("", "Outcome" if topic.briefing.decided else "")
    if topic.briefing.decided:
        entry.items(phrases.outcomes_in_short(topic) or (phrases.NOT_KNOWN,))
    entry.note(phrases.blocs_without_position(topic))
    return entry


def _speakers(briefing: Briefing) -> Entry:
    """Who speaks; the participants among them have a place where they speak in the record."""
    shown, spoke = list(briefing.proponents), _who_spoke(briefing)
    others = [one for one in briefing.participants.values() if one in spoke or one.positions]
    shown += [one for one in others if one not in shown]
    title = "Blocs, countries and others" if others else "Blocs and countries"
    return _part("proponents", title, map(_proponent, shown))


def _proponent(proponent: Proponent) -> Entry:
    """How much a bloc or country says; what that is, and who its members are, is folded in."""
    belongs = " \u00b7 ".join(filter(None, proponents.belongs_to(proponent)))
    entry = Entry(_anchor(proponent), proponent.name, belongs, by=[proponent])
    entry.paragraph(proponents.in_short(proponent, own=False))
    whole = isinstance(proponent, Bloc)
    told = "Positions, allies and opponents, members" if whole else "Its own positions"
    entry.folded = View(told)
    topics = proponents.topics_of(proponent)
    proponents.tell_line(entry.folded, proponent, topics, own=True)
    if not proponent.blocs or (isinstance(proponent, Country) and proponent.note):
        proponents.tell_background(entry.folded, proponent)
    return entry


def _resolution(resolution: Resolution) -> Entry:
    """What a resolution says and what came of it; its history is folded in."""
    entry = Entry(_anchor(resolution), resolution.label, on=resolution.topics)
    entry.paragraph(resolution.title if resolution.number else "A draft of a new resolution.")
    entry.fact("Says", resolution.gist.text if resolution.gist else None)
    if resolution.outcome:
        entry.fact("Outcome", phrases.outcome_in_short(resolution.outcome))
    entry.fact("Topics", tuple(topic.title for topic in resolution.topics))
    entry.folded = View("History and sources")
    entry.folded.fact("History", tuple(phrases.history_lines(resolution)))
    entry.folded.fact("Remark", resolution.history_note)
    if resolution.gist:
        entry.folded.fact("Says so", resolution.gist.sources)
    if resolution.outcome and not resolution.topics:  # on those what was decided is told whole
        entry.folded.fact("Outcome", phrases.outcome_lines(resolution.outcome))
    return entry


def _outcomes(briefing: Briefing) -> Entry:
    """What came of each topic, with the addresses that say so."""
    part = Entry("page:outcomes", "What was decided")
    for topic in briefing.topics.values() if briefing.decided else ():
        entry = Entry(f"outcome:{topic.id}", topic.title, on=[topic])
        entry.items(phrases.outcomes_on(topic))
        part.entries.append(entry)
    part.fact("Next conference", phrases.name_place_and_dates(briefing.following))
    return part


def _record(briefing: Briefing) -> Entry:
    """What was asked for and decided at other times, topic by topic."""
    recorded = [topic for topic in briefing.topics.values() if topic.record]
    part = _part("record", "The record", map(_record_of, recorded))
    if recorded:
        part.note(f"What was asked for and decided at other conferences. {history.LIMITS}")
    return part


def _record_of(topic: Topic) -> Entry:
    """The record of a topic in order of time; who took which side when is folded in."""
    span = phrases.span_of(entry.date.year for entry in topic.record)
    entry = Entry(f"record:{topic.id}", topic.title, span, on=[topic])
    entry.folded = View("Who took which side when")
    history.tell_sides(entry.folded, moments_of(topic))
    entry.entries = list(map(_recorded, topic.record))
    return entry


def _recorded(entry: Recorded) -> Entry:
    """An entry of the record in a line, its summary, source and doubt folded in."""
    moment = of_entry(entry)
    told = (*history.when_and_at(moment), history.who(moment))
    line = Entry(_anchor(entry), entry.label, " \u00b7 ".join(told), by=entry.proponents)
    line.folded.paragraph(entry.summary)
    line.folded.paragraph(f"Source: {_written(entry)}")
    line.folded.paragraphs(f"Doubt: {entry.doubt}" if entry.doubt else None)
    return line


def _written(entry: Recorded) -> str:
    """Who published what an entry is taken from, what that is, the place in it, its address."""
    source = entry.source
    told = (source.publisher or source.title, source.kind, entry.locator, source.url)
    return ", ".join(filter(None, told))


def _term(term: Term) -> Entry:
    entry = Entry(_anchor(term), term.name, term.stands_for or "", on=term.topics)
    entry.paragraph(term.explanation)
    entry.fact("Sources", term.sources)
    return entry


def _about(briefing: Briefing) -> Entry:
    """What the briefing is about, and the documents that it is taken from."""
    part = Entry("page:about", "About this briefing")
    overview.tell(part, briefing)
    part.heading("Sources")
    part.items(map(phrases.reference_with_address, briefing.sources.values()))
    return part

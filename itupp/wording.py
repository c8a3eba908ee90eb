"""How records and findings are put into words, the same wherever they are shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from itupp import queries
from itupp.models import (
    Basis,
    Bloc,
    Briefing,
    Conference,
    Country,
    Gist,
    Outcome,
    Position,
    Proponent,
    Question,
    Resolution,
    Source,
    Term,
    Topic,
)
from itupp.problems import Problem
from itupp.queries import Membership, Related, Relation

NOT_RECORDED = "not recorded here"

OUR_READING = "our reading"


def conference(conference: Conference | None) -> str:
    """Name, place and dates."""
    if not conference:
        return ""
    name = f"{conference.name} ({conference.acronym})" if conference.acronym else conference.name
    dates = " to ".join(filter(None, (conference.start, conference.end)))
    return ", ".join(filter(None, (name, conference.city, conference.country, dates)))


def event(briefing: Briefing) -> str:
    """What a briefing is about, in short: its conference's acronym or name, or its own title."""
    conference = briefing.conference
    return (conference and (conference.acronym or conference.name)) or briefing.title


def whose(briefing: Briefing, path: str) -> str:
    """Which dataset an answer is taken from."""
    return f'Dataset: "{briefing.title}" ({path}).'


def as_of(when: str | None) -> str:
    """How recent something is, to follow on it."""
    return f", as of {when}" if when else ""


def source(source: Source) -> str:
    """Author, title, publisher and date."""
    return ", ".join(filter(None, (source.author, f'"{source.title}"', source.publisher, source.date)))


def document(document: Source) -> str:
    """Author, title, publisher, date and address."""
    return ", ".join(filter(None, (source(document), document.url)))


def section(briefing: Briefing, topic: Topic) -> str:
    """The title of the section that a topic is filed under."""
    return briefing.sections[topic.section].title if topic.section else ""


def place(briefing: Briefing, position: Position) -> str:
    """Where in its source a position stands."""
    title = briefing.topics[position.topic].title
    point = f'under "{title}", point {position.point}' if position.point else None
    return ", ".join(filter(None, (point, position.locator)))


def citation(briefing: Briefing, position: Position) -> str:
    """Where a position is written: its source, its place there, words to search for, an address; further documents."""
    written = briefing.sources[position.source] if position.source else None
    parts = (
        written and source(written),
        place(briefing, position),
        position.anchor and f'at the words "{position.anchor}"',
        written and written.url,
    )
    further = (
        ", ".join(filter(None, (f"also in {source(briefing.sources[id])}", place, briefing.sources[id].url)))
        for id, place in position.also_in.items()
    )
    return "; ".join((", ".join(part for part in parts if part), *further))


def resolution(resolution: Resolution) -> str:
    """Number and title, or the title and the id of a draft."""
    if resolution.number:
        return f"{resolution.label}: {resolution.title}"
    return f"Draft new resolution: {resolution.title} ({resolution.id})"


def resolutions(briefing: Briefing, topic: Topic) -> tuple[str, ...]:
    """The numbers of a topic's resolutions, and how many drafts there are."""
    related = [briefing.resolutions[id] for id in topic.resolutions]
    numbers = [resolution.number for resolution in related if resolution.number]
    drafts = len(related) - len(numbers)
    return (*numbers, *([f"{drafts} draft{'s' if drafts > 1 else ''}"] if drafts else []))


def topic(topic: Topic) -> str:
    """The title, with a mark where positions on the topic take sides."""
    return f"{topic.title} (sides recorded)" if topic.contested else topic.title


def names(briefing: Briefing, ids: Iterable[str]) -> tuple[str, ...]:
    """The names of proponents."""
    return tuple(briefing.proponent(id).name for id in ids)


def listed(names: Sequence[str]) -> str:
    """Names in a row, "and" before the last."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def term(term: Term) -> str:
    """The name, and what it stands for."""
    return f"{term.name} ({term.stands_for})" if term.stands_for else term.name


def history(resolution: Resolution, *, full: bool = False) -> Iterable[str]:
    """Where and when a resolution was adopted and revised; in full, where each of that is written."""
    adopted = [resolution.adopted] if resolution.adopted else []
    for verb, places in (("Adopted", adopted), ("Revised", resolution.revised)):
        for place in places:
            written = resolution.history_sources.get(place, ("(address not recorded here)",)) if full else ()
            yield " ".join((f"{verb}: {place}", *written))


def written(record: Bloc | Country | Outcome | Gist, *, full: bool) -> tuple[str, ...]:
    """Where it is written: its sources and, in full, the weak ones, too."""
    return (*record.sources, *record.weak_sources) if full else record.sources


def outcome(outcome: Outcome | None, of: str = "", *, full: bool = False) -> tuple[str, ...]:
    """What came of it and what kind of source says so, then which; or that it is not recorded."""
    told = fate(outcome) if outcome else NOT_RECORDED
    return (f"{of}: {told}" if of else told, *(written(outcome, full=full) if outcome else ()))


def outcomes(briefing: Briefing, topic: Topic, *, full: bool = False) -> tuple[str, ...]:
    """What came of a topic, of its resolutions and of its positions, with the sources.

    Of a resolution it is said to be not recorded unless what came of the topic is.
    """
    found = [*outcome(topic.outcome, full=full)] if topic.outcome else []
    for resolution in (briefing.resolutions[id] for id in topic.resolutions):
        if resolution.outcome or not topic.outcome:
            found += outcome(resolution.outcome, resolution.label, full=full)
    return (*found, *fates_with_sources(topic.positions, found, full=full))


def fates(positions: Sequence[Position]) -> tuple[str, ...]:
    """What came of each position, those of which it is not recorded together at the end."""
    return (*(f"{each.id}: {fate(each.outcome)}" for each in positions if each.outcome), *_not_recorded(positions))


def fates_with_sources(positions: Sequence[Position], told: Collection[str], *, full: bool = False) -> tuple[str, ...]:
    """The same, each with those of its sources that are not `told` already."""
    known: list[str] = []
    for position in positions:
        if position.outcome:
            further = (source for source in written(position.outcome, full=full) if source not in told)
            known.append(" ".join((f"{position.id}: {fate(position.outcome)}", *further)))
    return (*known, *_not_recorded(positions))


def _not_recorded(positions: Iterable[Position]) -> Iterable[str]:
    unknown = ", ".join(position.id for position in positions if not position.outcome)
    return [f"{unknown}: {NOT_RECORDED}"] if unknown else []


def fate(outcome: Outcome) -> str:
    """What came of something, whose reading that is and what kind of source says so, in one line."""
    result = f"{outcome.result} ({OUR_READING})" if outcome.basis is Basis.EDITOR else outcome.result
    told = ". ".join(filter(None, (result, outcome.summary)))
    return f"{told} (Source: {outcome.confidence})" if outcome.confidence else told


def share(briefing: Briefing, proponent: Proponent) -> str:
    """How many of all positions are a proponent's own, on how many of all topics."""
    own = len(queries.positions_of(briefing, proponent))
    spoken = len(briefing.topics) - len(queries.silent_on(briefing, proponent))
    return f"{own} of {len(briefing.positions)}, on {spoken} of {len(briefing.topics)} topics"


def organisation(bloc: Bloc) -> str:
    """The name of a bloc's organisation and its acronym."""
    return " ".join(filter(None, (bloc.organisation, bloc.acronym and f"({bloc.acronym})")))


def membership(membership: Membership) -> str:
    """The bloc's name; whether it counts the country, and what is to be said of that."""
    counted = None if membership.counted else "not counted"
    return _remarked(membership.bloc.name, counted, membership.note)


def members(briefing: Briefing, bloc: Bloc, *, full: bool = False) -> Iterable[str]:
    """Whom a bloc counts among its members, whom it names besides, and where that is written."""
    if not bloc.members:
        yield f"Members: {NOT_RECORDED}."
    else:
        count = str(len(bloc.members))
        if bloc.members_stated not in (None, len(bloc.members)):
            count += f" of {bloc.members_stated} stated"
        count += as_of(bloc.members_as_of)
        yield f"Members ({count}): {_named(briefing, {id: bloc.member_notes.get(id) for id in bloc.members})}."
    if bloc.also:
        yield f"Named but not counted: {_named(briefing, bloc.also)}."
    addresses = written(bloc, full=full)
    if addresses:
        yield f"Where that is written: {' '.join(addresses)}"


def _named(briefing: Briefing, remarks: Mapping[str, str | None]) -> str:
    return ", ".join(sorted(_remarked(briefing.countries[id].name, remark) for id, remark in remarks.items()))


def _remarked(name: str, *remarks: str | None) -> str:
    told = "; ".join(filter(None, remarks))
    return f"{name} ({told})" if told else name


def bloc_remarks(briefing: Briefing, bloc: Bloc) -> Iterable[str]:
    """What is to be said of a country's bloc besides its positions, or that it has none."""
    if bloc.notes:
        yield f"{bloc.name}: {bloc.notes}"
    if not queries.positions_of(briefing, bloc):
        yield f"{bloc.name}: nothing recorded in this briefing."


def silent(briefing: Briefing, proponent: Proponent, topic: Topic) -> str:
    """That a proponent is silent on a topic, and which of its blocs speak."""
    blocs = [bloc.name for bloc in queries.speaking_for(briefing, proponent, topic)]
    if not blocs:
        return "silent"
    return f"silent; its bloc, {blocs[0]}, speaks" if len(blocs) == 1 else f"silent; its blocs, {listed(blocs)}, speak"


def silence(topics: Iterable[Topic], who: str = "Silent") -> tuple[str, ...]:
    """One sentence that names the topics, or none where there are none."""
    titles = ", ".join(topic.title for topic in topics)
    return (f"{who} (nothing recorded in this briefing) on: {titles}.",) if titles else ()


def bloc_positions(bloc: Bloc) -> str:
    """The heading over a bloc's positions where they are shown for one of its members."""
    return f"{bloc.name}: the bloc's positions, not binding on each of its members"


def spoken_for(briefing: Briefing, proponent: Proponent, topics: Iterable[Topic]) -> Iterable[str]:
    """On which of these topics each of a country's blocs speaks."""
    topics = tuple(topics)
    for bloc in queries.blocs_of(briefing, proponent):
        titles = ", ".join(topic.title for topic in topics if bloc.id in queries.speakers(topic))
        if titles:
            yield f"{bloc.name}, its bloc, speaks on: {titles}."


def division(relation: Relation) -> str:
    """How those who answer a question stand to each other; nothing where fewer than two do."""
    return "" if relation is Relation.SILENT else relation


def question(question: Question, relation: Relation | None = None) -> str:
    """The question, how those compared stand on it, and whether its sides are our reading."""
    reading = OUR_READING if question.basis is Basis.EDITOR else None
    remarks = ", ".join(filter(None, (relation and division(relation), reading)))
    return f"{question.text} ({remarks})" if remarks else question.text


def answers(topic: Topic, position: Position) -> Iterable[str]:
    """The sides that a position takes, and on which questions."""
    for id, side in position.answers.items():
        yield f"{topic.questions[id].sides[side].text}, on: {question(topic.questions[id])}"


def partners(briefing: Briefing, proponent: Proponent) -> Iterable[str]:
    """With whom a proponent shares how many of its positions, and which."""
    own = len(queries.positions_of(briefing, proponent))
    for id, positions in queries.shared_with(briefing, proponent).items():
        ids = ", ".join(position.id for position in positions)
        yield f"{briefing.proponent(id).name}: {len(positions)} of {own} ({ids})"


def related(briefing: Briefing, related: Related, relation: Relation) -> Iterable[str]:
    """Of those who answer a proponent's questions who stands so to it, and on which."""
    for standing, others in related:
        who = ", ".join(names(briefing, (id for id, each in others.items() if each is relation)))
        if who:
            yield f"{who}, on: {question(standing.question)}"


def pairs(briefing: Briefing, proponents: Sequence[Proponent], topics: Collection[Topic]) -> Iterable[str]:
    """For any two proponents how many positions on these topics they share, of how many that each of them has."""
    counts = queries.counts(briefing)
    own = {each.id: sum(counts[each.id, topic.id] for topic in topics) for each in proponents}
    for one, other, positions in queries.shared_by_two(briefing, proponents, topics):
        if positions:
            ids, shared = ", ".join(position.id for position in positions), len(positions)
            yield f"{one.name} {shared} of {own[one.id]}, {other.name} {shared} of {own[other.id]} ({ids})"
        else:
            yield f"nothing: {one.name} 0 of {own[one.id]}, {other.name} 0 of {own[other.id]}"


def checked(briefing: Briefing, problems: Sequence[Problem], anchors: int | None = None) -> str:
    """How many mistakes and warnings there are; without a mistake what was checked, and the anchors found."""
    warnings = sum(problem.warning for problem in problems)
    mistakes = len(problems) - warnings
    found = ", ".join((_number(mistakes, "mistake"), *([_number(warnings, "warning")] if warnings else ())))
    if mistakes:
        return found
    held = (
        _number(len(briefing.topics), "topic"),
        _number(len(briefing.positions), "position"),
        _number(len(briefing.proponents), "proponent"),
        _number(len(briefing.resolutions), "resolution"),
        *([f"{_number(anchors, 'anchor')} found in the source"] if anchors is not None else ()),
    )
    return f'{found} in "{briefing.title}": {", ".join(held)}'


def _number(number: int, of: str) -> str:
    return f"{number or 'no'} {of}{'' if number == 1 else 's'}"

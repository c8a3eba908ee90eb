"""How records and findings are put into words, the same wherever they are shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from itupp.briefing import (
    Basis,
    Bloc,
    Briefing,
    Conference,
    Country,
    Gist,
    Link,
    Membership,
    Outcome,
    Position,
    Proponent,
    Question,
    Relation,
    Resolution,
    Source,
    Term,
    Topic,
)

NOT_RECORDED = "not recorded here"

OUR_READING = "our reading"


def title_at(what: str, briefing: Briefing) -> str:
    """The title of an answer: what it is about, and at which conference."""
    return f"{what} ({event_name(briefing)})"


def event_name(briefing: Briefing) -> str:
    """What a briefing is about, in short: its conference's acronym or name, or its own title."""
    conference = briefing.conference
    name = conference and (conference.acronym or conference.name)
    return name or briefing.title


def name_place_and_dates(conference: Conference | None) -> str:
    """A conference's name, place and dates."""
    if not conference:
        return ""
    acronym = f" ({conference.acronym})" if conference.acronym else ""
    dates = " to ".join(filter(None, (conference.start, conference.end)))
    return _joined(f"{conference.name}{acronym}", conference.city, conference.country, dates)


def _joined(*parts: str | None) -> str:
    """What there is of several parts, with commas between."""
    return ", ".join(part for part in parts if part)


def whose_dataset(briefing: Briefing, path: str) -> str:
    """Which dataset an answer is taken from."""
    return f'Dataset: "{briefing.title}" ({path}).'


def as_of(when: str | None) -> str:
    """How recent something is, to follow on it."""
    return f", as of {when}" if when else ""


def reference_to(source: Source) -> str:
    """A document's author, title, publisher and date."""
    return _joined(source.author, f'"{source.title}"', source.publisher, source.date)


def reference_with_address(source: Source) -> str:
    """A document's author, title, publisher, date and address."""
    return _joined(reference_to(source), source.url)


def further_reading(links: Iterable[Link]) -> tuple[str, ...]:
    """Each title with its address, as far as there is one."""
    return tuple(f"{link.title} {link.url}" if link.url else link.title for link in links)


def section_title(topic: Topic) -> str:
    """The title of the section that a topic is filed under."""
    return topic.section.title if topic.section else ""


def place_in_source(position: Position) -> str:
    """Where in its source a position stands."""
    under = f'under "{position.topic.title}", point {position.point}'
    return _joined(under if position.point else None, position.locator)


def citation(position: Position) -> str:
    """Source of a position, its place there, words to search for, and further documents."""
    source = position.source
    written = _joined(
        reference_to(source) if source else None,
        place_in_source(position),
        f'at the words "{position.anchor}"' if position.anchor else None,
        source.url if source else None,
    )
    further = (
        _joined(f"also in {reference_to(document)}", place, document.url)
        for document, place in position.also_in.items()
    )
    return "; ".join((written, *further))


def number_and_title(resolution: Resolution) -> str:
    """A resolution's number and title, or the title and the id of a draft."""
    if resolution.number:
        return f"{resolution.label}: {resolution.title}"
    return f"Draft new resolution: {resolution.title} ({resolution.id})"


def numbers_and_drafts(topic: Topic) -> tuple[str, ...]:
    """The numbers of a topic's resolutions, and how many drafts there are."""
    numbers = [resolution.number for resolution in topic.resolutions if resolution.number]
    drafts = len(topic.resolutions) - len(numbers)
    return (*numbers, _number(drafts, "draft")) if drafts else tuple(numbers)


def _number(number: int, of: str) -> str:
    return f"{number} {of}" if number == 1 else f"{number} {of}s"


def title_with_mark(topic: Topic) -> str:
    """A topic's title, with a mark where positions on the topic take sides."""
    return f"{topic.title} (sides recorded)" if topic.contested else topic.title


def names_of(proponents: Iterable[Proponent]) -> tuple[str, ...]:
    """The names of proponents."""
    return tuple(proponent.name for proponent in proponents)


def ids_of(positions: Iterable[Position]) -> str:
    """The ids of positions, with commas between."""
    return ", ".join(position.id for position in positions)


def listed(names: Sequence[str]) -> str:
    """Names in a row, "and" before the last."""
    first = ", ".join(names[:-1])
    return " and ".join(filter(None, (first, *names[-1:])))


def name_in_full(term: Term) -> str:
    """A term's name, and what it stands for."""
    return f"{term.name} ({term.stands_for})" if term.stands_for else term.name


def history_lines(resolution: Resolution) -> Iterable[str]:
    """Where and when a resolution was adopted and revised, and where each of that is written."""
    if resolution.adopted:
        yield _dated("Adopted", resolution.adopted, resolution)
    for place in resolution.revised:
        yield _dated("Revised", place, resolution)


def _dated(verb: str, place: str, resolution: Resolution) -> str:
    written = resolution.history_sources.get(place, ("(address not recorded here)",))
    return " ".join((f"{verb}: {place}", *written))


def addresses(record: Bloc | Country | Outcome | Gist, *, full: bool) -> tuple[str, ...]:
    """Where a record is written: its sources and, in full, the weak ones, too."""
    return (*record.sources, *record.weak_sources) if full else record.sources


def outcome_lines(outcome: Outcome | None, of: str = "", *, full: bool = False) -> tuple[str, ...]:
    """What came of something, then the addresses that say so; or that it is not recorded."""
    told = fate(outcome) if outcome else NOT_RECORDED
    written = addresses(outcome, full=full) if outcome else ()
    return (f"{of}: {told}" if of else told, *written)


def outcomes_on(topic: Topic, *, full: bool = False) -> tuple[str, ...]:
    """What came of a topic, of its resolutions and of its positions, with the sources.

    Of a resolution it is said to be not recorded unless what came of the topic is.
    """
    found: list[str] = []
    if topic.outcome:
        found += outcome_lines(topic.outcome, full=full)
    for resolution in topic.resolutions:
        if resolution.outcome or not topic.outcome:
            found += outcome_lines(resolution.outcome, resolution.label, full=full)
    return (*found, *fates_with_sources(topic.positions, found, full=full))


def fates(positions: Collection[Position]) -> tuple[str, ...]:
    """What came of each position, those of which it is not recorded together at the end."""
    known = (
        f"{position.id}: {fate(position.outcome)}" for position in positions if position.outcome
    )
    return (*known, *_not_recorded(positions))


def fates_with_sources(
    positions: Collection[Position], told: Collection[str], *, full: bool = False
) -> tuple[str, ...]:
    """The same, each with those of its sources that are not `told` already."""
    known: list[str] = []
    for position in positions:
        if position.outcome:
            written = addresses(position.outcome, full=full)
            further = (source for source in written if source not in told)
            known.append(" ".join((f"{position.id}: {fate(position.outcome)}", *further)))
    return (*known, *_not_recorded(positions))


def _not_recorded(positions: Iterable[Position]) -> Iterable[str]:
    unknown = ids_of(position for position in positions if not position.outcome)
    return [f"{unknown}: {NOT_RECORDED}"] if unknown else []


def fate(outcome: Outcome) -> str:
    """What came of something, whose reading that is and what kind of source says so."""
    reading = f" ({OUR_READING})" if outcome.basis is Basis.EDITOR else ""
    told = ". ".join(filter(None, (f"{outcome.result}{reading}", outcome.summary)))
    return f"{told} (Source: {outcome.confidence})" if outcome.confidence else told


def share_of_all(proponent: Proponent) -> str:
    """How many of all positions are a proponent's own, on how many of all topics."""
    briefing = proponent.briefing
    positions = f"{len(proponent.positions)} of {len(briefing.positions)}"
    return f"{positions}, on {len(proponent.topics)} of {len(briefing.topics)} topics"


def organisation_name(bloc: Bloc) -> str:
    """The name of a bloc's organisation and its acronym."""
    acronym = f"({bloc.acronym})" if bloc.acronym else None
    return " ".join(filter(None, (bloc.organisation, acronym)))


def membership_line(membership: Membership) -> str:
    """The bloc's name; whether it counts the country, and what is to be said of that."""
    counted = None if membership.counted else "not counted"
    return _remarked(membership.bloc.name, counted, membership.note)


def members_of(bloc: Bloc, *, full: bool = False) -> Iterable[str]:
    """Whom a bloc counts among its members, whom it names besides, and where that is written."""
    if bloc.members:
        remarks = {member: bloc.member_notes.get(member) for member in bloc.members}
        yield f"Members ({_count_of_members(bloc)}): {_named(remarks)}."
    else:
        yield f"Members: {NOT_RECORDED}."
    if bloc.also:
        yield f"Named but not counted: {_named(bloc.also)}."
    written = addresses(bloc, full=full)
    if written:
        yield f"Where that is written: {' '.join(written)}"


def _count_of_members(bloc: Bloc) -> str:
    count = str(len(bloc.members))
    if bloc.members_stated not in (None, len(bloc.members)):
        count += f" of {bloc.members_stated} stated"
    return count + as_of(bloc.members_as_of)


def _named(remarks: Mapping[Country, str | None] | Mapping[Country, str]) -> str:
    return ", ".join(sorted(_remarked(country.name, note) for country, note in remarks.items()))


def _remarked(name: str, *remarks: str | None) -> str:
    told = "; ".join(filter(None, remarks))
    return f"{name} ({told})" if told else name


def bloc_remarks(bloc: Bloc) -> Iterable[str]:
    """What is to be said of a country's bloc besides its positions, or that it has none."""
    if bloc.notes:
        yield f"{bloc.name}: {bloc.notes}"
    if not bloc.positions:
        yield f"{bloc.name}: nothing recorded in this briefing."


def silence_on(proponent: Proponent, topic: Topic) -> str:
    """That a proponent is silent on a topic, and which of its blocs speak."""
    blocs = names_of(proponent.blocs_on(topic))
    if not blocs:
        return "silent"
    if len(blocs) == 1:
        return f"silent; its bloc, {blocs[0]}, speaks"
    return f"silent; its blocs, {listed(blocs)}, speak"


def silent_topics(topics: Iterable[Topic], who: str = "Silent") -> Iterable[str]:
    """One sentence that names the topics, or none where there are none."""
    titles = ", ".join(topic.title for topic in topics)
    if titles:
        yield f"{who} (nothing recorded in this briefing) on: {titles}."


def not_binding(bloc: Bloc) -> str:
    """The heading over a bloc's positions where they are shown for one of its members."""
    return f"{bloc.name}: the bloc's positions, not binding on each of its members"


def spoken_for(proponent: Proponent, topics: Collection[Topic]) -> Iterable[str]:
    """On which of these topics each of a country's blocs speaks."""
    for bloc in proponent.blocs:
        titles = ", ".join(topic.title for topic in topics if bloc.count_on(topic))
        if titles:
            yield f"{bloc.name}, its bloc, speaks on: {titles}."


def division(relation: Relation) -> str:
    """How those who answer a question stand to each other; nothing where fewer than two do."""
    return "" if relation is Relation.SILENT else relation


def question_in_full(question: Question, relation: Relation = Relation.SILENT) -> str:
    """The question, how those compared stand on it, and whether its sides are our reading."""
    reading = OUR_READING if question.basis is Basis.EDITOR else None
    remarks = _joined(division(relation), reading)
    return f"{question.text} ({remarks})" if remarks else question.text


def sides_taken(position: Position) -> tuple[str, ...]:
    """The sides that a position takes, and on which questions."""
    answers = position.answers.items()
    return tuple(f"{side.text}, on: {question_in_full(question)}" for question, side in answers)


def shared_with_whom(proponent: Proponent) -> tuple[str, ...]:
    """With whom a proponent shares how many of its positions, and which."""
    own = len(proponent.positions)
    return tuple(
        f"{other.name}: {len(positions)} of {own} ({ids_of(positions)})"
        for other, positions in proponent.shared.items()
    )


def who_stands(proponent: Proponent, relation: Relation) -> Iterable[str]:
    """Of those who answer a proponent's questions who stands so to it, and on which."""
    for question, others in proponent.relations:
        who = [other.name for other, stands in others.items() if stands is relation]
        if who:
            yield f"{', '.join(who)}, on: {question_in_full(question)}"

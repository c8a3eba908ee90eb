"""How records and findings are put into words, the same wherever they are shown."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from itupp.answers.view import Cell, Row
from itupp.briefing import (
    Basis,
    Bloc,
    Briefing,
    Conference,
    Country,
    Gist,
    Link,
    Membership,
    Named,
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
from itupp.text import fold, one_line

NOT_KNOWN = "not known"

NO_POSITION = "No position recorded"

MOST_NAMED = 100
"""So many topics are named, and so many columns made; more nobody reads."""

OUR_READING = "our reading"

NO_ADDRESS = "address not recorded here"


def context_of(briefing: Briefing, *parts: str) -> str:
    """What stands beside a title: the conference, and more."""
    return " \u00b7 ".join(filter(None, (event_name(briefing), *parts)))


def event_name(briefing: Briefing) -> str:
    """What a briefing is about, in short: an acronym, its own short name, or a full name."""
    conference = briefing.conference
    acronym = conference.acronym if conference else None
    name = conference.name if conference else None
    return acronym or briefing.short or name or briefing.title


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


def sources_of(briefing: Briefing) -> Iterator[str]:
    """Which dataset an answer is taken from, and which documents that is taken from."""
    documents = list(map(reference_with_address, briefing.sources.values()))
    yield dataset_of(briefing, documents)
    if documents:
        yield f"Source: {'; '.join(documents)}"


def dataset_of(briefing: Briefing, cited: Iterable[str]) -> str:
    """Which dataset it is or, where a document cited beside has the same title, how recent."""
    title = f'"{briefing.title}"'
    if briefing.as_of and any(title in document for document in cited):
        return f"As of {briefing.as_of}."
    return f"Dataset: {title}{as_of(briefing.as_of)}."


def whose_dataset(briefing: Briefing, path: str) -> str:
    """Which dataset an answer is taken from; its path only where a line shows it as it is."""
    where = f" ({path})" if one_line(path) == path else ""
    return f'Dataset: "{briefing.title}"{where}.'


def as_of(when: str | None) -> str:
    """How recent something is, to follow on it."""
    return f", as of {when}" if when else ""


def reference_to(source: Source) -> str:
    """A document's author, title, publisher, date and kind."""
    own = (source.author, f'"{source.title}"', source.publisher)
    return _joined(*own, source.date, source.kind)


def reference_with_address(source: Source) -> str:
    """The same with its address."""
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


def place_in_short(position: Position) -> tuple[str, ...]:
    """The place of a position in each of its documents, with its author or title and address."""
    words = f'at the words "{position.anchor}"' if position.anchor else None
    own = _joined(place_in_source(position), words)
    source = position.source
    places = ((source, own), *position.also_in.items()) if source else ()
    return tuple(
        _joined(document.author or document.title, place, document.url)
        for document, place in places
    )


def number_and_title(resolution: Resolution) -> str:
    """A text's kind, number and title, or the title and the id of a draft."""
    if resolution.number:
        return f"{resolution.label}: {resolution.title}"
    if resolution.is_draft:
        return f"{draft_kind(resolution)}: {resolution.title} ({resolution.id})"
    return f"{resolution.kind}: {resolution.title}" if resolution.kind else resolution.title


def draft_kind(resolution: Resolution) -> str:
    """What a draft is: a draft new resolution, or a draft of its own kind."""
    kind = resolution.kind or "new resolution"
    word = kind if kind[1:2].isupper() else f"{kind[:1].lower()}{kind[1:]}"
    return f"Draft {word}"


def texts_in_general(resolutions: Iterable[Resolution]) -> str:
    """What texts are called together: resolutions, unless there are others among them."""
    others = any(resolution.kind for resolution in resolutions)
    return "Texts" if others else "Resolutions"


def numbers_and_drafts(topic: Topic) -> tuple[str, ...]:
    """The numbers of a topic's resolutions, other texts by name, and how many drafts there are."""
    texts = [text for text in topic.resolutions if not text.is_draft]
    drafts = len(topic.resolutions) - len(texts)
    named = tuple(_number_or_name(text) for text in texts)
    return (*named, counted(drafts, "draft")) if drafts else named


def _number_or_name(resolution: Resolution) -> str:
    """The number of a resolution; what another text is called."""
    number = None if resolution.kind else resolution.number
    return number or resolution.label


def resolutions_in_short(topic: Topic) -> str:
    """A topic's texts, those of a kind by their numbers, and how many drafts there are."""
    by_kind: dict[str, list[str]] = {}
    titles = [text.title for text in topic.resolutions if text.adopted and not text.number]
    drafts = sum(text.is_draft for text in topic.resolutions)
    for text in topic.resolutions:
        if text.number:
            by_kind.setdefault(text.kind or "Resolution", []).append(text.number)
    named = [_kind_and_numbers(kind, numbers) for kind, numbers in by_kind.items()]
    told = (*named, *titles, counted(drafts, "draft") if drafts else "")
    return " \u00b7 ".join(filter(None, told))


def _kind_and_numbers(kind: str, numbers: Sequence[str]) -> str:
    called = kind if len(numbers) == 1 else plural_of(kind)
    return f"{called} {', '.join(numbers)}"


def plural_of(kind: str) -> str:
    """The plural of what something is called: resolutions, countries, days."""
    return re.sub(r"(?<![aeiou])y$", "ie", kind) + "s"


FEW_NAMES = 8
"""So many names can be read at a glance; of more, their number says more."""


def names_in_short(proponents: Collection[Proponent]) -> str:
    """What `names_or_numbers` tells, with who signed a joint statement told by it."""
    return names_or_numbers(without_signatories(proponents))


def names_or_numbers(named: Collection[Proponent]) -> str:
    """The names of proponents in one line, a last word that all of them share said once.

    Of more than eight the numbers of countries and blocs are told.
    """
    if len(named) > FEW_NAMES:
        return _numbers_of(named)
    names = names_of(named)
    words = {name.rpartition(" ")[2] for name in names}
    if len(names) > 1 and len(words) == 1 and all(" " in name for name in names):
        return ", ".join(name.rpartition(" ")[0] for name in names) + f" {words.pop()}"
    return in_a_row(names)


def names_if_few(proponents: Collection[Proponent]) -> Cell:
    """Each name in full or, where they are more than eight, the numbers of countries and blocs."""
    return names_of(proponents) if len(proponents) <= FEW_NAMES else _numbers_of(proponents)


def without_signatories(proponents: Collection[Proponent]) -> list[Proponent]:
    """Proponents without those who signed one of them."""
    signed = {one for proponent in proponents for one in proponent.signatories}
    return [proponent for proponent in proponents if proponent not in signed]


def _numbers_of(proponents: Iterable[Proponent]) -> str:
    """How many there are of each kind of proponent, the countries first."""
    kinds = Counter(proponent.kind for proponent in proponents)
    in_order = sorted(kinds.items(), key=lambda pair: pair[0] != "country")
    return listed([counted(number, kind) for kind, number in in_order])


def names_of_most(proponents: Collection[Proponent]) -> tuple[str, ...]:
    """The names of proponents; more than eight in the order of the alphabet."""
    names = names_of(proponents)
    return tuple(sorted(names, key=fold)) if len(names) > FEW_NAMES else names


def in_a_row(names: Iterable[str]) -> str:
    """Names with commas between, or semicolons where one has a comma itself.

    A comma in a remark in brackets behind a name parts nothing.
    """
    told = tuple(names)
    has_comma = any("," in name.partition(" (")[0] for name in told)
    return ("; " if has_comma else ", ").join(told)


def who_says(position: Position, among: Collection[Proponent] | None = None) -> str:
    """Who puts a position forward, those told apart who took another side later.

    These are its proponents or, of all who say it, those `among` them.
    """
    named = position.proponents if among is None else among
    earlier = [one for one in named if position.is_earlier_for(one)]
    current = [one for one in named if one not in earlier]
    told = (
        f"earlier{in_brackets(str(position.when or ''))}: {names_in_short(earlier)}"
        if earlier
        else ""
    )
    return "; ".join(filter(None, (names_in_short(current), told)))


def names_on(position: Position) -> tuple[str, ...]:
    """The names of all who put a position forward, those marked who took another side later."""
    earlier = position.outdated_for
    current = [one for one in position.proponents if one not in earlier]
    marked = (f"{name} (earlier)" for name in names_of_most(earlier))
    return (*names_of_most(current), *marked)


def label_for(position: Position, proponent: Proponent) -> str:
    """A position in short, marked where this proponent took another side later."""
    if not position.is_earlier_for(proponent):
        return position.label
    when = f", {position.when}" if position.when else ""
    return f"{position.label} (earlier{when})"


def in_brackets(text: str | None) -> str:
    """A text in brackets, to follow on something."""
    return f" ({text})" if text else ""


def span_of(years: Iterable[int]) -> str:
    """From which year to which; nothing where there is none."""
    known = sorted(years)
    return " to ".join(dict.fromkeys(map(str, (*known[:1], *known[-1:]))))


def counted(number: int, one: str, several: str = "") -> str:
    """A number of things; where `several` is not given, it is the plural of one."""
    things = one if number == 1 else several or plural_of(one)
    return f"{number} {things}"


def names_of(proponents: Iterable[Proponent]) -> tuple[str, ...]:
    """The names of proponents."""
    return tuple(proponent.name for proponent in proponents)


def ids(records: Iterable[Named]) -> tuple[str, ...]:
    """The ids of records."""
    return tuple(record.id for record in records)


def labels(records: Iterable[Named]) -> tuple[str, ...]:
    """What is printed for records."""
    return tuple(record.label for record in records)


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
    written = resolution.history_sources.get(place, (f"({NO_ADDRESS})",))
    return " ".join((f"{verb}: {place}", *written))


def addresses(record: Bloc | Country | Outcome | Gist, *, full: bool) -> tuple[str, ...]:
    """Where a record is written: its sources and, in full, the weak ones, too."""
    return (*record.sources, *record.weak_sources) if full else record.sources


def outcome_lines(outcome: Outcome | None, of: str = "", *, full: bool = False) -> tuple[str, ...]:
    """What came of something, then the addresses that say so; or that it is not known."""
    told = fate(outcome) if outcome else NOT_KNOWN
    written = addresses(outcome, full=full) if outcome else ()
    return (f"{of}: {told}" if of else told, *written)


def outcomes_on(topic: Topic, *, full: bool = False) -> tuple[str, ...]:
    """What came of a topic, of its resolutions and of its positions, with the sources.

    Of a resolution it is said to be not known unless what came of the topic is.
    """
    found: list[str] = []
    if topic.outcome:
        found += outcome_lines(topic.outcome, full=full)
    for resolution in topic.resolutions:
        if resolution.outcome or not topic.outcome:
            found += outcome_lines(resolution.outcome, resolution.label, full=full)
    return (*found, *fates_with_sources(topic.positions, found, full=full))


def fates(positions: Collection[Position]) -> tuple[str, ...]:
    """What came of each position, those of which it is not known together at the end."""
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
    unknown = [position for position in positions if not position.outcome]
    if len(unknown) > FEW_NAMES:
        return [f"{len(unknown)} positions: {NOT_KNOWN}"]
    return [f"{ids_of(unknown)}: {NOT_KNOWN}"] if unknown else []


OUTCOME_DATA = (
    *("Outcome", "Outcome summary", "Outcome basis", "Kind of source", "Outcome sources"),
)
"""The columns of an outcome for programs."""


def outcome_row(outcome: Outcome | None) -> Row:
    """An outcome in cells for programs."""
    if not outcome:
        return ("",) * len(OUTCOME_DATA)
    told = (outcome.result, outcome.summary or "", outcome.basis, outcome.confidence or "")
    return (*told, outcome.sources)


def result(outcome: Outcome | None) -> str:
    """What came of something in a word or two."""
    return outcome.result if outcome else NOT_KNOWN


_END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"'])")
"""Good enough for sentences of ours; an abbreviation before a capital would end one too early."""


def outcome_in_short(outcome: Outcome, of: str = "") -> str:
    """What came of something, in its first sentence."""
    summary = _END_OF_SENTENCE.split(outcome.summary or "", maxsplit=1)[0]
    return outcome_in_words(outcome, summary, of)


def outcomes_in_short(topic: Topic) -> tuple[str, ...]:
    """What came of a topic, of its resolutions and of its positions, as far as it is known."""
    told = [outcome_in_short(topic.outcome)] if topic.outcome else []
    told += (
        outcome_in_short(resolution.outcome, resolution.label)
        for resolution in topic.resolutions
        if resolution.outcome
    )
    return (*told, *results_of(topic.positions))


def results_of(positions: Iterable[Position]) -> Iterable[str]:
    """What came of positions in a word or two, those together of which it is the same."""
    by_result: dict[str, list[Position]] = {}
    for position in positions:
        if position.outcome:
            by_result.setdefault(_result_with_reading(position.outcome), []).append(position)
    for told, alike in by_result.items():
        yield f"{ids_of(alike)}: {told}"


def _result_with_reading(outcome: Outcome) -> str:
    reading = f" ({OUR_READING})" if outcome.basis is Basis.EDITOR else ""
    return f"{outcome.result}{reading}"


def fate(outcome: Outcome) -> str:
    """What came of something, whose reading that is and what kind of source says so."""
    return outcome_in_words(outcome, outcome.summary or "")


def outcome_in_words(outcome: Outcome, summary: str, of: str = "") -> str:
    """An outcome's result, a summary of it and the kind of its source."""
    told = ". ".join(filter(None, (_result_with_reading(outcome), summary)))
    named = f"{of}: {told}" if of else told
    return f"{named} (Source: {outcome.confidence})" if outcome.confidence else named


def share_of_all(proponent: Proponent) -> str:
    """How many of all positions are a proponent's own, on how many of all topics."""
    briefing = proponent.briefing
    positions = f"{len(proponent.positions)} of {len(briefing.positions)}"
    return f"{positions}, on {len(proponent.topics)} of {len(briefing.topics)} topics"


def organisation_name(bloc: Bloc) -> str:
    """The name of a bloc's organisation and its acronym, or the acronym alone."""
    if not bloc.organisation:
        return bloc.acronym or ""
    return f"{bloc.organisation}{in_brackets(bloc.acronym)}"


def membership_line(membership: Membership) -> str:
    """The bloc's name; whether it counts the country, and what is to be said of that."""
    counted = None if membership.counted else "not counted"
    return _remarked(membership.bloc.name, counted, membership.note)


def members_of(bloc: Bloc, *, full: bool = False) -> Iterable[str]:
    """Whom a bloc counts among its members, whom it names besides, and where that is written."""
    if bloc.members:
        called = "Signatories" if bloc.signatories else "Members"
        remarks = {member: bloc.member_notes.get(member) for member in bloc.members}
        yield f"{called} ({_count_of_members(bloc)}): {_named(remarks)}."
    if bloc.also:
        yield f"Named but not counted: {_named(bloc.also)}."
    written = addresses(bloc, full=full)
    if written:
        yield f"Sources: {' '.join(written)}"


def _count_of_members(bloc: Bloc) -> str:
    count = str(len(bloc.members))
    if bloc.members_stated not in (None, len(bloc.members)):
        count += f" of {bloc.members_stated} stated"
    return count + as_of(bloc.members_as_of)


def _named(remarks: Mapping[Country, str | None] | Mapping[Country, str]) -> str:
    told = (_remarked(country.name, note) for country, note in remarks.items())
    return in_a_row(sorted(told, key=fold))


def _remarked(name: str, *remarks: str | None) -> str:
    told = "; ".join(filter(None, remarks))
    return f"{name} ({told})" if told else name


def bloc_remarks(bloc: Bloc) -> Iterable[str]:
    """What is to be said of a country's bloc besides its positions, or that it has none."""
    if bloc.notes:
        yield f"{bloc.name}: {bloc.notes}"
    if not bloc.positions:
        yield f"{bloc.name}: no position recorded."


def topics_without_position(
    topics: Iterable[Topic], whose: str = "", members: Collection[Proponent] = ()
) -> str:
    """One line that names the topics on which nothing is recorded, if there are any.

    Those on which members of a bloc have a position of their own are marked.
    """
    without = tuple(topics)
    by = f" by {whose}" if whose else ""
    if len(without) > MOST_NAMED:
        return f"{NO_POSITION}{by}: {len(without)} topics"
    names = in_a_row(_named_without(topic, members) for topic in without)
    return f"{NO_POSITION}{by}: {names}" if names else ""


def _named_without(topic: Topic, members: Collection[Proponent]) -> str:
    speaking = [member for member in members if member.count_on(topic)]
    return f"{name_in_short(topic)}{but_speaking(speaking)}"


def but_speaking(members: Collection[Proponent]) -> str:
    """Which members of a bloc have a position where it has none, to follow on it."""
    if len(members) > FEW_NAMES:
        return f" (but {len(members)} of its members have one)"
    verb = "has" if len(members) == 1 else "have"
    return f" (but {names_in_short(members)} {verb} one)" if members else ""


def blocs_without(topic: Topic) -> list[Bloc]:
    """The regional groups without a position; a joint statement is on its own topics alone."""
    blocs = (bloc for bloc in topic.briefing.blocs.values() if not bloc.signatories)
    return [bloc for bloc in blocs if not bloc.count_on(topic)]


def blocs_without_position(topic: Topic) -> str:
    """One line that names the blocs without a position, and their members that have one."""
    without = blocs_without(topic)
    if len(without) > FEW_NAMES:
        return f"{NO_POSITION}: {names_in_short(without)}"
    told = in_a_row(_bloc_without(bloc, topic) for bloc in without)
    return f"{NO_POSITION}: {told}" if told else ""


def _bloc_without(bloc: Bloc, topic: Topic) -> str:
    speaking = [member for member in bloc.speaking_members if member.count_on(topic)]
    return f"{bloc.name}{but_speaking(speaking)}"


def name_in_short(topic: Topic) -> str:
    """A topic's title or, where that is long, its short name."""
    return topic.title if len(topic.title) <= SHORT_TITLE else topic.short


SHORT_TITLE = 24
"""So many letters of a title find room in a line with others."""


def not_binding(bloc: Bloc) -> str:
    """The heading over a bloc's positions where they are shown for one of its members."""
    return f"{bloc.name}: the bloc's positions, which do not bind each member"


def division(relation: Relation) -> str:
    """How those who answer a question stand to each other; nothing where fewer than two do."""
    return "" if relation is Relation.NONE else relation


def reading_of(question: Question, relation: Relation = Relation.NONE) -> str:
    """How those compared stand on a question, and whether its sides are our reading."""
    stands, reading = division(relation), question.basis is Basis.EDITOR
    if stands and reading:
        return f"{stands} ({OUR_READING})"
    return OUR_READING if reading else stands


def readings_of(questions: Iterable[Question]) -> str:
    """Whether it is our reading that these questions divide those who answer, all or some."""
    ours = [question.basis is Basis.EDITOR for question in questions]
    if not any(ours):
        return ""
    return OUR_READING if all(ours) else f"partly {OUR_READING}"


def question_in_full(question: Question, relation: Relation = Relation.NONE) -> str:
    """The question, how those compared stand on it, and whether its sides are our reading."""
    reading = OUR_READING if question.basis is Basis.EDITOR else None
    remarks = _joined(division(relation), reading)
    return f"{question.text} ({remarks})" if remarks else question.text


def sides_taken(position: Position) -> tuple[str, ...]:
    """The sides that a position takes, and on which questions."""
    answers = position.answers.items()
    return tuple(f"{side.text}, on: {question_in_full(question)}" for question, side in answers)


def shared_with_whom(proponent: Proponent, *, own: bool = False) -> tuple[str, ...]:
    """With whom a proponent or its blocs put how many positions forward, and which.

    Where there are many others, those are told together who share the same.
    """
    said = len(proponent.line(own=own))
    shared = proponent.shared(own=own)
    together: dict[object, list[Proponent]] = {}
    for other, positions in shared.items():
        alike = positions if len(shared) > FEW_NAMES else other
        together.setdefault(alike, []).append(other)
    told: list[str] = []
    for others in together.values():
        names, positions = in_a_row(names_of_most(others)), shared[others[0]]
        told.append(f"{names}: {len(positions)} of {said} ({ids_of(positions)})")
    return tuple(told)


def who_stands(proponent: Proponent, *relations: Relation, own: bool = False) -> Iterable[str]:
    """Of those who answer a question as a proponent or its blocs do, or otherwise, who does so."""
    for stance in proponent.stances(own=own):
        who = stance.those(*relations)
        through = "" if stance.speaker is proponent else f"; through {stance.speaker.name}"
        if who:
            yield f"{names_in_short(who)}, on: {question_in_full(stance.question)}{through}"


def may_speak_lines(proponent: Proponent) -> Iterable[str]:
    """That a bloc names a country without counting it, and where its positions are shown."""
    for bloc, _, note in proponent.may_speak_for_it:
        remark = f" ({note})" if note else ""
        yield (
            f"{bloc.name} may speak for {proponent.name}, which they do not count{remark}:"
            f" itupp bloc {proponent.id}"
        )


def dissent_lines(proponent: Proponent, topics: Collection[Topic]) -> Iterable[str]:
    """Where on these topics it takes another side than one of its blocs, or of its members."""
    for question, one, other in proponent.dissent:
        if question.topic in topics:
            yield f"{one.name} and {other.name} take different sides: {question_in_full(question)}"

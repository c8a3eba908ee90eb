"""Every rule beyond shape: what a dataset may not say, and what is legal but hardly meant.

A rule is a generator of problems with what a dataset holds; MISTAKES and DOUBTS list them all.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from itupp.briefing import (
    Addressee,
    Bloc,
    Briefing,
    Conference,
    Country,
    Entry,
    Position,
    Proponent,
    Question,
    Record,
    RecordQuestion,
    Resolution,
    Source,
    Unlisted,
)
from itupp.dates import Date, is_written_as_date, latest_in
from itupp.loading import writing
from itupp.loading.files import is_meant_as_yaml, passed_over
from itupp.loading.problems import Problem
from itupp.loading.records import Contents, Namespace, lists_of_references
from itupp.loading.yaml_values import Fields, Value
from itupp.suggestions import unknown
from itupp.text import fold, harmless, harmless_from
from itupp.typed import folded

_HARMLESS = 'use letters, digits, ".", "_" and, not at the start, "-"'

ANCHOR_WORDS = range(2, 9)

HEADLINE_WORDS = 8

HEADLINE_CHARACTERS = 60

FEW = 3
"""So many positions are named that lack the same; of more it is said how many."""

LONGEST_CODE = 3
"""Names of no more letters are codes, and words of a text by accident."""

Rule = Callable[[Contents], Iterator[Problem]]


def mistakes(contents: Contents) -> Iterator[Problem]:
    """Everything that breaks a rule."""
    for rule in MISTAKES:
        yield from rule(contents)


def doubts(contents: Contents) -> Iterator[Problem]:
    """Warnings about what is hardly meant.

    Where a part could not be read they are about files and single texts alone.
    """
    yield from files_passed_over(contents)
    yield from writing.doubts(contents)
    if contents.whole:
        for rule in DOUBTS:
            yield from rule(contents)


# What a dataset may not say.


def a_missing_briefing(contents: Contents) -> Iterator[Problem]:
    """One file has the key `briefing`."""
    if contents.legible and not contents.heads:
        message = 'no file has the key "briefing", which holds the title'
        yield Problem.at(None, contents.path, message)


def a_second_briefing(contents: Contents) -> Iterator[Problem]:
    """No two files have the key `briefing`."""
    for head in contents.heads[1:]:
        yield head.problem(f"a second briefing; the first is at {contents.heads[0].place}")


def repeated_ids(contents: Contents) -> Iterator[Problem]:
    """No two records of a kind have the same id, nor a bloc and a country."""
    for namespace in contents.namespaces:
        for record in namespace.records:
            first = namespace.first.get(record.id, record)
            if first is not record:
                message = f'repeated id "{record.id}"; first at {_place(contents, first)}'
                yield contents.fields(record).value.problem(message)


def _place(contents: Contents, record: Record) -> str:
    """The file and the line where a record begins."""
    return contents.fields(record).value.place


def names_taken_twice(contents: Contents) -> Iterator[Problem]:
    """No two records of a kind that people type have a name in common, nor a bloc and a country."""
    for namespace in contents.namespaces:
        if namespace.typed:
            for record, name, owner in _shared_names(namespace):
                message = f'"{name}" also names {owner.id}, at {_place(contents, owner)}'
                yield contents.fields(record).holding(name).problem(message)


def _shared_names(namespace: Namespace) -> Iterator[tuple[Any, str, Any]]:
    """Records with a name that is another's, and whose; one name for each such other."""
    owners: dict[str, Any] = {}
    for record in namespace.first.values():
        told = [record]
        for name in record.names:
            owner = owners.setdefault(folded(name), record)
            if owner not in told:
                told.append(owner)
                yield record, name, owner


def unlisted_names_of_others(contents: Contents) -> Iterator[Problem]:
    """Who is unlisted has no name of a country or bloc in the same file.

    Elsewhere it may: a dataset can have countries of its own that are unlisted for others, and
    then the country is meant.
    """
    owners = {folded(name): one for one in contents.briefing.everyone for name in one.names}
    for record, fields in contents.of(Unlisted).items():
        for name in record.names:
            owner = owners.get(folded(name))
            if owner and contents.fields(owner).value.file is fields.value.file:
                message = f'"{name}" also names {owner.id}, at {_place(contents, owner)}'
                yield fields.holding(name).problem(message)


def harmful_ids(contents: Contents) -> Iterator[Problem]:
    """No id has signs that a shell could read as more than a word."""
    for value in _ids(contents):
        id = value.word
        if id.strip() and not harmless(id):
            yield value.problem(_what_is_harmful(id))


def _ids(contents: Contents) -> Iterator[Value]:
    """Every value and every key that is the id of a record."""
    for namespace in contents.namespaces:
        for record in namespace.records:
            fields = contents.fields(record)
            if "id" in fields.values:
                yield fields.values["id"]
    for fields in contents.of(Briefing).values():
        yield from _keys(fields, "sections")
    for kind in (Question, RecordQuestion):
        for fields in contents.of(kind).values():
            yield from _keys(fields, "sides")


def _keys(fields: Fields, key: str) -> Iterator[Value]:
    for inner, _ in fields.entries(key).values():
        yield inner


def _what_is_harmful(id: str) -> str:
    """What is wrong with an id, and one that would do instead."""
    signs = dict.fromkeys(sign for sign in id if sign != "-" and not harmless(sign))
    offence = f"holds {', '.join(map(_shown, signs))}" if signs else 'begins with "-"'
    will_do = harmless_from(id)
    example = f", such as {will_do}" if will_do else ""
    return f'the id "{id}" {offence}: {_HARMLESS}{example}'


def _shown(sign: str) -> str:
    """A sign as a message shows it, an invisible one by its number."""
    if sign == " ":
        return "a blank"
    return f'"{sign}"' if sign.isprintable() else f"U+{ord(sign):04X}"


def listed_twice(contents: Contents) -> Iterator[Problem]:
    """No list refers to the same record twice."""
    for cls, origins in contents.origins.items():
        for key in lists_of_references(cls):
            for fields in origins.values():
                words = fields.words(key)
                # most lists are sound: only of others are values made, which know their place
                if len(set(words)) < len(words):
                    yield from _listed_twice(fields.parts(key))


def _listed_twice(references: Iterable[Value]) -> Iterator[Problem]:
    listed: set[str] = set()
    for reference in references:
        if reference.word in listed:
            yield reference.problem(f'"{reference.word}" is listed twice')
        listed.add(reference.word)


def notes_on_others(contents: Contents) -> Iterator[Problem]:
    """What is said under `member_notes` is said of members."""
    for fields in contents.of(Bloc).values():
        members = set(fields.words("members"))
        for id, (key, _) in fields.entries("member_notes").items():
            if id not in members and contents.known[Country].may_have(id):
                message = f'"{id}" is not among the members: what is said of it goes under "also"'
                yield key.problem(message)


def members_as_others(contents: Contents) -> Iterator[Problem]:
    """What is said under `also` is said of countries that are no members."""
    for fields in contents.of(Bloc).values():
        members = set(fields.words("members"))
        for id, (key, _) in fields.entries("also").items():
            if id in members:
                goes = 'what is said of it goes under "member_notes"'
                yield key.problem(f'"{id}" is among the members: {goes}')


def anchors_of_a_wrong_length(contents: Contents) -> Iterator[Problem]:
    """An anchor has 2 to 8 words: one is hardly ever unique, many are the source's sentence."""
    for position, fields in contents.of(Position).items():
        words = (position.anchor or "").split()
        if words and len(words) not in ANCHOR_WORDS:
            message = f"an anchor has 2 to 8 words, not {len(words)}"
            yield fields.at("anchor").problem(message)


def sources_given_twice(contents: Contents) -> Iterator[Problem]:
    """`also_in` names documents other than the source of the position."""
    first = next(iter(contents.briefing.sources), None)
    for fields in contents.of(Position).values():
        source = fields.word("source") or first
        for id, (key, _) in fields.entries("also_in").items():
            if id == source:
                yield key.problem(f'"{id}" is the source of this position already')


def history_of_nowhere(contents: Contents) -> Iterator[Problem]:
    """`history_sources` are those of places under `adopted` and `revised`, written as there."""
    for resolution, fields in contents.of(Resolution).items():
        history = (resolution.adopted, *resolution.revised)
        legal = {place: place for place in history if place}
        for place, (key, _) in fields.entries("history_sources").items():
            if place not in legal:
                yield key.problem(unknown("place in the history of this resolution", place, legal))


def questions_of_the_record_named_twice(contents: Contents) -> Iterator[Problem]:
    """A question of the record has another id than those of its topic, which entries name, too."""
    topics = contents.briefing.topics
    for question, fields in contents.of(RecordQuestion).items():
        topic = topics.get(fields.word("topic"))
        first = topic.questions.get(question.id) if topic else None
        if first:
            message = f'its topic has a question "{question.id}", at {_place(contents, first)}'
            yield fields.value.problem(message)


def entries_of_nobody(contents: Contents) -> Iterator[Problem]:
    """An entry is of proponents, or of somebody else in words, or of both."""
    for fields in contents.entries.values():
        if not fields.values.keys() & {"proponents", "by"}:
            yield fields.value.problem('an entry needs "proponents" or "by"')


def sides_of_no_question(contents: Contents) -> Iterator[Problem]:
    """A side answers a question, which the entry names."""
    for fields in contents.entries.values():
        if "side" in fields.values and "question" not in fields.values:
            message = 'a side needs the question that it answers, under "question"'
            yield fields.at("side").problem(message)


def entries_after_the_briefing(contents: Contents) -> Iterator[Problem]:
    """No entry is of a day after the last date that `as_of` names."""
    end = latest_in(contents.briefing.as_of or "")
    for entry, fields in contents.entries.items():
        if end and entry.date.first > end.last:
            message = f'{entry.date} is after {end}, the last date under "as_of"'
            yield fields.at("date").problem(message)


def days_of_sources(contents: Contents) -> Iterator[Problem]:
    """The date of a source, where it is written in digits, is a day that there is."""
    for source, fields in contents.of(Source).items():
        if source.date and is_written_as_date(source.date) and not source.when:
            message = f'"date": the calendar has no {source.date}'
            yield fields.at("date").problem(message)


MISTAKES: tuple[Rule, ...] = (
    a_missing_briefing,
    a_second_briefing,
    repeated_ids,
    names_taken_twice,
    unlisted_names_of_others,
    harmful_ids,
    listed_twice,
    notes_on_others,
    members_as_others,
    anchors_of_a_wrong_length,
    sources_given_twice,
    history_of_nowhere,
    questions_of_the_record_named_twice,
    entries_of_nobody,
    sides_of_no_question,
    entries_after_the_briefing,
    days_of_sources,
)
"""What a dataset may not say."""


# What is legal but hardly meant.


def files_passed_over(contents: Contents) -> Iterator[Problem]:
    """No file of a folder is called almost as YAML files are: it is not read."""
    for file in passed_over(Path(contents.path)):
        if is_meant_as_yaml(file):
            message = "not read: its name would have to end in .yaml or .yml"
            yield Problem.at(None, str(file), message, warning=True)


def briefings_without_sources(contents: Contents) -> Iterator[Problem]:
    """A briefing has sources, else nobody can look anything up."""
    if contents.briefing.positions and not contents.briefing.sources:
        yield contents.heads[0].problem('no "sources": nothing can be looked up', warning=True)


def positions_without_place(contents: Contents) -> Iterator[Problem]:
    """A position says where in its source it stands; told once for a topic."""
    if contents.briefing.sources:
        for topic in contents.briefing.topics.values():
            lost = [position for position in topic.positions if not _has_place(position)]
            yield from _told_once(contents, lost)


def _has_place(position: Position) -> bool:
    return bool(position.locator or position.point is not None or position.anchor)


def _told_once(contents: Contents, positions: Sequence[Position]) -> Iterator[Problem]:
    """One warning about positions without a place, at the first of them."""
    if positions:
        ids = ", ".join(position.id for position in positions[:FEW])
        more = f" and {len(positions) - FEW} more" if len(positions) > FEW else ""
        message = f'no "locator", "point" or "anchor" says where in the source: {ids}{more}'
        yield contents.fields(positions[0]).value.problem(message, warning=True)


def ends_before_starts(contents: Contents) -> Iterator[Problem]:
    """A conference does not end before it starts."""
    for conference, fields in contents.of(Conference).items():
        days = (conference.start or "", conference.end or "")
        if all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days) and days[1] < days[0]:
            message = f"the end, {days[1]}, is before the start, {days[0]}"
            yield fields.at("end").problem(message, warning=True)


def codes_of_others(contents: Contents) -> Iterator[Problem]:
    """The code of a proponent is not short for another state that its position names.

    `ch` is Switzerland's, and many take it for China's. It is doubted where China is named in what
    the position says or cites, Switzerland is not, and China puts nothing forward anywhere.
    """
    speaking = {one for position in contents.briefing.positions for one in position.proponents}
    silent = [one for one in contents.briefing.countries.values() if one not in speaking]
    for position, fields in contents.of(Position).items():
        text = f" {folded(' '.join(_texts_of(position)))} "
        for value in fields.parts("proponents"):
            country = contents.briefing.countries.get(value.word)
            if country and not _is_named(country, text):
                for other in silent:
                    if folded(other.name).startswith(country.id) and _is_named(other, text):
                        told = f"{country.id} is {country.name}"
                        message = f"{told}; the position names {other.name} ({other.id})"
                        yield value.problem(message, warning=True)


def _texts_of(position: Position) -> Iterator[str]:
    """What a position says, and what it cites."""
    source = position.source
    cited = (source.title, source.author, source.publisher) if source else ()
    texts = (position.summary, position.headline, position.anchor, position.locator, *cited)
    return (text for text in texts if text)


_ENDINGS = ("an", "ean", "ese", "i", "ian", "ish", "n")
"""What makes a word for what is a country's of its name, as in Chinese and Chilean."""


def _is_named(country: Country, text: str) -> bool:
    """Whether a folded text has a name of a country, or a word made of its name."""
    stem = folded(country.name).rstrip("aeiouy")
    adjectives = (f"{stem}{ending}" for ending in _ENDINGS)
    names = (folded(name) for name in country.names if len(name) > LONGEST_CODE)
    return any(f" {word} " in text for word in (*names, *adjectives))


def unused_resolutions(contents: Contents) -> Iterator[Problem]:
    """A topic refers to every resolution; told once for all."""
    resolutions = contents.briefing.resolutions.values()
    unused = [resolution for resolution in resolutions if not resolution.topics]
    yield from _unused(contents, unused, "no topic refers to {}")


def unused_addressees(contents: Contents) -> Iterator[Problem]:
    """A position or an entry asks every addressee to act, unless another is a part of it."""
    addressees = contents.briefing.addressees.values()
    said: tuple[Position | Entry, ...] = (*contents.briefing.positions, *contents.entries)
    asked = {addressee for record in said for addressee in record.addressees}
    wholes = {addressee.part_of for addressee in addressees}
    unused = [one for one in addressees if one not in asked and one not in wholes]
    yield from _unused(contents, unused, "nobody asks {} to act")


def unused_sources(contents: Contents) -> Iterator[Problem]:
    """A position or an entry cites every source; told once for all that are not cited."""
    positions = contents.briefing.positions
    cited = {source for position in positions for source in (position.source, *position.also_in)}
    cited |= {entry.source for entry in contents.entries}
    sources = contents.known[Source].records.values()
    yield from _unused(contents, [one for one in sources if one not in cited], "nothing cites {}")


def _unused(
    contents: Contents, records: Sequence[Resolution | Addressee | Source], why: str
) -> Iterator[Problem]:
    """One warning about records of a kind that nothing uses, at the first of them."""
    if records:
        ids = ", ".join(f'"{record.id}"' for record in records)
        are, them = ("is", "it") if len(records) == 1 else ("are", "them")
        value = contents.fields(records[0]).value
        yield value.problem(f"{ids} {are} not used: {why.format(them)}", warning=True)


def sides_not_taken(contents: Contents) -> Iterator[Problem]:
    """A position takes every side of a question that is a view."""
    for topic in contents.briefing.topics.values():
        positions = [contents.fields(position) for position in topic.positions]
        for question in topic.questions.values():
            taken = set(_sides_named(question, positions))
            sides = contents.fields(question).entries("sides")
            neutral = {side.id for side in question.neutral}
            # a side that there is not is misspelt: one of the others is meant and not left out
            if positions and taken <= sides.keys():
                for id in sides.keys() - taken - neutral:
                    message = f'no position takes the side "{id}" of the question {question.id}'
                    yield sides[id][0].problem(message, warning=True)


def sides_not_recorded(contents: Contents) -> Iterator[Problem]:
    """An entry takes every side of a question of the record."""
    entries = contents.of(Entry).values()
    for question, fields in contents.of(RecordQuestion).items():
        answering = (entry for entry in entries if entry.word("question") == question.id)
        taken = set(filter(None, (entry.word("side") for entry in answering)))
        sides = fields.entries("sides")
        # a side that there is not is misspelt: one of the others is meant and not left out
        if taken <= sides.keys():
            for id in sides.keys() - taken:
                message = f'no entry takes the side "{id}" of the question {question.id}'
                yield sides[id][0].problem(message, warning=True)


def _sides_named(question: Question, positions: Iterable[Fields]) -> Iterator[str]:
    """The ids of sides that positions name, be there such sides or not."""
    for fields in positions:
        answers = fields.entries("answers")
        if question.id in answers:
            yield answers[question.id][1].word


def on_both_sides(contents: Contents) -> Iterator[Problem]:
    """Nobody takes two sides of a question that is exclusive, unless one later or of no view."""
    taken: dict[tuple[Question, Proponent], Position] = {}
    for position in contents.briefing.positions:
        for question, proponent in product(position.answers, position.said_by):
            is_view = position.answers[question] not in question.neutral
            if is_view and not position.is_earlier_for(proponent):
                first = taken.setdefault((question, proponent), position)
                differ = first.answers[question] is not position.answers[question]
                if question.exclusive and differ:
                    both = f"{proponent.id} is on both sides of the question {question.id}"
                    message = f"{both}, which is exclusive; see {first.id}"
                    yield contents.fields(position).at("answers").problem(message, warning=True)


def said_twice(contents: Contents) -> Iterator[Problem]:
    """No two positions have the same summary, unless they are of different dates."""
    said: dict[tuple[str, Date | None], Position] = {}
    for position in contents.briefing.positions:
        first = said.setdefault((fold(position.summary), position.when), position)
        if first is not position:
            message = f"the same summary as that of {first.id}"
            yield contents.fields(position).at("summary").problem(message, warning=True)


def long_headlines(contents: Contents) -> Iterator[Problem]:
    """A headline has at most 8 words and 60 characters, since views show it in a column."""
    records: tuple[Position | Entry, ...] = (*contents.briefing.positions, *contents.entries)
    for record in records:
        headline = record.headline or ""
        words, characters = len(headline.split()), len(headline)
        value = contents.fields(record).at("headline")
        if words > HEADLINE_WORDS:
            message = f"the headline has {words} words; {HEADLINE_WORDS} are the most"
            yield value.problem(message, warning=True)
        if characters > HEADLINE_CHARACTERS:
            message = (
                f"the headline has {characters} characters; {HEADLINE_CHARACTERS} are the most"
            )
            yield value.problem(message, warning=True)


DOUBTS: tuple[Rule, ...] = (
    briefings_without_sources,
    positions_without_place,
    ends_before_starts,
    codes_of_others,
    unused_resolutions,
    unused_addressees,
    unused_sources,
    sides_not_taken,
    sides_not_recorded,
    on_both_sides,
    said_twice,
    long_headlines,
)
"""What is legal but hardly meant."""

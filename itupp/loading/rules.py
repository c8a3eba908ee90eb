"""Every rule beyond shape: what a dataset may not say, and what is legal but hardly meant.

A rule is a generator of problems with what a dataset holds; MISTAKES and DOUBTS list them all.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

import yaml

from itupp.briefing import (
    Addressee,
    Bloc,
    Briefing,
    Country,
    Position,
    Proponent,
    Question,
    Record,
    Resolution,
    Source,
    Unlisted,
)
from itupp.dates import is_written_as_date
from itupp.loading.problems import Problem
from itupp.loading.records import Contents, Namespace, lists_of_references
from itupp.loading.yaml_values import Fields, Value
from itupp.suggestions import unknown
from itupp.text import fold, formula, harmless, harmless_from
from itupp.typed import folded

_QUOTATION_MARKS = str.maketrans("", "", "\"'\u2018\u2019\u201c\u201d")

_HARMLESS = 'use letters, digits, ".", "_" and, not at the start, "-"'

ANCHOR_WORDS = range(2, 9)

HEADLINE_WORDS = 8

HEADLINE_CHARACTERS = 60

Rule = Callable[[Contents], Iterator[Problem]]


def mistakes(contents: Contents) -> Iterator[Problem]:
    """Everything that breaks a rule."""
    for rule in MISTAKES:
        yield from rule(contents)


def doubts(contents: Contents) -> Iterator[Problem]:
    """Warnings about what is hardly meant; none where a part could not be read."""
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
    for fields in contents.of(Question).values():
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
        members = fields.words("members")
        for id, (key, _) in fields.entries("member_notes").items():
            if id not in members and contents.known[Country].may_have(id):
                message = f'"{id}" is not among the members: what is said of it goes under "also"'
                yield key.problem(message)


def members_as_others(contents: Contents) -> Iterator[Problem]:
    """What is said under `also` is said of countries that are no members."""
    for fields in contents.of(Bloc).values():
        members = fields.words("members")
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
    days_of_sources,
)
"""What a dataset may not say."""


# What is legal but hardly meant.


def unused_resolutions(contents: Contents) -> Iterator[Problem]:
    """A topic refers to every resolution."""
    for resolution in contents.briefing.resolutions.values():
        if not resolution.topics:
            yield _unused(contents, resolution, "no topic refers to it")


def unused_addressees(contents: Contents) -> Iterator[Problem]:
    """A position asks every addressee to act, unless another one is a part of it."""
    positions, addressees = contents.briefing.positions, contents.briefing.addressees.values()
    asked = {addressee for position in positions for addressee in position.addressees}
    wholes = {addressee.part_of for addressee in addressees}
    for addressee in addressees:
        if addressee not in asked and addressee not in wholes:
            yield _unused(contents, addressee, "nobody asks it to act")


def unused_sources(contents: Contents) -> Iterator[Problem]:
    """A position cites every source."""
    positions = contents.briefing.positions
    cited = {source for position in positions for source in (position.source, *position.also_in)}
    for source in contents.briefing.sources.values():
        if source not in cited:
            yield _unused(contents, source, "nothing cites it")


def _unused(contents: Contents, record: Resolution | Addressee | Source, why: str) -> Problem:
    value = contents.fields(record).value
    return value.problem(f'"{record.id}" is not used: {why}', warning=True)


def formulas(contents: Contents) -> Iterator[Problem]:
    """No text begins as a formula does; an id that does is a mistake already."""
    for root in contents.roots:
        for raw in _texts(root.raw):
            if formula(raw.value):
                begins = f'the text begins with "{raw.value.strip()[0]}", as a formula does'
                message = f"{begins}; CSV and TSV put an apostrophe before it"
                yield Value(raw, "", root.file).problem(message, warning=True)


def _texts(raw: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every text below a node, keys and ids left out."""
    if isinstance(raw, yaml.ScalarNode):
        yield raw
    elif isinstance(raw, yaml.SequenceNode):
        for item in raw.value:
            yield from _texts(item)
    else:
        for key, value in raw.value:
            if key.value != "id":
                yield from _texts(value)


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
    """No two positions have the same summary."""
    said: dict[str, Position] = {}
    for position in contents.briefing.positions:
        first = said.setdefault(fold(position.summary), position)
        if first is not position:
            message = f"the same summary as that of {first.id}"
            yield contents.fields(position).at("summary").problem(message, warning=True)


def long_headlines(contents: Contents) -> Iterator[Problem]:
    """A headline has at most 8 words and 60 characters, since views show it in a column."""
    for position in contents.briefing.positions:
        headline = position.headline or ""
        words, characters = len(headline.split()), len(headline)
        value = contents.fields(position).at("headline")
        if words > HEADLINE_WORDS:
            message = f"the headline has {words} words; {HEADLINE_WORDS} are the most"
            yield value.problem(message, warning=True)
        if characters > HEADLINE_CHARACTERS:
            message = (
                f"the headline has {characters} characters; {HEADLINE_CHARACTERS} are the most"
            )
            yield value.problem(message, warning=True)


DOUBTS: tuple[Rule, ...] = (
    unused_resolutions,
    unused_addressees,
    unused_sources,
    formulas,
    sides_not_taken,
    on_both_sides,
    said_twice,
    long_headlines,
)
"""What is legal but hardly meant."""


# Anchors, against the texts of the sources.


class Anchored(Record):
    """A position that has an anchor, and the id of the source to look for it in."""

    position: Position
    anchor: str
    source: str


def anchored(contents: Contents, sources: Container[str]) -> Iterator[Anchored]:
    """The positions with an anchor in one of these sources."""
    for position in contents.briefing.positions:
        anchor, source = position.anchor, position.source
        if anchor and source and source.id in sources:
            yield Anchored(position=position, anchor=anchor, source=source.id)


def misplaced_anchors(contents: Contents, texts: Mapping[str, str]) -> Iterator[Problem]:
    """An anchor stands exactly once in the text of its source, which `texts` has by its id."""
    plain_texts = {id: plain(text) for id, text in texts.items()}
    for found in anchored(contents, texts):
        times = len(places(found.anchor, plain_texts[found.source]))
        if times != 1:
            times_told = f"stands in the source {times} times"
            where = times_told if times else "does not stand in the source"
            value = contents.fields(found.position).at("anchor")
            yield value.problem(f'the anchor "{found.anchor}" {where}')


def plain(text: str) -> str:
    """The text as anchors are looked for in it: lower case, no quotation marks, one blank a gap."""
    return " ".join(text.casefold().translate(_QUOTATION_MARKS).split())


def places(anchor: str, text: str) -> list[int]:
    """Where an anchor stands in a plain text, in whole words."""
    words = rf"(?<!\w){re.escape(plain(anchor))}(?!\w)"
    return [match.start() for match in re.finditer(words, text)]

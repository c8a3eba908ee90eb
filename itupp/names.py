"""From what a person typed to the record they mean, or to a suggestion: ask, never guess."""

import re
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from itertools import combinations
from typing import TypeVar

from itupp.models import Addressee, Briefing, Named, Position, Proponent, Resolution, Section, Topic
from itupp.text import fold, nearest

N = TypeVar("N", bound=Named)

LONG_TITLE = 40

_NUMBER = re.compile(r"\D*\d+")
"""A number is no misspelling of another."""

_PLACE = re.compile(r"(?P<topic>\S.*?)[\s-]*(?P<number>\d+)")


class NotFoundError(Exception):
    """Nothing, or more than one thing, goes by the name that was typed; the message says what to type."""


def topic(briefing: Briefing, typed: str) -> Topic:
    """The topic of this name; raises NotFoundError."""
    return _find(typed, "topic", briefing.topics.values(), listing="itupp topics")


def proponent(briefing: Briefing, typed: str) -> Proponent:
    """The bloc or country of this name, those who speak in the briefing before all others; raises NotFoundError."""
    return _find(typed, "bloc or country", briefing.everyone, listing="itupp blocs --all", first=briefing.proponents)


def proponents(briefing: Briefing, typed: Sequence[str]) -> list[Proponent]:
    """The blocs and countries of these names, or the one that all the words together name; raises NotFoundError."""
    if len(typed) > 1:
        with suppress(NotFoundError):
            return [proponent(briefing, " ".join(typed))]
    try:
        return [proponent(briefing, name) for name in typed]
    except NotFoundError:
        split = _split_name(typed, briefing.everyone)
        if split:
            raise NotFoundError(f'a name of several words needs quotes: "{split}"') from None
        raise


def _split_name(typed: Sequence[str], records: Iterable[Named]) -> str | None:
    """A name of which several of the words typed are parts, quotes left out."""
    for first, last in combinations(range(len(typed) + 1), 2):
        words = " ".join(typed[first:last])
        if last - first > 1 and any(fold(words) in map(fold, record.names) for record in records):
            return words
    return None


def command(briefing: Briefing, typed: str) -> str | None:
    """The command line that answers a name, if it is one."""
    for word, find in (("topic", topic), ("bloc", proponent), ("resolution", resolution), ("position", position)):
        with suppress(NotFoundError):
            return f"itupp {word} {find(briefing, typed).id}"
    return None


def subject(briefing: Briefing, typed: str) -> Proponent | Topic:
    """The bloc, country or topic of this name; raises NotFoundError."""
    first: list[Proponent | Topic] = [*briefing.proponents, *briefing.topics.values()]
    everything = [*briefing.everyone, *briefing.topics.values()]
    return _find(typed, "bloc, country or topic", everything, listing="itupp blocs --all, itupp topics", first=first)


def resolution(briefing: Briefing, typed: str) -> Resolution:
    """The resolution of this number or the draft of this title; raises NotFoundError."""
    return _find(typed, "resolution", briefing.resolutions.values(), listing="itupp resolutions")


def addressee(briefing: Briefing, typed: str) -> Addressee:
    """The addressee of this name; raises NotFoundError."""
    return _find(typed, "addressee", briefing.addressees.values(), listing=", ".join(briefing.addressees))


def section(briefing: Briefing, typed: str) -> Section:
    """The section of this name; raises NotFoundError."""
    return _find(typed, "section", briefing.sections.values(), listing=", ".join(briefing.sections))


def position(briefing: Briefing, typed: str) -> Position:
    """The position of this id, or of a topic's name and a number; raises NotFoundError."""
    place = _PLACE.fullmatch(typed.strip())
    if not place:
        raise NotFoundError(f'no position "{typed}"; an id is a topic and a number (all of them: itupp positions)')
    positions = topic(briefing, place["topic"]).positions
    number = int(place["number"])
    if not 1 <= number <= len(positions):
        last = f" to {positions[-1].id}" if len(positions) > 1 else ""
        raise NotFoundError(f'no position "{typed}"; there is {positions[0].id}{last}')
    return positions[number - 1]


def _find(typed: str, what: str, records: Iterable[N], listing: str, first: Collection[N] = ()) -> N:
    """The one record meant; `first` are those whose names may be shortened before all others' may."""
    records = list(records)
    wanted = fold(typed)
    for hits in _tiers(wanted, records, first) if wanted else ():
        if len(hits) == 1:
            return hits[0]
        if hits:
            choice = " or ".join(f'"{_short(hit)}"' for hit in hits)
            raise NotFoundError(f'"{typed}" can be {choice} (all of them: {listing})')
    hint = None if _NUMBER.fullmatch(wanted) else _suggestion(typed, first) or _suggestion(typed, records)
    question = f'; did you mean "{hint}"?' if hint else ""
    raise NotFoundError(f'no {what} "{typed}"{question} (all of them: {listing})')


def _tiers(wanted: str, records: Collection[N], first: Collection[N]) -> Iterable[list[N]]:
    """What the word can mean, the surest reading first."""
    yield [record for record in records if fold(record.id) == wanted]
    yield [record for record in records if wanted in map(fold, record.names)]
    yield [record for record in first if _begins(wanted, record)]
    yield [record for record in records if _begins(wanted, record)]


def _begins(wanted: str, record: Named) -> bool:
    """Whether a word of one of its names begins so; a number has to be whole: 10 does not begin 102."""
    end = " " if wanted[-1].isdigit() else ""
    return any(f" {wanted}{end}" in f" {fold(name)} " for name in record.names)


def _short(record: Named) -> str:
    """What to call a record in one line: its label or, where that is a long title, its id."""
    return record.label if len(record.label) <= LONG_TITLE else record.id


def _suggestion(typed: str, records: Iterable[Named]) -> str | None:
    """What to call the record with a name, or a word in one, that is nearest to what was typed."""
    labels = {
        part: record.id if part == record.id else _short(record)
        for record in records
        for name in record.names
        for part in (name, *name.split())
    }
    near = nearest(typed, labels)
    return labels[near] if near else None

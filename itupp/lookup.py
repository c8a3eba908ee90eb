"""From what a person typed to the record they mean, or to a suggestion: ask, never guess."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import combinations
from typing import TypeVar

from itupp.briefing import (
    Addressee,
    Briefing,
    Named,
    Position,
    Proponent,
    Resolution,
    Section,
    Term,
    Topic,
)
from itupp.suggestions import did_you_mean, nearest
from itupp.text import apart, fold, shell_word

N = TypeVar("N", bound=Named)

LONG_TITLE = 40

_NUMBER = re.compile(r"\D*\d+(?:[. ]\d+)*")
"""A number is no misspelling of another, nor is 10.2 one of 102."""

_NUMBER_AT_END = re.compile(r"\d{1,9}$")

_REVISION = re.compile(r"\s*\(rev\b.*\)\s*$", re.IGNORECASE)
"""What follows a resolution's number where it is cited: (Rev. Dubai, 2018)."""

_BETWEEN = ("and", "vs")
"""What people put between names."""

SHORTEST = 3
"""So many letters stand for a longer name; fewer are a code or nothing."""

FEW = 3
"""So many suggestions help; more do not."""


class NotFoundError(Exception):
    """Raised where nothing or more than one thing goes by a name; says what to type."""


def topic(briefing: Briefing, typed: str) -> Topic:
    """The topic of this name; raises NotFoundError."""
    return _find(typed, "topic", briefing.topics.values(), listing="itupp topics")


def proponent(briefing: Briefing, typed: str) -> Proponent:
    """The bloc or country of this name, those who speak before all others; raises NotFoundError."""
    return _find(
        typed,
        "bloc or country",
        briefing.everyone,
        listing="itupp blocs --all",
        first=briefing.proponents,
    )


def proponents(briefing: Briefing, typed: Sequence[str]) -> list[Proponent]:
    """The blocs and countries of these names, or the one that all the words together name.

    Raises NotFoundError.
    """
    together = _match(" ".join(typed), briefing.everyone, briefing.proponents)
    if len(together) == 1:
        return together
    names = [name for name in typed if name not in _BETWEEN]
    try:
        return [proponent(briefing, name) for name in names]
    except NotFoundError:
        refuse_split_name(typed, briefing.everyone)
        raise


def refuse_split_name(typed: Sequence[str], records: Iterable[Named]) -> None:
    """Raise NotFoundError where several words typed are one name without its quotes."""
    known = {fold(name) for record in records for name in record.names}
    for first, last in combinations(range(len(typed) + 1), 2):
        words = " ".join(typed[first:last])
        if last - first > 1 and fold(words) in known:
            raise NotFoundError(f'a name of several words needs quotes: "{words}"')


def command(briefing: Briefing, typed: str) -> tuple[str, str] | None:
    """The command that answers a name and the id to ask it for, if it is a name."""
    for word, find in _BY_COMMAND:
        with suppress(NotFoundError):
            return (word, find(briefing, typed).id)
    return None


def subject(briefing: Briefing, typed: str) -> Proponent | Topic | Resolution:
    """The bloc, country, topic or resolution of this name; raises NotFoundError."""
    others: list[Topic | Resolution] = [*briefing.topics.values()]
    others += briefing.resolutions.values()
    first: list[Proponent | Topic | Resolution] = [*briefing.proponents, *others]
    everything: list[Proponent | Topic | Resolution] = [*briefing.everyone, *others]
    called, listing = "bloc, country, topic or resolution", "itupp blocs --all, itupp topics"
    return _find(_REVISION.sub("", typed), called, everything, listing=listing, first=first)


def resolution(briefing: Briefing, typed: str) -> Resolution:
    """The resolution of this number or the draft of this title; raises NotFoundError."""
    number = _REVISION.sub("", typed)
    return _find(number, "resolution", briefing.resolutions.values(), listing="itupp resolutions")


def addressee(briefing: Briefing, typed: str) -> Addressee:
    """The addressee of this name; raises NotFoundError."""
    listing = ", ".join(briefing.addressees) or "none"
    return _find(typed, "addressee", briefing.addressees.values(), listing=listing)


def term(briefing: Briefing, typed: str) -> Term:
    """The acronym or term of art of this name; raises NotFoundError."""
    return _find(typed, "term", briefing.terms.values(), listing="itupp terms")


def section(briefing: Briefing, typed: str) -> Section:
    """The section of this name; raises NotFoundError."""
    listing = ", ".join(briefing.sections) or "none"
    return _find(typed, "section", briefing.sections.values(), listing=listing)


def position(briefing: Briefing, typed: str) -> Position:
    """The position of this id, or of a topic's name and a number; raises NotFoundError."""
    typed = typed.strip()
    refusal = f'no position "{typed}"'
    place = _NUMBER_AT_END.search(typed)
    name = typed[: place.start()].rstrip(" -") if place else ""
    if not place or not name:
        hint = "an id is a topic and a number (all of them: itupp positions)"
        raise NotFoundError(f"{refusal}; {hint}")
    positions = topic(briefing, name).positions
    number = int(place[0])
    if not 1 <= number <= len(positions):
        last = f" to {positions[-1].id}" if len(positions) > 1 else ""
        raise NotFoundError(f"{refusal}; there is {positions[0].id}{last}")
    return positions[number - 1]


_BY_COMMAND: tuple[tuple[str, Callable[[Briefing, str], Named]], ...] = (
    ("topic", topic),
    ("bloc", proponent),
    ("resolution", resolution),
    ("position", position),
    ("term", term),
)
"""The commands that answer a name, in the order in which a name is tried."""


def _find(
    typed: str, what: str, records: Collection[N], *, listing: str, first: Collection[N] = ()
) -> N:
    """The record meant; names of those who come `first` may be shortened before all others."""
    found = _match(typed, records, first)
    if len(found) == 1:
        return found[0]
    if found:
        refusal = f'"{typed}" can be {_choice(map(_short, found))}'
    else:
        refusal = f'no {what} "{typed}"{did_you_mean(_suggested(typed, records, first))}'
    raise NotFoundError(f"{refusal} (all of them: {listing})")


def _choice(names: Iterable[str]) -> str:
    return " or ".join(f'"{name}"' for name in names)


def _match(typed: str, records: Collection[N], first: Collection[N]) -> list[N]:
    """The records that the surest reading allows: one, none, or several to choose from."""
    folded = fold(typed)
    for wanted in dict.fromkeys((folded, folded.removeprefix("the "))):
        if wanted:
            found = next(filter(None, _tiers(wanted, records, first)), None)
            if found:
                return found
    return []


def _tiers(wanted: str, records: Collection[N], first: Collection[N]) -> Iterator[list[N]]:
    """What the word can mean, the surest reading first."""
    yield [record for record in records if fold(record.id) == wanted]
    yield [record for record in records if wanted in map(fold, record.names)]
    if len(wanted) >= SHORTEST or wanted.isdigit():
        yield [record for record in first if _begins(wanted, record)]
        yield [record for record in records if _begins(wanted, record)]


def _begins(wanted: str, record: Named) -> bool:
    """Whether one of its names begins so; a number has to be whole: 10 does not begin 102.

    A word further on in a name does not count: many states are a republic or a union, and are not
    called so.
    """
    end = " " if wanted[-1].isdigit() else ""
    return any(f"{form} ".startswith(f"{wanted}{end}") for form in _forms(record))


def _forms(record: Named) -> set[str]:
    """A record's names, folded, and the same with blanks for apostrophes."""
    forms = {fold(name) for name in record.names}
    return forms | {fold(apart(name)) for name in record.names}


def _short(record: Named) -> str:
    """What to type for a record: its label or, where that is long or unsafe, its id."""
    label = record.label
    return label if len(label) <= LONG_TITLE and shell_word(label) else record.id


def _suggested(typed: str, records: Collection[Named], first: Collection[Named]) -> str | None:
    """What may have been meant by a name that is nobody's, those who come first if any."""
    folded = fold(typed)
    if len(folded) < SHORTEST or _NUMBER.fullmatch(folded):
        return None
    names = _suggestions(typed, first) or _suggestions(typed, records)
    return _choice(names) if 0 < len(names) <= FEW else None


def _suggestions(typed: str, records: Collection[Named]) -> list[str]:
    """Records that have the words typed further on in a name, or else the nearest."""
    wanted = f" {fold(typed)}"
    found = [record for record in records if _holds(wanted, record)]
    return [_short(record) for record in found] or _nearest(typed, records)


def _holds(wanted: str, record: Named) -> bool:
    return any(wanted in form for form in _forms(record))


def _nearest(typed: str, records: Iterable[Named]) -> list[str]:
    """The record with the nearest name, or word of a name that is in no other's."""
    owners: dict[str, set[str]] = {}
    for record in records:
        for part in _parts(record):
            called = record.id if part == record.id else _short(record)
            owners.setdefault(fold(part), set()).add(called)
    near = nearest(typed, [part for part, who in owners.items() if len(who) == 1])
    return [min(owners[near])] if near else []


def _parts(record: Named) -> Iterator[str]:
    """The names of a record and the words in them, the very short ones left out."""
    for name in record.names:
        yield from (part for part in {name, *name.split()} if len(part) >= SHORTEST)

"""From what a person typed to the record they mean, or to a suggestion: ask, never guess."""

import re
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from itertools import combinations
from typing import TypeVar

from itupp.models import Addressee, Briefing, Named, Position, Proponent, Resolution, Section, Term, Topic
from itupp.text import fold, nearest, shell_word

N = TypeVar("N", bound=Named)

LONG_TITLE = 40

_NUMBER = re.compile(r"\D*\d+")
"""A number is no misspelling of another."""

_NUMBER_AT_END = re.compile(r"\d{1,9}$")

_REVISION = re.compile(r"\s*\(rev\b.*\)\s*$", re.IGNORECASE)
"""What follows a resolution's number where it is cited: (Rev. Dubai, 2018)."""

_APOSTROPHE = re.compile("['\u2019]")

_BETWEEN = ("and", "vs")
"""What people put between names."""

FEW = 3
"""So many suggestions help; more do not."""

SHORTEST = 3
"""So many letters stand for a longer name; fewer are a code or nothing."""


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
    together = _match(" ".join(typed), briefing.everyone, briefing.proponents)
    if len(together) == 1:
        return together
    try:
        return [proponent(briefing, name) for name in typed if name not in _BETWEEN]
    except NotFoundError:
        refuse_split_name(typed, briefing.everyone)
        raise


def refuse_split_name(typed: Sequence[str], records: Iterable[Named]) -> None:
    """Raise NotFoundError where several of the words typed are parts of one name, quotes left out."""
    known = {fold(name) for record in records for name in record.names}
    for first, last in combinations(range(len(typed) + 1), 2):
        words = " ".join(typed[first:last])
        if last - first > 1 and fold(words) in known:
            raise NotFoundError(f'a name of several words needs quotes: "{words}"')


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
    return _find(_REVISION.sub("", typed), "resolution", briefing.resolutions.values(), listing="itupp resolutions")


def addressee(briefing: Briefing, typed: str) -> Addressee:
    """The addressee of this name; raises NotFoundError."""
    return _find(typed, "addressee", briefing.addressees.values(), listing=", ".join(briefing.addressees) or "none")


def term(briefing: Briefing, typed: str) -> Term:
    """The acronym or term of art of this name; raises NotFoundError."""
    return _find(typed, "term", briefing.terms.values(), listing="itupp terms")


def section(briefing: Briefing, typed: str) -> Section:
    """The section of this name; raises NotFoundError."""
    return _find(typed, "section", briefing.sections.values(), listing=", ".join(briefing.sections) or "none")


def position(briefing: Briefing, typed: str) -> Position:
    """The position of this id, or of a topic's name and a number; raises NotFoundError."""
    typed = typed.strip()
    place = _NUMBER_AT_END.search(typed)
    name = typed[: place.start()].rstrip(" -") if place else ""
    if not place or not name:
        raise NotFoundError(f'no position "{typed}"; an id is a topic and a number (all of them: itupp positions)')
    positions = topic(briefing, name).positions
    number = int(place[0])
    if not 1 <= number <= len(positions):
        last = f" to {positions[-1].id}" if len(positions) > 1 else ""
        raise NotFoundError(f'no position "{typed}"; there is {positions[0].id}{last}')
    return positions[number - 1]


def _find(typed: str, what: str, records: Iterable[N], listing: str, first: Collection[N] = ()) -> N:
    """The one record meant; `first` are those whose names may be shortened before all others' may."""
    records = list(records)
    found = _match(typed, records, first)
    if len(found) == 1:
        return found[0]
    if found:
        choice = " or ".join(f'"{_short(hit)}"' for hit in found)
        raise NotFoundError(f'"{typed}" can be {choice} (all of them: {listing})')
    misspelt = len(fold(typed)) >= SHORTEST and not _NUMBER.fullmatch(fold(typed))
    hints = (_suggestions(typed, first) or _suggestions(typed, records)) if misspelt else []
    meant = " or ".join(f'"{hint}"' for hint in hints)
    question = f"; did you mean {meant}?" if meant and len(hints) <= FEW else ""
    raise NotFoundError(f'no {what} "{typed}"{question} (all of them: {listing})')


def _match(typed: str, records: Collection[N], first: Collection[N] = ()) -> list[N]:
    """The records that the surest reading allows: one, none, or several that only the user can choose from."""
    folded = fold(typed)
    readings = dict.fromkeys((folded, folded.removeprefix("the ")))
    tiers = (tier for wanted in readings if wanted for tier in _tiers(wanted, records, first))
    return next(filter(None, tiers), [])


def _tiers(wanted: str, records: Collection[N], first: Collection[N]) -> Iterable[list[N]]:
    """What the word can mean, the surest reading first."""
    yield [record for record in records if fold(record.id) == wanted]
    yield [record for record in records if wanted in map(fold, record.names)]
    if len(wanted) >= SHORTEST or wanted.isdigit():
        yield [record for record in first if _begins(wanted, record)]
        yield [record for record in records if _begins(wanted, record)]


def _begins(wanted: str, record: Named) -> bool:
    """Whether one of its names begins so; a number has to be whole: 10 does not begin 102.

    A word further on in a name does not count: many states are a republic or a union, and are not called so.
    """
    end = " " if wanted[-1].isdigit() else ""
    return any(f"{form} ".startswith(f"{wanted}{end}") for form in _forms(record))


def _forms(record: Named) -> Iterable[str]:
    """The ways in which a record's names are looked through: with a blank for an apostrophe, too."""
    return {fold(form) for name in record.names for form in (name, _APOSTROPHE.sub(" ", name))}


def _short(record: Named) -> str:
    """What to call a record between quotes, to be typed again: its label or, where that is long or unsafe, its id."""
    return record.label if len(record.label) <= LONG_TITLE and shell_word(record.label) else record.id


def _suggestions(typed: str, records: Collection[Named]) -> list[str]:
    """What to call the records that have the words typed further on in a name, or else the nearest."""
    wanted = fold(typed)
    found = [record for record in records if any(f" {wanted}" in form for form in _forms(record))]
    return [_short(record) for record in found] or _nearest(typed, records)


def _nearest(typed: str, records: Iterable[Named]) -> list[str]:
    """What to call the record with a name, or a word in one that is in no other's, nearest to what was typed."""
    owners: dict[str, set[str]] = {}
    for record in records:
        for name in record.names:
            for part in {name, *name.split()}:
                if len(part) >= SHORTEST:
                    owners.setdefault(fold(part), set()).add(record.id if part == record.id else _short(record))
    near = nearest(typed, [part for part, who in owners.items() if len(who) == 1], likeness=0.75)
    return [min(owners[near])] if near else []

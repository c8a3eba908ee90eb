"""Which positions pass filters, and hold words."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from itupp.briefing import (
    Addressee,
    Briefing,
    Position,
    Proponent,
    Resolution,
    Section,
    Topic,
)
from itupp.text import fold


class Wanted(NamedTuple):
    """Filters for positions: records, any of which will do, words that must all occur, and flags.

    A word occurs at the beginning of a word, case and accents aside, in the position's headline,
    summary or anchor, or in its topic's titles or aliases. A `shared` position has several
    proponents, a `contested` one answers a question, of a `decided` one the outcome is recorded.
    """

    topics: Collection[Topic] = ()
    proponents: Collection[Proponent] = ()
    resolutions: Collection[Resolution] = ()
    addressees: Collection[Addressee] = ()
    sections: Collection[Section] = ()
    words: Sequence[str] = ()
    shared: bool = False
    contested: bool = False
    decided: bool = False


def select(briefing: Briefing, wanted: Wanted) -> tuple[Position, ...]:
    """The positions that pass every filter given, in the order of the data."""
    words = [fold(word) for word in wanted.words]
    found: list[Position] = []
    for topic in briefing.topics.values():
        if _is_about(topic, wanted):
            left = _unsaid(words, topic)
            positions = (position for position in topic.positions if _passes(position, wanted))
            found += (
                position for position in positions if not left or _says(left, _text_of(position))
            )
    return tuple(found)


def _is_about(topic: Topic, wanted: Wanted) -> bool:
    return (
        _any_of(wanted.topics, (topic,))
        and _any_of(wanted.sections, (topic.section,))
        and _any_of(wanted.resolutions, topic.resolutions)
    )


def _passes(position: Position, wanted: Wanted) -> bool:
    return (
        _any_of(wanted.proponents, position.proponents)
        and _any_of(wanted.addressees, _asked(position))
        and (len(position.proponents) > 1 or not wanted.shared)
        and (bool(position.answers) or not wanted.contested)
        and (bool(position.outcome) or not wanted.decided)
    )


def _asked(position: Position) -> Iterable[Addressee]:
    """Those whom a position asks to act, and those whom they are a part of."""
    yield from position.addressees
    yield from (addressee.part_of for addressee in position.addressees if addressee.part_of)


def _any_of(wanted: Collection[Any], records: Iterable[Any]) -> bool:
    """Whether a filter lets one of these records through; an empty one lets everything through."""
    return not wanted or any(record in wanted for record in records)


def _unsaid(words: list[str], topic: Topic) -> list[str]:
    """The words that do not occur in what a topic is called."""
    if not words:
        return words
    text = " ".join((topic.title, topic.subtitle or "", *topic.aliases))
    return [word for word in words if not _says([word], text)]


def _text_of(position: Position) -> str:
    """What words are looked for in: the anchor has the source's own words."""
    return " ".join((position.headline or "", position.summary, position.anchor or ""))


def _says(words: Iterable[str], text: str) -> bool:
    """Whether all words, folded, begin a word of a text."""
    folded = f" {fold(text)}"
    return all(word and f" {word}" in folded for word in words)

"""Which positions pass filters, and hold words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from itupp.briefing import (
    Addressee,
    Briefing,
    Outcome,
    Position,
    Proponent,
    Question,
    Resolution,
    Section,
    Term,
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
    for addressee in position.addressees:
        yield from addressee.with_wholes


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


class Hit(NamedTuple):
    """A record that mentions words: what kind it is, where they stand and the text there."""

    kind: str
    record: Topic | Position | Question | Resolution | Term
    place: str
    text: str


_Texts = Mapping[str, str]
"""The texts of a record by what they are called, what it is called itself first."""


def find(briefing: Briefing, words: Sequence[str]) -> tuple[Hit, ...]:
    """Everything that mentions all these words, kind by kind, names before other texts."""
    wanted = [fold(word) for word in words]
    hits: list[Hit] = []
    for kind, record, texts in _everything(briefing):
        if _says(wanted, " ".join(texts.values())):
            place, text = _first_place(wanted, texts)
            hits.append(Hit(kind, record, place, text))
    return tuple(sorted(hits, key=_rank))


def _first_place(wanted: Sequence[str], texts: _Texts) -> tuple[str, str]:
    """The first text that has all the words or, where none has them all, one of them."""
    for words in (wanted, *([word] for word in wanted)):
        for place, text in texts.items():
            if _says(words, text):
                return place, text
    raise AssertionError("they all stand somewhere")


KINDS = ("term", "topic", "question", "position", "resolution")
"""The kinds of hits, in the order in which they are told."""


def _rank(hit: Hit) -> tuple[int, bool]:
    return KINDS.index(hit.kind), hit.place not in ("name", "title", "headline", "question")


def _everything(
    briefing: Briefing,
) -> Iterator[tuple[str, Topic | Position | Question | Resolution | Term, _Texts]]:
    """Each record with its texts."""
    for term in briefing.terms.values():
        yield "term", term, _texts_of_term(term)
    for topic in briefing.topics.values():
        yield "topic", topic, _texts_of_topic(topic)
        for question in topic.questions.values():
            yield "question", question, _texts_of_question(question)
        for position in topic.positions:
            yield "position", position, _texts_of_position(position)
    for resolution in briefing.resolutions.values():
        yield "resolution", resolution, _texts_of_resolution(resolution)


def _texts_of_term(term: Term) -> _Texts:
    names = " ".join((term.name, term.stands_for or "", *term.aliases))
    return {"name": names, "explanation": term.explanation}


def _texts_of_topic(topic: Topic) -> _Texts:
    return {
        "title": " ".join((topic.title, *topic.aliases)),
        "subtitle": topic.subtitle or "",
        "background": topic.background or "",
        "key issues": " ".join(topic.key_issues),
        "outcome": _outcome_text(topic.outcome),
    }


def _texts_of_question(question: Question) -> _Texts:
    sides = "; ".join(side.text for side in question.sides.values())
    return {"question": question.text, "sides": sides}


def _texts_of_position(position: Position) -> _Texts:
    return {
        "headline": position.headline or "",
        "summary": position.summary,
        "anchor": position.anchor or "",
        "outcome": _outcome_text(position.outcome),
    }


def _texts_of_resolution(resolution: Resolution) -> _Texts:
    gist = resolution.gist.text if resolution.gist else ""
    title = f"{resolution.label}: {resolution.title}"
    return {"title": title, "gist": gist, "outcome": _outcome_text(resolution.outcome)}


def _outcome_text(outcome: Outcome | None) -> str:
    return f"{outcome.result}. {outcome.summary or ''}" if outcome else ""


def around(text: str, words: Sequence[str]) -> str:
    """The words of a text around the first that is one of these, or begins like it."""
    wanted = [fold(word) for word in words]
    told = text.split()
    first = next((place for place, word in enumerate(told) if _says_any(wanted, word)), 0)
    begin, end = max(0, first - BEFORE), first + AFTER
    start = "\u2026 " if begin else ""
    rest = " \u2026" if end < len(told) else ""
    return f"{start}{' '.join(told[begin:end])}{rest}"


def _says_any(words: Iterable[str], text: str) -> bool:
    return any(_says([word], text) for word in words)


BEFORE, AFTER = 4, 8
"""So many words are shown before a word that is found, and from it on."""

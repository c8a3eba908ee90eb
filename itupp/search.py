"""Which positions pass filters, and hold words."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from itupp.briefing import (
    Addressee,
    Briefing,
    Entry,
    Outcome,
    Position,
    Proponent,
    Question,
    Resolution,
    Section,
    Term,
    Topic,
)
from itupp.text import ways_to_type, worded

_AND, _OR, _NOT = "AND", "OR", "NOT"
"""What joins words; in small letters, or where nothing follows, they are words like others."""


class Wanted(NamedTuple):
    """Filters for positions: records, any of which will do, words that must all occur, and flags.

    A word occurs at the beginning of a word, case and accents aside, in the position's headline,
    summary or anchor, or in its topic's titles or aliases. A plural finds its singular, and the
    other way round; a number is found as a whole; in a script without blanks a word may begin
    anywhere. A word with blanks in it is a phrase, whose words stand next to each other.

    Of words with OR between them one will do, NOT stands before a word that must not occur, and AND
    between words changes nothing: all three in capitals.

    A `shared` position has several proponents, a `contested` one answers a question, of a `decided`
    one the outcome is recorded.
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
    clauses = _clauses(wanted.words)
    found: list[Position] = []
    for topic in briefing.topics.values():
        if _is_about(topic, wanted):
            called = _called(topic) if clauses else ""
            positions = (position for position in topic.positions if _passes(position, wanted))
            found += (
                position
                for position in positions
                if not clauses or _meets(clauses, called + _text_of(position))
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
        _any_of(wanted.proponents, position.said_by)
        and _any_of(wanted.addressees, _asked(position))
        and (len(position.said_by) > 1 or not wanted.shared)
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


def _called(topic: Topic) -> str:
    """What a topic is called, to look for words in it."""
    return _to_search(topic.title, topic.subtitle, *topic.aliases)


def _text_of(position: Position) -> str:
    """What words are looked for in: the anchor has the source's own words."""
    return _to_search(position.headline, position.summary, position.anchor)


def _to_search(*texts: str | None) -> str:
    """Texts in every way to type them, each on a line of its own, which no phrase can leave."""
    given = (text for text in texts if text)
    return "".join(f" {way} \n" for text in given for way in ways_to_type(text))


class _Term(NamedTuple):
    """What is looked for, at the beginning of a word; a `denied` one must not be there."""

    pattern: re.Pattern[str]
    denied: bool

    def holds(self, text: str) -> bool:
        """Whether it is true of a text."""
        return bool(self.pattern.search(text)) != self.denied


def _clauses(words: Sequence[str]) -> list[list[_Term]]:
    """The terms that words stand for; of those in one list one has to hold.

    AND and OR join only what stands on both sides of them, and NOT needs a word that follows.
    """
    clauses: list[list[_Term]] = []
    joined = denied = False
    for place, word in enumerate(words, start=1):
        is_last = place == len(words)
        if word == _NOT and not is_last:
            denied = True
        elif word in (_AND, _OR) and clauses and not is_last:
            joined = word == _OR
        else:
            term = _Term(_pattern(word), denied)
            if joined:
                clauses[-1].append(term)
            else:
                clauses.append([term])
            joined = denied = False
    return clauses


def _meets(clauses: Iterable[Iterable[_Term]], text: str) -> bool:
    """Whether of every clause one term holds of a text."""
    return all(_one_holds(terms, text) for terms in clauses)


def _one_holds(terms: Iterable[_Term], text: str) -> bool:
    return any(term.holds(text) for term in terms)


def _pattern(word: str) -> re.Pattern[str]:
    """What finds a word or a phrase: its beginning, or whole its last word in another number."""
    folded = worded(word)
    if not folded:
        return re.compile(r"(?!)")  # what has no letters is nowhere
    # 4 is not the beginning of 42, nor of 4.2, but of 4G.
    end = r"(?!\.?\d)" if folded[-1].isdigit() else ""
    before, blank, last = folded.rpartition(" ")
    others = "".join(f"|{re.escape(form)} " for form in _other_numbers(last))
    return re.compile(f" {re.escape(before + blank)}(?:{re.escape(last)}{end}{others})")


_NO_PLURALS = """
arms customs economics electronics ethics goods headquarters mathematics means news others physics
politics premises proceedings robotics series species
"""
"""Words in -s that are no plural, or whose singular means something else: good, custom, mean."""

_SAME = frozenset(_NO_PLURALS.split())

_IRREGULAR = (
    ("woman", "women"),
    ("man", "men"),
    ("person", "people"),
    ("child", "children"),
    ("life", "lives"),
    ("half", "halves"),
    ("criterion", "criteria"),
    ("phenomenon", "phenomena"),
    ("spectrum", "spectra"),
    ("forum", "fora"),
    ("index", "indices"),
)

SHORTEST = 3
"""A singular has so many letters at least: DNS and GIS are no plurals."""

# Ends of plurals, and of singulars that the plural does not begin with (box begins boxes). Several
# may fit, since the spelling does not tell whether "cases" is of "case" or of "cas", or "bases" of
# "base" or of "basis": what is no word is in no text, and so does no harm.
_ENDS = (
    (r"(?<=[^aeiou])ies$", "y"),  # policies
    (r"(?<=[sxzo])es$|(?<=[cs]h)es$", ""),  # boxes, launches, vetoes
    (r"(?<=[sx])es$", "is"),  # analyses, bases, axes
    (r"(?<=[^isu])s$", ""),  # satellites; not status, basis or access
    (r"(?<=[^aeiou])y$", "ies"),  # policy
    (r"(?<=[sx])is$", "es"),  # analysis
)


def _other_numbers(word: str) -> Iterator[str]:
    """The singulars that an English word may be the plural of, and the other way round."""
    if word in _SAME:
        return
    for singular, plural in _IRREGULAR:
        if word in (singular, plural):
            yield plural if word == singular else singular
    for end, other in _ENDS:
        form = re.sub(end, other, word)
        if form != word and len(form) >= SHORTEST:
            yield form


Found = Topic | Position | Question | Resolution | Term | Entry
"""What can mention words."""


class Hit(NamedTuple):
    """A record that mentions words: what kind it is, where they stand and the text there."""

    kind: str
    record: Found
    place: str
    text: str


_Texts = Mapping[str, str]
"""The texts of a record by what they are called, what it is called itself first."""


def find(briefing: Briefing, words: Sequence[str]) -> tuple[Hit, ...]:
    """Everything that mentions all these words, kind by kind, names before other texts."""
    clauses = _clauses(words)
    hits: list[Hit] = []
    for kind, record, texts in _everything(briefing):
        if _meets(clauses, _to_search(*texts.values())):
            place, text = _first_place(clauses, texts)
            hits.append(Hit(kind, record, place, text))
    return tuple(sorted(hits, key=_rank))


def _first_place(clauses: list[list[_Term]], texts: _Texts) -> tuple[str, str]:
    """The first text that has all that is looked for, or else a part of it."""
    parts = [clauses, *([clause] for clause in clauses)]
    return next(
        (place, text)
        for part in parts
        for place, text in texts.items()
        if text and _meets(part, _to_search(text))
    )


KINDS = ("term", "topic", "question", "position", "resolution", "entry")
"""The kinds of hits, in the order in which they are told."""


def _rank(hit: Hit) -> tuple[int, bool]:
    return KINDS.index(hit.kind), hit.place not in ("name", "title", "headline", "question")


def _everything(
    briefing: Briefing,
) -> Iterator[tuple[str, Found, _Texts]]:
    """Each record with its texts."""
    for term in briefing.terms.values():
        yield "term", term, _texts_of_term(term)
    for topic in briefing.topics.values():
        yield "topic", topic, _texts_of_topic(topic)
        for question in topic.every_question:
            yield "question", question, _texts_of_question(question)
        for position in topic.positions:
            yield "position", position, _texts_of_position(position)
    for resolution in briefing.resolutions.values():
        yield "resolution", resolution, _texts_of_resolution(resolution)
    for entry in briefing.record:
        yield "entry", entry, _texts_of_entry(entry)


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


def _texts_of_entry(entry: Entry) -> _Texts:
    return {
        "headline": entry.headline or "",
        "summary": entry.summary,
        "event": " ".join((entry.event, entry.by or "", str(entry.date))),
        "doubt": entry.doubt or "",
    }


def _outcome_text(outcome: Outcome | None) -> str:
    return f"{outcome.result}. {outcome.summary or ''}" if outcome else ""


def around(text: str, words: Sequence[str]) -> str:
    """The words of a text around the first that is one of these, or begins like it."""
    single = [_clauses([part]) for word in words for part in word.split()]
    told = text.split()
    first = next((place for place, word in enumerate(told) if _is_one(single, word)), 0)
    begin, end = max(0, first - BEFORE), first + AFTER
    start = "\u2026 " if begin else ""
    rest = " \u2026" if end < len(told) else ""
    return f"{start}{' '.join(told[begin:end])}{rest}"


def _is_one(single: Iterable[list[list[_Term]]], word: str) -> bool:
    return any(_meets(clauses, _to_search(word)) for clauses in single)


BEFORE, AFTER = 4, 8
"""So many words are shown before a word that is found, and from it on."""

"""Did you mean: what a word that is not known may have been meant to be, and how that is said."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from itupp.briefing import Named
from itupp.text import fold
from itupp.typed import folded, informal, is_formal, main_words

N = TypeVar("N", bound=Named)

LIKENESS = 0.75
"""How alike words have to be, of at most 1: `piont` and `point` are 0.8, `ask` and `asia` 0.57."""

AS_ALIKE = 0.05
"""Where two are alike but for so much, neither is the one that is meant."""

SHORTEST = 3
"""So many letters stand for a longer name; fewer are a code or nothing."""

SHORTEST_ALIKE = 4
"""So many letters can be misspelt; fewer are alike to too much."""

FEW = 3
"""So many suggestions help; more do not."""

FEW_LEGAL = 20
"""Fewer legal words than this are all listed where none is near."""

_OF_GROUPS = frozenset(("bloc", "countries", "country", "group", "nations", "region", "states"))
"""Words for groups of states, of which people put one for another."""


def nearest(word: str, legal: Iterable[str]) -> str | None:
    """The legal word most like this one, case and accents aside, if one is near."""
    from difflib import get_close_matches  # only a mistake needs it

    by_fold = {fold(name): name for name in legal}
    close = get_close_matches(fold(word), by_fold, cutoff=LIKENESS)
    return by_fold[close[0]] if close else None


def meant(typed: str, records: Iterable[N], *, whole: bool = False) -> list[N]:
    """The few records that a name that is nobody's may stand for; none rather than one far off.

    Its words may be a name misspelt, or, unless it is to be a `whole` one, a part of one. What many
    records have in their names, such as Republic, tells nobody apart, so it suggests nobody.
    """
    name = informal(folded(typed))
    # a number is no misspelling of another
    if len(name) < SHORTEST or name.split()[-1].isdigit() or is_formal(name):
        return []
    records = list(records)
    share, found = _most_alike(name, records)
    if share < 1 and not whole:
        found = [record for record in records if _holds(name, record)] or found
    return found if len(found) <= FEW and (share == 1 or not whole) else []


def _holds(name: str, record: Named) -> bool:
    return any(f" {name}" in folded(own.replace("'", " ")) for own in record.names)


_Likeness = tuple[float, float]
"""What share of a record's name is meant by what was typed, and how alike the words are."""

_NONE: _Likeness = (0, 0)


def _most_alike(name: str, records: Iterable[N]) -> tuple[float, list[N]]:
    """The records with the names most like this one, and what share of these it is."""
    words = _telling(name)
    likeness = {record: _likeness(words, record) for record in records if words}
    share, best = max(likeness.values(), default=_NONE)
    near = [
        record
        for record, (own_share, own) in likeness.items()
        if own_share and own_share == share and own >= best - AS_ALIKE
    ]
    return share, near


def _telling(name: str) -> list[str]:
    """The words of a folded name that tell whose it is: without small ones, or those of groups."""
    return [word for word in main_words(name) if word not in _OF_GROUPS]


def _likeness(words: Sequence[str], record: Named) -> _Likeness:
    """The likeness of the name most like these words."""
    names = {folded(name) for name in record.names}
    return max((_likeness_of(words, _telling(name)) for name in names), default=_NONE)


def _likeness_of(words: Sequence[str], own: Sequence[str]) -> _Likeness:
    """Whether every word is alike to one of a name's own, and how much; one may be two run into."""
    if len(words) == 1 and len(own) > 1:
        joined = _alike(words[0], "".join(own))
        if joined:
            return 1, joined
    near = [_nearest_of(word, own) for word in words]
    if not near or not all(near):
        return _NONE
    return min(len(near) / len(own), 1), sum(near) / len(near)


def _nearest_of(word: str, own: Sequence[str]) -> float:
    """How alike a word is to the one of these that is most like it."""
    return max((_alike(word, other) for other in own), default=0.0)


def _alike(word: str, other: str) -> float:
    """How alike two words are; 0 where they are not near."""
    if word == other:
        return 1.0
    if min(len(word), len(other)) < SHORTEST_ALIKE:
        return 0.0
    from difflib import SequenceMatcher  # only a mistake needs it

    matcher = SequenceMatcher(None, word, other)
    if matcher.real_quick_ratio() < LIKENESS or matcher.quick_ratio() < LIKENESS:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= LIKENESS else 0.0


def choice(names: Iterable[str]) -> str:
    """Names to choose from, in quotes."""
    return " or ".join(f'"{name}"' for name in names)


def did_you_mean(meant: str | None) -> str:
    """The question to follow on a refusal; nothing where nothing is near."""
    return f"; did you mean {meant}?" if meant else ""


def unknown(thing: str, word: str, legal: Mapping[str, str]) -> str:
    """Refuse an unknown word; `legal` maps all that may be meant to what has to be written."""
    refusal = f'unknown {thing} "{word}"'
    near = nearest(word, legal)
    return f"{refusal}{did_you_mean(legal[near])}" if near else _with_legal(refusal, legal.values())


def unknown_id(thing: str, id: str, records: Collection[Named]) -> str:
    """Refuse an id that no record has; say whose name it is, or may have been meant to be."""
    refusal = f'unknown {thing} "{id}"'
    name = folded(id)
    called = [record for record in records if name in map(folded, record.names)]
    near = called or meant(id, records, whole=True)
    if near:
        return refusal + did_you_mean(" or ".join(map(_id_and_label, near)))
    return _with_legal(refusal, (record.id for record in records))


def _id_and_label(record: Named) -> str:
    """The id of a record, and its label where that says more."""
    # a question's text would be taken for the one that is asked here
    says_more = fold(record.label) != fold(record.id) and not record.label.endswith("?")
    return f"{record.id} ({record.label})" if says_more else record.id


def _with_legal(refusal: str, legal: Iterable[str]) -> str:
    """A refusal with all that is legal, where that is little."""
    known = list(dict.fromkeys(legal))
    return f"{refusal}; known: {', '.join(known)}" if 0 < len(known) < FEW_LEGAL else refusal

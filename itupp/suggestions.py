"""Did you mean: what a word that is not known may have been meant to be, and how that is said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import ceil
from typing import Any, Generic, TypeVar

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

LONGEST_ALIKE = 100
"""Words of more letters are no names, and to compare them takes long."""

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


_Likeness = tuple[float, float]
"""What share of a record's name is meant by what was typed, and how alike the words are."""

_NONE: _Likeness = (0, 0)

_Form = tuple[str, ...]
"""The words of a name that tell whose it is."""


def meant(typed: str, records: Iterable[N], *, whole: bool = False) -> list[N]:
    """The few records that a name that is nobody's may stand for; see `Spellings.meant`."""
    return Spellings(records).meant(typed, whole=whole)


class Spellings(Generic[N]):
    """Records by their names and by the words of these, to be asked of many that are nobody's."""

    def __init__(self, records: Iterable[N]) -> None:
        self.records = list(records)
        self._owners: dict[str, list[N]] = {}
        for record in self.records:
            for name in dict.fromkeys(map(folded, record.names)):
                self._owners.setdefault(name, []).append(record)

    def called(self, name: str) -> list[N]:
        """The records that have this name, in whatever case."""
        return self._owners.get(folded(name), [])

    def meant(self, typed: str, *, whole: bool = False) -> list[N]:
        """The few records that a name may stand for; none rather than one that is far off.

        Its words may be a name misspelt, or, unless it is to be a `whole` one, a part of one. What
        many records have in their names, such as Republic, tells nobody apart, so it suggests
        nobody.
        """
        name = informal(folded(typed))
        # a number is no misspelling of another
        if len(name) < SHORTEST or name.split()[-1].isdigit() or is_formal(name):
            return []
        share, found = self._most_alike(_telling(name))
        if share < 1 and not whole:
            found = [record for record in self.records if _holds(name, record)] or found
        return found if len(found) <= FEW and (share == 1 or not whole) else []

    def _most_alike(self, words: Sequence[str]) -> tuple[float, list[N]]:
        """The records with the names most like these words, and what share of these it is."""
        likeness: dict[N, _Likeness] = {}
        for own in self._forms_near(words):
            found = _likeness_of(words, own)
            for record in self._forms[own]:
                likeness[record] = max(likeness.get(record, _NONE), found)
        share, best = max(likeness.values(), default=_NONE)
        near = {
            record
            for record, (own_share, own_likeness) in likeness.items()
            if own_share and own_share == share and own_likeness >= best - AS_ALIKE
        }
        return share, [record for record in self.records if record in near] if near else []

    @cached_property
    def _forms(self) -> dict[_Form, list[N]]:
        """The records by the telling words of their names."""
        forms: dict[_Form, list[N]] = {}
        for name, owners in self._owners.items():
            forms.setdefault(tuple(_telling(name)), []).extend(owners)
        return forms

    @cached_property
    def _words(self) -> "_Words[_Form]":
        """Those words by each of them, and by all of them run into one."""
        words: _Words[_Form] = _Words()
        for own in self._forms:
            for word in {*own, "".join(own)}:
                words.add(word, own)
        return words

    def _forms_near(self, words: Sequence[str]) -> Iterable[_Form]:
        """The telling words of names of which each of these may be one."""
        found: set[_Form] = set()
        for place, word in enumerate(words):
            near = self._words.near(word)
            found = found.intersection(near) if place else set(near)
            if not found:
                break
        return found


T = TypeVar("T")


class _Words(Generic[T]):
    """Words, each with what it stands in, among which those like another one are found fast."""

    def __init__(self) -> None:
        self._holders: dict[str, list[T]] = {}
        self._letters: dict[tuple[str, int], int] = {}

    def add(self, word: str, holder: T) -> None:
        """Enter a word and what it stands in."""
        self._holders.setdefault(word, []).append(holder)

    def near(self, word: str) -> Iterator[T]:
        """What words stand in that may be alike to this one; it leaves out none that is."""
        yield from self._holders.get(word, ())
        if SHORTEST_ALIKE <= len(word) <= LONGEST_ALIKE:
            sign, places = self._sign(word), _places(word)
            for length, others in self._signs.items():
                # so many letters have to be the same, and in the same order
                needed = ceil(LIKENESS * (len(word) + length) / 2)
                if needed <= min(len(word), length):
                    for other, other_sign in others:
                        if (sign & other_sign).bit_count() >= needed <= _common(places, other):
                            yield from self._holders[other]

    @cached_property
    def _signs(self) -> dict[int, list[tuple[str, int]]]:
        """The words that can be misspelt with their letters as bits, by their lengths."""
        signs: dict[int, list[tuple[str, int]]] = {}
        for word in self._holders:
            if SHORTEST_ALIKE <= len(word) <= LONGEST_ALIKE:
                signs.setdefault(len(word), []).append((word, self._sign(word)))
        return signs

    def _sign(self, word: str) -> int:
        """A bit for each letter that a word has once, another for one that it has twice, and so on.

        Those that two words share are the letters that they share.
        """
        seen: dict[str, int] = {}
        sign = 0
        for letter in word:
            seen[letter] = times = seen.get(letter, 0) + 1
            sign |= 1 << self._letters.setdefault((letter, times), len(self._letters))
        return sign


def _places(word: str) -> dict[str, int]:
    """For each letter of a word a bit for each place that it has there."""
    places: dict[str, int] = {}
    for place, letter in enumerate(word):
        places[letter] = places.get(letter, 0) | 1 << place
    return places


def _common(places: Mapping[str, int], other: str) -> int:
    """How many letters of another word stand in the same order in the one with these places.

    No more can match when the two are compared. The sums on bits are Hyyr\u00f6's.
    """
    everything = 0
    for met in places.values():
        everything |= met
    left = everything
    for letter in other:
        met = left & places.get(letter, 0)
        left = (left + met | left - met) & everything
    return everything.bit_count() - left.bit_count()


def _holds(name: str, record: Named) -> bool:
    return any(f" {name}" in folded(own.replace("'", " ")) for own in record.names)


def _telling(name: str) -> list[str]:
    """The words of a folded name that tell whose it is: without small ones, or those of groups."""
    return [word for word in main_words(name) if word not in _OF_GROUPS]


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
    shorter, longer = sorted((len(word), len(other)))
    if shorter < SHORTEST_ALIKE or longer > LONGEST_ALIKE:
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


def unknown_id(thing: str, id: str, known: Spellings[Any]) -> str:
    """Refuse an id that no record has; say whose name it is, or may have been meant to be."""
    refusal = f'unknown {thing} "{id}"'
    near = known.called(id) or known.meant(id, whole=True)
    if near:
        return refusal + did_you_mean(" or ".join(map(_id_and_label, near)))
    return _with_legal(refusal, (record.id for record in known.records[:FEW_LEGAL]))


def _id_and_label(record: Named) -> str:
    """The id of a record, and its label where that says more."""
    # a question's text would be taken for the one that is asked here
    says_more = fold(record.label) != fold(record.id) and not record.label.endswith("?")
    return f"{record.id} ({record.label})" if says_more else record.id


def _with_legal(refusal: str, legal: Iterable[str]) -> str:
    """A refusal with all that is legal, where that is little."""
    known = list(dict.fromkeys(legal))
    return f"{refusal}; known: {', '.join(known)}" if 0 < len(known) < FEW_LEGAL else refusal

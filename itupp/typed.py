"""What people type, and the forms in which they may have meant it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from itupp.text import fold

_SIGNS = str.maketrans({"&": " and ", "\u2116": " no ", "\u02bc": "'", "\u02bb": "'"})
"""Signs that stand for words, and letters that people take for apostrophes."""

_WITHIN_NUMBER = re.compile(r"(?<=\d)[.,'\u2019](?=\d)")
"""A sign that divides a number: 10.2 is not 102."""

_AROUND = re.compile(r"(?P<head>[^,()]+)(?:,\s*(?P<after>[^()]+)|\s*\((?P<within>[^()]+)\))\s*")
"""A name turned round, as lists of states have it: "Korea, Republic of", "Iran (Islamic ...)"."""

_SMALL = frozenset(("a", "an", "and", "of", "the"))
"""Words that people leave out, or put in."""

_CONTRACTED = {"st": "saint", "ste": "saint", "gt": "great", "dr": "democratic republic"}
"""Short forms that are no beginnings of what they stand for."""

_BEGINNINGS = frozenset(("dem", "e", "eq", "fed", "is", "isl", "n", "rep", "s", "w"))
"""Short forms in use without a full stop, each the beginning of what it stands for."""

_STOPPED = re.compile(r"\w+\.(?!\w)")

_FORMAL_QUALITIES = (
    *("arab", "bolivarian", "co operative", "cooperative", "democratic", "federal", "federative"),
    *("hashemite", "islamic", "oriental", "peoples", "people s", "plurinational", "socialist"),
)

_FORMAL_KINDS = (
    *("commonwealth", "emirate", "grand duchy", "kingdom", "principality", "republic"),
    *("sultanate", "union"),
)

_FORMAL = re.compile(
    rf"((united|{'|'.join(_FORMAL_QUALITIES)}) )*({'|'.join(_FORMAL_KINDS)}) of (the )?"
)
"""What stands before the name in the formal names of states.

"State of" and "Federation of" are left out: there is a State of Georgia that is no country, and the
Federation of Bosnia and Herzegovina is a part of one.
"""

_OPENING = {
    "\u201c": "\u201d\u201c",
    "\u201e": "\u201c\u201d",
    "\u00ab": "\u00bb",
    "\u2018": "\u2019",
}
"""Quotation marks that no shell knows, each with those that close it."""

_QUOTED = re.compile(rf"(?P<option>--?[\w-]+=)?(?P<mark>[{''.join(_OPENING)}])(?P<text>.+)")

_DASHES = re.compile("(?=-?[\u2010-\u2015\u2212])[-\u2010-\u2015\u2212]{1,3}(?P<name>[A-Za-z].*)")
"""Dashes before an option of which typographers, or word processors, made one."""


# Arab, the first of the qualities, is what the Arab states are called for short
_FORMAL_ALONE = re.compile(
    rf"(({'|'.join(_FORMAL_QUALITIES[1:])}|{'|'.join(_FORMAL_KINDS)}|of|the)( |$))+"
)


class Word(NamedTuple):
    """A folded word, whole or the beginning of one."""

    text: str
    whole: bool

    def fits(self, word: str) -> bool:
        """Whether it can stand for a word."""
        return word == self.text if self.whole else word.startswith(self.text)


def readings(typed: str) -> list[str]:
    """A name folded, in the forms that it may have: as typed, turned round, without its article."""
    text = _plain(typed)
    forms = [text, *_turned(text)]
    whole = [fold(form) for form in forms]
    return list(dict.fromkeys((*whole, *(form.removeprefix("the ") for form in whole))))


def folded(name: str) -> str:
    """A name folded, its signs written out and its numbers kept apart."""
    return fold(_plain(name))


def parts(typed: str) -> tuple[str, str] | None:
    """The two names in "Myanmar (Burma)" or "Taiwan, China", folded, where there are two."""
    found = _AROUND.fullmatch(_plain(typed))
    return (fold(found["head"]), fold(found["after"] or found["within"])) if found else None


def _plain(typed: str) -> str:
    return _WITHIN_NUMBER.sub(" ", typed.translate(_SIGNS))


def _turned(text: str) -> Iterator[str]:
    """The same with what follows a comma, or stands in brackets, before the rest."""
    found = _AROUND.fullmatch(text)
    if found:
        before = found["after"] or found["within"]
        yield f"{before} {found['head']}"


def abbreviations(typed: str) -> Iterator[tuple[Word, ...]]:
    """The words of a name in each of its forms, small ones left out, short ones open to the right.

    A full stop says that a word goes on; of a few that are usual it is known without one.
    """
    text = _plain(typed)
    for form in dict.fromkeys((text, *_turned(text))):
        yield tuple(_words(form))


def _words(form: str) -> Iterator[Word]:
    for typed in form.split():
        is_short = bool(_STOPPED.fullmatch(typed.strip("(),")))
        for word in fold(typed).split():
            if word in _CONTRACTED:
                yield from (Word(part, whole=True) for part in _CONTRACTED[word].split())
            elif word not in _SMALL:
                yield Word(word, whole=not is_short and word not in _BEGINNINGS)


def main_words(folded: str) -> list[str]:
    """The words of a folded name, small ones left out."""
    return [word for word in folded.split() if word not in _SMALL]


def informal(folded: str) -> str:
    """A folded name without the words that make it formal: Kenya for the Republic of Kenya."""
    return _FORMAL.sub("", folded, count=1) if _FORMAL.match(folded) else folded


def is_formal(folded: str) -> bool:
    """Whether a folded name has no words but those that make names formal."""
    return bool(_FORMAL_ALONE.fullmatch(folded))


def mended(args: Sequence[str]) -> list[str]:
    """A command line with plain dashes before its options, and without typographic quotation marks.

    What stands between two such marks is one argument, as between plain ones. After `--` nothing
    is changed.
    """
    given = list(args)
    end = given.index("--") if "--" in given else len(given)
    plain = list(_without_marks([with_hyphens(argument) for argument in given[:end]]))
    return [*plain, *given[end:]]


def with_hyphens(argument: str) -> str:
    """An option with the hyphens that it begins with, whatever dashes were typed."""
    found = _DASHES.fullmatch(argument)
    if not found:
        return argument
    name = found["name"]
    return f"-{name}" if len(name) == 1 else f"--{name}"


def _without_marks(args: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(args):
        found = _QUOTED.fullmatch(args[place])
        last = _closing(found["mark"], args, place) if found else None
        if found and last is not None:
            text = " ".join((found["text"], *args[place + 1 : last + 1]))
            yield (found["option"] or "") + text[:-1]
            place = last
        else:
            yield args[place]
        place += 1


def _closing(mark: str, args: Sequence[str], first: int) -> int | None:
    """The place of the first argument that ends with a mark that closes this one."""
    ends = (place for place in range(first, len(args)) if args[place][-1:] in _OPENING[mark])
    return next((place for place in ends if args[place] not in _OPENING[mark]), None)

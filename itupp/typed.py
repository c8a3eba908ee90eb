"""What people type, and the forms in which they may have meant it.

Patterns would take longer to compile than most commands to answer, so there are few here.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from itupp.text import fold

_SIGNS = str.maketrans({"&": " and ", "\u2116": " no ", "\u02bc": "'", "\u02bb": "'"})
"""Signs that stand for words, and letters that people take for apostrophes."""

_MENDED = frozenset("&0123456789")
"""Of ASCII, what a name with signs or numbers to mend has."""

_SMALL = frozenset(("a", "an", "and", "of", "the"))
"""Words that people leave out, or put in."""

_CONTRACTED = {"st": "saint", "ste": "saint", "gt": "great", "dr": "democratic republic"}
"""Short forms that are no beginnings of what they stand for."""

_BEGINNINGS = frozenset(("dem", "e", "eq", "fed", "is", "isl", "n", "rep", "s", "w"))
"""Short forms in use without a full stop, each the beginning of what it stands for."""

_ARTICLE = "the "

_QUALITIES = frozenset(
    (
        *("bolivarian", "co", "operative", "cooperative", "democratic", "federal", "federative"),
        *("hashemite", "islamic", "oriental", "people", "peoples", "plurinational", "s"),
        "socialist",
    )
)

_BEFORE_KINDS = _QUALITIES | {"arab", "grand", "united"}
"""Arab and united make a name formal only where more follows: Arab alone is the Arab states."""

_KINDS = frozenset(
    (
        *("commonwealth", "duchy", "emirate", "kingdom", "principality", "republic", "sultanate"),
        "union",
    )
)
"""What formal names call a state, before `of`.

State and federation are left out: there is a State of Georgia that is no country, and the
Federation of Bosnia and Herzegovina is a part of one.
"""

_FORMAL = _QUALITIES | _KINDS | {"of", "the"}

_CLOSED_BY = {
    "\u201c": "\u201d\u201c",
    "\u201e": "\u201c\u201d",
    "\xab": "\xbb",
    "\u2018": "\u2019",
}
"""Quotation marks that no shell knows, each with those that close it."""

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""What typographers and word processors put for hyphens."""


Word = tuple[str, bool]
"""A folded word, and whether it is whole or the beginning of one."""


def fits(word: Word, other: str) -> bool:
    """Whether a word, or a beginning of one, can stand for another."""
    text, is_whole = word
    return other == text if is_whole else other.startswith(text)


@cache
def folded(name: str) -> str:
    """A name folded, its signs written out and its numbers kept apart."""
    return fold(_plain(name))


def readings(typed: str) -> list[str]:
    """A name folded, in the forms that it may have: as typed, turned round, without its article."""
    forms = [folded(form) for form in _forms(_plain(typed))]
    return list(dict.fromkeys((*forms, *(form.removeprefix(_ARTICLE) for form in forms))))


def parts(typed: str) -> tuple[str, str] | None:
    """The two names in "Myanmar (Burma)" or "Taiwan, China", folded, where there are two."""
    found = _head_and_rest(_plain(typed))
    return (folded(found[0]), folded(found[1])) if found else None


def _plain(typed: str) -> str:
    """A name with its signs written out, and its numbers kept apart: 10.2 is not 102."""
    if typed.isascii() and _MENDED.isdisjoint(typed):
        return typed
    text = typed.translate(_SIGNS)
    if any(map(str.isdecimal, text)):
        return re.sub(r"(?<=\d)[.,'\u2019](?=\d)", " ", text)
    return text


def _forms(text: str) -> Iterator[str]:
    """A name as it is and turned round, with what follows its comma before the rest."""
    yield text
    found = _head_and_rest(text)
    if found:
        head, rest = found
        yield f"{rest} {head}"


def _head_and_rest(text: str) -> tuple[str, str] | None:
    """What stands before a comma or brackets and what after it or in them, as in lists of states.

    For example "Korea, Republic of" and "Iran (Islamic Republic of)".
    """
    opening, closed = ("(", text.rstrip().endswith(")")) if "(" in text else (",", True)
    head, _, rest = text.partition(opening)
    rest = rest.rstrip(") ")
    return (head, rest) if closed and head.strip() and rest.strip() else None


def abbreviations(typed: str) -> Iterator[tuple[Word, ...]]:
    """The words of a name in each of its forms, small ones left out, short ones open to the right.

    A full stop says that a word goes on; of a few that are usual it is known without one.
    """
    for form in _forms(_plain(typed)):
        yield tuple(_words(form))


def _words(form: str) -> Iterator[Word]:
    for typed in form.split():
        word = typed.strip("(),")
        is_short = word.endswith(".") and word.count(".") == 1
        for part in fold(word).split():
            if part in _CONTRACTED:
                yield from ((whole, True) for whole in _CONTRACTED[part].split())
            elif part not in _SMALL:
                yield part, not is_short and part not in _BEGINNINGS


def main_words(name: str) -> list[str]:
    """The words of a folded name, small ones left out."""
    return [word for word in name.split() if word not in _SMALL]


@cache
def informal(name: str) -> str:
    """A folded name without the words that make it formal: Kenya for the Republic of Kenya."""
    before, of, rest = name.partition(" of ")
    *qualities, kind = before.split() or [""]
    if of and kind in _KINDS and _BEFORE_KINDS.issuperset(qualities):
        return rest.removeprefix(_ARTICLE)
    return name


def is_formal(name: str) -> bool:
    """Whether a folded name has no words but those that make names formal."""
    return _FORMAL.issuperset(name.split())


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
    name = argument.lstrip(f"-{_DASHES}")
    dashes = argument.removesuffix(name)
    if dashes.strip("-") and name[:1].isalpha():
        return f"-{name}" if len(name) == 1 else f"--{name}"
    return argument


def _without_marks(args: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(args):
        option, text = _option_and_text(args[place])
        last = _closing(text, args, place)
        if last is None:
            yield args[place]
        else:
            quoted = " ".join((text, *args[place + 1 : last + 1]))
            yield option + quoted[1:-1]
            place = last
        place += 1


def _option_and_text(argument: str) -> tuple[str, str]:
    """An option with its sign of equality, if an argument begins with one, and what follows."""
    option, sign, text = argument.partition("=")
    return (option + sign, text) if sign and option.startswith("-") else ("", argument)


def _closing(text: str, args: Sequence[str], first: int) -> int | None:
    """The place of the first argument that ends with a mark that closes the one before this text.

    None where there is no mark, or none that closes it.
    """
    closing = _CLOSED_BY.get(text[:1])
    if closing is None:
        return None
    ends = (text[1:], *args[first + 1 :])
    found = (place for place, end in enumerate(ends, start=first) if end[-1:] in tuple(closing))
    return next(found, None)

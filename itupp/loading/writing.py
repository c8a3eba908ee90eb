"""Rules on how texts are written: what YAML reads otherwise than it was meant.

They look at each text by itself, so they hold for a file whatever stands in the others.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

import yaml

from itupp.dates import existing, is_written_as_date
from itupp.loading.problems import Problem, place_in
from itupp.loading.records import Contents
from itupp.loading.yaml_syntax import DASHES
from itupp.loading.yaml_values import File, Value
from itupp.text import formula


class Written(NamedTuple):
    """A text in a file: its node, the key it stands under, and the key above that one."""

    raw: yaml.ScalarNode
    file: File
    key: str
    above: str

    @property
    def source(self) -> str:
        """The text with its marks, as it stands in the file."""
        return self.file.text[self.raw.start_mark.index : self.raw.end_mark.index]

    @property
    def is_plain(self) -> bool:
        """Whether it has no marks: neither quotes nor a sign for a block."""
        return not self.raw.style

    def doubt(self, message: str) -> Problem:
        """A warning about it."""
        return Value(self.raw, "", self.file).problem(message, warning=True)

    def doubt_at(self, place: int, message: str) -> Problem:
        """A warning about a place in its source."""
        at = place_in(self.file.text, self.raw.start_mark.index + place)
        return Problem(self.file.name, *at, message, warning=True)


def doubts(contents: Contents) -> Iterator[Problem]:
    """Warnings about texts that are hardly meant as they are read."""
    for root in contents.roots:
        for written in _texts(root.raw, root.file):
            for rule in DOUBTS:
                yield from rule(written)


def _texts(raw: yaml.Node, file: File, key: str = "", above: str = "") -> Iterator[Written]:
    """Every text below a node, keys left out."""
    if isinstance(raw, yaml.ScalarNode):
        yield Written(raw, file, key, above)
    elif isinstance(raw, yaml.SequenceNode):
        for item in raw.value:
            yield from _texts(item, file, key, above)
    else:
        for inner, value in raw.value:
            yield from _texts(value, file, str(inner.value), key)


_DASHED = re.compile(rf"\n[ \t]*([-{DASHES}][ \t])")


def dashes_inside(written: Written) -> Iterator[Problem]:
    """No line of a text without marks begins with a dash: its dash is too deep for a list."""
    if written.is_plain and written.raw.start_mark.line < written.raw.end_mark.line:
        for found in _DASHED.finditer(written.source):
            message = (
                "this line goes on with the text above it: put its dash below the one above or,"
                " if it is text, all of it below >-"
            )
            yield written.doubt_at(found.start(1), message)


_NOTHING = ("null", "Null", "NULL", "~", "None")


def words_for_nothing(written: Written) -> Iterator[Problem]:
    """No text is a word that stands for nothing in YAML or Python, unless it names a side."""
    if written.is_plain and written.raw.value in _NOTHING and written.above != "sides":
        yield written.doubt(f'"{written.raw.value}" is shown as text: leave the key out')


_DATED = ("as_of", "date", "end", "members_as_of", "start")


def days_that_there_are_not(written: Written) -> Iterator[Problem]:
    """A date of year, month and day, or of year and month, is in the calendar.

    One that is read as a date is a mistake already.
    """
    text = written.raw.value
    found = re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", text)
    is_mistake = written.key == "date" and is_written_as_date(text)
    if found and written.key in _DATED and not is_mistake:
        year, month, day = (int(part) if part else None for part in found.groups())
        if not existing(year or 0, month, day):
            yield written.doubt(f'"{text}" is not in the calendar')


_CODES = re.compile(r"\\.", re.DOTALL)

_CODED = {"t": "a tab", "n": "a line break", "r": "a line break"} | dict.fromkeys(
    "0abefv", "a control character"
)


def codes_in_quotes(written: Written) -> Iterator[Problem]:
    """No backslash in double quotes makes a tab or a line break, as those of a path do."""
    if written.raw.style == '"':
        for found in _CODES.finditer(written.source):
            meaning = _CODED.get(found[0][1])
            if meaning:
                message = f"{found[0]} in double quotes is {meaning}: double the \\ if it is not"
                yield written.doubt_at(found.start(), message)
                return


_CURLY = {
    "\u201c": "\u201d\u201c",
    "\u201d": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u2018": "\u2019",
    "\xab": "\xbb",
}


def curly_marks(written: Written) -> Iterator[Problem]:
    """No text stands in curly quotation marks as a whole: they are no marks to YAML."""
    text = written.raw.value
    closing = _CURLY.get(text[:1], "")
    if written.is_plain and text[-1:] in tuple(closing) and len(text) > 1:
        inner = text[1:-1]
        if text[0] not in inner and text[-1] not in inner:
            marks = f"{text[0]} and {text[-1]}"
            yield written.doubt(f"{marks} are no quotation marks to YAML, and are shown")


_ADDRESS = re.compile(r"https?://[^\s<>]+( \(.*\))?", re.DOTALL)

_LIKE_AN_ADDRESS = re.compile(r"<|www\.|\w+:/|\S+\.\w+/\S")


def addresses(written: Written) -> Iterator[Problem]:
    """An address begins with `https://` or `http://` and has no blank; in brackets more may follow.

    Under `sources` there may be words in the place of an address.
    """
    text = written.raw.value.strip()
    listed = written.key in ("sources", "weak_sources") or written.above == "history_sources"
    meant = written.key == "url" or (listed and _LIKE_AN_ADDRESS.match(text))
    if meant and not _ADDRESS.fullmatch(text):
        yield written.doubt("an address begins with https:// and has no blank in it")


def formulas(written: Written) -> Iterator[Problem]:
    """No text begins as a formula does; an id that does is a mistake already."""
    text = written.raw.value
    if written.key != "id" and formula(text):
        begins = f'the text begins with "{text.strip()[0]}", as a formula does'
        yield written.doubt(f"{begins}; CSV and TSV put an apostrophe before it")


_UNSEEN = re.compile("[\u00ad\u180e\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
"""Soft hyphens, joiners and tags, which come along when text is pasted."""

_BETWEEN_WORDS = re.compile("\u200b")

_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_WITHOUT_BLANKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer: writers mark there where a line may break."""


def unseen_letters(written: Written) -> Iterator[Problem]:
    """No character is one that nobody sees, but where its script needs it.

    Marks of direction serve text from right to left, and U+200B text without blanks.
    """
    text = written.raw.value
    if text.isascii():
        return
    found = _UNSEEN.search(text)
    if not _WITHOUT_BLANKS.search(text):
        found = found or _BETWEEN_WORDS.search(text)
    if not _is_from_right_to_left(text):
        found = found or _DIRECTIONS.search(text)
    if found:
        message = f"the character U+{ord(found[0]):04X} is not seen: take it out"
        at = written.source.find(found[0])
        yield written.doubt(message) if at < 0 else written.doubt_at(at, message)


def _is_from_right_to_left(text: str) -> bool:
    """Whether a text has a letter of a script that is written so."""
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text if c.isalpha())


Rule = Callable[[Written], Iterator[Problem]]

DOUBTS: tuple[Rule, ...] = (
    dashes_inside,
    words_for_nothing,
    days_that_there_are_not,
    codes_in_quotes,
    curly_marks,
    addresses,
    formulas,
    unseen_letters,
)
"""What is legal, and hardly meant as it is read."""

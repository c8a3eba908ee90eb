"""Anchors: phrases that stand at one place of a source, looked for in its text."""

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping

from itupp.briefing import Position, Record
from itupp.loading.problems import Problem
from itupp.loading.records import Contents
from itupp.loading.yaml_syntax import DASHES

_MARKS = str.maketrans(
    dict.fromkeys(
        "\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\xab\xbb`\xb4\u02bc\u2032\u2033"
    )
    | dict.fromkeys("\xad\u200b\u200c\u200d\u2060\ufeff")
)
"""Quotation marks, and signs that are not seen: no difference between an anchor and its place."""

_BROKEN = "\ufffe"
"""Stands in a plain text for a hyphen at the end of a line, which belongs to its word or not."""


class Anchored(Record):
    """A position that has an anchor, and the id of the source to look for it in."""

    position: Position
    anchor: str
    source: str


def anchored(contents: Contents, sources: Container[str]) -> Iterator[Anchored]:
    """The positions with an anchor in one of these sources."""
    for position in contents.briefing.positions:
        anchor, source = position.anchor, position.source
        if anchor and source and source.id in sources:
            yield Anchored(position=position, anchor=anchor, source=source.id)


def misplaced_anchors(contents: Contents, texts: Mapping[str, str]) -> Iterator[Problem]:
    """An anchor stands exactly once in the text of its source, which `texts` has by its id."""
    plain_texts = {id: plain(text) for id, text in texts.items()}
    for found in anchored(contents, texts):
        times = len(places(found.anchor, plain_texts[found.source]))
        if times != 1:
            times_told = f"stands in the source {times} times"
            where = times_told if times else "does not stand in the source"
            value = contents.fields(found.position).at("anchor")
            yield value.problem(f'the anchor "{found.anchor}" {where}')


def plain(text: str) -> str:
    """The text as anchors are looked for in it.

    That is in lower case, its letters composed, without quotation marks and signs that are not
    seen, with one dash for all and one blank for every gap.
    """
    text = unicodedata.normalize("NFKC", text).casefold().translate(_MARKS)
    text = re.sub(r"(?<=[^\W\d_])[-\u2010\u2011][ \t]*\r?\n\s*(?=[^\W\d_])", _BROKEN, text)
    text = re.sub(rf"\s*[-{DASHES}]+\s*", "-", text)
    return " ".join(text.split())


def places(anchor: str, text: str) -> list[int]:
    """Where an anchor stands in a plain text, in whole words."""
    words = re.escape(plain(anchor))
    if _BROKEN in text:
        words = _however_broken(plain(anchor))
    return [match.start() for match in re.finditer(rf"(?<!\w){words}(?!\w)", text)]


def _however_broken(words: str) -> str:
    """A pattern for words, each of which may go on in the next line after a hyphen."""
    signs = (f"[-{_BROKEN}]" if sign == "-" else re.escape(sign) for sign in words)
    return f"{_BROKEN}?".join(signs)

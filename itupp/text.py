"""Text as people type it and read it."""

import re
import unicodedata
from collections.abc import Iterable

_DROPPED = str.maketrans("", "", ".'\u2019")
_GAP = re.compile(r"[\W_]+")
_FOLDED = str.maketrans({c: " " for c in map(chr, range(128)) if not c.isalnum()} | {".": "", "'": ""})
"""The same for text in ASCII, in less than half the time."""
_REORDERING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
UNSAFE = "".join(map(chr, (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *_REORDERING)))
"""Characters that drive a terminal or change the order in which it shows text."""
_SHOWN = {ord(c): f"\\x{ord(c):02x}" if ord(c) < 0x100 else f"\\u{ord(c):04x}" for c in UNSAFE}


def fold(text: str) -> str:
    """The text without case, accents and punctuation, its words one space apart."""
    text = text.casefold()
    if text.isascii():
        return " ".join(text.translate(_FOLDED).split())
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _GAP.sub(" ", text.translate(_DROPPED)).strip()


def nearest(word: str, legal: Iterable[str], likeness: float = 0.6) -> str | None:
    """The legal word most like this one, case and accents aside, if one is near; `likeness` is at most 1."""
    from difflib import get_close_matches  # only a mistake needs it

    by_fold = {fold(name): name for name in legal}
    close = get_close_matches(fold(word), by_fold, cutoff=likeness)
    return by_fold[close[0]] if close else None


def visible(text: str) -> str:
    """The text with control characters written out, so that it cannot drive a terminal."""
    return text.translate(_SHOWN)


_PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2044": "/",
        "\u0338": "/",
    }
)


def plain(text: str) -> str:
    """The text in ASCII: quotation marks and dashes simple, letters without accents, `?` for what is left."""
    decomposed = unicodedata.normalize("NFKD", text).translate(_PLAIN)
    return "".join(c if c.isascii() else "?" for c in decomposed if not unicodedata.combining(c))


def one_line(text: str) -> str:
    """The text with every run of white space made one space, and control characters written out."""
    return visible(" ".join(text.split()))

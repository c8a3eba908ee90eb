"""Text as people type it and read it."""

import re
import unicodedata
from collections.abc import Collection
from itertools import accumulate

_DROPPED = str.maketrans("", "", ".'\u2019")
_GAP = re.compile(r"[\W_]+")
_FOLDED = str.maketrans(
    {c: " " for c in map(chr, range(128)) if not c.isalnum()} | {".": "", "'": ""}
)
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
        "\u00b7": "-",
        "\u0338": "/",
    }
)


def plain(text: str) -> str:
    """The text in ASCII: simple marks, letters without accents, `?` for what is left."""
    decomposed = unicodedata.normalize("NFKD", text).translate(_PLAIN)
    return "".join(c if c.isascii() else "?" for c in decomposed if not unicodedata.combining(c))


def one_line(text: str) -> str:
    """The text with every run of white space made one space, and control characters written out."""
    return visible(" ".join(text.split()))


_IN_IDS = frozenset(".-_")
_IN_PATHS = _IN_IDS | {"/"}
_IN_QUOTES = _IN_PATHS | frozenset(" ,+@~:=#()[]{}'\u2019\u2013\u2014&?*;|<>^")
"""Signs that bash, zsh, fish and PowerShell all leave alone between double quotes."""


def harmless(text: str) -> bool:
    """Whether a text is letters of any script, digits, `.`, `-` and `_`, with no `-` first.

    No shell reads such a word as anything but itself, quoted or not.
    """
    return bool(text) and text[0] != "-" and _holds_only(text, _IN_IDS)


def harmless_from(text: str) -> str:
    """The nearest harmless text: a dash for every run of other signs, or nothing at all."""
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    spaced = "".join(c if c != "-" and harmless(c) else " " for c in seen)
    return "-".join(spaced.split())


def _holds_only(text: str, signs: Collection[str]) -> bool:
    """Whether a text is letters, digits and these signs, also when it is shown in ASCII."""
    if text.isascii():
        return all(c.isalnum() or c in signs for c in text)
    both = text + unicodedata.normalize("NFKD", text)
    return all(unicodedata.category(c) in _LETTERS_AND_DIGITS or c in signs for c in both)


_LETTERS_AND_DIGITS = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"))


def shell_word(text: str) -> str | None:
    """A text as one word to paste into bash, zsh, fish or PowerShell, in quotes if needed.

    None where the four do not read it alike, or where one of them would run a part of it.
    """
    if text != one_line(text) or text[:1] in ("", "-") or not _holds_only(text, _IN_QUOTES):
        return None
    return text if _holds_only(text, _IN_PATHS) else f'"{text}"'


def shortened(text: str, columns: int) -> str:
    """A text cut to so many columns, between words if it can be, with an ellipsis."""
    ends = list(accumulate(map(_columns, text)))
    if not ends or ends[-1] <= columns:
        return text
    kept = text[: sum(end < columns for end in ends)]
    return (kept.rpartition(" ")[0] or kept) + "\u2026"


def _columns(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


_FORMULA_SIGNS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def formula(text: str) -> bool:
    """Whether a spreadsheet may take a cell for a formula, and run it; a number is none.

    The wide forms of the signs count, too: in East Asian settings Excel reads them alike.
    """
    cell = text.strip()
    return cell.startswith(_FORMULA_SIGNS) and not _NUMBER.fullmatch(cell)

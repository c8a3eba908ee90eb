"""Text as people type it and read it."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import accumulate

_APOSTROPHES = (
    "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u055a\u05f3\u05f4"
    "\u1fbd\u1fbf\u2018\u2019\u201b\u2032\u2035\ua78b\ua78c\uff07"
)
"""Signs that keyboards, word processors and transcriptions have for an apostrophe."""
_STOP = str.maketrans(dict.fromkeys(_APOSTROPHES, "."))
_BLANK = str.maketrans(dict.fromkeys(_APOSTROPHES, " "))

_SEEN = {c: c.lower() if c.isalnum() else " " for c in map(chr, range(128))}
_ASCII = str.maketrans(_SEEN | dict.fromkeys(".'`", "."))
"""The folding of every character of ASCII: one that is not in the table takes far longer."""

_ELLIPSIS = re.compile(r"\.{2,}")
_NOT_IN_NUMBER = re.compile(r"\.(?:(?!\d)|(?<!\d\.))")
"""A full stop that is not between two digits: 10.2 is not 102, but U.S. is US."""

# What people write where their keyboard has no such letter, and where the name of the character
# does not say it. Letters that decompose need no entry, nor do those that are a letter "with"
# something by their name, as \u00f8 and \u0142 are.
_SPELT = {
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u00f0": "d",
    "\u00fe": "th",
    "\u0131": "i",
    "\u0138": "k",
    "\u014b": "n",
    "\u0254": "o",  # open o and open e, of African languages
    "\u025b": "e",
    "\u0259": "e",  # of Azerbaijani, which is written so in passports
    "\u0289": "u",
    # Of Arabic, Persian and Urdu: one letter in two shapes, or a shape that writers leave out.
    "\u0640": "",  # tatweel makes a word longer to fill a line
    "\u0671": "\u0627",
    "\u0649": "\u064a",
    "\u06cc": "\u064a",
    "\u06a9": "\u0643",
    "\u0629": "\u0647",
    "\u06c1": "\u0647",
    "\u093c": "",  # the dot below of Hindi is left out as often as not
    "\u034f": "",  # joins marks, and is not seen
}


def fold(text: str) -> str:
    """The text without case, accents and punctuation, its words one space apart.

    Full stops and apostrophes are dropped, but between digits both are full stops. Signs that are
    not seen are dropped, too.
    """
    if text.isascii():
        folded = text.translate(_ASCII)
        return " ".join((_without_stops(folded) if "." in folded else folded).split())
    # Before they decompose: some signs typed for an apostrophe become a blank and an accent.
    decomposed = unicodedata.normalize("NFKD", text.translate(_STOP)).casefold()
    folded = _without_stops("".join(map(_folded, decomposed)))
    # Marks that were kept are put together again, so that a letter does not begin another one.
    return unicodedata.normalize("NFC", " ".join(folded.split()))


def _without_stops(text: str) -> str:
    """A text without the full stops that are not inside a number."""
    return _NOT_IN_NUMBER.sub("", _ELLIPSIS.sub(" ", text))


@cache
def _folded(character: str) -> str:
    """What is left of a character that is decomposed and in lower case; a blank for punctuation."""
    if character in _SPELT:
        return _SPELT[character]
    if character.isascii():
        return _ASCII[ord(character)]
    if character in _APOSTROPHES:
        return "."
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in ("Cf", "Me") or _is_accent(character):
        return ""
    return _without_stroke(character) if category[0] in "LMN" else " "


def _is_accent(character: str) -> bool:
    """Whether a mark is one that people leave out: an accent, or a point of Hebrew or Arabic.

    The vowel signs of Indic scripts, of Thai and of Khmer are none, nor are the marks that make
    another sound of a Japanese letter: words differ by them. Unicode's combining classes tell
    them apart.
    """
    kind = unicodedata.combining(character)
    overlaid, pointed, accented = kind == 1, 10 <= kind <= 36, kind >= 200
    # The selectors say only which picture is shown.
    return overlaid or pointed or accented or "VARIATION SEL" in unicodedata.name(character, "")


_STROKE = "LATIN SMALL LETTER ([A-Z]) WITH "


def _without_stroke(character: str) -> str:
    """The letter of the alphabet that a Latin one is by its name; any other as it is."""
    named = re.match(_STROKE, unicodedata.name(character, ""))
    return named[1].lower() if named else character


# Between the words of these scripts there are no blanks: Thai, Lao, Burmese, Khmer, Japanese and
# Chinese. Korean has them, and Tibetan has a sign. Compiling this takes long: it waits for its use.
_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f\u1780-\u17ff"
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)


def worded(text: str) -> str:
    """The text folded; where a script has no blanks, a word may begin at any of its letters."""
    folded = fold(text)
    if folded.isascii():
        return folded
    return " ".join(re.sub(_UNSPACED, r" \g<0> ", folded).split())


_TWO_LETTERS = str.maketrans(
    {
        "\u00e4": "ae",
        "\u00f6": "oe",
        "\u00fc": "ue",
        "\u00e5": "aa",
        "\u00f8": "oe",
        "\u00c4": "Ae",
        "\u00d6": "Oe",
        "\u00dc": "Ue",
        "\u00c5": "Aa",
        "\u00d8": "Oe",
    }
)
"""German and Nordic letters as their speakers spell them out; all others drop the dots."""


def apart(text: str) -> str:
    """The text with blanks for apostrophes, which join an article to its word: l'Union."""
    if text.isascii():
        return text.replace("'", " ").replace("`", " ")
    return text.translate(_BLANK)


def ways_to_type(text: str) -> Iterable[str]:
    """The text in words, folded, in each way that people may have typed it."""
    if text.isascii() and apart(text) == text:
        return (fold(text),)
    written = unicodedata.normalize("NFC", text)
    spelt = written.translate(_TWO_LETTERS)
    ways = dict.fromkeys((written, apart(written), spelt, apart(spelt)))
    return dict.fromkeys(map(worded, ways))


_REORDERING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
UNSAFE = "".join(map(chr, (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *_REORDERING)))
"""Characters that drive a terminal or change the order in which it shows text."""
_SHOWN = {ord(c): f"\\x{ord(c):02x}" if ord(c) < 0x100 else f"\\u{ord(c):04x}" for c in UNSAFE}


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


def unseen_written_out(text: str) -> str:
    """The text with signs that are not seen, or look like a blank, as their numbers: <U+200B>."""
    return text if text.isascii() else "".join(map(_as_seen, text))


def _as_seen(character: str) -> str:
    category = unicodedata.category(character)
    is_seen = category != "Cf" and (category != "Zs" or character == " ")
    return character if is_seen else f"<U+{ord(character):04X}>"


def one_line(text: str) -> str:
    """The text with every run of white space made one space, and control characters written out.

    Blanks at which no line may break are signs of their own, and stay.
    """
    if text.isascii():
        return visible(" ".join(text.split()))
    return visible(re.sub(r"[^\S\u00a0\u2007\u202f]+", " ", text).strip(" "))


def unbroken(text: str) -> str:
    """The text on one line, for messages that hold paths: every blank in them stays."""
    return visible(re.sub(r"[^\S \u00a0\u2007\u202f]", " ", text))


def pieces(line: str) -> Iterator[tuple[str, str]]:
    """What a line may be folded between: what stands before each piece, a blank or nothing, and it.

    A piece is a word; of a script that has no blanks between words it is a letter, with the signs
    that may not begin or end a line.
    """
    for word in line.split(" "):
        gap, begins = " ", 0
        if not word.isascii() and re.search(_UNSPACED, word):
            for at in range(1, len(word)):
                if _may_fold(word[at - 1], word[at]):
                    yield gap, word[begins:at]
                    gap, begins = "", at
        yield gap, word[begins:]


_NOT_FIRST = frozenset(
    "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"  # vowels of Thai and Lao
    "!%),.:;?]}\u30fc\u3001\u3002\uff01\uff05\uff0c\uff0e\uff1a\uff1b\uff1f\u2026"
)
"""Signs that go with what stands before them."""

_LEADING_VOWELS = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
"""Vowels of Thai and Lao that are written before the letter they go with."""


def _may_fold(before: str, after: str) -> bool:
    """Whether a line may end between two letters of a word, one of them of such a script."""
    if after in _NOT_FIRST or unicodedata.category(after) in ("Mn", "Mc", "Me", "Pe", "Pf", "Lm"):
        return False
    if before in _LEADING_VOWELS or unicodedata.category(before) in ("Ps", "Pi"):
        return False
    return any(re.match(_UNSPACED, letter) for letter in (before, after))


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


def width_of(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(map(_columns, text))


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

"""Text as YAML that reads back as exactly this text, here and with other readers."""

import re
import textwrap
from collections.abc import Iterable, Iterator

import yaml

WIDTH = 100
"""So many columns has a line of long text."""

_SHORT = 72
"""Text up to so many characters stands beside its key."""

_TEXT = "tag:yaml.org,2002:str"

_SIGNS = frozenset(":#\uff1a\uff03")
"""Signs that can end a key or begin a comment, and those that are taken for them."""

_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}

_TO_ESCAPE = re.compile(
    r'[\\"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]'
)
"""Signs that no YAML may hold, that end a line, and that change the order of what is shown."""

_resolver = yaml.resolver.Resolver()


def scalar(text: str) -> str:
    """A text on one line, in quotes where it would be read as something else without them."""
    return text if _is_plain(text) else f'"{_TO_ESCAPE.sub(_escape, text)}"'


def entry(indent: str, key: str, text: str) -> Iterator[str]:
    """The lines of a key and its text; long text goes below it, folded."""
    if len(text) <= _SHORT or not _can_be_folded(text):
        yield f"{indent}{key}: {scalar(text)}"
        return
    yield f"{indent}{key}: >-"
    below = f"{indent}  "
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=below,
        subsequent_indent=below,
        break_long_words=False,
        break_on_hyphens=False,
    )


def in_brackets(words: Iterable[str]) -> str:
    """A short list of ids on one line."""
    return f"[{', '.join(map(scalar, words))}]"


def _is_plain(text: str) -> bool:
    """Whether a text needs no quotes; where that is not plain to see, it has them."""
    if not (text[:1].isalnum() and text.isprintable() and text == text.strip()):
        return False
    return _SIGNS.isdisjoint(text) and _is_text_to_others(text)


def _is_text_to_others(text: str) -> bool:
    """Whether other readers of YAML, too, take this for text, and not for a number or a date."""
    tag = _resolver.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == _TEXT)


def _can_be_folded(text: str) -> bool:
    """Whether lines with one blank between make up this text again."""
    return text.isprintable() and text == " ".join(text.split())


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _NAMED.get(character) or f"\\u{ord(character):04x}"

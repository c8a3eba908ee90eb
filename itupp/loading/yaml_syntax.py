"""From YAML text to its nodes or, where it is not YAML, to what is wrong with it in plain words."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

import yaml

from itupp.loading.problems import Problem

MAX_DEPTH = 20

_TAG_OR_ALIAS = re.compile(r"[&*!](?<![^\s\[{,:?].)\S")

_NO_TAGS = (
    "YAML tags (!x), anchors (&x) and aliases (*x) are not read: put text that begins so in quotes"
)

_COMMENT = re.compile(r"[ \t]+#(?P<glued>\S)?")

_CUT = (
    'the text ends here, for " #" begins a comment: put the text in quotes, or a blank after the #'
)

_MAYBE_CUT = "a comment follows; if it belongs to the text, put all of it in quotes"

_KEY = re.compile(r"[\s-]*[\w-]+")

_KEY_NOT_EXPECTED = "wrong indentation, or no blank after a colon or a dash on the line above"

_INDENTATION = "wrong indentation, or a colon or a dash with a blank after it is missing"

_NO_BLANK = re.compile(r" *([\u00a0\u2000-\u200b\u202f\u3000])")

_LIKE_A_BLANK = "the character U+{:04X} looks like a blank and is none: indent with spaces"

_COLON_IN_TEXT = '": " inside plain text: put the text in quotes'

_TAB = "a tab: indent with spaces"

_NEEDS_QUOTES = "text that begins with {} needs quotes"

_NO_BLOCK = f"{_NEEDS_QUOTES.format('> or |')}; the text of a block begins on the line below"

_BRACKET = "the bracket opened here is not closed, or {}"

_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"

_FIRST_SLIPS = (
    ("maximum nesting depth$", False, _TOO_DEEP),  # libyaml's own limit, since 0.2.6
    ("^while scanning an (alias|anchor)", True, _NO_TAGS),
    ("quoted scalar, .*end of stream$", True, "the quotation mark opened here is never closed"),
    ("found another document$", False, "a second document begins here; a file holds one"),
    ("could not find expected ':'$", True, _INDENTATION),
)
"""What parsers say, whether the place is where that began or where they stopped, our words."""

_OTHER_SLIPS = (
    ("^while scanning a block scalar", True, _NO_BLOCK),
    ("^mapping keys are not allowed", False, _NEEDS_QUOTES.format("?")),
    ("^while parsing a flow (mapping|sequence)", True, _BRACKET.format("a comma is missing")),
    ("found a tab", False, _TAB),
    ("sequence entries are not allowed", False, _NEEDS_QUOTES.format("-")),
)
"""More of them, looked for after the others."""

_Base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Composed:
    """What a YAML text came to: its document, if it has one, and what is wrong with its writing."""

    def __init__(
        self, document: yaml.Node | None, problems: Iterable[Problem], *, is_yaml: bool = True
    ) -> None:
        self.document = document
        self.problems = tuple(problems)
        self.is_yaml = is_yaml


def compose(text: str, file: str) -> Composed:
    """The document in a YAML text and the slips in it; one that is not YAML is a problem, too."""
    slips: list[Problem] = []
    try:
        for slip in _slips(text, file):
            slips.append(slip)  # noqa: PERF402 - those before an error are told beside it
        return Composed(yaml.compose(text, _Loader), slips)
    except yaml.MarkedYAMLError as error:
        problem = _in_plain_words(error, text, file)
    except yaml.reader.ReaderError as error:
        problem = _stray_character(error, text, file)
    return Composed(None, (*slips, problem), is_yaml=False)


class _Refused(yaml.MarkedYAMLError):
    """YAML that is legal but not read here."""


class _Loader(_Base):  # type: ignore[misc, valid-type]  # the base depends on how PyYAML was built
    """Leaves scalars as they are written and refuses nesting deep enough to end the process."""

    depth = 0

    def resolve(self, *_: object) -> str:
        return ""

    def descend_resolver(self, parent: yaml.Node | None, _: object) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH and parent is not None:
            raise _Refused(problem=_TOO_DEEP, problem_mark=parent.start_mark)

    def ascend_resolver(self) -> None:
        self.depth -= 1


def _slips(text: str, file: str) -> Iterator[Problem]:
    """The places where a `#` may have cut text off; raises for the first tag, anchor or alias.

    The tokens are read only where the text may hold such a thing, for that takes as long as
    composing it.
    """
    if not (_TAG_OR_ALIAS.search(text) or " #" in text or "\t#" in text):
        return
    for token in yaml.scan(text, _Loader):
        if isinstance(token, yaml.TagToken | yaml.AnchorToken | yaml.AliasToken):
            raise _Refused(problem=_NO_TAGS, problem_mark=token.start_mark)
        if not isinstance(token, yaml.ScalarToken) or not token.plain:
            continue
        comment = _COMMENT.match(text, token.end_mark.index)
        if comment and comment["glued"]:
            yield Problem.at(token.end_mark, file, _CUT)
        elif comment and " " in token.value:
            yield Problem.at(token.end_mark, file, _MAYBE_CUT, warning=True)


def _stray_character(error: yaml.reader.ReaderError, text: str, file: str) -> Problem:
    """A character that YAML does not allow.

    The place is looked for here, since the parser's counts bytes or characters, as it is built.
    """
    at = text.index(chr(error.character))
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Problem(
        file, line, column, f"the character U+{error.character:04X} is not allowed in YAML"
    )


def _in_plain_words(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """What the parser found, at the place a person has to look at."""
    said = ", ".join(filter(None, (error.context, error.problem)))
    for pattern, began, message in (*_FIRST_SLIPS, *_OTHER_SLIPS):
        if re.search(pattern, said):
            return Problem.at(error.context_mark if began else error.problem_mark, file, message)
    if isinstance(error, _Refused) or not error.problem_mark:
        return Problem.at(error.problem_mark, file, said)
    mark, message = _seen_at(error.problem_mark, said, text)
    return Problem.at(mark, file, message)


def _seen_at(mark: yaml.Mark, said: str, text: str) -> tuple[yaml.Mark, str]:
    """What the text shows to be wrong where the parser stopped, and where to look."""
    at, line = text[mark.index : mark.index + 1], text[mark.index - mark.column : mark.index]
    blank = _NO_BLANK.match(text, mark.index - mark.column)
    if blank:
        return mark, _LIKE_A_BLANK.format(ord(blank[1]))
    if "mapping values are not allowed" in said:
        return mark, _what_is_wrong_before_a_colon(line)
    if said.endswith("cannot start any token"):
        return mark, _TAB if at == "\t" else _NEEDS_QUOTES.format(at)
    if said.startswith("while parsing a flow"):
        return _innermost_bracket(mark, text), _BRACKET.format("has a comma too many")
    if said.startswith("while parsing a block"):
        stray = _NEEDS_QUOTES.format(at) if at in (",", "]", "}") else _INDENTATION
        return _after_an_end(mark, text) or (mark, stray)
    return mark, f"not YAML: {said}"


def _what_is_wrong_before_a_colon(line: str) -> str:
    """What to say of a line up to a colon: it is a key in a wrong place, or text that goes on."""
    if _KEY.fullmatch(line):
        return _KEY_NOT_EXPECTED
    return f"{_COLON_IN_TEXT} (\u201c is none)" if "\u201c" in line else _COLON_IN_TEXT


def _innermost_bracket(mark: yaml.Mark, text: str) -> yaml.Mark:
    """Where the bracket was opened that is still open where the parser stopped."""
    opened: list[yaml.Mark] = []
    for token in _tokens_before(mark, text):
        if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
            opened.append(token.start_mark)
        elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
            opened.pop()
    return opened[-1]


def _tokens_before(mark: yaml.Mark, text: str) -> Iterator[yaml.Token]:
    return takewhile(lambda token: token.start_mark.index < mark.index, yaml.scan(text, _Loader))


def _after_an_end(mark: yaml.Mark, text: str) -> tuple[yaml.Mark, str] | None:
    """What is wrong where text goes on after its quotation mark or bracket closed on that line."""
    *_, before = (None, *_tokens_before(mark, text))
    if before is None or before.end_mark.line != mark.line:
        return None
    if isinstance(before, yaml.ScalarToken) and not before.plain:
        return before.start_mark, _goes_on(before)
    if isinstance(before, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
        return mark, "text goes on after a bracket: put all of it in quotes"
    return None


def _goes_on(quoted: yaml.ScalarToken) -> str:
    """What to say of quoted text after which more follows.

    Where it ends on another line than it began on, a mark may be missing at the end of the first.
    """
    end = f"line {quoted.end_mark.line + 1}, column {quoted.end_mark.column}"
    message = f"the quotation mark opened here ends on {end}, and text goes on after it"
    if quoted.start_mark.line == quoted.end_mark.line:
        return message
    return f"{message}; or it is not closed where it should be"

"""From YAML text to its nodes or, where it is not YAML, to what is wrong with it in plain words."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import takewhile
from typing import Any

import yaml

from itupp.loading.problems import Problem, place_in

MAX_DEPTH = 20

_TAG_OR_ALIAS = re.compile(r"[&*!](?<![^\s\[{,:?].)\S")

_NO_TAGS = (
    "YAML tags (!x), anchors (&x) and aliases (*x) are not read: put text that begins so in quotes"
)

_HALF_A_CHARACTER = re.compile(r"\\[uU](?:0000)?[dD][89a-fA-F]")
"""A code for a half of a character, as JSON has them; YAML has codes for characters."""

_COMMENT = re.compile(r"[ \t]+#(?P<glued>\S)?")

_CUT = (
    'the text ends here, for " #" begins a comment: put the text in quotes, or a blank after the #'
)

_MAYBE_CUT = "a comment follows; if it belongs to the text, put all of it in quotes"

_KEY = re.compile(r"[\s-]*[\w-]+")

_KEY_NOT_EXPECTED = "wrong indentation, or no blank after a colon or a dash on the line above"

_INDENTATION = "wrong indentation, or a colon or a dash with a blank after it is missing"

_BREAKS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
"""What ends a line to YAML and to no editor."""

_BREAK = "the character U+{:04X} ends a line to YAML and to no editor: put a blank in its place"

_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Signs that look like a blank and are none, for a set in a pattern."""

_ODD_BLANKS = re.compile(
    rf"^[ ]*(?P<indent>[{_ODD}][{_ODD} ]*)|^ *(?:- +)*(?:[\w-]+ *:|-)(?P<gap>[{_ODD}][{_ODD} ]*)",
    re.MULTILINE,
)
"""Such signs where a line is indented, and after its first colon or dash."""

_TAB_AFTER_COLON = re.compile(r"^( *(?:- +)*[\w-]+:)\t", re.MULTILINE)

_UNSEEN = re.compile(" *([\u200b\u2060\ufeff])")

_LIKE_A_BLANK = "the character U+{:04X} looks like a blank and is none: put a blank in its place"

_NOT_SEEN = "the character U+{:04X}, which is not seen, stands here: delete it"

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u00b7\uff0d"
"""Signs that are taken for a dash."""

_LOOK_ALIKES = {
    "a dash": DASHES,
    "a colon": "\uff1a\ufe55\ufe13\ua789\u2236",
    "a comma": "\uff0c\u3001\ufe50\u060c",
    "a bracket": "\uff3b\uff3d\uff5b\uff5d\u3010\u3011",
}
"""Signs that are taken for those of YAML, by what they look like."""

_DASH_OR_COLON = re.compile(
    rf"^ *(?:- +)*(?:([{DASHES}])[\s{_ODD}]"
    rf"|[\w'\"-]+ *([{_LOOK_ALIKES['a colon']}]))"
)
"""One of these where a line would have a dash or a colon."""

_COLON_IN_TEXT = '": " inside plain text: put the text in quotes'

_TAB = "a tab: indent with spaces"

_NEEDS_QUOTES = "text that begins with {} needs quotes"

_ESCAPE = "a \\ in \"\u2026\" begins a code: double it, or put the text in '\u2026' or below >-"

_PERCENT = "a line that begins with % is no text: indent it, or put the text in quotes"

_AFTER_DOTS = 'the file ends at the line "..." above: delete that line'

_QUESTION_IN_BRACKETS = "text with a ? in it needs quotes inside [ ] and { }"

_BLOCK_TOO_DEEP = (
    "the first line of this text is deeper than line {}, which ends it: begin both at one depth"
)

_COMMENT_INSIDE = "this comment ends the text above it, which goes on below: put it above the text"

_NO_BLOCK = f"{_NEEDS_QUOTES.format('> or |')}; the text of a block begins on the line below"

_BRACKET = "the bracket opened here is not closed, or {}"

_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"

_FIRST_SLIPS = (
    ("^while scanning an (alias|anchor)", True, _NO_TAGS),
    ("quoted scalar, .*end of stream$", True, "the quotation mark opened here is never closed"),
    ("found another document$", False, "a second document begins here; a file holds one"),
    ("could not find expected ':'$", True, _INDENTATION),
)
"""What parsers say, whether the place is where that began or where they stopped, our words."""

_OTHER_SLIPS = (
    ("found a tab", False, _TAB),
    ("^while scanning a block scalar", True, _NO_BLOCK),
    ("^mapping keys are not allowed", False, _NEEDS_QUOTES.format("?")),
    ("^while parsing a flow .*but got '\\?'$", False, _QUESTION_IN_BRACKETS),
    ("^while parsing a flow (mapping|sequence)", True, _BRACKET.format("a comma is missing")),
    ("sequence entries are not allowed", False, _NEEDS_QUOTES.format("-")),
)
"""More of them, looked for after the others."""

_Base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Composed:
    """What a YAML text came to: its document, if it has one, and what is wrong with its writing.

    `text` is what was composed.
    """

    def __init__(
        self,
        text: str,
        document: yaml.Node | None,
        problems: Iterable[Problem],
        *,
        is_yaml: bool = True,
    ) -> None:
        self.text = text
        self.document = document
        self.problems = tuple(problems)
        self.is_yaml = is_yaml


def compose(text: str, file: str) -> Composed:
    """The document in a YAML text and the slips in it; one that is not YAML is a problem, too."""
    text, slips = _mended(text, file)
    try:
        for slip in _slips(text, file):
            slips.append(slip)  # those before an error are told beside it
        return Composed(text, yaml.compose(text, _Loader), slips)
    except yaml.MarkedYAMLError as error:
        problem = _in_plain_words(error, text, file)
    except yaml.reader.ReaderError as error:
        problem = _stray_character(error, text, file)
    return Composed(text, None, (*slips, problem), is_yaml=False)


def _mended(text: str, file: str) -> tuple[str, list[Problem]]:
    """A text with blanks where signs are that look or count like others, and which these are.

    Then the lines are those of an editor, and what is no blank has no other mistakes in its wake.
    """
    if "\t" in text:
        # PyYAML without libyaml does not take it; both take a blank
        text = _TAB_AFTER_COLON.sub(r"\1 ", text)
    if text.isascii():
        return text, []
    breaks = [at for at, sign in enumerate(text) if ord(sign) in _BREAKS]
    problems = [_sign_problem(text, at, file, _BREAK, warning=True) for at in breaks]
    text = text.translate(_BREAKS) if breaks else text
    runs = list(_odd_runs(text))
    problems += (_sign_problem(text, start, file, _LIKE_A_BLANK) for start, _ in runs)
    return _blanked(text, runs), problems


def _sign_problem(text: str, at: int, file: str, message: str, *, warning: bool = False) -> Problem:
    """A problem with one sign, which the message names."""
    return Problem(file, *place_in(text, at), message.format(ord(text[at])), warning)


_Run = tuple[int, int]
"""Where a run of signs begins in a text, and where it ends."""


def _odd_runs(text: str) -> Iterator[_Run]:
    """The signs that look like blanks where a blank belongs; those inside a text are meant."""
    runs = [found.span(found.lastgroup or 0) for found in _ODD_BLANKS.finditer(text)]
    if runs:
        texts = list(_scalars(_blanked(text, runs)))
        for start, end in runs:
            if not any(begins <= start < ends for begins, ends in texts):
                yield start, end


def _scalars(text: str) -> Iterator[_Run]:
    """Where the texts in a YAML text are, as far as it can be read."""
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, _Loader):
            if isinstance(token, yaml.ScalarToken):
                yield token.start_mark.index, token.end_mark.index


def _blanked(text: str, runs: Iterable[_Run]) -> str:
    """A text with blanks in the place of some of it."""
    for start, end in runs:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


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
    if not any(may_hold(text) for may_hold in _MAY_HOLD_SLIPS):
        return
    for token in yaml.scan(text, _Loader):
        if isinstance(token, yaml.TagToken | yaml.AnchorToken | yaml.AliasToken):
            raise _Refused(problem=_NO_TAGS, problem_mark=token.start_mark)
        if isinstance(token, yaml.ScalarToken):
            yield from _slips_of(token, text, file)


_OPENING = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)

_CLOSING = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)

_MAY_HOLD_SLIPS: tuple[Callable[[str], object], ...] = (
    _TAG_OR_ALIAS.search,
    re.compile("[ \t]#").search,
    _HALF_A_CHARACTER.search,
)


def _slips_of(token: yaml.ScalarToken, text: str, file: str) -> Iterator[Problem]:
    """What is doubtful about how one text is written; raises for a half of a character in it."""
    if not token.plain:
        if token.style == '"' and any("\ud800" <= sign <= "\udfff" for sign in token.value):
            raise _Refused(problem=_ESCAPE, problem_mark=token.start_mark)
        return
    comment = _COMMENT.match(text, token.end_mark.index)
    if comment and comment["glued"]:
        yield Problem.at(token.end_mark, file, _CUT)
    elif comment and " " in token.value:
        yield Problem.at(token.end_mark, file, _MAYBE_CUT, warning=True)


def _stray_character(error: yaml.reader.ReaderError, text: str, file: str) -> Problem:
    """A character that YAML does not allow.

    The place is looked for here, since the parser's counts bytes or characters, as it is built.
    """
    place = place_in(text, text.index(chr(error.character)))
    return Problem(file, *place, f"the character U+{error.character:04X} is not allowed in YAML")


_Slip = tuple[int, str]
"""Where in a text something is wrong, and what."""

_Marked = Any
"""An error of a parser's, whose marks are there, though their types say that they may not be."""


def _in_plain_words(error: _Marked, text: str, file: str) -> Problem:
    """What the parser found, at the place a person has to look at."""
    said = ", ".join(filter(None, (error.context, error.problem)))
    at, message = _found(error, said, text)
    # a parser may stop behind the end of what there is to see
    return Problem(file, *place_in(text, min(at, len(text.rstrip()) - 1)), message)


def _found(error: _Marked, said: str, text: str) -> _Slip:
    """Where in the text something is wrong, and what."""
    stopped: int = error.problem_mark.index
    if "quoted scalar" in said and any(word in said for word in _OF_ESCAPES):
        return text.rindex("\\", 0, stopped + 1), _ESCAPE
    if said.endswith("maximum nesting depth"):  # libyaml's own limit, since 0.2.6
        return _twentieth_level(text), _TOO_DEEP
    if any(word in said.lower() for word in _OF_DIRECTIVES):
        percent = re.search("^%", text, re.MULTILINE)
        return (percent.start(), _PERCENT) if percent else (stopped, _AFTER_DOTS)
    for pattern, began, message in (*_FIRST_SLIPS, *_OTHER_SLIPS):
        if re.search(pattern, said):
            mark = error.context_mark if began else error.problem_mark
            return _or_look_alike(mark.index, message, text)
    if isinstance(error, _Refused):
        half = _HALF_A_CHARACTER.search(text, stopped) if said == _ESCAPE else None
        return half.start() if half else stopped, said
    at, message = _seen_at(error, said, text)
    return _or_look_alike(at, message, text)


_OF_ESCAPES = ("escape", "hexdecimal", "hexadecimal")

_OF_DIRECTIVES = ("directive", "<document start>", "incompatible yaml", "duplicate %yaml")


def _twentieth_level(text: str) -> int:
    """Where the deepest level that is read begins; libyaml stops far below it."""
    depth = 0
    tokens = yaml.scan(text, yaml.BaseLoader)
    while depth < MAX_DEPTH:
        token = next(tokens)
        depth += isinstance(token, (*_OPENING, *_BLOCKS))
        depth -= isinstance(token, (*_CLOSING, yaml.BlockEndToken))
    return int(token.start_mark.index)


_BLOCKS = (yaml.BlockSequenceStartToken, yaml.BlockMappingStartToken)


def _or_look_alike(place: int, message: str, text: str) -> _Slip:
    """What is wrong at a place or, if that is structure, a sign near it that is none of YAML's."""
    if message not in (_INDENTATION, _KEY_NOT_EXPECTED):
        return place, message
    begins = text.rfind("\n", 0, place) + 1
    above = text.rfind("\n", 0, max(begins - 1, 0)) + 1
    for start in dict.fromkeys((begins, above)):
        found = _DASH_OR_COLON.match(text[start:])
        if found and found.lastindex:
            at = start + found.start(found.lastindex)
            return at, look_alike(text[at]) or message
    return place, message


def look_alike(text: str) -> str | None:
    """What to say of a text with a sign in it that looks like one of YAML's; None without one."""
    for sign in text:
        for what, signs in _LOOK_ALIKES.items():
            if sign in signs:
                return f"{sign} (U+{ord(sign):04X}) looks like {what} and is none"
    return None


def _seen_at(error: _Marked, said: str, text: str) -> _Slip:
    """What the text shows to be wrong where the parser stopped, and where to look."""
    mark = error.problem_mark
    at, line = text[mark.index : mark.index + 1], text[mark.index - mark.column : mark.index]
    unseen = _UNSEEN.match(text, mark.index - mark.column)
    if unseen:
        return unseen.start(1), _NOT_SEEN.format(ord(unseen[1]))
    if "mapping values are not allowed" in said:
        return mark.index, _what_is_wrong_before_a_colon(line)
    if "a tag" in said:
        return text.rindex("!", 0, mark.index + 1), _NO_TAGS
    if said.endswith("cannot start any token"):
        return mark.index, _TAB if at == "\t" else _NEEDS_QUOTES.format(at)
    if said.startswith("while parsing a flow"):
        return _innermost_bracket(mark.index, text), _BRACKET.format("has a comma too many")
    if said.startswith("while parsing a block"):
        stray = _NEEDS_QUOTES.format(at) if at in (",", "]", "}") else _INDENTATION
        return _after_an_end(error, text) or (mark.index, stray)
    return mark.index, f"not YAML: {said}"


def _what_is_wrong_before_a_colon(line: str) -> str:
    """What to say of a line up to a colon: it is a key in a wrong place, or text that goes on."""
    if _KEY.fullmatch(line):
        return _KEY_NOT_EXPECTED
    return f"{_COLON_IN_TEXT} (\u201c is none)" if "\u201c" in line else _COLON_IN_TEXT


def _innermost_bracket(place: int, text: str) -> int:
    """Where the bracket was opened that is still open where the parser stopped."""
    opened: list[int] = []
    for token in _tokens_before(place, text):
        if isinstance(token, _OPENING):
            opened.append(token.start_mark.index)
        elif isinstance(token, _CLOSING):
            opened.pop()
    return opened[-1]


def _tokens_before(place: int, text: str) -> Iterator[yaml.Token]:
    return takewhile(lambda token: token.start_mark.index < place, yaml.scan(text, _Loader))


_QUOTES = ("'", '"')

_BLOCK = ("|", ">")


def _after_an_end(error: _Marked, text: str) -> _Slip | None:
    """What is wrong where text goes on after its quotation mark, bracket, block or line ended."""
    mark = error.problem_mark
    *_, before = (None, *_tokens_before(mark.index, text))
    on_this_line = before is not None and before.end_mark.line == mark.line
    if isinstance(before, _CLOSING) and on_this_line:
        return mark.index, "text goes on after a bracket: put all of it in quotes"
    if not isinstance(before, yaml.ScalarToken):
        return None
    if before.style in _QUOTES:
        return (before.start_mark.index, _goes_on(before)) if on_this_line else None
    is_key = re.compile(r"[^\n]*:(\s|$)").match(text, mark.index)
    goes_on = mark.column > error.context_mark.column and not is_key
    return _goes_on_below(before, mark, text) if goes_on else None


def _goes_on_below(before: yaml.ScalarToken, mark: yaml.Mark, text: str) -> _Slip | None:
    """What is wrong where text goes on after a comment, or less deep than its block began."""
    if before.style in _BLOCK:
        first = re.compile(r"[^\n]*\n *").match(text, before.start_mark.index)
        at = first.end() if first else mark.index
        return at, _BLOCK_TOO_DEEP.format(mark.line + 1)
    comment = re.compile(r"\s*(#)").match(text, before.end_mark.index)
    return (comment.start(1), _COMMENT_INSIDE) if comment else None


def _goes_on(quoted: yaml.ScalarToken) -> str:
    """What to say of quoted text after which more follows.

    Where it ends on another line than it began on, a mark may be missing at the end of the first.
    """
    end = f"line {quoted.end_mark.line + 1}, column {quoted.end_mark.column}"
    message = f"the quotation mark opened here ends on {end}, and text goes on after it"
    if quoted.start_mark.line == quoted.end_mark.line:
        return message
    return f"{message}; or it is not closed where it should be"

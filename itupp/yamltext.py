"""From YAML text to its nodes or, where it is not YAML, to what is wrong with it in plain words."""

import re
from contextlib import suppress
from itertools import takewhile

import yaml

from itupp.problems import Problem

MAX_DEPTH = 20

_TAG_OR_ALIAS = re.compile(r"[&*!](?<![^\s\[{,].)\S")

_NO_TAGS = "YAML tags (!x), anchors (&x) and aliases (*x) are not read: put text that begins so in quotes"

_COMMENT = re.compile(r"[ \t]+#(?P<glued>\S)?")

_CUT = 'the text ends here, for " #" begins a comment: put the text in quotes, or a blank after the #'

_MAYBE_CUT = "a comment follows; if it belongs to the text, put all of it in quotes"

_KEY = re.compile(r"[\s-]*[\w-]+")

_KEY_NOT_EXPECTED = "wrong indentation, or no blank after a colon or a dash on the line above"

_INDENTATION = "wrong indentation, or a colon or dash is missing"

_COLON_IN_TEXT = '": " inside plain text: put the text in quotes'

_TAB = "a tab: indent with spaces"

_NEEDS_QUOTES = "text that begins with {} needs quotes"

_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"

_SLIPS = (
    ("maximum nesting depth$", False, _TOO_DEEP),  # libyaml's own limit, since 0.2.6
    ("^while scanning an (alias|anchor)", True, _NO_TAGS),
    ("quoted scalar, .*end of stream$", True, "the quotation mark opened here is never closed"),
    ("found another document$", False, "a second document begins here; a file holds one"),
    ("could not find expected ':'$", True, "a colon with a blank after it is missing, or the indentation is wrong"),
    ("^while parsing a flow", True, "the bracket opened here is not closed, or a comma is missing"),
    ("found a tab", False, _TAB),
    ("sequence entries are not allowed", False, _NEEDS_QUOTES.format("-")),
)
"""What parsers say, whether the place is where that began or where they stopped, and what we say."""

_Base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def compose(text: str, file: str, problems: list[Problem]) -> yaml.Node | None:
    """The document in a YAML text; None where there is none, or where it is not YAML, which is a problem."""
    try:
        _look_for_slips(text, file, problems)
        document: yaml.Node | None = yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        problems.append(_in_plain_words(error, text, file))
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problems.append(Problem(file, line, 1, f"the character U+{error.character:04X} is not allowed in YAML"))
        return None
    return document


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


def _look_for_slips(text: str, file: str, problems: list[Problem]) -> None:
    """Raise for the first tag, anchor or alias; note text that a `#` may have cut.

    The tokens are read only where the text may hold such a thing.
    """
    if not (_TAG_OR_ALIAS.search(text) or " #" in text):
        return
    for token in yaml.scan(text, _Loader):
        if isinstance(token, yaml.TagToken | yaml.AnchorToken | yaml.AliasToken):
            raise _Refused(problem=_NO_TAGS, problem_mark=token.start_mark)
        if isinstance(token, yaml.ScalarToken) and token.plain:
            comment = _COMMENT.match(text, token.end_mark.index)
            if comment and (comment["glued"] or " " in token.value):
                message = _CUT if comment["glued"] else _MAYBE_CUT
                problems.append(Problem.at(token.end_mark, file, message, warning=not comment["glued"]))


def _in_plain_words(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """What the parser found, at the place a person has to look at."""
    said = ", ".join(filter(None, (error.context, error.problem)))
    for pattern, begins_there, message in _SLIPS:
        if re.search(pattern, said):
            return Problem.at(error.context_mark if begins_there else error.problem_mark, file, message)
    seen = _seen_at(error.problem_mark, said, text, file) if error.problem_mark else None
    return seen or Problem.at(error.problem_mark, file, said if isinstance(error, _Refused) else f"not YAML: {said}")


def _seen_at(mark: yaml.Mark, said: str, text: str, file: str) -> Problem | None:
    """What the text shows to be wrong where the parser stopped."""
    if "mapping values are not allowed" in said:
        only_a_key = _KEY.fullmatch(text[mark.index - mark.column : mark.index])
        return Problem.at(mark, file, _KEY_NOT_EXPECTED if only_a_key else _COLON_IN_TEXT)
    if said.endswith("cannot start any token"):
        at = text[mark.index]
        return Problem.at(mark, file, _TAB if at == "\t" else _NEEDS_QUOTES.format(at))
    if said.startswith("while parsing a block"):
        return _cut_off(mark, text, file) or Problem.at(mark, file, _INDENTATION)
    return None


def _cut_off(mark: yaml.Mark, text: str, file: str) -> Problem | None:
    """What is wrong where text goes on after its closing quotation mark or bracket."""
    before = None
    with suppress(yaml.YAMLError):
        *_, before = (None, *takewhile(lambda token: token.start_mark.index < mark.index, yaml.scan(text, _Loader)))
    if isinstance(before, yaml.ScalarToken) and not before.plain:
        end = f"ends on line {before.end_mark.line + 1}, column {before.end_mark.column}"
        return Problem.at(before.start_mark, file, f"the quotation mark opened here {end}, and text goes on after it")
    if isinstance(before, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
        return Problem.at(mark, file, "text goes on after a bracket: put all of it in quotes")
    return None

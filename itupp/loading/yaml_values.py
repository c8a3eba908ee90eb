"""YAML values that know their file, line and key.

Values are composed, never constructed: every scalar keeps its text as it is written, so `NO`,
`0102` and `2022-09` are text. Asking a value for something it is not reports a problem to its
file and answers with an empty one; reading goes on, so that one run finds every mistake.
"""

from collections.abc import Iterable, Iterator, Sequence

import yaml

from itupp.dates import Date, date_of, is_written_as_date
from itupp.loading.problems import Problem
from itupp.loading.yaml_syntax import compose, look_alike
from itupp.suggestions import nearest, unknown

_NO_VALUE = "has no value: a blank after a colon is missing, or quotes around text with a comma"

_NO_TEXT = 'must be text; if it is text with ": " in it, put it in quotes'

_NO_LIST = "must be a list: a dash and a blank before each, or all in one [a, b]"

_NO_MAPPING = 'must be a mapping of keys to values: a line "key: value" for each'

_NO_DATE = "must be a year, a month or a day in digits, such as 2022, 2022-09 or 2022-09-26"

_MAX_DIGITS = 9
"""More digits than this make no number that a briefing has use for."""


class File:
    """A file by its name: the value in it, and the problems found while it is read.

    `waiting` is its text where it is not to be read yet.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.waiting = ""
        self.text = ""
        self.problems: list[Problem] = []
        self.was_read = False
        self.is_yaml = False
        self.root: Value | None = None

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Keep why it cannot be read."""
        self.problems += problems

    def take(self, text: str) -> None:
        """Compose its text, which is YAML or is reported."""
        composed = compose(text, self.name)
        self.text = composed.text
        self.was_read, self.is_yaml = True, composed.is_yaml
        self.problems += composed.problems
        document = composed.document
        if document and not _is_missing(document):
            self.root = Value(document, "a file", self)


class Value:
    """A YAML value: where it stands, and what to call it in a message."""

    __slots__ = ("file", "name", "raw")

    def __init__(self, raw: yaml.Node, name: str, file: File) -> None:
        self.raw = raw
        self.name = name
        self.file = file

    @property
    def place(self) -> str:
        """The file and the line it begins on, from 1."""
        return f"{self.file.name}:{self.raw.start_mark.line + 1}"

    def problem(self, message: str, *, warning: bool = False) -> Problem:
        """A problem with this value; one that is empty stands at the sign before it."""
        mark = self.raw.start_mark
        column = mark.column + (1 - _is_missing(self.raw) if mark.column else 1)
        return Problem(self.file.name, mark.line + 1, column, message, warning)

    def report(self, message: str) -> None:
        """Report a mistake in this value to its file."""
        self.file.problems.append(self.problem(message))

    @property
    def word(self) -> str:
        """Its text; empty where it is none, which is no problem here."""
        return self.raw.value if isinstance(self.raw, yaml.ScalarNode) else ""

    @property
    def parts(self) -> "list[Value]":
        """The values of a list; none where it is no list, which is no problem here."""
        if not isinstance(self.raw, yaml.SequenceNode):
            return []
        name = f"each of {self.name}"
        return [Value(raw, name, self.file) for raw in self.raw.value]

    @property
    def words(self) -> list[str]:
        """The texts of a list's values, empty for one that is no text; none where it is no list."""
        raw_items = self.raw.value if isinstance(self.raw, yaml.SequenceNode) else ()
        return [raw.value if isinstance(raw, yaml.ScalarNode) else "" for raw in raw_items]

    @property
    def entries(self) -> "dict[str, tuple[Value, Value]]":
        """What `pairs` answers with, by the texts of the keys; nothing is reported."""
        in_braces = self._is_in_braces
        first: dict[str, tuple[Value, Value]] = {}
        for raw_key, raw_value in self._raw_pairs:
            key, value = self._key(raw_key), Value(raw_value, "", self.file)
            if key.word.strip():
                first.setdefault(key.word, (key, value))
        if not in_braces:
            return first
        return {word: pair for word, pair in first.items() if not _is_missing(pair[1].raw)}

    def text(self) -> str:
        """Its text; an empty one or anything but text is a problem."""
        if isinstance(self.raw, yaml.ScalarNode):
            if self.raw.value.strip():
                # below | and > a text ends with a line break
                return str(self.raw.value).rstrip("\n")
            self.report(f"{self.name} is empty")
        elif self._is_mapping:
            self.report(f"{self.name} {_NO_TEXT}")
        else:
            self.report(f"{self.name} must be text, not a list")
        return ""

    def number(self) -> int | None:
        """Its whole number, written in digits."""
        word = self.word
        if word.isascii() and word.isdigit() and len(word) <= _MAX_DIGITS:
            return int(word)
        self.report(f"{self.name} must be a whole number in digits")
        return None

    def date(self) -> Date | None:
        """Its date: a year, a month of it or a day."""
        text = self.text()
        date = date_of(text)
        if text and not date:
            no_day = f"{self.name}: the calendar has no {text}"
            self.report(no_day if is_written_as_date(text) else f"{self.name} {_NO_DATE}")
        return date

    def flag(self) -> bool:
        """True or False, written `true` or `false`."""
        if self.raw.value not in ("true", "false"):
            self.report(f"{self.name} must be true or false")
        return bool(self.raw.value == "true")

    def items(self) -> "list[Value]":
        """The values of a list; anything but a list is a problem."""
        if not isinstance(self.raw, yaml.SequenceNode):
            self.report(self._with_look_alike(_NO_LIST))
        return self.parts

    def pairs(self) -> "Iterator[tuple[Value, Value]]":
        """The keys and values of a mapping, of a repeated key the first value alone.

        A key that is no text is a problem, and so is one that is repeated.
        """
        for raw_key, raw_value in self._sound_pairs():
            yield self._key(raw_key), Value(raw_value, f'"{raw_key.value}"', self.file)

    def fields(self, what: str, legal: Sequence[str]) -> "Fields":
        """The keys of a record, a misspelt one read as what is meant.

        `what` is what messages call the record, `legal` are the keys it may have.
        """
        values: dict[str, Value] = {}
        misspelt: dict[str, Value] = {}
        for raw_key, raw_value in self._sound_pairs():
            word = raw_key.value
            value = Value(raw_value, f'"{word}"', self.file)
            if word in legal:
                values[word] = value
                continue
            proposals = dict(zip(legal, legal, strict=True))
            self._key(raw_key).report(unknown(f"key of {what}", word, proposals))
            meant = nearest(word, legal)
            if meant:
                misspelt[meant] = value
        return Fields(self, what, {**misspelt, **values})

    def _sound_pairs(self) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        """The keys and values that `pairs` answers with, as they were composed.

        Most keys are sound, and there are very many, so a key is made a value only to be reported.
        """
        if not self._is_mapping:
            self.report(self._with_look_alike(_NO_MAPPING))
        in_braces = self._is_in_braces
        seen: dict[str, yaml.Node] = {}
        begins_again = False
        for raw_key, raw_value in self._raw_pairs:
            if not isinstance(raw_key, yaml.ScalarNode) or not raw_key.value.strip():
                self._key(raw_key).text()  # which reports it
            elif raw_key.value in seen:
                # where another record has begun, its other keys are repeated for the same reason
                if not begins_again:
                    self._key(raw_key).report(self._repetition(raw_key, seen))
                begins_again = begins_again or self._begins_again(raw_key, seen)
            else:
                seen[raw_key.value] = raw_key
                if in_braces and _is_missing(raw_value):
                    self._key(raw_key).report(f'"{raw_key.value}" {_NO_VALUE}')
                else:
                    yield raw_key, raw_value

    def _with_look_alike(self, message: str) -> str:
        """What to say of it, and the sign in its text that is none of YAML's if there is one."""
        told = look_alike(self.word)
        return f"{self.name} {message}; {told}" if told else f"{self.name} {message}"

    def _key(self, raw_key: yaml.Node) -> "Value":
        return Value(raw_key, f"a key of {self.name}", self.file)

    @property
    def _is_mapping(self) -> bool:
        return isinstance(self.raw, yaml.MappingNode)

    @property
    def _raw_pairs(self) -> list[tuple[yaml.Node, yaml.Node]]:
        """The keys and values of a mapping as they were composed; none where it is no mapping."""
        return self.raw.value if self._is_mapping else []

    @property
    def _is_in_braces(self) -> bool:
        return isinstance(self.raw, yaml.CollectionNode) and bool(self.raw.flow_style)

    def _repetition(self, raw_key: yaml.ScalarNode, seen: dict[str, yaml.Node]) -> str:
        """What to say of a repeated key.

        Where the first key of a block comes again, most likely another record was to begin.
        """
        text = raw_key.value
        message = f'repeated key "{text}"; first on line {seen[text].start_mark.line + 1}'
        if self._begins_again(raw_key, seen):
            return f"{message}; if another one begins here, it needs a dash"
        return message

    def _begins_again(self, raw_key: yaml.ScalarNode, seen: dict[str, yaml.Node]) -> bool:
        """Whether a repeated key is the first one of an indented block."""
        is_first = raw_key.value == next(iter(seen)) and raw_key.start_mark.column > 0
        return is_first and not self._is_in_braces


def _is_missing(raw: yaml.Node) -> bool:
    """Whether nothing at all is written in the place of a value, as can happen in braces."""
    return bool(raw.start_mark.index == raw.end_mark.index)


class Fields:
    """The value that a record was read from and, by their keys, the values in it."""

    __slots__ = ("value", "values", "what")

    def __init__(self, value: Value, what: str, values: dict[str, Value]) -> None:
        self.value = value
        self.what = what
        self.values = values

    def need(self, key: str) -> None:
        """Report a key that has to be there and is not."""
        if key not in self.values and isinstance(self.value.raw, yaml.MappingNode):
            self.value.report(f'{self.what} needs "{key}"')

    def at(self, key: str) -> Value:
        """The value of a key; without it the record's own."""
        return self.values.get(key, self.value)

    def word(self, key: str) -> str:
        """The text of a key; empty where there is none."""
        return self.values[key].word if key in self.values else ""

    def parts(self, key: str) -> list[Value]:
        """The list of a key; none where there is none."""
        return self.values[key].parts if key in self.values else []

    def words(self, key: str) -> list[str]:
        """The texts in the list of a key; none where there is none."""
        return self.values[key].words if key in self.values else []

    def entries(self, key: str) -> dict[str, tuple[Value, Value]]:
        """The mapping of a key, by the texts of its keys; empty where there is none."""
        return self.values[key].entries if key in self.values else {}

    def holding(self, text: str) -> Value:
        """The value that is this text or in a list with it; the record's own where none is."""
        for value in self.values.values():
            for candidate in (value, *value.parts):
                if candidate.raw.value == text:
                    return candidate
        return self.value

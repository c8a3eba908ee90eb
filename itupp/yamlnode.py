"""A YAML value that knows its file and its place in it.

Values are composed, never constructed: every scalar keeps its text as it is written, so
`NO`, `0102` and `2022-09` are text. Asking a value for something it is not reports a problem and
answers with an empty one; reading goes on, so that one run finds every mistake.
"""

from collections.abc import Iterator, Sequence

import yaml

from itupp.problems import Problem, unknown
from itupp.text import nearest

_NO_VALUE = "has no value: a blank after a colon is missing, or quotes around text with a comma"


class Node:
    """A YAML value: what to call it in a message, where it stands, and the list its problems go to."""

    __slots__ = ("file", "name", "problems", "raw")

    def __init__(self, raw: yaml.Node, name: str, file: str, problems: list[Problem]) -> None:
        self.raw = raw
        self.name = name
        self.file = file
        self.problems = problems

    @property
    def line(self) -> int:
        """The line it begins on, from 1."""
        return int(self.raw.start_mark.line) + 1

    def report(self, message: str) -> None:
        """Note a mistake in this value."""
        self.problems.append(Problem.at(self.raw.start_mark, self.file, message))

    def doubt(self, message: str) -> None:
        """Note a warning about this value."""
        self.problems.append(Problem.at(self.raw.start_mark, self.file, message, warning=True))

    def get(self, key: str) -> "Node | None":
        """The value of a key, if it is there."""
        pairs = self.raw.value if isinstance(self.raw, yaml.MappingNode) else ()
        found = (value for name, value in pairs if name.value == key)
        return next((Node(value, f'"{key}"', self.file, self.problems) for value in found), None)

    def text(self) -> str:
        """Its text; an empty one or anything but text is a problem."""
        if isinstance(self.raw, yaml.MappingNode):
            self.report(f'{self.name} must be text; if it is text with ": " in it, put it in quotes')
            return ""
        if not isinstance(self.raw, yaml.ScalarNode):
            self.report(f"{self.name} must be text, not a list")
            return ""
        if not self.raw.value.strip():
            self.report(f"{self.name} is empty")
            return ""
        return str(self.raw.value)

    def number(self) -> int | None:
        """Its whole number, written in digits."""
        value = self.raw.value
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
            return int(value)
        self.report(f"{self.name} must be a whole number in digits")
        return None

    def flag(self) -> bool:
        """True or False, written `true` or `false`."""
        if self.raw.value not in ("true", "false"):
            self.report(f"{self.name} must be true or false")
        return bool(self.raw.value == "true")

    def items(self) -> list["Node"]:
        """The values of a list."""
        if not isinstance(self.raw, yaml.SequenceNode):
            self.report(f"{self.name} must be a list: a dash and a blank before each, or all in one [a, b]")
            return []
        return [Node(raw, f"each of {self.name}", self.file, self.problems) for raw in self.raw.value]

    def pairs(self) -> Iterator[tuple["Node", "Node"]]:
        """The keys and values of a mapping, as far as keys are text; of a repeated key the first value alone."""
        if not isinstance(self.raw, yaml.MappingNode):
            self.report(f'{self.name} must be a mapping of keys to values: a line "key: value" for each')
            return
        in_braces = self.raw.flow_style
        seen: dict[str, Node] = {}
        for raw_key, raw_value in self.raw.value:
            key = Node(raw_key, f"a key of {self.name}", self.file, self.problems)
            value = Node(raw_value, f'"{raw_key.value}"', self.file, self.problems)
            text = key.text()
            if text in seen:
                begins_another = seen[text] is next(iter(seen.values())) and raw_key.start_mark.column and not in_braces
                hint = "; if another one begins here, it needs a dash" if begins_another else ""
                key.report(f'repeated key "{text}"; first on line {seen[text].line}{hint}')
            elif text:
                seen[text] = key
                if in_braces and value.absent:
                    key.report(f"{value.name} {_NO_VALUE}")
                else:
                    yield key, value

    @property
    def absent(self) -> bool:
        """Whether nothing at all is written in its place."""
        return bool(self.raw.start_mark.index == self.raw.end_mark.index)

    def fields(self, what: str, legal: Sequence[str]) -> "Fields":
        """The keys of a record, a misspelt one read as the one that is meant; `what` names the record in messages."""
        fields = Fields(self, what)
        misspelt: dict[str, Node] = {}
        for key, value in self.pairs():
            name = key.raw.value
            if name in legal:
                fields.values[name] = value
            else:
                key.report(unknown(f"key of {what}", name, {key: key for key in legal}))
                meant = nearest(name, legal)
                if meant:
                    misspelt[meant] = value
        fields.values = {**misspelt, **fields.values}
        return fields


class Fields:
    """A mapping with known keys, each read as the kind of value it has to be; absent ones read as nothing."""

    __slots__ = ("node", "values", "what")

    def __init__(self, node: Node, what: str) -> None:
        self.node = node
        self.what = what
        self.values: dict[str, Node] = {}

    def need(self, key: str) -> Node | None:
        """The value of a key that has to be there."""
        if key not in self.values and isinstance(self.node.raw, yaml.MappingNode):
            self.node.report(f'{self.what} needs "{key}"')
        return self.values.get(key)

    def text(self, key: str) -> str:
        """The text of a key that has to be there."""
        value = self.need(key)
        return value.text() if value else ""

    def maybe(self, key: str) -> str | None:
        """The text of a key that may be left out."""
        value = self.values.get(key)
        return (value.text() or None) if value else None

    def number(self, key: str) -> int | None:
        """The whole number of a key that may be left out."""
        value = self.values.get(key)
        return value.number() if value else None

    def flag(self, key: str) -> bool:
        """The true or false of a key; left out it is false."""
        value = self.values.get(key)
        return value.flag() if value else False

    def items(self, key: str) -> list[Node]:
        """The list of a key that may be left out."""
        value = self.values.get(key)
        return value.items() if value else []

    def filled(self, key: str) -> list[Node]:
        """The list of a key that has to be there with something in it."""
        value = self.need(key)
        if value and value.raw.value == []:
            value.report(f"{value.name} is an empty list")
        return value.items() if value else []

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts of a key that may be left out."""
        return tuple(item.text() for item in self.items(key))

    def holding(self, text: str) -> Node:
        """The value that is this text or a list with it, as far as that can be told; otherwise the record itself."""
        for value in self.values.values():
            for raw in (value.raw, *(value.raw.value if isinstance(value.raw, yaml.SequenceNode) else ())):
                if raw.value == text:
                    return Node(raw, value.name, value.file, value.problems)
        return self.node

    def pairs(self, key: str) -> list[tuple[Node, Node]]:
        """The keys and values of a mapping, whatever its keys."""
        value = self.values.get(key)
        return list(value.pairs()) if value else []

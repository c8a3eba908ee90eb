"""What is wrong with a dataset, and how it is said."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Self

from itupp.text import nearest, one_line, visible


class Problem(NamedTuple):
    """One mistake in a dataset, or a doubt about it: lines and columns count from 1; without a place, line is 0."""

    file: str
    line: int
    column: int
    message: str
    warning: bool = False

    @classmethod
    def at(cls, mark: Any, file: str, message: str, *, warning: bool = False) -> Self:
        """A problem at one of the parser's marks, which count from 0; without one it is about the whole file."""
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        return cls(file, line, column, message, warning)

    def __str__(self) -> str:
        """`file:line:column: message`, told apart where it is only a warning."""
        file = visible(self.file).replace("\n", "\\n")
        place = f"{file}:{self.line}:{self.column}" if self.line else file
        return f"{place}: {'warning: ' if self.warning else ''}{one_line(self.message)}"


class DataError(Exception):
    """A dataset that cannot be used, with every problem found in it, by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def unknown(thing: str, word: str, legal: Mapping[str, str]) -> str:
    """What to say of an unknown word; `legal` maps all that a person may have meant to what has to be written."""
    near = nearest(word, legal)
    if near:
        return f'unknown {thing} "{word}"; did you mean {legal[near]}?'
    known = list(dict.fromkeys(legal.values()))
    return f'unknown {thing} "{word}"' + (f"; known: {', '.join(known)}" if 0 < len(known) < 20 else "")

"""What is wrong with a dataset, and how it is said."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple, Self

from itupp.text import one_line, unseen_written_out, visible


def place_in(text: str, at: int) -> tuple[int, int]:
    """The line and the column of a place in a text, as editors count them, from 1."""
    *above, line = re.split(r"\r\n|\r|\n", text[:at])
    return len(above) + 1, len(line) + 1


class Problem(NamedTuple):
    """A mistake in a dataset or a doubt about it.

    Lines and columns count from 1; line 0 stands for the whole file.
    """

    file: str
    line: int
    column: int
    message: str
    warning: bool = False

    @classmethod
    def at(cls, mark: Any, file: str, message: str, *, warning: bool = False) -> Self:
        """A problem at a mark of the parser's, which counts from 0, or in the whole file."""
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        return cls(file, line, column, message, warning)

    def __str__(self) -> str:
        """`file:line:column: error: message`, or `warning` in the place of `error`."""
        file = visible(self.file).replace("\n", "\\n")
        place = f"{file}:{self.line}:{self.column}" if self.line else file
        return f"{place}: {self.kind}: {self.text}"

    @property
    def text(self) -> str:
        """The message on one line, with what would not be seen of it written out."""
        return one_line(unseen_written_out(self.message))

    @property
    def kind(self) -> str:
        """Whether it is an error or a warning."""
        return "warning" if self.warning else "error"


class DataError(Exception):
    """A dataset that cannot be used, with every problem found in it, by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

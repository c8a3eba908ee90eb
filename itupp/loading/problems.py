"""What is wrong with a dataset, and how it is said."""

from collections.abc import Iterable
from typing import Any, NamedTuple, Self

from itupp.text import one_line, visible


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
        """`file:line:column: message`, told apart where it is only a warning."""
        file = visible(self.file).replace("\n", "\\n")
        place = f"{file}:{self.line}:{self.column}" if self.line else file
        kind = "warning: " if self.warning else ""
        return f"{place}: {kind}{one_line(self.message)}"


class DataError(Exception):
    """A dataset that cannot be used, with every problem found in it, by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

"""What an answer is made of, told once for every format."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from itupp.text import one_line

Cell = str | int | tuple[str, ...]

Row = tuple[Cell, ...]

Document = dict[str, Any]
"""A JSON object: its keys are a promise, in a fixed order."""


class Column(NamedTuple):
    """A table's column; `empty` is what a person is shown in the place of nothing."""

    heading: str
    empty: str = ""


class Table(NamedTuple):
    """Rows under columns.

    Where it is `grouped`, the first column is the heading that rows stand under. `narrow` is the
    table to show where this one does not fit.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str | None = None
    grouped: bool = False
    narrow: "Table | None" = None

    @property
    def numeric(self) -> tuple[bool, ...]:
        """For each column whether it holds numbers."""
        if not self.rows:
            return (False,) * len(self.columns)
        return tuple(map(_holds_number, zip(*self.rows, strict=True)))


def _holds_number(cells: Iterable[Cell]) -> bool:
    return any(isinstance(cell, int) for cell in cells)


class Paragraph(NamedTuple):
    """A text in prose; a note stands below what it is about."""

    text: str
    is_note: bool = False


class Heading(NamedTuple):
    """A heading in an answer, of level 2 or, below that, 3."""

    text: str
    level: int


class Facts(NamedTuple):
    """Labels, each with its value."""

    pairs: list[tuple[str, Cell]]


class Items(NamedTuple):
    """A list of texts."""

    texts: tuple[str, ...]


Block = Paragraph | Heading | Facts | Items | Table


class View:
    """What a person is shown: a title, and blocks in the order of the screen.

    It is built by statements in that order; what is absent is left out here, so that no caller has
    to ask. `data` is the table for programs to read, where that is not the first one shown.
    """

    def __init__(self, title: str, data: Table | None = None) -> None:
        self.title = title
        self.blocks: list[Block] = []
        self.data = data

    def paragraph(self, text: str) -> None:
        """Add a text in prose."""
        self.blocks.append(Paragraph(text))

    def paragraphs(self, text: str | None) -> None:
        """Add a text in prose, a paragraph for each of its lines."""
        self.blocks += [Paragraph(line) for line in (text or "").split("\n") if line]

    def heading(self, text: str | None, level: int) -> None:
        """Add a heading."""
        if text:
            self.blocks.append(Heading(text, level))

    def fact(self, label: str, value: Cell | None) -> None:
        """Add a fact; facts that follow each other stand together."""
        if not value:
            return
        if not self.blocks or not isinstance(self.blocks[-1], Facts):
            self.blocks.append(Facts([]))
        self.facts.append((label, value))

    def items(self, texts: Iterable[str]) -> None:
        """Add a list."""
        items = Items(tuple(texts))
        if items.texts:
            self.blocks.append(items)

    def table(self, table: Table | None) -> None:
        """Add a table, with or without rows; None adds nothing."""
        if table:
            self.blocks.append(table)

    def note(self, text: str | None) -> None:
        """Add a note."""
        if text:
            self.blocks.append(Paragraph(text, is_note=True))

    def notes(self, texts: Iterable[str]) -> None:
        """Add several notes."""
        for text in texts:
            self.note(text)

    @property
    def facts(self) -> list[tuple[str, Cell]]:
        """The facts, those added last where they stand in several places."""
        return next(
            (block.pairs for block in reversed(self.blocks) if isinstance(block, Facts)), []
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in the order of the screen."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


class Answer(NamedTuple):
    """An answer: what a person is shown and what is JSON, each made where it is asked for.

    `missing` is what to say besides, on stderr, where nothing was found.
    """

    view: Callable[[], View]
    document: Callable[[], Document | list[Document]]
    missing: str | None = None


def new_table(
    columns: Sequence[str | Column],
    rows: Iterable[Row],
    *,
    title: str | None = None,
    grouped: bool = False,
) -> Table:
    """A table; a column may be given by its heading alone."""
    full = tuple(Column(column) if isinstance(column, str) else column for column in columns)
    return Table(full, tuple(rows), title, grouped)


def cell_text(cell: Cell) -> str:
    """A cell in one line."""
    return one_line("; ".join(cell) if isinstance(cell, tuple) else str(cell))

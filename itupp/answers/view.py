"""What an answer is made of, told once for every format."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import partial
from itertools import compress
from typing import Any, NamedTuple

from itupp.text import one_line

Cell = str | int | tuple[str, ...]

Row = tuple[Cell, ...]

Document = dict[str, Any]
"""A JSON object: its keys are a promise, in a fixed order."""


class Tone(StrEnum):
    """How a text is set off from others; what it means is always in words, too."""

    TEXT = "text"
    DIM = "dim"
    """For ids, addresses and remarks."""
    MEANING = "meaning"
    """For words such as opposed, differ, taken up: each has its colour."""


class Meaning(StrEnum):
    """What a word says of how proponents stand, or of what came of something."""

    AGAINST = "against"
    PARTLY = "partly"
    WITH = "with"
    UNKNOWN = "unknown"


_MEANINGS = {
    "opposed": Meaning.AGAINST,
    "not taken up": Meaning.AGAINST,
    "differ": Meaning.PARTLY,
    "taken up in part": Meaning.PARTLY,
    "shared": Meaning.WITH,
    "same side": Meaning.WITH,
    "taken up": Meaning.WITH,
    "not known": Meaning.UNKNOWN,
}


def meaning(text: str) -> Meaning | None:
    """What the words say that a text begins with; the longest of those that it may be counts."""
    known = [words for words in _MEANINGS if text.startswith(words)]
    return _MEANINGS[max(known, key=len)] if known else None


class Column(NamedTuple):
    """A table's column; `empty` is what a person is shown in the place of nothing."""

    heading: str
    empty: str = ""
    tone: Tone = Tone.TEXT


class Table(NamedTuple):
    """Rows under columns.

    Where it is `grouped`, the first column is the heading that rows stand under. A `bare` table is
    shown on a terminal without the headings of its columns, set in below a heading. `narrow` is the
    table to show where this one does not fit.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str | None = None
    grouped: bool = False
    bare: bool = False
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
    """A text in prose."""

    text: str
    tone: Tone = Tone.TEXT


class Heading(NamedTuple):
    """A heading of level 2 or, below that, 3, with a remark at the end of its line."""

    text: str
    level: int
    remark: str = ""


class Facts(NamedTuple):
    """Labels, each with its value."""

    pairs: list[tuple[str, Cell]]


class Items(NamedTuple):
    """A list of texts."""

    texts: tuple[str, ...]


MORE, DOT = "More: ", " \u00b7 "
"""What stands before command lines, and between them."""


class Commands(NamedTuple):
    """Command lines that a person may type next; none is folded."""

    lines: tuple[str, ...]


Block = Paragraph | Heading | Facts | Items | Table | Commands


class View:
    """What a person is shown: a title, and blocks in the order of the screen.

    It is built by statements in that order; what is absent is left out here, so that no caller has
    to ask. The `context` of the title says what it belongs to. `data` is the table for programs to
    read, where that is not the first one shown; `full` is the one for people who ask for all.
    """

    def __init__(self, title: str, context: str = "", data: Table | None = None) -> None:
        self.title = title
        self.context = context
        self.blocks: list[Block] = []
        self.data = data
        self.full: Table | None = None
        self.next_commands: tuple[str, ...] = ()

    def paragraph(self, text: str) -> None:
        """Add a text in prose."""
        self.blocks.append(Paragraph(text))

    def paragraphs(self, text: str | None) -> None:
        """Add a text in prose, a paragraph for each of its lines."""
        self.blocks += [Paragraph(line) for line in (text or "").split("\n") if line]

    def heading(self, text: str | None, level: int = 2, remark: str = "") -> None:
        """Add a heading."""
        if text:
            self.blocks.append(Heading(text, level, remark))

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
        """Add a table without its empty columns; without rows it is for programs alone."""
        if table and table.rows:
            self.blocks.append(_without_empty_columns(table))
        elif self.data is None:
            self.data = table

    def note(self, text: str | None) -> None:
        """Add a remark on what stands above."""
        if text:
            self.blocks.append(Paragraph(text, Tone.DIM))

    def listed(self, heading: str, table: Table | None, remark: str = "") -> None:
        """Add a heading and the table below it; without rows neither."""
        if table and table.rows:
            self.heading(heading, remark=remark)
            self.table(table)

    def notes(self, texts: Iterable[str]) -> None:
        """Add several notes."""
        for text in texts:
            self.note(text)

    def commands(self, lines: Sequence[str]) -> None:
        """Add command lines."""
        if lines:
            self.blocks.append(Commands(tuple(lines)))

    def more(self, *commands: str) -> None:
        """Set the commands that a person may type next."""
        self.next_commands = commands

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

    `missing` is what to say besides, on stderr, where nothing was found. `picture` is the view to
    draw, of an answer that can be drawn.
    """

    view: Callable[[], View]
    document: Callable[[], Document | list[Document]]
    missing: str | None = None
    picture: Callable[[], View] | None = None


def in_full(answer: Answer) -> Answer:
    """An answer that shows people the table that it has for those who ask for all, or programs."""
    return answer._replace(view=partial(_full_view, answer))


def _full_view(answer: Answer) -> View:
    shown = answer.view()
    full = View(shown.title, shown.context, data=shown.data)
    full.table(shown.full or shown.data)
    return full


def new_table(
    columns: Sequence[str | Column],
    rows: Iterable[Row],
    *,
    title: str | None = None,
    grouped: bool = False,
    bare: bool = False,
) -> Table:
    """A table; a column may be given by its heading alone. A bare one has no empty columns."""
    full = tuple(Column(column) if isinstance(column, str) else column for column in columns)
    table = Table(full, tuple(rows), title, grouped, bare)
    return _without_empty_columns(table) if bare else table


def _without_empty_columns(table: Table) -> Table:
    filled = [any(map(_is_something, cells)) for cells in zip(*table.rows, strict=True)]
    if table.rows and all(filled):
        return table
    columns = tuple(compress(table.columns, filled))
    rows = tuple(tuple(compress(row, filled)) for row in table.rows)
    return table._replace(columns=columns, rows=rows, grouped=table.grouped and filled[0])


def _is_something(cell: Cell) -> bool:
    return cell not in ("", ())


def cell_text(cell: Cell) -> str:
    """A cell in one line."""
    return one_line("; ".join(cell) if isinstance(cell, tuple) else str(cell))

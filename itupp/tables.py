"""From a View to what rich prints; nothing is printed here.

On a terminal text folds between words to the width there is, and where the longest words of a
table do not fit side by side its rows become records. In a pipe every row is one line.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.table import Table as RichTable
from rich.text import Text

from itupp.text import one_line
from itupp.views import Cell, Table, View, cell_text

GAP = 2
NAME = 16
"""A width that most names fit in; where there is room, no column that holds more is narrower."""

Row = Sequence[str]


def render(view: View, width: int | None) -> Iterator[RenderableType]:
    """The lines and tables of a view, for a terminal of this width or, where it is None, for a pipe."""
    blocks = filter(None, map(list, _blocks(view, width)))
    yield from next(blocks)
    for block in blocks:
        yield from (Text(), *block)


def _blocks(view: View, width: int | None) -> Iterator[Iterable[RenderableType]]:
    """What stands together, to be set apart by blank lines."""
    yield _lines(view.title, width, "bold")
    for paragraph in view.prose:
        yield _lines(paragraph, width)
    yield _facts(view.facts, width)
    for table in filter(None, (view.main, *view.tables)):
        yield from _table(table, width)
    for note in view.notes:
        yield _lines(note, width, "italic")


def _lines(text: str, width: int | None, style: str = "") -> Iterator[Text]:
    return (Text(line, style, no_wrap=True, overflow="ignore") for line in _folded(text, width))


def _facts(facts: Sequence[tuple[str, Cell]], width: int | None) -> Iterator[Text]:
    """Labels beside values, each item of a list on a line of its own, what folds set in under its value."""
    indent = max((cell_len(label) for label, _ in facts), default=0) + GAP
    if width is not None and indent > width // 3:
        indent = GAP
    for label, value in facts:
        lead = label.ljust(indent) if cell_len(label) < indent else f"{label}: "
        for item in value if isinstance(value, tuple) else (str(value),):
            for line in _folded(item, width, cell_len(lead), indent):
                yield Text.assemble((lead, "bold"), line, no_wrap=True, overflow="ignore")
                lead = " " * indent


def _folded(text: str, width: int | None, lead: int = 0, indent: int = 0) -> Iterator[str]:
    """The text in lines that fit beside a lead on the first and an indent on the others.

    No word is split: one longer than its line runs over the end.
    """
    line, taken = "", lead
    for word in one_line(text).split(" "):
        if line and width is not None and taken + cell_len(line) + 1 + cell_len(word) > width:
            yield line
            line, taken = word, indent
        else:
            line = f"{line} {word}" if line else word
    yield line


def _table(table: Table, width: int | None) -> Iterator[list[RenderableType]]:
    """Its blocks: one in a pipe, elsewhere one for each group or, where its columns do not fit, for each row."""
    headings = [one_line(column.heading) for column in table.columns]
    rows = [
        [cell_text(cell) or column.empty for cell, column in zip(row, table.columns, strict=True)] for row in table.rows
    ]
    numbers = table.numeric
    block: list[RenderableType] = [*_lines(table.title, width, "bold")] if table.title else []
    if width is None:
        yield [*block, _grid(rows, _natural([headings, *rows]), numbers, headings)]
        return
    hidden = 1 if table.grouped else 0
    headings, numbers = headings[hidden:], numbers[hidden:]
    widths = _fitted(headings, [row[hidden:] for row in rows], width)
    if not widths and table.narrow:
        yield from _table(table.narrow, width)
        return
    if widths:
        block.append(_grid([], widths, numbers, headings))
    for group, members in groupby(rows, key=lambda row: row[:hidden]):
        if group:
            yield block
            block = [*_lines(group[0], width, "bold")]
        if widths:
            block.append(_grid([row[hidden:] for row in members], widths, numbers))
            continue
        for row in members:
            yield block
            block = [*_facts([fact for fact in zip(headings, row[hidden:], strict=True) if fact[1]], width)]
    yield block


def _grid(rows: Sequence[Row], widths: Sequence[int], numbers: Sequence[bool], headings: Row = ()) -> RenderableType:
    """Rows in columns of these widths, a blank line between them where any of them folds."""
    folds = any(cell_len(cell) > width for row in rows for cell, width in zip(row, widths, strict=True))
    grid = RichTable(
        box=SIMPLE_HEAD,
        show_header=bool(headings),
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),
        leading=int(folds),
    )
    for place, width in enumerate(widths):
        heading = Text(headings[place] if headings else "")
        grid.add_column(heading, width=width, justify="right" if numbers[place] else "left", header_style="bold")
    for row in rows:
        grid.add_row(*map(Text, row))
    return _Trimmed(grid)


class _Trimmed(NamedTuple):
    """A grid without the blanks that fill its lines up."""

    grid: RichTable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """What rich calls to print it."""
        for line in console.render_lines(self.grid, options, pad=False):
            while line and not line[-1].text.strip():
                line.pop()
            if line:
                last = line.pop()
                line.append(Segment(last.text.rstrip(), last.style))
            yield from (*line, Segment.line())


def _natural(rows: Iterable[Row]) -> list[int]:
    """For each column the width of its longest cell."""
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]


def _fitted(headings: Row, rows: Sequence[Row], width: int) -> list[int] | None:
    """Widths at which the rows are lowest; None where headings and longest words do not fit side by side."""
    most = _natural([headings, *rows])
    words = _natural([headings, *([max(cell.split(), key=cell_len, default="") for cell in row] for row in rows)])
    lengths = [[cell_len(cell) for cell in row] for row in rows]
    room = width - GAP * (len(words) - 1)
    widths = [max(word, min(limit, NAME)) for word, limit in zip(words, most, strict=True)]
    if sum(widths) > room:
        widths = words
    spare = room - sum(widths)
    while spare > 0 and widths != most:
        gains = [0.0] * len(widths)
        for row in lengths:
            height, tallest = max(
                (length / at, place) for place, (length, at) in enumerate(zip(row, widths, strict=True))
            )
            if height > 1:
                gains[tallest] += height / widths[tallest]
        widths[gains.index(max(gains))] += 1
        spare -= 1
    return widths if spare >= 0 else None

"""From a View to what rich prints on a terminal, or wherever colours are asked for."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderResult
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from itupp.answers.view import View
from itupp.output.layout import GAP, LABEL, Cells, Columns, Line, Part, folded, lay_out, style_of

HIGH = 2.5
"""So many lines a row, on average, need a blank line between one and the next."""


class Page(NamedTuple):
    """A view laid out, which rich prints at once: each print has a price of its own."""

    parts: Iterable[Part]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What rich calls to print it."""
        for part in self.parts:
            if isinstance(part, Columns):
                yield from _drawn(part, console, options)
            else:
                yield from _coloured(part, console)
                yield Segment.line()


def page(view: View, width: int | None) -> Page:
    """A view for a terminal of this width or, where it is None, for a pipe."""
    return Page(lay_out(view, width))


def _coloured(line: Line, console: Console) -> Iterator[Segment]:
    for span in line:
        yield Segment(span.text, console.get_style(span.style) if span.style else None)


def _drawn(columns: Columns, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
    """A table without the blanks that fill its lines up, set in."""
    room = options.update(width=options.max_width - columns.indent)
    for line in console.render_lines(_table(columns), room, pad=False):
        while line and not line[-1].text.strip():
            line.pop()
        if line:
            last = line.pop()
            line.append(Segment(last.text.rstrip(), last.style))
        yield Segment(" " * columns.indent if line else "")
        yield from line
        yield Segment.line()


def _table(columns: Columns) -> Table:
    """What rich draws: all rows as one, each cell folded before, which is the quickest way."""
    grid = columns.grid
    table = Table(
        box=SIMPLE_HEAD,
        show_header=bool(grid.headings),
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),
    )
    headings = grid.headings or repeat("")
    for heading, width, is_number in zip(headings, columns.widths, grid.numeric, strict=False):
        justify: JustifyMethod = "right" if is_number else "left"
        table.add_column(
            Text("\n".join(folded(heading, width))),
            width=width,
            justify=justify,
            header_style=LABEL,
            no_wrap=True,
        )
    if grid.rows:
        table.add_row(*_cells(columns))
    return table


def _cells(columns: Columns) -> Iterator[Text]:
    """For each column its cells below each other, each as high as its row."""
    grid = columns.grid
    rows = [_folded(row, columns.widths) for row in grid.rows]
    heights = [max(map(len, row)) for row in rows]
    between = int(not columns.indent and sum(heights) > HIGH * len(rows))
    for place, tone in enumerate(grid.tones):
        text = Text()
        for row, folded_row, height in zip(grid.rows, rows, heights, strict=True):
            lines = folded_row[place]
            blank = height - len(lines) + between + 1
            text.append("\n".join(lines), style_of(row[place], tone))
            text.append("\n" * blank)
        text.right_crop(1 + between)
        yield text


def _folded(row: Cells, widths: Sequence[int]) -> list[list[str]]:
    return [list(folded(cell, width)) for cell, width in zip(row, widths, strict=True)]

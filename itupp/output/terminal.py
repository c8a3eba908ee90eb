"""From a View to what rich prints; nothing is printed here.

On a terminal text folds between words to the width there is, and where the longest words of a table
do not fit side by side its rows become records. In a pipe every row is one line.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, repeat
from typing import NamedTuple

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderableType
from rich.segment import Segment
from rich.table import Table as RichTable
from rich.text import Text

from itupp.answers.view import (
    DOT,
    MORE,
    Block,
    Cell,
    Column,
    Commands,
    Facts,
    Heading,
    Items,
    Meaning,
    Paragraph,
    Table,
    Tone,
    View,
    cell_text,
    meaning,
)
from itupp.text import one_line

GAP = 2

NAME = 16
"""A width that most names fit in; where there is room, no column that holds more is narrower."""

INDENT = 2
"""How far what stands below a heading is set in."""

# One palette for everything. Each colour has about the same contrast on black as on white; what it
# means is always in the words, too.
TITLE = "bold"
HEADING = "bold color(31)"
LABEL = "bold"
DIM = "dim"
MEANINGS = {
    Meaning.AGAINST: "color(160)",
    Meaning.PARTLY: "color(130)",
    Meaning.WITH: "color(28)",
    Meaning.UNKNOWN: DIM,
}
"""How words are coloured that say how proponents stand, or what came of something."""

Cells = Sequence[str]


def render(view: View, width: int | None) -> Iterator[RenderableType]:
    """Render a view for a terminal of this width or, where it is None, for a pipe."""
    together = filter(None, map(list, _together(view, width)))
    yield from next(together)
    for renderables in together:
        yield Text()
        yield from renderables


def _together(view: View, width: int | None) -> Iterator[Iterable[RenderableType]]:
    """What stands together, to be set apart by blank lines."""
    yield _headed(view.title, view.context, width, TITLE)
    yield from _blocks(view, width)


def _blocks(view: View, width: int | None) -> Iterator[Iterable[RenderableType]]:
    """The blocks of a view, a heading together with what stands below it."""
    above: list[RenderableType] = []
    shared = _shared_widths(view, width)
    for block in view.blocks:
        if isinstance(block, Heading):
            above += _headed(block.text, block.remark, width, HEADING)
            continue
        for rendered in _rendered(block, width, shared):
            yield [*above, *rendered]
            above = []
    yield above


Widths = dict[tuple[Column, ...], list[int] | None]


def _shared_widths(view: View, width: int | None) -> Widths:
    """Widths for bare tables, the same for those that have the same columns, so that these align.

    A column of ids or remarks at the end stands at the right margin.
    """
    rows: dict[tuple[Column, ...], list[Cells]] = {}
    for table in view.tables:
        if table.bare:
            rows.setdefault(table.columns, []).extend(_grid_of(table).rows)
    return {columns: _widths_of_bare(columns, cells, width) for columns, cells in rows.items()}


def _widths_of_bare(
    columns: tuple[Column, ...], rows: list[Cells], width: int | None
) -> list[int] | None:
    if width is None:
        return _natural(rows)
    grid = _Grid([""] * len(columns), rows, (), ())
    widths = _fitted(grid, width - INDENT)
    if widths and len(widths) > 1 and columns[-1].tone is Tone.DIM:
        taken = INDENT + sum(widths) + GAP * (len(widths) - 1)
        widths[-2] += max(0, width - taken)
    return widths


def _headed(text: str, remark: str, width: int | None, style: str) -> Iterator[Text]:
    """A title or heading, with a remark at the end of its line or of the next."""
    *lines, last = _lines(text, width, style)
    yield from lines
    ending = Text(one_line(remark), _meaning(remark) or DIM)
    if not remark:
        yield last
    elif width is None:
        yield Text.assemble(last, "  ", ending)
    elif last.cell_len + GAP + ending.cell_len <= width:
        yield Text.assemble(last, " " * (width - last.cell_len - ending.cell_len), ending)
    else:
        yield last
        yield Text.assemble(" " * max(0, width - ending.cell_len), ending)


def _meaning(text: str) -> str:
    """The style of a text that begins with words that have a meaning."""
    meant = meaning(text)
    return MEANINGS[meant] if meant else ""


def _styled(text: str, tone: Tone) -> Text:
    """A text in the style of its tone."""
    style = {Tone.DIM: DIM, Tone.MEANING: _meaning(text)}.get(tone, "")
    return Text(text, style)


def _rendered(
    block: Block, width: int | None, shared: Widths
) -> Iterator[Iterable[RenderableType]]:
    match block:
        case Paragraph():
            yield _lines(block.text, width, DIM if block.tone is Tone.DIM else "")
        case Commands():
            yield _packed(block.lines, width)
        case Items():
            yield _items(block.texts, width)
        case Facts():
            yield _facts(block.pairs, width)
        case Table():  # pragma: no branch - there is no other kind
            if block.bare:
                yield [*_bare(_grid_of(block), shared[block.columns], width)]
            else:
                yield from _table(block, width)


def _lines(text: str, width: int | None, style: str = "") -> Iterator[Text]:
    for line in _folded(text, width):
        yield Text(line, style, no_wrap=True, overflow="ignore")


def _packed(commands: Iterable[str], width: int | None) -> Iterator[Text]:
    """Command lines side by side as far as they fit, none of them folded."""
    line, lead = "", MORE
    for command in map(one_line, commands):
        longer = f"{line}{DOT}{command}" if line else command
        if line and width is not None and cell_len(lead + longer) > width:
            yield Text(f"{lead}{line}{DOT.rstrip()}", DIM, no_wrap=True, overflow="ignore")
            line, lead = command, " " * len(MORE)
        else:
            line = longer
    yield Text(f"{lead}{line}", DIM, no_wrap=True, overflow="ignore")


def _items(texts: Iterable[str], width: int | None) -> Iterator[Text]:
    """Texts with a dash before each, what folds set in."""
    for text in texts:
        lead = "- "
        for line in _folded(text, width, INDENT, INDENT):
            yield Text(f"{lead}{line}", no_wrap=True, overflow="ignore")
            lead = " " * INDENT


def _facts(facts: Iterable[tuple[str, Cell]], width: int | None) -> Iterator[Text]:
    """Labels beside values, each item of a list on its own line, folded lines set in."""
    facts = tuple(facts)
    indent = max((cell_len(label) for label, _ in facts), default=0) + GAP
    if width is not None and indent > width // 3:
        indent = GAP
    for label, value in facts:
        lead = label.ljust(indent) if cell_len(label) < indent else f"{label}: "
        items = value if isinstance(value, tuple) else (str(value),)
        for line in _set_in(items, width, cell_len(lead), indent):
            yield Text.assemble((lead, LABEL), line, no_wrap=True, overflow="ignore")
            lead = " " * indent


def _set_in(items: Iterable[str], width: int | None, lead: int, indent: int) -> Iterator[str]:
    """The lines of texts, the first beside a lead, all others beside an indent."""
    for item in items:
        for line in _folded(item, width, lead, indent):
            yield line
            lead = indent


def _folded(text: str, width: int | None, lead: int = 0, indent: int = 0) -> Iterator[str]:
    """The text in lines that fit beside a lead on the first and an indent on the others.

    No word is split: one longer than its line runs over the end.
    """
    line, taken = "", lead
    for word in one_line(text).split(" "):
        needed = taken + cell_len(line) + 1 + cell_len(word)
        if line and width is not None and needed > width:
            yield line
            line, taken = word, indent
        else:
            line = f"{line} {word}" if line else word
    yield line


class _Grid(NamedTuple):
    """A table as texts: its headings, and its rows with what is shown in the place of nothing."""

    headings: Cells
    rows: Sequence[Cells]
    numeric: Sequence[bool]
    tones: Sequence[Tone]

    def without_first(self) -> "_Grid":
        """The grid without its first column."""
        rows = [row[1:] for row in self.rows]
        return _Grid(self.headings[1:], rows, self.numeric[1:], self.tones[1:])


def _grid_of(table: Table) -> _Grid:
    headings = [one_line(column.heading) for column in table.columns]
    rows = [list(map(_shown, row, table.columns)) for row in table.rows]
    tones = [column.tone for column in table.columns]
    return _Grid(headings, rows, table.numeric, tones)


def _shown(cell: Cell, column: Column) -> str:
    return cell_text(cell) or column.empty


def _table(table: Table, width: int | None) -> Iterator[list[RenderableType]]:
    """One block in a pipe; else one for each group or, where it does not fit, each row."""
    grid = _grid_of(table)
    title: list[RenderableType] = [*_lines(table.title, width, HEADING)] if table.title else []
    if width is None:
        yield [*title, *_in_lines(grid, _natural([grid.headings, *grid.rows]))]
        return
    shown = grid.without_first() if table.grouped else grid
    widths = _fitted(shown, width)
    if not widths and table.narrow:
        yield from _table(table.narrow, width)
    elif widths:
        heading = shown._replace(rows=[])
        yield from _in_columns(
            _groups(grid, table), widths, [*title, _rich(heading, widths)], width
        )
    else:
        yield from _in_records(_groups(grid, table), title, width)


def _bare(grid: _Grid, widths: Sequence[int] | None, width: int | None) -> Iterator[RenderableType]:
    """Rows without the headings of columns, set in; where they do not fit a row becomes lines."""
    if widths and width is None:
        yield from _in_lines(grid._replace(headings=()), widths, INDENT)
        return
    if widths:
        yield _rich(grid._replace(headings=()), widths, INDENT)
        return
    for row in grid.rows:
        yield from _lines(" ".join(filter(None, row)), width)


class _Group(NamedTuple):
    """Rows under the heading they share; a table not grouped is one without a heading."""

    heading: str | None
    grid: _Grid


def _groups(grid: _Grid, table: Table) -> Iterator[_Group]:
    if not table.grouped:
        yield _Group(None, grid)
        return
    for heading, rows in groupby(grid.rows, key=lambda row: row[0]):
        members = grid._replace(rows=list(rows))
        yield _Group(heading, members.without_first())


def _in_columns(
    groups: Iterable[_Group], widths: Sequence[int], above: list[RenderableType], width: int
) -> Iterator[list[RenderableType]]:
    """Groups of rows in columns, the first of them below what stands above."""
    block = above
    for heading, grid in groups:
        if heading is not None:
            yield block
            block = [*_lines(heading, width, HEADING)]
        if grid.rows:
            block.append(_rich(grid._replace(headings=()), widths))
    yield block


def _in_records(
    groups: Iterable[_Group], above: list[RenderableType], width: int
) -> Iterator[list[RenderableType]]:
    """A block for each row, below the heading of its group."""
    block = above
    for heading, grid in groups:
        if heading is not None:
            yield block
            block = [*_lines(heading, width, HEADING)]
        for row in grid.rows:
            yield block
            pairs = zip(grid.headings, row, strict=True)
            block = [*_facts(((label, cell) for label, cell in pairs if cell), width)]
    yield block


def _rich(grid: _Grid, widths: Sequence[int], indent: int = 0) -> RenderableType:
    """Rows in columns of these widths, set in, a blank line between them where some are high."""
    table = RichTable(
        box=SIMPLE_HEAD,
        show_header=bool(grid.headings),
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),
        leading=int(not indent and _are_high(grid.rows, widths)),
    )
    for place, width in enumerate(widths):
        heading = Text(grid.headings[place] if grid.headings else "")
        justify: JustifyMethod = "right" if grid.numeric[place] else "left"
        table.add_column(heading, width=width, justify=justify, header_style=LABEL)
    for row in grid.rows:
        table.add_row(*map(_styled, row, grid.tones))
    return _Trimmed(table, indent)


def _in_lines(grid: _Grid, widths: Sequence[int], indent: int = 0) -> Iterator[Text]:
    """Rows, each in one line, for a pipe: no rule is wider than a screen there."""
    lines = [list(map(Text, grid.headings, repeat(LABEL)))] if grid.headings else []
    lines += (list(map(_styled, row, grid.tones)) for row in grid.rows)
    for cells in lines:
        line = Text(" " * indent, no_wrap=True, overflow="ignore")
        for cell, width, is_number in zip(cells, widths, grid.numeric, strict=True):
            cell.align("right" if is_number else "left", width)
            line.append_text(cell).append(" " * GAP)
        line.rstrip()
        yield line


HIGH = 2.5
"""So many lines a row, on average, need a blank line between one and the next."""


def _are_high(rows: Sequence[Cells], widths: Sequence[int]) -> bool:
    """Whether rows take several lines."""
    lines = sum(_height(row, widths) for row in rows)
    return lines > HIGH * len(rows)


def _height(row: Cells, widths: Sequence[int]) -> int:
    """About how many lines a row takes."""
    return max(-(-cell_len(cell) // width) for cell, width in zip(row, widths, strict=True))


class _Trimmed(NamedTuple):
    """A table without the blanks that fill its lines up, set in by some."""

    table: RichTable
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """What rich calls to print it."""
        room = options.update(width=options.max_width - self.indent)
        for line in console.render_lines(self.table, room, pad=False):
            while line and not line[-1].text.strip():
                line.pop()
            if line:
                last = line.pop()
                line.append(Segment(last.text.rstrip(), last.style))
            yield Segment(" " * self.indent if line else "")
            yield from line
            yield Segment.line()


def _natural(rows: Iterable[Cells]) -> list[int]:
    """For each column the width of its longest cell."""
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]


def _fitted(grid: _Grid, width: int) -> list[int] | None:
    """Widths at which the rows are lowest; None where the longest words do not fit side by side.

    Beginning with the narrowest widths, each column that is left over goes to where it lowers the
    rows most.
    """
    most = _natural([grid.headings, *grid.rows])
    words = _natural([grid.headings, *(list(map(_longest_word, row)) for row in grid.rows)])
    lengths = [list(map(cell_len, row)) for row in grid.rows]
    room = width - GAP * (len(words) - 1)
    widths = [max(word, min(limit, NAME)) for word, limit in zip(words, most, strict=True)]
    if sum(widths) > room:
        widths = words
    spare = room - sum(widths)
    while spare > 0 and widths != most:
        widths[_most_gaining(lengths, widths)] += 1
        spare -= 1
    return widths if spare >= 0 else None


def _longest_word(cell: str) -> str:
    return max(cell.split(), key=cell_len, default="")


def _most_gaining(lengths: Iterable[Sequence[int]], widths: Sequence[int]) -> int:
    """The place of the column that lowers the rows most where it is made wider by one."""
    gains = [0.0] * len(widths)
    for row in lengths:
        heights = [length / width for length, width in zip(row, widths, strict=True)]
        height = max(heights)
        if height > 1:
            tallest = len(heights) - 1 - heights[::-1].index(height)
            gains[tallest] += height / widths[tallest]
    return gains.index(max(gains))

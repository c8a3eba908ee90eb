"""From a View to lines of styled text and to columns; nothing is printed here.

On a terminal text folds between words to the width there is, and where the longest words of a table
do not fit side by side its rows become records. In a pipe every row is one line. None of this needs
rich, whose import would take a fifth of the time of a command in a pipe.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

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
from itupp.text import one_line, pieces

GAP = 2

STEPS = 8
"""Room that is left over is given to columns in so many steps, and the last of it one by one."""

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

_NARROW = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x300))))
_NARROW |= frozenset("\u2010\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2116")
"""Signs that take one column; of others rich has to be asked, which takes time to import."""


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii() or _NARROW.issuperset(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


class Span(NamedTuple):
    """Text in one style, in the words of rich."""

    text: str
    style: str = ""


Line = tuple[Span, ...]


class Grid(NamedTuple):
    """A table as texts: its headings, and its rows with what is shown in the place of nothing."""

    headings: Cells
    rows: Sequence[Cells]
    numeric: Sequence[bool]
    tones: Sequence[Tone]

    def without_first(self) -> "Grid":
        """The grid without its first column."""
        rows = [row[1:] for row in self.rows]
        return Grid(self.headings[1:], rows, self.numeric[1:], self.tones[1:])


class Columns(NamedTuple):
    """A grid to be drawn in columns of these widths, set in by some blanks."""

    grid: Grid
    widths: Sequence[int]
    indent: int = 0


Part = Line | Columns


def plain_text(view: View) -> str:
    """What a pipe is sent of a view: lines without styles."""
    lines = lay_out(view, None)
    return "".join(f"{_text_of(line)}\n" for line in lines)


def _text_of(line: Part) -> str:
    assert not isinstance(line, Columns), "in a pipe every row is a line"
    return "".join(span.text for span in line)


def lay_out(view: View, width: int | None) -> Iterator[Part]:
    """Lay a view out for a terminal of this width or, where it is None, for a pipe."""
    together = filter(None, map(list, _together(view, width)))
    yield from next(together)
    for parts in together:
        yield ()
        yield from parts


def _together(view: View, width: int | None) -> Iterator[Iterable[Part]]:
    """What stands together, to be set apart by blank lines."""
    yield _headed(view.title, view.context, width, TITLE)
    yield from _blocks(view, width)


def _blocks(view: View, width: int | None) -> Iterator[Iterable[Part]]:
    """The blocks of a view, a heading together with what stands below it."""
    above: list[Part] = []
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
    grid = Grid([""] * len(columns), rows, (), ())
    widths = _fitted(grid, width - INDENT)
    if widths and len(widths) > 1 and columns[-1].tone is Tone.DIM:
        taken = INDENT + sum(widths) + GAP * (len(widths) - 1)
        widths[-2] += max(0, width - taken)
    return widths


def _headed(text: str, remark: str, width: int | None, style: str) -> Iterator[Line]:
    """A title or heading, with a remark at the end of its line or of the next."""
    *lines, last = _lines(text, width, style)
    yield from lines
    ending = Span(one_line(remark), _meaning(remark) or DIM)
    spare = GAP if width is None else width - columns_of(last[0].text) - columns_of(ending.text)
    if not remark:
        yield last
    elif spare >= GAP:
        yield (*last, Span(" " * spare), ending)
    else:
        yield last
        yield (Span(" " * max(0, spare + columns_of(last[0].text))), ending)


def _meaning(text: str) -> str:
    """The style of a text that begins with words that have a meaning."""
    meant = meaning(text)
    return MEANINGS[meant] if meant else ""


def style_of(text: str, tone: Tone) -> str:
    """The style of a text of some tone."""
    return {Tone.DIM: DIM, Tone.MEANING: _meaning(text)}.get(tone, "")


def _rendered(block: Block, width: int | None, shared: Widths) -> Iterator[Iterable[Part]]:
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


def _lines(text: str, width: int | None, style: str = "") -> Iterator[Line]:
    for line in folded(text, width):
        yield (Span(line, style),)


def _packed(commands: Sequence[str], width: int | None) -> Iterator[Line]:
    """Command lines side by side as far as they fit, none of them folded."""
    line, lead, rest = "", MORE, len(commands)
    for command in map(one_line, commands):
        longer, rest = f"{line}{DOT}{command}" if line else command, rest - 1
        # a line that others follow ends with the dot between them
        ending = DOT.rstrip() if rest else ""
        if line and width is not None and columns_of(lead + longer + ending) > width:
            yield (Span(f"{lead}{line}{DOT.rstrip()}", DIM),)
            line, lead = command, " " * len(MORE)
        else:
            line = longer
    yield (Span(f"{lead}{line}", DIM),)


def _items(texts: Iterable[str], width: int | None) -> Iterator[Line]:
    """Texts with a dash before each, what folds set in."""
    for text in texts:
        lead = "- "
        for line in folded(text, width, INDENT, INDENT):
            yield (Span(f"{lead}{line}"),)
            lead = " " * INDENT


def _facts(facts: Iterable[tuple[str, Cell]], width: int | None) -> Iterator[Line]:
    """Labels beside values, each item of a list on its own line, folded lines set in."""
    facts = tuple(facts)
    indent = max((columns_of(label) for label, _ in facts), default=0) + GAP
    if width is not None and indent > width // 3:
        indent = GAP
    for label, value in facts:
        lead = label.ljust(indent) if columns_of(label) < indent else f"{label}: "
        items = value if isinstance(value, tuple) else (str(value),)
        for line in _set_in(items, width, columns_of(lead), indent):
            yield (Span(lead, LABEL), Span(line))
            lead = " " * indent


def _set_in(items: Iterable[str], width: int | None, lead: int, indent: int) -> Iterator[str]:
    """The lines of texts, the first beside a lead, all others beside an indent."""
    for item in items:
        for line in folded(item, width, lead, indent):
            yield line
            lead = indent


def folded(text: str, width: int | None, lead: int = 0, indent: int = 0) -> Iterator[str]:
    """The text in lines that fit beside a lead on the first and an indent on the others.

    No word is split: one longer than its line runs over the end.
    """
    line = one_line(text)
    if width is None or lead + columns_of(line) <= width:
        yield line
        return
    kept, taken = "", lead
    for gap, piece in pieces(line):
        taken += len(gap) * bool(kept) + columns_of(piece)
        if taken > width and kept:
            yield kept
            kept, taken = piece, indent + columns_of(piece)
        else:
            kept = f"{kept}{gap}{piece}" if kept else piece
    yield kept


def _grid_of(table: Table) -> Grid:
    headings = [one_line(column.heading) for column in table.columns]
    rows = [list(map(_shown, row, table.columns)) for row in table.rows]
    tones = [column.tone for column in table.columns]
    return Grid(headings, rows, table.numeric, tones)


def _shown(cell: Cell, column: Column) -> str:
    return cell_text(cell) or column.empty


def _table(table: Table, width: int | None) -> Iterator[list[Part]]:
    """One block in a pipe; else one for each group or, where it does not fit, each row."""
    grid = _grid_of(table)
    title: list[Part] = [*_lines(table.title, width, HEADING)] if table.title else []
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
            _groups(grid, table), widths, [*title, Columns(heading, widths)], width
        )
    else:
        yield from _in_records(_groups(grid, table), title, width)


def _bare(grid: Grid, widths: Sequence[int] | None, width: int | None) -> Iterator[Part]:
    """Rows without the headings of columns, set in; where they do not fit a row becomes lines."""
    if widths and width is None:
        yield from _in_lines(grid._replace(headings=()), widths, INDENT)
        return
    if widths:
        yield Columns(grid._replace(headings=()), widths, INDENT)
        return
    for row in grid.rows:
        yield from _lines(" ".join(filter(None, row)), width)


class _Group(NamedTuple):
    """Rows under the heading they share; a table not grouped is one without a heading."""

    heading: str | None
    grid: Grid


def _groups(grid: Grid, table: Table) -> Iterator[_Group]:
    if not table.grouped:
        yield _Group(None, grid)
        return
    for heading, rows in groupby(grid.rows, key=lambda row: row[0]):
        members = grid._replace(rows=list(rows))
        yield _Group(heading, members.without_first())


def _in_columns(
    groups: Iterable[_Group], widths: Sequence[int], above: list[Part], width: int
) -> Iterator[list[Part]]:
    """Groups of rows in columns, the first of them below what stands above."""
    block = above
    for heading, grid in groups:
        if heading is not None:
            yield block
            block = [*_lines(heading, width, HEADING)]
        block.append(Columns(grid._replace(headings=()), widths))
    yield block


def _in_records(groups: Iterable[_Group], above: list[Part], width: int) -> Iterator[list[Part]]:
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


def _in_lines(grid: Grid, widths: Sequence[int], indent: int = 0) -> Iterator[Line]:
    """Rows, each in one line, for a pipe: no rule is wider than a screen there."""
    if grid.headings:
        labels = [LABEL] * len(grid.headings)
        yield _in_line(grid, grid.headings, labels, widths)
    for row in grid.rows:
        line = _in_line(grid, row, map(style_of, row, grid.tones), widths)
        yield (Span(" " * indent), *line)


def _in_line(grid: Grid, row: Cells, styles: Iterable[str], widths: Sequence[int]) -> Line:
    """The cells of a row side by side, without blanks at the end."""
    spans = []
    for cell, style, width, is_number in zip(row, styles, widths, grid.numeric, strict=True):
        blanks = Span(" " * (width - columns_of(cell)))
        shown = Span(cell, style)
        spans += [blanks, shown] if is_number else [shown, blanks]
        spans.append(Span(" " * GAP))
    while spans and not spans[-1].text.strip():
        spans.pop()
    return (*spans[:-1], *(span._replace(text=span.text.rstrip()) for span in spans[-1:]))


def _natural(rows: Iterable[Cells]) -> list[int]:
    """For each column the width of its longest cell."""
    return [max(map(columns_of, column)) for column in zip(*rows, strict=True)]


def _fitted(grid: Grid, width: int) -> list[int] | None:
    """Widths at which the rows are lowest; None where the longest words do not fit side by side.

    Beginning with the narrowest widths, a part of the room that is left over goes to the column
    where it lowers the rows most, until there is none.
    """
    most = _natural([grid.headings, *grid.rows])
    words = _natural([grid.headings, *(list(map(_longest_word, row)) for row in grid.rows)])
    lengths = [list(map(columns_of, row)) for row in grid.rows]
    room = width - GAP * (len(words) - 1)
    widths = [max(word, min(limit, NAME)) for word, limit in zip(words, most, strict=True)]
    if sum(widths) > room:
        widths = words
    spare = room - sum(widths)
    while spare > 0 and widths != most:
        step = min(spare, spare // STEPS or 1)
        place = _most_gaining(lengths, widths)
        given = min(step, max(1, most[place] - widths[place]))
        widths[place] += given
        spare -= given
    return widths if spare >= 0 else None


def _longest_word(cell: str) -> str:
    return max((piece for _, piece in pieces(cell)), key=columns_of)


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

"""SVG: a matrix as a picture, alone for a page or with all that a view says for a slide.

A cell that holds a number is a tile with the number on it, in the same tint for all numbers: no
shade says that more is better. Text in a picture does not fold by itself; how wide it is, is
estimated.
"""

from collections.abc import Iterable, Iterator
from html import escape

from itupp.answers.view import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Row,
    Table,
    View,
    cell_text,
    meaning,
)
from itupp.text import one_line, width_of

TILE = 64
"""The least width of a cell; its height is half of it."""
GAP = 4
SIZE = 15
"""The size of letters; a line is half as high again."""
TITLE = 24
MARGIN = 32
LINE = SIZE * 1.5
WIDTH = 960
"""The least width of a picture for a slide."""

_STYLE = """
text {
  font: 15px "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  fill: #1c2530;
}
.paper { fill: #fff } .tile { fill: #dbe7ee } .rule { stroke: #c9d1d8 }
.title { font-size: 24px; font-weight: 600 } .strong { font-weight: 600 }
.dim, .unknown { fill: #56616d }
.against { fill: #a3262a } .partly { fill: #865000 } .with { fill: #1f6b3a }
@media (prefers-color-scheme: dark) {
  text { fill: #e6eaee }
  .paper { fill: #14181d } .tile { fill: #2b4a5c } .rule { stroke: #3c4650 }
  .dim, .unknown { fill: #a5b0ba }
  .against { fill: #ff9d96 } .partly { fill: #efb35f } .with { fill: #7fd39a }
}
"""


class _Picture:
    """A picture that is drawn from the top to the bottom."""

    def __init__(self, width: float, margin: float) -> None:
        self.width = width
        self.margin = margin
        self.height = margin
        self._parts: list[str] = []

    def write(self, left: float, content: str, kind: str = "", anchor: str = "") -> None:
        """Write a text, if there is one, on the line that ends at the present height."""
        if not content:
            return
        beginning = f' text-anchor="{anchor}"' if anchor else ""
        said = f' class="{kind}"' if kind else ""
        self._parts.append(
            f'<text x="{left:g}" y="{self.height:g}"{beginning}{said}>{escape(content)}</text>\n'
        )

    def tile(self, left: float, width: float, height: float) -> None:
        """Draw a tile around the line at the present height."""
        top = self.height - height / 2 - SIZE / 3
        self._parts.append(
            f'<rect class="tile" x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}"'
            ' rx="4"/>\n'
        )

    def rule(self) -> None:
        """Draw a line across, below the line at the present height."""
        y = self.height + SIZE / 2
        right = self.width - self.margin
        self._parts.append(
            f'<line class="rule" x1="{self.margin:g}" x2="{right:g}" y1="{y:g}" y2="{y:g}"/>\n'
        )

    def element(self, title: str, told: str, id: str, *, alone: bool) -> str:
        """The picture, with its title and what it shows in words."""
        height = self.height + max(self.margin, SIZE / 2)
        size = f'viewBox="0 0 {self.width:g} {height:g}"'
        named = f'role="img" aria-labelledby="{id}title {id}told"'
        words = (
            f'<title id="{id}title">{escape(one_line(title))}</title>\n'
            f'<desc id="{id}told">{escape(one_line(told))}</desc>\n'
        )
        if not alone:
            parts = "".join(self._parts)
            return f'<svg {size} width="{self.width:g}" {named}>\n{words}{parts}</svg>\n'
        sized = f'{size} width="{self.width:g}" height="{height:g}"'
        paper = '<rect class="paper" width="100%" height="100%"/>\n'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {sized} {named}>\n{words}'
            f"<style>{_STYLE}</style>\n{paper}{''.join(self._parts)}</svg>\n"
        )


def matrix_picture(table: Table, title: str) -> str:
    """A matrix as a picture in a page, whose style it has."""
    lead, cell = _matrix_widths(table)
    picture = _Picture(lead + (len(table.columns) - 1) * cell, 0)
    _draw_matrix(picture, table)
    drawn = picture.element(title, _in_words(table), "matrix:", alone=False)
    return f'<div class="wide" role="region" tabindex="0" aria-label="Picture">{drawn}</div>\n'


def svg_text(view: View) -> str:
    """A view as a picture for a slide."""
    widths = (sum(_matrix_width(table)) for table in view.tables if table.narrow is not None)
    picture = _Picture(max([WIDTH, *(width + 2 * MARGIN for width in widths)]), MARGIN)
    picture.height += TITLE / 2
    picture.write(MARGIN, one_line(view.title), "title")
    picture.write(picture.width - MARGIN, one_line(view.context), "dim", "end")
    picture.height += LINE
    for block in view.blocks:
        _draw(picture, block)
    told = " ".join(filter(None, map(_in_words, view.tables)))
    return picture.element(view.title, told, "", alone=True)


def _matrix_width(table: Table) -> tuple[float, float]:
    lead, cell = _matrix_widths(table)
    return lead, (len(table.columns) - 1) * cell


def _draw(picture: _Picture, block: Block) -> None:
    """Draw a block below what is there."""
    match block:
        case Table(narrow=Table()):  # what is too wide for a narrow terminal is a matrix
            _draw_matrix(picture, block)
        case Table():
            _draw_rows(picture, block)
        case Heading():
            picture.height += LINE * 2
            picture.write(picture.margin, one_line(block.text), "strong")
            picture.write(picture.width - picture.margin, one_line(block.remark), "dim", "end")
            picture.rule()
        case Paragraph():
            picture.height += LINE / 2
            _write_folded(picture, block.text)
        case _:
            pass


def _write_folded(picture: _Picture, content: str) -> None:
    for line in _folded(content, picture.width - 2 * picture.margin):
        picture.height += LINE
        picture.write(picture.margin, line, "dim")


def _matrix_widths(table: Table) -> tuple[float, float]:
    """How wide the names of the rows are, and each other column."""
    names = (_width(cell_text(row[0])) for row in table.rows)
    headings = (_width(one_line(column.heading)) for column in table.columns[1:])
    return max(names, default=0) + SIZE * 2, max([TILE, *(width + SIZE for width in headings)])


def _draw_matrix(picture: _Picture, table: Table) -> None:
    """Draw a matrix whose rows have names; the last row is for all, below a line."""
    lead, cell = _matrix_widths(table)
    centres = [
        picture.margin + lead + cell * (place + 0.5) for place in range(len(table.columns) - 1)
    ]
    picture.height += LINE
    for column, centre in zip(table.columns[1:], centres, strict=True):
        picture.write(centre, one_line(column.heading), "strong", "middle")
    *rows, total = table.rows
    for row in rows:
        _draw_row(picture, row, centres, cell)
    picture.height += SIZE
    picture.rule()
    _draw_row(picture, total, centres, 0)


def _draw_row(picture: _Picture, row: Row, centres: Iterable[float], cell: float) -> None:
    """Draw the name of a row and its numbers, those of a cell with a width on tiles."""
    picture.height += TILE / 2 + GAP
    picture.write(picture.margin, cell_text(row[0]))
    *numbers, total = zip(row[1:], centres, strict=True)
    for number, centre in numbers:
        counted = isinstance(number, int)
        if counted and cell:
            picture.tile(centre - cell / 2 + GAP / 2, cell - GAP, TILE / 2)
        picture.write(centre, cell_text(number), "" if counted else "dim", "middle")
    picture.write(total[1], cell_text(total[0]), "strong", "middle")


def _draw_rows(picture: _Picture, table: Table) -> None:
    """Draw rows of text in columns, what is long folded."""
    widths = _column_widths(table, picture.width - 2 * picture.margin)
    for row in table.rows:
        top = bottom = picture.height + LINE + (SIZE / 2 if row[0] else 0)
        left = picture.margin
        for cell, width in zip(row, widths, strict=True):
            picture.height = top
            kind = meaning(cell_text(cell)) or ""
            for line in _folded(cell_text(cell), width - SIZE):
                picture.write(left, line, kind)
                picture.height += LINE
            bottom = max(bottom, picture.height - LINE)
            left += width
        picture.height = bottom


def _column_widths(table: Table, room: float) -> list[float]:
    """Widths for columns of text: as wide as their text, none much wider than its share.

    What is left over goes to the last.
    """
    columns = zip(*table.rows, strict=True)
    most = room / len(table.columns) * 1.5
    widths = [min(_widest(cells) + SIZE * 2, most) for cells in columns]
    return [*widths[:-1], room - sum(widths[:-1])]


def _widest(cells: Iterable[Cell]) -> float:
    return max(map(_width, map(cell_text, cells)))


def _folded(content: str, room: float) -> Iterator[str]:
    """Text in lines of about this width, between words."""
    line = ""
    for word in one_line(content).split(" "):
        longer = f"{line} {word}" if line else word
        if line and _width(longer) > room:
            yield line
            line = word
        else:
            line = longer
    yield line


def _width(content: str) -> float:
    """About how wide a text is."""
    return width_of(content) * SIZE * 0.56


def _in_words(table: Table) -> str:
    """What a table says, a sentence for each of its rows."""
    headings = [column.heading for column in table.columns[1:]]
    told: list[str] = []
    for name, *cells in table.rows:
        pairs = zip(headings, cells, strict=True)
        said = ", ".join(_said(heading, cell) for heading, cell in pairs if _is_said(cell))
        told.append(f"{cell_text(name)}: {said}." if name else f"{said}.")
    return " ".join(told)


def _is_said(cell: Cell) -> bool:
    return cell not in ("", "\u2013")


def _said(heading: str, cell: Cell) -> str:
    return f"{heading} {cell}" if isinstance(cell, int) else cell_text(cell)

"""The formats an answer can be given in, and the text of those that need no terminal."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from itupp.answers.view import (
    DOT,
    MORE,
    Block,
    Cell,
    Commands,
    Facts,
    Heading,
    Items,
    Paragraph,
    Table,
    View,
    cell_text,
)
from itupp.text import UNSAFE, formula, one_line, width_of


class Format(StrEnum):
    """What an answer is printed as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    HTML = "html"
    SVG = "svg"


BY_SUFFIX = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".json": Format.JSON,
    ".md": Format.MD,
    ".svg": Format.SVG,
    ".txt": Format.TABLE,
}
"""The format that the suffix of a file tells."""


def json_text(document: Any, *, plain: bool = False) -> str:
    """One JSON document, indented, its control characters escaped.

    Where it is `plain`, all beyond ASCII is escaped, too.
    """
    import json  # only JSON needs it

    text = json.dumps(document, ensure_ascii=plain, indent=2) + "\n"
    # a file name that is not UTF-8 holds halves of surrogate pairs, which no encoding has
    return re.sub(f"[{UNSAFE}\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)


def csv_text(view: View) -> str:
    """A header and the rows of a view, fields in quotes where they have to be."""
    import csv  # only CSV needs it
    from io import StringIO

    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(_fields(view))
    return out.getvalue()


def tsv_text(view: View) -> str:
    """A header and the rows of a view, a tab between fields and in none of them."""
    return "".join("\t".join(fields) + "\n" for fields in _fields(view))


def markdown_text(view: View) -> str:
    """A view as CommonMark, its tables as pipe tables, no line of it folded."""
    title = f"{view.title} \u2013 {view.context}" if view.context else view.title
    blocks = (_heading(1, title), *map(_block, view.blocks))
    return "\n\n".join(blocks) + "\n"


def _html_text(view: View) -> str:
    from itupp.output.html import html_text  # only HTML needs it

    return html_text(view)


OF_VIEWS: dict[Format, Callable[[View], str]] = {
    Format.CSV: csv_text,
    Format.TSV: tsv_text,
    Format.MD: markdown_text,
    Format.HTML: _html_text,
}
"""The formats that are text made of a view."""


def _fields(view: View) -> Iterator[list[str]]:
    """The headings and the rows of the table that holds what a view has to say."""
    table = view.data or view.tables[0]
    yield [_cell(column.heading) for column in table.columns]
    for row in table.rows:
        yield list(map(_field, row))


def _field(cell: Cell) -> str:
    """What a cell holds as a field; a text of a list that has a semicolon is put in quotes."""
    return _cell("; ".join(map(_item, cell)) if isinstance(cell, tuple) else str(cell))


def _item(text: str) -> str:
    text = one_line(text)
    if ";" not in text and not text.startswith('"'):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _cell(text: str) -> str:
    """A text as a cell, with an apostrophe before what a spreadsheet would run."""
    text = one_line(text)
    return f"'{text}" if formula(text) else text


def _block(block: Block) -> str:
    """A block of a view as Markdown."""
    match block:
        case Paragraph():
            return _escaped(block.text)
        case Commands():
            return MORE + DOT.join(map(_escaped, block.lines))
        case Heading():
            text = f"{block.text} \u2013 {block.remark}" if block.remark else block.text
            return _heading(block.level, text)
        case Items():
            return "\n".join(f"- {_escaped(text)}" for text in block.texts)
        case Facts():
            return "\n".join(line for label, value in block.pairs for line in _fact(label, value))
        case Table():  # pragma: no branch - there is no other kind
            return _table(block)


def _fact(label: str, value: Cell) -> Iterator[str]:
    items = value if isinstance(value, tuple) else (str(value),)
    if len(items) == 1:
        yield f"- **{_escaped(label)}:** {_escaped(items[0])}"
        return
    yield f"- **{_escaped(label)}:**"
    for item in items:
        yield f"  - {_escaped(item)}"


def _table(table: Table) -> str:
    """A title where there is one, and a pipe table."""
    rows = "\n".join(_pipe_table(table))
    return f"{_heading(2, table.title)}\n\n{rows}" if table.title else rows


def _pipe_table(table: Table) -> Iterator[str]:
    """A heading, a rule that sets numbers to the right, and the rows.

    Of the rule pandoc makes columns that are as wide, in relation to each other, where another
    line is long, too: so the heading is as long as the rule.
    """
    grid = [[_pipe_cell(column.heading) for column in table.columns]]
    for row in table.rows:
        filled = zip(row, table.columns, strict=True)
        grid.append([_pipe_cell(cell_text(cell) or column.empty) for cell, column in filled])
    heading, *rows = grid
    lengths = _lengths(grid)
    yield _pipe_row(map(str.ljust, heading, lengths))
    yield _pipe_row(map(_rule, lengths, table.numeric))
    for cells in rows:
        yield _pipe_row(cells)


PAGE = 88
"""So many letters fit beside each other on a page."""

PADDING = 2
SHORTEST = 3


def _lengths(grid: Iterable[Sequence[str]]) -> list[int]:
    """The lengths of a rule: as wide as each column is or, of wide ones, as finds room."""
    columns = zip(*grid, strict=True)
    widths = [max(map(width_of, cells)) + PADDING for cells in columns]
    most = PAGE
    while sum(min(width, most) for width in widths) > PAGE and most > PAGE // len(widths):
        most -= 1
    return [max(SHORTEST, min(width, most)) for width in widths]


def _rule(length: int, number: bool) -> str:
    """The rule of a column."""
    return "-" * (length - number) + ":" * number


def _pipe_cell(text: str) -> str:
    return _escaped(text).replace("|", "\\|")


def _pipe_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


_MARKUP = re.compile(
    r"(?P<address>^https?://[^\s<>]+$"
    r"|https?://(?:[^\s<>()]|\([^\s<>()]*\))*(?:[^\s<>.,;:()'\"\u2019\u201d]|\([^\s<>()]*\)))"
    r"|(?P<sign>^(?:\[(?=[ xX]\](?:\s|$))|[-+#>]|\d+(?=[.)]))"
    r"|[\\`*~]|(?<![^\W_])_|_(?![^\W_])|\](?=[(:\[])"
    r"|<(?=[\w/!?])|&(?=[#\w]+;))"
)
"""Addresses, and signs that Markdown would take for markup.

A bracket at the end of an address belongs to it where it was opened in it; where a text is nothing
but an address all of it does. A box at the beginning is a task of GitHub's.
"""


_CLOSING = re.compile(r"(?<!\S)(?=#+\s*$)")
"""The place before signs that Markdown would take for the end of a heading."""


def _heading(level: int, text: str) -> str:
    whole = _CLOSING.sub(r"\\", _escaped(text))
    return f"{'#' * level} {whole}"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is, its addresses as links."""
    return _MARKUP.sub(_marked, one_line(text))


def _marked(match: re.Match[str]) -> str:
    if match["address"]:
        return f"<{match['address']}>"
    sign = match["sign"]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"

"""HTML: one file with its style in it that asks nothing of a network.

What comes from a dataset is text, whatever it holds; only addresses of web pages become links.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from itupp.answers.view import (
    Block,
    Cell,
    Column,
    Commands,
    Facts,
    Heading,
    Items,
    Paragraph,
    Row,
    Table,
    Tone,
    View,
    meaning,
)
from itupp.text import one_line

ADDRESS = re.compile(r"https?://[^\s<>\"]*(?:\.{3}|[^\s<>.,;:)'\"\u2019\u201d])")
"""An address in a text, without the sign that a sentence goes on or ends with; some end in dots."""

_WHOLE = re.compile(r"\b(?P<date>\d{4}-\d{2}-\d{2})\b|\b[A-Z]+-\d+\b")
"""A date, or a short name with a number (PP-26): no line ends in it."""

MANY = 5
"""A table with more columns than this may need to be moved sideways on a phone."""


def html_text(view: View) -> str:
    """A view as a page of its own."""
    return document(view.title, Writer().view(view))


def document(title: str, body: str, *, script: str = "") -> str:
    """A whole file; its policy allows the style in it, this script, and nothing else."""
    style = beside("page.css")
    allowed = f"default-src 'none'; style-src {_hash(style)}; img-src data:"
    if script:
        allowed += f"; script-src {_hash(script)}"
    policy = f"{allowed}; base-uri 'none'; form-action 'none'"
    ending = f"<script>{script}</script>\n" if script else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<link rel="icon" href="data:,">\n'
        f"<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{body}{ending}</body>\n</html>\n"
    )


def beside(name: str) -> str:
    """A file of this folder, without what sets its lines in."""
    written = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return re.sub(r"^ +", "", written, flags=re.MULTILINE)


def _hash(content: str) -> str:
    """What a policy calls the content of an element by."""
    from hashlib import sha256  # only these files need it

    digest = b64encode(sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def text(content: str) -> str:
    """Text that cannot be markup."""
    return escape(one_line(content))


def marked(content: str) -> str:
    """Text with a mark of what its first words mean, if they have a meaning."""
    meant = meaning(content)
    return f'<span class="{meant}">{text(content)}</span>' if meant else text(content)


class Writer:
    """Writes the blocks of a view; a subclass may link more than addresses."""

    def prose(self, content: str) -> str:
        """Text with its addresses as links."""
        content = one_line(content)
        written, end = "", 0
        for found in ADDRESS.finditer(content):
            written += self.words(content[end : found.start()]) + self.address(found[0])
            end = found.end()
        return written + self.words(content[end:])

    def address(self, address: str) -> str:
        """A link that is shown by its address, without what all of them begin with."""
        return f'<a href="{escape(address)}">{escape(bare(address))}</a>'

    def words(self, content: str) -> str:
        """Text between addresses."""
        return _WHOLE.sub(_kept_whole, escape(content, quote=False))

    def view(self, view: View) -> str:
        """A title and what stands below it."""
        context = f'<p class="context">{text(view.context)}</p>\n' if view.context else ""
        head = f"<header>\n{context}<h1>{text(view.title)}</h1>\n</header>\n"
        return f"<main>\n{head}{self.blocks(view.blocks, 0)}</main>\n"

    def blocks(self, blocks: Iterable[Block], depth: int) -> str:
        """Blocks, their headings so many levels further down."""
        return "".join(self.block(block, depth) for block in blocks)

    def block(self, block: Block, depth: int) -> str:
        """A block; commands are for those who have the program, and left out."""
        match block:
            case Paragraph():
                kind = ' class="note"' if block.tone is Tone.DIM else ""
                return f"<p{kind}>{self.prose(block.text)}</p>\n"
            case Commands():
                return ""
            case Heading():
                return heading(block.text, block.level + depth, block.remark)
            case Items():
                return f"<ul>\n{''.join(map(self._item, block.texts))}</ul>\n"
            case Facts():
                return f"<dl>\n{''.join(self._fact(*pair) for pair in block.pairs)}</dl>\n"
            case Table():  # pragma: no branch - there is no other kind
                return self.table(block)

    def _item(self, content: str) -> str:
        return f"<li>{self.prose(content)}</li>\n"

    def _fact(self, label: str, value: Cell) -> str:
        values = value if isinstance(value, tuple) else (str(value),)
        told = "".join(f"<dd>{self.prose(one)}</dd>" for one in values)
        return f"<dt>{text(label)}</dt>{told}\n"

    def table(self, table: Table) -> str:
        """A table with its title as the caption, in a frame that can be moved where it is wide."""
        caption = f"<caption>{text(table.title)}</caption>\n" if table.title else ""
        columns = table.columns[1:] if table.grouped else table.columns
        head = "".join(map(_column_heading, columns, _numeric(table)))
        bodies = "".join(self._bodies(table))
        kind = ' class="bare"' if table.bare else ""
        written = f"<table{kind}>\n{caption}<thead><tr>{head}</tr></thead>\n{bodies}</table>\n"
        if len(columns) <= MANY:
            return written
        label = text(table.title or "Table")
        return (
            f'<div class="wide" role="region" tabindex="0" aria-label="{label}">{written}</div>\n'
        )

    def _bodies(self, table: Table) -> Iterator[str]:
        """The rows, those that stand under the same heading together."""
        if not table.grouped:
            yield f"<tbody>\n{self._rows(table, table.columns, table.rows)}</tbody>\n"
            return
        columns = table.columns[1:]
        for name, rows in groupby(table.rows, key=lambda row: row[0]):
            inner = self._rows(table, columns, [row[1:] for row in rows])
            group = self._group(str(name), len(columns)) if name else ""
            yield f"<tbody>\n{group}{inner}</tbody>\n"

    def _group(self, name: str, columns: int) -> str:
        return f'<tr><th colspan="{columns}" scope="rowgroup">{self.prose(name)}</th></tr>\n'

    def _rows(self, table: Table, columns: tuple[Column, ...], rows: Iterable[Row]) -> str:
        numeric = _numeric(table)
        named = not columns[0].heading  # the rows of a matrix have names
        return "".join(self._row(columns, numeric, row, named=named) for row in rows)

    def _row(
        self, columns: tuple[Column, ...], numeric: tuple[bool, ...], row: Row, *, named: bool
    ) -> str:
        cells = list(map(self._cell, columns, numeric, row))
        if named:
            cells[0] = f'<th scope="row">{self.prose(str(row[0]))}</th>'
        return f"<tr>{''.join(cells)}</tr>\n"

    def _cell(self, column: Column, number: bool, cell: Cell) -> str:
        items = cell if isinstance(cell, tuple) else (str(cell),)
        if column.tone is Tone.MEANING and len(items) == 1:
            told = marked(items[0])
        else:
            told = "; ".join(map(self.prose, items))
        return f"<td{_kind(column, number=number)}>{told or text(column.empty)}</td>"


def _kept_whole(found: re.Match[str]) -> str:
    """A date as one, and what else no line ends in."""
    return f"<time>{found[0]}</time>" if found["date"] else f'<span class="whole">{found[0]}</span>'


def heading(content: str, level: int, remark: str = "") -> str:
    """A heading, with a remark at the end of its line."""
    beside = f' <small class="remark">{marked(remark)}</small>' if remark else ""
    level = min(level, 6)
    return f"<h{level}>{text(content)}{beside}</h{level}>\n"


def bare(address: str) -> str:
    """An address without what all of them begin with."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", address)


def _numeric(table: Table) -> tuple[bool, ...]:
    return table.numeric[1:] if table.grouped else table.numeric


def _column_heading(column: Column, number: bool) -> str:
    kind = _kind(column, number=number)
    if not column.heading:
        return "<td></td>"
    return f'<th scope="col"{kind}>{text(column.heading)}</th>'


def _kind(column: Column, *, number: bool) -> str:
    """The class of a column's cells."""
    if number:
        return ' class="number"'
    return ' class="id"' if column.tone is Tone.DIM else ""

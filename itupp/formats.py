"""The formats an answer can be given in, and the text of those that need no terminal."""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

from itupp.briefs import Brief
from itupp.text import UNSAFE, formula, one_line
from itupp.views import Cell, Table, View, cell_text


class Format(StrEnum):
    """What an answer is printed as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"


def json_text(document: Any, *, plain: bool = False) -> str:
    """One JSON document, indented; control characters are escaped and, where it is `plain`, all beyond ASCII."""
    import json  # only JSON needs it

    text = json.dumps(document, ensure_ascii=plain, indent=2) + "\n"
    return re.sub(f"[{UNSAFE}]", lambda match: f"\\u{ord(match[0]):04x}", text)


def csv_text(view: View) -> str:
    """A header and the rows of a view, fields in quotes where they have to be."""
    import csv  # only CSV needs it
    from io import StringIO

    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(_fields(view))
    return out.getvalue()


def tsv_text(view: View) -> str:
    """A header and the rows of a view, a tab between fields; no field holds a tab or a line break."""
    return "".join("\t".join(fields) + "\n" for fields in _fields(view))


def markdown(view: View) -> str:
    """A view as Markdown, its tables as pipe tables, no line of it folded."""
    return _document(_parts(view))


def markdown_brief(brief: Brief) -> str:
    """A brief as a CommonMark document, no line of it folded."""
    return _document(_brief_parts(brief))


OF_VIEWS: dict[Format, Callable[[View], str]] = {
    Format.CSV: csv_text,
    Format.TSV: tsv_text,
    Format.MD: markdown,
}
"""The formats that are text made of a view."""


def _fields(view: View) -> Iterator[list[str]]:
    """The headings and the rows of the table that holds what a view has to say."""
    table = view.data or view.main
    assert table, "every view has rows"
    yield [_cell(column.heading) for column in table.columns]
    for row in table.rows:
        yield [_cell(cell_text(cell)) for cell in row]


def _cell(text: str) -> str:
    """A text as a cell, with an apostrophe before what a spreadsheet would run."""
    text = one_line(text)
    return f"'{text}" if formula(text) else text


def _document(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _parts(view: View) -> Iterator[str]:
    yield f"# {_escaped(view.title)}"
    yield from map(_escaped, view.prose)
    if view.facts:
        yield "\n".join(line for label, value in view.facts for line in _fact(label, value))
    for table in filter(None, (view.main, *view.tables)):
        if table.title:
            yield f"## {_escaped(table.title)}"
        yield "\n".join(_pipe_table(table))
    yield from map(_escaped, view.notes)


def _fact(label: str, value: Cell) -> Iterator[str]:
    items = value if isinstance(value, tuple) else (str(value),)
    if len(items) == 1:
        yield f"- **{_escaped(label)}:** {_escaped(items[0])}"
        return
    yield f"- **{_escaped(label)}:**"
    for item in items:
        yield f"  - {_escaped(item)}"


def _pipe_table(table: Table) -> Iterator[str]:
    """A heading, a rule that sets numbers to the right, and the rows."""
    yield _pipe_row(_pipe_cell(column.heading) for column in table.columns)
    yield _pipe_row("---:" if number else "---" for number in table.numeric)
    for row in table.rows:
        cells = (cell_text(cell) or column.empty for cell, column in zip(row, table.columns, strict=True))
        yield _pipe_row(map(_pipe_cell, cells))


def _pipe_cell(text: str) -> str:
    return _escaped(text).replace("|", "\\|")


def _pipe_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _brief_parts(brief: Brief) -> Iterator[str]:
    yield f"# {_escaped(brief.title)}"
    for section in brief.sections:
        yield f"## {section.heading}"
        for group in section.groups:
            if group.heading:
                yield f"### {_escaped(group.heading)}"
            if group.text:
                yield from (_escaped(paragraph) for paragraph in group.text.split("\n") if paragraph)
            if group.items:
                yield "\n".join(f"- {_escaped(item)}" for item in group.items)


_MARKUP = re.compile(
    r"(?P<address>https?://[^\s<>]*[^\s<>.,;:)'\"\u2019\u201d])"
    r"|(?P<sign>^(?:[-+#=>]|\d+(?=[.)]))|[\\`*~]|(?<![^\W_])_|_(?![^\W_])|\](?=[(:\[])"
    r"|<(?=[\w/!?])|&(?=[#\w]+;))"
)
"""Addresses, and signs that Markdown would take for markup."""


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is, its addresses as links."""

    def mark(match: re.Match[str]) -> str:
        if match["address"]:
            return f"<{match['address']}>"
        sign = match["sign"]
        return f"{sign}\\" if sign.isdigit() else f"\\{sign}"

    return _MARKUP.sub(mark, one_line(text))

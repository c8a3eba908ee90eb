"""A table as people have it: CSV, TSV or a table in Markdown, read by what its columns are called.

The separator, a mark of the byte order and line breaks inside quotes are found out.
"""

import csv
import io
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from itupp.briefing import Record
from itupp.loading.files import MAX_BYTES, text_of
from itupp.loading.problems import DataError, Problem
from itupp.text import fold, formula

_CALLED = """
topic: topic, topics, topic title, theme, issue, subject, thesis, agenda item
topic id: topic id
section: section
proponents: proponents, proponent, actors, actor, countries, country, parties, party, blocs, bloc
proponents: states, state, member states, member state, delegations, delegation, groups, group, who
proponents: country name, country bloc, bloc country, party name, organisation, organisations
proponent ids: proponent ids, proponent id
codes: iso, iso code, iso 2, iso 3, iso2, iso3, country code, alpha 2, alpha 3, alpha2, alpha3
summary: position, positions, summary, text, statement, proposal, demand
headline: headline
question: question, questions
side: side, sides, stance, stances, vote, votes, answer, answers
source: source, sources, document, documents, source document, source title, document title
address: address, url, link, source url, document url, web address
date: date, dates
locator: locator, page, pages, page no, page number, place, paragraph, para
also in: also in
point: point
anchor: anchor
addressees: addressees, addressee, addressed to
resolutions: resolutions, resolution
outcome: outcome, result
outcome summary: outcome summary
outcome basis: outcome basis
confidence: kind of source, confidence
outcome sources: outcome sources
id: id, position id
"""
"""The kinds of columns, and what people call each; case and punctuation do not matter."""


def _kinds_by_name() -> Iterator[tuple[str, str]]:
    for line in _CALLED.strip().splitlines():
        kind, _, names = line.partition(": ")
        yield from ((name, kind) for name in names.split(", "))


KINDS: Mapping[str, str] = dict(_kinds_by_name())
"""The kind of a column, by what it is called."""

NEEDED = (("topic",), ("proponents", "proponent ids", "codes"), ("summary", "headline", "side"))
"""A table has a column of one kind of each of these."""

_SEPARATORS = ";,\t|"

_REMARK = re.compile(r"[(\[][^)\]]*[)\]]")
"""What people add to a heading: "Date (ISO)"."""

_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")

_CELL = re.compile(r"((?:[^\\|]|\\.|\\$)*)(\||$)")

_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)

_LINK = re.compile(r"<(https?://[^\s>]+)>")

_STRESSED = re.compile(r"(\*\*|__|[*_`])(?=\S)((?:(?!\1)[^\\]|\\.)+)\1")
"""A cell all of which is bold, or the like; matched as a whole."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

_WORKBOOKS = (".xlsx", ".xls", ".ods", ".numbers")

_A_FOLDER = "a folder, and no table"

_A_WORKBOOK = 'a workbook: save its sheet as "CSV UTF-8", and begin from that'

_STRAY_MARK = "the row that begins here has a stray quotation mark: inside text it is written twice"

_MORE_CELLS = "more cells than columns: text that has the separator in it needs quotes"

_EMPTY = "nothing in it"


class Row(NamedTuple):
    """A row by its number, what stands in it by kind of column, and why it cannot be read, if so.

    Empty cells are left out.
    """

    number: int
    cells: Mapping[str, str]
    fault: str = ""


class Table(Record):
    """The rows of a table, and the headings of the columns that say nothing here.

    `unit` is what is numbered: rows as in a sheet or, in Markdown, lines.
    """

    path: Path
    unit: str
    rows: Sequence[Row]
    unread: Sequence[str]


def read(path: Path) -> Table:
    """Read the table in a file; raises DataError where there is none, or a column is missing."""
    if path.suffix.lower() in _WORKBOOKS:
        raise DataError([Problem.at(None, str(path), _A_WORKBOOK)])
    if path.is_dir():
        raise DataError([Problem.at(None, str(path), _A_FOLDER)])
    text = _text_of(path)
    is_separated = path.suffix.lower() in (".csv", ".tsv")
    start = None if is_separated else _markdown_start(text)
    numbered = _separated(text, path) if start is None else _in_pipes(text, start)
    first, headings = next(numbered, (0, []))
    kinds = _kinds(headings)
    _refuse_missing(path, first, kinds)
    unread = [
        heading for heading, kind in zip(headings, kinds, strict=True) if heading and not kind
    ]
    rows = [_row(number, cells, kinds) for number, cells in numbered]
    unit = "row" if start is None else "line"
    return Table(path=path, unit=unit, rows=rows, unread=unread)


def _text_of(path: Path) -> str:
    """The text of a file; raises DataError where it is neither in UTF-8 nor in marked UTF-16."""
    try:
        return text_of(path)
    except DataError:
        text = _in_utf16(path)
        if text is None:
            raise
        return text


def _in_utf16(path: Path) -> str | None:
    """The text of a file as spreadsheets save "Unicode text", if it is such a file."""
    with suppress(OSError, UnicodeDecodeError):
        if path.is_file() and path.stat().st_size <= MAX_BYTES:
            content = path.read_bytes()
            is_marked = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
            return content.decode("utf-16") if is_marked else None
    return None


def _kinds(headings: Iterable[str]) -> list[str]:
    """The kind of each column; empty for one that is of none, or of one that is there already."""
    kinds: list[str] = []
    for heading in headings:
        kind = KINDS.get(fold(heading)) or KINDS.get(fold(_REMARK.sub("", heading)), "")
        kinds.append("" if kind in kinds else kind)
    return kinds


def _refuse_missing(path: Path, line: int, kinds: Sequence[str]) -> None:
    """Raise DataError for columns that a table has to have."""
    missing = [alike[0] for alike in NEEDED if not set(alike).intersection(kinds)]
    if missing:
        wanted = " or ".join(f'"{kind}"' for kind in missing)
        told = f"no column is called {wanted}, or whatever else the guide lists for it"
        raise DataError([Problem(str(path), line, int(line > 0), told)])


def _row(number: int, cells: Sequence[str], kinds: Sequence[str]) -> Row:
    texts = [_as_typed(cell.strip()) for cell in cells]
    # a cell may be missing at the end of a row, and one that is empty does no harm there
    found = {kind: text for kind, text in zip(kinds, texts, strict=False) if kind and text}
    if any(texts[len(kinds) :]):
        return Row(number, found, _MORE_CELLS)
    return Row(number, found, "" if any(texts) else _EMPTY)


def _as_typed(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and formula(cell[1:]) else cell


def _separated(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a text with separators, numbered as a spreadsheet does; blank lines are none."""
    csv.field_size_limit(MAX_BYTES)
    separator = max(_SEPARATORS, key=lambda sign: _columns_known(text, sign))
    reader = _reader(text, separator)
    number = begun = 0
    try:
        for number, cells in enumerate(reader, start=1):
            begun = reader.line_num
            if cells:
                yield number, cells
    except csv.Error:
        raise DataError([Problem(str(path), begun + 1, 1, _STRAY_MARK)]) from None


def _reader(text: str, separator: str) -> Any:
    # strict, since a quotation mark that is never closed would swallow the rows below it
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _columns_known(text: str, separator: str) -> tuple[int, int]:
    """How many columns are of a kind, and how many there are, with this separator."""
    try:
        headings: list[str] = next(filter(None, _reader(text, separator)), [])
    except csv.Error:
        return 0, 0
    return sum(map(bool, _kinds(headings))), len(headings)


def _markdown_start(text: str) -> int | None:
    """The line, from 0, of the headings of the first table in Markdown, if there is one."""
    for place, (above, line) in enumerate(pairwise(_lines(text))):
        if "|" in above and "|" in line and _RULE.fullmatch(line):
            return place
    return None


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def _in_pipes(text: str, start: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table in Markdown, numbered by lines, its rule left out."""
    for number, line in enumerate(_lines(text)[start:], start=start + 1):
        if "|" not in line:
            return
        if number != start + 2:
            yield number, list(map(_without_markup, _split(line)))


def _split(line: str) -> list[str]:
    """The cells between the pipes of a line."""
    found = list(_CELL.finditer(line.strip().removeprefix("|")))
    cells = [match[1] for match in found if match[2]]
    last = next(match[1] for match in found if not match[2])
    return [*cells, last] if last.strip() else cells


def _without_markup(cell: str) -> str:
    """What a cell in Markdown shows."""
    cell = cell.strip()
    stressed = _STRESSED.fullmatch(cell)
    cell = stressed[2] if stressed else cell
    return _ESCAPED.sub(r"\1", _LINK.sub(r"\1", _BREAK.sub("\n", cell)))

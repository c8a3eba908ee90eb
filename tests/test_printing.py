"""Answers are printed in one place, in the format asked for."""

import io
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from itupp.answers.view import Answer, View, new_table
from itupp.output import printing
from itupp.output.formats import Format

LETTER = "Å"


def shown():
    """A view with a wide table."""
    view = View(LETTER)
    view.table(new_table(("A", "B"), [("one two " * 20, "x")]))
    return view


ANSWER = Answer(view=shown, document=lambda: {"letter": LETTER})


@pytest.fixture
def printed():
    """Print the answer; what stands on stdout then."""

    def run(form, *, notes=(), encoding=None):
        out = _stream(encoding)
        with redirect_stdout(out):
            printing.print_answer(ANSWER, form, notes)
            out.flush()
        if encoding is None:
            return out.getvalue()
        return out.buffer.getvalue().decode(encoding)

    return run


def _stream(encoding):
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding) if encoding else io.StringIO()


def test_in_a_pipe_a_row_is_a_line(printed, monkeypatch):
    """Where COLUMNS is set tables fold, and no line is wider."""
    natural = printed(Format.TABLE).splitlines()
    assert max(map(len, natural)) > 150
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, printed(Format.TABLE).splitlines())) <= 40
    monkeypatch.setenv("COLUMNS", "wide")
    assert printed(Format.TABLE).splitlines() == natural


def test_in_colour_a_row_is_a_line(monkeypatch):
    """In a pipe nothing is folded or cut, however long it is."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    cells = ("one two " * 2000).strip(), "x" * 1_000_001
    view = View("A")
    view.table(new_table(("A", "B"), [(cell, "y") for cell in cells]))
    view.paragraph(cells[0])
    with redirect_stdout(_stream("utf-8")):
        text = printing.drawn(view, None)
    assert [text.count(cell) for cell in cells] == [2, 1]


def test_a_note(printed):
    """People are told it at the end, programs are not."""
    for form in (Format.TABLE, Format.MD):
        assert printed(form, notes=["Of a dataset."]).endswith("\n\nOf a dataset.\n")
        assert "dataset" not in printed(form)
    for form in (Format.JSON, Format.CSV, Format.TSV):
        assert printed(form, notes=["Of a dataset."]) == printed(form)


def test_json_in_any_encoding(printed):
    """Letters are kept where stdout has them, and escaped where it may not."""
    for encoding in (None, "utf-8", "utf-16"):
        assert LETTER in printed(Format.JSON, encoding=encoding)
    for encoding in ("ascii", "latin-1"):
        text = printed(Format.JSON, encoding=encoding)
        assert text.isascii()
        assert json.loads(text) == {"letter": LETTER}


@pytest.mark.parametrize("form", [Format.CSV, Format.TSV])
def test_data_loses_no_letter(form):
    """Where stdout has not all of them nothing is printed, and it is said what has."""
    view = View("Lamps")
    view.table(new_table(("A",), [("\u706f",)]))
    answer = ANSWER._replace(view=lambda: view)
    for encoding in ("utf-8", "utf-16"):
        out = _stream(encoding)
        with redirect_stdout(out):
            printing.print_answer(answer, form)
            out.flush()
        assert "\u706f" in out.buffer.getvalue().decode(encoding)
    out = _stream("cp1252")
    why = "cp1252 has no U\\+706F; PYTHONIOENCODING=utf-8 has every letter"
    with redirect_stdout(out), pytest.raises(OSError, match=why):
        printing.print_answer(answer, form)
    out.flush()
    assert out.buffer.getvalue() == b""


def test_only_what_is_asked_for_is_made():
    """JSON makes no view, and nothing else makes a document."""

    def never():
        raise AssertionError("not asked for")

    with redirect_stdout(io.StringIO()):
        printing.print_answer(ANSWER._replace(view=never), Format.JSON)
        printing.print_answer(ANSWER._replace(document=never), Format.CSV)


def test_nothing_else_prints():
    """Answers and formats give text back, and leave stdout alone."""
    package = Path(printing.__file__).parent.parent
    for file in (*(package / "answers").glob("*.py"), *(package / "output").glob("*.py")):
        code = file.read_text(encoding="utf-8")
        assert ("print(" in code) == (file.stem == "printing"), file


def test_stdout_is_looked_up_when_it_is_needed(monkeypatch):
    """Whoever puts another stream in its place gets the answer there."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    printing.print_json([1])
    assert out.getvalue() == "[\n  1\n]\n"


def test_a_row_in_a_pipe_is_a_line_in_colour_too(monkeypatch):
    """However long it is."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    view = View("T")
    view.table(new_table(("Id", "Summary"), [("a-1", "word " * 1000)]))
    (line,) = [line for line in printing.drawn(view, None).splitlines() if "word" in line]
    assert line.count("word") == 1000

"""Views as tables: pictures of the tiny briefing, and the promises they have to keep on the real one."""

from io import StringIO

import pytest
from rich.console import Console
from shown import TINY_VIEWS, every_view

from itupp import views
from itupp.tables import render
from itupp.views import Column, Table, View

WIDTHS = [120, 80, 50, None]
PIPE = 1_000_000


def picture(view, width, **options):
    """The text that a console of this width, or a pipe, would show."""
    out = StringIO()
    console = Console(
        file=out,
        width=width or PIPE,
        height=100,
        color_system=None,
        force_terminal=False,
        legacy_windows=False,
        _environ={},
        **options,
    )
    for part in render(view, width):
        console.print(part, no_wrap=True, overflow="ignore", crop=False)
    return out.getvalue()


def words(view, *, narrow=False):
    """Every word of a view, whatever it stands in; `narrow`, of the tables that stand in for wide ones."""
    tables = [(table.narrow if narrow else None) or table for table in (view.main, *view.tables) if table]
    cells = [cell for _, cell in view.facts] + [cell for table in tables for row in table.rows for cell in row]
    items = [item for cell in cells for item in (cell if isinstance(cell, tuple) else (str(cell),))]
    text = [view.title, *view.prose, *view.notes, *items]
    return {word.rstrip(";") for part in text for word in part.split()}


@pytest.mark.parametrize("name", TINY_VIEWS)
def test_pictures(tiny, name, file_regression):
    """Every view at the widths of a wide, a usual and a narrow terminal, and in a pipe."""
    view = TINY_VIEWS[name](tiny)
    pictures = [f"===== {width or 'pipe'} =====\n{picture(view, width)}" for width in WIDTHS]
    file_regression.check("\n".join(pictures), encoding="utf-8", extension=".txt")


@pytest.mark.parametrize("width", [200, 120, 80, 60, 40, 30, None])
def test_nothing_is_cut_and_no_word_split(pp22, width):
    """At every width every word of every view is there, whole."""
    for view in every_view(pp22):
        shown = {word.rstrip(";") for word in picture(view, width).split()}
        assert words(view) <= shown or words(view, narrow=True) <= shown


@pytest.mark.parametrize("width", [120, 80, 60, 40])
def test_lines_fit(pp22, width):
    """No line is wider than the terminal, but for a word that does not fit on a line of its own."""
    for view in every_view(pp22):
        for line in picture(view, width).splitlines():
            before = line.rpartition(" ")[0].strip(" :")
            assert len(line) <= width or before in ("", "Where that is written")


def test_a_row_is_a_line_in_a_pipe(pp22):
    """What `grep` sees is whole rows."""
    lines = picture(views.positions(pp22, pp22.positions), None).splitlines()
    assert len([line for line in lines if "Arab states" in line]) == 9


def test_no_line_ends_in_blanks(tiny):
    """Copied tables carry no padding."""
    for width in WIDTHS:
        for view in every_view(tiny):
            assert all(line == line.rstrip() for line in picture(view, width).splitlines())


@pytest.mark.parametrize("text", ["[shall]", "[/x]", "[bold]no[/bold]", ":smile:", "[red]", "\\[x]"])
@pytest.mark.parametrize("width", [80, 12, None])
def test_text_is_printed_as_it_is(text, width):
    """Brackets mean "not agreed" in treaty drafting; nothing in the data is markup."""
    table = Table((Column(text), Column("Other")), ((text, (text, text)),), title=text)
    view = View(text, (text,), ((text, text),), table, (table._replace(grouped=True),), (text,))
    assert picture(view, width).count(text) >= 12 - 2


def test_control_characters_are_shown_not_sent():
    """Dataset text cannot drive the terminal."""
    view = View("\x1b]0;title\x07", main=Table((Column("\x1b[7m"),), (("\x1b[2J",),)))
    shown = picture(view, 80)
    assert "\x1b" not in shown
    assert "\\x1b[2J" in shown


def test_colour_is_never_the_only_carrier(tiny):
    """The same text stands there without colour."""
    coloured = StringIO()
    console = Console(file=coloured, width=80, force_terminal=True, color_system="truecolor", _environ={})
    for part in render(TINY_VIEWS["topics"](tiny), 80):
        console.print(part, no_wrap=True, overflow="ignore", crop=False)
    assert "\x1b[1m" in coloured.getvalue()
    assert "\x1b" not in picture(TINY_VIEWS["topics"](tiny), 80)


def test_wide_characters_are_measured():
    """Characters that take two columns fold like any other."""
    view = View("t", main=Table((Column("A"), Column("B")), (("漢字 " * 30, "x"),)))
    assert all(sum(2 if ord(c) > 0x2E80 else 1 for c in line) <= 40 for line in picture(view, 40).splitlines())

"""Views at a terminal and in a pipe: pictures of the tiny briefing, promises on the real one."""

from io import StringIO

import pytest
from aids import texts
from rich.console import Console
from shown import TINY_VIEWS, every_view

from itupp.answers import positions
from itupp.answers.view import View, new_table
from itupp.output.terminal import render

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


def narrowed(view):
    """A view with the tables that stand in for wide ones."""
    narrow = View(view.title)
    narrow.blocks = [getattr(block, "narrow", None) or block for block in view.blocks]
    return narrow


def words(view):
    """Every word of a view, whatever it stands in."""
    told = " ".join((view.title, *texts(view)))
    return {word.rstrip(";") for word in told.split()}


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
        assert words(view) <= shown or words(narrowed(view)) <= shown


@pytest.mark.parametrize("width", [120, 80, 60, 40])
def test_lines_fit(pp22, width):
    """No line is wider than the terminal, but for a word that does not fit on a line of its own."""
    for view in every_view(pp22):
        for line in picture(view, width).splitlines():
            before = line.rpartition(" ")[0].strip(" :")
            assert len(line) <= width or before in ("", "Where that is written")


def test_a_row_is_a_line_in_a_pipe(pp22):
    """What `grep` sees is whole rows."""
    arab = pp22.blocs["arab-states"]
    view = positions.show_all(pp22, pp22.positions, decided=False, missing="").view()
    lines = [line for line in picture(view, None).splitlines() if arab.name in line]
    assert len(lines) == len(arab.positions)


def test_no_line_ends_in_blanks(tiny):
    """Copied tables carry no padding."""
    for width in WIDTHS:
        for view in every_view(tiny):
            assert all(line == line.rstrip() for line in picture(view, width).splitlines())


@pytest.mark.parametrize(
    "text", ["[shall]", "[/x]", "[bold]no[/bold]", ":smile:", "[red]", "\\[x]"]
)
@pytest.mark.parametrize("width", [80, 12, None])
def test_text_is_printed_as_it_is(text, width):
    """Brackets mean "not agreed" in treaty drafting; nothing in the data is markup."""
    table = new_table((text, "Other"), [(text, (text, text))], title=text)
    view = View(text)
    view.paragraph(text)
    view.fact(text, text)
    view.items([text])
    view.table(table)
    view.table(table._replace(grouped=True))
    view.note(text)
    assert picture(view, width).count(text) >= 13 - 2


def test_control_characters_are_shown_not_sent():
    """Dataset text cannot drive the terminal."""
    view = View("\x1b]0;title\x07")
    view.table(new_table(("\x1b[7m",), [("\x1b[2J",)]))
    shown = picture(view, 80)
    assert "\x1b" not in shown
    assert "\\x1b[2J" in shown


def test_colour_is_never_the_only_carrier(tiny):
    """The same text stands there without colour."""
    coloured = StringIO()
    options = {"force_terminal": True, "color_system": "truecolor", "_environ": {}}
    console = Console(file=coloured, width=80, **options)
    for part in render(TINY_VIEWS["topics"](tiny), 80):
        console.print(part, no_wrap=True, overflow="ignore", crop=False)
    assert "\x1b[1m" in coloured.getvalue()
    assert "\x1b" not in picture(TINY_VIEWS["topics"](tiny), 80)


def test_wide_characters_are_measured():
    """Characters that take two columns fold like any other."""
    view = View("t")
    view.table(new_table(("A", "B"), [("漢字 " * 30, "x")]))
    for line in picture(view, 40).splitlines():
        assert sum(2 if ord(sign) > 0x2E80 else 1 for sign in line) <= 40


def test_headings_and_lists():
    """A heading stands out, an item has a dash, and what folds of it stays below."""
    view = View("Title")
    view.heading("Part", level=2)
    view.items(["one two three four five", "six"])
    assert picture(view, 15) == "Title\n\nPart\n\n- one two three\nfour five\n- six\n"


def test_a_table_without_rows():
    """Its headings stand there alone."""
    view = View("T")
    view.table(new_table(("A", "B"), []))
    assert picture(view, 40).splitlines()[2:] == ["A  B", "────"]

"""Views at a terminal and in a pipe: pictures of the tiny briefing, promises on the real one."""

import re
from io import StringIO
from operator import mul

import pytest
from aids import texts
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from shown import TINY_VIEWS, every_view

from itupp.answers import positions
from itupp.answers.view import Column, Meaning, Tone, View, meaning, new_table
from itupp.output.layout import HEADING, MEANINGS
from itupp.output.terminal import page

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
    console.print(page(view, width), crop=False)
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


LABELS = ("", "Sources", "Where that is written", "Outcome by position")
"""What may stand before a word that does not fit on a line of its own."""


@pytest.mark.parametrize("width", [120, 80, 60, 40])
def test_lines_fit(pp22, width):
    """No line is wider than the terminal, but for a word that does not fit on a line of its own."""
    for view in every_view(pp22):
        for line in picture(view, width).splitlines():
            before = line.rpartition(" ")[0].strip(" :-")
            assert len(line) <= width or before in LABELS


def test_a_row_is_a_line_in_a_pipe(pp22):
    """What `grep` sees is whole rows."""
    arab = pp22.blocs["arab-states"]
    view = positions.show_all(pp22, pp22.positions, full=True, decided=False, missing="").view()
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
    console.print(page(TINY_VIEWS["topics"](tiny), 80), crop=False)
    assert "\x1b[1m" in coloured.getvalue()
    assert "\x1b" not in picture(TINY_VIEWS["topics"](tiny), 80)


def test_wide_characters_are_measured():
    """Characters that take two columns fold like any other."""
    view = View("t")
    view.table(new_table(("A", "B"), [("漢字 " * 30, "x")]))
    for line in picture(view, 40).splitlines():
        assert sum(2 if ord(sign) > 0x2E80 else 1 for sign in line) <= 40


CHINESE = "\u706f\u5854\u5e94\u5f53\u4fdd\u7559" * 9


@pytest.mark.parametrize("width", [20, 33, 60])
def test_text_without_blanks_folds(width):
    """In paragraphs, items, facts and tables, between its letters; nothing of it is lost."""
    view = View(CHINESE)
    view.paragraph(CHINESE)
    view.items([CHINESE])
    view.fact("A", CHINESE)
    view.table(new_table(("B", "C"), [(CHINESE, "c")]))
    shown = picture(view, width)
    assert max(map(cell_len, shown.splitlines())) <= width
    assert re.sub(r"\s", "", shown).count(CHINESE[:6]) >= 4 * 8
    assert shown.count("\u706f") == 5 * 9


@pytest.mark.parametrize(
    "text",
    [
        "\u706f\u53f0\u3092\u5f37\u5316\u3059\u308b" * 8,
        "\u0e1b\u0e23\u0e30\u0e20\u0e32\u0e04\u0e32\u0e23" * 8,
    ],
)
def test_other_scripts_without_blanks_fold(text):
    """So does Japanese, and Thai."""
    view = View("Lamps")
    view.paragraph(text)
    view.table(new_table(("B", "C"), [(text, "c")]))
    shown = picture(view, 33)
    assert max(map(cell_len, shown.splitlines())) <= 33
    assert shown.count(text[1]) == 2 * text.count(text[1])


@pytest.mark.parametrize("blank", ["\u00a0", "\u2007", "\u202f"])
@pytest.mark.parametrize("width", [14, 20, 30, 40])
def test_no_line_breaks_at_blanks_that_do_not_break(width, blank):
    """In tables neither."""
    number = f"12{blank}000"
    told = f"Of lamps {number} per cent, and no more of them"
    view = View("Lamps")
    view.paragraph(told)
    view.table(new_table(("B", "C"), [(told, "c")]))
    assert picture(view, width).count(number) == 2


def test_headings_and_lists():
    """A heading stands on what is below, an item has a dash, and what folds is set in."""
    view = View("Title")
    view.heading("Part", level=2)
    view.items(["one two three four five", "six"])
    assert picture(view, 15) == "Title\n\nPart\n- one two three\n  four five\n- six\n"


def test_a_table_without_rows():
    """Nothing is shown of it."""
    view = View("T")
    view.table(new_table(("A", "B"), []))
    assert picture(view, 40).splitlines()[2:] == []


def styled(text, tone, **options):
    """The signs that a terminal of 256 colours is sent for a cell of a tone."""
    view = View("T")
    view.listed("H", new_table(("A", Column("B", tone=tone)), [("a", text)], bare=True))
    return coloured(view, **options)


def coloured(view, **options):
    """The signs that a terminal of 256 colours is sent for a view."""
    out = StringIO()
    options = {"force_terminal": True, "color_system": "256", "_environ": {}, **options}
    console = Console(file=out, width=80, **options)
    console.print(page(view, 80), crop=False)
    return out.getvalue()


@pytest.mark.parametrize(
    ("word", "like"),
    [
        ("opposed", "opposed"),
        ("not taken up", "opposed"),
        ("differ", "differ"),
        ("taken up in part", "differ"),
        ("shared", "shared"),
        ("same side", "shared"),
        ("taken up", "shared"),
        ("taken up (our reading)", "shared"),
    ],
)
def test_words_with_a_colour(word, like):
    """There are three: against each other, in between, together; the word stands there, too."""
    sign = f"\x1b[38;5;{MEANINGS[meaning(like)][6:-1]}m{word}\x1b[0m"
    assert sign in styled(word, Tone.MEANING)
    assert sign not in styled(word, Tone.TEXT)
    assert f"{word}\n" in styled(word, Tone.MEANING, color_system=None)
    assert len(set(MEANINGS.values())) == len(Meaning)


@pytest.mark.parametrize("word", ["put off", "undecided", "Opposed", "-", "x not taken up"])
def test_words_without_a_colour(word):
    """Only words that mean something have one, and only where they come first."""
    assert "\x1b[38" not in styled(word, Tone.MEANING).partition("a  ")[2]


def test_three_levels():
    """Title, headings and text differ in style; ids, remarks and what is not known are dim."""
    view = View("Title", "context")
    view.heading("Question?", remark="remark")
    view.paragraph("Text.")
    view.heading("Another?", remark="opposed (our reading)")
    view.note("Note.")
    view.fact("Label", "value")
    shown = coloured(view)
    assert shown.startswith("\x1b[1mTitle\x1b[0m")
    assert "\x1b[2mcontext\x1b[0m" in shown
    assert "\x1b[1;38;5;31mQuestion?\x1b[0m" in shown
    assert "\x1b[2mremark\x1b[0m" in shown
    assert f"\x1b[38;5;{MEANINGS[Meaning.AGAINST][6:-1]}mopposed (our reading)\x1b[0m" in shown
    assert "\nText.\n" in shown
    assert "\x1b[2mNote.\x1b[0m" in shown
    assert "\x1b[1mLabel  \x1b[0mvalue" in shown
    assert "\x1b[2mitrs-1\x1b[0m" in styled("itrs-1", Tone.DIM)
    assert "\x1b[2mnot known\x1b[0m" in styled("not known", Tone.MEANING)


COLOURS = {Style.parse(style).color for style in (*MEANINGS.values(), HEADING)} - {None}


def luminance(triplet):
    """How bright a colour is, of at most 1 (WCAG 2)."""
    parts = (value / 255 for value in triplet)
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(map(mul, linear, (0.2126, 0.7152, 0.0722)))


@pytest.mark.parametrize("colour", sorted(COLOURS), ids=lambda colour: colour.name)
def test_colours_can_be_read(colour):
    """On black and on white each has a contrast of 3.5 or more, also where there are but 16."""
    bright = luminance(colour.get_truecolor()) + 0.05
    assert bright / 0.05 >= 3.5
    assert 1.05 / bright >= 3.5


def test_colours_differ_where_there_are_sixteen():
    """A terminal of few colours tells them apart as well."""
    assert len(COLOURS) == 4
    assert len({colour.downgrade(ColorSystem.STANDARD).number for colour in COLOURS}) == 4


def test_a_remark_has_its_place():
    """At the end of the line of its heading, or of the next where both do not fit."""
    view = View("Title", "context")
    view.heading("A long heading", remark="opposed")
    view.paragraph("Text.")
    assert picture(view, 24).splitlines() == [
        "Title            context",
        "",
        "A long heading   opposed",
        "Text.",
    ]
    assert picture(view, 20).splitlines()[2:4] == ["A long heading", "             opposed"]
    assert picture(view, 5).splitlines()[:2] == ["Title", "context"]
    assert picture(view, None).splitlines()[::2] == ["Title  context", "A long heading  opposed"]


def test_bare_tables():
    """They have no headings, no empty columns, the same widths, and ids at the right margin."""
    columns = ("A", "B", Column("Id", tone=Tone.DIM))
    view = View("T")
    view.listed("One", new_table(columns, [("x", "", "i-1"), ("long", "", "i-2")], bare=True))
    view.listed("Two", new_table(columns, [("xyz", "", "i-3")], bare=True))
    view.listed("None", new_table(columns, [], bare=True))
    assert picture(view, 20).splitlines()[2:] == [
        "One",
        "  x              i-1",
        "  long           i-2",
        "",
        "Two",
        "  xyz            i-3",
    ]
    assert picture(view, None).splitlines()[3] == "  x     i-1"


def test_bare_tables_where_they_do_not_fit():
    """A row becomes a line of text."""
    view = View("T")
    view.table(new_table(("A", "B"), [("wonderful", "lighthouses"), ("a", "")], bare=True))
    assert picture(view, 14).splitlines()[2:] == ["wonderful", "lighthouses", "a"]

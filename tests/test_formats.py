"""Views as text for programs and documents."""

import csv
import json
import re

import pytest
from aids import tiny_with
from markdown_it import MarkdownIt
from shown import TINY_VIEWS, every_view

from itupp.answers import brief, topics
from itupp.answers.view import Column, View, new_table
from itupp.output import formats
from itupp.output.formats import Format

AWKWARD = View("A | b")
AWKWARD.table(
    new_table(
        ("Who", "Number", Column("With", empty="nobody")),
        [
            ('Said "no", twice', 1, ("a", "b; c")),
            ("tab\tand\nline", 22, ()),
            ("pipe | [shall] *stars* \x1b[31m", 3, ("https://x.example/a|b",)),
        ],
    )
)


def brief_on(topic):
    """The Markdown of a brief."""
    return formats.markdown_text(brief.show(topic, [topic]).view())


def told_of(topic):
    """The Markdown of a topic in full, whose labels are strong, and of a brief on it."""
    return formats.markdown_text(topics.show(topic, full=True).view()) + "\n" + brief_on(topic)


def shown(markdown):
    """The text that a reader of the Markdown sees, and the kinds of markup in it."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    return "".join(child.content for child in inline), {token.type for token in (*tokens, *inline)}


@pytest.mark.parametrize("format", formats.OF_VIEWS)
def test_pictures(tiny, format, file_regression):
    """Every view of the tiny briefing, in every format."""
    written = formats.OF_VIEWS[format]
    pictures = (f"===== {name} =====\n{written(view(tiny))}" for name, view in TINY_VIEWS.items())
    text = re.sub("<head>.*?</head>\n", "", "".join(pictures), flags=re.DOTALL)
    file_regression.check(text, encoding="utf-8", extension=f".{format}", newline="")


def test_rows_have_as_many_fields_as_the_header(pp22):
    """Every view has rows for programs to read, each with a field for every heading."""
    for view in every_view(pp22):
        header, *rows = csv.reader(formats.csv_text(view).splitlines())
        assert all(len(row) == len(header) for row in rows), view.title
        lines = formats.tsv_text(view).splitlines()
        assert [line.split("\t") for line in lines] == [header, *rows]


def test_awkward_fields():
    """Signs that divide fields survive; tabs, line breaks and control characters do no harm."""
    header, *rows = csv.reader(formats.csv_text(AWKWARD).splitlines())
    assert header == ["Who", "Number", "With"]
    assert rows[0] == ['Said "no", twice', "1", 'a; "b; c"']
    assert rows[1] == ["tab and line", "22", ""]
    assert rows[2][0] == "pipe | [shall] *stars* \\x1b[31m"
    assert formats.tsv_text(AWKWARD).splitlines()[2] == "tab and line\t22\t"


def test_markdown_tables(pp22):
    """Each table parses as one, with all of its rows and a cell for each column."""
    for view in (AWKWARD, *every_view(pp22)):
        markdown = formats.markdown_text(view)
        tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
        tables = view.tables
        kinds = [token.type for token in tokens]
        assert kinds.count("table_open") == len(tables)
        assert kinds.count("tr_open") == sum(1 + len(table.rows) for table in tables)
        assert kinds.count("td_open") == sum(
            len(table.rows) * len(table.columns) for table in tables
        )


def test_markdown_shows_what_is_there():
    """Signs that are markup elsewhere are text here, and numbers stand to the right."""
    markdown = formats.markdown_text(AWKWARD)
    text, kinds = shown(markdown)
    assert "pipe | [shall] *stars*" in text
    assert "em_open" not in kinds
    assert "-: |" in markdown
    assert "| nobody |" in markdown


def test_json():
    """Letters are kept, unless stdout has only the plain ones."""
    assert formats.json_text({"name": "Türkiye"}) == '{\n  "name": "Türkiye"\n}\n'
    assert json.loads(formats.json_text({"name": "Türkiye"}, plain=True)) == {"name": "Türkiye"}
    assert formats.json_text({"name": "Türkiye"}, plain=True).isascii()


def test_which_formats_there_are():
    """A table for people, JSON of documents, pictures of some answers, the others of views."""
    assert set(Format) == {Format.TABLE, Format.JSON, Format.SVG, *formats.OF_VIEWS}
    assert set(formats.BY_SUFFIX.values()) == set(Format)


@pytest.mark.parametrize(
    "text",
    [
        "Lamps [shall] burn",
        "[/x]",
        "[text](address)",
        "[a][b]",
        "*stars* and **more**",
        "_under_ snake_case __init__",
        "<b>bold</b> <!-- x -->",
        "a < b > c",
        "`code`",
        "back\\slash \\*",
        "R&D &amp; &#65;",
        "1. first",
        "2) second",
        "- dash",
        "+ plus",
        "# hash",
        "> quote",
        "=== rule",
        "===",
        "50 % | 60 %",
        "~~struck~~",
        "~~~ fence",
    ],
)
def test_dataset_text_is_no_markup(tmp_path, text):
    """Whatever stands in the data is shown as it is."""
    quoted = json.dumps(text)
    told = f"title: {quoted}\n    key_issues: [{quoted}]\n    background: {quoted}"
    topic = tiny_with(tmp_path, ("title: Fog horns", told)).topics["horns"]
    seen, kinds = shown(told_of(topic))
    assert seen.count(text) >= 5
    assert not kinds & {
        "em_open",
        "html_inline",
        "html_block",
        "code_inline",
        "ordered_list_open",
        "image",
        "fence",
        "s_open",
    }
    assert "blockquote_open" not in kinds
    assert "strong_open" not in shown(brief_on(topic))[1]


def test_addresses_become_links(tmp_path):
    """An address can be followed, and what stands behind it is not part of it."""
    told = 'See https://x.example/a_b_c?d=*e*, or (https://y.example), "https://z.example".'
    change = ("title: Fog horns", f"title: Fog horns\n    background: {json.dumps(told)}")
    topic = tiny_with(tmp_path, change).topics["horns"]
    tokens = MarkdownIt("commonmark").parse(told_of(topic))
    inline = [child for token in tokens for child in token.children or ()]
    links = [token.attrGet("href") for token in inline if token.type == "link_open"]
    assert links[:3] == ["https://x.example/a_b_c?d=*e*", "https://y.example", "https://z.example"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://x.example/notes_(draft), p. 2", "https://x.example/notes_(draft)"),
        ("(https://x.example/a_(b)_c)", "https://x.example/a_(b)_c"),
        ("(see https://x.example/a)", "https://x.example/a"),
        ("https://x.example/a).", "https://x.example/a)."),
        ("https://x.example/notes_(draft", "https://x.example/notes_(draft"),
        ("in https://x.example/notes_(draft", "https://x.example/notes_"),
    ],
)
def test_brackets_in_addresses(text, address):
    """One that was opened in an address ends there; a text may be an address as a whole."""
    assert f"<{address}>" in formats.markdown_text(View(text))


@pytest.mark.parametrize("box", ["[x]", "[X]", "[ ]"])
def test_boxes_are_no_tasks(box):
    """At the beginning of an item GitHub would show a box to tick."""
    view = View("Lamps")
    view.items([f"{box} per cent", f"of {box}", f"{box}per cent"])
    assert formats.markdown_text(view).splitlines()[2:] == [
        f"- \\{box} per cent",
        f"- of {box}",
        f"- {box}per cent",
    ]


@pytest.mark.parametrize("format", formats.OF_VIEWS)
def test_headings_are_text_like_any_other(format):
    """A name over a column can neither drive a terminal nor break a table."""
    view = View("A")
    view.table(new_table(("A\x1b[7m", "b|c"), [("d", "e")]))
    text = formats.OF_VIEWS[format](view)
    assert "\x1b" not in text
    if format is Format.MD:
        assert shown(text)[0] == "AA\\x1b[7mb|cde"


def test_facts_in_markdown():
    """A fact is an item, its several values items below it."""
    view = View("A")
    view.fact("One", "x")
    view.fact("Alone", ("y",))
    view.fact("Several", ("a", "b"))
    assert formats.markdown_text(view) == (
        "# A\n\n- **One:** x\n- **Alone:** y\n- **Several:**\n  - a\n  - b\n"
    )


@pytest.mark.parametrize("text", ["Notes in C #", "Fees ##", "#", "C#", "a # b", "# #"])
def test_headings_keep_their_ends(text):
    """Signs at the end of a heading are text, wherever it stands."""
    view = View(text)
    view.heading(text)
    view.paragraph("x")
    view.table(new_table(("B",), [("b",)], title=text))
    html = MarkdownIt("commonmark").render(formats.markdown_text(view))
    assert html.count(f">{text}</h") == 3


def test_what_stands_in_the_place_of_nothing():
    """People are told it, programs are given nothing."""
    view = View("A")
    view.table(new_table((Column("B", empty="nobody"),), [("b",), ("",)], title="T"))
    table = "| B        |\n| -------- |\n| b |\n| nobody |\n"
    assert formats.markdown_text(view) == f"# A\n\n## T\n\n{table}"
    assert formats.tsv_text(view) == "B\nb\n\n"


def lengths(*rows):
    """The lengths of the rule of a table."""
    view = View("A")
    view.table(new_table([str(place) for place in range(len(rows[0]))], rows))
    return list(map(len, formats.markdown_text(view).splitlines()[3].strip("| ").split(" | ")))


def test_rules_are_as_long_as_columns_are_wide():
    """Of wide columns as long as there is room on a page; narrow ones keep their width."""
    assert lengths(["abc", "abcdef"], ["abcd", ""]) == [6, 8]
    assert lengths(["abc", "x" * 300, "y" * 200]) == [5, 41, 41]
    assert lengths(["abc", "x" * 300, "y" * 20]) == [5, 61, 22]
    assert lengths(["\u4e2d\u6587", "1"]) == [6, 3]
    assert lengths(*[["x" * 9] * 50]) == [3] * 50


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_formula_is_given_to_a_spreadsheet(sign):
    """An apostrophe stands before it; numbers stay numbers."""
    view = View("A")
    view.table(new_table(("B", "C"), [(f"{sign}cmd", -1)]))
    assert formats.tsv_text(view) == f"B\tC\n'{sign}cmd\t-1\n"

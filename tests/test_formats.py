"""Views and briefs as text for programs and documents."""

import csv
import json

import pytest
from markdown_it import MarkdownIt
from shown import TINY_VIEWS, every_view

from itupp import briefs, formats
from itupp.formats import Format
from itupp.views import Column, Table, View

AWKWARD = View(
    title="A | b",
    main=Table(
        (Column("Who"), Column("Number"), Column("With", empty="nobody")),
        (
            ('Said "no", twice', 1, ("a", "b; c")),
            ("tab\tand\nline", 22, ()),
            ("pipe | [shall] *stars* \x1b[31m", 3, ("https://x.example/a|b",)),
        ),
    ),
)


def brief_on(briefing, subject):
    """The Markdown of a brief."""
    return formats.markdown_brief(briefs.on(briefing, subject))


def shown(markdown):
    """The text that a reader of the Markdown sees, and the kinds of markup in it."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    return "".join(child.content for child in inline), {token.type for token in (*tokens, *inline)}


@pytest.mark.parametrize("format", formats.OF_VIEWS)
def test_pictures(tiny, format, file_regression):
    """Every view of the tiny briefing, in every format."""
    text = "".join(f"===== {name} =====\n{formats.OF_VIEWS[format](view(tiny))}" for name, view in TINY_VIEWS.items())
    file_regression.check(text, encoding="utf-8", extension=f".{format}", newline="")


def test_rows_have_as_many_fields_as_the_header(pp22):
    """Every view has rows for programs to read, each with a field for every heading."""
    for view in every_view(pp22):
        header, *rows = csv.reader(formats.csv_text(view).splitlines())
        assert all(len(row) == len(header) for row in rows), view.title
        lines = formats.tsv_text(view).splitlines()
        assert [line.split("\t") for line in lines] == [header, *rows]


def test_awkward_fields():
    """Quotation marks and commas survive; tabs, line breaks and control characters cannot do harm."""
    header, *rows = csv.reader(formats.csv_text(AWKWARD).splitlines())
    assert header == ["Who", "Number", "With"]
    assert rows[0] == ['Said "no", twice', "1", "a; b; c"]
    assert rows[1] == ["tab and line", "22", ""]
    assert rows[2][0] == "pipe | [shall] *stars* \\x1b[31m"
    assert formats.tsv_text(AWKWARD).splitlines()[2] == "tab and line\t22\t"


def test_markdown_tables(pp22):
    """Each table parses as one, with a row for each of its rows and a cell for each of its columns."""
    for view in (AWKWARD, *every_view(pp22)):
        tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(formats.markdown(view))
        tables = [table for table in (view.main, *view.tables) if table]
        kinds = [token.type for token in tokens]
        assert kinds.count("table_open") == len(tables)
        assert kinds.count("tr_open") == sum(1 + len(table.rows) for table in tables)
        assert kinds.count("td_open") == sum(len(table.rows) * len(table.columns) for table in tables)


def test_markdown_shows_what_is_there():
    """Signs that are markup elsewhere are text here, and numbers stand to the right."""
    markdown = formats.markdown(AWKWARD)
    text, kinds = shown(markdown)
    assert "pipe | [shall] *stars*" in text
    assert "em_open" not in kinds
    assert "| --- | ---: | --- |" in markdown
    assert "| nobody |" in markdown


def test_json():
    """Letters are kept, unless stdout has only the plain ones."""
    assert formats.json_text({"name": "Türkiye"}) == '{\n  "name": "Türkiye"\n}\n'
    assert json.loads(formats.json_text({"name": "Türkiye"}, plain=True)) == {"name": "Türkiye"}
    assert formats.json_text({"name": "Türkiye"}, plain=True).isascii()


def test_which_formats_there_are():
    """A table for people, JSON of documents, the others of views."""
    assert set(Format) == {Format.TABLE, Format.JSON, *formats.OF_VIEWS}


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
        "50 % | 60 %",
        "~~struck~~",
        "~~~ fence",
    ],
)
def test_dataset_text_is_no_markup(tiny, text):
    """Whatever stands in the data is shown as it is."""
    topic = tiny.topics["horns"]._replace(title=text, key_issues=(text,), background=text)
    seen, kinds = shown(brief_on(tiny._replace(topics={**tiny.topics, "horns": topic}), topic))
    assert seen.count(text) >= 3
    assert not kinds & {
        "em_open",
        "strong_open",
        "html_inline",
        "html_block",
        "code_inline",
        "ordered_list_open",
        "image",
        "fence",
        "s_open",
    }
    assert "blockquote_open" not in kinds


def test_addresses_become_links(tiny):
    """An address can be followed, and what stands behind it is not part of it."""
    topic = tiny.topics["horns"]._replace(
        background='See https://x.example/a_b_c?d=*e*, or (https://y.example), "https://z.example".'
    )
    tokens = MarkdownIt("commonmark").parse(brief_on(tiny._replace(topics={**tiny.topics, "horns": topic}), topic))
    links = [child.attrGet("href") for token in tokens for child in token.children or () if child.type == "link_open"]
    assert links[:3] == ["https://x.example/a_b_c?d=*e*", "https://y.example", "https://z.example"]


@pytest.mark.parametrize("format", formats.OF_VIEWS)
def test_headings_are_text_like_any_other(format):
    """A name over a column can neither drive a terminal nor break a table."""
    view = View("A", main=Table((Column("A\x1b[7m"), Column("b|c")), (("d", "e"),)))
    text = formats.OF_VIEWS[format](view)
    assert "\x1b" not in text
    if format is Format.MD:
        assert shown(text)[0] == "AA\\x1b[7mb|cde"

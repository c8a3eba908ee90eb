"""HTML: what a view says, as one file that is read without asking for anything."""

import base64
import hashlib
import json
import re

import pytest
from aids import tiny_with
from page_read import Page
from shown import every_view

from itupp.answers import topics
from itupp.answers.view import Column, Tone, View, new_table
from itupp.output.html import document, html_text

POLICY = re.compile(
    r"default-src 'none'; style-src '(sha256-[\w+/=]+)'; img-src data:;"
    r"(?: script-src '(sha256-[\w+/=]+)';)? base-uri 'none'; form-action 'none'"
)


def policy(page):
    """The hashes of the style and of the script that are allowed."""
    (told,) = [
        element.attributes["content"]
        for element in page.all("meta")
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    return POLICY.fullmatch(told).groups()


def hashed(content):
    """What a policy calls a content by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def shown(*blocks):
    """The page of a view that is built by these."""
    view = View("Title", "context")
    for build in blocks:
        build(view)
    return Page(html_text(view))


def test_every_view_is_a_page(pp22):
    """Each is well formed, with one title, the headings of the view, and a policy that holds."""
    for view in every_view(pp22):
        page = Page(html_text(view))
        assert page.texts("h1") == [" ".join(view.title.split())]
        assert page.texts("title") == page.texts("h1")
        assert len(page.all("table")) == len(view.tables)
        assert policy(page) == (hashed(page.texts("style")[0]), None)
        assert not page.all("script")
        assert not page.values("style")
        assert page.all("html")[0].attributes == {"lang": "en"}


def test_nothing_is_asked_for(pp22):
    """No address but those that a reader may follow, and an icon that is empty."""
    for view in every_view(pp22):
        page = Page(html_text(view))
        assert not page.values("src")
        for element in page.elements:
            address = element.attributes.get("href")
            assert address is None or element.name == "a" or address == "data:,"
        assert "@import" not in page.texts("style")[0]
        assert "url(" not in page.texts("style")[0]


def test_blocks():
    """Each is what it is: a paragraph, a note, a list, a list of facts, headings by level."""
    page = shown(
        lambda view: view.paragraph("Text."),
        lambda view: view.note("Note."),
        lambda view: view.items(["a", "b"]),
        lambda view: view.fact("One", "x"),
        lambda view: view.fact("Two", ("y", "z")),
        lambda view: view.heading("Deeper", 3, "remark"),
    )
    assert page.texts("p") == ["context", "Text.", "Note."]
    assert page.values("class").count("note") == 1
    assert page.texts("li") == ["a", "b"]
    assert (page.texts("dt"), page.texts("dd")) == (["One", "Two"], ["x", "y", "z"])
    assert page.texts("h3") == ["Deeper remark"]


def test_commands_are_left_out():
    """Those who are given a file may have no program."""
    page = shown(lambda view: view.commands(["itupp topics"]))
    assert "itupp" not in page.all("body")[0].text


def test_tables():
    """Headings have a scope, a title is the caption, numbers, ids and meanings their class."""
    columns = ("Name", "Number", Column("How", tone=Tone.MEANING), Column("Id", tone=Tone.DIM))
    rows = [("a", 1, "opposed (x)", "i"), ("b", 2, "", ("j", "k"))]
    page = shown(lambda view: view.table(new_table(columns, rows, title="All")))
    assert page.texts("caption") == ["All"]
    assert [cell.attributes["scope"] for cell in page.all("th")] == ["col"] * 4
    assert [cell.attributes.get("class") for cell in page.all("td")][:4] == [
        None,
        "number",
        None,
        "id",
    ]
    assert page.texts("span") == ["opposed (x)"]
    assert page.all("span")[0].attributes["class"] == "against"
    assert page.texts("td")[-1] == "j; k"


def test_a_table_in_groups():
    """Each group has its heading; one without has none."""
    rows = [("", "x"), ("G", "y"), ("G", "z"), ("H", "w")]
    page = shown(lambda view: view.table(new_table(("Group", "Name"), rows, grouped=True)))
    scopes = [(cell.attributes["scope"], cell.text) for cell in page.all("th")]
    assert scopes == [("col", "Name"), ("rowgroup", "G"), ("rowgroup", "H")]
    assert len(page.all("tbody")) == 3


def test_a_matrix():
    """Its rows have names; the corner is no heading."""
    page = shown(lambda view: view.table(new_table(("", "A"), [("b", 1)])))
    assert [(cell.attributes["scope"], cell.text) for cell in page.all("th")] == [
        ("col", "A"),
        ("row", "b"),
    ]


def test_a_wide_table():
    """It can be reached and moved with the keyboard; a narrow one needs no frame."""
    wide = shown(lambda view: view.table(new_table("abcdef", [tuple("ghijkl")])))
    (frame,) = [element for element in wide.all("div") if element.attributes]
    assert frame.attributes["tabindex"] == "0"
    assert frame.attributes["aria-label"] == "Table"
    narrow = shown(lambda view: view.table(new_table("abcde", [tuple("ghijk")])))
    assert not narrow.all("div")


def test_what_stands_in_the_place_of_nothing():
    """People are shown it."""
    page = shown(
        lambda view: view.table(new_table((Column("B", empty="nobody"),), [("b",), ("",)]))
    )
    assert page.texts("td") == ["b", "nobody"]


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "</td><script>alert(1)</script>",
        "<!-- x -->",
        "]]>",
        "a < b > c & d &amp; &lt;",
        "\" onmouseover='alert(1)' x=\"",
        "javascript:alert(1)",
        "data:text/html,x",
        "</title></style></textarea>",
        "{{x}} ${x} <%= x %>",
    ],
)
def test_dataset_text_is_text(tmp_path, text):
    """Whatever stands in the data is shown as it is, and is no element, attribute or address."""
    quoted = json.dumps(text)
    told = f"title: {quoted}\n    key_issues: [{quoted}]\n    background: {quoted}"
    topic = tiny_with(tmp_path, ("title: Fog horns", told)).topics["horns"]
    plain = tiny_with(
        tmp_path, ("title: Fog horns", "title: x\n    key_issues: [x]\n    background: x")
    )
    page, innocent = (
        Page(html_text(topics.show(each, full=True).view()))
        for each in (topic, plain.topics["horns"])
    )
    assert page.texts("h1") == [text]
    assert page.texts("dd").count(text) == 1
    assert [element.name for element in page.elements] == [
        element.name for element in innocent.elements
    ]
    assert page.values("href") == innocent.values("href")


def test_control_characters_are_shown():
    """None is sent on."""
    page = shown(lambda view: view.paragraph("a\x1b[31m\u202eb\x00"))
    assert page.texts("p")[1] == "a\\x1b[31m\\u202eb\\x00"


def test_addresses_become_links():
    """Those of web pages, without what stands behind them; each is shown by what tells it apart."""
    told = 'See https://www.x.example/a_b/?c=1&d="2", (http://y.example/), ftp://z.example.'
    told += " http://z.example/as--..."
    page = shown(lambda view: view.paragraph(told))
    assert [link.attributes["href"] for link in page.all("a")] == [
        "https://www.x.example/a_b/?c=1&d=",
        "http://y.example/",
        "http://z.example/as--...",
    ]
    assert page.texts("a")[:2] == ["x.example/a_b/?c=1&d=", "y.example"]
    assert "ftp://z.example." in page.texts("p")[1]


def test_a_script_is_allowed_by_its_hash():
    """No other one is."""
    page = Page(document("T", "<main></main>", script="let a = 1 < 2;"))
    assert policy(page) == (hashed(page.texts("style")[0]), hashed(page.texts("script")[0]))


def test_the_style_is_plain():
    """Its letters are ASCII, so that it stays what was hashed on any stdout."""
    assert Page(html_text(View("A"))).texts("style")[0].isascii()

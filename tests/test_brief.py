"""Briefs in Markdown."""

import re

from aids import EARLY, briefing_of
from markdown_it import MarkdownIt

from itupp.answers import brief
from itupp.answers.view import Heading, Items, Paragraph
from itupp.briefing import Topic
from itupp.output.formats import markdown_text

HEADINGS = [
    "Positions",
    "Positions of its blocs",
    "Background",
    "Who proposes the same",
    "Who proposes otherwise",
    "Not addressed",
    "Relevant resolutions",
    "Outcome",
    "Sources",
]


def written(subject):
    """The Markdown on a subject."""
    return markdown_text(brief.show(subject).view())


def shown(markdown):
    """The text that a reader of the Markdown sees, and the kinds of markup in it."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    return "".join(child.content for child in inline), {token.type for token in (*tokens, *inline)}


def is_about(position, subject):
    """Whether a position belongs into the brief on a subject."""
    if isinstance(subject, Topic):
        return position.topic is subject
    return any(speaker in position.proponents for speaker in subject.speakers)


def test_on_a_proponent(tiny, file_regression):
    """What a bloc wants, with whom, against whom."""
    file_regression.check(written(tiny.blocs["northern-coast"]), encoding="utf-8", extension=".md")


def test_on_a_topic(tiny, file_regression):
    """What is wanted on a topic, by whom."""
    file_regression.check(written(tiny.topics["lamps"]), encoding="utf-8", extension=".md")


def test_on_somebody_silent(tiny, file_regression):
    """Where nothing is recorded the brief says so."""
    file_regression.check(written(tiny.countries["no"]), encoding="utf-8", extension=".md")


def test_every_brief_is_markdown(pp22):
    """All briefs parse, as nothing but headings, lists, paragraphs and addresses."""
    subjects = [*pp22.proponents, *pp22.topics.values()]
    for subject in subjects:
        markdown = written(subject)
        text, kinds = shown(markdown)
        assert kinds <= {
            *(
                "heading_open",
                "heading_close",
                "bullet_list_open",
                "bullet_list_close",
                "list_item_open",
            ),
            *(
                "list_item_close",
                "paragraph_open",
                "paragraph_close",
                "inline",
                "text",
                "text_special",
            ),
            *("link_open", "link_close"),
        }
        headings = re.findall(r"^## (.+?)(?: by)?$", markdown, flags=re.MULTILINE)
        assert headings == [heading for heading in HEADINGS if heading in headings]
        assert {"Positions", "Sources"} <= set(headings) or subject.id == "apt"
        for position in pp22.positions:
            told = is_about(position, subject)
            assert (position.summary in text) == told, position.id


def test_no_line_is_folded(pp22):
    """Every item is one line, so that it can be pasted anywhere."""
    for topic in pp22.topics.values():
        view = brief.show(topic).view()
        assert {type(block) for block in view.blocks} == {Heading, Items, Paragraph}
        single = sum(not isinstance(block, Items) for block in view.blocks)
        items = sum(len(block.texts) for block in view.blocks if isinstance(block, Items))
        lines = [line for line in written(topic).splitlines() if line]
        assert len(lines) == 1 + single + items


def test_a_brief_in_json(tiny):
    """The same parts as plain text, with what they are about and its positions, whole."""
    answer = brief.show(tiny.blocs["northern-coast"])
    document = answer.document()
    assert list(document) == ["id", "name", "title", "sections", "positions"]
    assert (document["id"], document["title"]) == ("northern-coast", "Northern coast (LU-7)")
    headings = [part["heading"] for part in document["sections"]]
    assert headings == [heading for heading in HEADINGS if heading in headings]
    assert [position["id"] for position in document["positions"]] == [
        *("lamps-1", "lamps-3", "buoys-1")
    ]
    assert document["sections"][0]["groups"][1] == {
        "items": ("There should be more buoys. (buoys-1)",),
        "heading": "Buoys and beacons",
        "text": None,
    }


def test_a_country_s_brief_has_its_blocs_positions(tiny):
    """In a part of their own, and so have its silences."""
    parts = {
        part["heading"]: part for part in brief.show(tiny.countries["no"]).document()["sections"]
    }
    (none,) = parts["Positions"]["groups"]
    assert none["items"] == brief.NONE
    (bloc,) = parts["Positions of its blocs"]["groups"]
    assert bloc["heading"].startswith("Northern coast: the bloc's positions, not binding")
    (silent,) = parts["Not addressed"]["groups"]
    assert silent["items"][0] == "Lamps (silent; its bloc, Northern coast, speaks)"
    assert "Fog horns" in silent["items"]


def test_before_a_conference_nothing_is_said_of_outcomes(tmp_path):
    """Where none is recorded at all there is no such part."""
    briefing = briefing_of(tmp_path, EARLY)
    for subject in (briefing.topics["t"], briefing.countries["fr"]):
        headings = [part["heading"] for part in brief.show(subject).document()["sections"]]
        assert "Sources" in headings
        assert "Outcome" not in headings

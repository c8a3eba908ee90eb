"""Briefs in Markdown."""

import re

from markdown_it import MarkdownIt

from itupp import briefs, formats, queries

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


def written(briefing, subject):
    """The Markdown on a subject."""
    return formats.markdown_brief(briefs.on(briefing, subject))


def shown(markdown):
    """The text that a reader of the Markdown sees, and the kinds of markup in it."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    return "".join(child.content for child in inline), {token.type for token in (*tokens, *inline)}


def test_on_a_proponent(tiny, file_regression):
    """What a bloc wants, with whom, against whom."""
    file_regression.check(written(tiny, tiny.blocs["northern-coast"]), encoding="utf-8", extension=".md")


def test_on_a_topic(tiny, file_regression):
    """What is wanted on a topic, by whom."""
    file_regression.check(written(tiny, tiny.topics["lamps"]), encoding="utf-8", extension=".md")


def test_on_somebody_silent(tiny, file_regression):
    """Where nothing is recorded the brief says so."""
    file_regression.check(written(tiny, tiny.countries["no"]), encoding="utf-8", extension=".md")


def test_every_brief_is_markdown(pp22):
    """The briefs of all proponents and topics parse, as nothing but headings, lists, paragraphs and addresses."""
    subjects = [*pp22.proponents, *pp22.topics.values()]
    assert len(subjects) == 23
    for subject in subjects:
        markdown = written(pp22, subject)
        text, kinds = shown(markdown)
        assert kinds <= {
            *("heading_open", "heading_close", "bullet_list_open", "bullet_list_close", "list_item_open"),
            *("list_item_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special"),
            *("link_open", "link_close"),
        }
        headings = re.findall(r"^## (.+?)(?: by)?$", markdown, flags=re.MULTILINE)
        assert headings == [heading for heading in HEADINGS if heading in headings]
        assert {"Positions", "Sources"} <= set(headings) or subject.id == "apt"
        voices = [subject.id] if subject.id in pp22.topics else queries.with_blocs(pp22, [subject.id])
        for position in pp22.positions:
            told = subject.id == position.topic or any(id in voices for id in position.proponents)
            assert (position.summary in text) == told, position.id


def test_no_line_is_folded(pp22):
    """Every item is one line, so that it can be pasted anywhere."""
    for topic in pp22.topics.values():
        brief = briefs.on(pp22, topic)
        groups = [group for section in brief.sections for group in section.groups]
        paragraphs = sum(len(list(filter(None, (group.text or "").split("\n")))) for group in groups)
        headings = 1 + len(brief.sections) + sum(bool(group.heading) for group in groups)
        lines = [line for line in written(pp22, topic).splitlines() if line]
        assert len(lines) == headings + paragraphs + sum(len(group.items) for group in groups)

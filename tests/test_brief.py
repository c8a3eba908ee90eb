"""Briefs of one page."""

import re

import pytest
from aids import EARLY, briefing_of, notes, tiny_with
from markdown_it import MarkdownIt

from itupp.answers import brief
from itupp.answers.view import Heading, Items
from itupp.briefing import Proponent
from itupp.output.formats import markdown_text


def on(subject, *topics, own=False):
    """The brief on a subject, on some topics or on all."""
    known = subject.briefing.topics.values()
    about = [topic for topic in known if topic.id in topics or not topics]
    return brief.show(subject, about, own=own)


def written(subject):
    """The Markdown on a subject."""
    return markdown_text(on(subject).view())


def headings(view):
    """The headings of a view."""
    return [block.text for block in view.blocks if isinstance(block, Heading)]


def sources(view):
    """The items of the last list, which are sources."""
    return [block for block in view.blocks if isinstance(block, Items)][-1].texts


def subjects(briefing):
    """All that a brief can be about and that speaks."""
    return (*briefing.proponents, *briefing.topics.values(), *briefing.resolutions.values())


@pytest.mark.parametrize(
    ("kind", "id"),
    [("blocs", "northern-coast"), ("countries", "no"), ("topics", "lamps"), ("resolutions", "7")],
)
def test_in_print(tiny, file_regression, kind, id):
    """What a delegate reads of a bloc, a country that speaks through it, a topic, a resolution."""
    markdown = written(getattr(tiny, kind)[id])
    file_regression.check(markdown, encoding="utf-8", extension=".md")


def test_every_brief_says_what_is_wanted(pp22):
    """All briefs are Markdown without markup of the data's, with every position's headline."""
    for subject in subjects(pp22):
        tokens = MarkdownIt("commonmark").enable("table").parse(written(subject))
        inline = [child for token in tokens for child in token.children or ()]
        text = "".join(child.content for child in inline)
        assert "html_block" not in {token.type for token in tokens}
        said = subject.line() if isinstance(subject, Proponent) else subject.positions
        assert all(position.headline in text for position in said), subject.id


def test_a_brief_ends_with_its_sources(pp22):
    """The documents, then addresses, at most five; where more are is said; then the dataset."""
    for subject in subjects(pp22):
        view = on(subject).view()
        assert headings(view)[-1] == "Sources"
        more = [note for note in notes(view) if note.startswith("And ")]
        if any(isinstance(block, Items) for block in view.blocks):
            assert len(sources(view)) <= brief.MOST_SOURCES
        for note in more:
            number = int(re.match(r"And (\d+) more, with full text: itupp ", note)[1])
            assert len(on(subject).document()["sources"]) == number + brief.MOST_SOURCES
        note = f'Dataset: "{pp22.title}", as of {pp22.as_of}.'
        if on(subject).document()["sources"]:  # its title is among them
            note = f"As of {pp22.as_of}."
        assert notes(view)[-1] == note


def test_where_more_sources_are(tmp_path):
    """The command that shows them is that of the subject's kind."""
    many = ", ".join(f'"https://lighthouse.example/{number}"' for number in range(9))
    written = "outcome: {result: not taken up, summary: Nothing was decided., basis: editor, "
    briefing = tiny_with(tmp_path, (written, f"{written}sources: [{many}], "))
    told = {
        "bloc northern-coast": briefing.blocs["northern-coast"],
        "topic lamps": briefing.topics["lamps"],
        "resolution 7": briefing.resolutions["7"],
    }
    for command, subject in told.items():
        view = on(subject).view()
        assert any(f"itupp {command} --full" in note for note in notes(view))
        *_, sources = (block for block in view.blocks if isinstance(block, Items))
        assert len(sources.texts) == 5


def test_on_a_topic(tiny):
    """The sides come first, then background and resolutions."""
    view = on(tiny.topics["lamps"]).view()
    assert headings(view) == ["Oil or current?", "Further positions", "Background", "Sources"]
    assert "https://lighthouse.example/lamps-put-off" in sources(view)


def test_on_a_resolution(tiny):
    """It is called by its number, its title is said once, and what came of it has its source."""
    view = on(tiny.resolutions["7"]).view()
    assert view.title == "Resolution 7"
    assert written(tiny.resolutions["7"]).count("Lamps of the Union") == 1
    assert headings(view) == ["Positions on Lamps", "Sources"]
    assert "https://lighthouse.example/res7" in sources(view)
    assert on(tiny.resolutions["draft-fog"]).view().title == "Fog"


def test_on_some_topics(tiny):
    """What a bloc says elsewhere is left out, and where nothing is recorded is said."""
    north = tiny.blocs["northern-coast"]
    assert headings(on(north, "buoys").view()) == ["Positions", "Sources"]
    view = on(tiny.countries["no"], "horns").view()
    assert headings(view) == ["Members that speak for themselves", "Sources"][1:]
    assert notes(view)[0] == "No position recorded: Fog horns"


def test_on_some_topics_of_a_bloc_that_only_names_a_country(pp22):
    """Its positions are kept to these topics, too."""
    view = on(pp22.countries["er"], "itrs").view()
    (table,) = view.tables
    assert [row[1] for row in table.rows] == ["Develop a new set of ITRs"]


def test_own(tiny):
    """A country's own brief says nothing of its blocs, nor does it cite what they say."""
    view = on(tiny.countries["no"], own=True).view()
    assert headings(view) == ["Sources"]
    assert on(tiny.countries["no"], own=True).document()["sources"] == []
    assert on(tiny.countries["no"], own=True).document()["subject"]["rivals"] == []


@pytest.mark.parametrize(
    ("kind", "id"), [("blocs", "islands"), ("topics", "horns"), ("resolutions", "12")]
)
def test_in_json(tiny, kind, id):
    """The subject as its own command gives it, and the sources in words."""
    subject = getattr(tiny, kind)[id]
    document = on(subject).document()
    assert list(document) == ["id", "name", "subject", "sources", "dataset"]
    assert (document["id"], document["subject"]["id"]) == (id, id)


def test_before_a_conference_nothing_is_said_of_outcomes(tmp_path):
    """Where none is recorded at all there is no such part."""
    briefing = briefing_of(tmp_path, EARLY)
    for subject in (briefing.topics["t"], briefing.countries["fr"], briefing.resolutions["r"]):
        assert "Outcome" not in written(subject)

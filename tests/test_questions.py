"""Who takes which side."""

from aids import below, briefing_of, tiny_with

from itupp.answers import questions
from itupp.answers.view import Heading, View


def _kind(briefing):
    return briefing.topics["lamps"].questions["kind"]


def test_the_sides_of_a_question(tiny):
    """Its text, how those who answer stand, and the positions side by side."""
    view = View("Title")
    questions.tell_sides(view, _kind(tiny))
    assert view.blocks[0] == Heading("Oil or current?", 2, "opposed")
    assert [row[1:] for row in below(view, "Oil or current?")] == [
        ("Northern coast, Brazil", "lamps-1"),
        ("Southern coast", "lamps-2"),
    ]


def test_those_on_one_side_stand_together(tmp_path):
    """Sides come in the order of the question, whatever the order of the positions."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "topics:\n"
        "  - id: t\n"
        "    title: T\n"
        "    questions: [{id: q, text: 'Q?', sides: {a: A, b: B}}]\n"
        "    positions:\n"
        "      - {headline: One, summary: S., proponents: [fr], answers: {q: b}}\n"
        "      - {headline: Two, summary: S., proponents: [de], answers: {q: a}}\n"
        "      - {headline: Three, summary: S., proponents: [it], answers: {q: b}}\n",
    )
    view = View("Title")
    questions.tell_sides(view, briefing.topics["t"].questions["q"])
    assert view.blocks[0] == Heading("Q?", 2, "differ (our reading)")
    assert [row[0] for row in below(view, "Q?")] == ["Two", "One", "Three"]


def test_headlines(tiny):
    """Without headings of columns, the id last."""
    table = questions.headlines_table(tiny.positions[:1])
    assert table.bare
    assert table.rows == (("Keep lamps on oil", "Northern coast, Brazil", "lamps-1"),)


def test_camps(tiny):
    """Those who take the same side stand in a row, with the positions that say so."""
    table = questions.sides_table([_kind(tiny)])
    assert table.title == "Questions and sides"
    assert table.rows == (
        (
            "Oil or current? (opposed)",
            ("Northern coast", "Brazil"),
            ("Keep to oil",),
            ("lamps-1",),
        ),
        (
            "Oil or current? (opposed)",
            ("Southern coast",),
            ("Change to current",),
            ("lamps-2",),
        ),
    )


def test_those_named(tiny):
    """Only they are told, those without a position last; where one alone speaks nothing divides."""
    among = [tiny.blocs["islands"], tiny.blocs["southern-coast"]]
    table = questions.sides_table([_kind(tiny)], among)
    assert table.rows == (
        ("Oil or current?", ("Southern coast",), ("Change to current",), ("lamps-2",)),
        ("Oil or current?", ("Islands",), ("no position recorded",), ()),
    )


def test_no_question():
    """Without one there is no table."""
    assert questions.sides_table([]) is None


def test_several_sides_in_one_line(tiny):
    """They are joined as cells are."""
    assert questions.texts_of(_kind(tiny).sides.values()) == "Keep to oil; Change to current"


def test_a_question_in_json(tiny, tmp_path):
    """It is exclusive or not, and how those named stand is told, without names how all do."""
    document = questions.document(_kind(tiny))
    assert (document["exclusive"], document["basis"]) == (True, "source")
    assert document["relation"] == "opposed"
    south = {"id": "southern-coast", "name": "Southern coast"}
    assert document["answers"][-1] == {
        "proponent": south,
        "sides": [{"id": "current", "name": "Change to current"}],
        "positions": ["lamps-2"],
    }
    among = [tiny.blocs["islands"], tiny.blocs["southern-coast"]]
    assert questions.document(_kind(tiny), among)["relation"] == "no position"
    inclusive = tiny_with(tmp_path, ("exclusive: true", "exclusive: false"))
    assert questions.document(_kind(inclusive))["relation"] == "differ"

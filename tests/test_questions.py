"""Who takes which side."""

from aids import tiny_with

from itupp.answers import questions


def test_camps(tiny):
    """Those who take the same side stand in a row, with the positions that say so."""
    table = questions.sides_table([tiny.topics["lamps"].questions["kind"]])
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


def test_those_compared(tiny):
    """Only they are told, the silent last; where one alone speaks nothing sets them apart."""
    blocs = tiny.blocs
    among = [blocs["islands"], blocs["southern-coast"]]
    table = questions.sides_table([tiny.topics["lamps"].questions["kind"]], among)
    assert table.rows == (
        ("Oil or current?", ("Southern coast",), ("Change to current",), ("lamps-2",)),
        ("Oil or current?", ("Islands",), ("silent",), ()),
    )


def test_no_question():
    """Without one there is no table."""
    assert questions.sides_table([]) is None


def test_several_sides_in_one_line(tiny):
    """They are joined as cells are."""
    sides = tiny.topics["lamps"].questions["kind"].sides.values()
    assert questions.texts_of(sides) == "Keep to oil; Change to current"


def test_a_question_in_json(tiny, tmp_path):
    """It is exclusive or not, and how those named stand is told, without names how all do."""
    question = tiny.topics["lamps"].questions["kind"]
    document = questions.document(question)
    assert (document["exclusive"], document["basis"]) == (True, "source")
    assert document["relation"] == "opposed"
    south = {"id": "southern-coast", "name": "Southern coast"}
    assert document["answers"][-1] == {
        "proponent": south,
        "sides": [{"id": "current", "name": "Change to current"}],
        "positions": ["lamps-2"],
    }
    blocs = tiny.blocs
    silent = questions.document(question, [blocs["islands"], blocs["southern-coast"]])
    assert silent["relation"] == "silent"
    inclusive = tiny_with(tmp_path, ("exclusive: true", "exclusive: false"))
    question = inclusive.topics["lamps"].questions["kind"]
    assert questions.document(question)["relation"] == "differ"

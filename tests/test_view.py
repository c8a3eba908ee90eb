"""A view is built in the order of the screen, and leaves out what is absent."""

import pytest

from itupp.answers.view import (
    Column,
    Facts,
    Heading,
    Items,
    Paragraph,
    View,
    cell_text,
    new_table,
)

TABLE = new_table(("A", Column("B", empty="nothing")), [("x", 1)])


def test_blocks_stand_in_the_order_of_the_screen():
    """As they were added."""
    view = View("Title")
    view.paragraph("Prose")
    view.heading("Part", level=2)
    view.items(["one", "two"])
    view.fact("Label", "value")
    view.table(TABLE)
    view.note("Remark")
    assert view.title == "Title"
    assert view.blocks == [
        Paragraph("Prose"),
        Heading("Part", 2),
        Items(("one", "two")),
        Facts([("Label", "value")]),
        TABLE,
        Paragraph("Remark", is_note=True),
    ]


def test_what_is_absent_is_left_out():
    """No caller has to ask."""
    view = View("Title")
    view.paragraphs(None)
    view.paragraphs("")
    view.heading(None, level=3)
    for value in ("", (), None):
        view.fact("Label", value)
    view.items([])
    view.table(None)
    view.note(None)
    view.note("")
    view.notes([])
    assert view.blocks == []
    assert (view.facts, view.tables) == ([], ())


def test_facts_that_follow_each_other_stand_together():
    """Something between them sets them apart; what is absent does not."""
    view = View("Title")
    view.fact("A", "1")
    view.note(None)
    view.fact("B", ("2", "3"))
    view.note("Remark")
    view.fact("C", 4)
    assert view.blocks == [
        Facts([("A", "1"), ("B", ("2", "3"))]),
        Paragraph("Remark", is_note=True),
        Facts([("C", 4)]),
    ]
    assert view.facts == [("C", 4)]


def test_a_paragraph_for_each_line():
    """Empty lines are none."""
    view = View("Title")
    view.paragraphs("One.\n\nTwo.\n")
    assert view.blocks == [Paragraph("One."), Paragraph("Two.")]


def test_notes():
    """Several at once."""
    view = View("Title")
    view.notes(["One.", "Two."])
    assert view.blocks == [Paragraph("One.", is_note=True), Paragraph("Two.", is_note=True)]


def test_tables():
    """A table without rows is shown, too; which one programs read can be said."""
    empty = new_table(("A",), [])
    view = View("Title", data=TABLE)
    view.table(empty)
    view.table(TABLE)
    assert view.tables == (empty, TABLE)
    assert view.data is TABLE


def test_columns():
    """A heading alone will do for a column."""
    assert TABLE.columns == (Column("A"), Column("B", empty="nothing"))


@pytest.mark.parametrize(
    ("rows", "numeric"),
    [([], (False, False)), ([("x", 1), ("y", "-")], (False, True)), ([("x", "")], (False, False))],
)
def test_columns_of_numbers(rows, numeric):
    """One number is enough, for the rest may be silence."""
    assert new_table(("A", "B"), rows).numeric == numeric


@pytest.mark.parametrize(
    ("cell", "text"), [("a\nb", "a b"), (("a", "b\tc"), "a; b c"), ((), ""), (0, "0")]
)
def test_a_cell_is_one_line(cell, text):
    """Lists are joined."""
    assert cell_text(cell) == text

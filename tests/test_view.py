"""A view is built in the order of the screen, and leaves out what is absent."""

import pytest

from itupp.answers.view import (
    Column,
    Facts,
    Heading,
    Items,
    Paragraph,
    Tone,
    View,
    cell_text,
    new_table,
)

TABLE = new_table(("A", Column("B", empty="nothing")), [("x", 1)])


def test_blocks_stand_in_the_order_of_the_screen():
    """As they were added."""
    view = View("Title", "of the conference")
    view.paragraph("Prose")
    view.heading("Part", level=2, remark="aside")
    view.items(["one", "two"])
    view.fact("Label", "value")
    view.table(TABLE)
    view.note("Remark")
    assert (view.title, view.context) == ("Title", "of the conference")
    assert view.blocks == [
        Paragraph("Prose"),
        Heading("Part", 2, "aside"),
        Items(("one", "two")),
        Facts([("Label", "value")]),
        TABLE,
        Paragraph("Remark", Tone.DIM),
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
    view.listed("Heading", None)
    view.listed("Heading", new_table(("A",), []))
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
        Paragraph("Remark", Tone.DIM),
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
    assert view.blocks == [Paragraph("One.", Tone.DIM), Paragraph("Two.", Tone.DIM)]


def test_a_table_below_a_heading():
    """Both are added, with a remark on the heading's line."""
    view = View("Title")
    view.listed("Part", TABLE, "aside")
    assert view.blocks == [Heading("Part", 2, "aside"), TABLE]


def test_what_to_type_next():
    """The commands that were told last."""
    view = View("Title")
    assert view.next_commands == ()
    view.more("itupp topics")
    view.more("itupp topic NAME", "itupp blocs")
    assert view.next_commands == ("itupp topic NAME", "itupp blocs")


def test_a_bare_table_has_no_empty_columns():
    """What stands in none of its rows needs no place; another table keeps it."""
    columns, rows = ("A", Column("B"), "C"), [("x", "", ""), ("y", (), "z")]
    bare = new_table(columns, rows, bare=True)
    assert bare.columns == (Column("A"), Column("C"))
    assert bare.rows == (("x", ""), ("y", "z"))
    assert new_table(columns, rows).rows == tuple(rows)
    assert new_table(columns, [], bare=True).columns == ()


def test_tables():
    """A table without rows is for programs alone; which one they read can be said."""
    empty = new_table(("A",), [])
    view = View("Title", data=TABLE)
    view.table(empty)
    view.table(TABLE)
    assert (view.tables, view.data) == ((TABLE,), TABLE)
    alone = View("Title")
    alone.table(empty)
    assert (alone.tables, alone.data) == ((), empty)
    alone.table(None)
    assert alone.data is empty


def test_empty_columns():
    """They are left out for people; without its first column nothing is grouped by it."""
    view = View("Title")
    view.table(new_table(("A", "B", "C"), [("", "b", 0), ((), "c", 0)], grouped=True))
    (table,) = view.tables
    assert table.rows == (("b", 0), ("c", 0))
    assert not table.grouped


def test_columns():
    """A heading alone will do for a column."""
    assert TABLE.columns == (Column("A"), Column("B", empty="nothing"))


@pytest.mark.parametrize(
    ("rows", "numeric"),
    [([], (False, False)), ([("x", 1), ("y", "-")], (False, True)), ([("x", "")], (False, False))],
)
def test_columns_of_numbers(rows, numeric):
    """One number is enough, for the rest may be dashes."""
    assert new_table(("A", "B"), rows).numeric == numeric


@pytest.mark.parametrize(
    ("cell", "text"), [("a\nb", "a b"), (("a", "b\tc"), "a; b c"), ((), ""), (0, "0")]
)
def test_a_cell_is_one_line(cell, text):
    """Lists are joined."""
    assert cell_text(cell) == text

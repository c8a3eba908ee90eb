"""What is shown of terms."""

from aids import facts, prose

from itupp.answers import terms


def test_a_term(tiny):
    """It is explained, with what it stands for in the heading; who says so is shown in full."""
    term = tiny.terms["anl"]
    view = terms.show(term).view()
    assert view.title == "ANL (Association of Northern Lights) (LU-7)"
    assert prose(view) == ["The body in which the northern coast agrees on its proposals."]
    assert "Where that is written" not in facts(view)
    full = facts(terms.show(term, full=True).view())
    assert full["Where that is written"] == ("https://lighthouse.example/anl",)


def test_a_term_that_stands_for_nothing(tiny):
    """It is called by its name, and what is not known of it is not shown."""
    view = terms.show(tiny.terms["fog"], full=True).view()
    assert view.title == "Fog (LU-7)"
    assert facts(view) == {}


def test_programs_are_given_the_same_columns(tiny):
    """Of one term as of all of them."""
    (listed,) = terms.show_all(tiny).view().tables
    one = terms.show(tiny.terms["anl"]).view()
    assert one.data.columns == listed.columns
    assert one.data.rows == listed.rows[:1]

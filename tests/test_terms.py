"""What is shown of terms."""

from aids import briefing_of, facts, prose, records

from itupp.answers import terms


def test_a_term(tiny):
    """It is explained, with what it stands for in the heading; who says so is shown in full."""
    term = tiny.terms["anl"]
    view = terms.show(term).view()
    assert (view.title, view.context) == ("ANL (Association of Northern Lights)", "LU-7")
    assert prose(view) == ["The body in which the northern coast agrees on its proposals."]
    told = {"Also": ("the Association",), "Topics": ("Lamps", "Buoys and beacons")}
    assert facts(view) == told
    full = facts(terms.show(term, full=True).view())
    assert full == {**told, "Sources": ("https://lighthouse.example/anl",)}


def test_what_to_type_next(tiny, tmp_path):
    """The positions that mention it, then its topics; a name that shells read has its id."""
    view = terms.show(tiny.terms["anl"]).view()
    assert view.next_commands == (
        *("itupp positions ANL", "itupp topic lamps", "itupp topic buoys"),
    )
    odd = "terms: [{id: dues, name: $Dues, explanation: What is paid.}]"
    briefing = briefing_of(tmp_path, f"briefing: {{title: T}}\n{odd}\n")
    assert terms.show(briefing.terms["dues"]).view().next_commands == ("itupp positions dues",)


def test_a_term_that_stands_for_nothing(tiny):
    """It is called by its name, and what is not known of it is not shown."""
    view = terms.show(tiny.terms["fog"], full=True).view()
    assert view.title == "Fog"
    assert facts(view) == {}


def test_the_glossary(tiny):
    """A line each: what it stands for, and what it is."""
    (table,) = terms.show_all(tiny).view().tables
    explained = "The body in which the northern coast agrees on its proposals."
    assert table.rows == (
        ("ANL", f"Association of Northern Lights. {explained}"),
        ("Fog", "What horns are for."),
    )


def test_programs_are_given_the_same_columns(tiny):
    """Of one term as of all of them."""
    listed = terms.show_all(tiny).view().data
    one = terms.show(tiny.terms["anl"]).view().data
    assert one.columns == listed.columns
    assert one.rows == listed.rows[:1]
    fog = records(listed)[1]
    assert (fog["Id"], fog["Term"], fog["Stands for"]) == ("fog", "Fog", "")
    assert fog["Explanation"] == "What horns are for."

"""What is shown of what a conference decided."""

from aids import EARLY, briefing_of, facts, notes

from itupp.answers import outcomes


def _shown(briefing, *, full=False):
    return outcomes.show(briefing, full=full).view()


def test_topic_by_topic(tiny):
    """What came of the topic, its resolutions and positions, then where it goes on."""
    view = _shown(tiny)
    assert (view.title, view.context) == ("What was decided", "LU-7")
    assert facts(view) == {
        "Lamps": (
            "put off (Source: secondary)",
            "Resolution 7: revised. Oil stays. (Source: lu)",
            "lamps-1: not taken up (our reading)",
        ),
        "Next conference": "Conference of the Lighthouse Union, Reef, 2035-05-01",
    }


def test_what_to_type_next(tiny):
    """One topic, or all of them in full."""
    assert _shown(tiny).next_commands == ("itupp topic NAME", "itupp outcomes --full")


def test_topics_of_which_it_is_not_known_are_told_together(tiny, pp22):
    """And nothing is where something is known of all."""
    assert notes(_shown(tiny)) == ["Not known: Fog horns, Buoys and beacons"]
    assert notes(_shown(pp22)) == ["Not known: Open RAN, Digital standards"]


def test_all_is_known(tmp_path):
    """Then nothing is said to be unknown."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "topics: [{id: t, title: T, outcome: {result: adopted},\n"
        "          positions: [{summary: S., proponents: [fr]}]}]\n",
    )
    assert facts(_shown(briefing)) == {"T": ("adopted",)}
    assert notes(_shown(briefing)) == []


def test_in_full(tiny):
    """With the addresses, weak ones too, and position by position what is not known."""
    told = facts(_shown(tiny, full=True))
    assert told["Lamps"] == (
        "put off (Source: secondary)",
        "https://lighthouse.example/lamps-put-off",
        "Resolution 7: revised. Oil stays. (Source: lu)",
        "https://lighthouse.example/res7",
        "lamps-1: not taken up (our reading). Nothing was decided. "
        "https://keeper.example/oil (a blog)",
        "lamps-2, lamps-3: not known",
    )
    assert told["Fog horns"] == ("horns-1: not known",)


def test_a_long_title_gives_way_to_a_short_name(pp22):
    """So that the lines find room."""
    told = facts(_shown(pp22))
    assert "ITRs" in told
    assert "Outer space" in told
    assert all(len(label) <= 24 for label in told)


def test_before_a_conference(tmp_path):
    """Nothing is recorded, and that is said."""
    answer = outcomes.show(briefing_of(tmp_path, EARLY))
    assert answer.missing == "no outcome is recorded in this briefing"
    view = answer.view()
    assert (facts(view), notes(view), view.data.rows) == ({}, [], ())
    assert answer.document() == []


def test_programs_are_given_a_row_for_each(tiny):
    """What it is of, its id, the result, what is known of it, and whose reading it is."""
    assert outcomes.show(tiny).missing is None
    lamps, seven, first = _shown(tiny).data.rows
    assert lamps[:-1] == ("lamps", "Lamps", "put off", "", "source", "secondary")
    assert seven[:-1] == ("7", "Resolution 7", "revised", "Oil stays.", "source", "lu")
    told = ("not taken up", "Nothing was decided.", "editor", "")
    assert first[:-1] == ("lamps-1", "Keep lamps on oil", *told)
    assert seven[-1] == ("https://lighthouse.example/res7",)


def test_a_resolution_of_two_topics_is_told_once(tmp_path):
    """To programs; people find it under each topic."""
    positions = "positions: [{summary: S., proponents: [fr]}], resolutions: [r]"
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "resolutions: [{id: r, title: R, outcome: {result: adopted}}]\n"
        f"topics: [{{id: a, title: A, {positions}}}, {{id: b, title: B, {positions}}}]\n",
    )
    assert facts(_shown(briefing)) == {"A": ("R: adopted",), "B": ("R: adopted",)}
    (told,) = outcomes.show(briefing).document()
    assert told["of"] == {"id": "r", "name": "R"}
    assert len(_shown(briefing).data.rows) == 1


def test_an_outcome_in_json(tiny):
    """What it is of, and the outcome whole."""
    documents = outcomes.show(tiny).document()
    assert [told["of"]["id"] for told in documents] == ["lamps", "7", "lamps-1"]
    assert documents[1]["outcome"] == {
        "result": "revised",
        "summary": "Oil stays.",
        "confidence": "lu",
        "basis": "source",
        "sources": ("https://lighthouse.example/res7",),
        "weak_sources": (),
    }

"""What is shown of resolutions."""

from aids import EARLY, briefing_of, facts, notes

from itupp.answers import resolutions


def test_a_history_not_known_is_said_to_be_not_recorded(tiny):
    """A numbered resolution was adopted at some time."""
    view = resolutions.show(tiny.resolutions["12"]).view()
    assert facts(view)["History"] == "not recorded here"
    full = resolutions.show(tiny.resolutions["12"], full=True).view()
    assert facts(full)["History"] == "not recorded here"


def test_a_draft_has_no_history(tiny):
    """Only a numbered resolution can have been adopted."""
    assert "History" not in facts(resolutions.show(tiny.resolutions["draft-fog"]).view())


def test_a_history_in_full(tiny):
    """Each place in a line with where it is written; without full the places alone."""
    resolution = tiny.resolutions["7"]
    assert facts(resolutions.show(resolution).view())["Revised"] == "Reef, 2023; Skerry, 2027"
    assert facts(resolutions.show(resolution, full=True).view())["History"] == (
        "Adopted: Skerry, 2019 https://lighthouse.example/res7",
        "Revised: Reef, 2023 (address not recorded here)",
        "Revised: Skerry, 2027 (address not recorded here)",
    )


def test_what_a_resolution_says(tiny):
    """Its gist in a sentence; in full with the addresses, weak ones too."""
    resolution = tiny.resolutions["7"]
    says = facts(resolutions.show(resolution).view())["Says"]
    assert says == ("Every lighthouse keeps a lamp.",)
    assert facts(resolutions.show(resolution, full=True).view())["Says"] == (
        *says,
        "https://lighthouse.example/res7",
        "https://copies.example/res7 (a copy)",
    )
    assert "Says" not in facts(resolutions.show(tiny.resolutions["12"]).view())


def test_what_came_of_it(tiny):
    """What came of the resolution, of its topics and of the positions on these is told apart."""
    told = facts(resolutions.show(tiny.resolutions["7"]).view())
    assert told["Outcome"][0] == "revised. Oil stays. (Source: lu)"
    assert told["On its topic"][0] == "Lamps: put off (Source: secondary)"
    assert told["Its positions"][-1] == "lamps-2, lamps-3: not recorded here"
    buoys = facts(resolutions.show(tiny.resolutions["12"]).view())
    assert buoys["Outcome"] == ("not recorded here",)
    assert "On its topic" not in buoys


def test_before_a_conference_nothing_is_said_of_outcomes(tmp_path):
    """Where no outcome is recorded at all, none is asked for."""
    briefing = briefing_of(tmp_path, EARLY)
    assert "Outcome" not in facts(resolutions.show(briefing.resolutions["r"]).view())


def test_whose_positions_are_at_stake(tiny):
    """They are those of its topics, and that is said."""
    (note,) = notes(resolutions.show(tiny.resolutions["7"]).view())
    assert note.startswith("These are the positions on its topics: resolutions are tied to topics")
    (note,) = notes(resolutions.show_all(tiny).view())
    assert note.startswith("Positions counts those on a resolution's topics")


def test_numbers_and_drafts_stand_apart(tiny):
    """A resolution is listed by its number, a draft by its id."""
    (table,) = resolutions.show_all(tiny).view().tables
    assert [row[:2] for row in table.rows] == [
        ("Resolutions", "7"),
        ("Resolutions", "12"),
        ("Draft new resolutions", "draft-fog"),
    ]

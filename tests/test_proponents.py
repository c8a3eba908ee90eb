"""What is shown and what is JSON of blocs and countries."""

from aids import EARLY, briefing_of, facts, notes

from itupp.answers import proponents


def test_doubtful_members_are_marked(pp22):
    """Suspended, formal, unresolved and unsourced members are marked wherever they are shown."""
    arab = notes(proponents.show(pp22.blocs["arab-states"]).view())
    assert any("Syria (participation suspended" in note for note in arab)
    european = notes(proponents.show(pp22.blocs["european-states"]).view())
    assert any("Russia (suspended" in note for note in european)
    (table,) = proponents.show_all(pp22, pp22.everyone).view().tables
    member_of = {row[0]: row[4] for row in table.rows}
    assert member_of["Belarus"] == (
        "European states (not counted; suspended indefinitely from 18 March 2022)",
        "RCC states",
    )
    unresolved = "membership unresolved; spoken for if all of Africa is meant"
    assert member_of["Eritrea"] == (f"African states (not counted; {unresolved})",)
    assert member_of["Tuvalu"] == ("APT states (no source found for its membership)",)


def test_that_blocs_are_organisations_is_said_to_be_our_reading(pp22):
    """Wherever members are shown: on the bloc and on each of its members."""
    for proponent in (pp22.blocs["european-states"], pp22.countries["fr"]):
        told = notes(proponents.show(proponent).view())
        assert any("CEPT is our reading" in note for note in told)


def test_silence_is_shown_as_silence(tiny):
    """A bloc's view names the topics it is silent on, and does not take that for agreement."""
    view = proponents.show(tiny.blocs["southern-coast"]).view()
    silent = "Silent (nothing recorded in this briefing) on: Fog horns, Buoys and beacons."
    assert notes(view)[0] == silent
    assert facts(view)["Positions"] == "2 of 5, on 1 of 3 topics"


def test_shared_positions_name_their_partners(tiny):
    """Each position in a bloc's view says who else puts it forward."""
    (table,) = proponents.show(tiny.blocs["northern-coast"]).view().tables
    assert [(row[1], row[3]) for row in table.rows] == [
        ("lamps-1", ("Brazil",)),
        ("lamps-3", ("Southern coast",)),
        ("buoys-1", ()),
    ]
    assert table.columns[3].empty == "nobody"


def test_a_country_is_shown_with_its_blocs(tiny):
    """Who counts it, who only names it; a bloc's positions stand apart, called the bloc's."""
    norway = proponents.show(tiny.countries["no"]).view()
    assert facts(norway)["Member of"] == ("Northern coast",)
    (table,) = norway.tables
    title = "Northern coast: the bloc's positions, not binding on each of its members"
    assert table.title == title
    assert [row[1] for row in table.rows] == ["lamps-1", "lamps-3", "buoys-1"]
    assert "Northern coast, its bloc, speaks on: Lamps, Buoys and beacons." in notes(norway)
    brazil = proponents.show(tiny.countries["br"]).view()
    assert facts(brazil)["Named by"] == ("Northern coast (not counted; observer)",)
    assert [table.title for table in brazil.tables] == [None]


def test_what_came_of_a_bloc_s_positions_stands_apart(tiny):
    """What became of a country's own positions and of its blocs' are two facts."""
    told = facts(proponents.show(tiny.countries["atl"]).view())
    assert told["Outcome"] == ("horns-1: not recorded here",)
    assert told["Blocs' outcome"] == (
        "lamps-1: not taken up (our reading). Nothing was decided.",
        "lamps-3, buoys-1: not recorded here",
    )


def test_programs_are_told_whose_position_a_row_is(tiny):
    """Of a country the rows are its own positions and then its blocs'."""
    data = proponents.show(tiny.countries["atl"]).view().data
    headings = [column.heading for column in data.columns]
    assert headings == ["Topic", "Id", "Headline", "Position", "By", "Shared with"]
    assert [(row[1], row[4]) for row in data.rows] == [
        ("horns-1", "Atlantis"),
        ("lamps-1", "Northern coast"),
        ("lamps-3", "Northern coast"),
        ("buoys-1", "Northern coast"),
    ]


def test_a_bloc_and_a_country_in_json(tiny):
    """Each has what only its kind has; of a country's bloc it is said whether it counts it."""
    bloc = proponents.document(tiny.blocs["northern-coast"])
    assert bloc["members"] == [
        {"id": "no", "name": "Norway", "note": None},
        {"id": "atl", "name": "Atlantis", "note": "joined late"},
    ]
    assert bloc["also"] == [{"id": "br", "name": "Brazil", "note": "observer"}]
    country = proponents.document(tiny.countries["br"])
    assert [(one["id"], one["counted"], one["note"]) for one in country["blocs"]] == [
        ("northern-coast", False, "observer")
    ]
    assert (bloc["kind"], country["kind"]) == ("bloc", "country")
    assert "alpha3" not in bloc
    assert "members" not in country


def test_who_is_with_whom_in_json(tiny):
    """Shared positions, those on another side, those who have nothing in common, and silence."""
    document = proponents.document(tiny.blocs["southern-coast"])
    north = {"id": "northern-coast", "name": "Northern coast"}
    assert document["shared"] == [{"with": north, "positions": ["lamps-3"]}]
    (rival,) = document["rivals"]
    assert rival["relations"] == [
        {"with": north, "relation": "opposed"},
        {"with": {"id": "br", "name": "Brazil"}, "relation": "opposed"},
    ]
    assert [one["id"] for one in document["unrelated"]] == ["islands", "atl"]
    assert [topic["id"] for topic in document["silent_on"]] == ["horns", "buoys"]


def test_the_same_side_with_positions_of_their_own(pp22):
    """It is told apart from a position that both put forward."""
    answer = proponents.show(pp22.blocs["american-states"])
    (same,) = answer.document()["same_side"]
    assert same["name"] == "Who should set the rules for virtual meetings?"
    assert same["with"] == [{"id": "european-states", "name": "European states"}]
    told = f"European states, on: {same['name']} (our reading)"
    assert facts(answer.view())["Same side as"] == (told,)


def test_before_a_conference_nothing_is_said_of_outcomes(tmp_path):
    """Where none is recorded at all, none is asked for."""
    france = briefing_of(tmp_path, EARLY).countries["fr"]
    assert "Outcome" not in facts(proponents.show(france).view())

"""What is shown and what is JSON of blocs and countries."""

import pytest
from aids import EARLY, briefing_of, facts, notes, prose, records, tiny_with
from hypothesis import given
from kin import check_own_side, check_topic, under
from small import COUNTRIES, WITH_MEMBERS
from small import briefing_of as small_briefing_of

from itupp.answers import proponents
from itupp.answers.view import Heading, Table


def headings(view):
    """The headings of a view."""
    return [block.text for block in view.blocks if isinstance(block, Heading)]


def rows_under(view, heading):
    """The rows of the table below a heading."""
    place = headings(view).index(heading)
    listed = [block for block in view.blocks if isinstance(block, Heading | Table)]
    found = [number for number, block in enumerate(listed) if isinstance(block, Heading)]
    return listed[found[place] + 1].rows


def ids(references):
    """The ids of references."""
    return [reference["id"] for reference in references]


# In short.


def test_a_bloc(tiny):
    """What it wants, with whom, what came of it, who is against, its members' own, and gaps."""
    view = proponents.show(tiny.blocs["northern-coast"]).view()
    assert (view.title, view.context) == ("Northern coast", "LU-7 \u00b7 ANL")
    assert prose(view) == [
        "3 positions, on 2 of 3 topics. A bloc's position does not bind each member."
    ]
    assert rows_under(view, "Positions") == (
        ("Lamps", "Keep lamps on oil", "with Brazil", "not taken up"),
        ("", "The Chief Keeper should report every year.", "with Southern coast", ""),
        ("Buoys", "There should be more buoys.", "", ""),
    )
    assert rows_under(view, "Opposed or differing") == (
        ("Lamps", "opposed", "Southern coast: Change to current"),
    )
    assert rows_under(view, "Members that speak for themselves") == (
        ("Horns", "Horns should be silent at night.", "Atlantis"),
    )
    assert notes(view) == ["No position recorded: Fog horns (but Atlantis has one)"]
    assert view.next_commands[0] == "itupp bloc northern-coast --full"


def test_one_position():
    """It is told in the singular."""
    briefing = small_briefing_of([({"a", "kiva"}, None)], members=[("b", "lomo")])
    (told,) = prose(proponents.show(briefing.countries["kiva"]).view())
    assert told == "1 position of its own, on 1 of 1 topics."


def test_a_country_speaks_through_its_blocs(tiny):
    """Its own positions and its bloc's stand apart, and the bloc's come with who shares them."""
    view = proponents.show(tiny.countries["atl"]).view()
    assert view.context == "LU-7 \u00b7 Northern coast"
    (told,) = prose(view)
    assert told.startswith(
        "1 position of its own, on 1 of 3 topics. Its bloc speaks: Northern coast"
    )
    assert "(taken to be ANL), on 2 of 3 topics." in told
    assert headings(view)[:2] == ["Positions", "Positions through Northern coast"]
    through = rows_under(view, "Positions through Northern coast")
    assert [row[2] for row in through] == ["with Brazil", "with Southern coast", ""]
    assert notes(view) == []


def test_a_country_for_itself(tiny):
    """With `own` its blocs' positions and rivals are left out, in short and in full."""
    norway = tiny.countries["no"]
    view = proponents.show(norway, own=True).view()
    assert prose(view) == ["No position of its own is recorded. Before: 1 position, 2027."]
    assert headings(view) == []
    full = proponents.show(norway, own=True, full=True).view()
    assert full.tables == ()
    assert not {"Joint positions with", "Opposed to"} & facts(full).keys()
    document = proponents.show(norway, own=True).document()
    assert (document["shared"], document["rivals"]) == ([], [])
    assert ids(document["without_position"]) == list(tiny.topics)
    assert "Northern coast" not in ids(document["unrelated"])


def test_a_position_of_two_blocs_is_told_once(pp22):
    """Algeria's two blocs share positions; each stands under the first of them."""
    view = proponents.show(pp22.countries["dz"]).view()
    said = [
        row[1]
        for bloc in ("Arab states", "African states")
        for row in rows_under(view, f"Positions through {bloc}")
    ]
    assert len(said) == len(set(said)) == 14


def test_a_bloc_without_a_position(tiny):
    """That is one sentence, and the topics are not listed once more."""
    view = proponents.show(tiny.blocs["islands"]).view()
    assert prose(view) == ["No position is recorded."]
    assert notes(view) == []


UNRESOLVED = ["er", "et", "tg"]


@pytest.mark.parametrize("full", [False, True])
def test_unresolved_membership(pp22, full):
    """The bloc's positions are shown under a sentence that says so, and it is no stranger."""
    note = "membership unresolved; spoken for if all of Africa is meant"
    told = f"African states, if they speak for Eritrea ({note})"
    eritrea = pp22.countries["er"]
    view = proponents.show(eritrea, full=full).view()
    assert told in (headings(view) if not full else [table.title for table in view.tables])
    assert len(view.tables[-1].rows) == 8
    assert not any("African states" in text for text in under(view, "No recorded link"))
    assert "african-states" not in ids(proponents.document(eritrea)["unrelated"])
    assert proponents.show(eritrea, own=True, full=full).view().tables == ()


def test_every_unresolved_membership(pp22):
    """All countries that African states name without counting them are shown so."""
    for country in pp22.blocs["african-states"].also:
        if not country.blocs:
            told = headings(proponents.show(country).view())
            assert any(heading.startswith("African states, if they speak") for heading in told)


def test_a_bloc_that_names_a_country(tiny):
    """Brazil's own positions and those of the bloc that calls it an observer stand apart."""
    view = proponents.show(tiny.countries["br"]).view()
    assert headings(view)[0] == "Positions"
    assert "Northern coast, if they speak for Brazil (observer)" in headings(view)


# In full.


def test_in_full(tiny):
    """Summaries, organisation, members, sources, and with whom it stands how."""
    view = proponents.show(tiny.blocs["northern-coast"], full=True).view()
    told = facts(view)
    assert told["Organisation"] == "Association of Northern Lights (ANL)"
    assert told["Positions"] == "3 of 5, on 2 of 3 topics"
    assert told["Joint positions with"] == (
        "Southern coast: 1 of 3 (lamps-3)",
        "Brazil: 1 of 3 (lamps-1)",
    )
    assert told["Opposed to"] == ("Southern coast, on: Oil or current?",)
    table, members = view.tables
    assert [(row[1], row[2], row[3]) for row in table.rows] == [
        ("Lamps [shall] burn oil.", ("Brazil",), "lamps-1"),
        ("The Chief Keeper should report every year.", ("Southern coast",), "lamps-3"),
        ("There should be more buoys.", (), "buoys-1"),
    ]
    assert members.rows == (("Horns", "Horns should be silent at night.", "Atlantis"),)
    assert "No recorded link with: Islands" in notes(view)
    assert any(note.startswith("Members (2") for note in notes(view))


def test_a_member_in_full(tiny):
    """Who counts it, who only names it; a bloc's positions stand apart, called the bloc's."""
    norway = proponents.show(tiny.countries["no"], full=True).view()
    assert facts(norway)["Member of"] == ("Northern coast",)
    (table,) = norway.tables
    title = "Northern coast: the bloc's positions, which do not bind each member"
    assert table.title == title
    assert [row[2] for row in table.rows] == ["lamps-1", "lamps-3", "buoys-1"]
    brazil = proponents.show(tiny.countries["br"], full=True).view()
    assert facts(brazil)["Named by"] == ("Northern coast (not counted; observer)",)


def test_a_member_of_a_bloc_without_a_position(tmp_path):
    """There is no table for it."""
    changes = [("name: Islands}", 'name: Islands, members: ["fr"]}')]
    france = tiny_with(tmp_path, *changes).countries["fr"]
    view = proponents.show(france, full=True).view()
    assert view.tables == ()
    assert any("Islands: no position recorded." in note for note in notes(view))


def test_doubtful_members_are_marked(pp22):
    """Suspended, formal, unresolved and unsourced members are marked wherever they are shown."""
    arab = notes(proponents.show(pp22.blocs["arab-states"], full=True).view())
    assert any("Syria (participation suspended" in note for note in arab)
    european = notes(proponents.show(pp22.blocs["european-states"], full=True).view())
    assert any("Russia (suspended" in note for note in european)
    (table,) = proponents.show_all(pp22, pp22.everyone).view().tables
    member_of = {row[0]: row[3] for row in table.rows}
    assert member_of["Belarus"] == (
        "European states (not counted; suspended indefinitely from 18 March 2022)",
        "RCC states",
    )
    unresolved = "membership unresolved; spoken for if all of Africa is meant"
    assert member_of["Eritrea"] == (f"African states (not counted; {unresolved})",)
    assert member_of["Tuvalu"] == ("APT states (no source found for its membership)",)


def test_that_blocs_are_organisations_is_said_to_be_our_reading(pp22):
    """In short by a word, in full in a sentence, on the bloc and on each of its members."""
    assert "(taken to be CEPT)" in prose(proponents.show(pp22.countries["fr"]).view())[0]
    for proponent in (pp22.blocs["european-states"], pp22.countries["fr"]):
        told = notes(proponents.show(proponent, full=True).view())
        assert any("CEPT is our reading" in note for note in told)


def test_before_a_conference_nothing_is_said_of_outcomes(tmp_path):
    """Where none is recorded at all, none is asked for."""
    france = briefing_of(tmp_path, EARLY).countries["fr"]
    view = proponents.show(france).view()
    assert [column.heading for column in view.tables[0].columns] == ["Topic", "Position"]
    assert "Outcome" not in facts(proponents.show(france, full=True).view())


# For programs.


def test_programs_are_told_whose_position_a_row_is(tiny):
    """Of a country the rows are its own positions and then its blocs', unless for its own."""
    data = proponents.show(tiny.countries["atl"]).view().data
    assert [(row["Id"], row["By"]) for row in records(data)] == [
        ("horns-1", "Atlantis"),
        ("lamps-1", "Northern coast"),
        ("lamps-3", "Northern coast"),
        ("buoys-1", "Northern coast"),
    ]
    own = proponents.show(tiny.countries["atl"], own=True).view().data
    assert [row["Id"] for row in records(own)] == ["horns-1"]
    (_, _, *shared) = records(data)
    assert [row["Shared with"] for row in shared] == [("Southern coast",), ()]


def test_the_list_for_programs(tiny):
    """It says besides what kind each is, and who its members are."""
    view = proponents.show_all(tiny, tiny.proponents).view()
    first, *_, last = records(view.data)
    assert (first["Id"], first["Kind"], first["Topics"]) == (
        "northern-coast",
        "bloc",
        ("lamps", "buoys"),
    )
    assert first["Member ids"] == ("no", "atl")
    assert (last["Name"], last["Kind"], last["Positions"]) == ("Atlantis", "country", 1)
    assert view.full.rows[-1][:3] == ("Atlantis", "country", 1)
    document = proponents.show_all(tiny, tiny.proponents).document()
    assert ids(document) == [proponent.id for proponent in tiny.proponents]


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
    """Shared positions, those on another side, those who have nothing in common, and gaps."""
    document = proponents.document(tiny.blocs["southern-coast"])
    north = {"id": "northern-coast", "name": "Northern coast"}
    assert document["shared"] == [{"with": north, "positions": ["lamps-3"]}]
    (rival,) = document["rivals"]
    assert rival["through"]["id"] == "southern-coast"
    assert rival["relations"] == [
        {"with": north, "relation": "opposed"},
        {"with": {"id": "br", "name": "Brazil"}, "relation": "opposed"},
    ]
    assert ids(document["unrelated"]) == ["islands", "atl"]
    assert ids(document["without_position"]) == ["horns", "buoys"]


def test_a_member_s_rivals_in_json(tiny):
    """They are its bloc's, and it is said through whom."""
    document = proponents.document(tiny.countries["no"])
    assert [(one["through"]["id"], ids([one])) for one in document["rivals"]] == [
        ("northern-coast", ["kind"])
    ]
    assert document["positions"] == []
    assert ids(document["without_position"]) == ["horns"]


def test_the_same_side_with_positions_of_their_own(pp22):
    """It is told apart from a position that both put forward."""
    answer = proponents.show(pp22.blocs["american-states"], full=True)
    (same,) = answer.document()["same_side"]
    assert same["name"] == "Who should set the rules for virtual meetings?"
    assert ids(one["with"] for one in same["relations"]) == ["european-states"]
    (told,) = facts(answer.view())["On the same side as"]
    assert told.startswith(f"European states, on: {same['name']}")
    short = proponents.show(pp22.blocs["american-states"]).view()
    assert "On the same side, with positions of their own" in headings(short)


# A country and its blocs.


@pytest.mark.parametrize("own", [False, True])
def test_no_country_is_set_against_its_bloc(pp22, own):
    """Of all countries and blocs of the briefing, in both directions, in every view and in JSON."""
    assert len(pp22.countries) == 195
    for proponent in pp22.everyone:
        check_own_side(proponent, own=own)
    for topic in pp22.topics.values():
        check_topic(topic)


@given(WITH_MEMBERS)
def test_no_member_is_set_against_its_bloc(briefing):
    """The same of any briefing: members of one bloc, of two, those with a side of their own."""
    for proponent in briefing.everyone:
        check_own_side(proponent)
        check_own_side(proponent, own=True)
    for topic in briefing.topics.values():
        check_topic(topic)


def torn():
    """A briefing where a member of two blocs takes another side than one of them."""
    said = [({"a", "lomo"}, "x"), ({"kiva"}, "y"), ({"b"}, "y")]
    members = [("a", "kiva"), ("b", "kiva"), ("a", "lomo")]
    return small_briefing_of(said, exclusive=True, members=members)


@pytest.mark.parametrize("full", [False, True])
def test_dissent(full):
    """A member's side and its bloc's are both shown, and that they differ is said, on both."""
    briefing = torn()
    kiva, bloc = briefing.countries["kiva"], briefing.blocs["a"]
    of_member = proponents.show(kiva, full=full).view()
    said = {cell for table in of_member.tables for row in table.rows for cell in row}
    assert {"Say t0-1.", "Say t0-2."} <= said
    told = "kiva and bloc-a take different sides: Q? (our reading)"
    assert told in notes(of_member)
    of_bloc = proponents.show(bloc, full=full).view()
    assert "bloc-a and kiva take different sides: Q? (our reading)" in notes(of_bloc)
    if not full:
        members = rows_under(of_bloc, "Members that speak for themselves")
        assert [row[1:] for row in members] == [("Say t0-1.", "lomo"), ("Say t0-2.", "kiva")]


def test_dissent_in_json():
    """Which question, and who takes another side than whom."""
    (told,) = proponents.document(torn().countries["kiva"])["dissent"]
    assert (told["question"]["id"], told["one"]["id"], told["other"]["id"]) == ("q", "kiva", "a")


def test_two_members_of_one_bloc():
    """They are not each other's kin: who takes another side than a fellow member is told."""
    view = proponents.show(torn().countries["lomo"]).view()
    assert [row[1:] for row in rows_under(view, "Opposed or differing")] == [
        ("opposed", "kiva, bloc-b: y")
    ]


def test_a_member_without_a_side_of_its_own():
    """Nobody takes another side than those who speak for it, but for their rivals."""
    briefing = small_briefing_of([({"a"}, "x"), ({"b"}, "y")], members=[("a", "mulu")])
    view = proponents.show(briefing.countries["mulu"]).view()
    assert [row[1:] for row in rows_under(view, "Opposed or differing")] == [
        ("differ", "bloc-b: y")
    ]
    assert set(briefing.countries) == set(COUNTRIES)


@pytest.mark.parametrize("kind", ["party", "office", "company"])
def test_no_participant_poses_as_a_bloc(itupp, tmp_path, kind):
    """It is told as what it is, has no members, and binds nobody."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\n"
        f"participants: [{{id: lamp, name: Lamp, kind: {kind}}}]\n"
        "topics: [{id: t, title: T, positions: [{summary: S., proponents: [lamp]}]}]\n",
        encoding="utf-8",
    )
    shown = itupp("bloc", "lamp", "--full", "--data", str(tmp_path)).out
    assert kind in shown
    assert "ember" not in shown
    listed = itupp("blocs", "-f", "csv", "--data", str(tmp_path)).out.splitlines()
    assert listed[1].startswith(f"lamp,Lamp,{kind},")


def test_a_bloc_whose_members_alone_speak():
    """Where a bloc has no position at all, the topics on which its members have one are named."""
    briefing = small_briefing_of([(["kiva"], None)], members=[("a", "kiva")])
    told = notes(proponents.show(briefing.blocs["a"], own=True).view())
    assert any(line.startswith("No position recorded") and "kiva" in line for line in told)

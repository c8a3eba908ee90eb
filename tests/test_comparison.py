"""What is shown and what is JSON of comparisons."""

import re

import pytest
from aids import below, briefing_of, notes, of_many_topics, tiny_with
from hypothesis import given
from hypothesis import strategies as st
from kin import check_compared, under
from small import BRIEFINGS, PROPONENTS, WITH_MEMBERS
from small import briefing_of as small_briefing_of

from itupp.answers import comparison
from itupp.answers.view import Heading
from itupp.output.svg import svg_text


def topics_of(briefing, *ids):
    """The topics of these ids, or all of them."""
    return [topic for topic in briefing.topics.values() if topic.id in ids or not ids]


def room(briefing, *topics, full=False):
    """The comparison of all."""
    return comparison.show_room(briefing, topics_of(briefing, *topics), full=full)


def standing(briefing, id, *topics, own=False):
    """The comparison of one with all others."""
    proponent = {one.id: one for one in briefing.everyone}[id]
    return comparison.show_standing(proponent, topics_of(briefing, *topics), own=own)


def several(briefing, *names, topics=(), own=False):
    """The comparison of blocs and countries, on some topics or on all."""
    known = {one.id: one for one in briefing.everyone}
    compared = [known[id] for id in names]
    return comparison.show_several(compared, topics_of(briefing, *topics), own=own)


def headings(view):
    """The headings of a view."""
    return [block.text for block in view.blocks if isinstance(block, Heading)]


def ids(references):
    """The ids of references or positions."""
    return [reference["id"] for reference in references]


TWO = ["northern-coast", "southern-coast"]


# All of them.


def test_the_room(tiny):
    """Counts per topic, a dash for no position, each position once in the line of all."""
    view = room(tiny, full=True).view()
    matrix, *_ = view.tables
    assert [column.heading for column in matrix.columns] == ["", "Lamps", "Horns", "Buoys", "All"]
    none = comparison.NONE
    assert matrix.rows == (
        ("Northern coast", 2, none, 1, 3),
        ("Southern coast", 2, none, none, 2),
        ("Islands", none, none, none, 0),
        ("Brazil", 1, none, none, 1),
        ("Atlantis", none, 1, none, 1),
        ("Total", 3, 1, 1, 5),
    )
    assert notes(view)[0].startswith(f"{none}: no position recorded.")
    assert notes(room(tiny).view()) == []


def test_where_they_disagree(tiny):
    """The sides of each question that divides them, how and on what told with the first."""
    view = room(tiny).view()
    assert headings(view) == ["Where they disagree"]
    assert view.tables[1].rows == (
        ("opposed", "Lamps", "Keep to oil", "Northern coast, Brazil"),
        ("", "", "Change to current", "Southern coast"),
    )
    assert headings(room(tiny, "horns").view()) == []


def test_the_room_where_it_does_not_fit(tiny):
    """A row for each topic says the same, of the topics asked for alone."""
    matrix, *_ = room(tiny).view().tables
    everyone = ("Northern coast 2", "Brazil 1", "Southern coast 2")
    assert matrix.narrow.rows[0] == ("Lamps", 3, everyone)
    assert matrix.narrow.rows[-1][:2] == ("Total", 5)
    matrix, *_ = room(tiny, "buoys").view().tables
    assert matrix.narrow.rows[-1][1:] == (
        1,
        ("Northern coast 1", "Southern coast 0", "Islands 0", "Brazil 0", "Atlantis 0"),
    )


def test_the_room_of_many(pp22):
    """Blocs that speak have a row, countries one together; in full everyone has one."""
    matrix, *_ = room(pp22).view().tables
    names = [row[0] for row in matrix.rows]
    assert names == [
        *("Arab states", "European states", "African states", "American states", "RCC states"),
        *("9 countries", "Total"),
    ]
    assert matrix.rows[5][-1] == 6
    matrix, *_ = room(pp22, full=True).view().tables
    assert len(matrix.rows) == len(pp22.proponents) + 1


def test_the_room_of_many_countries(tmp_path):
    """Where there is no bloc every country keeps its row."""
    speaking = ["fr", "de", "br", "us", "ca", "mx", "ke", "za", "in", "cn", "jp"]
    dataset = "briefing: {title: T}\ntopics: [{id: t, title: T, positions: [{summary: S., "
    briefing = briefing_of(tmp_path, f"{dataset}proponents: [{', '.join(speaking)}]}}]}}]\n")
    matrix, *_ = room(briefing).view().tables
    assert len(matrix.rows) == len(speaking) + 1


def test_the_room_for_programs(tiny):
    """A row for each proponent and topic that it speaks on; JSON keeps to the topics asked for."""
    data = room(tiny).view().data
    assert ("northern-coast", "lamps", "Northern coast", "Lamps", 2) in data.rows
    assert all(count for *_, count in data.rows)
    assert sum(count for *_, count in data.rows) == sum(
        len(proponent.positions) for proponent in tiny.proponents
    )
    document = room(tiny, "buoys").document()
    assert (document["positions"], ids(document["topics"])) == (1, ["buoys"])
    counts = [(one["positions"], ids(one["topics"])) for one in document["proponents"]]
    assert counts == [(1, ["buoys"]), *[(0, [])] * 4]


def test_the_room_on_many_topics(tmp_path):
    """A matrix has a hundred columns at most; of more topics each has a row, on a picture, too."""
    matrix = room(of_many_topics(tmp_path, 100)).view().tables[0]
    assert (len(matrix.columns), len(matrix.rows)) == (102, 4)
    answer = room(of_many_topics(tmp_path, 101))
    for view in (answer.view(), answer.picture()):
        listed = view.tables[0]
        assert listed.narrow is None
        assert listed.rows[:2] == (("T0", 1, ("France 1",)), ("T1", 1, ("Germany 1",)))
        assert listed.rows[-1] == ("Total", 101, ("France 34", "Germany 34", "Kenya 33"))
    assert svg_text(answer.picture()).count("T100") == 2, "once drawn, and once in words"


def test_the_room_without_a_question(tmp_path):
    """Then nothing is said of disagreement, and JSON has no question."""
    briefing = tiny_with(
        tmp_path, ("        answers: {kind: oil}\n", ""), ("        answers: {kind: current}\n", "")
    )
    assert headings(room(briefing).view()) == []
    assert room(briefing).document()["questions"] == []


# One with all others.


def test_one_with_all_others(tiny):
    """With whom it puts positions forward, who takes another side, where nothing is recorded."""
    view = standing(tiny, "northern-coast").view()
    assert headings(view) == ["Joint positions", "Opposed or differing"]
    joint, against = view.tables
    assert joint.rows == (
        ("Lamps", "Keep lamps on oil", "with Brazil", "lamps-1"),
        ("Lamps", "The Chief Keeper should report every year.", "with Southern coast", "lamps-3"),
    )
    assert against.rows == (("Lamps", "opposed", "Southern coast: Change to current"),)
    assert notes(view) == ["No position recorded: Fog horns (but Atlantis has one)"]


def test_one_on_a_topic(tiny):
    """Only what stands on the topics asked for is told, to people and in rows."""
    answer = standing(tiny, "northern-coast", "horns", "buoys")
    assert (answer.view().tables, answer.view().data.rows) == ((), ())
    assert notes(answer.view()) == ["No position recorded: Fog horns (but Atlantis has one)"]


def test_a_member_with_all_others(tiny):
    """Its bloc's allies and opponents are its own, unless it is asked for its own alone."""
    view = standing(tiny, "no").view()
    assert view.context == "LU-7 \u00b7 Northern coast"
    assert headings(view) == ["Joint positions", "Opposed or differing"]
    assert notes(view) == ["No position recorded: Fog horns"]
    own = standing(tiny, "no", own=True).view()
    assert headings(own) == []
    assert notes(own) == ["No position recorded: Lamps, Fog horns, Buoys and beacons"]


def test_one_related_to_everyone(tmp_path):
    """Then no topic is said to be without a position."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "topics: [{id: t, title: T, positions: [{summary: S., proponents: [fr, de]}]}]\n",
    )
    assert notes(standing(briefing, "fr").view()) == []


STANDING = {
    "northern-coast": [
        ("Southern coast", "lamps-3", "shared"),
        ("Brazil", "lamps-1", "shared"),
        ("Southern coast", "lamps-2", "opposed"),
    ],
    "islands": [],
}


@pytest.mark.parametrize("name", STANDING)
def test_rows_of_a_standing(tiny, name):
    """There is one for everything shared and every side taken by others; there may be none."""
    rows = standing(tiny, name).view().data.rows
    told = [(who, id, relation) for id, _, (who,), *_, relation in rows]
    assert told == STANDING[name]


# Several with each other.


def test_two(tiny):
    """They agree, are opposed, and each asks for something alone; some topics nobody speaks on."""
    view = several(tiny, *TWO).view()
    assert (view.title, view.context) == ("Northern coast and Southern coast", "LU-7")
    assert headings(view) == ["Agree", "Opposed", "Only Northern coast"]
    agree, opposed, only = view.tables
    assert agree.rows == (("Lamps", "The Chief Keeper should report every year.", "lamps-3"),)
    assert opposed.rows == (
        ("Lamps", "Keep to oil", "Northern coast"),
        ("", "Change to current", "Southern coast"),
    )
    assert only.rows == (("Buoys", "There should be more buoys.", "buoys-1"),)
    assert notes(view) == ["No position recorded by either: Fog horns"]


def test_differ_and_only_the_other():
    """Sides that do not exclude each other differ; what the other asks for has its heading."""
    briefing = small_briefing_of([({"a"}, "x"), ({"b"}, "y"), ({"b"}, None)])
    view = several(briefing, "a", "b").view()
    assert headings(view) == ["Differ", "Only b"]
    assert view.tables[1].rows == (("t0", "Say t0-3.", "t0-3"),)


def test_the_same_side():
    """It counts as agreement and is told apart from a position of both."""
    briefing = small_briefing_of([({"a"}, "x"), ({"b"}, "x"), ({"c"}, "y")])
    view = several(briefing, "a", "b").view()
    assert headings(view) == ["Agree"]
    assert view.tables[0].rows == (("t0", "x", "same side"),)
    three = several(briefing, "a", "b", "d").view()
    assert three.tables[0].rows == (("t0", "x", "a, b", "same side"),)


def test_a_side_that_only_one_takes():
    """Nobody disagrees with it, and it stands where only that one speaks."""
    briefing = small_briefing_of([({"a"}, "x"), ({"c"}, "y")])
    view = several(briefing, "a", "b").view()
    assert headings(view) == ["Only a"]
    assert several(briefing, "a", "b").document()["topics"][0]["questions"][0]["relation"] == (
        "no position"
    )


def test_three(tiny):
    """Of each position that several put forward it is told who they are."""
    view = several(tiny, *TWO, "br").view()
    assert view.title == "Northern coast, Southern coast and Brazil"
    assert view.tables[0].rows == (
        ("Lamps", "Keep lamps on oil", "Northern coast, Brazil", "lamps-1"),
        (
            "Lamps",
            "The Chief Keeper should report every year.",
            "Northern, Southern coast",
            "lamps-3",
        ),
    )
    assert notes(view)[-1] == "No position recorded by any of them: Fog horns"


def test_nothing_in_common(tiny):
    """Where neither speaks that is one line."""
    view = several(tiny, "islands", "fr").view()
    assert headings(view) == []
    told = "No position recorded by either: Lamps, Fog horns, Buoys and beacons"
    assert notes(view) == [told]


def test_on_some_topics(tiny):
    """All of it keeps to the topics asked for."""
    answer = several(tiny, *TWO, topics=["buoys"])
    assert headings(answer.view()) == ["Only Northern coast"]
    assert notes(answer.view()) == []
    document = answer.document()
    assert (document["shared"], ids(document["topics"])) == ([], ["buoys"])


def test_a_member_beside_another_bloc(tiny):
    """It speaks through its bloc, which is said, and for itself alone where that is asked for."""
    view = several(tiny, "no", "southern-coast").view()
    since = "On different sides, as far as it is recorded"
    assert headings(view) == ["Agree", "Opposed", since, "Only Norway"]
    told = "Norway: Everybody pays; Southern coast: Keepers pay"
    assert below(view, since) == (("Lamps", "since 2027", told),)
    assert notes(view)[0] == "Norway speaks for itself and through Northern coast."
    own = several(tiny, "no", "southern-coast", own=True).view()
    assert headings(own) == [since, "Only Southern coast"]
    assert notes(own) == ["No position recorded by either: Fog horns, Buoys and beacons"]


def test_a_member_beside_its_bloc(tiny):
    """They agree on whatever the bloc says; the member's own positions stand apart."""
    view = several(tiny, "northern-coast", "atl").view()
    assert headings(view) == ["Agree", "Only Atlantis"]
    assert [row[-1] for row in view.tables[0].rows] == ["lamps-1", "lamps-3", "buoys-1"]


def torn(*more):
    """A briefing where a member takes another side than its bloc."""
    return small_briefing_of(
        [({"a"}, "x"), ({"kiva"}, "y"), *more], exclusive=True, members=[("a", "kiva")]
    )


def test_a_member_that_takes_another_side_than_its_bloc():
    """Both sides are shown, that they differ is said, and nobody is called opposed."""
    answer = several(torn(), "kiva", "a")
    view = answer.view()
    assert headings(view) == ["Agree", "Only kiva"]
    assert [table.rows[0][1] for table in view.tables] == ["Say t0-1.", "Say t0-2."]
    assert notes(view)[-1] == "kiva and bloc-a take different sides: Q? (our reading)"
    (question,) = answer.document()["topics"][0]["questions"]
    assert question["relation"] == "no position"


def test_a_torn_member_beside_another():
    """Its own side counts; its bloc's position is shown beside it, and so is the dissent."""
    view = several(torn(({"b"}, "x")), "kiva", "b").view()
    assert headings(view) == ["Opposed", "Only kiva"]
    assert {row[1:] for row in view.tables[0].rows} == {("x", "bloc-b"), ("y", "kiva")}
    assert view.tables[1].rows == (("t0", "Say t0-1.", "t0-1"),)
    assert any("take different sides" in note for note in notes(view))


def test_many_names_are_counted(pp22):
    """More than eight that stand alike are told by their number; JSON names all of them."""
    african = [country.id for country in pp22.blocs["african-states"].members[:10]]
    answer = several(pp22, *african, "european-states", topics=["ai"])
    (differing,) = [table for table in answer.view().tables if table.columns[1].heading == "Side"]
    assert [row[2] for row in differing.rows] == ["10 countries", "European states"]
    position = answer.document()["topics"][0]["positions"][1]
    assert len(position["by"]) == 10


def test_relations_for_programs(tiny):
    """Each position has the side it takes and how those compared stand, or that it is shared."""
    data = several(tiny, *TWO).view().data
    relations = {row[0]: (row[5], row[6]) for row in data.rows}
    assert relations == {
        "lamps-1": ("Keep to oil", "opposed"),
        "lamps-2": ("Change to current", "opposed"),
        "lamps-3": ("", "shared"),
        "buoys-1": ("", ""),
        "": ("", "no position"),
    }


@pytest.mark.parametrize(
    ("names", "shared"), [(TWO, [["lamps-3"]]), (["northern-coast", "islands"], [])]
)
def test_several_in_json(tiny, names, shared):
    """Pairs that share nothing are left out, those without a position on a topic are not."""
    document = several(tiny, *names).document()
    assert [pair["positions"] for pair in document["shared"]] == shared
    assert ids(document["topics"]) == list(tiny.topics)
    lamps = document["topics"][0]
    assert ids(lamps["without_position"]) == [id for id in names if id == "islands"]
    first = lamps["positions"][0]
    assert first["id"] == "lamps-1"
    assert first["by"] == [{"id": "northern-coast", "name": "Northern coast"}]


def test_a_member_compared_in_json(tiny):
    """Its blocs stand beside it, and it is not without a position where they speak."""
    document = several(tiny, "no", "islands").document()
    assert ids(document["proponents"][0]["blocs"]) == ["northern-coast"]
    assert ids(document["topics"][0]["without_position"]) == ["islands"]
    own = several(tiny, "no", "islands", own=True).document()
    assert ids(own["topics"][0]["without_position"]) == ["no", "islands"]


def test_what_two_say(tiny):
    """Each topic has what those compared say on it, and who of them says so."""
    lamps, horns, _ = several(tiny, *TWO).document()["topics"]
    assert [(position["id"], ids(position["by"])) for position in lamps["positions"]] == [
        ("lamps-1", ["northern-coast"]),
        ("lamps-2", ["southern-coast"]),
        ("lamps-3", TWO),
    ]
    asked = [(question["id"], question["relation"]) for question in lamps["questions"]]
    assert asked == [("kind", "opposed")]
    assert (horns["positions"], ids(horns["without_position"]), horns["questions"]) == ([], TWO, [])


def test_who_shares_what(tiny):
    """Those who share something on the topics asked for are told once, however many they are."""
    shared = several(tiny, *TWO, "br").document()["shared"]
    assert [(ids(pair["between"]), pair["positions"]) for pair in shared] == [
        (["northern-coast", "br"], ["lamps-1"]),
        (TWO, ["lamps-3"]),
    ]


def test_a_name_twice(on_tiny):
    """One who is named twice, however it is written, is compared with all others."""
    once = on_tiny("compare", "northern-coast")
    assert on_tiny("compare", "northern-coast", "Northern coast") == once
    pair = on_tiny("compare", "northern-coast", "islands")
    assert on_tiny("compare", "ANL", "islands", "northern-coast") == pair


@pytest.mark.parametrize(
    "names",
    [(), ("northern-coast",), ("atl", "islands"), ("northern-coast", "southern-coast", "br")],
)
def test_on_one_topic(on_tiny, names):
    """However many are named, nothing is said of another topic."""
    result = on_tiny("compare", *names, "--topic", "lamps", "--topic", "Lights", "-f", "table")
    assert (result.code, result.err) == (0, "")
    assert "amps" in result.out
    assert not re.search("buoys|horns", result.out, re.IGNORECASE)


# A country and its blocs.


@pytest.mark.parametrize("own", [False, True])
def test_no_country_is_opposed_to_its_bloc(pp22, own):
    """Every country beside each of its blocs, in both orders."""
    for country in pp22.countries.values():
        for bloc in country.blocs:
            check_compared(country, bloc, own=own)


@given(WITH_MEMBERS)
def test_no_member_is_opposed_to_its_bloc(briefing):
    """The same of any briefing, whatever sides its members take."""
    for country in briefing.countries.values():
        for bloc in country.blocs:
            check_compared(country, bloc)
            check_compared(country, bloc, own=True)


@given(WITH_MEMBERS)
def test_nothing_is_lost(briefing):
    """What anybody compared says is shown: agreed on, as a side, or as that of one alone."""
    for country in briefing.countries.values():
        view = several(briefing, country.id, "d").view()
        told = "\n".join(under(view, "Agree", "Opposed", "Differ", "Only"))
        for position in (*country.line(), *briefing.blocs["d"].positions):
            sides = {side.text for side in position.answers.values()}
            assert position.summary in told or sides & set(re.findall(r"\w+", told))


@given(BRIEFINGS, st.permutations(PROPONENTS))
def test_the_order_of_names_does_not_matter(briefing, names):
    """Comparing A with B finds what comparing B with A finds."""
    forth = several(briefing, *names).document()["topics"]
    back = several(briefing, *names[::-1]).document()["topics"]
    for one, other in zip(forth, back, strict=True):
        assert ids(one["positions"]) == ids(other["positions"])
        for here, there in zip(one["positions"], other["positions"], strict=True):
            assert sorted(ids(here["by"])) == sorted(ids(there["by"]))
        assert sorted(ids(one["without_position"])) == sorted(ids(other["without_position"]))
        relations = [asked["relation"] for asked in one["questions"]]
        assert relations == [asked["relation"] for asked in other["questions"]]


@given(BRIEFINGS)
def test_the_room_adds_up(briefing):
    """Each proponent's counts are its total; shared positions count for each who shares them."""
    document = room(briefing).document()
    assert document["positions"] == len(briefing.positions)
    for proponent in document["proponents"]:
        assert proponent["positions"] == sum(on["positions"] for on in proponent["topics"])


def test_questions_that_divide_nobody():
    """A question that all answer alike is none of those on which they disagree."""
    alike = small_briefing_of([(["a", "b"], "x"), (["c"], "x")])
    apart = small_briefing_of([(["a"], "x"), (["b"], "y")])
    told = [comparison.divided(briefing.topics.values()) for briefing in (alike, apart)]
    assert [len(questions) for questions in told] == [0, 1]

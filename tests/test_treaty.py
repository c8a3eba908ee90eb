"""A large dataset of another kind of conference: what its views say, and how long they are."""

import json

import pytest
import treaty
from aids import below, briefing_of, facts, headings, notes, prose, shown

from itupp.answers import comparison, positions, proponents, questions, resolutions, topics
from itupp.answers.moments import courses_of, moments_of
from itupp.loading import load, read

MEMBERS = "Members that speak for themselves"

LINES = 60
"""So many lines of 80 columns a core view may have."""


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """The file of the dataset."""
    return treaty.write(tmp_path_factory.mktemp("treaty"))


@pytest.fixture(scope="module")
def briefing(path):
    """The dataset."""
    return load(path)


@pytest.fixture
def on_treaty(itupp, monkeypatch, path):
    """Run a command line on the dataset, at 80 columns."""
    monkeypatch.setenv("ITUPP_DATA", str(path))
    monkeypatch.setenv("COLUMNS", "80")
    return itupp


def test_what_it_holds(path, briefing):
    """Nothing is wrong with it, and it is as large as it says."""
    assert read(path).problems == ()
    assert len(briefing.proponents) == 130
    signed = [len(bloc.signatories) for bloc in briefing.blocs.values()]
    assert signed == [treaty.SIGNATORIES] * 3 + [0] * 4
    dates = {str(position.when) for position in briefing.positions}
    assert (min(dates), max(dates)) == ("2030-04-07", "2032-02-11")


def core_views(briefing):
    """Each topic, bloc, country and text, and comparisons of none, one and two."""
    yield from (("topic", id) for id in briefing.topics)
    yield from (("resolution", id) for id in briefing.resolutions)
    last = briefing.proponents[-1]
    for proponent in briefing.proponents[:-1]:
        yield ("bloc", proponent.id)
        yield ("compare", proponent.id)
        yield ("compare", last.id, proponent.id)
    yield from (("compare", "bridge", id) for id in ("compass", "group-north", "af", "nl"))
    yield from (("compare",), ("bloc", last.id))
    yield from (("topics",), ("blocs",), ("resolutions",), ("positions",), ())


def test_no_core_view_is_long(on_treaty, briefing, monkeypatch):
    """However many sign and speak, each can be read."""
    monkeypatch.setattr("itupp.options.load", lambda _: briefing)
    for argv in core_views(briefing):
        result = on_treaty(*argv, "-f", "table")
        lines = result.out.splitlines()
        assert (result.code, result.err) == (0, ""), argv
        assert len(lines) <= LINES, argv
        assert max(map(len, lines)) <= 80, argv


# Joint statements.


@pytest.fixture
def bridge(briefing):
    """A statement."""
    return briefing.blocs["bridge"]


@pytest.fixture
def afghanistan(briefing):
    """One who signed it, having said the opposite before."""
    return briefing.countries["af"]


def test_a_statement(bridge):
    """How many signed it is said, and that each of them says it itself."""
    view = proponents.show(bridge).view()
    assert view.context == "Lamp treaty \u00b7 90 signatories"
    assert prose(view)[0] == "2 positions, on 2 of 6 topics. Each signatory says this itself."
    assert headings(view) == ["Positions", "Opposed or differing"]
    assert notes(view) == []


def test_nothing_says_that_a_statement_does_not_bind(briefing):
    """Nor is it said of one who signed and is in no group that it speaks through anybody."""
    for id in treaty.STATEMENTS:
        for full in (False, True):
            assert "bind" not in shown(proponents.show(briefing.blocs[id], full=full).view())


def test_who_signed(afghanistan, bridge):
    """What it signed is among its own positions, and where it stands is told."""
    view = proponents.show(afghanistan).view()
    assert prose(view)[0].startswith(
        "4 positions of its own, on 2 of 6 topics; 2 of them by signing Bridge declaration."
    )
    rows = below(view, "Positions")
    assert rows[0] == ("Scope", "Lay down a duty on scope", "signed Bridge declaration")
    full = facts(proponents.show(afghanistan, full=True).view())
    assert (full["Signed"], full["Member of"]) == (("Bridge declaration",), ("North group",))
    assert bridge not in afghanistan.blocs
    assert afghanistan.signed == (bridge,)


def test_signatories_are_told_by_their_statement(briefing):
    """Where a statement is named with those who signed it, it stands for all of them."""
    view = topics.show(briefing.topics["scope"]).view()
    rows = below(view, "Should there be a duty on scope?")
    assert rows[0] == ("Lay down a duty on scope", "Bridge declaration", "scope-1")
    question = briefing.topics["scope"].questions["duty"]
    assert len(question.answers) > treaty.SIGNATORIES
    assert len(questions.document(question)["answers"]) == 6


def test_those_compared_are_named(briefing, afghanistan, bridge):
    """Even beside a statement that they signed."""
    view = comparison.show_several(
        [afghanistan, bridge, briefing.blocs["group-north"]], [briefing.topics["scope"]], own=False
    ).view()
    assert below(view, "Agree")[0][2] == "Afghanistan, Bridge declaration"


# Dates, and sides that take no view.


def test_the_later_side_counts(briefing, afghanistan):
    """Who signed later is no longer opposed; what it said before is shown as earlier."""
    question = briefing.topics["scope"].questions["duty"]
    assert [side.id for side in question.sides_of(afghanistan)] == ["yes"]
    rows = below(proponents.show(afghanistan).view(), "Positions")
    assert rows[1][1] == "Do without a duty on scope (earlier, 2030-04-07)"
    rows = below(topics.show(briefing.topics["scope"]).view(), question.text)
    assert rows[1][1] == "earlier (2030-04-07): Afghanistan, Albania, Algeria"
    standing = comparison.show_standing(afghanistan, [briefing.topics["scope"]], own=False).view()
    assert below(standing, "Opposed or differing") == (
        ("Scope", "opposed", "Netherlands, New Zealand, Nicaragua: No duty"),
    )


def test_an_earlier_position_stands_in_no_comparison(briefing, afghanistan):
    """Those compared are taken at their last word."""
    other = briefing.countries["nl"]
    view = comparison.show_several([afghanistan, other], [briefing.topics["scope"]], own=True)
    assert below(view.view(), "Opposed") == (
        ("Scope", "A duty", "Afghanistan"),
        ("", "No duty", "Netherlands"),
    )
    assert "scope-2" not in shown(view.view())


def test_no_view_is_set_against_nobody(briefing):
    """It is told apart from the sides."""
    north = briefing.blocs["group-north"]
    scope = [briefing.topics["scope"]]
    assert "Opposed or differing" not in headings(
        comparison.show_standing(north, scope, own=False).view()
    )
    view = comparison.show_several([north, briefing.blocs["bridge"]], scope, own=False).view()
    assert headings(view) == ["Neutral", "Only North group"]
    assert below(view, "Neutral") == (
        ("Scope", "A duty", "Bridge declaration"),
        ("", "Takes no view", "North group"),
    )
    rows = below(comparison.show_room(briefing, scope, full=False).view(), "Where they disagree")
    assert rows[-1] == ("neutral", "", "Takes no view", "North group, Malawi")


def test_two_who_take_other_sides_than_their_bloc_do_not_agree_through_it(briefing, afghanistan):
    """They agree on what it says elsewhere; with the bloc beside them they are not set apart."""
    compared = [afghanistan, briefing.countries["nl"]]
    scope, north = [briefing.topics["scope"]], briefing.blocs["group-north"]
    answer = comparison.show_several(compared, scope, own=False)
    assert [row[2] for row in below(answer.view(), "Agree")] == ["scope-6"]
    assert [shared["positions"] for shared in answer.document()["shared"]] == [["scope-6"]]
    view = comparison.show_several([*compared, north], scope, own=False).view()
    assert [row[3] for row in below(view, "Agree")] == ["scope-4", "scope-6"]


def test_a_side_of_no_view_that_one_alone_takes(briefing):
    """It is told once, as what only one asks for."""
    compared = [briefing.blocs["bridge"], briefing.blocs["group-north"]]
    view = comparison.show_several(compared, [briefing.topics["tides"]], own=False).view()
    assert headings(view) == ["Only North group"]
    assert [row[2] for row in below(view, "Only North group")] == ["tides-4", "tides-6"]


# Lists of many.


def test_many_countries_are_named(briefing):
    """Sorted, each with its number, which is not parted from it; all of them have a row in full."""
    answer = proponents.show_all(briefing, briefing.proponents)
    view = answer.view()
    assert [row[0] for row in view.tables[0].rows] == [
        bloc.name for bloc in briefing.blocs.values()
    ]
    assert headings(view) == ["123 countries, each with the number of its positions"]
    told = prose(view)[0].split(", ")
    assert (len(told), told[0], told[1]) == (123, "Afghanistan\u00a04", "Albania\u00a04")
    assert len(view.data.rows) == 130
    (table,) = proponents.show_all(briefing, briefing.everyone).view().tables
    assert len(table.rows) == len(briefing.everyone)


def test_what_members_sign_stands_beside_what_they_say(briefing):
    """Who has changed sides since is marked."""
    rows = below(proponents.show(briefing.blocs["group-north"]).view(), MEMBERS)
    assert rows[:3] == (
        ("Scope", "Lay down a duty on scope", "23 countries (signed Bridge declaration)"),
        ("Scope", "Do without a duty on scope", "earlier (2030-04-07): Afghanistan"),
        ("Scope", "Leave scope to each state", "Netherlands"),
    )


def test_members_beside_a_statement(tmp_path):
    """Of a position of both, those who sign are told apart from those who say it themselves."""
    text = """
briefing: {title: T}
blocs:
  - {id: text, name: Text, kind: joint statement, members: [fr, it]}
  - {id: north, name: North, members: [fr, jp]}
topics: [{id: t, title: T, positions: [{summary: Do., proponents: [text, jp]}]}]
"""
    north = briefing_of(tmp_path, text).blocs["north"]
    rows = below(proponents.show(north).view(), MEMBERS)
    assert rows == (("T", "Do.", "Japan; France (signed Text)"),)


def test_many_members_with_a_position_are_counted(briefing):
    """Where their bloc has none."""
    told = notes(topics.show(briefing.topics["scope"]).view())[0]
    assert told.endswith("West group (but 22 of its members have one)")


def test_many_blocs_without_a_position_are_counted(tmp_path):
    """Each could be named only in a long line."""
    text = treaty.crowd(9, topics=0)
    text += "  - {id: t, title: T, positions: [{summary: Do., proponents: [fr]}]}\n"
    (topic,) = briefing_of(tmp_path, text).topics.values()
    assert notes(topics.show(topic).view()) == ["No position recorded: 9 blocs"]


def test_what_is_signed_is_joint(briefing, afghanistan):
    """It stands among the joint positions; a statement has none with its signatories."""
    scope = [briefing.topics["scope"]]
    view = comparison.show_standing(afghanistan, scope, own=True).view()
    assert below(view, "Joint positions")[0][2:] == ("signed Bridge declaration", "scope-1")
    bridge = comparison.show_standing(briefing.blocs["bridge"], scope, own=True).view()
    assert headings(bridge) == ["Opposed or differing"]


def test_who_only_signed(briefing):
    """All that it says it says by signing."""
    told = prose(proponents.show(briefing.countries["gw"]).view())[0]
    assert "on 6 of 6 topics; all of them by signing Bridge declaration, Compass" in told


def test_who_took_another_side_later(briefing):
    """It is marked wherever the position is shown with all its names."""
    position = briefing.topics["scope"].positions[1]
    named = ("Afghanistan (earlier)", "Albania (earlier)", "Algeria (earlier)")
    assert facts(positions.show(position).view())["Proponents"] == named


# Texts of other kinds.


def test_texts(briefing):
    """Articles, decisions and drafts are called what they are, drafts last."""
    view = resolutions.show_all(briefing).view()
    assert view.title == "Texts"
    kinds = [row[0] for row in view.tables[0].rows]
    assert kinds == [*["Articles"] * 2, "Assembly resolutions", "Decisions", "Draft decisions"]


@pytest.mark.parametrize(
    ("id", "title", "first"),
    [
        ("finance-article", "Article 11", "Financial mechanism"),
        ("mandate", "Assembly resolution 5/14", "A treaty on lamps"),
        ("rules", "Rules of procedure", "Decision, adopted: Reef, 2030"),
        ("review", "A first review", "Draft decision."),
    ],
)
def test_a_text(briefing, id, title, first):
    """None is called a draft or a resolution that is neither."""
    view = resolutions.show(briefing.resolutions[id]).view()
    assert (view.title, prose(view)[0]) == (title, first)


def test_a_text_by_what_people_type(on_treaty):
    """Its number will do, and its kind and number."""
    for words in (["11"], ["article", "11"], ["5/14"], ["Assembly", "resolution", "5/14"]):
        assert on_treaty("resolution", *words).code == 0


def test_titles_with_commas(on_treaty):
    """They are told apart by semicolons."""
    out = " ".join(on_treaty("bloc", "af").out.split())
    assert "recorded: Finance, funds and fees; Lamps that burn oil; Reporting" in out


def test_many_who_share_the_same_are_told_together(afghanistan):
    """They stand in one line, sorted, with what they share."""
    told = facts(proponents.show(afghanistan, full=True).view())["Joint positions with"]
    (together,) = (line for line in told if line.startswith("Albania, Algeria, Andorra"))
    assert together.endswith(": 3 of 9 (scope-1, scope-5, pilots-1)")


def test_who_signed_stands_with_the_position(briefing):
    """All their names."""
    position = briefing.topics["scope"].positions[0]
    view = positions.show(position).view()
    assert facts(view)["Signatories"][0].startswith("Bridge declaration: Afghanistan, Albania")
    assert facts(view)["Date"] == "2032-02-11"


def test_lists(on_treaty):
    """What is there is called what it is, and what is not there has no line, column or table."""
    overview = " ".join(on_treaty().out.split())
    assert "130 blocs and countries \u00b7 5 texts and drafts" in overview
    assert "Addressee" not in on_treaty("positions", "-f", "table").out
    assert on_treaty("find", "mechanism").out.splitlines()[2] == "1 text"
    assert "signed Bridge declaration" in on_treaty("blocs", "-f", "csv").out


def test_an_acronym_is_no_organisation(tmp_path):
    """It is called an acronym where no organisation has it."""
    text = "briefing: {title: T}\nblocs: [{id: eu, name: Union, acronym: EU}]\n"
    bloc = briefing_of(tmp_path, text).blocs["eu"]
    assert facts(proponents.show(bloc, full=True).view())["Acronym"] == "EU"


# Sizes.


def crowd(tmp_path, proponents):
    """A briefing in which everyone has a position on every topic, and the size of its file."""
    file = tmp_path / f"{proponents}.yaml"
    file.write_text(treaty.crowd(proponents, topics=6), encoding="utf-8")
    return load(file), file.stat().st_size


DOCUMENTS = {
    "blocs": lambda briefing: proponents.show_all(briefing, briefing.proponents),
    "bloc": lambda briefing: proponents.show(briefing.proponents[0]),
    "topics": lambda briefing: topics.show_all(
        briefing, briefing.topics.values(), full=False, missing=""
    ),
    "room": lambda briefing: comparison.show_room(
        briefing, list(briefing.topics.values()), full=False
    ),
    "several": lambda briefing: comparison.show_several(
        briefing.proponents, list(briefing.topics.values()), own=False
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_grow_with_the_dataset(tmp_path, name):
    """And not with its square, however many speak on everything."""
    sizes = []
    for number in (10, 40):
        briefing, size = crowd(tmp_path, number)
        sizes.append(len(json.dumps(DOCUMENTS[name](briefing).document())) / size)
    assert sizes[1] < 1.2 * sizes[0]


def test_a_matrix_of_sides(tmp_path):
    """Where everyone speaks on everything it is shown who takes which side of what."""
    few, _ = crowd(tmp_path, 3)
    view = comparison.show_room(few, list(few.topics.values()), full=False).view()
    assert (view.title, headings(view)) == ("Who takes which side", [])
    (matrix,) = view.tables
    assert [column.heading for column in matrix.columns] == ["", "Party 0", "Party 1", "Party 2"]
    assert matrix.rows[0] == ("T0", "For", "Against", "No view")
    assert [column.heading for column in matrix.narrow.columns] == ["", "Side", "Who"]
    assert matrix.narrow.rows[:2] == (("T0", "For", "Party 0"), ("", "Against", "Party 1"))
    assert notes(view) == ["Sides: our reading."]


def test_a_matrix_of_the_sides_of_many(tmp_path):
    """Then it has a row for each side, unless it is asked for in full."""
    many, _ = crowd(tmp_path, 40)
    about = list(many.topics.values())
    (table,) = comparison.show_room(many, about, full=False).view().tables
    assert table.rows[0] == ("T0", "For", "14 blocs")
    (table,) = comparison.show_room(many, about, full=True).view().tables
    assert len(table.columns) == 41


def test_positions_stand_at_their_own_dates(briefing):
    """A conference of several sessions is told in order of time, who came later later."""
    found = moments_of(briefing.topics["finance"])
    assert [str(moment.date) for moment in found if moment.position] == [
        *("2030-04-07", "2031-03", "2031-03", "2031-03-05"),
        *("2032-02-11", "2032-02-11"),
    ]
    (duty,) = briefing.topics["finance"].questions.values()
    told = {course.who.id: course.told for course in courses_of(found) if course.question is duty}
    assert told["mw"] == "Malawi: Takes no view (2031); A duty (2032)"


def test_a_brief_without_background(on_treaty):
    """A heading with nothing below is left out."""
    lines = on_treaty("brief", "pilots").out
    assert "## Background" in lines
    assert "## Background" not in on_treaty("brief", "tides").out


def test_signatories_are_not_named_beside_their_statement(on_treaty):
    """In JSON neither: not among those who are opposed, nor among those who share a position."""
    rivals = json.loads(on_treaty("bloc", "nl", "-f", "json").out)["rivals"]
    against = {stance["topic"]["id"]: stance["relations"] for stance in rivals}
    assert [other["with"]["id"] for other in against["lamps"]] == ["harbour"]
    shared = json.loads(on_treaty("bloc", "fr", "-f", "json").out)["shared"]
    positions = {id for one in shared for id in one["positions"]}
    assert positions == {"lamps-6", "pilots-4", "pilots-6", "tides-5", "reports-5"}

"""What a person is shown."""

import pytest
from shown import every_answer

from itupp import views
from itupp.models import Basis


def facts(view):
    """The facts of a view by their labels."""
    return dict(view.facts)


def test_nobody_named(tiny):
    """Where the source names no addressee the view says so."""
    view = views.position(tiny, tiny.topics["horns"].positions[0])
    assert facts(view)["Addressees"] == "nobody named"


def test_our_reading_is_called_one(tiny, pp22):
    """A side taken says whether the source or an editor set the question."""
    lamps = tiny.topics["lamps"]
    assert facts(views.position(tiny, lamps.positions[0]))["Takes the side"] == ("Keep to oil, on: Oil or current?",)
    question = lamps.questions["kind"]._replace(basis=Basis.EDITOR)
    briefing = tiny._replace(topics={**tiny.topics, "lamps": lamps._replace(questions={"kind": question})})
    view = views.position(briefing, lamps.positions[0])
    assert facts(view)["Takes the side"] == ("Keep to oil, on: Oil or current? (our reading)",)


def test_doubtful_members_are_marked(pp22):
    """Suspended, formal, unresolved and unsourced members are marked wherever they are shown."""
    assert any("Syria (participation suspended" in note for note in views.bloc(pp22, pp22.blocs["arab-states"]).notes)
    assert any("Russia (suspended" in note for note in views.bloc(pp22, pp22.blocs["european-states"]).notes)
    rows = {row[0]: row for row in views.blocs(pp22, pp22.everyone).main.rows}
    assert rows["Belarus"][4] == (
        "European states (not counted; suspended indefinitely from 18 March 2022)",
        "RCC states",
    )
    assert rows["Eritrea"][4] == (
        "African states (not counted; membership unresolved; spoken for if all of Africa is meant)",
    )
    assert rows["Tuvalu"][4] == ("APT states (no source found for its membership)",)


def test_that_blocs_are_organisations_is_said_to_be_our_reading(pp22):
    """Wherever members are shown: on the bloc and on each of its members."""
    for subject in (pp22.blocs["european-states"], pp22.countries["fr"]):
        assert any("CEPT is our reading" in note for note in views.bloc(pp22, subject).notes)


def test_silence_is_shown_as_silence(tiny):
    """A bloc's view names the topics on which nothing is recorded, and does not take that for agreement."""
    view = views.bloc(tiny, tiny.blocs["southern-coast"])
    assert view.notes[0] == "Silent (nothing recorded in this briefing) on: Fog horns, Buoys and beacons."
    assert facts(view)["Positions"] == "2 of 5, on 1 of 3 topics"


def test_shared_positions_name_their_partners(tiny):
    """Each position in a bloc's view says who else puts it forward."""
    rows = views.bloc(tiny, tiny.blocs["northern-coast"]).main.rows
    assert [(row[1], row[3]) for row in rows] == [
        ("lamps-1", ("Brazil",)),
        ("lamps-3", ("Southern coast",)),
        ("buoys-1", ()),
    ]


def test_outcomes_not_known_are_said_to_be_not_recorded(tiny):
    """No outcome is ever assumed."""
    assert facts(views.topic(tiny, tiny.topics["horns"]))["Outcome"] == ("horns-1: not recorded here",)
    view = views.resolution(tiny, tiny.resolutions["12"])
    assert facts(view)["History"] == "not recorded here"


WEAK = ("blog", "essay site", "a copy")


@pytest.mark.parametrize(
    ("view", "find"),
    [
        (views.bloc, lambda briefing: briefing.blocs["northern-coast"]),
        (views.bloc, lambda briefing: briefing.countries["atl"]),
        (views.topic, lambda briefing: briefing.topics["lamps"]),
        (views.resolution, lambda briefing: briefing.resolutions["7"]),
        (views.position, lambda briefing: briefing.topics["lamps"].positions[0]),
    ],
)
def test_weak_sources_are_shown_in_full_alone(tiny, view, find):
    """Copies, essay sites and blogs are printed where everything is asked for, and nowhere else."""
    record = find(tiny)
    assert not any(word in str(view(tiny, record)) for word in WEAK)
    assert any(word in str(view(tiny, record, full=True)) for word in WEAK)


def test_no_list_shows_a_weak_source(tiny, pp22):
    """Nor does any answer that is not asked to be full."""
    for briefing in (tiny, pp22):
        weak = {source for bloc in briefing.blocs.values() for source in bloc.weak_sources}
        assert weak
        for view, _ in every_answer(briefing):
            assert not any(source in str(view) for source in weak), view.title


def test_a_history_in_full(tiny):
    """Each place in a line with where it is written; without full the places alone."""
    resolution = tiny.resolutions["7"]
    assert facts(views.resolution(tiny, resolution))["Revised"] == "Reef, 2023; Skerry, 2027"
    assert facts(views.resolution(tiny, resolution, full=True))["History"] == (
        "Adopted: Skerry, 2019 https://lighthouse.example/res7",
        "Revised: Reef, 2023 (address not recorded here)",
        "Revised: Skerry, 2027 (address not recorded here)",
    )


def test_terms(tiny):
    """A term is explained, with what it stands for in the heading; who says so is shown in full."""
    term = tiny.terms["anl"]
    view = views.term(tiny, term)
    assert view.title == "ANL (Association of Northern Lights) (LU-7)"
    assert view.prose == ("The body in which the northern coast agrees on its proposals.",)
    assert "Where that is written" not in facts(view)
    assert facts(views.term(tiny, term, full=True))["Where that is written"] == ("https://lighthouse.example/anl",)


def test_headlines_are_data(tiny):
    """Programs are given a position's headline beside its summary, or nothing where it has none."""
    rows = views.positions(tiny, tiny.positions).data.rows
    assert [row[2] for row in rows] == ["Keep lamps on oil", "", "", "", ""]


def test_a_draft_has_no_history(tiny):
    """Only a numbered resolution can have been adopted."""
    assert "History" not in facts(views.resolution(tiny, tiny.resolutions["draft-fog"]))


@pytest.mark.parametrize(("topic", "shown"), [("lamps", ("7", "1 draft")), ("buoys", ("12",)), ("horns", ())])
def test_resolutions_in_short(tiny, topic, shown):
    """The list of topics gives numbers, and counts drafts."""
    rows = {row[1]: row[5] for row in views.topics(tiny, tiny.topics.values()).main.rows}
    assert rows[tiny.topics[topic].title] == shown


def test_the_overview_suggests_commands_from_the_data(tiny):
    """The busiest proponent and the first resolution are offered to begin with."""
    (table,) = views.overview(tiny).tables
    assert [row[0] for row in table.rows] == ["itupp topics", 'itupp bloc "Northern coast"', "itupp resolution 7"]


def test_an_empty_briefing_has_an_overview(tiny):
    """A dataset can start with nothing but a title."""
    briefing = tiny._replace(
        conference=None, following=None, blocs={}, countries={}, topics={}, resolutions={}, sections={}
    )
    view = views.overview(briefing)
    assert [row[1] for row in view.main.rows] == [0, 0, 0, 0]
    assert [row[0] for row in view.tables[0].rows] == ["itupp topics"]
    assert views.topics(briefing, ()).title == "Topics (Lighthouse Union: what to expect)"

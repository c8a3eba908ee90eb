"""How records and findings are put into words."""

import pytest
from aids import changed, everything, tiny_with
from shown import every_answer

from itupp.answers import phrases, positions, proponents, resolutions, topics
from itupp.briefing import Basis, Relation


def test_citation(tiny):
    """What is known of source, place in it, words to search for, address, further documents."""
    first, second, _ = tiny.topics["lamps"].positions
    notes = 'A. Keeper, "Pilot\'s notes", The Lamp, April 2031'
    assert phrases.citation(first) == (
        f'{notes}, under "Lamps", point 1, at the words "burn oil", '
        "https://lighthouse.example/notes"
    )
    assert phrases.citation(second) == (
        '"Proposals of the northern coast", p. 3; '
        f"also in {notes}, last page, https://lighthouse.example/notes"
    )


def test_a_briefing_without_sources(tiny):
    """Where no source is given none is made up."""
    position = changed(tiny.topics["horns"].positions[0], source=None)
    assert phrases.citation(position) == ""


def test_places(tiny):
    """A conference is told with what is known of it."""
    assert phrases.name_place_and_dates(tiny.conference) == (
        "Conference of the Lighthouse Union (LU-7), Skerry, Nowhere, 2031-05-01 to 2031-05-09"
    )
    following = "Conference of the Lighthouse Union, Reef, 2035-05-01"
    assert phrases.name_place_and_dates(tiny.following) == following
    assert phrases.name_place_and_dates(None) == ""


def test_events(tiny):
    """A briefing is about its conference or, without one, about what its title says."""
    assert phrases.event_name(tiny) == "LU-7"
    later = changed(tiny, conference=tiny.following)
    assert phrases.event_name(later) == "Conference of the Lighthouse Union"
    assert phrases.event_name(changed(tiny, conference=None)) == tiny.title


def test_questions(tiny):
    """The relation is told, and where the coding is the editor's, that."""
    question = tiny.topics["lamps"].questions["kind"]
    assert phrases.question_in_full(question) == "Oil or current?"
    assert phrases.question_in_full(question, Relation.OPPOSED) == "Oil or current? (opposed)"
    coded = changed(question, basis=Basis.EDITOR)
    assert phrases.question_in_full(coded) == "Oil or current? (our reading)"
    differing = phrases.question_in_full(coded, Relation.DIFFER)
    assert differing == "Oil or current? (differ, our reading)"


def test_drafts_are_counted(tiny):
    """One draft is a draft, two are drafts."""
    lamps, draft = tiny.topics["lamps"], tiny.resolutions["draft-fog"]
    assert phrases.numbers_and_drafts(lamps) == ("7", "1 draft")
    assert phrases.numbers_and_drafts(changed(lamps, resolutions=(draft, draft))) == ("2 drafts",)


def test_resolutions_are_called_by_number_drafts_by_title(tiny):
    """A draft has its id behind it, to be typed."""
    called = [phrases.number_and_title(resolution) for resolution in tiny.resolutions.values()]
    assert called == [
        "Resolution 7: Lamps of the Union",
        "Resolution 12: Buoys",
        "Draft new resolution: Fog (draft-fog)",
    ]


def test_members(tiny):
    """Who is counted, of how many, as of when; who is only named; where that is written."""
    north = tiny.blocs["northern-coast"]
    assert list(phrases.members_of(north)) == [
        "Members (2, as of 2031-04-01): Atlantis (joined late), Norway.",
        "Named but not counted: Brazil (observer).",
        "Where that is written: https://lighthouse.example/anl",
    ]
    more = changed(north, members_stated=3, members_as_of=None, also={}, sources=())
    assert list(phrases.members_of(more)) == [
        "Members (2 of 3 stated): Atlantis (joined late), Norway."
    ]
    assert list(phrases.members_of(tiny.blocs["islands"])) == ["Members: not recorded here."]


def test_weak_sources_of_members_in_full(tiny):
    """They follow on the others."""
    *_, written = phrases.members_of(tiny.blocs["northern-coast"], full=True)
    assert written.endswith("/anl https://essays.example/anl (an essay site)")


def test_organisations(tiny):
    """The acronym stands behind the name, and alone where that is all that is known."""
    north = tiny.blocs["northern-coast"]
    assert phrases.organisation_name(north) == "Association of Northern Lights (ANL)"
    assert phrases.organisation_name(changed(north, organisation=None)) == "(ANL)"
    assert phrases.organisation_name(tiny.blocs["islands"]) == ""


def test_memberships(tiny):
    """A member that is not counted is marked as such."""
    countries = [tiny.countries["no"], tiny.countries["br"]]
    memberships = [membership for country in countries for membership in country.memberships]
    told = list(map(phrases.membership_line, memberships))
    assert told == ["Northern coast", "Northern coast (not counted; observer)"]


def test_silent_but_spoken_for(tiny, tmp_path):
    """Where a country is silent its blocs that speak are named."""
    norway, lamps = tiny.countries["no"], tiny.topics["lamps"]
    one = "silent; its bloc, Northern coast, speaks"
    assert phrases.silence_on(norway, lamps) == one
    assert phrases.silence_on(norway, tiny.topics["horns"]) == "silent"
    assert list(phrases.spoken_for(norway, tiny.topics.values())) == [
        "Northern coast, its bloc, speaks on: Lamps, Buoys and beacons."
    ]
    both = tiny_with(tmp_path, ("name: Southern coast}", 'name: Southern coast, members: ["no"]}'))
    two = "silent; its blocs, Northern coast and Southern coast, speak"
    assert phrases.silence_on(both.countries["no"], both.topics["lamps"]) == two


def test_outcomes(tiny):
    """What came of a topic, its resolutions and positions, and of which it is not recorded."""
    assert phrases.outcomes_on(tiny.topics["lamps"]) == (
        "put off (Source: secondary)",
        "https://lighthouse.example/lamps-put-off",
        "Resolution 7: revised. Oil stays. (Source: lu)",
        "https://lighthouse.example/res7",
        "lamps-1: not taken up (our reading). Nothing was decided.",
        "lamps-2, lamps-3: not recorded here",
    )
    assert phrases.outcomes_on(tiny.topics["buoys"]) == (
        "Resolution 12: not recorded here",
        "buoys-1: not recorded here",
    )


def test_a_source_is_told_once(tiny):
    """What is told already does not follow on a position again."""
    first = tiny.topics["lamps"].positions[:1]
    told = phrases.fates_with_sources(first, (), full=True)
    address = "https://keeper.example/oil (a blog)"
    fate = "lamps-1: not taken up (our reading). Nothing was decided."
    assert told == (f"{fate} {address}",)
    assert phrases.fates_with_sources(first, (address,), full=True) == (fate,)


def test_shared_with_whom(tiny):
    """How many of the proponent's own positions, and which."""
    assert phrases.shared_with_whom(tiny.blocs["northern-coast"]) == (
        "Southern coast: 1 of 3 (lamps-3)",
        "Brazil: 1 of 3 (lamps-1)",
    )


def test_who_stands_how(tiny):
    """Those on another side of an exclusive question are opposed; of the others nothing is said."""
    south = tiny.blocs["southern-coast"]
    opposed = ["Northern coast, Brazil, on: Oil or current?"]
    assert list(phrases.who_stands(south, Relation.OPPOSED)) == opposed
    assert list(phrases.who_stands(south, Relation.SAME)) == []


def test_listed():
    """However many names there are."""
    listed = [phrases.listed(list(names)) for names in ("", "a", "ab", "abc")]
    assert listed == ["", "a", "a and b", "a, b and c"]


def test_what_is_to_be_said_of_a_bloc(tiny):
    """Its notes, where it has any, and that nothing is recorded, where nothing is."""
    assert {id: list(phrases.bloc_remarks(bloc)) for id, bloc in tiny.blocs.items()} == {
        "northern-coast": ["Northern coast: The briefing names no organisation."],
        "southern-coast": [],
        "islands": ["Islands: nothing recorded in this briefing."],
    }


def test_topics_with_sides_are_marked(tiny):
    """Only those on which positions answer a question."""
    marked = [phrases.title_with_mark(topic) for topic in tiny.topics.values()]
    assert marked == ["Lamps (sides recorded)", "Fog horns", "Buoys and beacons"]


def test_further_reading(tiny):
    """Each title with its address, or alone where that is lost."""
    assert phrases.further_reading(tiny.topics["lamps"].further_reading) == (
        "All about lamps https://lighthouse.example/lamps",
        "A history of oil",
    )


WEAK = ("blog", "essay site", "a copy")


@pytest.mark.parametrize(
    ("show", "find"),
    [
        (proponents.show, lambda briefing: briefing.blocs["northern-coast"]),
        (proponents.show, lambda briefing: briefing.countries["atl"]),
        (topics.show, lambda briefing: briefing.topics["lamps"]),
        (resolutions.show, lambda briefing: briefing.resolutions["7"]),
        (positions.show, lambda briefing: briefing.topics["lamps"].positions[0]),
    ],
)
def test_weak_sources_are_shown_in_full_alone(tiny, show, find):
    """Copies, essay sites and blogs are printed where everything is asked for, and nowhere else."""
    record = find(tiny)
    assert not any(word in everything(show(record).view()) for word in WEAK)
    assert any(word in everything(show(record, full=True).view()) for word in WEAK)


def test_no_list_shows_a_weak_source(tiny, pp22):
    """Nor does any answer that is not asked to be full."""
    for briefing in (tiny, pp22):
        weak = {source for bloc in briefing.blocs.values() for source in bloc.weak_sources}
        assert weak
        for view, _ in every_answer(briefing):
            shown = everything(view)
            assert not any(source in shown for source in weak), view.title

"""How records and findings are put into words."""

from itupp import queries, wording
from itupp.models import Basis
from itupp.queries import Relation


def test_citation(tiny):
    """Source, topic and point, place in it, words to search for, address, further documents: what is known of them."""
    first, second, _ = tiny.topics["lamps"].positions
    assert wording.citation(tiny, first) == (
        'A. Keeper, "Pilot\'s notes", The Lamp, April 2031, under "Lamps", point 1, at the words "burn oil", '
        "https://lighthouse.example/notes"
    )
    assert wording.citation(tiny, second) == (
        '"Proposals of the northern coast", p. 3; '
        'also in A. Keeper, "Pilot\'s notes", The Lamp, April 2031, last page, https://lighthouse.example/notes'
    )


def test_a_briefing_without_sources(tiny):
    """Where no source is given none is made up."""
    position = tiny.topics["horns"].positions[0]._replace(source=None)
    assert wording.citation(tiny, position) == ""


def test_places(tiny):
    """A conference is told with what is known of it."""
    assert wording.conference(tiny.following) == "Conference of the Lighthouse Union, Reef, 2035-05-01"
    assert wording.conference(None) == ""


def test_events(tiny):
    """A briefing is about its conference or, without one, about what its title says."""
    assert wording.event(tiny) == "LU-7"
    assert wording.event(tiny._replace(conference=tiny.following)) == "Conference of the Lighthouse Union"
    assert wording.event(tiny._replace(conference=None)) == tiny.title


def test_questions(tiny):
    """The relation is told, and where the coding is the editor's, that."""
    question = tiny.topics["lamps"].questions["kind"]
    assert wording.question(question) == "Oil or current?"
    assert wording.question(question, Relation.OPPOSED) == "Oil or current? (opposed)"
    coded = question._replace(basis=Basis.EDITOR)
    assert wording.question(coded) == "Oil or current? (our reading)"
    assert wording.question(coded, Relation.DIFFER) == "Oil or current? (differ, our reading)"


def test_drafts_are_counted(tiny):
    """One draft is a draft, two are drafts."""
    lamps = tiny.topics["lamps"]
    assert wording.resolutions(tiny, lamps) == ("7", "1 draft")
    assert wording.resolutions(tiny, lamps._replace(resolutions=("draft-fog", "draft-fog"))) == ("2 drafts",)


def test_members(tiny):
    """Who is counted, of how many, as of when; who is only named; where that is written."""
    north = tiny.blocs["northern-coast"]
    assert list(wording.members(tiny, north)) == [
        "Members (2, as of 2031-04-01): Atlantis (joined late), Norway.",
        "Named but not counted: Brazil (observer).",
        "Where that is written: https://lighthouse.example/anl",
    ]
    more = north._replace(members_stated=3, members_as_of=None, also={}, sources=())
    assert list(wording.members(tiny, more)) == ["Members (2 of 3 stated): Atlantis (joined late), Norway."]
    assert list(wording.members(tiny, tiny.blocs["islands"])) == ["Members: not recorded here."]


def test_memberships(tiny):
    """A member that is not counted is marked as such."""
    told = [wording.membership(each) for id in ("no", "br") for each in queries.memberships(tiny, tiny.countries[id])]
    assert told == ["Northern coast", "Northern coast (not counted; observer)"]


def test_silent_but_spoken_for(tiny):
    """Where a country is silent its blocs that speak are named."""
    norway, lamps = tiny.countries["no"], tiny.topics["lamps"]
    assert wording.silent(tiny, norway, lamps) == "silent; its bloc, Northern coast, speaks"
    assert wording.silent(tiny, norway, tiny.topics["horns"]) == "silent"
    south = tiny.blocs["southern-coast"]._replace(members=("no",))
    both = tiny._replace(blocs={**tiny.blocs, "southern-coast": south})
    assert wording.silent(both, norway, lamps) == "silent; its blocs, Northern coast and Southern coast, speak"
    assert list(wording.spoken_for(tiny, norway, tiny.topics.values())) == [
        "Northern coast, its bloc, speaks on: Lamps, Buoys and beacons."
    ]


def test_outcomes(tiny):
    """What came of a topic, its resolutions and its positions, and of which positions it is not recorded."""
    assert wording.outcomes(tiny, tiny.topics["lamps"]) == (
        "put off (Source: secondary)",
        "https://lighthouse.example/lamps-put-off",
        "Resolution 7: revised. Oil stays. (Source: lu)",
        "https://lighthouse.example/res7",
        "lamps-1: not taken up (our reading). Nothing was decided.",
        "lamps-2, lamps-3: not recorded here",
    )
    assert wording.outcomes(tiny, tiny.topics["buoys"]) == (
        "Resolution 12: not recorded here",
        "buoys-1: not recorded here",
    )


def test_no_percentage(tiny):
    """Shares are told as numbers out of numbers."""
    north = tiny.blocs["northern-coast"]
    assert list(wording.partners(tiny, north)) == ["Southern coast: 1 of 3 (lamps-3)", "Brazil: 1 of 3 (lamps-1)"]
    south, topics = tiny.blocs["southern-coast"], tiny.topics.values()
    assert list(wording.pairs(tiny, [north, south, tiny.blocs["islands"]], topics)) == [
        "Northern coast 1 of 3, Southern coast 1 of 2 (lamps-3)",
        "nothing: Northern coast 0 of 3, Islands 0 of 0",
        "nothing: Southern coast 0 of 2, Islands 0 of 0",
    ]
    assert list(wording.pairs(tiny, [north, south], [tiny.topics["buoys"]])) == [
        "nothing: Northern coast 0 of 1, Southern coast 0 of 0"
    ]


def test_listed():
    """However many names there are."""
    assert [wording.listed(list(names)) for names in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_what_is_to_be_said_of_a_bloc(tiny):
    """Its notes, where it has any, and that nothing is recorded, where nothing is."""
    told = {id: list(wording.bloc_remarks(tiny, bloc)) for id, bloc in tiny.blocs.items()}
    assert told == {
        "northern-coast": ["Northern coast: The briefing names no organisation."],
        "southern-coast": [],
        "islands": ["Islands: nothing recorded in this briefing."],
    }

"""How records and findings are put into words."""

from itupp import wording
from itupp.models import Basis
from itupp.queries import Relation


def test_citation(tiny):
    """Source, topic, point, place in the document, words to search for, address: as far as they are known."""
    first, second, _ = tiny.topics["lamps"].positions
    assert wording.citation(tiny, first) == (
        'A. Keeper, "Pilot\'s notes", The Lamp, April 2031, under "Lamps", point 1, at the words "burn oil", '
        "https://lighthouse.example/notes"
    )
    assert wording.citation(tiny, second) == '"Proposals of the northern coast", under "Lamps", point 1, p. 3'


def test_a_briefing_without_sources_is_cited_by_topic(tiny):
    """Where no source is given none is made up."""
    position = tiny.topics["horns"].positions[0]._replace(source=None)
    assert wording.citation(tiny, position) == 'under "Fog horns"'


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
    assert wording.question(coded) == "Oil or current? (the editor's coding)"
    assert wording.question(coded, Relation.DIFFER) == "Oil or current? (differ, the editor's coding)"


def test_drafts_are_counted(tiny):
    """One draft is a draft, two are drafts."""
    lamps = tiny.topics["lamps"]
    assert wording.resolutions(tiny, lamps) == ("7", "1 draft")
    assert wording.resolutions(tiny, lamps._replace(resolutions=("draft-fog", "draft-fog"))) == ("2 drafts",)


def test_no_percentage(tiny):
    """Shares are told as numbers out of numbers."""
    north = tiny.blocs["northern-coast"]
    assert list(wording.partners(tiny, north)) == ["Southern coast: 1 of 3 (lamps-3)", "Brazil: 1 of 3 (lamps-1)"]
    assert list(wording.pairs(tiny, [north, tiny.blocs["islands"]])) == ["Northern coast 0 of 3, Islands 0 of 0"]

"""Questions to a briefing."""

import pytest

from itupp import queries


def ids(positions):
    """The ids of positions, in their order."""
    return [position.id for position in positions]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["lamps-1", "lamps-2", "lamps-3", "horns-1", "buoys-1"]),
        ({"topics": ["horns"]}, ["horns-1"]),
        ({"topics": ["horns", "buoys"]}, ["horns-1", "buoys-1"]),
        ({"proponents": ["northern-coast"]}, ["lamps-1", "lamps-3", "buoys-1"]),
        ({"proponents": ["northern-coast"], "sections": ["storm"]}, ["lamps-1", "lamps-3"]),
        ({"addressees": ["council"]}, ["lamps-1", "lamps-2"]),
        ({"resolutions": ["draft-fog"]}, ["lamps-1", "lamps-2", "lamps-3"]),
        ({"resolutions": ["12", "7"], "addressees": ["keeper"]}, ["lamps-2", "lamps-3", "buoys-1"]),
        ({"sections": ["calm"], "topics": ["lamps"]}, []),
    ],
)
def test_filters(tiny, filters, found):
    """Within a filter any value will do, and every filter has to be passed."""
    assert ids(queries.select(tiny, **filters)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["OIL"], ["lamps-1", "lamps-2", "lamps-3"]),  # the topic's subtitle has it
        (["burn"], ["lamps-1"]),
        (["eclairage", "report"], ["lamps-3"]),  # an alias, without its accent
        (["who pays", "league"], ["lamps-2"]),  # a key issue
        (["night", "lamps"], []),
        (["?"], []),
    ],
)
def test_words(tiny, words, found):
    """All words must occur in the summary or in the topic's titles, aliases and key issues."""
    assert ids(queries.select(tiny, words=words)) == found


def test_proponents(tiny):
    """Every bloc speaks first, then the countries that have a position."""
    assert [each.id for each in tiny.proponents] == ["northern-coast", "southern-coast", "islands", "br", "atl"]


def test_partners(tiny):
    """Those who put a position forward together share it."""
    shared = tiny.topics["lamps"].positions[2]
    assert queries.partners(shared, tiny.blocs["northern-coast"]) == ("southern-coast",)
    alone = tiny.topics["buoys"].positions[0]
    assert queries.partners(alone, tiny.blocs["northern-coast"]) == ()


def test_silence(tiny):
    """A proponent is silent on the topics where nothing of its own is recorded."""
    assert [topic.id for topic in queries.silent_on(tiny, tiny.blocs["southern-coast"])] == ["horns", "buoys"]
    assert len(queries.silent_on(tiny, tiny.blocs["islands"])) == 3


def test_speakers(tiny):
    """Everyone with a position on a topic is named once."""
    assert queries.speakers(tiny.topics["lamps"]) == ("northern-coast", "br", "southern-coast")


def test_resolutions(tiny):
    """A resolution leads to its topics and to all the positions on them."""
    fog = tiny.resolutions["draft-fog"]
    assert [topic.id for topic in queries.topics_of(tiny, fog)] == ["lamps"]
    assert ids(queries.positions_at_stake(tiny, fog)) == ["lamps-1", "lamps-2", "lamps-3"]

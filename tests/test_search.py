"""Which positions pass filters."""

import pytest
from aids import tiny_with

from itupp.search import Wanted, select

KINDS = ("topics", "proponents", "resolutions", "addressees", "sections")


def found(briefing, **filters):
    """The ids of the positions that pass filters, whose records are given by their ids."""
    known = {kind: getattr(briefing, kind) for kind in KINDS}
    known["proponents"] = {**briefing.blocs, **briefing.countries}
    for kind in filters.keys() & known.keys():
        filters[kind] = [known[kind][id] for id in filters[kind]]
    return [position.id for position in select(briefing, Wanted(**filters))]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ["lamps-1", "lamps-2", "lamps-3", "horns-1", "buoys-1"]),
        ({"topics": ["horns"]}, ["horns-1"]),
        ({"topics": ["buoys", "horns"]}, ["horns-1", "buoys-1"]),
        ({"proponents": ["northern-coast"]}, ["lamps-1", "lamps-3", "buoys-1"]),
        ({"proponents": ["northern-coast"], "sections": ["storm"]}, ["lamps-1", "lamps-3"]),
        ({"addressees": ["council"]}, ["lamps-1", "lamps-2"]),
        ({"resolutions": ["draft-fog"]}, ["lamps-1", "lamps-2", "lamps-3"]),
        (
            {"resolutions": ["12", "7"], "addressees": ["keeper"]},
            ["lamps-2", "lamps-3", "buoys-1"],
        ),
        ({"sections": ["calm"], "topics": ["lamps"]}, []),
        ({"shared": True}, ["lamps-1", "lamps-3"]),
        ({"contested": True}, ["lamps-1", "lamps-2"]),
        ({"shared": True, "contested": True}, ["lamps-1"]),
        ({"decided": True}, ["lamps-1"]),
        ({"words": ["lamps"], "proponents": ["southern-coast"]}, ["lamps-2", "lamps-3"]),
    ],
)
def test_filters(tiny, filters, ids):
    """Within a filter any record will do, and every filter has to be passed."""
    assert found(tiny, **filters) == ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["OIL"], ["lamps-1", "lamps-2", "lamps-3"]),  # the topic's subtitle has it
        (["burn"], ["lamps-1"]),
        (["eclairage", "report"], ["lamps-3"]),  # an alias, without its accent
        (["keep lamps"], ["lamps-1"]),  # a headline
        (["who pays"], []),  # a key issue
        (["night", "lamps"], []),
        (["amps"], []),  # no word begins so
        (["xxxx"], []),
        (["?"], []),
    ],
)
def test_words(tiny, words, ids):
    """All must begin a word of the headline, summary or anchor, or of what the topic is called."""
    assert found(tiny, words=words) == ids


def test_words_of_the_source(tmp_path):
    """What stands in a position's anchor alone is found, too."""
    briefing = tiny_with(tmp_path, ("anchor: burn oil", "anchor: whale blubber"))
    assert found(briefing, words=["whale"]) == ["lamps-1"]


def test_a_part_of_an_addressee(tmp_path):
    """Who asks a group of the Council asks the Council, and not the other way round."""
    group = "  - {id: panel, name: Panel, part_of: council}\n\nblocs:"
    briefing = tiny_with(
        tmp_path, ("\nblocs:", group), ("addressees: [council, keeper]", "addressees: [panel]")
    )
    assert found(briefing, addressees=["council"]) == ["lamps-1", "lamps-2"]
    assert found(briefing, addressees=["panel"]) == ["lamps-2"]

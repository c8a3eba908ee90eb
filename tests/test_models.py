"""What all records have in common."""

from itupp.models import Resolution


def test_names(tiny):
    """The id comes first among the names of what can be referred to, and what is printed for it is one of them."""
    questions = tiny.topics["lamps"].questions
    for records in (
        tiny.sections,
        tiny.sources,
        tiny.addressees,
        tiny.blocs,
        tiny.countries,
        tiny.topics,
        questions,
        questions["kind"].sides,
    ):
        for id, record in records.items():
            assert record.names[0] == record.id == id
            assert record.label in record.names
    position = tiny.positions[0]
    assert position.names == ("lamps-1",)
    assert position.label == position.summary


def test_resolutions():
    """A numbered one is called by its number in all usual ways, a draft by its title."""
    numbered, draft = Resolution("7", "Lamps", "7"), Resolution("draft-fog", "Fog")
    assert numbered.label == "Resolution 7"
    assert {"7", "Lamps", "Resolution 7", "Res 7", "No 7"} < set(numbered.names)
    assert (draft.label, draft.names) == ("Fog", ("draft-fog", "Fog"))


def test_proponents(tiny):
    """Blocs and those countries that speak; everyone is all there are."""
    assert [each.id for each in tiny.proponents] == ["northern-coast", "southern-coast", "islands", "br", "atl"]
    assert len(tiny.everyone) == len(tiny.blocs) + len(tiny.countries)
    assert [tiny.proponent(id).kind for id in ("islands", "br")] == ["bloc", "country"]


def test_the_shortest_name_of_a_topic(tiny):
    """It heads columns."""
    assert [topic.short for topic in tiny.topics.values()] == ["Lamps", "horns", "buoys"]

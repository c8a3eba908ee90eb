"""Questions to a briefing."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itupp import queries
from itupp.models import Bloc, Briefing, Position, Question, Side, Topic
from itupp.queries import Relation


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
        (["amps"], []),  # no word begins so
        (["xxxx"], []),
        (["?"], []),
    ],
)
def test_words(tiny, words, found):
    """All words must occur, or begin a word, in the summary or in the topic's titles, aliases and key issues."""
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


def test_memberships(tiny):
    """A country is counted among a bloc's members or only named by it; a bloc is in no bloc."""
    north = tiny.blocs["northern-coast"]
    assert queries.memberships(tiny, tiny.countries["no"]) == ((north, True, None),)
    assert queries.memberships(tiny, tiny.countries["atl"]) == ((north, True, "joined late"),)
    assert queries.memberships(tiny, tiny.countries["br"]) == ((north, False, "observer"),)
    assert queries.memberships(tiny, north) == ()
    assert queries.blocs_of(tiny, tiny.countries["br"]) == ()


def test_with_blocs(tiny):
    """Only the blocs that count a country widen a choice, each once."""
    assert queries.with_blocs(tiny, ["no", "atl", "br"]) == ("no", "atl", "br", "northern-coast")


def test_speaking_for(tiny):
    """A country's blocs that have a position on a topic."""
    norway = tiny.countries["no"]
    assert [bloc.id for bloc in queries.speaking_for(tiny, norway, tiny.topics["lamps"])] == ["northern-coast"]
    assert queries.speaking_for(tiny, norway, tiny.topics["horns"]) == ()


def test_decided(tiny):
    """Positions of which the outcome is recorded."""
    assert ids(queries.select(tiny, decided=True)) == ["lamps-1"]


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


def test_shared_and_contested(tiny):
    """Shared positions have several proponents, contested ones answer a question."""
    assert ids(queries.select(tiny, shared=True)) == ["lamps-1", "lamps-3"]
    assert ids(queries.select(tiny, contested=True)) == ["lamps-1", "lamps-2"]
    assert ids(queries.select(tiny, shared=True, contested=True)) == ["lamps-1"]


def test_shared_with(tiny):
    """Everyone who puts a position forward together with a proponent is named, in the order of the data."""
    shared = queries.shared_with(tiny, tiny.blocs["northern-coast"])
    assert {id: ids(positions) for id, positions in shared.items()} == {
        "southern-coast": ["lamps-3"],
        "br": ["lamps-1"],
    }


def test_shared_by_two(tiny):
    """Any two of those named come with what they share on the topics asked for, be it nothing."""
    named = [tiny.blocs["northern-coast"], tiny.blocs["southern-coast"], tiny.countries["br"]]
    pairs = list(queries.shared_by_two(tiny, named, tiny.topics.values()))
    assert [(one.id, other.id) for one, other, _ in pairs] == [
        ("northern-coast", "southern-coast"),
        ("northern-coast", "br"),
        ("southern-coast", "br"),
    ]
    assert [ids(shared) for _, _, shared in pairs] == [["lamps-3"], ["lamps-1"], []]
    assert not any(shared for _, _, shared in queries.shared_by_two(tiny, named, [tiny.topics["buoys"]]))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("northern-coast", "southern-coast", Relation.OPPOSED),
        ("northern-coast", "br", Relation.SHARED),
        ("northern-coast", "islands", Relation.SILENT),
        ("northern-coast", "northern-coast", Relation.SHARED),
    ],
)
def test_relations(tiny, one, other, relation):
    """On an exclusive question different sides are opposed; who says nothing is silent."""
    (standing,) = queries.standings([tiny.topics["lamps"]])
    assert standing.relation(one, other) is relation
    assert standing.relation(other, one) is relation


def standing_of(*answers, exclusive=False):
    """A standing on one question, made of positions given as (proponents, side)."""
    positions = tuple(
        Position(f"t-{place}", "t", "S.", tuple(proponents), answers={"q": side})
        for place, (proponents, side) in enumerate(answers, start=1)
    )
    sides = {id: Side(id, id) for id in ("x", "y")}
    question = Question("q", "Q?", sides, exclusive=exclusive)
    (standing,) = queries.standings([Topic("t", "T", positions, questions={"q": question})])
    return standing


def test_sides_that_do_not_exclude_each_other_differ():
    """Only exclusive questions set proponents against each other."""
    assert standing_of("ax", "by").relation("a", "b") is Relation.DIFFER
    assert standing_of("ax", "by", exclusive=True).relation("a", "b") is Relation.OPPOSED


def test_the_same_side_is_not_the_same_position():
    """Who takes the same side with a position of its own does not share one."""
    assert standing_of("ax", "bx").relation("a", "b") is Relation.SAME
    assert standing_of(("ab", "x")).relation("a", "b") is Relation.SHARED


def test_several_stand_apart_as_far_as_any_two_do():
    """Among several the strongest disagreement counts, and those who are silent do not."""
    standing = standing_of(("ab", "x"), "cx", "dy", exclusive=True)
    assert standing.among("ab") is Relation.SHARED
    assert standing.among("abc") is Relation.SAME
    assert standing.among("abcd") is Relation.OPPOSED
    assert standing.among("abz") is Relation.SHARED
    assert standing.among("az") is Relation.SILENT


def test_camps():
    """Who takes the same sides stands together, the silent last."""
    standing = standing_of(("ab", "x"), "by", "cy")
    camps = [(tuple(side.id for side in sides), who) for sides, who in standing.camps("Zabc").items()]
    assert camps == [(("x",), ["a"]), (("x", "y"), ["b"]), (("y",), ["c"]), ((), ["Z"])]


def test_rivals_and_strangers(tiny):
    """Who takes another side is a rival; who shares neither a position nor a question is unrelated."""
    related = queries.relations(tiny, tiny.blocs["southern-coast"])
    ((standing, against),) = queries.rivals(related)
    assert standing.question.id == "kind"
    assert against == {"northern-coast": Relation.OPPOSED, "br": Relation.OPPOSED}
    assert [each.id for each in queries.unrelated(tiny, tiny.blocs["southern-coast"], related)] == ["islands", "atl"]


def test_compare(tiny):
    """Each topic lists what those compared say, who is silent, and the questions that any of them answers."""
    lamps, horns, _ = queries.compare(tiny.topics.values(), ["northern-coast", "southern-coast"])
    assert [(position.id, by) for position, by in lamps.positions] == [
        ("lamps-1", ("northern-coast",)),
        ("lamps-2", ("southern-coast",)),
        ("lamps-3", ("northern-coast", "southern-coast")),
    ]
    assert (lamps.silent, len(lamps.standings)) == ((), 1)
    assert (horns.positions, horns.silent, horns.standings) == ((), ("northern-coast", "southern-coast"), ())
    (only,) = queries.compare([tiny.topics["lamps"]], ["islands"])
    assert (only.silent, only.standings) == (("islands",), ())


PROPONENTS = "abcd"

briefings = st.lists(
    st.lists(
        st.tuples(st.sets(st.sampled_from(PROPONENTS), min_size=1), st.sampled_from(["x", "y", None])), min_size=1
    ),
    min_size=1,
    max_size=4,
)


def briefing_of(topics, exclusive):
    """A briefing of topics with one question each, their positions given as (proponents, side or None)."""
    records = {}
    for number, positions in enumerate(topics):
        id = f"t{number}"
        question = Question("q", "Q?", {side: Side(side, side) for side in "xy"}, exclusive=exclusive)
        records[id] = Topic(
            id,
            id,
            tuple(
                Position(f"{id}-{place}", id, "S.", tuple(sorted(who)), answers={"q": side} if side else {})
                for place, (who, side) in enumerate(positions, start=1)
            ),
            questions={"q": question},
        )
    blocs = {id: Bloc(id, id) for id in PROPONENTS}
    return Briefing("B", None, None, None, None, (), {}, {}, {}, blocs, {}, records, {}, {})


def test_relations_of_a_proponent():
    """Everyone else who answers a question that a proponent answers stands to it somehow, on the same side, too."""
    contested = [({"a", "b"}, "x"), ({"c"}, "x"), ({"d"}, "y")]
    not_by_both = [({"b"}, None)], [({"b"}, "x")], [({"a"}, "x")], [({"a"}, None), ({"c"}, "x")]
    briefing = briefing_of([contested, *not_by_both], False)
    ((standing, others),) = related = queries.relations(briefing, briefing.blocs["a"])
    assert standing.topic.id == "t0"
    assert others == {"b": Relation.SHARED, "c": Relation.SAME, "d": Relation.DIFFER}
    assert [against for _, against in queries.rivals(related)] == [{"d": Relation.DIFFER}]


@given(briefings, st.booleans())
def test_the_algebra(topics, exclusive):
    """Sharing and relations are symmetric, nobody stands against itself, and totals add up as they are defined."""
    briefing = briefing_of(topics, exclusive)
    shared = {each.id: queries.shared_with(briefing, each) for each in briefing.proponents}
    related = {each.id: queries.relations(briefing, each) for each in briefing.proponents}
    rivals = {id: queries.rivals(relations) for id, relations in related.items()}
    standings = queries.standings(briefing.topics.values())
    for one in PROPONENTS:
        assert one not in shared[one]
        assert all(one not in against for _, against in rivals[one])
        strangers = {each.id for each in queries.unrelated(briefing, briefing.blocs[one], related[one])}
        for other in set(PROPONENTS) - {one}:
            assert shared[one].get(other) == shared[other].get(one)
            mine = [(standing.topic.id, against.get(other)) for standing, against in rivals[one] if other in against]
            theirs = [(standing.topic.id, against.get(one)) for standing, against in rivals[other] if one in against]
            assert mine == theirs
            both_answer = any({one, other} <= standing.answers.keys() for standing in standings)
            assert (other in strangers) == (other not in shared[one] and not both_answer)
    for standing in standings:
        for pair in combinations_with_replacement(PROPONENTS, 2):
            assert standing.relation(*pair) is standing.relation(*reversed(pair))
            assert not (pair[0] == pair[1] and standing.relation(*pair).against)
        camps = standing.camps(PROPONENTS)
        assert sorted(id for members in camps.values() for id in members) == list(PROPONENTS)
    counts = queries.counts(briefing)
    for each in briefing.proponents:
        own = queries.positions_of(briefing, each)
        assert len(own) == sum(counts[each.id, topic] for topic in briefing.topics)
        assert len(queries.silent_on(briefing, each)) == sum(not counts[each.id, topic] for topic in briefing.topics)
    assert sum(len(position.proponents) for position in briefing.positions) == counts.total()


@given(briefings, st.booleans(), st.permutations(PROPONENTS))
def test_the_order_of_names_does_not_matter(topics, exclusive, names):
    """Comparing A with B finds what comparing B with A finds."""
    briefing = briefing_of(topics, exclusive)
    forth = queries.compare(briefing.topics.values(), names)
    back = queries.compare(briefing.topics.values(), names[::-1])
    for one, other in zip(forth, back, strict=True):
        assert [(position, set(by)) for position, by in one.positions] == [
            (position, set(by)) for position, by in other.positions
        ]
        assert set(one.silent) == set(other.silent)
        assert [each.among(names) for each in one.standings] == [each.among(names[::-1]) for each in other.standings]

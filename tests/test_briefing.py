"""Records, and what they know of each other."""

from itertools import combinations, combinations_with_replacement, permutations

import pytest
from aids import briefing_of as read_briefing
from hypothesis import given
from small import BRIEFINGS, PROPONENTS, briefing_of

from itupp.briefing import (
    Bloc,
    Briefing,
    Country,
    Outcome,
    Position,
    Proponent,
    Relation,
    Resolution,
    Side,
    Term,
    fields_of,
)
from itupp.dates import Date


def ids(records):
    """The ids of records, in their order."""
    return [record.id for record in records]


def questions_of(briefing):
    """Every question on every topic."""
    topics = briefing.topics.values()
    return [question for topic in topics for question in topic.questions.values()]


@pytest.fixture
def north(tiny):
    """The bloc that says most."""
    return tiny.blocs["northern-coast"]


@pytest.fixture
def south(tiny):
    """The bloc that takes another side."""
    return tiny.blocs["southern-coast"]


# Records.


def test_fields():
    """They are those of the class, in its order, with its values for what was left out."""
    outcome = Outcome(summary="Oil stays.", result="revised")
    assert list(fields_of(outcome).items())[:3] == [
        ("result", "revised"),
        ("summary", "Oil stays."),
        ("confidence", None),
    ]


def test_equality():
    """A record is equal to itself alone, however alike another one is."""
    one, other = Side(id="x", text="X"), Side(id="x", text="X")
    assert one == one
    assert one != other
    assert len({one, other}) == 2


def test_names(tiny):
    """The id comes first among a record's names, and so does what is printed for it after that."""
    questions = tiny.topics["lamps"].questions
    for records in (
        tiny.sections,
        tiny.sources,
        tiny.addressees,
        tiny.blocs,
        tiny.countries,
        tiny.topics,
        tiny.terms,
        questions,
        questions["kind"].sides,
    ):
        for id, record in records.items():
            assert record.names[0] == record.id == id
            assert record.label in record.names
    position = tiny.positions[0]
    assert position.names == ("lamps-1",)
    assert position.label == position.headline
    assert tiny.positions[1].label == tiny.positions[1].summary


def test_names_of_proponents_and_terms():
    """What is absent is no name."""
    bloc = Bloc(id="b", name="Bloc", acronym="BB", organisation="Board of B", aliases=("Bs",))
    assert bloc.names == ("b", "Bloc", "BB", "Board of B", "Bs")
    assert Bloc(id="b", name="Bloc").names == ("b", "Bloc")
    assert Country(id="fr", name="France", alpha3="FRA").names == ("fr", "France", "FRA")
    assert Country(id="fr", name="France").names == ("fr", "France")
    term = Term(id="t", name="T", explanation="E.", stands_for="Tea", aliases=("Tee",))
    assert term.names == ("t", "T", "Tea", "Tee")
    assert Term(id="t", name="T", explanation="E.").names == ("t", "T")


def test_names_of_resolutions():
    """A numbered one is called by its number in all usual ways, a draft by its title."""
    numbered = Resolution(id="7", title="Lamps", number="7")
    assert numbered.label == "Resolution 7"
    assert {"7", "Lamps", "Resolution 7", "Res 7", "No 7"} < set(numbered.names)
    draft = Resolution(id="draft-fog", title="Fog")
    assert (draft.label, draft.names) == ("Fog", ("draft-fog", "Fog"))


def test_the_shortest_name_of_a_topic(tiny):
    """It heads columns."""
    assert [topic.short for topic in tiny.topics.values()] == ["Lamps", "Horns", "Buoys"]


def test_a_proponent_is_a_bloc_or_a_country():
    """What they have in common is no kind of its own."""
    proponent = Proponent(id="p", name="P")
    for attribute in ("names", "kind"):
        with pytest.raises(NotImplementedError):
            getattr(proponent, attribute)


# Links.


def test_links(tiny):
    """What refers to a record is known to the record, and everything knows its briefing."""
    lamps = tiny.topics["lamps"]
    for position in lamps.positions:
        assert position.topic is lamps
        assert all(position in proponent.positions for proponent in position.proponents)
    assert all(question.topic is lamps for question in lamps.questions.values())
    assert tiny.terms["anl"].topics == (lamps, tiny.topics["buoys"])
    linked = (*tiny.everyone, *tiny.topics.values(), *tiny.resolutions.values())
    assert all(record.briefing is tiny for record in (*linked, *tiny.terms.values()))


def test_proponents(tiny):
    """Every bloc, then the others that have a position; everyone is all there are."""
    speaking = ["northern-coast", "southern-coast", "islands", "br", "atl"]
    assert ids(tiny.proponents) == speaking
    others = (*tiny.countries.values(), *tiny.participants.values())
    assert tiny.everyone == (*tiny.blocs.values(), *others)
    assert [tiny.blocs["islands"].kind, tiny.countries["br"].kind] == ["bloc", "country"]


def test_decided(tiny):
    """A briefing has come to something where a topic, a resolution or a position has."""
    assert tiny.decided
    assert not briefing_of([("a", "x")]).decided
    resolution = Resolution(id="7", title="Lamps", outcome=Outcome(result="revised"))
    assert Briefing(title="B", resolutions={"7": resolution}).link().decided


def test_partners(tiny, north, south):
    """Those who put a position forward together share it."""
    assert tiny.topics["lamps"].positions[2].partners(north) == (south,)
    assert tiny.topics["buoys"].positions[0].partners(north) == ()


def test_memberships(tiny, north):
    """A country is counted among a bloc's members or only named by it; a bloc is in no bloc."""
    assert tiny.countries["no"].memberships == ((north, True, None),)
    assert tiny.countries["atl"].memberships == ((north, True, "joined late"),)
    assert tiny.countries["br"].memberships == ((north, False, "observer"),)
    assert tiny.countries["fr"].memberships == ()
    assert north.memberships == north.blocs == tiny.countries["br"].blocs == ()


def test_speakers_for_a_country(tiny, north):
    """Only the blocs that count a country speak for it, besides itself."""
    norway, brazil = tiny.countries["no"], tiny.countries["br"]
    assert norway.speakers == (norway, north)
    assert brazil.speakers == (brazil,)
    assert north.speakers == (north,)


def test_topics_of_a_proponent(tiny, north, south):
    """Those it has positions on, each once, and those on which nothing of its own is recorded."""
    assert ids(north.topics) == ["lamps", "buoys"]
    assert ids(south.topics_without_position()) == ["horns", "buoys"]
    assert tiny.blocs["islands"].topics_without_position() == tuple(tiny.topics.values())
    norway = tiny.countries["no"]
    assert ids(norway.topics_without_position()) == ["horns"]
    assert ids(norway.topics_without_position(own=True)) == ["lamps", "horns", "buoys"]


def test_counts(tiny, north):
    """How many positions a proponent has on each topic."""
    assert [north.count_on(topic) for topic in tiny.topics.values()] == [2, 0, 1]


def test_speakers_on_a_topic(tiny):
    """Everyone with a position on it is named once."""
    assert ids(tiny.topics["lamps"].speakers) == ["northern-coast", "br", "southern-coast"]


def test_contested(tiny):
    """A topic is where a position on it answers a question."""
    assert [topic.contested for topic in tiny.topics.values()] == [True, False, False]
    assert not briefing_of([("a", None)]).topics["t0"].contested


def test_resolutions(tiny):
    """A resolution leads to its topics and to all the positions on them."""
    fog = tiny.resolutions["draft-fog"]
    assert ids(fog.topics) == ["lamps"]
    assert ids(fog.positions) == ["lamps-1", "lamps-2", "lamps-3"]


def test_shared(north):
    """Everyone who puts a position forward together with a proponent, in the order of the data."""
    shared = [(other.id, ids(positions)) for other, positions in north.shared().items()]
    assert shared == [("southern-coast", ["lamps-3"]), ("br", ["lamps-1"])]


# Relations.


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("northern-coast", "southern-coast", Relation.OPPOSED),
        ("northern-coast", "br", Relation.SHARED),
        ("northern-coast", "islands", Relation.NONE),
        ("northern-coast", "northern-coast", Relation.SHARED),
    ],
)
def test_relation(tiny, one, other, relation):
    """Different sides of an exclusive question are opposed; without a position nobody is."""
    known = {proponent.id: proponent for proponent in tiny.proponents}
    question = tiny.topics["lamps"].questions["kind"]
    assert question.relation(known[one], known[other]) is relation
    assert question.relation(known[other], known[one]) is relation


class Asked:
    """One question, answered by positions given as (letters of blocs, side)."""

    def __init__(self, *said, exclusive=False):
        self.briefing = briefing_of(said, exclusive=exclusive)
        (self.question,) = questions_of(self.briefing)

    def blocs(self, letters):
        """The blocs of these letters."""
        return [self.briefing.blocs[letter] for letter in letters]

    def relation(self, one, other):
        """How two stand to each other."""
        return self.question.relation(*self.blocs((one, other)))

    def among(self, letters):
        """What sets several apart most."""
        return self.question.relation_among(self.blocs(letters))


def test_sides_that_do_not_exclude_each_other_differ():
    """Only exclusive questions set proponents against each other."""
    assert Asked("ax", "by").relation("a", "b") is Relation.DIFFER
    assert Asked("ax", "by", exclusive=True).relation("a", "b") is Relation.OPPOSED


def test_the_same_side_is_not_the_same_position():
    """Who takes the same side with a position of its own does not share one."""
    assert Asked("ax", "bx").relation("a", "b") is Relation.SAME
    assert Asked(("ab", "x")).relation("a", "b") is Relation.SHARED


def test_several_stand_apart_as_far_as_any_two_do():
    """Among several the strongest disagreement counts, and those without a position do not."""
    asked = Asked(("ab", "x"), "cx", exclusive=True)
    assert asked.among("ab") is Relation.SHARED
    assert asked.among("abc") is Relation.SAME
    assert asked.among("abd") is Relation.SHARED
    assert asked.among("ad") is Relation.NONE
    assert Asked(("ab", "x"), "cx", "dy", exclusive=True).among("abcd") is Relation.OPPOSED


def test_camps():
    """Who takes the same sides stands together, those without a position last."""
    asked = Asked(("ab", "x"), "by", "cy")
    camps = asked.question.camps(asked.blocs("dabc")).items()
    told = [("".join(ids(sides)), "".join(ids(camp))) for sides, camp in camps]
    assert told == [("x", "a"), ("xy", "b"), ("y", "c"), ("", "d")]


def test_rivals_and_strangers(tiny, north, south):
    """A rival takes another side; a stranger shares neither a position nor a question."""
    (stance,) = south.stances()
    assert (stance.question, stance.speaker) == (tiny.topics["lamps"].questions["kind"], south)
    assert stance.others == {north: Relation.OPPOSED, tiny.countries["br"]: Relation.OPPOSED}
    assert stance.those(Relation.OPPOSED) == (north, tiny.countries["br"])
    assert stance.those(Relation.DIFFER, Relation.SAME) == ()
    assert ids(south.unrelated()) == ["islands", "atl"]


def test_relations_of_a_proponent():
    """Whoever answers a question that it answers stands to it somehow, on the same side, too."""
    contested = [("ab", "x"), ("c", "x"), ("d", "y")]
    not_by_both = [("b", None)], [("b", "x")], [("a", "x")], [("a", None), ("c", "x")]
    blocs = briefing_of(contested, *not_by_both).blocs
    (stance,) = blocs["a"].stances()
    assert stance.question.topic.id == "t0"
    assert stance.others == {
        blocs["b"]: Relation.SHARED,
        blocs["c"]: Relation.SAME,
        blocs["d"]: Relation.DIFFER,
    }
    assert stance.those(Relation.OPPOSED, Relation.DIFFER) == (blocs["d"],)


@given(BRIEFINGS)
def test_sharing_and_rivalry_are_mutual(briefing):
    """What one shares with another the other shares with it; nobody stands against itself."""
    for one, other in permutations(briefing.proponents, 2):
        assert one.shared().get(other) == other.shared().get(one)
        mine = [(stance.question, stance.others.get(other)) for stance in one.stances()]
        theirs = [(stance.question, stance.others.get(one)) for stance in other.stances()]
        assert [told for told in mine if told[1]] == [told for told in theirs if told[1]]
    for proponent in briefing.proponents:
        assert proponent not in proponent.shared()
        assert all(proponent not in stance.others for stance in proponent.stances())


@given(BRIEFINGS)
def test_strangers_share_nothing(briefing):
    """Two are unrelated where they share no position and answer no question both."""
    for one, other in combinations(briefing.proponents, 2):
        both_answer = any({one, other} <= asked.answers.keys() for asked in questions_of(briefing))
        are_strangers = other not in one.shared() and not both_answer
        assert (other in one.unrelated()) == (one in other.unrelated()) == are_strangers


@given(BRIEFINGS)
def test_a_question_divides_those_who_are_asked(briefing):
    """Relations are symmetric, and everybody is in one camp."""
    everyone = briefing.proponents
    for question in questions_of(briefing):
        for one, other in combinations_with_replacement(everyone, 2):
            relation = question.relation(one, other)
            assert relation is question.relation(other, one)
            assert not (one is other and relation.against)
        assert question.relation_among(everyone) is question.relation_among(everyone[::-1])
        camps = question.camps(everyone).values()
        assert sorted(member.id for camp in camps for member in camp) == list(PROPONENTS)


@given(BRIEFINGS)
def test_totals(briefing):
    """They add up as they are defined."""
    topics = briefing.topics.values()
    for proponent in briefing.proponents:
        counts = [proponent.count_on(topic) for topic in topics]
        assert sum(counts) == len(proponent.positions)
        assert counts.count(0) == len(proponent.topics_without_position())
        assert len(proponent.topics) + len(proponent.topics_without_position()) == len(topics)
    credits = sum(len(position.proponents) for position in briefing.positions)
    assert credits == sum(len(proponent.positions) for proponent in briefing.proponents)


def test_a_position_says_what_it_is_not():
    """Absent things are empty."""
    position = Position(id="t-1", summary="S.", proponents=())
    assert (position.answers, position.also_in, position.addressees) == ({}, {}, ())


# Dates, sides that take no view, statements.

CHANGING = """
briefing:
  title: T
  sources: [{{id: s, title: S, date: {source}}}]
blocs: [{{id: north, name: North}}, {{id: south, name: South}}]
topics:
  - id: t
    title: T
    questions:
      - id: q
        text: Q?
        exclusive: true
        sides: {{a: A, b: B, none: No view}}
        neutral: [none]
    positions:
      - {{summary: First., proponents: [north], answers: {{q: {sides[0]}}}, {dates[0]}}}
      - {{summary: Second., proponents: [north], answers: {{q: {sides[1]}}}, {dates[1]}}}
      - {{summary: Third., proponents: [south], answers: {{q: a}}}}
"""


def changing(tmp_path, sides, *dates, source="2022-05"):
    """A briefing in which North takes one side and another, at these dates or those of a source."""
    dated = [f"date: {date}" if date else "source: s" for date in dates]
    text = CHANGING.format(sides=sides, dates=dated, source=source)
    return read_briefing(tmp_path, text)


@pytest.mark.parametrize(
    ("sides", "dates", "current", "outdated"),
    [
        ("ab", ("2022", "2023"), "b", [0]),
        ("ab", ("2023-01", "2022-12-31"), "a", [1]),
        ("ab", ("2022", "2022-06"), "ab", []),
        ("ab", ("2022-06", "2022-06"), "ab", []),
        ("aa", ("2022", "2023"), "a", []),
        ("ab", ("2022-04", None), "b", [0]),
        ("ab", (None, "2022-06"), "b", [0]),
        ("ab", (None, None), "ab", []),
    ],
)
def test_the_later_of_two_sides_counts(tmp_path, sides, dates, current, outdated):
    """Where it is later for certain, by its own date or its source's."""
    briefing = changing(tmp_path, sides, *dates)
    north, (question,) = briefing.blocs["north"], briefing.questions
    assert "".join(ids(question.sides_of(north))) == current
    earlier = [position for position in briefing.positions if position.is_earlier_for(north)]
    assert earlier == [briefing.positions[place] for place in outdated]
    assert north.stands_by == set(north.positions) - set(earlier)
    assert all(position.outdated_for == (north,) for position in earlier)
    against = question.relation(north, briefing.blocs["south"]).against
    assert against == (current != "a")


def test_a_source_dated_in_words_dates_nothing(tmp_path):
    """What is said of it is not known to be earlier or later."""
    briefing = changing(tmp_path, "ab", None, "2030", source="May 2022")
    assert [position.when for position in briefing.positions[:2]] == [None, Date(2030)]
    assert briefing.positions[0].outdated_for == ()


def test_who_takes_no_view_is_against_nobody(tmp_path):
    """Nor is it on anybody's side; two that take none are on the same side."""
    text = CHANGING.format(sides=["none", "none"], dates=["date: 2022"] * 2, source="2022")
    text += "      - {summary: Fourth., proponents: [fr], answers: {q: none}}\n"
    briefing = read_briefing(tmp_path, text)
    (question,), france = briefing.questions, briefing.countries["fr"]
    north, south = briefing.blocs.values()
    assert question.relation(north, south) is question.relation(south, north) is Relation.NEUTRAL
    assert question.relation(north, france) is Relation.SAME
    assert question.relation_among([north, south]) is Relation.NEUTRAL
    assert question.relation_among([north, south, france]) is Relation.SAME
    assert not Relation.NEUTRAL.against


def test_a_view_beside_none_is_a_view(tmp_path):
    """Who takes a side and no view is compared by the side."""
    briefing = changing(tmp_path, ["none", "b"], None, None)
    (question,) = briefing.questions
    assert question.relation(*briefing.blocs.values()) is Relation.OPPOSED
    briefing = changing(tmp_path, ["none", "a"], None, None)
    (question,) = briefing.questions
    assert question.relation(*briefing.blocs.values()) is Relation.SAME


SIGNED = """
briefing: {title: T}
blocs:
  - {id: text, name: Text, kind: joint statement, members: [fr, de], also: {it: an observer}}
  - {id: north, name: North, members: [fr]}
topics:
  - id: t
    title: T
    questions: [{id: q, text: "Q?", exclusive: true, sides: {a: A, b: B}}]
    positions:
      - {summary: First., proponents: [text, jp], answers: {q: a}}
      - {summary: Second., proponents: [north, br], answers: {q: b}}
"""


def test_who_signs_speaks(tmp_path):
    """What a statement says is each signatory's own; those that it only names say nothing."""
    briefing = read_briefing(tmp_path, SIGNED)
    text, north = briefing.blocs.values()
    france, germany, italy = map(briefing.countries.get, ("fr", "de", "it"))
    first, second = briefing.positions
    assert first.said_by == (text, briefing.countries["jp"], *text.members)
    assert (france.positions, france.speakers) == ((first,), (france, north))
    assert (france.blocs, france.signed, north.signatories) == ((north,), (text,), ())
    assert france.line() == (first, second)
    assert france.line(own=True) == (first,)
    assert (italy.positions, italy.signed) == ((), ())
    assert [membership.bloc for membership in italy.may_speak_for_it] == [text]
    assert germany.may_speak_for_it == ()
    assert briefing.questions[0].relation(germany, briefing.countries["br"]) is Relation.OPPOSED
    assert ids(germany.shared()) == ["fr", "jp"]
    assert text.kind == "joint statement"


def test_an_entry_goes_by_its_id(tiny):
    """Nobody types anything else, and its headline may be another's."""
    assert all(entry.names == (entry.id,) for entry in tiny.record)

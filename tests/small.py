"""Small linked briefings, made without a file."""

from hypothesis import strategies as st

from itupp.briefing import Bloc, Briefing, Country, Position, Question, Side, Topic

PROPONENTS = "abcd"

COUNTRIES = ("kiva", "lomo", "mulu")


def _topics_said_by(proponents):
    """Up to four topics, given as positions, given as (proponents, side or None)."""
    who = st.sets(st.sampled_from(proponents), min_size=1)
    said = st.tuples(who, st.sampled_from(["x", "y", None]))
    return st.lists(st.lists(said, min_size=1), min_size=1, max_size=4)


def briefing_of(*topics, exclusive=False, members=(), also=()):
    """A briefing of topics, given as positions, given as (proponents, side or None).

    `members` are pairs of a bloc's and a country's id, `also` those that a bloc only names; without
    any there are no countries.
    """
    ids = COUNTRIES if members or also else ()
    countries = {id: Country(id=id, name=id) for id in ids}
    blocs = {id: _bloc(id, members, also, countries) for id in PROPONENTS}
    records = {}
    for number, said in enumerate(topics):
        topic = _topic(f"t{number}", said, {**blocs, **countries}, exclusive)
        records[topic.id] = topic
    return Briefing(title="B", blocs=blocs, countries=countries, topics=records).link()


def _bloc(id, members, also, countries):
    counted = tuple(countries[country] for bloc, country in sorted(members) if bloc == id)
    named = {countries[country]: "observer" for bloc, country in sorted(also) if bloc == id}
    return Bloc(id=id, name=f"bloc-{id}" if countries else id, members=counted, also=named)


def _topic(id, said, known, exclusive):
    sides = {side: Side(id=side, text=side) for side in "xy"}
    question = Question(id="q", text="Q?", sides=sides, exclusive=exclusive)
    positions = []
    for place, (who, side) in enumerate(said, start=1):
        proponents = tuple(known[proponent] for proponent in sorted(who))
        answers = {question: sides[side]} if side else {}
        position = Position(
            id=f"{id}-{place}", summary=f"Say {id}-{place}.", proponents=proponents, answers=answers
        )
        positions.append(position)
    topic = Topic(id=id, title=f"topic-{id}", positions=tuple(positions), questions={"q": question})
    question.topic = topic
    for position in positions:
        position.topic = topic
    return topic


BRIEFINGS = st.builds(
    lambda topics, exclusive: briefing_of(*topics, exclusive=exclusive),
    _topics_said_by(PROPONENTS),
    st.booleans(),
)
"""Briefings of four blocs and up to four topics."""

_PAIRS = st.sets(st.tuples(st.sampled_from("ab"), st.sampled_from(COUNTRIES)), min_size=1)

WITH_MEMBERS = st.builds(
    lambda topics, exclusive, members, also: briefing_of(
        *topics, exclusive=exclusive, members=members, also=also - members
    ),
    _topics_said_by((*PROPONENTS, *COUNTRIES)),
    st.booleans(),
    _PAIRS,
    _PAIRS,
)
"""Briefings of four blocs, two of which count or name up to three countries, who also speak."""

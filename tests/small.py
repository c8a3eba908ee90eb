"""Small linked briefings, made without a file."""

from hypothesis import strategies as st

from itupp.briefing import Bloc, Briefing, Position, Question, Side, Topic

PROPONENTS = "abcd"

_TOPICS = st.lists(
    st.lists(
        st.tuples(
            st.sets(st.sampled_from(PROPONENTS), min_size=1), st.sampled_from(["x", "y", None])
        ),
        min_size=1,
    ),
    min_size=1,
    max_size=4,
)


def briefing_of(*topics, exclusive=False):
    """A briefing of topics, given as positions, given as (proponents, side or None)."""
    blocs = {id: Bloc(id=id, name=id) for id in PROPONENTS}
    records = {}
    for number, said in enumerate(topics):
        topic = _topic(f"t{number}", said, blocs, exclusive)
        records[topic.id] = topic
    return Briefing(title="B", blocs=blocs, topics=records).link()


def _topic(id, said, blocs, exclusive):
    sides = {side: Side(id=side, text=side) for side in "xy"}
    question = Question(id="q", text="Q?", sides=sides, exclusive=exclusive)
    positions = []
    for place, (who, side) in enumerate(said, start=1):
        proponents = tuple(blocs[proponent] for proponent in sorted(who))
        answers = {question: sides[side]} if side else {}
        position = Position(
            id=f"{id}-{place}", summary="S.", proponents=proponents, answers=answers
        )
        positions.append(position)
    topic = Topic(id=id, title=id, positions=tuple(positions), questions={"q": question})
    question.topic = topic
    for position in positions:
        position.topic = topic
    return topic


BRIEFINGS = st.builds(
    lambda topics, exclusive: briefing_of(*topics, exclusive=exclusive), _TOPICS, st.booleans()
)
"""Briefings of four blocs and up to four topics."""

"""Questions to a briefing, answered by pure functions."""

from collections.abc import Collection, Iterable

from itupp.models import Briefing, Position, Proponent, Resolution, Topic
from itupp.text import fold


def select(
    briefing: Briefing,
    *,
    topics: Collection[str] = (),
    proponents: Collection[str] = (),
    resolutions: Collection[str] = (),
    addressees: Collection[str] = (),
    sections: Collection[str] = (),
    words: Iterable[str] = (),
) -> tuple[Position, ...]:
    """The positions that pass every filter given, in source order.

    A filter holds ids, any of which will do. Words must all occur, case and accents aside, in the
    position's summary or in its topic's titles, aliases or key issues.
    """
    wanted = [fold(word) for word in words]
    return tuple(
        position
        for topic in briefing.topics.values()
        if _passes(topics, (topic.id,))
        and _passes(sections, (topic.section,))
        and _passes(resolutions, topic.resolutions)
        for position in topic.positions
        if _passes(proponents, position.proponents)
        and _passes(addressees, position.addressees)
        and (not wanted or _mentions(wanted, topic, position))
    )


def positions_of(briefing: Briefing, proponent: Proponent) -> tuple[Position, ...]:
    """What a bloc or country puts forward itself."""
    return select(briefing, proponents=(proponent.id,))


def partners(position: Position, proponent: Proponent) -> tuple[str, ...]:
    """The ids of those who put a position forward together with this proponent."""
    return tuple(id for id in position.proponents if id != proponent.id)


def silent_on(briefing: Briefing, proponent: Proponent) -> tuple[Topic, ...]:
    """The topics on which nothing is recorded for a proponent."""
    spoken = {position.topic for position in positions_of(briefing, proponent)}
    return tuple(topic for topic in briefing.topics.values() if topic.id not in spoken)


def speakers(topic: Topic) -> tuple[str, ...]:
    """The ids of those who have a position on a topic, in the order they first appear."""
    return tuple(dict.fromkeys(id for position in topic.positions for id in position.proponents))


def topics_of(briefing: Briefing, resolution: Resolution) -> tuple[Topic, ...]:
    """The topics that a resolution is relevant to."""
    return tuple(topic for topic in briefing.topics.values() if resolution.id in topic.resolutions)


def positions_at_stake(briefing: Briefing, resolution: Resolution) -> tuple[Position, ...]:
    """The positions of a resolution's topics."""
    return select(briefing, resolutions=(resolution.id,))


def _passes(filter: Collection[str], ids: Iterable[str | None]) -> bool:
    return not filter or any(id in filter for id in ids)


def _mentions(words: list[str], topic: Topic, position: Position) -> bool:
    parts = (position.summary, topic.title, topic.subtitle or "", *topic.aliases, *topic.key_issues)
    text = fold(" ".join(parts))
    return all(word and word in text for word in words)

"""Questions to a briefing, answered by pure functions."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from itupp.models import Bloc, Briefing, Position, Proponent, Question, Resolution, Side, Topic
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
    shared: bool = False,
    contested: bool = False,
    decided: bool = False,
) -> tuple[Position, ...]:
    """The positions that pass every filter given, in source order.

    A filter holds ids, any of which will do. Words must all occur, or begin a word, case and accents aside,
    in the position's summary or in its topic's titles, aliases or key issues. A `shared` position has
    several proponents, a `contested` one answers a question, of a `decided` one the outcome is recorded.
    """
    wanted = [fold(word) for word in words]
    found: list[Position] = []
    for topic in briefing.topics.values():
        if not (
            _passes(topics, (topic.id,))
            and _passes(sections, (topic.section,))
            and _passes(resolutions, topic.resolutions)
        ):
            continue
        left = _unsaid(wanted, topic)
        found += (
            position
            for position in topic.positions
            if _passes(proponents, position.proponents)
            and _passes(addressees, position.addressees)
            and (not shared or len(position.proponents) > 1)
            and (not contested or position.answers)
            and (not decided or position.outcome)
            and (not left or _says(left, position.summary))
        )
    return tuple(found)


class Membership(NamedTuple):
    """A country in a bloc: counted among its members or only named, and what is to be said of that."""

    bloc: Bloc
    counted: bool
    note: str | None


def memberships(briefing: Briefing, proponent: Proponent) -> tuple[Membership, ...]:
    """The blocs that name a country, in the order of the data; none for a bloc."""
    id = proponent.id
    return tuple(
        Membership(bloc, id in bloc.members, bloc.member_notes.get(id) or bloc.also.get(id))
        for bloc in briefing.blocs.values()
        if id in bloc.members or id in bloc.also
    )


def blocs_of(briefing: Briefing, proponent: Proponent) -> tuple[Bloc, ...]:
    """The blocs that count a country among their members."""
    return tuple(bloc for bloc, counted, _ in memberships(briefing, proponent) if counted)


def with_blocs(briefing: Briefing, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids of these proponents and of the blocs that count them among their members."""
    proponents = [briefing.proponent(id) for id in ids]
    blocs = (bloc for proponent in proponents for bloc in blocs_of(briefing, proponent))
    return tuple(dict.fromkeys(each.id for each in (*proponents, *blocs)))


def speaking_for(briefing: Briefing, proponent: Proponent, topic: Topic) -> tuple[Bloc, ...]:
    """The blocs of a country that have a position on a topic."""
    speaking = speakers(topic)
    return tuple(bloc for bloc in blocs_of(briefing, proponent) if bloc.id in speaking)


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


def counts(briefing: Briefing) -> Counter[tuple[str, str]]:
    """How many positions a proponent has on a topic, by the ids of both."""
    return Counter((id, position.topic) for position in briefing.positions for id in position.proponents)


def shared_with(briefing: Briefing, proponent: Proponent) -> dict[str, tuple[Position, ...]]:
    """For everyone who puts a position forward together with this proponent, by id, the positions they share."""
    own = positions_of(briefing, proponent)
    return {
        other.id: together
        for other in briefing.proponents
        if other.id != proponent.id and (together := tuple(each for each in own if other.id in each.proponents))
    }


def shared_by_two(
    briefing: Briefing, proponents: Iterable[Proponent], topics: Iterable[Topic]
) -> Iterator[tuple[Proponent, Proponent, tuple[Position, ...]]]:
    """Any two of these proponents with the positions they share on these topics."""
    ids = {topic.id for topic in topics}
    own = [(each, select(briefing, topics=ids, proponents=(each.id,))) for each in proponents]
    for (one, positions), (other, _) in combinations(own, 2):
        yield one, other, tuple(each for each in positions if other.id in each.proponents)


class Relation(StrEnum):
    """How proponents stand to each other on a question, what sets them apart first."""

    OPPOSED = "opposed"
    """They take different sides, and the question is exclusive."""
    DIFFER = "differ"
    """They take different sides, which do not exclude each other."""
    SAME = "same side"
    """They take the same side, each with a position of its own."""
    SHARED = "shared"
    """They answer it with a position that both put forward."""
    SILENT = "silent"
    """None of them answers it, or only one does."""

    @property
    def against(self) -> bool:
        """Whether their sides differ."""
        return self in (Relation.OPPOSED, Relation.DIFFER)


class Standing(NamedTuple):
    """Who takes which side of a question: for each who answers it, by id, the positions that do so."""

    topic: Topic
    question: Question
    answers: Mapping[str, tuple[Position, ...]]

    def sides(self, id: str) -> tuple[Side, ...]:
        """The sides that a proponent takes, in the order of the question."""
        taken = {position.answers[self.question.id] for position in self.answers.get(id, ())}
        return tuple(side for side in self.question.sides.values() if side.id in taken)

    def relation(self, one: str, other: str) -> Relation:
        """How two proponents, by id, stand to each other."""
        if one not in self.answers or other not in self.answers:
            return Relation.SILENT
        if self.sides(one) != self.sides(other):
            return Relation.OPPOSED if self.question.exclusive else Relation.DIFFER
        together = any(other in position.proponents for position in self.answers[one])
        return Relation.SHARED if together else Relation.SAME

    def camps(self, ids: Iterable[str]) -> dict[tuple[Side, ...], list[str]]:
        """For the sides that anyone takes, by id those who take just these; for no side, last, the silent."""
        camps: dict[tuple[Side, ...], list[str]] = {}
        for id in sorted(ids, key=lambda each: each not in self.answers):
            camps.setdefault(self.sides(id), []).append(id)
        return camps

    def among(self, ids: Iterable[str]) -> Relation:
        """What sets several proponents, by id, apart most; those who are silent do not count where two speak."""
        speaking = [id for id in ids if id in self.answers]
        relations = {self.relation(one, other) for one, other in combinations(speaking, 2)}
        return next((relation for relation in Relation if relation in relations), Relation.SILENT)


def standings(topics: Iterable[Topic]) -> tuple[Standing, ...]:
    """For every question on these topics who takes which side."""
    return tuple(_standing(topic, question) for topic in topics for question in topic.questions.values())


Related = tuple[tuple[Standing, dict[str, Relation]], ...]


def relations(briefing: Briefing, proponent: Proponent) -> Related:
    """The questions that a proponent and others answer, and how those others stand to it, by id."""
    found: list[tuple[Standing, dict[str, Relation]]] = []
    spoken = dict.fromkeys(position.topic for position in positions_of(briefing, proponent))
    for standing in standings(briefing.topics[id] for id in spoken):
        others = [id for id in standing.answers if id != proponent.id]
        if others and proponent.id in standing.answers:
            found.append((standing, {id: standing.relation(proponent.id, id) for id in others}))
    return tuple(found)


def rivals(related: Related) -> Related:
    """Of the questions that a proponent and others answer, those on which others take another side, and how they do."""
    found = (
        (standing, {id: relation for id, relation in others.items() if relation.against})
        for standing, others in related
    )
    return tuple((standing, against) for standing, against in found if against)


class Comparison(NamedTuple):
    """What several proponents say on one topic: each position with the ids of those who put it forward."""

    topic: Topic
    positions: tuple[tuple[Position, tuple[str, ...]], ...]
    silent: tuple[str, ...]
    standings: tuple[Standing, ...]


def compare(topics: Iterable[Topic], ids: Sequence[str]) -> tuple[Comparison, ...]:
    """For each topic what those named, by id, say on it, and the questions that any of them answers."""
    return tuple(_comparison(topic, ids) for topic in topics)


def _comparison(topic: Topic, ids: Sequence[str]) -> Comparison:
    said = [(position, tuple(id for id in ids if id in position.proponents)) for position in topic.positions]
    speaking = {id for _, by in said for id in by}
    return Comparison(
        topic,
        tuple((position, by) for position, by in said if by),
        tuple(id for id in ids if id not in speaking),
        tuple(standing for standing in standings([topic]) if speaking & standing.answers.keys()),
    )


def unrelated(briefing: Briefing, proponent: Proponent, related: Related) -> tuple[Proponent, ...]:
    """Those who share no position with this proponent and answer no question of those that it and others answer."""
    partners = {id for _, others in related for id in others} | shared_with(briefing, proponent).keys()
    return tuple(each for each in briefing.proponents if each.id not in {proponent.id, *partners})


def _standing(topic: Topic, question: Question) -> Standing:
    answers: dict[str, tuple[Position, ...]] = {}
    for position in topic.positions:
        if question.id in position.answers:
            for id in position.proponents:
                answers[id] = (*answers.get(id, ()), position)
    return Standing(topic, question, answers)


def _passes(filter: Collection[str], ids: Iterable[str | None]) -> bool:
    return not filter or any(id in filter for id in ids)


def _unsaid(words: list[str], topic: Topic) -> list[str]:
    """The words that do not occur in what a topic is called and asks."""
    if not words:
        return words
    text = " ".join((topic.title, topic.subtitle or "", *topic.aliases, *topic.key_issues))
    return [word for word in words if not _says([word], text)]


def _says(words: list[str], text: str) -> bool:
    folded = f" {fold(text)}"
    return all(word and f" {word}" in folded for word in words)

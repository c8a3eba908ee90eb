"""A short brief on what a proponent wants, or on what is wanted on a topic.

Its sections come in the order that delegates know. Headings and labels are ours; every sentence is the data's.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from itupp import queries, wording
from itupp.models import Bloc, Briefing, Position, Proponent, Resolution, Topic
from itupp.queries import Related, Relation, Standing

NONE = ("None, as far as this briefing records.",)
NOBODY = ("Nobody, as far as this briefing records.",)


class Group(NamedTuple):
    """A list, with a heading or a text above it where it has one."""

    items: tuple[str, ...]
    heading: str | None = None
    text: str | None = None


class Part(NamedTuple):
    """A part of a brief."""

    heading: str
    groups: tuple[Group, ...]


class Brief(NamedTuple):
    """A brief as plain text in sections."""

    title: str
    sections: tuple[Part, ...]


def on(briefing: Briefing, subject: Proponent | Topic) -> Brief:
    """The brief on a bloc, a country or a topic."""
    return _on_topic(briefing, subject) if isinstance(subject, Topic) else _on_proponent(briefing, subject)


def _on_proponent(briefing: Briefing, proponent: Proponent) -> Brief:
    """What a bloc or country wants, with whom, against whom; for a country also what its blocs want."""
    own = queries.positions_of(briefing, proponent)
    blocs = queries.blocs_of(briefing, proponent)
    everything = queries.select(briefing, proponents=queries.with_blocs(briefing, [proponent.id]))
    topics = [briefing.topics[id] for id in dict.fromkeys(position.topic for position in everything)]
    wanted = (
        Group(tuple(_asked(briefing, each, proponent) for each in own if each.topic == topic.id), topic.title)
        for topic in topics
    )
    issues = (f"{topic.title}: {' '.join(topic.key_issues)}" for topic in topics if topic.key_issues)
    silent = (_not_addressed(briefing, proponent, topic) for topic in queries.silent_on(briefing, proponent))
    related = queries.relations(briefing, proponent)
    with_others = (
        _same((*wording.partners(briefing, proponent), *_same_side(briefing, related))),
        _otherwise(briefing, [standing for standing, _ in queries.rivals(related)]),
    )
    return _brief(
        f"{proponent.name} ({wording.event(briefing)})",
        Part("Positions", tuple(wanted) if own else (Group(NONE),)),
        Part("Positions of its blocs", tuple(_of_bloc(briefing, bloc) for bloc in blocs)),
        Part("Background", (Group(tuple(issues)),)),
        *(with_others if own else ()),
        Part("Not addressed", (Group(tuple(silent)),)),
        *_references(briefing, topics, everything, blocs),
    )


def _on_topic(briefing: Briefing, topic: Topic) -> Brief:
    """What is wanted on a topic, by whom, against whom."""
    shared = [position for position in topic.positions if len(position.proponents) > 1]
    disputed = [each for each in queries.standings([topic]) if each.among(each.answers).against]
    silent = [each.name for each in briefing.proponents if each.id not in queries.speakers(topic)]
    return _brief(
        f"{topic.title} ({wording.event(briefing)})",
        Part("Positions", (Group(tuple(_asked(briefing, position) for position in topic.positions)),)),
        Part("Background", (Group(topic.key_issues, text=topic.background),)),
        _same(f"{', '.join(wording.names(briefing, each.proponents))}: {each.id}" for each in shared),
        _otherwise(briefing, disputed),
        Part("Not addressed by", (Group(tuple(silent)),)),
        *_references(briefing, [topic], topic.positions, ()),
    )


def _brief(title: str, *sections: Part) -> Brief:
    """A brief of the sections that hold something."""
    filled = (Part(heading, tuple(each for each in groups if each.items or each.text)) for heading, groups in sections)
    return Brief(title, tuple(section for section in filled if section.groups))


def _same(items: Iterable[str]) -> Part:
    return Part("Who proposes the same", (Group(tuple(items) or NOBODY),))


def _same_side(briefing: Briefing, related: Related) -> Iterator[str]:
    for who in wording.related(briefing, related, Relation.SAME):
        yield f"The same side, with a position of their own: {who}"


def _otherwise(briefing: Briefing, standings: Iterable[Standing]) -> Part:
    groups = tuple(_camps(briefing, standing) for standing in standings)
    return Part("Who proposes otherwise", groups or (Group(NOBODY),))


def _references(
    briefing: Briefing, topics: Sequence[Topic], positions: Sequence[Position], blocs: Iterable[Bloc]
) -> Iterator[Part]:
    """The resolutions, what came of it all, and where it is written."""
    ids = dict.fromkeys(id for topic in topics for id in topic.resolutions)
    resolutions = [briefing.resolutions[id] for id in ids]
    yield Part("Relevant resolutions", (Group(tuple(map(wording.resolution, resolutions))),))
    named: list[Topic | Resolution] = [*topics, *resolutions]
    decided = [wording.outcome(each.outcome, each.label) for each in named if each.outcome]
    told = [text for each in decided for text in each]
    if briefing.decided:
        yield Part("Outcome", (Group((*map(" ".join, decided), *wording.fates_with_sources(positions, told))),))
    yield Part(
        "Sources", (*_sources(briefing, positions), *map(_bloc_sources, blocs), Group((), text=_whole(briefing)))
    )


def _whole(briefing: Briefing) -> str:
    """The dataset that a brief is taken from, how recent it is and what it covers."""
    dataset = f'Dataset: "{briefing.title}"{wording.as_of(briefing.as_of)}.'
    return " ".join(filter(None, (dataset, briefing.scope)))


def _not_addressed(briefing: Briefing, proponent: Proponent, topic: Topic) -> str:
    """A topic that a proponent is silent on, with its blocs that speak there."""
    blocs = queries.speaking_for(briefing, proponent, topic)
    return f"{topic.title} ({wording.silent(briefing, proponent, topic)})" if blocs else topic.title


def _of_bloc(briefing: Briefing, bloc: Bloc) -> Group:
    """What a country's bloc wants."""
    positions = queries.positions_of(briefing, bloc)
    return Group(tuple(_asked(briefing, each, bloc) for each in positions), wording.bloc_positions(bloc))


def _bloc_sources(bloc: Bloc) -> Group:
    """Where a country's membership of a bloc is written."""
    text = f"Members of {bloc.name}{wording.as_of(bloc.members_as_of)}. {bloc.notes or ''}"
    return Group(bloc.sources, text=text.rstrip())


def _asked(briefing: Briefing, position: Position, proponent: Proponent | None = None) -> str:
    """A position with its id and its proponents, or those besides one of them."""
    ids = position.proponents if proponent is None else queries.partners(position, proponent)
    names = ", ".join(wording.names(briefing, ids))
    return f"{position.summary} ({position.id}{': ' if proponent is None else ', with ' if names else ''}{names})"


def _camps(briefing: Briefing, standing: Standing) -> Group:
    """The sides of a question and who takes them."""
    items = tuple(
        f"{', '.join(wording.names(briefing, members))}: {'; '.join(side.text for side in sides)}"
        for sides, members in standing.camps(standing.answers).items()
    )
    return Group(items, wording.question(standing.question, standing.among(standing.answers)))


def _sources(briefing: Briefing, positions: Iterable[Position]) -> Iterator[Group]:
    """For each document where in it the positions stand."""
    by_source: dict[str | None, list[str]] = {}
    for position in positions:
        section = wording.section(briefing, briefing.topics[position.topic]) if position.point else ""
        where = ", ".join(filter(None, (section, wording.place(briefing, position))))
        for source, place in ((position.source, where), *position.also_in.items()):
            by_source.setdefault(source, []).append(f"{position.id}: {place}" if place else position.id)
    for id, items in by_source.items():
        yield Group(tuple(items), text=wording.document(briefing.sources[id]) if id else None)

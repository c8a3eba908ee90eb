"""What each command answers as JSON: plain dicts and lists, their keys stable and in a fixed order.

A reference is `{"id", "name"}` everywhere, name being what is printed; what is absent is null or `[]`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from itupp import queries
from itupp.models import Bloc, Briefing, Named, Outcome, Position, Proponent, Resolution, Topic
from itupp.views import citation

Document = dict[str, Any]


def overview(briefing: Briefing) -> Document:
    """The briefing itself, and how much it holds."""
    return {
        "title": briefing.title,
        "scope": briefing.scope,
        "conference": briefing.conference and briefing.conference._asdict(),
        "as_of": briefing.as_of,
        "following": briefing.following and briefing.following._asdict(),
        "sections": _references(briefing.sections.values()),
        "sources": [source._asdict() for source in briefing.sources.values()],
        "counts": {
            "topics": len(briefing.topics),
            "positions": len(briefing.positions),
            "proponents": len(briefing.proponents),
            "resolutions": len(briefing.resolutions),
        },
    }


def topics(briefing: Briefing) -> list[Document]:
    """Every topic, whole."""
    return [topic(briefing, each) for each in briefing.topics.values()]


def topic(briefing: Briefing, topic: Topic) -> Document:
    """One topic with its questions and positions."""
    return {
        "id": topic.id,
        "title": topic.title,
        "subtitle": topic.subtitle,
        "aliases": topic.aliases,
        "section": _maybe(briefing.sections, topic.section),
        "background": topic.background,
        "key_issues": topic.key_issues,
        "questions": [
            {
                "id": question.id,
                "text": question.text,
                "exclusive": question.exclusive,
                "basis": question.basis,
                "sides": [{"id": side.id, "name": side.text} for side in question.sides.values()],
            }
            for question in topic.questions.values()
        ],
        "speakers": _references(map(briefing.proponent, queries.speakers(topic))),
        "positions": positions(briefing, topic.positions),
        "resolutions": _of(briefing.resolutions, topic.resolutions),
        "further_reading": [link._asdict() for link in topic.further_reading],
        "outcome": _outcome(topic.outcome),
    }


def blocs(briefing: Briefing) -> list[Document]:
    """Every proponent, whole."""
    return [bloc(briefing, each) for each in briefing.proponents]


def bloc(briefing: Briefing, proponent: Proponent) -> Document:
    """One bloc or country with its positions and the topics it is silent on."""
    own = queries.positions_of(briefing, proponent)
    document: Document = {"id": proponent.id, "name": proponent.name, "kind": proponent.kind}
    if isinstance(proponent, Bloc):
        document |= {"organisation": proponent.organisation, "acronym": proponent.acronym}
    else:
        document |= {"alpha3": proponent.alpha3, "note": proponent.note}
    return {
        **document,
        "aliases": proponent.aliases,
        "positions": positions(briefing, own),
        "shared": [
            {"id": position.id, "with": _references(map(briefing.proponent, partners))}
            for position in own
            if (partners := queries.partners(position, proponent))
        ],
        "silent_on": _references(queries.silent_on(briefing, proponent)),
    }


def resolutions(briefing: Briefing) -> list[Document]:
    """Every resolution and draft, whole."""
    return [resolution(briefing, each) for each in briefing.resolutions.values()]


def resolution(briefing: Briefing, resolution: Resolution) -> Document:
    """One resolution with its topics and the positions on them."""
    return {
        "id": resolution.id,
        "name": resolution.label,
        "number": resolution.number,
        "title": resolution.title,
        "adopted": resolution.adopted,
        "revised": resolution.revised,
        "history_note": resolution.history_note,
        "topics": _references(queries.topics_of(briefing, resolution)),
        "positions": positions(briefing, queries.positions_at_stake(briefing, resolution)),
        "outcome": _outcome(resolution.outcome),
    }


def positions(briefing: Briefing, selected: Iterable[Position]) -> list[Document]:
    """The positions that a search or filter selected."""
    return [_position(briefing, each) for each in selected]


def position(briefing: Briefing, position: Position) -> Document:
    """One position and a line to cite."""
    return {**_position(briefing, position), "citation": citation(briefing, position)}


def _position(briefing: Briefing, position: Position) -> Document:
    topic = briefing.topics[position.topic]
    return {
        "id": position.id,
        "topic": _reference(topic),
        "section": _maybe(briefing.sections, topic.section),
        "summary": position.summary,
        "proponents": _references(map(briefing.proponent, position.proponents)),
        "addressees": _of(briefing.addressees, position.addressees),
        "answers": [
            {"question": _reference(topic.questions[id]), "side": _reference(topic.questions[id].sides[side])}
            for id, side in position.answers.items()
        ],
        "resolutions": _of(briefing.resolutions, topic.resolutions),
        "point": position.point,
        "anchor": position.anchor,
        "source": _maybe(briefing.sources, position.source),
        "locator": position.locator,
        "outcome": _outcome(position.outcome),
    }


def _reference(record: Named) -> Document:
    return {"id": record.id, "name": record.label}


def _references(records: Iterable[Named]) -> list[Document]:
    return [_reference(record) for record in records]


def _of(records: Mapping[str, Named], ids: Iterable[str]) -> list[Document]:
    return _references(records[id] for id in ids)


def _maybe(records: Mapping[str, Named], id: str | None) -> Document | None:
    return _reference(records[id]) if id else None


def _outcome(outcome: Outcome | None) -> Document | None:
    return outcome and outcome._asdict()

"""What each command answers as JSON: plain dicts and lists, their keys stable and in a fixed order.

A reference is `{"id", "name"}` everywhere, name being what is printed; what is absent is null or `[]`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from itupp import queries, wording
from itupp.briefs import Brief
from itupp.models import Bloc, Briefing, Country, Named, Outcome, Position, Proponent, Resolution, Term, Topic
from itupp.problems import Problem
from itupp.queries import Membership, Relation, Standing

Document = dict[str, Any]


def overview(briefing: Briefing) -> Document:
    """The briefing itself, and how much it holds."""
    return {
        "title": briefing.title,
        "scope": briefing.scope,
        "conference": briefing.conference and briefing.conference._asdict(),
        "as_of": briefing.as_of,
        "following": briefing.following and briefing.following._asdict(),
        "further_reading": [link._asdict() for link in briefing.further_reading],
        "sections": _references(briefing.sections.values()),
        "sources": [source._asdict() for source in briefing.sources.values()],
        "counts": {
            "topics": len(briefing.topics),
            "positions": len(briefing.positions),
            "proponents": len(briefing.proponents),
            "resolutions": len(briefing.resolutions),
        },
    }


def topics(briefing: Briefing, topics: Iterable[Topic]) -> list[Document]:
    """Topics, whole."""
    return [topic(briefing, each) for each in topics]


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
        "questions": [_standing(briefing, standing) for standing in queries.standings([topic])],
        "speakers": _references(map(briefing.proponent, queries.speakers(topic))),
        "positions": positions(briefing, topic.positions),
        "resolutions": _of(briefing.resolutions, topic.resolutions),
        "further_reading": [link._asdict() for link in topic.further_reading],
        "outcome": _outcome(topic.outcome),
        "related_outcomes": _related(briefing.resolutions[id] for id in topic.resolutions),
        "titles": _titles(briefing, topic),
    }


def blocs(briefing: Briefing, proponents: Iterable[Proponent]) -> list[Document]:
    """Blocs and countries, whole."""
    return [bloc(briefing, each) for each in proponents]


def bloc(briefing: Briefing, proponent: Proponent) -> Document:
    """One bloc or country with its positions, whom it shares them with, who stands against it, and its silence.

    A bloc has its members; a country the blocs that name it, with their positions.
    """
    related = queries.relations(briefing, proponent)
    return {
        "id": proponent.id,
        "name": proponent.name,
        "kind": proponent.kind,
        "aliases": proponent.aliases,
        **(_bloc(briefing, proponent) if isinstance(proponent, Bloc) else _country(briefing, proponent)),
        "positions": positions(briefing, queries.positions_of(briefing, proponent)),
        "shared": [
            {"with": _reference(briefing.proponent(id)), "positions": [position.id for position in together]}
            for id, together in queries.shared_with(briefing, proponent).items()
        ],
        "rivals": [
            {**_standing(briefing, standing), "relations": _relations(briefing, against)}
            for standing, against in queries.rivals(related)
        ],
        "same_side": [
            {**_standing(briefing, standing), "with": _references(map(briefing.proponent, ids))}
            for standing, others in related
            if (ids := [id for id, relation in others.items() if relation is Relation.SAME])
        ],
        "unrelated": _references(queries.unrelated(briefing, proponent, related)),
        "silent_on": [
            {**_reference(topic), "blocs": _references(queries.speaking_for(briefing, proponent, topic))}
            for topic in queries.silent_on(briefing, proponent)
        ],
    }


def _bloc(briefing: Briefing, bloc: Bloc) -> Document:
    """What only a bloc has."""
    remarks = {**dict.fromkeys(bloc.members), **bloc.member_notes}
    return {
        "organisation": bloc.organisation,
        "acronym": bloc.acronym,
        "members": [{**_reference(briefing.countries[id]), "note": note} for id, note in remarks.items()],
        "members_stated": bloc.members_stated,
        "members_as_of": bloc.members_as_of,
        "also": [{**_reference(briefing.countries[id]), "note": note} for id, note in bloc.also.items()],
        "sources": bloc.sources,
        "weak_sources": bloc.weak_sources,
        "notes": bloc.notes,
    }


def _country(briefing: Briefing, country: Country) -> Document:
    """What only a country has."""
    return {
        "alpha3": country.alpha3,
        "note": country.note,
        "sources": country.sources,
        "weak_sources": country.weak_sources,
        "blocs": [
            {
                **_membership(membership),
                "positions": positions(briefing, queries.positions_of(briefing, membership.bloc)),
            }
            for membership in queries.memberships(briefing, country)
        ],
    }


def _membership(membership: Membership) -> Document:
    """A bloc that names a country, with the sources that say so."""
    bloc = membership.bloc
    return {
        **_reference(bloc),
        "counted": membership.counted,
        "note": membership.note,
        "members_as_of": bloc.members_as_of,
        "sources": bloc.sources,
        "weak_sources": bloc.weak_sources,
        "notes": bloc.notes,
    }


def room(briefing: Briefing) -> Document:
    """How many positions each proponent has on each topic; a topic's number counts each position once."""
    counts = queries.counts(briefing)
    return {
        "positions": len(briefing.positions),
        "questions": [
            _standing(briefing, each) for each in queries.standings(briefing.topics.values()) if each.answers
        ],
        "topics": [
            {
                **_reference(topic),
                "short": topic.short,
                "contested": topic.contested,
                "positions": len(topic.positions),
            }
            for topic in briefing.topics.values()
        ],
        "proponents": [
            {
                **_reference(proponent),
                "positions": sum(counts[proponent.id, id] for id in briefing.topics),
                "topics": [
                    {**_reference(topic), "positions": counts[proponent.id, topic.id]}
                    for topic in briefing.topics.values()
                ],
            }
            for proponent in briefing.proponents
        ],
    }


def comparison(briefing: Briefing, proponents: Sequence[Proponent], topics: Collection[Topic]) -> Document:
    """What several proponents say on each topic, and how they stand to each other on its questions."""
    ids = [proponent.id for proponent in proponents]
    return {
        "proponents": [
            {**_reference(each), "blocs": list(map(_membership, queries.memberships(briefing, each)))}
            for each in proponents
        ],
        "shared": [
            {"between": _references((one, other)), "positions": [position.id for position in shared]}
            for one, other, shared in queries.shared_by_two(briefing, proponents, topics)
            if shared
        ],
        "topics": [
            {
                **_reference(topic),
                "positions": [
                    {**_position(briefing, position), "by": _references(map(briefing.proponent, by))}
                    for position, by in said
                ],
                "silent": [
                    {**_reference(each), "blocs": _references(queries.speaking_for(briefing, each, topic))}
                    for each in map(briefing.proponent, silent)
                ],
                "questions": [_standing(briefing, standing, ids) for standing in standings],
            }
            for topic, said, silent, standings in queries.compare(topics, ids)
        ],
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
        "gist": resolution.gist and resolution.gist._asdict(),
        "adopted": resolution.adopted,
        "revised": resolution.revised,
        "history_sources": dict(resolution.history_sources),
        "history_note": resolution.history_note,
        "topics": _references(queries.topics_of(briefing, resolution)),
        "positions": positions(briefing, queries.positions_at_stake(briefing, resolution)),
        "outcome": _outcome(resolution.outcome),
        "related_outcomes": _related(queries.topics_of(briefing, resolution)),
    }


def positions(briefing: Briefing, selected: Iterable[Position]) -> list[Document]:
    """The positions that a search or filter selected."""
    return [_position(briefing, each) for each in selected]


def position(briefing: Briefing, position: Position) -> Document:
    """One position, the titles of its resolutions and a line to cite."""
    return {
        **_position(briefing, position),
        "titles": _titles(briefing, briefing.topics[position.topic]),
        "citation": wording.citation(briefing, position),
    }


def _position(briefing: Briefing, position: Position) -> Document:
    topic = briefing.topics[position.topic]
    return {
        "id": position.id,
        "topic": _reference(topic),
        "section": _maybe(briefing.sections, topic.section),
        "headline": position.headline,
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
        "also_in": [
            {"source": _reference(briefing.sources[id]), "locator": place} for id, place in position.also_in.items()
        ],
        "outcome": _outcome(position.outcome),
    }


def terms(briefing: Briefing) -> list[Document]:
    """Every acronym and term of art, whole."""
    return [term(briefing, each) for each in briefing.terms.values()]


def term(briefing: Briefing, term: Term) -> Document:
    """One acronym or term of art: what it stands for and is, and on which topics it comes up."""
    return {
        "id": term.id,
        "name": term.name,
        "stands_for": term.stands_for,
        "explanation": term.explanation,
        "aliases": term.aliases,
        "topics": _of(briefing.topics, term.topics),
        "sources": term.sources,
    }


def brief(briefing: Briefing, subject: Proponent | Topic, brief: Brief) -> Document:
    """A brief's sections as plain text, with what they are about and its positions, whole."""
    proposed = queries.select(
        briefing,
        topics=[subject.id] if isinstance(subject, Topic) else (),
        proponents=() if isinstance(subject, Topic) else queries.with_blocs(briefing, [subject.id]),
    )
    return {
        **_reference(subject),
        "title": brief.title,
        "sections": [
            {"heading": section.heading, "groups": [group._asdict() for group in section.groups]}
            for section in brief.sections
        ],
        "positions": positions(briefing, proposed),
    }


def problems(problems: Sequence[Problem]) -> Document:
    """The mistakes in a dataset, and the warnings about it."""
    return {
        "mistakes": [_problem(each) for each in problems if not each.warning],
        "warnings": [_problem(each) for each in problems if each.warning],
    }


def _problem(problem: Problem) -> Document:
    """Where it is and what; a line of 0 is the whole file."""
    return {"file": problem.file, "line": problem.line, "column": problem.column, "message": problem.message}


def _standing(briefing: Briefing, standing: Standing, ids: Iterable[str] = ()) -> Document:
    """A question with its sides, those who answer it, and how those named, or all of these, stand to each other."""
    question = standing.question
    return {
        "id": question.id,
        "name": question.text,
        "topic": _reference(standing.topic),
        "exclusive": question.exclusive,
        "basis": question.basis,
        "sides": _references(question.sides.values()),
        "relation": standing.among(ids or standing.answers),
        "answers": [
            {
                "proponent": _reference(briefing.proponent(id)),
                "sides": _references(standing.sides(id)),
                "positions": [position.id for position in own],
            }
            for id, own in standing.answers.items()
        ],
    }


def _relations(briefing: Briefing, against: Mapping[str, Relation]) -> list[Document]:
    return [{"with": _reference(briefing.proponent(id)), "relation": relation} for id, relation in against.items()]


def _reference(record: Named) -> Document:
    return {"id": record.id, "name": record.label}


def _references(records: Iterable[Named]) -> list[Document]:
    return [_reference(record) for record in records]


def _of(records: Mapping[str, Named], ids: Iterable[str]) -> list[Document]:
    return _references(records[id] for id in ids)


def _maybe(records: Mapping[str, Named], id: str | None) -> Document | None:
    return _reference(records[id]) if id else None


def _titles(briefing: Briefing, topic: Topic) -> dict[str, str]:
    """The titles of a topic's resolutions, by id."""
    return {id: briefing.resolutions[id].title for id in topic.resolutions}


def _related(records: Iterable[Topic | Resolution]) -> list[Document]:
    """What came of the resolutions of a topic, or of the topics of a resolution."""
    return [{"of": _reference(each), **each.outcome._asdict()} for each in records if each.outcome]


def _outcome(outcome: Outcome | None) -> Document | None:
    return outcome and outcome._asdict()

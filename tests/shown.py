"""The views that several test files look at."""

from itertools import pairwise

from itupp import documents, views

TINY_VIEWS = {
    "overview": views.overview,
    "topics": lambda briefing: views.topics(briefing, briefing.topics.values()),
    "topic": lambda briefing: views.topic(briefing, briefing.topics["lamps"]),
    "blocs": lambda briefing: views.blocs(briefing, briefing.proponents),
    "bloc": lambda briefing: views.bloc(briefing, briefing.blocs["northern-coast"]),
    "resolutions": views.resolutions,
    "resolution": lambda briefing: views.resolution(briefing, briefing.resolutions["7"]),
    "positions": lambda briefing: views.positions(briefing, briefing.positions),
    "nothing": lambda briefing: views.positions(briefing, ()),
    "terms": views.terms,
    "term": lambda briefing: views.term(briefing, briefing.terms["anl"]),
    "full": lambda briefing: views.resolution(briefing, briefing.resolutions["7"], full=True),
    "room": views.room,
    "standing": lambda briefing: views.standing(briefing, briefing.blocs["northern-coast"]),
    "member": lambda briefing: views.bloc(briefing, briefing.countries["atl"]),
    "alone": lambda briefing: views.standing(briefing, briefing.blocs["islands"]),
    "comparison": lambda briefing: views.comparison(
        briefing, list(briefing.blocs.values())[:2], briefing.topics.values()
    ),
    "position": lambda briefing: views.position(briefing, briefing.topics["lamps"].positions[1]),
}


def every_answer(briefing):
    """Each list, each thing on it and each comparison, as it is shown and as a document."""
    topics, everyone = briefing.topics.values(), briefing.everyone
    yield views.overview(briefing), documents.overview(briefing)
    yield views.topics(briefing, topics), documents.topics(briefing, topics)
    yield views.blocs(briefing, everyone), documents.blocs(briefing, everyone)
    yield views.resolutions(briefing), documents.resolutions(briefing)
    yield views.positions(briefing, briefing.positions), documents.positions(briefing, briefing.positions)
    yield views.terms(briefing), documents.terms(briefing)
    yield views.room(briefing), documents.room(briefing)
    for term in briefing.terms.values():
        yield views.term(briefing, term, full=True), documents.term(briefing, term)
    for topic in topics:
        yield views.topic(briefing, topic), documents.topic(briefing, topic)
    for proponent in everyone:
        yield views.bloc(briefing, proponent), documents.bloc(briefing, proponent)
        yield views.standing(briefing, proponent), documents.bloc(briefing, proponent)
    for resolution in briefing.resolutions.values():
        yield views.resolution(briefing, resolution), documents.resolution(briefing, resolution)
    for position in briefing.positions:
        yield views.position(briefing, position), documents.position(briefing, position)
    for pair in pairwise(briefing.proponents):
        yield views.comparison(briefing, pair, topics), documents.comparison(briefing, pair, topics)


def every_view(briefing):
    """The same, as it is shown, of those who speak."""
    silent = {country.name for country in briefing.countries.values()} - {each.name for each in briefing.proponents}
    for view, _ in every_answer(briefing):
        if not any(name in view.title for name in silent):
            yield view

"""The answers that several test files look at."""

from itertools import pairwise

from itupp.answers import comparison, overview, positions, proponents, resolutions, terms, topics


def _viewed(show):
    """What a function of a briefing answers, as a person is shown it."""
    return lambda briefing: show(briefing).view()


def _list_topics(briefing):
    return topics.show_all(briefing, briefing.topics.values(), missing="")


def _list_proponents(briefing, listed):
    return proponents.show_all(briefing, listed)


def _list_positions(briefing, found):
    return positions.show_all(briefing, found, decided=False, missing="")


def _compare(briefing, compared):
    return comparison.show_several(compared, list(briefing.topics.values()))


_TINY_ANSWERS = {
    "overview": lambda briefing: overview.show(briefing, ""),
    "topics": _list_topics,
    "topic": lambda briefing: topics.show(briefing.topics["lamps"]),
    "blocs": lambda briefing: _list_proponents(briefing, briefing.proponents),
    "bloc": lambda briefing: proponents.show(briefing.blocs["northern-coast"]),
    "resolutions": resolutions.show_all,
    "resolution": lambda briefing: resolutions.show(briefing.resolutions["7"]),
    "positions": lambda briefing: _list_positions(briefing, briefing.positions),
    "nothing": lambda briefing: _list_positions(briefing, ()),
    "terms": terms.show_all,
    "term": lambda briefing: terms.show(briefing.terms["anl"]),
    "full": lambda briefing: resolutions.show(briefing.resolutions["7"], full=True),
    "room": comparison.show_room,
    "standing": lambda briefing: comparison.show_standing(briefing.blocs["northern-coast"]),
    "member": lambda briefing: proponents.show(briefing.countries["atl"]),
    "alone": lambda briefing: comparison.show_standing(briefing.blocs["islands"]),
    "comparison": lambda briefing: _compare(briefing, list(briefing.blocs.values())[:2]),
    "position": lambda briefing: positions.show(briefing.topics["lamps"].positions[1]),
}

TINY_VIEWS = {name: _viewed(show) for name, show in _TINY_ANSWERS.items()}
"""For names of answers on the tiny briefing how it is shown."""


def _all_answers(briefing):
    everyone = briefing.everyone
    yield overview.show(briefing, "")
    yield _list_topics(briefing)
    yield _list_proponents(briefing, everyone)
    yield resolutions.show_all(briefing)
    yield _list_positions(briefing, briefing.positions)
    yield terms.show_all(briefing)
    yield comparison.show_room(briefing)
    yield from (terms.show(term, full=True) for term in briefing.terms.values())
    yield from map(topics.show, briefing.topics.values())
    for proponent in everyone:
        yield proponents.show(proponent)
        yield comparison.show_standing(proponent)
    yield from map(resolutions.show, briefing.resolutions.values())
    yield from map(positions.show, briefing.positions)
    yield from (_compare(briefing, pair) for pair in pairwise(briefing.proponents))


def every_answer(briefing):
    """Each list, each thing on it and each comparison, as it is shown and as a document."""
    for answer in _all_answers(briefing):
        yield answer.view(), answer.document()


def every_view(briefing):
    """The same, as it is shown, of those who speak."""
    everyone = {country.name for country in briefing.countries.values()}
    silent = everyone - {proponent.name for proponent in briefing.proponents}
    for view, _ in every_answer(briefing):
        if not any(name in view.title for name in silent):
            yield view

"""The answers that several test files look at."""

from itertools import pairwise

from itupp.answers import (
    addressees,
    brief,
    comparison,
    history,
    outcomes,
    overview,
    positions,
    proponents,
    resolutions,
    terms,
    topics,
)


def _viewed(show):
    """What a function of a briefing answers, as a person is shown it."""
    return lambda briefing: show(briefing).view()


def _topics_of(briefing):
    return list(briefing.topics.values())


def _list_topics(briefing, *, full=False):
    return topics.show_all(briefing, briefing.topics.values(), full=full, missing="")


def _list_positions(briefing, found, *, full=False):
    return positions.show_all(briefing, found, full=full, decided=False, missing="")


def _room(briefing, *, full=False):
    return comparison.show_room(briefing, _topics_of(briefing), full=full)


def _standing(proponent, *, own=False):
    return comparison.show_standing(proponent, _topics_of(proponent.briefing), own=own)


def _compare(briefing, compared, *, own=False):
    return comparison.show_several(compared, _topics_of(briefing), own=own)


def _brief(subject, *, own=False):
    return brief.show(subject, _topics_of(subject.briefing), own=own)


_TINY_ANSWERS = {
    "overview": lambda briefing: overview.show(briefing, ""),
    "topics": _list_topics,
    "topics in full": lambda briefing: _list_topics(briefing, full=True),
    "topic": lambda briefing: topics.show(briefing.topics["lamps"]),
    "topic in full": lambda briefing: topics.show(briefing.topics["lamps"], full=True),
    "blocs": lambda briefing: proponents.show_all(briefing, briefing.proponents),
    "bloc": lambda briefing: proponents.show(briefing.blocs["northern-coast"]),
    "bloc in full": lambda briefing: proponents.show(briefing.blocs["northern-coast"], full=True),
    "member": lambda briefing: proponents.show(briefing.countries["atl"]),
    "member in full": lambda briefing: proponents.show(briefing.countries["atl"], full=True),
    "named": lambda briefing: proponents.show(briefing.countries["br"]),
    "resolutions": resolutions.show_all,
    "resolution": lambda briefing: resolutions.show(briefing.resolutions["7"]),
    "full": lambda briefing: resolutions.show(briefing.resolutions["7"], full=True),
    "positions": lambda briefing: _list_positions(briefing, briefing.positions),
    "positions in full": lambda briefing: _list_positions(briefing, briefing.positions, full=True),
    "nothing": lambda briefing: _list_positions(briefing, ()),
    "position": lambda briefing: positions.show(briefing.topics["lamps"].positions[1]),
    "addressees": addressees.show,
    "outcomes": outcomes.show,
    "terms": terms.show_all,
    "term": lambda briefing: terms.show(briefing.terms["anl"]),
    "history": lambda briefing: history.show(briefing.topics["lamps"]),
    "history in full": lambda briefing: history.show(briefing.topics["lamps"], full=True),
    "entry": lambda briefing: history.show_entry(briefing.record[0]),
    "participant": lambda briefing: proponents.show(briefing.participants["lamp-office"]),
    "room": _room,
    "standing": lambda briefing: _standing(briefing.blocs["northern-coast"]),
    "alone": lambda briefing: _standing(briefing.blocs["islands"]),
    "comparison": lambda briefing: _compare(briefing, list(briefing.blocs.values())[:2]),
    "brief": lambda briefing: _brief(briefing.topics["lamps"]),
}

TINY_VIEWS = {name: _viewed(show) for name, show in _TINY_ANSWERS.items()}
"""For names of answers on the tiny briefing how it is shown."""


def _concerned(briefing):
    """Those who speak or are named by a bloc, and one of the others, who all look alike."""
    others = []
    for proponent in briefing.everyone:
        if proponent.positions or proponent.memberships or proponent in briefing.proponents:
            yield proponent
        else:
            others.append(proponent)
    yield from others[:1]


def _all_answers(briefing, concerned):
    yield overview.show(briefing, "")
    yield addressees.show(briefing)
    yield terms.show_all(briefing)
    yield resolutions.show_all(briefing)
    yield proponents.show_all(briefing, concerned)
    yield from (_compare(briefing, pair) for pair in pairwise(briefing.proponents))
    for full in (False, True):
        yield _list_topics(briefing, full=full)
        yield _list_positions(briefing, briefing.positions, full=full)
        yield outcomes.show(briefing, full=full)
        yield _room(briefing, full=full)
        yield from _one_by_one(briefing, full=full)
        yield from _histories(briefing, full=full)
        yield from (proponents.show(proponent, full=full) for proponent in concerned)
    for proponent in concerned:
        yield _standing(proponent)
        yield _brief(proponent)
        if proponent.blocs:
            yield proponents.show(proponent, own=True)
            yield _standing(proponent, own=True)
    for subject in (*_topics_of(briefing), *briefing.resolutions.values()):
        yield _brief(subject)


def _one_by_one(briefing, *, full):
    """Each topic, term, resolution and position."""
    for topic in _topics_of(briefing):
        yield topics.show(topic, full=full)
    for term in briefing.terms.values():
        yield terms.show(term, full=full)
    for resolution in briefing.resolutions.values():
        yield resolutions.show(resolution, full=full)
    for position in briefing.positions:
        yield positions.show(position, full=full)


def _histories(briefing, *, full):
    """The history of all that has one, and each entry."""
    subjects = (*_topics_of(briefing), *briefing.resolutions.values())
    speaking = [one for one in briefing.everyone if one.record()]
    for subject in (*subjects, *briefing.record_questions.values(), *speaking):
        yield history.show(subject, full=full)
    yield from map(history.show_entry, briefing.record)


def every_answer(briefing):
    """Each list, each thing on it and each comparison, as it is shown and as a document."""
    for answer in _all_answers(briefing, list(_concerned(briefing))):
        yield answer.view(), answer.document()


def every_view(briefing):
    """The same, as it is shown, of those who speak."""
    for answer in _all_answers(briefing, briefing.proponents):
        yield answer.view()

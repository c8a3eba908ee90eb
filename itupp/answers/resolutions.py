"""Resolutions: every one and every draft, and what is at stake in one."""

from functools import partial

from itupp.answers import phrases, positions
from itupp.answers.documents import outcomes_of, references, whole
from itupp.answers.view import Answer, Document, Row, View, new_table
from itupp.briefing import Briefing, Resolution

_TIED_TO_TOPICS = "resolutions are tied to topics, not to single positions."


def show_all(briefing: Briefing) -> Answer:
    """Every resolution and draft, with the topics it is relevant to."""
    resolutions = briefing.resolutions.values()
    return Answer(
        view=partial(_list, briefing),
        document=lambda: [_document(resolution) for resolution in resolutions],
    )


def show(resolution: Resolution, *, full: bool = False) -> Answer:
    """One resolution: what it says, its history, its topics, the positions at stake, the outcome.

    In full it says, too, where the first two are written, and which weak sources say so.
    """
    return Answer(
        view=partial(_one, resolution, full=full), document=partial(_document, resolution)
    )


def _list(briefing: Briefing) -> View:
    columns = ("Kind", "Id", "Title", "Topics", "Positions")
    view = View(phrases.title_at("Resolutions", briefing))
    view.table(new_table(columns, map(_row, briefing.resolutions.values()), grouped=True))
    view.note(f"Positions counts those on a resolution's topics: {_TIED_TO_TOPICS}")
    return view


def _row(resolution: Resolution) -> Row:
    return (
        "Resolutions" if resolution.number else "Draft new resolutions",
        resolution.number or resolution.id,
        resolution.title,
        tuple(topic.id for topic in resolution.topics),
        len(resolution.positions),
    )


def _one(resolution: Resolution, *, full: bool) -> View:
    title = phrases.title_at(phrases.number_and_title(resolution), resolution.briefing)
    at_stake = resolution.positions
    view = View(title, data=positions.data_table(at_stake))
    view.fact("Says", _gist(resolution, full=full))
    _tell_history(view, resolution, full=full)
    view.fact("Topics", tuple(topic.title for topic in resolution.topics))
    if resolution.briefing.decided:
        _tell_outcomes(view, resolution, full=full)
    view.table(positions.shown_table(at_stake))
    view.note(f"These are the positions on its topics: {_TIED_TO_TOPICS}")
    return view


def _gist(resolution: Resolution, *, full: bool) -> tuple[str, ...]:
    gist = resolution.gist
    if not gist:
        return ()
    return (gist.text, *phrases.addresses(gist, full=True)) if full else (gist.text,)


def _tell_history(view: View, resolution: Resolution, *, full: bool) -> None:
    """When it was adopted and revised; in full, each in a line with where that is written."""
    told = len(view.facts)
    if full:
        view.fact("History", tuple(phrases.history_lines(resolution)))
        view.fact("Remark", resolution.history_note)
    else:
        view.fact("Adopted", resolution.adopted)
        view.fact("Revised", "; ".join(resolution.revised))
        view.fact("History", resolution.history_note)
    if resolution.number and len(view.facts) == told:
        view.fact("History", phrases.NOT_RECORDED)


def _tell_outcomes(view: View, resolution: Resolution, *, full: bool) -> None:
    """What came of the resolution, of its topics and of its positions."""
    view.fact("Outcome", phrases.outcome_lines(resolution.outcome, full=full))
    for topic in resolution.topics:
        if topic.outcome:
            told = phrases.outcome_lines(topic.outcome, topic.title, full=full)
            view.fact("On its topic", told)
    view.fact("Its positions", phrases.fates(resolution.positions))


def _document(resolution: Resolution) -> Document:
    return {**_own_document(resolution), **_related_document(resolution)}


def _own_document(resolution: Resolution) -> Document:
    """What a resolution is and says, and its history."""
    return {
        "id": resolution.id,
        "name": resolution.label,
        "number": resolution.number,
        "title": resolution.title,
        "gist": whole(resolution.gist),
        "adopted": resolution.adopted,
        "revised": resolution.revised,
        "history_sources": dict(resolution.history_sources),
        "history_note": resolution.history_note,
    }


def _related_document(resolution: Resolution) -> Document:
    """What a resolution is about, who wants what there, and what came of it."""
    return {
        "topics": references(resolution.topics),
        "positions": list(map(positions.document, resolution.positions)),
        "outcome": whole(resolution.outcome),
        "related_outcomes": outcomes_of(resolution.topics),
    }

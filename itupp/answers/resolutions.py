"""Resolutions: every one and every draft, and what is at stake in one."""

from collections.abc import Iterable
from functools import partial

from itupp.answers import phrases, positions, questions
from itupp.answers.documents import outcomes_of, references, whole
from itupp.answers.earlier import before
from itupp.answers.view import Answer, Column, Document, Row, Tone, View, new_table
from itupp.briefing import Briefing, Resolution
from itupp.text import harmless


def _tied(resolutions: Iterable[Resolution]) -> str:
    """What texts belong to; they are called resolutions where they all are."""
    called = phrases.texts_in_general(resolutions).lower()
    return f"The source links {called} to topics, not to positions."


def show_all(briefing: Briefing) -> Answer:
    """List every resolution and draft, with the topics it is relevant to."""
    resolutions = briefing.resolutions.values()
    return Answer(
        view=partial(_list, briefing),
        document=lambda: [listed_document(resolution) for resolution in resolutions],
    )


def show(resolution: Resolution, *, full: bool = False) -> Answer:
    """Show a resolution: what it says, what came of it and who wants what on its topics.

    In full with its history, and where all that is written.
    """
    view = partial(_full_view, resolution) if full else partial(_view, resolution)
    return Answer(view=view, document=partial(document, resolution))


def _list(briefing: Briefing) -> View:
    columns = ("Kind", "No.", "Title", "Topics", "Positions", Column("Id", tone=Tone.DIM))
    texts = sorted(briefing.resolutions.values(), key=lambda text: text.is_draft)
    data = new_table(_DATA, map(_data_row, briefing.resolutions.values()))
    view = View(phrases.texts_in_general(texts), phrases.context_of(briefing), data=data)
    view.full = new_table((*columns, "Says", "Outcome"), map(_full_row, texts))
    view.table(new_table(columns, map(_row, texts), grouped=True))
    view.note(f"Positions are counted by topic. {_tied(texts)}" if texts else None)
    view.more("itupp resolution NAME", "itupp resolutions --full")
    return view


def _row(resolution: Resolution) -> Row:
    return (
        phrases.plural_of(_kind(resolution)),
        resolution.number or "",
        resolution.title,
        tuple(topic.short for topic in resolution.topics),
        len(resolution.positions),
        resolution.id,
    )


def _kind(resolution: Resolution) -> str:
    """What kind of text it is, or of what kind a draft."""
    if resolution.is_draft:
        return phrases.draft_kind(resolution)
    return resolution.kind or "Resolution"


_DATA = (
    *("Id", "Kind", "Number", "Title", "Topics", "Positions", "Says", "Says so"),
    *("Adopted", "Revised", "Remark", *phrases.OUTCOME_DATA),
)


def _data_row(resolution: Resolution) -> Row:
    """A resolution for programs."""
    topics, positions = resolution.topics, resolution.positions
    own = (resolution.id, _kind(resolution), resolution.number or "", resolution.title)
    history = (resolution.adopted or "", resolution.revised, resolution.history_note or "")
    about = (phrases.ids(topics), len(positions), *_gist_cells(resolution))
    outcome = phrases.outcome_row(resolution.outcome)
    return (*own, *about, *history, *outcome)


def _gist_cells(resolution: Resolution) -> tuple[str, tuple[str, ...]]:
    gist = resolution.gist
    return (gist.text, gist.sources) if gist else ("", ())


def _full_row(resolution: Resolution) -> Row:
    says = resolution.gist.text if resolution.gist else ""
    outcome = phrases.fate(resolution.outcome) if resolution.outcome else ""
    return (*_row(resolution), says, outcome)


def _view(resolution: Resolution) -> View:
    topics = phrases.in_a_row(phrases.name_in_short(topic) for topic in resolution.topics)
    context = phrases.context_of(resolution.briefing, topics)
    at_stake = resolution.positions
    view = View(resolution.label, context, data=positions.data_table(at_stake))
    tell(view, resolution)
    view.note(_tied([resolution]))
    number = resolution.number or ""
    name = number if harmless(number) else resolution.id
    further = [f"itupp history {name}"] if before(resolution) else []
    view.more(f"itupp resolution {name} --full", *further, f"itupp brief {name}")
    return view


def tell(view: View, resolution: Resolution) -> None:
    """Tell what a resolution says, what came of it, and who wants what on its topics."""
    if resolution.number:
        view.paragraph(resolution.title)
    elif resolution.is_draft:
        draft = phrases.draft_kind(resolution)
        view.paragraph(f"{draft}." if resolution.kind else "A draft of a new resolution.")
    else:
        view.paragraph(f"{_kind(resolution)}, adopted: {resolution.adopted}")
    view.fact("Says", resolution.gist.text if resolution.gist else None)
    view.fact("Outcome", _outcomes(resolution))
    view.fact("Before", before(resolution))
    for topic in resolution.topics:
        heading = f"Positions on {topic.title}"
        view.listed(heading, questions.headlines_table(topic.positions))


def _outcomes(resolution: Resolution) -> tuple[str, ...]:
    """What came of a resolution, of its topics and of the positions, as far as it is known."""
    told = [phrases.outcome_in_short(resolution.outcome)] if resolution.outcome else []
    told += (
        phrases.outcome_in_short(topic.outcome, topic.title)
        for topic in resolution.topics
        if topic.outcome
    )
    return (*told, *phrases.results_of(resolution.positions))


def _full_view(resolution: Resolution) -> View:
    title = phrases.number_and_title(resolution)
    at_stake = resolution.positions
    context = phrases.context_of(resolution.briefing)
    view = View(title, context, data=positions.data_table(at_stake))
    view.fact("Says", _gist(resolution))
    _tell_history(view, resolution)
    view.fact("Topics", tuple(topic.title for topic in resolution.topics))
    if resolution.briefing.decided:
        _tell_outcomes(view, resolution)
    view.table(positions.full_table(at_stake))
    view.note(_tied([resolution]))
    return view


def _gist(resolution: Resolution) -> tuple[str, ...]:
    """What a resolution says, and where that is written."""
    gist = resolution.gist
    return (gist.text, *phrases.addresses(gist, full=True)) if gist else ()


def _tell_history(view: View, resolution: Resolution) -> None:
    """When it was adopted and revised, each in a line with where that is written."""
    told = len(view.facts)
    view.fact("History", tuple(phrases.history_lines(resolution)))
    view.fact("Remark", resolution.history_note)
    is_resolution = resolution.number and not resolution.kind
    if is_resolution and len(view.facts) == told:
        view.fact("History", phrases.NOT_KNOWN)


def _tell_outcomes(view: View, resolution: Resolution) -> None:
    """What came of the resolution, of its topics and of its positions."""
    view.fact("Outcome", phrases.outcome_lines(resolution.outcome, full=True))
    for topic in resolution.topics:
        if topic.outcome:
            told = phrases.outcome_lines(topic.outcome, topic.title, full=True)
            view.fact("Related outcome", told)
    view.fact("Outcome by position", phrases.fates(resolution.positions))


def listed_document(resolution: Resolution) -> Document:
    """A resolution on a list: what it is, and what it is about as references."""
    return {
        **_own_document(resolution),
        "topics": references(resolution.topics),
        "outcome": whole(resolution.outcome),
    }


def document(resolution: Resolution) -> Document:
    """A resolution by itself, with the positions on its topics whole."""
    return {
        **listed_document(resolution),
        "positions": list(map(positions.document, resolution.positions)),
        "related_outcomes": outcomes_of(resolution.topics),
    }


def _own_document(resolution: Resolution) -> Document:
    """What a resolution is and says, and its history."""
    return {
        "id": resolution.id,
        "name": resolution.label,
        "kind": resolution.kind,
        "number": resolution.number,
        "title": resolution.title,
        "gist": whole(resolution.gist),
        "adopted": resolution.adopted,
        "revised": resolution.revised,
        "history_sources": dict(resolution.history_sources),
        "history_note": resolution.history_note,
    }

"""Positions: those that a filter selects, and one with everything about it."""

from collections.abc import Collection
from functools import partial

from itupp.answers import phrases
from itupp.answers.documents import maybe_reference, reference, references, whole
from itupp.answers.view import Answer, Document, Row, Table, View, new_table
from itupp.briefing import Briefing, Position, Topic


def show_all(
    briefing: Briefing, found: Collection[Position], *, decided: bool, missing: str
) -> Answer:
    """The positions that a filter selected; where they are all decided, with what came of them."""
    return Answer(
        view=partial(_list, briefing, found, decided=decided),
        document=lambda: [document(position) for position in found],
        missing=None if found else missing,
    )


def show(position: Position, *, full: bool = False) -> Answer:
    """One position: everything about it, and a line to cite; in full, the weak sources, too."""
    return Answer(
        view=partial(_one, position, full=full), document=lambda: _cited_document(position)
    )


def _list(briefing: Briefing, found: Collection[Position], *, decided: bool) -> View:
    count = f"{len(found)} of {len(briefing.positions)} positions"
    view = View(phrases.title_at(count, briefing), data=data_table(found, decided=decided))
    view.table(shown_table(found, decided=decided))
    return view


def _one(position: Position, *, full: bool) -> View:
    topic = position.topic
    title = phrases.title_at(f"{position.id}: {topic.title}", topic.briefing)
    view = View(title, data=data_table([position]))
    view.paragraph(position.summary)
    view.fact("Proponents", phrases.names_of(position.proponents))
    view.fact("Addressees", _addressees(position))
    view.fact("Topic", topic.title)
    view.fact("Section", phrases.section_title(topic))
    view.fact("Resolutions", tuple(map(phrases.number_and_title, topic.resolutions)))
    view.fact("Takes the side", phrases.sides_taken(position))
    if topic.briefing.decided:
        view.fact("Outcome", phrases.outcome_lines(position.outcome, full=full))
    view.fact("To cite", phrases.citation(position))
    if topic.resolutions:
        view.note("Resolutions are tied to topics, not to single positions.")
    return view


def _addressees(position: Position) -> str | tuple[str, ...]:
    names = tuple(addressee.name for addressee in position.addressees)
    return names or "nobody named"


def shown_table(positions: Collection[Position], *, decided: bool = False) -> Table:
    """Positions under their topics as a person is shown them."""
    columns = ("Topic", "Id", "Position", "Proponents")
    rows = (_shown_row(position) for position in positions)
    if not decided:
        return new_table(columns, rows, grouped=True)
    fates = map(_fate, positions)
    decided_rows = ((*row, fate) for row, fate in zip(rows, fates, strict=True))
    return new_table((*columns, "Outcome"), decided_rows, grouped=True)


def _shown_row(position: Position) -> Row:
    names = phrases.names_of(position.proponents)
    return (position.topic.title, position.id, position.summary, names)


def _fate(position: Position) -> str:
    return phrases.fate(position.outcome) if position.outcome else ""


def data_table(positions: Collection[Position], *, decided: bool = False) -> Table:
    """The same for programs, with the headlines."""
    shown = shown_table(positions, decided=decided)
    topic, id, *others = shown.columns
    (headline,) = new_table(["Headline"], []).columns
    rows = (
        (*row[:2], position.headline or "", *row[2:])
        for row, position in zip(shown.rows, positions, strict=True)
    )
    return new_table((topic, id, headline, *others), rows, grouped=True)


def document(position: Position) -> Document:
    """A position as it stands in every document."""
    return {**_said_document(position), **_written_document(position)}


def _said_document(position: Position) -> Document:
    """Who wants what, and on which topic."""
    topic = position.topic
    return {
        "id": position.id,
        "topic": reference(topic),
        "section": maybe_reference(topic.section),
        "headline": position.headline,
        "summary": position.summary,
        "proponents": references(position.proponents),
        "addressees": references(position.addressees),
        "answers": _answers(position),
        "resolutions": references(topic.resolutions),
    }


def _written_document(position: Position) -> Document:
    """Where a position is written, and what came of it."""
    return {
        "point": position.point,
        "anchor": position.anchor,
        "source": maybe_reference(position.source),
        "locator": position.locator,
        "also_in": _also_in(position),
        "outcome": whole(position.outcome),
    }


def _answers(position: Position) -> list[Document]:
    taken = position.answers.items()
    return [{"question": reference(question), "side": reference(side)} for question, side in taken]


def _also_in(position: Position) -> list[Document]:
    places = position.also_in.items()
    return [{"source": reference(source), "locator": place} for source, place in places]


def _cited_document(position: Position) -> Document:
    titles = resolution_titles(position.topic)
    return {**document(position), "titles": titles, "citation": phrases.citation(position)}


def resolution_titles(topic: Topic) -> dict[str, str]:
    """The titles of a topic's resolutions, by their ids."""
    return {resolution.id: resolution.title for resolution in topic.resolutions}

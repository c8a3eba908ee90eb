"""Positions: those that a filter selects, and one with everything about it."""

from collections.abc import Collection, Iterable
from functools import partial

from itupp.answers import phrases
from itupp.answers.documents import maybe_reference, reference, references, whole
from itupp.answers.view import Answer, Column, Document, Row, Table, Tone, View, new_table
from itupp.briefing import Briefing, Position, Proponent, Topic


def show_all(
    briefing: Briefing,
    found: Collection[Position],
    *,
    full: bool,
    decided: bool,
    missing: str,
    speaking: Collection[Proponent] = (),
    looked_for: str = "",
) -> Answer:
    """List positions that filters selected; where they are all decided, with what came of them.

    In full with their summaries. Those of a bloc of the countries asked for, who are `speaking`
    through it, are marked. What was `looked_for` may be mentioned elsewhere, too.
    """
    return Answer(
        view=partial(
            _list,
            briefing,
            found,
            full=full,
            decided=decided,
            speaking=speaking,
            looked_for=looked_for,
        ),
        document=lambda: [document(position) for position in found],
        missing=None if found else missing,
    )


def show(position: Position, *, full: bool = False) -> Answer:
    """Show a position: everything about it, and a line to cite; in full with weak sources."""
    return Answer(
        view=partial(_one, position, full=full), document=lambda: _cited_document(position)
    )


def _list(
    briefing: Briefing,
    found: Collection[Position],
    *,
    full: bool,
    decided: bool,
    speaking: Collection[Proponent],
    looked_for: str,
) -> View:
    count = f"{len(found)} of {len(briefing.positions)} positions"
    view = View(count, phrases.context_of(briefing), data=data_table(found))
    view.table(full_table(found, decided=decided) if full else short_table(found, decided=decided))
    view.notes(_through(found, speaking))
    further = [f"itupp find {looked_for}"] if looked_for else []
    if found and not full:
        view.more("itupp position ID", *further)
    return view


def _through(found: Collection[Position], asked: Iterable[Proponent]) -> Iterable[str]:
    """Which of the positions are those of the blocs of a country that was asked for."""
    for proponent in asked:
        yield from phrases.may_speak_lines(proponent)
        for bloc in proponent.blocs:
            of_bloc = [
                position
                for position in found
                if bloc in position.proponents and proponent not in position.proponents
            ]
            if of_bloc:
                yield f"Of {bloc.name}, a bloc of {proponent.name}: {phrases.ids_of(of_bloc)}"


def short_table(positions: Collection[Position], *, decided: bool = False) -> Table:
    """Positions by their headlines, a line each."""
    id_column = Column("Id", tone=Tone.DIM)
    if not decided:
        rows = (_short_row(position) for position in positions)
        return new_table(("Position", "Proponents", id_column), rows)
    columns = ("Position", "Proponents", Column("Outcome", tone=Tone.MEANING), id_column)
    return new_table(columns, map(_decided_row, positions))


def _short_row(position: Position) -> Row:
    return (position.label, phrases.who_says(position), position.id)


def _decided_row(position: Position) -> Row:
    *said, id = _short_row(position)
    return (*said, phrases.result(position.outcome), id)


def _one(position: Position, *, full: bool) -> View:
    topic = position.topic
    title = position.headline or f"{position.id}: {topic.title}"
    context = phrases.context_of(topic.briefing, position.id)
    view = View(title, context, data=data_table([position]))
    tell(view, position)
    view.fact("Topic", topic.title)
    view.fact("Section", phrases.section_title(topic))
    texts = phrases.texts_in_general(topic.resolutions)
    view.fact(texts, tuple(map(phrases.number_and_title, topic.resolutions)))
    tell_backing(view, position, full=full)
    if topic.resolutions:
        view.note(f"The source links {texts.lower()} to topics, not to positions.")
    return view


def tell(view: View, position: Position, *, who: bool = True) -> None:
    """Tell who asks whom for what; `who` it is only where that is not told already."""
    view.paragraph(position.summary)
    names = phrases.names_on(position) if who else ()
    many = len(names) > phrases.FEW_NAMES
    view.fact("Proponents", phrases.in_a_row(names) if many else names)
    view.fact("Signatories", tuple(_signatories(position)))
    view.fact("Date", str(position.when or ""))
    view.fact("Addressees", tuple(addressee.name for addressee in position.addressees))


def tell_backing(view: View, position: Position, *, full: bool = False) -> None:
    """Tell which side a position takes, what came of it and where it is written."""
    tell_fate(view, position, full=full)
    view.fact("Cite as", phrases.citation(position))


def tell_fate(view: View, position: Position, *, full: bool = False) -> None:
    """Tell which side a position takes, and what came of it."""
    view.fact("Side", phrases.sides_taken(position))
    if position.topic.briefing.decided:
        view.fact("Outcome", phrases.outcome_lines(position.outcome, full=full))


def _signatories(position: Position) -> Iterable[str]:
    """Who signed the joint statements that put a position forward, by statement."""
    for proponent in position.proponents:
        if proponent.signatories:
            names = phrases.in_a_row(phrases.names_of_most(proponent.signatories))
            yield f"{proponent.name}: {names}"


def full_table(positions: Collection[Position], *, decided: bool = False) -> Table:
    """Positions in full under their topics."""
    columns = ("Topic", "Position", "Proponents", Column("Id", tone=Tone.DIM))
    rows = (_full_row(position) for position in positions)
    if not decided:
        return new_table(columns, rows, grouped=True)
    fates = map(_fate, positions)
    decided_rows = ((*row, fate) for row, fate in zip(rows, fates, strict=True))
    return new_table((*columns, "Outcome"), decided_rows, grouped=True)


def _full_row(position: Position) -> Row:
    names = phrases.names_on(position)
    return (position.topic.title, position.summary, names, position.id)


def _fate(position: Position) -> str:
    return phrases.fate(position.outcome) if position.outcome else ""


DATA = (
    *("Id", "Headline", "Summary", "Topic id", "Topic", "Section"),
    *("Proponent ids", "Proponents", "Question", "Side", "Addressees", "Resolutions"),
    *("Date", "Source", "Point", "Locator", "Anchor", "Address", "Also in"),
    *phrases.OUTCOME_DATA,
)
"""The columns of positions for programs; they stay as they are, sides in the order of questions."""


def data_table(positions: Iterable[Position]) -> Table:
    """Positions for programs, a row each."""
    return new_table(DATA, map(data_row, positions))


def data_row(position: Position) -> Row:
    """A position in a row."""
    return (*_said_row(position), *_written_row(position), *phrases.outcome_row(position.outcome))


def _said_row(position: Position) -> Row:
    """Who wants what, and on which topic."""
    topic, proponents, answers = position.topic, position.proponents, position.answers
    about = (topic.id, topic.title, phrases.section_title(topic))
    who = (phrases.ids(proponents), phrases.names_of(proponents))
    sides = (phrases.labels(answers), phrases.labels(answers.values()))
    asked = (phrases.labels(position.addressees), phrases.ids(topic.resolutions))
    return (position.id, position.headline or "", position.summary, *about, *who, *sides, *asked)


def _written_row(position: Position) -> Row:
    """Where a position is written."""
    source, also_in = position.source, position.also_in.items()
    title, address = (source.title, source.url or "") if source else ("", "")
    place = (position.point or "", position.locator or "", position.anchor or "")
    further = tuple(f"{document.title}, {where}" for document, where in also_in)
    return (str(position.when or ""), title, *place, address, further)


def document(position: Position) -> Document:
    """A position as it stands in every document."""
    return {**_said_document(position), **_written_document(position)}


def _said_document(position: Position) -> Document:
    """Who wants what, and on which topic."""
    return {**_own_document(position), **_whose_document(position)}


def _own_document(position: Position) -> Document:
    """What is wanted, and on which topic."""
    topic = position.topic
    return {
        "id": position.id,
        "topic": reference(topic),
        "section": maybe_reference(topic.section),
        "headline": position.headline,
        "summary": position.summary,
        "date": position.when,
    }


def _whose_document(position: Position) -> Document:
    """Who wants it of whom, and which side that is."""
    return {
        "proponents": references(position.proponents),
        "earlier": references(position.outdated_for),
        "addressees": references(position.addressees),
        "answers": _answers(position),
        "resolutions": references(position.topic.resolutions),
    }


def _written_document(position: Position) -> Document:
    """Where a position is written, and what came of it."""
    return {
        "point": position.point,
        "anchor": position.anchor,
        "source": maybe_reference(position.source),
        "address": position.source.url if position.source else None,
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

"""Questions: who takes which side."""

from collections.abc import Iterable

from itupp.answers import phrases
from itupp.answers.documents import reference, references
from itupp.answers.view import Column, Document, Row, Table, Tone, View, new_table
from itupp.briefing import Position, Proponent, Question, Side

_SIDES = ("Headline", "Who", Column("Id", tone=Tone.DIM))


def tell_sides(view: View, question: Question) -> None:
    """Tell a question, how those who answer it stand, and their positions side by side."""
    relation = question.relation_among(question.answers)
    rows = map(headline_row, positions_on(question))
    remark = phrases.reading_of(question, relation)
    view.listed(question.text, new_table(_SIDES, rows, bare=True), remark)


def positions_on(question: Question) -> list[Position]:
    """The positions that answer a question, side by side."""
    return [position for side in question.sides.values() for position in _taking(side, question)]


def _taking(side: Side, question: Question) -> Iterable[Position]:
    """The positions that take a side."""
    return (
        position for position in question.topic.positions if position.answers.get(question) is side
    )


def headline_row(position: Position) -> Row:
    """A position in short: its headline, who puts it forward, and its id."""
    return (position.label, phrases.who_says(position), position.id)


def headlines_table(positions: Iterable[Position]) -> Table:
    """Positions in short, below a heading."""
    return new_table(_SIDES, map(headline_row, positions), bare=True)


def sides_table(
    questions: Iterable[Question],
    among: Iterable[Proponent] = (),
    title: str = "Questions and sides",
) -> Table | None:
    """Who takes which side of each question: those named, or all who answer.

    None where there is no question.
    """
    named = tuple(among)
    rows = [
        row for question in questions for row in _camps(question, named or tuple(question.answers))
    ]
    if not rows:
        return None
    columns = ("Question", "Who", "Side", Column("Positions", tone=Tone.DIM))
    return new_table(columns, rows, title=title, grouped=True)


def _camps(question: Question, among: tuple[Proponent, ...]) -> Iterable[Row]:
    """A row for those who take the same side or sides."""
    heading = phrases.question_in_full(question, question.relation_among(among))
    for sides, camp in question.camps(among).items():
        texts = tuple(side.text for side in sides) or ("no position recorded",)
        names = phrases.names_of_most(phrases.without_signatories(camp))
        yield (heading, names, texts, _positions_of(camp, question))


def _positions_of(camp: Iterable[Proponent], question: Question) -> tuple[str, ...]:
    """The ids of the positions with which these answer a question, each once."""
    positions = (position for proponent in camp for position in question.answers.get(proponent, ()))
    return tuple(dict.fromkeys(position.id for position in positions))


def camps_table(question: Question) -> Table:
    """Who takes which side of a question, and with which positions."""
    camps = question.camps(question.answers).items()
    rows = (
        (texts_of(sides), phrases.names_if_few(camp), _positions_of(camp, question))
        for sides, camp in camps
    )
    return new_table(("Side", "Who", Column("Positions", tone=Tone.DIM)), rows, bare=True)


def texts_of(sides: Iterable[Side]) -> str:
    """Sides in one line."""
    return "; ".join(side.text for side in sides)


def document(question: Question, among: Iterable[Proponent] = ()) -> Document:
    """A question, its sides, those who answer it, and how those named, or all, stand."""
    relation = question.relation_among(tuple(among) or question.answers)
    return {
        "id": question.id,
        "name": question.text,
        "topic": reference(question.topic),
        "exclusive": question.exclusive,
        "basis": question.basis,
        "sides": references(question.sides.values()),
        "neutral": references(question.neutral),
        "relation": relation,
        "answers": [_answer(question, proponent) for proponent in _answering(question)],
    }


def _answering(question: Question) -> Iterable[Proponent]:
    """Those who answer a question by a position of their own, signatories left out."""
    for proponent, answers in question.answers.items():
        if any(proponent in position.proponents for position in answers):
            yield proponent


def _answer(question: Question, proponent: Proponent) -> Document:
    return {
        "proponent": reference(proponent),
        "sides": references(question.sides_of(proponent)),
        "positions": [position.id for position in question.answers[proponent]],
    }

"""Questions: who takes which side."""

from collections.abc import Iterable

from itupp.answers import phrases
from itupp.answers.documents import reference, references
from itupp.answers.view import Document, Row, Table, new_table
from itupp.briefing import Proponent, Question, Side


def sides_table(
    questions: Iterable[Question],
    among: Iterable[Proponent] = (),
    title: str = "Questions and sides",
) -> Table | None:
    """Who takes which side of each question: those named, silent or not, or all who answer.

    None where there is no question.
    """
    named = tuple(among)
    rows = [
        row for question in questions for row in _camps(question, named or tuple(question.answers))
    ]
    if not rows:
        return None
    return new_table(("Question", "Who", "Side", "Positions"), rows, title=title, grouped=True)


def _camps(question: Question, among: tuple[Proponent, ...]) -> Iterable[Row]:
    """A row for those who take the same side or sides."""
    heading = phrases.question_in_full(question, question.relation_among(among))
    for sides, camp in question.camps(among).items():
        texts = tuple(side.text for side in sides) or ("silent",)
        yield (heading, phrases.names_of(camp), texts, _positions_of(camp, question))


def _positions_of(camp: Iterable[Proponent], question: Question) -> tuple[str, ...]:
    """The ids of the positions with which these answer a question, each once."""
    positions = (position for proponent in camp for position in question.answers.get(proponent, ()))
    return tuple(dict.fromkeys(position.id for position in positions))


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
        "relation": relation,
        "answers": [_answer(question, proponent) for proponent in question.answers],
    }


def _answer(question: Question, proponent: Proponent) -> Document:
    return {
        "proponent": reference(proponent),
        "sides": references(question.sides_of(proponent)),
        "positions": [position.id for position in question.answers[proponent]],
    }

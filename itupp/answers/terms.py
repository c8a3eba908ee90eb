"""Terms: the glossary, and one acronym or term of art."""

from functools import partial

from itupp.answers import phrases
from itupp.answers.documents import references
from itupp.answers.view import Answer, Document, Row, View, new_table
from itupp.briefing import Briefing, Term

_COLUMNS = ("Term", "Stands for", "Explanation", "Topics")


def show_all(briefing: Briefing) -> Answer:
    """Every acronym and term of art."""
    return Answer(
        view=partial(_list, briefing),
        document=lambda: [_document(term) for term in briefing.terms.values()],
    )


def show(term: Term, *, full: bool = False) -> Answer:
    """One acronym or term of art: what it stands for and is; in full, who says so."""
    return Answer(view=partial(_one, term, full=full), document=partial(_document, term))


def _list(briefing: Briefing) -> View:
    view = View(phrases.title_at("Terms", briefing))
    view.table(new_table(_COLUMNS, map(_row, briefing.terms.values())))
    return view


def _row(term: Term) -> Row:
    topics = tuple(topic.id for topic in term.topics)
    return (term.name, term.stands_for or "", term.explanation, topics)


def _one(term: Term, *, full: bool) -> View:
    title = phrases.title_at(phrases.name_in_full(term), term.briefing)
    view = View(title, data=new_table(_COLUMNS, [_row(term)]))
    view.paragraph(term.explanation)
    view.fact("Also", term.aliases)
    view.fact("Topics", tuple(topic.title for topic in term.topics))
    view.fact("Where that is written", term.sources if full else ())
    return view


def _document(term: Term) -> Document:
    return {
        "id": term.id,
        "name": term.name,
        "stands_for": term.stands_for,
        "explanation": term.explanation,
        "aliases": term.aliases,
        "topics": references(term.topics),
        "sources": term.sources,
    }

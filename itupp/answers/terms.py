"""Terms: the glossary, and one acronym or term of art."""

from collections.abc import Iterable
from functools import partial

from itupp.answers import phrases
from itupp.answers.documents import references
from itupp.answers.view import Answer, Document, Row, Table, View, new_table
from itupp.briefing import Briefing, Term
from itupp.text import shell_word

_FULL = ("Term", "Stands for", "Explanation", "Topics", "Sources")

_DATA = ("Id", "Term", "Stands for", "Explanation", "Aliases", "Topics", "Sources")


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
    view = View("Terms", phrases.context_of(briefing), data=_data(briefing.terms.values()))
    view.full = new_table(_FULL, map(_full_row, briefing.terms.values()))
    rows = ((term.name, _explained(term)) for term in briefing.terms.values())
    view.table(new_table(("Term", "What it is"), rows))
    view.more("itupp term NAME", "itupp terms --full")
    return view


def _explained(term: Term) -> str:
    return f"{term.stands_for}. {term.explanation}" if term.stands_for else term.explanation


def _data(terms: Iterable[Term]) -> Table:
    """Terms for programs, a row each."""
    return new_table(_DATA, map(_data_row, terms))


def _data_row(term: Term) -> Row:
    name, stands_for, explanation, *others = _full_row(term)
    return (term.id, name, stands_for, explanation, term.aliases, *others)


def _full_row(term: Term) -> Row:
    topics = phrases.ids(term.topics)
    return (term.name, term.stands_for or "", term.explanation, topics, term.sources)


def _one(term: Term, *, full: bool) -> View:
    context = phrases.context_of(term.briefing)
    view = View(phrases.name_in_full(term), context, data=_data([term]))
    view.paragraph(term.explanation)
    view.fact("Also", term.aliases)
    view.fact("Topics", tuple(topic.title for topic in term.topics))
    view.fact("Sources", term.sources if full else ())
    name = shell_word(term.name) or term.id
    view.more(f"itupp positions {name}", *(f"itupp topic {topic.id}" for topic in term.topics))
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

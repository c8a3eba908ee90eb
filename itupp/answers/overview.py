"""The overview: what is loaded, from whom, and what can be asked."""

from collections.abc import Iterable
from functools import partial

from itupp.answers import phrases
from itupp.answers.documents import references, whole
from itupp.answers.view import Answer, Document, Row, View, new_table
from itupp.briefing import Briefing, fields_of
from itupp.text import shell_word

FEW = 3
"""How many documents are listed where it is not asked for them."""


def show(briefing: Briefing, option: str) -> Answer:
    """What is loaded; the `option` that names the dataset goes with every command proposed."""
    return Answer(view=partial(_view, briefing, option), document=partial(_document, briefing))


def _view(briefing: Briefing, option: str) -> View:
    view = View(briefing.title)
    view.paragraphs(briefing.scope)
    view.fact("Conference", phrases.name_place_and_dates(briefing.conference))
    view.fact("As of", briefing.as_of)
    view.fact("Source", _documents(briefing))
    view.fact("Further reading", phrases.further_reading(briefing.further_reading))
    view.fact("Followed by", phrases.name_place_and_dates(briefing.following))
    view.table(new_table(("What", "Number", "Listed by"), _counts(briefing, option)))
    to_try = [(f"{command}{option}", answer) for command, answer in _commands_to_try(briefing)]
    view.table(new_table(("Command", "Answer"), to_try, title="To begin with"))
    return view


def _documents(briefing: Briefing) -> tuple[str, ...]:
    """Documents that a briefing is taken from or, of many, the first and how many more."""
    documents = tuple(map(phrases.reference_with_address, briefing.sources.values()))
    if len(documents) <= FEW:
        return documents
    rest = len(documents) - 1
    return (documents[0], f"and {rest} more documents (all of them: itupp -f json)")


def _counts(briefing: Briefing, option: str) -> Iterable[Row]:
    yield ("topics", len(briefing.topics), f"itupp topics{option}")
    yield ("positions", len(briefing.positions), f"itupp positions{option}")
    yield ("blocs and countries", len(briefing.proponents), f"itupp blocs{option}")
    yield ("resolutions and drafts", len(briefing.resolutions), f"itupp resolutions{option}")


def _commands_to_try(briefing: Briefing) -> Iterable[tuple[str, str]]:
    """The topics, the proponent with most positions, and the first resolution."""
    yield "itupp topics", "what is on the table"
    if briefing.proponents:
        busiest = max(briefing.proponents, key=lambda proponent: len(proponent.positions))
        name = shell_word(busiest.name) or busiest.id
        yield f"itupp bloc {name}", f"the positions of {busiest.name}"
    for resolution in list(briefing.resolutions.values())[:1]:
        name = shell_word(resolution.number or "") or resolution.id
        yield f"itupp resolution {name}", f"the positions at stake in {resolution.label}"


def _document(briefing: Briefing) -> Document:
    """The briefing itself, and how much it holds."""
    return {**_own_document(briefing), **_held_document(briefing)}


def _own_document(briefing: Briefing) -> Document:
    return {
        "title": briefing.title,
        "scope": briefing.scope,
        "conference": whole(briefing.conference),
        "as_of": briefing.as_of,
        "following": whole(briefing.following),
        "further_reading": list(map(fields_of, briefing.further_reading)),
    }


def _held_document(briefing: Briefing) -> Document:
    return {
        "sections": references(briefing.sections.values()),
        "sources": list(map(fields_of, briefing.sources.values())),
        "counts": _counted(briefing),
    }


def _counted(briefing: Briefing) -> dict[str, int]:
    return {
        "topics": len(briefing.topics),
        "positions": len(briefing.positions),
        "proponents": len(briefing.proponents),
        "resolutions": len(briefing.resolutions),
    }

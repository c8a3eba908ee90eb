"""The overview: what is loaded, from whom, and what can be asked."""

from collections.abc import Iterable
from functools import partial

from itupp.answers import phrases
from itupp.answers.documents import references, whole
from itupp.answers.view import Answer, Cell, Document, Row, View, new_table
from itupp.briefing import Briefing, Country, fields_of
from itupp.text import fold, shell_word

FEW = 3
"""How many documents are listed where it is not asked for them."""


def show(briefing: Briefing, option: str) -> Answer:
    """What is loaded; the `option` that names the dataset goes with every command proposed."""
    return Answer(view=partial(_view, briefing, option), document=partial(_document, briefing))


def _view(briefing: Briefing, option: str) -> View:
    view = View(briefing.title)
    tell(view, briefing)
    to_try = [(f"{command}{option}", answer) for command, answer in _commands_to_try(briefing)]
    view.listed("Try", new_table(("Command", "Answer"), to_try, bare=True))
    view.data = new_table(("What", "Number", "Listed by"), _counts(briefing, option))
    return view


def tell(view: View, briefing: Briefing) -> None:
    """Tell what a briefing is about, what it is taken from and how much it holds."""
    view.paragraphs(briefing.scope)
    view.fact("Conference", phrases.name_place_and_dates(briefing.conference))
    view.fact("As of", briefing.as_of)
    view.fact("Source", _documents(briefing))
    view.fact("Further reading", phrases.further_reading(briefing.further_reading))
    view.fact("Next conference", phrases.name_place_and_dates(briefing.following))
    view.fact("Holds", holdings(briefing))


def holdings(briefing: Briefing) -> str:
    """How much a briefing holds."""
    told = (_held(number, things) for things, number, _ in _counts(briefing, ""))
    return " \u00b7 ".join(told)


def _held(number: Cell, things: Cell) -> str:
    one = {"topics": "topic", "positions": "position"}
    called = one.get(str(things), things) if number == 1 else things
    return f"{number} {called}"


def _documents(briefing: Briefing) -> tuple[str, ...]:
    """Documents that a briefing is taken from or, of many, the first and how many more."""
    documents = tuple(map(phrases.reference_with_address, briefing.sources.values()))
    if len(documents) <= FEW:
        return documents
    rest = len(documents) - 1
    return (documents[0], f"and {rest} more documents (all of them: itupp -f json)")


def _counts(briefing: Briefing, option: str) -> Iterable[Row]:
    """How much there is of what, and what lists it; lists without anything are left out."""
    called = phrases.texts_in_general(briefing.resolutions.values()).lower()
    yield ("topics", len(briefing.topics), f"itupp topics{option}")
    yield ("positions", len(briefing.positions), f"itupp positions{option}")
    if briefing.proponents:
        yield ("blocs and countries", len(briefing.proponents), f"itupp blocs{option}")
    if briefing.resolutions:
        yield (f"{called} and drafts", len(briefing.resolutions), f"itupp resolutions{option}")


def _commands_to_try(briefing: Briefing) -> Iterable[tuple[str, str]]:
    """A topic on which there are sides, a country, a comparison and a word."""
    yield "itupp topics", "what is on the table"
    for question in briefing.questions[:1]:
        topic = question.topic
        yield f"itupp topic {topic.id}", f"who wants what: {topic.title}"
    for country in _countries(briefing)[:1]:
        name = shell_word(country.name) or country.id
        yield f"itupp bloc {name}", f"what {country.name} and its blocs want"
    speaking = [proponent for proponent in briefing.proponents if proponent.positions]
    if len(speaking) > 1:
        one, other = speaking[:2]
        yield f"itupp compare {one.id} {other.id}", "where they agree, and where not"
    for position in briefing.positions[:1]:
        words = sorted(fold(position.label).split(), key=len, reverse=True)
        for word in words[:1]:
            yield f"itupp positions {word}", f'positions that mention "{word}"'


def _countries(briefing: Briefing) -> list[Country]:
    """Countries that speak for themselves and through a bloc, or else through a bloc."""
    countries = briefing.countries.values()
    spoken_for = [country for country in countries if country.blocs and country.line()]
    return sorted(spoken_for, key=lambda country: not country.positions)


def _document(briefing: Briefing) -> Document:
    """The briefing itself, and how much it holds."""
    return {**_own_document(briefing), **_held_document(briefing)}


def _own_document(briefing: Briefing) -> Document:
    return {
        "title": briefing.title,
        "short": briefing.short,
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

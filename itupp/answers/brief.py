"""A brief of one page: what a command tells of its subject, with background and sources."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from itupp.answers import phrases, positions, proponents, resolutions, topics
from itupp.answers.documents import reference
from itupp.answers.view import Answer, Document, View
from itupp.briefing import Outcome, Position, Proponent, Resolution, Topic

Subject = Proponent | Topic | Resolution

MOST_SOURCES = 5
"""So many sources fit on the page; where the others are is said."""


def show(subject: Subject, about: Sequence[Topic], *, own: bool = False) -> Answer:
    """Write a brief on a bloc, a country, a topic or a resolution; on these topics alone."""
    return Answer(
        view=partial(_view, subject, about, own=own),
        document=partial(_document, subject, about, own=own),
    )


def _view(subject: Subject, about: Sequence[Topic], *, own: bool) -> View:
    said = _positions(subject, about, own=own)
    context = phrases.context_of(subject.briefing)
    view = View(subject.label, context, data=positions.data_table(said))
    if isinstance(subject, Proponent):
        proponents.tell(view, subject, about, own=own)
    elif isinstance(subject, Resolution):
        resolutions.tell(view, subject)
    else:
        topics.tell(view, subject)
        _tell_background(view, subject)
    _tell_sources(view, subject, about, own=own)
    return view


def _tell_background(view: View, topic: Topic) -> None:
    """Tell what a reader has to know first, and which resolutions it is about, if any."""
    if topic.background or topic.resolutions:
        view.heading("Background")
        view.paragraphs(topic.background)
        view.items(map(phrases.number_and_title, topic.resolutions))


def _tell_sources(view: View, subject: Subject, about: Sequence[Topic], *, own: bool) -> None:
    """Tell where it is all written, and which dataset it is from."""
    sources = list(_sources(subject, about, own=own))
    more = len(sources) - MOST_SOURCES
    view.heading("Sources")
    view.items(sources[:MOST_SOURCES])
    if more > 0:
        view.note(f"And {more} more, with full text: {_command(subject)} --full")
    view.note(phrases.dataset_of(subject.briefing, sources))


def _command(subject: Subject) -> str:
    if isinstance(subject, Proponent):
        return f"itupp bloc {subject.id}"
    word = "resolution" if isinstance(subject, Resolution) else "topic"
    return f"itupp {word} {subject.id}"


def _sources(subject: Subject, about: Sequence[Topic], *, own: bool) -> Iterator[str]:
    """The documents that positions stand in, then addresses for gists and outcomes."""
    said = _positions(subject, about, own=own)
    documents = dict.fromkeys(position.source for position in said)
    yield from (phrases.reference_with_address(document) for document in documents if document)
    if isinstance(subject, Resolution) and subject.gist:
        yield from subject.gist.sources
    outcomes = [outcome for outcome in _outcomes(subject, said) if outcome]
    yield from dict.fromkeys(address for outcome in outcomes for address in outcome.sources)


def _positions(subject: Subject, about: Sequence[Topic], *, own: bool) -> Sequence[Position]:
    if isinstance(subject, Proponent):
        return [position for position in subject.line(own=own) if position.topic in about]
    return subject.positions


def _outcomes(subject: Subject, said: Iterable[Position]) -> Iterator[Outcome | None]:
    """What came of a subject, of its positions and of what it is tied to."""
    yield from (position.outcome for position in said)
    if isinstance(subject, Topic):
        yield subject.outcome
        yield from (resolution.outcome for resolution in subject.resolutions)
    if isinstance(subject, Resolution):
        yield subject.outcome
        yield from (topic.outcome for topic in subject.topics)


def _document(subject: Subject, about: Sequence[Topic], *, own: bool) -> Document:
    """The subject whole, and the sources of the brief in words."""
    return {
        **reference(subject),
        "subject": _subject_document(subject, own=own),
        "sources": list(_sources(subject, about, own=own)),
        "dataset": {"title": subject.briefing.title, "as_of": subject.briefing.as_of},
    }


def _subject_document(subject: Subject, *, own: bool) -> Document:
    if isinstance(subject, Proponent):
        return proponents.document(subject, own=own)
    if isinstance(subject, Resolution):
        return resolutions.document(subject)
    return topics.document(subject)

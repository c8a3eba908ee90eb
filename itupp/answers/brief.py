"""A short brief on what a proponent wants, or on what is wanted on a topic.

Its sections come in the order that delegates know. Headings and labels are ours; every sentence is
the data's.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from itupp.answers import phrases, positions, questions
from itupp.answers.documents import reference
from itupp.answers.view import Answer, Document, View
from itupp.briefing import (
    Bloc,
    Briefing,
    Position,
    Proponent,
    Question,
    Relation,
    Resolution,
    Source,
    Topic,
)

NONE = ("None, as far as this briefing records.",)

NOBODY = ("Nobody, as far as this briefing records.",)


class Group(NamedTuple):
    """A list, with a heading or a text above it where it has one."""

    items: tuple[str, ...]
    heading: str | None = None
    text: str | None = None


class Part(NamedTuple):
    """A part of a brief."""

    heading: str
    groups: tuple[Group, ...]


class Brief(NamedTuple):
    """A brief in parts, and the positions that it is about."""

    title: str
    parts: tuple[Part, ...]
    positions: Sequence[Position]


def show(subject: Proponent | Topic) -> Answer:
    """The brief on a bloc, a country or a topic."""
    brief = _on_topic(subject) if isinstance(subject, Topic) else _on_proponent(subject)
    return Answer(view=partial(_view, brief), document=partial(_document, subject, brief))


def _view(brief: Brief) -> View:
    view = View(brief.title)
    for part in brief.parts:
        view.heading(part.heading, level=2)
        for group in part.groups:
            view.heading(group.heading, level=3)
            view.paragraphs(group.text)
            view.items(group.items)
    return view


def _document(subject: Proponent | Topic, brief: Brief) -> Document:
    """A brief's parts as plain text, with what they are about and its positions, whole."""
    return {
        **reference(subject),
        "title": brief.title,
        "sections": list(map(_part_document, brief.parts)),
        "positions": list(map(positions.document, brief.positions)),
    }


def _part_document(part: Part) -> Document:
    return {"heading": part.heading, "groups": [group._asdict() for group in part.groups]}


def _on_proponent(proponent: Proponent) -> Brief:
    """Wishes of a bloc or country, who shares and opposes them; for a country its blocs' too."""
    everything = _of_all(proponent.speakers, proponent.briefing)
    topics = list(dict.fromkeys(position.topic for position in everything))
    parts = [
        Part("Positions", tuple(_wanted(proponent)) or (Group(NONE),)),
        Part("Positions of its blocs", tuple(map(_of_bloc, proponent.blocs))),
        Part("Background", (Group(tuple(_issues(topics))),)),
    ]
    if proponent.positions:
        parts += [_same_of(proponent), _otherwise(question for question, _ in proponent.rivals)]
    silent = (_not_addressed(proponent, topic) for topic in proponent.silent_on)
    parts.append(Part("Not addressed", (Group(tuple(silent)),)))
    parts += _references(proponent.briefing, topics, everything, proponent.blocs)
    title = phrases.title_at(proponent.name, proponent.briefing)
    return Brief(title, _filled(parts), everything)


def _of_all(speakers: Sequence[Proponent], briefing: Briefing) -> list[Position]:
    """The positions that any of these puts forward, in the order of the data."""
    spoken = {position for speaker in speakers for position in speaker.positions}
    return [position for position in briefing.positions if position in spoken]


def _wanted(proponent: Proponent) -> Iterator[Group]:
    """A proponent's own positions, topic by topic."""
    for topic in proponent.topics:
        own = [position for position in proponent.positions if position.topic is topic]
        items = tuple(_asked_by(proponent, position) for position in own)
        yield Group(items, topic.title)


def _issues(topics: Iterable[Topic]) -> Iterator[str]:
    for topic in topics:
        if topic.key_issues:
            yield f"{topic.title}: {' '.join(topic.key_issues)}"


def _on_topic(topic: Topic) -> Brief:
    """What is wanted on a topic, by whom, against whom."""
    asked = Group(tuple(map(_asked, topic.positions)))
    issues = Group(topic.key_issues, text=topic.background)
    shared = (position for position in topic.positions if len(position.proponents) > 1)
    same = (f"{_names(position.proponents)}: {position.id}" for position in shared)
    silent = (one.name for one in topic.briefing.proponents if not one.count_on(topic))
    parts = [
        Part("Positions", (asked,)),
        Part("Background", (issues,)),
        _same(same),
        _otherwise(filter(_is_disputed, topic.questions.values())),
        Part("Not addressed by", (Group(tuple(silent)),)),
    ]
    parts += _references(topic.briefing, [topic], topic.positions, ())
    title = phrases.title_at(topic.title, topic.briefing)
    return Brief(title, _filled(parts), topic.positions)


def _is_disputed(question: Question) -> bool:
    return question.relation_among(question.answers).against


def _filled(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts that hold something, without the groups that do not."""
    filled: list[Part] = []
    for heading, groups in parts:
        told = tuple(group for group in groups if group.items or group.text)
        if told:
            filled.append(Part(heading, told))
    return tuple(filled)


def _same_of(proponent: Proponent) -> Part:
    """Who puts forward the same as a proponent, or takes the same side."""
    side = "The same side, with a position of their own"
    on_the_same = (f"{side}: {who}" for who in phrases.who_stands(proponent, Relation.SAME))
    return _same((*phrases.shared_with_whom(proponent), *on_the_same))


def _same(items: Iterable[str]) -> Part:
    return Part("Who proposes the same", (Group(tuple(items) or NOBODY),))


def _otherwise(disputed: Iterable[Question]) -> Part:
    groups = tuple(map(_camps, disputed))
    return Part("Who proposes otherwise", groups or (Group(NOBODY),))


def _camps(question: Question) -> Group:
    """The sides of a question and who takes them."""
    camps = question.camps(question.answers).items()
    items = (f"{_names(camp)}: {questions.texts_of(sides)}" for sides, camp in camps)
    relation = question.relation_among(question.answers)
    return Group(tuple(items), phrases.question_in_full(question, relation))


def _names(proponents: Iterable[Proponent]) -> str:
    return ", ".join(phrases.names_of(proponents))


def _references(
    briefing: Briefing,
    topics: Sequence[Topic],
    about: Collection[Position],
    blocs: Iterable[Bloc],
) -> Iterator[Part]:
    """The resolutions, what came of it all, and where it is written."""
    related = (resolution for topic in topics for resolution in topic.resolutions)
    resolutions = list(dict.fromkeys(related))
    yield Part("Relevant resolutions", (Group(tuple(map(phrases.number_and_title, resolutions))),))
    if briefing.decided:
        yield Part("Outcome", (Group(tuple(_outcomes([*topics, *resolutions], about))),))
    whole = Group((), text=_dataset(briefing))
    yield Part("Sources", (*_documents(about), *map(_bloc_sources, blocs), whole))


def _outcomes(named: Iterable[Topic | Resolution], about: Collection[Position]) -> Iterator[str]:
    """What came of topics, resolutions and positions, each source given once."""
    told: list[str] = []
    for record in named:
        if record.outcome:
            lines = phrases.outcome_lines(record.outcome, record.label)
            told += lines
            yield " ".join(lines)
    yield from phrases.fates_with_sources(about, told)


def _dataset(briefing: Briefing) -> str:
    """The dataset that a brief is taken from, how recent it is and what it covers."""
    name = f'Dataset: "{briefing.title}"{phrases.as_of(briefing.as_of)}.'
    return " ".join(filter(None, (name, briefing.scope)))


def _not_addressed(proponent: Proponent, topic: Topic) -> str:
    """A topic that a proponent is silent on, with its blocs that speak there."""
    if not proponent.blocs_on(topic):
        return topic.title
    return f"{topic.title} ({phrases.silence_on(proponent, topic)})"


def _of_bloc(bloc: Bloc) -> Group:
    """What a country's bloc wants."""
    items = (_asked_by(bloc, position) for position in bloc.positions)
    return Group(tuple(items), phrases.not_binding(bloc))


def _bloc_sources(bloc: Bloc) -> Group:
    """Where a country's membership of a bloc is written."""
    text = f"Members of {bloc.name}{phrases.as_of(bloc.members_as_of)}. {bloc.notes or ''}"
    return Group(bloc.sources, text=text.rstrip())


def _asked(position: Position) -> str:
    """A position with its id and its proponents."""
    return f"{position.summary} ({position.id}: {_names(position.proponents)})"


def _asked_by(proponent: Proponent, position: Position) -> str:
    """A proponent's position with its id and those who share it."""
    others = _names(position.partners(proponent))
    ending = f", with {others}" if others else ""
    return f"{position.summary} ({position.id}{ending})"


def _documents(about: Iterable[Position]) -> Iterator[Group]:
    """For each document where in it the positions stand."""
    by_source: dict[Source | None, list[str]] = {}
    for position in about:
        for source, place in _places(position):
            told = f"{position.id}: {place}" if place else position.id
            by_source.setdefault(source, []).append(told)
    for source, items in by_source.items():
        text = phrases.reference_with_address(source) if source else None
        yield Group(tuple(items), text=text)


def _places(position: Position) -> Iterator[tuple[Source | None, str]]:
    """The documents that a position stands in, and where in each."""
    section = phrases.section_title(position.topic) if position.point else ""
    place = ", ".join(filter(None, (section, phrases.place_in_source(position))))
    yield position.source, place
    yield from position.also_in.items()

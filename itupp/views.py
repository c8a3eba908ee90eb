"""What a person is shown for each command, told once and for every format."""

from collections.abc import Iterable
from typing import NamedTuple

from itupp import queries
from itupp.models import Briefing, Conference, Outcome, Position, Proponent, Resolution, Source, Topic

Cell = str | int | tuple[str, ...]

NOT_RECORDED = "not recorded in this briefing"


class Column(NamedTuple):
    """A table's column; `empty` is what a person is shown in the place of nothing."""

    heading: str
    empty: str = ""


class Table(NamedTuple):
    """Rows under columns; where it is `grouped`, the first column is the heading that rows stand under."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str | None = None
    grouped: bool = False


class View(NamedTuple):
    """An answer: what it is, told in prose, facts, one main table, further tables and notes."""

    title: str
    prose: tuple[str, ...] = ()
    facts: tuple[tuple[str, Cell], ...] = ()
    main: Table | None = None
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


def overview(briefing: Briefing) -> View:
    """What is loaded, from whom, and what can be asked."""
    facts: list[tuple[str, Cell]] = [
        ("Conference", _conference(briefing.conference)),
        ("As of", briefing.as_of or ""),
        ("Source", tuple(_source(source) for source in briefing.sources.values())),
        ("To be read at", tuple(source.url for source in briefing.sources.values() if source.url)),
        ("Followed by", _conference(briefing.following)),
    ]
    counts = (
        ("topics", len(briefing.topics), "itupp topics"),
        ("positions", len(briefing.positions), "itupp positions"),
        ("blocs and countries", len(briefing.proponents), "itupp blocs"),
        ("resolutions and drafts", len(briefing.resolutions), "itupp resolutions"),
    )
    return View(
        title=briefing.title,
        prose=_paragraphs(briefing.scope),
        facts=_given(facts),
        main=Table((Column("What"), Column("Number"), Column("Listed by")), counts),
        tables=(Table((Column("Command"), Column("Answer")), tuple(_commands_to_try(briefing)), "To begin with"),),
    )


def topics(briefing: Briefing) -> View:
    """Every topic under its section."""
    columns = ("Section", "Topic", "Key issues", "Positions", "Who speaks", "Resolutions")
    rows = tuple(
        (
            _section(briefing, topic),
            topic.title,
            " ".join(topic.key_issues),
            len(topic.positions),
            _labels(briefing, queries.speakers(topic)),
            _short_resolutions(briefing, topic),
        )
        for topic in briefing.topics.values()
    )
    return View(title=_heading("Topics", briefing), main=_table(columns, rows, grouped=True))


def topic(briefing: Briefing, topic: Topic) -> View:
    """One topic, whole."""
    facts: list[tuple[str, Cell]] = [
        ("Section", _section(briefing, topic)),
        ("Key issues", topic.key_issues),
        ("Resolutions", tuple(_full_title(briefing.resolutions[id]) for id in topic.resolutions)),
        ("Outcome", _outcome(topic.outcome)),
        ("Further reading", tuple(" ".join(filter(None, link)) for link in topic.further_reading)),
    ]
    return View(
        title=topic.title,
        prose=(*_paragraphs(topic.subtitle), *_paragraphs(topic.background)),
        facts=_given(facts),
        main=_table(
            ("Id", "Position", "Proponents"),
            ((each.id, each.summary, _labels(briefing, each.proponents)) for each in topic.positions),
        ),
    )


def blocs(briefing: Briefing) -> View:
    """Every proponent, with how many positions on what."""
    rows = []
    for proponent in briefing.proponents:
        own = queries.positions_of(briefing, proponent)
        topics = tuple(dict.fromkeys(position.topic for position in own))
        rows.append((proponent.name, proponent.kind, len(own), topics))
    return View(
        title=_heading("Blocs and countries", briefing),
        main=_table(("Name", "Kind", "Positions", "Topics"), rows),
        notes=("A position that several put forward counts for each of them.",),
    )


def bloc(briefing: Briefing, proponent: Proponent) -> View:
    """What one bloc or country wants, topic by topic, with whom, and where it is silent."""
    own = queries.positions_of(briefing, proponent)
    silent = queries.silent_on(briefing, proponent)
    spoken = len(briefing.topics) - len(silent)
    topics = ", ".join(topic.title for topic in silent)
    return View(
        title=proponent.name,
        facts=_given(
            [
                ("Kind", proponent.kind),
                ("Organisation", getattr(proponent, "organisation", None) or ""),
                ("Positions", f"{len(own)} of {len(briefing.positions)}, on {spoken} of {len(briefing.topics)} topics"),
            ]
        ),
        main=Table(
            (Column("Topic"), Column("Id"), Column("Position"), Column("Shared with", empty="nobody")),
            tuple(
                (
                    briefing.topics[position.topic].title,
                    position.id,
                    position.summary,
                    _labels(briefing, queries.partners(position, proponent)),
                )
                for position in own
            ),
            grouped=True,
        ),
        notes=(f"Silent (nothing recorded in this briefing) on: {topics}.",) if silent else (),
    )


def resolutions(briefing: Briefing) -> View:
    """Every resolution and draft, with the topics it is relevant to."""
    rows = (
        (
            "Resolutions" if resolution.number else "Draft new resolutions",
            resolution.number or resolution.id,
            resolution.title,
            tuple(topic.id for topic in queries.topics_of(briefing, resolution)),
            len(queries.positions_at_stake(briefing, resolution)),
        )
        for resolution in briefing.resolutions.values()
    )
    return View(
        title=_heading("Resolutions", briefing),
        main=_table(("Kind", "Id", "Title", "Topics", "Positions"), rows, grouped=True),
        notes=("Positions counts those on a resolution's topics: the source ties resolutions to topics only.",),
    )


def resolution(briefing: Briefing, resolution: Resolution) -> View:
    """One resolution: its history, its topics, the positions at stake, the outcome."""
    history: list[tuple[str, Cell]] = [
        ("Adopted", resolution.adopted or ""),
        ("Revised", resolution.revised),
        ("History", resolution.history_note or ""),
    ]
    if resolution.number and not _given(history):
        history = [("History", NOT_RECORDED)]
    topics = queries.topics_of(briefing, resolution)
    return View(
        title=_full_title(resolution),
        facts=_given(
            [*history, ("Topics", tuple(topic.title for topic in topics)), ("Outcome", _outcome(resolution.outcome))]
        ),
        main=_positions(briefing, queries.positions_at_stake(briefing, resolution)),
        notes=(
            "These are the positions on its topics: the source ties resolutions to topics, not to single positions.",
        ),
    )


def positions(briefing: Briefing, selected: tuple[Position, ...]) -> View:
    """The positions that a search or filter selected."""
    return View(
        title=_heading(f"{len(selected)} of {len(briefing.positions)} positions", briefing),
        main=_positions(briefing, selected),
    )


def position(briefing: Briefing, position: Position) -> View:
    """One position: everything about it, and a line to cite."""
    topic = briefing.topics[position.topic]
    facts: list[tuple[str, Cell]] = [
        ("Proponents", _labels(briefing, position.proponents)),
        ("Addressees", tuple(briefing.addressees[id].name for id in position.addressees) or "nobody named"),
        ("Topic", topic.title),
        ("Section", _section(briefing, topic)),
        ("Resolutions", tuple(_full_title(briefing.resolutions[id]) for id in topic.resolutions)),
        ("Takes the side", tuple(_answers(topic, position))),
        ("Outcome", _outcome(position.outcome)),
        ("To cite", citation(briefing, position)),
    ]
    return View(
        title=f"{position.id}: {topic.title}",
        prose=(position.summary,),
        facts=_given(facts),
        notes=("The source ties resolutions to topics, not to single positions.",) if topic.resolutions else (),
    )


def citation(briefing: Briefing, position: Position) -> str:
    """Where a position is written: its source, its topic and point there, words to search for, an address."""
    source = briefing.sources[position.source] if position.source else None
    parts = (
        source and _source(source),
        f'under "{briefing.topics[position.topic].title}"',
        position.point and f"point {position.point}",
        position.locator,
        position.anchor and f'at the words "{position.anchor}"',
        source and source.url,
    )
    return ", ".join(part for part in parts if part)


def _answers(topic: Topic, position: Position) -> Iterable[str]:
    for id, side in position.answers.items():
        question = topic.questions[id]
        coding = "" if question.basis == "source" else " (the editor's coding)"
        yield f"{question.text} {question.sides[side].text}{coding}"


def _positions(briefing: Briefing, positions: Iterable[Position]) -> Table:
    rows = (
        (
            briefing.topics[position.topic].title,
            position.id,
            position.summary,
            _labels(briefing, position.proponents),
        )
        for position in positions
    )
    return _table(("Topic", "Id", "Position", "Proponents"), rows, grouped=True)


def _table(headings: Iterable[str], rows: Iterable[tuple[Cell, ...]], *, grouped: bool = False) -> Table:
    return Table(tuple(Column(heading) for heading in headings), tuple(rows), grouped=grouped)


def _heading(what: str, briefing: Briefing) -> str:
    """What is listed, and of which conference."""
    conference = briefing.conference
    return f"{what}: {(conference and (conference.acronym or conference.name)) or briefing.title}"


def _labels(briefing: Briefing, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(briefing.proponent(id).name for id in ids)


def _section(briefing: Briefing, topic: Topic) -> str:
    return briefing.sections[topic.section].title if topic.section else ""


def _full_title(resolution: Resolution) -> str:
    if resolution.number:
        return f"{resolution.label}: {resolution.title}"
    return f"Draft new resolution: {resolution.title} ({resolution.id})"


def _short_resolutions(briefing: Briefing, topic: Topic) -> tuple[str, ...]:
    """The numbers, and how many drafts."""
    related = [briefing.resolutions[id] for id in topic.resolutions]
    numbers = [resolution.number for resolution in related if resolution.number]
    drafts = len(related) - len(numbers)
    return (*numbers, *([f"{drafts} draft{'s' if drafts > 1 else ''}"] if drafts else []))


def _outcome(outcome: Outcome | None) -> tuple[str, ...]:
    if not outcome:
        return (NOT_RECORDED,)
    confidence = f"Confidence: {outcome.confidence}" if outcome.confidence else ""
    return tuple(filter(None, (outcome.result, outcome.summary, confidence, *outcome.sources)))


def _conference(conference: Conference | None) -> str:
    if not conference:
        return ""
    name = f"{conference.name} ({conference.acronym})" if conference.acronym else conference.name
    dates = " to ".join(filter(None, (conference.start, conference.end)))
    return ", ".join(filter(None, (name, conference.city, conference.country, dates)))


def _source(source: Source) -> str:
    return ", ".join(filter(None, (source.author, f'"{source.title}"', source.publisher, source.date)))


def _commands_to_try(briefing: Briefing) -> Iterable[tuple[str, str]]:
    """The topics, the proponent with most positions, and the first resolution."""
    yield "itupp topics", "what is on the table"
    if briefing.proponents:
        busiest = max(briefing.proponents, key=lambda each: len(queries.positions_of(briefing, each)))
        yield f'itupp bloc "{busiest.name}"', f"the positions of {busiest.name}"
    for resolution in list(briefing.resolutions.values())[:1]:
        yield f"itupp resolution {resolution.number or resolution.id}", f"the positions at stake in {resolution.label}"


def _paragraphs(text: str | None) -> tuple[str, ...]:
    return tuple(filter(None, text.split("\n"))) if text else ()


def _given(facts: Iterable[tuple[str, Cell]]) -> tuple[tuple[str, Cell], ...]:
    return tuple((label, value) for label, value in facts if value)

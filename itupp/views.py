"""What a person is shown for each command, told once and for every format."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from itupp import queries, wording
from itupp.models import Bloc, Briefing, Link, Position, Proponent, Resolution, Term, Topic
from itupp.queries import Comparison, Related, Relation, Standing
from itupp.text import one_line, shell_word

Cell = str | int | tuple[str, ...]

RELATIONS = ("Topic", "Who", "Id", "Position", "Question", "Side", "Relation")
SILENT = "-"
ALL = "All, each once"
FEW = 3
"""How many documents are listed where it is not asked for them."""


def cell_text(cell: Cell) -> str:
    """A cell in one line."""
    return one_line("; ".join(cell) if isinstance(cell, tuple) else str(cell))


class Column(NamedTuple):
    """A table's column; `empty` is what a person is shown in the place of nothing."""

    heading: str
    empty: str = ""


class Table(NamedTuple):
    """Rows under columns; where it is `grouped`, the first column is the heading that rows stand under.

    `narrow` is the table to show where this one does not fit.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str | None = None
    grouped: bool = False
    narrow: "Table | None" = None

    @property
    def numeric(self) -> tuple[bool, ...]:
        """For each column whether it holds numbers."""
        if not self.rows:
            return (False,) * len(self.columns)
        return tuple(any(isinstance(cell, int) for cell in column) for column in zip(*self.rows, strict=True))


class View(NamedTuple):
    """An answer: what it is, told in prose, facts, one main table, further tables and notes.

    `data` is the table for programs to read, where that is not the main one.
    """

    title: str
    prose: tuple[str, ...] = ()
    facts: tuple[tuple[str, Cell], ...] = ()
    main: Table | None = None
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    data: Table | None = None


def overview(briefing: Briefing, option: str = "") -> View:
    """What is loaded, from whom, and what can be asked; the `option` that names the dataset goes with every command."""
    facts: list[tuple[str, Cell]] = [
        ("Conference", wording.conference(briefing.conference)),
        ("As of", briefing.as_of or ""),
        ("Source", tuple(_documents(briefing))),
        ("Further reading", _reading(briefing.further_reading)),
        ("Followed by", wording.conference(briefing.following)),
    ]
    counts = (
        ("topics", len(briefing.topics), f"itupp topics{option}"),
        ("positions", len(briefing.positions), f"itupp positions{option}"),
        ("blocs and countries", len(briefing.proponents), f"itupp blocs{option}"),
        ("resolutions and drafts", len(briefing.resolutions), f"itupp resolutions{option}"),
    )
    to_try = tuple((f"{command}{option}", answer) for command, answer in _commands_to_try(briefing))
    return View(
        title=briefing.title,
        prose=_paragraphs(briefing.scope),
        facts=_given(facts),
        main=_table(("What", "Number", "Listed by"), counts),
        tables=(_table(("Command", "Answer"), to_try, title="To begin with"),),
    )


def _reading(links: Iterable[Link]) -> tuple[str, ...]:
    return tuple(" ".join(filter(None, link)) for link in links)


def _documents(briefing: Briefing) -> Iterable[str]:
    """The documents that a briefing is taken from or, of many, the first and the number of the rest."""
    documents = list(map(wording.document, briefing.sources.values()))
    if len(documents) <= FEW:
        return documents
    return (documents[0], f"and {len(documents) - 1} more documents (all of them: itupp -f json)")


def topics(briefing: Briefing, topics: Iterable[Topic]) -> View:
    """Topics under their sections."""
    columns = ("Section", "Topic", "Key issues", "Positions", "Who speaks", "Resolutions")
    rows = tuple(
        (
            wording.section(briefing, topic),
            topic.title,
            " ".join(topic.key_issues),
            len(topic.positions),
            wording.names(briefing, queries.speakers(topic)),
            wording.resolutions(briefing, topic),
        )
        for topic in topics
    )
    return View(title=_heading("Topics", briefing), main=_table(columns, rows, grouped=True))


def topic(briefing: Briefing, topic: Topic, *, full: bool = False) -> View:
    """One topic, whole; in full, with its weak sources, too."""
    facts: list[tuple[str, Cell]] = [
        ("Section", wording.section(briefing, topic)),
        ("Key issues", topic.key_issues),
        ("Resolutions", tuple(wording.resolution(briefing.resolutions[id]) for id in topic.resolutions)),
        *_if_decided(briefing, ("Outcome", wording.outcomes(briefing, topic, full=full))),
        ("Further reading", _reading(topic.further_reading)),
    ]
    return View(
        title=_heading(topic.title, briefing),
        prose=(*_paragraphs(topic.subtitle), *_paragraphs(topic.background)),
        facts=_given(facts),
        main=_table(
            ("Id", "Position", "Proponents"),
            ((each.id, each.summary, wording.names(briefing, each.proponents)) for each in topic.positions),
        ),
        tables=_questions(briefing, queries.standings([topic])),
        data=_table(
            ("Id", "Headline", "Position", "Proponents"),
            (
                (each.id, each.headline or "", each.summary, wording.names(briefing, each.proponents))
                for each in topic.positions
            ),
        ),
    )


def terms(briefing: Briefing) -> View:
    """Every acronym and term of art."""
    rows = ((each.name, each.stands_for or "", each.explanation, each.topics) for each in briefing.terms.values())
    return View(title=_heading("Terms", briefing), main=_table(("Term", "Stands for", "Explanation", "Topics"), rows))


def term(briefing: Briefing, term: Term, *, full: bool = False) -> View:
    """One acronym or term of art: what it stands for and is, on which topics it comes up; in full, who says so."""
    row: tuple[Cell, ...] = (term.name, term.stands_for or "", term.explanation, term.topics)
    return View(
        title=_heading(wording.term(term), briefing),
        prose=(term.explanation,),
        facts=_given(
            [
                ("Also", term.aliases),
                ("Topics", tuple(briefing.topics[id].title for id in term.topics)),
                ("Where that is written", term.sources if full else ()),
            ]
        ),
        data=_table(("Term", "Stands for", "Explanation", "Topics"), [row]),
    )


def blocs(briefing: Briefing, proponents: Iterable[Proponent]) -> View:
    """Blocs and countries, with how many positions on what, and the blocs that a country belongs to."""
    rows = []
    for proponent in proponents:
        own = queries.positions_of(briefing, proponent)
        topics = tuple(dict.fromkeys(position.topic for position in own))
        memberships = tuple(map(wording.membership, queries.memberships(briefing, proponent)))
        rows.append((proponent.name, proponent.kind, len(own), topics, memberships))
    return View(
        title=_heading("Blocs and countries", briefing),
        main=_table(("Name", "Kind", "Positions", "Topics", "Member of"), rows),
        notes=(
            "A position that several put forward counts for each of them.",
            "What is to be said of a bloc's members, and where it is written: itupp bloc NAME.",
        ),
    )


def bloc(briefing: Briefing, proponent: Proponent, *, full: bool = False) -> View:
    """What one bloc or country wants, topic by topic, with whom, against whom, where it is silent, who is behind it.

    In full it says, too, where remarks on it are written, by weak sources as well.
    """
    own = queries.positions_of(briefing, proponent)
    blocs = queries.blocs_of(briefing, proponent)
    of_blocs = queries.select(briefing, proponents=[bloc.id for bloc in blocs]) if blocs else ()
    rows = tuple((topic, id, text, others) for topic, id, _, text, _, others in _put_forward(briefing, proponent))
    columns = (Column("Topic"), Column("Id"), Column("Position"), Column("Shared with", empty="nobody"))
    memberships = queries.memberships(briefing, proponent)
    related = queries.relations(briefing, proponent)
    silent = queries.silent_on(briefing, proponent)
    return View(
        title=_heading(proponent.name, briefing),
        facts=_given(
            [
                ("Kind", proponent.kind),
                *_particulars(proponent, full=full),
                ("Member of", tuple(wording.membership(each) for each in memberships if each.counted)),
                ("Named by", tuple(wording.membership(each) for each in memberships if not each.counted)),
                ("Positions", wording.share(briefing, proponent)),
                ("Shares with", tuple(wording.partners(briefing, proponent))),
                ("Same side as", tuple(wording.related(briefing, related, Relation.SAME))),
                ("Opposed to", tuple(wording.related(briefing, related, Relation.OPPOSED))),
                ("Differs from", tuple(wording.related(briefing, related, Relation.DIFFER))),
                *_if_decided(briefing, ("Outcome", wording.fates(own)), ("Blocs' outcome", wording.fates(of_blocs))),
            ]
        ),
        main=Table(columns, rows, grouped=True) if rows else None,
        tables=tuple(_bloc_positions(briefing, bloc) for bloc in blocs if queries.positions_of(briefing, bloc)),
        notes=(
            *wording.silence(silent),
            *wording.spoken_for(briefing, proponent, silent),
            *_membership_notes(briefing, proponent, full=full),
        ),
        data=_table(
            ("Topic", "Id", "Headline", "Position", "By", "Shared with"),
            (row for each in (proponent, *blocs) for row in _put_forward(briefing, each)),
        ),
    )


def _put_forward(briefing: Briefing, proponent: Proponent) -> Iterable[tuple[Cell, ...]]:
    """A row for each position of a proponent."""
    for position in queries.positions_of(briefing, proponent):
        others = wording.names(briefing, queries.partners(position, proponent))
        said = (position.id, position.headline or "", position.summary)
        yield (briefing.topics[position.topic].title, *said, proponent.name, others)


def _particulars(proponent: Proponent, *, full: bool) -> tuple[tuple[str, Cell], ...]:
    """What is known of a bloc alone, or of a country alone."""
    if isinstance(proponent, Bloc):
        return (("Organisation", wording.organisation(proponent)),)
    remark: tuple[str, Cell] = ("Remark", proponent.note or "")
    return (remark, ("Where that is written", wording.written(proponent, full=True))) if full else (remark,)


def _bloc_positions(briefing: Briefing, bloc: Bloc) -> Table:
    """The positions of a country's bloc."""
    rows = ((topic, id, text) for topic, id, _, text, _, _ in _put_forward(briefing, bloc))
    return _table(("Topic", "Id", "Position"), rows, grouped=True, title=wording.bloc_positions(bloc))


def _membership_notes(briefing: Briefing, proponent: Proponent, *, full: bool) -> Iterable[str]:
    """A bloc's members, or what is to be said of the blocs that name a country."""
    if isinstance(proponent, Bloc):
        return (*_paragraphs(proponent.notes), *wording.members(briefing, proponent, full=full))
    return _bloc_notes(briefing, [proponent])


def _bloc_notes(briefing: Briefing, proponents: Iterable[Proponent]) -> Iterable[str]:
    """What is to be said of the blocs that name any of these, each bloc once, and which of them say nothing."""
    blocs = (each.bloc for proponent in proponents for each in queries.memberships(briefing, proponent))
    for bloc in dict.fromkeys(bloc.id for bloc in blocs):
        yield from wording.bloc_remarks(briefing, briefing.blocs[bloc])


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
        notes=(
            "Positions counts those on a resolution's topics: resolutions are tied to topics, not to single positions.",
        ),
    )


def resolution(briefing: Briefing, resolution: Resolution, *, full: bool = False) -> View:
    """One resolution: what it says, its history, its topics, the positions at stake, the outcome.

    In full it says, too, where the first two are written, and which weak sources say so.
    """
    at_stake = queries.positions_at_stake(briefing, resolution)
    gist, topics = resolution.gist, queries.topics_of(briefing, resolution)
    return View(
        title=_heading(wording.resolution(resolution), briefing),
        facts=_given(
            [
                ("Says", (gist.text, *(wording.written(gist, full=True) if full else ())) if gist else ()),
                *_history(resolution, full=full),
                ("Topics", tuple(topic.title for topic in topics)),
                *_if_decided(
                    briefing,
                    ("Outcome", wording.outcome(resolution.outcome, full=full)),
                    *(
                        ("On its topic", wording.outcome(each.outcome, each.title, full=full))
                        for each in topics
                        if each.outcome
                    ),
                    ("Its positions", wording.fates(at_stake)),
                ),
            ]
        ),
        main=_positions(briefing, at_stake),
        data=_position_data(briefing, at_stake),
        notes=("These are the positions on its topics: resolutions are tied to topics, not to single positions.",),
    )


def _history(resolution: Resolution, *, full: bool) -> tuple[tuple[str, Cell], ...]:
    """When a resolution was adopted and revised; in full, each in a line with where that is written."""
    told: list[tuple[str, Cell]] = [
        ("Adopted", resolution.adopted or ""),
        ("Revised", "; ".join(resolution.revised)),
    ]
    if full:
        told = [("History", tuple(wording.history(resolution, full=True)))]
    history = (*told, ("Remark" if full else "History", resolution.history_note or ""))
    return _given(history) or ((("History", wording.NOT_RECORDED),) if resolution.number else ())


def positions(briefing: Briefing, selected: tuple[Position, ...], *, decided: bool = False) -> View:
    """The positions that a search or filter selected; where they are all decided, with what came of them."""
    return View(
        title=_heading(f"{len(selected)} of {len(briefing.positions)} positions", briefing),
        main=_positions(briefing, selected, decided=decided),
        data=_position_data(briefing, selected, decided=decided),
    )


def position(briefing: Briefing, position: Position, *, full: bool = False) -> View:
    """One position: everything about it, and a line to cite; in full, the weak sources for its outcome, too."""
    topic = briefing.topics[position.topic]
    facts: list[tuple[str, Cell]] = [
        ("Proponents", wording.names(briefing, position.proponents)),
        ("Addressees", tuple(briefing.addressees[id].name for id in position.addressees) or "nobody named"),
        ("Topic", topic.title),
        ("Section", wording.section(briefing, topic)),
        ("Resolutions", tuple(wording.resolution(briefing.resolutions[id]) for id in topic.resolutions)),
        ("Takes the side", tuple(wording.answers(topic, position))),
        *_if_decided(briefing, ("Outcome", wording.outcome(position.outcome, full=full))),
        ("To cite", wording.citation(briefing, position)),
    ]
    return View(
        title=_heading(f"{position.id}: {topic.title}", briefing),
        prose=(position.summary,),
        facts=_given(facts),
        notes=("Resolutions are tied to topics, not to single positions.",) if topic.resolutions else (),
        data=_position_data(briefing, [position]),
    )


def room(briefing: Briefing) -> View:
    """How many positions each proponent has on each topic."""
    topics = briefing.topics.values()
    matrix = _table(("Proponent", *(topic.short for topic in topics), "All"), _matrix(briefing))
    return View(
        title=_heading("Positions on each topic", briefing),
        main=matrix._replace(narrow=_table(("Topic", "Positions", "Who"), _by_topic(briefing))),
        tables=(
            _table(("Short", "Topic"), ((topic.short, wording.topic(topic)) for topic in topics)),
            *_questions(briefing, queries.standings(topics)),
        ),
        notes=(
            f"{SILENT}, or no mention, is silence: nothing recorded in this briefing.",
            "A position that several put forward counts for each of them, and once in the line of all.",
            "Sides are recorded where positions answer a question; on other topics they may differ, too.",
        ),
        data=_table(("Proponent", "Topic", "Positions"), _cells(briefing)),
    )


def _cells(briefing: Briefing) -> Iterable[tuple[Cell, ...]]:
    """A row for each proponent and topic."""
    counts = queries.counts(briefing)
    for proponent in briefing.proponents:
        for topic in briefing.topics.values():
            yield (proponent.name, topic.title, counts[proponent.id, topic.id])


def _matrix(briefing: Briefing) -> Iterable[tuple[Cell, ...]]:
    """A row for each proponent, one for all of them, and one that marks the topics with sides recorded."""
    topics = briefing.topics.values()
    counts = queries.counts(briefing)
    for proponent in briefing.proponents:
        own = [counts[proponent.id, topic.id] for topic in topics]
        yield (proponent.name, *(count or SILENT for count in own), sum(own))
    yield (ALL, *(len(topic.positions) for topic in topics), len(briefing.positions))
    yield ("Sides recorded", *("yes" if topic.contested else "no" for topic in topics), "")


def _by_topic(briefing: Briefing) -> Iterable[tuple[Cell, ...]]:
    """A row for each topic, and one for all of them."""
    counts = queries.counts(briefing)
    for topic in briefing.topics.values():
        speakers = (f"{briefing.proponent(id).name} {counts[id, topic.id]}" for id in queries.speakers(topic))
        yield (topic.short, len(topic.positions), tuple(speakers))
    totals = ((each.name, sum(counts[each.id, topic] for topic in briefing.topics)) for each in briefing.proponents)
    yield (ALL, len(briefing.positions), tuple(f"{name} {total}" for name, total in totals))


def standing(briefing: Briefing, proponent: Proponent) -> View:
    """With whom a proponent stands, against whom, and where it is silent."""
    own = queries.positions_of(briefing, proponent)
    shared = tuple(
        (f"With {briefing.proponent(id).name}: {len(positions)} of {len(own)}", position.id, position.summary)
        for id, positions in queries.shared_with(briefing, proponent).items()
        for position in positions
    )
    related = queries.relations(briefing, proponent)
    rivals = [standing for standing, _ in queries.rivals(related)]
    unrelated = ", ".join(each.name for each in queries.unrelated(briefing, proponent, related))
    silent = queries.silent_on(briefing, proponent)
    return View(
        title=_heading(f"Who is with {proponent.name}, and who is against", briefing),
        facts=_given(
            [
                ("Positions", wording.share(briefing, proponent)),
                ("Same side as", tuple(wording.related(briefing, related, Relation.SAME))),
            ]
        ),
        main=_table(("With", "Id", "Shared position"), shared, grouped=True) if shared else None,
        tables=_questions(briefing, rivals, title="Where others take another side"),
        notes=(
            *([] if shared else [f"{proponent.name} and others share nothing in this briefing."]),
            *([f"Share neither a position nor a question with {proponent.name}: {unrelated}."] if unrelated else []),
            *wording.silence(silent),
            *wording.spoken_for(briefing, proponent, silent),
        ),
        data=_table(RELATIONS, _relations(briefing, proponent, related)),
    )


def _relations(briefing: Briefing, proponent: Proponent, related: Related) -> Iterable[tuple[Cell, ...]]:
    """A row for each position that somebody shares with a proponent, or takes the same side or another with."""
    for id, positions in queries.shared_with(briefing, proponent).items():
        for position in positions:
            topic = briefing.topics[position.topic]
            yield (topic.title, briefing.proponent(id).name, position.id, position.summary, "", "", Relation.SHARED)
    for standing, others in related:
        for id, relation in others.items():
            for position in standing.answers[id] if relation is not Relation.SHARED else ():
                yield _taken(standing, (briefing.proponent(id).name,), position, relation)


def _taken(standing: Standing, who: tuple[str, ...], position: Position, relation: Relation) -> tuple[Cell, ...]:
    """The row of a position that takes a side of a question, with how that stands to others if they answer it."""
    question = standing.question
    side = question.sides[position.answers[question.id]]
    divided = wording.division(relation)
    return (standing.topic.title, who, position.id, position.summary, question.text, side.text, divided)


def comparison(briefing: Briefing, proponents: Sequence[Proponent], topics: Collection[Topic]) -> View:
    """Topic by topic what several proponents want, and who takes which side of each question."""
    ids = [proponent.id for proponent in proponents]
    told: list[Comparison] = []
    quiet: list[Topic] = []
    for each in queries.compare(topics, ids):
        if each.positions or _spoken_for(briefing, proponents, each.topic):
            told.append(each)
        else:
            quiet.append(each.topic)
    rows = [
        row
        for topic, positions, silent, _ in told
        for row in (
            *((topic.title, wording.names(briefing, by), position.id, position.summary) for position, by in positions),
            *((topic.title, who, "", remark) for remark, who in _silences(briefing, topic, silent)),
        )
    ]
    standings = [standing for each in told for standing in each.standings]
    return View(
        title=_heading(wording.listed([proponent.name for proponent in proponents]), briefing),
        facts=(("Shared", tuple(wording.pairs(briefing, proponents, topics))),),
        main=_table(("Topic", "Who", "Id", "Position"), rows, grouped=True),
        tables=_questions(briefing, standings, ids),
        notes=(
            *wording.silence(quiet, "All silent"),
            *_bloc_notes(briefing, proponents),
        ),
        data=_table(RELATIONS, (row for each in told for row in _compared(briefing, each, ids))),
    )


def _compared(briefing: Briefing, compared: Comparison, ids: Collection[str]) -> Iterable[tuple[Cell, ...]]:
    """A row for each position, one more where it answers another question, and rows for the silent."""
    topic = compared.topic
    for position, by in compared.positions:
        who = wording.names(briefing, by)
        answered = [standing for standing in compared.standings if standing.question.id in position.answers]
        for standing in answered:
            yield _taken(standing, who, position, standing.among(ids))
        if not answered:
            yield (topic.title, who, position.id, position.summary, "", "", Relation.SHARED if len(by) > 1 else "")
    for remark, who in _silences(briefing, topic, compared.silent):
        yield (topic.title, who, "", remark, "", "", Relation.SILENT)


def _spoken_for(briefing: Briefing, proponents: Iterable[Proponent], topic: Topic) -> bool:
    """Whether a bloc of any of these has a position on a topic."""
    return any(queries.speaking_for(briefing, proponent, topic) for proponent in proponents)


def _silences(briefing: Briefing, topic: Topic, silent: Iterable[str]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Who is silent on a topic, those of whom the same is to be said together."""
    said: dict[str, tuple[str, ...]] = {}
    for proponent in map(briefing.proponent, silent):
        remark = wording.silent(briefing, proponent, topic)
        said[remark] = (*said.get(remark, ()), proponent.name)
    return said.items()


def _questions(
    briefing: Briefing, standings: Iterable[Standing], ids: Collection[str] = (), title: str = "Questions and sides"
) -> tuple[Table, ...]:
    """For each question who takes which side: those named, by id, the silent among them too, or all who answer.

    Without a question there is no table.
    """
    rows: list[tuple[Cell, ...]] = []
    for standing in standings:
        among = ids or tuple(standing.answers)
        question = wording.question(standing.question, standing.among(among))
        for sides, members in standing.camps(among).items():
            positions = dict.fromkeys(each.id for id in members for each in standing.answers.get(id, ()))
            side = tuple(side.text for side in sides) or ("silent",)
            rows.append((question, wording.names(briefing, members), side, tuple(positions)))
    return (_table(("Question", "Who", "Side", "Positions"), rows, grouped=True, title=title),) if rows else ()


def _heading(what: str, briefing: Briefing) -> str:
    return f"{what} ({wording.event(briefing)})"


def _positions(briefing: Briefing, positions: Iterable[Position], *, decided: bool = False) -> Table:
    rows = (
        (
            briefing.topics[position.topic].title,
            position.id,
            position.summary,
            wording.names(briefing, position.proponents),
            *((wording.fate(position.outcome),) if decided and position.outcome else ()),
        )
        for position in positions
    )
    columns = ("Topic", "Id", "Position", "Proponents", *(("Outcome",) if decided else ()))
    return _table(columns, rows, grouped=True)


def _position_data(briefing: Briefing, positions: Iterable[Position], *, decided: bool = False) -> Table:
    """The same for programs, with the headlines."""
    positions = tuple(positions)
    shown = _positions(briefing, positions, decided=decided)
    topic, id, *others = shown.columns
    rows = (
        (row[0], row[1], position.headline or "", *row[2:]) for row, position in zip(shown.rows, positions, strict=True)
    )
    return shown._replace(columns=(topic, id, Column("Headline"), *others), rows=tuple(rows))


def _table(
    headings: Iterable[str], rows: Iterable[tuple[Cell, ...]], *, grouped: bool = False, title: str | None = None
) -> Table:
    return Table(tuple(Column(heading) for heading in headings), tuple(rows), title, grouped)


def _commands_to_try(briefing: Briefing) -> Iterable[tuple[str, str]]:
    """The topics, the proponent with most positions, and the first resolution."""
    yield "itupp topics", "what is on the table"
    if briefing.proponents:
        busiest = max(briefing.proponents, key=lambda each: len(queries.positions_of(briefing, each)))
        name = shell_word(busiest.name) or busiest.id
        yield f"itupp bloc {name}", f"the positions of {busiest.name}"
    for resolution in list(briefing.resolutions.values())[:1]:
        name = shell_word(resolution.number or "") or resolution.id
        yield f"itupp resolution {name}", f"the positions at stake in {resolution.label}"


def _paragraphs(text: str | None) -> tuple[str, ...]:
    return tuple(filter(None, text.split("\n"))) if text else ()


def _if_decided(briefing: Briefing, *facts: tuple[str, Cell]) -> tuple[tuple[str, Cell], ...]:
    """Facts about outcomes; none before a conference, when none is recorded of anything."""
    return facts if briefing.decided else ()


def _given(facts: Iterable[tuple[str, Cell]]) -> tuple[tuple[str, Cell], ...]:
    return tuple((label, value) for label, value in facts if value)

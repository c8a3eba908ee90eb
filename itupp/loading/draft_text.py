"""A draft as the text of a dataset, and as a report of what became of its table."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from itupp.loading.draft import (
    NO_PLACE,
    Document,
    Draft,
    Item,
    Numbered,
    Position,
    Question,
    Speaker,
    Topic,
    pieces,
)
from itupp.loading.table import Table
from itupp.loading.yaml_text import entry, in_brackets, scalar

OTHERS = "participants"
"""The list in which those are written who are no countries; nothing else depends on it."""

_BEGIN = """\
# Begun from the table {table}. Edit it on; everything after a # is a comment. Then run
#
#     itupp check THIS-FILE
#
# GUIDE.md explains every key; itupp new says where it is.
"""

_BRIEFING = "  # Put the title of the briefing here; scope, conference and as_of can follow."

_SOURCES = "  # The documents that positions are taken from."

_OTHERS = """
# Whoever is named in the table and is no country known to itupp. "kind" can say what each is, such
# as "kind: party". Move groups of countries to a list "blocs:", where they can have members, which
# are ids of countries: "members: [fr, ke]"."""

_TOPICS = """
# Add "exclusive: true" to a question where taking one side works against the others, and
# "basis: source" where it is a source that sets the sides against each other. A headline is the
# summary in at most eight words."""

_RESOLUTIONS = """
# Put their titles here. What has no number is a draft of a new one."""


def yaml_text(draft: Draft, table: Table) -> str:
    """The text of the dataset that a draft makes."""
    return "\n".join(_lines(draft, table)) + "\n"


def _lines(draft: Draft, table: Table) -> Iterator[str]:
    yield _BEGIN.format(table=scalar(_name(table.path.name)))
    source = _table_as_source(draft, table)
    yield from _briefing(draft, table, [source] if source else [])
    yield from _list("addressees", draft.addressees.values(), "\n# Who is asked to act.")
    yield from _list(OTHERS, draft.speakers.values(), _OTHERS)
    yield _TOPICS
    yield "topics:"
    for topic in draft.topics.values():
        yield from _topic(topic, source)
    yield from _resolutions(draft.resolutions.values())


def _name(name: str) -> str:
    """A name of a file as text; a sign of no encoding is shown as unknown."""
    return os.fsencode(name).decode("utf-8", "replace").strip() or "Table"


def _table_as_source(draft: Draft, table: Table) -> Document | None:
    """The table as a document, if it is that of a position for which no other is named."""
    if all(None not in position.places for position in draft.positions):
        return None
    taken = {document.id for document in draft.documents.values()}
    ids = ("table", *(f"table-{number}" for number in range(2, len(taken) + 3)))
    free = next(id for id in ids if id not in taken)
    return Document(name=_name(table.path.name), id=free)


def _briefing(draft: Draft, table: Table, first: Sequence[Document]) -> Iterator[str]:
    yield "briefing:"
    yield _BRIEFING
    yield from entry("  ", "title", _name(table.path.stem))
    if draft.sections:
        yield "  sections:"
        yield from _pairs("    ", draft.sections.values())
    yield _SOURCES
    yield "  sources:"
    for document in (*first, *draft.documents.values()):
        yield f"    - id: {scalar(document.id)}"
        told = {"title": document.name, "date": document.date, "url": document.address}
        yield from _entries("      ", told)


def _pairs(indent: str, items: Iterable[Item]) -> Iterator[str]:
    """Ids with their texts."""
    for item in items:
        yield from entry(indent, scalar(item.id), item.name)


def _entries(indent: str, texts: Mapping[str, str]) -> Iterator[str]:
    """Keys with their texts, those without a text left out."""
    for key, text in texts.items():
        if text:
            yield from entry(indent, key, text)


def _list(key: str, items: Collection[Item], comment: str) -> Iterator[str]:
    """A list of things that have names; nothing where there is none."""
    if items:
        yield comment
        yield f"{key}:"
    for item in items:
        yield f"  - id: {scalar(item.id)}"
        yield from entry("    ", "name", item.name)


def _resolutions(resolutions: Collection[Numbered]) -> Iterator[str]:
    if resolutions:
        yield _RESOLUTIONS
        yield "resolutions:"
    for resolution in resolutions:
        yield f"  - id: {scalar(resolution.id)}"
        yield from _entries("    ", {"number": resolution.number or "", "title": resolution.name})


def _topic(topic: Topic, table: Document | None) -> Iterator[str]:
    yield f"  - id: {scalar(topic.id)}"
    yield from entry("    ", "title", topic.name)
    if topic.section:
        yield f"    section: {scalar(topic.section.id)}"
    yield from _questions(topic.questions.values())
    yield "    positions:"
    for place, position in enumerate(topic.positions.values(), start=1):
        if position.wanted not in ("", f"{topic.id}-{place}"):
            yield f"      # {scalar(position.wanted)} in the table."
        # the first key of a list's item follows on its dash
        first, *others = _position(position, topic, table)
        yield f"      - {first.lstrip()}"
        yield from others
    if topic.resolutions:
        ids = (resolution.id for resolution in topic.resolutions)
        yield f"    resolutions: {in_brackets(ids)}"


def _questions(questions: Collection[Question]) -> Iterator[str]:
    if questions:
        yield "    questions:"
    for question in questions:
        yield f"      - id: {scalar(question.id)}"
        yield from entry("        ", "text", question.name)
        yield "        sides:"
        yield from _pairs("          ", question.sides.values())


def _position(position: Position, topic: Topic, table: Document | None) -> Iterator[str]:
    indent = " " * 8
    yield from _entries(indent, {"headline": position.headline, "summary": position.summary})
    yield f"{indent}proponents: {in_brackets(one.id for one in position.proponents)}"
    if position.addressees:
        yield f"{indent}addressees: {in_brackets(one.id for one in position.addressees)}"
    if position.answers:
        yield f"{indent}answers: {{{', '.join(_answers(position, topic))}}}"
    for kind in ("point", "anchor"):
        yield from _entries(indent, {kind: position.written.get(kind, "")})
    yield from _entries(indent, {"date": position.date})
    yield from _places(indent, position, table)
    yield from _outcome(indent, position.written)


def _answers(position: Position, topic: Topic) -> Iterator[str]:
    for key, side in position.answers.items():
        question = topic.questions[key]
        yield f"{scalar(question.id)}: {scalar(question.sides[side].id)}"


def _places(indent: str, position: Position, table: Document | None) -> Iterator[str]:
    """The document that a position is taken from, and further ones that say so."""
    cited = [(document or table, place) for document, place in position.places.items()]
    (source, place), *others = [(document, place) for document, place in cited if document]
    yield from _entries(indent, {"source": source.id, "locator": place})
    if others:
        yield f"{indent}also_in:"
    for document, further in others:
        yield from entry(f"{indent}  ", scalar(document.id), further or NO_PLACE)


def _outcome(indent: str, written: Mapping[str, str]) -> Iterator[str]:
    if "outcome" not in written:
        return
    yield f"{indent}outcome:"
    keys = {"result": "outcome", "summary": "outcome summary", "basis": "outcome basis"}
    told = {key: written.get(kind, "") for key, kind in keys.items()}
    told["confidence"] = written.get("confidence", "")
    yield from _entries(f"{indent}  ", told)
    sources = pieces(written.get("outcome sources", ""))
    if sources:
        yield f"{indent}  sources:"
    for source in sources:
        yield f"{indent}    - {scalar(source)}"


# What became of the table.


def summary(draft: Draft) -> str:
    """Count what came of the rows."""
    rows = len(draft.used) + sum(map(len, draft.unused.values()))
    used = f"{len(draft.used)} of {_number(rows, 'row')}"
    positions = _number(len(draft.positions), "position")
    return f"{positions} on {_number(len(draft.topics), 'topic')}, from {used}"


def _number(number: int, of: str) -> str:
    return f"{number} {of}{_plural(number)}"


def _plural(number: int) -> str:
    return "" if number == 1 else "s"


def names_told(draft: Draft) -> Iterator[str]:
    """Tell of every name what it was taken for."""
    alike = [name for name, country in draft.taken.items() if name == country.name]
    if alike:
        yield f"Countries by their names: {'; '.join(alike)}"
    for name, country in draft.taken.items():
        if name != country.name:
            yield f'"{name}" is taken for {country.name} ({country.id})'
    for speaker in draft.speakers.values():
        yield f'"{speaker.written}" is no country here: {_kept_as(speaker)}'


def _kept_as(speaker: Speaker) -> str:
    kept = f"kept as {speaker.id}, under {OTHERS}"
    renamed = f', called "{speaker.name}"' if speaker.name != speaker.written else ""
    remark = f" ({speaker.remark})" if speaker.remark else ""
    return kept + renamed + remark


def losses_told(draft: Draft, table: Table) -> Iterator[str]:
    """Tell of every row that is not used, of what is left out of others, and of columns.

    A topic that is that of a row above is told, too: it may not be what was meant.
    """
    for why, rows in draft.unused.items():
        yield f"not used: {_rows(rows, table)}: {why}"
    for what, rows in draft.left_out.items():
        yield f"left out: {_rows(rows, table)}: {what}"
    if draft.votes:
        told = "the text is taken for what the sides are on, and not for a position"
        yield f"{_rows(draft.votes, table)}: {told}"
    if draft.carried:
        yield f"no topic of its own: {_rows(draft.carried, table)}: that of the row above is taken"
    for heading in table.unread:
        yield f'not used: the column "{heading}"'


def _rows(numbers: Sequence[int], table: Table) -> str:
    """The numbers of rows, those that follow on each other as from-to."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = (str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"{table.unit}{_plural(len(numbers))} {', '.join(told)}"

"""What mentions words: terms, topics, questions, positions, resolutions, outcomes, the record."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from itupp.answers import phrases
from itupp.answers.documents import reference
from itupp.answers.view import Answer, Column, Document, Row, Table, Tone, View, new_table
from itupp.briefing import Briefing, Question, RecordQuestion, Resolution
from itupp.search import Hit, around, find

FEW = 6
"""So many hits of a kind are shown where it is not asked for all of them."""


def show(briefing: Briefing, words: Sequence[str], *, full: bool = False) -> Answer:
    """Show everything that mentions words, with the words around them and what to type."""
    hits = find(briefing, words)
    missing = f'nothing mentions "{" ".join(words)}"'
    return Answer(
        view=partial(_view, briefing, words, hits, full=full),
        document=lambda: [_document(hit, words) for hit in hits],
        missing=None if hits else missing,
    )


def _view(briefing: Briefing, words: Sequence[str], hits: Sequence[Hit], *, full: bool) -> View:
    typed = " ".join(words)
    view = View(f'What mentions "{typed}"', phrases.context_of(briefing))
    for kind, alike in groupby(hits, key=lambda hit: hit.kind):
        found = list(alike)
        shown = found if full else found[:FEW]
        more = len(found) - len(shown)
        remark = f"{more} more with --full" if more else ""
        number = phrases.counted(len(found), _called(kind, found), PLURALS.get(kind, ""))
        view.listed(number.capitalize(), _table(shown, words), remark)
    view.data = new_table(_DATA, (_data_row(hit, words) for hit in hits))
    return view


PLURALS = {"entry": "entries of the record"}
"""Of kinds of hits what several are called, where it is not the kind and an s."""


def _called(kind: str, hits: Iterable[Hit]) -> str:
    """What hits of a kind are called; not all texts are resolutions."""
    texts = [hit.record for hit in hits if isinstance(hit.record, Resolution)]
    return "text" if any(text.kind for text in texts) else kind


_DATA = ("Id", "Kind", "Name", "Found in", "Words")


def _table(hits: Iterable[Hit], words: Sequence[str]) -> Table:
    columns = ("Name", "Words", Column("Command", tone=Tone.DIM))
    return new_table(columns, _rows(hits, words), bare=True)


def _rows(hits: Iterable[Hit], words: Sequence[str]) -> Iterator[Row]:
    """A row for each hit: what it is, the words where they are not in that, and what to type."""
    for hit in hits:
        name = hit.record.label
        told = "" if hit.text.startswith(name) else f"{hit.place}: {around(hit.text, words)}"
        yield (name, told, _command(hit))


def _command(hit: Hit) -> str:
    """The command that shows a hit; a question is shown by its topic."""
    record = hit.record
    if isinstance(record, RecordQuestion):
        return f"itupp history {record.id}"
    if isinstance(record, Question):
        return f"itupp {record.topic.id}"
    return f"itupp {record.id}"


def _data_row(hit: Hit, words: Sequence[str]) -> Row:
    return (hit.record.id, hit.kind, hit.record.label, hit.place, around(hit.text, words))


def _document(hit: Hit, words: Sequence[str]) -> Document:
    told = {"kind": hit.kind, "place": hit.place, "words": around(hit.text, words)}
    return {**reference(hit.record), **told, "command": _command(hit)}

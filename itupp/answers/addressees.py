"""Addressees: who is asked to act, how often and by whom."""

from collections.abc import Iterable
from functools import partial

from itupp.answers import phrases
from itupp.answers.documents import maybe_reference, reference
from itupp.answers.view import Answer, Column, Document, Row, Tone, View, new_table
from itupp.briefing import Addressee, Briefing, Position


def show(briefing: Briefing) -> Answer:
    """List those who are asked to act, those who are asked most often first."""
    asked = _asked(briefing)
    return Answer(
        view=partial(_view, briefing, asked),
        document=lambda: [_document(addressee, asked[addressee]) for addressee in asked],
        missing=None if asked else "nobody is asked to act in this briefing",
    )


def _asked(briefing: Briefing) -> dict[Addressee, list[Position]]:
    """The positions that ask each addressee, or a part of it, to act."""
    asked: dict[Addressee, list[Position]] = {}
    for position in briefing.positions:
        for addressee in _with_wholes(position.addressees):
            asked.setdefault(addressee, []).append(position)
    most_first = sorted(asked.items(), key=lambda pair: -len(pair[1]))
    return dict(most_first)


def _with_wholes(addressees: Iterable[Addressee]) -> dict[Addressee, None]:
    """Addressees and those that they are a part of, each once."""
    named = list(addressees)
    wholes = (whole for addressee in named for whole in addressee.with_wholes)
    return dict.fromkeys((*named, *wholes))


_FULL = ("Addressee", "Positions", "Which", Column("Id", tone=Tone.DIM))

_DATA = ("Id", "Name", "Aliases", "Part of", "Positions", "Which")


def _view(briefing: Briefing, asked: dict[Addressee, list[Position]]) -> View:
    columns = ("Addressee", "Positions", Column("Id", tone=Tone.DIM))
    rows = [_row(addressee, positions) for addressee, positions in asked.items()]
    data = new_table(_DATA, map(_data_row, asked, asked.values()))
    view = View("Who is asked to act", phrases.context_of(briefing), data=data)
    view.full = new_table(_FULL, rows)
    view.table(new_table(columns, ((name, number, id) for name, number, _, id in rows)))
    unnamed = sum(not position.addressees for position in briefing.positions)
    if unnamed:
        view.note(f"{phrases.counted(unnamed, 'position names', 'positions name')} no addressee.")
    view.more("itupp positions --addressee NAME", "itupp addressees --full")
    return view


def _row(addressee: Addressee, positions: list[Position]) -> Row:
    ids = tuple(position.id for position in positions)
    return (_named(addressee), len(positions), ids, addressee.id)


def _data_row(addressee: Addressee, positions: list[Position]) -> Row:
    """An addressee for programs."""
    whole = addressee.part_of.id if addressee.part_of else ""
    own = (addressee.id, addressee.name, addressee.aliases, whole)
    return (*own, len(positions), phrases.ids(positions))


def _named(addressee: Addressee) -> str:
    """An addressee's name and, where it is a part of another, of which."""
    whole = addressee.part_of
    return f"{addressee.name} (counts to: {whole.name})" if whole else addressee.name


def _document(addressee: Addressee, positions: list[Position]) -> Document:
    ids = [position.id for position in positions]
    told = {"aliases": addressee.aliases, "part_of": maybe_reference(addressee.part_of)}
    return {**reference(addressee), **told, "positions": ids}

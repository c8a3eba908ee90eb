"""What several test files do: read a view, change the tiny dataset."""

from itertools import cycle

from conftest import TINY

from itupp.answers.view import Facts, Heading, Items, Paragraph, Table, Tone
from itupp.briefing import Record
from itupp.loading import load

EARLY = """
briefing: {title: T}
resolutions: [{id: r, title: R}]
topics: [{id: t, title: T, resolutions: [r], positions: [{summary: S., proponents: [fr]}]}]
"""
"""A dataset from before a conference: of nothing it is recorded what came of it."""


def changed(record, **fields):
    """A copy of a record with other values for some of its fields; nothing links back to it."""
    kinds = [kind for kind in type(record).__mro__ if issubclass(kind, Record)]
    declared = {name for kind in kinds for name in vars(kind).get("__annotations__", ())}
    own = {name: value for name, value in vars(record).items() if name in declared}
    return type(record)(**{**own, **fields})


def facts(view):
    """The facts of a view by their labels, wherever they stand."""
    blocks = (block for block in view.blocks if isinstance(block, Facts))
    return {label: value for block in blocks for label, value in block.pairs}


def headings(view):
    """The headings of a view, in the order of the screen."""
    return [block.text for block in view.blocks if isinstance(block, Heading)]


def below(view, heading):
    """The rows of the table that stands right below a heading."""
    place = next(place for place, block in enumerate(view.blocks) if _is_heading(block, heading))
    return view.blocks[place + 1].rows


def prose(view):
    """The paragraphs of a view that are no notes."""
    return [block.text for block in _paragraphs(view) if block.tone is not Tone.DIM]


def notes(view):
    """The notes of a view."""
    return [block.text for block in _paragraphs(view) if block.tone is Tone.DIM]


def _paragraphs(view):
    return [block for block in view.blocks if isinstance(block, Paragraph)]


def _is_heading(block, text):
    return isinstance(block, Heading) and block.text == text


def texts(view):
    """Every text of a view but its title, its headings and those of columns."""
    for block in view.blocks:
        yield from _texts_of(block)


def everything(view):
    """Every text that a view shows or gives to programs, in one."""
    data = _texts_of(view.data) if view.data else ()
    return "\n".join((shown(view), *data))


def shown(view):
    """Every text that a view shows to people, its title, headings and commands too, in one."""
    heads = (block for block in view.blocks if isinstance(block, Heading))
    remarks = (text for head in heads for text in (head.text, head.remark))
    columns = (column.heading for table in view.tables for column in table.columns)
    titles = (table.title or "" for table in view.tables)
    framing = (view.title, view.context, *remarks, *titles, *columns, *view.next_commands)
    return "\n".join((*framing, *texts(view)))


def records(table):
    """The rows of a table for programs, each with its cells by the headings of their columns."""
    headings = [column.heading for column in table.columns]
    return [dict(zip(headings, row, strict=True)) for row in table.rows]


def _texts_of(block):
    match block:
        case Paragraph():
            yield block.text
        case Items():
            yield from block.texts
        case Facts():
            for _, value in block.pairs:
                yield from _items(value)
        case Table():
            for row in block.rows:
                for cell in row:
                    yield from _items(cell)


def _items(cell):
    return cell if isinstance(cell, tuple) else (str(cell),)


def tiny_with(tmp_path, *changes):
    """The tiny briefing with texts in its file replaced, each given as old and new."""
    text = TINY.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return briefing_of(tmp_path, text)


def briefing_of(tmp_path, text):
    """The briefing in a text."""
    file = tmp_path / "changed.yaml"
    file.write_text(text, encoding="utf-8")
    return load(file)


def of_many_topics(tmp_path, number):
    """A briefing of so many topics, each with a position of one of three countries."""
    asked = "".join(
        f"- {{id: t{n}, title: T{n}, positions: [{{summary: S., proponents: [{id}]}}]}}\n"
        for n, id in zip(range(number), cycle(("fr", "de", "ke")), strict=False)
    )
    return briefing_of(tmp_path, f"briefing: {{title: T}}\ntopics:\n{asked}")

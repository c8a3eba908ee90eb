"""Datasets of any kind, and what may befall their text."""

import unicodedata
from itertools import product
from typing import NamedTuple

from hypothesis import strategies as st

MARKS = [
    "\u0301",
    "\u200f",
    "\u202e",
    "\u2067",
    "\x1b[31m",
    "\x1b]0;x\x07",
    "\x9b2J",
    "\x00",
    "\r",
    "\u2028",
    "\ufeff",
]
"""An accent, marks of direction, escape sequences, other controls, breaks that are none."""

SAYINGS = [
    "[shall]",
    "a | b",
    "# no comment",
    "x: y",
    "NO",
    "0102",
    "- no list",
    "&c",
    "*d",
    "'",
    '"',
    "`",
    "_e_",
    "<f>",
]
"""Text that YAML, Markdown or rich could take for something else."""

WORDS = st.one_of(
    st.sampled_from(MARKS + SAYINGS),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
    st.text(st.characters(categories=["Lo", "Mn", "Nd", "Sm", "Zs"]), min_size=1, max_size=8),
)


def _told(text):
    return text.strip() and unicodedata.normalize("NFKD", text).strip()


TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join).filter(_told)


def _maybe(**values):
    """Some of these keys."""
    return st.fixed_dictionaries({}, optional=values)


def _some(ids, **sizes):
    """Some of these ids."""
    return st.lists(st.sampled_from(ids), unique=True, **sizes) if ids else st.just([])


def _named(id):
    """A name that no other record has."""
    return TEXTS.map(lambda text: f"{id} {text}")


def _with(rest, **needed):
    """A mapping that has these keys and may have the rest."""
    return st.fixed_dictionaries(needed, optional=rest)


_LISTS = st.lists(TEXTS, min_size=1, max_size=2)
_WRITTEN = {"sources": _LISTS, "weak_sources": _LISTS}
_CONFERENCE = _with({"acronym": TEXTS, "city": TEXTS, "start": TEXTS, **_WRITTEN}, name=TEXTS)
_COUNTRIES = _some(["fr", "br", "no", "td"], min_size=1)
_BASIS = st.sampled_from(["source", "editor"])
_OUTCOME = _with({"summary": TEXTS, "confidence": TEXTS, "basis": _BASIS, **_WRITTEN}, result=TEXTS)
_GIST = _with(_WRITTEN, text=TEXTS)
_LINK = _with({"url": TEXTS}, title=TEXTS)
_LINKS = st.lists(_LINK, max_size=2)
_HEADLINE = TEXTS.filter(lambda text: len(text.split()) <= 8 and len(text) <= 60)


def _ids(name):
    """A few ids."""
    return st.integers(0, 3).map(lambda number: [f"{name}{n}" for n in range(number)])


class _World(NamedTuple):
    """The ids that topics can refer to."""

    proponents: list[str]
    addressees: list[str]
    resolutions: list[str]
    sources: list[str]
    sections: list[str]


@st.composite
def datasets(draw):
    """A dataset as plain mappings and lists: nothing in it is wrong, nothing doubtful."""
    blocs, resolutions = draw(_ids("bloc")), draw(_ids("res"))
    sources, sections = draw(_ids("doc")), draw(_ids("part"))
    world = _World(["fr", "br", *blocs], ["council", "keeper"], resolutions, sources, sections)
    topics = [draw(_topics(f"topic{n}", world)) for n in range(draw(st.integers(1, 3)))]
    positions = [position for topic in topics for position in topic["positions"]]
    asked = {id for position in positions for id in position.get("addressees", ())}
    named = {id for topic in topics for id in topic.get("resolutions", ())}
    cited = set()
    for position in positions:
        cited |= {position.get("source", "doc0"), *position.get("also_in", ())}
    rest = {"scope": TEXTS, "as_of": TEXTS, "further_reading": _LINKS}
    rest |= {"conference": _CONFERENCE, "following": _CONFERENCE}
    briefing = draw(_with(rest, title=TEXTS))
    addressees = [_addressee(id) for id in world.addressees if id in asked]
    topic_ids = [topic["id"] for topic in topics]
    terms = [_term(f"term{n}", topic_ids) for n in range(draw(st.integers(0, 2)))]
    return {
        "briefing": briefing
        | {"sections": {id: draw(TEXTS) for id in sections}}
        | {"sources": [draw(_source(id)) for id in sources if id in cited]},
        "addressees": list(map(draw, addressees)),
        "blocs": [draw(_bloc(id)) for id in blocs],
        "topics": topics,
        "resolutions": [draw(_resolution(id)) for id in resolutions if id in named],
        "terms": list(map(draw, terms)),
    }


def _addressee(id):
    return _with({}, id=st.just(id), name=_named(id))


def _source(id):
    return _with({"author": TEXTS, "url": TEXTS}, id=st.just(id), title=TEXTS)


def _bloc(id):
    return _with(
        {"organisation": _named(id), "members": _COUNTRIES, "notes": TEXTS, **_WRITTEN},
        id=st.just(id),
        name=_named(id),
    )


def _term(id, topics):
    rest = {"stands_for": _named(id), "topics": _some(topics), "sources": _LISTS}
    return _with(rest, id=st.just(id), name=_named(id), explanation=TEXTS)


@st.composite
def _resolution(draw, id):
    rest = {"number": st.just(id[3:]), "adopted": TEXTS, "revised": _LISTS, "history_note": TEXTS}
    rest |= {"gist": _GIST, "outcome": _OUTCOME}
    resolution = draw(_with(rest, id=st.just(id), title=_named(id)))
    places = dict.fromkeys(resolution.get("revised", ()))
    if places:
        resolution["history_sources"] = {place: draw(_LISTS) for place in draw(_some(list(places)))}
    return resolution


@st.composite
def _topics(draw, id, world):
    number = draw(st.integers(1, 3))
    positions = [draw(_positions(f"{id} {place}", world)) for place in range(number)]
    rest = {"subtitle": TEXTS, "background": TEXTS, "outcome": _OUTCOME, "key_issues": _LISTS}
    rest |= {"aliases": st.lists(_named(id), min_size=1, max_size=2), "further_reading": _LINKS}
    rest |= {"section": st.sampled_from(world.sections)} if world.sections else {}
    rest["resolutions"] = _some(world.resolutions)
    topic = draw(_with(rest, id=st.just(id), title=_named(id)))
    answering = [position for position in positions if "answers" in position]
    sides = dict.fromkeys(position["answers"]["q"] for position in answering)
    if sides:
        more = {"basis": _BASIS}
        more |= {} if _torn(positions) else {"exclusive": st.sampled_from(["true", "false"])}
        texts = st.fixed_dictionaries(dict.fromkeys(sides, TEXTS))
        topic["questions"] = [draw(_with(more, id=st.just("q"), text=TEXTS, sides=texts))]
    return topic | {"positions": positions}


@st.composite
def _positions(draw, name, world):
    rest = {"point": st.integers(0, 99).map(str), "locator": TEXTS, "outcome": _OUTCOME}
    rest |= {"headline": _HEADLINE, "anchor": st.just("two words")}
    rest |= {"answers": st.fixed_dictionaries({"q": st.sampled_from(["yes", "no", "later"])})}
    position = draw(
        _with(
            rest,
            summary=_named(name),
            proponents=_some(world.proponents, min_size=1, max_size=3),
            addressees=_some(world.addressees),
        )
    )
    for source in draw(_some(world.sources)):
        if "source" in position:
            position.setdefault("also_in", {})[source] = draw(TEXTS)
        else:
            position["source"] = source
    return position


def _torn(positions):
    """Whether a proponent takes two sides."""
    taken = set()
    for position in positions:
        taken |= set(product(position["proponents"], position.get("answers", {}).values()))
    return len(taken) > len({id for id, _ in taken})


PIECES = st.sampled_from([
    ": ", " #", "- ", "\t", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!x ", "? ", "|", ">-", "%",
    "---\n", "\n", "  ", "null", "~", "true", "1", "\x00", "\ufeff", "\u2028", "\x85", "\r",
    "\ud7ff", "topics:", "positions:", "id: x",
])  # fmt: skip

SHAPES = st.sampled_from(["[]", "{}", "", "''", "x", "1", "[x, y]", "{x: y}", "[[x]]", "|\n  x"])


def _fates(line, other, column, piece, shape):
    """What hands, editors and programs make of a line."""
    key, *rest = line.split(":")
    return (
        [],
        [line, line],
        [other],
        [" " * column + line.lstrip()],
        [":".join([piece, *rest])],
        [f"{key}: {shape}"],
        [line[:column] + piece + line[column:]],
        [line[:column] + line[column + 1 :]],
        [line[:column] + other[column:]],
    )


@st.composite
def mutations(draw, text):
    """The text of a dataset with a few things done to it, and perhaps cut off."""
    lines = text.split("\n")
    places = st.integers(0, len(lines) - 1)
    for _ in range(draw(st.integers(1, 4))):
        place, other = (draw(places) % len(lines) for _ in range(2))
        piece = draw(st.one_of(PIECES, WORDS))
        fates = _fates(lines[place], lines[other], draw(st.integers(0, 20)), piece, draw(SHAPES))
        lines[place : place + 1] = draw(st.sampled_from(fates))
    return "\n".join(lines)[: draw(st.one_of(st.none(), st.integers(0, len(text))))]

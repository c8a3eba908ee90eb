"""From YAML files to one Briefing, or to every problem in them at once."""

import errno
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, TypeVar

import yaml

from itupp.models import (
    Addressee,
    Basis,
    Bloc,
    Briefing,
    Conference,
    Country,
    Gist,
    Link,
    Named,
    Outcome,
    Position,
    Proponent,
    Question,
    Resolution,
    Section,
    Side,
    Source,
    Term,
    Topic,
)
from itupp.problems import DataError, Problem, unknown
from itupp.text import fold, harmless, harmless_from, nearest, shell_word
from itupp.yamlnode import Fields, Node
from itupp.yamltext import compose

ANCHOR_WORDS = range(2, 9)

SUFFIXES = (".yaml", ".yml")

MAX_BYTES = 100_000_000

KEYS: Mapping[str, tuple[str, ...]] = {
    "a file": ("briefing", "addressees", "blocs", "countries", "topics", "resolutions", "terms"),
    "the briefing": ("title", "scope", "conference", "as_of", "sections", "sources", "following", "further_reading"),
    "a conference": Conference._fields,
    "a source": Source._fields,
    "an addressee": Addressee._fields,
    "a bloc": Bloc._fields,
    "a country": Country._fields,
    "a resolution": Resolution._fields,
    "a gist": Gist._fields,
    "a term": Term._fields,
    "a topic": Topic._fields,
    "a question": Question._fields,
    "a position": tuple(key for key in Position._fields if key not in ("id", "topic")),
    "an outcome": Outcome._fields,
    "a link": Link._fields,
}
"""What each kind of record may hold, by what it is called in messages."""


def data_folder() -> Path:
    """Where the bundled data is: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "data"
    return installed if installed.is_dir() else package.parent / "data"


_REFERRED_TO = ("sources", "addressees", "proponents", "resolutions", "topics", "terms")


class Reading(NamedTuple):
    """What reading a dataset came to.

    `nodes` has for each kind that is referred to, by id, the values that its records were read from.
    `roots` are the files' values, the bundled countries' among them. `whole` says whether every file could be read and
    one of them is the briefing's. The list of problems is the one that the values report to.
    """

    briefing: Briefing
    roots: Sequence[Node]
    nodes: Mapping[str, Mapping[str, Node]]
    problems: list[Problem]
    whole: bool


def load(path: Path | None = None) -> Briefing:
    """The briefing in a YAML file or a folder of them, by default the bundled one.

    The bundled countries are part of every briefing. Raises DataError, with every problem,
    where the dataset is missing, unreadable or wrong.
    """
    reading = read(path)
    mistakes = [problem for problem in reading.problems if not problem.warning]
    if mistakes:
        raise DataError(mistakes)
    return reading.briefing


def read(path: Path | None = None) -> Reading:
    """What a dataset holds, and everything that is wrong with it; raises DataError where no file can be read."""
    folder = data_folder()
    path = path or folder / "pp22"
    files = _yaml_files(path)
    problems: list[Problem] = []
    texts = {file: _text(file, problems) for file in (folder / "countries.yaml", *files)}
    if not any(texts[file] is not None for file in files):
        raise DataError(problems)
    roots: list[Node] = []
    legible = not problems
    for file, text in texts.items():
        try:
            root = compose(text, str(file), problems) if text is not None else None
        except DataError as error:
            problems += error.problems
            legible = False
            continue
        roots += [Node(root, "a file", str(file), problems)] if root else []
    parts = _parts(roots)
    if legible and not parts["briefing"]:
        problems.append(Problem.at(None, str(path), 'no file has the key "briefing", which holds the title'))
    whole = legible and len(parts["briefing"]) == 1
    taken = {kind: _Taken(typed=kind != "sources") for kind in _REFERRED_TO}
    briefing = _briefing(parts, dict if whole else _Incomplete, taken)
    return Reading(briefing, roots, {kind: each.nodes for kind, each in taken.items()}, problems, whole)


def _yaml_files(path: Path) -> list[Path]:
    """The path itself, or the YAML files below a folder in path order; raises DataError where there is none."""
    try:
        if not path.is_dir():
            return [path]
        walk = os.walk(path, onerror=_refuse)
        files = sorted(Path(folder, name) for folder, _, names in walk for name in names if name.endswith(SUFFIXES))
    except OSError as error:
        raise DataError([_unreadable(Path(error.filename or path), error)]) from None
    if not files:
        raise DataError([Problem.at(None, str(path), "the folder holds no YAML file")])
    return files


def _refuse(error: OSError) -> NoReturn:
    raise error


def _unreadable(path: Path, error: OSError) -> Problem:
    return Problem.at(None, str(path), f"cannot be read: {error.strerror}")


def _absence(path: Path) -> str:
    """Why there is nothing to read at a path, and what may have been meant."""
    if path.exists():
        return "neither a file nor a folder"
    if path.is_symlink():
        return "a link that leads to no file or folder"
    names = [each.name for each in path.parent.iterdir() if shell_word(each.name)] if path.parent.is_dir() else []
    near = nearest(path.name, names)
    return "there is no such file or folder" + (f"; did you mean {path.with_name(near)}?" if near else "")


def _parts(roots: Iterable[Node]) -> dict[str, list[Node]]:
    """For each top-level key what all files hold under it, lists joined."""
    parts: dict[str, list[Node]] = {key: [] for key in KEYS["a file"]}
    for root in roots:
        for key, value in _fields(root, "a file").values.items():
            parts[key] += [value] if key == "briefing" else value.items()
    return parts


def _text(file: Path, problems: list[Problem]) -> str | None:
    """The text of a file; one that cannot be read is a problem, and so is one that is not UTF-8."""
    try:
        if not file.is_file():
            problems.append(Problem.at(None, str(file), _absence(file)))
            return None
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise OSError(errno.EFBIG, f"larger than {MAX_BYTES // 1_000_000} MB")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(
            Problem(
                str(file), error.object.count(b"\n", 0, error.start) + 1, 1, "not in UTF-8: save the file as UTF-8 text"
            )
        )
    except OSError as error:
        problems.append(_unreadable(file, error))
    return None


def _briefing(
    parts: Mapping[str, list[Node]],
    hold: Callable[[Mapping[str, Any]], Mapping[str, Any]],
    taken: Mapping[str, "_Taken"],
) -> Briefing:
    """The records of every kind, each kind after those it refers to; `hold` says which ids are known."""
    head = _head(parts["briefing"])
    sections = {key.raw.value: Section(key.raw.value, title.text()) for key, title in _ids(head, "sections")}
    sources = _records(head.items("sources"), "a source", _source, taken["sources"])
    addressees = _records(parts["addressees"], "an addressee", _addressee, taken["addressees"])
    countries = _records(parts["countries"], "a country", _country, taken["proponents"])
    blocs = _records(parts["blocs"], "a bloc", lambda fields: _bloc(fields, hold(countries)), taken["proponents"])
    resolutions = _records(parts["resolutions"], "a resolution", _resolution, taken["resolutions"])
    known = _Known(hold(sections), hold(sources), hold(addressees), hold({**blocs, **countries}), hold(resolutions))
    topics = _records(parts["topics"], "a topic", lambda fields: _topic(fields, known), taken["topics"])
    terms = _records(parts["terms"], "a term", lambda fields: _term(fields, hold(topics)), taken["terms"])
    return Briefing(
        title=head.text("title"),
        scope=head.maybe("scope"),
        conference=_conference(head, "conference"),
        as_of=head.maybe("as_of"),
        following=_conference(head, "following"),
        further_reading=_links(head),
        sections=sections,
        sources=sources,
        addressees=addressees,
        blocs=blocs,
        countries=countries,
        topics=topics,
        resolutions=resolutions,
        terms=terms,
    )


class _Known(NamedTuple):
    """What a topic can refer to."""

    sections: Mapping[str, Section]
    sources: Mapping[str, Source]
    addressees: Mapping[str, Addressee]
    proponents: Mapping[str, Proponent]
    resolutions: Mapping[str, Resolution]


class _Incomplete(dict[str, Any]):
    """Records some of which stand in a file that could not be read: any id may be theirs."""

    def __contains__(self, id: object) -> bool:
        return True


_NO_FIELDS = Fields(Node(yaml.ScalarNode("", ""), "", "", []), "")


def _head(nodes: Sequence[Node]) -> Fields:
    """The one `briefing`, without a key where there is none; a second one is a problem."""
    for node in nodes[1:]:
        node.report(f"a second briefing; the first is at {nodes[0].file}:{nodes[0].line}")
    return _fields(nodes[0], "the briefing") if nodes else _NO_FIELDS


def _fields(node: Node, what: str) -> Fields:
    """The keys of a record of this kind."""
    return node.fields(what, KEYS[what])


class _Taken:
    """The ids that records of one kind have, and where; if they are `typed` by people, all other names, too."""

    def __init__(self, *, typed: bool) -> None:
        self.typed = typed
        self.nodes: dict[str, Node] = {}
        self.names: dict[str, str] = {}

    def claim(self, record: Named, fields: Fields) -> bool:
        """Take a record's id, if it is free, and its names; one that is not free is a problem."""
        first = self.nodes.setdefault(record.id, fields.node)
        if first is not fields.node:
            fields.node.report(f'repeated id "{record.id}"; first at {first.file}:{first.line}')
            return False
        if self.typed:
            self._claim_names(record, fields)
        return True

    def _claim_names(self, record: Named, fields: Fields) -> None:
        """Take a record's names; those that another record has are a problem, told once for each such record."""
        owners = {record.id}
        for name in record.names:
            owner = self.names.setdefault(fold(name), record.id)
            if owner not in owners:
                owners.add(owner)
                first = self.nodes[owner]
                fields.holding(name).report(f'"{name}" also names {owner}, at {first.file}:{first.line}')


def _check_id(node: Node, id: str) -> None:
    """Report an id that a shell could read as more than a word, with one that would do instead."""
    if not id or harmless(id):
        return
    will_do = harmless_from(id)
    example = f", such as {will_do}" if will_do else ""
    node.report(f'the id "{id}" {_offence(id)}: use letters, digits, ".", "_" and, not at the start, "-"{example}')


def _offence(id: str) -> str:
    """What is wrong with an id: the signs in it that cannot be, the invisible ones by their numbers."""
    signs = dict.fromkeys(c for c in id if c != "-" and not harmless(c))
    return f"holds {', '.join(map(_sign, signs))}" if signs else 'begins with "-"'


def _sign(character: str) -> str:
    if character == " ":
        return "a blank"
    return f'"{character}"' if character.isprintable() else f"U+{ord(character):04X}"


R = TypeVar("R", bound=Named)


def _records(nodes: Iterable[Node], what: str, build: Callable[[Fields], R], taken: _Taken) -> dict[str, R]:
    """The records of one kind by id, as far as each has one of its own."""
    records: dict[str, R] = {}
    for node in nodes:
        fields = _fields(node, what)
        record = build(fields)
        if "id" in fields.values:
            _check_id(fields.values["id"], record.id)
        if record.id and taken.claim(record, fields):
            records[record.id] = record
    return records


def _ids(fields: Fields, key: str) -> list[tuple[Node, Node]]:
    """The keys and values of a mapping whose keys are ids."""
    pairs = fields.pairs(key)
    for name, _ in pairs:
        _check_id(name, name.raw.value)
    return pairs


def _source(fields: Fields) -> Source:
    return Source(
        id=fields.text("id"),
        title=fields.text("title"),
        author=fields.maybe("author"),
        publisher=fields.maybe("publisher"),
        date=fields.maybe("date"),
        url=fields.maybe("url"),
    )


def _conference(head: Fields, key: str) -> Conference | None:
    node = head.values.get(key)
    if not node:
        return None
    fields = _fields(node, "a conference")
    return Conference(
        name=fields.text("name"),
        acronym=fields.maybe("acronym"),
        city=fields.maybe("city"),
        country=fields.maybe("country"),
        start=fields.maybe("start"),
        end=fields.maybe("end"),
        sources=fields.texts("sources"),
        weak_sources=fields.texts("weak_sources"),
    )


def _addressee(fields: Fields) -> Addressee:
    return Addressee(id=fields.text("id"), name=fields.text("name"), aliases=fields.texts("aliases"))


def _country(fields: Fields) -> Country:
    return Country(
        id=fields.text("id"),
        name=fields.text("name"),
        alpha3=fields.maybe("alpha3"),
        aliases=fields.texts("aliases"),
        note=fields.maybe("note"),
        sources=fields.texts("sources"),
        weak_sources=fields.texts("weak_sources"),
    )


def _bloc(fields: Fields, countries: Mapping[str, Country]) -> Bloc:
    member_notes, also = fields.pairs("member_notes"), fields.pairs("also")
    bloc = Bloc(
        id=fields.text("id"),
        name=fields.text("name"),
        organisation=fields.maybe("organisation"),
        acronym=fields.maybe("acronym"),
        aliases=fields.texts("aliases"),
        members=_references(fields.items("members"), countries),
        members_stated=fields.number("members_stated"),
        members_as_of=fields.maybe("members_as_of"),
        member_notes=_notes(member_notes, countries),
        also=_notes(also, countries),
        sources=fields.texts("sources"),
        weak_sources=fields.texts("weak_sources"),
        notes=fields.maybe("notes"),
    )
    for key, _ in member_notes:
        if key.raw.value in countries and key.raw.value not in bloc.members:
            key.report(f'"{key.raw.value}" is not among the members: what is said of it goes under "also"')
    for key, _ in also:
        if key.raw.value in bloc.members:
            key.report(f'"{key.raw.value}" is among the members: what is said of it goes under "member_notes"')
    return bloc


def _notes(pairs: Iterable[tuple[Node, Node]], known: Mapping[str, Named]) -> dict[str, str]:
    """Remarks by the id of what they are about."""
    return {_reference(key, known): value.text() for key, value in pairs}


def _resolution(fields: Fields) -> Resolution:
    places = fields.pairs("history_sources")
    resolution = Resolution(
        id=fields.text("id"),
        title=fields.text("title"),
        number=fields.maybe("number"),
        gist=_gist(fields),
        adopted=fields.maybe("adopted"),
        revised=fields.texts("revised"),
        history_sources={key.raw.value: tuple(item.text() for item in value.items()) for key, value in places},
        history_note=fields.maybe("history_note"),
        outcome=_outcome(fields),
    )
    history = {place: place for place in (resolution.adopted, *resolution.revised) if place}
    for key, _ in places:
        if key.raw.value not in history:
            key.report(unknown("place in the history of this resolution", key.raw.value, history))
    return resolution


def _gist(fields: Fields) -> Gist | None:
    node = fields.values.get("gist")
    if not node:
        return None
    gist = _fields(node, "a gist")
    return Gist(text=gist.text("text"), sources=gist.texts("sources"), weak_sources=gist.texts("weak_sources"))


def _term(fields: Fields, topics: Mapping[str, Topic]) -> Term:
    return Term(
        id=fields.text("id"),
        name=fields.text("name"),
        explanation=fields.text("explanation"),
        stands_for=fields.maybe("stands_for"),
        aliases=fields.texts("aliases"),
        topics=_references(fields.items("topics"), topics),
        sources=fields.texts("sources"),
    )


def _outcome(fields: Fields) -> Outcome | None:
    node = fields.values.get("outcome")
    if not node:
        return None
    outcome = _fields(node, "an outcome")
    return Outcome(
        result=outcome.text("result"),
        summary=outcome.maybe("summary"),
        confidence=outcome.maybe("confidence"),
        basis=_basis(outcome, Basis.SOURCE),
        sources=outcome.texts("sources"),
        weak_sources=outcome.texts("weak_sources"),
    )


def _topic(fields: Fields, known: _Known) -> Topic:
    topic = Topic(
        id=fields.text("id"),
        title=fields.text("title"),
        positions=(),
        subtitle=fields.maybe("subtitle"),
        aliases=fields.texts("aliases"),
        section=_maybe_reference(fields, "section", known.sections),
        background=fields.maybe("background"),
        key_issues=fields.texts("key_issues"),
        questions=_records(fields.items("questions"), "a question", _question, _Taken(typed=False)),
        resolutions=_references(fields.items("resolutions"), known.resolutions),
        further_reading=_links(fields),
        outcome=_outcome(fields),
    )
    nodes = enumerate(fields.filled("positions"), start=1)
    return topic._replace(
        positions=tuple(_position(_fields(node, "a position"), place, topic, known) for place, node in nodes)
    )


def _links(fields: Fields) -> tuple[Link, ...]:
    links = (_fields(item, "a link") for item in fields.items("further_reading"))
    return tuple(Link(title=link.text("title"), url=link.maybe("url")) for link in links)


def _question(fields: Fields) -> Question:
    sides = {key.raw.value: Side(key.raw.value, text.text()) for key, text in _ids(fields, "sides")}
    node = fields.need("sides")
    if node and node.raw.value == []:
        node.report(f"{node.name} is empty")
    return Question(
        id=fields.text("id"),
        text=fields.text("text"),
        sides=sides,
        exclusive=fields.flag("exclusive"),
        basis=_basis(fields, Basis.EDITOR),
    )


def _basis(fields: Fields, left_out: Basis) -> Basis:
    """Whose reading it is; `left_out` is what it means to leave the key out."""
    legal = {basis.value: basis.value for basis in Basis}
    value = fields.maybe("basis") or left_out
    if value in legal:
        return Basis(value)
    fields.values["basis"].report(unknown("basis", value, legal))
    return left_out


def _position(fields: Fields, place: int, topic: Topic, known: _Known) -> Position:
    """A position, its topic's record still without positions; raises nothing, reports everything."""
    source = _maybe_reference(fields, "source", known.sources) or next(iter(known.sources), None)
    also_in = fields.pairs("also_in")
    for key, _ in also_in:
        if key.raw.value == source:
            key.report(f'"{source}" is the source of this position already')
    return Position(
        id=f"{topic.id}-{place}",
        topic=topic.id,
        summary=fields.text("summary"),
        headline=fields.maybe("headline"),
        proponents=_references(fields.filled("proponents"), known.proponents),
        addressees=_references(fields.items("addressees"), known.addressees),
        answers=_answers(fields, topic.questions),
        point=fields.number("point"),
        anchor=_anchor(fields),
        source=source,
        locator=fields.maybe("locator"),
        also_in=_notes(also_in, known.sources),
        outcome=_outcome(fields),
    )


def _anchor(fields: Fields) -> str | None:
    anchor = fields.maybe("anchor")
    if anchor and len(anchor.split()) not in ANCHOR_WORDS:
        fields.values["anchor"].report(f"an anchor has 2 to 8 words, not {len(anchor.split())}")
    return anchor


def _answers(fields: Fields, questions: Mapping[str, Question]) -> dict[str, str]:
    """For each question the side taken, both by id."""
    answers: dict[str, str] = {}
    for key, value in fields.pairs("answers"):
        name, side = key.raw.value, value.text()
        if name not in questions:
            key.report(unknown("question of this topic", name, _legal(questions)))
        elif side and side not in questions[name].sides:
            value.report(unknown(f"side of the question {name}", side, _legal(questions[name].sides)))
        answers[name] = side
    return answers


def _references(nodes: Iterable[Node], known: Mapping[str, Named]) -> tuple[str, ...]:
    """The ids in a list; an unknown one, or the same one twice, is a problem."""
    ids: list[str] = []
    for node in nodes:
        id = _reference(node, known)
        if id in ids:
            node.report(f'"{id}" is listed twice')
        ids.append(id)
    return tuple(ids)


def _maybe_reference(fields: Fields, key: str, known: Mapping[str, Named]) -> str | None:
    node = fields.values.get(key)
    return _reference(node, known) if node else None


def _reference(node: Node, known: Mapping[str, Named]) -> str:
    """The id that a value is; an unknown one is a problem, told with the id of the nearest name."""
    id = node.text()
    if id and id not in known:
        node.report(unknown("id", id, _legal(known)))
    return id


def _legal(records: Mapping[str, Named]) -> dict[str, str]:
    """For everything a person may have written the id that stands for it."""
    return {name: record.id for record in records.values() for name in record.names}

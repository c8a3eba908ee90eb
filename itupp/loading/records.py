"""From YAML values to linked records, each decoded as the annotations of its class say.

The fields of a record class are the keys that a curator may write, in their order, and what stands
under a key is read by its annotation. So a new key is a new field and nothing here.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache, partial
from types import MappingProxyType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from itupp.briefing import (
    Addressee,
    Bloc,
    Briefing,
    Chronicle,
    Conference,
    Country,
    Entry,
    Gist,
    Link,
    Named,
    Outcome,
    Participant,
    Position,
    Proponent,
    Question,
    Record,
    RecordQuestion,
    Resolution,
    Section,
    Side,
    Source,
    Term,
    Topic,
    Unlisted,
)
from itupp.dates import Date
from itupp.loading.yaml_syntax import look_alike
from itupp.loading.yaml_values import Fields, File, Value
from itupp.suggestions import Spellings, unknown, unknown_id

_NOTHING: Mapping[str, str] = MappingProxyType({})

R = TypeVar("R", bound=Record)
N = TypeVar("N", bound=Named)

MANY = 5000
"""For so many unknown ids of a kind it is looked for what was meant; more are no slips."""

LISTS: Mapping[str, type[Record]] = {
    "addressees": Addressee,
    "countries": Country,
    "unlisted": Unlisted,
    "blocs": Bloc,
    "participants": Participant,
    "resolutions": Resolution,
    "topics": Topic,
    "terms": Term,
}
"""The lists beside the briefing in a file, each after those that its records refer to."""

RECORD_LISTS: Mapping[str, type[Record]] = {
    "record_sources": Source,
    "record_questions": RecordQuestion,
    "record": Entry,
}
"""The lists that make up the record, in the same order; they are read after all others."""

CALLED: dict[type[Record], str] = {
    Briefing: "the briefing",
    Conference: "a conference",
    Source: "a source",
    Addressee: "an addressee",
    Bloc: "a bloc",
    Country: "a country",
    Participant: "a participant",
    Unlisted: "an unlisted name",
    Resolution: "a resolution",
    Gist: "a gist",
    Topic: "a topic",
    Question: "a question",
    Position: "a position",
    Outcome: "an outcome",
    Link: "a link",
    Term: "a term",
}
"""What each kind of record is called in messages."""

CALLED |= {RecordQuestion: "a question of the record", Entry: "an entry"}

_NO_KEYS: Mapping[type[Record], Iterable[str]] = {
    Briefing: (*LISTS, "read_chronicle"),
    Proponent: ("positions", "briefing"),
    Resolution: ("topics", "briefing"),
    Topic: ("briefing",),
    Term: ("briefing",),
    Question: ("topic",),
    RecordQuestion: ("neutral",),
    Position: ("id", "topic"),
    Entry: ("id",),
}
"""Fields, own or of a base, that are no keys: links back, what stands elsewhere or has no use."""

WRITTEN_IN_PAIRS = (Section, Side)
"""Records of an id and a text, written as a mapping of ids to texts."""

_OF_ONE_TOPIC: Mapping[type[Record], str] = {
    Question: "question of this topic",
    Side: "side of this question",
}
"""Records that only what holds them refers to, and what messages call those not known."""

_BLOC_IN_A_BLOC = (
    "is a bloc, and only countries can be members: list its countries, or say in the notes"
    " that it belongs here"
)

_UNTYPED = (Source, Question, RecordQuestion)
"""Records whose names nobody types, so that two of them may have the same."""


class Known(Generic[N]):
    """The records that a value can refer to by their ids.

    They are not complete where more may stand in a file that could not be read: then no id is
    wrong. `others` says of ids of other records what these are, and why they do not belong here.
    """

    def __init__(
        self,
        records: Mapping[str, N],
        *,
        complete: bool = True,
        thing: str = "id",
        others: Mapping[str, str] = _NOTHING,
    ) -> None:
        self.records = records
        self.complete = complete
        self.thing = thing
        self.others = others
        self._told: dict[tuple[str, int], str] = {}
        self._spellings: Spellings[N] = Spellings(())

    def may_have(self, id: str) -> bool:
        """Whether there is, or may be, a record with this id."""
        return id in self.records or not self.complete

    def find(self, value: Value) -> N | None:
        """The record whose id a value is; an unknown id is a problem, told with what is near."""
        id = value.text()
        if id in self.others and id not in self.records:
            value.report(f'"{id}" {self.others[id]}')
        elif id and not self.may_have(id):
            value.report(self._unknown(id))
        return self.records.get(id)

    def _unknown(self, id: str) -> str:
        """What to say of an id that is not known; the same one is mostly misspelt many times."""
        known = len(self.records)  # they become more while records of one kind are read
        if len(self._told) >= MANY:
            return f'unknown {self.thing} "{id}"'
        if (id, known) not in self._told:
            if len(self._spellings.records) != known:
                self._spellings = Spellings(self.records.values())
            told = unknown_id(self.thing, id, self._spellings)
            self._told[id, known] = f"{told}{_as_several(id)}"
        return self._told[id, known]


def _as_several(id: str) -> str:
    """What to add of an id that looks like several of them, or has a sign that only looks right."""
    sign = look_alike(id)
    if ";" in id:
        return "; a list has commas between"
    return f"; {sign}" if sign else ""


class Namespace:
    """Records that may have no id in common, and no name either where people type these."""

    def __init__(self, *, typed: bool) -> None:
        self.typed = typed
        self.records: list[Any] = []
        self.first: dict[str, Any] = {}

    def claim(self, record: Any) -> bool:
        """Enter a record; whether it has an id, and is the first to have it."""
        self.records.append(record)
        return bool(record.id) and self.first.setdefault(record.id, record) is record


class Contents(Record):
    """What the files of a dataset hold: the briefing, and the values its records were read from.

    `heads` are the values of the key `briefing`; there should be one. `origins` has for each kind
    of record all that were read, those whose id is taken among them. `known` has the records that
    can be referred to. `legible` says whether every file could be read. `reader` goes on with what
    is read later.
    """

    path: str
    roots: list[Value]
    heads: Sequence[Value]
    briefing: Briefing
    origins: Mapping[type[Record], Mapping[Any, Fields]]
    namespaces: Sequence[Namespace]
    known: Mapping[type[Record], Known[Any]]
    legible: bool
    reader: "_Reader"

    @property
    def entries(self) -> Mapping[Entry, Fields]:
        """The entries of the record, as far as it was read, that have all that they need."""
        entries = self.of(Entry)
        return {entry: entries[entry] for entry in entries if _has_all_needed(entry)}

    def take_record(self, files: Iterable[File] = ()) -> None:
        """Read the record, which stands in these files and in those that were read before."""
        further = tuple(files)
        roots = [file.root for file in further if file.root]
        self.roots += roots
        self.reader.complete &= all(file.is_yaml for file in further)
        chronicle = self.reader.chronicle(self.briefing, _parts(roots))
        self.briefing.read_chronicle = lambda: chronicle

    @property
    def whole(self) -> bool:
        """Whether all that the dataset holds is here."""
        return _is_whole(self.heads, self.legible)

    def of(self, cls: type[R]) -> Mapping[R, Fields]:
        """All records of a kind that were read, with the keys that each was read from."""
        return self.origins.get(cls, {})

    def fields(self, record: Record) -> Fields:
        """The keys that a record was read from."""
        return self.origins[type(record)][record]


def contents_of(path: str, files: Iterable[File]) -> Contents:
    """The records in files, linked, but for the record of other times, which waits to be taken.

    Whatever has the wrong shape is reported to its file.
    """
    files = tuple(files)
    roots = [file.root for file in files if file.root]
    legible = all(file.is_yaml for file in files)
    parts = _parts(roots)
    reader = _Reader(parts, complete=_is_whole(parts["briefing"], legible))
    briefing = reader.briefing()
    return Contents(
        path=path,
        roots=roots,
        heads=parts["briefing"],
        briefing=briefing,
        origins=reader.origins,
        namespaces=reader.namespaces,
        known=reader.known,
        legible=legible,
        reader=reader,
    )


def _is_whole(heads: Sequence[Value], legible: bool) -> bool:
    return legible and len(heads) == 1


def _parts(roots: Iterable[Value]) -> dict[str, list[Value]]:
    """For each top-level key what all files hold under it, lists joined."""
    parts: dict[str, list[Value]] = {key: [] for key in KEYS["a file"]}
    for root in roots:
        for key, value in root.fields("a file", KEYS["a file"]).values.items():
            parts[key] += [value] if key == "briefing" else value.items()
    return parts


class _Reader:
    """Makes records of values, and remembers which there are and what they were read from."""

    def __init__(self, parts: Mapping[str, Sequence[Value]], *, complete: bool) -> None:
        self.parts = parts
        self.complete = complete
        self.of_record: defaultdict[Topic, dict[str, Question]] = defaultdict(dict)
        self.known: defaultdict[type[Record], Known[Any]] = defaultdict(self._nothing)
        self.namespaces: list[Namespace] = []
        self.origins: defaultdict[type[Record], dict[Any, Fields]] = defaultdict(dict)

    def _nothing(self) -> Known[Any]:
        return Known({}, complete=self.complete)

    def briefing(self) -> Briefing:
        """Read the briefing and every list beside it, and link the records."""
        heads = [_fields(Briefing, head) for head in self.parts["briefing"][:1]]
        values = self._values(Briefing, heads[0]) if heads else {"title": ""}
        briefing = Briefing(**values, **self._lists())
        for fields in heads:
            self.origins[Briefing][briefing] = fields
        self._complete_topics(next(iter(briefing.sources.values()), None))
        return briefing.link()

    def chronicle(self, briefing: Briefing, further: Mapping[str, Sequence[Value]]) -> Chronicle:
        """Read the record, in these parts of further files and in those that were read."""
        written = {key: [*self.parts[key], *further[key]] for key in RECORD_LISTS}
        namespace = self._namespace(Source)
        namespace.first.update(briefing.sources)
        sources = self.by_id(Source, written["record_sources"], namespace)
        self._know(Source, {**briefing.sources, **sources})
        every = self.by_id(RecordQuestion, written["record_questions"])
        questions = {id: one for id, one in every.items() if _has_all_needed(one)}
        for question in questions.values():
            self.of_record[question.topic][question.id] = question
        entries = [self.record(Entry, value) for value in written["record"]]
        in_time = sorted(filter(_has_all_needed, entries), key=_place_in_time)
        _number(in_time)
        return Chronicle(entries=tuple(in_time), questions=questions, sources=sources)

    def _lists(self) -> dict[str, Any]:
        """Every list beside the briefing, by its key."""
        lists: dict[str, Any] = {}
        proponents = self._namespace(Proponent)
        for key, cls in LISTS.items():
            is_proponent = issubclass(cls, Proponent)
            namespace = proponents if is_proponent else self._namespace(cls)
            if cls is Bloc:
                self._tell_blocs_from_countries(self.parts[key])
            lists[key] = self.by_id(cls, self.parts[key], namespace)
            self._know(cls, lists[key])
            if is_proponent:
                self._know(Proponent, {**lists[key], **self.known[Proponent].records})
        return lists

    def _tell_blocs_from_countries(self, values: Iterable[Value]) -> None:
        """Let a bloc that is named where a country belongs be called what it is."""
        ids = (value.entries.get("id") for value in values)
        self.known[Country].others = {pair[1].word: _BLOC_IN_A_BLOC for pair in ids if pair}

    def _namespace(self, cls: type[Record]) -> Namespace:
        """A new namespace for records of a kind."""
        namespace = Namespace(typed=cls not in _UNTYPED)
        self.namespaces.append(namespace)
        return namespace

    def _know(self, cls: type[Record], records: Mapping[str, Any]) -> None:
        """Let values that are read from now on refer to these records."""
        complete = self.complete or cls in _OF_ONE_TOPIC
        thing = _OF_ONE_TOPIC.get(cls, "id")
        self.known[cls] = Known(records, complete=complete, thing=thing)

    def find(self, cls: type[Record], value: Value) -> Any:
        """The record of a kind that a value refers to, if there is one."""
        return self.known[cls].find(value)

    def record(self, cls: type[R], value: Value) -> R:
        """Make the record that a value holds."""
        fields = _fields(cls, value)
        if cls in _OF_A_TOPIC_NAMED:
            self._know_questions(fields)
        record = cls(**self._values(cls, fields))
        self.origins[cls][record] = fields
        return record

    def _know_questions(self, fields: Fields) -> None:
        """Let a record refer to questions of the topic that it names, and to sides of the one."""
        topic = self.known[Topic].records.get(fields.word("topic"))
        questions = {**topic.questions, **self.of_record[topic]} if topic else {}
        asked = questions.get(fields.word("question"))
        sides = asked.sides if asked else {}
        of_topic, of_question = f"question of the topic {fields.word('topic')}", "side"
        if asked:
            of_question = f"side of the question {asked.id}"
        self.known[Question] = Known(questions, complete=bool(topic), thing=of_topic)
        self.known[Side] = Known(sides, complete=bool(asked), thing=of_question)

    def by_id(
        self, cls: type[Record], values: Iterable[Value], namespace: Namespace | None = None
    ) -> dict[str, Any]:
        """Make the records that values hold; those without an id of their own are left out."""
        namespace = namespace or self._namespace(cls)
        records: dict[str, Any] = {}
        self._know(cls, records)  # a record can refer to one of its kind that stands above it
        for value in values:
            record: Any = self.record(cls, value)
            if namespace.claim(record):
                records[record.id] = record
        return records

    def _values(self, cls: type[Record], fields: Fields) -> dict[str, Any]:
        """The fields of a record, those left out for which there is no value or a wrong one."""
        plan = _plan(cls)
        values = dict(plan.empty)
        for key in plan.empty:
            fields.need(key)
        for key, kind in plan.held.items():
            if key in fields.values:
                values[key] = plan.decoders[key](self, fields.values[key])
            self._know(kind, values.get(key, {}))
        for key, value in fields.values.items():
            if key not in plan.held:
                values[key] = plan.decoders[key](self, value)
        return {key: decoded for key, decoded in values.items() if decoded is not None}

    def _complete_topics(self, first: Source | None) -> None:
        """Give questions and positions their topic, positions their ids and the source meant."""
        for topic in self.origins[Topic]:
            for question in topic.questions.values():
                question.topic = topic
            for place, position in enumerate(topic.positions, start=1):
                position.id = f"{topic.id}-{place}"
                position.topic = topic
                if not self.origins[Position][position].word("source"):
                    position.source = first


_OF_A_TOPIC_NAMED = (RecordQuestion, Entry)
"""Records that name their topic, and refer to questions of it."""


def _has_all_needed(record: Record) -> bool:
    """Whether a record has all that it needs, and refers to what there is."""
    return all(key in vars(record) for key in _plan(type(record)).empty)


def _place_in_time(entry: Entry) -> tuple[tuple[int, int, int], bool]:
    """Where an entry stands in order of time: it was asked for before it was decided."""
    return (entry.date.last if entry.decided else entry.date.first), entry.decided


def _number(entries: Iterable[Entry]) -> None:
    """Give entries their ids: the topic, the year and a number."""
    numbers: defaultdict[str, int] = defaultdict(int)
    for entry in entries:
        of_year = f"{entry.topic.id}-{entry.date.year}"
        numbers[of_year] += 1
        entry.id = f"{of_year}-{numbers[of_year]}"


_Decoder = Callable[[_Reader, Value], Any]
"""Reads a value; answers with None where the field is better left as its class has it."""


class _Plan(Record):
    """How a record of one kind is read.

    `decoders` has one for each key. `held` has the kinds of records that a record holds by their
    ids; they are read first, since what stands under other keys may refer to them. `empty` has for
    every key that is required what stands for it where it is missing. `lists` are the keys of
    lists of references.
    """

    decoders: Mapping[str, _Decoder]
    empty: Mapping[str, Any]
    held: Mapping[str, type[Record]]
    lists: tuple[str, ...]


def _fields(cls: type[Record], value: Value) -> Fields:
    """The keys of the record that a value holds."""
    called = CALLED[cls]
    return value.fields(called, KEYS[called])


def _plan(cls: type[Record]) -> _Plan:
    """How records of a kind are read, made out the first time that it is asked."""
    # no functools.cache, here and below: mypy does not take a class of records for hashable
    if cls not in _PLANS:
        _PLANS[cls] = _new_plan(cls)
    return _PLANS[cls]


_PLANS: dict[type[Record], _Plan] = {}


def _new_plan(cls: type[Record]) -> _Plan:
    annotations = keys_of(cls)
    required = [key for key in annotations if not hasattr(cls, key)]
    held = {key: kind for key in annotations if (kind := held_kind(annotations[key]))}
    decoders = {key: _decoder(annotation) for key, annotation in annotations.items()}
    decoders |= {key: _filled(annotations[key], decoders[key]) for key in required}
    empty = {key: _EMPTY.get(shape_of(annotations[key])) for key in required}
    lists = tuple(key for key in annotations if _is_list_of_references(annotations[key]))
    return _Plan(decoders=decoders, empty=empty, held=held, lists=lists)


def lists_of_references(cls: type[Record]) -> tuple[str, ...]:
    """The keys of a kind of record under which there are lists of ids."""
    return _plan(cls).lists


def keys_of(cls: type[Record]) -> Mapping[str, Any]:
    """The keys of a kind of record with their annotations, made out the first time."""
    if cls not in _KEYS:
        _KEYS[cls] = _annotations(cls)
    return _KEYS[cls]


_KEYS: dict[type[Record], Mapping[str, Any]] = {}


def _annotations(cls: type[Record]) -> Mapping[str, Any]:
    """The fields of a kind of record that are keys, those of its bases first."""
    annotations: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        if issubclass(base, Record):
            annotations |= base.__annotations__
            for key in _NO_KEYS.get(base, ()):
                del annotations[key]
    if any(isinstance(annotation, str) for annotation in annotations.values()):
        hints = get_type_hints(cls)  # it takes a while, and only a kind that names itself needs it
        annotations = {key: hints[key] for key in annotations}
    return annotations


def _resolved(annotation: Any) -> Any:
    """An annotation, or the class that it names where it stands before that class."""
    if isinstance(annotation, str):
        return getattr(sys.modules[Record.__module__], annotation)
    return annotation


def shape_of(annotation: Any) -> Any:
    """What is written: tuple for a list, Mapping for a mapping, else the class of the value."""
    return get_origin(annotation) or annotation


def inner_of(annotation: Any) -> list[Any]:
    """The classes in an annotation."""
    return [_resolved(argument) for argument in get_args(annotation)]


_EMPTY: Mapping[Any, Any] = {str: "", tuple: (), Mapping: {}}
"""What stands for a value that is missing, by its shape; nothing for a date or a reference."""


@cache
def is_referred_to(cls: Any) -> bool:
    """Whether values refer to a kind of record by an id, and do not hold it themselves."""
    return isinstance(cls, type) and issubclass(cls, Record) and "id" in keys_of(cls)


@cache
def _is_list_of_references(annotation: Any) -> bool:
    return get_origin(annotation) is tuple and is_referred_to(inner_of(annotation)[0])


@cache
def held_kind(annotation: Any) -> type[Record] | None:
    """The kind of the records that a field holds by their ids, if it holds any."""
    if get_origin(annotation) is not Mapping:
        return None
    key, kind = inner_of(annotation)
    return kind if key is str and is_referred_to(kind) else None


@cache
def _decoder(annotation: Any) -> _Decoder:
    """How a value is read whose field has this annotation."""
    held = held_kind(annotation)
    if held:
        return partial(_read_pairs if held in WRITTEN_IN_PAIRS else _read_by_id, held)
    shape, inner = shape_of(annotation), inner_of(annotation)
    if shape is tuple:
        return partial(_read_list, _decoder(inner[0]))
    if inner == [Question, Side]:
        return _read_answers
    if shape is Mapping:
        return partial(_read_mapping, inner[0], _decoder(inner[1]))
    if inner:
        return _OF_MAYBE.get(inner[0]) or _decoder(inner[0])
    return _decoder_of_one(annotation)


def _decoder_of_one(cls: Any) -> _Decoder:
    """How a value is read that is neither a list nor a mapping of many."""
    if cls in _OF_SCALARS:
        return _OF_SCALARS[cls]
    if issubclass(cls, StrEnum):
        return partial(_read_word, cls)
    if is_referred_to(cls):
        return lambda reader, value: reader.find(cls, value)
    return lambda reader, value: reader.record(cls, value)


_OF_SCALARS: Mapping[Any, _Decoder] = {
    str: lambda _, value: value.text(),
    int: lambda _, value: value.number(),
    bool: lambda _, value: value.flag(),
    Date: lambda _, value: value.date(),
}

_OF_MAYBE: Mapping[Any, _Decoder] = {str: lambda _, value: value.text() or None}
"""Where it may be missing, text that is empty is missing."""


def _filled(annotation: Any, decode: _Decoder) -> _Decoder:
    """How a value is read that has to be there: a list or a mapping with something in it."""
    empty = {tuple: "is an empty list", Mapping: "is empty"}.get(shape_of(annotation))
    return partial(_read_filled, empty, decode) if empty else decode


def _read_filled(empty: str, decode: _Decoder, reader: _Reader, value: Value) -> Any:
    if value.raw.value == []:
        value.report(f"{value.name} {empty}")
    return decode(reader, value)


def _read_list(decode: _Decoder, reader: _Reader, value: Value) -> tuple[Any, ...]:
    """A list, without references that lead nowhere."""
    decoded = [decode(reader, item) for item in value.items()]
    return tuple(item for item in decoded if item is not None)


def _read_word(words: type[StrEnum], _: _Reader, value: Value) -> StrEnum | None:
    """One of a few words."""
    legal = {word.value: word.value for word in words}
    text = value.text()
    if text and text not in legal:
        value.report(unknown(value.name.strip('"'), text, legal))
    return words(text) if text in legal else None


def _read_by_id(cls: type[Record], reader: _Reader, value: Value) -> dict[str, Record]:
    """A list of records that have ids."""
    return reader.by_id(cls, value.items())


def _read_pairs(cls: type[Record], _: _Reader, value: Value) -> dict[str, Record]:
    """A mapping of ids to texts, as records of an id and a text."""
    id_key, text_key = keys_of(cls)
    pairs = [(key.word, item.text()) for key, item in value.pairs()]
    return {id: cls(**{id_key: id, text_key: text}) for id, text in pairs}


def _read_mapping(
    cls: Any, decode: _Decoder, reader: _Reader, value: Value
) -> dict[str | Record, Any]:
    """A mapping from texts or from records, without references that lead nowhere."""
    found: dict[str | Record, Any] = {}
    for key, item in value.pairs():
        record = key.word if cls is str else reader.find(cls, key)
        decoded = decode(reader, item)
        if record is not None:
            found[record] = decoded
    return found


def _read_answers(reader: _Reader, value: Value) -> dict[Question, Side]:
    """For questions of the topic the side taken, without those that there are not."""
    answers: dict[Question, Side] = {}
    for key, item in value.pairs():
        question = reader.find(Question, key)
        if not question:
            item.text()
            continue
        thing = f"side of the question {question.id}"
        side = Known(question.sides, thing=thing).find(item)
        if side:
            answers[question] = side
    return answers


def _legal_keys() -> dict[str, tuple[str, ...]]:
    """For each kind of record its keys; a file has the briefing, and beside it the lists."""
    lists = [key for key in Briefing.__annotations__ if key in LISTS]
    keys = {called: tuple(keys_of(cls)) for cls, called in CALLED.items()}
    return {"a file": ("briefing", *lists, *RECORD_LISTS), **keys}


KEYS: Mapping[str, tuple[str, ...]] = _legal_keys()
"""What each kind of record may hold, by what it is called in messages."""

"""The records of a briefing: frozen, typed, and tied together by ids.

They are named tuples rather than dataclasses because a dozen frozen dataclasses take ten
times as long to create, and they are created every time the program starts.

A record that can be referred to has an `id`, a `label` (what is printed for it) and
`names` (what a person may type for it, the id first).
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol


class Named(Protocol):
    """What every record has that can be referred to."""

    @property
    def id(self) -> str:
        """The name the data uses."""

    @property
    def label(self) -> str:
        """The name that is printed."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a person may type, the id first."""


class Basis(StrEnum):
    """Whose reading something is: that of a source, or the editor's own."""

    SOURCE = "source"
    EDITOR = "editor"


class Source(NamedTuple):
    """A document that positions are taken from."""

    id: str
    title: str
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def names(self) -> tuple[str, ...]:
        """The id and the title."""
        return (self.id, self.title)


class Section(NamedTuple):
    """A part of the source under which it files topics."""

    id: str
    title: str

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def names(self) -> tuple[str, ...]:
        """The id and the title."""
        return (self.id, self.title)


class Conference(NamedTuple):
    """A conference; dates as the data writes them, `sources` are addresses.

    Weak sources, of this record and of others, are copies, essay sites and blogs.
    """

    name: str
    acronym: str | None = None
    city: str | None = None
    country: str | None = None
    start: str | None = None
    end: str | None = None
    sources: tuple[str, ...] = ()
    weak_sources: tuple[str, ...] = ()


class Addressee(NamedTuple):
    """Who is to act on a position."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the name and the aliases."""
        return (self.id, self.name, *self.aliases)


class Bloc(NamedTuple):
    """A regional group; `members` are ids of the countries counted, `also` of those named but not counted."""

    id: str
    name: str
    organisation: str | None = None
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    members_stated: int | None = None
    members_as_of: str | None = None
    member_notes: Mapping[str, str] = {}
    also: Mapping[str, str] = {}
    sources: tuple[str, ...] = ()
    weak_sources: tuple[str, ...] = ()
    notes: str | None = None

    @property
    def kind(self) -> str:
        """What kind of proponent it is."""
        return "bloc"

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the name, those of its organisation and the aliases."""
        own = (self.id, self.name, self.acronym, self.organisation, *self.aliases)
        return tuple(name for name in own if name)


class Country(NamedTuple):
    """A state; its id is its ISO 3166-1 alpha-2 code in lower case, `sources` are addresses that bear out the note."""

    id: str
    name: str
    alpha3: str | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None
    sources: tuple[str, ...] = ()
    weak_sources: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What kind of proponent it is."""
        return "country"

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The ISO codes, the name and the aliases."""
        own = (self.id, self.name, self.alpha3, *self.aliases)
        return tuple(name for name in own if name)


Proponent = Bloc | Country


class Outcome(NamedTuple):
    """What the conference decided; `sources` are addresses, `confidence` says what kind of sources they are."""

    result: str
    summary: str | None = None
    confidence: str | None = None
    basis: Basis = Basis.SOURCE
    sources: tuple[str, ...] = ()
    weak_sources: tuple[str, ...] = ()


class Side(NamedTuple):
    """One answer to a question."""

    id: str
    text: str

    @property
    def label(self) -> str:
        """The text."""
        return self.text

    @property
    def names(self) -> tuple[str, ...]:
        """The id and the text."""
        return (self.id, self.text)


class Question(NamedTuple):
    """A contested question on one topic; `sides` maps each side's id to it."""

    id: str
    text: str
    sides: Mapping[str, Side]
    exclusive: bool = False
    basis: Basis = Basis.EDITOR

    @property
    def label(self) -> str:
        """The text."""
        return self.text

    @property
    def names(self) -> tuple[str, ...]:
        """The id and the text."""
        return (self.id, self.text)


class Position(NamedTuple):
    """One point for debate on one topic.

    `headline` is the summary as an instruction of a few words. `proponents` and `addressees` are ids;
    `answers` maps ids of the topic's questions to ids of their sides; `source` is the id of the document that
    says so, `point` and `locator` its place there; `also_in` maps ids of further documents to its place in them.
    """

    id: str
    topic: str
    summary: str
    proponents: tuple[str, ...]
    addressees: tuple[str, ...] = ()
    answers: Mapping[str, str] = {}
    point: int | None = None
    anchor: str | None = None
    source: str | None = None
    locator: str | None = None
    also_in: Mapping[str, str] = {}
    outcome: Outcome | None = None
    headline: str | None = None

    @property
    def label(self) -> str:
        """The summary."""
        return self.summary

    @property
    def names(self) -> tuple[str, ...]:
        """The id."""
        return (self.id,)


class Link(NamedTuple):
    """Further reading; the address is often lost."""

    title: str
    url: str | None = None


class Topic(NamedTuple):
    """A subject of debate; `section` and `resolutions` are ids."""

    id: str
    title: str
    positions: tuple[Position, ...]
    subtitle: str | None = None
    aliases: tuple[str, ...] = ()
    section: str | None = None
    background: str | None = None
    key_issues: tuple[str, ...] = ()
    questions: Mapping[str, Question] = {}
    resolutions: tuple[str, ...] = ()
    further_reading: tuple[Link, ...] = ()
    outcome: Outcome | None = None

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def short(self) -> str:
        """The shortest of its title, its aliases and its id."""
        return min((self.title, *self.aliases, self.id), key=len)

    @property
    def contested(self) -> bool:
        """Whether positions on it answer a question."""
        return any(position.answers for position in self.positions)

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the title and the aliases."""
        return (self.id, self.title, *self.aliases)


class Gist(NamedTuple):
    """What a resolution says, in one sentence; `sources` are addresses."""

    text: str
    sources: tuple[str, ...] = ()
    weak_sources: tuple[str, ...] = ()


class Resolution(NamedTuple):
    """A numbered resolution or, without a number, a draft new one.

    `history_sources` has, for places where it was adopted or revised, addresses that bear that out.
    """

    id: str
    title: str
    number: str | None = None
    gist: Gist | None = None
    adopted: str | None = None
    revised: tuple[str, ...] = ()
    history_sources: Mapping[str, tuple[str, ...]] = {}
    history_note: str | None = None
    outcome: Outcome | None = None

    @property
    def label(self) -> str:
        """`Resolution 102`, or the title of a draft."""
        return f"Resolution {self.number}" if self.number else self.title

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the title and the usual ways of writing the number."""
        numbered = () if not self.number else tuple(f"{word}{self.number}" for word in _NUMBER_PREFIXES)
        return (self.id, self.title, *numbered)


_NUMBER_PREFIXES = ("", "Resolution ", "Resolution", "Res ", "Res", "No ")


class Term(NamedTuple):
    """An acronym or a term of art, explained in one sentence; `topics` are ids, `sources` addresses."""

    id: str
    name: str
    explanation: str
    stands_for: str | None = None
    aliases: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the name, what it stands for and the aliases."""
        own = (self.id, self.name, self.stands_for, *self.aliases)
        return tuple(name for name in own if name)


class Briefing(NamedTuple):
    """One conference's dataset, each mapping from id to record in the order of the data."""

    title: str
    scope: str | None
    conference: Conference | None
    as_of: str | None
    following: Conference | None
    further_reading: tuple[Link, ...]
    sections: Mapping[str, Section]
    sources: Mapping[str, Source]
    addressees: Mapping[str, Addressee]
    blocs: Mapping[str, Bloc]
    countries: Mapping[str, Country]
    topics: Mapping[str, Topic]
    resolutions: Mapping[str, Resolution]
    terms: Mapping[str, Term]

    @property
    def positions(self) -> tuple[Position, ...]:
        """Every position, in source order."""
        return tuple(position for topic in self.topics.values() for position in topic.positions)

    @property
    def decided(self) -> bool:
        """Whether it is recorded of anything what came of it; before a conference it is of nothing."""
        records: Iterable[Topic | Resolution | Position]
        records = (*self.topics.values(), *self.resolutions.values(), *self.positions)
        return any(each.outcome for each in records)

    @property
    def proponents(self) -> tuple[Proponent, ...]:
        """Every bloc, and the countries that put a position forward, in the order of the data."""
        speaking = {id for position in self.positions for id in position.proponents}
        countries = (country for country in self.countries.values() if country.id in speaking)
        return (*self.blocs.values(), *countries)

    @property
    def everyone(self) -> tuple[Proponent, ...]:
        """Every bloc and every country, in the order of the data."""
        return (*self.blocs.values(), *self.countries.values())

    def proponent(self, id: str) -> Proponent:
        """The bloc or country with this id; raises KeyError where there is none."""
        return self.blocs.get(id) or self.countries[id]

"""The records of a briefing, linked: a position knows its topic, a country its blocs.

Records are made by the loader and not changed after that. Two of them are equal only where they are
the same record. One that can be referred to has an `id`, a `label` (what is printed for it) and
`names` (what a person may type for it, the id first). A field that other records fill, a link back,
says so.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, Self, dataclass_transform

from itupp.dates import Date, date_of, latest_in

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


@dataclass_transform(kw_only_default=True, eq_default=False)
class Record:
    """Takes its fields by keyword; a field left out has the value that its class gives it.

    Type checkers treat its subclasses as dataclasses. They are none at run time: twenty dataclasses
    take 5 ms to create, a tenth of the time in which the program has to start.
    """

    def __init__(self, **fields: Any) -> None:
        self.__dict__.update(fields)


def fields_of(record: Record) -> dict[str, Any]:
    """The fields that a record's own class declares, by their names, in that order."""
    return {name: getattr(record, name) for name in type(record).__annotations__}


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


class BlocKind(StrEnum):
    """What a bloc is: whether its positions bind its members."""

    BLOC = "bloc"
    STATEMENT = "joint statement"
    """A text with signatories; what it says each of them says itself."""


class Relation(StrEnum):
    """How proponents stand to each other on a question, what sets them apart first."""

    OPPOSED = "opposed"
    """They take different sides, and the question is exclusive."""
    DIFFER = "differ"
    """They take different sides, which do not exclude each other."""
    SAME = "same side"
    """They take the same side, each with a position of its own."""
    SHARED = "shared"
    """They answer it with a position that both put forward."""
    NEUTRAL = "neutral"
    """One of them takes a side, and the other one that takes no view."""
    NONE = "no position"
    """None of them answers it, or only one does."""

    @property
    def against(self) -> bool:
        """Whether their sides differ."""
        return self in (Relation.OPPOSED, Relation.DIFFER)


class Source(Record):
    """A document that positions are taken from; its `date` is text, best a date in digits.

    `kind` says in words what kind of document it is.
    """

    id: str
    title: str
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    kind: str | None = None

    @cached_property
    def when(self) -> Date | None:
        """Its date, where it is written in digits."""
        return date_of(self.date or "")

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def names(self) -> tuple[str, ...]:
        """The id and the title."""
        return (self.id, self.title)


class Section(Record):
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


class Conference(Record):
    """A conference; dates as the data writes them, `sources` are addresses."""

    name: str
    acronym: str | None = None
    city: str | None = None
    country: str | None = None
    start: str | None = None
    end: str | None = None
    sources: tuple[str, ...] = ()
    weak_sources: tuple[str, ...] = ()


class Addressee(Record):
    """Who is to act on a position; `part_of` is another addressee, above it in the data."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    part_of: "Addressee | None" = None

    @property
    def with_wholes(self) -> tuple["Addressee", ...]:
        """Itself, what it is a part of, and so on."""
        return (self, *self.part_of.with_wholes) if self.part_of else (self,)

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the name and the aliases."""
        return (self.id, self.name, *self.aliases)


class Unlisted(Record):
    """One who is no country here though people may take it for one; `note` says what it is not."""

    id: str
    name: str
    note: str
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the name and the aliases."""
        return (self.id, self.name, *self.aliases)


class Outcome(Record):
    """What the conference decided; `confidence` says what kind of sources bear it out.

    `sources` are addresses. Weak sources, of this record and of others, are copies, essay sites and
    blogs.
    """

    result: str
    summary: str | None = None
    confidence: str | None = None
    basis: Basis = Basis.SOURCE
    sources: tuple[str, ...] = ()
    weak_sources: tuple[str, ...] = ()


class Link(Record):
    """Further reading; the address is often lost."""

    title: str
    url: str | None = None


class Membership(NamedTuple):
    """A country in a bloc: counted as a member or only named, and a remark on that."""

    bloc: "Bloc"
    counted: bool
    note: str | None


class Stance(NamedTuple):
    """How one who speaks for somebody answers a question, and how all others stand to that."""

    question: "Question"
    speaker: "Proponent"
    others: Mapping["Proponent", Relation]

    def those(self, *relations: Relation) -> tuple["Proponent", ...]:
        """Those who stand in one of these ways."""
        return tuple(other for other, relation in self.others.items() if relation in relations)


class Proponent(Record):
    """A bloc, a country or a participant. The loader fills `positions` and `briefing`."""

    id: str
    name: str
    positions: tuple["Position", ...] = ()
    briefing: "Briefing"

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a person may type, the id first."""
        raise NotImplementedError

    @property
    def kind(self) -> str:
        """What kind of proponent it is."""
        raise NotImplementedError

    @property
    def memberships(self) -> tuple[Membership, ...]:
        """The blocs that name it, in the order of the data; a bloc has none."""
        return ()

    @property
    def signatories(self) -> tuple["Proponent", ...]:
        """Those who say themselves whatever it says: the members of a joint statement."""
        return ()

    @cached_property
    def blocs(self) -> tuple["Bloc", ...]:
        """The blocs that count it among their members, joint statements left out."""
        counting = (bloc for bloc, counted, _ in self.memberships if counted)
        return tuple(bloc for bloc in counting if not bloc.signatories)

    @cached_property
    def signed(self) -> tuple["Bloc", ...]:
        """The joint statements that it signed; their positions are among its own."""
        counting = (bloc for bloc, counted, _ in self.memberships if counted)
        return tuple(bloc for bloc in counting if bloc.signatories)

    @property
    def speakers(self) -> tuple["Proponent", ...]:
        """Itself and the blocs that count it among their members: all who speak for it."""
        return (self, *self.blocs)

    @cached_property
    def kin(self) -> frozenset["Proponent"]:
        """Itself and those it speaks with: a country's blocs and statements, a bloc's members.

        They are never said to be against it or to have nothing to do with it.
        """
        return frozenset((*self.speakers, *self.signed))

    @property
    def may_speak_for_it(self) -> tuple[Membership, ...]:
        """The blocs that name a country which no bloc counts: they may speak for it or not."""
        naming = (membership for membership in self.memberships if not membership.counted)
        return () if self.blocs else tuple(naming)

    def speaking(self, *, own: bool = False) -> tuple["Proponent", ...]:
        """Those who speak for it; where `own`, it alone."""
        return (self,) if own else self.speakers

    @property
    def topics(self) -> tuple["Topic", ...]:
        """The topics it has positions on, in the order of the data."""
        return tuple(dict.fromkeys(position.topic for position in self.positions))

    def record(self, *, own: bool = False) -> tuple["Entry", ...]:
        """The entries of the record of what those asked for who speak for it, in order of time."""
        speakers = frozenset(self.speaking(own=own))
        entries = self.briefing.record
        return tuple(entry for entry in entries if not speakers.isdisjoint(entry.proponents))

    @cached_property
    def said(self) -> frozenset["Position"]:
        """Its positions, to ask whether one is among them."""
        return frozenset(self.positions)

    @cached_property
    def stands_by(self) -> frozenset["Position"]:
        """Its positions without those after which it took another side."""
        return frozenset(one for one in self.positions if not one.is_earlier_for(self))

    def current_line(self, *, own: bool = False) -> tuple["Position", ...]:
        """Its line without positions after which those who put them forward took another side."""
        speakers = self.speaking(own=own)
        said = {position for speaker in speakers for position in speaker.stands_by}
        return tuple(position for position in self.line(own=own) if position in said)

    def line(self, *, own: bool = False) -> tuple["Position", ...]:
        """The positions of those who speak for it, in the order of the data."""
        said = {position for speaker in self.speaking(own=own) for position in speaker.positions}
        if len(self.speakers) == 1 or own:
            return self.positions
        return tuple(position for position in self.briefing.positions if position in said)

    def topics_without_position(self, *, own: bool = False) -> tuple["Topic", ...]:
        """The topics on which nothing is recorded of those who speak for it."""
        spoken = {topic for speaker in self.speaking(own=own) for topic in speaker.topics}
        return tuple(topic for topic in self.briefing.topics.values() if topic not in spoken)

    @cached_property
    def _counts(self) -> dict["Topic", int]:
        counts: dict[Topic, int] = {}
        for position in self.positions:
            counts[position.topic] = counts.get(position.topic, 0) + 1
        return counts

    def count_on(self, topic: "Topic") -> int:
        """How many positions it has on a topic."""
        return self._counts.get(topic, 0)

    def shared(self, *, own: bool = False) -> dict["Proponent", tuple["Position", ...]]:
        """The positions that others put forward together with it or its blocs."""
        together: dict[Proponent, list[Position]] = {}
        for position in self.current_line(own=own):
            for other in position.said_by:
                if other not in self.kin and position in other.stands_by:
                    together.setdefault(other, []).append(position)
        others = (other for other in self.briefing.proponents if other in together)
        return {other: tuple(together[other]) for other in others}

    def stances(self, *, own: bool = False) -> tuple[Stance, ...]:
        """How it and its blocs answer questions that others answer, and how those others stand."""
        kin = self.kin
        found: list[Stance] = []
        for question in self.briefing.questions:
            for speaker in self.speaking(own=own):
                if speaker in question.answers:
                    stand = question.relations(speaker).items()
                    others = {other: relation for other, relation in stand if other not in kin}
                    found.append(Stance(question, speaker, others))
        return tuple(stance for stance in found if stance.others)

    @property
    def dissent(self) -> tuple[tuple["Question", "Proponent", "Proponent"], ...]:
        """Questions on which it and one of its blocs, or one of its members, take other sides."""
        found: list[tuple[Question, Proponent, Proponent]] = []
        for question in self.briefing.questions:
            kin = (other for other in question.answers if other in self.kin)
            against = (other for other in kin if question.relation(self, other).against)
            found += ((question, self, other) for other in against)
        return tuple(found)

    def unrelated(self, *, own: bool = False) -> tuple["Proponent", ...]:
        """Those who share no position with it or its blocs and answer none of their questions."""
        related = {other for stance in self.stances(own=own) for other in stance.others}
        related |= {*self.kin, *self.shared(own=own)}
        others = (other for other in self.briefing.proponents if other not in related)
        return tuple(other for other in others if not _one_names_the_other(self, other))


def _some_are_no_kin(some: Iterable[Proponent], others: Collection[Proponent]) -> bool:
    """Whether one of the first and one of the second are neither the same nor kin."""
    return any(other not in one.kin for one in some for other in others)


def _one_names_the_other(one: Proponent, other: Proponent) -> bool:
    """Whether one is a bloc that names the other, be it only to say that it does not count it."""
    naming = (membership.bloc for membership in (*one.memberships, *other.memberships))
    return any(bloc in (one, other) for bloc in naming)


class Bloc(Proponent):
    """A regional group or a joint statement, whose members are its signatories.

    `also` has remarks on countries that are named but are no members.
    """

    organisation: str | None = None
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    kind: BlocKind = BlocKind.BLOC
    members: tuple["Country", ...] = ()
    members_stated: int | None = None
    members_as_of: str | None = None
    member_notes: Mapping["Country", str] = _NOTHING
    also: Mapping["Country", str] = _NOTHING
    sources: tuple[str, ...] = ()
    weak_sources: tuple[str, ...] = ()
    notes: str | None = None

    @property
    def signatories(self) -> tuple[Proponent, ...]:
        """The members of a joint statement, who say themselves whatever it says."""
        return self.members if self.kind is BlocKind.STATEMENT else ()

    @cached_property
    def kin(self) -> frozenset[Proponent]:
        """Itself and its members."""
        return frozenset((self, *self.members))

    @property
    def speaking_members(self) -> tuple["Country", ...]:
        """The members that have positions of their own; who signs one speaks, too."""
        return tuple(member for member in self.members if member.positions)

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the name, those of its organisation and the aliases."""
        own = (self.id, self.name, self.acronym, self.organisation, *self.aliases)
        return tuple(name for name in own if name)


class Country(Proponent):
    """A state; its id is its ISO 3166-1 alpha-2 code in lower case.

    `sources` are addresses that bear out the note.
    """

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
    def names(self) -> tuple[str, ...]:
        """The ISO codes, the name and the aliases."""
        own = (self.id, self.name, self.alpha3, *self.aliases)
        return tuple(name for name in own if name)

    @cached_property
    def memberships(self) -> tuple[Membership, ...]:
        """The blocs that name it, in the order of the data."""
        return tuple(map(self._membership, self.briefing.naming.get(self, ())))

    def _membership(self, bloc: Bloc) -> Membership:
        note = bloc.member_notes.get(self) or bloc.also.get(self)
        return Membership(bloc, self not in bloc.also, note)


class Participant(Proponent):
    """One who is neither a bloc nor a country; `kind` says what it is: an office, a company."""

    kind: str = "participant"
    aliases: tuple[str, ...] = ()
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the name and the aliases."""
        return (self.id, self.name, *self.aliases)


class Side(Record):
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


class Question(Record):
    """A question on a topic; `sides` has each side by its id, `neutral` those that take no view.

    The loader fills `topic`.
    """

    id: str
    text: str
    sides: Mapping[str, Side]
    exclusive: bool = False
    neutral: tuple[Side, ...] = ()
    basis: Basis = Basis.EDITOR
    topic: "Topic"

    @property
    def label(self) -> str:
        """The text."""
        return self.text

    @property
    def names(self) -> tuple[str, ...]:
        """The id and the text."""
        return (self.id, self.text)

    @property
    def main(self) -> "Question":
        """The question that it stands beside, or itself."""
        return self

    @cached_property
    def _said(self) -> dict[Proponent, list["Position"]]:
        """For everyone who ever answered it the positions that do so."""
        said: dict[Proponent, list[Position]] = {}
        for position in self.topic.positions:
            if self in position.answers:
                for proponent in position.said_by:
                    said.setdefault(proponent, []).append(position)
        return said

    @cached_property
    def earlier(self) -> Mapping[Proponent, frozenset["Position"]]:
        """For those who took another side later the positions of before."""
        found: dict[Proponent, frozenset[Position]] = {}
        for proponent, said in self._said.items():
            last = self._last_dates(said)
            if len(last) > 1:
                before = (position for position in said if self._is_outdated(position, last))
                found[proponent] = frozenset(before)
        return {proponent: before for proponent, before in found.items() if before}

    def _last_dates(self, said: Iterable["Position"]) -> dict[Side, Date]:
        """When each side was taken last, as far as that is dated."""
        last: dict[Side, Date] = {}
        for position in said:
            side, when = position.answers[self], position.when
            if when and (side not in last or when.is_after(last[side])):
                last[side] = when
        return last

    def _is_outdated(self, position: "Position", last: Mapping[Side, Date]) -> bool:
        when, taken = position.when, position.answers[self]
        others = (date for side, date in last.items() if side is not taken)
        return when is not None and any(date.is_after(when) for date in others)

    @cached_property
    def answers(self) -> Mapping[Proponent, tuple["Position", ...]]:
        """For everyone who answers it the positions that do so, without earlier ones."""
        answers: dict[Proponent, tuple[Position, ...]] = {}
        for proponent, said in self._said.items():
            before = self.earlier.get(proponent, ())
            answers[proponent] = tuple(position for position in said if position not in before)
        return answers

    @cached_property
    def _taken(self) -> dict[Proponent, tuple[Side, ...]]:
        """For everyone who answers it the sides taken."""
        taken: dict[Proponent, tuple[Side, ...]] = {}
        for proponent, positions in self.answers.items():
            sides = {position.answers[self] for position in positions}
            taken[proponent] = tuple(side for side in self.sides.values() if side in sides)
        return taken

    def sides_of(self, proponent: Proponent) -> tuple[Side, ...]:
        """The sides that a proponent takes, in the order of the question."""
        return self._taken.get(proponent, ())

    def views_among(self, sides: tuple[Side, ...]) -> tuple[Side, ...]:
        """Those of several sides that take a view."""
        return tuple(side for side in sides if side not in self.neutral)

    def relation(self, one: Proponent, other: Proponent) -> Relation:
        """How two proponents stand to each other on it."""
        if one not in self.answers or other not in self.answers:
            return Relation.NONE
        apart = self._relation_of_sides(self.sides_of(one), self.sides_of(other))
        return apart or self._relation_of_like_minds(one, self.answers[other])

    def relations(self, one: Proponent) -> dict[Proponent, Relation]:
        """How all who answer it stand to one who does; who says the same stands alike."""
        own = self.sides_of(one)
        apart = {sides: self._relation_of_sides(own, sides) for sides in self._all_taken}
        stand = {
            said: apart[sides] or self._relation_of_like_minds(one, said)
            for said, sides in self._sides_of_said.items()
        }
        return {other: stand[said] for other, said in self.answers.items()}

    @cached_property
    def _all_taken(self) -> frozenset[tuple[Side, ...]]:
        """The sides that anyone takes together."""
        return frozenset(self._taken.values())

    @cached_property
    def _sides_of_said(self) -> Mapping[tuple["Position", ...], tuple[Side, ...]]:
        """For the positions by which somebody answers it the sides that these take."""
        return {said: self._taken[proponent] for proponent, said in self.answers.items()}

    def _relation_of_sides(
        self, sides: tuple[Side, ...], other_sides: tuple[Side, ...]
    ) -> Relation | None:
        """What sets those apart who take these sides, if anything does."""
        views, other_views = self.views_among(sides), self.views_among(other_sides)
        if views and other_views and views != other_views:
            return self.apart
        if sides != other_sides and not (views and other_views):
            return Relation.NEUTRAL
        return None

    def _relation_of_like_minds(self, one: Proponent, said: Iterable["Position"]) -> Relation:
        """How one stands to others who do not stand apart and who answer it by these positions."""
        alone = self._answer_sets[one].isdisjoint(said)
        return Relation.SAME if alone else Relation.SHARED

    @cached_property
    def _answer_sets(self) -> Mapping[Proponent, frozenset["Position"]]:
        return {proponent: frozenset(said) for proponent, said in self.answers.items()}

    @property
    def apart(self) -> Relation:
        """How those stand to each other who take different sides of it."""
        return Relation.OPPOSED if self.exclusive else Relation.DIFFER

    def sides_for(self, proponent: Proponent, *, own: bool = False) -> tuple[Side, ...]:
        """The sides that a proponent takes or, where it takes none, those of its blocs."""
        taken = self.sides_of(proponent)
        if taken or own:
            return taken
        of_blocs = {side for bloc in proponent.blocs for side in self.sides_of(bloc)}
        return tuple(side for side in self.sides.values() if side in of_blocs)

    def relation_among(self, proponents: Iterable[Proponent]) -> Relation:
        """What sets several proponents apart most, a bloc and its own member left aside."""
        alike: dict[tuple[Position, ...], list[Proponent]] = {}
        camps: dict[tuple[Side, ...], list[Proponent]] = {}
        for proponent in proponents:
            if proponent in self.answers:
                alike.setdefault(self.answers[proponent], []).append(proponent)
                camps.setdefault(self.sides_of(proponent), []).append(proponent)
        return self.relation_of_camps(camps) or self._relation_of_one_mind(list(alike.values()))

    def relation_of_camps(
        self, camps: Mapping[tuple[Side, ...], Collection[Proponent]]
    ) -> Relation | None:
        """How those stand who are in different camps, if any two of them stand apart."""
        for (sides, camp), (other_sides, other_camp) in combinations(camps.items(), 2):
            views, other_views = self.views_among(sides), self.views_among(other_sides)
            are_apart = views and other_views and views != other_views
            if are_apart and _some_are_no_kin(camp, other_camp):
                return self.apart
        return None

    def _relation_of_one_mind(self, alike: Sequence[Collection[Proponent]]) -> Relation:
        """How those stand whom nothing sets apart; `alike` are those with the same positions.

        There are few such groups, or else two of them that share nothing are found soon.
        """
        found = Relation.NONE
        if any(_some_are_no_kin(group, group) for group in alike):
            found = Relation.SHARED
        for group, other_group in combinations(alike, 2):
            if _some_are_no_kin(group, other_group):
                one, other = next(iter(group)), next(iter(other_group))
                relation = self.relation(one, other)
                if relation is Relation.SAME:
                    return relation
                if found is Relation.NONE and not relation.against:
                    found = relation
        return found

    def camps(self, proponents: Iterable[Proponent]) -> dict[tuple[Side, ...], list[Proponent]]:
        """Those who take just the same sides, by these; those without a position come last."""
        camps: dict[tuple[Side, ...], list[Proponent]] = {}
        for proponent in proponents:
            camps.setdefault(self.sides_of(proponent), []).append(proponent)
        if () in camps:
            camps[()] = camps.pop(())
        return camps


class RecordQuestion(Question):
    """A question that the record answers and no position of this conference does.

    It may stand beside one that they answer.
    """

    topic: "Topic"
    beside: Question | None = None

    @property
    def main(self) -> Question:
        """The question that it stands beside, or itself."""
        return self.beside or self


class Position(Record):
    """One point for debate on one topic.

    `headline` is the summary as an instruction of a few words. `answers` has the side taken on each
    of the topic's questions that it answers. `source` is the document that says so, `point` and
    `locator` its place there; `also_in` has its place in further documents. `date` is when it was
    said, if not when its source was written.
    """

    id: str
    topic: "Topic"
    summary: str
    headline: str | None = None
    proponents: tuple[Proponent, ...]
    addressees: tuple[Addressee, ...] = ()
    answers: Mapping[Question, Side] = _NOTHING
    point: int | None = None
    anchor: str | None = None
    date: Date | None = None
    source: Source | None = None
    locator: str | None = None
    also_in: Mapping[Source, str] = _NOTHING
    outcome: Outcome | None = None

    @property
    def label(self) -> str:
        """The headline or, where there is none, the summary."""
        return self.headline or self.summary

    @property
    def names(self) -> tuple[str, ...]:
        """The id."""
        return (self.id,)

    @cached_property
    def when(self) -> Date | None:
        """When it was said, as exactly as that is known."""
        return self.date or (self.source.when if self.source else None)

    @cached_property
    def said_by(self) -> tuple[Proponent, ...]:
        """Its proponents, and those who signed it among them."""
        signed = (one for proponent in self.proponents for one in proponent.signatories)
        return tuple(dict.fromkeys((*self.proponents, *signed)))

    def is_earlier_for(self, proponent: Proponent) -> bool:
        """Whether a proponent took another side of a question that it answers later."""
        return any(self in question.earlier.get(proponent, ()) for question in self.answers)

    @property
    def outdated_for(self) -> tuple[Proponent, ...]:
        """Those of its proponents who took another side later."""
        return tuple(filter(self.is_earlier_for, self.proponents))

    def partners(self, proponent: Proponent) -> tuple[Proponent, ...]:
        """Those who put it forward together with this proponent."""
        return tuple(other for other in self.proponents if other is not proponent)


class Topic(Record):
    """A subject of debate. The loader fills `briefing`."""

    id: str
    title: str
    positions: tuple[Position, ...]
    subtitle: str | None = None
    aliases: tuple[str, ...] = ()
    section: Section | None = None
    background: str | None = None
    key_issues: tuple[str, ...] = ()
    questions: Mapping[str, Question] = _NOTHING
    resolutions: tuple["Resolution", ...] = ()
    further_reading: tuple[Link, ...] = ()
    outcome: Outcome | None = None
    briefing: "Briefing"

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def short(self) -> str:
        """The shortest of its title, its aliases and its id, written as a title."""
        id = f"{self.id[:1].upper()}{self.id[1:]}" if self.title[:1].isupper() else self.id
        return min((self.title, *self.aliases, id), key=len)

    @cached_property
    def record(self) -> tuple["Entry", ...]:
        """The entries of the record on it, in order of time."""
        return tuple(entry for entry in self.briefing.record if entry.topic is self)

    @property
    def every_question(self) -> tuple[Question, ...]:
        """Its questions and, each after the one it stands beside, those of the record."""
        further = [one for one in self.briefing.record_questions.values() if one.topic is self]
        own = dict.fromkeys((*self.questions.values(), *(one.main for one in further)))
        order = list(own)
        return tuple(sorted((*own, *_not_in(own, further)), key=lambda one: order.index(one.main)))

    @property
    def contested(self) -> bool:
        """Whether positions on it answer a question."""
        return any(position.answers for position in self.positions)

    @property
    def speakers(self) -> tuple[Proponent, ...]:
        """Those who have a position on it, in the order they first appear."""
        everyone = (proponent for position in self.positions for proponent in position.proponents)
        return tuple(dict.fromkeys(everyone))

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the title and the aliases."""
        return (self.id, self.title, *self.aliases)


def _not_in(
    known: Iterable[Question], questions: Iterable[RecordQuestion]
) -> Iterable[RecordQuestion]:
    return (question for question in questions if question not in known)


_NUMBER_PREFIXES = (
    *("", "Resolution ", "Resolution", "Res ", "Res", "No ", "Number "),
    *("Resolution No ", "Resolution Number ", "Res No "),
)


class Gist(Record):
    """What a resolution says, in one sentence; `sources` are addresses."""

    text: str
    sources: tuple[str, ...] = ()
    weak_sources: tuple[str, ...] = ()


class Resolution(Record):
    """A resolution, or a text of another `kind`: an article, a bill, a decision.

    One that has no number and was not adopted is a draft. The loader fills `topics` and `briefing`.
    `history_sources` has, for places where it was adopted or revised, addresses that bear that out.
    """

    id: str
    title: str
    kind: str | None = None
    number: str | None = None
    gist: Gist | None = None
    adopted: str | None = None
    revised: tuple[str, ...] = ()
    history_sources: Mapping[str, tuple[str, ...]] = _NOTHING
    history_note: str | None = None
    outcome: Outcome | None = None
    topics: tuple[Topic, ...] = ()
    briefing: "Briefing"

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft: it has no number and was not adopted."""
        return not (self.number or self.adopted)

    @property
    def label(self) -> str:
        """`Resolution 102`, `Article 11`, or the title of what has no number."""
        return f"{self.kind or 'Resolution'} {self.number}" if self.number else self.title

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the title and the usual ways of writing the number."""
        if not self.number:
            return (self.id, self.title)
        prefixes = ("", f"{self.kind} ") if self.kind else _NUMBER_PREFIXES
        return (self.id, self.title, *(f"{prefix}{self.number}" for prefix in prefixes))

    @property
    def record(self) -> tuple["Entry", ...]:
        """The entries of the record that are about it, in order of time."""
        return tuple(entry for entry in self.briefing.record if entry.resolution is self)

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions on its topics, in the order of the data."""
        return tuple(position for topic in self.topics for position in topic.positions)


class Term(Record):
    """An acronym or a term of art, explained in one sentence; `sources` are addresses.

    The loader fills `briefing`.
    """

    id: str
    name: str
    stands_for: str | None = None
    explanation: str
    aliases: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    sources: tuple[str, ...] = ()
    briefing: "Briefing"

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The id, the name, what it stands for and the aliases."""
        own = (self.id, self.name, self.stands_for, *self.aliases)
        return tuple(name for name in own if name)


class EntryKind(StrEnum):
    """What an entry of the record is."""

    POSITION = "position"
    DECISION = "decision"


class Entry(Record):
    """A position or a decision of another time, on a topic of this conference.

    `by` is in words who decided or spoke that is no proponent. `resolution` is what it
    adopts, revises or is about. `question` is one of the topic or of the record; without a `side`
    the source shows that it was put, not how it was answered. `basis` says whose reading the side
    is.
    """

    id: str
    date: Date
    event: str
    kind: EntryKind
    topic: Topic
    question: Question | None = None
    side: Side | None = None
    resolution: Resolution | None = None
    proponents: tuple[Proponent, ...] = ()
    by: str | None = None
    headline: str | None = None
    summary: str
    addressees: tuple[Addressee, ...] = ()
    source: Source
    locator: str | None = None
    basis: Basis = Basis.EDITOR
    doubt: str | None = None

    @property
    def label(self) -> str:
        """The headline or, where there is none, the summary."""
        return self.headline or self.summary

    @property
    def names(self) -> tuple[str, ...]:
        """The id."""
        return (self.id,)

    @property
    def decided(self) -> bool:
        """Whether it is a decision."""
        return self.kind is EntryKind.DECISION


class Chronicle(Record):
    """The record as it was read: its entries in order of time, its questions and its documents."""

    entries: tuple[Entry, ...] = ()
    questions: Mapping[str, RecordQuestion] = _NOTHING
    sources: Mapping[str, Source] = _NOTHING


class Briefing(Record):
    """One conference's dataset: for each kind its records by id, in the order of the data.

    `read_chronicle` is how the loader reads the record. `short` is what it is called beside titles
    where its conference has no acronym.
    """

    title: str
    short: str | None = None
    scope: str | None = None
    conference: Conference | None = None
    as_of: str | None = None
    sections: Mapping[str, Section] = _NOTHING
    sources: Mapping[str, Source] = _NOTHING
    following: Conference | None = None
    further_reading: tuple[Link, ...] = ()
    addressees: Mapping[str, Addressee] = _NOTHING
    blocs: Mapping[str, Bloc] = _NOTHING
    countries: Mapping[str, Country] = _NOTHING
    participants: Mapping[str, Participant] = _NOTHING
    unlisted: Mapping[str, Unlisted] = _NOTHING
    topics: Mapping[str, Topic] = _NOTHING
    resolutions: Mapping[str, Resolution] = _NOTHING
    terms: Mapping[str, Term] = _NOTHING
    read_chronicle: Callable[[], Chronicle] = Chronicle

    @property
    def first_day(self) -> Date | None:
        """When its conference begins, as exact as it is known."""
        conference = self.conference
        return latest_in((conference and (conference.start or conference.end)) or "")

    @property
    def last_day(self) -> Date | None:
        """When its conference ends, as exact as it is known."""
        conference = self.conference
        return latest_in((conference and (conference.end or conference.start)) or "")

    @cached_property
    def chronicle(self) -> Chronicle:
        """The record, read when it is first asked for: most answers do without.

        Raises DataError where there is a mistake in it.
        """
        return self.read_chronicle()

    @property
    def record(self) -> tuple[Entry, ...]:
        """Positions and decisions of other times, in order of time."""
        return self.chronicle.entries

    @property
    def record_questions(self) -> Mapping[str, RecordQuestion]:
        """The questions that only the record answers."""
        return self.chronicle.questions

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """Every position, in source order."""
        return tuple(position for topic in self.topics.values() for position in topic.positions)

    @cached_property
    def position_ids(self) -> frozenset[str]:
        """The ids of all positions, to ask whether one is among them."""
        return frozenset(position.id for position in self.positions)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question that positions answer, in the order of the data."""
        questions = (
            question for topic in self.topics.values() for question in topic.questions.values()
        )
        return tuple(question for question in questions if question.answers)

    @cached_property
    def decided(self) -> bool:
        """Whether any outcome is recorded; before a conference there is none."""
        kinds: tuple[Iterable[Topic | Resolution | Position], ...]
        kinds = (self.topics.values(), self.resolutions.values(), self.positions)
        return any(record.outcome for records in kinds for record in records)

    @cached_property
    def proponents(self) -> tuple[Proponent, ...]:
        """Every bloc, and the others that put a position forward, in the order of the data."""
        others = (*self.countries.values(), *self.participants.values())
        return (*self.blocs.values(), *(one for one in others if one.positions))

    @cached_property
    def naming(self) -> Mapping[Country, Sequence[Bloc]]:
        """For each country the blocs that count or name it, in the order of the data."""
        naming: dict[Country, list[Bloc]] = {}
        for bloc in self.blocs.values():
            for country in dict.fromkeys((*bloc.members, *bloc.also)):
                naming.setdefault(country, []).append(bloc)
        return naming

    @property
    def everyone(self) -> tuple[Proponent, ...]:
        """Every bloc, country and participant, in the order of the data."""
        return (*self.blocs.values(), *self.countries.values(), *self.participants.values())

    def link(self) -> Self:
        """Fill the links back from record to record; the loader calls it, once."""
        everyone = self.everyone
        said: dict[Proponent, list[Position]] = {proponent: [] for proponent in everyone}
        about: dict[Resolution, list[Topic]] = {
            resolution: [] for resolution in self.resolutions.values()
        }
        for topic in self.topics.values():
            topic.briefing = self
            for position in topic.positions:
                for proponent in position.said_by:
                    said[proponent].append(position)
            for resolution in topic.resolutions:
                about[resolution].append(topic)
        for proponent, positions in said.items():
            proponent.briefing, proponent.positions = self, tuple(positions)
        for term in self.terms.values():
            term.briefing = self
        for resolution, topics in about.items():
            resolution.briefing, resolution.topics = self, tuple(topics)
        return self

"""Blocs and countries: every one, and what one of them wants."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from itupp.answers import phrases, positions, questions
from itupp.answers.documents import reference, references
from itupp.answers.earlier import before
from itupp.answers.view import Answer, Column, Document, Row, Table, Tone, View, new_table
from itupp.briefing import (
    Bloc,
    Briefing,
    Country,
    Membership,
    Participant,
    Position,
    Proponent,
    Question,
    Relation,
    Stance,
    Topic,
)
from itupp.text import fold


def show_all(briefing: Briefing, listed: Collection[Proponent]) -> Answer:
    """List blocs and countries: how many positions on what, and a country's blocs."""
    return Answer(
        view=partial(_list, briefing, listed),
        document=lambda: [listed_document(proponent) for proponent in listed],
    )


def show(proponent: Proponent, *, own: bool = False, full: bool = False) -> Answer:
    """Show what a bloc or country wants, with whom and against whom.

    A country speaks for itself and through its blocs; where it is asked for its `own` positions,
    for itself alone. In full with summaries, members and where all that is written.
    """
    view = partial(_full_view if full else _view, proponent, own=own)
    return Answer(view=view, document=partial(document, proponent, own=own))


def _list(briefing: Briefing, listed: Collection[Proponent]) -> View:
    columns = ("Name", "Positions", "Topics", "Member of", Column("Id", tone=Tone.DIM))
    data = new_table(_DATA, map(_data_row, listed))
    view = View("Blocs and countries", phrases.context_of(briefing), data=data)
    view.full = new_table(("Name", "Kind", *columns[1:]), map(_full_row, listed))
    named = _told_by_name(listed)
    view.table(new_table(columns, (_row(one) for one in listed if one not in named)))
    if named:
        view.heading(f"{len(named)} countries, each with the number of its positions")
        view.paragraph(phrases.in_a_row(map(_name_and_number, named)))
    view.note("A joint position counts for each of its proponents.")
    view.more("itupp bloc NAME", "itupp blocs --full")
    return view


MANY_COUNTRIES = 20
"""So many countries that speak are named in a few lines; a row for each would fill pages."""


def _told_by_name(listed: Iterable[Proponent]) -> Sequence[Proponent]:
    """The countries of a list that are only named, sorted: where they are many, and all speak."""
    countries = [one for one in listed if isinstance(one, Country)]
    if len(countries) <= MANY_COUNTRIES or not all(one.positions for one in countries):
        return ()
    return sorted(countries, key=lambda country: fold(country.name))


def _name_and_number(proponent: Proponent) -> str:
    """A name with the number of positions, never parted from it."""
    return f"{proponent.name}\u00a0{len(proponent.positions)}"


def _row(proponent: Proponent) -> Row:
    return (
        proponent.name,
        len(proponent.positions),
        tuple(topic.short for topic in proponent.topics),
        tuple(map(_belongs, proponent.memberships)),
        proponent.id,
    )


def _belongs(membership: Membership) -> str:
    """A bloc that names a country, or a joint statement that it signed."""
    line = phrases.membership_line(membership)
    return f"signed {line}" if membership.bloc.signatories else line


def _full_row(proponent: Proponent) -> Row:
    name, *others = _row(proponent)
    return (name, proponent.kind, *others)


_DATA = (
    *("Id", "Name", "Kind", "Acronym", "Organisation", "Aliases", "Positions", "Topics"),
    *("Member of", "Member ids", "Members", "Remark", "Sources"),
)


def _data_row(proponent: Proponent) -> Row:
    """A proponent for programs."""
    said = (len(proponent.positions), phrases.ids(proponent.topics))
    blocs = tuple(map(_belongs, proponent.memberships))
    own = (proponent.id, proponent.name, proponent.kind)
    if isinstance(proponent, Bloc):
        named = (proponent.acronym or "", proponent.organisation or "", proponent.aliases)
        members = (phrases.ids(proponent.members), phrases.names_of(proponent.members))
        written = (proponent.notes or "", proponent.sources)
        return (*own, *named, *said, blocs, *members, *written)
    assert isinstance(proponent, Country | Participant), "there is no fourth kind of proponent"
    sources = proponent.sources if isinstance(proponent, Country) else ()
    written = (proponent.note or "", sources)
    return (*own, "", "", proponent.aliases, *said, blocs, (), (), *written)


def _view(proponent: Proponent, *, own: bool) -> View:
    briefing = proponent.briefing
    context = phrases.context_of(briefing, *belongs_to(proponent))
    view = View(proponent.name, context, data=_data(proponent, own=own))
    tell(view, proponent, topics_of(proponent), own=own)
    id = proponent.id
    further = [f"itupp history {id}"] if proponent.record(own=own) else []
    view.more(f"itupp bloc {id} --full", f"itupp compare {id}", *further, f"itupp brief {id}")
    return view


def tell(view: View, proponent: Proponent, topics: Collection[Topic], *, own: bool) -> None:
    """Tell what a proponent wants on these topics, with whom and against whom."""
    line = _line_on(proponent, topics, own=own)
    earlier = "".join(f"Before: {told}" for told in before(proponent, own=own))
    apart = [f"{earlier}."] if earlier and not line else []
    view.paragraph(" ".join((in_short(proponent, own=own), *apart)))
    tell_line(view, proponent, topics, own=own, remark=earlier)


def _line_on(proponent: Proponent, topics: Collection[Topic], *, own: bool) -> list[Position]:
    return [position for position in proponent.line(own=own) if position.topic in topics]


def tell_line(
    view: View, proponent: Proponent, topics: Collection[Topic], *, own: bool, remark: str = ""
) -> None:
    """Tell the positions of a proponent, the first heading with a remark, and who stands how."""
    _tell_positions(view, proponent, _line_on(proponent, topics, own=own), remark)
    tell_relations(view, proponent, topics, own=own)
    view.listed("Members that speak for themselves", _members_table(proponent, topics))
    for membership in () if own else proponent.may_speak_for_it:
        bloc = membership.bloc
        said = [position for position in bloc.positions if position.topic in topics]
        view.listed(_if_it_speaks(membership, proponent), _line_table(bloc, said))
    view.notes(phrases.dissent_lines(proponent, topics))
    view.note(_topics_without(proponent, topics, own=own))
    if isinstance(proponent, Participant):
        view.note(proponent.note)


def _topics_without(proponent: Proponent, topics: Collection[Topic], *, own: bool) -> str:
    """The topics without a position; where there is none on any topic, that has been said."""
    without = [topic for topic in proponent.topics_without_position(own=own) if topic in topics]
    if proponent.signatories:
        return ""  # a joint statement is about what it is about
    nowhere = len(without) == len(proponent.briefing.topics)
    members = proponent.speaking_members if isinstance(proponent, Bloc) else ()
    if nowhere and not members:
        return ""
    return phrases.topics_without_position(without, members=members)


def belongs_to(proponent: Proponent) -> tuple[str, ...]:
    """The acronym of a bloc's organisation, or the names of a country's blocs."""
    if isinstance(proponent, Bloc):
        number = len(proponent.signatories)
        signed = phrases.counted(number, "signatory") if number else ""
        return (proponent.acronym or "", signed)
    if isinstance(proponent, Participant):
        return (proponent.kind,)
    return (phrases.listed(phrases.names_of(proponent.blocs)),)


def in_short(proponent: Proponent, *, own: bool) -> str:
    """How much a proponent says itself, and how much its blocs say for it, in a few sentences."""
    return " ".join(_who_speaks(proponent, own=own))


def _who_speaks(proponent: Proponent, *, own: bool) -> Iterable[str]:
    """How much a proponent says itself, and how much its blocs say for it."""
    topics = len(proponent.briefing.topics)
    number = len(proponent.positions)
    on = f"on {len(proponent.topics)} of {topics} topics"
    of_its_own = "" if isinstance(proponent, Bloc) else " of its own"
    if number:
        yield f"{phrases.counted(number, 'position')}{of_its_own}, {on}{_signed(proponent)}."
    else:
        yield f"No position{of_its_own} is recorded."
    blocs = () if own else proponent.blocs
    spoken = [
        f"{_taken_to_be(bloc)}, on {len(bloc.topics)} of {topics} topics"
        for bloc in blocs
        if bloc.positions
    ]
    for bloc in blocs:
        if not bloc.positions:
            yield f"No position of its bloc, {_taken_to_be(bloc)}, is recorded."
    if spoken:
        speaks = "Its bloc speaks" if len(spoken) == 1 else "Its blocs speak"
        yield f"{speaks}: {'; '.join(spoken)}."
    if proponent.signatories:
        yield "Each signatory says this itself."
    elif spoken or (isinstance(proponent, Bloc) and number):
        yield "A bloc's position does not bind each member."


def _signed(proponent: Proponent) -> str:
    """How many of its positions are in joint statements that it signed, and in which."""
    in_statements = {position for one in proponent.signed for position in one.positions}
    number = len(in_statements & proponent.said)
    names = phrases.listed(phrases.names_of(proponent.signed))
    many = "all" if number == len(proponent.positions) else number
    return f"; {many} of them by signing {names}" if number else ""


def _taken_to_be(bloc: Bloc) -> str:
    name = bloc.acronym or bloc.organisation
    return f"{bloc.name} (taken to be {name})" if name else bloc.name


_LINE = ("Topic", "Position", "Shared", Column("Outcome", tone=Tone.MEANING))


def _tell_positions(
    view: View, proponent: Proponent, line: Sequence[Position], remark: str
) -> None:
    """Tell what a proponent wants itself and, bloc by bloc, what its blocs want, each once.

    The first heading has the remark.
    """
    told: set[Position] = set()
    for speaker in proponent.speakers:
        said = [position for position in line if position in speaker.said - told]
        told.update(said)
        through = "" if speaker is proponent else f" through {speaker.name}"
        view.listed(f"Positions{through}", _line_table(proponent, said), remark)
        remark = "" if said else remark


def _line_table(proponent: Proponent, said: Iterable[Position]) -> Table:
    """Positions by their headlines, with what came of them as far as it is known."""
    return new_table(_LINE, _line_rows(proponent, said), bare=True)


def _line_rows(proponent: Proponent, said: Iterable[Position]) -> Iterator[Row]:
    """A row for each position, its topic named where it is another than in the row above."""
    above = ""
    for position in said:
        topic = position.topic.short
        named = "" if topic == above else topic
        result = position.outcome.result if position.outcome else ""
        label = phrases.label_for(position, proponent)
        yield (named, label, shared_with(position, proponent), result)
        above = topic


def shared_with(position: Position, proponent: Proponent) -> str:
    """In which joint statement a position stands, and who else puts it forward."""
    signed = [one for one in proponent.signed if one in position.proponents]
    others = [other for other in position.proponents if other not in proponent.kin]
    told = (
        f"signed {phrases.names_in_short(signed)}" if signed else "",
        f"with {phrases.names_in_short(others)}" if others else "",
    )
    return ", ".join(filter(None, told))


_AGAINST = (Relation.OPPOSED, Relation.DIFFER)


def tell_relations(
    view: View, proponent: Proponent, topics: Collection[Topic], *, own: bool
) -> None:
    """Tell who stands against a proponent or its blocs, and who on their side without sharing."""
    stances = [stance for stance in proponent.stances(own=own) if stance.question.topic in topics]
    against = _relations_table(stances, *_AGAINST)
    divided = [stance.question for stance in stances if stance.those(*_AGAINST)]
    view.listed("Opposed or differing", against, phrases.readings_of(divided))
    view.listed(
        "On the same side, with positions of their own", _relations_table(stances, Relation.SAME)
    )


def _relations_table(stances: Iterable[Stance], *relations: Relation) -> Table:
    """Who stands so, and for what, on each question."""
    columns = ("Topic", Column("How", tone=Tone.MEANING), "Who, for what")
    rows = (
        row
        for stance in stances
        for relation in relations
        for row in _standing_so(stance, relation)
    )
    return new_table(columns, dict.fromkeys(rows), bare=True)


def _standing_so(stance: Stance, relation: Relation) -> Iterator[Row]:
    for sides, camp in stance.question.camps(stance.those(relation)).items():
        told = f"{phrases.names_in_short(camp)}: {questions.texts_of(sides)}"
        yield (stance.question.topic.short, relation, told)


def _members_table(proponent: Proponent, topics: Collection[Topic]) -> Table | None:
    """What members of a bloc ask for by themselves."""
    if not isinstance(proponent, Bloc) or proponent.signatories:
        return None
    members = frozenset(proponent.speaking_members)
    rows: list[Row] = []
    for position in proponent.briefing.positions if members else ():
        who = "; ".join(_members_saying(position, members))
        if who and position.topic in topics:
            rows.append((position.topic.short, position.label, who))
    return new_table(("Topic", "Position", "Who"), rows, bare=True)


def _members_saying(position: Position, members: Collection[Proponent]) -> Iterator[str]:
    """Which of a bloc's members put a position forward, and which signed what statement on it."""
    own = [one for one in position.proponents if one in members]
    if own:
        yield phrases.who_says(position, own)
    for statement in position.proponents:
        signed = [one for one in statement.signatories if one in members]
        if signed:
            yield f"{phrases.who_says(position, signed)} (signed {statement.name})"


def _if_it_speaks(membership: Membership, proponent: Proponent) -> str:
    """The heading over the positions of a bloc that names a country without counting it."""
    note = f" ({membership.note})" if membership.note else ""
    return f"{membership.bloc.name}, if they speak for {proponent.name}{note}"


_STANDING = {
    "On the same side as": Relation.SAME,
    "Opposed to": Relation.OPPOSED,
    "Differs from": Relation.DIFFER,
}
"""How others may stand to a proponent, in the words of a fact."""


def _full_view(proponent: Proponent, *, own: bool) -> View:
    context = phrases.context_of(proponent.briefing)
    view = View(proponent.name, context, data=_data(proponent, own=own))
    _tell_particulars(view, proponent)
    _tell_memberships(view, proponent)
    view.fact("Positions", phrases.share_of_all(proponent))
    view.fact("Joint positions with", phrases.shared_with_whom(proponent, own=own))
    for label, relation in _STANDING.items():
        view.fact(label, tuple(phrases.who_stands(proponent, relation, own=own)))
    if proponent.briefing.decided:
        view.fact("Outcome", phrases.fates(proponent.line(own=own)))
    view.table(_own_positions(proponent))
    for bloc in () if own else proponent.blocs:
        view.table(_positions_of(bloc, phrases.not_binding(bloc)))
    view.listed(
        "Members that speak for themselves", _members_table(proponent, topics_of(proponent))
    )
    for membership in () if own else proponent.may_speak_for_it:
        view.table(_positions_of(membership.bloc, _if_it_speaks(membership, proponent)))
    view.note(_unrelated(proponent, own=own))
    view.note(_topics_without(proponent, topics_of(proponent), own=own))
    view.notes(phrases.dissent_lines(proponent, topics_of(proponent)))
    view.notes(_remarks(proponent))
    return view


def topics_of(proponent: Proponent) -> Collection[Topic]:
    """All topics of its briefing, to ask whether one is among them."""
    return frozenset(proponent.briefing.topics.values())


def _unrelated(proponent: Proponent, *, own: bool) -> str:
    names = phrases.in_a_row(phrases.names_of_most(proponent.unrelated(own=own)))
    return f"No recorded link with: {names}" if names else ""


def tell_background(view: View, proponent: Proponent) -> None:
    """Tell what a proponent is, who its members are or whose member it is, and remarks."""
    _tell_particulars(view, proponent)
    _tell_memberships(view, proponent)
    view.notes(_remarks(proponent))


def _tell_particulars(view: View, proponent: Proponent) -> None:
    """What is known of a bloc alone, or of a country alone."""
    if isinstance(proponent, Bloc):
        label = "Organisation" if proponent.organisation else "Acronym"
        view.fact(label, phrases.organisation_name(proponent))
    if isinstance(proponent, Participant):
        view.fact("Kind", proponent.kind)
        view.fact("Remark", proponent.note)
    if isinstance(proponent, Country):
        view.fact("Remark", proponent.note)
        view.fact("Sources", phrases.addresses(proponent, full=True))


def _tell_memberships(view: View, proponent: Proponent) -> None:
    """The blocs that count a country, and those that only name it."""
    counted = [membership for membership in proponent.memberships if membership.counted]
    counting = [membership for membership in counted if membership.bloc in proponent.blocs]
    signed = [membership for membership in counted if membership.bloc in proponent.signed]
    naming = [membership for membership in proponent.memberships if not membership.counted]
    view.fact("Member of", tuple(map(phrases.membership_line, counting)))
    view.fact("Signed", tuple(map(phrases.membership_line, signed)))
    view.fact("Named by", tuple(map(phrases.membership_line, naming)))


def _own_positions(proponent: Proponent) -> Table | None:
    """The positions that a proponent puts forward itself, if there are any."""
    also_from = Column("Also from", empty="\u2013")
    columns = ("Topic", "Position", also_from, Column("Id", tone=Tone.DIM))
    rows = [_own_row(proponent, position) for position in proponent.positions]
    return new_table(columns, rows, grouped=True) if rows else None


def _own_row(proponent: Proponent, position: Position) -> Row:
    others = phrases.names_of_most(position.partners(proponent))
    return (position.topic.title, _summary_for(position, proponent), others, position.id)


def _summary_for(position: Position, proponent: Proponent) -> str:
    """A position's summary, marked where this proponent took another side later."""
    when = f", {position.when}" if position.when else ""
    mark = f" (earlier{when})" if position.is_earlier_for(proponent) else ""
    return f"{position.summary}{mark}"


def _positions_of(bloc: Bloc, title: str) -> Table | None:
    """The positions of a bloc that counts a country or names it, if there are any."""
    rows = [(position.topic.title, position.summary, position.id) for position in bloc.positions]
    if not rows:
        return None
    columns = ("Topic", "Position", Column("Id", tone=Tone.DIM))
    return new_table(columns, rows, title=title, grouped=True)


def _data(proponent: Proponent, *, own: bool) -> Table:
    """A row for each position of a proponent and of its blocs, for programs."""
    columns = (*positions.DATA, "By", "Shared with")
    speakers = proponent.speaking(own=own)
    rows = (row for speaker in speakers for row in _rows_by(speaker))
    return new_table(columns, rows)


def _rows_by(speaker: Proponent) -> Iterable[Row]:
    for position in speaker.positions:
        others = phrases.names_of(position.partners(speaker))
        yield (*positions.data_row(position), speaker.name, others)


def _remarks(proponent: Proponent) -> Iterable[str]:
    """A bloc's members, or what is to be said of the blocs that name a country."""
    if isinstance(proponent, Bloc):
        yield from filter(None, (proponent.notes or "").split("\n"))
        yield from phrases.members_of(proponent, full=True)
    yield from remarks_on_blocs([proponent])


def remarks_on_blocs(proponents: Iterable[Proponent]) -> Iterable[str]:
    """What is to be said of the blocs that name any of these, each bloc once."""
    blocs = (membership.bloc for proponent in proponents for membership in proponent.memberships)
    for bloc in dict.fromkeys(blocs):
        yield from phrases.bloc_remarks(bloc)


def listed_document(proponent: Proponent) -> Document:
    """A bloc or country on a list: what it is, and what it says itself as references.

    What a joint statement says stands with the statement.
    """
    memberships = list(map(_short_membership, proponent.memberships))
    own = [position for position in proponent.positions if proponent in position.proponents]
    return {
        "id": proponent.id,
        "name": proponent.name,
        "kind": proponent.kind,
        **_particulars(proponent, memberships),
        "positions": references(own),
        "sides": list(_sides(proponent, own)),
    }


def _sides(proponent: Proponent, said: Iterable[Position]) -> Iterator[Document]:
    """The questions that these positions of a proponent answer, and how."""
    answered = (question for position in said for question in position.answers)
    for question in dict.fromkeys(answered):
        sides = references(question.sides_of(proponent))
        yield {**reference(question), "topic": reference(question.topic), "sides": sides}


def _short_membership(membership: Membership) -> Document:
    """A bloc that names a country, and whether it counts it."""
    told = {"counted": membership.counted, "note": membership.note}
    return {**reference(membership.bloc), **told}


def document(proponent: Proponent, *, own: bool = False) -> Document:
    """One bloc or country: its positions, who shares and opposes them, where none is recorded.

    A bloc has its members; a country the blocs that name it, with their positions. Relations are
    those of a country and its blocs, unless it is asked for its `own`.
    """
    return {
        "id": proponent.id,
        "name": proponent.name,
        "kind": proponent.kind,
        **_particulars(proponent, list(map(_membership_with_positions, proponent.memberships))),
        **_standing(proponent, own=own),
    }


def _standing(proponent: Proponent, *, own: bool) -> Document:
    """What a proponent wants, with whom and against whom."""
    return {**_said_document(proponent, own=own), **_relations_document(proponent, own=own)}


def _said_document(proponent: Proponent, *, own: bool) -> Document:
    """The positions of a proponent and its blocs, and what is asked there, each whole."""
    said: Document = {"positions": list(map(positions.document, proponent.positions))}
    if isinstance(proponent, Country):
        said["bloc_positions"] = list(map(positions.document, _of_blocs_alone(proponent)))
    return {
        **said,
        "questions": list(map(questions.document, _asked_about(proponent, own=own))),
    }


def _relations_document(proponent: Proponent, *, own: bool) -> Document:
    """With whom a proponent or its blocs stand, and against whom, by names."""
    return {
        "shared": _shared(proponent, own=own),
        "rivals": _stances(proponent, Relation.OPPOSED, Relation.DIFFER, own=own),
        "same_side": _stances(proponent, Relation.SAME, own=own),
        **_dissent(proponent),
        **_elsewhere(proponent, own=own),
    }


def _elsewhere(proponent: Proponent, *, own: bool) -> Document:
    """With whom a proponent has no link, on what no position, and what it asked for before."""
    return {
        "unrelated": references(proponent.unrelated(own=own)),
        "without_position": references(proponent.topics_without_position(own=own)),
        "record": references(proponent.record(own=own)),
    }


def _of_blocs_alone(proponent: Proponent) -> Iterable[Position]:
    """The positions of the blocs that name a country, each once, without its own."""
    blocs = (membership.bloc for membership in proponent.memberships)
    said = dict.fromkeys(position for bloc in blocs for position in bloc.positions)
    return (position for position in said if position not in proponent.said)


def _asked_about(proponent: Proponent, *, own: bool) -> Iterable[Question]:
    """The questions on which others stand somehow to a proponent or its blocs, each once."""
    return dict.fromkeys(stance.question for stance in proponent.stances(own=own))


def _particulars(proponent: Proponent, memberships: list[Document]) -> Document:
    """What only a bloc has, only a country with the blocs that name it, or only a participant."""
    if isinstance(proponent, Bloc):
        return _particulars_of_bloc(proponent)
    if isinstance(proponent, Participant):
        return {"aliases": proponent.aliases, "note": proponent.note}
    assert isinstance(proponent, Country), "there is no fourth kind of proponent"
    return {
        "aliases": proponent.aliases,
        "alpha3": proponent.alpha3,
        "note": proponent.note,
        "sources": proponent.sources,
        "weak_sources": proponent.weak_sources,
        "blocs": memberships,
    }


def _particulars_of_bloc(bloc: Bloc) -> Document:
    notes = {**dict.fromkeys(bloc.members), **bloc.member_notes}
    return {
        "aliases": bloc.aliases,
        "organisation": bloc.organisation,
        "acronym": bloc.acronym,
        "members": _noted(notes),
        "members_stated": bloc.members_stated,
        "members_as_of": bloc.members_as_of,
        "also": _noted(bloc.also),
        "speaking_members": references(bloc.speaking_members),
        "sources": bloc.sources,
        "weak_sources": bloc.weak_sources,
        "notes": bloc.notes,
    }


def _noted(notes: Mapping[Country, str | None] | Mapping[Country, str]) -> list[Document]:
    """Countries, each with what is to be said of it."""
    return [{**reference(country), "note": note} for country, note in notes.items()]


def membership_document(membership: Membership) -> Document:
    """A bloc that names a country, with the sources that say so."""
    bloc = membership.bloc
    return {
        **reference(bloc),
        "counted": membership.counted,
        "note": membership.note,
        "members_as_of": bloc.members_as_of,
        "sources": bloc.sources,
        "weak_sources": bloc.weak_sources,
        "notes": bloc.notes,
    }


def _membership_with_positions(membership: Membership) -> Document:
    return {**membership_document(membership), "positions": references(membership.bloc.positions)}


def _shared(proponent: Proponent, *, own: bool) -> list[Document]:
    """With whom a proponent or its blocs put which positions forward.

    Of a joint statement the statement is named alone: to name its signatories is its own task.
    """
    together: list[Document] = []
    for other, shared in proponent.shared(own=own).items():
        ids = [position.id for position in shared if other in position.proponents]
        if ids:
            together.append({"with": reference(other), "positions": ids})
    return together


def _stances(proponent: Proponent, *relations: Relation, own: bool) -> list[Document]:
    """The questions on which others stand so, through whom, and who they are."""
    stances: list[Document] = []
    for stance in proponent.stances(own=own):
        those = _without_signatories(stance, relations)
        if those:
            told = {**reference(stance.question), "topic": reference(stance.question.topic)}
            speaker, related = reference(stance.speaker), _related(stance, those)
            stances.append({**told, "through": speaker, "relations": related})
    return stances


def _without_signatories(stance: Stance, relations: Iterable[Relation]) -> list[Proponent]:
    """Those who stand so, but not signatories who take the sides of their statement beside it."""
    those = stance.those(*relations)
    camps = stance.question.camps(those).values()
    told = {one for camp in camps for one in phrases.without_signatories(camp)}
    return [one for one in those if one in told]


def _related(stance: Stance, those: Iterable[Proponent]) -> list[Document]:
    return [{"with": reference(other), "relation": stance.others[other]} for other in those]


def _dissent(proponent: Proponent) -> Document:
    """The questions on which a proponent and one of its blocs or members take other sides.

    A participant has neither.
    """
    if isinstance(proponent, Participant):
        return {}
    dissent = [
        {"question": reference(question), "one": reference(one), "other": reference(other)}
        for question, one, other in proponent.dissent
    ]
    return {"dissent": dissent}

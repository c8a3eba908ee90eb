"""Blocs and countries: every one, and what one of them wants."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial

from itupp.answers import phrases, positions, questions
from itupp.answers.documents import reference, references
from itupp.answers.view import Answer, Column, Document, Row, Table, View, new_table
from itupp.briefing import (
    Bloc,
    Briefing,
    Country,
    Membership,
    Proponent,
    Relation,
)


def show_all(briefing: Briefing, listed: Collection[Proponent]) -> Answer:
    """List blocs and countries: how many positions on what, and a country's blocs."""
    return Answer(
        view=partial(_list, briefing, listed),
        document=lambda: [document(proponent) for proponent in listed],
    )


def show(proponent: Proponent, *, full: bool = False) -> Answer:
    """Show what a bloc or country wants, with whom, against whom, and where it is silent.

    In full it says, too, where remarks on it are written, by weak sources as well.
    """
    return Answer(view=partial(_one, proponent, full=full), document=partial(document, proponent))


def _list(briefing: Briefing, listed: Iterable[Proponent]) -> View:
    columns = ("Name", "Kind", "Positions", "Topics", "Member of")
    view = View(phrases.title_at("Blocs and countries", briefing))
    view.table(new_table(columns, map(_row, listed)))
    view.note("A position that several put forward counts for each of them.")
    view.note("What is to be said of a bloc's members, and where it is written: itupp bloc NAME.")
    return view


def _row(proponent: Proponent) -> Row:
    return (
        proponent.name,
        proponent.kind,
        len(proponent.positions),
        tuple(topic.id for topic in proponent.topics),
        tuple(map(phrases.membership_line, proponent.memberships)),
    )


def _one(proponent: Proponent, *, full: bool) -> View:
    title = phrases.title_at(proponent.name, proponent.briefing)
    view = View(title, data=_data(proponent))
    _tell_particulars(view, proponent, full=full)
    _tell_memberships(view, proponent)
    view.fact("Positions", phrases.share_of_all(proponent))
    view.fact("Shares with", phrases.shared_with_whom(proponent))
    view.fact("Same side as", tuple(phrases.who_stands(proponent, Relation.SAME)))
    view.fact("Opposed to", tuple(phrases.who_stands(proponent, Relation.OPPOSED)))
    view.fact("Differs from", tuple(phrases.who_stands(proponent, Relation.DIFFER)))
    if proponent.briefing.decided:
        _tell_outcomes(view, proponent)
    view.table(_own_positions(proponent))
    for bloc in proponent.blocs:
        view.table(_positions_of(bloc))
    view.notes(phrases.silent_topics(proponent.silent_on))
    view.notes(phrases.spoken_for(proponent, proponent.silent_on))
    view.notes(_remarks(proponent, full=full))
    return view


def _tell_particulars(view: View, proponent: Proponent, *, full: bool) -> None:
    """What is known of a bloc alone, or of a country alone."""
    view.fact("Kind", proponent.kind)
    if isinstance(proponent, Bloc):
        view.fact("Organisation", phrases.organisation_name(proponent))
    if isinstance(proponent, Country):
        view.fact("Remark", proponent.note)
        written = phrases.addresses(proponent, full=True)
        view.fact("Where that is written", written if full else ())


def _tell_memberships(view: View, proponent: Proponent) -> None:
    """The blocs that count a country, and those that only name it."""
    counting = [membership for membership in proponent.memberships if membership.counted]
    naming = [membership for membership in proponent.memberships if not membership.counted]
    view.fact("Member of", tuple(map(phrases.membership_line, counting)))
    view.fact("Named by", tuple(map(phrases.membership_line, naming)))


def _tell_outcomes(view: View, proponent: Proponent) -> None:
    """What came of a proponent's positions and, apart from these, of its blocs'."""
    view.fact("Outcome", phrases.fates(proponent.positions))
    spoken = {position for bloc in proponent.blocs for position in bloc.positions}
    of_blocs = [position for position in proponent.briefing.positions if position in spoken]
    view.fact("Blocs' outcome", phrases.fates(of_blocs))


def _own_positions(proponent: Proponent) -> Table | None:
    """The positions that a proponent puts forward itself, if there are any."""
    columns = ("Topic", "Id", "Position", Column("Shared with", empty="nobody"))
    rows = [
        (
            position.topic.title,
            position.id,
            position.summary,
            phrases.names_of(position.partners(proponent)),
        )
        for position in proponent.positions
    ]
    return new_table(columns, rows, grouped=True) if rows else None


def _positions_of(bloc: Bloc) -> Table | None:
    """The positions of a country's bloc, if there are any."""
    rows = [(position.topic.title, position.id, position.summary) for position in bloc.positions]
    if not rows:
        return None
    title = phrases.not_binding(bloc)
    return new_table(("Topic", "Id", "Position"), rows, title=title, grouped=True)


def _data(proponent: Proponent) -> Table:
    """A row for each position of a proponent and of its blocs, for programs."""
    columns = ("Topic", "Id", "Headline", "Position", "By", "Shared with")
    rows = (row for speaker in proponent.speakers for row in _data_rows(speaker))
    return new_table(columns, rows)


def _data_rows(speaker: Proponent) -> Iterable[Row]:
    for position in speaker.positions:
        said = (position.id, position.headline or "", position.summary)
        others = phrases.names_of(position.partners(speaker))
        yield (position.topic.title, *said, speaker.name, others)


def _remarks(proponent: Proponent, *, full: bool) -> Iterable[str]:
    """A bloc's members, or what is to be said of the blocs that name a country."""
    if isinstance(proponent, Bloc):
        yield from filter(None, (proponent.notes or "").split("\n"))
        yield from phrases.members_of(proponent, full=full)
    yield from remarks_on_blocs([proponent])


def remarks_on_blocs(proponents: Iterable[Proponent]) -> Iterable[str]:
    """What is to be said of the blocs that name any of these, each bloc once."""
    blocs = (membership.bloc for proponent in proponents for membership in proponent.memberships)
    for bloc in dict.fromkeys(blocs):
        yield from phrases.bloc_remarks(bloc)


def document(proponent: Proponent) -> Document:
    """One bloc or country: its positions, who shares and opposes them, and its silence.

    A bloc has its members; a country the blocs that name it, with their positions.
    """
    return {
        "id": proponent.id,
        "name": proponent.name,
        "kind": proponent.kind,
        **_particulars(proponent),
        **_standing(proponent),
    }


def _standing(proponent: Proponent) -> Document:
    """What a proponent wants, with whom and against whom."""
    return {
        "positions": list(map(positions.document, proponent.positions)),
        "shared": _shared(proponent),
        "rivals": _rivals(proponent),
        "same_side": list(_same_side(proponent)),
        "unrelated": references(proponent.unrelated),
        "silent_on": _silent_on(proponent),
    }


def _particulars(proponent: Proponent) -> Document:
    """What only a bloc has, or only a country."""
    if isinstance(proponent, Bloc):
        return _particulars_of_bloc(proponent)
    assert isinstance(proponent, Country), "there is no third kind of proponent"
    return {
        "aliases": proponent.aliases,
        "alpha3": proponent.alpha3,
        "note": proponent.note,
        "sources": proponent.sources,
        "weak_sources": proponent.weak_sources,
        "blocs": list(map(_membership_with_positions, proponent.memberships)),
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
    own = list(map(positions.document, membership.bloc.positions))
    return {**membership_document(membership), "positions": own}


def _shared(proponent: Proponent) -> list[Document]:
    """With whom a proponent puts which positions forward."""
    together: list[Document] = []
    for other, shared in proponent.shared.items():
        ids = [position.id for position in shared]
        together.append({"with": reference(other), "positions": ids})
    return together


def _rivals(proponent: Proponent) -> list[Document]:
    """The questions on which others take another side, and how they stand."""
    rivals: list[Document] = []
    for question, others in proponent.rivals:
        relations = [{"with": reference(other), "relation": how} for other, how in others.items()]
        rivals.append({**questions.document(question), "relations": relations})
    return rivals


def _same_side(proponent: Proponent) -> Iterable[Document]:
    """Questions on which others take the same side, with positions of their own."""
    for question, others in proponent.relations:
        same = [other for other, relation in others.items() if relation is Relation.SAME]
        if same:
            yield {**questions.document(question), "with": references(same)}


def _silent_on(proponent: Proponent) -> list[Document]:
    """The topics on which nothing is recorded, with the blocs that speak there."""
    return [
        {**reference(topic), "blocs": references(proponent.blocs_on(topic))}
        for topic in proponent.silent_on
    ]

"""What no view and no document may say of a bloc and its own member."""

import re

from aids import notes

from itupp.answers import comparison, proponents, topics
from itupp.answers.view import Facts, Heading, Table

AGAINST = ("Opposed", "Differ", "On the same side", "Only", "No recorded link")
"""How headings, labels and notes begin below which nobody's own kin is named."""


def under(view, *beginnings):
    """Every cell, value and note of a view below or after what begins so."""
    heading = ""
    for block in view.blocks:
        match block:
            case Heading():
                heading = block.text
            case Table() if heading.startswith(beginnings):
                yield from (_line(row) for row in block.rows)
            case Facts():
                yield from (_line(value) for label, value in block.pairs if _is(label, beginnings))
    yield from (text for text in notes(view) if _is(text, beginnings))


def _is(text, beginnings):
    return text.startswith(beginnings)


def _line(cells):
    return " | ".join(map(str, cells)) if isinstance(cells, tuple) else str(cells)


def views_of(proponent, *, own):
    """Its views, short and in full, and its comparison with all others."""
    about = list(proponent.briefing.topics.values())
    for full in (False, True):
        yield proponents.show(proponent, own=own, full=full).view()
    yield comparison.show_standing(proponent, about, own=own).view()


def others_against(document):
    """The ids of those whom a proponent's document sets against it, or apart from it."""
    for key in ("rivals", "same_side"):
        for stance in document[key]:
            yield from (related["with"]["id"] for related in stance["relations"])
    yield from (other["id"] for other in document["unrelated"])
    yield from (shared["with"]["id"] for shared in document["shared"])


def _names(told, name):
    """Whether a text names somebody, be it as one of several states, the word told once."""
    first = name.removesuffix(" states")
    return re.search(rf"(?<![\w-]){re.escape(first)}(?![\w-])", told) is not None


def without_through(told, name):
    """A text without the note on whom something is said through."""
    return told.replace(f"; through {name}", "")


def check_own_side(proponent, *, own=False):
    """A bloc is not set against or apart from its member in any view of either."""
    kin = {other.id: other.name for other in proponent.kin if other is not proponent}
    for view in views_of(proponent, own=own):
        for told in under(view, *AGAINST):
            for name in kin.values():
                assert not _names(without_through(told, name), name), (view.title, told)
    document = proponents.document(proponent, own=own)
    assert kin.keys().isdisjoint(others_against(document)), proponent.id
    if not own:
        check_topics_without_position(proponent)


def check_topics_without_position(proponent):
    """No topic is said to be without a position where its bloc has one."""
    spoken = {topic for speaker in proponent.speakers for topic in speaker.topics}
    for view in views_of(proponent, own=False):
        for told in under(view, "No position recorded"):
            named = told.partition(": ")[2].split(", ")
            for topic in spoken:
                assert not {topic.title, topic.short} & set(named), (view.title, told)
    without = proponents.document(proponent)["without_position"]
    assert {topic.id for topic in spoken}.isdisjoint(topic["id"] for topic in without)


def check_compared(member, bloc, *, own=False):
    """Compared with each other, in both directions, a member and its bloc are not set apart."""
    about = list(member.briefing.topics.values())
    for compared in ([member, bloc], [bloc, member]):
        answer = comparison.show_several(compared, about, own=own)
        view, document = answer.view(), answer.document()
        assert list(under(view, "Opposed", "Differ")) == []
        for topic in document["topics"]:
            relations = {question["relation"] for question in topic["questions"]}
            assert relations.isdisjoint({"opposed", "differ"})
        if not own:
            assert list(under(view, f"Only {bloc.name}")) == []
            check_none_missing(document, member, bloc)


def check_none_missing(document, member, bloc):
    """The member is not missing on a topic on which its bloc speaks."""
    spoken = {topic.id for topic in bloc.topics}
    for topic in document["topics"]:
        missing = {one["id"] for one in topic["without_position"]}
        assert not (topic["id"] in spoken and {member.id, bloc.id} & missing), topic["id"]


def check_topic(topic):
    """No bloc that speaks on a topic is said to have no position there."""
    for full in (False, True):
        view = topics.show(topic, full=full).view()
        for told in under(view, "No position recorded"):
            speaking = [bloc for bloc in topic.briefing.blocs.values() if bloc.count_on(topic)]
            named = re.split(r", |: | \(", told)
            assert {bloc.name for bloc in speaking}.isdisjoint(named)

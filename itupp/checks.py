"""What is doubtful in a dataset, and whether its anchors stand in the source."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

import yaml

from itupp.dataset import Reading
from itupp.models import Position, Topic
from itupp.text import fold, formula
from itupp.yamlnode import Node

HEADLINE_WORDS, HEADLINE_CHARACTERS = 8, 60
"""The most that a headline should have, to be read at a glance and fit beside two other columns."""

_QUOTATION_MARKS = str.maketrans("", "", "\"'\u2018\u2019\u201c\u201d")


def doubts(reading: Reading) -> None:
    """Note a warning about all that is legal but hardly meant, unless a part of the dataset could not be read."""
    if not reading.whole:
        return
    topics, positions = reading.briefing.topics.values(), reading.briefing.positions
    _unused(reading.nodes["resolutions"], {id for topic in topics for id in topic.resolutions}, "no topic refers to it")
    _unused(reading.nodes["addressees"], {id for each in positions for id in each.addressees}, "nobody asks it to act")
    cited = {id for each in positions for id in (each.source, *each.also_in)}
    _unused(reading.nodes["sources"], cited, "nothing cites it")
    for root in reading.roots:
        _formulas(root, root.raw)
    said: dict[str, str] = {}
    for topic, topic_node, placed in _topics(reading):
        _sides_not_taken(topic, topic_node)
        _on_both_sides(topic, placed)
        for position, node in placed:
            _long_headline(position, node)
            first = said.setdefault(fold(position.summary), position.id)
            if first != position.id:
                _value(node, "summary").doubt(f"the same summary as that of {first}")


def anchors(reading: Reading, texts: Mapping[str, str]) -> int:
    """Note every anchor that does not stand exactly once in the text of its source, which `texts` has by id.

    Answers with the number of those that do.
    """
    plain_texts = {id: plain(text) for id, text in texts.items()}
    found = 0
    for _, _, placed in _topics(reading):
        for position, node in placed:
            if position.anchor and position.source in plain_texts:
                times = len(places(position.anchor, plain_texts[position.source]))
                if times == 1:
                    found += 1
                else:
                    where = f"stands in the source {times} times" if times else "does not stand in the source"
                    _value(node, "anchor").report(f'the anchor "{position.anchor}" {where}')
    return found


def plain(text: str) -> str:
    """The text as anchors are looked for in it: in lower case, without quotation marks, one blank between words."""
    return " ".join(text.casefold().translate(_QUOTATION_MARKS).split())


def places(anchor: str, text: str) -> list[int]:
    """Where an anchor stands in a plain text, in whole words."""
    return [match.start() for match in re.finditer(rf"(?<!\w){re.escape(plain(anchor))}(?!\w)", text)]


def _topics(reading: Reading) -> Iterator[tuple[Topic, Node, list[tuple[Position, Node]]]]:
    """Every topic and its positions, each with the value it was read from."""
    for topic in reading.briefing.topics.values():
        node = reading.nodes["topics"][topic.id]
        positions = node.get("positions")
        if positions:
            yield topic, node, list(zip(topic.positions, positions.items(), strict=True))


def _unused(nodes: Mapping[str, Node], used: Collection[str | None], why: str) -> None:
    for id, node in nodes.items():
        if id not in used:
            node.doubt(f'"{id}" is not used: {why}')


def _formulas(root: Node, raw: yaml.Node) -> None:
    """Note texts that a spreadsheet would take for formulas; an id that it would is a mistake already."""
    if isinstance(raw, yaml.ScalarNode):
        if formula(raw.value):
            text = f'the text begins with "{raw.value.strip()[0]}", as a formula does'
            value = Node(raw, "", root.file, root.problems)
            value.doubt(f"{text}; CSV and TSV put an apostrophe before it")
        return
    for item in raw.value:
        if isinstance(item, yaml.Node):
            _formulas(root, item)
        elif item[0].value != "id":
            _formulas(root, item[1])


def _sides_not_taken(topic: Topic, topic_node: Node) -> None:
    """Note sides that no position takes, unless one takes a side that there is not."""
    questions = topic_node.get("questions")
    for node in questions.items() if questions else ():
        id, sides = _word(node, "id"), node.get("sides")
        taken = {position.answers[id] for position in topic.positions if id in position.answers}
        keys = [key for key, _ in sides.pairs()] if sides else []
        if taken <= {key.raw.value for key in keys}:
            for key in keys:
                if key.raw.value not in taken:
                    key.doubt(f'no position takes the side "{key.raw.value}" of the question {id}')


def _on_both_sides(topic: Topic, placed: Iterable[tuple[Position, Node]]) -> None:
    """Note who takes two sides of a question that is exclusive."""
    taken: dict[tuple[str, str], tuple[str, str]] = {}
    for position, node in placed:
        for question, side in position.answers.items():
            if question not in topic.questions or not topic.questions[question].exclusive:
                continue
            for proponent in position.proponents:
                first, where = taken.setdefault((question, proponent), (side, position.id))
                if first != side:
                    _value(node, "answers").doubt(
                        f"{proponent} is on both sides of the question {question}, which is exclusive; see {where}"
                    )


def _long_headline(position: Position, node: Node) -> None:
    """Note a headline that does not fit where it is to stand."""
    headline = position.headline or ""
    words, characters = len(headline.split()), len(headline)
    if words > HEADLINE_WORDS:
        _value(node, "headline").doubt(f"the headline has {words} words; {HEADLINE_WORDS} are the most")
    elif characters > HEADLINE_CHARACTERS:
        _value(node, "headline").doubt(f"the headline has {characters} characters; {HEADLINE_CHARACTERS} are the most")


def _word(node: Node, key: str) -> str:
    value = node.get(key)
    return value.raw.value if value and isinstance(value.raw.value, str) else ""


def _value(node: Node, key: str) -> Node:
    return node.get(key) or node

"""What is doubtful in a dataset, and whether its anchors stand in the source."""

import re
from collections.abc import Iterable, Iterator, Mapping

from itupp.dataset import Reading
from itupp.models import Position, Topic
from itupp.text import fold
from itupp.yamlnode import Node

_QUOTATION_MARKS = str.maketrans("", "", "\"'\u2018\u2019\u201c\u201d")


def doubts(reading: Reading) -> None:
    """Note a warning about all that is legal but hardly meant, unless a part of the dataset could not be read."""
    if not reading.whole:
        return
    topics = reading.briefing.topics.values()
    _unused(reading.parts["resolutions"], {id for topic in topics for id in topic.resolutions}, "no topic refers to it")
    positions = reading.briefing.positions
    _unused(reading.parts["addressees"], {id for each in positions for id in each.addressees}, "nobody asks it to act")
    said: dict[str, str] = {}
    for topic, topic_node, placed in _topics(reading):
        _sides_not_taken(topic, topic_node)
        _on_both_sides(topic, placed)
        for position, node in placed:
            first = said.setdefault(fold(position.summary), position.id)
            if first != position.id:
                _value(node, "summary").doubt(f"the same summary as that of {first}")


def anchors(reading: Reading, texts: Mapping[str, str]) -> None:
    """Note every anchor that does not stand exactly once in the text of its source, which `texts` has by id."""
    plain_texts = {id: plain(text) for id, text in texts.items()}
    for _, _, placed in _topics(reading):
        for position, node in placed:
            if position.anchor and position.source in plain_texts:
                times = len(places(position.anchor, plain_texts[position.source]))
                if times != 1:
                    found = f"stands in the source {times} times" if times else "does not stand in the source"
                    _value(node, "anchor").report(f'the anchor "{position.anchor}" {found}')


def plain(text: str) -> str:
    """The text as anchors are looked for in it: in lower case, without quotation marks, one blank between words."""
    return " ".join(text.casefold().translate(_QUOTATION_MARKS).split())


def places(anchor: str, text: str) -> list[int]:
    """Where an anchor stands in a plain text, in whole words."""
    return [match.start() for match in re.finditer(rf"(?<!\w){re.escape(plain(anchor))}(?!\w)", text)]


def _topics(reading: Reading) -> Iterator[tuple[Topic, Node, list[tuple[Position, Node]]]]:
    """Every topic and its positions, each with the value it was read from."""
    topics = dict(reading.briefing.topics)
    for node in reading.parts["topics"]:
        topic = topics.pop(_word(node, "id"), None)
        positions = node.get("positions")
        if topic and positions:
            yield topic, node, list(zip(topic.positions, positions.items(), strict=True))


def _unused(nodes: Iterable[Node], used: set[str], why: str) -> None:
    for node in nodes:
        id = _word(node, "id")
        if id and id not in used:
            node.doubt(f'"{id}" is not used: {why}')


def _sides_not_taken(topic: Topic, topic_node: Node) -> None:
    taken = {answer for position in topic.positions for answer in position.answers.items()}
    questions = topic_node.get("questions")
    for node in questions.items() if questions else ():
        question, sides = _word(node, "id"), node.get("sides")
        for key, _ in sides.pairs() if sides else ():
            if (question, key.raw.value) not in taken:
                key.doubt(f'no position takes the side "{key.raw.value}" of the question {question}')


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


def _word(node: Node, key: str) -> str:
    value = node.get(key)
    return value.raw.value if value and isinstance(value.raw.value, str) else ""


def _value(node: Node, key: str) -> Node:
    return node.get(key) or node

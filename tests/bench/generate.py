"""Datasets of any size, all invented, the same in every run.

Sentences are about as long as in the bundled one.
"""

import random
from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path

POSITIONS_OF_A_TOPIC = 4

VOCABULARY = """
    harbour lamp buoy pilot ferry signal tide channel beacon quay crane mooring chart sounding
    anchor cargo council keeper union report review fund share open extend study adopt convene
    publish encourage strengthen joint annual regional voluntary common technical small coastal
    safe the of and to in for on with by from
"""


def write(
    folder: Path, positions: int, *, proponents: int = 12, files: int | None = None
) -> list[Path]:
    """Write a dataset of so many positions into a new folder, and return its files of topics."""
    words = random.Random(positions)
    folder.mkdir()
    (folder / "0-briefing.yaml").write_text(_head(proponents), encoding="utf-8")
    topics = _topics(words, positions, proponents)
    number = -(-positions // POSITIONS_OF_A_TOPIC)
    files = files or max(4, number // 25)
    written = []
    for place in range(files):
        file = folder / f"topics-{place:03}.yaml"
        share = number * (place + 1) // files - number * place // files
        file.write_text("topics:\n" + "".join(islice(topics, share)), encoding="utf-8")
        written.append(file)
    return written


def write_crowd(folder: Path, proponents: int, topics: int) -> None:
    """Write a dataset in which everyone has one position on every topic, as parties have."""
    words = random.Random(proponents)
    folder.mkdir()
    asked = "".join(_topic_of_all(words, n, proponents) for n in range(1, topics + 1))
    (folder / "data.yaml").write_text(f"{_head(proponents)}topics:\n{asked}", encoding="utf-8")


def _topic_of_all(words: random.Random, n: int, proponents: int) -> str:
    asked = "".join(
        _position(words, n, place, [f"bloc-{place - 1}"]) for place in range(1, proponents + 1)
    )
    return _head_of_topic(words, n) + asked


def write_statements(folder: Path, signatories: int, positions: int) -> None:
    """Write a dataset of a statement that so many signed, with as many positions of others."""
    words = random.Random(signatories)
    folder.mkdir()
    states = [f"state-{n}" for n in range(signatories)]
    known = "".join(f"  - {{id: {id}, name: {id.capitalize()}}}\n" for id in states)
    signed = f"  - {{id: all, name: All, kind: joint statement, members: [{', '.join(states)}]}}\n"
    who = [["all"] if place % 2 else [f"bloc-{place % 12}"] for place in range(1, positions + 1)]
    topics = ""
    for n, place in enumerate(range(0, positions, POSITIONS_OF_A_TOPIC), start=1):
        topics += _head_of_topic(words, n)
        for number, proponents in enumerate(who[place : place + POSITIONS_OF_A_TOPIC], start=1):
            topics += _position(words, n, number, proponents)
    text = f"{_head(12, signed)}countries:\n{known}topics:\n{topics}"
    (folder / "data.yaml").write_text(text, encoding="utf-8")


def write_resolutions(folder: Path, number: int) -> None:
    """Write a dataset of so many resolutions, each on a topic of its own."""
    words = random.Random(number)
    folder.mkdir()
    numbers = range(41, number + 41)
    numbered = "".join(
        f"  - {{id: {n}, number: {n}, title: {_sentence(words, 6)}, adopted: 'Quay, 2001'}}\n"
        for n in numbers
    )
    asked = "".join(
        f"  - {{id: r{n}, title: Topic of {n}, resolutions: [{n}], {_ONE_POSITION}}}\n"
        for n in numbers
    )
    text = f"{_head(12)}{numbered}topics:\n{asked}"
    (folder / "data.yaml").write_text(text, encoding="utf-8")


_ONE_POSITION = "positions: [{summary: Report., proponents: [bloc-0]}]"


def write_record(folder: Path, entries: int) -> None:
    """Write a dataset of a topic with so many entries of the record, in a file of their own."""
    words = random.Random(entries)
    folder.mkdir()
    asked = _topic(words, 1, POSITIONS_OF_A_TOPIC, 12)
    (folder / "data.yaml").write_text(f"{_head(12)}topics:\n{asked}", encoding="utf-8")
    told = "".join(_entry(words, place) for place in range(entries))
    text = f"record_sources: [{{id: log, title: Log}}]\nrecord:\n{told}"
    (folder / "record.yaml").write_text(text, encoding="utf-8")


def _entry(words: random.Random, place: int) -> str:
    year, side = 1990 + place % 30, "yes" if place % 2 else "no"
    return f"""\
  - date: {year}
    event: Meeting of {year}
    kind: position
    topic: t1
    question: q
    side: "{side}"
    proponents: [bloc-{place % 12}]
    summary: >-
      {_sentence(words, 20)}
    source: log
"""


def write_text(folder: Path, number: int) -> None:
    """Write a dataset with a background of so many words."""
    words = random.Random(number)
    folder.mkdir()
    asked = (
        f"  - {{id: t, title: Topic, background: {_sentence(words, number)}, {_ONE_POSITION}}}\n"
    )
    (folder / "data.yaml").write_text(f"{_head(12)}topics:\n{asked}", encoding="utf-8")


def write_unknown(folder: Path, number: int) -> None:
    """Write two datasets of so many blocs and positions: of known proponents, and of unknown."""
    folder.mkdir()
    for name, sign in (("right", ""), ("wrong", "x")):
        asked = "".join(
            f"      - {{summary: Point {n}, proponents: [bloc-{n}{sign}]}}\n" for n in range(number)
        )
        text = f"{_head(number)}topics:\n  - id: t\n    title: Topic\n    positions:\n{asked}"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def _head(proponents: int, statement: str = "") -> str:
    blocs = "".join(f"  - {{id: bloc-{n}, name: Coast {n}}}\n" for n in range(proponents))
    numbered = "".join(
        f"  - {{id: {n}, number: {n}, title: Lights of coast {n}}}\n" for n in range(1, 41)
    )
    return f"""\
briefing:
  title: Invented, to measure with
  conference: {{name: Conference of Coasts, acronym: CC}}
  sources: [{{id: notes, title: Notes}}]
addressees:
  - {{id: council, name: Council}}
  - {{id: keeper, name: Chief Keeper}}
blocs:
{blocs}{statement}resolutions:
{numbered}"""


def _topics(words: random.Random, positions: int, proponents: int) -> Iterator[str]:
    left = positions
    for n in count(1):
        yield _topic(words, n, min(left, POSITIONS_OF_A_TOPIC), proponents)
        left -= POSITIONS_OF_A_TOPIC
        if left <= 0:
            return


def _topic(words: random.Random, n: int, positions: int, proponents: int) -> str:
    head, asked = _head_of_topic(words, n), ""
    for place in range(1, positions + 1):
        chosen = words.sample(range(proponents), words.randrange(1, 4))
        asked += _position(words, n, place, [f"bloc-{id}" for id in sorted(chosen)])
    return head + asked


def _head_of_topic(words: random.Random, n: int) -> str:
    return f"""\
  - id: t{n}
    title: Topic {n} {_sentence(words, 3)}
    background: >-
      {_sentence(words, 60)}
    key_issues:
      - {_sentence(words, 12)}
    questions:
      - id: q
        text: {_sentence(words, 10)}
        exclusive: true
        sides: {{"yes": {_sentence(words, 4)}, "no": {_sentence(words, 4)}}}
    resolutions: [{words.randrange(1, 21)}, {words.randrange(21, 41)}]
    positions:
"""


def _position(words: random.Random, n: int, place: int, proponents: Iterable[str]) -> str:
    who = ", ".join(proponents)
    side = "yes" if place % 2 else "no"
    return f"""\
      - summary: >-
          In point {place} of topic {n} {_sentence(words, 20)}.
        proponents: [{who}]
        addressees: [{words.choice(("council", "keeper"))}]
        answers: {{q: {side}}}
        point: {place}
        anchor: {_sentence(words, 4)}
"""


def _sentence(words: random.Random, number: int) -> str:
    return " ".join(words.choices(VOCABULARY.split(), k=number))

"""Datasets of any size, all invented, the same in every run.

Sentences are about as long as in the bundled one.
"""

import random
from collections.abc import Iterator
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


def _head(proponents: int) -> str:
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
{blocs}resolutions:
{numbered}"""


def _topics(words: random.Random, positions: int, proponents: int) -> Iterator[str]:
    left = positions
    for n in count(1):
        yield _topic(words, n, min(left, POSITIONS_OF_A_TOPIC), proponents)
        left -= POSITIONS_OF_A_TOPIC
        if left <= 0:
            return


def _topic(words: random.Random, n: int, positions: int, proponents: int) -> str:
    asked = "".join(_position(words, n, place, proponents) for place in range(1, positions + 1))
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
{asked}"""


def _position(words: random.Random, n: int, place: int, proponents: int) -> str:
    chosen = words.sample(range(proponents), words.randrange(1, 4))
    who = ", ".join(f"bloc-{id}" for id in sorted(chosen))
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

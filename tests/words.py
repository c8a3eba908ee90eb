"""Count the content words of the source's own clauses that find their position.

The command is `python tests/words.py`.
The environment variable ITUPP_SOURCE leads to the text of the bundled briefing's first source.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from itupp.briefing import Briefing, Position
from itupp.loading import load
from itupp.search import Wanted, select
from itupp.text import fold

LETTERS = 3
"""How long a word has to be at least, in letters, to be asked for."""

FUNCTION_WORDS = """
about above also among and any are been between both but can could does each for from has have how
into its itself like may more most nor not off other others our out over own per related same
shall should some such than that the their them then there these they this those through together
unless until upon was were what when where which while who whom why will with within without would
"""

STOP_WORDS = frozenset(FUNCTION_WORDS.split())

POINTS = re.compile(r"Main points for debate(.*?)Relevant resolutions", re.DOTALL)
BRACKETS = re.compile(r"\(([^()]*)\)")


def clauses(text: str, briefing: Briefing) -> Iterator[str]:
    """The source's clauses on points for debate, each up to its proponents in brackets."""
    proponents = {fold(name) for proponent in briefing.everyone for name in proponent.names}
    for points in POINTS.findall(text):
        start = 0
        for brackets in BRACKETS.finditer(points):
            if names_only(brackets[1], proponents):
                yield points[start : brackets.start()]
                start = brackets.end()


def names_only(text: str, names: set[str]) -> bool:
    """Whether a text holds nothing but these names."""
    return all(fold(part) in names for part in re.split(r"[;,/]", text))


def content_words(clause: str) -> list[str]:
    """The words of a clause that say something, each once, in its order."""
    words = dict.fromkeys(fold(clause).split())
    return [word for word in words if len(word) >= LETTERS and word not in STOP_WORDS]


def finds(briefing: Briefing, word: str, position: Position) -> bool:
    """Whether a word, asked alone, finds a position."""
    return position in select(briefing, Wanted(words=[word]))


def report(briefing: Briefing, text: str) -> Iterator[str]:
    """The number of words that find their position, then the others, a line for each position."""
    pairs = list(zip(briefing.positions, clauses(text, briefing), strict=True))
    asked, lost = 0, {}
    for position, clause in pairs:
        words = content_words(clause)
        asked += len(words)
        lost[position.id] = [word for word in words if not finds(briefing, word, position)]
    missing = sum(len(words) for words in lost.values())
    yield f"{asked - missing} of {asked} words find their position, {missing} do not:"
    yield from (f"  {id}: {', '.join(words)}" for id, words in lost.items() if words)


def main() -> int:
    """Print the report; 2 where the source is not at hand."""
    path = os.environ.get("ITUPP_SOURCE")
    if not path:
        print("ITUPP_SOURCE does not lead to the briefing's text", file=sys.stderr)
        return 2
    for line in report(load(), Path(path).read_text(encoding="utf-8")):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())

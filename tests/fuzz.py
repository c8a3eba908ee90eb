"""Inputs that grow towards lines of code not reached before, for the loader or for what is typed.

It needs `pip install atheris`. `python tests/fuzz.py data -runs=200000 CORPUS` reads datasets,
beginning with those in tests and data; with `typed` in the place of `data` it looks texts up as
names of every kind, and searches for them. What follows are libFuzzer's options. It ends at the
first input that raises what it must not raise.
"""

import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["itupp"]):
    from itupp import loading, lookup, search
    from itupp.answers import comparison, outcomes, overview, positions, topics
    from itupp.briefing import Briefing
    from itupp.loading import reading

ROOT = Path(__file__).parent.parent

FOLDER = Path(tempfile.mkdtemp())


def try_one(content: bytes) -> None:
    """Read a dataset: what is wrong is told as problems, and what is right is shown."""
    file = FOLDER / "x.yaml"
    file.write_bytes(content)
    try:
        reading = loading.read(file)
    except loading.DataError as error:
        str(error)
        return
    briefing = reading.briefing
    misplaced = reading.misplaced_anchors(dict.fromkeys(briefing.sources, "burn oil"))
    assert all(str(problem) for problem in (*reading.problems, *misplaced, *reading.doubts()))
    if not reading.mistakes:
        found, about = briefing.positions, list(briefing.topics.values())
        for answer in (
            overview.show(briefing, ""),
            topics.show_all(briefing, about, full=True, missing=""),
            positions.show_all(briefing, found, full=True, decided=False, missing=""),
            comparison.show_room(briefing, about, full=False),
            outcomes.show(briefing, full=True),
        ):
            answer.view()
            answer.document()


def _search(briefing: Briefing, words: list[str]) -> None:
    """Look for words everywhere, and among positions."""
    for hit in search.find(briefing, words):
        assert hit.text
        search.around(hit.text, words)
    search.select(briefing, search.Wanted(words=words))


OF_TEXT = (
    *(lookup.topic, lookup.proponent, lookup.resolution, lookup.addressee, lookup.term),
    *(lookup.section, lookup.position, lookup.recorded, lookup.entry, lookup.subject),
    lookup.command,
)
"""What takes a text that was typed."""

OF_WORDS = (_search, lookup.proponents)
"""What takes words that were typed."""


@cache
def tiny() -> Briefing:
    """The dataset in which names and words are looked for."""
    return loading.load(ROOT / "tests" / "data" / "tiny.yaml")


def try_typed(content: bytes) -> None:
    """Do what the first byte chooses with the rest as it was typed: it is found or refused."""
    typed = content[1:].decode("utf-8", "surrogateescape")
    task = [*OF_TEXT, *OF_WORDS][sum(content[:1]) % len([*OF_TEXT, *OF_WORDS])]
    given = typed if task in OF_TEXT else typed.split() or [""]
    try:
        task(tiny(), given)
    except lookup.NotFoundError as error:
        assert str(error)  # noqa: PT017 - there is no pytest here


def main() -> None:
    """Fuzz."""
    what, *options = sys.argv[1:]
    corpus = Path(options[-1])
    corpus.mkdir(exist_ok=True)
    _have_few_countries()
    if what == "data":
        _begin_with_datasets(corpus)
    atheris.Setup([sys.argv[0], *options], {"data": try_one, "typed": try_typed}[what])
    atheris.Fuzz()


def _have_few_countries() -> None:
    """Have few, since all of them would take most of the time."""
    few = "{id: fr, name: France}, {id: br, name: Brazil}, {id: 'no', name: Norway}"
    (FOLDER / "countries.yaml").write_text(f"countries: [{few}]", encoding="utf-8")
    reading.data_folder = lambda: FOLDER


def _begin_with_datasets(corpus: Path) -> None:
    files = sorted([*ROOT.glob("tests/**/*.yaml"), *ROOT.glob("data/**/*.yaml")])
    for place, file in enumerate(files):
        shutil.copy(file, corpus / f"{place}.yaml")


if __name__ == "__main__":
    main()

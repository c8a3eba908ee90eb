"""Datasets of growing size: reading, asking and showing, in one process for each size."""

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

import generate
import yaml

from itupp.answers import (
    comparison,
    found,
    history,
    overview,
    positions,
    proponents,
    resolutions,
    topics,
)
from itupp.answers.view import Answer
from itupp.briefing import Briefing
from itupp.loading import load, read
from itupp.loading.files import data_folder
from itupp.output.formats import json_text
from itupp.output.printing import drawn
from itupp.search import Wanted, select

SIZES = (30, 300, 3_000, 30_000)

RENDERED = 3_000
"""Above this many positions nothing is rendered, and nothing read with the slowest parser.

No person waits for that.
"""

Times = dict[str, float]

Task = Callable[[], object]


def measure(runs: int) -> dict[int, Times]:
    """For each size its times in seconds, and memory held in bytes for each position."""
    taken = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            generate.write(Path(folder) / "data", size)
            taken[size] = _of_a_process("times", f"{folder}/data", str(runs))
            nothing = _memory_held(folder, "nothing")
            for what in READERS:
                held = _memory_held(folder, what)
                taken[size][f"memory of {what}"] = (held - nothing) / size
    return taken


class Shape(NamedTuple):
    """What a dataset has much of, in two sizes, and what is asked of it."""

    much: str
    write: Callable[[Path, int], None]
    sizes: tuple[int, int]
    asked: tuple[str, ...]


class Growth(NamedTuple):
    """What one question takes of a shape in its two sizes, and what reading these takes."""

    name: str
    seconds: tuple[float, float]
    loads: tuple[float, float]


def shapes(runs: int) -> Iterator[tuple[Shape, list[Growth]]]:
    """For each shape what is asked of it, reading it first."""
    for place, shape in enumerate(SHAPES):
        small, large = (_of_a_shape(place, size, runs) for size in shape.sizes)
        loads = (small["load"], large["load"])
        yield shape, [Growth(name, (small[name], large[name]), loads) for name in small]


def _of_a_shape(place: int, size: int, runs: int) -> Times:
    with tempfile.TemporaryDirectory() as folder:
        SHAPES[place].write(Path(folder) / "data", size)
        return _of_a_process("shape", f"{folder}/data", str(runs), str(place))


def _memory_held(folder: str, what: str) -> float:
    return _of_a_process("memory", f"{folder}/data", what)["bytes"]


def _of_a_process(*argv: str) -> Times:
    command = [sys.executable, __file__, *argv]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    result: Times = json.loads(done.stdout)
    return result


def _texts(folder: Path) -> list[str]:
    """The same texts that `load` reads, those of the bundled countries among them."""
    files = (data_folder() / "countries.yaml", *sorted(folder.iterdir()))
    return [file.read_text(encoding="utf-8") for file in files]


READERS: dict[str, Callable[[Path], object]] = {
    "load": load,
    "CSafeLoader": lambda folder: [yaml.load(text, yaml.CSafeLoader) for text in _texts(folder)],
    "safe_load": lambda folder: [yaml.safe_load(text) for text in _texts(folder)],
}


def _times(folder: Path, runs: int) -> Times:
    """Reading in three ways in turn, then asking; what is shown is shown up to a size only."""
    briefing = load(folder)
    small = len(briefing.positions) <= RENDERED
    readers = {name: reader for name, reader in READERS.items() if small or name != "safe_load"}
    one, other = list(briefing.blocs.values())[:2]
    asked = list(briefing.topics.values())
    by_one = Wanted(proponents=[one], addressees=[briefing.addressees["council"]])
    words = Wanted(words=["harbour", "point"])
    everything = positions.show_all(
        briefing, briefing.positions, full=False, decided=False, missing=""
    )
    tasks: dict[str, Task] = {
        **{name: lambda reader=reader: reader(folder) for name, reader in readers.items()},
        "filter": lambda: select(briefing, by_one),
        "search": lambda: select(briefing, words),
        "compare": comparison.show_several([one, other], asked, own=False).view,
    }
    if small:
        tasks["show all"] = lambda: _show(everything)
        two = comparison.show_several([one, other], asked, own=False)
        tasks["show two compared"] = lambda: _show(two)
    return _medians(tasks, runs)


def _room(briefing: Briefing) -> Answer:
    return comparison.show_room(briefing, list(briefing.topics.values()), full=False)


def _everyone(briefing: Briefing) -> Answer:
    everything = list(briefing.topics.values())
    return comparison.show_several(briefing.proponents, everything, own=False)


def _one(briefing: Briefing) -> Answer:
    return proponents.show(briefing.proponents[-1])


def _listed(briefing: Briefing) -> Answer:
    return proponents.show_all(briefing, briefing.proponents)


def _topic(briefing: Briefing) -> Answer:
    return topics.show(next(iter(briefing.topics.values())))


def _topics(briefing: Briefing) -> Answer:
    return topics.show_all(briefing, list(briefing.topics.values()), full=True, missing="")


def _history(briefing: Briefing) -> Answer:
    return history.show(next(iter(briefing.topics.values())))


ANSWERS: dict[str, Callable[[Briefing], Answer]] = {
    "itupp": lambda briefing: overview.show(briefing, ""),
    "topics": _topics,
    "topic": _topic,
    "blocs": _listed,
    "bloc": _one,
    "resolutions": resolutions.show_all,
    "compare": _room,
    "compare everyone": _everyone,
    "find": lambda briefing: found.show(briefing, ["harbour"], full=False),
    "history": _history,
}
"""What is asked, by its command."""

_OF_MANY = ("topics", "topic", "blocs", "bloc", "compare", "compare everyone", "find")

_EACH_OF_40 = partial(generate.write_crowd, topics=40)
_EACH_OF_4 = partial(generate.write_crowd, topics=4)
_ONE_TOPIC = partial(generate.write_crowd, topics=1)
_SIGNED = partial(generate.write_statements, positions=300)

SHAPES = (
    Shape("proponents on each of 40 topics", _EACH_OF_40, (40, 160), _OF_MANY),
    Shape("proponents on each of 4", _EACH_OF_4, (250, 1_000), _OF_MANY),
    Shape("positions on one topic", _ONE_TOPIC, (1_000, 4_000), _OF_MANY),
    Shape("signatories of 150 positions of 300", _SIGNED, (128, 512), _OF_MANY),
    Shape("resolutions", generate.write_resolutions, (250, 1_000), ("itupp", "resolutions")),
    Shape("entries of the record", generate.write_record, (1_000, 4_000), ("history", "find")),
    Shape("words in one text", generate.write_text, (25_000, 100_000), ("topic", "find")),
    Shape("unknown ids among as many known", generate.write_unknown, (250, 1_000), ()),
)


def _shape(folder: Path, runs: int, place: int) -> Times:
    """Each question is asked of a briefing newly read, since what it works out stays with that."""
    asked = SHAPES[place].asked
    taken: dict[str, list[float]] = {}
    for _ in range(runs + 1):
        for name, task in _tasks(folder, asked) if asked else _checks(folder):
            taken.setdefault(name, []).append(_seconds(task))
    return {name: median(times[1:]) for name, times in taken.items()}


def _tasks(folder: Path, asked: Iterable[str]) -> Iterator[tuple[str, Task]]:
    """Reading and, for each of what is asked, the view as it is drawn and the document."""
    yield "load", lambda: load(folder)
    for name in asked:
        yield name, partial(_show, ANSWERS[name](load(folder)))
        yield f"{name} -f json", partial(_write, ANSWERS[name](load(folder)))


def _checks(folder: Path) -> Iterator[tuple[str, Task]]:
    """Checking a dataset in which every id is known, and one in which none is."""
    yield "load", lambda: load(folder / "right.yaml")
    yield "check, none known", lambda: read(folder / "wrong.yaml")


def _medians(tasks: dict[str, Task], runs: int) -> Times:
    """The median time of each task, all done in turn, after one time that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(runs + 1):
        for name, task in tasks.items():
            taken[name].append(_seconds(task))
    return {name: median(times[1:]) for name, times in taken.items()}


def _seconds(task: Task) -> float:
    """Seconds of CPU that a task takes without the collector, as in the program."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    task()
    seconds = time.process_time() - start
    gc.enable()
    return seconds


def _show(answer: Answer) -> None:
    """Draw an answer as the command line does, on a terminal of 120 columns."""
    drawn(answer.view(), 120)


def _write(answer: Answer) -> None:
    """Write an answer for programs."""
    json_text(answer.document())


def _memory(folder: Path, what: str) -> Times:
    """The most memory this process held, having read the dataset in one way or not at all."""
    if what in READERS:
        READERS[what](folder)
    unit = 1 if sys.platform == "darwin" else 1024
    return {"bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit}


if __name__ == "__main__":
    task, folder, *how = sys.argv[1:]
    if task == "memory":
        result = _memory(Path(folder), *how)
    else:
        result = {"times": _times, "shape": _shape}[task](Path(folder), *map(int, how))
    print(json.dumps(result))

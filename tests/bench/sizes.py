"""Datasets of growing size: reading, asking and showing, in one process for each size."""

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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
    """What a question takes of a shape in its two sizes, in seconds, and two ratios.

    `times` is the larger time by the smaller, `by_load` by what reading the larger takes.
    """

    question: str
    small: float
    large: float
    times: float
    by_load: float


def shapes(runs: int) -> Iterator[tuple[Shape, Iterator[Growth]]]:
    """For each shape what is asked of it, reading it first."""
    for shape in SHAPES:
        with tempfile.TemporaryDirectory() as folder:
            for name, size in zip(("small", "large"), shape.sizes, strict=True):
                shape.write(Path(folder) / name, size)
            yield shape, (_growth(folder, question, runs) for question in _questions(shape))


def _questions(shape: Shape) -> Iterator[str]:
    yield "load"
    for name in shape.asked:
        yield name
        if name in ANSWERS:
            yield f"{name} -f json"


def _growth(folder: str, question: str, runs: int) -> Growth:
    """Medians of the times and of the ratios, each time in a process of its own."""
    rounds = [_of_a_process("shape", folder, question) for _ in range(runs)]
    return Growth(
        question,
        median(taken["small"] for taken in rounds),
        median(taken["large"] for taken in rounds),
        median(taken["large"] / taken["small"] for taken in rounds),
        median(taken["large"] / taken["load"] for taken in rounds),
    )


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

CHECK = "check, none known"
"""Reading a dataset in which no id is known, beside one in which all are."""

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
    # Memory for a shorter text is not asked of the system, so it takes less than its share.
    Shape("words in one text", generate.write_text, (100_000, 400_000), ("topic", "find")),
    Shape("unknown ids among as many known", generate.write_unknown, (250, 1_000), (CHECK,)),
)


def _shape(folder: Path, question: str) -> Times:
    """What a question takes of both sizes in turn, newly read, and what reading the larger takes.

    It is asked once before, since what only the first time takes does not grow.
    """
    _task(folder / "small", question)()
    return {
        "small": _seconds(_task(folder / "small", question)),
        "large": _seconds(_task(folder / "large", question)),
        "load": _seconds(_task(folder / "large", "load")),
    }


def _task(folder: Path, question: str) -> Task:
    """What is measured of a question: it is asked of what is read before."""
    if question == CHECK:
        return partial(read, folder / "wrong.yaml")
    right = folder / "right.yaml"
    dataset = right if right.exists() else folder
    if question == "load":
        return partial(load, dataset)
    name, is_json, _ = question.partition(" -f json")
    answer = ANSWERS[name](load(dataset))
    return partial(_write, answer) if is_json else partial(_show, answer)


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
    if task == "times":
        result = _times(Path(folder), *map(int, how))
    else:
        result = {"memory": _memory, "shape": _shape}[task](Path(folder), *how)
    print(json.dumps(result))

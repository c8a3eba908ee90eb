"""Datasets of growing size: reading, asking and showing, in one process for each size."""

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import yaml
from generate import write, write_crowd, write_statements

from itupp.answers import comparison, positions, proponents
from itupp.answers.view import Answer
from itupp.briefing import Briefing
from itupp.loading import load
from itupp.loading.files import data_folder
from itupp.output.printing import drawn
from itupp.search import Wanted, select

SIZES = (30, 300, 3_000, 30_000)

RENDERED = 3_000
"""Above this many positions nothing is rendered, and nothing read with the slowest parser.

No person waits for that.
"""

Times = dict[str, float]


def measure(runs: int) -> dict[int, Times]:
    """For each size its times in seconds, and memory held in bytes for each position."""
    found = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder) / "data", size)
            found[size] = _of_a_process("times", f"{folder}/data", str(runs))
            nothing = _memory_held(folder, "nothing")
            for what in READERS:
                held = _memory_held(folder, what)
                found[size][f"memory of {what}"] = (held - nothing) / size
    return found


SHAPES: dict[str, Callable[[Path], None]] = {
    "40 proponents on each of 40 topics": partial(write_crowd, proponents=40, topics=40),
    "160 on each of 40": partial(write_crowd, proponents=160, topics=40),
    "1,000 on each of 4": partial(write_crowd, proponents=1_000, topics=4),
    "3,000 on one": partial(write_crowd, proponents=3_000, topics=1),
    "128 sign 150 positions of 300": partial(write_statements, signatories=128, positions=300),
}
"""What is asked in them is asked of everyone; the second has four times the first."""


def shapes(runs: int) -> dict[str, Times]:
    """For each shape of data the times of reading it, comparing everyone, and writing JSON."""
    found = {}
    for name, write_shape in SHAPES.items():
        with tempfile.TemporaryDirectory() as folder:
            write_shape(Path(folder) / "data")
            found[name] = _of_a_process("shape", f"{folder}/data", str(runs))
    return found


def _memory_held(folder: str, what: str) -> float:
    return _of_a_process("memory", f"{folder}/data", what)["bytes"]


def _of_a_process(*argv: str) -> Times:
    command = [sys.executable, __file__, *argv]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found: Times = json.loads(done.stdout)
    return found


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
    topics = list(briefing.topics.values())
    by_one = Wanted(proponents=[one], addressees=[briefing.addressees["council"]])
    words = Wanted(words=["harbour", "point"])
    found = briefing.positions
    everything = positions.show_all(briefing, found, full=False, decided=False, missing="")
    tasks: dict[str, Callable[[], object]] = {
        **{name: lambda reader=reader: reader(folder) for name, reader in readers.items()},
        "filter": lambda: select(briefing, by_one),
        "search": lambda: select(briefing, words),
        "compare": comparison.show_several([one, other], topics, own=False).view,
    }
    if small:
        tasks["show all"] = lambda: _show(everything)
        two = comparison.show_several([one, other], topics, own=False)
        tasks["show two compared"] = lambda: _show(two)
    return _medians(tasks, runs)


def _shape(folder: Path, runs: int) -> Times:
    """Each task reads the dataset first, since what is worked out once stays with the briefing."""
    tasks = {"load": lambda: load(folder)}
    tasks |= {name: partial(_ask, asked, folder) for name, asked in _ASKED.items()}
    return _medians(tasks, runs)


def _ask(asked: Callable[[Briefing], object], folder: Path) -> Briefing:
    briefing = load(folder)
    asked(briefing)
    return briefing


def _room(briefing: Briefing) -> Answer:
    return comparison.show_room(briefing, list(briefing.topics.values()), full=False)


def _everyone(briefing: Briefing) -> Answer:
    topics = list(briefing.topics.values())
    return comparison.show_several(briefing.proponents, topics, own=False)


_ASKED: dict[str, Callable[[Briefing], object]] = {
    "load, show the room": lambda briefing: _show(_room(briefing)),
    "load, show everyone compared": lambda briefing: _show(_everyone(briefing)),
    "load, show one": lambda briefing: _show(proponents.show(briefing.proponents[-1])),
    "load, `blocs -f json`": lambda briefing: json.dumps(
        proponents.show_all(briefing, briefing.proponents).document()
    ),
}


def _medians(tasks: dict[str, Callable[[], object]], runs: int) -> Times:
    """The median time of each task, all done in turn, without the collector, as in the program."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for run in range(runs + 1):
        for name, task in tasks.items():
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            task()
            seconds = time.perf_counter() - start
            gc.enable()
            if run:
                taken[name].append(seconds)
    return {name: median(times) for name, times in taken.items()}


def _show(answer: Answer) -> None:
    """Draw an answer as the command line does, on a terminal of 120 columns."""
    drawn(answer.view(), 120)


def _memory(folder: Path, what: str) -> Times:
    """The most memory this process held, having read the dataset in one way or not at all."""
    if what in READERS:
        READERS[what](folder)
    unit = 1 if sys.platform == "darwin" else 1024
    return {"bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit}


if __name__ == "__main__":
    task, folder, how = sys.argv[1:]
    if task == "memory":
        found = _memory(Path(folder), how)
    else:
        found = {"times": _times, "shape": _shape}[task](Path(folder), int(how))
    print(json.dumps(found))

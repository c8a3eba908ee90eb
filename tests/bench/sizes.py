"""Datasets of growing size: reading, asking and showing, in one process for each size."""

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import yaml
from generate import write

from itupp.answers import comparison, positions
from itupp.answers.view import Answer
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


def crowd(runs: int) -> Times:
    """The times of reading and comparing 40 proponents on 40 topics."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "data", 160, proponents=40)
        return _of_a_process("crowd", f"{folder}/data", str(runs))


def _memory_held(folder: str, what: str) -> float:
    return _of_a_process("memory", f"{folder}/data", what)["bytes"]


def _of_a_process(*argv: str) -> Times:
    command = [sys.executable, __file__, *argv]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
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


def _crowd(folder: Path, runs: int) -> Times:
    briefing = load(folder)
    everyone, topics = briefing.proponents, list(briefing.topics.values())
    several = comparison.show_several(everyone, topics, own=False)
    tasks: dict[str, Callable[[], object]] = {
        "load": lambda: load(folder),
        "show all by topics": lambda: _show(comparison.show_room(briefing, topics, full=False)),
        "show all compared": lambda: _show(several),
        "compare all": several.view,
    }
    return _medians(tasks, runs)


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
        found = {"times": _times, "crowd": _crowd}[task](Path(folder), int(how))
    print(json.dumps(found))

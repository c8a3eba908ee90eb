"""Whole commands, in processes of their own: the time they take and the most memory they hold."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from itupp.loading.files import data_folder

SCRIPTS = Path(sys.executable).parent

ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""Modules are compiled once, as an installation compiles them."""

TITLES = ("Artificial intelligence", "Internet governance", "Online meetings")


class Command(NamedTuple):
    """A command to be timed, and what its output has to hold."""

    name: str
    argv: list[str]
    expected: tuple[str, ...]


class Cost(NamedTuple):
    """Of several runs the median of the seconds and the most memory that one held, in MB."""

    seconds: float
    memory: float


def measure(runs: int) -> dict[str, Cost]:
    """The cost of each command, all run in turn, `runs` times after two that do not count."""
    with tempfile.TemporaryDirectory() as folder:
        commands = list(_commands(Path(folder)))
        taken: dict[str, list[Cost]] = {command.name: [] for command in commands}
        for run in range(runs + 2):
            for command in commands:
                cost = _run(command)
                if run >= 2:
                    taken[command.name].append(cost)
    return {name: _summary(costs) for name, costs in taken.items()}


def _summary(costs: list[Cost]) -> Cost:
    seconds = median(cost.seconds for cost in costs)
    return Cost(seconds, max(cost.memory for cost in costs))


def _commands(folder: Path) -> Iterator[Command]:
    """Imports alone, itupp, a naive script and, where installed, peers that print the same rows."""
    for name, code in (
        ("imports of typer, rich, yaml", "import typer, rich.console, rich.table, yaml"),
        ("import of typer", "import typer"),
        ("import of typer, then load", "import typer; from itupp.loading import load; load()"),
    ):
        yield Command(name, [sys.executable, "-c", code], ())
    itupp = str(SCRIPTS / "itupp")
    for typed, expected in (
        (["topics"], TITLES),
        (["bloc", "Arab states"], ("opposed",)),
        (["resolution", "102"], TITLES[1:2]),
        (["compare"], ("Where they disagree",)),
        (["topics", "-f", "json"], TITLES),
        (["--help"], ("Exit codes",)),
    ):
        name = " ".join(f'"{word}"' if " " in word else word for word in typed)
        yield Command(f"itupp {name}", [itupp, *typed], expected)
    naive = str(Path(__file__).with_name("naive.py"))
    yield Command("naive script", [sys.executable, naive, str(data_folder())], TITLES)
    table = folder / "topics.csv"
    table.write_bytes(_printed([itupp, "topics", "-f", "csv"]))
    if csvlook := shutil.which("csvlook"):
        yield Command("csvlook", [csvlook, str(table)], TITLES)
    if sqlite_utils := shutil.which("sqlite-utils"):
        base = str(folder / "topics.db")
        _printed([sqlite_utils, "insert", base, "topics", str(table), "--csv"])
        yield Command("sqlite-utils", [sqlite_utils, "rows", base, "topics", "--table"], TITLES)


def _printed(argv: list[str]) -> bytes:
    return subprocess.run(argv, capture_output=True, check=True).stdout


def _run(command: Command) -> Cost:
    """The cost of one run; raises SystemExit where it failed or printed something else."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(command.argv, stdout=out, stderr=err, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        printed, told = (stream.read().decode("utf-8", errors="replace") for stream in (out, err))
    if status or told or not all(word in printed for word in command.expected):
        sys.exit(
            f"{command.name}: exit code {os.waitstatus_to_exitcode(status)}, not counted\n{told}"
        )
    return Cost(seconds, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024))

"""Whole commands, in processes of their own: the time they take and the most memory they hold."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from itupp.loading.files import data_folder

SCRIPTS = Path(sys.executable).parent
ITUPP = str(SCRIPTS / "itupp")
CHILD = str(Path(__file__).with_name("child.py"))

ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""Modules are compiled once, as an installation compiles them."""

TITLES = ("Artificial intelligence", "Internet governance", "Online meetings")

FLOOR = "import gc; gc.disable(); import os, {modules}; os._exit(0)"
"""The least that a program with these modules takes: no collector, no end of the interpreter."""


class Command(NamedTuple):
    """A command to be timed, what its output has to hold, and what its environment has besides."""

    name: str
    argv: list[str]
    expected: tuple[str, ...] = ()
    besides: Mapping[str, str] = {}


class Cost(NamedTuple):
    """What one run cost: seconds, seconds of CPU, and the most memory held, in MB."""

    seconds: float
    cpu: float
    memory: float


Costs = dict[str, list[Cost]]


def measure(runs: int, others: Iterable[str]) -> Costs:
    """The costs of each command, all run in turn, `runs` times after two that do not count.

    `others` are other installed programs `itupp` that are to be compared, such as an earlier one.
    """
    with tempfile.TemporaryDirectory() as folder:
        commands = list(_commands(Path(folder), others))
        taken: Costs = {command.name: [] for command in commands}
        for run in range(runs + 2):
            for command in commands:
                cost = _run(command, folder)
                if run >= 2:
                    taken[command.name].append(cost)
    return taken


def ratio(costs: list[Cost], to: list[Cost]) -> float:
    """The median of the ratios of CPU time, round by round: what else ran then slowed both."""
    return median(one.cpu / other.cpu for one, other in zip(costs, to, strict=True))


def _commands(folder: Path, others: Iterable[str]) -> Iterator[Command]:
    """Imports alone, itupp, other programs of that name, and peers that print the same rows."""
    for modules in ("typer", "typer, yaml", "typer, rich.console, rich.table", _ALL):
        code = FLOOR.format(modules=modules)
        yield Command(f"import {modules}", [sys.executable, "-c", code])
    yield from _of_itupp(ITUPP, "itupp")
    for other in others:
        yield from _of_itupp(other, other)
    naive = str(Path(__file__).with_name("naive.py"))
    yield Command("naive script", [sys.executable, naive, str(data_folder())], TITLES)
    yield from _peers(folder)


_ALL = "typer, rich.console, rich.table, yaml"

_TYPED = (
    (["topics"], TITLES),
    (["bloc", "Arab states"], ("Arab states",)),
    (["resolution", "102"], TITLES[1:2]),
    (["compare"], ("RCC states",)),
    (["topics", "-f", "json"], TITLES),
    (["--help"], ("Exit codes",)),
)
"""What is typed behind the name of the program, and what is printed, in every edition."""


def _of_itupp(program: str, name: str) -> Iterator[Command]:
    """The commands of one program, in a pipe, with colour, and as shells ask for them on TAB."""
    for typed, expected in _TYPED:
        shown = " ".join(f'"{word}"' if " " in word else word for word in typed)
        yield Command(f"{name} {shown}", [program, *typed], expected)
    coloured = {"FORCE_COLOR": "1", "COLUMNS": "80", "TERM": "xterm-256color"}
    yield Command(f"{name} topics, with colour", [program, "topics"], ("Open RAN",), coloured)
    for shell in ("bash", "zsh", "fish"):
        yield Command(f"{name} topic it<TAB> in {shell}", [program], ("itrs",), _tab(shell))


def _tab(shell: str) -> dict[str, str]:
    """What a shell sets when TAB is pressed after `itupp topic it`."""
    line = "itupp topic it"
    return {
        "_ITUPP_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "it",
        "COMP_WORDS": line,
        "COMP_CWORD": "2",
    }


def _peers(folder: Path) -> Iterator[Command]:
    """Programs that print a table; those that are not there are told of."""
    table = folder / "topics.csv"
    table.write_bytes(_printed([ITUPP, "topics", "-f", "csv"]))
    base = str(folder / "topics.db")
    if insert := _found("sqlite-utils"):
        _printed([insert, "insert", base, "topics", str(table), "--csv"])
    for name, arguments in (
        ("csvlook", [str(table)]),
        ("csvlook", ["-I", str(table)]),
        ("sqlite-utils", ["rows", base, "topics", "--table"]),
        ("rich", ["--csv", str(table)]),
    ):
        program = _found(name)
        shown = " ".join(word for word in (name, *arguments) if not word.startswith("/"))
        if program:
            yield Command(shown, [program, *arguments])
        else:
            print(f"{shown}: not installed here, left out", file=sys.stderr)


def _found(program: str) -> str | None:
    """Where a program is: beside this interpreter, or else on PATH."""
    return shutil.which(program, path=str(SCRIPTS)) or shutil.which(program)


def _printed(argv: list[str]) -> bytes:
    return subprocess.run(argv, capture_output=True, check=True).stdout


def _run(command: Command, folder: str) -> Cost:
    """The cost of one run; raises SystemExit where it failed or printed something else."""
    out, err = Path(folder, "out"), Path(folder, "err")
    argv = [sys.executable, "-I", "-S", CHILD, str(out), str(err), *command.argv]
    done = subprocess.run(
        argv, capture_output=True, check=True, env={**ENVIRONMENT, **command.besides}
    )
    code, *cost = done.stdout.split()
    printed, told = (file.read_text(encoding="utf-8", errors="replace") for file in (out, err))
    if int(code) or not all(word in printed for word in command.expected):
        sys.exit(f"{command.name}: exit code {int(code)}, not counted\n{told}")
    return Cost(*map(float, cost))

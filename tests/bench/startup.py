"""How long the program takes to start: `python tests/bench/startup.py [RUNS]`.

Everything is run in turn, so that a machine that slows down slows all of it. The ratios are what
can be compared between machines.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent.parent
"""The checkout that is measured, whatever is installed."""

COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "itupp --version": ("-m", "itupp", "--version"),
    "itupp topics": ("-m", "itupp", "topics"),
    "itupp resolution 102 -f json": ("-m", "itupp", "resolution", "102", "-f", "json"),
}
"""What is run, by the name it is shown under; the first is what the others are compared with."""

WARM_UP = 2
"""The number of first rounds that do not count, in which modules are compiled and files cached."""

ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def main(runs: int = 31) -> None:
    """Run the commands in turn, and print the median of each and its ratio to the first."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for run in range(WARM_UP + runs):
        for name, argv in COMMANDS.items():
            seconds = _seconds(argv)
            if run >= WARM_UP:
                taken[name].append(seconds)
    first = median(next(iter(taken.values())))
    for name, times in taken.items():
        print(f"{name:30} {median(times) * 1000:7.1f} ms {median(times) / first:6.2f}")


def _seconds(argv: tuple[str, ...]) -> float:
    """The seconds of one run; raises CalledProcessError where it failed."""
    command = [sys.executable, *argv]
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT, cwd=ROOT)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

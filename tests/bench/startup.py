"""How long `itupp topics` takes, against the imports that no program of its kind can do without.

Run it in the environment that itupp is installed in: python tests/bench/startup.py [RUNS]
Both commands are run alternately; a run that fails or prints something else ends the measurement.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

FLOOR = [sys.executable, "-c", "import typer, rich.console, rich.table, yaml"]
TOPICS = [str(Path(sys.executable).with_name("itupp")), "topics"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as an installation compiles them."""
EXPECTED = {"floor": "", "topics": "Artificial intelligence"}


def seconds(name: str, command: list[str]) -> float:
    """The wall time of one run, in seconds; raises SystemExit where the run does not count."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    taken = time.perf_counter() - start
    if done.returncode or done.stderr or EXPECTED[name] not in done.stdout:
        sys.exit(f"{name}: exit code {done.returncode}, not counted\n{done.stderr}")
    return taken


def main(runs: int = 31) -> None:
    """Warm up, measure, and print both medians and their ratio."""
    times: dict[str, list[float]] = {"floor": [], "topics": []}
    for run in range(runs + 2):
        for name, command in (("floor", FLOOR), ("topics", TOPICS)):
            taken = seconds(name, command)
            if run >= 2:
                times[name].append(taken)
    floor, topics = median(times["floor"]), median(times["topics"])
    print(f"imports alone  {floor * 1000:6.1f} ms (median of {runs})")
    print(f"itupp topics   {topics * 1000:6.1f} ms (median of {runs})")
    print(f"ratio          {topics / floor:6.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))

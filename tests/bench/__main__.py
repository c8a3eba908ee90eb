"""What itupp costs, as tables in Markdown.

The command is `python tests/bench [RUNS]`, in an environment where `.[bench]` is installed; peers
that are missing are left out. Whatever is compared is run in turn, at least 15 times; a run that
fails or prints something else ends the measurement.
"""

import sys
from itertools import pairwise
from math import log

import processes
import sizes

LEAST_RUNS = 15


def main(runs: int = LEAST_RUNS) -> None:
    """Measure, and print the tables."""
    if runs < LEAST_RUNS:
        sys.exit(f"at least {LEAST_RUNS} runs")
    _print_processes(processes.measure(2 * runs))
    print()
    _print_sizes(sizes.measure(runs))
    print()
    _print_shapes(sizes.shapes(runs))


def _print_processes(costs: dict[str, processes.Cost]) -> None:
    names = iter(costs)
    floor, typer = costs[next(names)], costs[next(names)]
    ratios = ("by the imports of typer, rich, yaml", "by typer's")
    _row("a process of its own", "median time", *ratios, "peak memory")
    _row("---", "--:", "--:", "--:", "--:")
    for name, cost in costs.items():
        by_floor, by_typer = cost.seconds / floor.seconds, cost.seconds / typer.seconds
        memory = f"{cost.memory:.0f} MB"
        _row(
            f"`{name}`",
            _milliseconds(cost.seconds, 0),
            f"{by_floor:.2f}",
            f"{by_typer:.2f}",
            memory,
        )


def _print_sizes(found: dict[int, sizes.Times]) -> None:
    _row("positions", *(f"{size:,}" for size in found))
    _row("---", *("--:" for _ in found))
    for name in dict.fromkeys(name for times in found.values() for name in times):
        by_size = [times.get(name) for times in found.values()]
        if name.startswith("memory"):
            sizes_held = (f"{held / 1000:.1f} kB" for held in by_size if held is not None)
            _row(f"{name}, for each position", *sizes_held)
        else:
            _row(name, *map(_milliseconds, by_size))
    for peer in ("CSafeLoader", "safe_load"):
        ratios = (
            times["load"] / times[peer] if peer in times else None for times in found.values()
        )
        _row(f"load by {peer}", *("" if ratio is None else f"{ratio:.2f}" for ratio in ratios))
    loads = [times["load"] for times in found.values()]
    _row("load by the size before", "", *(f"{more / less:.1f}" for less, more in pairwise(loads)))


def _print_shapes(found: dict[str, sizes.Times]) -> None:
    """Times by shape; the last column is by which power of the size a time grows."""
    _row("shape", *found, "exponent")
    _row("---", *("--:" for _ in found), "--:")
    small, large = list(found.values())[:2]
    for name in small:
        exponent = log(large[name] / small[name], 4)
        times = (_milliseconds(times[name]) for times in found.values())
        _row(name, *times, f"{exponent:.2f}")


def _milliseconds(seconds: float | None, digits: int = 1) -> str:
    return "" if seconds is None else f"{seconds * 1000:.{digits}f} ms"


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""What itupp costs, as tables in Markdown.

The command is `python tests/bench [RUNS]`, in an environment where `.[bench]` is installed; peers that are missing
are left out. Whatever is compared is run in turn, at least 15 times; a run that fails or prints something else ends
the measurement.
"""

import sys
from itertools import pairwise

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
    _print_crowd(sizes.crowd(runs))


def _print_processes(costs: dict[str, processes.Cost]) -> None:
    names = iter(costs)
    floor, typer = costs[next(names)], costs[next(names)]
    _row("a process of its own", "median time", "by the imports of typer, rich, yaml", "by typer's", "peak memory")
    _row("---", "--:", "--:", "--:", "--:")
    for name, cost in costs.items():
        times = cost.seconds / floor.seconds, cost.seconds / typer.seconds
        _row(f"`{name}`", f"{cost.seconds * 1000:.0f} ms", *(f"{each:.2f}" for each in times), f"{cost.memory:.0f} MB")


def _print_sizes(found: dict[int, sizes.Times]) -> None:
    _row("positions", *(f"{size:,}" for size in found))
    _row("---", *("--:" for _ in found))
    for name in dict.fromkeys(name for times in found.values() for name in times):
        of_each = [times.get(name) for times in found.values()]
        if name.startswith("memory"):
            _row(f"{name}, for each position", *(f"{each / 1000:.1f} kB" for each in of_each if each is not None))
        else:
            _row(name, *("" if each is None else f"{each * 1000:.1f} ms" for each in of_each))
    for peer in ("CSafeLoader", "safe_load"):
        ratios = (times["load"] / times[peer] if peer in times else None for times in found.values())
        _row(f"load by {peer}", *("" if ratio is None else f"{ratio:.2f}" for ratio in ratios))
    loads = [times["load"] for times in found.values()]
    _row("load by the size before", "", *(f"{more / less:.1f}" for less, more in pairwise(loads)))


def _print_crowd(times: sizes.Times) -> None:
    _row("40 proponents on 40 topics", "median time", "by load")
    _row("---", "--:", "--:")
    for name, seconds in times.items():
        _row(name, f"{seconds * 1000:.1f} ms", f"{seconds / times['load']:.2f}")


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

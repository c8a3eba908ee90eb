"""What itupp costs, as tables in Markdown.

The command is `python tests/bench [RUNS] [ITUPP ...]`, in an environment where `.[bench]` is
installed; ITUPP are other programs of that name to be compared, such as an earlier edition. Peers
that are missing are left out, and named. Whatever is compared is run in turn, at least 15 times; a
run that fails or prints something else ends the measurement. Times are medians, and ratios are
medians of the ratios taken round by round.
"""

import sys
from itertools import pairwise
from math import log
from statistics import median

import processes
import sizes

LEAST_RUNS = 15

OFTEN = 3
"""Of so many runs one is taken of shapes, each of which has a process for every question."""


def main(runs: int = LEAST_RUNS, *others: str) -> None:
    """Measure, and print the tables."""
    if runs < LEAST_RUNS:
        sys.exit(f"at least {LEAST_RUNS} runs")
    _print_processes(processes.measure(runs, others))
    print()
    _print_sizes(sizes.measure(runs))
    print()
    _print_shapes(runs // OFTEN)


def _print_processes(costs: processes.Costs) -> None:
    floor, topics = next(iter(costs.values())), costs["itupp topics"]
    ratios = ("CPU by typer", "by `itupp topics`", "by the same of itupp")
    _row("a process of its own", "time", "CPU", *ratios, "peak memory")
    _row("---", *["--:"] * 6)
    for name, runs in costs.items():
        _row(
            f"`{name}`",
            _milliseconds(median(cost.seconds for cost in runs), 0),
            _milliseconds(median(cost.cpu for cost in runs), 0),
            f"{processes.ratio(runs, floor):.2f}",
            f"{processes.ratio(runs, topics):.2f}",
            _by_the_same(costs, name),
            f"{median(cost.memory for cost in runs):.1f} MB",
        )


def _by_the_same(costs: processes.Costs, name: str) -> str:
    """What a command of another edition takes by what the same of this one takes."""
    same = f"itupp {name.partition(' ')[2]}"
    if same == name or same not in costs or not name.endswith(same):
        return ""
    return f"{processes.ratio(costs[name], costs[same]):.2f}"


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


def _print_shapes(runs: int) -> None:
    """Times in two sizes, the power of the size by which they grow, and the larger by its load."""
    _row("much of", "asked", "time", "of four times as much", "exponent", "by load")
    _row("---", "---", *["--:"] * 4)
    for shape, asked in sizes.shapes(runs):
        many = " and ".join(f"{size:,}" for size in shape.sizes)
        for growth in asked:
            exponent = f"{log(growth.times, shape.sizes[1] / shape.sizes[0]):.2f}"
            times = (_milliseconds(growth.small), _milliseconds(growth.large))
            by_load = f"{growth.by_load:.2f}"
            _row(f"{many} {shape.much}", f"`{growth.question}`", *times, exponent, by_load)


def _milliseconds(seconds: float | None, digits: int = 1) -> str:
    return "" if seconds is None else f"{seconds * 1000:.{digits}f} ms"


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:])

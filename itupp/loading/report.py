"""How a check of datasets is reported: in lines, as JSON, and as annotations on GitHub."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from itupp.briefing import Record
from itupp.loading.problems import Problem
from itupp.text import one_line, unbroken, visible

if TYPE_CHECKING:
    from itupp.loading.reading import Reading

FEW = 5
"""So many files are named that were passed over; of more it is said how many."""


class Report(StrEnum):
    """What a check is reported as."""

    TABLE = "table"
    JSON = "json"
    GITHUB = "github"


class Checked(Record):
    """What a check of one dataset came to.

    There is no `reading` where no file of it could be read. `anchors` is how many were found, where
    they were looked for.
    """

    path: str
    problems: Sequence[Problem]
    reading: "Reading | None" = None
    anchors: int | None = None

    @property
    def mistakes(self) -> list[Problem]:
        """The problems that are more than warnings."""
        return [problem for problem in self.problems if not problem.warning]

    @property
    def warnings(self) -> list[Problem]:
        """The problems that are no more than warnings."""
        return [problem for problem in self.problems if problem.warning]

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The files of its folder that are not read."""
        return self.reading.passed_over if self.reading else ()

    @property
    def held(self) -> dict[str, int]:
        """How much of each kind it holds, as far as it could be read."""
        if not self.reading:
            return dict.fromkeys(_HELD, 0)
        briefing = self.reading.briefing
        return {kind: len(getattr(briefing, kind)) for kind in _HELD}


_HELD = {
    "topics": ("topic",),
    "positions": ("position",),
    "proponents": ("proponent",),
    "resolutions": ("resolution",),
    "record": ("entry of the record", "entries of the record"),
}
"""What is counted, and what one and several are called where that is no plain plural."""


def document(checks: Collection[Checked]) -> dict[str, Any]:
    """The mistakes in datasets, the warnings about them, and how much there is of what."""
    mistakes = [problem for checked in checks for problem in checked.mistakes]
    warnings = [problem for checked in checks for problem in checked.warnings]
    anchors = [checked.anchors for checked in checks if checked.anchors is not None]
    counts = {"mistakes": len(mistakes), "warnings": len(warnings)}
    for kind in _HELD:
        counts[kind] = sum(checked.held[kind] for checked in checks)
    return {
        "mistakes": list(map(_problem_document, mistakes)),
        "warnings": list(map(_problem_document, warnings)),
        "passed_over": [file for checked in checks for file in checked.passed_over],
        "counts": {**counts, "anchors": sum(anchors) if anchors else None},
    }


def _problem_document(problem: Problem) -> dict[str, Any]:
    """Where it is and what; a line of 0 is the whole file."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.text,
    }


def lines(checks: Collection[Checked]) -> Iterator[str]:
    """A line for each problem, and for each dataset how many there are."""
    yield from _told(checks, str)


def annotations(checks: Collection[Checked]) -> Iterator[str]:
    """The same with problems as commands that GitHub's workflows read."""
    yield from _told(checks, _annotation)


def _told(checks: Collection[Checked], form: Callable[[Problem], str]) -> Iterator[str]:
    for checked in checks:
        yield from map(form, checked.problems)
        whose = f"{checked.path}: " if len(checks) > 1 else ""
        yield unbroken(f"{whose}{summary(checked)}")
        if checked.passed_over:
            yield unbroken(f"passed over: {_few(checked.passed_over)}")


def _few(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = [f"{len(names) - FEW} more"] if len(names) > FEW else []
    return ", ".join([*names[:FEW], *more])


_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})

_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def _annotation(problem: Problem) -> str:
    """A problem as GitHub's runner reads it, its signs escaped as that asks for."""
    file = visible(problem.file).translate(_IN_PROPERTY)
    place = f",line={problem.line},col={problem.column}" if problem.line else ""
    return (
        f"::{problem.kind} file={file}{place}::{one_line(problem.message).translate(_IN_MESSAGE)}"
    )


def summary(checked: Checked) -> str:
    """Count mistakes and warnings and, without a mistake, what was checked and found."""
    found = _number(len(checked.mistakes), "mistake")
    if checked.warnings:
        found += f", {_number(len(checked.warnings), 'warning')}"
    if not checked.mistakes and checked.reading:
        title = checked.reading.briefing.title
        return f'{found} in "{title}": {", ".join(_what_was_checked(checked))}'
    if checked.reading and not checked.reading.contents.whole:
        return f"{found}; until all of it can be read, ids are not looked up"
    return found


def _what_was_checked(checked: Checked) -> Iterator[str]:
    """How much of each kind a dataset holds, and how many of its anchors were found."""
    for kind, number in checked.held.items():
        if number or kind != "record":
            yield _number(number, *_HELD[kind])
    if checked.anchors is not None:
        yield f"{_number(checked.anchors, 'anchor')} found in the source"


def _number(number: int, of: str, several: str | None = None) -> str:
    called = of if number == 1 else several or f"{of}s"
    return f"{number or 'no'} {called}"


def are_sound(checks: Iterable[Checked], *, strict: bool) -> bool:
    """Whether nothing was found that has to be mended: a mistake or, where strict, a warning."""
    return not any(checked.mistakes or (strict and checked.warnings) for checked in checks)

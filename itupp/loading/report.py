"""How a check of a dataset is reported: in lines, and as JSON."""

from collections.abc import Collection
from typing import Any

from itupp.briefing import Briefing
from itupp.loading.problems import Problem


def document(problems: Collection[Problem]) -> dict[str, Any]:
    """The mistakes in a dataset, and the warnings about it."""
    mistakes = (problem for problem in problems if not problem.warning)
    warnings = (problem for problem in problems if problem.warning)
    return {
        "mistakes": list(map(_problem_document, mistakes)),
        "warnings": list(map(_problem_document, warnings)),
    }


def _problem_document(problem: Problem) -> dict[str, Any]:
    """Where it is and what; a line of 0 is the whole file."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
    }


def summary(briefing: Briefing, problems: Collection[Problem], anchors: int | None = None) -> str:
    """Count mistakes and warnings or, without a mistake, what was checked and found."""
    warnings = sum(problem.warning for problem in problems)
    mistakes = len(problems) - warnings
    found = _number(mistakes, "mistake")
    if warnings:
        found += f", {_number(warnings, 'warning')}"
    return found if mistakes else f'{found} in "{briefing.title}": {_checked(briefing, anchors)}'


def _checked(briefing: Briefing, anchors: int | None) -> str:
    """How much of each kind a dataset holds, and how many of its anchors were found."""
    held = [
        _number(len(briefing.topics), "topic"),
        _number(len(briefing.positions), "position"),
        _number(len(briefing.proponents), "proponent"),
        _number(len(briefing.resolutions), "resolution"),
    ]
    entries = len(briefing.record)
    if entries:
        held.append("1 entry of the record" if entries == 1 else f"{entries} entries of the record")
    if anchors is not None:
        held.append(f"{_number(anchors, 'anchor')} found in the source")
    return ", ".join(held)


def _number(number: int, of: str) -> str:
    plural = "" if number == 1 else "s"
    return f"{number or 'no'} {of}{plural}"

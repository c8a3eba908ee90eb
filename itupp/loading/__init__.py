"""A file or a folder in; one Briefing, or every problem in it, out.

The YAML parser is imported where a dataset is read: help and the version need none, and it takes a
good part of the time to start.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from itupp.loading.problems import DataError, Problem

if TYPE_CHECKING:
    from itupp.briefing import Briefing
    from itupp.loading.reading import Reading

__all__ = ["DataError", "Problem", "load", "read"]


def load(path: Path | None = None) -> "Briefing":
    """The briefing in a YAML file or a folder of them, by default the bundled one.

    The bundled countries are part of every briefing. Files with nothing but the record are read
    where it is asked for. Raises DataError, with every mistake, where the dataset is missing,
    unreadable or wrong.
    """
    if path is None:
        from itupp.loading import prepared

        briefing = prepared.read(Path(__file__).parents[1])
        if briefing:
            return briefing
    reading = read(path, wait=True)
    if reading.mistakes:
        raise DataError(reading.mistakes)
    return reading.briefing


def read(path: Path | None = None, *, wait: bool = False) -> "Reading":
    """What a dataset holds and what is wrong with it.

    Where it may `wait`, the record is read later, from files with nothing else. Raises DataError
    where no file can be read.
    """
    from itupp.loading import reading

    return reading.read(path, wait=wait)

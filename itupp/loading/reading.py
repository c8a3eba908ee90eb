"""From files to a Reading: what they hold, and every problem in them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NoReturn

from itupp.briefing import Briefing, Chronicle, Record
from itupp.loading import anchors, rules
from itupp.loading.files import data_folder, name_of, passed_over, text_of, yaml_files
from itupp.loading.problems import DataError, Problem
from itupp.loading.records import RECORD_LISTS, Contents, contents_of
from itupp.loading.yaml_values import File


class Reading(Record):
    """What reading a dataset came to: what it holds, and every problem in it by file and line."""

    contents: Contents
    problems: tuple[Problem, ...]

    @property
    def briefing(self) -> Briefing:
        """The briefing, as far as it could be read."""
        return self.contents.briefing

    @property
    def mistakes(self) -> tuple[Problem, ...]:
        """The problems that are more than warnings."""
        return tuple(problem for problem in self.problems if not problem.warning)

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The files of its folder that are not read."""
        return tuple(map(str, passed_over(Path(self.contents.path))))

    def doubts(self) -> tuple[Problem, ...]:
        """Warnings about what is legal but hardly meant; none where a part could not be read."""
        return tuple(rules.doubts(self.contents))

    def misplaced_anchors(self, texts: Mapping[str, str]) -> tuple[Problem, ...]:
        """Mistakes in anchors, looked for in the texts of sources by their ids."""
        return tuple(anchors.misplaced_anchors(self.contents, texts))

    def anchors(self, texts: Mapping[str, str]) -> tuple[anchors.Anchored, ...]:
        """The positions whose anchors can be looked for in these texts."""
        return tuple(anchors.anchored(self.contents, texts))


def read(path: Path | None = None, *, wait: bool = False) -> Reading:
    """What a dataset holds and what is wrong with it.

    Where it may `wait`, files with nothing but the record are left until the record is asked for,
    and then what is wrong with it is raised as DataError. Raises DataError where no file can be
    read.
    """
    folder = data_folder()
    path = path or folder / "pp22"
    own = [_file(file, wait=wait) for file in yaml_files(path)]
    waiting = [file for file in own if file.waiting]
    files = [_file(folder / "countries.yaml"), *(file for file in own if not file.waiting)]
    if not any(file.was_read or file.waiting for file in own):
        raise DataError(_problems(files))
    contents = contents_of(name_of(path), files)
    if waiting:
        contents.briefing.read_chronicle = partial(_read_record, contents, files, waiting)
    else:
        contents.take_record()
    problems = {*_problems(files), *rules.mistakes(contents)}
    return Reading(contents=contents, problems=tuple(sorted(problems)))


def _read_record(contents: Contents, files: Iterable[File], waiting: Iterable[File]) -> Chronicle:
    """Read the record from files that were waiting; raises DataError where it has mistakes."""
    for file in waiting:
        file.take(file.waiting)
    contents.take_record(waiting)
    problems = (*_problems((*files, *waiting)), *rules.mistakes(contents))
    mistakes = [problem for problem in problems if not problem.warning]
    if mistakes:
        # whoever asks again is told the same
        contents.briefing.read_chronicle = partial(_refuse, DataError(mistakes))
    return contents.briefing.read_chronicle()


def _refuse(error: DataError) -> NoReturn:
    raise error


def _problems(files: Iterable[File]) -> Iterator[Problem]:
    """What was found while files were read."""
    for file in files:
        yield from file.problems


def _file(path: Path, *, wait: bool = False) -> File:
    """A file and what is in it, or why it cannot be read; one of the record alone may wait."""
    file = File(name_of(path))
    try:
        text = text_of(path)
    except DataError as error:
        file.refuse(error.problems)
        return file
    if wait and _holds_the_record_alone(text):
        file.waiting = text
    else:
        file.take(text)
    return file


_KEY = f"(?:{'|'.join(RECORD_LISTS)}):"

_FIRST_LINE = re.compile(rf"(?:[ \t]*(?:#.*)?\n)*{_KEY}")
"""One of the record's keys, below nothing but empty lines and comments."""

_OTHER_LINE = re.compile(rf"^(?!{_KEY}|[ #\n]|- |\Z)", re.MULTILINE)
"""A line that is neither empty, nor a comment, nor set in, nor an item, nor one of these keys."""


def _holds_the_record_alone(text: str) -> bool:
    """Whether a file has no other keys than those of the record, as can be told from its lines.

    The keys of a mapping all stand in the same column. Where the first is one of the record's, and
    nothing else begins in its column, there is no other.
    """
    return bool(_FIRST_LINE.match(text)) and not _OTHER_LINE.search(text)

"""From files to a Reading: what they hold, and every problem in them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from itupp.briefing import Briefing, Record
from itupp.loading import anchors, rules
from itupp.loading.files import data_folder, name_of, passed_over, text_of, yaml_files
from itupp.loading.problems import DataError, Problem
from itupp.loading.records import Contents, contents_of
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


def read(path: Path | None = None) -> Reading:
    """What a dataset holds and what is wrong with it.

    Raises DataError where no file can be read.
    """
    folder = data_folder()
    path = path or folder / "pp22"
    own = [_file(file) for file in yaml_files(path)]
    files = [_file(folder / "countries.yaml"), *own]
    if not any(file.was_read for file in own):
        raise DataError(_problems(files))
    contents = contents_of(name_of(path), files)
    problems = {*_problems(files), *rules.mistakes(contents)}
    return Reading(contents=contents, problems=tuple(sorted(problems)))


def _problems(files: Iterable[File]) -> Iterator[Problem]:
    """What was found while files were read."""
    for file in files:
        yield from file.problems


def _file(path: Path) -> File:
    """A file and what is in it, or why it cannot be read."""
    file = File(name_of(path))
    try:
        text = text_of(path)
    except DataError as error:
        file.refuse(error.problems)
    else:
        file.take(text)
    return file

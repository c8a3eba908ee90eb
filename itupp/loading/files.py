"""Where datasets are, which files they have, and the text of each."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from itupp.loading.problems import DataError, Problem
from itupp.suggestions import did_you_mean, nearest
from itupp.text import shell_word

SUFFIXES = (".yaml", ".yml")

MAX_BYTES = 100_000_000

_NOT_UTF8 = "not in UTF-8: save the file as UTF-8 text"


def data_folder() -> Path:
    """Where the bundled data is: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "data"
    return installed if installed.is_dir() else package.parent / "data"


def is_yaml(path: Path) -> bool:
    """Whether a path is called as YAML files are."""
    return path.suffix.lower() in SUFFIXES


def yaml_files(path: Path) -> list[Path]:
    """The path itself or, below a folder, its YAML files in path order.

    Names that begin with a dot are passed over. Raises DataError where there is no file or a folder
    cannot be read.
    """
    try:
        found = sorted(filter(is_yaml, _visible_below(path))) if path.is_dir() else [path]
    except OSError as error:
        raise _unreadable(Path(error.filename or path), error.strerror) from None
    if not found:
        raise _refusal(path, "the folder holds no YAML file")
    return found


def text_of(file: Path) -> str:
    """The text of a file; raises DataError where it cannot be read or is not in UTF-8."""
    try:
        if not file.is_file():
            raise _refusal(file, _absence(file))
        # By its size: a buffer for as much as there might be would take 100 MB for each file.
        if file.stat().st_size > MAX_BYTES:
            raise OSError(errno.EFBIG, f"larger than {MAX_BYTES // 1_000_000} MB")
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataError([Problem(str(file), line, 1, _NOT_UTF8)]) from None
    except OSError as error:
        raise _unreadable(file, error.strerror) from None


def _visible_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, those passed over whose name, or a folder's, begins with a dot."""
    for top, folders, names in os.walk(folder, onerror=_refuse):
        # os.walk goes on into what its list of folders still holds
        folders[:] = filter(_is_visible, folders)
        yield from (Path(top, name) for name in filter(_is_visible, names))


def _is_visible(name: str) -> bool:
    return not name.startswith(".")


def _refuse(error: OSError) -> NoReturn:
    raise error


def _refusal(path: Path, why: str) -> DataError:
    return DataError([Problem.at(None, str(path), why)])


def _unreadable(path: Path, why: str | None) -> DataError:
    return _refusal(path, f"cannot be read: {why}")


def _absence(path: Path) -> str:
    """Why there is nothing to read at a path, and what may have been meant."""
    if path.exists():
        return "neither a file nor a folder"
    if path.is_symlink():
        return "a link that leads to no file or folder"
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    # a name that shells do not read alike is not proposed, since people paste proposals
    near = nearest(path.name, (other.name for other in beside if shell_word(other.name)))
    meant = str(path.with_name(near)) if near else None
    return f"there is no such file or folder{did_you_mean(meant)}"

"""Where datasets are, which files they have, and the text of each."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from itupp.loading.problems import DataError, Problem, place_in
from itupp.suggestions import did_you_mean, nearest
from itupp.text import shell_word

SUFFIXES = (".yaml", ".yml")

MAX_BYTES = 100_000_000

STDIN = Path("-")
"""The path that stands for standard input."""

_PIPES = (Path("/dev/fd"), Path("/proc/self/fd"))
"""Where shells have the pipes of `<(command)`; another pipe may have nobody who writes to it."""

_NOT_UTF8 = "not in UTF-8: save the file as UTF-8 text"

_PDF = "a PDF, and no text: save what it says as UTF-8 text"


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
        found = sorted(_yaml_below(path)) if path.is_dir() else [path]
    except OSError as error:
        raise _unreadable(Path(error.filename or path), error.strerror) from None
    if not found:
        named = [file.name for file in passed_over(path) if is_meant_as_yaml(file)]
        hint = f"; {named[0]} is passed over for the end of its name" if named else ""
        raise _refusal(path, f"the folder holds no YAML file{hint}")
    return found


def passed_over(path: Path) -> list[Path]:
    """What is not read below a folder, in path order: files that are no YAML, links to folders.

    Names that begin with a dot are not told.
    """
    if not path.is_dir():
        return []
    try:
        return sorted(file for file in _visible_below(path) if not is_yaml(file) or file.is_dir())
    except OSError:  # pragma: no cover - it went away after its files were read
        return []


def is_meant_as_yaml(path: Path) -> bool:
    """Whether a file that is passed over is called as if it were to be read.

    Editors on Windows append `.txt` to what is saved, and do not show it. What editors and people
    call a copy that they keep aside is not meant.
    """
    if path.suffix.lower() in _KEPT_ASIDE or path.name.endswith("~"):
        return False
    return is_yaml(Path(path.stem)) or nearest(path.suffix, SUFFIXES) is not None


_KEPT_ASIDE = (".bak", ".old", ".orig", ".swp", ".tmp")


def name_of(file: Path) -> str:
    """What messages call a file."""
    return "stdin" if file == STDIN else str(file)


def text_of(file: Path) -> str:
    """The text of a file; raises DataError where it cannot be read or is not in UTF-8."""
    try:
        content = _content(file)
    except OSError as error:
        raise _unreadable(file, error.strerror) from None
    if content.startswith(b"%PDF"):
        raise _refusal(file, _PDF)
    text = _decoded(file, content)
    # No text has this sign, but text in UTF-16 without a mark of byte order has it in every byte
    # that ASCII does not need.
    if "\0" in text:
        raise DataError([_not_utf8(file, text[: text.index("\0")])])
    return text


def _content(file: Path) -> bytes:
    """The bytes of a file, or those of standard input; raises OSError and DataError."""
    if file == STDIN:
        content = sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
    elif file.is_file():
        # By its size: a buffer for as much as there might be would take 100 MB for each file.
        _refuse_large(file.stat().st_size)
        return file.read_bytes()
    elif _is_open_pipe(file):
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    else:
        raise _refusal(file, _absence(file))
    _refuse_large(len(content))
    return content


def _refuse_large(size: int) -> None:
    """Raise OSError where a file has more bytes than are read."""
    if size > MAX_BYTES:
        raise OSError(errno.EFBIG, f"larger than {MAX_BYTES // 1_000_000} MB")


def _is_open_pipe(file: Path) -> bool:
    return file.parent in _PIPES and file.is_fifo()


def _decoded(file: Path, content: bytes) -> str:
    """The text in UTF-8 that these bytes are; raises DataError."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", errors="ignore")
        raise DataError([_not_utf8(file, before)]) from None


def _not_utf8(file: Path, before: str) -> Problem:
    """The problem that a file is not in UTF-8 from the end of this text on."""
    return Problem(name_of(file), *place_in(before, len(before)), _NOT_UTF8)


def _visible_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, those passed over whose name, or a folder's, begins with a dot.

    A link to a folder is not followed, for it may lead back; it is answered with as a file is.
    """
    for top, folders, names in os.walk(folder, onerror=_refuse):
        # os.walk goes on into what its list of folders still holds
        folders[:] = filter(_is_visible, folders)
        yield from (Path(top, name) for name in filter(_is_visible, names))
        yield from (Path(top, name) for name in folders if Path(top, name).is_symlink())


def _is_visible(name: str) -> bool:
    return not name.startswith(".")


def _refuse(error: OSError) -> NoReturn:
    raise error


def _yaml_below(folder: Path) -> Iterator[Path]:
    """The YAML files below a folder; a folder that a link leads to is none, whatever its name."""
    return (file for file in _visible_below(folder) if is_yaml(file) and not file.is_dir())


def _refusal(path: Path, why: str) -> DataError:
    return DataError([Problem.at(None, name_of(path), why)])


def _unreadable(path: Path, why: str | None) -> DataError:
    return _refusal(path, f"cannot be read: {why}")


def _absence(path: Path) -> str:
    """Why there is nothing to read at a path, and what may have been meant."""
    if path.is_dir():
        return "a folder, and no file"
    if path.exists():
        return "neither a file nor a folder"
    if path.is_symlink():
        return "a link that leads to no file or folder"
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    # a name that shells do not read alike is not proposed, since people paste proposals
    near = nearest(path.name, (other.name for other in beside if shell_word(other.name)))
    meant = str(path.with_name(near)) if near else None
    return f"there is no such file or folder{did_you_mean(meant)}"

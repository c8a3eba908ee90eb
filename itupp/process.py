"""The process around the commands: streams, encodings, errors turned into exit codes."""

import codecs
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from itupp.cli import UsageError, run
from itupp.exit_codes import Exit
from itupp.loading import DataError
from itupp.lookup import NotFoundError
from itupp.text import plain, unbroken


def main(argv: Sequence[str]) -> int:
    """Run one command line, to its last line of output, and return its exit code.

    What goes wrong is told on stderr.
    """
    args = [*argv[1:], "--help"] if list(argv[:1]) == ["help"] else list(argv)
    try:
        code = _run(args)
        sys.stdout.flush()
    except OSError as error:
        what = error.filename or "the output"
        return _fail(f"{what} cannot be written: {error.strerror}", Exit.NO)
    except UnicodeError:
        return _fail(f"the output cannot be written in {sys.stdout.encoding}", Exit.NO)
    except MemoryError:
        return _fail("there is not enough memory for this", Exit.NO)
    return code


def _run(args: list[str]) -> int:
    try:
        return run(args)
    except UsageError as error:
        return _fail(str(error), error.code)
    except NotFoundError as error:
        return _fail(str(error), Exit.NO)
    except DataError as error:
        _tell(str(error))
        return Exit.DATA
    except SystemExit as end:  # typer ends so once it has answered TAB
        return int(end.code or 0)


def console() -> int:
    """Run this process's command line, whatever its streams can take; return its exit code."""
    if sys.stderr is None:
        # It stays open until the process ends.
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stdout is None:
        return _fail("the output cannot be written: stdout is closed", Exit.NO)
    codecs.register_error("itupp.plain", _in_plain_letters)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="itupp.plain")  # type: ignore[union-attr]
    return main(sys.argv[1:])


def _in_plain_letters(error: UnicodeError) -> tuple[str, int]:
    """What a stream prints for the letters it has not."""
    assert isinstance(error, UnicodeEncodeError), "these streams are written to only"
    text = plain(error.object[error.start : error.end])
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeError:  # some code pages lack signs of ASCII
        text = "?" * len(text)
    return text, error.end


def _fail(message: str, code: int) -> int:
    _tell(f"itupp: {unbroken(message)}")
    return code


def _tell(text: str) -> None:
    """Print on stderr; where not even that can be written the exit code has to do."""
    with suppress(OSError, UnicodeError):
        print(text, file=sys.stderr)

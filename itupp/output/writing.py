"""Files: written whole or not at all."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from itupp.output.formats import Format
from itupp.text import unbroken

KILO = 1000


def write(path: Path, content: str, form: str | None) -> str:
    """Write a text to a file, in UTF-8, and return what to tell of that; raises OSError.

    CSV begins with a byte order mark, without which Excel takes the letters for others. What is
    there is replaced by a file beside it once that is complete; what is no file, as a pipe is
    written to as it is.
    """
    encoding = "utf-8-sig" if form == Format.CSV else "utf-8"
    data = content.encode(encoding, errors="backslashreplace")
    try:
        _write(Path(os.path.realpath(path)), data)  # a link stays one
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    size = f"{-(-len(data) // KILO)} kB" if len(data) >= KILO else f"{len(data)} bytes"
    return unbroken(f"{path} written ({size})")


def _write(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise

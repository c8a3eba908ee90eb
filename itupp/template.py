"""A dataset to begin with."""

from pathlib import Path

from itupp.dataset import SUFFIXES, data_folder


def guide() -> Path:
    """The guide for those who edit data."""
    return data_folder() / "GUIDE.md"


def write(path: Path) -> Path:
    """Write the template to a new YAML file or, where the path is not that of one, into a new folder.

    Answers with the file. Raises OSError, with nothing left behind, where it exists or cannot be written.
    """
    text = (data_folder() / "template.yaml").read_text(encoding="utf-8")
    if path.suffix in SUFFIXES:
        return _write(path, text)
    path.mkdir()
    try:
        return _write(path / "briefing.yaml", text)
    except OSError:
        path.rmdir()
        raise


def _write(file: Path, text: str) -> Path:
    with file.open("x", encoding="utf-8") as opened:
        try:
            opened.write(text)
            opened.flush()
        except OSError:
            file.unlink()
            raise
    return file

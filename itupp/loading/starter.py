"""A dataset to begin with."""

from pathlib import Path

from itupp.loading.files import data_folder, is_yaml


def guide() -> Path:
    """The guide for those who edit data."""
    return data_folder() / "GUIDE.md"


def write(path: Path) -> Path:
    """Write the template to a new YAML file or, where the path is that of none, into a new folder.

    Answers with the file. Raises OSError, with nothing left behind, where it exists or cannot
    be written.
    """
    text = (data_folder() / "template.yaml").read_text(encoding="utf-8")
    if is_yaml(path):
        return _write_file(path, text)
    path.mkdir()
    try:
        return _write_file(path / "briefing.yaml", text)
    except OSError:
        path.rmdir()
        raise


def _write_file(file: Path, text: str) -> Path:
    with file.open("x", encoding="utf-8") as opened:
        try:
            opened.write(text)
            opened.flush()
        except OSError:
            file.unlink()
            raise
    return file

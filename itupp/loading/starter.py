"""A dataset to begin with, and beside it what editors read."""

from contextlib import suppress
from pathlib import Path

from itupp.loading.files import data_folder, is_yaml

SCHEMA = ".itupp.schema.json"
"""What the schema beside a dataset is called; with a dot, since it is no part of the dataset."""

_FOR_EDITORS = f"# yaml-language-server: $schema={SCHEMA}\n"
"""The first line of a file for which editors are to use the schema."""


def guide() -> Path:
    """The guide for those who edit data."""
    return data_folder() / "GUIDE.md"


def template() -> str:
    """The text of a small, complete dataset."""
    return (data_folder() / "template.yaml").read_text(encoding="utf-8")


def write(path: Path, text: str) -> Path:
    """Write a dataset to a new YAML file or, where the path is that of none, into a new folder.

    The schema is written beside it, unless there is one. Answers with the file. Raises OSError,
    with nothing left behind, where the file exists or cannot be written.
    """
    if is_yaml(path):
        return _write_with_schema(path, text)
    path.mkdir()
    try:
        return _write_with_schema(path / "briefing.yaml", text)
    except OSError:
        path.rmdir()
        raise


def _write_with_schema(file: Path, text: str) -> Path:
    from itupp.loading import schema  # only those who begin a dataset need it

    _write_file(file, _FOR_EDITORS + text)
    try:
        with suppress(FileExistsError):
            _write_file(file.with_name(SCHEMA), schema.text())
    except OSError:
        file.unlink()
        raise
    return file


def _write_file(file: Path, text: str) -> None:
    with file.open("x", encoding="utf-8") as opened:
        try:
            opened.write(text)
            opened.flush()
        except OSError:
            file.unlink()
            raise

"""The dataset to begin with."""

import errno
import shlex
from pathlib import Path

import pytest

from itupp.loading import read, starter


def test_a_folder(tmp_path):
    """A path that is not that of a YAML file becomes a folder with one."""
    assert starter.write(tmp_path / "mine") == tmp_path / "mine" / "briefing.yaml"
    assert starter.write(tmp_path / "mine.yml") == tmp_path / "mine.yml"
    assert starter.write(tmp_path / "MINE.YAML").is_file()


def test_it_is_complete(tmp_path):
    """It holds everything that a briefing can hold and gives no cause for a warning."""
    reading = read(starter.write(tmp_path / "mine.yaml"))
    assert (reading.problems, reading.doubts()) == ((), ())
    parts = ("sections", "sources", "addressees", "blocs", "topics", "resolutions", "terms")
    assert all(getattr(reading.briefing, part) for part in parts)
    assert starter.guide().is_file()


@pytest.mark.parametrize(
    "command",
    [
        "",
        "topics",
        "topic lights",
        "blocs",
        "bloc 'Northern ports'",
        "resolutions",
        "resolution 7",
        "positions lights",
        "position fees-1",
        "compare",
        "compare north",
        "compare north south",
        "brief fees",
        "check",
    ],
)
def test_it_answers_every_command(itupp, tmp_path, command):
    """What a curator begins with can be explored at once."""
    file = starter.write(tmp_path / "mine")
    result = itupp(*shlex.split(command), "--data", str(file.parent))
    assert (result.code, result.err) == (0, "")


def test_before_a_conference_there_is_no_outcome(itupp, tmp_path):
    """Where none is recorded of anything, none is said to be missing."""
    folder = starter.write(tmp_path / "mine").parent
    for command in ("topic lights", "bloc fr", "resolution 7", "position fees-1", "brief lights"):
        result = itupp(*command.split(), "--data", str(folder))
        assert result.code == 0
        assert "Outcome" not in result.out


@pytest.mark.parametrize("name", ["there", "there.yaml"])
def test_nothing_is_overwritten(tmp_path, name):
    """What exists stays as it is, be it a file or a folder."""
    (tmp_path / "there").mkdir()
    (tmp_path / "there.yaml").write_text("mine")
    with pytest.raises(FileExistsError):
        starter.write(tmp_path / name)
    assert not list((tmp_path / "there").iterdir())
    assert (tmp_path / "there.yaml").read_text() == "mine"


@pytest.mark.parametrize("name", ["mine", "mine.yaml"])
def test_nothing_is_left_half_written(tmp_path, monkeypatch, name):
    """Where the disk is full there is no file afterwards, and no folder."""
    opened = Path.open

    def full(path, *args, **options):
        file = opened(path, *args, **options)
        if "x" in args:

            def write(text):
                raise OSError(errno.ENOSPC, "No space left on device")

            monkeypatch.setattr(file, "write", write)
        return file

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OSError, match="No space left"):
        starter.write(tmp_path / name)
    assert not list(tmp_path.iterdir())

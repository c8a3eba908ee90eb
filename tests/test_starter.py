"""The dataset to begin with."""

import errno
import shlex
from pathlib import Path

import pytest

from itupp.loading import read, schema, starter

TEXT = starter.template()


def test_a_folder(tmp_path):
    """A path that is not that of a YAML file becomes a folder with one."""
    assert starter.write(tmp_path / "mine", TEXT) == tmp_path / "mine" / "briefing.yaml"
    assert starter.write(tmp_path / "mine.yml", TEXT) == tmp_path / "mine.yml"
    assert starter.write(tmp_path / "MINE.YAML", TEXT).is_file()
    other = starter.write(tmp_path / "other.yaml", "title: \u6a19\u6e96")
    assert "\u6a19\u6e96" in other.read_text(encoding="utf-8")


def test_it_is_complete(tmp_path):
    """It holds everything that a briefing can hold and gives no cause for a warning."""
    reading = read(starter.write(tmp_path / "mine.yaml", TEXT))
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
    file = starter.write(tmp_path / "mine", TEXT)
    result = itupp(*shlex.split(command), "--data", str(file.parent))
    assert (result.code, result.err) == (0, "")


def test_before_a_conference_there_is_no_outcome(itupp, tmp_path):
    """Where none is recorded of anything, none is said to be missing."""
    folder = starter.write(tmp_path / "mine", TEXT).parent
    for command in ("topic lights", "bloc fr", "resolution 7", "position fees-1", "brief lights"):
        result = itupp(*command.split(), "--data", str(folder))
        assert result.code == 0
        assert "Outcome" not in result.out


def test_the_schema_stands_beside_it(tmp_path):
    """Editors are told of it in the first line; one that is there already stays as it is."""
    file = starter.write(tmp_path / "mine", TEXT)
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={starter.SCHEMA}"
    beside = file.with_name(starter.SCHEMA)
    assert beside.read_text(encoding="utf-8") == schema.text()
    beside.write_text("mine", encoding="utf-8")
    starter.write(tmp_path / "mine" / "more.yaml", TEXT)
    assert beside.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["there", "there.yaml"])
def test_nothing_is_overwritten(tmp_path, name):
    """What exists stays as it is, be it a file or a folder."""
    (tmp_path / "there").mkdir()
    (tmp_path / "there.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        starter.write(tmp_path / name, TEXT)
    assert not list((tmp_path / "there").iterdir())
    assert (tmp_path / "there.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("fails", ["mine.yaml", "briefing.yaml", starter.SCHEMA])
@pytest.mark.parametrize("name", ["mine", "mine.yaml"])
def test_nothing_is_left_half_written(tmp_path, monkeypatch, name, fails):
    """Where the disk is full there is no file afterwards, and no folder."""
    opened = Path.open

    def full(path, *args, **options):
        file = opened(path, *args, **options)
        if "x" in args and path.name == fails:

            def write(text):
                raise OSError(errno.ENOSPC, "No space left on device")

            monkeypatch.setattr(file, "write", write)
        return file

    monkeypatch.setattr(Path, "open", full)
    if (name, fails) in (("mine", "mine.yaml"), ("mine.yaml", "briefing.yaml")):
        starter.write(tmp_path / name, TEXT)
        return
    with pytest.raises(OSError, match="No space left"):
        starter.write(tmp_path / name, TEXT)
    assert not list(tmp_path.iterdir())

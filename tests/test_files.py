"""Where datasets are, which files they have, and the text of each."""

import os
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from itupp.loading import DataError, load
from itupp.loading.files import (
    data_folder,
    is_meant_as_yaml,
    is_yaml,
    name_of,
    passed_over,
    text_of,
    yaml_files,
)


def problems(path):
    """The report on a dataset, paths relative to its folder."""
    with pytest.raises(DataError) as error:
        load(path)
    return str(error.value).replace(f"{path.parent}/", "").replace(": error: ", ": ")


def test_which_files_are_read(tmp_path):
    """YAML files, in path order; names that begin with a dot are passed over."""
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    read = ["B.YAML", "a.yaml", "b/1.yml", "c.Yml"]
    for name in (*read, "notes.txt", ".a.yaml", ".git/b.yaml", "b/.c.yaml", "yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert yaml_files(tmp_path) == [tmp_path / name for name in read]
    assert yaml_files(tmp_path / ".a.yaml") == [tmp_path / ".a.yaml"]


def test_hidden_folders_are_not_entered(tmp_path, monkeypatch):
    """What is below them is passed over unseen, and so is a file with a hidden one's name."""
    (tmp_path / ".hidden" / "below").mkdir(parents=True)
    (tmp_path / ".hidden" / "below" / "a.yaml").write_text("", encoding="utf-8")
    assert problems(tmp_path) == f"{tmp_path.name}: the folder holds no YAML file"


def test_names_of_yaml_files():
    """The suffix may be in any case."""
    assert is_yaml(Path("a.yaml"))
    assert is_yaml(Path("a.YML"))
    assert not is_yaml(Path("a.yamlx"))


def test_a_mark_of_byte_order_is_no_text(tmp_path):
    """Editors that write one are common."""
    file = tmp_path / "bom.yaml"
    file.write_bytes(b"\xef\xbb\xbfbriefing: {title: Mark}\r\n")
    assert text_of(file) == "briefing: {title: Mark}\r\n"
    assert load(file).title == "Mark"


def test_missing(tmp_path):
    """A path that leads nowhere, and a folder without YAML, are told in one line."""
    assert problems(tmp_path / "nowhere") == "nowhere: there is no such file or folder"
    assert problems(tmp_path / "no" / "where") == "where: there is no such file or folder"
    (tmp_path / "empty").mkdir()
    assert problems(tmp_path / "empty") == "empty: the folder holds no YAML file"


def test_what_was_meant(tmp_path):
    """A file with a name that is near is proposed, unless shells do not read its name alike."""
    (tmp_path / "lamps.yaml").write_text("", encoding="utf-8")
    (tmp_path / "$(horns).yaml").write_text("", encoding="utf-8")
    meant = tmp_path / "lamps.yaml"
    absent = "there is no such file or folder"
    assert problems(tmp_path / "lamp.yaml") == f"lamp.yaml: {absent}; did you mean {meant.name}?"
    assert problems(tmp_path / "$(horn).yaml") == f"$(horn).yaml: {absent}"


def test_a_large_file(tmp_path, monkeypatch):
    """A file may be as large as the limit."""
    (tmp_path / "x.yaml").write_text("briefing: {title: T}", encoding="utf-8")
    (tmp_path / "countries.yaml").write_text("", encoding="utf-8")
    monkeypatch.setattr("itupp.loading.reading.data_folder", lambda: tmp_path)
    monkeypatch.setattr("itupp.loading.files.MAX_BYTES", 20)
    assert load(tmp_path / "x.yaml").title == "T"


def test_a_huge_file(tmp_path, monkeypatch):
    """No more of a file is read than its limit and one byte."""
    monkeypatch.setattr("itupp.loading.files.MAX_BYTES", 2_000_000)
    with (tmp_path / "x.yaml").open("wb") as file:
        file.truncate(10_000_000_000)
    assert problems(tmp_path / "x.yaml") == "x.yaml: cannot be read: larger than 2 MB"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes of POSIX")
def test_what_is_no_file(tmp_path):
    """Links in circles, links that lead nowhere and pipes are told.

    A folder with a file's name is a folder.
    """
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert problems(tmp_path / "a") == "a: a link that leads to no file or folder"
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "round").symlink_to(folder)
    (folder / "d.yaml").mkdir()
    assert problems(folder) == "folder: the folder holds no YAML file"
    (folder / "lost.yaml").symlink_to("nowhere")
    os.mkfifo(folder / "pipe.yml")
    assert problems(folder).splitlines() == [
        "folder/lost.yaml: a link that leads to no file or folder",
        "folder/pipe.yml: neither a file nor a folder",
    ]
    (folder / "d.yaml" / "e.yaml").write_text("briefing: {title: T}", encoding="utf-8")
    assert "e.yaml" not in problems(folder)
    assert problems(folder / "pipe.yml") == "pipe.yml: neither a file nor a folder"
    assert problems(tmp_path / ("x" * 300)) == f"{'x' * 300}: cannot be read: File name too long"


def test_a_folder_that_cannot_be_read(tmp_path, monkeypatch):
    """It is told with the system's reason, and so is a folder below it."""

    def refuse(top, onerror):
        onerror(PermissionError(13, "Permission denied", str(tmp_path / "folder" / "locked")))

    (tmp_path / "folder").mkdir()
    monkeypatch.setattr("os.walk", refuse)
    assert problems(tmp_path / "folder") == "folder/locked: cannot be read: Permission denied"


def test_unreadable(tmp_path, monkeypatch):
    """A file that cannot be read is told with the system's reason."""
    file = tmp_path / "secret.yaml"
    file.write_text("briefing: {title: Secret}", encoding="utf-8")
    read = Path.open

    def refuse(path, mode):
        if path == file:
            raise PermissionError(13, "Permission denied")
        return read(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert problems(file) == "secret.yaml: cannot be read: Permission denied"


def test_data_inside_the_package_comes_first(tmp_path, monkeypatch):
    """An installed package finds its own data; a checkout finds the folder beside the package."""
    module = tmp_path / "itupp" / "loading" / "files.py"
    monkeypatch.setattr("itupp.loading.files.__file__", str(module))
    assert data_folder() == tmp_path / "data"
    (tmp_path / "itupp" / "data").mkdir(parents=True)
    assert data_folder() == tmp_path / "itupp" / "data"


def test_standard_input(monkeypatch):
    """It is a file by the name of `-`, and is named in words; where it is closed it is empty."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"a: b"), encoding="utf-8"))
    assert text_of(Path("-")) == "a: b"
    assert name_of(Path("-")) == "stdin"
    monkeypatch.setattr("sys.stdin", None)
    assert text_of(Path("-")) == ""


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="pipes of a shell")
def test_a_pipe_of_a_shell():
    """What stands behind `<(command)` is read, for there somebody writes to it."""
    reading, writing = os.pipe()
    os.write(writing, b"a: b")
    os.close(writing)
    assert text_of(Path(f"/dev/fd/{reading}")) == "a: b"
    os.close(reading)


def test_what_is_passed_over(tmp_path):
    """Files that are no YAML, and links to folders; not what begins with a dot."""
    (tmp_path / "b").mkdir()
    names = ["1.yaml", "2.yaml.txt", "b/3.yml", "b/notes.txt", ".hidden", "README"]
    for name in names:
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "c").symlink_to(tmp_path / "b")
    (tmp_path / "d.yaml").symlink_to(tmp_path / "b")
    assert [file.relative_to(tmp_path).as_posix() for file in passed_over(tmp_path)] == [
        "2.yaml.txt",
        "README",
        "b/notes.txt",
        "c",
        "d.yaml",
    ]
    assert passed_over(tmp_path / "1.yaml") == []
    assert yaml_files(tmp_path) == [tmp_path / "1.yaml", tmp_path / "b" / "3.yml"]


@pytest.mark.parametrize("name", ["a.yaml.txt", "a.YML.TXT", "a.yalm", "a.yam", "a.yaml.off"])
def test_meant_as_yaml(name):
    """Another ending, or one that is misspelt."""
    assert is_meant_as_yaml(Path(name))


@pytest.mark.parametrize("name", ["a.txt", "yaml.txt", "a.yaml.bak", "a.yaml~", "a.py", "a"])
def test_not_meant_as_yaml(name):
    """Other files, and copies that are kept aside."""
    assert not is_meant_as_yaml(Path(name))


def test_a_folder_with_another_ending(tmp_path):
    """Where nothing is read the file is named that may have been meant."""
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "briefing.yaml.txt").write_text("", encoding="utf-8")
    assert problems(tmp_path / "x") == (
        "x: the folder holds no YAML file; briefing.yaml.txt is passed over for the end of its name"
    )

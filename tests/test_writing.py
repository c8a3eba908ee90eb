"""What is printed goes to a file where one is named, whole or not at all."""

import csv
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from itupp.output import writing
from itupp.output.formats import BY_SUFFIX, Format

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _inside(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("suffix", BY_SUFFIX)
def test_the_suffix_tells_the_format(itupp, suffix):
    """What stands in the file is what would be printed, and stdout has nothing."""
    name = f"a{suffix.upper()}"
    written = itupp("compare", "-o", name)
    assert (written.code, written.out) == (0, "")
    assert written.err.startswith(f"{name} written (")
    printed = itupp("compare", "-f", BY_SUFFIX[suffix]).out
    assert Path(name).read_text(encoding="utf-8").removeprefix("\ufeff") == printed


@pytest.mark.parametrize(
    "argv",
    [
        ["-o", "x.md", "topics"],
        ["topics", "-o", "x.md"],
        ["topics", "--output", "x.md", "-f", "md"],
        ["topics", "-o", "x.md", "-o", "x.md"],
    ],
)
def test_where_the_option_stands(itupp, argv):
    """Before the subcommand or after it."""
    assert itupp(*argv).err.startswith("x.md written (")
    assert Path("x.md").read_text(encoding="utf-8").startswith("# Topics")


@pytest.mark.parametrize(
    ("argv", "beginning"),
    [
        (["-o", "x.html"], "<!DOCTYPE html>"),
        (["itrs", "-o", "x.html"], "<!DOCTYPE html>"),
        (["brief", "itrs", "-o", "x.md"], "# International"),
        (["brief", "itrs", "-o", "x.txt"], "International"),
        (["page", "-o", "x.html"], "<!DOCTYPE html>"),
        (["page", "-o", "x.html", "-f", "html"], "<!DOCTYPE html>"),
        (["topics", "-o", "x.odd", "-f", "json"], "["),
        (["--version", "-o", "x.txt"], "itupp "),
    ],
)
def test_every_command_writes(itupp, argv, beginning):
    """The format that is given counts more than the suffix."""
    assert itupp(*argv).out == ""
    file = next(Path().iterdir())
    assert file.read_text(encoding="utf-8").startswith(beginning)


def test_a_report_of_mistakes_is_written_too(itupp):
    """It is an answer, though the exit code is that of a no."""
    Path("bad.yaml").write_text("briefing: {title: T}\ntopcs: []\n", encoding="utf-8")
    assert itupp("check", "bad.yaml", "-o", "x.json").code == 1
    assert json.loads(Path("x.json").read_text(encoding="utf-8"))


def test_csv_begins_with_a_mark(itupp):
    """Excel takes the letters for others without; no other format has it, nor has stdout."""
    itupp("blocs", "--all", "-o", "x.csv")
    text = Path("x.csv").read_text(encoding="utf-8")
    assert text[0] == "\ufeff"
    header, *rows = csv.reader(text[1:].splitlines())
    assert header[:2] == ["Id", "Name"]
    assert "Türkiye" in {row[1] for row in rows}
    itupp("blocs", "--all", "-o", "x.tsv")
    assert Path("x.tsv").read_text(encoding="utf-8").startswith("Id\t")
    assert itupp("blocs", "-f", "csv").out.startswith("Id,")


def test_a_file_has_no_colours(itupp, monkeypatch):
    """Whatever stdout is made to have."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    itupp("topics", "-o", "x.txt")
    assert "\x1b" in itupp("topics").out
    assert "\x1b" not in Path("x.txt").read_text(encoding="utf-8")


def test_a_dash_is_stdout(itupp):
    """As other programs have it."""
    assert itupp("topics", "-o", "-") == itupp("topics")


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["topics", "-o", ""], "--output needs the path of a file"),
        (["topics", "-o", "x.docx"], "take .html, which Word and LibreOffice open"),
        (["topics", "-o", "x.pdf"], "take .html, which a browser prints as PDF"),
        (["topics", "-o", "x.XLSX"], "take .csv, which Excel and LibreOffice open"),
        (["topics", "-o", "x"], "take one of .html, .htm, .csv, .tsv, .json, .md, .svg, .txt,"),
        (["topics", "-o", "x.md", "-o", "y.md"], "--output is given twice"),
        (["topics", "-o", "x.svg"], "only the comparison of all is drawn"),
        (["brief", "itrs", "-o", "x.svg"], "a brief is text"),
        (["page", "-o", "x.csv"], "a page is HTML"),
        (["check", "-o", "x.html"], "a check is printed as table, json, github"),
    ],
)
def test_what_cannot_be_written(itupp, argv, told):
    """It is refused, with what can be, and nothing is left behind."""
    result = itupp(*argv)
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    assert list(Path().iterdir()) == []


def test_nothing_is_written_where_nothing_is_found(itupp):
    """What was there stays."""
    Path("x.csv").write_text("old", encoding="utf-8")
    assert itupp("positions", "xyzzy", "-o", "x.csv").code == 1
    assert itupp("topic", "xyzzy", "-o", "x.csv").code == 1
    assert Path("x.csv").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("path", ["nowhere/x.md", "folder.md"])
def test_a_place_that_takes_no_file(itupp, path):
    """It is told in a line that names it."""
    Path("folder.md").mkdir()
    result = itupp("topics", "-o", path)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"itupp: {path} cannot be written: ")


def test_what_is_there_is_replaced(itupp):
    """With its mode, and a link stays a link."""
    Path("x.md").write_text("old " * 10_000, encoding="utf-8")
    Path("x.md").chmod(0o640)
    Path("link.md").symlink_to("x.md")
    itupp("topics", "-o", "link.md")
    assert Path("link.md").is_symlink()
    assert Path("x.md").read_text(encoding="utf-8") == itupp("topics", "-f", "md").out
    assert stat.S_IMODE(Path("x.md").stat().st_mode) == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["link.md", "x.md"]


def test_never_half_a_file(monkeypatch):
    """Where the disk is full what was there stays, and nothing else is left."""
    Path("x.md").write_text("old", encoding="utf-8")
    whole = Path.write_bytes

    def half(path, data):
        whole(path, data[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match=r"No space left on device: 'x\.md'"):
        writing.write(Path("x.md"), "something new", Format.MD)
    assert Path("x.md").read_text(encoding="utf-8") == "old"
    assert [path.name for path in Path().iterdir()] == ["x.md"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no /dev/null here")
def test_what_is_no_file_is_written_to_as_it_is(itupp):
    """A device or a pipe is not replaced."""
    assert itupp("topics", "-o", "/dev/null", "-f", "md").code == 0
    assert Path("/dev/null").is_char_device()


def test_how_much_was_written():
    """In bytes, or in thousands of them."""
    assert writing.write(Path("x.md"), "abc", Format.MD) == "x.md written (3 bytes)"
    assert writing.write(Path("x.md"), "ä" * 501, Format.MD) == "x.md written (2 kB)"
    assert writing.write(Path("x.csv"), "abc", Format.CSV) == "x.csv written (6 bytes)"


def test_letters_are_kept_whatever_stdout_has():
    """A file is UTF-8."""
    subprocess.run(
        [sys.executable, "-m", "itupp", "bloc", "Türkiye", "-o", Path("x.html").resolve()],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=True,
        capture_output=True,
    )
    assert "<h1>Türkiye</h1>" in Path("x.html").read_text(encoding="utf-8")


def test_the_suffixes_there_are():
    """What people call such files; the suffix alone tells the format."""
    assert sorted(BY_SUFFIX) == [*(".csv", ".htm", ".html", ".json", ".md", ".svg", ".tsv", ".txt")]

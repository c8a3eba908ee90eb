"""The README shows what the program prints."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from pictures import FOLDER, NAMES, picture

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")

EXAMPLES = re.findall(r"^```console\n\$ (.+?)\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_examples(command, output, tmp_path):
    """Every command shown, run in a terminal of 80 columns, prints what is shown."""
    (tmp_path / "tests").symlink_to(Path(__file__).parent)
    scripts = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=tmp_path,
        check=False,
    )
    assert done.stdout + done.stderr == output


def test_the_python_example():
    """It runs, and its rows are plain mappings with the same keys."""
    (example,) = re.findall(r"^```python\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
    found = {}
    exec(example, found)
    rows = found["rows"]
    ids = ["cybersecurity-2", "internet-governance-3", "internet-governance-4"]
    assert [row["id"] for row in rows] == ids
    assert rows[1] == {
        "id": "internet-governance-3",
        "topic": "Internet governance",
        "headline": "Make CWG-Internet more outcome-oriented",
    }
    assert all(type(row) is dict and row.keys() == rows[0].keys() for row in rows)


def test_every_command_is_named(itupp):
    """Each command of the help stands in the README."""
    listed = itupp("--help").out.split("Ask:")[1].split("Exit codes:")[0]
    commands = re.findall(r"^  (\w+) ", listed, flags=re.MULTILINE)
    assert commands
    assert [name for name in commands if f"`{name}`" not in README] == []


CALLS = re.findall(r"^\| `(itupp.*?)` \|", README, flags=re.MULTILINE)


@pytest.mark.parametrize("call", CALLS)
def test_every_call_answers(itupp, call, tmp_path, monkeypatch):
    """What the table says to type is answered, in a file where one is named."""
    monkeypatch.chdir(tmp_path)
    result = itupp(*shlex.split(call)[1:])
    if " -o " in call:
        (file,) = tmp_path.iterdir()
        assert result.err.startswith(f"{file.name} written (")
    else:
        assert (bool(result.out), result.err) == (True, "")
    assert result.code == 0


def test_the_set_up():
    """There are two commands: one installs and asks, one installs and runs the tests."""
    commands = re.findall(r"^```sh\n(.*?)\n```$", README, flags=re.MULTILINE | re.DOTALL)
    assert [command.split("&& ")[-1] for command in commands] == [
        ".venv/bin/itupp topics",
        ".venv/bin/python -m pytest",
    ]


def test_it_can_be_read_at_a_sitting():
    """What is longer goes to the help, the guide, the manual or CONTRIBUTING.md."""
    assert len(README.splitlines()) <= 150


@pytest.mark.parametrize("name", NAMES)
def test_pictures(name):
    """Each picture shows what the program prints, and is shown."""
    shown = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert shown == picture(name)
    assert f"tests/pictures/{name}.svg" in README
    assert "@font-face" not in shown

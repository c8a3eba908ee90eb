"""The README shows what the program prints."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

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
    """It runs, and its rows are plain mappings of texts with the same keys."""
    (example,) = re.findall(r"^```python\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
    found = {}
    exec(example, found)
    rows = found["rows"]
    ids = ["cybersecurity-2", "internet-governance-3", "internet-governance-4"]
    assert [row["id"] for row in rows] == ids
    assert rows[1] == {
        "id": "internet-governance-3",
        "topic": "Internet governance",
        "proponents": "Arab states; African states",
    }
    assert all(type(row) is dict and row.keys() == rows[0].keys() for row in rows)
    assert all(type(text) is str for row in rows for text in row.values())


def test_every_command_is_shown(itupp):
    """Each command of the help has an example."""
    listed = itupp("--help").out.split("Commands:")[1].split("Exit codes:")[0]
    commands = re.findall(r"^  (\w+) ", listed, flags=re.MULTILINE)
    assert commands
    for name in commands:
        assert any(re.search(rf"\bitupp {name}\b", command) for command, _ in EXAMPLES), name

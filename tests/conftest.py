"""What the tests share: the tiny dataset, the bundled one, a way to run a command line."""

import os
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import settings
from recorded import BASE

from itupp.loading import load, yaml_syntax
from itupp.options import path_to_paste
from itupp.process import main

SETTINGS = (
    *("COLUMNS", "LINES", "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "PY_COLORS"),
    *("PYTHONIOENCODING", "UNICODE_VERSION", "TERMINAL_WIDTH"),
)
"""What Python, rich and typer read of the machine."""

SETTERS = ("ITUPP_", "_ITUPP_", "TTY_", "JUPYTER_", "TYPER_", "_TYPER_", "GITHUB_")
"""The beginnings of what else is read."""


def _seal(environment):
    """Take out what would change what a test sees; programs that tests start inherit the rest."""
    for name in list(environment):
        if name in SETTINGS or name.startswith(SETTERS):
            del environment[name]


_seal(os.environ)

settings.register_profile("short", max_examples=25, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=2500, deadline=None)
settings.load_profile("short")

TINY = Path(__file__).parent / "data" / "tiny.yaml"

PASTED = path_to_paste(TINY)
"""Its path in a command, in quotes where the checkout lies in a folder that needs them."""


class Result(NamedTuple):
    """How a command line ended and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def tiny():
    """The tiny invented briefing."""
    return load(TINY)


@pytest.fixture(scope="session")
def pp22():
    """The bundled briefing."""
    return load()


@pytest.fixture(params=["libyaml", "pure Python"])
def _either_parser(request, monkeypatch):
    """Read YAML with libyaml and, once more, as where PyYAML was built without it."""
    if request.param == "pure Python":
        members = vars(yaml_syntax._Loader).items()
        own = {name: member for name, member in members if not name.startswith("__")}
        monkeypatch.setattr(yaml_syntax, "_Loader", type("_Loader", (yaml.BaseLoader,), own))


@pytest.fixture
def itupp(capsys):
    """Run a command line on the bundled dataset."""

    def run(*argv):
        code = main(argv)
        return Result(code, *capsys.readouterr())

    return run


@pytest.fixture
def on_tiny(itupp, monkeypatch):
    """Run a command line on the tiny dataset."""
    monkeypatch.setenv("ITUPP_DATA", str(TINY))
    return itupp


@pytest.fixture
def with_record(tmp_path):
    """Make a small briefing with these entries, given as lines of its record."""
    file = tmp_path / "recorded.yaml"

    def made(*entries):
        file.write_text(BASE + ("".join(entries) or "  []"), encoding="utf-8")
        return load(file)

    return made

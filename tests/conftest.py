"""What the tests share: the tiny dataset, the bundled one, a way to run a command line."""

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import settings
from recorded import BASE

from itupp.loading import load, yaml_syntax
from itupp.process import main

settings.register_profile("short", max_examples=25, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=2500, deadline=None)
settings.load_profile("short")

TINY = Path(__file__).parent / "data" / "tiny.yaml"


class Result(NamedTuple):
    """How a command line ended and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    """No setting of the machine changes what a test sees."""
    for name in ("ITUPP_DATA", "COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


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

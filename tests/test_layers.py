"""What may import what: at most that which these tables allow.

A room is a module or a folder of the package. Inside a folder, modules may import each other.
"""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "itupp"

ROOMS = {
    "__init__": set(),
    "text": set(),
    "dates": set(),
    "exit_codes": set(),
    "protocols": set(),
    "typed": {"text"},
    "briefing": {"dates", "text"},
    "suggestions": {"briefing", "text", "typed"},
    "search": {"briefing", "text"},
    "lookup": {"briefing", "suggestions", "text", "typed"},
    "loading": {"dates", "lookup", "briefing", "suggestions", "text", "typed"},
    "answers": {"search", "lookup", "dates", "briefing", "text"},
    "output": {"answers", "text"},
    "options": {"output", "loading", "briefing", "text"},
    "completion": {"options", "loading", "lookup", "briefing", "text"},
    "cli": {
        "__init__",
        "options",
        "completion",
        "protocols",
        "exit_codes",
        "output",
        "answers",
        "search",
        "lookup",
        "loading",
        "briefing",
        "suggestions",
        "text",
        "typed",
    },
    "process": {
        "cli",
        "exit_codes",
        "output",
        "lookup",
        "loading",
        "suggestions",
        "text",
    },
    "__main__": {"process", "exit_codes"},
}
"""The rooms, from the bottom to the top, and the rooms that each may import."""

PACKAGES = {
    "typer": {"cli", "options", "completion", "protocols"},
    "rich": {"output", "process"},
    "yaml": {"loading"},
}
"""The packages of others, and the rooms that may import each."""


def rooms():
    """The rooms there are, by their names, each with its files."""
    found = {file.stem: [file] for file in PACKAGE.glob("*.py")}
    for folder in PACKAGE.glob("*/__init__.py"):
        found[folder.parent.name] = list(folder.parent.rglob("*.py"))
    return found


def imported(file):
    """The dotted names that a file imports, at its top or later, those of the package in full."""
    here = [PACKAGE.name, *file.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = here[: len(here) - node.level + 1] if node.level else []
            start = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{start}.{alias.name}" for alias in node.names)


def room_of(name):
    """The room that a dotted name of the package is in; what is in no other is in `__init__`."""
    room = name.split(".")[1] if "." in name else ""
    return room if room in rooms() else "__init__"


@pytest.mark.parametrize("room", sorted(rooms()))
def test_a_room_imports_at_most_what_it_may(room):
    """A new room is given its place in the table; a room may import less than it is allowed."""
    names = {name for file in rooms()[room] for name in imported(file)}
    ours = {room_of(name) for name in names if name.split(".")[0] == PACKAGE.name}
    others = {name.split(".")[0] for name in names} - sys.stdlib_module_names - {PACKAGE.name}
    allowed = {package for package, users in PACKAGES.items() if room in users}
    assert room in ROOMS
    assert ours - {room} <= ROOMS[room]
    assert others <= allowed


def test_imports_run_one_way():
    """Every room imports rooms that come before it in the table, so there is no circle."""
    order = list(ROOMS)
    for room, allowed in ROOMS.items():
        assert allowed <= set(order[: order.index(room)]), room


@pytest.mark.parametrize(
    ("argv", "unwanted"),
    [
        (["--help"], {"rich", "yaml"}),
        (["--version"], {"rich", "yaml"}),
        (["topics", "-f", "json"], {"rich"}),
        (["topics"], {"rich"}),
        (["compare"], {"rich"}),
        (["brief", "itrs"], {"rich"}),
    ],
)
def test_nothing_is_imported_in_vain(argv, unwanted):
    """Help needs neither rich nor yaml, and what goes into a pipe needs no rich."""
    command = [sys.executable, "-X", "importtime", "-m", "itupp", *argv]
    # as Python sees it: pytest loads readline, which sets COLUMNS behind its back
    env = dict(os.environ)
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=env)
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "typer" in modules
    assert not unwanted & modules

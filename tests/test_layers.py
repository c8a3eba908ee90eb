"""The layers of the code are rules, not wishes."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "itupp"

MAY_IMPORT = {
    "__init__": set(),
    "__main__": {"itupp.cli", "itupp.exits"},
    "exits": set(),
    "text": set(),
    "models": set(),
    "problems": {"itupp.text"},
    "yamltext": {"itupp.problems", "yaml"},
    "yamlnode": {"itupp.problems", "itupp.text", "yaml"},
    "dataset": {"itupp.models", "itupp.problems", "itupp.text", "itupp.yamlnode", "itupp.yamltext", "yaml"},
    "checks": {"itupp.dataset", "itupp.models", "itupp.text", "itupp.yamlnode", "yaml"},
    "template": {"itupp.dataset"},
    "names": {"itupp.models", "itupp.text"},
    "queries": {"itupp.models", "itupp.text"},
    "wording": {"itupp.queries", "itupp.models", "itupp.problems"},
    "briefs": {"itupp.wording", "itupp.queries", "itupp.models"},
    "views": {"itupp.wording", "itupp.queries", "itupp.models", "itupp.text"},
    "documents": {"itupp.briefs", "itupp.wording", "itupp.queries", "itupp.models", "itupp.problems"},
    "formats": {"itupp.briefs", "itupp.text", "itupp.views"},
    "tables": {"itupp.views", "itupp.text", "rich"},
    "options": {"itupp.formats", "typer"},
    "completion": {"itupp.dataset", "itupp.models", "itupp.options", "itupp.problems", "itupp.text", "typer"},
    "protocols": {"typer"},
    "cli": {
        "itupp",
        "itupp.briefs",
        "itupp.checks",
        "itupp.completion",
        "itupp.dataset",
        "itupp.documents",
        "itupp.exits",
        "itupp.formats",
        "itupp.models",
        "itupp.names",
        "itupp.options",
        "itupp.problems",
        "itupp.protocols",
        "itupp.queries",
        "itupp.tables",
        "itupp.template",
        "itupp.text",
        "itupp.views",
        "itupp.wording",
        "rich",
        "typer",
    },
}


def imported(module):
    """The packages and modules of ours that a module imports, the standard library left out."""
    for node in ast.walk(ast.parse((PACKAGE / f"{module}.py").read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "itupp":
            names = [
                f"itupp.{alias.name}" if (PACKAGE / f"{alias.name}.py").exists() else "itupp" for alias in node.names
            ]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module]
        else:
            continue
        for name in names:
            top = name.split(".")[0]
            if top not in sys.stdlib_module_names:
                yield name if top == "itupp" else top


def test_every_module_has_a_layer():
    """A new module is given its place here."""
    assert {file.stem for file in PACKAGE.glob("*.py")} == set(MAY_IMPORT)


@pytest.mark.parametrize("module", MAY_IMPORT)
def test_imports_run_one_way(module):
    """A module imports what its layer imports and nothing else."""
    assert set(imported(module)) == MAY_IMPORT[module]


@pytest.mark.parametrize(
    ("argv", "unwanted"),
    [(["--help"], {"rich", "yaml"}), (["--version"], {"rich", "yaml"}), (["topics", "-f", "json"], {"rich"})],
)
def test_nothing_is_imported_in_vain(argv, unwanted):
    """Help needs neither rich nor yaml, and JSON no rich."""
    code = f"import sys; from itupp.cli import main; main({argv!r}); sys.exit(repr({unwanted!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "set()"

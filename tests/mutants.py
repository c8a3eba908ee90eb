"""Change one module in small ways, and show the changes that its tests do not notice.

The command is `python tests/mutants.py [MODULE [TEST ...]]`, where `.[mutants]` is installed;
without arguments it tries `itupp/text.py` with `tests/test_text.py`. It works on a copy
of the checkout. Name only tests that call the module themselves: a program that a test starts on
its own knows nothing of the change. The exit code is 1 where a change was not noticed.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent

NEEDED = ("itupp", "data", "tests", "README.md", "pyproject.toml")

SETTINGS = """\
[mutmut]
source_paths = itupp
only_mutate = {module}
also_copy =
    data
    README.md
pytest_add_cli_args_test_selection =
    {tests}
"""


def main(module: str = "itupp/text.py", *tests: str) -> int:
    """Try all changes of a module, and print those that no test noticed."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in NEEDED:
            _copy(ROOT / name, copy / name)
        settings = SETTINGS.format(module=module, tests="\n    ".join(tests or [_tests_of(module)]))
        (copy / "setup.cfg").write_text(settings, encoding="utf-8")
        _mutmut(copy, "run")
        unnoticed = [line.split(":")[0].strip() for line in _mutmut(copy, "results").splitlines()]
        for mutant in unnoticed:
            print(_mutmut(copy, "show", mutant))
    print(f"{len(unnoticed)} changes of {module} were not noticed")
    return 1 if unnoticed else 0


def _copy(source: Path, target: Path) -> None:
    """Copy a file, or a folder without what was compiled in it."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def _tests_of(module: str) -> str:
    """The file of tests that is called after a module."""
    return f"tests/test_{Path(module).stem}.py"


def _mutmut(folder: Path, *argv: str) -> str:
    """Run mutmut in a folder, and return what it printed; raises SystemExit where it failed."""
    command = [sys.executable, "-m", "mutmut", *argv]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

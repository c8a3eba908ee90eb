"""Every exit code and what it means."""

import re
from pathlib import Path

from itupp.exit_codes import Exit

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_codes_are_numbers():
    """What a shell sees is the number."""
    assert [int(code) for code in Exit] == [0, 1, 2, 3, 130, 141]
    assert f"{Exit.DATA}" == "3"


def test_the_help_says_them_all(itupp):
    """What each code means stands in one place, and the help repeats it."""
    help = " ".join(itupp("--help").out.split())
    assert all(f"{int(code)} {code.meaning}" in help for code in Exit)


def test_the_readme_names_them_all():
    """Each number stands in the README."""
    assert [code for code in Exit if not re.search(rf"\b{int(code)} ", README)] == []

"""Every exit code and what it means."""

import re
from pathlib import Path

from itupp.exit_codes import Exit

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_codes_are_numbers():
    """What a shell sees is the number."""
    assert [int(code) for code in Exit] == [0, 1, 2, 3, 130]
    assert f"{Exit.DATA}" == "3"


def test_the_readme_and_the_help_say_the_same(itupp):
    """One place says what the codes mean, and both repeat it."""
    meanings = {int(code): code.meaning for code in Exit}
    told = re.findall(r"^\| (\d+) \| (.+?) \|$", README, flags=re.MULTILINE)
    assert {int(code): meaning for code, meaning in told} == meanings
    help = " ".join(itupp("--help").out.split())
    assert all(f"{code} {meaning}" in help for code, meaning in meanings.items())

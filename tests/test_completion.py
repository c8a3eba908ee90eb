"""What shells offer on TAB, asked of the real ones where they are installed."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import PASTED
from typer._click.shell_completion import CompletionItem

from itupp.completion import label
from itupp.protocols import PowerShell

ROOT = Path(__file__).parent.parent
TINY = str(ROOT / "tests" / "data" / "tiny.yaml")

SETTINGS = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
}

COMPLETION = {
    "bash": 'eval "$(_ITUPP_COMPLETE=source_bash itupp)"',
    "zsh": 'autoload -Uz compinit; compinit -D; eval "$(_ITUPP_COMPLETE=source_zsh itupp)"',
}
"""How each is told that `itupp` can be completed."""


@pytest.fixture
def environment(tmp_path):
    """One in which `itupp` is this checkout's, and no shell finds settings of the user's."""
    program = tmp_path / "itupp"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m itupp "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "TERM": "dumb",
        "PS1": "> ",
        "COLUMNS": "200",
    }


def offered(environment, line, shell="fish", **more):
    """The completions of a line's last word, each with its help, by the protocol of a shell."""
    asked = {
        **environment,
        **more,
        "_ITUPP_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": line,
    }
    asked["_TYPER_COMPLETE_FISH_ACTION"] = "get-args"
    asked["_TYPER_COMPLETE_WORD_TO_COMPLETE"] = line.split(" ")[-1]
    done = subprocess.run(["itupp"], env=asked, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("itupp topic it", ["itrs\tInternational Telecommunication Regulations"]),
        ("itupp bloc ara", ["arab-states\tArab states"]),
        ("itupp bloc ke", ["ke\tKenya"]),
        ("itupp bloc xyzzy", []),
        ("itupp bloc rab", []),
        ("itupp bloc ?", []),
        ("itupp topic OUT", ["outer-space\tOuter space"]),
        ("itupp compare arab-states rc", ["rcc-states\tRCC states"]),
        ("itupp resolution 10", ["102\tResolution 102"]),
        ("itupp history 10", ["102\tResolution 102"]),
        ("itupp history it", ["itrs\tInternational Telecommunication Regulations"]),
        ("itupp term ngs", ["ngso\tNGSO"]),
        ("itupp position ai-1", ["ai-1\tKeep AI work within the ITU's mandate"]),
        ("itupp positions --topic cyb", ["cybersecurity\tITU's role in building confidence and"
                                         " security in the use of ICTs"]),
        ("itupp positions --addressee cou", ["council\tCouncil"]),
        ("itupp positions --section w", ["watch\tInteresting issues to keep an eye on"]),
        ("itupp brief itr", ["itrs\tInternational Telecommunication Regulations"]),
        ("itupp topics -f ta", ["table"]),
        ("itupp resolutio", ["resolutions\tList resolutions and drafts.",
                             "resolution\tShow a resolution: gist, outcome, positions."]),
        ("itupp addr", ["addressees\tList who is asked to act, and how often."]),
        ("itupp outc", ["outcomes\tShow what was decided, topic by topic."]),
        ("itupp brief --topic cyb", ["cybersecurity\tITU's role in building confidence and"
                                     " security in the use of ICTs"]),
        ("itupp compare --topic spa", ["outer-space\tOuter space"]),
        ("itupp compare --topic out", ["outer-space\tOuter space"]),
        (f"itupp topic --data {PASTED} la", ["lamps\tLamps"]),
        (f"itupp --data {PASTED} topic la", ["lamps\tLamps"]),
        ("itupp topic --data nowhere la", []),
        (f"itupp --data {PASTED} topic --data nowhere la", []),
    ],
)  # fmt: skip
def test_offers(environment, line, found):
    """Command names and ids, with names as help."""
    assert offered(environment, line) == found


def test_offers_from_the_environment(environment):
    """`ITUPP_DATA` counts."""
    assert offered(environment, "itupp topic la", ITUPP_DATA=TINY) == ["lamps\tLamps"]


def test_those_who_speak_are_offered_first(environment, pp22):
    """Nobody is buried under two hundred countries."""
    found = [line.partition("\t")[0] for line in offered(environment, "itupp bloc ")]
    assert found == [proponent.id for proponent in pp22.proponents]


def test_powershell_s_protocol(environment):
    """What its script splits into value and help; there is no PowerShell here to ask."""
    assert offered(environment, "itupp topic it", "powershell") == [
        "itrs:::International Telecommunication Regulations"
    ]
    script = PowerShell("itupp", {}, "itupp", "_ITUPP_COMPLETE")
    assert script.format_completion(CompletionItem("a")) == "a::: "
    assert script.format_completion(CompletionItem("a", help="b:::c")) == "a:::b: : :c"


@pytest.mark.skipif(not shutil.which("fish"), reason="there is no fish here")
def test_fish(environment):
    """A real fish."""
    script = "env _ITUPP_COMPLETE=source_fish itupp | source; complete -C 'itupp topic it'"
    done = subprocess.run(
        ["fish", "-c", script], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout.splitlines() == ["itrs\tInternational Telecommunication Regulations"]


@pytest.mark.parametrize(("shell", "setup"), COMPLETION.items())
def test_shells(environment, shell, setup):
    """A real bash and a real zsh, with keys typed at a terminal."""
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here")
    with Terminal([shell, *SETTINGS[shell]], environment) as terminal:
        terminal.type(f"{setup}; echo re''ady\n", until="ready")
        terminal.type("itupp topic it\t", until="itupp topic itrs ")
        terminal.type("\x15itupp bloc ara\t", until="itupp bloc arab-states ")
        terminal.type("\x15itupp resolution draft-\t\t", until="draft-space2030")
        shown = terminal.type("\x15itupp --data " + PASTED + " topic \t\t", until="horns")
        if shell == "zsh":
            assert re.search(r"horns\s+-- Fog horns", shown + terminal.type("", until="Fog horns"))


class Terminal:
    """A program at a terminal of its own."""

    def __init__(self, command, environment):
        self.shown = ""
        self.pid, self.descriptor = pty.fork()
        if not self.pid:
            os.execvpe(command[0], command, environment)

    def __enter__(self):
        """Ready to be typed at."""
        return self

    def __exit__(self, *_):
        """End the program."""
        os.close(self.descriptor)
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)

    def type(self, keys, until):
        """Type keys; answer with what is shown from then on, as soon as it holds a text."""
        os.write(self.descriptor, keys.encode())
        shown = self.shown if not keys else ""
        deadline = time.monotonic() + 20
        while until not in shown:
            ready, _, _ = select.select(
                [self.descriptor], [], [], max(0, deadline - time.monotonic())
            )
            assert ready, f"{until!r} was not shown, but {shown!r}"
            shown += os.read(self.descriptor, 4096).decode(errors="replace")
        self.shown = shown
        return shown


def test_labels_cannot_drive_the_shell(environment, tmp_path):
    """What a shell shows beside an id is one line without control characters."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\n"
        'topics: [{id: lamps, title: "Lamps\\e[7m\\nburn",'
        " positions: [{summary: S., proponents: [fr]}]}]\n",
        encoding="utf-8",
    )
    assert offered(environment, "itupp topic la", ITUPP_DATA=str(tmp_path / "x.yaml")) == [
        "lamps\tLamps?[7m burn"
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('[shall] [/x] Who\'s: "one"', '[shall] [/x] Who\'s: "one"'),
        ("\\$(touch PWNED) `x`", "??(touch PWNED) ?x?"),
        ("\uff04(x) \uff3c \uff40x\uff40", "?(x) ? ?x?"),
        ("a\tb\nc\x1b[2J\u202e", "a b c?[2J?"),
        ("x" * 71, "x" * 69 + "\u2026"),
        ("word " * 20, "word " * 12 + "word\u2026"),
        ("\u706f\u5854" * 20, "\u706f\u5854" * 17 + "\u2026"),
        ("e\u0301" * 70, "e\u0301" * 70),
    ],
)
def test_label(text, shown):
    """One line of at most 70 columns, a question mark for what a shell could evaluate."""
    assert label(text) == shown


@pytest.mark.parametrize("columns", ["20", "80", "200"])
@pytest.mark.parametrize("command", ["position", "resolution", "topic"])
@pytest.mark.parametrize(
    ("shell", "separator"), [("fish", "\t"), ("powershell", ":::"), ("pwsh", ":::")]
)
def test_a_candidate_is_one_line(environment, shell, separator, command, columns):
    """However narrow the terminal, every line is an id and its label."""
    lines = offered(environment, f"itupp {command} ", shell, COLUMNS=columns)
    assert lines
    assert [
        line for line in lines if not re.fullmatch(rf"[\w.-]+{separator}\S.{{0,69}}", line)
    ] == []


def test_zsh_replaces_what_was_typed(environment):
    """Where one alone is offered, which need not begin so; zsh drops others that do not."""
    (one,) = offered(environment, "itupp topic spa", "zsh")
    assert one.endswith(" -U")
    (several,) = offered(environment, "itupp topic o", "zsh")
    assert not several.endswith(" -U")


def test_zsh_offers_files_where_there_is_no_candidate(environment):
    """So do the other shells, by themselves."""
    assert offered(environment, "itupp bloc xyzzy", "zsh") == ["_files"]


def test_ids_that_a_shell_could_run_are_not_offered(environment, tmp_path):
    """A dataset with such an id is wrong, and nothing of it is completed."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\n"
        "topics:\n"
        "  - {id: lamps, title: Lamps, positions: [{summary: S., proponents: [fr]}]}\n"
        "  - {id: la$(touch PWNED), title: L, positions: [{summary: T., proponents: [fr]}]}\n",
        encoding="utf-8",
    )
    assert offered(environment, "itupp topic la", ITUPP_DATA=str(tmp_path / "x.yaml")) == []

"""What surrounds the commands: streams, encodings and exit codes, mostly in processes apart."""

import fcntl
import json
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import termios
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from conftest import PASTED

from itupp.exit_codes import Exit
from itupp.output.formats import Format
from itupp.process import console, main

ROOT = Path(__file__).parent.parent
TINY = str(ROOT / "tests" / "data" / "tiny.yaml")

VIEWED = [format for format in Format if format is not Format.SVG]
"""The formats that every answer has."""


def process(*argv, **options):
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "itupp", *argv], encoding="utf-8", check=False, **options
    )


def test_the_module_in_a_plain_checkout(tmp_path):
    """`python -m itupp` finds the data beside the package."""
    done = process("topics", cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Open RAN" in done.stdout


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a POSIX pipe")
def test_a_pipe_that_closes_early():
    """`| head` ends quietly."""
    script = f"{shlex.quote(sys.executable)} -m itupp positions | head -1"
    done = subprocess.run(
        ["bash", "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout.split(), done.stderr) == (["30", "of", "30", "positions", "PP-22"], "")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("format", VIEWED)
def test_any_encoding(encoding, format):
    """Text degrades and stays readable; JSON keeps every letter."""
    done = subprocess.run(
        [sys.executable, "-m", "itupp", "topic", "lamps", "--full", "--data", TINY, "-f", format],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=False,
    )
    text = done.stdout.decode(encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Lamps [shall] burn oil." in text
    if format is Format.JSON:
        assert json.loads(text)["aliases"] == ["Lights", "Éclairage"]


def test_letters_that_stdout_has_not():
    """They lose their accents, not their meaning."""
    done = process(
        "bloc",
        "turkey",
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.stdout.startswith("Turkiye ")
    assert "?" not in done.stdout


ENDS = [
    (Exit.ANSWERED, ["topics"]),
    (Exit.ANSWERED, ["-h"]),
    (Exit.ANSWERED, ["help"]),
    (Exit.ANSWERED, ["--version"]),
    (Exit.ANSWERED, []),
    (Exit.NO, ["bloc", "xyzzy"]),
    (Exit.NO, ["positions", "xyzzy"]),
    (Exit.USAGE, ["xyzzy"]),
    (Exit.USAGE, ["topics", "--xyzzy"]),
    (Exit.DATA, ["topics", "--data", "xyzzy"]),
    (Exit.DATA, ["topics", "--data", "tests/bad/tab.yaml"]),
]


@pytest.mark.parametrize(("code", "argv"), ENDS)
def test_exit_codes(code, argv):
    """Each way to end, as a script sees it: an answer on stdout, or one line of talk on stderr."""
    done = process(*argv, cwd=ROOT, capture_output=True)
    assert done.returncode == code
    assert bool(done.stdout) == (code is Exit.ANSWERED or argv[0] == "positions")
    assert done.stderr.count("\n") == (code is not Exit.ANSWERED)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("format", VIEWED)
def test_a_full_disk(format):
    """Output that cannot be written is told in one line."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = process("topics", "-f", format, cwd=ROOT, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (
        Exit.NO,
        "itupp: the output cannot be written: No space left on device\n",
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(("code", "argv"), ENDS)
def test_a_full_disk_behind_stderr(code, argv):
    """What cannot be told changes neither the answer nor the exit code."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = process(*argv, cwd=ROOT, stdout=subprocess.PIPE, stderr=full)
    assert done.returncode == code
    assert bool(done.stdout) == (code is Exit.ANSWERED or argv[0] == "positions")


def at_a_terminal(*argv, width=80, height=50, **environment):
    """What the program shows at a terminal of this width and height."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
    plain = {
        name: value
        for name, value in os.environ.items()
        if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "ITUPP_PAGER")
    }
    command = [sys.executable, "-m", "itupp", *argv]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=theirs, env={**plain, "TERM": "xterm", **environment}
    ) as program:
        os.close(theirs)
        shown = b""
        with suppress(OSError):
            while read := os.read(ours, 65536):
                shown += read
        os.close(ours)
    assert program.returncode == 0
    return shown.decode()


@pytest.mark.parametrize("width", [120, 80, 50])
def test_a_terminal(width):
    """Tables fold to its width, as they do in the pictures, and headings stand out."""
    shown = at_a_terminal("topic", "lamps", "--data", TINY, width=width)
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown).replace("\r\n", "\n")
    pictures = (ROOT / "tests" / "test_terminal" / "test_pictures_topic_.txt").read_text(
        encoding="utf-8"
    )
    answer, more, of_which = re.split(r"\n\n(?:More|Dataset):", plain)
    assert " ".join(more.split()) == (
        f"itupp topic lamps --full --data {PASTED} · itupp history lamps --data {PASTED} · "
        f"itupp brief lamps --data {PASTED}"
    )
    assert f"===== {width} =====\n{answer}\n\n" in pictures + "\n"
    assert " ".join(of_which.split()) == f'"Lighthouse Union: what to expect" ({TINY}).'
    assert "\x1b[1m" in shown


def in_signs(text):
    """What a terminal is sent, but for the signs that set a style."""
    return re.sub(r"\x1b\[[\d;]*m", "", text)


def test_a_brief_at_a_terminal():
    """It is rendered there, folded between words; as Markdown where that is asked for."""
    shown = in_signs(at_a_terminal("brief", "itrs", width=60))
    lines = shown.replace("\r\n", "\n").splitlines()
    assert lines[0].split() == ["International", "Telecommunication", "Regulations", "PP-22"]
    assert not [line for line in lines if line.startswith(("#", "|"))]
    assert max(len(line) for line in lines if "https://" not in line) <= 60
    assert "More:" not in shown
    asked = in_signs(at_a_terminal("brief", "itrs", "-f", "md", width=60))
    assert asked.startswith("# International Telecommunication Regulations \u2013 PP-22")


@pytest.fixture
def pager(tmp_path):
    """A pager in a folder with a blank in its name, that says that it is one."""
    program = tmp_path / "my pagers" / "pager"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "PAGED $*"\ncat\n', encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def test_a_pager(pager):
    """It is asked for by ITUPP_PAGER and shows what is higher than the screen, all of it."""
    plain = at_a_terminal("compare", height=24)
    assert "PAGED" not in plain
    shown = at_a_terminal("compare", height=24, ITUPP_PAGER=f"'{pager}' -R 'a b'")
    assert shown == f"PAGED -R a b\r\n{plain}"
    assert "\x1b[" in shown


@pytest.mark.parametrize("height", [24, 6, 5, 4, 3])
def test_what_fits_the_screen_is_not_paged(pager, height):
    """The line on which the shell then asks for the next command has to fit, too."""
    shown = at_a_terminal("term", "NGSO", height=height, ITUPP_PAGER=f'"{pager}"')
    lines = shown.replace("PAGED \r\n", "").count("\n")
    assert shown.startswith("PAGED") == (lines >= height)


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_only_what_people_read_is_paged(pager, form):
    """Data and documents go to the terminal as they are."""
    assert "PAGED" not in at_a_terminal(
        "positions", "-f", form, height=24, ITUPP_PAGER=f"'{pager}'"
    )


def test_no_pager_in_a_pipe(pager):
    """Whatever is read by a program is not paged, however high it is."""
    done = process(
        "positions",
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "ITUPP_PAGER": f"'{pager}'", "LINES": "3"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("30 of 30 positions")


@pytest.mark.parametrize("pager", ["nowhere-at-all", "/dev/null", "less 'x", "", " ", "''"])
def test_a_pager_that_is_none(pager):
    """The answer is printed as it is, and nothing is said."""
    assert at_a_terminal("compare", height=24, ITUPP_PAGER=pager) == at_a_terminal(
        "compare", height=24
    )


STYLED = {
    "opposed": ("compare saudi", "opposed", "31"),
    "differ": ("compare saudi", "differ", "33"),
    "same side": ("compare european", "same side", "32"),
    "taken up": ("bloc european", "taken up", "32"),
    "taken up in part": ("bloc samoa", "taken up in part", "33"),
    "not taken up": ("bloc european", "not taken up", "31"),
}


@pytest.mark.parametrize(("command", "word", "colour"), STYLED.values(), ids=STYLED)
def test_meanings_have_colours(command, word, colour):
    """Each in its own at a terminal and where colour is asked for; the word is there without."""
    argv = command.split()
    styled = rf"\x1b\[(?:38;5;\d+|{colour})m{word}"
    assert re.search(styled, at_a_terminal(*argv))
    assert re.search(styled, at_a_terminal(*argv, TERM="xterm-256color"))
    forced = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    assert re.search(styled, process(*argv, cwd=ROOT, capture_output=True, env=forced).stdout)
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        shown = at_a_terminal(*argv, **plain)
        assert not re.search(r"\x1b\[(?:[\d;]*;)?[349]\d", shown)
        assert word in in_signs(shown)
    assert word in process(*argv, cwd=ROOT, capture_output=True).stdout


def test_colour():
    """None where it is not wanted, and only where somebody sees it unless it is asked for."""
    assert not re.search(
        r"\x1b\[(?:[\d;]*;)?[34]\d", at_a_terminal("topic", "itrs", width=80, NO_COLOR="1")
    )
    dumb = at_a_terminal("topic", "itrs", width=60, TERM="dumb")
    assert "\x1b" not in dumb
    assert max(len(line) for line in dumb.splitlines() if "https://" not in line) <= 60
    piped = process(
        "topics", cwd=ROOT, capture_output=True, env={**os.environ, "FORCE_COLOR": "1"}
    ).stdout
    assert "\x1b[1m" in piped
    assert re.search(r"\x1b\[2mai\x1b", piped)
    assert "\x1b" not in process("topics", cwd=ROOT, capture_output=True).stdout


@pytest.mark.parametrize(
    ("closed", "code", "out"), [(">&-", 1, ""), ("2>&-", 2, ""), (">&- 2>&-", 1, "")]
)
def test_closed_streams(closed, code, out):
    """A closed stdout is output that cannot be written; a closed stderr changes nothing."""
    command = "topics" if closed == ">&-" else "topcis"
    script = f"{shlex.quote(sys.executable)} -m itupp {command} {closed}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (code, out)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("signal", "code"), [("SIGINT", Exit.INTERRUPTED), ("SIGTERM", -15)])
def test_a_signal_in_the_middle(signal, code):
    """Ctrl-C ends with 130, and what else ends a process ends this one; neither leaves a trace."""
    script = (
        "import signal; from itupp import __main__, loading;"
        f"loading.load = lambda *_: signal.raise_signal(signal.{signal}); __main__.run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "topics"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


AUDIT = """
import json, os, sys
seen = []
def hook(event, args):
    writes = event == "open" and (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    acts = ("socket", "subprocess", "os.system", "os.mkdir", "os.rename", "os.remove")
    if writes or event.startswith(acts):
        seen.append((event, str(args[0])))
from itupp.process import main
sys.addaudithook(hook)
code = main(sys.argv[1:])
print(json.dumps([code, seen]), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "command",
    ["", "topics -f csv", "compare -f json", "brief itrs", "check", "wcit", "positions xyzzy"],
)
def test_nothing_is_written_and_nobody_is_asked(command):
    """No file is opened to be written, no connection made and no other program run."""
    argv = [sys.executable, "-B", "-c", AUDIT, *command.split()]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    code, seen = json.loads(done.stderr.splitlines()[-1])
    assert (code, seen) == (int("xyzzy" in command), [])


def test_without_a_home(tmp_path):
    """Neither a home nor any other setting is needed, nor a folder that can be written to."""
    tmp_path.chmod(0o555)
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from itupp.__main__ import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", code, "topics"],
        cwd=tmp_path,
        env={},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Open RAN" in done.stdout


def test_several_at_once(tmp_path):
    """They do not see each other; of several that write the same new dataset one does so."""

    def together(*argv):
        command = [sys.executable, "-m", "itupp", *argv]
        options = {
            "cwd": ROOT,
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "encoding": "utf-8",
        }
        running = [subprocess.Popen(command, **options) for _ in range(4)]
        return [(*program.communicate(), program.returncode) for program in running]

    assert len(set(together("topics"))) == 1
    ends = together("new", str(tmp_path / "mine"))
    assert sorted(code for *_, code in ends) == [Exit.ANSWERED, *[Exit.NO] * 3]
    assert (
        process("check", str(tmp_path / "mine"), cwd=ROOT, capture_output=True).returncode
        == Exit.ANSWERED
    )


@pytest.mark.parametrize("format", VIEWED)
def test_streams_of_text_alone(format):
    """`main` prints to whatever stands in the place of stdout and stderr, as notebooks have it."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["topic", "lamps", "--full", "--data", TINY, "-f", format])
    assert (code, err.getvalue()) == (Exit.ANSWERED, "")
    assert "Lamps [shall] burn oil." in out.getvalue()
    if format is Format.JSON:
        assert json.loads(out.getvalue())["aliases"] == ["Lights", "Éclairage"]


@pytest.mark.parametrize(("code", "argv"), ENDS)
def test_exit_codes_of_main(code, argv, monkeypatch):
    """They are the same where `main` is called, and so is where it prints."""
    monkeypatch.chdir(ROOT)
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        assert main(argv) == code
    assert bool(out.getvalue()) == (code is Exit.ANSWERED or argv[0] == "positions")
    assert err.getvalue().count("\n") == (code is not Exit.ANSWERED)


def test_what_console_makes_of_its_streams(monkeypatch):
    """Letters that a stream has not are printed in plain ones."""
    out, err = (TextIOWrapper(BytesIO(), encoding="ascii") for _ in range(2))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr(sys, "argv", ["itupp", "bloc", "Türkiye"])
    assert console() == Exit.ANSWERED
    assert out.buffer.getvalue().startswith(b"Turkiye  PP-22 ")


def test_console_without_streams(monkeypatch):
    """Without stderr nothing is told; without stdout, that nothing can be."""
    err = StringIO()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", err)
    assert console() == Exit.NO
    assert err.getvalue() == "itupp: the output cannot be written: stdout is closed\n"
    monkeypatch.setattr(sys, "stderr", None)
    assert console() == Exit.NO
    sys.stderr.close()


@pytest.mark.parametrize(
    ("encoding", "title", "printed"),
    [
        ("cp864", "100% fees", "100? fees"),
        ("ascii", "Caf\u00e9s", "Cafes"),
        ("cp1252", "\u4e2d", "?"),
    ],
)
def test_letters_that_a_code_page_has_not(tmp_path, encoding, title, printed):
    """What is printed in their place is there in that code page; one of DOS lacks the per cent."""
    file = tmp_path / "x.yaml"
    text = Path(TINY).read_text(encoding="utf-8").replace("Lighthouse Union: what", title)
    file.write_text(text, encoding="utf-8")
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    argv = [sys.executable, "-m", "itupp", "--data", str(file)]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, env=env, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert printed in done.stdout.decode(encoding)


@pytest.mark.parametrize("width", [60, 100, 200])
def test_a_terminal_that_calls_itself_dumb(width):
    """Its width counts, and nothing is cut or coloured; Emacs has such terminals."""
    dumb = at_a_terminal("topics", width=width, TERM="dumb")
    assert dumb == in_signs(at_a_terminal("topics", width=width, TERM="xterm"))
    assert "\u2026" not in dumb


@pytest.mark.parametrize("size", ["\u00b2", "9" * 5000, "-1", "x", ""])
def test_sizes_that_are_none(monkeypatch, capsys, size):
    """A size of a screen that is no number is passed over."""
    monkeypatch.setenv("COLUMNS", size)
    monkeypatch.setenv("LINES", size)
    assert main(["topics"]) == 0
    assert "Open RAN" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MemoryError(), "there is not enough memory for this"),
        (UnicodeError(), "the output cannot be written in utf-8"),
    ],
)
def test_what_the_machine_has_not(monkeypatch, capsys, error, told):
    """It is told in one line."""

    def run(_):
        raise error

    monkeypatch.setattr("itupp.process.run", run)
    assert main(["topics"]) == Exit.NO
    assert capsys.readouterr().err.lower() == f"itupp: {told}\n"


def test_the_end_after_tab(monkeypatch):
    """From typer comes a SystemExit, and the process ends without the interpreter's."""
    for code in (0, None, 1):

        def run(_, code=code):
            raise SystemExit(code)

        monkeypatch.setattr("itupp.process.run", run)
        assert main([]) == (code or 0)


def test_the_code_of_a_pipe_that_closed():
    """A shell that looks at every part of a pipe sees the one that the help tells of."""
    script = f"{shlex.quote(sys.executable)} -m itupp blocs --all -f json | head -1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}"], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (Exit.PIPE_CLOSED, b"[\n", b"")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_file_name_that_is_no_text(itupp, tmp_path):
    """JSON holds it as Python has it, so that what reads the report can open the file."""
    name = os.fsdecode(os.fsencode(tmp_path) + b"/lat\xe9in.yaml")
    Path(name).write_text("a: [", encoding="utf-8")
    printed = itupp("check", name, "-f", "json").out
    assert printed.isascii()
    assert Path(json.loads(printed)["mistakes"][0]["file"]).read_text(encoding="utf-8") == "a: ["

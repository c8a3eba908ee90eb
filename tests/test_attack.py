"""A dataset written to run commands: by TAB, in what is proposed, in Markdown and in CSV."""

import csv
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from page_read import Page
from test_completion import (
    COMPLETION,
    SETTINGS,
    Terminal,
    environment,  # noqa: F401 - a fixture
    offered,
)

from itupp.text import shell_word

ATTACK = Path(__file__).parent / "data" / "attack.yaml"

COMPLETED = [
    ("topic la", "lanterns"),
    ("bloc pi", "pike"),
    ("compare pi", "pike"),
    ("brief la", "lanterns"),
    ("resolution r-o", "r-other"),
    ("term le", "lever"),
    ("position lamps-", "lamps-2"),
    ("position lanterns-", "lanterns-2"),
    ("positions --addressee kee", "keeper"),
    ("positions --section par", "part"),
    ("compare --topic la", "lanterns"),
    ("brief pier --topic la", "lanterns"),
]
"""What is typed before TAB, and the longest candidate."""

NAMES = [
    "x$(touch PWNED)",
    "x`touch PWNED`",
    "x';touch PWNED;'",
    "x\\';touch PWNED;'",
    'x";touch PWNED;"',
    "x\u2019;ni PWNED;\u2019",
]
"""Names of folders that a shell would run, were they not quoted as that shell needs it."""


def _if_it_is_here(shell):
    missing = pytest.mark.skipif(not shutil.which(shell), reason=f"there is no {shell} here")
    return pytest.param(shell, marks=missing)


SHELLS = list(map(_if_it_is_here, ("bash", "zsh", "fish")))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to work in; what is run leaves the file PWNED there."""
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return inside


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
@pytest.mark.parametrize("shell", [name for name in SETTINGS if shutil.which(name)])
@pytest.mark.parametrize("named", ["by the environment", "on the command line"])
def test_tab(environment, folder, shell, named, encoding):  # noqa: F811
    """Whatever is completed, a real bash and a real zsh run nothing and show no traceback."""
    given = ""
    if named == "by the environment":
        environment["ITUPP_DATA"] = str(ATTACK)
    else:
        given = f"--data {shell_word(str(ATTACK))} "
    environment |= {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    with Terminal([shell, *SETTINGS[shell]], environment) as terminal:
        terminal.type(f"{COMPLETION[shell]}; echo re''ady\n", until="ready")
        shown = ""
        for typed, last in COMPLETED:
            shown += terminal.type(f"\x15itupp {given}{typed}\t\t", until=last)
        shown += terminal.type("\x15echo do''ne\n", until="done")
    assert "Traceback" not in shown
    if shell == "zsh":
        assert "[/x] [shall]" in shown
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(not shutil.which("fish"), reason="there is no fish here")
@pytest.mark.parametrize("columns", ["20", "200"])
def test_tab_in_fish(environment, folder, columns):  # noqa: F811
    """Each line that a real fish offers begins with an id, and nothing is run."""
    environment |= {"ITUPP_DATA": str(ATTACK), "COLUMNS": columns}
    for typed, last in COMPLETED:
        script = f"env _ITUPP_COMPLETE=source_fish itupp | source; complete -C 'itupp {typed}'"
        done = subprocess.run(
            ["fish", "-c", script],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        words = [line.split("\t")[0] for line in done.stdout.splitlines()]
        assert (len(words), last in words, done.stderr) == (2, True, "")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell", "pwsh"])
def test_labels_hold_nothing_to_evaluate(environment, shell):  # noqa: F811
    """No candidate holds a backslash, a dollar sign or a backquote; brackets stay as they are."""
    text = "\n".join(
        line
        for typed, _ in COMPLETED
        for line in offered(environment, f"itupp {typed}", shell, ITUPP_DATA=str(ATTACK))
    )
    assert not set(text) & set("\\$`\x1b")
    assert "[/x] [shall]" in text


WORD = r"(?:\"[^\"]*\"|[^\"\s?()]+)"


def proposed(text):
    """The commands that an answer or a message proposes; a dot stands between two of a line."""
    parts = re.split(r"[\n\u00b7]", text)
    found = (re.search(rf"itupp(?: {WORD})+", part) for part in parts)
    return [match[0] for match in found if match]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("name", ["plain", "two words", *NAMES])
def test_proposed_commands(environment, folder, itupp, shell, name):  # noqa: F811
    """They can be pasted: a shell runs each, with the words that every other shell sees."""
    Path(name).mkdir()
    data = Path(name, "x.yaml")
    shutil.copy(ATTACK, data)
    asked = [
        [],
        ["lamps"],
        ["bloc", "piers"],
        ["pier"],
        ["positions", "lanterns;"],
        ["topics"],
        ["topic", "lanterns"],
        ["bloc", "pike"],
        ["compare", "pike"],
        ["compare"],
        ["positions"],
        ["addressees"],
        ["outcomes"],
        ["terms"],
        ["term", "lens"],
        ["term", "lever"],
        ["position", "lamps-1"],
        ["resolution", "r-other"],
    ]
    texts = [itupp(*words, "--data", str(data)) for words in asked]
    commands = proposed("\n".join(answer.out + answer.err for answer in texts))
    assert len(commands) >= 20
    stub = Path(environment["HOME"], "itupp")
    stub.write_text('#!/bin/sh\nprintf "%s\\n" itupp "$@"\n', encoding="utf-8")
    done = subprocess.run(
        [shell, "-c", "\n".join(commands)],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    words = [word.strip('"') for word in re.findall(WORD, "\n".join(commands))]
    assert (done.stdout.splitlines(), done.stderr) == (words, "")
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_number_that_a_shell_would_run(itupp):
    """What is proposed after an answer on a resolution is one command as well."""
    answer = itupp("resolution", "r-one", "--data", str(ATTACK))
    assert "; touch PWNED" not in answer.out.partition("More: ")[2]


@pytest.mark.parametrize("name", [name for name in NAMES if set(name) & set('$`\\"')])
def test_a_path_that_no_two_shells_read_alike_is_not_proposed(folder, itupp, name):
    """The word PATH stands for it, and no other path like it is suggested."""
    Path(name).mkdir()
    shutil.copy(ATTACK, Path(name, "x.yaml"))
    assert "itupp topics --data PATH" in itupp("--data", f"{name}/x.yaml").out
    assert "did you mean" not in itupp("topics", "--data", name[:-1]).err
    assert itupp("new", f"{name}2").out.splitlines()[0].endswith("itupp check PATH")


@pytest.mark.parametrize(
    "words",
    [
        ["topics"],
        ["topic", "lamps"],
        ["topic", "lamps", "--full"],
        ["bloc", "pike"],
        ["bloc", "pike", "--full"],
        ["brief", "lanterns"],
        ["brief", "pike"],
        ["brief", "r-other"],
        ["addressees"],
        ["outcomes"],
        ["terms"],
        ["term", "lever"],
        ["compare"],
        ["compare", "pike"],
        ["compare", "pike", "pier"],
    ],
)
def test_markdown_holds_no_markup(itupp, words):
    """No element of HTML and no link but those to web pages comes from the data."""
    tokens = (
        MarkdownIt("commonmark")
        .enable("table")
        .parse(itupp(*words, "--data", str(ATTACK), "-f", "md").out)
    )
    inner = [token for block in tokens for token in (block, *(block.children or ()))]
    assert not {token.type for token in inner} & {
        "html_block",
        "html_inline",
        "image",
        "code_inline",
        "link_open",
    }


@pytest.mark.parametrize(
    "words",
    [
        ["page"],
        ["topics", "--full"],
        ["topic", "lamps"],
        ["topic", "lanterns", "--full"],
        ["bloc", "pike", "--full"],
        ["brief", "lanterns"],
        ["resolution", "r-one"],
        ["terms", "--full"],
        ["addressees"],
        ["compare", "--full"],
        ["compare", "pike", "pier"],
        ["positions", "--full"],
        [],
    ],
)
def test_html_holds_no_markup(itupp, words):
    """No element, attribute or address comes from the data, but addresses of web pages."""
    page = Page(itupp(*words, "--data", str(ATTACK), "-f", "html").out)
    assert len(page.all("script")) == (words == ["page"])
    assert not page.all("img")
    assert not page.values("src") + page.values("onerror") + page.values("onclick")
    links = [element.attributes["href"] for element in page.all("a")]
    assert all(address.startswith(("#", "https://x.example/")) for address in links)


def test_a_picture_holds_no_markup(itupp):
    """It is well formed, and holds text and shapes alone."""
    svg = itupp("compare", "--data", str(ATTACK), "-f", "svg").out
    names = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(svg).iter()}
    assert names == {"svg", "title", "desc", "style", "rect", "text", "line"}


FORMULAS = ["=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\uff1d1+1", '=HYPERLINK("http://e")']


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("text", [*FORMULAS, "-5", "+3.25", "plain", "5 = 5"])
def test_no_cell_is_a_formula(itupp, tmp_path, text, form):
    """An apostrophe stands before what a spreadsheet would run; all else is as it is."""
    quoted = text.replace('"', '\\"').replace("\t", "\\t")
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\n"
        f'topics: [{{id: a, title: A, positions: [{{summary: "{quoted}", proponents: [fr]}}]}}]\n',
        encoding="utf-8",
    )
    answer = itupp("positions", "--data", str(tmp_path / "x.yaml"), "-f", form).out
    rows = (
        list(csv.reader(answer.splitlines()))
        if form == "csv"
        else [row.split("\t") for row in answer.splitlines()]
    )
    shown = f"'{text.strip()}" if text in FORMULAS else text
    assert shown in rows[1]

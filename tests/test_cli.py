"""The command line, through `main`."""

import json
import re
import shlex
import sys
from pathlib import Path

import pytest

from itupp import __version__
from itupp.cli import app
from itupp.output.formats import Format
from itupp.process import main

ROOT = Path(__file__).parent.parent
TINY = str(ROOT / "tests" / "data" / "tiny.yaml")

READING = [
    "",
    "topics",
    "topic itrs",
    "blocs",
    "bloc 'Arab states'",
    "resolutions",
    "resolution 102",
    "positions",
    "position itrs-3",
    "terms",
    "term NGSO",
    "compare",
    "compare European",
    "compare arab european",
]

FORMATS = [(command, format) for command in READING for format in Format] + [
    ("brief itrs", "json"),
    ("brief us", "md"),
]


@pytest.mark.parametrize("command", READING)
def test_reading_commands(itupp, command):
    """Every command answers as a table and as one JSON document, an array for lists."""
    argv = shlex.split(command)
    table = itupp(*argv)
    assert (table.code, table.err) == (0, "")
    assert table.out
    document = itupp(*argv, "-f", "json")
    assert (document.code, document.err) == (0, "")
    plural = command in ("topics", "blocs", "resolutions", "positions", "terms")
    assert isinstance(json.loads(document.out), list if plural else dict)


@pytest.mark.parametrize(("command", "format"), FORMATS)
def test_every_command_in_every_format(itupp, command, format):
    """Commands and formats are independent of each other."""
    result = itupp(*shlex.split(command), "-f", format)
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("\n")
    assert not result.out.endswith("\n\n")


def test_no_command_is_left_out():
    """What the tests above walk through is all that there is, besides what is for curators."""
    commands = {command.name for command in app.registered_commands}
    assert commands == {command.split()[0] for command, _ in FORMATS if command} | {"check", "new"}


def test_the_three_calls(itupp):
    """What has to work always."""
    assert "Artificial intelligence" in itupp("topics").out
    assert "itrs-3" in itupp("bloc", "Arab states").out
    assert "Internet governance" in itupp("resolution", "102").out


@pytest.mark.parametrize(
    "command",
    [
        'bloc "Arab states"',
        "bloc arab states",
        "bloc ARAB-STATES",
        "bloc Arab",
        'bloc " arab  states "',
    ],
)
def test_quotes_are_optional(itupp, command):
    """However a name is typed, the answer is the same."""
    assert itupp(*shlex.split(command)) == itupp("bloc", "arab-states")


@pytest.mark.parametrize(
    ("command", "found"),
    [
        (
            "positions --bloc 'Arab states' --addressee Council",
            ["cybersecurity-2", "online-meetings-2"],
        ),
        ("positions --bloc br --bloc us --topic space", ["outer-space-4", "outer-space-5"]),
        ("positions --resolution 146 --bloc european", ["itrs-1", "itrs-4"]),
        ("positions --section watch --addressee sg", ["outer-space-2", "outer-space-5"]),
        ("positions wcit 2026", ["itrs-3"]),
        ("positions CYBERSECURITY privacy", ["cybersecurity-5"]),
    ],
)
def test_positions(itupp, command, found):
    """Filters and words narrow the list down."""
    result = itupp(*shlex.split(command), "-f", "json")
    assert [position["id"] for position in json.loads(result.out)] == found


@pytest.mark.parametrize(
    ("flags", "count"), [("--shared", 10), ("--contested", 17), ("--shared --contested", 6)]
)
def test_shared_and_contested_positions(itupp, flags, count):
    """Flags narrow the list to what several put forward, or to what answers a question."""
    found = json.loads(itupp("positions", *flags.split(), "-f", "json").out)
    assert len(found) == count
    assert all(len(position["proponents"]) > 1 for position in found if "--shared" in flags)
    assert all(position["answers"] for position in found if "--contested" in flags)


def test_with_blocs(itupp):
    """A country's blocs widen the filter; without one there is nothing to widen."""
    assert (
        len(json.loads(itupp("positions", "--bloc", "Brazil", "--with-blocs", "-f", "json").out))
        == 8
    )
    assert itupp("positions", "--with-blocs").code == 2
    silent = itupp("positions", "--bloc", "Kenya")
    assert silent.err == (
        "itupp: no position matches; its blocs' positions: --with-blocs"
        " (all of them: itupp positions)\n"
    )
    assert itupp("positions", "--bloc", "Kenya", "--with-blocs").code == 0
    assert "--with-blocs" not in itupp("positions", "--bloc", "apt").err


def test_decided_positions(itupp):
    """`--outcome` lists the positions whose fate is known, with it."""
    found = json.loads(itupp("positions", "--outcome", "-f", "json").out)
    assert [
        position["id"] for position in found if position["outcome"]["result"] == "not taken up"
    ] == [
        "itrs-1",
        "itrs-2",
        "itrs-3",
        "internet-governance-1",
    ]
    assert "not taken up (our reading). Delegates agreed" in itupp("positions", "--outcome").out


def test_countries(itupp, pp22):
    """A country without a position is shown with its blocs', and listed on demand."""
    kenya = itupp("bloc", "Kenya")
    assert (kenya.code, kenya.err) == (0, "")
    assert "African states: the bloc's positions, not binding on each of its members" in kenya.out
    everyone = json.loads(itupp("blocs", "--all", "-f", "json").out)
    assert [proponent["id"] for proponent in everyone] == [one.id for one in pp22.everyone]
    assert "Kenya" not in itupp("blocs").out


def test_contested_topics(itupp):
    """Five of the eight topics are contested."""
    found = [topic["id"] for topic in json.loads(itupp("topics", "--contested", "-f", "json").out)]
    assert found == ["ai", "itrs", "internet-governance", "digital-standards", "online-meetings"]


def test_compare_without_quotes(itupp):
    """One name may come in several words; several names are one word each, or quoted."""
    assert itupp("compare", "united", "states") == itupp("compare", "us")
    assert itupp("compare", "arab", "european") == itupp(
        "compare", "Arab states", "European states"
    )


def test_compare_on_one_topic(itupp):
    """`--topic` narrows the comparison, also to a topic where all are silent."""
    document = json.loads(itupp("compare", "arab", "european", "--topic", "ITRs", "-f", "json").out)
    assert [topic["id"] for topic in document["topics"]] == ["itrs"]
    assert [question["relation"] for question in document["topics"][0]["questions"]] == [
        "differ",
        "opposed",
    ]
    silent = itupp("compare", "rcc", "canada", "--topic", "space")
    assert silent.code == 0
    assert "All silent (nothing recorded in this briefing) on: Outer space." in silent.out


@pytest.mark.parametrize(
    ("argv", "code", "line"),
    [
        (["arab", "Arab states"], 2, "Arab states is named twice (help: itupp compare --help)"),
        (["arab", "xyzzy"], 1, 'no bloc or country "xyzzy" (all of them: itupp blocs --all)'),
        (
            ["arab", "--topic", "ai"],
            2,
            "--topic goes with two names or more (help: itupp compare --help)",
        ),
    ],
)
def test_comparisons_that_make_no_sense(itupp, argv, code, line):
    """Nobody is compared with itself or with somebody unknown."""
    assert itupp("compare", *argv) == (code, "", f"itupp: {line}\n")


def test_compare_on_topics_in_their_order(itupp):
    """A topic named twice counts once, and topics come as the source has them."""
    once = itupp("compare", "arab", "european", "--topic", "ITRs")
    assert itupp("compare", "arab", "european", "--topic", "itrs", "--topic", "ITRs") == once
    document = json.loads(
        itupp("compare", "arab", "european", "--topic", "ig", "--topic", "itrs", "-f", "json").out
    )
    assert [topic["id"] for topic in document["topics"]] == ["itrs", "internet-governance"]


def test_nothing_contested(itupp, tmp_path):
    """A question that nobody answers makes no topic contested, and an empty list is a no."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\n"
        "topics: [{id: t, title: T, questions: [{id: q, text: Q?, sides: {a: A}}],"
        " positions: [{summary: S., proponents: [fr]}]}]\n"
    )
    result = itupp("topics", "--contested", "--data", str(tmp_path / "x.yaml"), "-f", "json")
    assert result == (1, "[]\n", "itupp: no topic matches (all of them: itupp topics)\n")


def test_brief(itupp):
    """A brief is Markdown or JSON, on a bloc, a country or a topic."""
    assert itupp("brief", "arab", "states").out.startswith(
        "# Arab states (PP-22)\n\n## Positions\n"
    )
    assert itupp("brief", "ITRs").out.startswith(
        "# International Telecommunication Regulations (PP-22)\n"
    )
    document = json.loads(itupp("brief", "arab", "-f", "json").out)
    assert (document["id"], len(document["positions"])) == ("arab-states", 9)
    assert itupp("brief", "usa", "-f", "table") == (
        2,
        "",
        "itupp: a brief is Markdown: --format md or json (help: itupp brief --help)\n",
    )
    assert itupp("brief", "xyzzy").code == 1


def test_nothing_matches(itupp):
    """An empty list on stdout, one line on stderr, and the answer is no."""
    assert itupp("positions", "xyzzy", "-f", "json") == (
        1,
        "[]\n",
        "itupp: no position matches (all of them: itupp positions)\n",
    )
    table = itupp("positions", "xyzzy")
    assert table.out.splitlines()[2].split() == ["Topic", "Id", "Position", "Proponents"]


@pytest.mark.parametrize(
    ("argv", "code", "line"),
    [
        (
            ["bloc", "arba"],
            1,
            'no bloc or country "arba"; did you mean "Arab states"?'
            " (all of them: itupp blocs --all)",
        ),
        (["topic", ""], 1, 'no topic "" (all of them: itupp topics)'),
        (
            ["resolution", "103"],
            1,
            'no resolution "103" (all of them: itupp resolutions)',
        ),
        (
            ["positions", "--section", "foo"],
            1,
            'no section "foo" (all of them: controversy, watch)',
        ),
        (["topic"], 2, "Missing argument 'NAME'. (help: itupp topic --help)"),
        (["topcs"], 2, 'no command "topcs"; did you mean topics? (help: itupp --help)'),
        (["xyzzy"], 2, 'no command "xyzzy" (help: itupp --help)'),
        (["topics", "--colour"], 2, "No such option: --colour (help: itupp topics --help)"),
        (
            ["topics", "-f", "xml"],
            2,
            "Invalid value for '--format' / '-f': 'xml' is not one of"
            " 'table', 'json', 'csv', 'tsv', 'md'. (help: itupp topics --help)",
        ),
    ],
)
def test_mistakes(itupp, argv, code, line):
    """A mistake is told in one line on stderr, with nothing on stdout."""
    assert itupp(*argv) == (code, "", f"itupp: {line}\n")


WRONG = [
    ("positions --bloc arab states", 'a name of several words needs quotes: "arab states"'),
    (
        "positions --topic digital standards",
        'a name of several words needs quotes: "digital standards"',
    ),
    ("positions arab", "; did you mean itupp bloc arab-states?"),
    ("positions --bloc apt --bloc apt xyzzy", "no position matches (all of them: itupp positions)"),
    ("check ''", "the path of a file or folder"),
    (f"check --source x={'x' * 300}", "unknown source"),
    ("topcis", "topics?"),
    ("ITRs", "itupp topic itrs"),
    ("102", "itupp resolution 102"),
    ("arab states", "itupp bloc arab-states"),
    ("itrs-3", "itupp position itrs-3"),
    ("bloc arba", '"Arab states"'),
    ("bloc 'Untied States'", '"United States"'),
    ("bloc kenia", '"Kenya"'),
    ("bloc congo", '"Democratic Republic of the Congo" or "Republic of the Congo"'),
    ("topic cybrsecurity", '"cybersecurity"'),
    ("topic", "Missing argument 'NAME'"),
    ("topic ''", "itupp topics"),
    ("resolution 1002", "itupp resolutions"),
    ("position itrs-7", "itrs-1 to itrs-4"),
    ("position 3", "itupp positions"),
    ("positions --sectoin watch", "--section"),
    ("positions --section wotch", '"watch"'),
    ("positions xyzzy", "itupp positions"),
    ("topics -f jsn", "'json'"),
    ("topics --data data/pp23", "data/pp22"),
    ("topics --data ''", "the path of a file or folder"),
    ("compare Arab states European states", '"Arab states"'),
    ("compare arab arab", "Arab states is named twice"),
    ("brief itrs -f csv", "--format md or json"),
    ("topics itrs", "itupp topics --help"),
]


@pytest.mark.parametrize(("typed", "instead"), WRONG)
def test_what_to_type_instead(itupp, typed, instead, monkeypatch):
    """Whatever is typed wrong, one line says what would be right."""
    monkeypatch.chdir(ROOT)
    result = itupp(*shlex.split(typed))
    assert result.code in (1, 2, 3)
    assert instead in result.err
    assert result.err.count("\n") == 1


def test_examples_in_the_help(itupp, monkeypatch, tmp_path):
    """Each command's help begins with what it answers and shows an example, which answers."""
    monkeypatch.chdir(tmp_path)
    for command in app.registered_commands:
        help = itupp(command.name, "--help").out
        (example,) = re.findall(r"For example: itupp (.+)", help)
        assert itupp(*shlex.split(example)).code == 0


def test_a_name_in_the_place_of_a_command_on_a_broken_dataset(itupp):
    """Where nothing can be looked up it is an unknown command like any other."""
    result = itupp("--data", str(ROOT / "tests" / "bad" / "tab.yaml"), "itrs")
    assert (result.code, result.out) == (2, "")
    assert result.err == 'itupp: no command "itrs" (help: itupp --help)\n'


def test_a_broken_dataset(itupp):
    """Every problem is reported, with no other output."""
    bad = ROOT / "tests" / "bad" / "anchor.yaml"
    result = itupp("topics", "--data", str(bad))
    assert (result.code, result.out) == (3, "")
    assert result.err == (
        f"{bad}:11:17: an anchor has 2 to 8 words, not 1\n"
        f"{bad}:14:17: an anchor has 2 to 8 words, not 9\n"
    )


def test_whose_dataset_it_is(itupp, on_tiny):
    """An answer about another dataset than the bundled one says so, in what people read alone."""
    note = f'Dataset: "Lighthouse Union: what to expect" ({TINY}).'
    assert on_tiny("topic", "lamps").out.endswith(f"\n\n{note}\n")
    assert "Lighthouse Union: what to expect" in on_tiny("compare", "-f", "md").out
    assert TINY not in on_tiny("topics", "-f", "json").out + on_tiny("topics", "-f", "csv").out


def test_commands_name_the_dataset_they_are_for(itupp):
    """What is proposed can be typed as it is."""
    overview = itupp("--data", TINY).out
    assert f'itupp bloc "Northern coast" --data {TINY}' in overview
    assert f"itupp topics --data {TINY}" in overview
    assert itupp("--data", TINY, "lamps").err == (
        f'itupp: no command "lamps"; did you mean itupp topic lamps --data {TINY}?'
        " (help: itupp --help)\n"
    )
    assert (
        f"itupp topic lamps --data {TINY}?"
        in itupp("positions", "--bloc", "islands", "lamps", "--data", TINY).err
    )


def test_check(itupp, tmp_path, monkeypatch):
    """Mistakes and warnings come line by line, then how many there are; only mistakes mean no."""
    monkeypatch.chdir(ROOT / "tests")
    assert itupp("check", "bad/anchor.yaml") == (
        1,
        "bad/anchor.yaml:11:17: an anchor has 2 to 8 words, not 1\n"
        "bad/anchor.yaml:14:17: an anchor has 2 to 8 words, not 9\n"
        "2 mistakes\n",
        "",
    )
    assert itupp("check", "doubtful/both-sides.yaml") == (
        0,
        "doubtful/both-sides.yaml:12:18: warning: fr is on both sides of the question kind,"
        " which is exclusive; see lamps-1\n"
        'no mistakes, 1 warning in "Doubtful":'
        " 1 topic, 2 positions, 3 proponents, no resolutions\n",
        "",
    )
    bundled = itupp("check")
    assert (bundled.code, bundled.err) == (0, "")
    assert bundled.out.startswith('no mistakes in "ITU Plenipotentiary Conference 2022')
    assert bundled.out.endswith(": 8 topics, 30 positions, 15 proponents, 14 resolutions\n")
    assert itupp("check", "--data", "bad/anchor.yaml").code == 1
    assert itupp("check", "bad/anchor.yaml", "--data", "bad/colon.yaml").code == 2
    monkeypatch.setenv("ITUPP_DATA", "bad/colon.yaml")
    assert itupp("check", "doubtful/both-sides.yaml").code == 0
    assert itupp("check").code == 1
    monkeypatch.delenv("ITUPP_DATA")
    assert itupp("check", "nowhere").code == 3
    assert itupp("check", "bad/latin-1.yaml") == (
        3,
        "",
        "bad/latin-1.yaml:2:1: not in UTF-8: save the file as UTF-8 text\n",
    )


def test_check_for_programs(itupp, monkeypatch):
    """Editors and CI get one document; rows in another form there are none."""
    monkeypatch.chdir(ROOT / "tests")
    result = itupp("check", "doubtful/said-twice.yaml", "-f", "json")
    assert result.code == 0
    doubt = {"line": 12, "column": 18, "message": "the same summary as that of lamps-1"}
    assert json.loads(result.out) == {
        "mistakes": [],
        "warnings": [{"file": "doubtful/said-twice.yaml", **doubt}],
    }
    assert json.loads(itupp("check", "-f", "json").out) == {"mistakes": [], "warnings": []}
    assert itupp("check", "bad/anchor.yaml", "-f", "json").code == 1
    assert itupp("check", "-f", "csv").code == 2


def test_check_against_the_source(itupp, tmp_path, monkeypatch):
    """`--source` takes the text of the first source, or that of any with its id."""
    monkeypatch.chdir(tmp_path)
    Path("notes.txt").write_text("Let lamps burn oil.")
    Path("a=b.txt").write_text("Lamps do not burn.")
    found = itupp("check", TINY, "--source", "notes.txt")
    assert (found.code, found.out.rpartition(", ")[2]) == (0, "1 anchor found in the source\n")
    missed = itupp("check", TINY, "--source", "a=b.txt")
    assert (missed.code, missed.out.splitlines()[0]) == (
        1,
        f'{TINY}:71:17: the anchor "burn oil" does not stand in the source',
    )
    assert itupp("check", TINY, "--source", "pilot=a=b.txt") == missed
    assert itupp("check", TINY, "--source", "notes.txt", "--source", "arb-7=a=b.txt").code == 0
    assert itupp("check", TINY, "--source", "pliot=notes.txt") == (
        2,
        "",
        'itupp: unknown source "pliot"; did you mean pilot? (help: itupp check --help)\n',
    )
    assert itupp("check", TINY, "--source", "nowhere.txt") == (
        2,
        "",
        "itupp: nowhere.txt cannot be read: No such file or directory (help: itupp check --help)\n",
    )


def test_new(itupp, tmp_path, monkeypatch):
    """A dataset to begin with, and what to do next; nothing that exists is overwritten."""
    monkeypatch.chdir(tmp_path)
    result = itupp("new", "my harbour")
    assert (result.code, result.err) == (0, "")
    first, second = result.out.splitlines()
    assert first == 'my harbour/briefing.yaml written. Edit it, then: itupp check "my harbour"'
    assert Path(second.removeprefix("Every key is explained in ")).is_file()
    assert itupp("check", "my harbour").code == 0
    assert itupp("new", "my harbour") == (
        1,
        "",
        "itupp: my harbour exists already; nothing was written\n",
    )
    assert itupp("new", "no/where") == (
        1,
        "",
        "itupp: no/where cannot be written: No such file or directory\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["my harbour"]
    assert "\x1b" not in itupp("new", "\x1b[31m").out


def test_help(itupp):
    """`-h`, `--help` and `help` are the same, on every level."""
    assert itupp("-h") == itupp("--help") == itupp("help")
    assert itupp("topic", "-h") == itupp("help", "topic")
    assert itupp("help").code == 0
    assert "..." not in itupp("help").out.split("Commands:")[1]
    assert itupp("--version") == (0, f"itupp {__version__}\n", "")


def test_columns(itupp, monkeypatch):
    """In a pipe a row is a line, unless COLUMNS asks for folding."""
    natural = itupp("topics").out.splitlines()
    assert max(map(len, natural)) > 300
    monkeypatch.setenv("COLUMNS", "60")
    folded = itupp("topics").out.splitlines()
    assert max(map(len, folded)) <= 60
    monkeypatch.setenv("COLUMNS", "wide")
    assert itupp("topics").out.splitlines() == natural


def test_output_that_cannot_be_written(monkeypatch, capsys):
    """A full disk is told in one line."""

    def full(text):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys.stdout, "write", full)
    assert main(["topics", "-f", "json"]) == 1
    assert (
        capsys.readouterr().err == "itupp: the output cannot be written: No space left on device\n"
    )


@pytest.mark.parametrize("option", ["--xyzzy", "-x"])
def test_an_option_in_the_place_of_a_command(itupp, option):
    """After `--` it is no option of the program's, and no command either."""
    line = f"itupp: No such option: {option} (help: itupp --help)\n"
    assert itupp("--", option) == (2, "", line)

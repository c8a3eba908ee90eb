"""The command line, through `main`."""

import json
import re
import shlex
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from conftest import PASTED

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
    "find wcit",
    "position itrs-3",
    "addressees",
    "outcomes",
    "terms",
    "term NGSO",
    "compare",
    "compare European",
    "compare arab european",
]

LISTS = (
    "find wcit",
    "topics",
    "blocs",
    "resolutions",
    "positions",
    "addressees",
    "outcomes",
    "terms",
)

ASKED = [
    *READING,
    "topics --full",
    "topic itrs --full",
    "bloc Kenya --own --full",
    "resolution 102 --full",
    "positions --full --outcome",
    "position itrs-3 --full",
    "outcomes --full",
    "term NGSO --full",
    "compare --full",
    "compare Kenya --own",
    "history itrs",
    "history 102 --full",
    "history scope --bloc us",
    "history itrs-2012-4",
    "brief itrs",
    "brief us --topic ai",
    "brief 102 --own",
]

FORMATS = [(command, format) for command in ASKED for format in Format if format is not Format.SVG]


@pytest.mark.parametrize("command", READING)
def test_reading_commands(itupp, command):
    """Every command answers as a table and as one JSON document, an array for lists."""
    argv = shlex.split(command)
    table = itupp(*argv)
    assert (table.code, table.err) == (0, "")
    assert table.out
    document = itupp(*argv, "-f", "json")
    assert (document.code, document.err) == (0, "")
    assert isinstance(json.loads(document.out), list if command in LISTS else dict)


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
    walked = {command.split()[0] for command, _ in FORMATS if command}
    assert commands == walked | {"page", "check", "new", "schema"}


def test_the_three_calls(itupp):
    """What has to work always."""
    assert "Artificial intelligence" in itupp("topics").out
    assert "Potentially hold a WCIT" in itupp("bloc", "Arab states").out
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


BARE = [
    ("ITRs", "topic itrs"),
    ("open ran", "topic open-ran"),
    ("'Open RAN'", "topic open-ran"),
    ("102", "resolution 102"),
    ("Res. 102", "resolution 102"),
    ("resolution no. 102", "resolution 102"),
    ("arab states", "bloc arab-states"),
    ("Kenya", "bloc ke"),
    ("Saudi Arabia", "bloc sa"),
    ("russia --own", "bloc ru --own"),
    ("usa --full -f json", "bloc us --full -f json"),
    ("-f md kenya", "bloc ke -f md"),
    ("itrs-3", "position itrs-3"),
    ("itrs 3", "position itrs-3"),
    ("WCIT", "term wcit"),
    ("-- itrs", "topic itrs"),
    ("wcit 2026", "find wcit 2026"),
    ("outcome-oriented", "find outcome-oriented"),
    ("privacy -f json", "find privacy -f json"),
    ("mandate --bloc european", "positions mandate --bloc european"),
]
"""What is typed without a command, and the command that answers it."""


@pytest.mark.parametrize(("typed", "meant"), BARE)
def test_bare_names_and_words(itupp, typed, meant):
    """A name is answered by the command whose it is, anything else by what mentions it."""
    answer = itupp(*shlex.split(typed))
    assert (answer.code, answer.err) == (0, "")
    assert answer == itupp(*shlex.split(meant))


def test_bare_words_on_another_dataset(itupp, on_tiny):
    """They are looked up in the dataset that is asked for, and in no other."""
    assert on_tiny("horns") == on_tiny("topic", "horns")
    assert on_tiny("power", "station") == on_tiny("find", "power", "station")
    assert on_tiny("wcit").code == 2


@pytest.mark.parametrize("words", [["lamps"], ["oil"], ["power", "station"]])
def test_a_dataset_named_behind_bare_words(itupp, words):
    """`--data` may stand on either side of words as it may on either side of a command."""
    before = itupp("--data", TINY, *words)
    assert (before.code, before.err) == (0, "")
    assert itupp(*words, "--data", TINY) == before
    assert itupp(*words, f"--data={TINY}", "-f", "json") == itupp(
        "--data", TINY, "-f", "json", *words
    )


@pytest.mark.parametrize(
    ("command", "found"),
    [
        (
            "positions --bloc 'Arab states' --addressee Council",
            [
                "cybersecurity-2",
                "internet-governance-3",
                "internet-governance-4",
                "online-meetings-2",
            ],
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


def test_a_country_is_heard_through_its_blocs(itupp):
    """`--bloc` finds what a country's blocs put forward, and says so; `--own` its own alone."""
    found = json.loads(itupp("positions", "--bloc", "Brazil", "-f", "json").out)
    assert len(found) == 8
    own = itupp("positions", "--bloc", "Brazil", "--own")
    assert "\n3 of 30 positions" in f"\n{own.out}"
    assert "a bloc of" not in own.out
    through = itupp("positions", "--bloc", "Kenya", "--topic", "itrs")
    assert (through.code, through.err) == (0, "")
    assert "Of African states, a bloc of Kenya: itrs-2" in through.out
    assert itupp("positions", "--bloc", "Kenya", "--own").code == 1
    assert "No such option" in itupp("positions", "--with-blocs").err


@pytest.mark.parametrize("command", ["bloc br", "compare br", "brief br", "compare br arab"])
def test_own(itupp, command):
    """`--own` keeps a country's blocs out of whatever is asked about it."""
    argv = command.split()
    assert "Discontinue the expert group" in itupp(*argv).out + itupp("bloc", "br").out
    own = itupp(*argv, "--own")
    assert (own.code, own.err) == (0, "")
    assert "Discontinue the expert group" not in own.out
    assert "Mitigate collision risks" in itupp("bloc", "br", "--own").out


FULL = [
    ("topics", "How far should the ITU go in its work related to AI?"),
    ("topic itrs", "https://www.itu.int/en/council/Pages/eg-itrs.aspx"),
    ("bloc arab", "Saudi Arabia"),
    ("bloc kenya", "The Secretary-General should develop mechanisms"),
    ("resolution 102", "Dubai"),
    ("positions wcit", "A World Conference on International Telecommunications (WCIT) could"),
    ("outcomes", "https://"),
    ("term NGSO", "https://"),
    ("terms", "Stands for"),
    ("addressees", "ai-1"),
]
"""What is asked, and what is told in full alone."""


@pytest.mark.parametrize(("command", "told"), FULL)
def test_full(itupp, command, told):
    """`--full` adds what an answer rests on, and takes nothing a headline view counts on."""
    argv = command.split()
    short, full = itupp(*argv), itupp(*argv, "--full")
    assert (full.code, full.err) == (0, "")
    assert told not in short.out
    assert told in full.out
    assert len(full.out) > len(short.out)


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
    rows = itupp("positions", "--outcome").out.splitlines()
    assert [row.split()[-1] for row in rows if "  not taken up  " in row] == [
        "itrs-1",
        "itrs-2",
        "itrs-3",
        "internet-governance-1",
    ]
    assert not any("not known" in row for row in rows)


def test_countries(itupp, pp22):
    """A country without a position is shown with its blocs', and listed on demand."""
    kenya = itupp("bloc", "Kenya")
    assert (kenya.code, kenya.err) == (0, "")
    assert "No position of its own is recorded. Its bloc speaks: African states" in kenya.out
    assert "A bloc's position does not bind each member." in kenya.out
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
    """`--topic` narrows the comparison, also to a topic on which none has a position."""
    document = json.loads(itupp("compare", "arab", "european", "--topic", "ITRs", "-f", "json").out)
    assert [topic["id"] for topic in document["topics"]] == ["itrs"]
    assert [question["relation"] for question in document["topics"][0]["questions"]] == [
        "differ",
        "opposed",
    ]
    nothing = itupp("compare", "rcc", "canada", "--topic", "space")
    assert nothing.code == 0
    assert "No position recorded by either: Outer space" in nothing.out


@pytest.mark.parametrize("names", [[], ["arab"], ["arab", "european"], ["arab", "rcc", "african"]])
def test_compare_any_number_on_one_topic(itupp, names):
    """`--topic` goes with any number of names, and nothing of another topic is told."""
    answer = itupp("compare", *names, "--topic", "itrs")
    assert (answer.code, answer.err) == (0, "")
    assert "ITRs" in answer.out
    assert "CWG-Internet" not in answer.out


def test_a_name_twice(itupp):
    """Whoever is named twice is compared once."""
    assert itupp("compare", "arab", "Arab states") == itupp("compare", "arab")
    assert itupp("compare", "arab", "european", "arab") == itupp("compare", "arab", "european")


def test_nobody_unknown_is_compared(itupp):
    """A name that is nobody's is told."""
    assert itupp("compare", "arab", "xyzzy") == (
        1,
        "",
        'itupp: no bloc or country "xyzzy" (all of them: itupp blocs --all)\n',
    )


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
        "topics: [{id: t, title: T, questions: [{id: q, text: 'Q?', sides: {a: A}}],"
        " positions: [{summary: S., proponents: [fr]}]}]\n",
        encoding="utf-8",
    )
    result = itupp("topics", "--contested", "--data", str(tmp_path / "x.yaml"), "-f", "json")
    assert result == (1, "[]\n", "itupp: no topic matches (all of them: itupp topics)\n")


def test_brief(itupp):
    """A brief is on a bloc, a country, a topic or a resolution; in a pipe it is Markdown."""
    arab = itupp("brief", "arab", "states")
    assert arab.out.startswith("# Arab states \u2013 PP-22\n")
    assert itupp("brief", "arab", "-f", "md") == arab
    assert itupp("brief", "ITRs").out.startswith(
        "# International Telecommunication Regulations \u2013 PP-22\n"
    )
    assert itupp("brief", "Res.", "130").out.startswith("# Resolution 130 \u2013 PP-22")
    assert itupp("brief", "Resolution 130 (Rev. Dubai, 2018)") == itupp("brief", "130")
    assert json.loads(itupp("brief", "arab", "-f", "json").out)["id"] == "arab-states"
    assert itupp("brief", "usa", "-f", "table").out.startswith("United States  PP-22")
    assert itupp("brief", "xyzzy") == (
        1,
        "",
        'itupp: no bloc, country, topic or resolution "xyzzy"'
        " (all of them: itupp blocs --all, itupp topics)\n",
    )


def test_a_brief_on_one_topic(itupp):
    """`--topic` keeps to it, also for a country that speaks through its bloc."""
    brief = itupp("brief", "Kenya", "--topic", "AI")
    assert "Develop a toolkit for AI ecosystems" in brief.out
    assert "ITRs" not in brief.out
    document = json.loads(itupp("brief", "Kenya", "--topic", "AI", "-f", "json").out)
    assert document["id"] == "ke"
    assert itupp("brief", "Kenya", "--topic", "xyzzy").code == 1


def test_nothing_matches(itupp):
    """An empty list on stdout, one line on stderr, and the answer is no."""
    assert itupp("positions", "xyzzy", "-f", "json") == (
        1,
        "[]\n",
        "itupp: no position matches (all of them: itupp positions)\n",
    )
    table = itupp("positions", "xyzzy")
    assert "Position" not in table.out


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
            " 'table', 'json', 'csv', 'tsv', 'md', 'html', 'svg'. (help: itupp topics --help)",
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
    ("kenia", "did you mean itupp bloc ke?"),
    ("cybersecurty", "did you mean itupp topic cybersecurity?"),
    ("itrz", "did you mean itupp topic itrs or itupp term sectors or itupp term itrs?"),
    ("southen africa", "did you mean itupp bloc za?"),
    ("arab stats", "did you mean itupp bloc arab-states?"),
    ("is kenya against", "did you mean itupp bloc ke?"),
    ("would US agree", "did you mean itupp bloc us?"),
    ("does no one agree", 'no command "does" (help: itupp --help)'),
    (f"kenia {'x' * 1000}", 'no command "kenia" (help: itupp --help)'),
    ("Resolution 999", 'no resolution "999"'),
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
    """What is wrong with it is told, unless a command may have been meant."""
    bad = str(ROOT / "tests" / "bad" / "tab.yaml")
    result = itupp("--data", bad, "itrs")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith(f"{bad}:")
    assert itupp("--data", bad, "topcs").code == 2


def test_a_broken_dataset(itupp):
    """Every problem is reported, with no other output."""
    bad = ROOT / "tests" / "bad" / "anchor.yaml"
    result = itupp("topics", "--data", str(bad))
    assert (result.code, result.out) == (3, "")
    assert result.err == (
        f"{bad}:11:17: error: an anchor has 2 to 8 words, not 1\n"
        f"{bad}:14:17: error: an anchor has 2 to 8 words, not 9\n"
    )


def test_whose_dataset_it_is(itupp, on_tiny):
    """An answer about another dataset than the bundled one says so, in what people read alone."""
    note = f'Dataset: "Lighthouse Union: what to expect" ({TINY}).'
    assert on_tiny("topic", "lamps").out.endswith(f"\n\n{note}\n")
    assert "Lighthouse Union: what to expect" in on_tiny("compare", "-f", "md").out
    assert TINY not in on_tiny("topics", "-f", "json").out + on_tiny("topics", "-f", "csv").out


def test_a_command_in_capitals(itupp):
    """It is the same command, but where the words are a name."""
    assert itupp("Topics") == itupp("TOPICS") == itupp("topics")
    assert itupp("Topic", "itrs") == itupp("topic", "itrs")
    assert itupp("Resolution", "102") == itupp("resolution", "102")


def test_commands_name_the_dataset_they_are_for(itupp):
    """What is proposed can be typed as it is, wherever the dataset was named."""
    overview = itupp("--data", TINY).out
    assert f"itupp bloc Atlantis --data {PASTED}" in overview
    assert f"itupp topics --data {PASTED}" in overview
    more = f"More: itupp topic lamps --full --data {PASTED} · itupp history lamps --data {PASTED} ·"
    assert more in itupp("--data", TINY, "lamps").out
    assert more in itupp("lamps", "--data", TINY).out
    assert more not in itupp("lamps", "--data", TINY, "-f", "csv").out
    assert itupp("--data", TINY, "lamps", "keeper", "xyzzy").err == (
        f'itupp: no command "lamps"; did you mean itupp topic lamps --data {PASTED}?'
        " (help: itupp --help)\n"
    )
    assert (
        f"itupp topic lamps --data {PASTED}?"
        in itupp("positions", "--bloc", "islands", "lamps", "--data", TINY).err
    )


def test_check(itupp, tmp_path, monkeypatch):
    """Mistakes and warnings come line by line, then how many there are; only mistakes mean no."""
    monkeypatch.chdir(ROOT / "tests")
    assert itupp("check", "bad/anchor.yaml") == (
        1,
        'bad/anchor.yaml:1:11: warning: no "sources": nothing can be looked up\n'
        "bad/anchor.yaml:11:17: error: an anchor has 2 to 8 words, not 1\n"
        "bad/anchor.yaml:14:17: error: an anchor has 2 to 8 words, not 9\n"
        "2 mistakes, 1 warning\n",
        "",
    )
    assert itupp("check", "doubtful/both-sides.yaml") == (
        0,
        'doubtful/both-sides.yaml:1:11: warning: no "sources": nothing can be looked up\n'
        "doubtful/both-sides.yaml:12:18: warning: fr is on both sides of the question kind,"
        " which is exclusive; see lamps-1\n"
        'no mistakes, 2 warnings in "Doubtful":'
        " 1 topic, 2 positions, 3 proponents, no resolutions\n",
        "",
    )
    bundled = itupp("check")
    assert (bundled.code, bundled.err) == (0, "")
    assert bundled.out.startswith('no mistakes in "ITU Plenipotentiary Conference 2022')
    assert bundled.out.endswith(
        ": 8 topics, 30 positions, 15 proponents, 14 resolutions, 129 entries of the record\n"
    )
    assert itupp("check", "--data", "bad/anchor.yaml").code == 1
    assert itupp("check", "bad/anchor.yaml", "--data", "bad/colon.yaml").code == 2
    monkeypatch.setenv("ITUPP_DATA", "bad/colon.yaml")
    assert itupp("check", "doubtful/both-sides.yaml").code == 0
    assert itupp("check").code == 1
    monkeypatch.delenv("ITUPP_DATA")
    assert itupp("check", "nowhere").code == 3
    assert itupp("check", "bad/latin-1.yaml") == (
        3,
        "bad/latin-1.yaml:2:13: error: not in UTF-8: save the file as UTF-8 text\n1 mistake\n",
        "",
    )


def test_check_several(itupp, monkeypatch):
    """Each is a dataset of its own; the worst of them decides, and one is not checked twice."""
    monkeypatch.chdir(ROOT / "tests")
    fine = itupp("check", "data/watershed", "data/watershed")
    assert (fine.code, len(fine.out.splitlines())) == (0, 1)
    both = itupp("check", "data/watershed", "bad/anchor.yaml")
    assert (both.code, both.err) == (1, "")
    assert both.out.splitlines()[0].startswith('data/watershed: no mistakes in "Watershed')
    assert both.out.splitlines()[-1] == "bad/anchor.yaml: 2 mistakes, 1 warning"
    assert itupp("check", "nowhere", "bad/anchor.yaml").code == 3
    assert itupp("check", "--data", "bad/anchor.yaml", "bad/anchor.yaml").code == 1
    assert itupp("check", "--source", "x", "data/watershed", "bad/anchor.yaml").err == (
        "itupp: --source is for a check of one dataset (help: itupp check --help)\n"
    )


def test_check_standard_input(itupp, monkeypatch):
    """An editor hands over what is not saved."""
    for text, code, told in [
        (b"briefing: {title: T}", 0, 'no mistakes in "T"'),
        (b"briefing: {titel: T}", 1, 'stdin:1:12: error: unknown key of the briefing "titel"'),
        (b"\xff", 3, "stdin:1:1: error: not in UTF-8"),
    ]:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text), encoding="utf-8"))
        result = itupp("check", "-")
        assert (result.code, result.err) == (code, "")
        assert result.out.startswith(told)


def test_check_strictly(itupp, monkeypatch):
    """Where it is asked for, a warning means no."""
    monkeypatch.chdir(ROOT / "tests")
    assert itupp("check", "--strict", "doubtful/said-twice.yaml").code == 1
    assert itupp("check", "--strict", "data/watershed").code == 0
    assert itupp("check", "--strict", "bad/latin-1.yaml").code == 3


def test_check_for_programs(itupp, monkeypatch):
    """Editors and CI get one document; rows in another form there are none."""
    monkeypatch.chdir(ROOT / "tests")
    result = itupp("check", "doubtful/said-twice.yaml", "-f", "json")
    assert result.code == 0
    missing = {"line": 1, "column": 11, "message": 'no "sources": nothing can be looked up'}
    doubt = {"line": 12, "column": 18, "message": "the same summary as that of lamps-1"}
    held = {"topics": 2, "positions": 3, "proponents": 2, "resolutions": 0, "record": 0}
    file = {"file": "doubtful/said-twice.yaml"}
    assert json.loads(result.out) == {
        "mistakes": [],
        "warnings": [{**file, **missing}, {**file, **doubt}],
        "passed_over": [],
        "counts": {"mistakes": 0, "warnings": 2, **held, "anchors": None},
    }
    bundled = json.loads(itupp("check", "-f", "json").out)
    assert (bundled["mistakes"], bundled["warnings"]) == ([], [])
    assert itupp("check", "bad/anchor.yaml", "-f", "json").code == 1
    assert itupp("check", "-f", "csv").code == 2
    assert itupp("-f", "csv", "check").err == (
        "itupp: a check is printed as table, json, github, not as csv (help: itupp check --help)\n"
    )


def test_check_tells_programs_of_files_that_cannot_be_read(itupp, monkeypatch):
    """As of all else that is wrong."""
    monkeypatch.chdir(ROOT / "tests")
    for path, line in [("nowhere", 0), ("bad/latin-1.yaml", 2)]:
        result = itupp("check", path, "-f", "json")
        assert (result.code, result.err) == (3, "")
        (mistake,) = json.loads(result.out)["mistakes"]
        assert (mistake["file"], mistake["line"]) == (path, line)


def test_check_on_github(itupp, monkeypatch):
    """Every problem becomes an annotation."""
    monkeypatch.chdir(ROOT / "tests")
    result = itupp("check", "bad/anchor.yaml", "-f", "github")
    assert result.code == 1
    assert result.out.splitlines() == [
        '::warning file=bad/anchor.yaml,line=1,col=11::no "sources": nothing can be looked up',
        "::error file=bad/anchor.yaml,line=11,col=17::an anchor has 2 to 8 words, not 1",
        "::error file=bad/anchor.yaml,line=14,col=17::an anchor has 2 to 8 words, not 9",
        "2 mistakes, 1 warning",
    ]


def test_check_against_the_source(itupp, tmp_path, monkeypatch):
    """`--source` takes the text of the first source, or that of any with its id."""
    monkeypatch.chdir(tmp_path)
    Path("notes.txt").write_text("Let lamps burn oil.", encoding="utf-8")
    Path("a=b.txt").write_text("Lamps do not burn.", encoding="utf-8")
    found = itupp("check", TINY, "--source", "notes.txt")
    assert (found.code, found.out.rpartition(", ")[2]) == (0, "1 anchor found in the source\n")
    missed = itupp("check", TINY, "--source", "a=b.txt")
    assert (missed.code, missed.out.splitlines()[0]) == (
        1,
        f'{TINY}:72:17: error: the anchor "burn oil" does not stand in the source',
    )
    assert itupp("check", TINY, "--source", "pilot=a=b.txt") == missed
    assert itupp("check", TINY, "--source", "notes.txt", "--source", "arb-7=a=b.txt").code == 0
    assert itupp("check", TINY, "--source", "pliot=notes.txt") == (
        2,
        "",
        'itupp: unknown source "pliot"; did you mean pilot? (help: itupp check --help)\n',
    )
    for argument, file in [("nowhere.txt", "nowhere.txt"), ("", ""), ("pilot=", "pilot=")]:
        assert itupp("check", TINY, "--source", argument) == (
            2,
            "",
            f'itupp: there is no file "{file}" for --source (help: itupp check --help)\n',
        )


def test_check_against_what_is_no_text(itupp, tmp_path, monkeypatch):
    """Of a source that is no text in UTF-8 that is told, and not that each anchor is missing."""
    monkeypatch.chdir(tmp_path)
    Path("notes.pdf").write_bytes(b"%PDF-1.7\n\xe9")
    Path("notes.txt").write_bytes("L\xe9t lamps burn oil.".encode("latin-1"))
    Path("right.txt").write_text("Let lamps burn oil.", encoding="utf-8")
    for file, told in [
        ("notes.pdf", "notes.pdf: error: a PDF, and no text: save what it says as UTF-8 text"),
        ("notes.txt", "notes.txt:1:2: error: not in UTF-8: save the file as UTF-8 text"),
    ]:
        result = itupp("check", TINY, "--source", file)
        assert result.code == 1
        assert told in result.out.splitlines()
        assert "does not stand" not in result.out
    one = itupp("check", TINY, "--source", "arb-7=notes.pdf", "--source", "right.txt")
    assert one.code == 1
    folder = itupp("check", TINY, "--source", ".")
    assert folder.out.startswith(".: error: a folder, and no file\n")


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


TABLE = """Topic;Country;Position
Lights;USA;Keep the lamps
;SGP;Burn them
Lights;;x
"""


def test_new_from_a_table(itupp, tmp_path, monkeypatch):
    """A table makes a dataset without a mistake; every name and row is accounted for."""
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text(TABLE, encoding="utf-8")
    result = itupp("new", "mine", "--from", "t.csv")
    assert result.code == 0
    assert result.out.splitlines()[:-1] == [
        '"USA" is taken for United States (us)',
        '"SGP" is no country here: kept as sgp-participant, under participants,'
        ' called "SGP (participant)" (as a code it is that of Singapore)',
        "2 positions on 1 topic, from 2 of 3 rows",
        "mine/briefing.yaml written. Edit it, then: itupp check mine",
    ]
    assert result.err.splitlines() == [
        "not used: row 4: no proponent",
        "no topic of its own: row 3: that of the row above is taken",
    ]
    assert itupp("check", "mine").code == 0
    first = Path("mine/briefing.yaml").read_text(encoding="utf-8")
    assert itupp("new", "mine", "--from", "t.csv") == (
        1,
        "",
        "itupp: mine exists already; nothing was written\n",
    )
    assert Path("mine/briefing.yaml").read_text(encoding="utf-8") == first


def test_new_from_what_is_no_table(itupp, tmp_path, monkeypatch):
    """Where no row can be used, or no table be read, it is told why, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text("topic,actor,text\nA,,x\n", encoding="utf-8")
    assert itupp("new", "mine", "--from", "t.csv") == (
        1,
        "",
        "not used: row 2: no proponent\nitupp: no row of t.csv can be used; nothing was written\n",
    )
    assert itupp("new", "mine", "--from", "tt.csv") == (
        3,
        "",
        "tt.csv: error: there is no such file or folder; did you mean t.csv?\n",
    )
    Path("none.csv").write_text("topic,actor,text\n", encoding="utf-8")
    assert itupp("new", "mine", "--from", "none.csv") == (
        1,
        "",
        "itupp: no row of none.csv can be used; nothing was written\n",
    )
    assert not Path("mine").exists()


def test_new_from_a_hostile_table(itupp, tmp_path, monkeypatch):
    """Nothing in a table or its name reaches the terminal as a command."""
    monkeypatch.chdir(tmp_path)
    Path("\x1b[31m.csv").write_text(
        "topic,actor,text,\x1b]0;x\x07\nA,\x1b[2J,x\n,,\x1b[2J\n", encoding="utf-8"
    )
    result = itupp("new", "mine", "--from", "\x1b[31m.csv")
    assert result.code == 0
    assert "\x1b" not in result.out + result.err + Path("mine/briefing.yaml").read_text(
        encoding="utf-8"
    )


def test_help(itupp):
    """`-h`, `--help` and `help` are the same, on every level."""
    assert itupp("-h") == itupp("--help") == itupp("help")
    assert itupp("topic", "-h") == itupp("help", "topic")
    assert itupp("help").code == 0
    assert itupp("--version") == (0, f"itupp {__version__}\n", "")


GROUPS = {
    "Ask": "topics topic blocs bloc resolutions resolution positions find position history"
    " addressees outcomes terms term",
    "Compare": "compare",
    "Hand over": "brief page",
    "Your own dataset": "check new schema",
}


def test_help_is_grouped(itupp):
    """The commands stand in groups, a line each, in the order in which they are needed."""
    groups = {}
    _, *sections = re.split(r"^(?=[A-Z])(?=[\w ]+:\n)", itupp("help").out, flags=re.MULTILINE)
    for section in sections:
        heading, _, below = section.partition(":\n")
        groups[heading] = re.findall(r"^  (\w+)  +\S.*\.$", below, re.MULTILINE)
    del groups["Options"]
    assert groups == {heading: commands.split() for heading, commands in GROUPS.items()}
    assert list(groups) == list(GROUPS)
    assert "..." not in itupp("help").out.split("Ask:")[1]


VERBS = {
    *("List", "Show", "Search", "Find", "Explain", "Compare", "Write", "Check", "Create", "Print")
}


def test_help_begins_with_a_verb(itupp):
    """The first line of each command's help says in one sentence what it does."""
    for command in app.registered_commands:
        lines = itupp(command.name, "--help").out.splitlines()
        assert lines[0].startswith(f"Usage: itupp {command.name} ")
        assert lines[2].split()[0] in VERBS
        assert lines[2].endswith(".")


def test_columns(itupp, monkeypatch):
    """In a pipe a row is a line, unless COLUMNS asks for folding."""
    natural = itupp("positions", "--full").out.splitlines()
    assert max(map(len, natural)) > 300
    monkeypatch.setenv("COLUMNS", "60")
    folded = itupp("positions", "--full").out.splitlines()
    assert max(map(len, folded)) <= 60
    monkeypatch.setenv("COLUMNS", "wide")
    assert itupp("positions", "--full").out.splitlines() == natural


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


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_a_shell_named_for_completion(itupp, option):
    """It is refused, and no other shell's script printed or installed in its place."""
    told = f'{option} is for the shell it is typed in: leave out "fish"'
    assert itupp(option, "fish") == (2, "", f"itupp: {told} (help: itupp --help)\n")


def test_a_brief_of_some_topics(itupp):
    """Of a bloc it can be narrowed; a topic or a resolution is narrow already."""
    assert "Artificial intelligence" not in itupp("brief", "arab", "--topic", "itrs").out
    told = "itupp: --topic goes with a bloc or a country (help: itupp brief --help)\n"
    assert itupp("brief", "itrs", "--topic", "ai") == (2, "", told)


def test_paths_with_two_blanks(itupp, tmp_path, monkeypatch):
    """Messages keep every blank of a path; an answer names none that its lines would change."""
    monkeypatch.chdir(tmp_path)
    folder = Path("my  two")
    told = itupp("new", "my  two").out
    assert told.startswith(f"{folder / 'briefing.yaml'} written. Edit it, then: itupp check PATH\n")
    answer = itupp("topics", "--data", "my  two").out
    assert re.search(r'\nDataset: "[^"]+"\.\n$', answer)
    assert "itupp topic NAME --data PATH" in answer
    assert itupp("topics", "-o", "my  two/x.csv").err.startswith("my  two/x.csv written (")
    assert itupp("topics", "-o", "no  such/x.csv").err.startswith("itupp: no  such/x.csv cannot")
    Path("my  two/notes.txt").write_text("", encoding="utf-8")
    assert "passed over: my  two/notes.txt" in itupp("check", "my  two").out
    Path("my  two/bad.yaml").write_text("topcs: []\n", encoding="utf-8")
    assert "file=my  two/bad.yaml,line=1" in itupp("check", "my  two", "-f", "github").out
    assert "\nmy  two: 1 mistake" in itupp("check", "my  two", TINY).out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_where_the_home_cannot_be_written(itupp, monkeypatch, shell):
    """What cannot be written is named."""
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: shell)
    monkeypatch.setattr("typer.completion._get_shell_name", lambda: shell, raising=False)
    monkeypatch.setenv("HOME", "/dev/null")
    result = itupp("--install-completion")
    assert (result.code, result.out) == (1, "")
    assert re.fullmatch(r"itupp: /dev/null/?\S* cannot be written: .+\n", result.err)

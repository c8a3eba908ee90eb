"""Rules beyond shape, doubts, and anchors against the source's text."""

from pathlib import Path

import pytest
from bench.generate import write

from itupp.loading import read, rules, writing

HERE = Path(__file__).parent

DOUBTFUL = HERE / "doubtful"


def lines(problems, folder):
    """What was noted, paths relative to a folder."""
    return [str(problem).replace(f"{folder}/", "") for problem in sorted(problems)]


@pytest.mark.parametrize("report", sorted(DOUBTFUL.glob("*.txt")), ids=lambda path: path.stem)
def test_doubts(report, file_regression):
    """Each kind of doubt has a dataset beside the exact warnings about it."""
    folder = report.with_suffix("")
    reading = read(folder if folder.is_dir() else report.with_suffix(".yaml"))
    told = lines({*reading.problems, *reading.doubts()}, DOUBTFUL)
    file_regression.check("\n".join([*told, ""]), encoding="utf-8", fullpath=report)


def test_every_doubtful_dataset_has_its_report():
    """No file goes unread."""
    reports = {path.stem for path in DOUBTFUL.glob("*.txt")}
    assert {path.stem for path in DOUBTFUL.iterdir()} == reports


@pytest.fixture(scope="module")
def bad():
    """What all datasets in `bad` hold but the one that is no text."""
    datasets = [path for path in (HERE / "bad").iterdir() if path.suffix != ".txt"]
    return [read(path).contents for path in datasets if path.stem != "latin-1"]


@pytest.mark.parametrize("rule", rules.MISTAKES, ids=lambda rule: rule.__name__)
def test_every_rule_has_a_bad_dataset(bad, rule):
    """One of those in `bad` breaks it."""
    assert any(list(rule(contents)) for contents in bad)


@pytest.mark.parametrize("rule", rules.DOUBTS, ids=lambda rule: rule.__name__)
def test_every_doubt_has_a_dataset(rule):
    """One of those in `doubtful` gives cause for it, and for nothing but warnings."""
    readings = [
        read(path) for path in (path for path in DOUBTFUL.iterdir() if path.suffix != ".txt")
    ]
    problems = [problem for reading in readings for problem in rule(reading.contents)]
    assert problems
    assert all(problem.warning for problem in problems)


@pytest.mark.parametrize("rule", writing.DOUBTS, ids=lambda rule: rule.__name__)
def test_every_doubt_about_writing_has_a_dataset(rule, monkeypatch):
    """One of those in `doubtful` gives cause for it, and for nothing but warnings."""
    monkeypatch.setattr(writing, "DOUBTS", (rule,))
    readings = [read(path) for path in DOUBTFUL.glob("*.yaml")]
    problems = [problem for reading in readings for problem in writing.doubts(reading.contents)]
    assert problems
    assert all(problem.warning for problem in problems)


WITHOUT_PLACE = {HERE / "data" / "tiny.yaml": ["horns-1", "buoys-1"]}


@pytest.mark.parametrize(
    "dataset", [None, HERE / "data" / "tiny.yaml", HERE / "data" / "watershed"]
)
def test_nothing_is_doubtful_without_need(dataset):
    """The bundled dataset and the invented ones give no cause for a warning.

    But for two positions of the tiny one, which are there to show what is absent.
    """
    reading = read(dataset)
    told = [problem.message.rpartition(": ")[2] for problem in reading.doubts()]
    assert (reading.problems, told) == ((), WITHOUT_PLACE.get(dataset, []))


def test_a_dataset_in_part_gives_no_doubts(tmp_path):
    """Where a file could not be read what looks unused may be used there."""
    unused = "resolutions: [{id: 7, title: Lamps}]\n"
    (tmp_path / "a.yaml").write_text(f"briefing: {{title: T}}\n{unused}", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("topics: [", encoding="utf-8")
    reading = read(tmp_path)
    assert [problem.warning for problem in reading.problems] == [False]
    assert reading.doubts() == ()


def doubts(path):
    """What is doubtful about a dataset, but for its having no sources."""
    told = [problem.message for problem in read(path).doubts()]
    return [message for message in told if message != NO_SOURCES]


NO_SOURCES = 'no "sources": nothing can be looked up'


def test_a_part_of_another_is_a_use_of_it(tmp_path):
    """Though no position asks the other itself to act."""
    dataset = (
        "briefing: {title: T}\n"
        "addressees: [{id: a, name: A}, {id: b, name: B, part_of: a}]\n"
        "topics: [{id: t, title: T,\n"
        "          positions: [{summary: S., proponents: [fr], addressees: [b]}]}]\n"
    )
    (tmp_path / "x.yaml").write_text(dataset, encoding="utf-8")
    assert doubts(tmp_path / "x.yaml") == []
    (tmp_path / "x.yaml").write_text(dataset.replace(", part_of: a", ""), encoding="utf-8")
    assert len(doubts(tmp_path / "x.yaml")) == 1


TWICE = "[{summary: S., proponents: [fr]}, {summary: S., proponents: [fr]}]"


def test_a_topic_with_mistakes_gives_no_doubts(tmp_path):
    """What cannot be read, or is there twice, is a mistake and no more."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\n"
        "topics:\n"
        "  - {id: lamps, title: Lamps}\n"
        f"  - {{id: lamps, title: Lamps, positions: {TWICE}}}\n"
        f"  - positions: {TWICE}\n"
        "  - {idd: horns, title: Horns, positions: [{summary: One., proponents: [fr]}]}\n"
        f"  - {{id: horns, title: Horns, positions: {TWICE}}}\n"
        "  - id: buoys\n"
        "    title: Buoys\n"
        "    questions: [q, {id: r, text: 'R?'}, {id: s, text: 'S?', sides: {}}]\n"
        "    positions: [{summary: T., proponents: [fr]}]\n"
        "  - id: bells\n"
        "    title: Bells\n"
        "    questions: [{id: q, text: 'Q?', sides: {high: High, low: Low}}]\n"
        "    positions: [{summary: U., proponents: [fr], answers: {q: hihg}}]\n",
        encoding="utf-8",
    )
    reading = read(tmp_path / "x.yaml")
    assert doubts(tmp_path / "x.yaml") == []
    assert [problem.message for problem in reading.problems] == [
        'a topic needs "positions"',
        f'repeated id "lamps"; first at {tmp_path}/x.yaml:3',
        'a topic needs "id"',
        'a topic needs "title"',
        'unknown key of a topic "idd"; did you mean id?',
        f'repeated id "horns"; first at {tmp_path}/x.yaml:6',
        'each of "questions" must be a mapping of keys to values: a line "key: value" for each',
        'a question needs "sides"',
        '"sides" is empty',
        'unknown side of the question q "hihg"; did you mean high?',
    ]


def test_an_unknown_side_is_another_misspelt(tmp_path):
    """Then it is not told that nobody takes that other; nor is it where no position was read."""
    topic = (
        "briefing: {title: T}\n"
        "topics:\n"
        "  - id: bells\n"
        "    title: Bells\n"
        "    questions: [{id: q, text: 'Q?', sides: {high: High, low: Low}}]\n"
    )
    (tmp_path / "x.yaml").write_text(topic, encoding="utf-8")
    assert doubts(tmp_path / "x.yaml") == []
    for side, number in [("hihg", 0), ("high", 1)]:
        position = f"{{summary: U., proponents: [fr], answers: {{q: {side}}}}}"
        (tmp_path / "x.yaml").write_text(f"{topic}    positions: [{position}]\n", encoding="utf-8")
        assert len(doubts(tmp_path / "x.yaml")) == number


def test_what_a_missing_file_may_hold(tmp_path):
    """A note on a country that is not known is no note on a member that is not listed."""
    bloc = "{id: north, name: North, members: [br], member_notes: {fr: a note, lost: another}}"
    (tmp_path / "x.yaml").write_text(f"briefing: {{title: T}}\nblocs: [{bloc}]\n", encoding="utf-8")
    assert [problem.message.split('"')[1] for problem in read(tmp_path / "x.yaml").problems] == [
        "fr",
        "lost",
    ]
    (tmp_path / "y.yaml").write_text("countries: [", encoding="utf-8")
    told = [problem.message for problem in read(tmp_path).problems if "among" in problem.message]
    assert len(told) == 2


MISSPELT = 'unknown key of a position "piont"; did you mean point?'


def test_many_mistakes_in_many_files(tmp_path):
    """Ten mistakes in each of a hundred files are found at once, each on its line."""
    expected = []
    for file in write(tmp_path / "many", 10_000, files=100):
        rows = file.read_text(encoding="utf-8").split("\n")
        points = [number for number, row in enumerate(rows) if row.startswith("        point: ")][
            3::9
        ][:10]
        for number in points:
            rows[number] = "        piont: 1"
            expected.append((str(file), number + 1, 9, MISSPELT, False))
        file.write_text("\n".join(rows), encoding="utf-8")
    reading = read(tmp_path / "many")
    assert len(expected) == 1000
    assert list(reading.problems) == expected


ON_BOTH_SIDES = """
briefing: {{title: T}}
blocs: [{{id: text, name: Text, kind: joint statement, members: [fr]}}]
topics:
  - id: t
    title: T
    questions:
      - {{id: q, text: Q, exclusive: true, sides: {{a: A, b: B, none: No view}}, neutral: [none]}}
    positions:
      - {{summary: First., proponents: [{who}], answers: {{q: a}}, date: {first}}}
      - {{summary: Second., proponents: [fr], answers: {{q: {side}}}, date: {second}}}
      - {{summary: Third., proponents: [de], answers: {{q: b}}}}
"""


@pytest.mark.parametrize(
    ("who", "side", "first", "second", "doubted"),
    [
        ("fr", "b", "2022-05", "2022-05", True),
        ("fr", "b", "2022", "2022-05", True),
        ("fr", "b", "2022-04", "2022-05", False),
        ("fr", "none", "2022-05", "2022-05", False),
        ("text", "b", "2022-05", "2022-05", True),
        ("text", "b", "2022-05", "2022-04", False),
    ],
)
def test_who_is_on_both_sides(tmp_path, who, side, first, second, doubted):
    """Not who changed sides, or takes no view besides; but who signed the opposite that day."""
    text = ON_BOTH_SIDES.format(who=who, side=side, first=first, second=second)
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    reading = read(tmp_path / "x.yaml")
    _, *messages = [problem.message for problem in reading.doubts()]  # the first: no "sources"
    told = "fr is on both sides of the question q, which is exclusive; see t-1"
    assert (reading.problems, messages) == ((), [told] if doubted else [])


def test_a_side_of_no_view_need_not_be_taken(tmp_path):
    """It may belong to a scale that all questions share."""
    text = ON_BOTH_SIDES.format(who="fr", side="b", first="2021", second="2022")
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    (no_sources,) = read(tmp_path / "x.yaml").doubts()
    (tmp_path / "x.yaml").write_text(text.replace(", neutral: [none]", ""), encoding="utf-8")
    assert no_sources in read(tmp_path / "x.yaml").doubts()
    _, doubt = read(tmp_path / "x.yaml").doubts()
    assert doubt.message == 'no position takes the side "none" of the question q'


def test_a_misspelt_side_is_no_side_left_out(tmp_path):
    """Of a question of the record one of the others is meant, which is not told as not taken."""
    text = (HERE / "doubtful" / "record.yaml").read_text(encoding="utf-8")
    (tmp_path / "x.yaml").write_text(text.replace("side: all", "side: al"), encoding="utf-8")
    told = [problem.message for problem in read(tmp_path / "x.yaml").doubts()]
    assert not any(message.startswith("no entry takes") for message in told)

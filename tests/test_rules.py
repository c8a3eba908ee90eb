"""What is doubtful in a dataset, and anchors against the source's text."""

from pathlib import Path

import pytest
from bench.generate import write

from itupp import checks
from itupp.dataset import read

DOUBTFUL = Path(__file__).parent / "doubtful"

CITED = """\
briefing:
  title: Cited
  sources:
    - {id: notes, title: Notes}
    - {id: north-3, title: Proposals of the north}
topics:
  - id: lamps
    title: Lamps
    positions:
      - {summary: S one., proponents: [fr], anchor: burn oil}
      - {summary: S two., proponents: [fr], anchor: runs on current}
      - {summary: S three., proponents: [fr], anchor: the keeper's cat}
      - {summary: S four., proponents: [fr], anchor: oil and current, source: north-3}
      - {summary: S five., proponents: [fr]}
"""


def lines(reading, folder):
    """What was noted, paths relative to a folder."""
    return [str(problem).replace(f"{folder}/", "") for problem in sorted(reading.problems)]


@pytest.mark.parametrize("report", sorted(DOUBTFUL.glob("*.txt")), ids=lambda path: path.stem)
def test_doubts(report):
    """Each kind of doubt has a dataset beside the exact warnings about it."""
    reading = read(report.with_suffix(".yaml"))
    checks.doubts(reading)
    assert lines(reading, DOUBTFUL) == report.read_text(encoding="utf-8").splitlines()


def test_every_doubtful_dataset_has_its_report():
    """No file goes unread."""
    assert {path.stem for path in DOUBTFUL.iterdir()} == {path.stem for path in DOUBTFUL.glob("*.txt")}


@pytest.mark.parametrize("dataset", [None, Path(__file__).parent / "data" / "tiny.yaml"])
def test_nothing_is_doubtful_without_need(dataset):
    """The bundled dataset and the tiny one give no cause for a warning."""
    reading = read(dataset)
    checks.doubts(reading)
    assert reading.problems == []


def test_a_dataset_in_part_gives_no_doubts(tmp_path):
    """Where a file could not be read what looks unused may be used there."""
    (tmp_path / "a.yaml").write_text("briefing: {title: T}\nresolutions: [{id: 7, title: Lamps}]\n")
    (tmp_path / "b.yaml").write_text("topics: [")
    reading = read(tmp_path)
    checks.doubts(reading)
    assert [problem.warning for problem in reading.problems] == [False]


def test_a_topic_with_mistakes_gives_no_doubts(tmp_path):
    """What cannot be read, or is there twice, is a mistake and no more."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\n"
        "topics:\n"
        "  - {id: lamps, title: Lamps}\n"
        "  - {id: lamps, title: Lamps, positions: [{summary: S., proponents: [fr]}, {summary: S., proponents: [fr]}]}\n"
        "  - positions: [{summary: S., proponents: [fr]}, {summary: S., proponents: [fr]}]\n"
        "  - {idd: horns, title: Horns, positions: [{summary: One., proponents: [fr]}]}\n"
        "  - {id: horns, title: Horns, positions: [{summary: S., proponents: [fr]}, {summary: S., proponents: [fr]}]}\n"
        "  - id: buoys\n"
        "    title: Buoys\n"
        "    questions: [q, {id: r, text: R?}, {id: s, text: S?, sides: {}}]\n"
        "    positions: [{summary: T., proponents: [fr]}]\n"
        "  - id: bells\n"
        "    title: Bells\n"
        "    questions: [{id: q, text: Q?, sides: {high: High, low: Low}}]\n"
        "    positions: [{summary: U., proponents: [fr], answers: {q: hihg}}]\n"
    )
    reading = read(tmp_path / "x.yaml")
    checks.doubts(reading)
    assert [problem.message for problem in sorted(reading.problems)] == [
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


def test_anchors(tmp_path):
    """Each has to stand once in the text of its own source; case, quotation marks and line ends are no difference."""
    (tmp_path / "x.yaml").write_text(CITED)
    reading = read(tmp_path / "x.yaml")
    text = "Lamps BURN\noil. A lamp \u201cruns\u201d on current; nothing else runs on  current. The keepers catalogue."
    checks.anchors(reading, {"notes": text})
    assert lines(reading, tmp_path) == [
        'x.yaml:11:53: the anchor "runs on current" stands in the source 2 times',
        'x.yaml:12:55: the anchor "the keeper\'s cat" does not stand in the source',
    ]
    reading = read(tmp_path / "x.yaml")
    checks.anchors(reading, {"north-3": "Oil, and current. Oil and current"})
    assert lines(reading, tmp_path) == []


def test_many_mistakes_in_many_files(tmp_path):
    """Ten thousand positions, ten mistakes in each of a hundred files: all are found at once, each on its line."""
    expected = []
    for file in write(tmp_path / "many", 10_000, files=100):
        rows = file.read_text().split("\n")
        points = [number for number, row in enumerate(rows) if row.startswith("        point: ")][3::9][:10]
        for number in points:
            rows[number] = "        piont: 1"
            expected.append((str(file), number + 1, 9, 'unknown key of a position "piont"; did you mean point?', False))
        file.write_text("\n".join(rows))
    reading = read(tmp_path / "many")
    assert len(expected) == 1000
    assert sorted(reading.problems) == expected

"""Files in, one briefing out, or every problem at once."""

from pathlib import Path

import pytest

from itupp.loading import DataError, Problem, load, read
from itupp.loading.files import data_folder

pytestmark = pytest.mark.usefixtures("_either_parser")

BAD = Path(__file__).parent / "bad"


def problems(path):
    """The report on a dataset, paths relative to its folder."""
    with pytest.raises(DataError) as error:
        load(path)
    return str(error.value).replace(f"{path.parent}/", "").replace(f"{data_folder()}/", "")


@pytest.mark.parametrize("report", sorted(BAD.glob("*.txt")), ids=lambda path: path.stem)
def test_bad_data(report, file_regression):
    """Each rule has a bad dataset beside the exact report on it."""
    folder = report.with_suffix("")
    dataset = folder if folder.is_dir() else report.with_suffix(".yaml")
    told = problems(dataset)
    file_regression.check(f"{told}\n", encoding="utf-8", fullpath=report)


def test_every_bad_dataset_has_its_report():
    """No bad file goes unread."""
    assert {path.stem for path in BAD.iterdir()} == {path.stem for path in BAD.glob("*.txt")}


def test_a_folder_is_read_in_path_order(tmp_path):
    """Lists under the same key in several files, folders below included, are joined."""
    (tmp_path / "b").mkdir()
    briefing = "briefing: {title: Parts}\nblocs: [{id: north, name: North}]\n"
    (tmp_path / "z.yaml").write_text(briefing, encoding="utf-8")
    positions = "[{summary: S., proponents: [north]}]"
    for place, name in enumerate(["b/2.yml", "b/1.yaml", "a.yaml"]):
        topic = f"{{id: t{place}, title: Topic {place}, positions: {positions}}}"
        (tmp_path / name).write_text(f"topics:\n- {topic}\n", encoding="utf-8")
    (tmp_path / "empty.yaml").write_text("", encoding="utf-8")
    assert list(load(tmp_path).topics) == ["t2", "t1", "t0"]


def test_the_bundled_countries_are_there_for_every_dataset(tiny):
    """A dataset need not bring those it names."""
    assert tiny.countries["br"].name == "Brazil"


def test_the_bundled_briefing():
    """It is the one that is meant where none is named."""
    assert load().conference.acronym == "PP-22"


MISSPELT = 'unknown key of the briefing "scpoe"; did you mean scope?'

HOSTILE = [
    (b"\x00\x01\x02", "x.yaml:1:1: not in UTF-8: save the file as UTF-8 text"),
    (b"\x89PNG\r\n\x1a\n", "x.yaml:1:1: not in UTF-8: save the file as UTF-8 text"),
    (
        "briefing: {title: T}".encode("utf-16"),
        "x.yaml:1:1: not in UTF-8: save the file as UTF-8 text",
    ),
    (b"briefing:\r\n  title: T\r\n  scpoe: S\r\n", f"x.yaml:3:3: {MISSPELT}"),
    (b"\xef\xbb\xbfbriefing: {title: T, scpoe: S}", f"x.yaml:1:22: {MISSPELT}"),
    (
        b"briefing: {title: T}\n...\n--- {}\n",
        "x.yaml:3:1: a second document begins here; a file holds one",
    ),
    (
        "briefing: {title: T}".encode("utf-16-le"),
        "x.yaml:1:2: not in UTF-8: save the file as UTF-8 text",
    ),
    (b"a\r\xc3\xa9\xe9", "x.yaml:2:2: not in UTF-8: save the file as UTF-8 text"),
    (b"a\r\nb: \xe9", "x.yaml:2:4: not in UTF-8: save the file as UTF-8 text"),
    (b"%PDF-1.7\n\xe9", "x.yaml: a PDF, and no text: save what it says as UTF-8 text"),
    (b"---\n", 'x.yaml: no file has the key "briefing", which holds the title'),
    (b"[" * 100_000, "x.yaml:1:20: nested deeper than 20 levels"),
    (b"- " * 100_000, "x.yaml:1:39: nested deeper than 20 levels"),
    (b"? " * 100_000, "x.yaml:1:39: nested deeper than 20 levels"),
    (b"\n\xe9", "x.yaml:2:1: not in UTF-8: save the file as UTF-8 text"),
    (b"", 'x.yaml: no file has the key "briefing", which holds the title'),
]


@pytest.mark.parametrize(("content", "report"), HOSTILE)
def test_hostile_files(tmp_path, content, report):
    """Whatever a file holds, it is told in one line."""
    (tmp_path / "x.yaml").write_bytes(content)
    assert problems(tmp_path / "x.yaml").replace(": error: ", ": ") == report


def test_what_is_wrong_in_part(tmp_path):
    """All that can be read is read, and told with everything that is wrong."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\nblocs: [{id: north, nam: North}]\n", encoding="utf-8"
    )
    reading = read(tmp_path / "x.yaml")
    assert reading.briefing.blocs["north"].name == "North"
    place = (str(tmp_path / "x.yaml"), 2, 21)
    message = 'unknown key of a bloc "nam"; did you mean name?'
    assert reading.problems == (Problem(*place, message),)
    assert reading.mistakes == reading.problems


def test_a_warning_is_no_mistake(tmp_path):
    """A dataset with nothing but warnings is loaded."""
    (tmp_path / "x.yaml").write_text("briefing:\n  title: T one # two\n", encoding="utf-8")
    reading = read(tmp_path / "x.yaml")
    assert [problem.warning for problem in reading.problems] == [True]
    assert reading.mistakes == ()
    assert load(tmp_path / "x.yaml").title == "T one"


def test_doubts_are_asked_for(tmp_path):
    """Loading does not look for them."""
    unused = "addressees: [{id: council, name: Council}]\n"
    (tmp_path / "x.yaml").write_text(f"briefing: {{title: T}}\n{unused}", encoding="utf-8")
    reading = read(tmp_path / "x.yaml")
    assert reading.problems == ()
    assert [problem.message for problem in reading.doubts()] == [
        '"council" is not used: nobody asks it to act'
    ]


def test_anchors_are_looked_for_in_texts(tmp_path):
    """Those of the sources whose texts are given, by their ids."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T, sources: [{id: notes, title: Notes}]}\n"
        "topics:\n"
        "  - id: lamps\n"
        "    title: Lamps\n"
        "    positions: [{summary: S., proponents: [fr], anchor: burn oil}]\n",
        encoding="utf-8",
    )
    reading = read(tmp_path / "x.yaml")
    assert [found.position.id for found in reading.anchors({"notes": ""})] == ["lamps-1"]
    assert reading.anchors({}) == ()
    assert reading.misplaced_anchors({"notes": "Lamps burn oil."}) == ()
    assert len(reading.misplaced_anchors({"notes": "Lamps burn."})) == 1


def test_no_file_can_be_read(tmp_path):
    """Then there is nothing to answer with."""
    with pytest.raises(DataError, match="there is no such file or folder"):
        read(tmp_path / "nowhere")


def test_a_file_of_several_cannot_be_read(tmp_path):
    """The others are read all the same, and what they refer to may stand in that one."""
    (tmp_path / "a.yaml").write_text("briefing: {title: T}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_bytes(b"\xe9")
    topic = "{id: t, title: T, section: x, positions: [{summary: S., proponents: [lost]}]}"
    (tmp_path / "c.yaml").write_text(f"topics: [{topic}]\n", encoding="utf-8")
    reading = read(tmp_path)
    assert [problem.line for problem in reading.problems] == [1]
    assert reading.briefing.topics["t"].positions[0].proponents == ()
    assert reading.briefing.topics["t"].section is None

"""Files in, one briefing out, or every problem at once."""

import os
from pathlib import Path

import pytest

from itupp.dataset import data_folder, load
from itupp.models import Basis
from itupp.problems import DataError

pytestmark = pytest.mark.usefixtures("_either_parser")

BAD = Path(__file__).parent / "bad"


def problems(path):
    """The report on a dataset, paths relative to its folder."""
    with pytest.raises(DataError) as error:
        load(path)
    return str(error.value).replace(f"{path.parent}/", "").replace(f"{data_folder()}/", "")


@pytest.mark.parametrize("report", sorted(BAD.glob("*.txt")), ids=lambda path: path.stem)
def test_bad_data(report):
    """Each rule has a bad dataset beside the exact report on it."""
    folder = report.with_suffix("")
    dataset = folder if folder.is_dir() else report.with_suffix(".yaml")
    assert problems(dataset) == report.read_text(encoding="utf-8").rstrip("\n")


def test_every_bad_dataset_has_its_report():
    """No bad file goes unread."""
    assert {path.stem for path in BAD.iterdir()} == {path.stem for path in BAD.glob("*.txt")}


def test_records(tiny):
    """Every kind of record is read, with all its keys."""
    assert tiny.title == "Lighthouse Union: what to expect"
    assert tiny.conference.acronym == "LU-7"
    assert tiny.following.city == "Reef"
    assert list(tiny.sections) == ["storm", "calm"]
    assert tiny.sources["pilot"].author == "A. Keeper"
    assert tiny.addressees["council"].aliases == ("Board",)
    assert tiny.blocs["northern-coast"].members == ("no", "atl")
    assert tiny.blocs["northern-coast"].members_stated == 2
    assert tiny.blocs["northern-coast"].member_notes == {"atl": "joined late"}
    assert tiny.blocs["northern-coast"].also == {"br": "observer"}
    assert tiny.countries["atl"].note == "not a Member State"
    assert tiny.resolutions["7"].revised == ("Reef, 2023", "Skerry, 2027")
    question = tiny.topics["lamps"].questions["kind"]
    assert (question.exclusive, question.basis, list(question.sides)) == (True, Basis.SOURCE, ["oil", "current"])
    assert tiny.topics["lamps"].further_reading[1].url is None


def test_positions(tiny):
    """A position gets its id from its topic and its place; its source is the first one unless it says otherwise."""
    first, second, third = tiny.topics["lamps"].positions
    assert [first.id, second.id, third.id] == ["lamps-1", "lamps-2", "lamps-3"]
    assert [first.source, second.source] == ["pilot", "arb-7"]
    assert first.answers == {"kind": "oil"}
    assert tiny.topics["horns"].positions[0].addressees == ()


def test_an_outcome_has_its_own_sources_alone(tiny):
    """What bears out the topic's outcome does not bear out that of each of its positions."""
    lamps = tiny.topics["lamps"]
    assert lamps.outcome.sources == ("https://lighthouse.example/lamps-put-off",)
    assert lamps.positions[0].outcome.sources == ()


def test_what_a_basis_left_out_means(tiny):
    """An outcome is a source's, a question the editor's, unless they say otherwise."""
    lamps = tiny.topics["lamps"]
    assert (lamps.outcome.basis, lamps.positions[0].outcome.basis) == (Basis.SOURCE, Basis.EDITOR)


def test_terms(tiny):
    """A term has its name, what it stands for, an explanation and its topics."""
    term = tiny.terms["anl"]
    assert (term.stands_for, term.topics) == ("Association of Northern Lights", ("lamps", "buoys"))
    assert tiny.terms["fog"].stands_for is None


def test_gists_and_histories(tiny):
    """A resolution has a sentence on what it says, and addresses for places in its history."""
    resolution = tiny.resolutions["7"]
    assert resolution.gist.text == "Every lighthouse keeps a lamp."
    assert resolution.gist.weak_sources == ("https://copies.example/res7 (a copy)",)
    assert resolution.history_sources == {"Skerry, 2019": ("https://lighthouse.example/res7",)}


def test_a_folder_is_read_in_path_order(tmp_path):
    """Lists under the same key in several files, folders below included, are joined."""
    (tmp_path / "b").mkdir()
    (tmp_path / "z.yaml").write_text("briefing: {title: Parts}\nblocs: [{id: north, name: North}]\n")
    for place, name in enumerate(["b/2.yml", "b/1.yaml", "a.yaml"]):
        (tmp_path / name).write_text(
            f"topics:\n- {{id: t{place}, title: Topic {place}, positions: [{{summary: S., proponents: [north]}}]}}\n"
        )
    (tmp_path / "notes.txt").write_text("not: read: at all")
    (tmp_path / "empty.yaml").write_text("")
    assert list(load(tmp_path).topics) == ["t2", "t1", "t0"]


def test_a_mark_of_byte_order_is_no_mistake(tmp_path):
    """Editors that write one are common."""
    file = tmp_path / "bom.yaml"
    file.write_bytes(b"\xef\xbb\xbfbriefing: {title: Mark}\r\n")
    assert load(file).title == "Mark"


def test_the_bundled_countries_are_there_for_every_dataset(tiny):
    """A dataset need not bring those it names."""
    assert tiny.countries["br"].name == "Brazil"


def test_missing(tmp_path):
    """A path that leads nowhere, and a folder without YAML, are told in one line."""
    assert problems(tmp_path / "nowhere") == "nowhere: there is no such file or folder"
    assert problems(tmp_path / "no" / "where") == "where: there is no such file or folder"
    (tmp_path / "empty").mkdir()
    assert problems(tmp_path / "empty") == "empty: the folder holds no YAML file"


MISSPELT = 'unknown key of the briefing "scpoe"; did you mean scope?'

HOSTILE = [
    (b"\x00\x01\x02", "x.yaml:1:1: the character U+0000 is not allowed in YAML"),
    (b"\x89PNG\r\n\x1a\n", "x.yaml:1:1: not in UTF-8: save the file as UTF-8 text"),
    ("briefing: {title: T}".encode("utf-16"), "x.yaml:1:1: not in UTF-8: save the file as UTF-8 text"),
    (b"briefing:\r\n  title: T\r\n  scpoe: S\r\n", f"x.yaml:3:3: {MISSPELT}"),
    (b"\xef\xbb\xbfbriefing: {title: T, scpoe: S}", f"x.yaml:1:22: {MISSPELT}"),
    (b"briefing: {title: T}\n...\n--- {}\n", "x.yaml:3:1: a second document begins here; a file holds one"),
    (b"- " * 100_000, "x.yaml:1:39: nested deeper than 20 levels"),
    (b"? " * 100_000, "x.yaml:1:39: nested deeper than 20 levels"),
    (b"\n\xe9", "x.yaml:2:1: not in UTF-8: save the file as UTF-8 text"),
    (b"", 'x.yaml: no file has the key "briefing", which holds the title'),
]


@pytest.mark.parametrize(("content", "report"), HOSTILE)
def test_hostile_files(tmp_path, content, report):
    """Whatever a file holds, it is told in one line."""
    (tmp_path / "x.yaml").write_bytes(content)
    assert problems(tmp_path / "x.yaml") == report


def test_names_that_nobody_types_may_repeat(tmp_path):
    """Those of sources and of a topic's questions."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T, sources: [{id: a, title: Proposals}, {id: b, title: Proposals}]}\n"
        "topics:\n"
        "  - id: t\n"
        "    title: T\n"
        '    questions: [{id: q, text: "Q?", sides: {a: A}}, {id: r, text: "Q?", sides: {a: A}}]\n'
        "    positions: [{summary: S., proponents: [fr]}]\n"
    )
    assert list(load(tmp_path / "x.yaml").sources) == ["a", "b"]


def test_a_large_file(tmp_path, monkeypatch):
    """A file may be as large as the limit."""
    (tmp_path / "x.yaml").write_text("briefing: {title: T}")
    (tmp_path / "countries.yaml").write_text("")
    monkeypatch.setattr("itupp.dataset.data_folder", lambda: tmp_path)
    monkeypatch.setattr("itupp.dataset.MAX_BYTES", 20)
    assert load(tmp_path / "x.yaml").title == "T"


def test_a_huge_file(tmp_path, monkeypatch):
    """No more of a file is read than its limit and one byte."""
    monkeypatch.setattr("itupp.dataset.MAX_BYTES", 2_000_000)
    with (tmp_path / "x.yaml").open("wb") as file:
        file.truncate(10_000_000_000)
    assert problems(tmp_path / "x.yaml") == "x.yaml: cannot be read: larger than 2 MB"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes of POSIX")
def test_what_is_no_file(tmp_path):
    """Links in circles, links that lead nowhere and pipes are told; a folder with a file's name is a folder."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert problems(tmp_path / "a") == "a: a link that leads to no file or folder"
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "round").symlink_to(folder)
    (folder / "d.yaml").mkdir()
    assert problems(folder) == "folder: the folder holds no YAML file"
    (folder / "lost.yaml").symlink_to("nowhere")
    os.mkfifo(folder / "pipe.yml")
    assert problems(folder) == (
        "folder/lost.yaml: a link that leads to no file or folder\nfolder/pipe.yml: neither a file nor a folder"
    )
    (folder / "d.yaml" / "e.yaml").write_text("briefing: {title: T}")
    assert "e.yaml" not in problems(folder)
    assert problems(folder / "pipe.yml") == "pipe.yml: neither a file nor a folder"
    assert problems(tmp_path / ("x" * 300)) == f"{'x' * 300}: cannot be read: File name too long"


def test_a_folder_that_cannot_be_read(tmp_path, monkeypatch):
    """It is told with the system's reason, and so is a folder below it."""

    def refuse(top, onerror):
        onerror(PermissionError(13, "Permission denied", str(tmp_path / "folder" / "locked")))

    (tmp_path / "folder").mkdir()
    monkeypatch.setattr("os.walk", refuse)
    assert problems(tmp_path / "folder") == "folder/locked: cannot be read: Permission denied"


def test_unreadable(tmp_path, monkeypatch):
    """A file that cannot be read is told with the system's reason."""
    file = tmp_path / "secret.yaml"
    file.write_text("briefing: {title: Secret}")
    read = Path.open

    def refuse(path, mode):
        if path == file:
            raise PermissionError(13, "Permission denied")
        return read(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert problems(file) == "secret.yaml: cannot be read: Permission denied"


def test_data_inside_the_package_comes_first(tmp_path, monkeypatch):
    """An installed package finds its own data; a checkout finds the folder beside the package."""
    monkeypatch.setattr("itupp.dataset.__file__", str(tmp_path / "itupp" / "dataset.py"))
    assert data_folder() == tmp_path / "data"
    (tmp_path / "itupp" / "data").mkdir(parents=True)
    assert data_folder() == tmp_path / "itupp" / "data"

"""Files in, one briefing out, or every problem at once."""

from pathlib import Path

import pytest

from itupp.dataset import data_folder, load
from itupp.models import Basis, Outcome
from itupp.yamlnode import DataError

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


def test_an_outcome_without_sources_has_those_above_it(tiny):
    """A position's outcome falls back on its topic's sources."""
    outcome = Outcome("not taken up", "Nothing was decided.", None, ("https://lighthouse.example/lamps-put-off",))
    assert tiny.topics["lamps"].positions[0].outcome == outcome


def test_a_folder_is_read_in_path_order(tmp_path):
    """Lists under the same key in several files, folders below included, are joined."""
    (tmp_path / "b").mkdir()
    (tmp_path / "z.yaml").write_text("briefing: {title: Parts}\nblocs: [{id: north, name: North}]\n")
    for place, name in enumerate(["b/2.yml", "b/1.yaml", "a.yaml"]):
        (tmp_path / name).write_text(
            f"topics:\n- {{id: t{place}, title: T, positions: [{{summary: S., proponents: [north]}}]}}\n"
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
    (tmp_path / "empty").mkdir()
    assert problems(tmp_path / "empty") == "empty: the folder holds no YAML file"


def test_unreadable(tmp_path, monkeypatch):
    """A file that cannot be read is told with the system's reason."""
    file = tmp_path / "secret.yaml"
    file.write_text("briefing: {title: Secret}")
    read = Path.read_bytes

    def refuse(path):
        if path == file:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert problems(file) == "secret.yaml: cannot be read: Permission denied"


def test_data_inside_the_package_comes_first(tmp_path, monkeypatch):
    """An installed package finds its own data; a checkout finds the folder beside the package."""
    monkeypatch.setattr("itupp.dataset.__file__", str(tmp_path / "itupp" / "dataset.py"))
    assert data_folder() == tmp_path / "data"
    (tmp_path / "itupp" / "data").mkdir(parents=True)
    assert data_folder() == tmp_path / "itupp" / "data"

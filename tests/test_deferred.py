"""Files with nothing but the record are read where it is asked for, and not before."""

import pytest

from itupp.loading import DataError, load, read
from itupp.loading.reading import _holds_the_record_alone

BRIEFING = """
briefing: {title: T}
topics: [{id: t, title: T, positions: [{summary: S., proponents: [fr]}]}]
"""

RECORD = """\
# The record.
record_sources:
  - {id: log, title: Log}

record:
  - date: 2022
    event: E
    kind: position
    topic: t
    proponents: [fr]
    summary: >-
      As was said.
    source: log
"""


@pytest.fixture
def folder(tmp_path):
    """A dataset with its record in a file of its own."""
    (tmp_path / "a.yaml").write_text(BRIEFING, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(RECORD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        (RECORD, True),
        ("record:\n- date: 2022\n- date: 2023\n", True),
        ("\n# A remark.\n   # Another.\nrecord_questions: []\n# The end.\n", True),
        ("record:", True),
        ("", False),
        ("# Nothing.\n", False),
        (BRIEFING, False),
        (RECORD + BRIEFING, False),
        (BRIEFING + RECORD, False),
        ("records: []\n", False),
        ('"record": []\n', False),
        ("{record: []}\n", False),
        ("  record: []\n  briefing: {title: T}\n", False),
        ("  briefing: {title: T}\nrecord: []\n", False),
        ("record: []\n? briefing\n: {title: T}\n", False),
        ("record: []\n---\nbriefing: {title: T}\n", False),
        ("record: []\r\n\r\nbriefing: {title: T}\r\n", False),
    ],
)
def test_what_holds_the_record_alone(text, is_so):
    """It is told from the lines, in the one way to write them that leaves no doubt."""
    assert _holds_the_record_alone(text) == is_so


def test_the_record_is_read_where_it_is_asked_for(folder):
    """A mistake in it is no matter until then, and is told then like any other."""
    assert load(folder).record[0].summary == "As was said."
    (folder / "b.yaml").write_text(RECORD.replace("topic: t\n", "topic: x\n"), encoding="utf-8")
    briefing = load(folder)
    assert list(briefing.topics) == ["t"]
    for _ in range(2):
        with pytest.raises(DataError) as error:
            briefing.chronicle  # noqa: B018 - it is read by asking for it
        assert str(error.value) == f'{folder}/b.yaml:9:12: error: unknown id "x"; known: t'


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            "record: [\n",
            "b.yaml:1:9: error: the bracket opened here is not closed, or has a comma too many",
        ),
        ("record: []\nrecord: []\n", 'b.yaml:2:1: error: repeated key "record"; first on line 1'),
        ("record:\n  - {date: 2022}\n", 'b.yaml:2:5: error: an entry needs "event"'),
    ],
)
def test_a_file_that_is_wrong(folder, itupp, wrong, told):
    """Whatever command meets it tells what is wrong, as does a check; others go on."""
    (folder / "b.yaml").write_text(wrong, encoding="utf-8")
    assert itupp("topics", "--data", str(folder)).code == 0
    for command in ("topic t", "history t", "bloc fr", "brief t", "find said", "compare fr br"):
        result = itupp(*command.split(), "--data", str(folder))
        assert (result.code, result.out) == (3, "")
        assert told in result.err
    result = itupp("check", str(folder))
    assert result.code == 1
    assert told in result.out


def test_a_remark_that_only_doubts_is_no_mistake(folder):
    """Warnings are for a check."""
    (folder / "b.yaml").write_text(
        RECORD.replace("event: E", "event: the second # marks"), encoding="utf-8"
    )
    assert load(folder).record[0].event == "the second"
    assert [problem.warning for problem in read(folder).problems] == [True]


def test_parts_in_other_files(folder):
    """What stands beside other keys is read with what stands alone."""
    told = "date: 2021, event: E, kind: decision, topic: t, by: A, summary: U., source: log"
    (folder / "a.yaml").write_text(f"{BRIEFING}record: [{{{told}}}]\n", encoding="utf-8")
    assert [entry.summary for entry in load(folder).record] == ["U.", "As was said."]


def test_a_record_without_a_briefing(tmp_path):
    """It is told like any other."""
    (tmp_path / "b.yaml").write_text(RECORD, encoding="utf-8")
    with pytest.raises(DataError) as error:
        load(tmp_path)
    assert 'no file has the key "briefing"' in str(error.value)


def test_an_id_of_a_document_of_the_briefing(folder):
    """It is taken: an entry may cite that one, too."""
    sources = "briefing: {title: T, sources: [{id: log, title: The plan}]}"
    (folder / "a.yaml").write_text(
        BRIEFING.replace("briefing: {title: T}", sources), encoding="utf-8"
    )
    with pytest.raises(DataError) as error:
        load(folder).chronicle  # noqa: B018
    assert 'repeated id "log"; first at' in str(error.value)


def test_nothing_is_read_in_vain(monkeypatch, itupp):
    """Commands that show nothing of the record leave it alone."""

    def refuse(*_):
        raise AssertionError("the record is read")

    monkeypatch.setattr("itupp.loading.reading._read_record", refuse)
    commands = ("", "topics", "blocs", "resolutions", "resolution 102", "resolution 102 -f json")
    for command in (*commands, "positions", "outcomes", "addressees", "terms", "compare", "itrs-3"):
        assert itupp(*command.split()).code == 0
    with pytest.raises(AssertionError, match="is read"):
        itupp("topic", "itrs")

"""A second dataset, of an invented body, that was written from the guide alone."""

import json
import re
import shlex
from pathlib import Path

import pytest

from itupp.loading import load, read
from itupp.output.formats import Format

WATERSHED = Path(__file__).parent / "data" / "watershed"

COMMANDS = [
    "",
    "topics --contested",
    "blocs",
    "blocs --all",
    "resolutions",
    "positions",
    "positions --outcome --section stormy --addressee panel --addressee table",
    "positions readings --bloc ch",
    "positions readings --bloc ch --own --full",
    "compare",
    "compare 'côte d\u2019émeraude'",
    "compare headwater delta",
    "compare headwater delta lakes --topic flows",
    "position flows-1",
    "resolution Res.3",
    "resolution draft-sirens",
    "topic قائمة",
    "bloc 'Emerald Coast'",
    "bloc zm",
    "bloc keepers",
    "bloc fr",
    "bloc ch --own",
    "bloc keepers --full",
    "topic flows --full",
    "resolution Res.3 --full",
    "compare --full",
    "compare zm --own",
    "compare zm fr",
    "addressees",
    "outcomes",
    "outcomes --full",
    "history flows",
    "history flows --full",
    "history flows --bloc delta",
    "history gauges",
    "history who-measures",
    "history Res.3",
    "history Res.1 --full",
    "history ch",
    "history gauge-works",
    "flows-2018-1",
    "bloc 'gauge works' --full",
    "compare headwaters gauge-works",
    "find sketch",
]

WHOSE = "Watershed Compact, second conference: who wants what (an invented body, for testing)"

ANOTHER_BODY = re.compile(r"\b(ITU\b|PP-22|[Tt]elecommunication|Arab states)")

BY_NAME = [
    "topic flows",
    "topic gauges",
    "bloc drylands",
    "bloc py",
    "brief flows",
    "brief pt",
    "brief lakes",
    "brief Res.3",
    "brief headwater --topic flows",
    "purse",
]


@pytest.fixture(scope="module")
def watershed():
    """The briefing."""
    return load(WATERSHED)


@pytest.fixture
def on_watershed(itupp, monkeypatch):
    """Run a command line on it."""
    monkeypatch.setenv("ITUPP_DATA", str(WATERSHED))
    return itupp


def test_its_size(watershed):
    """Five topics, thirty positions, eleven who speak, forty documents, eight entries."""
    assert (len(watershed.topics), len(watershed.positions), len(watershed.sources)) == (5, 30, 40)
    assert sum(bool(proponent.positions) for proponent in watershed.proponents) == 11
    assert len(watershed.record) == 8


def test_it_is_labelled_as_invented(watershed):
    """Nobody can take it for real: its title says so, as does every file, and no address is one."""
    assert "an invented body" in watershed.title
    for file in WATERSHED.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        assert text.startswith("# INVENTED.")
        assert all(".example/" in address for address in re.findall(r"https?://\S+", text))


def test_every_document_is_cited(watershed):
    """A position's citation names all the documents that it stands in."""
    cited = set()
    for position in watershed.positions:
        cited |= {position.source, *position.also_in}
    assert cited == set(watershed.sources.values())
    told = {entry.source for entry in watershed.record}
    assert told == set(watershed.chronicle.sources.values())


def test_it_is_without_mistakes_and_doubts():
    """`check` finds nothing in it."""
    reading = read(WATERSHED)
    assert (reading.problems, reading.doubts()) == ((), ())


VIEWED = set(Format) - {Format.SVG}


@pytest.mark.parametrize("command", [*COMMANDS, *BY_NAME])
def test_it_answers_every_command(on_watershed, command):
    """In every format of the command people are told whose it is; no other body is named."""
    written = [Format.MD, Format.JSON] if command.startswith("brief") else list(VIEWED)
    for format in written:
        result = on_watershed(*shlex.split(command), "-f", format)
        assert (result.code, result.err) == (0, "")
        if command != "blocs --all":  # what is known of two countries has to do with the ITU
            assert not ANOTHER_BODY.search(result.out)
        if format is Format.JSON:
            json.loads(result.out)
        if format in (Format.TABLE, Format.MD):
            assert WHOSE in result.out


@pytest.mark.parametrize(
    "typed",
    ["bloc watre", "topic tides", "position flows-9", "resolution 4", "frobnicate"],
)
def test_what_is_typed_wrong(on_watershed, typed):
    """It is told in one line, with nothing of another body."""
    result = on_watershed(*shlex.split(typed))
    assert (result.code in (1, 2), result.out, result.err.count("\n")) == (True, "", 1)
    assert not ANOTHER_BODY.search(result.err)

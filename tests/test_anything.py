"""What holds for any dataset, any mistake in one and any command line."""

import io
import json
import re
import tempfile
import unicodedata
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shown import every_answer
from strategies import PIECES, TEXTS, WORDS, datasets, mutations

from itupp.briefing import (
    Addressee,
    Bloc,
    Country,
    Position,
    Question,
    Record,
    Resolution,
    Section,
    Side,
    Source,
    Term,
    Topic,
)
from itupp.cli import app
from itupp.exit_codes import Exit
from itupp.loading import DataError, load, read
from itupp.output.formats import OF_VIEWS, Format
from itupp.output.layout import lay_out
from itupp.process import main
from itupp.text import fold

TINY = Path(__file__).parent / "data" / "tiny.yaml"

in_a_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def _stream():
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")


def run(*argv):
    """How a command line ends, what it prints and what it tells."""
    out, err = _stream(), _stream()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(argv)
        out.flush()
        err.flush()
    return code, *(stream.buffer.getvalue().decode() for stream in (out, err))


REORDERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def steers(text):
    """Whether text can drive a terminal or change the order of what it shows."""
    controls = {c for c in text if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
    return bool(controls) or any(unicodedata.bidirectional(c) in REORDERING for c in text)


REFERRED_TO = (Addressee, Bloc, Country, Question, Resolution, Section, Side, Source, Topic)
"""What a dataset names by id wherever it is not told itself."""

FILLED = {
    Bloc: {"positions", "briefing"},
    Country: {"positions", "briefing"},
    Position: {"id", "topic"},
    Question: {"topic"},
    Resolution: {"topics", "briefing"},
    Term: {"briefing"},
    Topic: {"briefing"},
}
"""What no curator writes: fields that other records fill."""

HEAD = ("title", "scope", "conference", "as_of", "following", "further_reading")

LISTS = ("addressees", "blocs", "topics", "resolutions", "terms")


def written(briefing):
    """A briefing as the mappings and lists that a curator would write for it."""
    head = {key: getattr(briefing, key) for key in HEAD}
    sections = {section.id: section.title for section in briefing.sections.values()}
    sources = list(map(told, briefing.sources.values()))
    lists = {key: list(map(told, getattr(briefing, key).values())) for key in LISTS}
    return {"briefing": {**plain(head), "sections": sections, "sources": sources}, **lists}


def told(record):
    """A record as a mapping of its keys, without what is absent and what other records fill."""
    keys = set()
    for cls in type(record).__mro__:
        keys |= vars(cls).get("__annotations__", {}).keys()
    own = keys - FILLED.get(type(record), set())
    return plain({key: getattr(record, key) for key in sorted(own)})


def plain(value):
    """Records told or by their ids, as a curator writes them, and all else as text."""
    if isinstance(value, REFERRED_TO):
        return value.id
    if isinstance(value, Record):
        return told(value)
    if isinstance(value, Mapping):
        return _plain_mapping(value)
    if isinstance(value, list | tuple):
        return list(map(plain, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _plain_mapping(value):
    records = list(value.values())
    if records and isinstance(records[0], Question):
        return list(map(told, records))
    if records and isinstance(records[0], Side) and not isinstance(next(iter(value)), Question):
        return {side.id: side.text for side in records}
    present = {key: inner for key, inner in value.items() if inner not in (None, (), {})}
    return {plain(key): plain(inner) for key, inner in present.items()}


LEGAL = {
    "brief": [Format.JSON, Format.MD, Format.HTML],
    "check": [Format.JSON, Format.TABLE],
    "page": [Format.HTML],
    "compare": list(Format),
}

VIEWED = [format for format in Format if format is not Format.SVG]


@in_a_folder
@given(dataset=datasets(), data=st.data())
def test_any_dataset(tmp_path, dataset, data):
    """Doubts apart nothing is wrong, all commands answer, and it can be written again."""
    path = tmp_path / "any.yaml"
    path.write_text(yaml.dump(dataset, allow_unicode=True, sort_keys=False), encoding="utf-8")
    reading = read(path)
    assert not reading.mistakes
    assert all(problem.warning for problem in reading.doubts())
    briefing = load(path)
    again = written(briefing)
    path.write_text(yaml.dump(again, sort_keys=False), encoding="utf-8")
    assert written(load(path)) == again
    topic, position = next(iter(briefing.topics.values())), briefing.positions[-1]
    for command in (
        [],
        ["topics"],
        ["topic", topic.id],
        ["blocs"],
        ["bloc", position.proponents[0].id],
        ["resolutions"],
        *(["resolution", id] for id in list(briefing.resolutions)[:1]),
        ["positions"],
        ["position", position.id],
        ["compare"],
        *(["addressees"] for _ in list(briefing.addressees)[:1]),
        ["bloc", "fr"],
        ["page"],
        ["brief", topic.id],
        ["brief", "fr"],
        ["bloc", "fr", "--own", "--full"],
        ["check"],
    ):
        format = data.draw(st.sampled_from(LEGAL.get(" ".join(command[:1]), VIEWED)))
        code, out, err = run(*command, "-f", format, "--data", str(path))
        assert (code, err) == (Exit.ANSWERED, "")
        assert not steers(out)
        if format is Format.JSON:
            json.loads(out)


@in_a_folder
@given(data=st.data())
def test_any_mistake(tmp_path, data):
    """Whatever is done to a dataset's text, it is read or problems are told, with their places."""
    path = tmp_path / "wrong.yaml"
    text = data.draw(mutations(TINY.read_text(encoding="utf-8")))
    path.write_bytes(text.encode("utf-8", errors="surrogatepass"))
    try:
        reading = read(path)
    except DataError as error:
        problems = error.problems
    else:
        misplaced = reading.misplaced_anchors({"pilot": text})
        problems = (*reading.problems, *misplaced, *reading.doubts())
        if not any(not problem.warning for problem in problems):
            for view, document in every_answer(load(path)):
                json.dumps(document)
                assert list(lay_out(view, 80))
                assert all(print_view(view) for print_view in OF_VIEWS.values())
            return
    lines = len(re.split("\r\n|[\n\r\x85\u2028\u2029]", text))
    for problem in problems:
        assert problem.message
        assert problem.line <= lines
        assert not steers(str(problem))
        assert "\n" not in str(problem)


COMMANDS = [command.name for command in app.registered_commands]

OPTIONS = """
    --data --format -f --topic --bloc --resolution --addressee --section --shared --contested
    --outcome --own --all --full --source --help --version -- -
"""

NAMES = [*Format, "help", "", "itrs", "arab", "Arab states", "102", "res102", "us", "itrs-3", "AI"]

PATHS = [str(TINY), str(TINY.parent), "/dev/null", "nowhere", "."]

TYPED = st.one_of(
    st.sampled_from([*COMMANDS, *OPTIONS.split(), *NAMES, *PATHS]), PIECES, WORDS, TEXTS
)


@in_a_folder
@given(
    argv=st.one_of(
        st.lists(TYPED, max_size=6),
        st.tuples(st.sampled_from(COMMANDS), st.lists(TYPED, max_size=4)).map(
            lambda typed: [typed[0], *typed[1]]
        ),
    )
)
def test_any_command_line(tmp_path, monkeypatch, argv):
    """It is answered or refused, with an exit code that says so; a refusal is one line."""
    monkeypatch.chdir(tempfile.mkdtemp(dir=tmp_path))
    argv = [word.replace("\x00", "") for word in argv]  # no shell can pass it on
    code, out, err = run(*argv)
    assert code in set(Exit) - {Exit.INTERRUPTED}
    assert not steers(out + err)
    if code in (Exit.NO, Exit.USAGE) and err:
        assert err.startswith("itupp: ")
        assert err.count("\n") == 1


@given(st.text(st.characters(max_codepoint=127)))
def test_folding_is_the_same_with_and_without_ascii(text):
    """The short way for text in ASCII comes to the same as the long one."""
    assert f"{fold(text)} e".strip() == fold(f"{text} \u00e9")

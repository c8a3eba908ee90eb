"""What holds for any dataset, any mistake in one and any command line."""

import io
import json
import re
import tempfile
import unicodedata
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shown import every_answer
from strategies import PIECES, TEXTS, WORDS, datasets, mutations

from itupp import checks
from itupp.cli import app, main
from itupp.dataset import load, read
from itupp.exits import Exit
from itupp.formats import OF_VIEWS, Format
from itupp.problems import DataError
from itupp.tables import render
from itupp.text import fold

TINY = Path(__file__).parent / "data" / "tiny.yaml"

in_a_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def run(*argv):
    """How a command line ends, what it prints and what it tells."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = main(argv)
        out.flush()
        err.flush()
    return code, *(stream.buffer.getvalue().decode() for stream in (out, err))


def steers(text):
    """Whether text can drive a terminal or change the order of what it shows."""
    reordering = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return any(
        (unicodedata.category(c) == "Cc" and c not in "\n\t") or unicodedata.bidirectional(c) in reordering
        for c in text
    )


def written(briefing, bundled):
    """A briefing as the mappings and lists that a curator would write for it."""
    head = {key: getattr(briefing, key) for key in ("title", "scope", "conference", "as_of", "following", "sources")}
    head["further_reading"] = briefing.further_reading
    sections = {section.id: section.title for section in briefing.sections.values()}
    countries = [each for each in briefing.countries.values() if each.id not in bundled]
    lists = {key: getattr(briefing, key) for key in ("addressees", "blocs", "topics", "resolutions", "terms")}
    return plain({"briefing": {**head, "sections": sections}, "countries": countries, **lists})


def plain(value):
    """Records as mappings, mappings of records as lists, what is absent left out, and all else as text."""
    if hasattr(value, "_asdict"):
        left_out = {"id", "topic"} if "proponents" in value._fields else set()
        return plain({key: each for key, each in value._asdict().items() if key not in left_out})
    if isinstance(value, dict):
        values = list(value.values())
        if values and all(getattr(each, "id", None) == id for id, each in value.items()):
            if hasattr(values[0], "_fields") and values[0]._fields == ("id", "text"):
                return {side.id: side.text for side in values}
            return plain(values)
        return {key: plain(each) for key, each in value.items() if each not in (None, (), {})}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


LEGAL = {"brief": [Format.JSON, Format.MD], "check": [Format.JSON, Format.TABLE]}


@in_a_folder
@given(dataset=datasets(), data=st.data())
def test_any_dataset(tmp_path, dataset, data):
    """Formulas apart it has no mistake and no doubt, answers all commands in all formats, and can be written again."""
    path = tmp_path / "any.yaml"
    path.write_text(yaml.dump(dataset, allow_unicode=True, sort_keys=False), encoding="utf-8")
    reading = read(path)
    checks.doubts(reading)
    assert [problem for problem in reading.problems if "as a formula does" not in problem.message] == []
    briefing = load(path)
    path.write_text(yaml.dump(written(briefing, load(TINY).countries), sort_keys=False), encoding="utf-8")
    assert load(path) == briefing
    topic, position = next(iter(briefing.topics.values())), briefing.positions[-1]
    for command in (
        [],
        ["topics"],
        ["topic", topic.id],
        ["blocs"],
        ["bloc", position.proponents[0]],
        ["resolutions"],
        *(["resolution", id] for id in list(briefing.resolutions)[:1]),
        ["positions"],
        ["position", position.id],
        ["compare"],
        ["compare", "fr"],
        ["compare", "fr", "br"],
        ["brief", topic.id],
        ["check"],
    ):
        format = data.draw(st.sampled_from(LEGAL.get(" ".join(command[:1]), list(Format))))
        code, out, err = run(*command, "-f", format, "--data", str(path))
        assert (code, err) == (Exit.ANSWERED, "")
        assert not steers(out)
        if format is Format.JSON:
            json.loads(out)


@in_a_folder
@given(data=st.data())
def test_any_mistake(tmp_path, data):
    """Whatever is done to a dataset's text, it is read or its problems are told, each with its place."""
    path = tmp_path / "wrong.yaml"
    text = data.draw(mutations(TINY.read_text(encoding="utf-8")))
    path.write_bytes(text.encode("utf-8", errors="surrogatepass"))
    try:
        reading = read(path)
    except DataError as error:
        problems = error.problems
    else:
        checks.anchors(reading, {"pilot": text})
        checks.doubts(reading)
        problems = reading.problems
        if not any(not problem.warning for problem in problems):
            for view, document in every_answer(load(path)):
                json.dumps(document)
                assert list(render(view, 80))
                assert all(print_view(view) for print_view in OF_VIEWS.values())
            return
    lines = len(re.split("\r\n|[\n\r\x85\u2028\u2029]", text))
    for problem in problems:
        assert problem.message
        assert problem.line <= lines
        assert not steers(str(problem))
        assert "\n" not in str(problem)


COMMANDS = [command.callback.__name__ for command in app.registered_commands]

OPTIONS = """
    --data --format -f --topic --bloc --resolution --addressee --section --shared --contested --outcome --with-blocs
    --all --source --help --version -- -
"""

NAMES = [*Format, "help", "", "itrs", "arab", "Arab states", "102", "res102", "us", "itrs-3", "AI"]

PATHS = [str(TINY), str(TINY.parent), "/dev/null", "nowhere", "."]

TYPED = st.one_of(st.sampled_from([*COMMANDS, *OPTIONS.split(), *NAMES, *PATHS]), PIECES, WORDS, TEXTS)


@in_a_folder
@given(
    argv=st.one_of(
        st.lists(TYPED, max_size=6),
        st.builds(lambda first, rest: [first, *rest], st.sampled_from(COMMANDS), st.lists(TYPED, max_size=4)),
    )
)
def test_any_command_line(tmp_path, monkeypatch, argv):
    """It is answered or refused, with an exit code that says so and one line where it is refused."""
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

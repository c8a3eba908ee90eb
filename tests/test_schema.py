"""The keys of a dataset as a JSON Schema: what the decoder reads and the guide tells."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from conftest import TINY
from test_guide import EXAMPLES, GUIDE, TABLES

from itupp.loading import DataError, files, read, schema, starter
from itupp.loading.records import KEYS

SCHEMA = schema.schema()

VALIDATOR = jsonschema.Draft7Validator(SCHEMA)

SHAPES = (
    *("must be ", "unknown key", "unknown basis", "unknown kind", ' needs "', " is empty"),
    *("is an empty list", "has no value", "nested deeper", ": use letters, digits"),
)
"""What is said of a fault in the shape of a dataset."""

NOT_SEEN = {
    "anchored.yaml": "other readers follow aliases",
    "hash-and-more.yaml": "a comment cuts text off",
    "listed-twice.yaml": "whether a thing is listed twice is no shape",
    "tag.yaml": "other readers follow tags",
}
"""Files without a fault in their shape, or with one that other readers do not see."""

SEEN_OTHERWISE = {
    "odd-blanks.yaml": "blanks that are none are text to others",
    "repeated-key.yaml": "of a repeated key others have the last alone",
}
"""Files in which other readers see something else."""


def _as_editors_read(text):
    """The document in a text, with the numbers and flags that editors see, dates as text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def _faults(text):
    return [
        f"{error.json_path}: {error.message}"
        for error in VALIDATOR.iter_errors(_as_editors_read(text))
    ]


def _messages(file):
    try:
        return [problem.message for problem in read(file).mistakes]
    except DataError as error:
        return [problem.message for problem in error.problems]


def _is_of_shape(message):
    return any(shape in message for shape in SHAPES)


def _is_read_by_others(file):
    try:
        yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError):
        return False
    return True


GOOD = [
    *sorted(files.data_folder().rglob("*.yaml")),
    *sorted((TINY.parent / "watershed").rglob("*.yaml")),
    TINY,
]

BAD = [
    file
    for file in sorted(Path(__file__).parent.glob("bad/*.yaml"))
    if _is_read_by_others(file) and file.name not in SEEN_OTHERWISE
]


def test_it_is_a_schema():
    """It is one by the rules of its draft, and `itupp schema` prints it."""
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert json.loads(schema.text()) == SCHEMA


def test_the_command(itupp):
    """`itupp schema` prints it, and nothing else."""
    result = itupp("schema")
    assert (result.code, result.out, result.err) == (0, schema.text(), "")


def _kinds():
    """The schema of each kind of record, by what it is called."""
    definitions = SCHEMA["definitions"]
    return {
        "a file": SCHEMA,
        **{name.replace("-", " "): kind for name, kind in definitions.items()},
    }


def test_it_has_every_key():
    """It has the keys that are read, all of them and no others."""
    held = {what: tuple(kind["properties"]) for what, kind in _kinds().items()}
    assert held == KEYS


@pytest.mark.parametrize("what", KEYS)
def test_it_tells_what_the_guide_tells(what):
    """Keys are explained, and required, as in the guide's tables."""
    kind = _kinds()[what]
    required = [key for key, (needed, _) in TABLES[what].items() if needed == "yes"]
    assert kind.get("required", []) == [key for key in kind["properties"] if key in required]
    for key, held in kind["properties"].items():
        assert f"| `{key}` |" in GUIDE
        assert held["description"].split("](")[0][:20] in GUIDE.replace("[", "")


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.name)
def test_what_is_right_is_valid(file):
    """Every dataset here is valid, be it one file or one of several."""
    assert _faults(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("text", EXAMPLES)
def test_the_examples_are_valid(text):
    """The guide's examples are valid, too."""
    assert _faults(text) == []


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.name)
def test_a_wrong_shape_is_invalid(file):
    """Whatever `check` refuses for its shape is invalid; what only a rule refuses is valid."""
    messages = _messages(file)
    expected = any(map(_is_of_shape, messages)) and file.name not in NOT_SEEN
    assert bool(_faults(file.read_text(encoding="utf-8"))) == expected, messages


def test_a_template_names_it(tmp_path):
    """The first line of a new dataset leads to it, and the dataset is valid by it."""
    file = starter.write(tmp_path / "mine", starter.template())
    first, _, text = file.read_text(encoding="utf-8").partition("\n")
    beside = file.parent / first.partition("$schema=")[2]
    assert json.loads(beside.read_text(encoding="utf-8")) == SCHEMA
    assert _faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "briefing: {title: [x]}",
        "briefing: {title: T, tilte: T}",
        "briefing: {title: T, sources: {}}",
        "topics: [{id: t, title: T, positions: []}]",
        "topics: [{id: t, title: T, positions: [{summary: s, proponents: fr}]}]",
        "topics: [{id: t, title: T, positions: [{summary: s, proponents: [fr], point: third}]}]",
        "topics: [{id: t, title: T, positions: [{summary: s, proponents: [fr], point: 3.5}]}]",
        "topics: [{id: t, title: T, positions: [{summary: ' ', proponents: [fr]}]}]",
        "topics: [{id: t, title: T, positions: [{summary: s, proponents: [fr], answers: [a]}]}]",
        "blocs: [{id: b, name: B, member_notes: [x]}]",
        "resolutions: [{id: 7, title: T, history_sources: {x: y}}]",
        "colour: red",
        "terms: [{id: a b, name: N, explanation: e}]",
        "terms: [{id: -a, name: N, explanation: e}]",
        "terms: [{id: 'a^', name: N, explanation: e}]",
        "briefing: {title: T, sections: {a/b: S}}",
        "topics: [{id: t, title: T, questions: [{id: q, text: Q, sides: {'a;': A}}]}]",
    ],
)
def test_what_is_wrong(tmp_path, text):
    """A fault of shape is invalid, and refused by check."""
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    assert _faults(text)
    assert any(map(_is_of_shape, _messages(tmp_path / "x.yaml")))


def test_the_hook():
    """pre-commit runs `itupp check` on what the hook is told, on datasets alone."""
    hooks = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"
    (hook,) = yaml.safe_load(hooks.read_text(encoding="utf-8"))
    assert (hook["id"], hook["entry"], hook["language"]) == ("itupp-check", "itupp check", "python")
    assert hook["pass_filenames"] is False
    assert hook["args"] == ["."]
    assert hook["types"] == ["yaml"]
    assert set(hook) <= {
        "id",
        "name",
        "description",
        "entry",
        "args",
        "language",
        "pass_filenames",
        "types",
    }

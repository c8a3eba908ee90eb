"""The guide for curators says what the code does."""

import copy
import re

import pytest
import yaml

from itupp.loading import DataError, load, read
from itupp.loading.files import data_folder
from itupp.loading.records import KEYS

GUIDE = (data_folder() / "GUIDE.md").read_text(encoding="utf-8")

EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, flags=re.MULTILINE | re.DOTALL)

ROWS = re.compile(r"^\| `(\w+)` \| (.+?) \| (.+?) \| .+ \|$", re.MULTILINE)

TABLES = {
    heading.lower(): {key: (required, kind) for key, required, kind in ROWS.findall(text)}
    for heading, text in re.findall(r"^##+ (.+)\n((?:(?!##).*\n)*)", GUIDE, flags=re.MULTILINE)
    if ROWS.search(text)
}

PLACES = {
    "a file": [],
    "the briefing": ["briefing"],
    "a conference": ["briefing", "conference"],
    "a source": ["briefing", "sources", 0],
    "an addressee": ["addressees", 1],
    "a bloc": ["blocs", 0],
    "a country": ["countries", 0],
    "a participant": ["participants", 0],
    "an unlisted name": ["unlisted", 0],
    "a resolution": ["resolutions", 0],
    "a gist": ["resolutions", 0, "gist"],
    "a term": ["terms", 0],
    "an entry": ["record", 0],
    "a question of the record": ["record_questions", 0],
    "a topic": ["topics", 0],
    "a question": ["topics", 0, "questions", 0],
    "a position": ["topics", 0, "positions", 0],
    "an outcome": ["topics", 0, "outcome"],
    "a link": ["topics", 0, "further_reading", 0],
}

RECORD_KEYS = [(what, key) for what, table in TABLES.items() for key in table if what != "a file"]

WRONG = {
    "text": (["x"], "must be text, not a list"),
    "list": ("x", "must be a list: a dash and a blank before each, or all in one [a, b]"),
    "mapping": ("x", 'must be a mapping of keys to values: a line "key: value" for each'),
    "date": (
        "x",
        "must be a year, a month or a day in digits, such as 2022, 2022-09 or 2022-09-26",
    ),
    "number": ("x", "must be a whole number in digits"),
    "true or false": ("x", "must be true or false"),
}


@pytest.fixture
def example():
    """The guide's examples of every kind of record as one dataset."""
    joined = {}
    for text in EXAMPLES[:-2]:
        joined.update(yaml.load(text, yaml.BaseLoader))
    return joined


def record(dataset, what):
    """The first record of this kind."""
    for step in PLACES[what]:
        dataset = dataset[step]
    return dataset


def messages(path, dataset):
    """What is wrong with a dataset."""
    path.write_text(yaml.dump(dataset, sort_keys=False), encoding="utf-8")
    try:
        load(path)
    except DataError as error:
        return [problem.message for problem in error.problems]
    return []


def test_the_examples(tmp_path):
    """Put into the files of a folder they are a dataset without a mistake or a doubt."""
    for place, text in enumerate(EXAMPLES):
        (tmp_path / f"{place}.yaml").write_text(text, encoding="utf-8")
    reading = read(tmp_path)
    assert (reading.problems, reading.doubts()) == ((), ())
    assert list(reading.briefing.topics) == ["lights", "fees", "buoys", "pilots"]


def test_every_key_is_told():
    """The guide's tables have the keys that the code reads, all of them and no others."""
    told = {what: set(table) for what, table in TABLES.items()}
    assert told == {what: set(keys) for what, keys in KEYS.items()}


@pytest.mark.parametrize("what", KEYS)
def test_every_key_has_its_example(example, what):
    """The first example of each kind shows every key."""
    assert set(record(example, what)) == set(KEYS[what])


@pytest.mark.parametrize(("what", "key"), RECORD_KEYS)
def test_what_is_required(example, tmp_path, what, key):
    """A key that the guide calls required is missed, any other is not."""
    del record(example, what)[key]
    missed = f'{what} needs "{key}"' in messages(tmp_path / "x.yaml", example)
    assert missed == (TABLES[what][key][0] == "yes")


@pytest.mark.parametrize(("what", "key"), RECORD_KEYS)
def test_what_is_legal(example, tmp_path, what, key):
    """A value of another kind than the guide names is refused."""
    value, message = WRONG[TABLES[what][key][1]]
    record(example, what)[key] = copy.copy(value)
    assert f'"{key}" {message}' in messages(tmp_path / "x.yaml", example)


def test_what_quotes_are_for(tmp_path):
    """Text that begins with a sign that the guide lists is refused or read as something else."""
    (signs,) = re.findall(r"^  ``(.+)``\.$", GUIDE, flags=re.MULTILINE)
    for sign in signs.split():
        text = f"briefing: {{title: T}}\naddressees:\n  - id: a\n    name: {sign} b\n"
        (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
        try:
            read_as = load(tmp_path / "x.yaml").addressees["a"].name
        except DataError:
            continue
        assert read_as != f"{sign} b", sign

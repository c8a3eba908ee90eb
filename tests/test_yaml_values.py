"""YAML values that know their place."""

import pytest

from itupp.loading.problems import Problem
from itupp.loading.yaml_values import File

pytestmark = pytest.mark.usefixtures("_either_parser")


def read(text):
    """The value in a text."""
    file = File("f.yaml")
    file.take(text)
    return file.root


def messages(value):
    """What was reported while a value was read."""
    return [problem.message for problem in value.file.problems]


@pytest.mark.parametrize(
    "text", ["NO", "0102", "2022-09", "12:30", "102", "null", "~x", "1e3", "true"]
)
def test_scalars_are_read_as_written(text):
    """Nothing is taken for a number, a date or a truth value."""
    assert read(text).text() == text


@pytest.mark.parametrize("text", ["|\n  b\n", ">\n  b\n\n", "|+\n  b\n\n", ">-\n  b", "b"])
def test_a_text_has_no_line_break_at_its_end(text):
    """However it is written."""
    ((_, value),) = read(f"a: {text}").pairs()
    assert value.text() == "b"


def test_the_keys_of_a_record_without_a_dash():
    """They are not all told as repeated; what is repeated for another reason is."""
    (value,) = read("- a: b\n  c: d\n  a: e\n  c: f\n  g: h\n").parts
    assert len(list(value.pairs())) == 3
    assert len(messages(value)) == 1
    (value,) = read("- a: b\n  c: d\n  c: f\n  c: g\n").parts
    list(value.pairs())
    assert len(messages(value)) == 2


def test_an_empty_value_stands_where_the_line_ends():
    """Not behind it."""
    value = read("a:\nb: \n-")
    value = read("a:\nbc:\n")
    for _, inner in value.pairs():
        inner.text()
    assert [problem[1:3] for problem in value.file.problems] == [(1, 2), (2, 3)]


def test_a_file():
    """It is read or refused, and is YAML or not; it owns what is wrong in it."""
    file = File("f.yaml")
    assert (file.was_read, file.is_yaml, file.root, file.problems) == (False, False, None, [])
    file.refuse([Problem("f.yaml", 0, 0, "cannot be read")])
    assert file.problems == [Problem("f.yaml", 0, 0, "cannot be read")]
    file.take("a: [")
    assert (file.was_read, file.is_yaml, file.root, len(file.problems)) == (True, False, None, 2)
    file.take("")
    assert (file.was_read, file.is_yaml, file.root) == (True, True, None)


def test_a_value_knows_its_place():
    """Lines and columns count from 1."""
    value = read("a:\n  - x\n  - [y]\n")
    for _, inner in value.pairs():
        assert [item.text() for item in inner.items()] == ["x", ""]
        assert inner.place == "f.yaml:2"
    problem = Problem("f.yaml", 3, 5, 'each of "a" must be text, not a list')
    assert value.file.problems == [problem]


def test_a_problem_that_is_not_reported():
    """A rule yields it itself; it may be a warning."""
    value = read("a: b")
    assert value.problem("odd", warning=True) == Problem("f.yaml", 1, 1, "odd", warning=True)
    assert messages(value) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{a: b}", 'a file must be text; if it is text with ": " in it, put it in quotes'),
        ("[a]", "a file must be text, not a list"),
        ("' '", "a file is empty"),
    ],
)
def test_what_is_no_text(text, message):
    """A mapping, a list and blanks are none, and read as none."""
    value = read(text)
    assert value.text() == ""
    assert messages(value) == [message]


@pytest.mark.parametrize(("number", "read_as"), [("3", 3), ("0", 0), ("007", 7)])
def test_numbers(number, read_as):
    """Whole numbers are read where they are asked for."""
    assert read(number).number() == read_as


@pytest.mark.parametrize("text", ["-1", "1.5", "three", "[3]", "9999999999", "\u00b2"])
def test_not_numbers(text):
    """Anything else is a problem, and no number."""
    value = read(text)
    assert value.number() is None
    assert messages(value) == ["a file must be a whole number in digits"]


def test_flags():
    """True and false are these two words and no others."""
    assert read("true").flag() is True
    assert read("false").flag() is False
    for text in ("no", "False", "[true]"):
        value = read(text)
        assert value.flag() is False
        assert messages(value) == ["a file must be true or false"]


def test_lists():
    """A list has its values; anything else has none, which only `items` reports."""
    assert [item.word for item in read("[a, [b], c]").items()] == ["a", "", "c"]
    assert read("[a, [b], c]").words == ["a", "", "c"]
    value = read("a")
    assert (value.parts, value.words) == ([], [])
    assert messages(value) == []
    assert value.items() == []
    assert messages(value) == [
        "a file must be a list: a dash and a blank before each, or all in one [a, b]"
    ]


MAPPING = "{a: b, c, a: d, [e]: f, '': g, c: h}"


def test_mappings():
    """A key that is repeated, no text or without a value in braces is a problem."""
    value = read(MAPPING)
    assert [(key.text(), inner.text()) for key, inner in value.pairs()] == [("a", "b")]
    assert messages(value) == [
        '"c" has no value: a blank after a colon is missing, or quotes around text with a comma',
        'repeated key "a"; first on line 1',
        "a key of a file must be text, not a list",
        "a key of a file is empty",
        'repeated key "c"; first on line 1',
    ]


def test_entries():
    """They are the same keys and values; nothing is reported."""
    value = read(MAPPING)
    entries = {word: inner.word for word, (_, inner) in value.entries.items()}
    assert entries == {"a": "b"}
    assert read("a: b\nc:\n").entries.keys() == {"a", "c"}
    assert read("a").entries == {}
    assert messages(value) == []


def test_what_is_no_mapping():
    """It has no keys and is told once."""
    value = read("[a]")
    assert list(value.pairs()) == []
    assert messages(value) == [
        'a file must be a mapping of keys to values: a line "key: value" for each'
    ]


def test_another_record_may_be_meant():
    """Where the first key of an indented block comes again a dash may be missing."""
    for text, hinted in [
        ("- a: b\n  c: d\n  a: e\n", True),
        ("- a: b\n  c: d\n  c: e\n", False),
        ("- {a: b, a: e}\n", False),
        ("a: b\na: e\n", False),
    ]:
        value = read(text)
        for record in value.parts or [value]:
            list(record.pairs())
        assert (
            messages(value)[0].endswith("; if another one begins here, it needs a dash") == hinted
        )


def test_fields():
    """A misspelt key is read as the one that is meant, unless that is there, too."""
    value = read("title: T\ntitel: U\ndaet: D\nxyzzy: X\n")
    fields = value.fields("a note", ("title", "date"))
    assert {key: inner.word for key, inner in fields.values.items()} == {"title": "T", "date": "D"}
    assert messages(value) == [
        'unknown key of a note "titel"; did you mean title?',
        'unknown key of a note "daet"; did you mean date?',
        'unknown key of a note "xyzzy"; known: title, date',
    ]


def test_what_a_record_needs():
    """A key that is not there is missed, but not in what is no record at all."""
    value = read("title: T")
    fields = value.fields("a note", ("title", "date"))
    fields.need("title")
    fields.need("date")
    assert messages(value) == ['a note needs "date"']
    value = read("[title]")
    value.fields("a note", ("title", "date")).need("date")
    assert len(messages(value)) == 1


def test_what_stands_under_a_key():
    """What is not there reads as nothing; a problem with it is one with the record."""
    value = read("title: T\ndates: [x, y]\nnotes: {z: Z}\n")
    fields = value.fields("a note", ("title", "dates", "notes", "words"))
    assert (fields.word("title"), fields.word("words")) == ("T", "")
    assert [part.word for part in fields.parts("dates")] == ["x", "y"]
    assert (fields.words("dates"), fields.words("words")) == (["x", "y"], [])
    assert fields.parts("words") == []
    assert list(fields.entries("notes")) == ["z"]
    assert fields.entries("words") == {}
    assert fields.at("title").place == "f.yaml:1"
    assert fields.at("dates").place == "f.yaml:2"
    assert fields.at("words") is value


def test_which_value_holds_a_text():
    """It is the text itself or one of a list; where none is, the whole record."""
    value = read("title: T\ndates: [x, y]\n")
    fields = value.fields("a note", ("title", "dates"))
    assert fields.holding("T").place == "f.yaml:1"
    assert fields.holding("y").problem("")[1:3] == (2, 12)
    assert fields.holding("Z") is value


def test_lines_of_windows_and_a_mark_of_byte_order():
    """CRLF line ends count as lines."""
    value = read("a: b\r\nc: [d]\r\n")
    assert [inner.text() for _, inner in value.pairs()] == ["b", ""]
    assert value.file.problems[0][1:3] == (2, 4)

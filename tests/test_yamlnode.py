"""YAML values that know their place."""

import pytest

from itupp.problems import Problem
from itupp.yamlnode import Node
from itupp.yamltext import compose

pytestmark = pytest.mark.usefixtures("_either_parser")


def read_with(problems, text):
    """The node of a text, its problems noted in a list."""
    return Node(compose(text, "f.yaml", problems), "a file", "f.yaml", problems)


def read(text):
    """The node of a text that has no problem."""
    problems = []
    node = read_with(problems, text)
    assert not problems
    return node


@pytest.mark.parametrize("text", ["NO", "0102", "2022-09", "12:30", "102", "null", "~x", "1e3", "true"])
def test_scalars_are_read_as_written(text):
    """Nothing is taken for a number, a date or a truth value."""
    assert read(text).text() == text


def test_a_value_knows_its_place():
    """Lines and columns count from 1."""
    problems = []
    node = read_with(problems, "a:\n  - x\n  - [y]\n")
    for _, value in node.pairs():
        assert [item.text() for item in value.items()] == ["x", ""]
    assert problems == [Problem("f.yaml", 3, 5, 'each of "a" must be text, not a list')]


@pytest.mark.parametrize("text", ["{a: b}", "[a]"])
def test_what_is_no_text(text):
    """A mapping and a list are none, and read as none."""
    problems = []
    assert read_with(problems, text).text() == ""
    assert len(problems) == 1


@pytest.mark.parametrize(("number", "read_as"), [("3", 3), ("0", 0), ("007", 7)])
def test_numbers(number, read_as):
    """Whole numbers are read where they are asked for."""
    assert read(number).number() == read_as


@pytest.mark.parametrize("text", ["-1", "1.5", "three", "[3]", "9999999999", "\u00b2"])
def test_not_numbers(text):
    """Anything else is a problem, and no number."""
    problems = []
    assert read_with(problems, text).number() is None
    assert len(problems) == 1


def test_flags():
    """True and false are these two words and no others."""
    assert read("true").flag() is True
    assert read("false").flag() is False
    for text in ("no", "False", "[true]"):
        problems = []
        assert read_with(problems, text).flag() is False
        assert [problem.message for problem in problems] == ["a file must be true or false"]


def test_the_value_of_a_key():
    """It is called after its key; where there is none there is nothing to get."""
    problems = []
    node = read_with(problems, "a: [b]")
    assert node.get("b") is None
    assert node.get("a").get("b") is None
    assert read("a").get("a") is None
    assert node.get("a").text() == ""
    assert [problem.message for problem in problems] == ['"a" must be text, not a list']


def test_lines_of_windows_and_a_mark_of_byte_order():
    """CRLF line ends count as lines."""
    problems = []
    node = read_with(problems, "a: b\r\nc: [d]\r\n")
    values = [value.text() for _, value in node.pairs()]
    assert values == ["b", ""]
    assert problems[0][1:3] == (2, 4)

"""YAML values that know their place."""

import pytest

from itupp.problems import Problem
from itupp.yamlnode import compose

pytestmark = pytest.mark.usefixtures("_either_parser")


def read(text):
    """The node of a text that has no problem."""
    problems = []
    node = compose(text, "f.yaml", problems)
    assert not problems
    return node


@pytest.mark.parametrize("text", ["NO", "0102", "2022-09", "12:30", "102", "null", "~x", "1e3", "true"])
def test_scalars_are_read_as_written(text):
    """Nothing is taken for a number, a date or a truth value."""
    assert read(text).text() == text


def test_a_value_knows_its_place():
    """Lines and columns count from 1."""
    problems = []
    node = compose("a:\n  - x\n  - [y]\n", "f.yaml", problems)
    for _, value in node.pairs():
        assert [item.text() for item in value.items()] == ["x", ""]
    assert problems == [Problem("f.yaml", 3, 5, 'each of "a" must be text')]


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "---\n"[:0]])
def test_nothing_is_no_node(text):
    """A file without a value is no mistake."""
    assert read(text) is None


@pytest.mark.parametrize(("number", "read_as"), [("3", 3), ("0", 0), ("007", 7)])
def test_numbers(number, read_as):
    """Whole numbers are read where they are asked for."""
    assert read(number).number() == read_as


@pytest.mark.parametrize("text", ["-1", "1.5", "three", "[3]", "9999999999", "\u00b2"])
def test_not_numbers(text):
    """Anything else is a problem, and no number."""
    problems = []
    assert compose(text, "f.yaml", problems).number() is None
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["R & D", "a * b", "hello!", "a&b", "Stop ! there", "- '*x'", "- |\n  &x *y !z\n"])
def test_signs_inside_text_are_text(text):
    """Ampersands, asterisks and exclamation marks in prose are neither anchors nor aliases nor tags."""
    assert read(text)


def test_depth():
    """Nesting is read to twenty levels, and refused beyond before it can end the process."""
    assert read("[" * 20 + "]" * 20)
    for depth in (21, 100_000):
        problems = []
        assert compose("[" * depth, "f.yaml", problems) is None
        assert [problem.message for problem in problems] == ["nested deeper than 20 levels"]


def test_lines_of_windows_and_a_mark_of_byte_order():
    """CRLF line ends count as lines."""
    problems = []
    node = compose("a: b\r\nc: [d]\r\n", "f.yaml", problems)
    values = [value.text() for _, value in node.pairs()]
    assert values == ["b", ""]
    assert problems[0][1:3] == (2, 4)

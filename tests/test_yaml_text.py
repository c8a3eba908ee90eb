"""Text as YAML: it comes back as it was."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from strategies import TEXTS

from itupp.loading import yaml_syntax
from itupp.loading.yaml_text import WIDTH, entry, in_brackets, scalar

ANY = st.one_of(TEXTS, st.text(st.characters(exclude_categories=["Cs"])), st.text("a :#'\"-\n"))


def composed(lines):
    """What our loader makes of the lines of a mapping, and what another reader makes of them."""
    text = "\n".join(lines) + "\n"
    read = yaml_syntax.compose(text, "x.yaml")
    assert read.problems == ()
    ours = {key.value: value.value for key, value in read.document.value}
    return ours, yaml.safe_load(text)


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize("number", range(20))
def test_words_that_are_more_than_text_have_quotes(number):
    """What YAML takes for a number, a flag, a date, nothing, a comment or a key stays text."""
    words = ["no", "On", "null", "~", "1e3", "0102", "12:30", "2031-05-01", "x: y", "x #y", "a:"]
    words += ["- a", "[a", "{a", "&a", "*a", "!a", "'a", '"a', "a\\"]
    assert composed([f"k: {scalar(words[number])}"]) == ({"k": words[number]},) * 2


@given(ANY)
def test_any_text_comes_back(text):
    """Whatever stands in a cell is read as it was, by us and by others."""
    assert composed([f"k: {scalar(text)}"]) == ({"k": text},) * 2
    assert composed(entry("", "k", text)) == ({"k": text},) * 2


@given(st.lists(st.text("ab cd.#:", min_size=1, max_size=9), min_size=20).map(" ".join))
def test_long_text_comes_back(text):
    """Text that is folded is read as it was, and no line of it is long."""
    lines = list(entry("  ", "k", text))
    assert composed(lines) == ({"k": text},) * 2
    if len(lines) > 1:
        assert lines[0] == "  k: >-"
        assert all(len(line) <= WIDTH for line in lines)


def test_plain_text_stays_plain():
    """A person edits the file: text that needs no quotes has none."""
    assert scalar("Keep every light (of oil), please") == "Keep every light (of oil), please"
    assert scalar("C\u00f4te d'Ivoire") == "C\u00f4te d'Ivoire"
    assert scalar('The "sketch"') == 'The "sketch"'
    assert next(entry("  ", "k", "word " * 20 + "end")) == "  k: >-"
    assert in_brackets(["fr", "no", "a-b", "7"]) == '[fr, "no", a-b, "7"]'

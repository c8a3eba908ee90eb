"""How a view is laid out: in a pipe without rich, and measured as rich measures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from shown import every_view
from test_terminal import picture

from itupp.output.layout import _NARROW, columns_of, folded, plain_text


@pytest.mark.parametrize("dataset", ["tiny", "pp22"])
def test_a_pipe_is_sent_what_rich_would_send(request, dataset):
    """Without styles, and without rich."""
    for view in every_view(request.getfixturevalue(dataset)):
        assert plain_text(view) == picture(view, None)


def test_narrow_signs_take_one_column():
    """Each one that is measured without rich."""
    assert {cell_len(sign) for sign in _NARROW} == {1}


@given(st.text(max_size=20))
def test_text_is_measured_as_rich_does(text):
    """Whatever it holds, so that what is laid out here fits where rich draws it."""
    assert columns_of(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "width", "lead", "indent", "lines"),
    [
        ("one two three", None, 0, 0, ["one two three"]),
        ("one two three", 13, 0, 0, ["one two three"]),
        ("one two three", 12, 0, 0, ["one two", "three"]),
        ("one two three", 13, 1, 0, ["one two", "three"]),
        ("one two three four", 9, 2, 4, ["one two", "three", "four"]),
        ("wonderful a b", 3, 0, 0, ["wonderful", "a b"]),
        ("wonderful", 3, 9, 9, ["wonderful"]),
        ("", 3, 0, 0, [""]),
        ("漢字 漢字", 6, 0, 0, ["漢字", "漢字"]),
    ],
)
def test_folding(text, width, lead, indent, lines):
    """Between words, beside a lead on the first line and an indent on the others."""
    assert list(folded(text, width, lead, indent)) == lines

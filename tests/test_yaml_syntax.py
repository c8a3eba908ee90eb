"""YAML text and its slips; the reports on whole files are in `bad` and `doubtful`."""

import pytest
import yaml

from itupp.loading.yaml_syntax import _found, compose

pytestmark = pytest.mark.usefixtures("_either_parser")


def read(text):
    """The document in a text that has no problem."""
    composed = compose(text, "f.yaml")
    assert composed.is_yaml
    assert composed.problems == ()
    return composed.document


def told(text):
    """What is wrong with a text."""
    problems = compose(text, "f").problems
    return [str(problem).replace(": error: ", ": ") for problem in problems]


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n"])
def test_nothing_is_no_node(text):
    """A file without a value is no mistake."""
    assert read(text) is None


@pytest.mark.parametrize(
    "text", ["R & D", "a * b", "hello!", "a&b", "Stop ! there", "- '*x'", "- |\n  &x *y !z\n"]
)
def test_signs_inside_text_are_text(text):
    """Ampersands, asterisks and exclamation marks in prose are no anchors, aliases or tags."""
    assert read(text)


def test_depth():
    """Nesting is read to twenty levels, and refused beyond before it can end the process."""
    assert read("[" * 20 + "]" * 20)
    assert read("[" * 3 + "], " * 2 + "[" * 19 + "]" * 20)
    assert told("[" * 3 + "], " + "[" * 19 + "]" * 21)[0].endswith("nested deeper than 20 levels")
    for depth in (21, 100_000):
        assert told("[" * depth)[0].endswith("nested deeper than 20 levels")


INDENTATION = "wrong indentation, or a colon or a dash with a blank after it is missing"

NO_TAGS = (
    "YAML tags (!x), anchors (&x) and aliases (*x) are not read: put text that begins so in quotes"
)

CUT = (
    'the text ends here, for " #" begins a comment: put the text in quotes, or a blank after the #'
)

NO_BLOCK = "text that begins with > or | needs quotes; the text of a block begins on the line below"

ESCAPE = "a \\ in \"\u2026\" begins a code: double it, or put the text in '\u2026' or below >-"

PERCENT = "a line that begins with % is no text: indent it, or put the text in quotes"

BLOCK = "the first line of this text is deeper than line {}, which ends it: begin both at one depth"

COMMENT = "this comment ends the text above it, which goes on below: put it above the text"

SLIPS = [
    ("a: b: c", '1:5: ": " inside plain text: put the text in quotes'),
    ("a:b\nc: d", "2:2: wrong indentation, or no blank after a colon or a dash on the line above"),
    (
        "a: b\n  c: d",
        "2:4: wrong indentation, or no blank after a colon or a dash on the line above",
    ),
    ("-a\nb: c", "2:2: wrong indentation, or no blank after a colon or a dash on the line above"),
    ("a: 1\nb:2\nc: 3", f"2:1: {INDENTATION}"),
    ("a:\n  b: 1\n c: 2", f"3:2: {INDENTATION}"),
    (
        "a: 'it's'",
        "1:4: the quotation mark opened here ends on line 1, column 7, and text goes on after it",
    ),
    (
        'a: "b\nc: "d',
        "1:4: the quotation mark opened here ends on line 2, column 4, and text goes on after it; "
        "or it is not closed where it should be",
    ),
    ('a: "b"\n c: d', f"2:2: {INDENTATION}"),
    ("a:\n - b: [c]\n -d: e", f"3:2: {INDENTATION}"),
    ("a:\n- b\n\u2013 c", "3:1: \u2013 (U+2013) looks like a dash and is none"),
    ("a: 'b\nc: d", "1:4: the quotation mark opened here is never closed"),
    ("a: [b] c", "1:8: text goes on after a bracket: put all of it in quotes"),
    ("a: [b, c", "1:4: the bracket opened here is not closed, or a comma is missing"),
    ("a: {b: c\nd: e}", "1:4: the bracket opened here is not closed, or a comma is missing"),
    (
        "a: [b, {c: [d], e: {",
        "1:20: the bracket opened here is not closed, or has a comma too many",
    ),
    ("a: [, b]", "1:4: the bracket opened here is not closed, or has a comma too many"),
    ("a:\n\tb: c", "2:1: a tab: indent with spaces"),
    ("a: b\n\tc: d", "2:1: a tab: indent with spaces"),
    ("a: @b", "1:4: text that begins with @ needs quotes"),
    ("a: - b", "1:4: text that begins with - needs quotes"),
    ("a: }", "1:4: text that begins with } needs quotes"),
    ("]", "1:1: text that begins with ] needs quotes"),
    ("a: , b", "1:4: text that begins with , needs quotes"),
    ("a: ? b", "1:4: text that begins with ? needs quotes"),
    ("a: | 4", f"1:4: {NO_BLOCK}"),
    ("a: >- b\n  c", f"1:4: {NO_BLOCK}"),
    (
        "a: b #c",
        f"1:5: {CUT}",
    ),
    (
        "a: b c # d",
        "1:7: warning: a comment follows; if it belongs to the text, put all of it in quotes",
    ),
    (
        "a: *",
        f"1:4: {NO_TAGS}",
    ),
    (
        "a: &b c",
        f"1:4: {NO_TAGS}",
    ),
    ("a: b\n---\nc: d", "2:1: a second document begins here; a file holds one"),
    (
        '{"a":&b c}',
        f"1:6: {NO_TAGS}",
    ),
    (
        '{"a":!b c}',
        f"1:6: {NO_TAGS}",
    ),
    ("a: \u201cb: c\u201d", '1:6: ": " inside plain text: put the text in quotes (\u201c is none)'),
    ("\n\x07", "2:1: the character U+0007 is not allowed in YAML"),
    ("\na: \u00e9\nb: c\x07d\x07", "3:5: the character U+0007 is not allowed in YAML"),
    ("a: \u00e9\u00e9\nb: \x07", "2:4: the character U+0007 is not allowed in YAML"),
    ("a: \x07", "1:4: the character U+0007 is not allowed in YAML"),
    ('a: "\\l"', f"1:5: {ESCAPE}"),
    ('a: "b \\xZZ"', f"1:7: {ESCAPE}"),
    ('a: "C:\\Users\\x"', f"1:7: {ESCAPE}"),
    ('a: "\\ud83d\\ude00"', f"1:5: {ESCAPE}"),
    ("%FOO", f"1:1: {PERCENT}"),
    ("a: >-\n%5 of\n  it", f"2:1: {PERCENT}"),
    ("%YAML 3.0\n--- a", f"1:1: {PERCENT}"),
    ("a: b\n...\nc: d", '3:1: the file ends at the line "..." above: delete that line'),
    ("a: >-\n    b\n  c\nd: e", f"2:5: {BLOCK.format(3)}"),
    ("a:\n  - |\n      b\n    c", f"3:7: {BLOCK.format(4)}"),
    ("- a: >-\n      b\n c: d", f"3:2: {INDENTATION}"),
    ("a: >-\n  b\n\tc\nd: e", "3:1: a tab: indent with spaces"),
    ("a: |\n\tb", "2:1: a tab: indent with spaces"),
    ("a: b\n  # c\n  d\ne: f", f"2:3: {COMMENT}"),
    ("- b\n# c\n  # d\n  e", f"2:1: {COMMENT}"),
    ("a:\n  - b\n  # c\n    d", f"3:3: {COMMENT}"),
    ("a: b\nc\uff1ad\ne: f", "2:2: \uff1a (U+FF1A) looks like a colon and is none"),
    ("c\ufe55 d\ne: f", "1:2: \ufe55 (U+FE55) looks like a colon and is none"),
    ("a:\n\u2022 b\nc: d", "2:1: \u2022 (U+2022) looks like a dash and is none"),
    (
        "- a: b\n\u200b  c: d",
        "2:1: the character U+200B, which is not seen, stands here: delete it",
    ),
]


@pytest.mark.parametrize(("text", "message"), SLIPS)
def test_slips(text, message):
    """The commonest slips are told in plain words, at the place to look at, whatever the parser."""
    assert told(text) == [f"f:{message}"]


def test_a_comment_after_a_tab():
    """It cuts text off as one after a blank does."""
    assert told("a: b\t#c")[0].startswith("f:1:5: the text ends here")


ODD = "the character U+00A0 looks like a blank and is none: put a blank in its place"

BREAK = "the character U+{} ends a line to YAML and to no editor: put a blank in its place"

MENDED = [
    ("\u00a0a: b", [f"1:1: {ODD}"]),
    ("- a: b\n\u00a0 c: d", [f"2:1: {ODD}"]),
    ("- a: b\n \u00a0c: d\n\u2003 e: f", [f"2:2: {ODD}", f"3:1: {ODD.replace('00A0', '2003')}"]),
    ("a:\u00a0b", [f"1:3: {ODD}"]),
    ("a:\n-\u202fb\n- c", [f"2:2: {ODD.replace('00A0', '202F')}"]),
    ("\u00a0a: b: c", [f"1:1: {ODD}", '1:6: ": " inside plain text: put the text in quotes']),
    (
        "a: b\u2028c\nd: 'e",
        [
            f"1:5: warning: {BREAK.format('2028')}",
            "2:4: the quotation mark opened here is never closed",
        ],
    ),
    (
        "a: b\x85\u2029c",
        [f"1:5: warning: {BREAK.format('0085')}", f"1:6: warning: {BREAK.format('2029')}"],
    ),
    ("a: b\rc: 'd", ["2:4: the quotation mark opened here is never closed"]),
]


@pytest.mark.parametrize(("text", "messages"), MENDED)
def test_signs_that_look_like_others(text, messages):
    """Each is told at its place, as an editor counts, and nothing that follows from it."""
    assert told(text) == [f"f:{message}" for message in messages]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: >-\n  \u00a0b", "\u00a0b"),
        ("a: |-\n  b\n  c:\u00a0d", "b\nc:\u00a0d"),
        ("a: b\n  \u00a0c", "b \u00a0c"),
        ("a: 'b\n\u00a0c'", "b \u00a0c"),
        ("a: b\u00a0c", "b\u00a0c"),
        ("a:\tb", "b"),
    ],
)
def test_blanks_that_do_not_break_are_text_inside_texts(text, value):
    """There they are kept, and are no problem; nor is a tab after a colon."""
    assert read(text).value[0][1].value == value


def test_no_places_behind_the_end():
    """What is missing at the end is told where the text ends."""
    for text in ("a: 'b\n\n\n", "a:\n  - b\n c\n\n", "a: [b\n\n", "a: {\n"):
        (problem,) = compose(text, "f").problems
        rows = text.rstrip().split("\n")
        assert problem.line <= len(rows)
        assert problem.column <= len(rows[problem.line - 1])


def test_a_question_mark_in_brackets():
    """Without libyaml it needs quotes, and that is told."""
    composed = compose("a: [b?, c]", "f")
    assert composed.is_yaml or [problem.message for problem in composed.problems] == [
        "text with a ? in it needs quotes inside [ ] and { }"
    ]
    assert read("a: ['b?', c]\nd: e?\nf: [g]")


def test_slips_before_an_error():
    """They are told beside it, and the text is no YAML then."""
    composed = compose("a: b #c\nd: @e\n", "f")
    assert not composed.is_yaml
    assert [problem.line for problem in composed.problems] == [1, 2]
    assert told("a: b #c\nd: &e f\n") == [*told("a: b #c\nd: f\n"), *told("\nd: &e f\n")]


def test_slips_in_what_is_yaml():
    """They leave its document to be read."""
    composed = compose("a: b #c\n", "f")
    assert (composed.is_yaml, len(composed.problems)) == (True, 1)
    assert composed.document


@pytest.mark.parametrize("text", ["a: !<b", "- !!", "!<> a", "a: !%%% b", "!<x"])
def test_half_a_tag(text):
    """What begins as a tag is one, however it goes on."""
    (problem,) = told(text)
    place = text.rindex("!") + 1
    assert problem.startswith((f"f:1:{place}: YAML tags", f"f:1:{place - 1}: YAML tags"))


def test_what_a_parser_may_say_some_day():
    """A fault that is not known here is told in the parser's words."""
    error = yaml.MarkedYAMLError(None, None, "odd", yaml.Mark("f", 1, 0, 1, "ab", 1))
    assert _found(error, "odd", "ab") == (1, "not YAML: odd")

"""The script that prints how the code reads counts what it says."""

from pathlib import Path

import pytest
import style


def lines(finder, text):
    """The lines on which a finder finds something in a text."""
    return [finding.line for finding in style.find(finder, [style.parse(text)])]


def sizes(text):
    """The sizes of a text's statements, by line."""
    return {statement.line: statement.nodes for statement in style.statements(style.parse(text))}


def test_a_statement_is_measured_by_its_nodes():
    """The assignment, its target, the sum and its two terms; the operator is no node of its own."""
    assert sizes("total = first + second\n") == {1: 5}


def test_a_compound_statement_is_measured_by_its_header():
    """What is nested in it is measured on its own, and so is every branch."""
    text = """\
if ready:
    go(now)
elif late:
    pass
try:
    go()
except OSError as error:
    pass
match word:
    case "go":
        pass
"""
    assert sizes(text) == {1: 2, 2: 4, 3: 2, 4: 1, 5: 1, 6: 3, 7: 2, 8: 1, 9: 2, 10: 3, 11: 1}


def test_declarations_and_docstrings_are_not_measured():
    """The headers of functions and classes, and strings that stand alone, are left out."""
    text = '''\
"""Say what it is."""
class Lamp(Light):
    """Say what it is."""
    oil: int
    """Say what it is."""
    def burn(self, hours: int = 1 + 1) -> None:
        """Say what it does."""
        return None
'''
    assert sizes(text) == {4: 3, 8: 2}


def test_large_statements():
    """A list of 43 names makes 45 nodes, which may stay; one name more is too much."""
    names = ["name"] * 43
    text = f"[{', '.join(names)}]\n[{', '.join([*names, 'name'])}]\n"
    assert lines(style.large_statements, text) == [2]


@pytest.mark.parametrize(
    "text",
    [
        "[[cell for cell in row] for row in rows]",
        "sum(len(row) for row in [row for row in rows])",
        "{key: {cell for cell in row} for key, row in rows}",
        "[row for row in rows if any(cell for cell in row)]",
        "[(lambda: [cell for cell in row]) for row in rows]",
    ],
)
def test_nested_comprehensions(text):
    """A comprehension inside another counts wherever it stands; so does a generator."""
    assert lines(style.nested_comprehensions, text) == [1]


def test_comprehensions_that_are_not_nested():
    """Two loops of one comprehension, or two comprehensions side by side, are allowed."""
    text = "[cell for row in rows for cell in row] + [row for row in rows]"
    assert lines(style.nested_comprehensions, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[*(a if c else b)]",
        "go(*([x] if c else []))",
        "go(**(a if c else b))",
        "{**(a if c else b)}",
        "for x in *(a if c else b), d: pass",
    ],
)
def test_starred_conditionals(text):
    """A star or two before a conditional count in a call, in a display and in a tuple."""
    assert lines(style.starred_conditionals, text) == [1]


def test_stars_that_unpack_something_else():
    """A star before a name or a call is allowed, also with a conditional beside or inside."""
    text = "go(*a, b if c else d, **e)\n[*go(a if c else b)]\n{**a, 'b': c if d else e}"
    assert lines(style.starred_conditionals, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "f'{a if c else b}'",
        "f'{go(a if c else b)}'",
        "f'{x:{a if c else b}}'",
        "f'''{f'{a if c else b}'}'''",
    ],
)
def test_conditionals_in_f_strings(text):
    """A conditional counts at any depth, and once."""
    assert lines(style.conditionals_in_f_strings, text) == [1]


def test_conditionals_beside_f_strings():
    """An f-string in a branch of a conditional is allowed."""
    assert lines(style.conditionals_in_f_strings, "f'{a}' if c else f'{b}'") == []


@pytest.mark.parametrize(
    "text",
    [
        "def go(lamp): pass",
        "def go(*lamp): pass",
        "def go(**lamp): pass",
        "def go(): lamp = 1",
        "def go(): lamp, other = 1, 2",
        "def go(): [lamp for lamp in lamps]",
        "def go(): [x for x in lamps if (lamp := x)]",
        "go = lambda lamp: None",
        "async def go(*, lamp): pass",
        "class Lamps:\n def go(self, lamp): pass",
        "def go():\n for lamp in lamps: pass",
        "def go():\n with lamps as lamp: pass",
        "def go():\n try: pass\n except OSError as lamp: pass",
        "def go():\n match x:\n  case [lamp, *_]: pass",
        "def go():\n match x:\n  case [*lamp]: pass",
        "def go():\n match x:\n  case {**lamp}: pass",
        "def go():\n def lamp(): pass",
    ],
)
@pytest.mark.parametrize(
    "named",
    [
        "def lamp(): pass",
        "class lamp: pass",
        "import lamp",
        "from x import lamp",
        "if x:\n import x as lamp",
    ],
)
def test_shadows(named, text):
    """A parameter or local that hides a function, class or import of the module is found once."""
    assert len(lines(style.shadows, f"{named}\n{text}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "lamp = 1",
        "def go(): lamp()",
        "def go(): self.lamp = 1",
        "def go(): from x import lamp",
        "def go():\n global lamp\n lamp = 1",
        "class Lamps:\n def lamp(self): pass",
        "class Lamps:\n lamp = 1",
    ],
)
def test_names_that_hide_nothing(text):
    """Uses, attributes, methods, globals and imports that are put off do not count."""
    assert lines(style.shadows, f"def lamp(): pass\n{text}") == []


def test_a_variable_of_the_module_may_be_hidden():
    """Only functions, classes and imports count."""
    assert lines(style.shadows, "lamp = 1\ndef go(lamp): pass") == []


def test_a_name_is_hidden_once_by_each_function():
    """The first line that binds the name is the place; an inner function counts, too."""
    text = "import lamp\ndef go(lamp):\n lamp = 1\n def inner():\n  lamp = 2\n  lamp = 3\n"
    assert lines(style.shadows, text) == [2, 5]


def test_each_variables():
    """Loop variables and parameters called `each` are found, and only where they are bound."""
    text = "[\n each\n for each in x]\ndef go(\n each): pass\neach_one = each"
    assert lines(style.each_variables, text) == [3, 5]


def test_long_lines():
    """A line of 100 columns may stay; one of 101 is found."""
    assert lines(style.long_lines, f"# {'x' * 98}\n# {'x' * 99}\n") == [2]


def test_functions_that_take_the_briefing():
    """The name or the annotation of a parameter decides, quoted or dotted as well."""
    text = """\
def one(briefing): pass
def two(given: Briefing): pass
def three(*, given: "Briefing"): pass
def four(given: records.Briefing): pass
def five(given: list[Briefing]) -> Briefing: pass
class Room:
    async def six(self, briefing=None): pass
"""
    assert lines(style.briefing_functions, text) == [1, 2, 3, 4, 7]
    assert lines(style.functions, text) == [1, 2, 3, 4, 5, 7]


def test_look_ups():
    """A subscript of what belongs to the briefing is a look-up."""
    found = "briefing.topics[id]\nself.briefing.topics[id]\n"
    others = "briefing.topics\nbriefing[id]\ntopics[id]"
    assert lines(style.look_ups, found + others) == [1, 2]


def test_a_clean_folder_passes(tmp_path, capsys):
    """The figures are printed, and the exit code is 0."""
    (tmp_path / "rooms").mkdir()
    (tmp_path / "rooms" / "lamp.py").write_text("light = 1\n", encoding="utf-8")
    assert style.main(tmp_path) == 0
    printed = capsys.readouterr().out
    place = Path(tmp_path.name, "rooms", "lamp.py")
    assert "    1  statements\n" in printed
    assert f"    3  syntax nodes in the largest, {place}:1\n" in printed
    assert "    0  stars before a conditional (held at zero)\n" in printed


def test_what_is_held_at_zero_is_shown_by_its_place(tmp_path, capsys):
    """The exit code is 1, and the first line leads to the place."""
    (tmp_path / "lamp.py").write_text(
        "\nlights = [*(oil if cheap else current)]\n", encoding="utf-8"
    )
    assert style.main(tmp_path) == 1
    place, *figures = capsys.readouterr().out.splitlines()
    assert place == f"{Path(tmp_path.name, 'lamp.py')}:2: a star before a conditional"
    assert "    1  stars before a conditional (held at zero)" in figures


def test_what_is_only_watched_passes(tmp_path):
    """A variable named `each` is counted, and the exit code stays 0."""
    (tmp_path / "lamp.py").write_text("lights = [each for each in lamps]\n", encoding="utf-8")
    assert style.main(tmp_path) == 0


def test_an_empty_folder_passes(tmp_path, capsys):
    """There is no largest statement, and nothing fails."""
    assert style.main(tmp_path) == 0
    assert "largest" not in capsys.readouterr().out

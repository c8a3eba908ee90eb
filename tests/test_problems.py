"""Problems, and how they are said."""

from itupp.loading.problems import DataError, Problem, place_in


def test_a_problem():
    """It is told with its place, so that editors can go there; a warning is told apart."""
    assert str(Problem("a.yaml", 3, 5, "wrong")) == "a.yaml:3:5: error: wrong"
    assert str(Problem("a.yaml", 3, 5, "odd", warning=True)) == "a.yaml:3:5: warning: odd"
    assert Problem.at(None, "a.yaml", "cannot be read") == Problem("a.yaml", 0, 0, "cannot be read")
    assert str(Problem("a.yaml", 0, 0, "cannot be read")) == "a.yaml: error: cannot be read"


def test_a_problem_is_one_line():
    """Whatever stands in the data or a path; the same is not told twice."""
    forged = Problem("a\nb", 1, 1, 'unknown "x\ny:1:1: z"')
    assert str(forged) == 'a\\nb:1:1: error: unknown "x y:1:1: z"'
    assert str(DataError([forged, forged])) == str(forged)


def test_problems_are_told_in_order():
    """By file and line, whatever order they were found in; control characters are shown."""
    error = DataError(
        [
            Problem("b", 1, 1, "x"),
            Problem("a", 10, 1, "y\x1b"),
            Problem("a", 9, 1, "z"),
            Problem("a", 0, 0, "w"),
        ]
    )
    assert str(error) == ("a: error: w\na:9:1: error: z\na:10:1: error: y\\x1b\nb:1:1: error: x")


def test_what_is_not_seen_is_written_out():
    """A sign without a shape, or one that looks like a blank, by its number."""
    problem = Problem("a", 1, 1, 'unknown "\u200bx\u00a0y \xe9"')
    assert problem.text == 'unknown "<U+200B>x<U+00A0>y \xe9"'
    assert str(problem) == f"a:1:1: error: {problem.text}"


def test_places_count_as_editors_do():
    """Whatever the ends of lines are."""
    assert place_in("", 0) == (1, 1)
    assert [place_in("a\nb", at) for at in range(4)] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert place_in("a\r\nb\rc\u2028d", 6) == (3, 2)

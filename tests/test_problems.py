"""Problems, and how they are said."""

from itupp.loading.problems import DataError, Problem


def test_a_problem():
    """It is told with its place, so that editors can go there; a warning is told apart."""
    assert str(Problem("a.yaml", 3, 5, "wrong")) == "a.yaml:3:5: wrong"
    assert str(Problem("a.yaml", 3, 5, "odd", warning=True)) == "a.yaml:3:5: warning: odd"
    assert Problem.at(None, "a.yaml", "cannot be read") == Problem("a.yaml", 0, 0, "cannot be read")
    assert str(Problem("a.yaml", 0, 0, "cannot be read")) == "a.yaml: cannot be read"


def test_a_problem_is_one_line():
    """Whatever stands in the data or a path; the same is not told twice."""
    forged = Problem("a\nb", 1, 1, 'unknown "x\ny:1:1: z"')
    assert str(forged) == 'a\\nb:1:1: unknown "x y:1:1: z"'
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
    assert str(error) == "a: w\na:9:1: z\na:10:1: y\\x1b\nb:1:1: x"

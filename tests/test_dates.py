"""Dates as exact as they are known."""

import pytest

from itupp.dates import Date, is_written_as_date, read_date


@pytest.mark.parametrize("text", ["2022", "2022-09", "2022-09-26", "2024-02-29", "0001"])
def test_dates(text):
    """A year, a month or a day is read as it is written."""
    assert read_date(text) == text
    assert is_written_as_date(text)


@pytest.mark.parametrize("text", ["2022-13", "2022-00", "2023-02-29", "2022-09-31", "0000"])
def test_days_that_there_are_not(text):
    """They are written as dates and are none."""
    assert read_date(text) is None
    assert is_written_as_date(text)


OTHERS = (
    *("", "May 2022", "2022-9", "2022-9-1", "22-09-26", "2022-2024", "2022-09-26-1", "26.9.2022"),
    *("2022/09", "-2022", "2022-", "\u0662\u0660\u0662\u0662", "\u00b2022", "2022 "),
)


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_date(text):
    """Other texts are none, however people write dates elsewhere."""
    assert read_date(text) is None
    assert not is_written_as_date(text)
    assert read_date(None) is None


@pytest.mark.parametrize(
    ("later", "earlier"),
    [("2023", "2022"), ("2022-10", "2022-09-26"), ("2023", "2022-12-31"), ("2022-02", "2022-01")],
)
def test_later(later, earlier):
    """The later of two is after the other, and not the other way round."""
    assert Date(later).is_after(Date(earlier))
    assert not Date(earlier).is_after(Date(later))


@pytest.mark.parametrize(("one", "other"), [("2022", "2022-09"), ("2022-09", "2022-09-26")])
def test_what_is_not_known_to_be_later(one, other):
    """A year is neither before nor after its months."""
    assert not Date(one).is_after(Date(other))
    assert not Date(other).is_after(Date(one))

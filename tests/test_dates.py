"""Dates, as exact as they are known."""

import pytest

from itupp.dates import Date, date_of, is_written_as_date, latest_in


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2022", Date(2022)),
        ("2022-09", Date(2022, 9)),
        ("2022-09-26", Date(2022, 9, 26)),
        ("2024-02-29", Date(2024, 2, 29)),
        ("0987", Date(987)),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day(text, date):
    """It is written back as it was read."""
    assert date_of(text) == date
    assert str(date) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "22", "20222", "2022-9", "2022-13", "2022-00", "2022-02-30", "2023-02-29"),
        *(
            "2022-09-00",
            "0000",
            "2022-09-26 ",
            "2022/09",
            "26 September 2022",
            "\u0662\u0660\u0662\u0662",
        ),
    ],
)
def test_what_is_no_date(text):
    """Days that there are not, and other ways to write one."""
    assert date_of(text) is None


def test_a_date_may_mean_several_days():
    """From the first that may be meant to the last."""
    assert (Date(2022).first, Date(2022).last) == ((2022, 1, 1), (2022, 12, 31))
    assert (Date(2022, 9).first, Date(2022, 9).last) == ((2022, 9, 1), (2022, 9, 31))
    assert Date(2022, 9, 26).first == Date(2022, 9, 26).last == (2022, 9, 26)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("", None),
        ("soon", None),
        ("Minneapolis, 1998", Date(1998)),
        ("April 2031", Date(2031, 4)),
        ("1 May 2031, outcomes as of 30 June 2031", Date(2031, 6, 30)),
        ("2031-05-09", Date(2031, 5, 9)),
        ("September 2022; on 24 November 2026", Date(2026, 11, 24)),
        ("2026, or 24 November 2025", Date(2026)),
        ("31 February 2031", None),
        ("Document 12345", None),
    ],
)
def test_the_latest_date_in_a_text(text, date):
    """Whatever way it is written in."""
    assert latest_in(text) == date


@pytest.mark.parametrize("text", ["2022-13", "2022-00", "2023-02-29", "2022-09-31", "0000"])
def test_days_that_there_are_not(text):
    """They are written as dates and are none."""
    assert date_of(text) is None
    assert is_written_as_date(text)


@pytest.mark.parametrize(
    ("later", "earlier"),
    [("2023", "2022"), ("2022-10", "2022-09-26"), ("2023", "2022-12-31"), ("2022-02", "2022-01")],
)
def test_later(later, earlier):
    """The later of two is after the other, and not the other way round."""
    assert date_of(later).is_after(date_of(earlier))
    assert not date_of(earlier).is_after(date_of(later))


@pytest.mark.parametrize(("one", "other"), [("2022", "2022-09"), ("2022-09", "2022-09-26")])
def test_what_is_not_known_to_be_later(one, other):
    """A year is neither before nor after its months."""
    assert not date_of(one).is_after(date_of(other))
    assert not date_of(other).is_after(date_of(one))

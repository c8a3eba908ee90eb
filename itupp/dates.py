"""Dates, as exact as they are known: a year, a month or a day."""

import re
from typing import NamedTuple, Self

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class Date(NamedTuple):
    """A year, with its month and its day where these are known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> tuple[int, int, int]:
        """The first day that may be meant."""
        return (self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> tuple[int, int, int]:
        """The last day that may be meant; no month is longer."""
        return (self.year, self.month or 12, self.day or 31)

    def is_after(self, other: Self) -> bool:
        """Whether it is later for certain: September 2022 is not said to be after 2022."""
        return self.first > other.last

    def __str__(self) -> str:
        """As the data writes it: 2022, 2022-09 or 2022-09-26."""
        known = filter(None, (self.month, self.day))
        return "-".join((f"{self.year:04}", *(f"{part:02}" for part in known)))


_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def is_written_as_date(text: str) -> bool:
    """Whether a text has the form of a date, be there such a day or not."""
    return _WRITTEN.fullmatch(text) is not None


def date_of(text: str) -> Date | None:
    """The date that a text is: 2022, 2022-09 or 2022-09-26; None where there is no such day."""
    written = _WRITTEN.fullmatch(text)
    if not written:
        return None
    year, month, day = (int(part) if part else None for part in written.groups())
    return existing(year or 0, month, day)


def existing(year: int, month: int | None, day: int | None) -> Date | None:
    """The date of these numbers; None where the calendar has no such day."""
    from datetime import date  # not needed at the start

    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Date(year, month, day)


def latest_in(text: str) -> Date | None:
    """The latest date that an English text names: 2022-09-26, 26 September 2022 or just 2022."""
    names = "|".join(MONTHS)
    written = re.compile(
        rf"\b(\d{{4}}(?:-\d\d)+)\b|(?:\b(\d{{1,2}}) )?\b({names}) (\d{{4}})\b|\b([12]\d{{3}})\b"
    )
    dates = [_dated(*found.groups()) for found in written.finditer(text)]
    return max(filter(None, dates), key=lambda date: date.last, default=None)


def _dated(
    iso: str | None, day: str | None, month: str | None, year: str | None, alone: str | None
) -> Date | None:
    """The date of one place in a text, in one of the ways to write it."""
    if month and year:
        return existing(int(year), MONTHS.index(month) + 1, int(day) if day else None)
    return date_of(iso or alone or "")

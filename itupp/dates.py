"""Dates as exact as they are known: a year, a month or a day, as ISO 8601 writes them."""

from typing import Self

_FORMS = ((4,), (4, 2), (4, 2, 2))
"""How many digits the parts of a date have."""


class Date(str):
    """A date such as 2022, 2022-09 or 2022-09-26; it is a text, and sorts as one."""

    __slots__ = ()

    def is_after(self, other: Self) -> bool:
        """Whether it is later for certain: September 2022 is not said to be after 2022."""
        known = min(len(self), len(other))
        return self[:known] > other[:known]


def is_written_as_date(text: str) -> bool:
    """Whether a text has the form of a date, be there such a day or not."""
    parts = text.split("-")
    digits = text.isascii() and all(part.isdigit() for part in parts)
    return digits and tuple(map(len, parts)) in _FORMS


def read_date(text: str | None) -> Date | None:
    """The date that a text is; None where it has another form, or there is no such day."""
    if not text or not is_written_as_date(text):
        return None
    from datetime import date

    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Date(text)

"""How the program ends: every exit code and what it means, for scripts, the help and the README."""

from enum import IntEnum
from typing import Self


class Exit(IntEnum):
    """An exit code; `meaning` says when the program ends with it."""

    meaning: str

    ANSWERED = 0, "answered"
    NO = (
        1,
        "asked, and the answer is no: unknown name, nothing matched, mistakes found,"
        " output that cannot be written",
    )
    USAGE = 2, "wrong usage"
    DATA = 3, "the dataset is missing, unreadable or invalid"
    INTERRUPTED = 130, "interrupted"
    PIPE_CLOSED = 141, "ended by a pipe that closed, as after `| head`"

    def __new__(cls, code: int, meaning: str) -> Self:
        """The code as a number, with its meaning."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

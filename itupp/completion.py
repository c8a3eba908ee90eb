"""What a shell offers on TAB: ids, each with its name.

A dataset is a stranger's, and zsh evaluates what it is given. So nothing but an id is offered, and
`check` refuses ids with signs that a shell reads; a label loses them here.
"""

from collections.abc import Callable, Iterable
from typing import Any
from unicodedata import normalize

import typer

from itupp.briefing import Briefing, Named
from itupp.loading import DataError
from itupp.options import Request
from itupp.text import UNSAFE, fold, shortened

Offers = list[tuple[str, str]]
Completion = Callable[[typer.Context, str], Offers]

LABEL_COLUMNS = 70
_EVALUATED = frozenset("\\$`")
_REPLACED = "?"


def label(text: str) -> str:
    """A text for a shell to show beside an id: one line, with nothing in it to evaluate."""
    line = " ".join(text.split())
    return shortened("".join(map(_safe, line)), LABEL_COLUMNS)


def _safe(character: str) -> str:
    """A character, or a question mark for one that drives a terminal or that a shell evaluates.

    Some, such as the wide dollar sign, become one of these only where the output has no more than
    ASCII.
    """
    dangerous = character in UNSAFE or not _EVALUATED.isdisjoint(normalize("NFKD", character))
    return _REPLACED if dangerous else character


class _Offered(str):
    """A candidate that typer passes on; it drops those that do not begin with what was typed."""

    __slots__ = ()

    def startswith(self, *_: Any) -> bool:
        """Whether to pass it on: that it begins a name which was typed is known here."""
        return True


Choice = Callable[[Briefing], Iterable[Named]]


def _offer(*choices: Choice) -> Completion:
    """Complete the beginning of a name from the first choice that has any."""

    def complete(ctx: typer.Context, incomplete: str) -> Offers:
        try:
            briefing = Request(ctx).briefing
        except (DataError, typer.TyperException):
            return []
        found = (_beginning(incomplete, choice(briefing)) for choice in choices)
        return next(filter(None, found), [])

    return complete


def _beginning(incomplete: str, records: Iterable[Named]) -> Offers:
    """The ids that begin so, with their labels; where none does, those of names that do."""
    everyone = list(records)
    begin = [record for record in everyone if record.id.startswith(incomplete)]
    begin = begin or [record for record in everyone if _is_called(incomplete, record)]
    return [(_Offered(record.id), label(record.label)) for record in begin]


def _is_called(incomplete: str, record: Named) -> bool:
    """Whether a name of a record begins so, in any case."""
    begins = fold(incomplete)
    return bool(begins) and any(fold(name).startswith(begins) for name in record.names)


def _subjects(briefing: Briefing) -> Iterable[Named]:
    """The topics and those who speak."""
    yield from briefing.topics.values()
    yield from briefing.proponents


def _recorded(briefing: Briefing) -> Iterable[Named]:
    """The topics and the resolutions; to offer questions, too, the record would have to be read."""
    yield from briefing.topics.values()
    yield from briefing.resolutions.values()


recorded = _offer(_recorded, lambda briefing: briefing.everyone)
topics = _offer(lambda briefing: briefing.topics.values())
proponents = _offer(lambda briefing: briefing.proponents, lambda briefing: briefing.everyone)
subjects = _offer(_subjects, lambda briefing: briefing.everyone)
resolutions = _offer(lambda briefing: briefing.resolutions.values())
terms = _offer(lambda briefing: briefing.terms.values())
addressees = _offer(lambda briefing: briefing.addressees.values())
sections = _offer(lambda briefing: briefing.sections.values())
positions = _offer(lambda briefing: briefing.positions)

"""What a shell offers on TAB: ids, each with its name.

A dataset is a stranger's, and zsh evaluates what it is given. So nothing but an id is offered, and
`check` refuses ids with signs that a shell reads; a label loses them here.
"""

from collections.abc import Callable, Iterable
from unicodedata import normalize

import typer

from itupp.briefing import Briefing, Named
from itupp.loading import DataError
from itupp.options import Request
from itupp.text import UNSAFE, shortened

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


Choice = Callable[[Briefing], Iterable[Named]]


def _offer(*choices: Choice) -> Completion:
    """Complete the beginning of an id from the first choice that has any."""

    def complete(ctx: typer.Context, incomplete: str) -> Offers:
        try:
            briefing = Request(ctx).briefing
        except (DataError, typer.TyperException):
            return []
        found = (_beginning(incomplete, choice(briefing)) for choice in choices)
        return next(filter(None, found), [])

    return complete


def _beginning(incomplete: str, records: Iterable[Named]) -> Offers:
    """The records whose ids begin so, with their labels."""
    begin = (record for record in records if record.id.startswith(incomplete))
    return [(record.id, label(record.label)) for record in begin]


def _subjects(briefing: Briefing) -> Iterable[Named]:
    """The topics and those who speak."""
    yield from briefing.topics.values()
    yield from briefing.proponents


topics = _offer(lambda briefing: briefing.topics.values())
proponents = _offer(lambda briefing: briefing.proponents, lambda briefing: briefing.everyone)
subjects = _offer(_subjects, lambda briefing: briefing.everyone)
resolutions = _offer(lambda briefing: briefing.resolutions.values())
terms = _offer(lambda briefing: briefing.terms.values())
addressees = _offer(lambda briefing: briefing.addressees.values())
sections = _offer(lambda briefing: briefing.sections.values())
positions = _offer(lambda briefing: briefing.positions)

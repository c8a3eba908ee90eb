"""What a shell offers on TAB: ids, each with its name.

A dataset is a stranger's, and zsh evaluates what it is given. So nothing but an id is offered, and `check` refuses ids
with signs that a shell reads; a label loses them here.
"""

from collections.abc import Callable, Iterable
from unicodedata import normalize

import typer

from itupp import options
from itupp.models import Briefing, Named
from itupp.problems import DataError
from itupp.text import UNSAFE, shortened

Offers = list[tuple[str, str]]
Completion = Callable[[typer.Context, str], Offers]

LABEL_COLUMNS = 70
_EVALUATED = frozenset("\\$`")
_REPLACED = "?"


def label(text: str) -> str:
    """A text as a shell may show it beside an id: one line of at most 70 columns, with nothing in it to evaluate."""
    line = " ".join(text.split())
    return shortened("".join(map(_safe, line)), LABEL_COLUMNS)


def _safe(character: str) -> str:
    """A character, or a question mark for one that drives a terminal or that a shell evaluates.

    Some, such as the wide dollar sign, become one of these only where the output has no more than ASCII.
    """
    dangerous = character in UNSAFE or not _EVALUATED.isdisjoint(normalize("NFKD", character))
    return _REPLACED if dangerous else character


def _offer(*choices: Callable[[Briefing], Iterable[Named]]) -> Completion:
    """Completes the beginning of an id: from the first choice or, where that has none, from the next."""

    def complete(ctx: typer.Context, incomplete: str) -> Offers:
        from itupp.dataset import load  # only a completion that is asked for needs it

        try:
            briefing = load(options.dataset(ctx))
        except (DataError, typer.TyperException):
            return []
        for named in choices:
            records = (record for record in named(briefing) if record.id.startswith(incomplete))
            offers = [(record.id, label(record.label)) for record in records]
            if offers:
                return offers
        return []

    return complete


topics = _offer(lambda briefing: briefing.topics.values())
proponents = _offer(lambda briefing: briefing.proponents, lambda briefing: briefing.everyone)
subjects = _offer(
    lambda briefing: (*briefing.topics.values(), *briefing.proponents), lambda briefing: briefing.everyone
)
resolutions = _offer(lambda briefing: briefing.resolutions.values())
terms = _offer(lambda briefing: briefing.terms.values())
addressees = _offer(lambda briefing: briefing.addressees.values())
sections = _offer(lambda briefing: briefing.sections.values())
positions = _offer(lambda briefing: briefing.positions)

"""What a shell offers on TAB: ids, each with its name."""

from collections.abc import Callable, Iterable

import typer

from itupp import options
from itupp.models import Briefing, Named
from itupp.problems import DataError
from itupp.text import one_line

Offers = list[tuple[str, str]]
Completion = Callable[[typer.Context, str], Offers]


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
            offers = [(record.id, one_line(record.label)) for record in records]
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
addressees = _offer(lambda briefing: briefing.addressees.values())
sections = _offer(lambda briefing: briefing.sections.values())
positions = _offer(lambda briefing: briefing.positions)

"""What there was before this conference, in a line or two, wherever its own is told."""

from collections.abc import Iterator, Sequence

from itupp.answers import phrases
from itupp.briefing import Entry, Proponent, Resolution, Topic
from itupp.dates import latest_in

LATEST = 2
"""So many decisions before this conference are told where its own are asked for."""


def before(subject: Topic | Resolution | Proponent, *, own: bool = False) -> tuple[str, ...]:
    """What there was before this conference, if anything is recorded.

    Of a topic the last decisions, of a resolution where it was adopted and when revised, of a
    proponent how much it asked for, for itself where only its own counts.
    """
    if isinstance(subject, Resolution):
        return tuple(_adopted_and_revised(subject))
    begins = subject.briefing.first_day
    entries = subject.record if isinstance(subject, Topic) else subject.record(own=own)
    earlier = [entry for entry in entries if not begins or entry.date.last < begins.first]
    if isinstance(subject, Topic):
        latest = [entry for entry in earlier if entry.decided] or earlier
        return tuple(map(_in_a_line, latest[-LATEST:]))
    return tuple(_asked_for(earlier))


def _in_a_line(entry: Entry) -> str:
    """When, and what was decided or asked for."""
    asked = "" if entry.decided else "asked for: "
    return f"{entry.date.year} {asked}{entry.label}"


def _adopted_and_revised(resolution: Resolution) -> Iterator[str]:
    """In one line where it was adopted and when revised, but for what came of it now."""
    ends = resolution.briefing.last_day
    now = str(ends.year) if ends and resolution.outcome else ""
    years = list(map(_year_of, resolution.revised))
    revised = ", ".join(year for year in years if year != now)
    told = [f"adopted {resolution.adopted}"] if resolution.adopted else []
    told += [f"revised {revised}"] if revised else []
    if told:
        yield "; ".join(told)


def _year_of(place: str) -> str:
    """The year in the name of a place and a year, or the name where there is none."""
    date = latest_in(place)
    return str(date.year) if date else place


def _asked_for(earlier: Sequence[Entry]) -> Iterator[str]:
    """How much somebody asked for, and from when to when."""
    if earlier:
        number = phrases.counted(len(earlier), "position")
        span = phrases.span_of(entry.date.year for entry in earlier)
        yield f"{number}, {span}"

"""Print the README's pictures: `python tests/pictures.py`.

One shows what a terminal shows, the other is `itupp compare -f svg`. Both ask nothing of a network.
"""

import io
import re
from pathlib import Path

from rich.console import Console

from itupp import lookup
from itupp.answers import comparison, proponents
from itupp.loading import load
from itupp.output.printing import view_for_people
from itupp.output.svg import svg_text
from itupp.output.terminal import page

FOLDER = Path(__file__).parent / "pictures"

WIDTH = 80

NAMES = ("kenya", "compare")
"""The pictures there are."""

_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""Rich names fonts on a server; the reader's own will do."""


def picture(name):
    """The text of the SVG file."""
    briefing = load()
    if name == "kenya":
        return terminal(proponents.show(lookup.proponent(briefing, name)), "itupp kenya")
    room = comparison.show_room(briefing, list(briefing.topics.values()), full=False)
    return svg_text(room.picture())


def terminal(answer, command):
    """A terminal in which a command has been answered."""
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        highlight=False,
        force_terminal=True,
        color_system="256",
        _environ={},
    )
    console.print(page(view_for_people(answer), WIDTH), crop=False)
    svg = console.export_svg(title=command, unique_id=command.replace(" ", "-"))
    return _FONTS.sub("", svg)


def main():
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    for name in NAMES:
        (FOLDER / f"{name}.svg").write_text(picture(name), encoding="utf-8")


if __name__ == "__main__":
    main()

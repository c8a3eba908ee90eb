"""Print the README's pictures: `python tests/pictures.py`.

They show what a terminal shows, as SVG files that ask nothing of a network.
"""

import io
import re
from pathlib import Path

from rich.console import Console

from itupp import lookup
from itupp.answers import comparison, proponents
from itupp.loading import load
from itupp.output.printing import view_for_people
from itupp.output.terminal import page

FOLDER = Path(__file__).parent / "pictures"

WIDTH = 80

COMMANDS = {"kenya": "itupp kenya", "compare": "itupp compare"}
"""For each picture the command that it shows."""

_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""Rich names fonts on a server; the reader's own will do."""


def answer_of(name):
    """The answer that a picture shows."""
    briefing = load()
    if name == "kenya":
        return proponents.show(lookup.proponent(briefing, name))
    return comparison.show_room(briefing, list(briefing.topics.values()), full=False)


def picture(name):
    """The text of the SVG file."""
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        highlight=False,
        force_terminal=True,
        color_system="256",
        _environ={},
    )
    console.print(page(view_for_people(answer_of(name)), WIDTH), crop=False)
    svg = console.export_svg(title=COMMANDS[name], unique_id=f"itupp-{name}")
    return _FONTS.sub("", svg)


def main():
    """Write every picture."""
    FOLDER.mkdir(exist_ok=True)
    for name in COMMANDS:
        (FOLDER / f"{name}.svg").write_text(picture(name), encoding="utf-8")


if __name__ == "__main__":
    main()

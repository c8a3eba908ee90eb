"""The one place that prints answers."""

import os
import shutil
import sys
from typing import Any

from itupp.answers.view import Answer, View
from itupp.output.formats import OF_VIEWS, Format, json_text

PIPE_WIDTH = 1_000_000
"""Columns enough for any row to be one line."""


def print_answer(answer: Answer, form: Format, note: str | None = None) -> None:
    """Print an answer on stdout in a format, for people with a note at its end."""
    if form is Format.JSON:
        print_json(answer.document())
        return
    view = answer.view()
    view.note(note)
    if form is Format.TABLE:
        _print_table(view)
    else:
        print(OF_VIEWS[form](view), end="")


def print_json(document: Any) -> None:
    """Print a document on stdout, in ASCII where stdout has no more."""
    encoding = sys.stdout.encoding or "utf-8"  # a stream of text alone has none, and takes all
    plain = not encoding.lower().startswith("utf")
    print(json_text(document, plain=plain), end="")


def _print_table(view: View) -> None:
    """Print a view: folded on a terminal or where COLUMNS is set, otherwise as wide as it is."""
    from rich.console import Console  # only tables need it

    from itupp.output.terminal import render

    folds = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    width = shutil.get_terminal_size().columns if folds else None
    console = Console(width=width or PIPE_WIDTH, highlight=False)
    for part in render(view, width):
        console.print(part, no_wrap=True, overflow="ignore", crop=False)

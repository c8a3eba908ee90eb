"""The one place that prints answers."""

import errno
import os
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from itupp.answers.view import Answer, View
from itupp.output.formats import OF_VIEWS, Format, json_text

if TYPE_CHECKING:
    from itupp.answers.page import Page

ANY_SIZE = 100
"""Lines of a screen, and columns where nothing is folded; nothing depends on them."""


def print_answer(answer: Answer, form: Format, notes: Iterable[str] = (), option: str = "") -> None:
    """Print an answer on stdout in a format, for people with what to type next and notes.

    The `option` that names the dataset goes with each command that is proposed.
    """
    if form is Format.JSON:
        print_json(answer.document())
    elif form is Format.TABLE:
        _print_table(view_for_people(answer, notes, option))
    elif form is Format.SVG and answer.picture:
        from itupp.output.svg import svg_text  # only pictures need it

        _print_markup(svg_text(answer.picture()))
    else:
        _print_text(OF_VIEWS[form](view_for_people(answer, notes, option)), form)


def _print_text(text: str, form: Format) -> None:
    """Print a view in a format; raises OSError for data that stdout has not every letter of."""
    if form is Format.HTML:
        _print_markup(text)
    elif form in (Format.CSV, Format.TSV):
        _print_data(text)
    else:
        print(text, end="")


def _print_data(text: str) -> None:
    """Print data on stdout; raises OSError where stdout has not every letter of it."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError as error:
        letter = ord(text[error.start])
        why = f"{encoding} has no U+{letter:04X}; PYTHONIOENCODING=utf-8 has every letter"
        raise OSError(errno.EILSEQ, why) from None
    print(text, end="")


def view_for_people(answer: Answer, notes: Iterable[str] = (), option: str = "") -> View:
    """What a person is shown of an answer, with what to type next and notes at its end."""
    view = answer.view()
    view.commands([f"{command}{option}" for command in view.next_commands])
    view.notes(notes)
    return view


def print_json(document: Any) -> None:
    """Print a document on stdout, in ASCII where stdout has no more."""
    print(json_text(document, plain=_is_plain()), end="")


def print_page(page: "Page") -> None:
    """Print a whole briefing on stdout as one web page."""
    from itupp.output.page import page_text  # only this needs it

    _print_markup(page_text(page))


def _print_markup(text: str) -> None:
    """Print HTML or SVG on stdout, letters as their numbers where stdout has only ASCII."""
    if _is_plain():
        text = text.encode("ascii", errors="xmlcharrefreplace").decode()
    print(text, end="")


def _is_plain() -> bool:
    """Whether stdout may lack letters."""
    encoding = sys.stdout.encoding or "utf-8"  # a stream of text alone has none, and takes all
    return not encoding.lower().startswith("utf")


def _print_table(view: View) -> None:
    """Print a view: folded on a terminal or where COLUMNS is set, otherwise as wide as it is."""
    folds = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    size = shutil.get_terminal_size()
    width = size.columns if folds else None
    text = drawn(view, width)
    if not _is_paged(text, size.lines):
        print(text, end="")


def drawn(view: View, width: int | None) -> str:
    """A view as text of a width, or of any where it is None.

    rich draws it only where there is something to fold or to colour. A file that -o names has no
    colours, even where they are forced.
    """
    to_file = not sys.stdout.encoding
    if width is None and (to_file or not os.environ.get("FORCE_COLOR")):
        from itupp.output.layout import plain_text

        return plain_text(view)
    from rich.console import Console

    from itupp.output.terminal import page

    # with a height, too, it asks neither the environment nor a terminal that it takes to be dumb
    console = Console(
        width=width or ANY_SIZE,
        height=ANY_SIZE,
        color_system=None if to_file else "auto",
    )
    with console.capture() as captured:
        console.print(page(view, width), crop=False)
    return captured.get()


def _is_paged(text: str, lines: int) -> bool:
    """Show a text that is higher than the screen in the pager that ITUPP_PAGER names, if any."""
    pager = os.environ.get("ITUPP_PAGER", "").strip()
    if not pager or not sys.stdout.isatty() or text.count("\n") < lines:
        return False
    import shlex  # only a pager needs these
    import signal
    import subprocess

    interrupted = signal.signal(signal.SIGINT, lambda *_: None)  # the key is the pager's
    try:
        subprocess.run(shlex.split(pager), input=text, encoding="utf-8", check=False)
    except (OSError, ValueError):
        return False  # there is no such pager: the answer is printed as it is
    finally:
        signal.signal(signal.SIGINT, interrupted)
    return True

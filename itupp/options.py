"""The options that every command has, before the subcommand or after it, and what they ask for."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from functools import cached_property, wraps
from inspect import Parameter, Signature, signature
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from itupp.briefing import Briefing
from itupp.loading import load
from itupp.loading.report import Report
from itupp.output.formats import BY_SUFFIX, Format
from itupp.text import shell_word

Data = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="PATH",
        help="A dataset (file or folder) in the place of the bundled one; also ITUPP_DATA.",
        readable=False,  # what cannot be read is told by the loader, like all else that is wrong
    ),
]

Form = Annotated[
    list[Format] | None,
    typer.Option(
        "--format", "-f", help="How to print it; table if not given.", case_sensitive=False
    ),
]

CheckForm = Annotated[
    list[Report] | None,
    typer.Option(
        "--format", "-f", help="How to print it; table if not given.", case_sensitive=False
    ),
]

Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write it to a file; its suffix tells the format: .html, .csv, .md ...",
    ),
]


def with_common_options(command: Callable[..., None], *, form: Any = Form) -> Callable[..., None]:
    """Give a command the options that every command has; a Request reads them from the context.

    A command that prints no answer can have formats of its own.
    """
    common = (_option("data", Data), _option("format", form), _option("output", Output))

    @wraps(command)
    def run(ctx: typer.Context, **given: Any) -> None:
        for option in common:
            del given[option.name]
        with _delivered(Request(ctx)):
            command(ctx, **given)

    own = signature(command).parameters.values()
    run.__signature__ = Signature([*own, *common])  # type: ignore[attr-defined]  # typer reads it
    return run


def _option(name: str, annotation: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


@contextmanager
def _delivered(request: "Request") -> Iterator[None]:
    """Write what is printed to the file that is asked for, if one is; not where it fails."""
    path = None if request.goes_on else request.output
    if path is None:
        yield
        return
    from itupp.output.writing import write  # only they who write to a file need it

    printed = StringIO()
    try:
        with redirect_stdout(printed):
            yield
    except typer.Exit:  # an answer that is no, which can be read all the same
        print(write(path, printed.getvalue(), request.format), file=sys.stderr)
        raise
    print(write(path, printed.getvalue(), request.format), file=sys.stderr)


class Request:
    """What a command is asked besides its own arguments: on which dataset, in which format."""

    def __init__(self, ctx: typer.Context) -> None:
        self._ctx = ctx

    @cached_property
    def briefing(self) -> Briefing:
        """The briefing asked for, loaded when needed; raises DataError and TyperException."""
        return load(self.path)

    @property
    def path(self) -> Path | None:
        """The dataset asked for, on the command line or else in the environment.

        None for the bundled one. Raises TyperException for two.
        """
        path = os.environ.get("ITUPP_DATA")
        return self.named or (path_typed(path) if path else None)

    @property
    def named(self) -> Path | None:
        """The dataset asked for on the command line; raises TyperException for two."""
        path = self._once("data")
        if path and "://" in path:
            self.refuse("--data needs a file or folder, and nothing is fetched from an address")
        if path == "":
            self.refuse("--data needs the path of a file or folder")
        return path_typed(path) if path else None

    @property
    def form(self) -> Format | None:
        """The format asked for, or else that of the file; raises TyperException for two."""
        return Format(self.format) if self.format else None

    @property
    def format(self) -> str | None:
        """The same by its name; a check has formats of its own."""
        chosen = self._once("format")
        if chosen or self.output is None:
            return chosen
        suffix = self.output.suffix.lower()
        if suffix not in BY_SUFFIX:
            self.refuse(f'no format for "{self.output.name}"; {_to_take(suffix)}')
        return BY_SUFFIX[suffix]

    @property
    def output(self) -> Path | None:
        """The file to write to, if it is not stdout; raises TyperException for two."""
        path = self._once("output")
        if path == "":
            self.refuse("--output needs the path of a file")
        return path_typed(path) if path and path != "-" else None

    @property
    def goes_on(self) -> bool:
        """Whether a subcommand follows, which has these options as well."""
        return self._ctx.invoked_subcommand is not None

    @property
    def report(self) -> Report | None:
        """The format asked for of a check; raises TyperException for two, and for any other."""
        chosen = self.format
        if chosen and chosen not in tuple(Report):
            self.refuse(f"a check is printed as {', '.join(Report)}, not as {chosen}")
        return Report(chosen) if chosen else None

    @property
    def option(self) -> str:
        """The option that names the dataset, if it was given, for commands that are proposed."""
        return f" --data {path_to_paste(self.named)}" if self.named else ""

    def refuse(self, message: str) -> NoReturn:
        """End with a usage error; raises TyperException."""
        self._ctx.fail(message)

    def _once(self, option: str) -> str | None:
        """The one value of an option, as it was typed, wherever it was given and however often."""
        ctx = self._ctx
        contexts = [ctx] if ctx.parent is None else [ctx.parent, ctx]
        given = (value for context in contexts for value in context.params.get(option) or ())
        values = set(map(str, given))
        if len(values) > 1:
            self.refuse(f"--{option} is given twice, with different values")
        return values.pop() if values else None


_INSTEAD = {
    **dict.fromkeys((".docx", ".doc", ".odt", ".rtf"), ".html, which Word and LibreOffice open"),
    **dict.fromkeys((".xlsx", ".xls", ".ods"), ".csv, which Excel and LibreOffice open"),
    ".pdf": ".html, which a browser prints as PDF",
    **dict.fromkeys((".pptx", ".png"), ".svg, a picture that slides take (of compare alone)"),
}
"""For suffixes that people ask for, the one that serves."""


def _to_take(suffix: str) -> str:
    """Which suffixes there are, or which one serves for another."""
    any_of_them = f"one of {', '.join(BY_SUFFIX)}, or give --format, too"
    return f"take {_INSTEAD.get(suffix, any_of_them)}"


def path_typed(text: str) -> Path:
    """A path as people mean it: shells leave a `~` alone in quotes, after `=` and on TAB."""
    path = Path(text)
    with suppress(RuntimeError):  # nobody knows where this home is
        return path.expanduser() if text.startswith("~") and not path.exists() else path
    return path


def path_to_paste(path: Path) -> str:
    """A path in a proposed command; the word PATH where shells would not read it alike."""
    text = path.as_posix()
    return shell_word(f"./{text}" if text.startswith("-") else text) or "PATH"

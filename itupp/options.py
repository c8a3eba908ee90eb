"""The options that every command has, before the subcommand or after it, and what they ask for."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from itupp.briefing import Briefing
from itupp.loading import load
from itupp.loading.report import Report
from itupp.output.formats import Format
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


def with_common_options(command: Callable[..., None], *, form: Any = Form) -> Callable[..., None]:
    """Give a command the options that every command has; a Request reads them from the context.

    A command that prints no answer can have formats of its own.
    """
    common = (_option("data", Data), _option("format", form))

    @wraps(command)
    def run(**given: Any) -> None:
        for option in common:
            del given[option.name]
        command(**given)

    own = signature(command).parameters.values()
    run.__signature__ = Signature([*own, *common])  # type: ignore[attr-defined]  # typer reads it
    return run


def _option(name: str, annotation: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


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
        """The format asked for; raises TyperException for two."""
        chosen = self._once("format")
        return Format(chosen) if chosen else None

    @property
    def report(self) -> Report | None:
        """The format asked for of a check; raises TyperException for two, and for any other."""
        chosen = self._once("format")
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

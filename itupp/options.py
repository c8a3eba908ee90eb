"""The options that every command has, before the subcommand or after it."""

import os
from pathlib import Path
from typing import Annotated

import typer

from itupp.formats import Format

Data = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="PATH",
        help="A dataset (file or folder) in the place of the bundled one; also ITUPP_DATA.",
        readable=False,  # what cannot be read is told by the loader, like all else that is wrong with a dataset
    ),
]
Form = Annotated[list[Format] | None, typer.Option("--format", "-f", help="How to print it; table if not given.")]


def dataset(ctx: typer.Context) -> Path | None:
    """The dataset asked for, on the command line or else in the environment; raises TyperException for two."""
    path = os.environ.get("ITUPP_DATA")
    return named(ctx) or (Path(path) if path else None)


def named(ctx: typer.Context) -> Path | None:
    """The dataset asked for on the command line; raises TyperException for two."""
    path = _once(ctx, "data")
    if path == "":
        ctx.fail("--data needs the path of a file or folder")
    return Path(path) if path else None


def format(ctx: typer.Context) -> Format | None:
    """The format asked for; raises TyperException for two."""
    chosen = _once(ctx, "format")
    return Format(chosen) if chosen else None


def _once(ctx: typer.Context, option: str) -> str | None:
    """The one value of an option, as it was typed, wherever it was given and however often."""
    contexts = [ctx] if ctx.parent is None else [ctx.parent, ctx]
    values = {str(value) for each in contexts for value in each.params.get(option) or ()}
    if len(values) > 1:
        ctx.fail(f"--{option} is given twice, with different values")
    return values.pop() if values else None

"""The command line: parse, load, ask, print, and turn what goes wrong into one line and an exit code."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar

import typer

from itupp import __version__, briefs, documents, formats, names, queries, views
from itupp.formats import Format
from itupp.models import Briefing, Named
from itupp.text import one_line

PIPE_WIDTH = 1_000_000
"""Columns enough for any row to be one line."""


class Exit(IntEnum):
    """How the program ends."""

    ANSWERED = 0
    """The question was answered."""
    NO = 1
    """Asked, and the answer is no: an unknown or ambiguous name, nothing matched, output that cannot be written."""
    USAGE = 2
    """The command line is wrong."""
    DATA = 3
    """The dataset is missing, unreadable or invalid."""


class Options(NamedTuple):
    """What was given before the subcommand."""

    data: Path | None
    format: Format | None


app = typer.Typer(
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,  # rich would cut option names on narrow terminals, and takes time to import
    pretty_exceptions_enable=False,
)

Data = Annotated[
    Path | None,
    typer.Option(metavar="PATH", help="A dataset (file or folder) in the place of the bundled one; also ITUPP_DATA."),
]
Form = Annotated[Format | None, typer.Option("--format", "-f", help="How to print it; table if not given.")]
Name = Annotated[list[str], typer.Argument(metavar="NAME", help="An id, name, alias or code, in any case.")]


@app.callback(invoke_without_command=True)
def overview(
    ctx: typer.Context,
    data: Data = None,
    format: Form = None,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Who wants what at a conference, with whom, and where it is written.

    Without a command: what is loaded, from whom, and what can be asked.
    """
    ctx.obj = Options(data, format)
    if version:
        print(f"itupp {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        _answer(ctx, format, views.overview, documents.overview, _load(ctx, data))


Contested = Annotated[bool, typer.Option("--contested", help="Only where positions answer a question.")]


@app.command()
def topics(ctx: typer.Context, contested: Contested = False, data: Data = None, format: Form = None) -> None:
    """What is on the table: every topic.

    With its key issues, the number of positions, who speaks, and the resolutions it is about.

    For example: itupp topics
    """
    briefing = _load(ctx, data)
    found = [topic for topic in briefing.topics.values() if topic.contested or not contested]
    _answer(ctx, format, views.topics, documents.topics, briefing, found)


@app.command()
def topic(ctx: typer.Context, name: Name, data: Data = None, format: Form = None) -> None:
    """One topic, whole: background, key issues, positions.

    For example: itupp topic ITRs
    """
    briefing = _load(ctx, data)
    _answer(ctx, format, views.topic, documents.topic, briefing, names.topic(briefing, " ".join(name)))


@app.command()
def blocs(
    ctx: typer.Context,
    everyone: Annotated[bool, typer.Option("--all", help="Every country, those too that have no position.")] = False,
    data: Data = None,
    format: Form = None,
) -> None:
    """Who speaks, how often and on what.

    Every bloc, and every country that puts a position forward itself.

    For example: itupp blocs
    """
    briefing = _load(ctx, data)
    listed = briefing.everyone if everyone else briefing.proponents
    _answer(ctx, format, views.blocs, documents.blocs, briefing, listed)


@app.command()
def bloc(ctx: typer.Context, name: Name, data: Data = None, format: Form = None) -> None:
    """What a bloc or country wants, and with whom.

    Topic by topic, and on which topics nothing is recorded for it. With its members or, for a country,
    with what its blocs want.

    For example: itupp bloc "Arab states"
    """
    briefing = _load(ctx, data)
    _answer(ctx, format, views.bloc, documents.bloc, briefing, names.proponent(briefing, " ".join(name)))


@app.command()
def resolutions(ctx: typer.Context, data: Data = None, format: Form = None) -> None:
    """Which resolutions and drafts it is about.

    For example: itupp resolutions
    """
    _answer(ctx, format, views.resolutions, documents.resolutions, _load(ctx, data))


@app.command()
def resolution(ctx: typer.Context, name: Name, data: Data = None, format: Form = None) -> None:
    """What is at stake in one resolution or draft.

    For example: itupp resolution 102
    """
    briefing = _load(ctx, data)
    _answer(ctx, format, views.resolution, documents.resolution, briefing, names.resolution(briefing, " ".join(name)))


Filter = list[str] | None


@app.command()
def positions(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]...", help="Words that must all occur.")] = None,
    topic: Annotated[Filter, typer.Option(metavar="NAME", help="On this topic.")] = None,
    bloc: Annotated[Filter, typer.Option(metavar="NAME", help="Put forward by this bloc or country.")] = None,
    resolution: Annotated[Filter, typer.Option(metavar="NAME", help="On a topic of this resolution.")] = None,
    addressee: Annotated[Filter, typer.Option(metavar="NAME", help="Asking this addressee to act.")] = None,
    section: Annotated[Filter, typer.Option(metavar="NAME", help="On a topic of this section.")] = None,
    shared: Annotated[bool, typer.Option("--shared", help="Only those that several put forward.")] = False,
    contested: Contested = False,
    outcome: Annotated[bool, typer.Option("--outcome", help="Only those whose outcome is recorded, with it.")] = False,
    with_blocs: Annotated[bool, typer.Option("--with-blocs", help="With --bloc: a country's blocs, too.")] = False,
    data: Data = None,
    format: Form = None,
) -> None:
    """Find positions by filters and words.

    The same filter twice means either, different filters mean both. Words are looked for in
    summaries and in the titles, aliases and key issues of topics; all must occur.

    For example: itupp positions --bloc "Arab states" --addressee Council
    """
    if with_blocs and not bloc:
        raise typer.BadParameter("--with-blocs goes with --bloc")
    briefing = _load(ctx, data)
    proponents = _ids(briefing, names.proponent, bloc)
    found = queries.select(
        briefing,
        topics=_ids(briefing, names.topic, topic),
        proponents=queries.with_blocs(briefing, proponents) if with_blocs else proponents,
        resolutions=_ids(briefing, names.resolution, resolution),
        addressees=_ids(briefing, names.addressee, addressee),
        sections=_ids(briefing, names.section, section),
        words=words or (),
        shared=shared,
        contested=contested,
        decided=outcome,
    )
    view = partial(views.positions, decided=outcome)
    _answer(ctx, format, view, documents.positions, briefing, found)
    if not found:
        silent = bloc and not with_blocs and queries.with_blocs(briefing, proponents) != proponents
        hint = "; its blocs' positions: --with-blocs" if silent else ""
        raise names.NotFoundError(f"no position matches{hint} (all of them: itupp positions)")


@app.command()
def position(ctx: typer.Context, name: Name, data: Data = None, format: Form = None) -> None:
    """Everything about one position.

    Who asks whom for what, where that is written, what came of it, and a line to cite.

    For example: itupp position itrs-3
    """
    briefing = _load(ctx, data)
    _answer(ctx, format, views.position, documents.position, briefing, names.position(briefing, " ".join(name)))


@app.command()
def compare(
    ctx: typer.Context,
    name: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Blocs and countries.")] = None,
    topic: Annotated[Filter, typer.Option(metavar="NAME", help="On this topic; for two names or more.")] = None,
    data: Data = None,
    format: Form = None,
) -> None:
    """How the room divides: who is with whom.

    Without a name: how many positions each proponent has on each topic. With one: allies, opponents
    and silence. With two or more: topic by topic, question by question.

    For example: itupp compare "Arab states" "European states"
    """
    briefing = _load(ctx, data)
    proponents = names.proponents(briefing, name or [])
    topics = [briefing.topics[id] for id in _ids(briefing, names.topic, topic)] or briefing.topics.values()
    for place, proponent in enumerate(proponents):
        if proponent in proponents[:place]:
            raise typer.BadParameter(f"{proponent.name} is named twice")
    if topic and len(proponents) < 2:
        raise typer.BadParameter("--topic goes with two names or more")
    if len(proponents) > 1:
        _answer(ctx, format, views.comparison, documents.comparison, briefing, proponents, topics)
    elif proponents:
        _answer(ctx, format, views.standing, documents.bloc, briefing, *proponents)
    else:
        _answer(ctx, format, views.room, documents.room, briefing)


@app.command()
def brief(ctx: typer.Context, name: Name, data: Data = None, format: Form = None) -> None:
    """A short brief in Markdown, on a bloc or topic.

    Positions, background, who proposes the same and who otherwise, resolutions, outcome, sources.

    For example: itupp brief ITRs
    """
    briefing = _load(ctx, data)
    subject = names.subject(briefing, " ".join(name))
    written = briefs.on(briefing, subject)
    wanted = _once("--format", ctx.obj.format, format)
    if wanted is Format.JSON:
        print(formats.json_text(documents.brief(briefing, subject, written)))
    elif wanted:
        raise typer.BadParameter("a brief is Markdown, or json")
    else:
        print(briefs.markdown(written), end="")


def main(argv: Sequence[str]) -> int:
    """Run one command line and return its exit code; what goes wrong is told on stderr."""
    args = [*argv[1:], "--help"] if list(argv[:1]) == ["help"] else list(argv)
    try:
        code = app(args, prog_name="itupp", standalone_mode=False) or Exit.ANSWERED
        sys.stdout.flush()
        return int(code)
    except typer.TyperException as error:
        help = getattr(getattr(error, "ctx", None), "command_path", "itupp")
        return _fail(f"{error.format_message()} (help: {help} --help)", error.exit_code)
    except names.NotFoundError as error:
        return _fail(str(error), Exit.NO)
    except OSError as error:
        return _fail(f"the output cannot be written: {error.strerror}", Exit.NO)


def run() -> None:
    """The console entry: `main` on the command line's arguments, with what belongs to a process of its own."""
    gc.disable()
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 - it stays open until the process ends
    if sys.stdout is None:
        sys.exit(_fail("the output cannot be written: stdout is closed", Exit.NO))
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))


def _load(ctx: typer.Context, data: Path | None) -> Briefing:
    """The briefing asked for before or after the subcommand or in the environment; exits where it is broken."""
    from itupp.dataset import load  # help and version need no YAML
    from itupp.yamlnode import DataError

    path = _once("--data", ctx.obj.data, data) or os.environ.get("ITUPP_DATA")
    try:
        return load(Path(path) if path else None)
    except DataError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(Exit.DATA) from None


def _answer(
    ctx: typer.Context,
    format: Format | None,
    view: Callable[..., views.View],
    document: Callable[..., Any],
    *asked: Any,
) -> None:
    """Print what was asked in the format given before or after the subcommand."""
    if _once("--format", ctx.obj.format, format) is Format.JSON:
        print(formats.json_text(document(*asked)))
    else:
        _print(view(*asked))


T = TypeVar("T")


def _once(option: str, before: T | None, after: T | None) -> T | None:
    """The value of an option that may stand before the subcommand or after it."""
    if before is not None and after is not None and before != after:
        raise typer.BadParameter(f"{option} is given twice, with different values")
    return before if after is None else after


def _print(view: views.View) -> None:
    """A view on stdout: folded on a terminal or where COLUMNS is set, otherwise as wide as it is."""
    from rich.console import Console  # only tables need it

    from itupp.tables import render

    folds = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    console = Console(width=None if folds else PIPE_WIDTH, highlight=False)
    for part in render(view, console.width if folds else None):
        console.print(part, no_wrap=True, overflow="ignore", crop=False)


N = TypeVar("N", bound=Named)


def _ids(briefing: Briefing, find: Callable[[Briefing, str], N], typed: Filter) -> tuple[str, ...]:
    return tuple(find(briefing, name).id for name in typed or ())


def _fail(message: str, code: int) -> int:
    print(f"itupp: {one_line(message)}", file=sys.stderr)
    return code

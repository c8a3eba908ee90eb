"""The command line: parse, load, ask, print, and turn what goes wrong into one line and an exit code."""

import codecs
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from typer.core import TyperGroup

from itupp import __version__, briefs, completion, documents, formats, names, options, queries, views, wording
from itupp.exits import Exit
from itupp.formats import Format
from itupp.models import Briefing, Named
from itupp.options import Data, Form
from itupp.problems import DataError, unknown
from itupp.text import one_line, plain, shell_word

PIPE_WIDTH = 1_000_000
"""Columns enough for any row to be one line."""


class _Commands(TyperGroup):
    """The commands, which tell a name typed in the place of one by the command that answers it."""

    def _main_shell_completion(self, *args: Any, **named: Any) -> None:
        """Answer a shell that asks for completions, in the protocols of this package and not in typer's."""
        from itupp import protocols  # only a completion that is asked for needs it

        protocols.register()
        super()._main_shell_completion(*args, **named)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names; raises TyperException."""
        try:
            return super().resolve_command(ctx, args)
        except typer.TyperException:
            meant = _meant(ctx, args)
            if meant:
                ctx.fail(f'no command "{args[0]}"; did you mean: {meant}{_option(ctx)}')
            raise


app = typer.Typer(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: " + "; ".join(f"{code} {code.meaning}" for code in Exit) + ".",
    rich_markup_mode=None,  # rich would cut option names on narrow terminals, and takes time to import
    pretty_exceptions_enable=False,
)


def _name(completes: completion.Completion, metavar: str = "NAME") -> Any:
    """The argument of a command that takes one name, in as many words as it is typed."""
    return typer.Argument(metavar=metavar, help="An id, name, alias or code, in any case.", autocompletion=completes)


def _filter(completes: completion.Completion, help: str) -> Any:
    """An option that keeps to what a name stands for."""
    return typer.Option(metavar="NAME", help=help, autocompletion=completes)


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
    if version:
        print(f"itupp {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        _answer(ctx, partial(views.overview, option=_option(ctx)), documents.overview, _load(ctx))


Full = Annotated[bool, typer.Option("--full", help="With every address that it rests on, weak sources too.")]

Contested = Annotated[bool, typer.Option("--contested", help="Only where positions answer a question.")]


@app.command()
def topics(ctx: typer.Context, contested: Contested = False, data: Data = None, format: Form = None) -> None:
    """What is on the table: every topic.

    With its key issues, the number of positions, who speaks, and the resolutions it is about.

    For example: itupp topics
    """
    briefing = _load(ctx)
    found = [topic for topic in briefing.topics.values() if topic.contested or not contested]
    _answer(ctx, views.topics, documents.topics, briefing, found)
    if not found:
        raise names.NotFoundError("no topic matches (all of them: itupp topics)")


@app.command()
def topic(
    ctx: typer.Context,
    name: Annotated[list[str], _name(completion.topics)],
    full: Full = False,
    data: Data = None,
    format: Form = None,
) -> None:
    """One topic, whole: background, key issues, positions.

    For example: itupp topic ITRs
    """
    briefing = _load(ctx)
    _answer(ctx, partial(views.topic, full=full), documents.topic, briefing, names.topic(briefing, " ".join(name)))


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
    briefing = _load(ctx)
    listed = briefing.everyone if everyone else briefing.proponents
    _answer(ctx, views.blocs, documents.blocs, briefing, listed)


@app.command()
def bloc(
    ctx: typer.Context,
    name: Annotated[list[str], _name(completion.proponents)],
    full: Full = False,
    data: Data = None,
    format: Form = None,
) -> None:
    """What a bloc or country wants, and with whom.

    Topic by topic, and on which topics nothing is recorded for it. With its members or, for a country,
    with what its blocs want.

    For example: itupp bloc "Arab states"
    """
    briefing = _load(ctx)
    _answer(ctx, partial(views.bloc, full=full), documents.bloc, briefing, names.proponent(briefing, " ".join(name)))


@app.command()
def resolutions(ctx: typer.Context, data: Data = None, format: Form = None) -> None:
    """Which resolutions and drafts it is about.

    For example: itupp resolutions
    """
    _answer(ctx, views.resolutions, documents.resolutions, _load(ctx))


@app.command()
def resolution(
    ctx: typer.Context,
    name: Annotated[list[str], _name(completion.resolutions)],
    full: Full = False,
    data: Data = None,
    format: Form = None,
) -> None:
    """What is at stake in one resolution or draft.

    What it says, its history, the positions on its topics, and what came of it.

    For example: itupp resolution 102
    """
    briefing = _load(ctx)
    view = partial(views.resolution, full=full)
    _answer(ctx, view, documents.resolution, briefing, names.resolution(briefing, " ".join(name)))


Filter = list[str] | None


@app.command()
def positions(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="Words, or their beginnings, that must all occur.")
    ] = None,
    topic: Annotated[Filter, _filter(completion.topics, "On this topic.")] = None,
    bloc: Annotated[Filter, _filter(completion.proponents, "Put forward by this bloc or country.")] = None,
    resolution: Annotated[Filter, _filter(completion.resolutions, "On a topic of this resolution.")] = None,
    addressee: Annotated[Filter, _filter(completion.addressees, "Asking this addressee to act.")] = None,
    section: Annotated[Filter, _filter(completion.sections, "On a topic of this section.")] = None,
    shared: Annotated[bool, typer.Option("--shared", help="Only those that several put forward.")] = False,
    contested: Contested = False,
    outcome: Annotated[bool, typer.Option("--outcome", help="Only those whose outcome is recorded, with it.")] = False,
    with_blocs: Annotated[bool, typer.Option("--with-blocs", help="With --bloc: a country's blocs, too.")] = False,
    data: Data = None,
    format: Form = None,
) -> None:
    """Find positions by filters and words.

    The same filter twice means either, different filters mean both. Words are looked for in
    summaries and in the titles, aliases and key issues of topics; the beginning of a word will do.

    For example: itupp positions --bloc "Arab states" --addressee Council
    """
    if with_blocs and not bloc:
        ctx.fail("--with-blocs goes with --bloc")
    briefing = _load(ctx)
    for typed, records in ((bloc, briefing.everyone), (topic, briefing.topics.values())):
        if typed and words:
            names.refuse_split_name([*typed, *words], records)
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
    _answer(ctx, view, documents.positions, briefing, found)
    if not found:
        hint = _hint(ctx, briefing, words or (), () if with_blocs else proponents)
        raise names.NotFoundError(f"no position matches{hint} (all of them: itupp positions)")


def _hint(ctx: typer.Context, briefing: Briefing, words: Sequence[str], proponents: Sequence[str]) -> str:
    """What to try where words and proponents match no position."""
    if queries.with_blocs(briefing, proponents) != tuple(proponents):
        return "; its blocs' positions: --with-blocs"
    meant = names.command(briefing, " ".join(words)) if words else None
    return f"; did you mean: {meant}{_option(ctx)}?" if meant else ""


@app.command()
def position(
    ctx: typer.Context,
    name: Annotated[list[str], _name(completion.positions)],
    full: Full = False,
    data: Data = None,
    format: Form = None,
) -> None:
    """Everything about one position.

    Who asks whom for what, where that is written, what came of it, and a line to cite.

    For example: itupp position itrs-3
    """
    briefing = _load(ctx)
    view = partial(views.position, full=full)
    _answer(ctx, view, documents.position, briefing, names.position(briefing, " ".join(name)))


@app.command()
def terms(ctx: typer.Context, data: Data = None, format: Form = None) -> None:
    """What the acronyms and terms of art mean.

    For example: itupp terms
    """
    _answer(ctx, views.terms, documents.terms, _load(ctx))


@app.command()
def term(
    ctx: typer.Context,
    name: Annotated[list[str], _name(completion.terms)],
    full: Full = False,
    data: Data = None,
    format: Form = None,
) -> None:
    """What one acronym or term of art means.

    For example: itupp term NGSO
    """
    briefing = _load(ctx)
    _answer(ctx, partial(views.term, full=full), documents.term, briefing, names.term(briefing, " ".join(name)))


@app.command()
def compare(
    ctx: typer.Context,
    name: Annotated[list[str] | None, _name(completion.proponents, "[NAME]...")] = None,
    topic: Annotated[Filter, _filter(completion.topics, "On this topic; for two names or more.")] = None,
    data: Data = None,
    format: Form = None,
) -> None:
    """How the room divides: who is with whom.

    Without a name: how many positions each proponent has on each topic. With one: allies, opponents
    and silence. With two or more: topic by topic, question by question.

    For example: itupp compare "Arab states" "European states"
    """
    briefing = _load(ctx)
    proponents = names.proponents(briefing, name or [])
    wanted = _ids(briefing, names.topic, topic)
    topics = [each for each in briefing.topics.values() if not wanted or each.id in wanted]
    for place, proponent in enumerate(proponents):
        if proponent in proponents[:place]:
            ctx.fail(f"{proponent.name} is named twice")
    if topic and len(proponents) < 2:
        ctx.fail("--topic goes with two names or more")
    if len(proponents) > 1:
        _answer(ctx, views.comparison, documents.comparison, briefing, proponents, topics)
    elif proponents:
        _answer(ctx, views.standing, documents.bloc, briefing, *proponents)
    else:
        _answer(ctx, views.room, documents.room, briefing)


@app.command()
def brief(
    ctx: typer.Context,
    name: Annotated[list[str], _name(completion.subjects)],
    data: Data = None,
    format: Form = None,
) -> None:
    """A short brief in Markdown, on a bloc or topic.

    Positions, background, who proposes the same and who otherwise, resolutions, outcome, sources.

    For example: itupp brief ITRs
    """
    briefing = _load(ctx)
    subject = names.subject(briefing, " ".join(name))
    written = briefs.on(briefing, subject)
    wanted = options.format(ctx)
    if wanted is Format.JSON:
        _print_json(documents.brief(briefing, subject, written))
    elif wanted in (None, Format.MD):
        print(formats.markdown_brief(written), end="")
    else:
        ctx.fail("a brief is Markdown: --format md or json")


@app.command()
def check(
    ctx: typer.Context,
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A dataset: a file or a folder.", readable=False)
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="The text of the first source, or ID=FILE; anchors are looked for in it."),
    ] = None,
    data: Data = None,
    format: Form = None,
) -> None:
    """What is wrong with a dataset, line by line.

    Every mistake, and apart from these what is legal but hardly meant, with its file, line and column.

    For example: itupp check
    """
    from itupp import checks  # only this command needs it
    from itupp.dataset import read

    if ctx.params["path"] == "":
        ctx.fail("check needs the path of a file or folder")
    named = options.named(ctx)
    if path and named and path != named:
        ctx.fail("two datasets are given; check takes one")
    reading = read(path or options.dataset(ctx))
    found = checks.anchors(reading, _source_texts(ctx, reading.briefing, source)) if source else None
    checks.doubts(reading)
    wanted = options.format(ctx) or Format.TABLE
    if wanted not in (Format.TABLE, Format.JSON):
        ctx.fail("check prints lines or JSON: --format table or json")
    problems = sorted(set(reading.problems))
    if wanted is Format.JSON:
        _print_json(documents.problems(problems))
    else:
        print(*problems, one_line(wording.checked(reading.briefing, problems, found)), sep="\n")
    if any(not problem.warning for problem in problems):
        raise typer.Exit(Exit.NO)


@app.command()
def new(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A new .yaml file, or a new folder.", readable=False)],
) -> None:
    """A dataset to begin with, to be edited.

    Small, complete and commented; nothing that exists is overwritten.

    For example: itupp new my-briefing
    """
    from itupp import template  # only this command needs it

    try:
        file = template.write(path)
    except FileExistsError:
        raise names.NotFoundError(f"{path} exists already; nothing was written") from None
    except OSError as error:
        raise names.NotFoundError(f"{path} cannot be written: {error.strerror}") from None
    print(one_line(f"{file} written. Edit it, then: itupp check {_path_to_paste(path)}"))
    print(f"Every key is explained in {template.guide()}")


def main(argv: Sequence[str]) -> int:
    """Run one command line, to its last line of output, and return its exit code; what goes wrong is told on stderr."""
    try:
        code = _run([*argv[1:], "--help"] if list(argv[:1]) == ["help"] else list(argv))
        sys.stdout.flush()
    except OSError as error:
        return _fail(f"the output cannot be written: {error.strerror}", Exit.NO)
    return code


def _run(args: list[str]) -> int:
    try:
        return int(app(args, prog_name="itupp", standalone_mode=False) or Exit.ANSWERED)
    except typer.TyperException as error:
        help = getattr(getattr(error, "ctx", None), "command_path", "itupp")
        return _fail(f"{error.format_message()} (help: {help} --help)", error.exit_code)
    except names.NotFoundError as error:
        return _fail(str(error), Exit.NO)
    except DataError as error:
        _tell(str(error))
        return Exit.DATA


def console() -> int:
    """Run the command line of this process, whatever its streams can take, and return its exit code."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 - it stays open until the process ends
    if sys.stdout is None:
        return _fail("the output cannot be written: stdout is closed", Exit.NO)
    codecs.register_error("itupp.plain", _in_plain_letters)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="itupp.plain")  # type: ignore[union-attr]
    return main(sys.argv[1:])


def _in_plain_letters(error: UnicodeError) -> tuple[str, int]:
    """What a stream prints for the letters it has not."""
    assert isinstance(error, UnicodeEncodeError), "these streams are written to only"
    return plain(error.object[error.start : error.end]), error.end


def _option(ctx: typer.Context) -> str:
    """The option that names the dataset, if it was given on the command line."""
    named = options.named(ctx)
    return f" --data {_path_to_paste(named)}" if named else ""


def _path_to_paste(path: Path) -> str:
    """A path as a proposed command names it; the word PATH where no two shells would read it alike."""
    text = path.as_posix()
    return shell_word(f"./{text}" if text.startswith("-") else text) or "PATH"


def _load(ctx: typer.Context) -> Briefing:
    """The briefing asked for; raises DataError."""
    from itupp.dataset import load  # help and version need no YAML

    return load(options.dataset(ctx))


def _source_texts(ctx: typer.Context, briefing: Briefing, given: Sequence[str]) -> dict[str, str]:
    """The texts of sources by their ids, given as `ID=FILE`, or as `FILE` for the first source."""
    texts: dict[str, str] = {}
    for each in given:
        id, _, file = each.partition("=")
        if id not in briefing.sources or not file:
            if file and not os.path.exists(each):  # noqa: PTH110 - unlike Path.exists it never raises
                ctx.fail(unknown("source", id, {source: source for source in briefing.sources}))
            id, file = next(iter(briefing.sources), ""), each
        try:
            texts[id] = Path(file).read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            ctx.fail(f"{file} cannot be read: {error.strerror}")
    return texts


def _meant(ctx: typer.Context, args: Sequence[str]) -> str | None:
    """The command that answers the name typed in the place of a command, if it is one."""
    from itupp.dataset import load

    with suppress(DataError):
        briefing = load(options.dataset(ctx))
        return names.command(briefing, " ".join(args)) or names.command(briefing, args[0])
    return None


def _answer(
    ctx: typer.Context,
    view: Callable[..., views.View],
    document: Callable[..., Any],
    briefing: Briefing,
    *asked: Any,
) -> None:
    """Print what was asked of a briefing in the format asked for; of one not bundled people are told whose it is."""
    wanted = options.format(ctx) or Format.TABLE
    if wanted is Format.JSON:
        _print_json(document(briefing, *asked))
        return
    shown: views.View = view(briefing, *asked)
    path = options.dataset(ctx)
    if path:
        shown = shown._replace(notes=(*shown.notes, wording.whose(briefing, str(path))))
    if wanted is Format.TABLE:
        _print_table(shown)
    else:
        print(formats.OF_VIEWS[wanted](shown), end="")


def _print_json(document: Any) -> None:
    """A document on stdout, in ASCII where stdout has no more."""
    unicode = sys.stdout.encoding.lower().startswith("utf")
    print(formats.json_text(document, plain=not unicode), end="")


def _print_table(view: views.View) -> None:
    """A view on stdout: folded on a terminal or where COLUMNS is set, otherwise as wide as it is."""
    from rich.console import Console  # only tables need it

    from itupp.tables import render

    folds = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    width = shutil.get_terminal_size().columns if folds else None
    console = Console(width=width or PIPE_WIDTH, highlight=False)
    for part in render(view, width):
        console.print(part, no_wrap=True, overflow="ignore", crop=False)


N = TypeVar("N", bound=Named)


def _ids(briefing: Briefing, find: Callable[[Briefing, str], N], typed: Filter) -> tuple[str, ...]:
    return tuple(dict.fromkeys(find(briefing, name).id for name in typed or ()))


def _fail(message: str, code: int) -> int:
    _tell(f"itupp: {one_line(message)}")
    return code


def _tell(text: str) -> None:
    """Print on stderr; where not even that can be written the exit code has to do."""
    with suppress(OSError):
        print(text, file=sys.stderr)

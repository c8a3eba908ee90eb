"""The commands: what each takes, and which answer it gives."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer
from typer.core import TyperGroup

from itupp import __version__, completion, lookup
from itupp.answers import (
    brief,
    comparison,
    overview,
    phrases,
    positions,
    proponents,
    resolutions,
    terms,
    topics,
)
from itupp.answers.view import Answer
from itupp.briefing import Briefing, Named, Proponent
from itupp.exit_codes import Exit
from itupp.loading import DataError, read, report, starter
from itupp.options import Request, path_to_paste, with_common_options
from itupp.output.formats import Format
from itupp.output.printing import print_answer, print_json
from itupp.search import Wanted, select
from itupp.suggestions import did_you_mean, nearest, unknown
from itupp.text import one_line


class _Commands(TyperGroup):
    """The commands, which tell a name typed in the place of one by the command that answers it."""

    suggest_commands = False

    def _main_shell_completion(self, *args: Any, **named: Any) -> None:
        """Answer a shell that asks for completions, in our protocols and not typer's."""
        from itupp import protocols  # only a completion that is asked for needs it

        protocols.register()
        super()._main_shell_completion(*args, **named)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names; raises TyperException."""
        typed = list(args)  # typer may empty the list before it finds out
        try:
            return super().resolve_command(ctx, args)
        except typer.TyperException:
            if typed[0].startswith("-"):
                raise
            _refuse_command(Request(ctx), typed, self.commands)


def _refuse_command(request: Request, args: Sequence[str], commands: Iterable[str]) -> NoReturn:
    """End with what may have been meant by an unknown command; raises TyperException."""
    meant = _command_for(request, args)
    proposed = f"{meant}{request.option}" if meant else nearest(args[0], commands)
    request.refuse(f'no command "{args[0]}"{did_you_mean(proposed)}')


def _command_for(request: Request, args: Sequence[str]) -> str | None:
    """The command that answers the name typed in the place of a command, if it is one."""
    with suppress(DataError):
        briefing = request.briefing
        return lookup.command(briefing, " ".join(args)) or lookup.command(briefing, args[0])
    return None


app = typer.Typer(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: " + "; ".join(f"{code} {code.meaning}" for code in Exit) + ".",
    rich_markup_mode=None,  # rich would cut option names on narrow terminals, and takes time
    pretty_exceptions_enable=False,
)

Answering = Callable[..., Answer]
"""A command as it is written here: from a request and its own arguments to an answer."""


def _command(name: str) -> Callable[[Answering], Answering]:
    """Make a command of a function that answers."""

    def made(answering: Answering) -> Answering:
        app.command(name)(_printing(answering))
        return answering

    return made


def _printing(answering: Answering) -> Callable[..., None]:
    """A command that prints an answer; one that is missing something ends with exit code 1."""

    @wraps(answering)
    def printed(ctx: typer.Context, **asked: Any) -> None:
        request = Request(ctx)
        answer = answering(request, **asked)
        _print(answer, request)
        if answer.missing:
            raise lookup.NotFoundError(answer.missing)

    context = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    own = list(signature(answering).parameters.values())[1:]
    printed.__signature__ = Signature([context, *own])  # type: ignore[attr-defined]  # typer reads it
    return with_common_options(printed)


def _print(answer: Answer, request: Request) -> None:
    """Print an answer; of a dataset that is not the bundled one people are told whose it is."""
    path = request.path
    note = phrases.whose_dataset(request.briefing, str(path)) if path else None
    print_answer(answer, request.form or Format.TABLE, note)


def _name(completes: completion.Completion, metavar: str = "NAME") -> Any:
    """The argument of a command that takes one name, in as many words as it is typed."""
    help = "An id, name, alias or code, in any case."
    return typer.Argument(metavar=metavar, help=help, autocompletion=completes)


def _filter(completes: completion.Completion, help: str) -> Any:
    """An option that keeps to what a name stands for."""
    return typer.Option(metavar="NAME", help=help, autocompletion=completes)


def _flag(option: str, help: str) -> Any:
    """An option that is given or not."""
    return typer.Option(option, help=help)


Full = Annotated[bool, _flag("--full", "With every address that it rests on, weak sources too.")]

Contested = Annotated[bool, _flag("--contested", "Only where positions answer a question.")]

Filter = list[str] | None


@app.callback(invoke_without_command=True)
@with_common_options
def begin(
    ctx: typer.Context,
    version: Annotated[bool, _flag("--version", "Print the version.")] = False,
) -> None:
    """Who wants what at a conference, with whom, and where it is written.

    Without a command: what is loaded, from whom, and what can be asked.
    """
    if version:
        print(f"itupp {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        request = Request(ctx)
        _print(overview.show(request.briefing, request.option), request)


@_command("topics")
def list_topics(request: Request, contested: Contested = False) -> Answer:
    """What is on the table: every topic.

    With its key issues, the number of positions, who speaks, and the resolutions it is about.

    For example: itupp topics
    """
    everything = request.briefing.topics.values()
    found = [topic for topic in everything if topic.contested or not contested]
    missing = "no topic matches (all of them: itupp topics)"
    return topics.show_all(request.briefing, found, missing=missing)


@_command("topic")
def show_topic(
    request: Request,
    name: Annotated[list[str], _name(completion.topics)],
    full: Full = False,
) -> Answer:
    """One topic, whole: background, key issues, positions.

    For example: itupp topic ITRs
    """
    topic = lookup.topic(request.briefing, " ".join(name))
    return topics.show(topic, full=full)


@_command("blocs")
def list_blocs(
    request: Request,
    everyone: Annotated[
        bool, _flag("--all", "Every country, those too that have no position.")
    ] = False,
) -> Answer:
    """Who speaks, how often and on what.

    Every bloc, and every country that puts a position forward itself.

    For example: itupp blocs
    """
    briefing = request.briefing
    listed = briefing.everyone if everyone else briefing.proponents
    return proponents.show_all(briefing, listed)


@_command("bloc")
def show_bloc(
    request: Request,
    name: Annotated[list[str], _name(completion.proponents)],
    full: Full = False,
) -> Answer:
    """What a bloc or country wants, and with whom.

    Topic by topic, and on which topics nothing is recorded for it. With its members or, for a
    country, with what its blocs want.

    For example: itupp bloc "Arab states"
    """
    proponent = lookup.proponent(request.briefing, " ".join(name))
    return proponents.show(proponent, full=full)


@_command("resolutions")
def list_resolutions(request: Request) -> Answer:
    """Which resolutions and drafts it is about.

    For example: itupp resolutions
    """
    return resolutions.show_all(request.briefing)


@_command("resolution")
def show_resolution(
    request: Request,
    name: Annotated[list[str], _name(completion.resolutions)],
    full: Full = False,
) -> Answer:
    """What is at stake in one resolution or draft.

    What it says, its history, the positions on its topics, and what came of it.

    For example: itupp resolution 102
    """
    resolution = lookup.resolution(request.briefing, " ".join(name))
    return resolutions.show(resolution, full=full)


@_command("positions")
def list_positions(
    request: Request,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...", help="Words, or their beginnings, that must all occur."
        ),
    ] = None,
    topic: Annotated[Filter, _filter(completion.topics, "On this topic.")] = None,
    bloc: Annotated[
        Filter, _filter(completion.proponents, "Put forward by this bloc or country.")
    ] = None,
    resolution: Annotated[
        Filter, _filter(completion.resolutions, "On a topic of this resolution.")
    ] = None,
    addressee: Annotated[
        Filter, _filter(completion.addressees, "Asking this addressee to act.")
    ] = None,
    section: Annotated[Filter, _filter(completion.sections, "On a topic of this section.")] = None,
    shared: Annotated[bool, _flag("--shared", "Only those that several put forward.")] = False,
    contested: Contested = False,
    outcome: Annotated[
        bool, _flag("--outcome", "Only those whose outcome is recorded, with it.")
    ] = False,
    with_blocs: Annotated[
        bool, _flag("--with-blocs", "With --bloc: a country's blocs, too.")
    ] = False,
) -> Answer:
    """Find positions by filters and words.

    The same filter twice means either, different filters mean both. Words are looked for in
    summaries and in the titles, aliases and key issues of topics; the beginning of a word will do.

    For example: itupp positions --bloc "Arab states" --addressee Council
    """
    if with_blocs and not bloc:
        request.refuse("--with-blocs goes with --bloc")
    briefing = request.briefing
    _refuse_split_names(briefing, words, bloc=bloc, topic=topic)
    named = _each(briefing, lookup.proponent, bloc)
    speakers = tuple(speaker for proponent in named for speaker in proponent.speakers)
    about = Wanted(
        topics=_each(briefing, lookup.topic, topic),
        resolutions=_each(briefing, lookup.resolution, resolution),
        addressees=_each(briefing, lookup.addressee, addressee),
        sections=_each(briefing, lookup.section, section),
    )
    wanted = about._replace(
        proponents=speakers if with_blocs else named,
        words=words or (),
        shared=shared,
        contested=contested,
        decided=outcome,
    )
    found = select(briefing, wanted)
    hint = "" if found else _hint(request, wanted)
    missing = f"no position matches{hint} (all of them: itupp positions)"
    return positions.show_all(briefing, found, decided=outcome, missing=missing)


def _refuse_split_names(briefing: Briefing, words: Filter, *, bloc: Filter, topic: Filter) -> None:
    """Raise NotFoundError where a name that a filter begins goes on in the words."""
    if words and bloc:
        lookup.refuse_split_name([*bloc, *words], briefing.everyone)
    if words and topic:
        lookup.refuse_split_name([*topic, *words], briefing.topics.values())


def _hint(request: Request, wanted: Wanted) -> str:
    """What to try where words and proponents match no position."""
    named = wanted.proponents
    if any(bloc not in named for proponent in named for bloc in proponent.blocs):
        return "; its blocs' positions: --with-blocs"
    words = " ".join(wanted.words)
    meant = lookup.command(request.briefing, words) if words else None
    return did_you_mean(f"{meant}{request.option}" if meant else None)


@_command("position")
def show_position(
    request: Request,
    name: Annotated[list[str], _name(completion.positions)],
    full: Full = False,
) -> Answer:
    """Everything about one position.

    Who asks whom for what, where that is written, what came of it, and a line to cite.

    For example: itupp position itrs-3
    """
    position = lookup.position(request.briefing, " ".join(name))
    return positions.show(position, full=full)


@_command("terms")
def list_terms(request: Request) -> Answer:
    """What the acronyms and terms of art mean.

    For example: itupp terms
    """
    return terms.show_all(request.briefing)


@_command("term")
def show_term(
    request: Request,
    name: Annotated[list[str], _name(completion.terms)],
    full: Full = False,
) -> Answer:
    """What one acronym or term of art means.

    For example: itupp term NGSO
    """
    term = lookup.term(request.briefing, " ".join(name))
    return terms.show(term, full=full)


@_command("compare")
def compare(
    request: Request,
    name: Annotated[list[str] | None, _name(completion.proponents, "[NAME]...")] = None,
    topic: Annotated[
        Filter, _filter(completion.topics, "On this topic; for two names or more.")
    ] = None,
) -> Answer:
    """How the room divides: who is with whom.

    Without a name: how many positions each proponent has on each topic. With one: allies, opponents
    and silence. With two or more: topic by topic, question by question.

    For example: itupp compare "Arab states" "European states"
    """
    briefing = request.briefing
    compared = lookup.proponents(briefing, name or [])
    wanted = _each(briefing, lookup.topic, topic)
    _refuse_repeated(request, compared)
    if wanted and len(compared) < 2:
        request.refuse("--topic goes with two names or more")
    if not compared:
        return comparison.show_room(briefing)
    if len(compared) == 1:
        return comparison.show_standing(compared[0])
    everything = briefing.topics.values()
    about = [known for known in everything if known in wanted or not wanted]
    return comparison.show_several(compared, about)


def _refuse_repeated(request: Request, compared: Sequence[Proponent]) -> None:
    """End with a usage error where somebody is named twice; raises TyperException."""
    for place, proponent in enumerate(compared):
        if proponent in compared[:place]:
            request.refuse(f"{proponent.name} is named twice")


@app.command("brief")
@with_common_options
def write_brief(ctx: typer.Context, name: Annotated[list[str], _name(completion.subjects)]) -> None:
    """A short brief in Markdown, on a bloc or topic.

    Positions, background, who proposes the same and who otherwise, resolutions, outcome, sources.

    For example: itupp brief ITRs
    """
    request = Request(ctx)
    subject = lookup.subject(request.briefing, " ".join(name))
    form = request.form or Format.MD
    if form not in (Format.MD, Format.JSON):
        request.refuse("a brief is Markdown: --format md or json")
    print_answer(brief.show(subject), form)


@app.command("check")
@with_common_options
def check(
    ctx: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(metavar="[PATH]", help="A dataset: a file or a folder.", readable=False),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="The text of the first source, or ID=FILE; anchors are looked for in it.",
        ),
    ] = None,
) -> None:
    """What is wrong with a dataset, line by line.

    Every mistake, and apart from these what is legal but hardly meant, with its file, line and
    column.

    For example: itupp check
    """
    request = Request(ctx)
    reading = read(_path_to_check(ctx, request, path))
    texts = _source_texts(request, reading.briefing, source or ())
    misplaced = reading.misplaced_anchors(texts)
    found = len(reading.anchors(texts)) - len(misplaced) if source else None
    form = request.form or Format.TABLE
    if form not in (Format.TABLE, Format.JSON):
        request.refuse("check prints lines or JSON: --format table or json")
    problems = sorted({*reading.problems, *misplaced, *reading.doubts()})
    if form is Format.JSON:
        print_json(report.document(problems))
    else:
        summary = report.summary(reading.briefing, problems, found)
        print(*problems, one_line(summary), sep="\n")
    if any(not problem.warning for problem in problems):
        raise typer.Exit(Exit.NO)


def _path_to_check(ctx: typer.Context, request: Request, path: Path | None) -> Path | None:
    """The one dataset that is to be checked; raises TyperException."""
    if ctx.params["path"] == "":
        request.refuse("check needs the path of a file or folder")
    if path and request.named and path != request.named:
        request.refuse("two datasets are given; check takes one")
    return path or request.path


def _source_texts(request: Request, briefing: Briefing, given: Iterable[str]) -> dict[str, str]:
    """The texts of sources by their ids, given as `ID=FILE`, or as `FILE` for the first source."""
    texts: dict[str, str] = {}
    for argument in given:
        id, file = _source_and_file(request, briefing, argument)
        try:
            texts[id] = Path(file).read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            request.refuse(f"{file} cannot be read: {error.strerror}")
    return texts


def _source_and_file(request: Request, briefing: Briefing, argument: str) -> tuple[str, str]:
    """The id of a source and the file that has its text."""
    id, _, file = argument.partition("=")
    if id in briefing.sources and file:
        return id, file
    if file and not os.path.exists(argument):  # noqa: PTH110 - unlike Path.exists it never raises
        request.refuse(unknown("source", id, {known: known for known in briefing.sources}))
    return next(iter(briefing.sources), ""), argument


@app.command("new")
def write_new(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="A new .yaml file, or a new folder.", readable=False),
    ],
) -> None:
    """A dataset to begin with, to be edited.

    Small, complete and commented; nothing that exists is overwritten.

    For example: itupp new my-briefing
    """
    try:
        file = starter.write(path)
    except FileExistsError:
        raise lookup.NotFoundError(f"{path} exists already; nothing was written") from None
    except OSError as error:
        raise lookup.NotFoundError(f"{path} cannot be written: {error.strerror}") from None
    print(one_line(f"{file} written. Edit it, then: itupp check {path_to_paste(path)}"))
    print(f"Every key is explained in {starter.guide()}")


class UsageError(Exception):
    """A command line that is no use; the message names the help, `code` is the exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def run(args: Sequence[str]) -> int:
    """Run one command line and return its exit code.

    Raises UsageError, NotFoundError and DataError.
    """
    try:
        return int(app(list(args), prog_name="itupp", standalone_mode=False) or Exit.ANSWERED)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        help = getattr(context, "command_path", "itupp")
        message = f"{error.format_message()} (help: {help} --help)"
        raise UsageError(message, error.exit_code) from None


N = TypeVar("N", bound=Named)


def _each(briefing: Briefing, find: Callable[[Briefing, str], N], typed: Filter) -> tuple[N, ...]:
    """The records that names stand for, each once; raises NotFoundError."""
    return tuple(dict.fromkeys(find(briefing, word) for word in typed or ()))

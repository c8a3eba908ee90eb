"""The commands: what each takes, and which answer it gives."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial, wraps
from inspect import Parameter, Signature, signature
from itertools import chain, combinations, pairwise, takewhile
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from typer.core import TyperGroup

from itupp import __version__, completion, lookup
from itupp.answers import (
    addressees,
    brief,
    comparison,
    found,
    outcomes,
    overview,
    phrases,
    positions,
    proponents,
    resolutions,
    terms,
    topics,
)
from itupp.answers.view import Answer, in_full
from itupp.briefing import Addressee, Briefing, Named, Proponent, Topic
from itupp.exit_codes import Exit
from itupp.loading import DataError, Problem, read, report, starter
from itupp.loading.files import text_of
from itupp.loading.report import Checked, Report
from itupp.options import CheckForm, Request, path_to_paste, path_typed, with_common_options
from itupp.output.formats import Format
from itupp.output.printing import print_answer, print_json, print_page
from itupp.search import Wanted, find, select
from itupp.suggestions import did_you_mean, nearest, unknown
from itupp.text import one_line, shell_word, unbroken
from itupp.typed import mended, with_hyphens

MOST_WORDS = 12
"""Of more words than this nobody expects that some are a name."""

LONGEST_HELP = 60
"""So many letters of a command's help find room beside its name."""

_OF_COMPLETION = ("--show-completion", "--install-completion")
"""typer's own options, which take no value and pass over all that follows."""


class _Commands(TyperGroup):
    """The commands, which tell a name typed in the place of one by the command that answers it."""

    suggest_commands = False

    def _main_shell_completion(self, *args: Any, **named: Any) -> None:
        """Answer a shell that asks for completions, in our protocols and not typer's."""
        from itupp import protocols  # only a completion that is asked for needs it

        protocols.register()
        super()._main_shell_completion(*args, **named)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read a command line; raises TyperException where a shell is named, which typer skips."""
        if len(args) > 1 and args[0] in _OF_COMPLETION:
            ctx.fail(f'{args[0]} is for the shell it is typed in: leave out "{args[1]}"')
        return super().parse_args(ctx, args)

    def format_commands(self, _: Any, formatter: Any) -> None:
        """Write the commands of each group below its heading, for the help."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for name, command in self.commands.items():
            told = command.get_short_help_str(LONGEST_HELP)
            group = getattr(command, "rich_help_panel", ASK)
            groups.setdefault(group, []).append((name, told))
        for group, told_commands in groups.items():
            with formatter.section(group):
                formatter.write_dl(told_commands)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is named, or that answers the words; raises TyperException."""
        typed = list(args)  # typer may empty the list before it finds out
        try:
            return super().resolve_command(ctx, args)
        except typer.TyperException:
            if typed[0].startswith("-"):
                raise
        words = list(takewhile(lambda word: not word.startswith("-"), typed))
        options = typed[len(words) :]
        ctx.params["data"] = (*(ctx.params["data"] or ()), *_datasets_in(options))
        asking = "positions" if self._has_filter(options) else "find"
        answering = _words_answered(Request(ctx), words, self.commands, asking)
        return super().resolve_command(ctx, [*answering, *options])

    def _has_filter(self, options: Iterable[str]) -> bool:
        """Whether any of these is an option that a search for positions has and `find` has not."""
        of_positions, of_find = map(self._options_of, ("positions", "find"))
        return any(option.partition("=")[0] in of_positions - of_find for option in options)

    def _options_of(self, command: str) -> set[str]:
        return {name for param in self.commands[command].params for name in param.opts}


def _datasets_in(options: Sequence[str]) -> Iterator[str]:
    """The datasets that options behind words name; typer has not read them yet."""
    for option, following in pairwise((*options, "")):
        if option == "--data":
            yield following
        elif option.startswith("--data="):
            yield option.partition("=")[2]


_LEADS = {
    "about": "itupp",
    "author": "itupp",
    "source": "itupp",
    "contested": "itupp compare",
    "controversy": "itupp compare",
    "fights": "itupp compare",
    "next": "itupp outcomes",
    "export": "itupp topics -f json",
    "glossary": "itupp terms",
}
"""Words that ask for a command by what it tells, and that command."""


def _words_answered(
    request: Request, words: Sequence[str], commands: Collection[str], asking: str
) -> tuple[str, ...]:
    """The command line that answers words without a command: a name's, or else one asking for them.

    Raises DataError, and TyperException where there is none or a command may have been meant.
    """
    meant = nearest(words[0], commands)
    if meant and not _is_name(request, words):
        if meant == words[0].lower():
            return (meant, *words[1:])
        request.refuse(f'no command "{words[0]}"{did_you_mean(meant)}')
    briefing = request.briefing
    named = lookup.command(briefing, " ".join(words))
    if named:
        return named
    lookup.refuse_unlisted(briefing, " ".join(words))
    leads = _LEADS.get(words[0].lower())
    if leads:
        request.refuse(f'no command "{words[0]}"{did_you_mean(f"{leads}{request.option}")}')
    if find(briefing, words):
        return (asking, *words)
    near = list(lookup.near_commands(briefing, " ".join(words))) or _name_inside(briefing, words)
    proposed = " or ".join(f"itupp {' '.join(command)}{request.option}" for command in near)
    return request.refuse(f'no command "{words[0]}"{did_you_mean(proposed)}')


def _name_inside(briefing: Briefing, words: Sequence[str]) -> list[tuple[str, str]]:
    """The command that answers the longest name that some of the words are, if there is one.

    A code of a country in small letters counts for nothing: "is" and "no" are more often words.
    """
    parts = combinations(range(min(len(words), MOST_WORDS) + 1), 2)
    names = (" ".join(words[first:last]) for first, last in parts)
    for name in sorted(names, key=lambda name: -name.count(" ")):
        named = lookup.command(briefing, name)
        if named and (len(name) > 2 or name.isupper()):
            return [named]
    return []


def _is_name(request: Request, words: Sequence[str]) -> bool:
    """Whether words are a name in the dataset, if it can be read."""
    with suppress(DataError):
        return lookup.command(request.briefing, " ".join(words)) is not None
    return False


app = typer.Typer(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: " + "; ".join(f"{code} {code.meaning}" for code in Exit) + ".",
    rich_markup_mode=None,  # rich would cut option names on narrow terminals, and takes time
    pretty_exceptions_enable=False,
)

Answering = Callable[..., Answer]
"""A command as it is written here: from a request and its own arguments to an answer."""


ASK, COMPARE = "Ask", "Compare"

HAND_OVER, OWN_DATASET = "Hand over", "Your own dataset"


def _command(name: str, group: str = ASK) -> Callable[[Answering], Answering]:
    """Make a command of a function that answers; the help lists it in a group."""

    def made(answering: Answering) -> Answering:
        app.command(name, rich_help_panel=group)(_printing(answering))
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
    """Print an answer in the format that is asked for; raises TyperException."""
    form = request.form or Format.TABLE
    if form is Format.SVG and not answer.picture:
        request.refuse("only the comparison of all is drawn: itupp compare -f svg")
    print_answer(answer, form, _notes(request, form), request.option)


def _notes(request: Request, form: Format) -> Iterable[str]:
    """What is told below an answer: to those who are given a file, what it is taken from.

    To others, of a dataset that is not the bundled one, whose it is.
    """
    if form is Format.HTML:
        return phrases.sources_of(request.briefing)
    path = request.path
    return [phrases.whose_dataset(request.briefing, str(path))] if path else []


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


Full = Annotated[
    bool, _flag("--full", "Everything that it rests on: full text, sources, weak ones too.")
]

Own = Annotated[bool, _flag("--own", "A country's own positions only, without its blocs'.")]

Contested = Annotated[
    bool, _flag("--contested", "Only where opposing or differing sides are recorded.")
]

Filter = list[str] | None


@app.callback(invoke_without_command=True)
@with_common_options
def begin(
    ctx: typer.Context,
    version: Annotated[bool, _flag("--version", "Print the version.")] = False,
) -> None:
    """Show who wants what at a conference, with whom, and where it is written.

    Without a command: what is loaded, from whom, and what can be asked.
    """
    if version:
        print(f"itupp {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        request = Request(ctx)
        _print(overview.show(request.briefing, request.option), request)


@_command("topics")
def list_topics(
    request: Request,
    name: Annotated[Filter, _name(completion.topics, "[NAME]...")] = None,
    contested: Contested = False,
    full: Full = False,
) -> Answer:
    """List the topics.

    With the number of positions, whether sides are recorded, and the resolutions. With a name: that
    topic.

    For example: itupp topics
    """
    if name:
        return show_topic(request, name, full=full)
    everything = request.briefing.topics.values()
    listed = [topic for topic in everything if topic.contested or not contested]
    missing = "no topic matches (all of them: itupp topics)"
    return topics.show_all(request.briefing, listed, full=full, missing=missing)


@_command("topic")
def show_topic(
    request: Request,
    name: Annotated[list[str], _name(completion.topics)],
    full: Full = False,
) -> Answer:
    """Show a topic: the sides, further positions, the outcome.

    For example: itupp topic ITRs
    """
    found = lookup.topic(request.briefing, " ".join(name))
    return topics.show(found, full=full)


@_command("blocs")
def list_blocs(
    request: Request,
    name: Annotated[Filter, _name(completion.proponents, "[NAME]...")] = None,
    everyone: Annotated[bool, _flag("--all", "Include countries without a position.")] = False,
    full: Full = False,
) -> Answer:
    """List blocs and countries.

    Every bloc, and every country that puts a position forward itself. With a name: that one.

    For example: itupp blocs
    """
    if name:
        return show_bloc(request, name, full=full)
    briefing = request.briefing
    listed = briefing.everyone if everyone else briefing.proponents
    answer = proponents.show_all(briefing, listed)
    return in_full(answer) if full else answer


@_command("bloc")
def show_bloc(
    request: Request,
    name: Annotated[list[str], _name(completion.proponents)],
    own: Own = False,
    full: Full = False,
) -> Answer:
    """Show what a bloc or country wants, its allies and opponents.

    A country speaks for itself and through its blocs; a bloc's position does not bind each member.

    For example: itupp bloc "Arab states"
    """
    proponent = lookup.proponent(request.briefing, " ".join(name))
    return proponents.show(proponent, own=own, full=full)


@_command("resolutions")
def list_resolutions(
    request: Request,
    name: Annotated[Filter, _name(completion.resolutions, "[NAME]...")] = None,
    full: Full = False,
) -> Answer:
    """List resolutions and drafts.

    With a name or a number: that one.

    For example: itupp resolutions
    """
    if name:
        return show_resolution(request, name, full=full)
    answer = resolutions.show_all(request.briefing)
    return in_full(answer) if full else answer


@_command("resolution")
def show_resolution(
    request: Request,
    name: Annotated[list[str], _name(completion.resolutions)],
    full: Full = False,
) -> Answer:
    """Show a resolution: gist, outcome, positions.

    In full with its history. The source links resolutions to topics, not to positions.

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
    own: Own = False,
    full: Full = False,
) -> Answer:
    """Search positions by words and filters.

    Repeat a filter for OR; different filters mean AND. Words are looked for in headlines, summaries
    and anchors, and in the titles and aliases of topics; the beginning of a word will do.
    "Two words" in quotes stand side by side; a OR b means either of them, NOT a means without it.

    For example: itupp positions --bloc "Arab states" --addressee Council
    """
    briefing = request.briefing
    _refuse_split_names(briefing, words, bloc=bloc, topic=topic)
    named = _each(briefing, lookup.proponent, bloc)
    speakers = tuple(speaker for proponent in named for speaker in proponent.speaking(own=own))
    about = Wanted(
        topics=_each(briefing, lookup.topic, topic),
        resolutions=_each(briefing, lookup.resolution, resolution),
        addressees=_each(briefing, lookup.addressee, addressee),
        sections=_each(briefing, lookup.section, section),
    )
    wanted = about._replace(
        proponents=speakers,
        words=words or (),
        shared=shared,
        contested=contested,
        decided=outcome,
    )
    selected = select(briefing, wanted)
    hint = "" if selected else _hint(request, words or ())
    return positions.show_all(
        briefing,
        selected,
        full=full,
        decided=outcome,
        missing=f"no position matches{hint} (all of them: itupp positions)",
        speaking=() if own else named,
        looked_for=_looked_for(words, about.addressees),
    )


def _looked_for(words: Filter, addressees: Iterable[Addressee]) -> str:
    """What to find where it is mentioned besides: the words, or else those asked to act."""
    asked = shell_word(" ".join(addressee.name for addressee in addressees))
    return shell_word(" ".join(words or ())) or asked or ""


def _refuse_split_names(briefing: Briefing, words: Filter, *, bloc: Filter, topic: Filter) -> None:
    """Raise NotFoundError where a name that a filter begins goes on in the words."""
    if words and bloc:
        lookup.refuse_split_name([*bloc, *words], briefing.everyone)
    if words and topic:
        lookup.refuse_split_name([*topic, *words], briefing.topics.values())


def _hint(request: Request, words: Sequence[str]) -> str:
    """What to try where words match no position."""
    meant = lookup.command(request.briefing, " ".join(words)) if words else None
    return did_you_mean(f"itupp {' '.join(meant)}{request.option}" if meant else None)


@_command("find")
def find_words(
    request: Request,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="Words that must all occur.")
    ],
    full: Full = False,
) -> Answer:
    """Find everything that mentions words.

    Terms, topics, questions, positions, resolutions and outcomes, with the words around them.

    For example: itupp find satellites
    """
    return found.show(request.briefing, words, full=full)


@_command("position")
def show_position(
    request: Request,
    name: Annotated[list[str], _name(completion.positions)],
    full: Full = False,
) -> Answer:
    """Show a position: who asks whom for what, and a line to cite.

    With the side it takes, and what came of it.

    For example: itupp position itrs-3
    """
    position = lookup.position(request.briefing, " ".join(name))
    return positions.show(position, full=full)


@_command("history")
def show_history(
    request: Request,
    name: Annotated[list[str], _name(completion.recorded)],
    bloc: Annotated[
        str | None, _filter(completion.proponents, "What this bloc or country asked for alone.")
    ] = None,
    full: Full = False,
) -> Answer:
    """Show the record: who asked for what, what was decided.

    Of a topic, a question, a resolution, a bloc or a country, newest last. With the id of an entry:
    that one, with its source.

    For example: itupp history ITRs
    """
    from itupp.answers import history  # no other command needs it

    briefing, typed = request.briefing, " ".join(name)
    with suppress(lookup.NotFoundError):
        return history.show_entry(lookup.entry(briefing, typed))
    speaker = lookup.proponent(briefing, bloc) if bloc else None
    return history.show(lookup.recorded(briefing, typed), bloc=speaker, full=full)


@_command("addressees")
def list_addressees(request: Request, full: Full = False) -> Answer:
    """List who is asked to act, and how often.

    For example: itupp addressees
    """
    answer = addressees.show(request.briefing)
    return in_full(answer) if full else answer


@_command("outcomes")
def list_outcomes(request: Request, full: Full = False) -> Answer:
    """Show what was decided, topic by topic.

    As far as it is recorded, and what goes on to the next conference.

    For example: itupp outcomes
    """
    return outcomes.show(request.briefing, full=full)


@_command("terms")
def list_terms(
    request: Request,
    name: Annotated[Filter, _name(completion.terms, "[NAME]...")] = None,
    full: Full = False,
) -> Answer:
    """Explain the acronyms and terms of art.

    With a name: that one.

    For example: itupp terms
    """
    if name:
        return show_term(request, name, full=full)
    answer = terms.show_all(request.briefing)
    return in_full(answer) if full else answer


@_command("term")
def show_term(
    request: Request,
    name: Annotated[list[str], _name(completion.terms)],
    full: Full = False,
) -> Answer:
    """Explain one acronym or term of art.

    For example: itupp term NGSO
    """
    term = lookup.term(request.briefing, " ".join(name))
    return terms.show(term, full=full)


@_command("compare", COMPARE)
def compare(
    request: Request,
    name: Annotated[list[str] | None, _name(completion.proponents, "[NAME]...")] = None,
    topic: Annotated[Filter, _filter(completion.topics, "On this topic.")] = None,
    own: Own = False,
    full: Full = False,
) -> Answer:
    """Compare blocs and countries; without a name, all of them.

    Without a name: who speaks on what, and where they disagree. With one: its allies and opponents.
    With more: what they agree on, what divides them, what only one of them asks for.

    For example: itupp compare "Arab states" "European states"
    """
    briefing = request.briefing
    compared = list(dict.fromkeys(lookup.proponents(briefing, name or [])))
    about = _topics_asked(briefing, topic)
    if not compared:
        return comparison.show_room(briefing, about, full=full)
    if len(compared) == 1:
        answer = comparison.show_standing(compared[0], about, own=own)
    else:
        answer = comparison.show_several(compared, about, own=own)
    return in_full(answer) if full else answer


def _topics_asked(briefing: Briefing, typed: Filter) -> list[Topic]:
    """The topics of these names, in the order of the data, or all topics."""
    wanted = _each(briefing, lookup.topic, typed)
    return [topic for topic in briefing.topics.values() if topic in wanted or not wanted]


@app.command("brief", rich_help_panel=HAND_OVER)
@with_common_options
def write_brief(
    ctx: typer.Context,
    name: Annotated[list[str], _name(completion.subjects)],
    topic: Annotated[Filter, _filter(completion.topics, "On this topic alone.")] = None,
    own: Own = False,
) -> None:
    """Write a brief of one page on a subject.

    The subject is a bloc, a country, a topic or a resolution.

    What is asked for, by whom, who is against, what came of it, and the sources. In a pipe it is
    Markdown.

    For example: itupp brief ITRs
    """
    request = Request(ctx)
    subject = lookup.subject(request.briefing, " ".join(name))
    if topic and not isinstance(subject, Proponent):
        request.refuse("--topic goes with a bloc or a country")
    about = _topics_asked(request.briefing, topic)
    form = request.form or (Format.TABLE if sys.stdout.isatty() else Format.MD)
    if form is Format.SVG:
        request.refuse("a brief is text; only the comparison of all is drawn")
    print_answer(brief.show(subject, about, own=own), form)


@app.command("page", rich_help_panel=HAND_OVER)
@with_common_options
def write_page(ctx: typer.Context) -> None:
    """Write the whole briefing as one web page.

    To be mailed or put on an intranet: it asks nothing of a network, and filters without a server.
    It is printed where no file is named.

    For example: itupp page -o briefing.html
    """
    request = Request(ctx)
    if request.form not in (None, Format.HTML):
        request.refuse("a page is HTML: itupp page -o FILE.html")
    from itupp.answers import page  # only this command needs it

    print_page(page.show(request.briefing))


@app.command("check", rich_help_panel=OWN_DATASET)
@partial(with_common_options, form=CheckForm)
def check(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Datasets: each a file, a folder, or - for standard input.",
            readable=False,
        ),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="The text of the first source, or ID=FILE; anchors are looked for in it.",
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 1 where there is a warning, too.")
    ] = False,
) -> None:
    """Check a dataset for mistakes.

    Every mistake, and apart from these what is legal but hardly meant, with its file, line and
    column.

    For example: itupp check
    """
    request = Request(ctx)
    form = request.report or Report.TABLE
    datasets = _datasets_to_check(ctx, request, paths or ())
    if source and len(datasets) > 1:
        request.refuse("--source is for a check of one dataset")
    checks = [_checked(request, path, source or ()) for path in datasets]
    if form is Report.JSON:
        print_json(report.document(checks))
    else:
        told = report.lines if form is Report.TABLE else report.annotations
        print(*told(checks), sep="\n")
    if not all(checked.reading for checked in checks):
        raise typer.Exit(Exit.DATA)
    if not report.are_sound(checks, strict=strict):
        raise typer.Exit(Exit.NO)


def _datasets_to_check(
    ctx: typer.Context, request: Request, paths: Sequence[Path]
) -> list[Path | None]:
    """The datasets to be checked, each once; raises TyperException."""
    if "" in ctx.params["paths"]:
        request.refuse("check needs the path of a file or folder")
    if paths and request.named and {request.named} != set(paths):
        request.refuse("datasets are given twice: with --data and without")
    return list(dict.fromkeys(paths)) or [request.path]


def _checked(request: Request, path: Path | None, sources: Collection[str]) -> Checked:
    """What a check of a dataset comes to, be it one that cannot be read."""
    name = str(path or "")
    try:
        reading = read(path)
    except DataError as error:
        return Checked(path=name, problems=error.problems)
    texts, problems = _source_texts(request, reading.briefing, sources)
    misplaced = reading.misplaced_anchors(texts)
    in_place = len(reading.anchors(texts)) - len(misplaced) if texts else None
    problems |= {*reading.problems, *misplaced, *reading.doubts()}
    return Checked(path=name, problems=sorted(problems), reading=reading, anchors=in_place)


def _source_texts(
    request: Request, briefing: Briefing, given: Iterable[str]
) -> tuple[dict[str, str], set[Problem]]:
    """The texts of sources by their ids, and what is wrong with their files.

    They are given as `ID=FILE`, or as `FILE` for the first source.
    """
    texts: dict[str, str] = {}
    problems: set[Problem] = set()
    for argument in given:
        id, file = _source_and_file(request, briefing, argument)
        try:
            texts[id] = text_of(Path(file))
        except DataError as error:
            problems |= set(error.problems)
    return texts, problems


def _source_and_file(request: Request, briefing: Briefing, argument: str) -> tuple[str, str]:
    """The id of a source and the file that has its text."""
    id, _, file = argument.partition("=")
    if id not in briefing.sources or not file:
        if file and not os.path.exists(argument):  # noqa: PTH110 - unlike Path.exists it never raises
            request.refuse(unknown("source", id, {known: known for known in briefing.sources}))
        id, file = next(iter(briefing.sources), ""), argument
    if not file or not os.path.exists(file):  # noqa: PTH110
        request.refuse(f'there is no file "{file}" for --source')
    return id, file


@app.command("new", rich_help_panel=OWN_DATASET)
def write_new(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="A new .yaml file, or a new folder.", readable=False),
    ],
    table: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="TABLE",
            help="Begin from a table: CSV, TSV or Markdown, a row for each position.",
            readable=False,
        ),
    ] = None,
) -> None:
    """Create a dataset to begin with, to be edited.

    Small, complete and commented, or from a table; nothing that exists is overwritten. Beside it
    stands the schema by which editors complete and explain its keys.

    For example: itupp new my-briefing
    """
    if table:
        _write_from(table, path)
    else:
        _told_written(path, _write_dataset(path, starter.template()))


def _write_from(table_path: Path, path: Path) -> None:
    """Write the dataset that a table makes, and tell what became of its names and rows."""
    from itupp.loading import draft, draft_text, table

    read_table = table.read(path_typed(str(table_path)))
    drafted = draft.draft_of(read_table)
    losses = [f"{one_line(loss)}\n" for loss in draft_text.losses_told(drafted, read_table)]
    if not drafted.used:
        sys.stderr.writelines(losses)
        raise lookup.NotFoundError(f"no row of {table_path} can be used; nothing was written")
    file = _write_dataset(path, draft_text.yaml_text(drafted, read_table))
    print(*map(one_line, draft_text.names_told(drafted)), sep="\n")
    print(one_line(draft_text.summary(drafted)))
    _told_written(path, file)
    sys.stderr.writelines(losses)


def _write_dataset(path: Path, text: str) -> Path:
    """Write a dataset and answer with its file; raises NotFoundError where that is not possible."""
    try:
        return starter.write(path, text)
    except FileExistsError:
        raise lookup.NotFoundError(f"{path} exists already; nothing was written") from None
    except OSError as error:
        raise lookup.NotFoundError(f"{path} cannot be written: {error.strerror}") from None


def _told_written(path: Path, file: Path) -> None:
    """Tell what was written and what comes next."""
    print(unbroken(f"{file} written. Edit it, then: itupp check {path_to_paste(path)}"))
    print(f"Every key is explained in {starter.guide()}")


@app.command("schema", rich_help_panel=OWN_DATASET)
def print_schema() -> None:
    """Print the JSON Schema of a dataset, for editors.

    By it editors complete and explain keys; itupp new writes it beside the dataset.

    For example: itupp schema
    """
    from itupp.loading import schema

    print(schema.text(), end="")


class UsageError(Exception):
    """A command line that is no use; the message names the help, `code` is the exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def run(args: Sequence[str]) -> int:
    """Run one command line and return its exit code.

    Raises UsageError, NotFoundError and DataError.
    """
    for argument in args:
        if with_hyphens(argument) != argument:
            told = f'itupp: "{argument}" is read as {with_hyphens(argument)}'
            print(one_line(told), file=sys.stderr)
    try:
        return int(app(mended(args), prog_name="itupp", standalone_mode=False) or Exit.ANSWERED)
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        help = getattr(context, "command_path", "itupp")
        message = f"{error.format_message()} (help: {help} --help)"
        raise UsageError(message, error.exit_code) from None


N = TypeVar("N", bound=Named)


def _each(briefing: Briefing, find: Callable[[Briefing, str], N], typed: Filter) -> tuple[N, ...]:
    """The records that names stand for, each once; raises NotFoundError."""
    named = (lookup.several(briefing, find, word) for word in typed or ())
    return tuple(dict.fromkeys(chain.from_iterable(named)))

"""The JSON documents: their keys are a promise, and data/JSON.md tells it."""

import json
import re
import shlex
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp

import pytest
import treaty
from aids import below, headings, texts
from conftest import TINY
from shown import every_answer

from itupp.answers import documents, overview, positions, proponents
from itupp.cli import app
from itupp.loading import load
from itupp.loading.files import data_folder
from itupp.process import main

TESTS = Path(__file__).parent

COMMANDS = {
    "overview": "",
    "topics": "topics",
    "topic": "topic horns",
    "blocs": "blocs",
    "bloc": "bloc Norway",
    "resolutions": "resolutions",
    "resolution": "resolution 12",
    "positions": "positions --addressee keeper",
    "position": "position lamps-2",
    "find": "find oil",
    "addressees": "addressees",
    "outcomes": "outcomes",
    "terms": "terms",
    "term": "term fog",
    "compare-all": "compare",
    "compare-one": "compare Brazil",
    "compare-two": "compare northern southern",
    "brief": "brief lamps",
    "history": "history lamps",
    "check": "check bad/answers.yaml",
}
"""For the name of a picture the command that prints it."""


@pytest.mark.parametrize("name", COMMANDS)
def test_pictures(on_tiny, name, file_regression, monkeypatch):
    """What every command prints about the tiny briefing, whole."""
    monkeypatch.chdir(TESTS)
    document = on_tiny(*shlex.split(COMMANDS[name]), "-f", "json").out
    file_regression.check(document, encoding="utf-8", extension=".json")


def test_every_command_has_a_picture():
    """But those which print no answer."""
    asked = {command.split()[0] for command in COMMANDS.values() if command}
    others = {"new", "page", "schema"}
    assert asked == {command.name for command in app.registered_commands} - others


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("topics", "topic lamps"),
        ("blocs", "bloc northern"),
        ("resolutions", "resolution 7"),
        ("terms", "term ANL"),
    ],
)
def test_a_list_holds_what_the_single_thing_is(on_tiny, plural, singular):
    """A list command tells of each thing what its own command tells, what it leads to by name."""
    listed, single = (
        json.loads(on_tiny(*command.split(), "-f", "json").out) for command in (plural, singular)
    )
    told = [key for key in listed[0] if key not in ("positions", "blocs", "sides")]
    assert {key: listed[0][key] for key in told} == {key: single[key] for key in told}
    named = [position["id"] for position in listed[0].get("positions", ())]
    assert named == [position["id"] for position in single.get("positions", ())][: len(named)]


def test_references(tiny):
    """A reference is an id and what is printed for it."""
    document = positions.document(tiny.positions[0])
    assert document["topic"] == {"id": "lamps", "name": "Lamps"}
    assert document["resolutions"] == [
        {"id": "7", "name": "Resolution 7"},
        {"id": "draft-fog", "name": "Fog"},
    ]
    question = {"id": "kind", "name": "Oil or current?"}
    side = {"id": "oil", "name": "Keep to oil"}
    assert document["answers"] == [{"question": question, "side": side}]


def test_absent_things(tiny):
    """What is absent is null or an empty list, never left out."""
    document = positions.document(tiny.topics["horns"].positions[0])
    absent = (document["addressees"], document["anchor"], document["outcome"])
    assert absent == ([], None, None)
    assert documents.maybe_reference(None) is None
    assert documents.whole(None) is None


def test_outcomes_say_of_what(tiny):
    """Only those that are recorded are told."""
    resolutions = tiny.topics["lamps"].resolutions
    (told,) = documents.outcomes_of(resolutions)
    assert told["of"] == {"id": "7", "name": "Resolution 7"}
    assert told["result"] == "revised"


# The tables of data/JSON.md.

MANUAL = (data_folder() / "JSON.md").read_text(encoding="utf-8")

PARTS = dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", MANUAL, flags=re.MULTILINE))

ROW = re.compile(r"^\| `(.+?)` \| (.+) \|$", re.MULTILINE)

LINK = re.compile(r"\]\(#([\w-]+)\)")


def _anchor(heading):
    return heading.lower().replace(" ", "-")


def _own_keys():
    """For the anchor of each kind of object its keys, and what is told of each."""
    told = {_anchor(heading): dict(ROW.findall(text)) for heading, text in PARTS.items()}
    return {kind: keys for kind, keys in told.items() if kind != "commands"}


def _bases():
    """For the anchor of a kind that has all that another one has this other's."""
    found = ((_anchor(heading), text) for heading, text in PARTS.items() if "has all that" in text)
    return {kind: LINK.search(text)[1] for kind, text in found}


KINDS = _own_keys()
KINDS |= {kind: {**KINDS[base], **KINDS[kind]} for kind, base in _bases().items()}

GIVEN = dict(ROW.findall(PARTS["Commands"]))
"""For each command what it gives."""


def observed(value, told, met):
    """Enter the kind and key of all that stands in a value, which is to be as it is told."""
    things = value if isinstance(value, list) else [value]
    for thing in things:
        if isinstance(thing, dict) and not told.startswith("a mapping"):
            _observe_object(thing, LINK.findall(told), met)
        else:
            assert thing is None or told.startswith("a mapping") or not LINK.search(told), told


def _observe_object(thing, kinds, met):
    fitting = [kind for kind in dict.fromkeys(kinds) if list(KINDS[kind]) == list(thing)]
    assert len(fitting) == 1, (kinds, list(thing))
    for key, value in thing.items():
        if value not in (None, [], {}):
            met.add((fitting[0], key))
        observed(value, KINDS[fitting[0]][key], met)


def _commands_on(briefing):
    """A command line for every document that there is about a briefing, but for most countries."""
    yield from ("topics", "blocs", "resolutions", "positions", "terms", "compare", "")
    yield from ("addressees", "outcomes", "find oil", "find wcit")
    first, second, *_ = briefing.proponents
    members = [member for bloc in briefing.blocs.values() for member in bloc.members[:1]]
    yield f"compare {first.id} {second.id}"
    for proponent in (*briefing.proponents, *members):
        yield f"bloc {proponent.id}"
        yield f"compare {proponent.id}"
        if proponent is not first:
            yield f"compare {first.id} {proponent.id}"
        yield f"brief {proponent.id}"
    for topic in briefing.topics.values():
        yield from (f"topic {topic.id}", f"brief {topic.id}")
    for id in briefing.resolutions:
        yield from (f"resolution {id}", f"brief {id}")
    yield from (f"position {position.id}" for position in briefing.positions)
    yield from (f"term {id}" for id in briefing.terms)
    yield from (f"history {id}" for id in (*briefing.topics, *briefing.record_questions))
    yield from (f"history {entry.id}" for entry in briefing.record[:2])
    yield from (f"history {one.id}" for one in briefing.resolutions.values() if one.record)
    for participant in briefing.participants:
        yield from (f"bloc {participant}", f"history {participant}", f"brief {participant}")


DATASETS = {"tiny": TINY, "pp22": None, "watershed": TESTS / "data" / "watershed"}

CHECKS = (
    ["check", str(TESTS / "bad" / "answers.yaml")],
    ["check", str(TESTS / "doubtful" / "passed-over")],
    ["check", str(TINY), "--source", str(TINY)],
)


@cache
def met_in(name):
    """The kind and key of all that is met in the documents on a dataset."""
    met = set()
    briefing = load(DATASETS[name])
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr("itupp.options.load", lambda _: briefing)
        for command in _commands_on(briefing):
            _observe(shlex.split(command), met)
    return frozenset(met)


@cache
def met_in_a_check():
    """The same in checks that find mistakes and warnings, files passed over, and anchors."""
    met = set()
    for check in CHECKS:
        _observe(check, met)
    return frozenset(met)


@cache
def met_in_a_treaty():
    """The same where there are joint statements, dates, neutral sides and texts of other kinds."""
    met = set()
    briefing = load(treaty.write(Path(mkdtemp())))
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr("itupp.options.load", lambda _: briefing)
        for command in ("", "topics", "blocs", "resolutions", "compare", *_ON_THE_TREATY):
            _observe(shlex.split(command), met)
    return frozenset(met)


_ON_THE_TREATY = (
    *("topic scope", "resolution 11", "resolution review", "position scope-2"),
    *("bloc bridge", "bloc af", "bloc group-north", "compare af bridge", "brief rules"),
)


def _observe(argv, met):
    """Enter what the document that answers a command is made of, which is to be as it is told."""
    with redirect_stdout(StringIO()) as out:
        main([*argv, "-f", "json"])
    document = json.loads(out.getvalue())
    given = GIVEN[" ".join(("itupp", *argv[:1]))]
    assert isinstance(document, list) == given.startswith("an array"), argv
    observed(document, given, met)


@pytest.mark.parametrize("name", DATASETS)
def test_every_object_is_as_the_manual_tells(name):
    """It has the keys of its kind, all of them, in their order, and no others."""
    assert met_in(name)


def test_the_manual_tells_of_nothing_else():
    """Every key of every kind stands in some document, with something in it."""
    told = {(kind, key) for kind, keys in KINDS.items() for key in keys}
    elsewhere = met_in_a_check() | met_in_a_treaty()
    assert told == elsewhere.union(*map(met_in, DATASETS))


def test_the_manual_tells_of_every_command():
    """Each that prints an answer."""
    commands = {f"itupp {command.name}" for command in app.registered_commands}
    others = {"itupp new", "itupp page", "itupp schema"}
    assert set(GIVEN) == {"itupp", *commands} - others


def test_the_manual_s_links_lead_somewhere():
    """To one of its own headings."""
    assert set(LINK.findall(MANUAL)) <= set(KINDS)


def test_the_readme_leads_to_the_manual():
    """So that scripts are not written by guessing."""
    assert "(data/JSON.md)" in (TESTS.parent / "README.md").read_text(encoding="utf-8")


OURS = """
    A address addressee adopted Adopted after And Another another As asked at Before below bind bloc
    bloc's blocs brackets but count counted Dataset Decided Decision do does Draft draft drafts each
    either excludes full has have here In is Its itself itupp joint known later left link links
    may member Members more NAME Named named Next no none Not nothing Nothing once one other our
    out own position Positions reading recorded Recorded resolution Resolutions Revised Same Several
    side Source Sources speak speaks stated taken than they through told too topic Total total year
"""
"""The words that views add to what the data says."""

WORD = re.compile(r"[^\W\d][\w'-]*")


def _words(*documents):
    return set(WORD.findall(json.dumps(documents, ensure_ascii=False)))


def _known_by_name(briefing):
    """What documents refer to, each of which has its own: the briefing, and names in short."""
    records = (*briefing.topics.values(), *briefing.blocs.values(), *briefing.resolutions.values())
    names = [record.names for record in records]
    ids = [position.id for position in briefing.positions]
    return _words(overview.show(briefing, "").document(), names, ids)


def _of_members(briefing):
    """By the names of blocs what the documents of their members hold."""
    return {
        bloc.name: _words(list(map(proponents.document, bloc.speaking_members)))
        for bloc in briefing.blocs.values()
    }


def _seen(view):
    """The words of a view, commands to try left out."""
    tried = below(view, "Try") if "Try" in headings(view) else ()
    commands = {word for row in tried for cell in row for word in WORD.findall(cell)}
    return {word for text in texts(view) for word in WORD.findall(text)} - commands


def test_a_document_holds_all_that_a_view_shows(pp22):
    """Every word that a person sees, or a document that it refers to does; numbers apart."""
    common, of_members = {*OURS.split(), *_known_by_name(pp22)}, _of_members(pp22)
    for view, document in every_answer(pp22):
        told = common | _words(document) | of_members.get(view.title, set())
        assert _seen(view) <= told, (view.title, _seen(view) - told)

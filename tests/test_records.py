"""From values to linked records, each key read by the annotation of its field."""

import subprocess
import sys

import pytest

from itupp.briefing import Basis, Bloc, Briefing, Country, Position, Proponent, Question, Topic
from itupp.loading import load, read
from itupp.loading.records import KEYS, Known, lists_of_references
from itupp.loading.yaml_values import File


@pytest.fixture
def loaded(tmp_path):
    """Load a dataset from its text."""

    def load_text(text):
        (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
        return load(tmp_path / "x.yaml")

    return load_text


@pytest.fixture
def messages(tmp_path):
    """What is wrong with a dataset, line by line."""

    def read_text(text):
        (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
        return [problem.message for problem in read(tmp_path / "x.yaml").problems]

    return read_text


def test_the_briefing(tiny):
    """It is read with all its keys."""
    assert tiny.title == "Lighthouse Union: what to expect"
    assert tiny.conference.acronym == "LU-7"
    assert tiny.following.city == "Reef"
    assert list(tiny.sections) == ["storm", "calm"]
    assert tiny.sections["calm"].title == "Calm waters"
    assert tiny.sources["pilot"].author == "A. Keeper"
    council, _, group = tiny.addressees.values()
    assert council.aliases == ("Board",)
    assert (council.part_of, group.part_of) == (None, council)


def test_proponents(tiny):
    """Blocs know the countries they name, countries their blocs."""
    coast, atlantis = tiny.blocs["northern-coast"], tiny.countries["atl"]
    brazil, norway = tiny.countries["br"], tiny.countries["no"]
    assert coast.members == (norway, atlantis)
    assert coast.members_stated == 2
    assert coast.member_notes == {atlantis: "joined late"}
    assert coast.also == {brazil: "observer"}
    assert atlantis.note == "not a Member State"
    assert atlantis.blocs == (coast,)
    assert [position.id for position in brazil.positions] == ["lamps-1"]


def test_topics(tiny):
    """They hold their questions and positions, and know their section and resolutions."""
    topic = tiny.topics["lamps"]
    assert topic.section is tiny.sections["storm"]
    assert topic.resolutions[0] is tiny.resolutions["7"]
    assert topic.further_reading[1].title == "A history of oil"
    assert topic.further_reading[1].url is None
    assert topic.briefing is tiny
    question = topic.questions["kind"]
    assert (question.exclusive, question.basis) == (True, Basis.SOURCE)
    assert [side.text for side in question.sides.values()] == ["Keep to oil", "Change to current"]
    assert question.topic is topic


def test_positions(tiny):
    """One gets its id from its topic and its place; it has the first source where it names none."""
    topic = tiny.topics["lamps"]
    first, second, third = topic.positions
    assert [first.id, second.id, third.id] == ["lamps-1", "lamps-2", "lamps-3"]
    assert first.topic is topic
    assert first.source is tiny.sources["pilot"]
    assert second.source is tiny.sources["arb-7"]
    assert second.also_in == {tiny.sources["pilot"]: "last page"}
    kind = topic.questions["kind"]
    assert first.answers == {kind: kind.sides["oil"]}
    assert tiny.topics["horns"].positions[0].addressees == ()


def test_resolutions(tiny):
    """They know the topics that name them."""
    resolution = tiny.resolutions["7"]
    assert resolution.revised == ("Reef, 2023", "Skerry, 2027")
    assert resolution.topics == (tiny.topics["lamps"],)


def test_an_outcome_has_its_own_sources_only(tiny):
    """Those of its topic's outcome bear out another statement."""
    topic = tiny.topics["lamps"]
    assert topic.outcome.sources == ("https://lighthouse.example/lamps-put-off",)
    assert topic.positions[0].outcome.result == "not taken up"
    assert topic.positions[0].outcome.sources == ()


SECOND_READING = """\
briefing:
  title: T
  conference: {name: C, weak_sources: [a blog]}
  further_reading: [{title: Proposals}]
blocs:
  - {id: north, name: North, weak_sources: [an essay site]}
countries:
  - {id: skerry, name: Skerry, weak_sources: [a copy]}
topics:
  - id: lamps
    title: Lamps
    positions:
      - headline: Keep the lamps
        summary: S.
        proponents: [north]
        outcome: {result: taken up in part, basis: editor, weak_sources: [a diary]}
      - {summary: T., proponents: [skerry], outcome: {result: taken up}}
resolutions:
  - id: seven
    title: Lamps
    gist: {text: Lamps burn., sources: [final], weak_sources: [copy]}
    adopted: Skerry, 2019
    revised: ["Reef, 2023"]
    history_sources: {"Reef, 2023": [one, two]}
terms:
  - id: lu
    name: LU
    stands_for: Lighthouse Union
    explanation: A union.
    aliases: [the Union]
    topics: [lamps]
    sources: [notes]
"""


def test_the_keys_of_the_second_reading(loaded):
    """Headlines, gists, histories, weak sources and terms."""
    briefing = loaded(SECOND_READING)
    topic, resolution = briefing.topics["lamps"], briefing.resolutions["seven"]
    assert briefing.conference.weak_sources == ("a blog",)
    assert [link.title for link in briefing.further_reading] == ["Proposals"]
    assert briefing.blocs["north"].weak_sources == ("an essay site",)
    assert briefing.countries["skerry"].weak_sources == ("a copy",)
    first, second = topic.positions
    assert (first.headline, second.headline) == ("Keep the lamps", None)
    assert (first.outcome.basis, second.outcome.basis) == (Basis.EDITOR, Basis.SOURCE)
    assert first.outcome.weak_sources == ("a diary",)
    assert (resolution.gist.text, resolution.gist.sources) == ("Lamps burn.", ("final",))
    assert resolution.gist.weak_sources == ("copy",)
    assert resolution.history_sources == {"Reef, 2023": ("one", "two")}
    term = briefing.terms["lu"]
    assert term.names == ("lu", "LU", "Lighthouse Union", "the Union")
    assert (term.explanation, term.topics, term.sources) == ("A union.", (topic,), ("notes",))


def test_the_bundled_briefing_has_them(pp22):
    """Every position has its headline, most terms have topics."""
    assert all(position.headline for position in pp22.positions)
    assert any(term.topics for term in pp22.terms.values())
    assert any(resolution.gist for resolution in pp22.resolutions.values())


def test_names_that_nobody_types_may_repeat(loaded):
    """Those of sources and of a topic's questions."""
    briefing = loaded(
        "briefing: {title: T, sources: [{id: a, title: Notes}, {id: b, title: Notes}]}\n"
        "topics:\n"
        "  - id: t\n"
        "    title: T\n"
        "    questions:\n"
        '      - {id: q, text: "Q?", sides: {a: A}}\n'
        '      - {id: r, text: "Q?", sides: {a: A}}\n'
        "    positions: [{summary: S., proponents: [fr]}]\n"
    )
    assert list(briefing.sources) == ["a", "b"]
    assert list(briefing.topics["t"].questions) == ["q", "r"]


def test_questions_are_known_in_their_own_topic_only(messages):
    """One that another topic has is unknown, also where part of the dataset could not be read."""
    topics = (
        "topics:\n"
        "  - id: lamps\n"
        "    title: Lamps\n"
        '    questions: [{id: kind, text: "Kind?", sides: {oil: Oil}}]\n'
        "    positions: [{summary: S., proponents: [fr], answers: {kind: oil, kinds: oil}}]\n"
        "  - id: horns\n"
        "    title: Horns\n"
        "    positions: [{summary: T., proponents: [fr], answers: {kind: [oil]}}]\n"
    )
    wrong = [
        'unknown question of this topic "kinds"; did you mean kind?',
        'unknown question of this topic "kind"',
        '"kind" must be text, not a list',
    ]
    assert messages(f"briefing: {{title: T}}\n{topics}") == wrong
    assert messages(topics)[1:] == wrong


def test_what_leads_nowhere_is_left_out(tmp_path):
    """It is a mistake, and the records that can be made are linked all the same."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\n"
        "blocs: [{id: north, name: North, members: [xx, fr], also: {yy: Y, br: B}}]\n"
        "topics:\n"
        "  - id: t\n"
        "    title: T\n"
        "    section: lost\n"
        '    questions: [{id: q, text: "Q?", basis: guess, sides: {a: A}}]\n'
        "    positions: [{summary: S., proponents: [zz, north], answers: {q: b}, source: lost}]\n",
        encoding="utf-8",
    )
    briefing = read(tmp_path / "x.yaml").briefing
    north, topic = briefing.blocs["north"], briefing.topics["t"]
    assert north.members == (briefing.countries["fr"],)
    assert north.also == {briefing.countries["br"]: "B"}
    assert topic.section is None
    assert topic.questions["q"].basis is Basis.EDITOR
    (position,) = topic.positions
    assert (position.proponents, position.answers, position.source) == ((north,), {}, None)


def test_an_addressee_is_part_of_one_above_it(messages, loaded):
    """Neither of itself nor of one below it, which are not known yet."""
    above = "{id: council, name: Council}"
    below = "{id: group, name: Group, part_of: council}"
    briefing = "briefing: {title: T}"
    addressees = loaded(f"{briefing}\naddressees: [{above}, {below}]").addressees
    assert addressees["group"].part_of is addressees["council"]
    assert messages(f"{briefing}\naddressees: [{below}, {above}]") == ['unknown id "council"']
    own = "{id: council, name: Council, part_of: council}"
    assert messages(f"{briefing}\naddressees: [{own}]") == ['unknown id "council"']


def test_records_of_a_taken_id_are_left_out(tmp_path):
    """The first keeps it; what was read of the others can be asked for."""
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\nblocs: [{id: a, name: A}, {id: a, name: B}, {name: C}]\n",
        encoding="utf-8",
    )
    reading = read(tmp_path / "x.yaml")
    assert [bloc.name for bloc in reading.briefing.blocs.values()] == ["A"]
    assert [bloc.name for bloc in reading.contents.of(Bloc)] == ["A", "B", "C"]
    assert reading.contents.of(Question) == {}
    first = reading.briefing.blocs["a"]
    assert reading.contents.fields(first).word("name") == "A"


def test_without_a_briefing(tmp_path):
    """Its title is empty, and the lists beside it are read."""
    (tmp_path / "x.yaml").write_text("blocs: [{id: a, name: A}]\n", encoding="utf-8")
    reading = read(tmp_path / "x.yaml")
    assert not reading.contents.whole
    assert (reading.briefing.title, list(reading.briefing.blocs)) == ("", ["a"])
    assert reading.contents.of(Briefing) == {}


@pytest.mark.parametrize(
    ("what", "no_keys"),
    [
        ("a position", {"id", "topic"}),
        ("a question", {"topic"}),
        ("a topic", {"briefing"}),
        ("a resolution", {"topics", "briefing"}),
        ("a bloc", {"positions", "briefing"}),
        ("a country", {"positions", "briefing"}),
        ("the briefing", {"topics", "terms"}),
    ],
)
def test_links_back_are_no_keys(what, no_keys):
    """The loader fills them."""
    assert no_keys.isdisjoint(KEYS[what])


def test_keys_are_in_the_order_of_the_fields():
    """Those that all proponents have come first."""
    assert KEYS["a file"] == (
        "briefing",
        "addressees",
        "blocs",
        "countries",
        "participants",
        "unlisted",
        "topics",
        "resolutions",
        "terms",
        "record_sources",
        "record_questions",
        "record",
    )
    assert KEYS["a country"][:3] == ("id", "name", "alpha3")
    assert KEYS["a gist"] == ("text", "sources", "weak_sources")
    assert KEYS["an addressee"] == ("id", "name", "aliases", "part_of")


NEW_KEY = """\
import sys
from pathlib import Path
from itupp.briefing import Addressee
Addressee.__annotations__["mottos"] = tuple[str, ...]
Addressee.mottos = ()
from itupp.loading import load
briefing = load(Path(sys.argv[1]))
print([addressee.mottos for addressee in briefing.addressees.values()])
"""


def test_a_new_field_is_a_new_key(tmp_path):
    """It is read by its annotation; nothing else has to be changed."""
    addressees = "[{id: a, name: A, mottos: [Burn, Shine]}, {id: b, name: B}]"
    (tmp_path / "x.yaml").write_text(
        f"briefing: {{title: T}}\naddressees: {addressees}\n", encoding="utf-8"
    )
    argv = [sys.executable, "-c", NEW_KEY, str(tmp_path / "x.yaml")]
    done = subprocess.run(argv, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[('Burn', 'Shine'), ()]\n"


def test_lists_of_references():
    """They are told from lists of texts and of records by what they hold."""
    assert lists_of_references(Position) == ("proponents", "addressees")
    assert lists_of_references(Bloc) == ("members",)
    assert lists_of_references(Topic) == ("resolutions",)
    assert lists_of_references(Country) == ()


def test_what_is_known():
    """Where not all is known any id may be one; a name stands for its id in what is proposed."""
    known = {"fr": Country(id="fr", name="France", alpha3="FRA")}
    file = File("f.yaml")
    file.take("[fr, France, xx, '']")
    complete = Known[Proponent](known)
    found = [complete.find(value) for value in file.root.items()]
    assert found == [known["fr"], None, None, None]
    assert [problem.message for problem in file.problems] == [
        'unknown id "France"; did you mean fr (France)?',
        'unknown id "xx"; known: fr',
        "each of a file is empty",
    ]
    assert complete.may_have("fr")
    assert not complete.may_have("xx")
    assert Known[Proponent](known, complete=False).may_have("xx")

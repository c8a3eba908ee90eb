"""What holds for the bundled briefing."""

import os
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from itupp.briefing import Relation
from itupp.loading.anchors import places, plain
from itupp.loading.files import data_folder

CREDITED = {
    "arab-states": 9,
    "european-states": 8,
    "african-states": 8,
    "american-states": 5,
    "rcc-states": 1,
    "br": 3,
    "ca": 2,
    "us": 2,
    "py": 2,
    "ar": 1,
    "au": 1,
    "sb": 1,
    "ws": 1,
    "vu": 1,
}

COPIED = 7
"""So many words in a row no sentence of ours may share with the source; a term counts as one."""

TERMS = (
    "Committee on the Peaceful Uses of Outer Space",
    "Internet Corporation for Assigned Names and Numbers",
    "Telecommunication Standardization Bureau",
    "UN Office for Outer Space Affairs",
    "World Conference on International Telecommunications",
    "World Telecommunication Standardization Assembly",
    "confidence and security in the use of ICTs",
    "non-geostationary-satellite orbits",
)


def words_of(text):
    """Its words in lower case, each name or term as one."""
    text = plain(text)
    for term in map(plain, TERMS):
        text = text.replace(term, re.sub(r"\W", "_", term))
    return re.findall(r"\w+", text)


@pytest.fixture(scope="module")
def source():
    """The briefing's text, where it is at hand."""
    path = os.environ.get("ITUPP_SOURCE")
    if not path:
        pytest.skip("ITUPP_SOURCE does not lead to the briefing's text")
    return plain(Path(path).read_text(encoding="utf-8"))


def test_anchors(pp22, source):
    """Each stands in the source exactly once, in whole words, in the order of the positions."""
    found = [places(position.anchor, source) for position in pp22.positions]
    assert all(len(at) == 1 for at in found)
    assert all(before < after for before, after in pairwise(found))


def test_topics(pp22):
    """Eight topics, six of them areas of controversy, in the order of the briefing."""
    assert {topic.id: len(topic.positions) for topic in pp22.topics.values()} == {
        "ai": 3,
        "open-ran": 2,
        "itrs": 4,
        "cybersecurity": 5,
        "internet-governance": 4,
        "digital-standards": 3,
        "outer-space": 5,
        "online-meetings": 4,
    }
    sections = Counter(topic.section.id for topic in pp22.topics.values())
    assert sections == {"controversy": 6, "watch": 2}
    for topic in pp22.topics.values():
        assert topic.background
        assert topic.key_issues
        assert topic.further_reading


def test_everybody_is_credited_with_what_the_briefing_says(pp22):
    """Fourteen proponents, forty-five pairs of position and proponent."""
    pairs = Counter()
    for position in pp22.positions:
        pairs.update(proponent.id for proponent in position.proponents)
    assert pairs == CREDITED
    assert pairs.total() == 45
    assert {proponent.id for proponent in pp22.proponents} == {*CREDITED, "apt"}


MEMBERS = {
    "arab-states": (22, 22, 0),
    "european-states": (46, 46, 2),
    "african-states": (48, 49, 6),
    "american-states": (35, 35, 0),
    "rcc-states": (9, 12, 3),
    "apt": (38, 38, 0),
}

IN_TWO = {"dz", "km", "dj", "eg", "ly", "mr", "ma", "so", "sd", "tn", "az"}


def test_members(pp22):
    """How many each bloc counts, how many are stated, how many are named but not counted."""
    for bloc in pp22.blocs.values():
        counts = (len(bloc.members), bloc.members_stated, len(bloc.also))
        assert counts == MEMBERS[bloc.id]
        assert bloc.sources
        assert bloc.notes
        assert bloc.members_as_of == ("2021-09" if bloc.id == "african-states" else "2022-09-26")


def test_who_is_in_two_blocs(pp22):
    """The ten Arab African states, and Azerbaijan."""
    countries = pp22.countries.values()
    assert {country.id for country in countries if len(country.blocs) > 1} == IN_TWO


def test_who_is_not_a_member_state(pp22):
    """195 countries, two of them marked, with sources."""
    assert len(pp22.countries) == 195
    marked = {id: country.note for id, country in pp22.countries.items() if country.note}
    assert marked.keys() == {"ps", "pw"}
    assert all(note.startswith("Not an ITU Member State") for note in marked.values())
    assert all(pp22.countries[id].sources for id in marked)


def decidable(pp22):
    """All of which it can be recorded what came of it."""
    return (*pp22.topics.values(), *pp22.resolutions.values(), *pp22.positions)


def test_outcomes(pp22):
    """What is recorded, each with its confidence and its sources; nothing else is."""
    found = {record.id: record.outcome for record in decidable(pp22) if record.outcome}
    assert {id: outcome.result for id, outcome in found.items()} == {
        "ai": "adopted as one resolution",
        "outer-space": "a related resolution adopted",
        "102": "revised",
        "130": "revised",
        "146": "revised",
        "167": "revised",
        "ai-1": "taken up",
        "itrs-1": "not taken up",
        "itrs-2": "not taken up",
        "itrs-3": "not taken up",
        "internet-governance-1": "not taken up",
        "outer-space-1": "taken up in part",
    }
    for outcome in found.values():
        assert outcome.summary
        assert outcome.confidence
        assert outcome.sources


def addresses(pp22):
    """Every list of addresses in the data, with the record that it belongs to."""
    conferences = (pp22.conference, pp22.following)
    outcomes = [record.outcome for record in decidable(pp22)]
    gists = [resolution.gist for resolution in pp22.resolutions.values()]
    members = (*pp22.blocs.values(), *pp22.countries.values())
    for record in (*conferences, *members, *outcomes, *gists):
        if record:
            yield record, record.sources
            yield record, record.weak_sources
    for term in pp22.terms.values():
        yield term, term.sources
    for resolution in pp22.resolutions.values():
        for sources in resolution.history_sources.values():
            yield resolution, sources


def test_addresses(pp22):
    """Each is an address, what it is in brackets behind it; none stands twice in a list."""
    written = re.compile(r"https?://\S+( \(.+\))?")
    for record, sources in addresses(pp22):
        assert [source for source in sources if not written.fullmatch(source)] == [], record
        assert len({source.split()[0] for source in sources}) == len(sources), record


def test_weak_sources_say_what_they_are(pp22):
    """A weak source has what it is in brackets behind it, and never stands among the others."""
    for record in (*pp22.blocs.values(), *pp22.countries.values()):
        assert all(source.endswith(")") for source in record.weak_sources)
        assert not set(record.weak_sources) & set(record.sources)


def test_judgements_are_marked(pp22):
    """What came of a single position is the editor's reading, each time."""
    assert {position.outcome.basis for position in pp22.positions if position.outcome} == {"editor"}


def test_headlines(pp22):
    """Every position has one of at most eight words and 60 characters, and no two have the same."""
    headlines = [position.headline for position in pp22.positions]
    assert all(len(headline.split()) <= 8 and len(headline) <= 60 for headline in headlines)
    assert all(headline[0].isupper() and not headline.endswith(".") for headline in headlines)
    assert len(set(headlines)) == len(headlines) == 30


def test_terms(pp22):
    """Each is explained in one sentence, with sources; acronyms say what they stand for."""
    for term in pp22.terms.values():
        assert term.explanation.endswith(".")
        assert ". " not in term.explanation
        assert term.sources
        assert term.stands_for or not term.name.isupper()
    expected = {"itrs", "eg-itrs", "wcit", "cwg-internet", "icann", "ngso", "copuos", "open-ran"}
    assert expected <= pp22.terms.keys()


def test_gists(pp22):
    """Only numbered resolutions have one, each with a source."""
    resolutions = pp22.resolutions.values()
    gists = {resolution.number: resolution.gist for resolution in resolutions if resolution.gist}
    assert gists.keys() == {"102", "123", "137", "146", "167"}
    assert all(gist.sources and gist.text.endswith(".") for gist in gists.values())


NO_ADDRESS = {"Marrakesh, 2002", "Busan, 2014"}
"""Places in histories for which no address was seen; the notes of 123, 130 and 137 say so."""


def test_history(pp22):
    """Where the history has gaps they are called gaps."""
    for resolution in pp22.resolutions.values():
        if resolution.number:
            assert resolution.id == "102" or "a gap in our sources" in resolution.history_note
            places = [place for place in (resolution.adopted, *resolution.revised) if place]
            without = {place for place in places if place not in resolution.history_sources}
            assert without <= NO_ADDRESS, resolution.id
        else:
            history = (resolution.adopted, resolution.revised, resolution.history_note)
            assert history == (None, (), None)
    assert pp22.resolutions["102"].revised[-1] == "Bucharest, 2022"


def test_resolutions(pp22):
    """Seven numbered resolutions and seven drafts, each relevant to a topic."""
    numbers = [resolution.number for resolution in pp22.resolutions.values()]
    numbered = ["102", "123", "130", "137", "146", "167", "186"]
    assert [number for number in numbers if number] == numbered
    assert numbers.count(None) == 7
    assert all(resolution.topics for resolution in pp22.resolutions.values())


def test_every_addressee_is_asked_something(pp22):
    """No addressee is defined in vain."""
    asked = {addressee for position in pp22.positions for addressee in position.addressees}
    assert asked == set(pp22.addressees.values())


def test_points_follow_the_source(pp22):
    """Points count up from 1; the two halves of the point on a WCIT share theirs."""
    for topic in pp22.topics.values():
        points = [position.point for position in topic.positions]
        counted = list(range(1, len(points) + 1))
        assert points == ([1, 2, 3, 3] if topic.id == "itrs" else counted)


LISTS_OF_IDS = {"members", "proponents", "addressees", "resolutions"}
REFERRING = LISTS_OF_IDS | {"id", "number", "section", "source"}


def ids_in(value, key=None):
    """Every id in a plain value, as a list or a mapping has it, with the key it stands under."""
    if isinstance(value, dict):
        yield from (("a key", name) for name in value)
        for name, inner in value.items():
            yield from ids_in(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from ids_in(inner, key)
    elif key in REFERRING:
        yield key, value


@pytest.mark.parametrize("file", sorted(data_folder().rglob("*.yaml")), ids=lambda file: file.stem)
def test_other_readers_see_the_same_ids(file):
    """YAML 1.1, for which `no` is false and `102` a number, reads every id in our files as text."""
    ids = list(ids_in(yaml.safe_load(file.read_text(encoding="utf-8"))))
    assert ids
    assert [(key, id) for key, id in ids if not isinstance(id, str)] == []


def test_summaries_are_sentences_and_each_is_said_once(pp22):
    """A summary is whole sentences, and no two positions have the same."""
    summaries = [position.summary for position in pp22.positions]
    assert all(summary[0].isupper() and summary.endswith(".") for summary in summaries)
    assert len(set(summaries)) == len(summaries)


def test_sentences_are_our_own(pp22, source):
    """No sentence of the data repeats the source's words at length."""
    texts = [pp22.scope]
    for position in pp22.positions:
        texts += [position.headline, position.summary]
    for topic in pp22.topics.values():
        texts += [topic.background, *topic.key_issues]
        for question in topic.questions.values():
            texts += [question.text, *(side.text for side in question.sides.values())]
    texts += [term.explanation for term in pp22.terms.values()]
    texts += [resolution.gist.text for resolution in pp22.resolutions.values() if resolution.gist]
    source = " ".join(words_of(source))
    for text in texts:
        words = words_of(text)
        runs = (" ".join(words[start : start + COPIED]) for start in range(len(words) - COPIED + 1))
        assert not [run for run in runs if f" {run} " in f" {source} "], text


QUESTIONS = {
    ("ai", "reach"): (False, "editor", {"mandate": [1], "new-tasks": [2, 3]}),
    ("itrs", "review"): (False, "editor", {"end": [1], "new-set": [2]}),
    ("itrs", "wcit"): (True, "source", {"hold": [3], "consensus": [4]}),
    ("internet-governance", "cwg"): (False, "editor", {"open": [1], "deliver": [3, 4]}),
    ("internet-governance", "resources"): (False, "editor", {"partner": [2], "recommend": [4]}),
    ("digital-standards", "industry"): (False, "editor", {"workshops": [2], "panel": [3]}),
    ("online-meetings", "rules"): (False, "editor", {"council": [2], "directors": [3, 4]}),
    ("online-meetings", "decisions"): (False, "editor", {"included": [1], "defined": [3]}),
}


def questions_of(pp22):
    """Every question on every topic."""
    topics = pp22.topics.values()
    return [question for topic in topics for question in topic.questions.values()]


def places_by_side(question):
    """For each side the places, from 1, of the positions that take it."""
    found = {side: [] for side in question.sides}
    for place, position in enumerate(question.topic.positions, start=1):
        if question in position.answers:
            found[position.answers[question].id].append(place)
    return found


def test_questions(pp22):
    """Eight questions on five topics, coded as the positions allow and no further."""
    found = {}
    for question in questions_of(pp22):
        coded = (question.exclusive, question.basis, places_by_side(question))
        found[question.topic.id, question.id] = coded
    assert found == QUESTIONS
    assert [topic.contested for topic in pp22.topics.values()].count(True) == 5


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("european-states", "american-states", 3),
        ("african-states", "arab-states", 3),
        ("ca", "us", 2),
    ],
)
def test_who_shares_what(pp22, one, other, count):
    """The alliances that the briefing shows."""
    known = {proponent.id: proponent for proponent in pp22.proponents}
    shared = known[one].shared()[known[other]]
    assert len(shared) == count
    assert known[other].shared()[known[one]] == shared


def test_european_and_arab_states_are_opposed_on_a_wcit_alone(pp22):
    """On a WCIT, where the source itself sets one against the other, and nowhere else."""
    pair = pp22.blocs["european-states"], pp22.blocs["arab-states"]
    for question in questions_of(pp22):
        opposed = question.relation(*pair) is Relation.OPPOSED
        assert opposed == (question.id == "wcit")


def test_the_rcc_states_stand_alone(pp22):
    """They share nothing and take no side."""
    rcc = pp22.blocs["rcc-states"]
    assert rcc.shared() == {}
    assert rcc.stances() == ()
    assert len(rcc.unrelated()) == 14

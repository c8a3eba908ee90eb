"""Every key that is read from a dataset is shown to people, and stands in JSON."""

import copy
import json
from functools import cache
from itertools import count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from test_guide import EXAMPLES, PLACES

from itupp.answers import (
    addressees,
    brief,
    comparison,
    history,
    outcomes,
    overview,
    positions,
    proponents,
    resolutions,
    terms,
    topics,
)
from itupp.loading import read
from itupp.loading.records import KEYS
from itupp.output.formats import markdown_text

OPPOSITES = {
    "bloc": "joint statement",
    "editor": "source",
    "source": "editor",
    "true": "false",
    "false": "true",
    "position": "decision",
    "decision": "position",
}

WORDS = {
    ("a bloc", "kind"): "whether its positions bind its members",
    ("a question", "basis"): "whether it is our reading that sides differ",
    ("a question", "exclusive"): "whether those on different sides are opposed",
    ("a question of the record", "basis"): "whether it is our reading that sides differ",
    ("a question of the record", "exclusive"): "whether one side excludes others",
    ("an entry", "basis"): "whether it is our reading that it takes the side",
    ("an entry", "kind"): "who asked for it, or that it was decided",
    ("an outcome", "basis"): "whether it is our reading",
}
"""Keys that can hold no marker, and what is told by them."""

REFERENCES = {
    ("a bloc", "members"): "the countries by their names",
    ("a position", "addressees"): "their names",
    ("a position", "answers"): "the sides by their texts",
    ("a position", "proponents"): "their names",
    ("a position", "source"): "the document in the line to cite",
    ("a question of the record", "beside"): "who takes which side, below the other question",
    ("a question of the record", "topic"): "its history",
    ("a question", "neutral"): "those who take them as opposed to nobody",
    ("an addressee", "part_of"): "its name",
    ("an entry", "addressees"): "their names",
    ("an entry", "proponents"): "their names",
    ("an entry", "question"): "its text",
    ("an entry", "resolution"): "its number and title",
    ("an entry", "side"): "its text",
    ("an entry", "source"): "the document",
    ("an entry", "topic"): "its history",
    ("a term", "topics"): "their titles",
    ("a topic", "resolutions"): "their numbers",
    ("a topic", "section"): "its title",
}
"""Keys that refer to records, and what is shown of these."""

JSON_ALONE = {
    ("a bloc", "aliases"): "typed, not read",
    ("a conference", "sources"): "nobody doubts where a conference meets",
    ("a conference", "weak_sources"): "nobody doubts where a conference meets",
    ("a country", "aliases"): "typed, not read",
    ("a country", "alpha3"): "typed, not read",
    ("a participant", "aliases"): "typed, not read",
    ("a source", "id"): "for references",
    ("a term", "id"): "typed, not read",
    ("a topic", "aliases"): "typed, not read; one that is shorter than the title heads columns",
    ("an addressee", "aliases"): "typed, not read",
    ("the briefing", "short"): "shown where the conference has no acronym, as it has here",
}
"""Keys that no view shows to people, and why."""

TYPED_ALONE = {
    ("a file", "unlisted"): "typed; no document holds who is none",
    ("an unlisted name", "aliases"): "typed; no document holds who is none",
    ("an unlisted name", "id"): "typed; no document holds who is none",
    ("an unlisted name", "name"): "typed; no document holds who is none",
    ("an unlisted name", "note"): "shown in the message that refuses the name",
}
"""Keys that not even JSON has, and why."""

BUNDLED = ("no", "is", "fr")
"""Countries that the guide's examples name without describing them."""

PLACES_AND_YEARS = ("adopted", "revised", "history_sources")
"""Keys of a resolution that have texts in common."""


class Marker:
    """Puts in the place of a text one that occurs nowhere else, of an id always the same."""

    def __init__(self, dataset):
        self.numbers = count(1001)
        self.ids = {id: id for id in BUNDLED}
        for id in _ids(dataset):
            self.ids.setdefault(id, self.new("id"))
        self.places = {}

    def new(self, word="mark"):
        """A word that occurs nowhere else."""
        return f"{word}{next(self.numbers)}"

    def marked(self, value, key=""):
        """A value with its texts marked."""
        if isinstance(value, dict):
            is_record = key not in (*HELD_BY_ID, *PLACES_AND_YEARS)
            return {
                self.name(name, key): self.marked(held, name if is_record else key)
                for name, held in value.items()
            }
        if isinstance(value, list):
            return [self.marked(item, key) for item in value]
        return self.leaf(value, key)

    def name(self, name, key):
        """The key of a mapping: a place and year, an id, or a word of the guide's."""
        if key in PLACES_AND_YEARS:
            return self.places.setdefault(name, self.new())
        return self.ids.get(name, name) if key in HELD_BY_ID else name

    def leaf(self, text, key):
        """A text marked, unless it chooses among words."""
        if key in ("basis", "exclusive") or text in ("position", "decision"):
            return text
        if (key, text) == ("kind", "bloc"):
            return text
        if key in ("members_stated", "point", "date"):
            return str(next(self.numbers))
        if key in PLACES_AND_YEARS:
            return self.places.setdefault(text, self.new())
        if key == "anchor":
            return f"{self.new()} {self.new()}"
        if key in REFERRING or key == "id":
            return self.ids.get(text, text)
        return self.new()


HELD_BY_ID = ("answers", "also_in", "also", "member_notes", "sections", "sides")

REFERRING = (
    *("proponents", "addressees", "members", "topics", "resolutions", "section", "source"),
    *("answers", "neutral", "part_of", "topic", "question", "side", "resolution", "beside"),
)


def _ids(value, key=""):
    """Every id in a dataset."""
    if isinstance(value, list):
        for item in value:
            yield from _ids(item, key)
    elif isinstance(value, dict):
        if "id" in value:
            yield value["id"]
        if key in ("sections", "sides"):
            yield from value
        for name, held in value.items():
            yield from _ids(held, name)


@cache
def marked_example():
    """The guide's examples as one dataset, marked."""
    dataset = {}
    for text in EXAMPLES[:-2]:
        dataset.update(yaml.load(text, yaml.BaseLoader))
    return Marker(dataset).marked(dataset)


def _texts(value):
    """Every text in a value, keys left out that are words of the guide's."""
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        yield from (name for name in value if name.startswith("mark"))
        for held in value.values():
            yield from _texts(held)
    else:
        yield value


def _answers(briefing):
    """Every answer, in full where that can be asked for, and lists in short, too."""
    about = list(briefing.topics.values())
    everyone = [one for one in briefing.everyone if one.positions or one.memberships]
    everyone += [one for one in briefing.countries.values() if one.id.startswith("id")]
    everyone += briefing.participants.values()
    yield overview.show(briefing, "")
    yield proponents.show_all(briefing, everyone)
    yield resolutions.show_all(briefing)
    yield addressees.show(briefing)
    yield terms.show_all(briefing)
    for full in (False, True):
        yield topics.show_all(briefing, about, full=full, missing="")
        yield positions.show_all(briefing, briefing.positions, full=full, decided=True, missing="")
        yield outcomes.show(briefing, full=full)
        yield comparison.show_room(briefing, about, full=full)
    for subject in (*about, *briefing.resolutions.values(), *everyone):
        yield brief.show(subject, about)
    for term in briefing.terms.values():
        yield terms.show(term, full=True)
    for topic in about:
        yield topics.show(topic, full=True)
    for resolution in briefing.resolutions.values():
        yield resolutions.show(resolution, full=True)
    for position in briefing.positions:
        yield positions.show(position, full=True)
    yield from _histories(briefing, everyone)
    for proponent in everyone:
        yield proponents.show(proponent, full=True)
        yield comparison.show_standing(proponent, about, own=False)
    for pair in pairwise(briefing.proponents):
        yield comparison.show_several(pair, about, own=False)


def _histories(briefing, everyone):
    """The history of every topic, question of the record and resolution, and of these."""
    subjects = (*briefing.topics.values(), *briefing.record_questions.values())
    for subject in (*subjects, *briefing.resolutions.values(), *everyone):
        yield history.show(subject)
        yield history.show(subject, full=True)
    yield from map(history.show_entry, briefing.record)


def told_of(dataset):
    """All that views show of a dataset, and all that documents hold, each as one text."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "marked.yaml"
        file.write_text(yaml.dump(dataset, sort_keys=False), encoding="utf-8")
        briefing = read(file).briefing
    answers = list(_answers(briefing))
    views = "\n".join(markdown_text(answer.view()) for answer in answers)
    return views, json.dumps([answer.document() for answer in answers])


@cache
def told_of_the_example():
    """The same of the guide's examples."""
    return told_of(marked_example())


def _records(dataset, what):
    """All records of a kind that are meant in the guide, of addressees those below the first."""
    found = [dataset]
    for step in PLACES[what]:
        if isinstance(step, int):
            found = [item for items in found for item in items[step:]]
        else:
            found = [record[step] for record in found if step in record]
    return found


def _holds_records(value):
    """Whether the records that a value holds have keys of their own."""
    items = value if isinstance(value, list) else [value]
    return any(isinstance(item, dict) and item.keys() & WRITTEN for item in items)


WRITTEN = {key for keys in KEYS.values() for key in keys}


def _is_told(what, key, where):
    """Whether all that stands under a key of the first record of a kind is told, or some of it."""
    value = _records(marked_example(), what)[0][key]
    found = [marker in where for marker in _texts(value)]
    assert found
    return any(found) if _holds_records(value) else all(found)


_EVERY = [(what, key) for what, keys in KEYS.items() for key in keys]

ALL_KEYS = [pair for pair in _EVERY if pair not in WORDS and pair not in TYPED_ALONE]

TO_PEOPLE = [pair for pair in ALL_KEYS if pair not in REFERENCES]


@pytest.mark.parametrize(("what", "key"), ALL_KEYS)
def test_json_has_it(what, key):
    """Whatever is written under a key, some document holds."""
    _, held = told_of_the_example()
    assert _is_told(what, key, held)


@pytest.mark.parametrize(("what", "key"), TO_PEOPLE)
def test_people_are_shown_it(what, key):
    """Whatever is written under a key, some answer in full shows."""
    views, _ = told_of_the_example()
    assert _is_told(what, key, views) == ((what, key) not in JSON_ALONE)


@pytest.mark.parametrize(("what", "key"), [*WORDS, *REFERENCES])
def test_without_it_something_else_is_told(what, key):
    """A reference shows a record's name, a word or a flag chooses the words."""
    dataset = copy.deepcopy(marked_example())
    for record in _records(dataset, what):
        if (what, key) in REFERENCES:
            record.pop(key, None)
        elif key in record:
            record[key] = OPPOSITES[record[key]]
    views, held = told_of(dataset)
    all_views, all_held = told_of_the_example()
    assert views != all_views
    assert held != all_held


def test_every_exception_is_a_key():
    """None outlives the key that it is about."""
    exceptions = {*WORDS, *REFERENCES, *JSON_ALONE, *TYPED_ALONE}
    assert exceptions <= {(what, key) for what, keys in KEYS.items() for key in keys}

"""Which positions pass filters."""

import json

import pytest
from aids import EARLY, briefing_of, tiny_with

from itupp.search import Wanted, around, find, select

KINDS = ("topics", "proponents", "resolutions", "addressees", "sections")


def found(briefing, **filters):
    """The ids of the positions that pass filters, whose records are given by their ids."""
    known = {kind: getattr(briefing, kind) for kind in KINDS}
    known["proponents"] = {**briefing.blocs, **briefing.countries}
    for kind in filters.keys() & known.keys():
        filters[kind] = [known[kind][id] for id in filters[kind]]
    return [position.id for position in select(briefing, Wanted(**filters))]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ["lamps-1", "lamps-2", "lamps-3", "horns-1", "buoys-1"]),
        ({"topics": ["horns"]}, ["horns-1"]),
        ({"topics": ["buoys", "horns"]}, ["horns-1", "buoys-1"]),
        ({"proponents": ["northern-coast"]}, ["lamps-1", "lamps-3", "buoys-1"]),
        ({"proponents": ["northern-coast"], "sections": ["storm"]}, ["lamps-1", "lamps-3"]),
        ({"addressees": ["council"]}, ["lamps-1", "lamps-2"]),
        ({"resolutions": ["draft-fog"]}, ["lamps-1", "lamps-2", "lamps-3"]),
        (
            {"resolutions": ["12", "7"], "addressees": ["keeper"]},
            ["lamps-2", "lamps-3", "buoys-1"],
        ),
        ({"sections": ["calm"], "topics": ["lamps"]}, []),
        ({"shared": True}, ["lamps-1", "lamps-3"]),
        ({"contested": True}, ["lamps-1", "lamps-2"]),
        ({"shared": True, "contested": True}, ["lamps-1"]),
        ({"decided": True}, ["lamps-1"]),
        ({"words": ["lamps"], "proponents": ["southern-coast"]}, ["lamps-2", "lamps-3"]),
    ],
)
def test_filters(tiny, filters, ids):
    """Within a filter any record will do, and every filter has to be passed."""
    assert found(tiny, **filters) == ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["OIL"], ["lamps-1", "lamps-2", "lamps-3"]),  # the topic's subtitle has it
        (["burn"], ["lamps-1"]),
        (["eclairage", "report"], ["lamps-3"]),  # an alias, without its accent
        (["keep lamps"], ["lamps-1"]),  # a headline
        (["who pays"], []),  # a key issue
        (["night", "lamps"], []),
        (["amps"], []),  # no word begins so
        (["xxxx"], []),
        (["?"], []),
    ],
)
def test_words(tiny, words, ids):
    """All must begin a word of the headline, summary or anchor, or of what the topic is called."""
    assert found(tiny, words=words) == ids


def test_words_of_the_source(tmp_path):
    """What stands in a position's anchor alone is found, too."""
    briefing = tiny_with(tmp_path, ("anchor: burn oil", "anchor: whale blubber"))
    assert found(briefing, words=["whale"]) == ["lamps-1"]


def test_a_part_of_an_addressee(tmp_path):
    """Who asks a group of the Council asks the Council, and not the other way round."""
    group = "  - {id: panel, name: Panel, part_of: council}\n\nblocs:"
    briefing = tiny_with(
        tmp_path, ("\nblocs:", group), ("addressees: [council, keeper]", "addressees: [panel]")
    )
    assert found(briefing, addressees=["council"]) == ["lamps-1", "lamps-2"]
    assert found(briefing, addressees=["panel"]) == ["lamps-2"]


TALKS = """
briefing: {title: Talks, sources: [{id: notes, title: Notes}]}
blocs: [{id: north, name: North}]
topics:
- id: subjects
  title: Subjects
  positions:
"""


def hits(tmp_path, summaries, *words):
    """The summaries that words find."""
    lines = [f"  - {{summary: {json.dumps(one)}, proponents: [north]}}" for one in summaries]
    briefing = briefing_of(tmp_path, TALKS + "\n".join(lines))
    return [position.summary for position in select(briefing, Wanted(words=words))]


@pytest.mark.parametrize(
    ("word", "summary"),
    [
        ("union", "Consulter l'Union."),
        ("afrique", "Les pays d\u2019Afrique."),
        ("\u00c9tat", "Pour l\u02bc\u00c9tat c\u00f4tier."),
        ("unione", "I porti dell'Unione."),
        ("l'union", "Consulter l\u2019Union."),
        ("oeuvre", "Une \u0153uvre."),
        ("ostfold", "\u00d8stfold asks."),
        ("malmo", "Malm\u00f6 asks."),
        ("telecommunication", "The tele\u00adcommunication office."),
        ("cybersecurity", "Of cyber\u200bsecurity."),
        ("cyber\u2060security", "Of cybersecurity."),
        ("\u706f\u5854", "\u6240\u6709\u4f7f\u7528\u77f3\u6cb9\u7684\u706f\u5854\u5e76\u4e14"),
        ("\u5f37\u5316", "\u6e2f\u306e\u5b89\u5168\u3092\u5f37\u5316\u3059\u308b"),
        ("ai", "\u5173\u4e8eAI\u7684\u51b3\u8bae"),
        ("\u0e44\u0e17\u0e22", "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22"),
        (
            "\u1781\u17d2\u1798\u17c2\u179a",
            "\u1797\u17b6\u179f\u17b6\u1781\u17d2\u1798\u17c2\u179a",
        ),
        ("\u0915\u0940\u0932", "\u0915\u093e\u0932 \u0915\u0940\u0932"),
        ("\u0634\u0628\u0627\u0628", "\u0634\u0640\u0640\u0628\u0627\u0628"),
        ("42", "All 42 ports."),
        ("4.2", "Article 4.2, first."),
        ("4", "4G and 5G."),
        ("ueberpruefung", "Eine \u00dcberpr\u00fcfung."),
        ("uberprufung", "Eine U\u0308berpru\u0308fung."),
        ("aalesund", "\u00c5lesund asks."),
    ],
)
def test_words_of_any_language(tmp_path, word, summary):
    """Articles, letters, invisible signs, scripts without blanks, numbers and umlauts."""
    assert hits(tmp_path, [summary, "Of nothing."], word) == [summary]


@pytest.mark.parametrize(
    ("word", "summary"),
    [
        ("\u0915\u0940\u0932", "\u0915\u093e\u0932"),  # Hindi
        ("\u0915\u0932", "\u0915\u093e\u0932"),
        ("\u30cf\u30b9", "\u30cf\u30ba"),  # Japanese
        ("42", "Article 4.2."),
        ("4", "Article 4.2, and 42."),
        ("102", "Of 10.2 and 1'02."),
        ("news", "A new light."),
        ("goods", "A good light."),
        ("status", "A statu."),
        ("gas", "A ga."),
        ("boxes", "A boxer."),
        ("light house", "A house, a light."),
        ("capacity building", "Building of capacity."),
        ("maer", "Mars."),
    ],
)
def test_words_that_are_others(tmp_path, word, summary):
    """What looks alike, but is another word, number or order, is not found."""
    assert hits(tmp_path, [summary], word) == []


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("policy", "policies"),
        ("box", "boxes"),
        ("satellite", "satellites"),
        ("analysis", "analyses"),
        ("process", "processes"),
        ("launch", "launches"),
        ("veto", "vetoes"),
        ("woman", "women"),
        ("criterion", "criteria"),
        ("ITR", "ITRs"),
        ("privacy policy", "privacy policies"),
    ],
)
def test_singular_and_plural(tmp_path, one, many):
    """Either finds the other, and so does the beginning of a word."""
    texts = [f"On {one}.", f"On {many}.", "On nothing."]
    assert hits(tmp_path, texts, one) == hits(tmp_path, texts, many) == texts[:2]
    assert hits(tmp_path, texts, one[:2]) == texts[:2]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("harbour OR beacon", ["The harbour.", "The beacon."]),
        ("the harbour OR beacon", ["The harbour.", "The beacon."]),
        ("harbour OR beacon OR pier", ["The harbour.", "The beacon.", "A pier and a mole."]),
        ("NOT the", ["A pier and a mole."]),
        ("the AND NOT harbour", ["The beacon."]),
        ("pier AND mole", ["A pier and a mole."]),
        ("beacon OR NOT the", ["The beacon.", "A pier and a mole."]),
        ("harbour or beacon", []),
        ("OR", []),
        ("mole AND", ["A pier and a mole."]),
        ("OR mole", []),
        ("NOT", []),
    ],
)
def test_operators(tmp_path, words, found):
    """OR and NOT in capitals ask for either and for neither; where they join nothing, for words."""
    texts = ["The harbour.", "The beacon.", "A pier and a mole."]
    assert hits(tmp_path, texts, *words.split()) == found


def test_a_phrase_stays_in_a_text(tiny):
    """It does not go on from the title of a topic into another of its texts."""
    assert select(tiny, Wanted(words=["oil or current"])) == tiny.topics["lamps"].positions
    assert select(tiny, Wanted(words=["lamps oil"])) == ()


@pytest.mark.parametrize("many", ["children", "lives", "halves", "spectra", "fora", "indices"])
def test_plurals_that_have_to_be_known(tmp_path, many):
    """The singular is found for them."""
    one = {"children": "child", "lives": "life", "halves": "half", "spectra": "spectrum"}.get(many)
    one = one or {"fora": "forum", "indices": "index"}[many]
    assert hits(tmp_path, [f"On {one}.", "On nothing."], many) == [f"On {one}."]


def test_texts_that_are_not_there(tmp_path):
    """What a record has no text for is found by no word at all."""
    early = briefing_of(tmp_path, EARLY)
    assert [find(early, [word]) for word in ("xx", "none", "null")] == [()] * 3
    assert [hit.kind for hit in find(early, ["T"])] == ["topic"]


def test_a_term_is_found(tiny):
    """By its name, and by what explains it."""
    term = next(iter(tiny.terms.values()))
    hits_of_term = [hit for hit in find(tiny, [term.name]) if hit.kind == "term"]
    assert [hit.record for hit in hits_of_term] == [term]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a b c lamp d e", "a b c lamp d e"),
        ("a b c d e lamp f g h i j k l", "… b c d e lamp f g h i j k l"),
        ("a b c d e lamp f g h i j k l m", "… b c d e lamp f g h i j k l …"),
        ("lamp f g h i j k l m", "lamp f g h i j k l …"),
    ],
)
def test_the_words_around(text, shown):
    """Dots stand where words are left out, and nowhere else."""
    assert around(text, ["lamp"]) == shown


def test_what_must_not_occur_alone(tiny):
    """All that lacks a word is found, each by a text that there is."""
    hits = find(tiny, ["NOT", "oil"])
    assert hits
    assert all(hit.text for hit in hits)

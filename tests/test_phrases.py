"""How records and findings are put into words."""

import re

import pytest
from aids import briefing_of, changed, everything, facts, headings, notes, shown, tiny_with
from shown import every_answer

from itupp.answers import (
    addressees,
    comparison,
    outcomes,
    phrases,
    positions,
    proponents,
    resolutions,
    terms,
    topics,
)
from itupp.briefing import Basis, Bloc, Briefing, Conference, Country, Relation, Resolution


def test_citation(tiny):
    """What is known of source, place in it, words to search for, address, further documents."""
    first, second, _ = tiny.topics["lamps"].positions
    notes = 'A. Keeper, "Pilot\'s notes", The Lamp, April 2031'
    assert phrases.citation(first) == (
        f'{notes}, under "Lamps", point 1, at the words "burn oil", '
        "https://lighthouse.example/notes"
    )
    assert phrases.citation(second) == (
        '"Proposals of the northern coast", p. 3; '
        f"also in {notes}, last page, https://lighthouse.example/notes"
    )


def test_a_briefing_without_sources(tiny):
    """Where no source is given none is made up."""
    position = changed(tiny.topics["horns"].positions[0], source=None)
    assert phrases.citation(position) == ""


def test_places(tiny):
    """A conference is told with what is known of it."""
    assert phrases.name_place_and_dates(tiny.conference) == (
        "Conference of the Lighthouse Union (LU-7), Skerry, Nowhere, 2031-05-01 to 2031-05-09"
    )
    following = "Conference of the Lighthouse Union, Reef, 2035-05-01"
    assert phrases.name_place_and_dates(tiny.following) == following
    assert phrases.name_place_and_dates(None) == ""


def test_events(tiny):
    """A briefing is about its conference or, without one, about what its title says."""
    assert phrases.event_name(tiny) == "LU-7"
    later = changed(tiny, conference=tiny.following)
    assert phrases.event_name(later) == "Conference of the Lighthouse Union"
    assert phrases.event_name(changed(tiny, conference=None)) == tiny.title


def test_what_stands_beside_a_title(tiny):
    """The conference, and what else there is."""
    assert phrases.context_of(tiny) == "LU-7"
    assert phrases.context_of(tiny, "", "Lamps", "lamps-1") == "LU-7 \u00b7 Lamps \u00b7 lamps-1"


def test_whose_dataset(tiny):
    """Its title, and where it lies."""
    told = 'Dataset: "Lighthouse Union: what to expect" (x.yaml).'
    assert phrases.whose_dataset(tiny, "x.yaml") == told


def test_sources(pp22, tiny, tmp_path):
    """The dataset, by its title where no document has the same, and the documents."""
    recent, documents = phrases.sources_of(pp22)
    assert recent == f"As of {pp22.as_of}."
    assert documents.startswith(f'Source: Sorina Teleanu, "{pp22.title}", ')
    assert next(phrases.sources_of(tiny)).startswith(f'Dataset: "{tiny.title}"')
    undated = briefing_of(tmp_path, "briefing: {title: T, sources: [{id: s, title: T}]}\n")
    assert list(phrases.sources_of(undated)) == ['Dataset: "T".', 'Source: "T"']


def test_questions(tiny):
    """The relation is told, and where the coding is the editor's, that."""
    question = tiny.topics["lamps"].questions["kind"]
    assert phrases.question_in_full(question) == "Oil or current?"
    assert phrases.question_in_full(question, Relation.OPPOSED) == "Oil or current? (opposed)"
    coded = changed(question, basis=Basis.EDITOR)
    assert phrases.question_in_full(coded) == "Oil or current? (our reading)"
    differing = phrases.question_in_full(coded, Relation.DIFFER)
    assert differing == "Oil or current? (differ, our reading)"
    assert phrases.question_in_full(coded, Relation.NONE) == "Oil or current? (our reading)"


def test_whose_reading_a_question_is(tiny):
    """Beside the question: how those compared stand, and whether its sides are our reading."""
    question = tiny.topics["lamps"].questions["kind"]
    coded = changed(question, basis=Basis.EDITOR)
    assert phrases.reading_of(question, Relation.OPPOSED) == "opposed"
    assert phrases.reading_of(coded, Relation.DIFFER) == "differ (our reading)"
    assert phrases.reading_of(coded) == "our reading"
    assert phrases.reading_of(question) == ""


def test_drafts_are_counted(tiny):
    """One draft is a draft, two are drafts."""
    lamps, draft = tiny.topics["lamps"], tiny.resolutions["draft-fog"]
    assert phrases.numbers_and_drafts(lamps) == ("7", "1 draft")
    assert phrases.numbers_and_drafts(changed(lamps, resolutions=(draft, draft))) == ("2 drafts",)


def test_resolutions_in_short(tiny):
    """Their numbers after one word, then how many drafts there are."""
    lamps, horns = tiny.topics["lamps"], tiny.topics["horns"]
    seven, twelve, draft = tiny.resolutions.values()
    assert phrases.resolutions_in_short(lamps) == "Resolution 7 \u00b7 1 draft"
    both = changed(lamps, resolutions=(seven, twelve))
    assert phrases.resolutions_in_short(both) == "Resolutions 7, 12"
    assert phrases.resolutions_in_short(changed(lamps, resolutions=(draft, draft))) == "2 drafts"
    assert phrases.resolutions_in_short(horns) == ""


def test_names_in_short(tiny):
    """A last word that all of them share is said once, unless one of them has no other."""
    north, south, islands = tiny.blocs.values()
    brazil = tiny.countries["br"]
    assert phrases.names_in_short([north, south]) == "Northern, Southern coast"
    assert phrases.names_in_short([north]) == "Northern coast"
    assert (
        phrases.names_in_short([north, south, brazil]) == "Northern coast, Southern coast, Brazil"
    )
    assert phrases.names_in_short([islands, brazil]) == "Islands, Brazil"
    lone = changed(islands, name="coast")
    assert phrases.names_in_short([north, lone]) == "Northern coast, coast"
    assert phrases.names_in_short([]) == ""


def test_more_names_than_eight_are_counted(pp22):
    """Countries and blocs apart; eight are named."""
    countries, blocs = list(pp22.countries.values()), list(pp22.blocs.values())
    assert phrases.names_in_short(countries[:8]).count(",") == 7
    assert phrases.names_in_short(countries[:9]) == "9 countries"
    assert phrases.names_in_short([*blocs[:2], *countries[:82]]) == "82 countries and 2 blocs"
    assert phrases.names_in_short([*blocs[:1], *countries[:8]]) == "8 countries and 1 bloc"
    many = [changed(blocs[0]) for _ in range(9)]
    assert phrases.names_in_short(many) == "9 blocs"
    assert phrases.names_in_short([*many, countries[0]]) == "1 country and 9 blocs"


def test_counted():
    """One is counted with the singular."""
    assert phrases.counted(1, "draft") == "1 draft"
    assert phrases.counted(0, "draft") == "0 drafts"
    assert phrases.counted(2, "country", "countries") == "2 countries"


def test_resolutions_are_called_by_number_drafts_by_title(tiny):
    """A draft has its id behind it, to be typed."""
    called = [phrases.number_and_title(resolution) for resolution in tiny.resolutions.values()]
    assert called == [
        "Resolution 7: Lamps of the Union",
        "Resolution 12: Buoys",
        "Draft new resolution: Fog (draft-fog)",
    ]


def test_members(tiny):
    """Who is counted, of how many, as of when; who is only named; where that is written."""
    north = tiny.blocs["northern-coast"]
    assert list(phrases.members_of(north)) == [
        "Members (2, as of 2031-04-01): Atlantis (joined late), Norway.",
        "Named but not counted: Brazil (observer).",
        "Sources: https://lighthouse.example/anl",
    ]
    more = changed(north, members_stated=3, members_as_of=None, also={}, sources=())
    assert list(phrases.members_of(more)) == [
        "Members (2 of 3 stated): Atlantis (joined late), Norway."
    ]
    assert list(phrases.members_of(tiny.blocs["islands"])) == []


def test_weak_sources_of_members_in_full(tiny):
    """They follow on the others."""
    *_, written = phrases.members_of(tiny.blocs["northern-coast"], full=True)
    assert written.endswith("/anl https://essays.example/anl (an essay site)")


def test_organisations(tiny):
    """The acronym stands behind the name, and alone where that is all that is known."""
    north = tiny.blocs["northern-coast"]
    assert phrases.organisation_name(north) == "Association of Northern Lights (ANL)"
    assert phrases.organisation_name(changed(north, organisation=None)) == "ANL"
    assert phrases.organisation_name(tiny.blocs["islands"]) == ""


def test_memberships(tiny):
    """A member that is not counted is marked as such."""
    countries = [tiny.countries["no"], tiny.countries["br"]]
    memberships = [membership for country in countries for membership in country.memberships]
    told = list(map(phrases.membership_line, memberships))
    assert told == ["Northern coast", "Northern coast (not counted; observer)"]


def test_outcomes(tiny):
    """What came of a topic, its resolutions and positions, and of which it is not recorded."""
    assert phrases.outcomes_on(tiny.topics["lamps"]) == (
        "put off (Source: secondary)",
        "https://lighthouse.example/lamps-put-off",
        "Resolution 7: revised. Oil stays. (Source: lu)",
        "https://lighthouse.example/res7",
        "lamps-1: not taken up (our reading). Nothing was decided.",
        "lamps-2, lamps-3: not known",
    )
    assert phrases.outcomes_on(tiny.topics["buoys"]) == (
        "Resolution 12: not known",
        "buoys-1: not known",
    )


def test_outcomes_in_short(tiny):
    """A line each as far as it is known, of positions in a word or two."""
    assert phrases.outcomes_in_short(tiny.topics["lamps"]) == (
        "put off (Source: secondary)",
        "Resolution 7: revised. Oil stays. (Source: lu)",
        "lamps-1: not taken up (our reading)",
    )
    assert phrases.outcomes_in_short(tiny.topics["buoys"]) == ()


@pytest.mark.parametrize(
    ("summary", "first"),
    [
        ("Oil stays. Current goes.", "Oil stays."),
        ("Does oil stay? It does.", "Does oil stay?"),
        ("Oil, at 3.5 a barrel, stays. 2 lamps go.", "Oil, at 3.5 a barrel, stays."),
        ("By art. iv oil stays.", "By art. iv oil stays."),
    ],
)
def test_the_first_sentence_of_an_outcome(tiny, summary, first):
    """It ends at a full stop before a capital or a number."""
    outcome = changed(tiny.resolutions["7"].outcome, summary=summary)
    assert phrases.outcome_in_short(outcome) == f"revised. {first} (Source: lu)"
    told = phrases.outcome_in_short(changed(outcome, confidence=None), "Resolution 7")
    assert told == f"Resolution 7: revised. {first}"


def test_results_of_positions(tiny):
    """Those of which it is the same stand together; those of which it is unknown do not stand."""
    one, two, three = tiny.topics["lamps"].positions
    alike = changed(two, outcome=changed(one.outcome, summary=None))
    assert list(phrases.results_of([one, alike, three])) == [
        "lamps-1, lamps-2: not taken up (our reading)"
    ]
    said = changed(two, outcome=changed(one.outcome, basis=Basis.SOURCE))
    assert list(phrases.results_of([one, said])) == [
        "lamps-1: not taken up (our reading)",
        "lamps-2: not taken up",
    ]


def test_result(tiny):
    """In a word or two, also where it is not known."""
    one, two, _ = tiny.topics["lamps"].positions
    assert (phrases.result(one.outcome), phrases.result(two.outcome)) == (
        *("not taken up", "not known"),
    )


def test_short_names_of_topics(tiny, pp22):
    """A title of more than 24 letters gives way."""
    assert phrases.name_in_short(tiny.topics["buoys"]) == "Buoys and beacons"
    assert phrases.name_in_short(pp22.topics["itrs"]) == "ITRs"


def test_topics_without_a_position(tiny):
    """In one line, of whom if need be; without any, nothing."""
    everything = tiny.topics.values()
    told = "Lamps, Fog horns, Buoys and beacons"
    assert phrases.topics_without_position(everything) == f"No position recorded: {told}"
    of_either = phrases.topics_without_position(everything, "either")
    assert of_either == f"No position recorded by either: {told}"
    assert phrases.topics_without_position([]) == ""
    assert phrases.topics_without_position([tiny.topics["lamps"]] * 100).count("Lamps") == 100
    many = phrases.topics_without_position([tiny.topics["lamps"]] * 101, "either")
    assert many == "No position recorded by either: 101 topics"


def test_a_source_is_told_once(tiny):
    """What is told already does not follow on a position again."""
    first = tiny.topics["lamps"].positions[:1]
    told = phrases.fates_with_sources(first, (), full=True)
    address = "https://keeper.example/oil (a blog)"
    fate = "lamps-1: not taken up (our reading). Nothing was decided."
    assert told == (f"{fate} {address}",)
    assert phrases.fates_with_sources(first, (address,), full=True) == (fate,)


def test_shared_with_whom(tiny):
    """How many of the proponent's own positions, and which."""
    assert phrases.shared_with_whom(tiny.blocs["northern-coast"]) == (
        "Southern coast: 1 of 3 (lamps-3)",
        "Brazil: 1 of 3 (lamps-1)",
    )


def test_a_country_s_shares_are_those_of_its_blocs(tiny):
    """They are told of all that is said for it."""
    assert phrases.shared_with_whom(tiny.countries["no"]) == (
        "Southern coast: 1 of 3 (lamps-3)",
        "Brazil: 1 of 3 (lamps-1)",
    )


def test_who_stands_how(tiny):
    """Those on another side of an exclusive question are opposed; of the others nothing is said."""
    south = tiny.blocs["southern-coast"]
    opposed = ["Northern coast, Brazil, on: Oil or current?"]
    assert list(phrases.who_stands(south, Relation.OPPOSED)) == opposed
    assert list(phrases.who_stands(south, Relation.SAME)) == []
    through = ["Southern coast, on: Oil or current?; through Northern coast"]
    assert list(phrases.who_stands(tiny.countries["no"], Relation.OPPOSED)) == through


def test_a_member_on_another_side_than_its_bloc(tiny, tmp_path):
    """That is said of both, below what they want."""
    divided = tiny_with(tmp_path, ("[southern-coast]", "[southern-coast, atl]"))
    north, atlantis = divided.blocs["northern-coast"], divided.countries["atl"]
    told = "take different sides: Oil or current?"
    assert f"Northern coast and Atlantis {told}" in notes(proponents.show(north).view())
    assert f"Atlantis and Northern coast {told}" in notes(proponents.show(atlantis).view())
    assert told not in shown(proponents.show(tiny.blocs["northern-coast"]).view())


def test_listed():
    """However many names there are."""
    listed = [phrases.listed(list(names)) for names in ("", "a", "ab", "abc")]
    assert listed == ["", "a", "a and b", "a, b and c"]


def test_what_is_to_be_said_of_a_bloc(tiny):
    """Its notes, where it has any, and that nothing is recorded, where nothing is."""
    assert {id: list(phrases.bloc_remarks(bloc)) for id, bloc in tiny.blocs.items()} == {
        "northern-coast": ["Northern coast: The briefing names no organisation."],
        "southern-coast": [],
        "islands": ["Islands: no position recorded."],
    }


def test_further_reading(tiny):
    """Each title with its address, or alone where that is lost."""
    assert phrases.further_reading(tiny.topics["lamps"].further_reading) == (
        "All about lamps https://lighthouse.example/lamps",
        "A history of oil",
    )


WEAK = ("blog", "essay site", "a copy")


@pytest.mark.parametrize(
    ("show", "find"),
    [
        (proponents.show, lambda briefing: briefing.blocs["northern-coast"]),
        (proponents.show, lambda briefing: briefing.countries["atl"]),
        (topics.show, lambda briefing: briefing.topics["lamps"]),
        (resolutions.show, lambda briefing: briefing.resolutions["7"]),
        (positions.show, lambda briefing: briefing.topics["lamps"].positions[0]),
    ],
)
def test_weak_sources_are_shown_in_full_alone(tiny, show, find):
    """Copies, essay sites and blogs are printed where everything is asked for, and nowhere else."""
    record = find(tiny)
    assert not any(word in everything(show(record).view()) for word in WEAK)
    assert any(word in everything(show(record, full=True).view()) for word in WEAK)


def _in_short(briefing):
    """Everything that is asked for by name, and every list, where it is not asked for in full."""
    about = list(briefing.topics.values())
    yield topics.show_all(briefing, about, full=False, missing="")
    yield positions.show_all(briefing, briefing.positions, full=False, decided=False, missing="")
    yield comparison.show_room(briefing, about, full=False)
    yield from (show(briefing) for show in LISTS)
    yield from map(topics.show, about)
    yield from map(resolutions.show, briefing.resolutions.values())
    yield from map(terms.show, briefing.terms.values())
    yield from map(positions.show, briefing.positions)
    for proponent in briefing.proponents:
        yield proponents.show(proponent)
        yield comparison.show_standing(proponent, about, own=False)


LISTS = (
    resolutions.show_all,
    outcomes.show,
    addressees.show,
    terms.show_all,
    lambda briefing: proponents.show_all(briefing, briefing.everyone),
)
"""What lists the whole of a briefing."""


def _weak_sources(briefing):
    """Those of blocs, countries, gists and outcomes."""
    topics, resolutions = briefing.topics.values(), briefing.resolutions.values()
    of_outcomes = [record.outcome for record in (*topics, *resolutions, *briefing.positions)]
    gists = [resolution.gist for resolution in resolutions]
    for record in (*briefing.everyone, *of_outcomes, *gists):
        yield from getattr(record, "weak_sources", ())


@pytest.mark.parametrize("name", ["tiny", "pp22"])
def test_no_list_shows_a_weak_source(name, request):
    """Nor does any answer that is not asked to be full."""
    briefing = request.getfixturevalue(name)
    weak = set(_weak_sources(briefing))
    assert weak
    for answer in _in_short(briefing):
        view = answer.view()
        told = everything(view)
        assert not any(source in told for source in weak), view.title


GONE = ("silent", "silence", "contested", "confidence", "the editor's coding")

SAID_BY_THE_DATA = re.compile(
    r"(building|advancing|promote) confidence|\bconfidence(-building| and sec)"
)
"""Where the subject of a topic or resolution is confidence."""


def test_words_that_are_not_printed(pp22):
    """In diplomacy silence is consent; whose reading it is and what a source is said otherwise."""
    for view, _ in every_answer(pp22):
        told = SAID_BY_THE_DATA.sub("", shown(view).lower())
        assert not [word for word in GONE if word in told], view.title


def _headlines(briefing):
    """The views of what is asked for by name, in short, and the list of outcomes."""
    for topic in briefing.topics.values():
        yield topics.show(topic).view()
    for resolution in briefing.resolutions.values():
        yield resolutions.show(resolution).view()
    for proponent in briefing.everyone:
        yield proponents.show(proponent).view()


@pytest.mark.parametrize("name", ["tiny", "pp22"])
def test_what_is_unknown_is_left_out_of_headlines(name, request):
    """No outcome, gist, section, addressee or remark is said to be missing, or stands empty."""
    for view in _headlines(request.getfixturevalue(name)):
        told = shown(view).replace("is not known here", "")  # a sentence of the data
        assert phrases.NOT_KNOWN not in told, view.title
        assert "nobody" not in told, view.title
        assert "\u2013" not in [cell for table in view.tables for row in table.rows for cell in row]
        assert all(facts(view).values())
        assert len(headings(view)) <= len(view.tables)
        assert all(table.rows for table in view.tables)


def test_what_is_known_of_no_outcome_is_told_once_for_all(pp22):
    """The list of what was decided names the topics of which nothing is, together."""
    told = shown(outcomes.show(pp22).view())
    assert told.lower().replace("is not known here", "").count(phrases.NOT_KNOWN) == 1


# Texts of other kinds, names and dates.


def _text(**fields):
    return Resolution(id="x", title="Fees", **fields)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"kind": "Article", "number": "11"}, "Article 11: Fees"),
        ({"kind": "Article"}, "Draft article: Fees (x)"),
        ({"kind": "UNEA resolution"}, "Draft UNEA resolution: Fees (x)"),
        ({"kind": "Decision", "adopted": "Reef, 2030"}, "Decision: Fees"),
        ({"adopted": "Reef, 2030"}, "Fees"),
    ],
)
def test_texts_are_called_what_they_are(fields, told):
    """A draft is what has neither a number nor was adopted."""
    assert phrases.number_and_title(_text(**fields)) == told


def test_texts_in_short(tiny):
    """Those of a kind stand together; what was adopted without a number has its title."""
    articles = [_text(kind="Article", number=number) for number in ("2", "11")]
    adopted, draft = _text(kind="Decision", adopted="Reef"), _text(kind="Bill")
    topic = changed(tiny.topics["lamps"], resolutions=(*articles, adopted, draft))
    assert phrases.resolutions_in_short(topic) == "Articles 2, 11 \u00b7 Fees \u00b7 1 draft"
    assert phrases.numbers_and_drafts(topic) == ("Article 2", "Article 11", "Fees", "1 draft")
    assert phrases.texts_in_general(topic.resolutions) == "Texts"
    assert phrases.texts_in_general(tiny.resolutions.values()) == "Resolutions"


def test_a_briefing_in_short(tiny):
    """An acronym, the briefing's own short name, a full name, or the title."""
    conference = Conference(name="Lamp talks")
    assert phrases.event_name(changed(tiny, short="Lamps")) == "LU-7"
    assert phrases.event_name(changed(tiny, short="Lamps", conference=conference)) == "Lamps"
    assert phrases.event_name(changed(tiny, conference=conference)) == "Lamp talks"
    assert phrases.event_name(Briefing(title="Talks", short="T")) == "T"


def test_many_positions_of_which_nothing_is_known(tiny):
    """They are counted."""
    unknown = [changed(tiny.positions[1], outcome=None)] * 9
    assert phrases.fates(unknown) == ("9 positions: not known",)


def test_names_in_a_row():
    """A comma in a name parts no names, one in a remark neither."""
    assert phrases.in_a_row(["Fees", "Lamps (but A, B have one)"]) == (
        "Fees, Lamps (but A, B have one)"
    )
    assert phrases.in_a_row(["Fees, funds", "Lamps"]) == "Fees, funds; Lamps"


def test_many_names_are_sorted():
    """Countries and blocs mixed, whatever letters they begin with; few stay as they are."""
    blocs = [Bloc(id=name, name=name) for name in "CB"]
    countries = [Country(id=name, name=name) for name in ("\u00c5", "d", "E", "F", "G", "H", "I")]
    assert phrases.names_of_most(blocs) == ("C", "B")
    assert phrases.names_of_most([*blocs, *countries]) == tuple("\u00c5BCdEFGHI")
    assert phrases.names_in_short([*blocs, *countries]) == "7 countries and 2 blocs"


@pytest.mark.parametrize(
    ("one", "several"), [("bloc", "blocs"), ("country", "countries"), ("day", "days")]
)
def test_plurals(one, several):
    """What ends with y after a consonant has a plural of its own."""
    assert phrases.plural_of(one) == several
    assert phrases.counted(2, one) == f"2 {several}"

"""The whole briefing as one page, as text; test_browser.py looks at it in a browser."""

import re
from itertools import pairwise

import pytest
from aids import EARLY, briefing_of, of_many_topics
from page_read import Page
from test_html import hashed, policy
from test_watershed import WATERSHED

from itupp.answers import page as whole_page
from itupp.answers import phrases
from itupp.loading import load
from itupp.output.page import page_text


def page_of(briefing):
    """The page of a briefing, read."""
    return Page(page_text(whole_page.show(briefing)))


@pytest.fixture(scope="module")
def pp22_page(pp22):
    """The page of the bundled briefing."""
    return page_of(pp22)


def test_its_size(pp22):
    """It can be mailed."""
    assert len(page_text(whole_page.show(pp22)).encode()) <= 250_000


def test_its_parts(pp22_page):
    """Who speaks and where they disagree come first; the contents lead to each."""
    parts = pp22_page.texts("h2")
    assert parts == [
        "Who speaks on what",
        "Where they disagree",
        "Topics",
        "Blocs, countries and others",
        "Resolutions",
        "What was decided",
        "The record",
        "Terms",
        "About this briefing",
    ]
    assert pp22_page.texts("li")[: len(parts)] == parts


def test_its_policy(pp22_page):
    """One style and one script, both by their hashes, and no attribute that is either."""
    (script,), (style,) = pp22_page.texts("script"), pp22_page.texts("style")
    assert policy(pp22_page) == (hashed(style), hashed(script))
    attributes = {name for element in pp22_page.elements for name in element.attributes}
    assert not {name for name in attributes if name.startswith("on") or name in ("style", "src")}
    assert script.isascii()
    assert not re.search("^ ", style + script, re.MULTILINE), "nothing sets lines in"


def test_its_headings(pp22_page):
    """None is more than a level below the one before."""
    names = [element.name for element in pp22_page.elements]
    levels = [int(name[1]) for name in names if name in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert max(lower - upper for upper, lower in pairwise(levels)) == 1
    folded_in = {"Positions", "Opposed or differing our reading", "Outcome"}
    assert folded_in <= {" ".join(text.split()) for text in pp22_page.texts("h4")}
    assert folded_in.isdisjoint(pp22_page.texts("h3"))


def test_its_labels(pp22, pp22_page):
    """Of facts, of columns, and of the rows of the matrix."""
    facts = "Addressees, As of, Conference, Further reading, History, Holds, Key issues, Kind"
    more = "Next conference, Organisation, Outcome, Remark, Resolutions, Says, Says so, Side"
    last = "Source, Sources, Topics"
    assert sorted(set(pp22_page.texts("dt"))) == f"{facts}, {more}, {last}".split(", ")
    columns = {"Topic", "Position", "Shared", "Outcome", "How", "Who", "Who, for what", "Side"}
    topics = {topic.short for topic in pp22.topics.values()} | {"All"}
    speaking = {one.name for one in pp22.blocs.values() if one.positions}
    assert set(pp22_page.texts("th")) == columns | topics | speaking | {
        "Positions",
        "9 countries",
        "Total",
    }


def test_addresses_are_shown_by_their_sites(pp22_page):
    """Whole addresses are for paper."""
    links = {link.attributes["href"]: link.text for link in pp22_page.all("a")}
    address = "https://dig.watch/resource/itu-plenipotentiary-conference-2022-briefing-note"
    assert links[address] == "dig.watch"


@pytest.mark.parametrize("name", ["tiny", "pp22", "watershed", "early"])
def test_every_address_leads_somewhere(name, request, tmp_path):
    """Each anchor occurs once, and each link within the page has one."""
    if name == "early":
        briefing = briefing_of(tmp_path, EARLY)
    else:
        briefing = load(WATERSHED) if name == "watershed" else request.getfixturevalue(name)
    page = page_of(briefing)
    anchors = page.values("id")
    assert len(set(anchors)) == len(anchors)
    links = {address[1:] for address in page.values("href") if address.startswith("#")}
    assert links <= set(anchors)
    told = (*briefing.positions, *briefing.record)
    assert {one.id for one in told} <= set(anchors)


def test_everything_is_there(pp22, pp22_page):
    """Without a script, too: every position whole, every proponent, resolution and term."""
    text = " ".join(pp22_page.all("body")[0].text.split())
    for position in pp22.positions:
        assert position.label in text
        assert position.summary in text
        assert position.anchor in text
    for topic in pp22.topics.values():
        assert topic.title in text
        assert topic.background in text
    for record in (*pp22.proponents, *pp22.resolutions.values(), *pp22.terms.values()):
        assert record.label in text
    for term in pp22.terms.values():
        assert term.explanation in text
    for country in pp22.blocs["arab-states"].members:
        assert country.name in text


def test_the_record_is_there(pp22, pp22_page):
    """Every entry with its summary and doubt, a link to its source, and who took which side."""
    text = " ".join(pp22_page.all("main")[0].text.split())
    links = set(pp22_page.values("href"))
    for entry in pp22.record:
        assert entry.label in text
        assert f"{entry.summary} Source: {entry.source.publisher}" in text
        assert not entry.doubt or f"Doubt: {entry.doubt}" in text
        assert entry.source.url in links
    assert "Leave them as they are: United States 2017" in pp22_page.texts("li")
    for participant in pp22.participants.values():
        assert f"proponent:{participant.id}" in pp22_page.values("id")


def test_an_entry_called_as_a_position(tmp_path):
    """Has an address of its own."""
    text = (
        "briefing: {title: T, as_of: 2022-09}\n"
        "topics:\n- {id: t, title: T, positions: [{summary: Q., proponents: [fr]}]}\n"
        "- {id: t-2018, title: U, positions: [{summary: S., proponents: [fr]}]}\n"
        "record_sources: [{id: s, title: S}]\n"
        "record: [{date: 2018, event: E, kind: position, topic: t, proponents: [fr],"
        " summary: Said., source: s}]\n"
    )
    page = page_of(briefing_of(tmp_path, text))
    found = [id for id in page.values("id") if id.endswith("t-2018-1")]
    assert found == ["t-2018-1", "entry:t-2018-1"]


def test_terms_are_explained_where_they_occur(pp22_page):
    """By a link, the first time below a heading; where it leads the acronym is spelled out."""
    terms = {link.attributes.get("href"): link.text for link in pp22_page.all("a")}
    assert terms["#term:wcit"] == "WCIT"
    headings = [" ".join(heading.split()) for heading in pp22_page.texts("h3")]
    assert "WCIT World Conference on International Telecommunications" in headings


def test_names_are_linked_as_whole_words(tmp_path):
    """A name inside a word is no name; of two the longer counts; one leads to no other entry."""
    text = (
        "briefing: {title: T}\n"
        "terms:\n"
        "- {id: a, name: Net, explanation: On the Network and the Net work.}\n"
        "- {id: b, name: Net work, explanation: One; Net work and Net and Net.}\n"
        "- {id: c, name: U.N., aliases: [(x)], explanation: See U.N. and (x) and Net workers.}\n"
        "- {id: d, name: Other, explanation: U.N. and no more.}\n"
        "topics: [{id: t, title: T, positions: [{summary: S., proponents: [fr]}]}]\n"
    )
    page = page_of(briefing_of(tmp_path, text))
    links = [(link.text, link.attributes["href"]) for link in page.all("a")]
    assert [link for link in links if link[1].startswith("#term:")] == [
        ("Net work", "#term:b"),
        ("Net", "#term:a"),
        ("Net", "#term:a"),
        ("U.N.", "#term:c"),
    ]


def test_what_the_filters_find(pp22, pp22_page):
    """Positions by those whose they are and by their topic; a country with its blocs."""
    found = {one.attributes.get("id"): one.attributes for one in pp22_page.all("details")}
    for position in (*pp22.positions, *pp22.record):
        by = found[position.id].get("data-by", "")
        assert by.split() == [proponent.id for proponent in position.proponents]
    about = {one.attributes.get("id"): one.attributes for one in pp22_page.all("article")}
    for topic in pp22.topics.values():
        assert about[f"topic:{topic.id}"]["data-on"] == topic.id
        assert about[f"record:{topic.id}"]["data-on"] == topic.id
    options = {option.text: option.attributes["value"] for option in pp22_page.all("option")}
    assert options["Kenya"] == "ke african-states"
    assert options["European Commission"] == "european-commission"  # speaks in the record alone
    assert options["China"] == "cn apt"
    assert options["Arab states"] == "arab-states"
    assert options["Outer space"] == "outer-space"
    assert not {"Israel", "Itu", ""} & set(options)


def test_a_position_on_two_questions_is_whole_once(pp22, pp22_page):
    """Below the second it is named with where it stands."""
    twice = [position for position in pp22.positions if len(position.answers) > 1]
    assert twice
    for position in twice:
        assert pp22_page.values("id").count(position.id) == 1
        text = " ".join(pp22_page.all("main")[0].text.split())
        assert f"(as above, {position.id})" in text


def test_what_came_of_a_resolution_is_told_whole(tmp_path):
    """On its topics or, where it has none, with itself."""
    text = (
        "briefing: {title: T, as_of: 2022-09}\n"
        "topics:\n- {id: t, title: T, resolutions: ['1'],"
        " positions: [{summary: Q., proponents: [fr]}]}\n"
        "resolutions:\n"
        "- {id: '1', number: 1, title: A, outcome: {result: revised, summary: One.,"
        " sources: ['https://a.example/one']}}\n"
        "- {id: '2', number: 2, title: B, outcome: {result: revised, summary: Two.,"
        " sources: ['https://a.example/two']}}\n"
    )
    page = page_of(briefing_of(tmp_path, text))
    for address in ("https://a.example/one", "https://a.example/two"):
        assert page.values("href").count(address) == 1


def test_before_a_conference(tmp_path):
    """Nothing is said of outcomes, of sides or of terms where there are none."""
    page = page_of(briefing_of(tmp_path, EARLY))
    assert page.texts("h2") == [
        "Who speaks on what",
        "Topics",
        "Blocs and countries",
        "Resolutions",
        "About this briefing",
    ]
    assert "Outcome" not in page.all("main")[0].text


def test_the_matrix_has_an_equivalent(pp22_page):
    """In words, and as a table."""
    (told,) = pp22_page.texts("desc")
    assert "Arab states: ORAN 1, ITRs 2, Cyber 3, IG 2, Meetings 1, All 9." in told
    assert "The same as a table" in pp22_page.texts("summary")
    assert "Who speaks on what" in pp22_page.texts("title")


def test_on_many_topics(tmp_path):
    """Of more than a hundred each has its row, and there is no picture."""
    page = page_of(of_many_topics(tmp_path, 101))
    assert not page.texts("svg")
    assert page.texts("td")[:3] == ["T0", "1", "France 1"]
    assert page.texts("select")[0] == "EveryoneFranceGermanyKenya", "without a group of blocs"


def test_the_command(itupp):
    """It is printed where no file is named."""
    answer = itupp("page")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("<!DOCTYPE html>")
    assert answer.out == itupp("page", "-f", "html").out


def test_what_came_of_each(pp22, pp22_page):
    """Outcomes, who has no position, and remarks on the history of a resolution."""
    text = " ".join(pp22_page.all("main")[0].text.split())
    lines = [phrases.blocs_without_position(topic) for topic in pp22.topics.values()]
    for topic in pp22.topics.values():
        lines += phrases.outcomes_in_short(topic)
    lines += [resolution.history_note for resolution in pp22.resolutions.values()]
    # their beginnings, for the addresses in them are shown as links, in short
    told = [" ".join(line.split())[:25] for line in filter(None, lines)]
    assert [line for line in told if line not in text] == []

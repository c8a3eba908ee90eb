"""What is shown of a whole briefing."""

import shlex

import pytest
from aids import below, briefing_of, facts, headings, tiny_with

from itupp.answers import overview, topics


def _to_try(briefing, option=""):
    return [row[0] for row in below(overview.show(briefing, option).view(), "Try")]


def test_what_is_loaded(tiny):
    """The conference, how recent it is, from whom, and how much there is."""
    view = overview.show(tiny, "").view()
    assert view.title == tiny.title
    assert list(facts(view)) == [
        *("Conference", "As of", "Source", "Further reading", "Next conference", "Holds")
    ]
    assert facts(view)["Holds"] == (
        "3 topics \u00b7 5 positions \u00b7 5 blocs and countries \u00b7 3 resolutions and drafts"
    )


def test_one_is_no_plural(tmp_path):
    """A single topic or position is told as one."""
    positions = "positions: [{summary: S., proponents: [fr]}]"
    text = f"briefing: {{title: T}}\ntopics: [{{id: t, title: T, {positions}}}]\n"
    held = facts(overview.show(briefing_of(tmp_path, text), "").view())["Holds"]
    assert held.startswith("1 topic \u00b7 1 position \u00b7 ")


def test_commands_to_try_are_taken_from_the_data(tiny):
    """A topic with sides, a country that speaks through a bloc, a comparison and a word."""
    assert _to_try(tiny) == [
        "itupp topics",
        "itupp topic lamps",
        "itupp bloc Atlantis",
        "itupp compare northern-coast southern-coast",
        "itupp positions lamps",
    ]


def test_a_country_that_speaks_for_itself_is_tried_first(tiny, pp22):
    """Without one, a country that a bloc speaks for."""
    assert "itupp bloc Argentina" in _to_try(pp22)
    assert "itupp bloc Atlantis" in _to_try(tiny)


def test_a_country_that_has_a_bloc_s_positions_alone(tmp_path):
    """It is proposed where none speaks for itself; one of a bloc without any is not."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "blocs: [{id: n, name: North, members: [is]}, {id: m, name: Mute, members: [br]}]\n"
        "topics: [{id: t, title: T, positions: [{summary: S., proponents: [n]}]}]\n",
    )
    assert "itupp bloc Iceland" in _to_try(briefing)


@pytest.mark.parametrize("name", ["tiny", "pp22"])
def test_what_is_proposed_answers(name, request, itupp, on_tiny, monkeypatch):
    """Every command can be typed as it is."""
    if name == "pp22":
        monkeypatch.delenv("ITUPP_DATA")
    for command in _to_try(request.getfixturevalue(name)):
        result = itupp(*shlex.split(command)[1:])
        assert (result.code, bool(result.out)) == (0, True), command


def test_the_option_that_names_the_dataset_goes_with_every_command(tiny):
    """What is proposed can be typed as it is, and what programs are told lists the counts."""
    view = overview.show(tiny, " --data x").view()
    proposed = [row[2] for row in view.data.rows] + _to_try(tiny, " --data x")
    assert all(command.endswith(" --data x") for command in proposed)


def test_names_that_shells_read_differently_are_not_proposed(tmp_path):
    """The id stands for them."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "countries: [{id: north, name: $North}]\n"
        "blocs: [{id: b, name: B, members: [north]}]\n"
        "topics: [{id: t, title: T, positions: [{summary: S., proponents: [north]}]}]\n",
    )
    assert _to_try(briefing) == ["itupp topics", "itupp bloc north", "itupp positions s"]


@pytest.mark.parametrize(
    ("summary", "proposed"), [("$(reboot) now!", ["itupp positions reboot"]), ("???", [])]
)
def test_a_word_to_try_is_one_that_can_be_typed(tmp_path, summary, proposed):
    """Signs are left out; where there is nothing else, no word is proposed."""
    topic = f'{{id: t, title: T, positions: [{{summary: "{summary}", proponents: [fr]}}]}}'
    briefing = briefing_of(tmp_path, f"briefing: {{title: T}}\ntopics: [{topic}]\n")
    assert _to_try(briefing) == ["itupp topics", *proposed]


def test_an_empty_briefing_has_an_overview(tmp_path):
    """A dataset can start with nothing but a title."""
    briefing = briefing_of(tmp_path, 'briefing: {title: "Lighthouse Union: what to expect"}\n')
    view = overview.show(briefing, "").view()
    assert [row[1] for row in view.data.rows] == [0] * len(view.data.rows)
    assert headings(view) == ["Try"]
    assert _to_try(briefing) == ["itupp topics"]
    assert list(facts(view)) == ["Holds"]
    listed = topics.show_all(briefing, (), full=False, missing="").view()
    assert listed.context == "Lighthouse Union: what to expect"


def test_of_many_documents_the_first_is_shown(tiny, tmp_path):
    """And how many more there are; JSON has them all."""
    assert len(facts(overview.show(tiny, "").view())["Source"]) == 2
    more = "".join(f"    - {{id: more-{place}, title: More}}\n" for place in range(2))
    briefing = tiny_with(tmp_path, ("addressees:\n", f"{more}addressees:\n"))
    first, rest = facts(overview.show(briefing, "").view())["Source"]
    assert first.startswith("A. Keeper")
    assert rest == "and 3 more documents (all of them: itupp -f json)"
    assert len(overview.show(briefing, "").document()["sources"]) == 4


def test_counts(tiny):
    """What programs are given and what is JSON count alike."""
    answer = overview.show(tiny, "")
    told = [row[1] for row in answer.view().data.rows]
    assert told == list(answer.document()["counts"].values())

"""What is shown of a whole briefing."""

from aids import briefing_of, facts, tiny_with

from itupp.answers import overview, topics


def test_the_overview_suggests_commands_from_the_data(tiny):
    """The busiest proponent and the first resolution are offered to begin with."""
    _, to_try = overview.show(tiny, "").view().tables
    assert to_try.title == "To begin with"
    assert [row[0] for row in to_try.rows] == [
        "itupp topics",
        'itupp bloc "Northern coast"',
        "itupp resolution 7",
    ]


def test_the_option_that_names_the_dataset_goes_with_every_command(tiny):
    """What is proposed can be typed as it is."""
    counts, to_try = overview.show(tiny, " --data x").view().tables
    proposed = [row[2] for row in counts.rows] + [row[0] for row in to_try.rows]
    assert all(command.endswith(" --data x") for command in proposed)


def test_names_that_shells_read_differently_are_not_proposed(tmp_path):
    """The id stands for them."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "blocs: [{id: north, name: $North}]\n"
        "resolutions: [{id: r, title: R}]\n"
        "topics: [{id: t, title: T, positions: [{summary: S., proponents: [north]}]}]\n",
    )
    _, to_try = overview.show(briefing, "").view().tables
    assert [row[0] for row in to_try.rows[1:]] == ["itupp bloc north", "itupp resolution r"]


def test_an_empty_briefing_has_an_overview(tmp_path):
    """A dataset can start with nothing but a title."""
    briefing = briefing_of(tmp_path, 'briefing: {title: "Lighthouse Union: what to expect"}\n')
    counts, to_try = overview.show(briefing, "").view().tables
    assert [row[1] for row in counts.rows] == [0] * len(counts.rows)
    assert [row[0] for row in to_try.rows] == ["itupp topics"]
    assert facts(overview.show(briefing, "").view()) == {}
    listed = topics.show_all(briefing, (), missing="").view()
    assert listed.title == "Topics (Lighthouse Union: what to expect)"


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
    """What a person is shown and what is JSON count alike."""
    answer = overview.show(tiny, "")
    shown = [row[1] for row in answer.view().tables[0].rows]
    assert shown == list(answer.document()["counts"].values())

"""The record of a subject, as people are shown it and as JSON holds it."""

import pytest
from aids import below, facts, headings, notes, prose, shown, tiny_with
from recorded import entry

from itupp.answers import earlier, history
from itupp.loading import load


def lines(view, heading):
    """The rows below a heading, or the lines of a list there."""
    place = next(
        place for place, block in enumerate(view.blocks) if getattr(block, "text", "") == heading
    )
    block = view.blocks[place + 1]
    return list(block.texts if hasattr(block, "texts") else block.rows)


ASKED = "What was asked for and decided"


def test_a_timeline(tiny):
    """A line a moment, newest last, then the next conference."""
    view = history.show(tiny.topics["lamps"]).view()
    assert (view.title, view.context) == ("Lamps: the record", "LU-7 \u00b7 2019 to 2031")
    told = below(view, ASKED)
    assert told[:5] == (
        ("2019", "Skerry", "Decided: Resolution 7 adopted"),
        ("2023-05", "LU-5", "Northern coast: Change to current"),
        ("2023", "LU-5", "Decided: Oil was kept to for now."),
        ("2027", "LU-6", "Lamp Office, Norway: Everybody should pay. (Everybody pays)"),
        ("2027", "LU-6", "Southern coast: Let keepers pay (Keepers pay)"),
    )
    assert told[-1] == ("2035-05-01", "Conference of the Lighthouse Union", "Next: in Reef")
    assert facts(view) == {
        "Another side later": ("Northern coast: Change to current (2023); Keep to oil (2031)",)
    }
    assert notes(view) == ["In brackets: the side taken. Nothing is recorded of other years."]
    assert view.next_commands == ("itupp history lamps --full", "itupp history 7", "itupp terms")


def test_the_record_of_a_resolution(tiny):
    """Its adoption and revisions are decisions of it; gaps are told as gaps."""
    view = history.show(tiny.resolutions["7"]).view()
    assert prose(view) == ["Lamps of the Union"]
    assert [what for _, _, what in below(view, ASKED)] == [
        "Decided: Resolution 7 adopted",
        "Decided: Oil was kept to for now.",
        "Decided: Resolution 7 revised (address not recorded here)",
        "Decided: Resolution 7: revised (Source: lu)",
        "Next: in Reef",
    ]
    assert "The revision of 2025 could not be dated." in notes(view)
    assert view.next_commands[1:] == ("itupp history lamps", "itupp terms")


def test_the_record_of_a_question(tiny):
    """Who is interested in it is led to its topic."""
    view = history.show(tiny.record_questions["pay"]).view()
    assert view.title == "Who pays for lamps?: the record"
    assert view.next_commands[:2] == ("itupp history pay --full", "itupp history lamps")


def test_the_record_of_one_proponent(tiny):
    """On a topic, or on all; through its blocs, too, and of its own course alone."""
    norway = tiny.countries["no"]
    view = history.show(tiny.topics["lamps"], bloc=norway).view()
    assert view.title == "Lamps: the record, by Norway"
    assert [when for when, _, _ in below(view, ASKED)][:2] == ["2023-05", "2027"]
    assert view.next_commands[0] == "itupp history lamps --bloc no --full"
    view = history.show(norway).view()
    assert [when for when, _, _ in below(view, ASKED)][:2] == ["2023-05", "2027"]
    assert view.next_commands == ("itupp history no --full", "itupp terms")


def test_nothing_recorded(tiny):
    """It is told what nothing is recorded on, and by whom."""
    assert history.show(tiny.countries["fr"]).missing == 'nothing is recorded on "France"'
    horns, france = tiny.topics["horns"], tiny.countries["fr"]
    missing = history.show(horns, bloc=france).missing
    assert missing == 'nothing is recorded on "Fog horns" by France'
    view = history.show(horns).view()
    assert notes(view) == []  # nothing of it is from the record


def many(with_record):
    """A record too long to be shown line by line."""
    decided = entry(2000, kind="decision", headline="Oil kept").replace(
        "proponents: [north]", "by: All"
    )
    put = entry(2001, side="")
    answered = [entry(2001 + year, "south, fr", "current") for year in range(18)]
    return with_record(
        decided, put, *answered, entry(2019), entry(2021, "guild", "all", question="pay")
    )


def test_a_long_record(with_record):
    """The decisions, then who took which side when; questions beside each other stand together."""
    view = history.show(many(with_record).topics["lamps"]).view()
    assert headings(view) == ["What was decided", "Oil or current?"]
    assert lines(view, "What was decided")[0] == ("2000", "E", "Oil kept")
    years = ", ".join(map(str, range(2001, 2019)))
    assert lines(view, "Oil or current?") == [
        "Oil: North 2019, 2030",
        f"Current: South, France {years}",
        "All: Guild 2021",
        "Recorded in more than one year. Same side: North. Nothing later: South, France.",
    ]
    told = "21 positions are told by side, 2 left out. Nothing is recorded of other years."
    assert notes(view) == [told]


def test_a_long_record_in_full(with_record):
    """Every entry, with its id."""
    briefing = many(with_record)
    view = history.show(briefing.topics["lamps"], full=True).view()
    remarks = [getattr(block, "remark", "") for block in view.blocks]
    assert {one.id for one in briefing.record} <= set(remarks)


def test_in_full(tiny):
    """What was asked for, its side and whose reading that is, its source and what is doubtful."""
    view = history.show(tiny.topics["lamps"], full=True).view()
    text = shown(view)
    for told in (
        "Change to current (our reading), on: Oil or current? (one side excludes others)",
        "Everybody pays, on: Who pays for lamps? (one side excludes others)",
        "none; the question: Oil or current? (one side excludes others)",
        'A. Scribe, "Log of the Union", The Union, 2027, official record, p. 1',
        "The page is torn.",
        "Resolution 7: Lamps of the Union",
        "Assembly of the Union: Oil was kept to for now.",
        "https://lighthouse.example/res7",
        "Lamps [shall] burn oil.",
    ):
        assert told in text
    assert headings(view)[-1] == "What comes next"


def test_an_entry_leads_to_its_source(tiny):
    """One command shows it."""
    view = history.show_entry(tiny.record[0]).view()
    assert (view.title, view.context) == ("2023-05 \u00b7 LU-5", "LU-7 \u00b7 lamps-2023-1")
    source = 'A. Scribe, "Log of the Union", The Union, 2027, official record, p. 1'
    assert facts(view)["Source"] == f"{source}, https://lighthouse.example/log"


def test_every_entry_of_the_bundled_record_can_be_followed(itupp, pp22):
    """By its id, to the address of its document, in one command."""
    for one in pp22.record[::10]:
        result = itupp("history", one.id)
        assert result.code == 0
        assert one.source.url in result.out.replace("\n", "")


def test_a_document_of_an_entry(tiny):
    """It is a moment, its question and side among it."""
    document = history.show_entry(tiny.record[1]).document()
    assert (document["id"], document["by"]) == ("lamps-2023-2", "Assembly of the Union")
    (answer,) = document["answers"]
    assert (answer["question"]["id"], answer["side"], document["basis"]) == ("kind", None, None)


@pytest.mark.parametrize("name", ["itrs", "102", "internet-governance"])
def test_it_fits_a_screen(itupp, monkeypatch, name):
    """Of 80 columns and 50 lines, one of them for what is typed next."""
    monkeypatch.setenv("COLUMNS", "80")
    assert itupp("history", name).out.count("\n") < 50


# A line or two of it elsewhere.


def test_before_on_a_topic(tiny, with_record):
    """The last decisions before this conference or, without any, what was asked for last."""
    assert earlier.before(tiny.topics["lamps"]) == ("2023 Oil was kept to for now.",)
    assert earlier.before(tiny.topics["horns"]) == ()
    briefing = with_record(entry(2010), entry(2012, headline="Keep it"), entry(2031))
    lamps = briefing.topics["lamps"]
    assert earlier.before(lamps) == ("2010 asked for: S.", "2012 asked for: Keep it")


def test_before_on_a_resolution(tiny, with_record):
    """Where it was adopted and when revised, without this conference."""
    resolutions = with_record().resolutions
    revised = "revised 2014, Somewhere, 2022"
    assert earlier.before(resolutions["7"]) == (f"adopted Skerry, 2010; {revised}",)
    assert earlier.before(resolutions["draft"]) == ()


def test_before_on_a_proponent(tiny):
    """How much it asked for, from when to when, from when to when."""
    told = "2 positions, 2023 to 2027"
    assert earlier.before(tiny.countries["no"]) == (told,)
    assert earlier.before(tiny.blocs["islands"]) == ()


def test_before_a_conference_without_dates(tmp_path):
    """All that is recorded is before."""
    briefing = tiny_with(tmp_path, ("    start: 2031-05-01\n    end: 2031-05-09\n", ""))
    assert earlier.before(briefing.countries["no"])[0].startswith("2 positions")


MANY_SIGNED = """
briefing: {{title: T, short: T}}
blocs:
  - {{id: first, name: First text, kind: joint statement, members: [{members}]}}
  - {{id: second, name: Second text, kind: joint statement, members: [{members}]}}
topics:
  - id: lamps
    title: Lamps
    questions: [{{id: q, text: "Q?", sides: {{a: A, b: B}}}}]
    positions:
      - {{summary: Keep them., proponents: [first], answers: {{q: a}}, date: 2030}}
      - {{summary: Let them go., proponents: [second], answers: {{q: b}}, date: 2031-02}}
"""


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (("fr", "de"), ("France: A (2030); B (2031)", "Germany: A (2030); B (2031)")),
        (("fr", "de", "ke", "td", "br", "jp", "ar", "mx", "eg"), "9 countries"),
    ],
)
def test_who_signed_and_changed(tmp_path, codes, told):
    """Who signs speaks. Many are counted, and named in full."""
    text = MANY_SIGNED.format(members=", ".join(codes))
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    lamps = load(tmp_path / "x.yaml").topics["lamps"]
    assert facts(history.show(lamps).view())["Another side later"] == told
    in_full = facts(history.show(lamps, full=True).view())["Another side later"]
    assert len(in_full) == len(codes)

"""Positions and decisions in order of time, and what became of those who took sides."""

from aids import briefing_of
from recorded import BASE, entry

from itupp.answers import moments
from itupp.answers.moments import apart, courses_of, moments_of


def when(found):
    """The dates of moments."""
    return [str(moment.date or "") for moment in found]


def test_they_stand_in_order_of_time(with_record):
    """A position at the beginning of what is known of its date, a decision at its end."""
    briefing = with_record(
        entry("2022-09-26"),
        entry(2022, kind="decision"),
        entry(2022),
        entry("2022-09"),
        entry("2022-09-26", kind="decision"),
        entry(2019),
    )
    dates = [(str(one.date), one.kind) for one in briefing.record]
    assert dates == [
        ("2019", "position"),
        ("2022", "position"),
        ("2022-09", "position"),
        ("2022-09-26", "position"),
        ("2022-09-26", "decision"),
        ("2022", "decision"),
    ]
    assert [one.id for one in briefing.record][-2:] == ["lamps-2022-4", "lamps-2022-5"]


def test_this_conference_stands_in_its_place(with_record):
    """Its positions at its beginning, what came of them at its end, between what came before."""
    briefing = with_record(entry(2029), entry(2031))
    found = moments_of(briefing.topics["lamps"])
    texts = [(str(moment.date or ""), moment.text) for moment in found]
    assert texts == [
        ("2010", "Resolution 7 adopted (address not recorded here)"),
        ("2014", "Resolution 7 revised"),
        ("2022", "Resolution 7 revised (address not recorded here)"),
        ("2029", "S."),
        ("2030-05-01", "Keep oil."),
        ("2030-05-01", "Count them."),
        ("2030-05-09", "Outcome: put off"),
        ("2030-05-09", "Resolution 7: revised"),
        ("2031", "S."),
        ("", "Resolution 7 revised (address not recorded here)"),
    ]
    assert found[-1].year == "Somewhere"
    assert found[1].addresses == ("https://lamp.example/7",)


def test_nothing_is_told_twice(with_record):
    """What an entry decides on a resolution stands for the place of that year; an outcome, too."""
    told = entry(2014, kind="decision", side="", resolution='"7"', headline="Revised a little")
    found = moments_of(with_record(told).resolutions["7"])
    assert when(found) == ["2010", "2014", "2022", "2030-05-09", ""]
    assert found[1].text == "Revised a little"
    wanted = entry(2014, side="", resolution='"7"', headline="Revise it")
    found = moments_of(with_record(wanted).resolutions["7"])
    assert when(found) == ["2010", "2014", "2014", "2022", "2030-05-09", ""]


def test_a_history_without_an_outcome(with_record, tmp_path):
    """The place of this conference is told, since nothing else tells it."""
    text = BASE.replace("    outcome: {result: revised}\n", "") + "  []"
    found = moments_of(briefing_of(tmp_path, text).resolutions["7"])
    assert when(found) == ["2010", "2014", "2022", "2030", ""]


def test_the_history_of_a_question_has_those_beside_it(with_record):
    """And the other way round; what came of the topic is told where positions answer it."""
    briefing = with_record(
        entry(2020, side="all", question="pay"), entry(2021), entry(2022, side="", question="oil")
    )
    lamps = briefing.topics["lamps"]
    dates = ["2020", "2021", "2022", "2030-05-01", "2030-05-09", "2030-05-09"]
    assert when(moments_of(lamps.questions["oil"])) == dates
    assert when(moments_of(briefing.record_questions["pay"])) == dates
    assert moments_of(briefing.record_questions["alone"]) == ()
    assert [question.id for question in lamps.every_question] == ["oil", "pay"]


def test_the_history_of_a_proponent(with_record):
    """What it asked for, and its blocs."""
    briefing = with_record(entry(2020, '"no", guild'), entry(2021), entry(2022, "south"))
    assert when(moments_of(briefing.countries["no"])) == ["2020", "2021", "2030-05-01"]
    assert when(moments_of(briefing.blocs["north"])) == ["2021", "2030-05-01"]
    assert when(moments_of(briefing.participants["guild"])) == ["2020"]
    lamps, norway = briefing.topics["lamps"], briefing.countries["no"]
    assert when(moments_of(lamps, norway)) == ["2020", "2021", "2030-05-01"]


def test_without_dates_of_the_conference(tmp_path):
    """Its positions come last, and years are told by its name."""
    text = BASE.replace(", start: 2030-05-01, end: 2030-05-09", "") + entry(2020)
    found = moments_of(briefing_of(tmp_path, text).topics["horns"])
    assert [(moment.date, moment.year) for moment in found] == [(None, "C-5")]


def courses(briefing, whose=()):
    """What is told of the courses on a topic, by how they went."""
    return [
        (course.how, course.told)
        for course in courses_of(moments_of(briefing.topics["lamps"]), whose)
    ]


def test_who_kept_to_a_side_and_who_changed(with_record):
    """In more than one year; what is recorded in one year alone is no course."""
    briefing = with_record(
        entry(2006),
        entry(2017),
        entry(2010, "south"),
        entry("2010-05", "south"),
        entry(2010, "guild"),
        entry(2012, "guild", "current"),
        entry(2014, "guild", "current"),
        entry(2010, "fr"),
        entry(2012, "fr"),
        entry(2010, "br"),
        entry(2010, "br", "gas"),
        entry(2012, "br"),
    )
    assert courses(briefing) == [
        (moments.HELD, "North: Oil (recorded in 2006, 2017 and 2030)"),
        (moments.CHANGED, "Guild: Oil (2010); Current (2012, 2014)"),
        (moments.NOT_SINCE, "France: Oil (recorded in 2010 and 2012)"),
        (moments.SEVERAL, "Brazil: Oil (2010, 2012); Gas (2010)"),
    ]
    france = briefing.countries["fr"]
    assert [told for _, told in courses(briefing, [france])] == [
        "France: Oil (recorded in 2010 and 2012)"
    ]


def test_decisions_are_nobody_s_course(with_record):
    """Nor is what only words say who said it, nor a question that was only put."""
    decided = entry(2010, kind="decision").replace("proponents: [north]", "by: All")
    put = entry(2012, side="")
    assert courses(with_record(decided, put)) == []


def told_apart(briefing, one, other, *, own=False):
    """Since when two are apart, and on which sides."""
    topics = briefing.topics.values()
    return [(found.since, found.told) for found in apart(one, other, topics, own=own)]


def test_since_when_two_are_apart(with_record):
    """Since the last time that their sides were the same or one of them had none."""
    briefing = with_record(
        entry(2001, "south", "current"),
        entry(2003),
        entry(2005, "south"),
        entry(2010, "south", "current"),
        entry(2012, "south", "gas"),
        entry(2013, "north, south", "all", question="pay"),
    )
    north, south = briefing.blocs["north"], briefing.blocs["south"]
    assert told_apart(briefing, north, south) == [("2010", "North: Oil; South: Gas")]
    norway = briefing.countries["no"]
    assert told_apart(briefing, south, norway) == [("2010", "South: Gas; Norway: Oil")]
    assert told_apart(briefing, south, norway, own=True) == []
    assert told_apart(briefing, norway, north) == []


def test_two_who_are_apart_since_this_conference(with_record):
    """It is told by the comparison itself; the record adds nothing."""
    briefing = with_record(entry(2001, "south", "current"))
    assert told_apart(briefing, *briefing.blocs.values()) == []
    briefing = with_record(entry(2001, "south", "current"), entry(2031, "south", "gas"))
    assert told_apart(briefing, *briefing.blocs.values()) == []


def test_what_a_moment_is_taken_from(with_record):
    """An entry has its document, an outcome its addresses, a position its own."""
    briefing = with_record(entry(2020))
    first = next(one for one in moments_of(briefing.topics["lamps"]) if one.entry)
    assert first.addresses == ("https://lamp.example/log",)
    unwritten = with_record(entry(2020).replace("source: log", "source: talk")).record[0]
    assert moments.of_entry(unwritten).addresses == ()

"""From a table to a dataset, and what is told of its rows and names."""

import csv
import io
import re
from itertools import chain

import pytest
import treaty
from conftest import TINY
from hypothesis import given
from hypothesis import strategies as st
from strategies import TEXTS

from itupp.loading import draft, draft_text, load, read, table

BUNDLED = load()

NAMES = draft.Names(BUNDLED.countries.values(), BUNDLED.unlisted.values())


def table_of(folder, text, name="t.csv"):
    """The table in a text."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return table.read(file)


def drafted(folder, text, name="t.csv"):
    """The draft of the table in a text."""
    return draft.Draft(NAMES, table_of(folder, text, name))


def dataset(folder, text, name="t.csv"):
    """The briefing that the table in a text makes; it has no mistake."""
    found = table_of(folder, text, name)
    made = draft_text.yaml_text(draft.Draft(NAMES, found), found)
    file = folder / "made.yaml"
    file.write_text(made, encoding="utf-8")
    reading = read(file)
    assert reading.problems == ()
    return reading.briefing


def proponents(folder, *names, heading="actor"):
    """The ids of those that names in one cell each stand for."""
    rows = "\n".join(f'A,"{name}",x' for name in names)
    briefing = dataset(folder, f"topic,{heading},text\n{rows}\n")
    return [one.id for one in briefing.positions[0].proponents]


def losses(folder, text):
    """What is told of rows and cells that are not used."""
    found = table_of(folder, text)
    return list(draft_text.losses_told(draft.Draft(NAMES, found), found))


def written(rows):
    """Rows as CSV."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def test_a_row_a_position_and_a_proponent(tmp_path):
    """Rows that say the same are one position of all their proponents, in all their documents."""
    text = """topic,actor,position,question,stance,document,url,date,page,addressees,resolution
Lights,Kenya,Keep the lamps,Which lamps?,old,North,https://x.example,May 2031,p. 2,Council,Res. 7
lights,Northern ports,Keep the lamps,Which lamps?,old,South,,,,Council,7
Lights,France,Keep the lamps,Which lamps?,old,North,,,p. 3,Council,Fees
Lights,France,Keep the lamps,Which lamps?,old,North,,,p. 3,Council,
Lights,Chad,Burn them,Which lamps?,new,South,,,,Council,
"""
    briefing = dataset(tmp_path, text)
    assert list(briefing.topics) == ["lights"]
    first, second = briefing.positions
    assert [one.id for one in first.proponents] == ["ke", "northern-ports", "fr"]
    assert briefing.participants["northern-ports"].name == "Northern ports"
    assert first.source is briefing.sources["north"]
    assert (first.source.url, first.source.date) == ("https://x.example", "May 2031")
    assert first.locator == "p. 2; p. 3"
    assert first.also_in == {briefing.sources["south"]: "no place given"}
    (side,) = first.answers.values()
    assert (side.text, second.locator) == ("old", None)
    assert [side.text for side in second.answers.values()] == ["new"]
    assert [one.name for one in first.addressees] == ["Council"]
    numbers = {one.id: one.number for one in briefing.resolutions.values()}
    assert numbers == {"7": "7", "Fees": None}


def test_a_row_with_nothing_but_a_side(tmp_path):
    """A table of votes has neither positions nor questions: the topic is the question."""
    text = "issue,party,vote\nSpeed limit,Left,+\nSpeed limit,Right,-\nTolls,Left,+\n"
    briefing = dataset(tmp_path, text)
    summaries = [position.summary for position in briefing.positions]
    assert summaries == ["Speed limit: +", "Speed limit: -", "Tolls: +"]
    (question,) = briefing.topics["speed-limit"].questions.values()
    assert [side.text for side in question.sides.values()] == ["+", "-"]
    assert len(question.answers) == 2


def test_a_text_that_is_voted_on(tmp_path):
    """It is no position of those who are against it: a position says which side is taken."""
    text = """topic,party,statement,vote,headline
Roads,Left,Limit the speed.,yes,Limit
Roads,Right,Limit the speed.,no,Limit
,Green,Limit the speed.,Yes,Limit
Roads,Blue,Limit the speed.,,Limit
Roads,Left,Sell the roads.,no,
Roads,Right,Sell the roads.,no,
Roads,Left,Build trams.,yes,
Roads,Right,Build trams.,no,
Roads,Green,Toll the roads.,no,
"""
    briefing = dataset(tmp_path, text)
    assert [position.summary for position in briefing.positions] == [
        "Limit the speed.: yes",
        "Limit the speed.: no",
        "Sell the roads.: no",
        "Build trams.: yes",
        "Build trams.: no",
        "Toll the roads.: no",
    ]
    assert {position.headline for position in briefing.positions} == {None}
    questions = briefing.topics["roads"].questions.values()
    assert [question.text for question in questions] == [
        "Limit the speed.",
        "Sell the roads.",
        "Build trams.",
        "Toll the roads.",
    ]
    assert losses(tmp_path, text) == [
        "not used: row 5: no side, where other rows take sides on the same text",
        "rows 2-4, 6-10: the text is taken for what the sides are on, and not for a position",
        "no topic of its own: row 4: that of the row above is taken",
    ]


def test_a_text_that_is_a_position_with_its_side(tmp_path):
    """Where rows that share a text share its side, it is theirs; only a text with two is not."""
    text = """topic,actor,text,question,side
Roads,fr,Slow down,Speed?,slow
Roads,de,Slow down,Speed?,slow
Roads,ke,Drive on,Speed?,fast
Roads,td,Drive on,Speed?,fast
Roads,td,No comment,Speed?,fast
Roads,ke,No comment,Speed?,slow
Roads,no,No comment,Tolls?,high
"""
    said = [position.summary for position in dataset(tmp_path, text).positions]
    assert said == [
        *("Slow down", "Drive on", "No comment: fast", "No comment: slow", "No comment"),
    ]
    assert [len(position.answers) for position in dataset(tmp_path, text).positions] == [1] * 5


def test_the_table_is_the_document_where_none_is_named(tmp_path):
    """A position is not credited to a document that its row does not name."""
    text = "topic,actor,text,source\nA,fr,x,table\nA,de,y,\nA,ke,y,\n"
    first, second = dataset(tmp_path, text).positions
    assert first.source.title == "table"
    assert (second.source.title, second.locator) == ("t.csv", "row 3; row 4")


def test_an_address_is_a_document(tmp_path):
    """Where it has no title it is its own."""
    (position,) = dataset(tmp_path, "topic,actor,text,url\nA,fr,x,https://x.example\n").positions
    assert (position.source.title, position.source.url) == ("https://x.example",) * 2


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Burkina", ["bf"]),
        ("Korea, Republic of", ["kr"]),
        ("Dem. Rep. of the Congo", ["cd"]),
        ("USA", ["us"]),
        ("UK; Kenya", ["gb", "ke"]),
        ("Kenya, Chad", ["ke", "td"]),
        ("Kenya\nChad;Kenya", ["ke", "td"]),
        ("Kenya, Lamplighters", ["kenya-lamplighters"]),
        ("no", ["no"]),
        ("SGP", ["sgp-participant"]),
        ("CAN", ["can-participant"]),
        ("U.N.D.", ["und"]),
        ("Ind", ["ind-participant"]),
        ("Green", ["green"]),
        ("N; Lib.", ["n", "lib"]),
        ("Norw.", ["no"]),
        ("EU", ["eu"]),
        ("Taiwan, China", ["taiwan-china"]),
        ("\u4e2d", ["\u4e2d"]),
        ("x" * 50, ["x" * 40]),
        ("word " * 12, ["word-word-word-word-word-word-word-word"]),
    ],
)
def test_names(tmp_path, name, ids):
    """Names are countries' as people write them, but not by codes that may be acronyms."""
    assert proponents(tmp_path, name) == ids


def test_codes_are_names_in_a_column_of_codes(tmp_path):
    """A column that is called so has codes; beside names it tells them apart."""
    assert proponents(tmp_path, "SGP; CAN; XYZ", heading="ISO3") == ["sg", "ca", "xyz"]
    text = "topic,country,iso3,text\nA,Congo,COG,x\nA,Party,XYZ,y\n"
    first, second = dataset(tmp_path, text).positions
    assert [one.id for one in (*first.proponents, *second.proponents)] == ["cg", "party"]


def test_what_is_told_of_names(tmp_path):
    """Of every name it is told what it was taken for, and what else it may mean."""
    found = drafted(tmp_path, 'topic,actor,text\nA,"Kenya; Burkina; SGP; EU; Lamps, all; Chad",x\n')
    assert list(draft_text.names_told(found)) == [
        "Countries by their names: Kenya; Chad",
        '"Burkina" is taken for Burkina Faso (bf)',
        '"SGP" is no country here: kept as sgp-participant, under participants,'
        ' called "SGP (participant)" (as a code it is that of Singapore)',
        '"EU" is no country here: kept as eu, under participants'
        " (European Union is not a Member State of the ITU)",
        '"Lamps, all" is no country here: kept as lamps-all, under participants'
        " (it has a comma; between several names put a semicolon)",
    ]
    assert draft_text.summary(found) == "1 position on 1 topic, from 1 of 1 row"


def test_what_is_told_of_rows(tmp_path):
    """Every row that is not used is told by its number, with the reason, and so are cells."""
    text = """topic,actor,text,colour,question,point,anchor,outcome basis,date,addressees,resolution
A,fr,x,red,Why?,three,one,editor,May 2031,!; Council,?
,fr,x,,,,,,,,
!,fr,x,,,,,,,,
A,,x,,,,,,,,
A,fr,,,,,,,,,
,,,,,,,,,,
A,Congo,x,,,,,,,,
A,?,x,,,,,,,,
A,fr,x,,,3,two words,,,,
"""
    one, other = (f"{name} Republic of the Congo" for name in ("Democratic", ""))
    assert losses(tmp_path, text) == [
        "not used: row 4: no topic",
        "not used: row 5: no proponent",
        "not used: row 6: no position",
        "not used: row 7: nothing in it",
        f'not used: row 8: "Congo" can be "{one}" or "{other.strip()}"',
        'not used: row 9: "?" is no name',
        "left out: row 2: point: no number in digits",
        "left out: row 2: anchor: an anchor has 2 to 8 words",
        "left out: row 2: outcome basis: neither source nor editor",
        "left out: row 2: addressees: no letter or digit",
        "left out: row 2: resolutions: no letter or digit",
        "left out: row 2: question: no side is taken",
        "left out: row 2: date: not in digits, such as 2031-05-09, and no document is named",
        "no topic of its own: row 3: that of the row above is taken",
        'not used: the column "colour"',
    ]


def test_cells_that_were_merged(tmp_path):
    """An empty cell has the topic of the row above, which is told; others stay empty."""
    text = """topic,topic id,actor,text
Lights,,,
,,fr,x
,,de,
,,,y
,,ke,z
,,,
,,td,after an empty row
Fees,,fr,x
,,de,y,more
,,ke,after a row that cannot be read
!,,fr,x
,,de,y
Keys,,fr,x
,k,de,y
"""
    assert losses(tmp_path, text) == [
        "not used: rows 2, 5: no proponent",
        "not used: row 4: no position",
        "not used: row 7: nothing in it",
        "not used: rows 8, 11-13, 15: no topic",
        "not used: row 10: more cells than columns: text that has the separator in it needs quotes",
        "no topic of its own: rows 3, 6: that of the row above is taken",
    ]
    lights, fees, _ = dataset(tmp_path, text).topics.values()
    assert [position.summary for position in lights.positions] == ["x", "z"]
    assert len(fees.positions) == 1


def test_wrong_words_of_an_outcome(tmp_path):
    """A basis is one of two words; without an outcome nothing else of it is written."""
    text = "topic,actor,text,outcome,outcome basis\nA,fr,x,adopted,maybe\nA,fr,y,adopted,editor\n"
    assert losses(tmp_path, text) == ["left out: row 2: outcome basis: neither source nor editor"]
    first, second = dataset(tmp_path, text).positions
    assert (first.outcome.basis, second.outcome.basis) == ("source", "editor")


def test_ids_and_names_that_do_not_fit(tmp_path):
    """Where there are not as many ids as names it is not clear whose is which."""
    text = "topic,proponents,proponent ids,text\nA,North; South,n,x\n"
    told = "not used: row 2: not as many names of proponents as ids or codes"
    assert losses(tmp_path, text) == [told]


def test_ids_do_not_meet(tmp_path):
    """No id is another thing's name, be it wanted or made of a name."""
    text = """topic id,topic,proponent ids,proponents,text,source,resolution
b,A,fr,North (participant),x,North,res 2
b,B,n,FRA,y,North.,Res
a,A-2,de,FRA (participant),y,table,Res!
-x,C,n,N,z,,res
"""
    briefing = dataset(tmp_path, text)
    assert list(briefing.topics) == ["a", "b", "a-2", "c"]
    north, *french, _ = briefing.participants.values()
    assert [one.id for one in french] == ["fra-participant-2", "fra-participant"]
    assert [one.name for one in french] == ["FRA (participant 2)", "FRA (participant)"]
    assert (north.id, list(briefing.blocs)) == ("north-participant", [])
    assert list(briefing.sources) == ["table-2", "north", "north-2", "table"]
    assert list(briefing.resolutions) == ["2", "Res"]


def test_ids_of_positions_that_change(tmp_path):
    """An id is a topic's and a place: where it changes, a comment keeps the old one."""
    text = "id,topic,actor,text\nlamps-2,Lights,fr,x\nlamps-7,Lights,fr,y\nk,Keys,fr,z\n"
    found = table_of(tmp_path, text)
    made = draft_text.yaml_text(draft.Draft(NAMES, found), found)
    assert [line.strip() for line in made.splitlines() if "in the table." in line] == [
        "# lamps-2 in the table.",
        "# lamps-7 in the table.",
        "# k in the table.",
    ]
    positions = dataset(tmp_path, text).positions
    assert [position.id for position in positions] == ["lamps-1", "lamps-2", "keys-1"]


EVERYTHING = [
    *("Id", "Headline", "Summary", "Topic id", "Topic", "Section", "Proponent ids", "Proponents"),
    *("Question", "Side", "Addressees", "Resolutions", "Source", "Point", "Locator", "Anchor"),
    *("Address", "Also in", "Outcome", "Outcome summary", "Outcome basis", "Kind of source"),
    "Outcome sources",
]


def _joined(texts):
    return "; ".join(text or "" for text in texts)


def everything(briefing):
    """Every position of a briefing with all that there is to say of it, a row each."""
    yield EVERYTHING
    for position in briefing.positions:
        topic, source, outcome = position.topic, position.source, position.outcome
        section = topic.section.title if topic.section else ""
        who = position.proponents
        yield [
            *(position.id, position.headline, position.summary, topic.id, topic.title, section),
            *(_joined(one.id for one in who), _joined(one.name for one in who)),
            _joined(question.text for question in position.answers),
            _joined(side.text for side in position.answers.values()),
            _joined(one.name for one in position.addressees),
            _joined(one.id for one in topic.resolutions),
            source.title if source else "",
            *(position.point, position.locator, position.anchor),
            source.url if source else "",
            _joined(f"{one.title}, {place}" for one, place in position.also_in.items()),
            *((outcome.result, outcome.summary) if outcome else ("", "")),
            *((outcome.basis, outcome.confidence) if outcome else ("", "")),
            _joined(outcome.sources) if outcome else "",
        ]


WATERSHED = TINY.parent / "watershed"

ODD = """\
briefing:
  title: Odd
  sources: [{id: first, title: "Notes; first", url: "https://x.example/a;b", date: "2030"}]
blocs: [{id: a, name: "Ports; northern"}, {id: b, name: '"Greens"'}, {id: c, name: 'A "B"; C'}]
addressees: [{id: d, name: "Council; of ports"}, {id: e, name: Keeper}]
topics:
  - id: lamps
    title: Lamps; oil
    questions:
      - {id: q, text: "Oil; or not?", sides: {"yes": "Oil; old", "no": "No; \\"never\\""}}
      - {id: r, text: 'When?', sides: {"now": Now; today, later: Later}}
    positions:
      - {summary: Keep them., proponents: [a, b], answers: {q: "yes", r: now}, addressees: [d, e]}
      - {summary: Keep them., proponents: [c], answers: {q: "yes"}, date: 2031-02, point: 1}
      - {summary: Keep them., proponents: [c], date: 2031-03}
      - {summary: Let them go., proponents: [b], answers: {q: "no"}, addressees: [d], locator: p. 1}
      - {summary: Let them go., proponents: [b], answers: {q: "no"}, addressees: [d], locator: p. 1}
"""
"""Names with semicolons and quotation marks; what is said twice, on one day and on others."""


@pytest.fixture
def odd(tmp_path):
    """A dataset of what a table hardly holds."""
    file = tmp_path / "odd.yaml"
    file.write_text(ODD, encoding="utf-8")
    return file


def _printed_again(itupp, folder, *option):
    """What `positions -f csv` prints of a dataset, and of the one that is made of it."""
    printed = itupp("positions", "-f", "csv", *option).out
    file = folder / "t.csv"
    file.write_text(printed, encoding="utf-8")
    made = itupp("new", str(folder / "made"), "--from", str(file))
    assert (made.code, made.err) == (0, "")
    assert itupp("check", str(folder / "made")).code == 0
    return printed, itupp("positions", "-f", "csv", "--data", str(folder / "made")).out


@pytest.mark.parametrize("path", [None, TINY, WATERSHED])
def test_a_table_of_everything_comes_back(tmp_path, path):
    """A dataset written as a table and read again has all that the table has."""
    text = written(everything(load(path)))
    assert written(everything(dataset(tmp_path, text))) == text


@pytest.mark.parametrize("path", [None, TINY, WATERSHED])
def test_what_itupp_prints_comes_back(itupp, tmp_path, path):
    """The table of `positions -f csv`, made into a dataset, is printed again as it was."""
    option = ("--data", str(path)) if path else ()
    printed, again = _printed_again(itupp, tmp_path, *option)
    assert again == printed


def test_a_treaty_comes_back(itupp, tmp_path):
    """So do statements, dates over two years, and texts that are articles."""
    printed, again = _printed_again(itupp, tmp_path, "--data", str(treaty.write(tmp_path)))
    assert again == printed


def test_odd_names_and_dates_come_back(itupp, tmp_path, odd):
    """So does what has semicolons and quotation marks, and what is said twice."""
    printed, again = _printed_again(itupp, tmp_path, "--data", str(odd))
    assert again == printed
    assert '"""Ports; northern""; """"""Greens"""""""' in printed


def dates(folder, text):
    """The dates of positions and of their documents, in order."""
    positions = dataset(folder, text).positions
    return [(str(one.date or ""), one.source.date) for one in positions]


def test_dates_of_positions(tmp_path):
    """A date is a document's where all its rows have it, and else that of the position."""
    text = """topic,actor,text,source,date
A,fr,x,North,2031-05
A,de,y,North,2031-05
A,fr,z,South,2031-05
A,de,x,South,2031-06-01
A,ke,y,South,
A,ke,z,,2031
A,ke,v,West,May 2031
A,ke,w,West,2031-05
"""
    assert dates(tmp_path, text) == [
        ("", "2031-05"),
        ("", "2031-05"),
        ("2031-05", None),
        ("2031-06-01", None),
        ("2031", None),
        ("", "May 2031"),
        ("2031-05", "May 2031"),
    ]
    assert losses(tmp_path, text) == []


def test_the_same_on_other_days(tmp_path):
    """It is another position where the day counts: its own, or that of taking a side."""
    text = """topic,actor,text,source,date,question,side,page
A,fr,x,,2030,,,
A,de,x,,2030,,,
A,ke,x,,2031,,,
A,fr,y,North,2030,,,1
A,de,y,South,2031,,,2
A,fr,z,North,2030,Why?,so,3
A,de,z,South,2031,Why?,so,4
"""
    positions = dataset(tmp_path, text).positions
    said = [(one.summary, str(one.when), len(one.proponents)) for one in positions]
    assert said == [
        *(("x", "2030", 2), ("x", "2031", 1), ("y", "2030", 2)),
        *(("z", "2030", 1), ("z", "2031", 1)),
    ]
    assert read(tmp_path / "made.yaml").doubts() == ()


def test_who_changes_sides_in_a_table(tmp_path):
    """The later side counts, as in any dataset."""
    text = "topic,actor,vote,date\nA,fr,yes,2030\nA,de,yes,2030\nA,fr,no,2031\n"
    first, second = dataset(tmp_path, text).positions
    assert [one.id for one in first.outdated_for] == ["fr"]
    assert second.outdated_for == ()


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("a; b;c\nd", ["a", "b", "c", "d"]),
        ('"a; b"; c', ["a; b", "c"]),
        ('"say ""no"""; c', ['say "no"', "c"]),
        ('"a" b; c', ['"a" b', "c"]),
        ('"a; b', ['"a', "b"]),
        ("; ;", []),
    ],
)
def test_lists_in_cells(cell, texts):
    """Semicolons divide a list, but not inside quotation marks around a whole text."""
    assert draft.pieces(cell) == texts


def _cells():
    """The cells of a row: few topics and names, so that rows meet, and any text."""
    few = st.sampled_from(["Kenya", "SGP", "EU", "Congo", "Kenya; Chad", "fr", "!", "\u0130", "on"])
    text = st.one_of(TEXTS.filter(lambda text: "\0" not in text), st.just(""))
    topics = st.one_of(st.sampled_from(["A", "a", "A 2", "", "b-1"]), text)
    named = {"topic": topics, "actor": st.one_of(few, text), "text": text, "question": text}
    others = (
        "headline",
        "side",
        "source",
        "url",
        "locator",
        "addressees",
        "resolutions",
        "id",
    )
    more = ("section", "also in", "outcome", "outcome sources", "anchor", "point", "proponent ids")
    dates = st.sampled_from(["", "2031", "2031-05", "May 2031"])
    optional = {**dict.fromkeys((*others, *more), text), "date": dates}
    return st.fixed_dictionaries(named, optional=optional)


@given(st.lists(_cells(), max_size=8))
def test_every_row_is_used_or_told(tmp_path_factory, rows):
    """Whatever a table holds, a dataset without a mistake comes of it, and no row is lost."""
    headings = list(dict.fromkeys(chain.from_iterable(rows))) or ["topic", "actor", "text"]
    text = written([headings, *([row.get(key, "") for key in headings] for row in rows)])
    folder = tmp_path_factory.mktemp("t")
    found = drafted(folder, text)
    numbers = sorted(chain(found.used, *found.unused.values()))
    assert numbers == [row.number for row in table_of(folder, text).rows]
    assert len(numbers) == sum(any(row.values()) or len(headings) > 1 for row in rows)
    if not found.used:
        return
    said = {position.summary for position in dataset(folder, text).positions}
    for number in found.used:
        row = {key: cell.strip() for key, cell in rows[number - 2].items()}
        assert not row["text"] or row["text"] in said or row["text"][1:] in said


def test_a_table_of_four_thousand_rows(tmp_path):
    """Each row of a long table is used or told, and nothing in what it makes is doubted."""
    people = [country.name for country in BUNDLED.countries.values()]
    rows = [
        (f"Topic {n % 40}", people[n % 190], f"Do this {n % 400}", "Notes", f"p. {n % 400}")
        for n in range(4000)
    ]
    text = written([("topic", "country", "position", "document", "page"), *rows])
    found = drafted(tmp_path, text)
    assert (len(found.used), found.unused, len(found.positions)) == (4000, {}, 400)
    briefing = dataset(tmp_path, text)
    assert len(briefing.positions) == 400
    reading = read(tmp_path / "made.yaml")
    assert reading.doubts() == ()


def test_a_name_of_no_encoding(tmp_path):
    """What cannot be shown of a file's name is shown as unknown."""
    found = table_of(tmp_path, "topic,actor,text\nA,fr,x\n", "a\udcff: b.csv")
    text = draft_text.yaml_text(draft.Draft(NAMES, found), found)
    assert 'title: "a\ufffd: b"\n' in text
    assert text.encode()


def test_one_place_says_where_others_go(tmp_path, monkeypatch):
    """Who is no country is written under one key."""
    monkeypatch.setattr(draft_text, "OTHERS", "elsewhere")
    found = table_of(tmp_path, "topic,actor,text\nA,Lamplighters,x\n")
    drafted = draft.Draft(NAMES, found)
    assert "\nelsewhere:\n  - id: lamplighters\n" in draft_text.yaml_text(drafted, found)
    assert list(draft_text.names_told(drafted)) == [
        '"Lamplighters" is no country here: kept as lamplighters, under elsewhere'
    ]


def test_comments_say_what_each_part_is(tmp_path):
    """Every list of a dataset that is begun so has a comment above it."""
    found = table_of(tmp_path, "topic,actor,text,addressee\nA,Xyzzy Union,x,Council\n")
    told = draft_text.yaml_text(draft.Draft(NAMES, found), found).splitlines()
    lists = [place for place, line in enumerate(told) if re.fullmatch(r" *(\w+):", line)]
    named = {told[place].strip(): told[place - 1].strip() for place in lists}
    assert {"sources:", "addressees:", "topics:"} <= named.keys()
    for key in ("sources:", "addressees:", "topics:"):
        assert named[key].startswith("#"), key

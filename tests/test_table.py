"""Tables as people have them."""

import csv
import io
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from itupp.answers.view import View, new_table
from itupp.loading import DataError, starter, table
from itupp.output.formats import csv_text, markdown_text, tsv_text

HEADINGS = ("Topic", "Actor", "Position")

CELLS = st.text(
    st.one_of(
        st.sampled_from(";,\t|\"'\n\\=+-@<>*_`# "),
        st.characters(codec="utf-8", categories=["L", "N"]),
    ),
    max_size=12,
)

ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5)


def read(tmp_path, text, name="t.csv"):
    """The table in a text, or bytes."""
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return table.read(file)


def cells(found):
    """What stands in the rows of a table, by number."""
    return {row.number: dict(row.cells) for row in found.rows}


def faults(found):
    """Why rows cannot be read, by number."""
    return {row.number: row.fault for row in found.rows if row.fault}


def refusal(tmp_path, text, name="t.csv"):
    """Why a text is no table."""
    with pytest.raises(DataError) as error:
        read(tmp_path, text, name)
    return str(error.value).replace(f"{tmp_path}/", "").replace(" error: ", " ")


@pytest.mark.parametrize("separator", ";,\t|")
def test_separators(tmp_path, separator):
    """The separator is found out by the headings that it makes."""
    lines = (HEADINGS, ("Lights", "fr", "Keep, or; change\tthe | lamps"))
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(lines)
    found = read(tmp_path, out.getvalue())
    wanted = {"topic": "Lights", "proponents": "fr", "summary": lines[1][2]}
    assert (cells(found), found.unread, found.unit) == ({2: wanted}, [], "row")


def test_marks_and_breaks(tmp_path):
    """A mark of the byte order is no text, a break in quotes is; blank lines are no rows."""
    text = b'\xef\xbb\xbf"Topic";Actor;Position\r\n\r\nA;fr;"One\ntwo"\rB;de;x\n\n'
    found = read(tmp_path, text)
    assert [row.number for row in found.rows] == [3, 4]
    assert found.rows[0].cells["summary"] == "One\ntwo"


def test_headings(tmp_path):
    """Columns are known by what people call them, in any case; others are told."""
    text = "ISSUE,Country,Stance,Text,position,Colour,,vote,URL\nA,fr,for,x,y,red,,no,z\n"
    found = read(tmp_path, text)
    wanted = {"topic": "A", "proponents": "fr", "side": "for", "summary": "x", "address": "z"}
    assert cells(found) == {2: wanted}
    assert found.unread == ["position", "Colour", "vote"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Position (text)", "summary"),
        ("POSITION [en]:", "summary"),
        ("Page No.", "locator"),
        ("Country/Bloc", "proponents"),
        ("proponent_ids", "proponent ids"),
        ("Date (ISO)", "date"),
        ("\u00a0Source  URL ", "address"),
        ("Source document*", "source"),
        ("Topic\n(short)", "topic"),
        ("(topic)", "topic"),
        ("Position of others", ""),
    ],
)
def test_odd_headings(heading, kind):
    """Punctuation, blanks and remarks in brackets do not matter; further words do."""
    assert table._kinds([heading]) == [kind]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_encodings(tmp_path, encoding):
    """What spreadsheets save as Unicode text is read like UTF-8, Windows' line ends included."""
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    text = f'{mark}Topic\tActor\tPosition\r\n"C\u00f4te"\tfr\t"One\ntwo"\r\n'
    found = read(tmp_path, text.encode(encoding), "t.txt")
    assert cells(found) == {2: {"topic": "C\u00f4te", "proponents": "fr", "summary": "One\ntwo"}}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le"])
def test_encodings_that_cannot_be_told(tmp_path, encoding):
    """Text in the code page of some country is refused, and not guessed at."""
    text = "topic;actor;text\nA;fr;C\u00f4te\n".encode(encoding)
    wanted = r"t\.csv:2:\d: not in UTF-8" if encoding == "cp1252" else r"t\.csv:"
    assert re.match(wanted, refusal(tmp_path, text))


def test_rows_that_cannot_be_read(tmp_path):
    """A row of too many cells or of none says so; one of too few has none at its end."""
    found = read(tmp_path, "topic,actor,text\nA,fr,x,y\n,,\nA,fr\nA,fr,x,,\n")
    assert faults(found) == {
        2: "more cells than columns: text that has the separator in it needs quotes",
        3: "nothing in it",
    }
    assert cells(found)[4] == {"topic": "A", "proponents": "fr"}


def test_apostrophes(tmp_path):
    """One that keeps a spreadsheet from running a cell is taken off, any other stays."""
    found = read(tmp_path, "topic,actor,text\n'=1+1,'t Hart,'-7\n'+x,''@y,'-x\n")
    assert cells(found)[2] == {"topic": "=1+1", "proponents": "'t Hart", "summary": "'-7"}
    assert cells(found)[3] == {"topic": "+x", "proponents": "''@y", "summary": "-x"}


MARKDOWN = """# Lights
Some words | more

| Topic | Actor | Position |
|:---|---:|:-:|
| A | fr | One \\| two \\*three\\* <br>four |
| B || <https://x.example> |
C | de | no pipe outside |

| Topic | Actor | Position |
"""


def test_markdown(tmp_path):
    """The first table of a text is read, rows by their lines, what is escaped as it shows."""
    found = read(tmp_path, MARKDOWN, "t.md")
    assert found.unit == "line"
    assert [row.number for row in found.rows] == [6, 7, 8]
    assert found.rows[0].cells["summary"] == "One | two *three* \nfour"
    assert found.rows[1].cells == {"topic": "B", "summary": "https://x.example"}
    assert found.rows[2].cells["summary"] == "no pipe outside"
    assert len(read(tmp_path, MARKDOWN.replace("\n", "\r\n"), "t.txt").rows) == 3
    assert len(read(tmp_path, MARKDOWN[: MARKDOWN.index("\n| B")], "t.md").rows) == 1


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("**Kenya**", "Kenya"),
        ("_Kenya_ ", "Kenya"),
        ("`Kenya`", "Kenya"),
        ("**One** or **two**", "**One** or **two**"),
        ("*One* *two*", "*One* *two*"),
        ("\\*Kenya\\*", "*Kenya*"),
        ("*Kenya\\*", "*Kenya*"),
        ("*", "*"),
        ("**", "**"),
    ],
)
def test_cells_in_bold(tmp_path, cell, shown):
    """A cell that is stressed as a whole has the text alone; signs inside stay."""
    found = read(tmp_path, f"| topic | actor | text |\n|-|-|-|\n| A | {cell} | x |\n", "t.md")
    assert cells(found)[3]["proponents"] == shown


@given(rows=ROWS, suffix=st.sampled_from(["csv", "tsv", "md"]))
def test_what_itupp_prints_is_read(tmp_path_factory, rows, suffix):
    """Cells come back as they were printed, in each format of tables."""
    # in TSV no cell has quotes, so one that begins with a mark is read as one that has them
    assume(suffix != "tsv" or '"' not in repr(rows))
    # a view has no column in which there is nothing
    assume(rows and all(map(any, zip(*rows, strict=True))))
    view = View("T", "")
    view.table(new_table(HEADINGS, rows))
    text = {"csv": csv_text, "tsv": tsv_text, "md": markdown_text}[suffix](view)
    found = read(tmp_path_factory.mktemp("t"), text, f"t.{suffix}")
    kinds = ("topic", "proponents", "summary")
    read_back = [tuple(row.cells.get(kind, "") for kind in kinds) for row in found.rows]
    assert read_back == [tuple(" ".join(cell.split()) for cell in row) for row in rows]


def test_what_is_no_table(tmp_path):
    """A missing column, a stray mark, a workbook and nothing at all are told in one line."""
    told = "or whatever else the guide lists for it"
    assert (
        refusal(tmp_path, "topic,text\nA,x\n")
        == f't.csv:1:1: no column is called "proponents", {told}'
    )
    wanted = '"topic" or "proponents" or "summary"'
    assert refusal(tmp_path, "") == f"t.csv: no column is called {wanted}, {told}"
    stray = "the row that begins here has a stray quotation mark: inside text it is written twice"
    assert refusal(tmp_path, 'topic,actor,text\nA,fr,"x\nB,de,y\n') == f"t.csv:2:1: {stray}"
    assert refusal(tmp_path, 'topic,actor,text\nA,fr,"x" y\n') == f"t.csv:2:1: {stray}"
    with pytest.raises(DataError, match=r"a folder, and no table$"):
        table.read(tmp_path)
    with pytest.raises(DataError, match="there is no such file or folder"):
        table.read(tmp_path / "none.csv")
    assert refusal(tmp_path, b"PK", "t.xlsx").endswith('"CSV UTF-8", and begin from that')
    assert re.match(r"t\.tsv:1:\d: not in", refusal(tmp_path, b"\xff\xfe\x00", "t.tsv"))


def test_every_kind_is_called_something():
    """A column may be called by its kind."""
    assert {kind for alike in table.NEEDED for kind in alike} <= set(table.KINDS.values())
    assert all(table.KINDS.get(kind) == kind for kind in set(table.KINDS.values()) - {"codes"})


def test_the_guide_lists_every_heading():
    """For each kind of column the guide has all that it may be called, and nothing else."""
    section = starter.guide().read_text(encoding="utf-8").partition("\n## From a table\n")[2]
    told = re.findall(r"^\| .+ \| (.+) \|$", section.partition("\n## ")[0], re.MULTILINE)
    listed = [set(names.split(", ")) for names in told[2:]]
    kinds = dict.fromkeys(table.KINDS.values())
    assert listed == [{name for name in table.KINDS if table.KINDS[name] == kind} for kind in kinds]

"""Anchors, looked for in the texts of their sources."""

import pytest

from itupp.loading import anchors, read

CITED = """\
briefing:
  title: Cited
  sources:
    - {id: notes, title: Notes}
    - {id: north-3, title: Proposals of the north}
topics:
  - id: lamps
    title: Lamps
    positions:
      - {summary: S one., proponents: [fr], anchor: burn oil}
      - {summary: S two., proponents: [fr], anchor: runs on current}
      - {summary: S three., proponents: [fr], anchor: the keeper's cat}
      - {summary: S four., proponents: [fr], anchor: oil and current, source: north-3}
      - {summary: S five., proponents: [fr]}
"""


def lines(problems, folder):
    """What was noted, paths relative to a folder."""
    return [str(problem).replace(f"{folder}/", "") for problem in sorted(problems)]


def test_anchors(tmp_path):
    """Each has to stand once in the text of its own source.

    Case, quotation marks and line ends are no difference.
    """
    (tmp_path / "x.yaml").write_text(CITED, encoding="utf-8")
    contents = read(tmp_path / "x.yaml").contents
    text = (
        "Lamps BURN\noil. A lamp \u201cruns\u201d on current; "
        "nothing else runs on  current. The keepers catalogue."
    )
    assert lines(anchors.misplaced_anchors(contents, {"notes": text}), tmp_path) == [
        'x.yaml:11:53: error: the anchor "runs on current" stands in the source 2 times',
        'x.yaml:12:55: error: the anchor "the keeper\'s cat" does not stand in the source',
    ]
    once = {"north-3": "Oil, and current. Oil and current"}
    assert list(anchors.misplaced_anchors(contents, once)) == []


def test_which_anchors_can_be_looked_for(tmp_path):
    """Those in the sources at hand, each with the position that has it."""
    (tmp_path / "x.yaml").write_text(CITED, encoding="utf-8")
    contents = read(tmp_path / "x.yaml").contents
    found = [
        (anchored.position.id, anchored.anchor, anchored.source)
        for anchored in anchors.anchored(contents, {"north-3"})
    ]
    assert found == [("lamps-4", "oil and current", "north-3")]
    assert len(list(anchors.anchored(contents, {"notes"}))) == 3


@pytest.mark.parametrize(
    ("anchor", "source"),
    [
        ("the \u00e9clair lamps", "The e\u0301clair lamps"),
        ("the e\u0301clair lamps", "the \u00c9clair lamps"),
        ("\ufb01rst light", "FIRST LIGHT"),
        ("telecommunication for all", "telecommuni\u00adcation for all"),
        ("telecommunication for all", "telecommuni-\ncation for all"),
        ("telecommunication for all", "telecommuni\u2010 \r\n   cation for\nall"),
        ("non-geostationary lamps", "non-\ngeostationary lamps"),
        ("non-geostationary lamps", "non-geo-\nstationary lamps"),
        ("from 2024-2026 on", "from 2024\u20132026 on"),
        ("from 2024 \u2013 2026 on", "from 2024-2026 on"),
        ("keep \u2014 or change", "keep\u2013or change"),
        ("lamps \u2026 and horns", "lamps ... and horns"),
        ("the keepers' lamps", "the keepers\u2032 lamps"),
        ('the "oil" lamps', "the \xab\u00a0oil\u00a0\xbb lamps"),
        ("l'eau et l'huile", "l\u02bceau et l\u2019huile"),
        ("cyber security", "cyber\u200b security"),
    ],
)
def test_the_same_in_print(anchor, source):
    """Composed letters, hyphens, dashes and marks are no difference, either way."""
    assert len(anchors.places(anchor, anchors.plain(f"Once, {source}. Never again."))) == 1


@pytest.mark.parametrize(
    ("anchor", "source"),
    [
        ("light houses", "lighthouses"),
        ("lamps oil", "lamps-oil"),
        ("2024-2026", "2024-\n20261"),
        ("burn oil", "burn-\noils"),
        ("sign again", "re-sign against"),
    ],
)
def test_what_is_not_the_same(anchor, source):
    """Words are whole, and a hyphen joins no figures at the end of a line."""
    assert anchors.places(anchor, anchors.plain(source)) == []

"""Pictures: the comparison of all, for a slide or a page."""

from xml.etree import ElementTree

import pytest
from aids import briefing_of, of_many_topics, tiny_with
from test_watershed import WATERSHED

from itupp.answers import comparison
from itupp.answers.view import View, new_table
from itupp.loading import load
from itupp.output.svg import matrix_picture, svg_text

SVG = "{http://www.w3.org/2000/svg}"


def drawn(briefing):
    """The picture of the room, and all of its texts."""
    answer = comparison.show_room(briefing, list(briefing.topics.values()), full=False)
    return parsed(svg_text(answer.picture()))


def parsed(text):
    """The picture as a tree, and its texts in their order."""
    tree = ElementTree.fromstring(text)
    return tree, [element.text for element in tree.iter(f"{SVG}text")]


def test_what_is_drawn(pp22):
    """The matrix, where they disagree, and what it is taken from."""
    tree, texts = drawn(pp22)
    assert texts[:4] == ["Who speaks on what", "PP-22", "AI", "ORAN"]
    for text in ("9 countries", "Total", "Where they disagree", "opposed", "partly our reading"):
        assert text in texts
    assert any(text.startswith("Source: Sorina Teleanu") for text in texts)
    assert not any("itupp" in text for text in texts)
    assert len({tile.get("class") for tile in tree.iter(f"{SVG}rect")}) == 2  # paper and one tint


def test_a_tile_for_each_number(tiny):
    """There is none for nothing, nor for what is added up."""
    tree, _ = drawn(tiny)
    topics = list(tiny.topics.values())
    counts = [one.count_on(topic) for one in tiny.proponents for topic in topics]
    tiles = [tile for tile in tree.iter(f"{SVG}rect") if tile.get("class") == "tile"]
    assert len(tiles) == sum(count > 0 for count in counts)


def test_in_words(tiny):
    """Those who do not see it are told its title and all of its numbers."""
    tree, _ = drawn(tiny)
    title, told = tree.find(f"{SVG}title"), tree.find(f"{SVG}desc")
    assert title.text == "Who speaks on what"
    assert "Northern coast: Lamps 2, Buoys 1, All 3." in told.text
    assert "Total: Lamps 3, " in told.text
    assert tree.get("aria-labelledby").split() == [title.get("id"), told.get("id")]
    assert tree.get("role") == "img"


@pytest.mark.parametrize("name", ["tiny", "pp22", "watershed"])
def test_nothing_is_cut(name, request):
    """Each text begins and, by a guess at its width, ends inside the picture."""
    briefing = load(WATERSHED) if name == "watershed" else request.getfixturevalue(name)
    tree, _ = drawn(briefing)
    _, _, width, height = map(float, tree.get("viewBox").split())
    for element in tree.iter(f"{SVG}text"):
        length = len(element.text) * 7.5
        left = float(element.get("x"))
        left -= {"end": length, "middle": length / 2}.get(element.get("text-anchor"), 0)
        assert left >= 0
        assert left + length <= width + 30, element.text
        assert 0 < float(element.get("y")) < height


def test_it_is_as_wide_as_its_matrix(tmp_path):
    """Names of rows with wide letters have room, and so have many columns."""

    def width(briefing):
        tree, _ = drawn(briefing)
        return float(tree.get("viewBox").split()[2])

    assert width(of_many_topics(tmp_path, 100)) > 100 * 26
    narrow, wide = (
        tiny_with(tmp_path, ("name: Northern coast", f"name: {letter * 60}"))
        for letter in ("a", "\u6e2f")
    )
    assert width(wide) > width(narrow) + 60 * 6


def test_long_text_folds(tmp_path):
    """However long a side is, it stays in its column."""
    side = "one two three four five " * 20
    text = (
        "briefing: {title: T}\ntopics:\n- id: t\n  title: T\n  questions:\n"
        f"  - {{id: q, text: Q, sides: {{a: {side}, b: B}}}}\n  positions:\n"
        "  - {summary: S., proponents: [fr], answers: {q: a}}\n"
        "  - {summary: R., proponents: [br], answers: {q: b}}\n"
    )
    _, texts = drawn(briefing_of(tmp_path, text))
    folded = [text for text in texts if set(text.split()) <= set(side.split())]
    assert len(folded) > 3
    assert " ".join(folded).split() == side.split()
    assert max(map(len, folded)) < 80


def test_what_is_not_drawn():
    """A picture is of tables and of what is said of them; facts and lists are left out."""
    view = View("A")
    view.fact("Label", "value")
    matrix = new_table(("", "B", "All"), [("c", 1, 1), ("Total", 1, 1)])
    view.table(matrix._replace(narrow=new_table((), ())))
    _, texts = parsed(svg_text(view))
    assert "Label" not in texts
    assert texts[1:] == ["B", "All", "c", "1", "1", "Total", "1", "1"]


def test_a_matrix_in_a_page(tiny):
    """It has no style of its own, and no colours but those of the page."""
    table = comparison.who_speaks(tiny, list(tiny.topics.values()), full=False)
    text = matrix_picture(table, "Who & what")
    assert "<style" not in text
    assert "#" not in text
    assert "Who &amp; what" in text

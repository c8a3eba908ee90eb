"""How long the core views of the bundled briefing are."""

import pytest

LINES = 40
"""So many lines of 80 columns a core view may have."""

WORDS = 450
"""So many words fit on a page of A4 with headings and lists."""

TOPICS = (
    "ai",
    "open-ran",
    "itrs",
    "cybersecurity",
    "internet-governance",
    "digital-standards",
    "outer-space",
    "online-meetings",
)

BLOCS = ("arab-states", "european-states", "african-states", "american-states", "rcc-states", "apt")

COUNTRIES = ("us", "ke", "dz")

RESOLUTIONS = ("102", "130", "146")

SUBJECTS = (*TOPICS, *BLOCS, *COUNTRIES, *RESOLUTIONS)

CORE_VIEWS = (
    *(("topic", id) for id in TOPICS),
    *(("bloc", id) for id in (*BLOCS, *COUNTRIES)),
    *(("resolution", id) for id in RESOLUTIONS),
    ("compare",),
    ("compare", "arab"),
    ("compare", "us"),
    ("compare", "arab", "european"),
)


def test_every_topic_is_measured(pp22):
    """None is added to the briefing unmeasured, and no bloc."""
    assert (tuple(pp22.topics), tuple(pp22.blocs)) == (TOPICS, BLOCS)


@pytest.mark.parametrize("argv", CORE_VIEWS, ids=" ".join)
def test_core_views(itupp, monkeypatch, argv):
    """Each fits on a screen, its last line included."""
    monkeypatch.setenv("COLUMNS", "80")
    result = itupp(*argv, "-f", "table")
    lines = result.out.splitlines()
    assert (result.code, result.err) == (0, "")
    assert len(lines) <= LINES
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("name", SUBJECTS)
def test_briefs(itupp, name):
    """Each fits on a page in print."""
    result = itupp("brief", name, "-f", "md")
    assert result.code == 0
    assert len(result.out.split()) <= WORDS

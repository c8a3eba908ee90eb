"""What is typed: names in their forms, and command lines as typographers leave them."""

import json

import pytest

from itupp.typed import abbreviations, fits, folded, informal, is_formal, mended, parts, readings


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Korea, North", ["korea north", "north korea"]),
        ("Gambia, The", ["gambia the", "the gambia", "gambia"]),
        ("Iran (Islamic Republic of)", ["iran islamic republic of", "islamic republic of iran"]),
        ("Fox & Hound", ["fox and hound"]),
        ("", [""]),
    ],
)
def test_readings(typed, read):
    """A name as it stands, turned round, and without its article."""
    assert readings(typed) == read


def test_numbers_are_kept_apart():
    """A sign inside a number divides it; one behind a word does not."""
    assert folded("Res. 10.2") == "res 10 2"
    assert folded("\u2116 5") == "no 5"


def test_parts():
    """What stands before a comma or brackets, and what after it or in them."""
    assert parts("Myanmar (Burma)") == ("myanmar", "burma")
    assert parts("Taiwan, China") == ("taiwan", "china")
    assert parts("Kenya") is None


def test_abbreviations():
    """A full stop leaves a word open; a few are known without one; small words are left out."""
    (words,) = abbreviations("St. Dem. Rep of the Kenya")
    assert words == (("saint", True), ("dem", False), ("rep", False), ("kenya", True))
    assert [fits(word, "democratic") for word in words] == [False, True, False, False]


def test_formal_words():
    """They are dropped before a name, and are none themselves."""
    assert informal("federal republic of germany") == "germany"
    assert informal("kingdom of the netherlands") == "netherlands"
    assert informal("state of georgia") == "state of georgia"
    assert is_formal("islamic republic")
    assert not is_formal("arab")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("\u2014topic itrs", ["--topic", "itrs"]),
        ("\u2013-format json", ["--format", "json"]),
        ("-\u2013topic=itrs", ["--topic=itrs"]),
        ("\u2013f json", ["-f", "json"]),
        ("\u2014 5", ["\u2014", "5"]),
        ("-- \u2014topic", ["--", "\u2014topic"]),
        ("--bloc \u201cArab states\u201d", ["--bloc", "Arab states"]),
        ("--bloc=\u201eArab states\u201c ai", ["--bloc=Arab states", "ai"]),
        ("\xabArab states\xbb \u2018Kenya\u2019", ["Arab states", "Kenya"]),
        ("\u201cArab states", ["\u201cArab", "states"]),
        ("ITU\u2019s role", ["ITU\u2019s", "role"]),
    ],
)
def test_mended(typed, read):
    """Typographic dashes and quotation marks do as hyphens and plain marks do."""
    assert mended(typed.split()) == read


@pytest.mark.parametrize(
    ("argv", "title"),
    [
        (["topics", "itrs"], "International Telecommunication Regulations"),
        (["topics", "--full", "open", "ran"], "Open RAN"),
        (["resolutions", "102"], "Resolution 102"),
        (["resolutions", "Res.", "130"], "Resolution 130"),
        (["blocs", "kenya"], "Kenya"),
        (["blocs", "arab", "states"], "Arab states"),
        (["terms", "ngso"], "NGSO"),
        (["bloc", "Republic", "of", "T\xfcrkiye"], "T\xfcrkiye"),
    ],
)
def test_a_plural_with_a_name(itupp, argv, title):
    """The singular answers it."""
    result = itupp(*argv)
    assert result.code == 0
    assert result.out.lstrip().startswith(title)


def test_commas_between_names(itupp):
    """A filter and a comparison take several names at once."""
    both = itupp("positions", "--topic", "itrs,ai", "-f", "json")
    assert {position["topic"]["id"] for position in json.loads(both.out)} == {"itrs", "ai"}
    assert itupp("compare", "kenya,", "samoa") == itupp("compare", "kenya", "samoa")
    assert itupp("compare", "kenya,samoa") == itupp("compare", "kenya", "samoa")


@pytest.mark.parametrize("names", ["Kenya Samoa Saudi Arabia", "Kenya and Samoa and Saudi Arabia"])
def test_a_comparison_without_quotes(itupp, names):
    """The longest names that words make up are compared."""
    quoted = itupp("compare", "Kenya", "Samoa", "Saudi Arabia")
    assert quoted.code == 0
    assert itupp("compare", *names.split()) == quoted


@pytest.mark.parametrize("option", ["\u2014topic", "\u2013-topic", "\u2014topic=itrs"])
def test_typographic_dashes(itupp, option):
    """An option is taken for one, and that is told."""
    result = itupp("positions", option, *([] if "=" in option else ["itrs"]))
    plain = option.replace("\u2013-", "--").replace("\u2014", "--")
    assert result.code == 0
    assert result.out.lstrip().startswith("4 of 30 positions")
    assert result.err == f'itupp: "{option}" is read as {plain}\n'


def test_typographic_quotation_marks(itupp):
    """What stands between them is one value, in as many words as it is."""
    plain = itupp("positions", "--bloc", "Arab states")
    assert plain.code == 0
    assert itupp("positions", "--bloc", "\u201cArab", "states\u201d") == plain
    assert itupp("positions", "--bloc", "\u201cArab states\u201d") == plain


@pytest.mark.parametrize("form", ["JSON", "Json"])
def test_formats_in_capitals(itupp, form):
    """A choice may be written in any case."""
    assert itupp("topics", "-f", form) == itupp("topics", "-f", "json")


@pytest.mark.parametrize("name", ["Taiwan", "Hong Kong", "Niue"])
def test_a_bare_name_that_is_unlisted(itupp, name):
    """One sentence says so, and that is not answered."""
    message = f'itupp: "{name}" is not among the countries here: not a Member State of the ITU\n'
    assert itupp(*name.split()) == (1, "", message)
    assert itupp("bloc", name) == (1, "", message)
    assert itupp("compare", "kenya", name) == (1, "", message)


def test_a_home_that_the_shell_left_alone(itupp, monkeypatch, tmp_path):
    """A `~` is one's home on the command line and in the environment; a file so called comes first.

    Where there is no such home, the path is what is typed.
    """
    (tmp_path / "x.yaml").write_text(
        "briefing: {title: T}\n"
        "topics: [{id: lamps, title: Lamps, positions: [{summary: S., proponents: [fr]}]}]\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    assert "Lamps" in itupp("topics", "--data=~/x.yaml").out
    assert "~nobody-of-this-name/x.yaml" in itupp("--data=~nobody-of-this-name/x.yaml").err
    monkeypatch.setenv("ITUPP_DATA", "~/x.yaml")
    assert "Lamps" in itupp("topics").out

"""Text as people type it and read it."""

import pytest

from itupp.text import (
    apart,
    fold,
    formula,
    harmless,
    harmless_from,
    one_line,
    pieces,
    plain,
    shell_word,
    shortened,
    unbroken,
    unseen_written_out,
    visible,
    ways_to_type,
    width_of,
    worded,
)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Arab states", "arab states"),
        ("ARAB-STATES", "arab states"),
        ("  “Arab   states” ", "arab states"),
        ("Côte d'Ivoire", "cote divoire"),
        ("Côte d\u2019Ivoire", "cote divoire"),
        ("U.S.A.", "usa"),
        ("Res. 102", "res 102"),
        ("Straße", "strasse"),
        ("Åland", "aland"),
        ("?!", ""),
        ("日本", "日本"),
    ],
)
def test_fold(typed, folded):
    """Case, accents, punctuation and spacing do not count."""
    assert fold(typed) == folded


def test_visible():
    """Control characters are shown, all else is left alone."""
    assert visible("a\x1b[31mb\x07\x9b") == "a\\x1b[31mb\\x07\\x9b"
    assert visible("a\u202eb\u2066c") == "a\\u202eb\\u2066c"
    assert visible("é [x] \t\n\u200f") == "é [x] \t\n\u200f"


def test_one_line():
    """White space of any kind is one space."""
    assert one_line(" a\n  b\tc ") == "a b c"
    assert one_line("\u3000\xe9\u2003\u2028b\u3000") == "\xe9 b"


@pytest.mark.parametrize("blank", ["\u00a0", "\u2007", "\u202f"])
def test_blanks_that_do_not_break_stay(blank):
    """They are signs of the text."""
    assert one_line(f"12{blank}000  lamps") == f"12{blank}000 lamps"


@pytest.mark.parametrize(
    ("line", "folds"),
    [
        ("oil or current", "oil or current"),
        ("Türkiye's lamps", "Türkiye's lamps"),
        ("灯塔", "灯|塔"),
        ("A灯B", "A|灯|B"),
        ("灯\uff0c塔\uff08港\uff09。", "灯\uff0c|塔|\uff08港\uff09。"),
        ("《灯》…", "《灯》…"),
        ("ランプ", "ラ|ン|プ"),
        ("データ", "デー|タ"),
        ("กำลัง", "กำ|ลั|ง"),
        ("เกาะ", "เกาะ"),
        ("မာမီ", "မာ|မီ"),
        ("등대 불빛", "등대 불빛"),
    ],
)
def test_pieces(line, folds):
    """Words, and letters of scripts that have no blanks, with the signs that go with them."""
    told = "".join(f"{gap or '|'}{piece}" for gap, piece in pieces(line)).removeprefix(" ")
    assert told == folds
    assert "".join(gap + piece for gap, piece in pieces(line)) == f" {line}"


def test_what_is_not_seen_is_written_out():
    """Signs without a shape, and blanks that are none; nothing else."""
    told = unseen_written_out("a\u200bb\u00ad c\u00a0\u3000\u00e9 \u706f")
    assert told == "a<U+200B>b<U+00AD> c<U+00A0><U+3000>\u00e9 \u706f"
    assert unseen_written_out("a\tb") == "a\tb"


@pytest.mark.parametrize(
    ("text", "ascii"),
    [
        ("Türkiye, Côte d\u2019Ivoire", "Turkiye, Cote d'Ivoire"),
        ("\u201cSpace2030\u201d \u2013 2026\u2026", '"Space2030" - 2026...'),
        ("\uff21 \u00bd", "A 1/2"),
        ("a \u2260 b", "a =/ b"),
        ("漢字 \ud800", "?? ?"),
    ],
)
def test_plain(text, ascii):
    """In ASCII text stays readable as far as it can."""
    assert plain(text) == ascii


@pytest.mark.parametrize(
    "text",
    [
        "arab-states",
        "102",
        "Res.102",
        "a_b",
        "\u092b\u0940\u0938",
        "\u00e9t\u00e9",
        "\u706f\u5854",
        "..",
        "a-",
    ],
)
def test_harmless(text):
    """Letters of any script with their vowel signs, digits, `.`, `-` and `_`."""
    assert harmless(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-a",
        "a b",
        "a;b",
        "$a",
        "a\\b",
        "`a`",
        "a\nb",
        "a\u00a0b",
        "a\u200bb",
        "\ufe69a",
        "\uff04",
        "\u2024",
        "\u203ca",
        "~a",
    ],
)
def test_not_harmless(text):
    """Signs, blanks and invisible characters, also those that become one in plain ASCII."""
    assert not harmless(text)


def test_harmless_from():
    """What would do instead has a dash for what cannot be, and is harmless or empty."""
    assert [harmless_from(text) for text in ("-a b--c", "a; rm #", "no\u200btes", "$")] == [
        "a-b-c",
        "a-rm",
        "notes",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ke", "ke"),
        ("tests/data.yaml", "tests/data.yaml"),
        ("Arab states", '"Arab states"'),
        ("C\u00f4te d\u2019Ivoire", '"C\u00f4te d\u2019Ivoire"'),
        ("7; touch x #", '"7; touch x #"'),
        ("-a", None),
        ("", None),
        ("a  b", None),
        ("a!", None),
        ("$a", None),
        ("`a`", None),
        ("a\\b", None),
        ('a"b', None),
        ("\u201ca\u201d", None),
        ("\uff04(a)", None),
        ("a\nb", None),
    ],
)
def test_shell_word(text, word):
    """As it stands or in double quotes; none for what bash, zsh, fish or PowerShell read apart."""
    assert shell_word(text) == word


def test_shortened():
    """What fits stays; the rest is cut between words; wide letters count twice, accents not."""
    assert shortened("", 5) == ""
    assert shortened("lamps", 5) == "lamps"
    assert shortened("the lamps", 6) == "the\u2026"
    assert shortened("lampshade", 6) == "lamps\u2026"
    assert shortened("\u706f\u5854\u706f", 5) == "\u706f\u5854\u2026"
    assert shortened("e\u0301te\u0301s", 4) == "e\u0301te\u0301s"


@pytest.mark.parametrize("text", ["=1", "+a", "-a", "@a", " =1", "\uff1d1", "-1-1", "+44 1"])
def test_formula(text):
    """What a spreadsheet may run."""
    assert formula(text)


@pytest.mark.parametrize("text", ["", "1", "-1", "+1.5", "a=1", "\u2013 a", "'=1"])
def test_no_formula(text):
    """A number and any other text."""
    assert not formula(text)


@pytest.mark.parametrize("sign", "'`\u00b4\u02bb\u02bc\u2018\u2019\u2032\uff07")
def test_apostrophes(sign):
    """Every sign that is typed for one is one, and joins or parts what it stands between."""
    assert fold(f"C\u00f4te d{sign}Ivoire") == fold(f"Cote d{sign}Ivoire") == "cote divoire"
    assert apart(f"dell{sign}Unione") == "dell Unione"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("\u0152uvre", "oeuvre"),
        ("\u00d8stfold", "ostfold"),
        ("\u0149", "n"),
        ("\u0141\u00f3d\u017a", "lodz"),
        ("Diyarbak\u0131r", "diyarbakir"),
        ("\u0110\u00e0 N\u1eb5ng", "da nang"),
        ("\u00de\u00f3r\u00f0ur \u00c6gir", "thordur aegir"),
        ("\u0126al \u018fli \u0181ir", "hal eli bir"),
        ("stra\u1e9ee", "strasse"),
        ("\u01bb \u0254", "\u01bb o"),
    ],
)
def test_letters_that_do_not_decompose(typed, folded):
    """They are what people write who have no such key."""
    assert fold(typed) == folded


@pytest.mark.parametrize(
    "sign", "\u00ad\u200b\u200c\u200d\u2060\ufeff\u061c\u202a\u034f\ufe0f\u20e3"
)
def test_signs_that_are_not_seen(sign):
    """They part no word, and do not count."""
    assert fold(f"tele{sign}communication{sign}") == "telecommunication"


@pytest.mark.parametrize(
    "words",
    [
        ["\u0915\u0932", "\u0915\u093e\u0932", "\u0915\u0940\u0932"],  # Hindi
        ["\u0995\u09b2", "\u0995\u09be\u09b2", "\u0995\u09cb\u09b2"],  # Bengali
        ["\u0b95\u0bb2\u0bcd", "\u0b95\u0bbe\u0bb2\u0bcd", "\u0b95\u0bb2"],  # Tamil
        ["\u0e02\u0e32\u0e27", "\u0e02\u0e49\u0e32\u0e27", "\u0e02\u0e48\u0e32\u0e27"],  # Thai
        ["\u17a2\u17b6", "\u17a2\u17b7", "\u17a2"],  # Khmer
        ["\u30cf\u30b9", "\u30cf\u30ba", "\u30d1\u30b9"],  # Japanese
    ],
)
def test_vowel_signs_belong_to_their_letters(words):
    """Words that differ by them alone are different words, none of which falls apart."""
    assert len(set(map(fold, words))) == len(words)
    assert all(" " not in fold(word) for word in words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("\u0634\u0640\u0640\u0628\u0627\u0628", "\u0634\u0628\u0627\u0628"),  # tatweel
        ("\u0639\u0644\u0649", "\u0639\u0644\u064a"),
        ("\u0645\u062f\u0631\u0633\u0629", "\u0645\u062f\u0631\u0633\u0647"),
        ("\u06a9\u06cc", "\u0643\u064a"),  # as Persian keyboards write it
        ("\u0643\u064e\u062a\u064e\u0628", "\u0643\u062a\u0628"),
        ("\u0623\u0645\u0629", "\u0627\u0645\u0629"),
        ("\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", "\u05e9\u05dc\u05d5\u05dd"),
        ("\u092b\u093c\u093f\u0932\u094d\u092e", "\u092b\u093f\u0932\u094d\u092e"),
        ("\u0661\u0660\u0662", "102"),
    ],
)
def test_what_writers_leave_out(typed, meant):
    """Points, and the shapes of one letter, do not count."""
    assert fold(typed) == fold(meant)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("10.2", "10.2"),
        ("1'02", "1.02"),
        ("2\u2019030 caf\u00e9s", "2.030 cafes"),
        ("v1.2.", "v1.2"),
        ("Art. 4.2.", "art 4.2"),
        ("Res.102", "res102"),
        (".5 5. '90s", "5 5 90s"),
        ("10..2 wait...what", "10 2 wait what"),
    ],
)
def test_full_stops_in_numbers(typed, folded):
    """They stay between digits, and nowhere else."""
    assert fold(typed) == folded


def test_composed_and_decomposed_letters():
    """They are alike, in whatever order their marks are typed."""
    assert fold("e\u0301te\u0301") == fold("\u00e9t\u00e9") == "ete"
    assert fold("\u30cf\u3099") == fold("\u30d0")
    assert fold("\u1112\u1161\u11ab") == fold("\ud55c")


def test_worded():
    """Where there are no blanks, every letter may begin a word; other words stay whole."""
    assert worded("ITU\u7406\u4e8b\u4f1a") == "itu \u7406 \u4e8b \u4f1a"
    assert worded("\u0e44\u0e17\u0e22") == "\u0e44 \u0e17 \u0e22"
    assert worded("\ud55c\uad6d caf\u00e9") == "\ud55c\uad6d cafe"
    assert worded("caf es") == "caf es"


def test_ways_to_type():
    """Articles are joined or parted, and umlauts drop their dots or are spelt out."""
    assert list(ways_to_type("Lamps")) == ["lamps"]
    assert list(ways_to_type("l'Union")) == ["lunion", "l union"]
    assert list(ways_to_type("l'U\u0308ber")) == ["luber", "l uber", "lueber", "l ueber"]


@pytest.mark.parametrize(
    ("letter", "two"),
    [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe")],
)
def test_letters_spelt_out(letter, two):
    """In either case."""
    assert f"x{two}x" in ways_to_type(f"x{letter}x")
    assert f"{two}x" in ways_to_type(f"{letter.upper()}x")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("my  two", "my  two"),
        (" a\tb\r\nc ", " a b  c "),
        ("a\x1b[2J\u202eb", "a\\x1b[2J\\u202eb"),
        ("a\u2028b\u00a0c", "a b\u00a0c"),
    ],
)
def test_unbroken(text, shown):
    """Blanks stay, what ends a line becomes one, and what drives a terminal is written out."""
    assert unbroken(text) == shown


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("\u706f\u5854", 4), ("e\u0301", 1), ("", 0)]
)
def test_width(text, columns):
    """Wide letters take two columns, and marks above a letter none."""
    assert width_of(text) == columns


@pytest.mark.parametrize("sign", "\u202a\u202e\u2066\u2069")
def test_signs_that_change_the_order(sign):
    """From the first to the last they are written out."""
    assert visible(sign) == f"\\u{ord(sign):04x}"

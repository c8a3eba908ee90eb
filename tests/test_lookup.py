"""From what a person typed to the record they mean."""

import re
from collections import Counter

import names_tried
import pytest
from aids import briefing_of

from itupp import lookup
from itupp.briefing import Country
from itupp.lookup import NotFoundError
from itupp.text import fold


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("arab-states", "arab-states"),
        ("ARAB-STATES", "arab-states"),
        ("Arab states", "arab-states"),
        ("  arab   STATES ", "arab-states"),
        ("arab", "arab-states"),
        ("african", "african-states"),
        ("american", "american-states"),
        ("RCC", "rcc-states"),
        ("Regional Commonwealth in the Field of Communications", "rcc-states"),
        ("USA", "us"),
        ("U.S.", "us"),
        ("us", "us"),
        ("united", "us"),
        ("Brasil", "br"),
        ("England", "gb"),
        ("RSA", "za"),
        ("FYROM", "mk"),
        ("solomon", "sb"),
        ("CEPT", "european-states"),
        ("ECP", "european-states"),
        ("ATU", "african-states"),
        ("CITEL", "american-states"),
        ("LAS", "arab-states"),
        ("APT", "apt"),
        ("NO", "no"),
        ("Niger", "ne"),
        ("Guinea", "gn"),
        ("Republic of the Congo", "cg"),
        ("DRC", "cd"),
        ("Cote d'Ivoire", "ci"),
        ("turkiye", "tr"),
        ("Czech Republic", "cz"),
        ("UAE", "ae"),
        ("kenya", "ke"),
    ],
)
def test_proponents(pp22, typed, id):
    """Ids, names, acronyms, ISO codes and unique beginnings name a bloc or a country."""
    assert lookup.proponent(pp22, typed).id == id


@pytest.mark.parametrize(
    "typed", ["102", "Res. 102", "res102", "Resolution 102", "RESOLUTION  102", "No. 102"]
)
def test_resolution_numbers(pp22, typed):
    """A number may be written in all the usual ways."""
    assert lookup.resolution(pp22, typed).id == "102"


def test_drafts(pp22):
    """A draft answers to its id, its title and a unique beginning of that."""
    assert lookup.resolution(pp22, "draft-ai").id == "draft-ai"
    assert lookup.resolution(pp22, "resolution on ai").id == "draft-ai"


def test_a_number_is_never_shortened(pp22):
    """Resolution 10 is not taken for Resolution 102."""
    with pytest.raises(NotFoundError, match=r'^no resolution "10"'):
        lookup.resolution(pp22, "10")


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("ITRs", "itrs"),
        ("itr", "itrs"),
        ("cyber", "cybersecurity"),
        ("AI", "ai"),
        ("space", "outer-space"),
    ],
)
def test_topics(pp22, typed, id):
    """Topics answer to ids, titles, aliases and unique beginnings."""
    assert lookup.topic(pp22, typed).id == id


@pytest.mark.parametrize(
    "typed", ["itrs-3", "ITRs-3", "itr 3", "International Telecommunication Regulations 3"]
)
def test_positions(pp22, typed):
    """A position is a topic, however it is named, and a number."""
    assert lookup.position(pp22, typed).id == "itrs-3"


@pytest.mark.parametrize("typed", ["3", "-3", "- 3"])
def test_a_number_alone_is_no_position(pp22, typed):
    """It is said what an id is, and not that there is no such topic."""
    with pytest.raises(NotFoundError, match=f'^no position "{typed}"; an id is a topic and a num'):
        lookup.position(pp22, typed)


def test_addressees_and_sections(pp22):
    """Addressees and sections are named like everything else."""
    assert lookup.addressee(pp22, "SG").id == "secretary-general"
    assert lookup.section(pp22, "controversy").id == "controversy"


def test_every_country(pp22):
    """Each answers to its codes, its name and its aliases, in any case, and none to another's."""
    assert len(pp22.countries) == 195
    for country in pp22.countries.values():
        assert len(country.id) == 2
        assert len(country.alpha3) == 3
        for name in country.names:
            assert lookup.proponent(pp22, name) is country
            assert lookup.proponent(pp22, name.upper()) is country


def test_no_name_is_claimed_twice(pp22):
    """No two blocs or countries, topics, resolutions or addressees share a name."""
    for records in (
        pp22.everyone,
        pp22.topics.values(),
        pp22.resolutions.values(),
        pp22.addressees.values(),
    ):
        claimed = Counter()
        for record in records:
            claimed.update({fold(name) for name in record.names})
        assert [name for name, times in claimed.items() if times > 1] == []


def test_those_who_speak_come_first(tiny):
    """A beginning is looked for among those with a position before all others."""
    assert lookup.proponent(tiny, "nort").id == "northern-coast"
    assert lookup.proponent(tiny, "norw").id == "no"


ALL = " (all of them: itupp blocs --all)"
CONGOS = '"Democratic Republic of the Congo" or "Republic of the Congo"'
NO_NUMBER = "; an id is a topic and a number (all of them: itupp positions)"


@pytest.mark.parametrize(
    ("find", "typed", "message"),
    [
        (lookup.proponent, "arba", f'no bloc or country "arba"; did you mean "Arab states"?{ALL}'),
        (lookup.proponent, "", f'no bloc or country ""{ALL}'),
        (lookup.proponent, "?", f'no bloc or country "?"{ALL}'),
        (lookup.proponent, "Xyzzy", f'no bloc or country "Xyzzy"{ALL}'),
        (lookup.proponent, "Congo", f'"Congo" can be {CONGOS}{ALL}'),
        (lookup.proponent, "kenia", f'no bloc or country "kenia"; did you mean "Kenya"?{ALL}'),
        (
            lookup.topic,
            "cyberx",
            'no topic "cyberx"; did you mean "cybersecurity"? (all of them: itupp topics)',
        ),
        (lookup.resolution, "201", 'no resolution "201" (all of them: itupp resolutions)'),
        (lookup.section, "calm", 'no section "calm" (all of them: controversy, watch)'),
        (lookup.position, "itrs-9", 'no position "itrs-9"; there is itrs-1 to itrs-4'),
        (lookup.position, "itrs-0", 'no position "itrs-0"; there is itrs-1 to itrs-4'),
        (lookup.position, "itrs", f'no position "itrs"{NO_NUMBER}'),
        (lookup.position, "102", f'no position "102"{NO_NUMBER}'),
    ],
)
def test_ask_never_guess(pp22, find, typed, message):
    """What is unknown or ambiguous is told in one line, with what is near and where all are."""
    with pytest.raises(NotFoundError) as error:
        find(pp22, typed)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("Resolution 130 (Rev. Bucharest, 2022)", "130"),
        ("Res. 102 (rev. Dubai 2018)", "102"),
        ("res102", "102"),
    ],
)
def test_as_resolutions_are_cited(pp22, typed, id):
    """The revision that follows the number is no part of the name."""
    assert lookup.resolution(pp22, typed).id == id


@pytest.mark.parametrize(
    ("find", "typed", "meant"),
    [
        (lookup.proponent, "ivoire", '"C\xf4te d\'Ivoire"'),
        (lookup.proponent, "Emirates", '"United Arab Emirates"'),
        (lookup.resolution, "industry", '"draft-industry"'),
        (
            lookup.resolution,
            "space",
            '"Resolution 186" or "draft-space2030" or "draft-outer-space"',
        ),
        (lookup.topic, "governance", '"Internet governance"'),
    ],
)
def test_words_inside_a_name(pp22, find, typed, meant):
    """They are a suggestion and never an answer; what begins with one word may be about another."""
    question = re.escape(f"did you mean {meant}? (all of them")
    with pytest.raises(NotFoundError, match=question):
        find(pp22, typed)


@pytest.mark.parametrize(
    ("typed", "id"), [("the US", "us"), ("The Arab states", "arab-states"), ("the UAE", "ae")]
)
def test_a_leading_article(pp22, typed, id):
    """People write one before names that the data has without it."""
    assert lookup.proponent(pp22, typed).id == id


@pytest.mark.parametrize("typed", ["qq", "of", "un"])
def test_two_letters_are_a_code_or_nothing(pp22, typed):
    """They are not the beginning of a name."""
    with pytest.raises(NotFoundError, match=r"^no bloc or country .* \(all of them"):
        lookup.proponent(pp22, typed)


@pytest.mark.parametrize("typed", ["republc", "xanadu", "GCC", "offf", "states"])
def test_no_far_fetched_suggestions(pp22, typed):
    """A word that is in several names, or hardly alike, suggests nothing."""
    with pytest.raises(NotFoundError, match=f'^no bloc or country "{typed}" \\(all of them'):
        lookup.proponent(pp22, typed)


def test_a_long_number(pp22):
    """It is a place that there is not, however long."""
    with pytest.raises(NotFoundError, match=r"^no topic"):
        lookup.position(pp22, "itrs-" + "1" * 5000)


def test_what_stands_between_names(pp22):
    """An "and" is no name where several are given; without quotes it can be part of one."""
    two = lookup.proponents(pp22, ["arab", "and", "african"])
    assert [found.id for found in two] == ["arab-states", "african-states"]
    one = lookup.proponents(pp22, ["antigua", "and", "barbuda"])
    assert [found.id for found in one] == ["ag"]


def test_the_only_position(tiny):
    """Where a topic has one position, that one is named."""
    with pytest.raises(NotFoundError, match=r'^no position "horns-2"; there is horns-1$'):
        lookup.position(tiny, "horns-2")


def test_terms(pp22):
    """Terms answer to ids, names, what they stand for and beginnings of that."""
    for typed in ("icann", "ICANN", "internet corporation"):
        assert lookup.term(pp22, typed).id == "icann"
    with pytest.raises(NotFoundError, match=r'^no term "xyzzy" \(all of them: itupp terms\)$'):
        lookup.term(pp22, "xyzzy")


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("arab", "arab-states"),
        ("kenya", "ke"),
        ("ITRs", "itrs"),
        ("AI", "ai"),
        ("102", "102"),
        ("Res. 130 (Rev. Dubai, 2018)", "130"),
        ("draft-ai", "draft-ai"),
    ],
)
def test_subjects(pp22, typed, id):
    """A bloc, a country, a topic and a resolution can be asked for alike."""
    assert lookup.subject(pp22, typed).id == id


def test_no_subject(pp22):
    """The lists of what there is are named."""
    listing = "all of them: itupp blocs --all, itupp topics"
    with pytest.raises(NotFoundError) as error:
        lookup.subject(pp22, "xyzzy")
    assert str(error.value) == f'no bloc, country, topic or resolution "xyzzy" ({listing})'


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("AI", ("topic", "ai")),
        ("Arab states", ("bloc", "arab-states")),
        ("res 102", ("resolution", "102")),
        ("itrs-3", ("position", "itrs-3")),
        ("ICANN", ("term", "icann")),
        ("xyzzy", None),
    ],
)
def test_the_command_that_answers(pp22, typed, command):
    """Topics are tried first, then blocs and countries, resolutions, positions and terms."""
    assert lookup.command(pp22, typed) == command


def test_several_names(pp22):
    """Names are the longest that words make up, in their order, with or without commas."""
    pair = lookup.proponents(pp22, ["arab", "kenya"])
    assert [found.id for found in pair] == ["arab-states", "ke"]
    assert lookup.proponents(pp22, []) == []
    for typed, ids in (
        ("arab states kenya", ["arab-states", "ke"]),
        ("Kenya Samoa Saudi Arabia", ["ke", "ws", "sa"]),
        ("kenya, samoa", ["ke", "ws"]),
        ("Papua New Guinea Guinea Bissau and Guinea", ["pg", "gw", "gn"]),
        ("Trinidad and Tobago and the United States", ["tt", "us"]),
        ("Korea, North", ["kp"]),
    ):
        assert [found.id for found in lookup.proponents(pp22, typed.split())] == ids
    quoted = lookup.proponents(pp22, ["Korea, North", "arab,kenya"])
    assert [found.id for found in quoted] == ["kp", "arab-states", "ke"]
    with pytest.raises(NotFoundError, match=r'^"congo" can be'):
        lookup.proponents(pp22, ["congo", "kenya"])
    with pytest.raises(NotFoundError, match=r'^no bloc or country "xyzzy"'):
        lookup.proponents(pp22, ["arab", "xyzzy"])


def test_a_split_name(pp22):
    """It is told where words that stand side by side are one name, wherever they stand."""
    with pytest.raises(
        NotFoundError, match=r'^a name of several words needs quotes: "arab states"'
    ):
        lookup.refuse_split_name(["the", "arab", "states"], pp22.everyone)
    lookup.refuse_split_name(["arab", "of", "states"], pp22.everyone)
    lookup.refuse_split_name(["kenya"], pp22.everyone)


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("Korea, North", "kp"),
        ("Tanzania, United Republic of", "tz"),
        ("Gambia, The", "gm"),
        ("Congo, Dem. Rep.", "cd"),
        ("Moldova (Republic of)", "md"),
        ("Korea, Dem. People's Rep.", "kp"),
        ("Congo (Republic of the)", "cg"),
        ("Macedonia, North", "mk"),
        ("Myanmar (Burma)", "mm"),
        ("Trinidad & Tobago", "tt"),
        ("Antigua & Barbuda", "ag"),
        ("S\xe3o Tom\xe9 & Pr\xedncipe", "st"),
        ("the United States", "us"),
        ("The Philippines", "ph"),
        ("the Kingdom of Norway", "no"),
        ("Dem. Rep. of the Congo", "cd"),
        ("Dem Rep Congo", "cd"),
        ("St. Lucia", "lc"),
        ("S. Africa", "za"),
        ("N. Korea", "kp"),
        ("Eq. Guinea", "gq"),
        ("Rep. of Korea", "kr"),
        ("Papua N. Guinea", "pg"),
        ("U. K.", "gb"),
        ("C\xf4te d\u02bcIvoire", "ci"),
        ("Lao People\u2019s Democratic Republic", "la"),
        ("Cote d\u02bbIvoire", "ci"),
        ("Ceylon", "lk"),
        ("Zaire", "cd"),
        ("Upper Volta", "bf"),
        ("Dutch", "nl"),
        ("Swiss", "ch"),
        ("Greek", "gr"),
        ("Republic of T\xfcrkiye", "tr"),
        ("French Republic", "fr"),
        ("Kingdom of the Netherlands", "nl"),
        ("Federal Democratic Republic of Ethiopia", "et"),
        ("Republic of Korea", "kr"),
        ("Democratic People's Republic of Korea", "kp"),
        ("People's Republic of China", "cn"),
    ],
)
def test_names_as_others_write_them(pp22, typed, id):
    """Turned round, shortened, formal, of former times: whose they are is beyond doubt."""
    assert lookup.proponent(pp22, typed).id == id


@pytest.mark.parametrize(
    "typed",
    [
        "Taiwan",
        "Chinese Taipei",
        "Republic of China",
        "ROC",
        "China, Republic of",
        "Rep. of China",
        "Taiwan, China",
        "Republic of China (Taiwan)",
        "China, Hong Kong SAR",
        "Hong Kong",
        "Macau",
        "Kosovo",
        "Republic of Kosovo",
        "Cook Is.",
        "N. Cyprus",
        "American Samoa",
        "Soviet Union",
    ],
)
def test_who_is_no_country_here(pp22, typed):
    """Who is unlisted is said to be so, with the record's note, and never answered with another."""
    message = (
        f'^"{re.escape(typed)}" is not among the countries here: no.* Member State of the ITU$'
    )
    for find in (lookup.proponent, lookup.subject):
        with pytest.raises(NotFoundError, match=message):
            find(pp22, typed)
    with pytest.raises(NotFoundError, match=message):
        lookup.refuse_unlisted(pp22, typed)


@pytest.mark.parametrize("typed", ["EU", "the European Union", "european-union", "european union"])
def test_a_participant(pp22, typed):
    """One who is neither bloc nor country is found like these, unlisted elsewhere or not."""
    assert lookup.proponent(pp22, typed).kind == "regional organisation"
    assert lookup.command(pp22, typed) == ("bloc", "european-union")


def test_what_a_history_is_of(pp22):
    """A topic, a resolution, a question of this conference or of the record, or a proponent."""
    recorded = {
        "ITRs": "itrs",
        "Resolution 102 (Rev. Dubai, 2018)": "102",
        "review": "review",
        "scope": "scope",
        "How much should the ITRs cover?": "scope",
        "Arab states": "arab-states",
        "Secretary-General of the ITU": "itu-secretary-general",
        "Fiji": "fj",
    }
    found = {typed: lookup.recorded(pp22, typed).id for typed in recorded}
    assert found == recorded
    with pytest.raises(NotFoundError, match=r"^no topic, question, resolution or bloc"):
        lookup.recorded(pp22, "frobnicate")


def test_questions_of_one_id(tmp_path):
    """It is asked which is meant."""
    one, other = (
        f"{{id: {id}, title: {id}, questions: [{{id: q, text: 'More {id}?', sides: {{y: Yes}}}}], "
        "positions: [{summary: S., proponents: [fr], answers: {q: y}}]}"
        for id in ("fog", "ice")
    )
    briefing = briefing_of(tmp_path, f"briefing: {{title: T}}\ntopics: [{one}, {other}]\n")
    with pytest.raises(NotFoundError) as error:
        lookup.recorded(briefing, "q")
    assert str(error.value) == '"q" can be "More fog?" (fog), "More ice?" (ice)'
    assert lookup.recorded(briefing, "more ice").topic.id == "ice"


def test_an_entry(pp22):
    """It is found by its id alone, and the record is read only for what looks like one."""
    assert lookup.entry(pp22, " ITRs-2012-4 ").id == "itrs-2012-4"
    assert lookup.command(pp22, "itrs-2012-4") == ("history", "itrs-2012-4")
    for typed in ("itrs-2012-99", "itrs-2012", "scope"):
        with pytest.raises(NotFoundError, match=f'^no entry "{typed}"'):
            lookup.entry(pp22, typed)


def test_a_country_of_a_dataset_s_own(tmp_path):
    """Where the dataset has a country that is unlisted for others, that country is meant."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "countries: [{id: kosovo, name: Kosovo}]\n"
        "topics: [{id: t, title: T, positions: [{summary: S., proponents: [kosovo]}]}]\n",
    )
    assert lookup.proponent(briefing, "Kosovo").id == "kosovo"
    assert lookup.proponent(briefing, "Republic of Kosovo").id == "kosovo"
    lookup.refuse_unlisted(briefing, "Kosovo")


@pytest.mark.parametrize(
    "typed",
    [
        *("Korea", "Congo", "Republic", "Kingdom", "Union", "Islands", "Commonwealth"),
        *("Islamic Republic", "Democratic Republic of China", "Democratic Republic of Korea"),
        *("State of Georgia", "Virgin Islands", "Republic of", "S. A.", "Republic of Nor"),
    ],
)
def test_what_several_are_called_is_nobody_s_name(pp22, typed):
    """Formal words, the middle of a name, and what two states have in common are asked about."""
    with pytest.raises(NotFoundError):
        lookup.proponent(pp22, typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("Resolution No. 102", "Res. no. 102", "\u2116 102", "Res. 102 (Rev. Dubai, 2018)"),
        *("resolution number 102", "Resol. 102", "#102"),
    ],
)
def test_ways_to_cite_a_resolution(pp22, typed):
    """With a word for its number, short or in full."""
    assert lookup.resolution(pp22, typed).id == "102"


@pytest.mark.parametrize("typed", ["10.2", "102.5", "1'02", "1,02", "Res. 10.2"])
def test_a_number_with_a_sign_in_it_is_another(pp22, typed):
    """What divides a number is not passed over."""
    with pytest.raises(NotFoundError, match=r"^no resolution"):
        lookup.resolution(pp22, typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Frence", '"France"'),
        ("Arab countries", '"Arab states"'),
        ("Republic of Keniya", '"Kenya"'),
        ("Untied Kingdom", '"United Kingdom"'),
        ("koria", '"North Korea" or "South Korea"'),
        ("saudiarabia", '"Saudi Arabia"'),
        ("Nigera", '"Niger" or "Nigeria"'),
    ],
)
def test_names_misspelt(pp22, typed, meant):
    """The words that tell records apart count, and of two that are as near both are named."""
    question = re.escape(f"did you mean {meant}? (all of them")
    with pytest.raises(NotFoundError, match=question):
        lookup.proponent(pp22, typed)


@pytest.mark.parametrize(
    "typed", ["United Arab Republic", "Dutch New Guinea", "Republic of Xanadu", "British Kenya"]
)
def test_nothing_rather_than_something_far(pp22, typed):
    """A word that is in no name near is enough for no suggestion."""
    with pytest.raises(NotFoundError, match=r'" \(all of them'):
        lookup.proponent(pp22, typed)


def test_a_topic_whose_id_is_its_title(tmp_path):
    """Its id and its title are one owner, so it is suggested."""
    briefing = briefing_of(
        tmp_path,
        "briefing: {title: T}\n"
        "topics: [{id: lights, title: Lights, positions: [{summary: S., proponents: [fr]}]}]\n",
    )
    with pytest.raises(NotFoundError, match='did you mean "Lights"'):
        lookup.topic(briefing, "lihgts")


def test_names_with_commas_between(pp22):
    """One value may hold several names; one that is a name with its comma is one."""
    assert [topic.id for topic in lookup.several(pp22, lookup.topic, "itrs,ai")] == ["itrs", "ai"]
    found = lookup.several(pp22, lookup.proponent, "Korea, North")
    assert [country.id for country in found] == ["kp"]
    with pytest.raises(NotFoundError, match=r'^no topic "xyzzy"'):
        lookup.several(pp22, lookup.topic, "itrs,xyzzy")
    with pytest.raises(NotFoundError, match=r'^no topic "xyzzy,"'):
        lookup.several(pp22, lookup.topic, "xyzzy,")


def test_names_tried(pp22):
    """None of some hundred names from public lists is answered with another state."""
    names = names_tried.tried(300, 1865, set(pp22.countries))
    verdicts = {name: names_tried.verdict(pp22, name) for name in names}
    assert {name for name, found in verdicts.items() if found.startswith("wrong")} == set()
    assert "right" in verdicts.values()


@pytest.mark.parametrize(
    "find", [lookup.topic, lookup.proponent, lookup.resolution, lookup.subject, lookup.term]
)
@pytest.mark.parametrize("part", ["x", "x ", "9", ", ", "(rev ", "  "])
def test_what_is_too_long_for_a_name(pp22, find, part):
    """It is compared with no name, which would take minutes, and told by its beginning."""
    typed = f"102{part * 50_000}x"
    with pytest.raises(lookup.NotFoundError) as refused:
        find(pp22, typed)
    assert len(str(refused.value)) < 150


def test_many_words_that_are_no_names(pp22):
    """The first ends it; and filters look for names of so many words as there are."""
    words = [f"w{number}" for number in range(2000)]
    with pytest.raises(lookup.NotFoundError, match='no bloc or country "w0"'):
        lookup.proponents(pp22, words)
    lookup.refuse_split_name(words, pp22.everyone)
    with pytest.raises(lookup.NotFoundError, match='needs quotes: "Saudi Arabia"'):
        lookup.refuse_split_name([*words, "Saudi", "Arabia"], pp22.everyone)


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Lamps", "Lamps"),
        ("a" * 40, "a" * 40),
        ("a" * 41, "id"),
        ("Lamps $(touch x)", "id"),
        ("Lamps `x`", "id"),
        ("Lamps !x", "id"),
        ("-x", "id"),
    ],
)
def test_what_is_proposed_for_a_record(name, proposed):
    """Its label, or its id where that is long or a shell would not read it as it is."""
    assert lookup._short(Country(id="id", name=name)) == proposed


@pytest.mark.parametrize("word", ["and", "vs", "vs.", "v.", "versus", "&"])
def test_words_between_two_names(pp22, word):
    """They are no part of either."""
    found = lookup.proponents(pp22, ["kenya", word, "brazil"])
    assert [proponent.id for proponent in found] == ["ke", "br"]

"""Names of countries as others write them, typed at `itupp`.

`python tests/names_tried.py [NAMES [SEED]]` prints how so many names are answered.
The names are those of pycountry and of Unicode's CLDR (by babel) in English, and what is made of
them: turned round at a comma or in brackets, abbreviated, with an article, in capitals, without
accents, with other apostrophes. An answer is right where it is the state whose ISO code the list
gives; it is asked where several are proposed, refused where none is, and wrong otherwise.
"""

import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pycountry
from babel import Locale

from itupp import lookup
from itupp.briefing import Briefing
from itupp.loading import load

TODAY = {
    "BU": "mm", "BYS": "by", "BY": "by", "CSHH": None, "DDDE": None, "DYBJ": "bj", "HVBF": "bf",
    "NHVU": "vu", "RHZW": "zw", "SUHH": None, "TPTL": "tl", "VDVN": "vn", "YDYE": "ye",
    "YUCS": None, "CSXX": None, "ZRCD": "cd", "BUMM": "mm", "BYAA": "by",
}  # fmt: skip
"""What the codes of ISO 3166-3 became, for the states among them; all others became no state."""

HISTORICAL = {
    "Zaire": "cd", "Burma": "mm", "Swaziland": "sz", "Czech Republic": "cz", "Macedonia": "mk",
    "Cape Verde": "cv", "Ivory Coast": "ci", "Upper Volta": "bf", "Ceylon": "lk", "Siam": "th",
    "Persia": "ir", "Dahomey": "bj", "Abyssinia": "et", "Western Samoa": "ws", "East Timor": "tl",
    "Byelorussia": "by", "FYROM": "mk", "Turkey": "tr", "Holland": "nl", "Great Britain": "gb",
    "Rhodesia": "zw", "Gold Coast": "gh", "Basutoland": "ls", "Bechuanaland": "bw",
    "British Honduras": "bz", "New Hebrides": "vu", "Nyasaland": "mw", "Kampuchea": "kh",
    "Soviet Union": None, "USSR": None, "Yugoslavia": None, "Czechoslovakia": None,
    "East Germany": None, "Serbia and Montenegro": None, "Republic of China": None,
    "Netherlands Antilles": None, "Formosa": None, "Kosovo": None, "Somaliland": None,
    "Northern Cyprus": None, "European Union": "european-union",
    "Transnistria": None, "Tibet": None,
    "South Ossetia": None, "Abkhazia": None, "Catalonia": None, "Kurdistan": None,
    "Zanzibar": None, "Tanganyika": None, "Prussia": None, "Ottoman Empire": None,
    "United Arab Republic": None, "Biafra": None, "Katanga": None, "Gran Colombia": None,
    "State of Georgia": None, "New England": None, "New Mexico": None, "Gulf of Guinea": None,
    "Republic of Texas": None, "Inner Mongolia": None, "Federation of Bosnia and Herzegovina": None,
    "West Indies Federation": None, "British Commonwealth": None, "United Nations": None,
}  # fmt: skip
"""Names no longer in use, or of no Member State, each with the id of the state meant, if any."""

SHORT = {
    "Democratic": "Dem.", "Republic": "Rep.", "Saint": "St.", "South": "S.", "North": "N.",
    "Equatorial": "Eq.", "Islands": "Is.", "Federated": "Fed.", "Federal": "Fed.",
    "United": "Utd.", "Central": "Cent.", "New": "N.", "West": "W.", "East": "E.",
    "Islamic": "Isl.", "People's": "P.", "Kingdom": "K.", "and": "&",
}  # fmt: skip
"""Words, and how people shorten them."""


class Name(NamedTuple):
    """A name, and the id of the state that it is a name of; none where it is no Member State's."""

    text: str
    id: str | None


def listed(known: set[str]) -> Iterator[Name]:
    """The names in public lists."""
    for country in pycountry.countries:
        code = country.alpha_2.lower()
        for key in ("name", "official_name", "common_name", "alpha_3"):
            if hasattr(country, key):
                yield Name(getattr(country, key), code if code in known else None)
    for country in pycountry.historic_countries:
        id = TODAY.get(country.alpha_4)
        yield Name(country.name, id)
    for locale in ("en", "en_GB", "en_AU", "en_IN"):
        for code, name in Locale.parse(locale).territories.items():
            if re.fullmatch("[A-Z]{2}", code) and code not in ("XA", "XB", "ZZ"):
                yield Name(name, code.lower() if code.lower() in known else None)
    yield from (Name(text, id) for text, id in HISTORICAL.items())


def made_of(text: str, chance: random.Random) -> Iterator[str]:
    """Ways in which people write a name."""
    yield text.upper()
    yield text.lower()
    yield f"the {text}"
    yield f"The {text}"
    yield f"{text}, The"
    yield f"{text} (the)"
    yield text.replace(" and ", " & ")
    yield text.replace("'", "\u2019")
    yield text.replace("'", "\u02bc")
    yield unicodedata.normalize("NFD", text)
    yield "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    plain = text.isupper() or " of " in text or "," in text
    for kind in (
        ()
        if plain
        else ("Republic of", "Kingdom of", "Islamic Republic of", "State of", "Union of")
    ):
        yield f"{kind} {text}"
        yield f"{text}, {kind}"
    yield from turned(text)
    yield shortened(text, chance)
    for form in turned(text):
        yield shortened(form, chance)


def turned(text: str) -> Iterator[str]:
    """A name turned round: at its comma, or at one of its blanks."""
    if ", " in text:
        head, _, after = text.partition(", ")
        yield f"{after} {head}"
        yield f"{head} ({after})"
        return
    of = re.fullmatch(r"(.+ of)(?: the)? (.+)", text)
    if of:
        yield f"{of[2]}, {of[1]}"
        yield f"{of[2]} ({of[1]})"
        return
    words = text.split()
    for place in range(1, len(words)):
        yield f"{' '.join(words[place:])}, {' '.join(words[:place])}"


def shortened(text: str, chance: random.Random) -> str:
    """A name with some of its words short, a few without their full stop."""
    words = [SHORT.get(word, word) if chance.random() < 0.8 else word for word in text.split()]
    return " ".join(word.rstrip(".") if chance.random() < 0.2 else word for word in words)


def tried(number: int, seed: int, known: set[str]) -> list[Name]:
    """So many different names, drawn by a seed."""
    chance = random.Random(seed)
    names: dict[str, str | None] = {}
    for name in listed(known):
        for text in (name.text, *made_of(name.text, chance)):
            names.setdefault(text, name.id)
            if names[text] != name.id:
                names[text] = names[text] or name.id
    every = [Name(text, id) for text, id in names.items()]
    return chance.sample(every, min(number, len(every)))


def verdict(briefing: Briefing, name: Name) -> str:
    """How a name is answered: right, asked, refused, or wrong and with what."""
    try:
        found = lookup.proponent(briefing, name.text)
    except lookup.NotFoundError as error:
        return "asked" if " can be " in str(error) else "refused"
    return "right" if found.id == name.id else f"wrong: {found.label}"


def main(number: int = 5000, seed: int = 22) -> None:
    """Print how many names are answered in which way, and those that are answered wrongly."""
    briefing = load()
    names = tried(number, seed, set(briefing.countries))
    verdicts = {name: verdict(briefing, name) for name in names}
    for name, found in verdicts.items():
        if found.startswith("wrong"):
            print(f"{name.text!r} ({name.id or 'no Member State'}): {found}")
    counts = Counter(found.partition(":")[0] for found in verdicts.values())
    states = sum(name.id is not None for name in names)
    print(f"{len(names)} names, {states} of them of states: {dict(counts)}")
    missed = [name for name, found in verdicts.items() if found == "refused" and name.id]
    print(f"of states refused: {len(missed)}, such as {[name.text for name in missed[:12]]}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

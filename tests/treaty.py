"""A large dataset of another kind of conference, written by code: negotiations on a treaty.

It has 130 proponents, three statements with 90 signatories each, dates over two years, and texts
that are articles and decisions.
"""

from functools import cache
from itertools import islice

from conftest import TINY

from itupp.loading import load

COUNTRIES = 123

SIGNATORIES = 90

STATEMENTS = ("bridge", "compass", "harbour")

GROUPS = ("north", "south", "east", "west")

TOPICS = {
    "scope": "Scope",
    "finance": "Finance, funds and fees",
    "lamps": "Lamps that burn oil",
    "pilots": "Pilots, tugs and crews",
    "tides": "Tides",
    "reports": "Reporting and review",
}
"""For ids of topics their titles; some hold commas."""

_HEAD = """
briefing:
  title: "Lamp treaty: what is asked"
  short: Lamp treaty
  conference: {name: Intergovernmental committee on a treaty on lamps}
  sources:
    - {id: first, title: Papers of the first session, date: 2030-04}
    - {id: second, title: Papers of the second session, date: 2031-03}
    - {id: third, title: Papers of the third session, date: 2032-02-11}
resolutions:
  - {id: scope-article, kind: Article, number: "2", title: Scope}
  - {id: finance-article, kind: Article, number: "11", title: Financial mechanism}
  - {id: mandate, kind: Assembly resolution, number: 5/14, title: A treaty on lamps,
     adopted: "Reef, 2029"}
  - {id: rules, kind: Decision, title: Rules of procedure, adopted: "Reef, 2030"}
  - {id: review, kind: Decision, title: A first review}
"""


@cache
def codes():
    """Codes of countries that are known already."""
    known = load(TINY).countries
    return tuple(islice((id for id in known if len(id) == 2), COUNTRIES))


def text():
    """The dataset as YAML."""
    return "".join((_HEAD, "blocs:\n", *_blocs(), "topics:\n", *map(_topic, range(len(TOPICS)))))


def _blocs():
    """The statements, each signed by others, and four regional groups."""
    for place, id in enumerate(STATEMENTS):
        signed = codes()[place * 15 : place * 15 + SIGNATORIES]
        name = f"{id.capitalize()} declaration"
        yield f"  - {{id: {id}, name: {name}, kind: joint statement, members: {_list(signed)}}}\n"
    for place, id in enumerate(GROUPS):
        name = f"{id.capitalize()} group"
        yield f"  - {{id: group-{id}, name: {name}, members: {_list(codes()[place::4])}}}\n"


def _list(ids):
    """Ids as YAML, in quotes, since `no` is one."""
    return f"[{', '.join(map(_quoted, ids))}]"


def _quoted(id):
    return f'"{id}"'


_TEXTS = (
    *(["scope-article", "mandate"], ["finance-article", "rules"], ["review"]),
    *(["rules"], [], ["finance-article", "scope-article"]),
)
"""The texts that each topic is about."""


def _topic(place):
    id, title = list(TOPICS.items())[place]
    return f"""\
  - id: {id}
    title: "{title}"
    resolutions: {_list(_TEXTS[place])}
    questions:
      - id: duty
        text: "Should there be a duty on {title.lower()}?"
        exclusive: true
        basis: source
        sides: {{"yes": A duty, "no": No duty, open: Takes no view}}
        neutral: [open]
    positions:
{"".join(_positions(place))}"""


def _positions(place):
    """Those of a statement, of countries before and after it, of many at once, and of groups."""
    title = list(TOPICS)[place]
    statement = STATEMENTS[place % 3]
    own, many = codes()[place * 3 : place * 3 + 3], codes()[place * 5 : place * 5 + 40]
    groups = [f"group-{id}" for id in (GROUPS[place % 4], GROUPS[(place + 1) % 4])]
    yield _position(f"Lay down a duty on {title}", [statement], "yes", "third")
    yield _position(f"Do without a duty on {title}", own, "no", "first", "2030-04-07")
    yield _position(f"Leave {title} to each state", codes()[-3:], "no", "third")
    yield _position(f"Hear more on {title} first", [*groups[:1], codes()[100]], "open", "second")
    yield _position(f"Pay for {title} from a fund", many, None, "second", "2031-03-05")
    yield _position(f"Share what is known of {title}", groups, None, "second")


def _position(headline, proponents, side, source, date=None):
    answers = f"        answers: {{duty: {_quoted(side)}}}\n" if side else ""
    dated = f"        date: {date}\n" if date else ""
    return f"""\
      - headline: "{headline}"
        summary: "The treaty should do this: {headline.lower()}."
        proponents: {_list(proponents)}
        source: {source}
{answers}{dated}"""


def crowd(proponents, topics):
    """A dataset in which everyone has one position on every topic, as parties before a vote."""
    parties = "".join(f"  - {{id: p{n}, name: Party {n}}}\n" for n in range(proponents))
    asked = "".join(_voted_on(n, proponents) for n in range(topics))
    return f"briefing: {{title: Votes}}\nblocs:\n{parties}topics:\n{asked}"


def _voted_on(topic, proponents):
    positions = "".join(
        f"      - {{summary: Statement {n} on thesis {topic}., proponents: [p{n}],"
        f" answers: {{q: {('for', 'against', 'none')[n % 3]}}}}}\n"
        for n in range(proponents)
    )
    return f"""\
  - id: t{topic}
    title: Thesis {topic}
    questions:
      - {{id: q, text: "Is it right?", sides: {{for: For, against: Against, none: No view}},
         neutral: [none]}}
    positions:
{positions}"""


def write(folder):
    """Write the dataset into a folder, and return its file."""
    file = folder / "treaty.yaml"
    file.write_text(text(), encoding="utf-8")
    return file

"""From the rows of a table to a draft of a dataset, and what became of every row and name."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any

from itupp.briefing import Basis, Country, Record, Resolution, Unlisted
from itupp.dates import date_of
from itupp.loading import load
from itupp.loading.rules import ANCHOR_WORDS
from itupp.loading.table import Row, Table
from itupp.lookup import CODE, owners_of_names
from itupp.suggestions import choice
from itupp.text import fold, harmless, harmless_from
from itupp.typed import folded

_LONGEST_ID = 40

_LONGEST_NUMBER = 9

NO_PLACE = "no place given"

_IN_LIST = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*(?=[;\n]|$)|([^;\n]*))([;\n]|$)')
"""A text of a list in one cell; it is in quotation marks where it has a semicolon."""

_LISTED = "; "
"""What itupp writes between the texts of a list in one cell."""

_NUMBERED = re.compile(r"(?:(?:resolution|res) ?)?(?:(?:no|number) ?)?(\d{1,9})")

_HAS_COMMA = "it has a comma; between several names put a semicolon"

_OF_OUTCOMES = ("outcome summary", "outcome basis", "confidence", "outcome sources")

SAID = "date of the position"
"""The kind of a cell that rows get whose date is theirs alone, and not that of a document."""

_NO_DATE = "not in digits, such as 2031-05-09, and no document is named"

VOTE = "vote on a text"
"""The kind of a cell that rows get whose text is what a side is taken on."""

_NO_VOTE = "no side, where other rows take sides on the same text"

_WRITTEN = ("point", "anchor", "outcome", *_OF_OUTCOMES)
"""What is said of a position that is neither who says it nor where."""


class UnusableError(Exception):
    """Raised for a row that cannot be used; says why."""


class Item(Record):
    """A thing of a draft; it gets its id when all names are known.

    `wanted` is the id that the table has for it, if there is one.
    """

    name: str
    wanted: str = ""
    id: str = ""

    @property
    def names(self) -> Sequence[str]:
        """Every name that people may type, the id left out."""
        return (self.name,)


class Document(Item):
    """A document that positions are taken from."""

    address: str = ""
    date: str = ""


class Question(Item):
    """A question on a topic, and the sides that positions take."""

    sides: dict[str, Item]


class Speaker(Item):
    """Who puts positions forward and is no country.

    `written` is the name as the table has it, `remark` what else it may mean.
    """

    written: str
    remark: str


class Numbered(Item):
    """A resolution that may have a number."""

    number: str | None

    @property
    def names(self) -> Sequence[str]:
        """The title and the usual ways of writing the number."""
        written: dict[str, Any] = {"id": self.name, "title": self.name, "number": self.number}
        return Resolution(**written).names


class Position(Record):
    """What a row says, who says it in all rows that say the same, and in which documents.

    `answers` has the text of a side for that of a question. `places` has the place in each
    document; the document None is the table itself. `wanted` is its id there, `date` its own.
    """

    summary: str
    headline: str
    answers: Mapping[str, str]
    date: str
    addressees: Sequence[Item]
    written: Mapping[str, str]
    proponents: dict[Country | Speaker, None]
    places: dict[Document | None, str]
    wanted: str


class Topic(Item):
    """A topic, its questions by their texts folded, and its positions by what they say."""

    section: Item | None = None
    questions: dict[str, Question]
    resolutions: dict[Numbered, None]
    positions: dict[object, Position]


class Names:
    """Whose the names in a table are, each looked up once."""

    def __init__(self, countries: Collection[Country], unlisted: Collection[Unlisted]) -> None:
        self.taken = {folded(name) for country in countries for name in country.names}
        self._owners = owners_of_names(countries, unlisted)
        self._found: dict[tuple[str, bool], tuple[Country | None, str]] = {}

    def country(self, name: str, *, codes: bool = False) -> Country | None:
        """The country of a name, if it is one; raises UnusableError where it may be several.

        Codes are names only where `codes` says so, for they may be acronyms.
        """
        return self._looked_up(name, codes=codes)[0]

    def remark(self, name: str) -> str:
        """What is to be said of a name that is no country's; nothing of most."""
        return self._looked_up(name, codes=False)[1]

    def _looked_up(self, name: str, *, codes: bool) -> tuple[Country | None, str]:
        if (name, codes) not in self._found:
            self._found[name, codes] = _meaning(name, self._owners(name), codes=codes)
        return self._found[name, codes]


def _meaning(
    name: str, owners: Sequence[Country | Unlisted], *, codes: bool
) -> tuple[Country | None, str]:
    """The country that a name means, if it means one, and else what is to be said of it."""
    if len(owners) > 1:
        raise UnusableError(f'"{name}" can be {choice(owner.name for owner in owners)}')
    owner = owners[0] if owners else None
    remarks = [_HAS_COMMA] if "," in name else []
    if isinstance(owner, Unlisted):
        return None, "; ".join((f"{owner.name} is {owner.note}", *remarks))
    if owner and not codes and _is_bare_code(name, owner):
        return None, f"as a code it is that of {owner.name}"
    return owner, "".join(remarks)


def _is_bare_code(name: str, country: Country) -> bool:
    """Whether a name is a country's by a code alone, which may be somebody else's acronym.

    An id as datasets write it, in lower case, is meant as one.
    """
    called = map(folded, (country.name, *country.aliases))
    return name != country.id and len(folded(name)) <= CODE and folded(name) not in called


class Draft:
    """What the rows of a table come to.

    `taken` has the country for each name that is one, `unused` the numbers of rows by why they
    could not be used, `left_out` those of rows from which something was left out, by what,
    `carried` those of rows that have the topic of a row above, and `votes` those of rows that take
    a side on their text.
    """

    def __init__(self, names: Names, table: Table) -> None:
        self.topics: dict[str, Topic] = {}
        self.documents: dict[tuple[str, ...], Document] = {}
        self.addressees: dict[str, Item] = {}
        self.speakers: dict[str, Speaker] = {}
        self.resolutions: dict[str, Numbered] = {}
        self.sections: dict[str, Item] = {}
        self.taken: dict[str, Country] = {}
        self.used: list[int] = []
        self.unused: dict[str, list[int]] = {}
        self.left_out: dict[str, list[int]] = {}
        self.carried: list[int] = []
        self.votes: list[int] = []
        self._names = names
        self._unit = table.unit
        rows = list(_with_dates(table.rows))
        self._documents_named = _documents_named(rows)
        self._without_topic = {row.number for row in table.rows if "topic" not in row.cells}
        for row in _with_votes(list(_with_topics(rows))):
            try:
                self._take(row)
            except UnusableError as error:
                self.unused.setdefault(str(error), []).append(row.number)
        self._give_ids()

    @property
    def positions(self) -> list[Position]:
        """Every position, topic by topic."""
        return [position for topic in self.topics.values() for position in topic.positions.values()]

    def _take(self, row: Row) -> None:
        """Take a row; raises UnusableError before anything of it is taken."""
        cells = row.cells
        title = cells.get("topic", "")
        if row.fault:
            raise UnusableError(row.fault)
        if not folded(title):
            raise UnusableError("no topic")
        who = list(self._who(cells))
        answers = _answers(cells, title)
        said = _text(row) or _said_by(answers)
        if not said:
            raise UnusableError("no position")
        self.used.append(row.number)
        if row.number in self._without_topic:
            self.carried.append(row.number)
        if VOTE in cells:
            self.votes.append(row.number)
        self._refuse_parts(row)
        position = self._position(self._topic(title, cells), row, said, answers)
        for named in who:
            position.proponents[self._speaker(*named)] = None

    # Who.

    def _who(self, cells: Mapping[str, str]) -> Iterator[tuple[str, str, Country | None]]:
        """The names in a row, with the ids and the countries that they have."""
        ids, codes = pieces(cells.get("proponent ids", "")), pieces(cells.get("codes", ""))
        written = pieces(cells.get("proponents", ""))
        names = list(chain.from_iterable(map(self._divided, written))) or ids or codes
        if not names:
            raise UnusableError("no proponent")
        for others in filter(None, (ids, codes)):
            if len(others) != len(names):
                raise UnusableError("not as many names of proponents as ids or codes")
        for place, name in enumerate(names):
            code = codes[place] if codes else ""
            country = self._names.country(code, codes=True) if code else None
            country = country or self._names.country(name)
            if not country and not folded(name):
                raise UnusableError(f'"{name}" is no name')
            yield name, ids[place] if ids else "", country

    def _divided(self, name: str) -> list[str]:
        """A name, or several with commas between where each of them is a country's."""
        parts = [part.strip() for part in name.split(",")]
        if len(parts) == 1 or self._names.country(name):
            return [name]
        return parts if all(map(self._names.country, parts)) else [name]

    def _speaker(self, name: str, id: str, country: Country | None) -> Country | Speaker:
        if country:
            self.taken.setdefault(name, country)
            return country
        new = Speaker(name=name, wanted=id, written=name, remark=self._names.remark(name))
        return self.speakers.setdefault(folded(name), new)

    # What.

    def _topic(self, title: str, cells: Mapping[str, str]) -> Topic:
        """The topic of a row, with what the row says of it."""
        wanted = cells.get("topic id") or _topic_in(cells.get("id", ""))
        new = Topic(name=title, wanted=wanted, questions={}, resolutions={}, positions={})
        topic = self.topics.setdefault(folded(title), new)
        if "section" in cells and not topic.section:
            topic.section = _kept(self.sections, cells["section"])
        for text in _names_in(cells, "resolutions"):
            topic.resolutions[self._resolution(text)] = None
        return topic

    def _resolution(self, text: str) -> Numbered:
        numbered = _NUMBERED.fullmatch(fold(text))
        number = numbered[1] if numbered else None
        new = Numbered(name=text, number=number, wanted=number or text)
        return self.resolutions.setdefault(number or folded(text), new)

    def _position(self, topic: Topic, row: Row, said: str, answers: Mapping[str, str]) -> Position:
        """The position that a row puts forward, be it new or that of a row above."""
        cells = row.cells
        headline = cells.get("headline", "") if "summary" in cells else ""
        asked = [_kept(self.addressees, name) for name in _names_in(cells, "addressees")]
        written = {kind: cells[kind] for kind in _WRITTEN if _is_written(kind, cells)}
        taken = {_key(question): _key(side) for question, side in answers.items()}
        text = cells.get(VOTE) or _text(row)
        apart = (_date_that_counts(cells), _own_id(cells))
        key = (text, headline, *apart, *taken.items(), *asked, *written.items())
        new = Position(
            summary=said,
            headline=headline,
            answers=taken,
            date=cells.get(SAID, ""),
            addressees=list(dict.fromkeys(asked)),
            written=written,
            proponents={},
            places={},
            wanted=cells.get("id", ""),
        )
        for question, side in answers.items():
            asking = Question(name=question, sides={})
            _kept(topic.questions.setdefault(_key(question), asking).sides, side)
        position = topic.positions.setdefault(key, new)
        for document, place in self._places(row):
            known = position.places.get(document, "")
            position.places[document] = _with_place(known, place)
        return position

    # Where.

    def _places(self, row: Row) -> Iterator[tuple[Document | None, str]]:
        """The documents that say so, with the place in each; without one the table with the row."""
        cells = row.cells
        document = self._document(*_document_in(cells))
        here = "" if document else f"{self._unit} {row.number}"
        yield document, cells.get("locator", here)
        for text in pieces(cells.get("also in", "")):
            title, further = _title_and_place(text, self._documents_named)
            yield self._document(title), further

    def _document(self, title: str, address: str = "", date: str = "") -> Document | None:
        """The document of a title; without more, the one that a row has more of."""
        if not title:
            return None
        key: tuple[str, ...] = (title, address, date)
        if key[1:] == ("", ""):
            key = self._documents_named.get(title, key)
        new = Document(name=title, address=key[1], date=key[2])
        return self.documents.setdefault(key, new)

    # What cannot be taken.

    def _refuse_parts(self, row: Row) -> None:
        """Note what is left out of a row that is used."""
        cells = row.cells
        for kind in _WRITTEN:
            if kind in cells and not _is_written(kind, cells):
                wrong = _WRONG.get(kind, "no outcome")
                self._leave_out(f"{kind}: {wrong}", row)
        for kind in ("addressees", "resolutions"):
            if len(_names_in(cells, kind)) != len(pieces(cells.get(kind, ""))):
                self._leave_out(f"{kind}: no letter or digit", row)
        if "question" in cells and "side" not in cells:
            self._leave_out("question: no side is taken", row)
        if "date" in cells and not _document_in(cells)[0]:
            self._leave_out(f"date: {_NO_DATE}", row)

    def _leave_out(self, what: str, row: Row) -> None:
        self.left_out.setdefault(what, []).append(row.number)

    # Ids, when all names are known.

    def _give_ids(self) -> None:
        taken = self._names.taken
        _rename(self.speakers.values(), taken)
        _give_ids(self.speakers.values(), "participant", taken)
        _give_ids(self.topics.values(), "topic")
        _give_ids(self.documents.values(), "document")
        _give_ids(self.addressees.values(), "addressee")
        _give_ids(self.resolutions.values(), "resolution")
        _give_ids(self.sections.values(), "section")
        for topic in self.topics.values():
            _give_ids(topic.questions.values(), "question")
            for question in topic.questions.values():
                _give_ids(question.sides.values(), "side")


def draft_of(table: Table) -> Draft:
    """The draft that a table comes to, with the countries that itupp brings."""
    bundled = load()
    names = Names(bundled.countries.values(), bundled.unlisted.values())
    return Draft(names, table)


def _with_topics(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows with the topic of the row above where theirs is empty.

    Cells that a spreadsheet merged are saved so: only the uppermost has the text. An empty row and
    one that cannot be read end that.
    """
    above = ""
    for row in rows:
        if above and not (row.fault or "topic" in row.cells or "topic id" in row.cells):
            row = row._replace(cells={**row.cells, "topic": above})
        above = row.cells.get("topic", "")
        yield row


def _with_dates(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows with the date for one of their own, unless it is the date of a document.

    That it is where all rows have it that name the document, or where it is not in digits.
    """
    dates: dict[tuple[str, ...], set[str]] = {}
    for row in rows:
        title, address, date = _document_in(row.cells)
        dates.setdefault((title, address), set()).add(date)
    for row in rows:
        title, address, date = _document_in(row.cells)
        is_shared = bool(title) and len(dates[title, address]) == 1
        yield row if is_shared or not date_of(date) else _with_own_date(row, date)


def _with_own_date(row: Row, date: str) -> Row:
    cells = {kind: cell for kind, cell in row.cells.items() if kind != "date"}
    return row._replace(cells={**cells, SAID: date})


def _with_votes(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows that say which side is taken on their text, where their text is what is voted on.

    Such a text is no position of those who vote against it.
    """
    sides: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        if _text(row) and "side" in row.cells:
            sides.setdefault(_voted(row), []).append(_key(row.cells["side"]))
    shared = [taken for taken in sides.values() if len(taken) > 1]
    split = [taken for taken in shared if len(set(taken)) > 1]
    # people who put the same into words of their own rarely take different sides on it
    is_poll = 2 * len(split) > len(shared)
    for row in rows:
        taken = sides.get(_voted(row), [])
        yield _as_vote(row) if len(set(taken)) > 1 or (is_poll and taken) else row


def _as_vote(row: Row) -> Row:
    text, side = _text(row), row.cells.get("side")
    if not side:
        return row._replace(fault=row.fault or _NO_VOTE)
    voted = {"summary": f"{text}: {side}", "question": row.cells.get("question", text), VOTE: text}
    cells = {kind: cell for kind, cell in row.cells.items() if kind != "headline"}
    return row._replace(cells={**cells, **voted})


def _text(row: Row) -> str:
    return row.cells.get("summary") or row.cells.get("headline", "")


def _voted(row: Row) -> tuple[str, ...]:
    """What a side may be taken on: the text, under the topic and question of the row."""
    return (_key(row.cells.get("topic", "")), _text(row), row.cells.get("question", ""))


def pieces(cell: str) -> list[str]:
    """The texts of a list in a cell, each once."""
    return list(dict.fromkeys(filter(None, _items(cell))))


def _items(cell: str) -> list[str]:
    """The texts of a list in a cell, the quotation marks around one taken off."""
    found = _IN_LIST.findall(cell)
    # behind the last text, which no separator follows, the pattern finds nothing once more
    number = 1 + sum(bool(more) for *_, more in found)
    return [(quoted.replace('""', '"') or plain).strip() for quoted, plain, _ in found[:number]]


def _names_in(cells: Mapping[str, str], kind: str) -> list[str]:
    """The names of a list in a cell; what has no letter or digit is none."""
    return list(filter(folded, pieces(cells.get(kind, ""))))


def _kept(items: dict[str, Item], name: str) -> Item:
    """The thing of a name, new or known."""
    return items.setdefault(_key(name), Item(name=name))


def _key(name: str) -> str:
    """A name as it is told from others; one without a letter or digit, such as +, as it stands."""
    return folded(name) or name


def _answers(cells: Mapping[str, str], topic: str) -> dict[str, str]:
    """The sides taken, by their questions; where no question is named, it is the topic."""
    question, side = cells.get("question", topic), cells.get("side", "")
    questions, sides = _listed(question), _listed(side)
    if len(set(questions)) == len(questions) == len(sides) and side:
        return dict(zip(questions, sides, strict=True))
    return {question: side} if side else {}


def _listed(cell: str) -> list[str]:
    """The texts that itupp wrote into a cell; the whole of it where an empty one is among them."""
    texts = _items(cell)
    return texts if all(texts) else [cell]


def _said_by(answers: Mapping[str, str]) -> str:
    """What a row says that has a side, and nothing else."""
    return _LISTED.join(f"{question}: {side}" for question, side in answers.items())


def _date_that_counts(cells: Mapping[str, str]) -> str:
    """The date by which a position is told from one that says the same on another day.

    When a document is dated matters only where a side is taken, for the later one counts.
    """
    date = cells.get(SAID) or cells.get("date", "")
    counts = SAID in cells or ("side" in cells and date_of(date))
    return date if counts else ""


def _own_id(cells: Mapping[str, str]) -> str:
    """The id of a position as itupp writes it, which no other has."""
    id = cells.get("id", "")
    return id if "topic id" in cells and _topic_in(id) == cells["topic id"] else ""


def _topic_in(id: str) -> str:
    """The id of the topic in that of a position."""
    topic, _, place = id.rpartition("-")
    return topic if place.isdecimal() else ""


_WRONG = {
    "point": "no number in digits",
    "anchor": "an anchor has 2 to 8 words",
    "outcome basis": "neither source nor editor",
}
"""What is wrong with a cell that is not written, where it is more than that there is no outcome."""


def _is_written(kind: str, cells: Mapping[str, str]) -> bool:
    """Whether a row has something of a kind that a dataset can hold."""
    text = cells.get(kind, "")
    match kind:
        case "point":
            return text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
        case "anchor":
            return len(text.split()) in ANCHOR_WORDS
        case "outcome basis":
            return "outcome" in cells and text in tuple(Basis)
        case "outcome":
            return bool(text)
    return bool(text) and "outcome" in cells


def _document_in(cells: Mapping[str, str]) -> tuple[str, str, str]:
    """The title, address and date of the document of a row; without a title its address is one."""
    address = cells.get("address", "")
    return cells.get("source", "") or address, address, cells.get("date", "")


def _documents_named(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """The documents that rows name, by their titles, the first of each that has more than that."""
    named: dict[str, tuple[str, ...]] = {}
    for row in rows:
        document = _document_in(row.cells)
        if document[0] and (document[0] not in named or named[document[0]][1:] == ("", "")):
            named[document[0]] = document
    return named


def _with_place(known: str, place: str) -> str:
    """The places known in a document, and one more."""
    if not known or place in ("", *known.split(_LISTED)):
        return known or place
    return f"{known}{_LISTED}{place}"


def _title_and_place(text: str, titles: Iterable[str]) -> tuple[str, str]:
    """A document and the place in it, in a text that has both with a comma between."""
    known = [title for title in titles if text.startswith(f"{title}, ")]
    title = max(known, key=len, default=text.rpartition(", ")[0])
    return (title, text[len(title) + 2 :]) if title else (text, "")


def _rename(speakers: Collection[Speaker], taken: Collection[str]) -> None:
    """Call those otherwise whose name is a country's, by a code of it."""
    known = {folded(speaker.name) for speaker in speakers}
    for speaker in speakers:
        if folded(speaker.written) in taken:
            names = _names_instead(speaker.written)
            speaker.name = next(name for name in names if folded(name) not in {*taken, *known})
            known.add(folded(speaker.name))


def _names_instead(name: str) -> Iterator[str]:
    """Names for one whose own is another's."""
    yield f"{name} (participant)"
    yield from (f"{name} (participant {number})" for number in count(2))


def _give_ids(items: Collection[Item], kind: str, taken: Collection[str] = ()) -> None:
    """Give each its id, which is no name of another's, nor one that is taken."""
    owners: dict[str, Item] = {}
    for item in items:
        for name in item.names:
            owners.setdefault(folded(name), item)
    for item in items:
        item.id = next(filter(_Free(item, owners, taken), _ids_for(item, kind)))
        owners[folded(item.id)] = item


class _Free:
    """Whether an id is a thing's to have."""

    def __init__(self, item: Item, owners: Mapping[str, Item], taken: Collection[str]) -> None:
        self.item, self.owners, self.taken = item, owners, taken

    def __call__(self, id: str) -> bool:
        name = folded(id)
        is_own = self.owners.get(name, self.item) is self.item
        return harmless(id) and bool(name) and is_own and name not in self.taken


def _ids_for(item: Item, kind: str) -> Iterator[str]:
    """Ids that a thing may have, the best first."""
    stem = _shortened(harmless_from(fold(item.name))) or kind
    return chain((item.wanted, stem), (f"{stem}-{number}" for number in count(2)))


def _shortened(id: str) -> str:
    """An id of few words."""
    return id if len(id) <= _LONGEST_ID else id[:_LONGEST_ID].rpartition("-")[0] or id[:_LONGEST_ID]

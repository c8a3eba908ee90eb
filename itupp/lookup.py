"""From what a person typed to the record they mean, or to a suggestion: ask, never guess."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

from itupp.briefing import (
    Addressee,
    Briefing,
    Entry,
    Named,
    Position,
    Proponent,
    Question,
    Resolution,
    Section,
    Term,
    Topic,
    Unlisted,
)
from itupp.suggestions import SHORTEST, choice, did_you_mean, meant, nearest
from itupp.text import apart, fold, one_line, shell_word, shortened
from itupp.typed import (
    Word,
    abbreviations,
    fits,
    folded,
    informal,
    is_formal,
    main_words,
    parts,
    readings,
)

N = TypeVar("N", bound=Named)

LONG_TITLE = 40

_NUMBER_AT_END = re.compile(r"\d{1,9}$")

_REVISION = re.compile(r"\(rev\b[^()]*\)\s*$", re.IGNORECASE)
"""What follows a resolution's number where it is cited: (Rev. Dubai, 2018)."""

LONGEST_NAME = 1_000
"""No name has more letters; what is longer is not compared with any, which would take minutes."""

_BETWEEN = ("and", "vs", "vs.", "v.", "versus", "&")
"""What people put between names."""

CODE = 3
"""A name of so many letters is a code."""


class NotFoundError(Exception):
    """Raised where nothing or more than one thing goes by a name; says what to type."""


def topic(briefing: Briefing, typed: str) -> Topic:
    """The topic of this name; raises NotFoundError."""
    return _find(typed, "topic", briefing.topics.values(), listing="itupp topics")


def proponent(briefing: Briefing, typed: str) -> Proponent:
    """The bloc or country of this name, those who speak before all others; raises NotFoundError."""
    return _find(
        typed,
        "bloc or country",
        briefing.everyone,
        listing="itupp blocs --all",
        first=briefing.proponents,
        unlisted=briefing.unlisted.values(),
    )


def proponents(briefing: Briefing, typed: Sequence[str]) -> list[Proponent]:
    """The blocs and countries that words name: all together one, or else one after the other.

    An argument of several words, which was in quotes, is not divided but at its commas. Raises
    NotFoundError.
    """
    names = _Names(briefing.everyone, briefing.proponents, briefing.unlisted.values())
    together = " ".join(typed)
    if len(together) <= LONGEST_NAME and len(names.meant(together)) == 1:
        return [proponent(briefing, together)]
    divided = (_divided(words, names) for words in _lists(typed, names))
    # one by one, so that the first that is no name ends it
    return [proponent(briefing, name) for name in chain.from_iterable(divided)]


def owners_of_names(
    records: Collection[N], unlisted: Collection[Unlisted]
) -> Callable[[str], Sequence[N | Unlisted]]:
    """Make out whose names are, to be asked for many: answer with all that a name may stand for.

    Where nobody can be asked, the beginning of a name is a name only if it has whole words and is
    that of one record alone, and so is a single word that is cut short: "Lib." may be a party.
    """
    names = _Names(records, (), unlisted)

    def owners(name: str) -> Sequence[N | Unlisted]:
        forms = list(filter(None, readings(name)))
        found = names.called(name, forms)
        if len(found) > 1 and not any(is_whole for _, is_whole in next(abbreviations(name))):
            return []
        return found or names.beginning_with_words(forms)

    return owners


def _lists(typed: Sequence[str], names: "_Names[Proponent]") -> Iterator[list[str]]:
    """The arguments between commas; one that is a name with its comma stays whole."""
    words: list[str] = []
    for argument in typed:
        if " " in argument and _is_called(argument, names):
            words.append(argument)
            continue
        *ended, rest = argument.split(",")
        for word in ended:
            yield [*words, word.strip()]
            words = []
        words.append(rest.strip())
    yield words


def _divided(words: Sequence[str], names: "_Names[Proponent]") -> Iterator[str]:
    """The names that words make up, in their order, always the longest that can be made."""
    place = 0
    while place < len(words):
        ends = range(min(len(words), place + names.most_words), place, -1)
        longest = (end for end in ends if _is_called(" ".join(words[place:end]), names))
        end = next(longest, place + 1)
        name = " ".join(words[place:end])
        if name and name not in _BETWEEN:
            yield name
        place = end


def _is_called(name: str, names: "_Names[Proponent]") -> bool:
    return bool(names.called(name, list(filter(None, readings(name)))))


def several(briefing: Briefing, find: Callable[[Briefing, str], N], typed: str) -> list[N]:
    """The record of a name, or those of several with commas between; raises NotFoundError."""
    try:
        return [find(briefing, typed)]
    except NotFoundError:
        names = [name.strip() for name in typed.split(",") if name.strip()]
        if len(names) == 1 or not names:
            raise
    return [find(briefing, name) for name in names]


def refuse_split_name(typed: Sequence[str], records: Iterable[Named]) -> None:
    """Raise NotFoundError where several words typed are one name without its quotes."""
    known = {folded(name) for record in records for name in record.names}
    longest = max((name.count(" ") + 1 for name in known), default=1)
    for first in range(len(typed)):
        for last in range(first + 2, min(first + longest, len(typed)) + 1):
            words = " ".join(typed[first:last])
            if folded(words) in known:
                raise NotFoundError(f'a name of several words needs quotes: "{words}"')


def refuse_unlisted(briefing: Briefing, typed: str) -> None:
    """Raise NotFoundError where a name is that of one who is known to be no country here."""
    found = _Names(briefing.everyone, (), briefing.unlisted.values())
    for record in found.called(typed, list(filter(None, readings(typed)))):
        if isinstance(record, Unlisted):
            raise NotFoundError(_no_country(typed, record))


def command(briefing: Briefing, typed: str) -> tuple[str, str] | None:
    """The command that answers a name and the id to ask it for, if it is a name."""
    for word, find in _BY_COMMAND:
        with suppress(NotFoundError):
            return (word, find(briefing, typed).id)
    return None


def near_commands(briefing: Briefing, typed: str) -> Iterator[tuple[str, str]]:
    """The commands, with an id, that answer the names which a misspelt one may be."""
    kinds: tuple[tuple[str, Iterable[Named]], ...] = (
        ("topic", briefing.topics.values()),
        ("bloc", briefing.everyone),
        ("resolution", briefing.resolutions.values()),
        ("term", briefing.terms.values()),
    )
    commands = {record: word for word, records in kinds for record in records}
    if len(typed) <= LONGEST_NAME:
        for record in _Names(list(commands), ()).near(typed):
            yield commands[record], record.id


def subject(briefing: Briefing, typed: str) -> Proponent | Topic | Resolution:
    """The bloc, country, topic or resolution of this name; raises NotFoundError."""
    others: list[Topic | Resolution] = [*briefing.topics.values()]
    others += briefing.resolutions.values()
    first: list[Proponent | Topic | Resolution] = [*briefing.proponents, *others]
    everything: list[Proponent | Topic | Resolution] = [*briefing.everyone, *others]
    called, listing = "bloc, country, topic or resolution", "itupp blocs --all, itupp topics"
    return _find(
        _without_revision(typed),
        called,
        everything,
        listing=listing,
        first=first,
        unlisted=briefing.unlisted.values(),
    )


def resolution(briefing: Briefing, typed: str) -> Resolution:
    """The resolution of this number or the draft of this title; raises NotFoundError."""
    number = _without_revision(typed)
    return _find(number, "resolution", briefing.resolutions.values(), listing="itupp resolutions")


def _without_revision(typed: str) -> str:
    return _REVISION.sub("", typed).rstrip()


def addressee(briefing: Briefing, typed: str) -> Addressee:
    """The addressee of this name; raises NotFoundError."""
    listing = ", ".join(briefing.addressees) or "none"
    return _find(typed, "addressee", briefing.addressees.values(), listing=listing)


def term(briefing: Briefing, typed: str) -> Term:
    """The acronym or term of art of this name; raises NotFoundError."""
    return _find(typed, "term", briefing.terms.values(), listing="itupp terms")


def section(briefing: Briefing, typed: str) -> Section:
    """The section of this name; raises NotFoundError."""
    listing = ", ".join(briefing.sections) or "none"
    return _find(typed, "section", briefing.sections.values(), listing=listing)


def position(briefing: Briefing, typed: str) -> Position:
    """The position of this id, or of a topic's name and a number; raises NotFoundError."""
    typed = typed.strip()
    refusal = f'no position "{typed}"'
    place = _NUMBER_AT_END.search(typed)
    name = typed[: place.start()].rstrip(" -") if place else ""
    if not place or not name:
        hint = "an id is a topic and a number (all of them: itupp positions)"
        raise NotFoundError(f"{refusal}; {hint}")
    positions = topic(briefing, name).positions
    number = int(place[0])
    if not 1 <= number <= len(positions):
        last = f" to {positions[-1].id}" if len(positions) > 1 else ""
        raise NotFoundError(f"{refusal}; there is {positions[0].id}{last}")
    return positions[number - 1]


def recorded(briefing: Briefing, typed: str) -> Topic | Question | Resolution | Proponent:
    """The topic, question, resolution or proponent that a history is of; raises NotFoundError."""
    first: list[Topic | Question | Resolution | Proponent] = [*briefing.topics.values()]
    first += (*briefing.resolutions.values(), *briefing.proponents)
    everything = list(first)
    for one in briefing.topics.values():
        everything += one.every_question
    everything += (one for one in briefing.everyone if one not in briefing.proponents)
    called, listing = "topic, question, resolution or bloc", "itupp topics, itupp resolutions"
    found = _find(
        _REVISION.sub("", typed),
        called,
        everything,
        listing=listing,
        first=first,
        unlisted=briefing.unlisted.values(),
    )
    if isinstance(found, Question):
        _refuse_where_others_have(found, typed, everything)
    return found


def _refuse_where_others_have(found: Question, typed: str, records: Iterable[Named]) -> None:
    """Raise NotFoundError where the id of a question is that of another topic's, too."""
    alike = [one for one in records if isinstance(one, Question) and one.id == found.id]
    if len(alike) > 1 and fold(typed) == fold(found.id):
        texts = ", ".join(f'"{question.text}" ({question.topic.id})' for question in alike)
        raise NotFoundError(f'"{typed}" can be {texts}')


def entry(briefing: Briefing, typed: str) -> Entry:
    """The entry of the record of this id; raises NotFoundError."""
    wanted = typed.strip().lower()
    # the record is read only for what looks like one of its ids
    if re.search(r"-\d{4}-\d+$", wanted, re.ASCII):
        for candidate in briefing.record:
            if candidate.id.lower() == wanted:
                return candidate
    raise NotFoundError(f'no entry "{typed}" (all of a topic: itupp history TOPIC --full)')


_BY_COMMAND: tuple[tuple[str, Callable[[Briefing, str], Named]], ...] = (
    ("topic", topic),
    ("bloc", proponent),
    ("resolution", resolution),
    ("position", position),
    ("term", term),
    ("history", entry),
)
"""The commands that answer a name, in the order in which a name is tried."""


def _find(
    typed: str,
    what: str,
    records: Collection[N],
    *,
    listing: str,
    first: Collection[N] = (),
    unlisted: Collection[Unlisted] = (),
) -> N:
    """The record meant; names of those who come `first` may be shortened before all others.

    Raises NotFoundError, which of those that are `unlisted` says what they are.
    """
    if len(typed) > LONGEST_NAME:
        beginning = shortened(one_line(typed), LONG_TITLE)
        raise NotFoundError(f'no {what} "{beginning}" (all of them: {listing})')
    names = _Names(records, first, unlisted)
    named = names.meant(typed)
    found = [record for record in named if not isinstance(record, Unlisted)]
    if len(found) == len(named) == 1:
        return found[0]
    unlisted_found = [record for record in named if isinstance(record, Unlisted)]
    if unlisted_found and not found:
        raise NotFoundError(_no_country(typed, unlisted_found[0]))
    if found:
        refusal = f'"{typed}" can be {choice(map(_short, named))}'
    else:
        near = choice(_alike(typed, record) for record in names.near(typed))
        refusal = f'no {what} "{typed}"{did_you_mean(near)}'
    raise NotFoundError(f"{refusal} (all of them: {listing})")


def _no_country(typed: str, record: Unlisted) -> str:
    return f'"{typed}" is not among the countries here: {record.note}'


class _Names(Generic[N]):
    """The names of records, folded, and whose they are.

    Those who come `first` may have their names shortened before all others, those `unlisted` not
    at all.
    """

    def __init__(
        self, records: Collection[N], first: Collection[N], unlisted: Collection[Unlisted] = ()
    ) -> None:
        self.records = records
        self.first = first
        self.owners: dict[str, list[N | Unlisted]] = {}
        everyone: list[N | Unlisted] = [*records, *unlisted]
        for record in everyone:
            for form in _forms(record):
                self.owners.setdefault(form, []).append(record)

    @cached_property
    def most_words(self) -> int:
        """How many words a name has at most, with some small ones that people put in."""
        return max((name.count(" ") for name in self.owners), default=0) + 4

    def meant(self, typed: str) -> Sequence[N | Unlisted]:
        """The records that the surest reading allows: one, none, or several to choose from."""
        forms = list(filter(None, readings(typed)))
        return self.called(typed, forms) or (self._beginning_with(forms) if forms else [])

    def near(self, typed: str) -> list[N]:
        """The records that a name which is nobody's may have been meant for.

        Where all but its formal words is a name, it was not answered for a reason.
        """
        is_a_name = any(informal(form) in self.owners for form in readings(typed))
        return [] if is_a_name else meant(typed, self.records)

    def called(self, typed: str, forms: Sequence[str]) -> Sequence[N | Unlisted]:
        """The records of which a name, in one of its forms, is what was typed in one of its."""
        ids = (self._with_id(form) for form in forms)
        exact = (self._listed(self.owners.get(form, ())) for form in forms)
        surest_first = chain(ids, exact, (find() for find in self._less_sure(typed, forms)))
        return next(filter(None, surest_first), [])

    def _less_sure(
        self, typed: str, forms: Sequence[str]
    ) -> Iterator[Callable[[], Sequence[N | Unlisted]]]:
        """Ways to find a name that is nobody's as it stands, the surest first."""
        yield lambda: self._with_both(parts(typed))
        yield lambda: self._abbreviated(abbreviations(typed))
        yield lambda: self._informal(list(map(informal, forms)))

    def _with_id(self, form: str) -> list[N | Unlisted]:
        owners = self._listed(self.owners.get(form, ()))
        return [record for record in owners if fold(record.id) == form][:1]

    def _listed(self, owners: Iterable[N | Unlisted]) -> list[N | Unlisted]:
        """The owners of a name; those who are unlisted only where nobody else has it."""
        listed = [record for record in owners if not isinstance(record, Unlisted)]
        return list(dict.fromkeys(listed or owners))

    def _with_both(self, names: tuple[str, str] | None) -> Sequence[N | Unlisted]:
        """The record that has both names, or those unlisted that have the first or the second.

        "Myanmar (Burma)" gives a name twice; in "Taiwan, China" the second is no other name, and
        who is meant is not China.
        """
        one, other = [self.owners.get(name, []) for name in names or ("", "")]
        both: list[N | Unlisted] = [record for record in one if record in other]
        either = dict.fromkeys((*one, *other))
        if both:
            return both
        return [record for record in either if isinstance(record, Unlisted)][:1]

    def _abbreviated(self, forms: Iterable[Sequence[Word]]) -> list[N | Unlisted]:
        """The records of a name that has these words, small ones aside, some of them short."""
        found: dict[N | Unlisted, None] = {}
        for words in filter(None, forms):
            for name, owners in self._by_length.get(len(words), ()):
                if all(map(fits, words, name)):
                    found.update(dict.fromkeys(owners))
        return list(found)

    @cached_property
    def _by_length(self) -> dict[int, list[tuple[list[str], list[N | Unlisted]]]]:
        """The words of every name, small ones aside, and its owners, by how many words it has."""
        found: dict[int, list[tuple[list[str], list[N | Unlisted]]]] = {}
        for name, owners in self.owners.items():
            words = main_words(name)
            found.setdefault(len(words), []).append((words, owners))
        return found

    def _informal(self, wanted: Iterable[str]) -> list[N | Unlisted]:
        """The records called so but for words such as Republic of, which several may be.

        Where one who is unlisted is so called, too, nobody is: China's name and that of the
        Republic of China have more in common than they mean.
        """
        long_enough = (name for name in dict.fromkeys(wanted) if len(name) > CODE)
        called = chain.from_iterable(self._informally.get(name, ()) for name in long_enough)
        found = list(dict.fromkeys(called))
        is_mixed = len(found) > 1 and any(isinstance(record, Unlisted) for record in found)
        return [] if is_mixed else found

    @cached_property
    def _informally(self) -> dict[str, list[N | Unlisted]]:
        """The owners of names without the words that make them formal."""
        found: dict[str, list[N | Unlisted]] = {}
        for name, owners in self.owners.items():
            found.setdefault(informal(name), []).extend(self._listed(owners))
        return found

    def _beginning_with(self, forms: Sequence[str]) -> list[N | Unlisted]:
        """The records of a name that begins so, those who come first before all others.

        Formal words are no beginning: there is more than one Islamic Republic, and what follows on
        Republic of is to be a whole name.
        """
        for wanted in (forms[0], forms[0].removeprefix("the ")):
            if wanted != informal(wanted):
                continue
            if wanted.isdigit() or (len(wanted) >= SHORTEST and not is_formal(wanted)):
                for records in (self.first, self.records):
                    found = [record for record in records if _begins(wanted, record)]
                    if found:
                        return list(found)
        return []

    def beginning_with_words(self, forms: Sequence[str]) -> list[N | Unlisted]:
        """The one record of which a name begins with these words, if it is one."""
        found = self._beginning_with(forms) if forms else []
        begins = [f"{form} " for form in forms]
        whole = [record for record in found if _has_beginning(record, begins)]
        return whole if len(whole) == 1 else []


def _has_beginning(record: Named, begins: Iterable[str]) -> bool:
    """Whether one of its names begins with one of these."""
    return any(form.startswith(begin) for form in _forms(record) for begin in begins)


def _begins(wanted: str, record: Named) -> bool:
    """Whether one of its names begins so; a number has to be whole: 10 does not begin 102.

    A word further on in a name does not count: many states are a republic or a union, and are not
    called so.
    """
    end = " " if wanted[-1].isdigit() else ""
    return any(f"{form} ".startswith(f"{wanted}{end}") for form in _forms(record))


def _forms(record: Named) -> set[str]:
    """A record's names, folded, and the same with blanks for apostrophes."""
    forms = {folded(name) for name in record.names}
    with_blanks = ((name, apart(name)) for name in record.names)
    return forms | {folded(apart_name) for name, apart_name in with_blanks if apart_name != name}


def _alike(typed: str, record: Named) -> str:
    """What to type for a record: its id where that is what was misspelt."""
    is_label = fold(record.label) == fold(record.id)
    return record.id if nearest(typed, [record.id]) and not is_label else _short(record)


def _short(record: Named) -> str:
    """What to type for a record: its label or, where that is long or unsafe, its id."""
    label = record.label
    return label if len(label) <= LONG_TITLE and shell_word(label) else record.id

"""The whole briefing as one page, which reads without its script; that only filters and unfolds."""

import re
from collections.abc import Iterable
from functools import cached_property
from html import escape

from itupp.answers.page import Choice, Entry, Page
from itupp.output.html import Writer, bare, beside, document, heading, text
from itupp.output.svg import matrix_picture


def page_text(page: Page) -> str:
    """The page as one file."""
    script = beside("page.js")
    whole, writer = page.whole, _Linking(page.names)
    intro = writer.blocks(whole.blocks, 0)
    parts = "".join(writer.part(part) for part in whole.entries)
    body = (
        '<a class="skip" href="#page:main">To the text</a>\n'
        f'<header class="title"><p class="context">{text(whole.context)}</p>'
        f"<h1>{text(whole.title)}</h1></header>\n"
        f"{_contents(whole.entries)}"
        f'<main id="page:main">\n<div class="intro">{intro}</div>\n{_filters(page)}{parts}</main>\n'
    )
    return document(whole.title, f'<div class="page">\n{body}</div>\n', script=script)


def _contents(parts: Iterable[Entry]) -> str:
    links = "".join(f'<li><a href="#{part.anchor}">{text(part.title)}</a></li>' for part in parts)
    return f'<nav aria-label="Contents"><ul>{links}</ul></nav>\n'


def _filters(page: Page) -> str:
    """The filters, hidden where there is no script to do what they ask for."""
    blocs, others = (
        _group("Blocs", page.blocs),
        _group("Countries, with their blocs", page.others),
    )
    topics = "".join(map(_option, page.topics))
    return (
        '<form id="page:filter" role="search" aria-label="Filter" hidden>\n'
        '<label>Who <select name="who"><option value="">Everyone</option>'
        f"{blocs}{others}</select></label>\n"
        '<label>Topic <select name="on"><option value="">All topics</option>'
        f"{topics}</select></label>\n"
        '<label>Words <input name="words" type="search" autocomplete="off" spellcheck="false">'
        "</label>\n"
        '<button type="reset">Show all</button>\n'
        '<p role="status" class="note"></p>\n</form>\n'
    )


def _group(label: str, choices: Iterable[Choice]) -> str:
    options = "".join(map(_option, choices))
    return f'<optgroup label="{text(label)}">{options}</optgroup>' if options else ""


def _option(choice: Choice) -> str:
    return f'<option value="{escape(" ".join(choice.ids))}">{text(choice.label)}</option>'


_WORD = re.compile(r"\w[\w.-]*")


def _bare(word: re.Match[str]) -> str:
    """A word without the full stop or dash that stands behind it."""
    return word[0].rstrip(".-")


class _Linking(Writer):
    """Makes links of the names that the page knows, of the first of each below a heading."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names
        self._linked: set[str] = set()

    @cached_property
    def _lengths(self) -> dict[str, dict[int, None]]:
        """How long the names are that begin with a word, the longest first."""
        found: dict[str, dict[int, None]] = {}
        for name in sorted(self._names, key=len, reverse=True):
            first = _WORD.match(name)
            if first:
                found.setdefault(_bare(first), {})[len(name)] = None
        return found

    def address(self, address: str) -> str:
        """A link that is shown by its site; the style prints the whole address on paper."""
        site = bare(address).partition("/")[0]
        return f'<a href="{escape(address)}">{escape(site)}</a>'

    def words(self, content: str) -> str:
        """Text between addresses, with links."""
        written, end = "", 0
        for word in _WORD.finditer(content):
            name = self._name_at(content, word) if word.start() >= end else None
            if name:
                written += super().words(content[end : word.start()]) + self._link(name)
                end = word.start() + len(name)
        return written + super().words(content[end:])

    def _name_at(self, content: str, word: re.Match[str]) -> str | None:
        """The longest name that begins with a word and ends where one does, if not linked yet."""
        for length in self._lengths.get(_bare(word), ()):
            end = word.start() + length
            name = content[word.start() : end]
            if name in self._names and not content[end : end + 1].isalnum():
                return None if self._names[name] in self._linked else name
        return None

    def _link(self, name: str) -> str:
        anchor = self._names[name]
        self._linked.add(anchor)
        return f'<a href="#{escape(anchor)}">{escape(name, quote=False)}</a>'

    def part(self, part: Entry) -> str:
        """A part of the page below its heading."""
        self._linked = set()
        inner = self._inner(part, 2)
        if part.picture:
            inner = f"{matrix_picture(part.picture, part.title)}{inner}"
        head = heading(part.title, 2)
        return f'<section class="part" id="{part.anchor}">\n{head}{inner}</section>\n'

    def entry(self, entry: Entry, level: int) -> str:
        """An entry; one without more than a title and what is folded in unfolds at its title."""
        if not entry.anchor and not entry.by:
            head = heading(entry.title, level, entry.context) if entry.title else ""
            return f"<section>\n{head}{self._inner(entry, level)}</section>\n"
        if not entry.blocks and not entry.entries:
            return self._unfolding(entry)
        self._linked = {entry.anchor}
        head = heading(entry.title, level, entry.context) if entry.title else ""
        return f"<article{_found_by(entry)}>\n{head}{self._inner(entry, level)}</article>\n"

    def _inner(self, entry: Entry, level: int) -> str:
        """What stands below the heading of an entry."""
        blocks = self.blocks(entry.blocks, level - 1)
        folded = entry.folded
        if folded.blocks:
            inside = self.blocks(folded.blocks, level - 1)
            blocks += f"<details><summary>{text(folded.title)}</summary>\n{inside}</details>\n"
        return blocks + "".join(self.entry(inner, level + 1) for inner in entry.entries)

    def _unfolding(self, entry: Entry) -> str:
        """A line that shows the rest when it is asked to; the style shows its address."""
        inside = self.blocks(entry.folded.blocks, 1)
        line = f"<b>{text(entry.title)}</b> <small>{text(entry.context)}</small>"
        return f"<details{_found_by(entry)}><summary>{line}</summary>\n{inside}</details>\n"


def _found_by(entry: Entry) -> str:
    """An entry's address, and what the filters find it by."""
    by = f' data-by="{escape(" ".join(entry.by))}"' if entry.by else ""
    on = f' data-on="{escape(" ".join(entry.on))}"' if entry.on else ""
    id = f' id="{escape(entry.anchor)}"' if entry.anchor else ""
    return f"{id}{by}{on}"

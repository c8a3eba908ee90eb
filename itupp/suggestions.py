"""Did you mean: what a word that is not known may have been meant to be, and how that is said."""

from collections.abc import Iterable, Mapping

from itupp.text import fold

LIKENESS = 0.75
"""How alike words have to be, of at most 1: `piont` and `point` are 0.8, `ask` and `asia` 0.57."""

FEW = 20
"""Fewer legal words than this are all listed where none is near."""


def nearest(word: str, legal: Iterable[str]) -> str | None:
    """The legal word most like this one, case and accents aside, if one is near."""
    from difflib import get_close_matches  # only a mistake needs it

    by_fold = {fold(name): name for name in legal}
    close = get_close_matches(fold(word), by_fold, cutoff=LIKENESS)
    return by_fold[close[0]] if close else None


def did_you_mean(meant: str | None) -> str:
    """The question to follow on a refusal; nothing where nothing is near."""
    return f"; did you mean {meant}?" if meant else ""


def unknown(thing: str, word: str, legal: Mapping[str, str]) -> str:
    """Refuse an unknown word; `legal` maps all that may be meant to what has to be written."""
    refusal = f'unknown {thing} "{word}"'
    near = nearest(word, legal)
    if near:
        return refusal + did_you_mean(legal[near])
    known = list(dict.fromkeys(legal.values()))
    return f"{refusal}; known: {', '.join(known)}" if 0 < len(known) < FEW else refusal

"""What each command answers: one module a subject, what is shown and what is JSON side by side."""

from itupp.answers import (
    brief,
    comparison,
    overview,
    phrases,
    positions,
    proponents,
    resolutions,
    terms,
    topics,
)

__all__ = [
    "brief",
    "comparison",
    "overview",
    "phrases",
    "positions",
    "proponents",
    "resolutions",
    "terms",
    "topics",
]

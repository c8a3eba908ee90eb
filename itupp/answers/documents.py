"""What JSON documents share: a reference is `{"id", "name"}`, what is absent null or `[]`."""

from collections.abc import Iterable
from typing import TypeVar

from itupp.answers.view import Document
from itupp.briefing import Named, Record, Resolution, Topic, fields_of


def reference(record: Named) -> Document:
    """A record by its id and what is printed for it."""
    return {"id": record.id, "name": record.label}


def references(records: Iterable[Named]) -> list[Document]:
    """Records by their ids and what is printed for them."""
    return [reference(record) for record in records]


N = TypeVar("N", bound=Named)


def maybe_reference(record: N | None) -> Document | None:
    """A record by its id and what is printed for it, or null."""
    return reference(record) if record else None


def whole(record: Record | None) -> Document | None:
    """All fields of a record that refers to no other, or null."""
    return fields_of(record) if record else None


def outcomes_of(records: Iterable[Topic | Resolution]) -> list[Document]:
    """What came of the resolutions of a topic, or of the topics of a resolution."""
    return [
        {"of": reference(record), **fields_of(record.outcome)}
        for record in records
        if record.outcome
    ]

"""The keys of a dataset as a JSON Schema, by which editors complete and explain them.

It is made of the annotations that the decoder goes by, and of the tables of the guide. Editors read
numbers and flags where itupp reads text, so text may be any of these.
"""

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from itupp.briefing import Question, Side
from itupp.dates import Date
from itupp.loading import starter
from itupp.loading.records import (
    CALLED,
    KEYS,
    LISTS,
    RECORD_LISTS,
    WRITTEN_IN_PAIRS,
    held_kind,
    inner_of,
    is_referred_to,
    keys_of,
    shape_of,
)

Schema = dict[str, Any]

_VERSION = "http://json-schema.org/draft-07/schema#"
"""The one that editors of YAML know best."""

_TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}

_SIGNS_OF_IDS = r"^[^\x00-\-/:-@\[-^`{-\x7f\s][^\x00-,/:-@\[-^`{-\x7f\s]*$"
"""An id as far as every dialect of expressions can tell: its letters of ASCII are harmless."""

_ID: Schema = {**_TEXT, "pattern": _SIGNS_OF_IDS}

_NUMBER: Schema = {
    "type": ["integer", "string"],
    "minimum": 0,
    "maximum": 999_999_999,
    "pattern": r"^[0-9]{1,9}$",
}

_FLAG: Schema = {"enum": [True, False, "true", "false"]}

_DATE: Schema = {
    "type": ["integer", "string"],
    "minimum": 1000,
    "maximum": 9999,
    "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
}

_SCALARS: Mapping[Any, Schema] = {int: _NUMBER, bool: _FLAG, Date: _DATE}
"""What a value may be that is no text."""

_TABLE = re.compile(r"^##+ (.+)\n((?:(?!##).*\n)*)", re.MULTILINE)

_ROW = re.compile(r"^\| `(\w+)` \| (yes|no).*? \| .+? \| (.+) \|$", re.MULTILINE)

_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def text() -> str:
    """The schema as text."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def schema() -> Schema:
    """The schema of a file of a dataset, be it the only one or one of several."""
    lists = (*LISTS.items(), *RECORD_LISTS.items())
    a_file = _of_record("a file", {key: _list_of(cls) for key, cls in lists})
    # which of several files has the briefing is nothing that one of them can tell
    a_file.pop("required")
    kinds = {_name(called): _of_kind(cls, called) for cls, called in CALLED.items()}
    return {
        "$schema": _VERSION,
        "title": "A file of a dataset of itupp",
        "description": "The keys of a dataset. Those of answers are in JSON.md, beside the guide.",
        **a_file,
        "definitions": kinds,
    }


def _of_kind(cls: Any, called: str) -> Schema:
    """The schema of a kind of record."""
    keys = {key: _of(annotation) for key, annotation in keys_of(cls).items()}
    return _of_record(called, {**keys, "id": _ID})


def _of_record(called: str, keys: Mapping[str, Schema]) -> Schema:
    """The schema of a record that has these keys, which the guide explains."""
    told = _guide()[called]
    known = {"briefing": _reference("the briefing"), **keys}
    properties = {key: _explained(known[key], told[key][1]) for key in KEYS[called]}
    required = [key for key in KEYS[called] if told[key][0] == "yes"]
    for key in required:
        properties[key] |= _filled(properties[key])
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _explained(schema: Schema, explanation: str) -> Schema:
    """A schema with what it means; readers of the draft pass over what stands beside a $ref."""
    inner = {"allOf": [schema]} if "$ref" in schema else schema
    return {"description": explanation, **inner}


def _filled(schema: Schema) -> Schema:
    """What holds of a list or mapping besides where something has to be in it."""
    least = {"array": "minItems", "object": "minProperties"}.get(str(schema.get("type")))
    return {least: 1} if least else {}


def _of(annotation: Any) -> Schema:
    """The schema of a value that is decoded by this annotation."""
    held = held_kind(annotation)
    shape, inner = shape_of(annotation), inner_of(annotation)
    if held:
        in_pairs = {**_mapping_to(_TEXT), "propertyNames": {"pattern": _SIGNS_OF_IDS}}
        return in_pairs if held in WRITTEN_IN_PAIRS else _list_of(held)
    if shape is tuple:
        return {"type": "array", "items": _of(inner[0])}
    if inner == [Question, Side]:
        return _mapping_to(_TEXT)
    if shape is Mapping:
        return _mapping_to(_of(inner[1]))
    return _of_one(inner[0] if inner else annotation)


def _of_one(cls: Any) -> Schema:
    """The schema of a value that is neither a list nor a mapping of many."""
    if cls in CALLED and not is_referred_to(cls):
        return _reference(CALLED[cls])
    if issubclass(cls, StrEnum):
        return {"enum": [word.value for word in cls]}
    return _SCALARS.get(cls, _TEXT)


def _list_of(cls: Any) -> Schema:
    return {"type": "array", "items": _reference(CALLED[cls])}


def _mapping_to(schema: Schema) -> Schema:
    return {"type": "object", "additionalProperties": schema}


def _reference(called: str) -> Schema:
    return {"$ref": f"#/definitions/{_name(called)}"}


def _name(called: str) -> str:
    """The name of a kind of record: `an-unlisted-name`."""
    return called.replace(" ", "-")


@cache
def _guide() -> dict[str, dict[str, tuple[str, str]]]:
    """For each kind of record its keys in the guide: whether it is required, and what it holds."""
    guide = starter.guide().read_text(encoding="utf-8")
    return {heading.lower(): _rows(table) for heading, table in _TABLE.findall(guide)}


def _rows(table: str) -> dict[str, tuple[str, str]]:
    found = _ROW.findall(table)
    return {key: (required, _LINK.sub(r"\1", told)) for key, required, told in found}

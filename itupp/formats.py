"""The formats an answer can be given in, and the text of those that need no terminal."""

import json
from enum import StrEnum
from typing import Any


class Format(StrEnum):
    """What an answer is printed as."""

    TABLE = "table"
    JSON = "json"


def json_text(document: Any) -> str:
    """One JSON document, indented."""
    return json.dumps(document, ensure_ascii=False, indent=2)

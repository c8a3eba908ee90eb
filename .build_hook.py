"""Prepares the bundled briefing when a wheel is built, so that commands need not read the YAML."""

import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Prepare(BuildHookInterface):  # type: ignore[type-arg]
    """Put the prepared briefing into the wheel, beside the YAML it was read from."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Read, check and write it; raises DataError where the data has mistakes."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from itupp.loading import load, prepared

        self._folder = Path(mkdtemp())
        file = self._folder / "briefing"
        prepared.write(load(), file)
        build_data["force_include"][str(file)] = f"itupp/{prepared.FILE.as_posix()}"

    def finalize(self, *_: Any) -> None:
        """Take away what was written."""
        folder = getattr(self, "_folder", None)
        if folder:
            (folder / "briefing").unlink()
            folder.rmdir()

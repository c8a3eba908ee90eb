"""The bundled briefing as a wheel brings it: read and checked when the wheel was built.

Reading it takes a twentieth of the time that reading and checking the YAML takes. It is a pickle of
what `load()` returns, and to be trusted as far as the code beside it. A checkout and an editable
installation have none and read the YAML, so that an edit shows at once.
"""

import pickle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from itupp.briefing import Briefing

FILE = Path("data", "pp22.pickle")
"""Where a wheel has it, inside the package."""


def write(briefing: "Briefing", file: Path) -> None:
    """Write a briefing to a file, in the place of what was there.

    Its record is read for that, if it was not yet; raises DataError where it has mistakes.
    """
    from itupp.briefing import Chronicle

    # what reads the record cannot be pickled; what was read is kept in the briefing
    vars(briefing).update(chronicle=briefing.chronicle, read_chronicle=Chronicle)
    file.write_bytes(pickle.dumps(briefing, pickle.HIGHEST_PROTOCOL))


def read(package: Path) -> "Briefing | None":
    """The briefing that an installed package brings; None where it brings none."""
    try:
        content = (package / FILE).read_bytes()
    except OSError:
        return None
    briefing: Briefing = pickle.loads(content)
    return briefing

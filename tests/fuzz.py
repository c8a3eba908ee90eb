"""The loader under inputs that grow towards lines of code not reached before.

It needs `pip install atheris` and takes libFuzzer's options, as in
`python tests/fuzz.py -max_total_time=1200 CORPUS`. It begins with the datasets in tests and data,
and ends at the first input that raises what it must not raise.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["itupp"]):
    from itupp import loading
    from itupp.answers import comparison, outcomes, overview, positions, topics
    from itupp.loading import reading

ROOT = Path(__file__).parent.parent

FOLDER = Path(tempfile.mkdtemp())


def try_one(content: bytes) -> None:
    """Read a dataset: what is wrong is told as problems, and what is right is shown."""
    file = FOLDER / "x.yaml"
    file.write_bytes(content)
    try:
        reading = loading.read(file)
    except loading.DataError as error:
        str(error)
        return
    briefing = reading.briefing
    misplaced = reading.misplaced_anchors(dict.fromkeys(briefing.sources, "burn oil"))
    assert all(str(problem) for problem in (*reading.problems, *misplaced, *reading.doubts()))
    if not reading.mistakes:
        found, about = briefing.positions, list(briefing.topics.values())
        for answer in (
            overview.show(briefing, ""),
            topics.show_all(briefing, about, full=True, missing=""),
            positions.show_all(briefing, found, full=True, decided=False, missing=""),
            comparison.show_room(briefing, about, full=False),
            outcomes.show(briefing, full=True),
        ):
            answer.view()
            answer.document()


def main() -> None:
    """Fuzz, with few countries, since reading all of them would take most of the time."""
    countries = "countries: [{id: fr, name: France}, {id: br, name: Brazil}]"
    (FOLDER / "countries.yaml").write_text(countries, encoding="utf-8")
    reading.data_folder = lambda: FOLDER
    corpus = Path(sys.argv[-1])
    corpus.mkdir(exist_ok=True)
    files = sorted([*ROOT.glob("tests/**/*.yaml"), *ROOT.glob("data/**/*.yaml")])
    for place, file in enumerate(files):
        shutil.copy(file, corpus / f"{place}.yaml")
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

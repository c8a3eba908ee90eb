"""The loader under inputs that grow towards lines of code not reached before.

It needs `pip install atheris` and takes libFuzzer's options: python tests/fuzz.py -max_total_time=1200 CORPUS
It begins with the datasets in tests and data, and ends at the first input that raises what it must not raise.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["itupp"]):
    from itupp import checks, dataset, views
    from itupp.problems import DataError

ROOT = Path(__file__).parent.parent

FOLDER = Path(tempfile.mkdtemp())


def try_one(content: bytes) -> None:
    """Read a dataset; what is wrong with it has to be told as problems, and what is right has to be shown."""
    file = FOLDER / "x.yaml"
    file.write_bytes(content)
    try:
        reading = dataset.read(file)
    except DataError as error:
        str(error)
        return
    checks.doubts(reading)
    checks.anchors(reading, dict.fromkeys(reading.briefing.sources, "burn oil"))
    assert all(str(problem) for problem in reading.problems)
    if all(problem.warning for problem in reading.problems):
        views.overview(reading.briefing)
        views.topics(reading.briefing, reading.briefing.topics.values())
        views.positions(reading.briefing, reading.briefing.positions)
        views.room(reading.briefing)


def main() -> None:
    """Fuzz, with few countries, since reading all of them would take most of the time."""
    (FOLDER / "countries.yaml").write_text("countries: [{id: fr, name: France}, {id: br, name: Brazil}]")
    dataset.data_folder = lambda: FOLDER
    corpus = Path(sys.argv[-1])
    corpus.mkdir(exist_ok=True)
    for place, file in enumerate(sorted([*ROOT.glob("tests/**/*.yaml"), *ROOT.glob("data/**/*.yaml")])):
        shutil.copy(file, corpus / f"{place}.yaml")
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

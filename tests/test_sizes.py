"""How large JSON becomes: no document grows faster than its dataset."""

from functools import partial

import pytest
from bench import generate

SHAPES = {
    "positions": [partial(generate.write, positions=number) for number in (30, 300)],
    "proponents": [
        partial(generate.write, positions=100, proponents=number) for number in (15, 128)
    ],
    "a crowd": [
        partial(generate.write_crowd, proponents=number, topics=number) for number in (5, 15)
    ],
    "signatories": [
        partial(generate.write_statements, signatories=number, positions=number)
        for number in (12, 96)
    ],
}
"""For each shape of a dataset a small one and a large one."""

ASKED = (
    *(("topics",), ("blocs",), ("blocs", "--all"), ("resolutions",), ("positions",)),
    *(("addressees",), ("bloc", "bloc-0"), ("compare", "bloc-0", "bloc-1"), ("history", "t1")),
    *(("brief", "bloc-0"), ("topic", "t1"), ("find", "harbour")),
)

SLACK = 2
"""What is shown of a small dataset holds much that it has in common with a large one.

What grew with the square of a dataset would be larger by the factor that the dataset grows by.
"""


def grown(itupp, folder, shape, argv):
    """By which factors a dataset and a document of it grow."""
    data, documents = [], []
    for place, write in enumerate(SHAPES[shape]):
        path = folder / str(place)
        write(path)
        data.append(sum(file.stat().st_size for file in path.iterdir()))
        documents.append(len(itupp(*argv, "-f", "json", "--data", str(path)).out))
    return data[1] / data[0], documents[1] / documents[0]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("argv", ASKED, ids=" ".join)
def test_documents_grow_with_the_dataset(itupp, tmp_path, shape, argv):
    """None grows with its square, whatever it is that grows."""
    dataset, document = grown(itupp, tmp_path, shape, argv)
    assert document < SLACK * dataset


@pytest.mark.parametrize("name", ["all", "state-0"])
def test_who_signed_is_told_by_the_statement(itupp, tmp_path, name):
    """Of a statement and of who signed it not every signatory is told anew with each position."""
    dataset, document = grown(itupp, tmp_path, "signatories", ("bloc", name))
    assert document < SLACK * dataset

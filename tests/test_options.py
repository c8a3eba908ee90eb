"""The options that every command has, wherever they stand."""

from conftest import PASTED
from conftest import TINY as TINY_PATH

TINY = str(TINY_PATH)


def test_format_before_and_after_the_command(itupp):
    """`-f` may stand on either side of the subcommand; two that differ are a usage error."""
    assert itupp("-f", "json", "topics") == itupp("topics", "--format", "json")
    assert itupp("-f", "json", "topics", "-f", "json").code == 0
    assert itupp("-f", "json", "topics", "-f", "table") == (
        2,
        "",
        "itupp: --format is given twice, with different values (help: itupp topics --help)\n",
    )


def test_data_from_anywhere(itupp, monkeypatch, tmp_path):
    """A dataset is named on either side of the subcommand, or in the environment if on neither."""
    expected = itupp("topics", "--data", TINY)
    assert "Fog horns" in expected.out
    assert f"More: itupp topic NAME --data {PASTED} · " in expected.out
    assert itupp("--data", TINY, "topics") == expected
    monkeypatch.setenv("ITUPP_DATA", str(tmp_path / "nowhere"))
    assert itupp("topics", "--data", TINY) == expected
    assert itupp("topics").code == 3
    monkeypatch.setenv("ITUPP_DATA", TINY)
    from_the_environment = itupp("topics")
    assert from_the_environment.out == expected.out.replace(f" --data {PASTED}", "")
    assert itupp("--data", TINY, "topics", "--data", str(tmp_path)).code == 2


def test_options_given_twice(itupp):
    """Two paths or two formats are a usage error wherever they stand, the same twice is not."""
    assert itupp("topics", "-f", "json", "-f", "csv").code == 2
    assert itupp("topics", "--data", TINY, "--data", TINY).code == 0
    assert itupp("topics", "--data", TINY, "--data", "elsewhere") == (
        2,
        "",
        "itupp: --data is given twice, with different values (help: itupp topics --help)\n",
    )


def test_an_address_for_a_dataset(itupp):
    """It is told that nothing is fetched, and not that there is no such file."""
    told = "--data needs a file or folder, and nothing is fetched from an address"
    refused = (2, "", f"itupp: {told} (help: itupp topics --help)\n")
    assert itupp("topics", "--data", "https://example.org/x.yaml") == refused

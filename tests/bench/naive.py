"""What one would write first: topics read with `yaml.safe_load` and printed as a rich table.

It knows the bundled data by heart, checks nothing and answers nothing else: the least that prints
the same rows.
"""

from itertools import chain
from pathlib import Path

import typer
import yaml
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def topics(folder: Path) -> None:
    """Every topic with its key issues, the number of positions, who speaks, and the resolutions."""
    read = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in _files(folder)]
    names, numbers = {}, {}
    for part in read:
        for record in (*part.get("blocs", ()), *part.get("countries", ())):
            names[record["id"]] = record["name"]
        for record in part.get("resolutions", ()):
            numbers[record["id"]] = record.get("number")
    table = Table("Topic", "Key issues", "Positions", "Who speaks", "Resolutions")
    for topic in (topic for part in read for topic in part.get("topics", ())):
        proponents = (position["proponents"] for position in topic["positions"])
        speakers = dict.fromkeys(chain.from_iterable(proponents))
        listed = [str(numbers[id]) for id in topic["resolutions"] if numbers[id]]
        drafts = len(topic["resolutions"]) - len(listed)
        if drafts:
            listed.append("1 draft" if drafts == 1 else f"{drafts} drafts")
        table.add_row(
            topic["title"],
            "; ".join(topic["key_issues"]),
            str(len(topic["positions"])),
            "; ".join(names[id] for id in speakers),
            "; ".join(listed),
        )
    Console(width=400).print(table)


def _files(folder: Path) -> list[Path]:
    return [folder / "countries.yaml", *sorted((folder / "pp22").rglob("*.yaml"))]


if __name__ == "__main__":
    app()

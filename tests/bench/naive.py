"""What one would write first: the bundled topics, read with `yaml.safe_load` and printed as a rich table.

It knows the bundled data by heart, checks nothing and answers nothing else: the least that prints the same rows.
"""

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
    names = {each["id"]: each["name"] for part in read for key in ("blocs", "countries") for each in part.get(key, ())}
    numbers = {each["id"]: each.get("number") for part in read for each in part.get("resolutions", ())}
    table = Table("Topic", "Key issues", "Positions", "Who speaks", "Resolutions")
    for topic in (topic for part in read for topic in part.get("topics", ())):
        speakers = dict.fromkeys(id for position in topic["positions"] for id in position["proponents"])
        numbered = [str(numbers[id]) for id in topic["resolutions"] if numbers[id]]
        drafts = len(topic["resolutions"]) - len(numbered)
        table.add_row(
            topic["title"],
            "; ".join(topic["key_issues"]),
            str(len(topic["positions"])),
            "; ".join(names[id] for id in speakers),
            "; ".join(numbered + ([f"{drafts} draft{'s' if drafts > 1 else ''}"] if drafts else [])),
        )
    Console(width=400).print(table)


def _files(folder: Path) -> list[Path]:
    return [folder / "countries.yaml", *sorted((folder / "pp22").rglob("*.yaml"))]


if __name__ == "__main__":
    app()

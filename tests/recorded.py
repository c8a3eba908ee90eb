"""A small briefing without a record, and lines of one to give it."""

BASE = """
briefing:
  title: T
  conference: {name: Conference, acronym: C-5, start: 2030-05-01, end: 2030-05-09}
blocs: [{id: north, name: North, members: ["no", is]}, {id: south, name: South}]
participants: [{id: guild, name: Guild, kind: association}]
resolutions:
  - id: "7"
    number: "7"
    title: Lamps
    adopted: Skerry, 2010
    revised: ["Reef, 2014", Somewhere, "Skerry, 2022", "Here, 2030"]
    history_sources: {"Reef, 2014": ["https://lamp.example/7"]}
    outcome: {result: revised}
  - {id: draft, title: Fog}
topics:
  - id: lamps
    title: Lamps
    questions:
      - {id: oil, text: "Oil or current?", sides: {oil: Oil, current: Current, gas: Gas}}
    resolutions: ["7", draft]
    positions:
      - {summary: Keep oil., proponents: [north], answers: {oil: oil}}
      - {summary: Count them., proponents: [south]}
    outcome: {result: put off}
  - id: horns
    title: Horns
    positions: [{summary: Blow., proponents: [fr]}]
record_sources: [{id: log, title: Log, url: "https://lamp.example/log"}, {id: talk, title: Talk}]
record_questions:
  - {id: pay, topic: lamps, beside: oil, text: "Who pays?", sides: {all: All, some: Some}}
  - {id: alone, topic: horns, text: "How loud?", sides: {loud: Loud}}
record:
"""


def entry(date, who="north", side="oil", kind="position", question="oil", **more):
    """A line of the record; without a side the question is only put."""
    of_side = f"side: {side}, " if side else ""
    rest = "".join(f"{key}: {value}, " for key, value in more.items())
    return (
        f"  - {{date: {date}, event: E, kind: {kind}, topic: lamps, question: {question}, "
        f"{of_side}{rest}proponents: [{who}], summary: S., source: log}}\n"
    )

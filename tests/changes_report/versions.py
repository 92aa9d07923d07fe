"""Two versions of a blueprint for tests: the tour, and the tour after some edits of its text."""

from pathlib import Path

from blueprint_cli.diff.between import diff
from blueprint_cli.parse import parse
from blueprint_cli.source import Source

SAMPLES = Path(__file__).parents[2] / "samples"
TOUR = (SAMPLES / "hotel-full.yaml").read_text(encoding="utf-8")
EDITS = (
    ("time: 3m..5m", "time: 2m..4m"),
    ("wait: 0m..2m", "wait: 0m..4m"),
    ("name: Looks up room", "name: Looks up a free room"),
    ("capacity: 2, owner: IT", "capacity: 1, owner: IT"),
    ("while two screens", "while three screens"),
    ("things: [Sign at the door, Lobby]", "things: [Lobby, Plan of the house]"),
)
FOR_A_MANAGER = (
    (
        """\
        - id: offer
          name: Offers 2 double rooms
          channel: face to face
          touchpoint: Room cards
          time: 1m
          needs: look-up
          triggers: accept
          policies: {name: The quiet room is offered first, owner: Front office}
      it: {id: room-list""",
        """\
      restaurant:
        id: offer
        name: Offers 2 double rooms
        channel: face to face
        touchpoint: Room cards
        time: 1m
        triggers: accept
        policies: {name: The quiet room is offered first, owner: Front office}
      it: {id: room-list""",
    ),
    ("wait: 0m..2m", "wait: 2m..6m"),
    ("tolerance: 6m", "tolerance: 5m"),
    ("cost: 0.8", "cost: 1.2"),
    ("emotion: 2", "emotion: 0"),
    ("severity: 4", "severity: 5"),
    ("status: doing", "status: done"),
    ("role: backstage, capacity: 3", "role: frontstage, capacity: 2"),
    (
        "{id: pms, name: Property management system, kind: system, capacity: 2",
        "{id: pms, name: Property management system, kind: system, capacity: 3",
    ),
    ("frequency: 0.2", "frequency: 0.1"),
    ("takes the key, needs: book", "takes the key, pain_points: The pen never works, needs: book"),
    ("{id: dine, name: Dines with friends, needs", "{id: dine, name: Dines, agrees_with"),
    ("name: Turns down the beds, time: 5m", "name: Turns down the beds, time: 8m"),
    (
        "  - id: dinner\n",
        """\
  - name: Luggage goes up
    actions: {guest: Hands over the bags, room-service: Carries the bags up}
  - id: dinner
""",
    ),
)
"""What guests will notice, what they will not, and words."""


def edited(text=TOUR, edits=EDITS):
    """The text after the edits, each of which must find its place once."""
    for before, after in edits:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def between(old, new):
    """What changed between two texts."""
    return diff(parse(Source("old.yaml", old)), parse(Source("new.yaml", new)))


def of_samples(old, new):
    """What changed between two samples."""
    return between(*((SAMPLES / f"{name}.yaml").read_text(encoding="utf-8") for name in (old, new)))

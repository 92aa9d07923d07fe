"""Two versions of a blueprint for tests: the tour, and the tour after some edits of its text."""

from pathlib import Path

from blueprint_cli.diff import diff
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

"""How good the arrows of pictures are: crossings, bends, detours, shared stretches.

Numbers of a picture and not of a machine: the same code gives the same, so a test holds them.

    python benchmarks/quality.py                # prints a table, writes benchmarks/quality.json
    python benchmarks/quality.py --only hub --output -      # prints the figures of one
"""

import argparse
import json
import sys
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path as File
from statistics import fmean
from typing import NamedTuple

from generate import generate

HERE = File(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))  # this checkout is judged, installed or not

from blueprint_cli.drawing import Drawing, Path  # noqa: E402 - found by the path above
from blueprint_cli.layout import lay_out  # noqa: E402 - found by the path above
from blueprint_cli.parse import read  # noqa: E402 - found by the path above

SIZES = {
    "5x4": {"steps": 5, "lanes": 4, "cards": 12, "links": 25},
    "20x8": {"steps": 20, "lanes": 8, "cards": 96, "links": 200},
    "60x12": {"steps": 60, "lanes": 12, "cards": 432, "links": 900},
    "200x20": {"steps": 200, "lanes": 20, "cards": 2400, "links": 5000},
}
HUB = {"steps": 8, "lanes": 5, "each": 9}
"""A blueprint in which a few actions start many others."""


class Quality(NamedTuple):
    """What the eye meets in one picture.

    `bends` are those of all arrows together. `detour` is an arrow's length as a multiple of the
    shortest that goes level and upright only, on average and at worst. `shared` is how many points
    of line are saved because arrows run on a common trunk. `bridges` are crossings that are drawn
    as such.
    """

    links: int
    crossings: int
    bridges: int
    bends: int
    detour: float
    worst_detour: float
    shared: int
    labels: int


class Line(NamedTuple):
    """A stretch of line: where it lies (the other coordinate), from where to where, and whose."""

    at: float
    low: float
    high: float
    owner: str


def main() -> None:
    """Judge all pictures, print a table, keep the figures."""
    parser = argparse.ArgumentParser(description="Judge the arrows of pictures.")
    parser.add_argument("--output", default=str(HERE / "quality.json"), help="- prints the figures")
    parser.add_argument("--only", nargs="+", help="of these pictures")
    options = parser.parse_args()
    chosen = [each for each in texts() if not options.only or each[0] in options.only]
    found = {name: judged(text) for name, text in chosen}
    kept = json.dumps({name: each._asdict() for name, each in found.items()}, indent=1)
    if options.output == "-":
        print(kept)
        return
    print("\n".join(table(found)))
    File(options.output).write_text(kept + "\n", "utf-8")


def texts() -> Iterator[tuple[str, str]]:
    """The blueprints that are judged: all samples, generated ones, and one of hubs."""
    for path in sorted((ROOT / "samples").glob("*.yaml")):
        yield path.stem, path.read_text("utf-8")
    yield "hub", hub(**HUB)
    for name, size in SIZES.items():
        yield name, generate(**size)


def hub(*, steps: int, lanes: int, each: int) -> str:
    """A blueprint in which every third step's first action triggers `each` others."""
    roles = ["customer", "frontstage", *["backstage"] * (lanes - 2)]
    lines = ["blueprint: Hubs", "lanes:"]
    lines += (f"  - {{id: l{n}, name: Lane {n}, role: {role}}}" for n, role in enumerate(roles))
    lines.append("steps:")
    keys = [f"a{step}-{lane}" for step in range(steps) for lane in range(lanes)]
    for number, key in enumerate(keys):
        step, lane = divmod(number, lanes)
        if lane == 0:
            lines += (f"  - id: s{step}", f"    name: Step {step}", "    actions:")
        reached = [keys[(number + 1 + 2 * n) % len(keys)] for n in range(each)]
        more = f", triggers: [{', '.join(reached)}]" if step % 3 == 0 and lane == 0 else ""
        lines.append(f"      l{lane}: {{id: {key}, name: Acts in step {step}{more}}}")
    return "\n".join(lines) + "\n"


def judged(text: str) -> Quality:
    """The quality of the picture of a blueprint without errors."""
    document = read(text.encode(), "blueprint.yaml")
    assert document.blueprint is not None
    assert document.index is not None, document.problems
    return quality(lay_out(document.blueprint, document.index))


def quality(drawing: Drawing) -> Quality:
    """What the eye meets in a drawing."""
    links = [path for path in drawing.paths if "link" in path.classes]
    lengths = [length(path.points) for path in links]
    detours = [
        ran / max(length((path.points[0], path.points[-1])), 1)
        for path, ran in zip(links, lengths, strict=True)
    ]
    level, upright = lines(links)
    drawn = sum(line.high - line.low for line in (*level, *upright))
    return Quality(
        links=len(links),
        crossings=crossings(level, upright),
        bridges=len({hop for path in links for hop in path.hops}),
        bends=sum(len(path.points) - 2 for path in links),
        detour=round(fmean(detours), 3) if links else 1.0,
        worst_detour=round(max(detours, default=1.0), 2),
        shared=round(sum(lengths) - drawn),
        labels=sum(len(path.parts) for path in links),
    )


def length(points: Sequence[tuple[float, float]]) -> float:
    """How long a line is that goes level and upright through the points."""
    return sum(abs(bx - ax) + abs(by - ay) for (ax, ay), (bx, by) in pairwise(points))


def lines(links: Iterable[Path]) -> tuple[list[Line], list[Line]]:
    """The level and the upright stretches; those of a trunk that lie on each other are one."""
    found: tuple[dict[tuple[str, float], list[tuple[float, float]]], ...] = ({}, {})
    for path in links:
        owner = path.trunk or path.id
        for (ax, ay), (bx, by) in pairwise(path.points):
            level = ay == by
            low, high = sorted((ax, bx) if level else (ay, by))
            key = (owner, ay if level else ax)
            found[0 if level else 1].setdefault(key, []).append((low, high))
    level, upright = (
        [
            Line(at, low, high, owner)
            for (owner, at), pieces in each.items()
            for low, high in joined(sorted(pieces))
        ]
        for each in found
    )
    return level, upright


def joined(pieces: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Pieces in order, those that touch made one."""
    low, high = -1.0, -1.0
    for begin, end in pieces:
        if begin > high:
            if high > low:
                yield low, high
            low, high = begin, end
        high = max(high, end)
    if high > low:
        yield low, high


def crossings(level: Iterable[Line], upright: Iterable[Line]) -> int:
    """In how many points two lines cross, found by a sweep from top to bottom."""
    ending, crossed, beginning = range(3)
    events = [(line.at, crossed, line.low, line.high) for line in level]
    for line in upright:
        events += ((line.low, beginning, line.at, 0.0), (line.high, ending, line.at, 0.0))
    active: list[float] = []
    count = 0
    for _, event, at, high in sorted(events):
        if event == beginning:
            insort(active, at)
        elif event == ending:
            del active[bisect_left(active, at)]
        else:
            count += max(0, bisect_left(active, high) - bisect_right(active, at))
    return count


def table(found: dict[str, Quality]) -> list[str]:
    """A Markdown table, figures flush right."""
    head = ["picture", *(name.replace("_", " ") for name in Quality._fields)]
    rows = [[name, *(f"{figure:g}" for figure in each)] for name, each in found.items()]
    return [
        "| " + " | ".join(row) + " |" for row in [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    ]


if __name__ == "__main__":
    main()

"""From counts to coordinates: a box for every card and the bends of every arrow.

All heights come first, since they decide which arrows meet in a gutter; only then are the gutters
as wide as their tracks need.
"""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.gutters import place_gutters
from blueprint_cli.layout.heights import Ends, Frame, place_heights
from blueprint_cli.layout.ports import Port
from blueprint_cli.layout.routes import Route, find_routes
from blueprint_cli.layout.wires import Wire

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float


class Way(NamedTuple):
    """The line of an arrow: `points` are its bends with its two ends.

    `hops` are the points where it jumps over another arrow, `trunk` is the number of the bundle
    that it belongs to (-1: none), and `label` the place of its label.
    """

    points: tuple[Point, ...]
    hops: tuple[Point, ...] = ()
    trunk: int = -1
    label: Box | None = None


class Places(NamedTuple):
    """Where everything is: a box for each card, top and bottom of each row, left of each column.

    `right` is where the last gutter ends; `ways` are those of the arrows, in the wires' order.
    """

    cards: list[Box]
    rows: list[tuple[float, float]]
    columns: list[float]
    right: float
    ways: list[Way]


def place(cards: Sequence[Card], wires: Sequence[Wire], frame: Frame) -> Places:
    """Coordinates for all cards and arrows."""
    routes = find_routes(cards, [(wire.start, wire.end) for wire in wires])
    heights = place_heights(cards, routes, frame)
    columns, right, runs = place_gutters(routes, heights.ends, frame)
    boxes = [
        Box(columns[card.column], top, frame.card, height)
        for card, top, height in zip(cards, heights.tops, heights.heights, strict=True)
    ]
    down = _down_places(routes)
    paths = [
        _down(boxes[route.start], boxes[route.end], *down[number])
        if route.way == "down"
        else _across(number, route, boxes, ends, runs)
        for number, (route, ends) in enumerate(zip(routes, heights.ends, strict=True))
    ]
    ways = [Way(tuple(points)) for points in paths]
    return Places(boxes, heights.rows, columns, right, ways)


def _across(
    number: int, route: Route, boxes: Sequence[Box], ends: Ends, runs: dict[Port, float]
) -> list[Point]:
    """From side to side."""
    start = (_edge(boxes[route.start], route.start_side), ends.start)
    end = (_edge(boxes[route.end], route.end_side), ends.end)
    if route.way != "channel" and ends.start == ends.end:
        return [start, end]
    x = runs[Port(number, "start")]
    if route.way == "gutter":
        return [start, (x, ends.start), (x, ends.end), end]
    far = runs[Port(number, "end")]
    return [start, (x, ends.start), (x, ends.level), (far, ends.level), (far, ends.end), end]


def _edge(box: Box, side: str) -> float:
    return box.x + box.width if side == "right" else box.x


def _down_places(routes: Sequence[Route]) -> dict[int, tuple[int, int]]:
    """For each arrow between neighbours of a column the how-manyth of how many it is."""
    pairs: dict[tuple[int, int], list[int]] = {}
    for number, route in enumerate(routes):
        if route.way == "down":
            low, high = sorted((route.start, route.end))
            pairs.setdefault((low, high), []).append(number)
    return {
        number: (at, len(numbers))
        for numbers in pairs.values()
        for at, number in enumerate(numbers)
    }


def _down(start: Box, end: Box, at: int, count: int) -> list[Point]:
    """Straight down or up, side by side about the middle of the cards."""
    step = 2 * sizes.GRID if (count + 1) * 2 * sizes.GRID <= start.width else sizes.GRID
    x = start.x + start.width / 2 + step * (at - (count - 1) / 2)
    if start.y < end.y:
        return [(x, start.y + start.height), (x, end.y)]
    return [(x, start.y), (x, end.y + end.height)]

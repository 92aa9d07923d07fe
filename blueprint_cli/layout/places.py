"""From counts to coordinates: a box for every card and the bends of every arrow.

All heights come first, since they decide which arrows meet in a gutter; only then are the gutters
as wide as their tracks need.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.layout.bridges import bridges
from blueprint_cli.layout.bundles import bundle, together
from blueprint_cli.layout.choices import find_routes
from blueprint_cli.layout.downs import Down, label_top, place_downs
from blueprint_cli.layout.ends import Ends
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.gutters import label_pad, place_gutters
from blueprint_cli.layout.heights import Frame, place_heights
from blueprint_cli.layout.ports import Port
from blueprint_cli.layout.routes import Route, side_label
from blueprint_cli.layout.spread import LABEL_AWAY
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
    that it belongs to (-1: none), and `label` the place of its label. Arrows of a trunk have one
    label between them.
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
    company = together(wires)
    routes = bundle(company, find_routes(cards, wires, company, frame.card))
    heights = place_heights(cards, wires, routes, frame)
    columns, right, runs = place_gutters(cards, wires, routes, heights.ends, frame)
    boxes = [
        Box(columns[card.column], top, frame.card, height)
        for card, top, height in zip(cards, heights.tops, heights.heights, strict=True)
    ]
    downs = place_downs(wires, routes, frame.card)
    ways = [
        _down(wires[number], route, boxes, downs[number])
        if route.way == "down"
        else Way(_across(number, route, boxes, ends, runs), trunk=route.trunk)
        for number, (route, ends) in enumerate(zip(routes, heights.ends, strict=True))
    ]
    _label_sides(cards, wires, routes, ways, frame.before)
    ways = _bridged(ways)
    return Places(boxes, heights.rows, columns, right, ways)


def _across(
    number: int, route: Route, boxes: Sequence[Box], ends: Ends, runs: Mapping[Port, float]
) -> tuple[Point, ...]:
    """From side to side."""
    start = (_edge(boxes[route.start], route.start_side), ends.start)
    end = (_edge(boxes[route.end], route.end_side), ends.end)
    if route.way != "channel" and ends.start == ends.end:
        return (start, end)
    x = runs[Port(number, "start")]
    if route.way == "gutter":
        return (start, (x, ends.start), (x, ends.end), end)
    far = runs[Port(number, "end")]
    return (start, (x, ends.start), (x, ends.level), (far, ends.level), (far, ends.end), end)


def _bridged(ways: Sequence[Way]) -> list[Way]:
    hops = bridges([way.points for way in ways], [way.trunk for way in ways])
    return [way._replace(hops=each) if each else way for way, each in zip(ways, hops, strict=True)]


def _edge(box: Box, side: str) -> float:
    return box.x + box.width if side == "right" else box.x


def _label_sides(
    cards: Sequence[Card],
    wires: Sequence[Wire],
    routes: Sequence[Route],
    ways: list[Way],
    before: Sequence[int],
) -> None:
    """Give its label to each arrow that leaves the side of a card: above its first stretch."""
    for number, route in enumerate(routes):
        label = side_label(number, wires, routes)
        if label:
            x, y = ways[number].points[0]
            pad = label_pad(wires[number])
            if route.start_side == "right":
                x += pad
            else:
                x -= pad + label.width + before[cards[route.start].column]
            box = Box(x, y - LABEL_AWAY - label.height, label.width, label.height)
            ways[number] = ways[number]._replace(label=box)


def _down(wire: Wire, route: Route, boxes: Sequence[Box], down: Down) -> Way:
    """Straight down or up, the label beside it."""
    start, end = boxes[route.start], boxes[route.end]
    x, below = start.x + down.line, start.y < end.y
    points = ((x, start.y + start.height), (x, end.y))
    if not below:
        points = ((x, start.y), (x, end.y + end.height))
    if not wire.label:
        return Way(points)
    top = label_top(start.y, int(start.height), wire.label, below=below)
    return Way(points, label=Box(start.x + down.label, top, wire.label.width, wire.label.height))

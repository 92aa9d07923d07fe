"""How high arrows begin and end; short jogs between neighbouring columns are straightened."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.ports import Port, Ports
from blueprint_cli.layout.routes import Route, side_label
from blueprint_cli.layout.spread import above, first
from blueprint_cli.layout.wires import Wire


class Ends(NamedTuple):
    """The y values of an arrow: where it begins, where it ends, and of its run in a channel."""

    start: float
    end: float
    level: float


class _Port(NamedTuple):
    """Where an arrow meets a left edge, below the card's top, and the height of its label there."""

    offset: float
    label: float


def find_ends(
    wires: Sequence[Wire],
    routes: Sequence[Route],
    ports: Ports,
    tops: Sequence[float],
    levels: Sequence[float],
) -> list[Ends]:
    """The heights of all arrows' ends, from the cards' tops and the arrows' levels in channels."""
    ends: list[Ends] = []
    lefts = _left_ports(wires, routes, ports)
    for number, (route, level) in enumerate(zip(routes, levels, strict=True)):
        if route.way == "down":
            ends.append(Ends(0.0, 0.0, level))
            continue
        start = tops[route.start] + ports.offsets[Port(route.first(number), "start")]
        end = tops[route.end] + ports.offsets[Port(number, "end")]
        if route.way == "gutter" and route.start_side != route.end_side:
            start, end = _straightened(number, route, (start, end), tops, ports.heights, lefts)
        ends.append(Ends(start, end, level))
    return ends


def _left_ports(
    wires: Sequence[Wire], routes: Sequence[Route], ports: Ports
) -> dict[int, dict[Port, _Port]]:
    """For each card where arrows meet its left edge."""
    lefts: dict[int, dict[Port, _Port]] = {}
    for port, offset in ports.offsets.items():
        route = routes[port.route]
        if port.end == "end":
            card, side, label = route.end, route.end_side, None
        else:
            card, side = route.start, route.start_side
            label = side_label(port.route, wires, routes)
        if side == "left":
            lefts.setdefault(card, {})[port] = _Port(offset, label.height if label else 0.0)
    return lefts


def _straightened(
    number: int,
    route: Route,
    ends: tuple[float, float],
    tops: Sequence[float],
    heights: Sequence[int],
    lefts: dict[int, dict[Port, _Port]],
) -> tuple[float, float]:
    """One height for both ends where the left edge has room at that of the right edge's port.

    `lefts` keeps where arrows meet left edges, and is told of the move. A trunk's start stays where
    it is.
    """
    forward = route.start_side == "right"
    right, left = ends if forward else ends[::-1]
    if abs(right - left) > sizes.STRAIGHT or (not forward and route.trunk >= 0):
        return ends
    card, port = (
        (route.end, Port(number, "end")) if forward else (route.start, Port(number, "start"))
    )
    there = right - tops[card]
    moved = lefts[card][port]._replace(offset=there)
    others = [other for key, other in lefts[card].items() if key != port]
    inside = first(moved.label) <= there <= heights[card] - sizes.GRID
    if not inside or not all(_clear(moved, other) for other in others):
        return ends
    lefts[card][port] = moved
    return right, right


def _clear(one: _Port, two: _Port) -> bool:
    """Whether each leaves the other's label its place."""
    upper, lower = sorted((one, two))
    return lower.offset - upper.offset >= above(lower.label)

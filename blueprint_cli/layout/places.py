"""From counts to coordinates: rows, columns, gutters and the bends of every arrow.

All heights come first, since they decide which arrows meet in a gutter; only then are the gutters
as wide as their tracks need.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.ports import Port, Ports, place_ports
from blueprint_cli.layout.routes import Route
from blueprint_cli.layout.tracks import Stretch, assign_tracks

Point = tuple[float, float]

_APART = 12.0
"""Two arrows on one track of a gutter keep this distance."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the cards: where the grid begins, what stands between rows, their least heights.

    `above` is what is kept free above each row for the lines, and `least` the least height of a
    row; both begin with row 0, the steps.
    """

    left: int
    top: int
    columns: int
    above: Sequence[int]
    least: Sequence[int]


class Box(NamedTuple):
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything is: a box per card, top and bottom per row, left per column, bends per arrow."""

    cards: list[Box]
    rows: list[tuple[float, float]]
    columns: list[float]
    right: float
    paths: list[list[Point]]


def place(cards: Sequence[Card], routes: Sequence[Route], frame: Frame) -> Places:
    """Coordinates for all cards and arrows; the arrows' ends in the order of their routes."""
    channel_tracks, depths = _channel_tracks(cards, routes, 2 * len(frame.least))
    heights = [max(sizes.CARD_HEIGHT, sizes.on_grid(_text_height(card))) for card in cards]
    ports = place_ports(cards, routes, channel_tracks, heights)
    tops, rows, tracks_from = _heights(cards, routes, ports.heights, depths, frame)
    ends = _port_heights(routes, ports, tops)
    levels = [
        tracks_from[route.channel] + sizes.TRACK * track if route.way == "channel" else 0.0
        for route, track in zip(routes, channel_tracks, strict=True)
    ]
    gutters, widths = _gutter_tracks(routes, ends, levels, frame.columns)
    columns, gutter_lefts = _columns(widths, frame.left)
    boxes = [
        Box(columns[card.column], top, sizes.CARD, height)
        for card, top, height in zip(cards, tops, ports.heights, strict=True)
    ]
    paths = _paths(routes, boxes, ends, levels, gutters, gutter_lefts)
    return Places(boxes, rows, columns, gutter_lefts[-1] + widths[-1], paths)


def _text_height(card: Card) -> float:
    return card.text.height + 2 * sizes.CARD_PAD


def _channel_tracks(
    cards: Sequence[Card], routes: Sequence[Route], channels: int
) -> tuple[list[int], list[int]]:
    """Each route's track in its channel, and how many tracks each channel has."""
    members: list[list[int]] = [[] for _ in range(channels)]
    for number, route in enumerate(routes):
        if route.way == "channel":
            members[route.channel].append(number)
    chosen, depths = [0] * len(routes), [0] * channels
    for channel, numbers in enumerate(members):
        tracks, depths[channel] = assign_tracks(
            [_along_channel(cards, routes[number]) for number in numbers], 0
        )
        for number, track in zip(numbers, tracks, strict=True):
            chosen[number] = track
    return chosen, depths


def _along_channel(cards: Sequence[Card], route: Route) -> Stretch:
    """A channel's stretch, its ends counted in gutters; "after" is down."""
    near = (route.gutter, cards[route.start].row * 2 >= route.channel)
    far = (route.far_gutter, cards[route.end].row * 2 >= route.channel)
    low, high = sorted((near, far))
    return Stretch(low[0], high[0], low[1], high[1])


def _heights(
    cards: Sequence[Card],
    routes: Sequence[Route],
    heights: Sequence[int],
    depths: Sequence[int],
    frame: Frame,
) -> tuple[list[float], list[tuple[float, float]], list[float]]:
    """The top of each card, top and bottom of each row, and the first track of each channel."""
    inner, stacks = _stacks(cards, routes, heights, len(frame.least))
    rows: list[tuple[float, float]] = []
    tracks_from: list[float] = []
    card_tops: list[float] = []
    y = frame.top
    for row, least in enumerate(frame.least):
        y += frame.above[row]
        above, below = (_channel(depths[2 * row + side]) for side in (0, 1))
        if row == 0:
            above = 0
            below = below if depths[1] else 0
        height = max(above + inner[row] + below, sizes.on_grid(least))
        tracks_from += (y + sizes.CHANNEL / 2 + 2, y + above + inner[row] + sizes.CHANNEL / 2 + 2)
        card_tops.append(y + above)
        rows.append((y, y + height))
        y += height
    return [card_tops[card.row] + stacks[n] for n, card in enumerate(cards)], rows, tracks_from


def _channel(tracks: int) -> int:
    return sizes.CHANNEL + sizes.TRACK * tracks


def _stacks(
    cards: Sequence[Card], routes: Sequence[Route], heights: Sequence[int], rows: int
) -> tuple[list[int], list[int]]:
    """The height of the highest stack of each row, and each card's top within its stack."""
    joined = {max(route.start, route.end) for route in routes if route.way == "down"}
    inner, tops = [0] * rows, [0] * len(cards)
    bottom = 0
    for number in sorted(range(len(cards)), key=lambda n: _cell(cards[n])):
        card = cards[number]
        gap = sizes.JOINED_GAP if number in joined else sizes.CARD_GAP
        tops[number] = bottom + gap if card.place else 0
        bottom = tops[number] + heights[number]
        inner[card.row] = max(inner[card.row], bottom)
    return inner, tops


def _cell(card: Card) -> tuple[int, int, int]:
    return card.column, card.row, card.place


def _port_heights(
    routes: Sequence[Route], ports: Ports, tops: Sequence[float]
) -> list[tuple[float, float]]:
    """The heights at which each route begins and ends; short jogs between neighbours are straightened."""
    ends: list[tuple[float, float]] = []
    for number, route in enumerate(routes):
        if route.way == "down":
            ends.append((0.0, 0.0))
            continue
        one = tops[route.start] + ports.offsets[Port(number, True)]
        two = tops[route.end] + ports.offsets[Port(number, False)]
        if route.way == "gutter" and route.start_side != route.end_side:
            one, two = _straightened(route, (one, two), tops, ports.heights)
        ends.append((one, two))
    return ends


def _straightened(
    route: Route, ends: tuple[float, float], tops: Sequence[float], heights: Sequence[int]
) -> tuple[float, float]:
    """One height for both ends where the left edge's card reaches that of the right edge's port.

    Only ports of right edges stand on the grid, so that no other port of the left edge is there
    (ports that were moved came from other heights).
    """
    right, left = ends if route.start_side == "right" else ends[::-1]
    card = route.end if route.start_side == "right" else route.start
    inside = tops[card] + sizes.GRID <= right <= tops[card] + heights[card] - sizes.GRID
    return (right, right) if inside and abs(right - left) <= sizes.STRAIGHT else ends


def _gutter_tracks(
    routes: Sequence[Route],
    ends: Sequence[tuple[float, float]],
    levels: Sequence[float],
    columns: int,
) -> tuple[dict[tuple[int, bool], float], list[int]]:
    """Per route and end the distance of its vertical run from its gutter's left; the gutters' widths."""
    members: list[list[tuple[tuple[int, bool], Stretch]]] = [[] for _ in range(columns + 1)]
    for number, route in enumerate(routes):
        start, end = ends[number]
        if route.way == "gutter" and start != end:
            run = _run((start, route.start_side), (end, route.end_side))
            members[route.gutter].append(((number, True), run))
        elif route.way == "channel":
            forward = route.far_gutter > route.gutter
            leave, arrive = ("left", "right") if forward else ("right", "left")
            members[route.gutter].append(
                ((number, True), _run((start, route.start_side), (levels[number], leave)))
            )
            members[route.far_gutter].append(
                ((number, False), _run((end, route.end_side), (levels[number], arrive)))
            )
    offsets: dict[tuple[int, bool], float] = {}
    widths = []
    for gutter, runs in enumerate(members):
        tracks, count = assign_tracks([run for _, run in runs], _APART)
        width = _gutter_width(count, outer=gutter in (0, columns))
        first = (width - sizes.TRACK * max(0, count - 1)) / 2
        offsets |= {
            key: first + sizes.TRACK * track for (key, _), track in zip(runs, tracks, strict=True)
        }
        widths.append(width)
    return offsets, widths


def _run(one: tuple[float, str], two: tuple[float, str]) -> Stretch:
    """A vertical run between two heights; a port on a card's left edge leads to the right of it."""
    low, high = sorted((one, two))
    return Stretch(low[0], high[0], low[1] == "left", high[1] == "left")


def _gutter_width(tracks: int, *, outer: bool) -> int:
    if not tracks:
        return sizes.GUTTER_SIDE if outer else sizes.GUTTER
    return max(sizes.GUTTER, 2 * sizes.GUTTER_SIDE + sizes.TRACK * (tracks - 1))


def _columns(widths: Sequence[int], left: int) -> tuple[list[float], list[float]]:
    """The left of each column and of each gutter."""
    gutters = [
        left + total + sizes.CARD * number
        for number, total in enumerate(accumulate(widths[:-1], initial=0))
    ]
    columns = [x + width for x, width in zip(gutters[:-1], widths, strict=False)]
    return columns, [float(x) for x in gutters]


def _paths(
    routes: Sequence[Route],
    boxes: Sequence[Box],
    ends: Sequence[tuple[float, float]],
    levels: Sequence[float],
    offsets: dict[tuple[int, bool], float],
    gutters: Sequence[float],
) -> list[list[Point]]:
    down = _down_places(routes)
    paths = []
    for number, route in enumerate(routes):
        if route.way == "down":
            paths.append(_down(boxes[route.start], boxes[route.end], *down[number]))
            continue
        start = (_edge(boxes[route.start], route.start_side), ends[number][0])
        end = (_edge(boxes[route.end], route.end_side), ends[number][1])
        points = [start]
        if route.way == "gutter" and start[1] != end[1]:
            x = gutters[route.gutter] + offsets[number, True]
            points += [(x, start[1]), (x, end[1])]
        elif route.way == "channel":
            x = gutters[route.gutter] + offsets[number, True]
            far = gutters[route.far_gutter] + offsets[number, False]
            level = levels[number]
            points += [(x, start[1]), (x, level), (far, level), (far, end[1])]
        paths.append([*points, end])
    return paths


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
        number: (at, len(numbers)) for numbers in pairs.values() for at, number in enumerate(numbers)
    }


def _down(start: Box, end: Box, at: int, count: int) -> list[Point]:
    step = 2 * sizes.GRID if (count + 1) * 2 * sizes.GRID <= start.width else sizes.GRID
    x = start.x + start.width / 2 + step * (at - (count - 1) / 2)
    if start.y < end.y:
        return [(x, start.y + start.height), (x, end.y)]
    return [(x, start.y), (x, end.y + end.height)]

"""How high everything stands: rows, cards, channels, and the ends of the arrows."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.ports import Port, Ports, place_ports
from blueprint_cli.layout.routes import Route
from blueprint_cli.layout.tracks import Stretch, assign_tracks


class Frame(NamedTuple):
    """What surrounds the cards: where the grid begins, and what is kept free between rows.

    `card` is the width of every card. `above` is what is kept free above each row for the lines,
    and `least` the least height of a row; both begin with row 0, the steps. `before` is what each
    gutter keeps free at its right end, directly before its column, for lines that run upright; the
    last gutter has no column after it.
    """

    left: int
    top: int
    columns: int
    card: int
    above: Sequence[int]
    least: Sequence[int]
    before: Sequence[int]


class Ends(NamedTuple):
    """The y values of an arrow: where it begins, where it ends, and of its run in a channel."""

    start: float
    end: float
    level: float


class Heights(NamedTuple):
    """Top and height of each card, top and bottom of each row, and the ends of each arrow.

    Steps that act are all as high as the highest of them.
    """

    tops: list[float]
    heights: list[int]
    rows: list[tuple[float, float]]
    ends: list[Ends]


def place_heights(cards: Sequence[Card], routes: Sequence[Route], frame: Frame) -> Heights:
    """All y values of a picture."""
    tracks, depths = _channel_tracks(cards, routes, 2 * len(frame.least))
    ports = place_ports(cards, routes, tracks, [_least_height(card) for card in cards])
    inner, stacked = _stacks(cards, routes, ports.heights, len(frame.least))
    rows, first_tops = _rows(inner, depths, frame)
    tops = [first_tops[card.row] + stacked[number] for number, card in enumerate(cards)]
    levels = [
        _first_track(route.channel, rows, first_tops, inner) + sizes.TRACK * track
        if route.way == "channel"
        else 0.0
        for route, track in zip(routes, tracks, strict=True)
    ]
    heights = [
        inner[0] if card.row == 0 else height
        for card, height in zip(cards, ports.heights, strict=True)
    ]
    return Heights(tops, heights, rows, _ends(routes, ports, tops, levels))


def _least_height(card: Card) -> int:
    return max(sizes.CARD_HEIGHT, sizes.on_grid(card.text.height + 2 * sizes.CARD_PAD))


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
        stretches = [_along_channel(cards, routes[number]) for number in numbers]
        tracks, depths[channel] = assign_tracks(stretches, 0)
        for number, track in zip(numbers, tracks, strict=True):
            chosen[number] = track
    return chosen, depths


def _along_channel(cards: Sequence[Card], route: Route) -> Stretch:
    """A channel's stretch, its ends counted in gutters; "after" is down."""
    near = (route.gutter, cards[route.start].row * 2 >= route.channel)
    far = (route.far_gutter, cards[route.end].row * 2 >= route.channel)
    low, high = sorted((near, far))
    return Stretch(low[0], high[0], low[1], high[1])


def _stacks(
    cards: Sequence[Card], routes: Sequence[Route], heights: Sequence[int], rows: int
) -> tuple[list[int], list[int]]:
    """The height of the highest stack of each row, and each card's top within its stack."""
    joined = {max(route.start, route.end) for route in routes if route.way == "down"}
    inner, tops = [0] * rows, [0] * len(cards)
    bottom = 0
    for number in sorted(range(len(cards)), key=lambda n: cards[n].cell):
        card = cards[number]
        gap = sizes.JOINED_GAP if number in joined else sizes.CARD_GAP
        tops[number] = bottom + gap if card.place else 0
        bottom = tops[number] + heights[number]
        inner[card.row] = max(inner[card.row], bottom)
    return inner, tops


def _rows(
    inner: Sequence[int], depths: Sequence[int], frame: Frame
) -> tuple[list[tuple[float, float]], list[float]]:
    """Top and bottom of each row, and the top of its first cards."""
    rows: list[tuple[float, float]] = []
    first_tops: list[float] = []
    y = float(frame.top)
    for row, least in enumerate(frame.least):
        y += frame.above[row]
        above, below = _channel(depths[2 * row]), _channel(depths[2 * row + 1])
        if row == 0:
            above, below = 0, below if depths[1] else 0
        height = max(above + inner[row] + below, sizes.on_grid(least))
        first_tops.append(y + above)
        rows.append((y, y + height))
        y += height
    return rows, first_tops


def _channel(tracks: int) -> int:
    return sizes.CHANNEL + sizes.TRACK * tracks


def _first_track(
    channel: int, rows: Sequence[tuple[float, float]], tops: Sequence[float], inner: Sequence[int]
) -> float:
    """The y of a channel's uppermost track."""
    row, below = divmod(channel, 2)
    edge = tops[row] + inner[row] if below else rows[row][0]
    return edge + sizes.CHANNEL / 2 + sizes.TRACK / 2


def _ends(
    routes: Sequence[Route], ports: Ports, tops: Sequence[float], levels: Sequence[float]
) -> list[Ends]:
    """Where arrows begin and end; short jogs between neighbouring columns are straightened."""
    ends: list[Ends] = []
    lefts = _left_ports(routes, ports)
    for number, (route, level) in enumerate(zip(routes, levels, strict=True)):
        if route.way == "down":
            ends.append(Ends(0.0, 0.0, level))
            continue
        start = tops[route.start] + ports.offsets[Port(number, "start")]
        end = tops[route.end] + ports.offsets[Port(number, "end")]
        if route.way == "gutter" and route.start_side != route.end_side:
            start, end = _straightened(route, (start, end), tops, ports.heights, lefts)
        ends.append(Ends(start, end, level))
    return ends


def _left_ports(routes: Sequence[Route], ports: Ports) -> dict[int, list[float]]:
    """For each card how far below its top arrows meet its left edge."""
    lefts: dict[int, list[float]] = {}
    for port, offset in ports.offsets.items():
        route = routes[port.route]
        card, side = (
            (route.start, route.start_side) if port.end == "start" else (route.end, route.end_side)
        )
        if side == "left":
            lefts.setdefault(card, []).append(offset)
    return lefts


def _straightened(
    route: Route,
    ends: tuple[float, float],
    tops: Sequence[float],
    heights: Sequence[int],
    lefts: dict[int, list[float]],
) -> tuple[float, float]:
    """One height for both ends where the left edge has room at that of the right edge's port.

    `lefts` keeps where arrows meet left edges, and is told of the move.
    """
    right, left = ends if route.start_side == "right" else ends[::-1]
    card = route.end if route.start_side == "right" else route.start
    here, there = left - tops[card], right - tops[card]
    others = [offset for offset in lefts[card] if offset != here]
    inside = sizes.GRID <= there <= heights[card] - sizes.GRID
    near = abs(right - left) <= sizes.STRAIGHT
    if not inside or not near or any(abs(offset - there) < sizes.GRID for offset in others):
        return ends
    lefts[card] = [*others, there]
    return right, right

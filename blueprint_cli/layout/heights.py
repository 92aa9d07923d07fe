"""How high everything stands: rows, cards, channels, and the ends of the arrows."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.downs import Rooms, rooms
from blueprint_cli.layout.ends import Ends, find_ends
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.ports import place_ports
from blueprint_cli.layout.routes import Route
from blueprint_cli.layout.tracks import Turn, assign_tracks, stretch
from blueprint_cli.layout.wires import Wire


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


class Heights(NamedTuple):
    """Top and height of each card, top and bottom of each row, and the ends of each arrow.

    Steps that act are all as high as the highest of them.
    """

    tops: list[float]
    heights: list[int]
    rows: list[tuple[float, float]]
    ends: list[Ends]


def place_heights(
    cards: Sequence[Card], wires: Sequence[Wire], routes: Sequence[Route], frame: Frame
) -> Heights:
    """All y values of a picture."""
    tracks, depths = _channel_tracks(cards, routes, 2 * len(frame.least))
    ports = place_ports(cards, wires, routes, tracks, [_least_height(card) for card in cards])
    heights = _equal_steps(cards, ports.heights)
    free = rooms(cards, wires, routes)
    stacks = _stacks(cards, routes, heights, free, len(frame.least))
    rows, first_tops = _rows(stacks, depths, frame)
    tops = [first_tops[card.row] + stacks.tops[number] for number, card in enumerate(cards)]
    levels = [
        _first_track(route.channel, rows, first_tops, stacks) + sizes.TRACK * track
        if route.way == "channel"
        else 0.0
        for route, track in zip(routes, tracks, strict=True)
    ]
    return Heights(tops, heights, rows, find_ends(wires, routes, ports, tops, levels))


def _equal_steps(cards: Sequence[Card], heights: Sequence[int]) -> list[int]:
    highest = max(
        (height for card, height in zip(cards, heights, strict=True) if not card.row), default=0
    )
    return [height if card.row else highest for card, height in zip(cards, heights, strict=True)]


def _least_height(card: Card) -> int:
    return max(sizes.CARD_HEIGHT, sizes.on_grid(card.text.height + 2 * sizes.CARD_PAD))


def _channel_tracks(
    cards: Sequence[Card], routes: Sequence[Route], channels: int
) -> tuple[list[int], list[int]]:
    """Each route's track in its channel, and how many tracks each channel has."""
    members: list[dict[int, list[int]]] = [{} for _ in range(channels)]
    for number, route in enumerate(routes):
        if route.way == "channel":
            members[route.channel].setdefault(route.first(number), []).append(number)
    chosen, depths = [0] * len(routes), [0] * channels
    for channel, groups in enumerate(members):
        stretches = [
            stretch(turn for number in numbers for turn in _along_channel(cards, routes[number]))
            for numbers in groups.values()
        ]
        tracks, depths[channel] = assign_tracks(stretches, 0)
        for numbers, track in zip(groups.values(), tracks, strict=True):
            for number in numbers:
                chosen[number] = track
    return chosen, depths


def _along_channel(cards: Sequence[Card], route: Route) -> tuple[Turn, Turn]:
    """Where an arrow comes to its channel and leaves it, counted in gutters; "after" is down."""
    return (
        Turn(route.gutter, cards[route.start].row * 2 >= route.channel),
        Turn(route.far_gutter, cards[route.end].row * 2 >= route.channel),
    )


class _Stacks(NamedTuple):
    """Per row what its highest stack takes and what is free above it; per card its top in there."""

    inner: list[int]
    heads: list[int]
    tops: list[int]


def _stacks(
    cards: Sequence[Card],
    routes: Sequence[Route],
    heights: Sequence[int],
    free: Rooms,
    rows: int,
) -> _Stacks:
    """Where the cards of each cell stand, one below the other with their arrows' labels between."""
    joined = {max(route.start, route.end) for route in routes if route.way == "down"}
    stacks = _Stacks([0] * rows, [0] * rows, [0] * len(cards))
    bottom = 0
    room = 0.0
    for number in sorted(range(len(cards)), key=lambda n: cards[n].cell):
        row, above = cards[number].row, free.above[number]
        if cards[number].place:
            gap = sizes.JOINED_GAP if number in joined else sizes.CARD_GAP
            bottom += max(gap, sizes.on_grid(room + above) if room + above else 0)
        else:
            bottom = 0
            stacks.heads[row] = max(stacks.heads[row], sizes.on_grid(above))
        stacks.tops[number] = bottom
        bottom += heights[number]
        room = free.below[number]
        stacks.inner[row] = max(stacks.inner[row], bottom + sizes.on_grid(room))
    return stacks


def _rows(
    stacks: _Stacks, depths: Sequence[int], frame: Frame
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
        above += stacks.heads[row]
        height = max(above + stacks.inner[row] + below, sizes.on_grid(least))
        first_tops.append(y + above)
        rows.append((y, y + height))
        y += height
    return rows, first_tops


def _channel(tracks: int) -> int:
    return sizes.CHANNEL + sizes.TRACK * tracks


def _first_track(
    channel: int, rows: Sequence[tuple[float, float]], tops: Sequence[float], stacks: _Stacks
) -> float:
    """The y of a channel's uppermost track."""
    row, below = divmod(channel, 2)
    edge = tops[row] + stacks.inner[row] if below else rows[row][0]
    return edge + sizes.CHANNEL / 2 + sizes.TRACK / 2

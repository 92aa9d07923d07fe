"""Where on the edges of its cards an arrow leaves and arrives.

Arrows leave right edges at whole multiples of the grid and left edges half a grid below, so that
two arrows in one gutter never run at one height.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.routes import Route, Side

_ROW = 1_000_000
_BELOW_CARDS = 900_000
"""Heights before any is known: what stands lower has the greater number."""


class Port(NamedTuple):
    """One end of one route on one edge of a card."""

    route: int
    end: Literal["start", "end"]


class Ports(NamedTuple):
    """Per port its distance below the top of its card, and per card the least height it needs."""

    offsets: dict[Port, int]
    heights: list[int]


def place_ports(
    cards: Sequence[Card],
    routes: Sequence[Route],
    channel_tracks: Sequence[int],
    heights: list[int],
) -> Ports:
    """Order the arrows at each edge so that few cross, and spread them over its height.

    `heights` are those that the cards' texts need; `channel_tracks` is each route's track in its
    channel.
    """
    edges = _edges(cards, routes, channel_tracks)
    needed = list(heights)
    for (card, _), ports in edges.items():
        needed[card] = max(
            needed[card], _height_for(len(ports), straight=_has_straight(ports, routes))
        )
    offsets: dict[Port, int] = {}
    for (card, side), ports in edges.items():
        offsets |= zip(ports, _spread(ports, routes, needed[card], side), strict=True)
    return Ports(offsets, needed)


def _has_straight(ports: Sequence[Port], routes: Sequence[Route]) -> bool:
    """Whether one of the arrows at this edge runs straight to the next card."""
    return any(routes[port.route].way == "along" for port in ports)


def _edges(
    cards: Sequence[Card], routes: Sequence[Route], channel_tracks: Sequence[int]
) -> dict[tuple[int, Side], list[Port]]:
    """Each edge's ports from top to bottom."""
    keyed: dict[tuple[int, Side], list[tuple[tuple[int, int], Port]]] = {}
    for number, route in enumerate(routes):
        if route.way == "down":
            continue
        here, there = _height(cards[route.start]), _height(cards[route.end])
        from_end, from_start = here, there
        if route.way == "channel":
            row, below = divmod(route.channel, 2)
            run = row * _ROW + below * _BELOW_CARDS + channel_tracks[number]
            from_end, from_start = run, run
        bracket = route.way == "gutter" and route.start_side == route.end_side
        towards_end = _order(here, from_start, bracket=bracket)
        towards_start = _order(there, from_end, bracket=bracket)
        keyed.setdefault((route.start, route.start_side), []).append(
            (towards_end, Port(number, "start"))
        )
        keyed.setdefault((route.end, route.end_side), []).append(
            (towards_start, Port(number, "end"))
        )
    return {edge: [port for _, port in sorted(ports)] for edge, ports in keyed.items()}


def _height(card: Card) -> int:
    return card.row * _ROW + 1_000 + card.place * 1_000


def _order(here: int, there: int, *, bracket: bool) -> tuple[int, int]:
    """What goes up leaves above what goes down; brackets to the same side lie one in another."""
    if not bracket:
        return (0, there)
    return (1 if there >= here else -1, -there)


def _height_for(count: int, *, straight: bool) -> int:
    room = (count + 2) * sizes.GRID
    return room + 2 * sizes.GRID if straight else room


def _spread(ports: Sequence[Port], routes: Sequence[Route], height: int, side: Side) -> list[int]:
    """Offsets of an edge's ports, evenly about its middle or about the straight arrow."""
    half = 0 if side == "right" else sizes.GRID // 2
    free = [at + half for at in range(sizes.GRID, height - sizes.GRID + 1 - half, sizes.GRID)]
    if not _has_straight(ports, routes):
        step = max(1, min(2, len(free) // (len(ports) + 1)))
        first = (len(free) - (len(ports) - 1) * step - 1) // 2
        return [free[first + step * number] for number in range(len(ports))]
    straight = next(n for n, port in enumerate(ports) if routes[port.route].way == "along")
    above = [at for at in free if at <= sizes.STRAIGHT - sizes.GRID]
    below = [at for at in free if at >= sizes.STRAIGHT + sizes.GRID]
    upper = min(straight, len(above))
    lower = len(ports) - 1 - upper
    apart = [at for at in below if at > sizes.STRAIGHT + sizes.GRID][::2]
    if len(apart) < lower:
        apart = below
    offsets = above[:upper] + apart[:lower]
    offsets.insert(straight, sizes.STRAIGHT)
    return offsets

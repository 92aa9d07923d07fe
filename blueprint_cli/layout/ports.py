"""Where on the edges of its cards an arrow leaves and arrives."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.routes import Route, Side, side_label
from blueprint_cli.layout.spread import Edge, least_height, spread, straight_height
from blueprint_cli.layout.wires import Wire

_ROW = 1_000_000
_BELOW_CARDS = 900_000
"""Heights before any is known: what stands lower has the greater number."""


class Port(NamedTuple):
    """One end of one route on one edge of a card; a trunk begins at that of its first route."""

    route: int
    end: Literal["start", "end"]


class Ports(NamedTuple):
    """Per port its distance below the top of its card, and per card the least height it needs."""

    offsets: dict[Port, int]
    heights: list[int]


_Edges = dict[tuple[int, Side], list[Port]]


def place_ports(
    cards: Sequence[Card],
    wires: Sequence[Wire],
    routes: Sequence[Route],
    channel_tracks: Sequence[int],
    heights: list[int],
) -> Ports:
    """Order the arrows at each edge so that few cross, and spread them over its height.

    `heights` are those that the cards' texts need; `channel_tracks` is each route's track in its
    channel.
    """
    ports = _ports(cards, routes, channel_tracks)
    edges = {key: _edge(key[1], each, wires, routes) for key, each in ports.items()}
    straights = _straights(ports, edges)
    needed = list(heights)
    for key, edge in edges.items():
        height = least_height(edge, straights.get(key, 0))
        needed[key[0]] = max(needed[key[0]], height)
    offsets: dict[Port, int] = {}
    for key, edge in edges.items():
        placed = spread(edge, straights.get(key, 0), needed[key[0]])
        offsets |= zip(ports[key], placed, strict=True)
    return Ports(offsets, needed)


def _edge(
    side: Side, ports: Sequence[Port], wires: Sequence[Wire], routes: Sequence[Route]
) -> Edge:
    labels = []
    straight = -1
    for at, port in enumerate(ports):
        label = side_label(port.route, wires, routes) if port.end == "start" else None
        labels.append(label.height if label else 0.0)
        if routes[port.route].way == "along":
            straight = at
    return Edge(tuple(labels), side == "left", straight)


def _straights(ports: _Edges, edges: dict[tuple[int, Side], Edge]) -> dict[tuple[int, Side], int]:
    """How far below its cards' tops each straight arrow runs: what suits both of its edges."""
    found: dict[int, int] = {}
    for key, edge in edges.items():
        if edge.straight >= 0:
            route = ports[key][edge.straight].route
            found[route] = max(found.get(route, 0), straight_height(edge))
    return {
        key: found[ports[key][edge.straight].route]
        for key, edge in edges.items()
        if edge.straight >= 0
    }


def _ports(cards: Sequence[Card], routes: Sequence[Route], channel_tracks: Sequence[int]) -> _Edges:
    """Each edge's ports from top to bottom; arrows of one trunk have one start between them."""
    keyed: dict[tuple[int, Side], list[tuple[tuple[int, int], Port]]] = {}
    trunks: dict[int, list[tuple[int, int]]] = {}
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
        if route.trunk >= 0:
            trunks.setdefault(route.trunk, []).append(towards_end)
        else:
            keyed.setdefault((route.start, route.start_side), []).append(
                (towards_end, Port(number, "start"))
            )
        keyed.setdefault((route.end, route.end_side), []).append(
            (towards_start, Port(number, "end"))
        )
    for first, orders in trunks.items():
        middle = sorted(orders)[len(orders) // 2]
        edge = routes[first].start, routes[first].start_side
        keyed.setdefault(edge, []).append((middle, Port(first, "start")))
    return {edge: [port for _, port in sorted(ports)] for edge, ports in keyed.items()}


def _height(card: Card) -> int:
    return card.row * _ROW + 1_000 + card.place * 1_000


def _order(here: int, there: int, *, bracket: bool) -> tuple[int, int]:
    """What goes up leaves above what goes down; brackets to the same side lie one in another."""
    if not bracket:
        return (0, there)
    return (1 if there >= here else -1, -there)

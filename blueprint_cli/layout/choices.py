"""Which way each arrow takes, so that few cross and few bend."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import inf
from types import MappingProxyType
from typing import NamedTuple

from blueprint_cli.layout.downs import fit
from blueprint_cli.layout.grid import Card, Reach, neighbours, reaches
from blueprint_cli.layout.routes import Route, Side
from blueprint_cli.layout.traffic import Run, Traffic, card_level, channel_level, runs
from blueprint_cli.layout.wires import Wire

_MANY = 2000
"""Of more arrows than these each chooses only once, and among less: nobody follows them all."""
_NOT_ABOVE = 2
"""What counts against a channel below cards, for an arrow that leads back or joins top cards."""
_BEYOND = 4
"""What counts against each gutter that an arrow runs beyond both of its cards."""
_OUTSIDE = 2
"""What counts against a channel above both cards or below both."""
_ODD = 8
"""What counts against an arrow that leaves a card, or comes to it, on the far side."""
_ALONE = 16
"""What counts against leaving a card apart from those with which an arrow could share a trunk."""
_FREE: Mapping[Side, int] = MappingProxyType({"right": 0, "left": 0})
_FORWARD: tuple[tuple[tuple[Side, Side], int], ...] = (
    (("right", "left"), 0),
    (("right", "right"), _ODD),
    (("left", "left"), _ODD),
    (("left", "right"), 2 * _ODD),
)
_BACK: tuple[tuple[tuple[Side, Side], int], ...] = (
    (("left", "right"), 0),
    (("left", "left"), _ODD),
    (("right", "right"), _ODD),
    (("right", "left"), 2 * _ODD),
)
_DOWN: tuple[tuple[tuple[Side, Side], int], ...] = ((("right", "right"), 0), (("left", "left"), 0))
_UP = _DOWN[::-1]


class _Weighed(NamedTuple):
    """How much each arrow weighs: pairs of sides, gutters and channels, and how often."""

    sides: int
    gutters: int
    channels: int
    sweeps: int


_FEW_ARROWS = _Weighed(sides=4, gutters=6, channels=6, sweeps=2)
_MANY_ARROWS = _Weighed(sides=1, gutters=4, channels=4, sweeps=1)

_Channel = tuple[tuple[Side, Side], int, int, int]
"""The sides, the gutter, the channel and the far gutter of a way along a lane."""


class _Gutter(NamedTuple):
    """A way through `gutter`, from the gutter beside one card to that beside the other."""

    dislike: int
    sides: tuple[Side, Side]
    near: int
    gutter: int
    far: int


def find_routes(
    cards: Sequence[Card], wires: Sequence[Wire], company: Sequence[int], card: int
) -> list[Route]:
    """The route of every arrow; `card` is the width of all cards.

    `company` tells for each arrow the first of those that could share a trunk with it, or -1. Where
    there is a choice, an arrow takes the way on which it meets the fewest that are there before it;
    then each chooses again, knowing all others.
    """
    weighed = _FEW_ARROWS if len(wires) <= _MANY else _MANY_ARROWS
    routes = _straight(cards, wires, card)
    traffic = Traffic(cards)
    for route in routes.values():
        traffic.add(runs(cards, route))
    reach = reaches(cards)
    choices = {
        number: _gutters(cards, wire, reach, weighed)
        for number, wire in enumerate(wires)
        if number not in routes
    }
    counted: dict[int, list[Run]] = {}
    leaving = Counter[tuple[int, Side]]()
    for sweep in range(weighed.sweeps):
        for number, gutters in choices.items():
            first = company[number]
            if sweep:
                if len(gutters) == 1:
                    continue
                traffic.add(counted[number], -1)
                leaving[first, routes[number].start_side] -= 1
            alone = _alone(leaving[first, "right"], leaving[first, "left"]) if first >= 0 else _FREE
            routes[number] = (
                _best(cards, wires[number], gutters, alone, traffic)
                if gutters
                else _through_channel(cards, wires[number], alone, traffic, weighed)
            )
            counted[number] = runs(cards, routes[number])
            traffic.add(counted[number])
            leaving[first, routes[number].start_side] += 1
    return [routes[number] for number in range(len(wires))]


def _alone(right: int, left: int) -> dict[Side, int]:
    """What counts against each side where more arrows that could go together leave by the other."""
    return {"right": _ALONE if left > right else 0, "left": _ALONE if right > left else 0}


def _straight(cards: Sequence[Card], wires: Sequence[Wire], card: int) -> dict[int, Route]:
    """The arrows between neighbours: all in a column that have room, and one in a row."""
    below, right = neighbours(cards)
    down: dict[tuple[int, int], list[int]] = {}
    along: set[tuple[int, int]] = set()
    straight: dict[int, Route] = {}
    for number, (start, end, *_) in enumerate(wires):
        pair = (start, end) if below[start] == end or right[start] == end else (end, start)
        if below[pair[0]] == pair[1]:
            beside = [*down.get(pair, ()), number]
            if fit([wires[each].label for each in beside], card):
                down[pair] = beside
                straight[number] = Route("down", start, end)
        elif right[pair[0]] == pair[1] and pair not in along:
            along.add(pair)
            sides, _ = _sides(cards[start], cards[end])[0]
            straight[number] = Route("along", start, end, *sides)
    return straight


def _sides(start: Card, end: Card) -> Sequence[tuple[tuple[Side, Side], int]]:
    """Where an arrow can leave and arrive, the plainest first, and what counts against each."""
    if start.column < end.column:
        return _FORWARD
    if start.column > end.column:
        return _BACK
    return _DOWN if start.row <= end.row else _UP


def _gutters(
    cards: Sequence[Card], wire: Wire, reach: Sequence[Reach], weighed: _Weighed
) -> list[_Gutter]:
    """The gutters that both cards' edges reach over empty cells."""
    start, end = cards[wire.start], cards[wire.end]
    found: list[_Gutter] = []
    for sides, dislike in _sides(start, end)[: weighed.sides]:
        near, far = _beside(start, sides[0]), _beside(end, sides[1])
        one = _reached(near, reach[wire.start], sides[0])
        two = _reached(far, reach[wire.end], sides[1])
        first, last = max(one[0], two[0]), min(one[1], two[1])
        if first <= last:
            gutters = _outer(range(first, last + 1), weighed.gutters)
            ordered = gutters if sides[0] == "right" else gutters[::-1]
            inner, outer = min(near, far), max(near, far)
            for gutter in ordered:
                beyond = max(inner - gutter, gutter - outer, 0)
                found.append(_Gutter(dislike + _BEYOND * beyond, sides, near, gutter, far))
    return found


def _best(
    cards: Sequence[Card],
    wire: Wire,
    gutters: Sequence[_Gutter],
    alone: Mapping[Side, int],
    traffic: Traffic,
) -> Route:
    """The way with the fewest bends, and then with the fewest crossings; the plainest of equals."""
    best = gutters[0]
    if len(gutters) > 1:
        here, there = card_level(cards[wire.start]), card_level(cards[wire.end])
        best = min(
            gutters, key=lambda each: alone[each.sides[0]] + _cost(each, here, there, traffic)
        )
    return Route("gutter", wire.start, wire.end, *best.sides, best.gutter)


def _cost(choice: _Gutter, here: int, there: int, traffic: Traffic) -> int:
    """What a way through a gutter crosses between two levels, and what counts against it."""
    dislike, _, near, gutter, far = choice
    level = traffic.beside(here, near, gutter) + traffic.beside(there, far, gutter)
    return dislike + level + traffic.upright(gutter, here, there)


def _through_channel(
    cards: Sequence[Card],
    wire: Wire,
    alone: Mapping[Side, int],
    traffic: Traffic,
    weighed: _Weighed,
) -> Route:
    """Four bends: down or up beside the one card, along a lane, and to the other card."""
    start, end = cards[wire.start], cards[wire.end]
    channels = _channels(start.row, end.row, weighed.channels)
    first, last = min(start.row, end.row) * 2, max(start.row, end.row) * 2 + 1
    pairs = _sides(start, end)[: weighed.sides]
    leaving = {side: _to_channels(start, side, channels, traffic) for (side, _), _ in pairs}
    arriving = {side: _to_channels(end, side, channels, traffic) for (_, side), _ in pairs}
    tops = start.row == end.row and not start.place and not end.place
    below = _NOT_ABOVE if tops or end.column < start.column else 0
    least = inf
    best: _Channel = (_FORWARD[0][0], 0, 0, 0)
    for sides, dislike in pairs:
        near, far = _beside(start, sides[0]), _beside(end, sides[1])
        for channel, leaves, arrives in zip(
            channels if near != far else (), leaving[sides[0]], arriving[sides[1]], strict=False
        ):
            cost = dislike + alone[sides[0]] + below * (channel % 2) + leaves + arrives
            cost += 0 if first < channel < last else _OUTSIDE
            if cost < least:
                cost += traffic.across(channel_level(channel), near, far)
            if cost < least:
                least, best = cost, (sides, near, channel, far)
    return Route("channel", wire.start, wire.end, *best[0], *best[1:])


def _to_channels(card: Card, side: Side, channels: Sequence[int], traffic: Traffic) -> list[int]:
    """What is crossed from a card's edge, in the gutter beside it, to each channel."""
    gutter, level = _beside(card, side), card_level(card)
    first = traffic.beside(level, gutter, gutter)
    return [first + traffic.upright(gutter, level, channel_level(each)) for each in channels]


def _beside(card: Card, side: Side) -> int:
    """The gutter beside a card's edge."""
    return card.column + (side == "right")


def _reached(near: int, reach: Reach, side: Side) -> tuple[int, int]:
    """The first and last gutter that a card's edge reaches over empty cells."""
    return (near, reach.right) if side == "right" else (reach.left, near)


def _channels(start: int, end: int, most: int) -> list[int]:
    """The channels on the way, those at the arrow's end first; above the steps there is none."""
    low, high = min(start, end), max(start, end)
    channels = _outer(range(max(1, 2 * low), 2 * high + 2), most)
    return channels if start > end else channels[::-1]


def _outer(numbers: range, most: int) -> list[int]:
    """As many from both ends of a range."""
    half = most // 2
    return [*numbers[:half], *numbers[half:][-half:]]

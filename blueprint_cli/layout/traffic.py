"""Where arrows run before anything has a place, to tell how many a further one would cross."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.routes import Route

_WHOLE, _HALF = 2, 1
"""An arrow that passes a place meets each line there, one that turns off about every other."""


class Run(NamedTuple):
    """A stretch of an arrow on one level or in one gutter, and which of its ends go right through.

    Levels are counted from the top: the channel above a row, its cards, the channel below.
    """

    way: Literal["level", "upright"]
    at: int
    low: int
    high: int
    low_weight: int = _HALF
    high_weight: int = _HALF


def runs(cards: Sequence[Card], route: Route) -> list[Run]:
    """All stretches of a route; one straight down a column meets no other."""
    if route.way == "down":
        return []
    start, end = cards[route.start], cards[route.end]
    near = start.column + (route.start_side == "right")
    far = end.column + (route.end_side == "right")
    here, there = card_level(start), card_level(end)
    if route.way == "along":
        low, high = sorted((near, far))
        return [Run("level", here, low, high, _WHOLE, _WHOLE)]
    if route.way == "gutter":
        return [
            _level(here, near, route.gutter),
            _upright(route.gutter, here, there),
            _level(there, far, route.gutter),
        ]
    level = channel_level(route.channel)
    low, high = sorted((route.gutter, route.far_gutter))
    return [
        _level(here, near, route.gutter),
        _upright(route.gutter, here, level),
        Run("level", level, low, high),
        _upright(route.far_gutter, level, there),
        _level(there, far, route.far_gutter),
    ]


def card_level(card: Card) -> int:
    """The level of a card's edges."""
    return 3 * card.row + 1


def channel_level(channel: int) -> int:
    """The level of a channel."""
    return channel // 2 * 3 + channel % 2 * 2


def _level(at: int, near: int, gutter: int) -> Run:
    """From the gutter beside a card, all through it, to the one in which the arrow turns."""
    if near <= gutter:
        return Run("level", at, near, gutter, _WHOLE if near < gutter else _HALF)
    return Run("level", at, gutter, near, _HALF, _WHOLE)


def _upright(gutter: int, one: int, two: int) -> Run:
    low, high = sorted((one, two))
    return Run("upright", gutter, low, high)


class Traffic:
    """How many arrows run where, so far."""

    def __init__(self, cards: Sequence[Card]) -> None:
        """Begin with no arrow between these cards."""
        gutters = max((card.column for card in cards), default=0) + 2
        levels = 3 * max((card.row for card in cards), default=0) + 3
        self._upright = [[0] * gutters for _ in range(levels)]
        self._level = [[0] * levels for _ in range(gutters)]
        self._channels = [[0] * gutters for _ in range(levels)]

    def add(self, found: Iterable[Run], sign: int = 1) -> None:
        """Count an arrow in, or out."""
        for way, at, low, high, low_weight, high_weight in found:
            lines = self._upright if way == "upright" else self._level
            for line in lines[low : high + 1]:
                line[at] += _WHOLE * sign
            lines[low][at] -= (_WHOLE - low_weight) * sign
            if low < high:
                lines[high][at] -= (_WHOLE - high_weight) * sign
            if way == "level" and at % 3 != 1:
                channel = self._channels[at]
                channel[low : high + 1] = [count + sign for count in channel[low : high + 1]]

    def beside(self, level: int, near: int, gutter: int) -> int:
        """About four times what is crossed from the gutter beside a card to that of the turn."""
        line = self._upright[level]
        if near == gutter:
            return line[gutter]
        passed = line[near:gutter] if near < gutter else line[gutter + 1 : near + 1]
        return _WHOLE * sum(passed) + line[gutter]

    def upright(self, gutter: int, one: int, two: int) -> int:
        """About four times what is crossed in a gutter between two levels."""
        return _between(self._level[gutter], one, two)

    def across(self, level: int, one: int, two: int) -> int:
        """The same along a channel between two gutters, and how crowded it is there."""
        crowd = max(self._channels[level][one : two + 1] or self._channels[level][two : one + 1])
        return _between(self._upright[level], one, two) + crowd


def _between(line: Sequence[int], one: int, two: int) -> int:
    if one > two:
        one, two = two, one
    return _WHOLE * sum(line[one + 1 : two]) + line[one] + (line[two] if one < two else 0)

"""Where a picture may be cut along one axis, and the fewest pieces that fit on pages."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

Span = tuple[float, float]
"""From a coordinate to a larger one."""

_EVERY = 40.0
"""Free space that is longer than this may be cut in several places."""
_EMPTY = 5.0
"""The cost of a page with nothing on it."""
_LEAST = 0.5
"""Free space that is shorter than this is not cut."""


class Place(NamedTuple):
    """A coordinate at which nothing is in the way, and how much better it were to cut elsewhere."""

    at: float
    cost: float = 0.0


def free(blocked: Iterable[Span], start: float, end: float) -> list[float]:
    """The middles of all that is free between the blocked spans, from start to end."""
    found: list[float] = []
    reached = start
    for low, high in (*sorted(blocked), (end, end)):
        if low - reached > _LEAST:
            parts = int((low - reached) / _EVERY) + 1
            step = (low - reached) / parts
            found += (reached + step * (part + 0.5) for part in range(parts))
        reached = max(reached, high)
    return [at for at in found if start < at < end]


def divide(
    places: Sequence[Place], ends: Span, first: float, other: float
) -> tuple[float, ...] | None:
    """The cuts, both ends included, into the fewest pieces, and among these the cheapest.

    The first piece is at most `first` long and the others `other`; None where that cannot be.
    """
    stops = [Place(ends[0]), *places, Place(ends[1])]
    if max(two.at - one.at for one, two in pairwise(stops)) > max(first, other):
        return None
    best: list[tuple[int, float, int] | None] = [(0, 0.0, -1)]
    for here, stop in enumerate(stops[1:], 1):
        reachable = (
            (before[0] + 1, before[1] + stop.cost + _uneven(share), there)
            for there, before in _before(stops, best, here, max(first, other))
            if (share := (stop.at - stops[there].at) / (other if there else first)) <= 1
        )
        best.append(min(reachable, default=None))
    return _back(stops, best)


def _uneven(share: float) -> float:
    """How bad it is that so much of a page is free: pages are best about equally full."""
    return _EMPTY * (1 - share) ** 2


def _before(
    stops: Sequence[Place],
    best: Sequence[tuple[int, float, int] | None],
    here: int,
    room: float,
) -> Iterable[tuple[int, tuple[int, float, int]]]:
    """The stops at most so far before this one that can be reached themselves."""
    for there in range(here - 1, -1, -1):
        if stops[here].at - stops[there].at > room:
            return
        known = best[there]
        if known is not None:
            yield there, known


def _back(
    stops: Sequence[Place], best: Sequence[tuple[int, float, int] | None]
) -> tuple[float, ...] | None:
    """The stops on the best way to the last one."""
    cuts: list[float] = []
    here = len(stops) - 1
    while here >= 0:
        known = best[here]
        if known is None:
            return None
        cuts.append(stops[here].at)
        here = known[2]
    return tuple(reversed(cuts))


class Grid(NamedTuple):
    """A picture cut at some x and some y, the outer edges included."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def columns(self) -> int:
        """How many pieces stand side by side."""
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        """How many pieces stand one below the other."""
        return len(self.ys) - 1

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """The row and column of a point."""
        return place_of(self.ys, y), place_of(self.xs, x)


def place_of(cuts: Sequence[float], at: float) -> int:
    """The number of the piece in which a coordinate lies."""
    return min(max(bisect_right(cuts, at) - 1, 0), len(cuts) - 2)


def pieces(cuts: Sequence[float], span: Span) -> list[tuple[int, Span]]:
    """What the cuts make of a span: each part that has a length, with the number of its piece."""
    low, high = span
    return [
        (number, (max(low, before), min(high, after)))
        for number, (before, after) in enumerate(pairwise(cuts))
        if min(high, after) > max(low, before)
    ]

"""Where level arrows jump over upright ones, so that it is seen which goes where.

The crossings are found by a sweep from the top of the picture to its bottom.
"""

from bisect import bisect_left, bisect_right, insort
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_Point = tuple[float, float]
_Piece = tuple[float, float]

ROOM = 5.0
"""A bridge keeps this distance from bends, ends and other bridges."""
MOST = 16
"""A line that crosses more others is plain: a comb is harder to follow than a line."""


class Line(NamedTuple):
    """The stretches of one arrow, or of those of one trunk, at one x or one y.

    `stops` are where they begin, end or turn off, in order.
    """

    at: float
    owner: int
    pieces: list[_Piece]
    stops: Sequence[float]


def bridges(paths: Sequence[Sequence[_Point]], trunks: Sequence[int]) -> list[tuple[_Point, ...]]:
    """For each path the points where it jumps; those of one trunk, unless it is -1, are one."""
    owners = [-1 - number if trunk < 0 else trunk for number, trunk in enumerate(trunks)]
    levels, uprights = _lines(paths, owners)
    jumps: dict[int, dict[float, list[float]]] = {}
    for line, places in _crossings(levels, uprights):
        jumps.setdefault(line.owner, {}).setdefault(line.at, []).extend(places)
    return [
        tuple(_own(path, jumps[owner])) if owner in jumps else ()
        for path, owner in zip(paths, owners, strict=True)
    ]


def _lines(
    paths: Sequence[Sequence[_Point]], owners: Sequence[int]
) -> tuple[list[Line], list[Line]]:
    """All level lines and all upright ones; where arrows of a trunk lie on each other is one."""
    lines: tuple[list[Line], list[Line]] = ([], [])
    shared: dict[tuple[int, int, float], set[_Piece]] = {}
    for path, owner in zip(paths, owners, strict=True):
        for (ax, ay), (bx, by) in pairwise(path):
            way, at, one, two = (0, ay, ax, bx) if ay == by else (1, ax, ay, by)
            piece = (one, two) if one < two else (two, one)
            if owner < 0:
                lines[way].append(Line(at, owner, [piece], piece))
            else:
                shared.setdefault((way, owner, at), set()).add(piece)
    for (way, owner, at), pieces in shared.items():
        stops = sorted({end for piece in pieces for end in piece})
        lines[way].append(Line(at, owner, _joined(sorted(pieces)), stops))
    return lines


def _joined(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Pieces in order, those that touch made one."""
    joined = [pieces[0]]
    for low, high in pieces[1:]:
        if low > joined[-1][1]:
            joined.append((low, high))
        elif high > joined[-1][1]:
            joined[-1] = (joined[-1][0], high)
    return joined


def _crossings(
    levels: Sequence[Line], uprights: Sequence[Line]
) -> Iterator[tuple[Line, list[float]]]:
    """Each level line with the places where it meets upright lines of others and has room.

    Those that the sweep passes are kept as their numbers from the left, which are fast to compare.
    """
    uprights = sorted(uprights, key=lambda line: line.at)
    across = [line.at for line in uprights]
    pieces = [(piece, number) for number, line in enumerate(uprights) for piece in line.pieces]
    begins = deque(sorted([(low, number) for (low, _), number in pieces]))
    ends = deque(sorted([(high, number) for (_, high), number in pieces]))
    active: list[int] = []
    for level in sorted(levels, key=lambda line: line.at):
        while begins and begins[0][0] < level.at:
            insort(active, begins.popleft()[1])
        while ends and ends[0][0] <= level.at:
            del active[bisect_left(active, ends.popleft()[1])]
        places = _met(level, uprights, across, active)
        if places:
            yield level, _apart(places)


def _met(
    level: Line, uprights: Sequence[Line], across: Sequence[float], active: Sequence[int]
) -> list[float]:
    """Where there is room; `across` has the x of each upright line."""
    found = []
    for low, high in level.pieces:
        first = bisect_left(active, bisect_right(across, low))
        last = bisect_left(active, bisect_left(across, high), first)
        if 0 < last - first <= MOST:
            for number in active[first:last]:
                x, owner, _, stops = uprights[number]
                if owner != level.owner and _clear(x, level.stops) and _clear(level.at, stops):
                    found.append(x)
    return found


def _clear(place: float, stops: Sequence[float]) -> bool:
    """Whether no stop is near."""
    after = bisect_left(stops, place - ROOM)
    return after == len(stops) or stops[after] >= place + ROOM


def _apart(places: Sequence[float]) -> list[float]:
    """Those that have room beside one another, from the left."""
    kept: list[float] = []
    for place in places:
        if not kept or place - kept[-1] >= ROOM:
            kept.append(place)
    return kept


def _own(path: Sequence[_Point], jumps: dict[float, list[float]]) -> Iterator[_Point]:
    """The jumps that lie on this path, in its direction."""
    for (ax, ay), (bx, by) in pairwise(path):
        if ay == by and ay in jumps:
            on = [x for x in jumps[ay] if ax < x < bx or bx < x < ax]
            yield from ((x, ay) for x in (on if ax < bx else reversed(on)))

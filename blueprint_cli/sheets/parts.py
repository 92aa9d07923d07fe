"""Lines in pieces: what each page shows of a link, a line or the curve of emotions."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from blueprint_cli.drawing import Path
from blueprint_cli.sheets.cuts import Grid

Point = tuple[float, float]
Cell = tuple[int, int]
_HALVINGS = 40


class Piece(NamedTuple):
    """What one cell of the grid shows of a line.

    `before` and `after` are the cells from which it comes and to which it goes on, None at the
    line's own ends.
    """

    cell: Cell
    path: Path
    before: Cell | None
    after: Cell | None


def split(path: Path, grid: Grid) -> list[Piece]:
    """The line cut at the grid, from its first point to its last."""
    whole = _curves(path, grid) if path.curved else _stretches(path, grid)
    runs = _runs(whole)
    return [
        Piece(
            cell,
            path._replace(
                points=points,
                head=path.head if number == len(runs) - 1 else "none",
                tail=path.tail if number == 0 else "none",
                hops=tuple(hop for hop in path.hops if grid.cell(*hop) == cell),
                parts=(),
            ),
            runs[number - 1][0] if number else None,
            runs[number + 1][0] if number + 1 < len(runs) else None,
        )
        for number, (cell, points) in enumerate(runs)
    ]


def _runs(parts: Iterable[tuple[Cell, tuple[Point, ...]]]) -> list[tuple[Cell, tuple[Point, ...]]]:
    """Parts that follow one another in one cell, joined."""
    runs: list[tuple[Cell, tuple[Point, ...]]] = []
    for cell, points in parts:
        if runs and runs[-1][0] == cell:
            runs[-1] = (cell, (*runs[-1][1], *points[1:]))
        else:
            runs.append((cell, points))
    return runs


def _stretches(path: Path, grid: Grid) -> Iterator[tuple[Cell, tuple[Point, ...]]]:
    """Each horizontal or vertical stretch, cut where it crosses the grid."""
    for (x1, y1), (x2, y2) in pairwise(path.points):
        crossed: list[Point] = [(x, y1) for x in _between(grid.xs, x1, x2)]
        crossed += ((x1, y) for y in _between(grid.ys, y1, y2))
        for one, two in pairwise(((x1, y1), *crossed, (x2, y2))):
            yield grid.cell((one[0] + two[0]) / 2, (one[1] + two[1]) / 2), (one, two)


def _between(cuts: Sequence[float], start: float, end: float) -> list[float]:
    """The inner cuts between two coordinates, in the order in which one meets them."""
    low, high = min(start, end), max(start, end)
    return sorted((cut for cut in cuts[1:-1] if low < cut < high), reverse=end < start)


def _curves(path: Path, grid: Grid) -> Iterator[tuple[Cell, tuple[Point, ...]]]:
    """Each piece of the Bezier curve, cut where it crosses the grid."""
    points = path.points
    for at in range(0, len(points) - 1, 3):
        curve = points[at : at + 4]
        for part in _cut_curve(curve, grid):
            middle = _divided(part, 0.5)[0][-1]
            yield grid.cell(*middle), part


def _cut_curve(curve: tuple[Point, ...], grid: Grid) -> Iterator[tuple[Point, ...]]:
    """A curve that never turns back along either axis, in parts."""
    for axis, cuts in enumerate((grid.xs, grid.ys)):
        start, end = curve[0][axis], curve[-1][axis]
        crossed = _between(cuts, start, end)
        if crossed:
            first, rest = _divided(curve, _share(curve, axis, crossed[0]))
            yield from _cut_curve(_at(first, -1, axis, crossed[0]), grid)
            yield from _cut_curve(_at(rest, 0, axis, crossed[0]), grid)
            return
    yield curve


def _at(curve: tuple[Point, ...], end: int, axis: int, cut: float) -> tuple[Point, ...]:
    """The curve with one end exactly on the cut, however the numbers were rounded."""
    points = list(curve)
    x, y = points[end]
    points[end] = (cut, y) if axis == 0 else (x, cut)
    return tuple(points)


def _share(curve: tuple[Point, ...], axis: int, cut: float) -> float:
    """How much of the curve lies before the cut, found by halving."""
    rising = curve[-1][axis] > curve[0][axis]
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if (_divided(curve, middle)[0][-1][axis] < cut) == rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _divided(curve: tuple[Point, ...], share: float) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The two parts of a Bezier curve, by the construction of Paul de Casteljau."""
    first, last = [curve[0]], [curve[-1]]
    points = curve
    while len(points) > 1:
        points = tuple(
            (ax + (bx - ax) * share, ay + (by - ay) * share)
            for (ax, ay), (bx, by) in pairwise(points)
        )
        first.append(points[0])
        last.append(points[-1])
    return tuple(first), tuple(reversed(last))

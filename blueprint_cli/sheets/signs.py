"""How an arrow says that it goes on: a small ring at the cut, and the number of the other page."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from blueprint_cli.drawing import Label, Path, Shape
from blueprint_cli.lettering import measure
from blueprint_cli.sheets.parts import Cell, Piece, Point

SIGNS = 20.0
"""What is kept free at a cut for these signs, in points on paper."""
_STUB = 3.0
"""How far an arrow runs on over the cut."""
_RING = 3.6
_TEXT = 6.0
_ASCENT, _HIGH = 0.72, 0.75
"""Of figures: their height, and that of their line, as shares of the text's size."""


class Sign(NamedTuple):
    """An arrow of this colour is cut at `at`, and goes on in another cell, in this direction."""

    at: Point
    way: tuple[int, int]
    cell: Cell
    color: str
    width: float


def signs_of(piece: Piece, line: Path) -> Iterator[Sign]:
    """The signs at the cut ends of a piece; `line` is the piece where it stands on its page."""
    for cell, at in ((piece.before, line.points[0]), (piece.after, line.points[-1])):
        if cell is not None:
            yield Sign(at, _way(piece.cell, cell), cell, line.color, line.width)


def _way(here: Cell, there: Cell) -> tuple[int, int]:
    return there[1] - here[1], there[0] - here[0]


def stretched(line: Path, piece: Piece, unit: float) -> Path:
    """The line with its cut ends a little over the cut."""
    points = list(line.points)
    for end, cell in ((0, piece.before), (-1, piece.after)):
        if cell is not None:
            right, down = _way(piece.cell, cell)
            x, y = points[end]
            points[end] = (x + right * _STUB * unit, y + down * _STUB * unit)
    return line._replace(points=tuple(points))


def sign_shapes(signs: list[Sign], numbers: Mapping[Cell, int], unit: float) -> list[Shape]:
    """A ring for each place where arrows are cut, and numbers where there is room for them."""
    shapes: list[Shape] = []
    free: dict[tuple[int, int], float] = {}
    known: set[tuple[Point, tuple[int, int]]] = set()
    for sign in sorted(signs, key=lambda each: (each.way, each.at)):
        if (sign.at, sign.way) in known:
            continue
        known.add((sign.at, sign.way))
        shapes.append(_ring(sign, unit))
        number = str(numbers[sign.cell])
        aside = sign.at[1] if sign.way[0] else sign.at[0]
        size = _TEXT * unit
        half = size * _HIGH / 2 if sign.way[0] else measure(number, size) / 2 + unit / 2
        if aside - half >= free.get(sign.way, float("-inf")):
            shapes.append(_number(sign, number, unit))
            free[sign.way] = aside + half
    return shapes


def _ring(sign: Sign, unit: float) -> Shape:
    size = _RING * unit
    away = _STUB * unit + size / 2
    x, y = sign.at[0] + sign.way[0] * away, sign.at[1] + sign.way[1] * away
    return Shape(
        "", ("goes-on",), "", x - size / 2, y - size / 2, size, size,
        sign.color, sign.color, 0.5 * unit, outline="circle",
    )  # fmt: skip


def _number(sign: Sign, number: str, unit: float) -> Shape:
    """The number beyond the ring."""
    size = _TEXT * unit
    wide, high = measure(number, size) + unit, size * _HIGH
    away = (_STUB + _RING + 1) * unit
    right, down = sign.way
    x = sign.at[0] + right * (away + wide / 2)
    y = sign.at[1] + down * (away + high / 2)
    label = Label((number,), x, y - high / 2 + _ASCENT * size, size, sign.color, align="middle")
    return Shape(
        "", ("goes-on",), "", x - wide / 2, y - high / 2, wide, high,
        fill="none", stroke="none", outline="none", labels=(label,),
    )  # fmt: skip

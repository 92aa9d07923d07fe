"""Small squares with the sign of what happened, at the corners of cards and beside arrows.

They tell new from gone and moved from changed where colours do not, as on paper.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from blueprint_cli.dot import all_parts
from blueprint_cli.drawing import LINE_PITCH, Drawing, Label, Path, Shape
from blueprint_cli.layout.blocks import ASCENT
from blueprint_cli.lettering import measure
from blueprint_cli.look import Look
from blueprint_cli.marking.dresses import Dress, sign
from blueprint_cli.marking.union import State
from blueprint_cli.theme import contrast

SIDE = 13.0
_SMALL = 11.0
"""How large a sign is at a card and beside an arrow."""
_TEXT = 9.75
_SMALL_TEXT = 8.25
_BASELINE = 0.28
_IN = 9.5
"""So much of a sign lies within its card, less than what keeps texts from the edge."""
_AIR = 1.0
_STRIDE = 8.0
_FAR = 16.0
"""So far from the ends of an arrow, where its head may be, stands no sign."""
_CELL = 64
_SOLID = frozenset({"action", "step", "phase", "title-block", "legend"})


class Area(NamedTuple):
    """A part of the page."""

    left: float
    top: float
    right: float
    bottom: float


def badged(
    drawing: Drawing, states: Mapping[str, State], dressed: Mapping[State, Dress], look: Look
) -> Drawing:
    """The picture with a sign at all that has a state, wherever there is room for it."""
    taken = _Taken()
    for area, owner in (*_texts(drawing), *_runs(drawing)):
        taken.add(area, owner)
    found: dict[str, Shape] = {}
    for shape in drawing.shapes:
        state = states.get(shape.id)
        corner = taken.first(_corners(shape, drawing), shape.id) if state else None
        if state and corner:
            found[_bearer(shape)] = badge(state, corner, dressed, look)
    shapes = (
        shape._replace(parts=(*shape.parts, found[shape.id])) if shape.id in found else shape
        for shape in drawing.shapes
    )
    for shape in drawing.shapes:
        if _SOLID & set(shape.classes):
            taken.add(Area(shape.x, shape.y, shape.right, shape.bottom), shape.id)
    paths = [
        _signed(path, states[path.id], taken, dressed, look) if path.id in states else path
        for path in drawing.paths
    ]
    return drawing._replace(shapes=tuple(shapes), paths=tuple(paths))


def _bearer(shape: Shape) -> str:
    """The id of what a sign is a part of: of a lane, its stripe, which is drawn over it."""
    return shape.id.replace("lane:", "lane-stripe:", 1) if "lane" in shape.classes else shape.id


def badge(state: State, area: Area, dressed: Mapping[State, Dress], look: Look) -> Shape:
    """The sign of a state."""
    left, top, right, bottom = area
    side = right - left
    size = _TEXT if side > _SMALL else _SMALL_TEXT
    ink = max("#ffffff", "#000000", key=lambda each: contrast(each, dressed[state].color))
    text = Label(
        (sign(state, look.words),), (left + right) / 2, (top + bottom) / 2 + _BASELINE * size,
        size, ink, bold=True, align="middle",
    )  # fmt: skip
    return Shape(
        "", ("sign", "change", state), "", left, top, side, bottom - top, fill=dressed[state].color,
        stroke=look.theme.card, labels=(text,),
    )  # fmt: skip


def _signed(
    path: Path, state: State, taken: "_Taken", dressed: Mapping[State, Dress], look: Look
) -> Path:
    area = taken.first(_beside(path), path.id)
    if area is None:
        return path
    return path._replace(parts=(*path.parts, badge(state, area, dressed, look)))


def _corners(shape: Shape, drawing: Drawing) -> Iterator[Area]:
    """Where a sign may stand: at the corner where a card's first line ends, else on another edge.

    A lane has it where its name begins.
    """
    out = SIDE - _IN
    lefts = [shape.right - _IN, shape.x - out]
    tops = [shape.y - out, shape.y + out, shape.bottom - _IN, shape.bottom - SIDE - out]
    if "lane" in shape.classes:
        lefts, tops = lefts[::-1], tops[1::2]
    if drawing.rtl:
        lefts = lefts[::-1]
    for top in tops:
        for left in lefts:
            if left >= 0 and left + SIDE <= drawing.width:
                yield Area(left, top, left + SIDE, top + SIDE)


def _beside(path: Path) -> Iterator[Area]:
    """Places along a line on both sides of it, those in the middle of long stretches first."""
    gap = path.width / 2 + _AIR
    stretches = sorted(
        pairwise(path.points),
        key=lambda ends: -abs(ends[0][0] - ends[1][0]) - abs(ends[0][1] - ends[1][1]),
    )
    for (x1, y1), (x2, y2) in stretches:
        for at in _out_from_middle(abs(x2 - x1) + abs(y2 - y1)):
            x = x1 + (at if x2 > x1 else -at if x2 < x1 else 0)
            y = y1 + (at if y2 > y1 else -at if y2 < y1 else 0)
            for side in (gap, -gap - _SMALL):
                left, top = (x - _SMALL / 2, y + side) if y1 == y2 else (x + side, y - _SMALL / 2)
                yield Area(left, top, left + _SMALL, top + _SMALL)


def _out_from_middle(length: float) -> Iterator[float]:
    """Places on a stretch, from its middle on to both ends."""
    away = 0.0
    while length / 2 + away <= length - _FAR:
        yield length / 2 + away
        if away:
            yield length / 2 - away
        away += _STRIDE


class _Taken:
    """What stands on the page already, in cells so that it is found quickly."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[tuple[Area, str]]] = defaultdict(list)

    def add(self, area: Area, owner: str) -> None:
        """Take an area, for an element with this id."""
        for cell in _cells(area):
            self.cells[cell].append((area, owner))

    def first(self, areas: Iterator[Area], owner: str) -> Area | None:
        """The first area that is free of what belongs to others, taken from now on."""
        for area in areas:
            if not any(
                whose != owner and _meet(area, other)
                for cell in _cells(area)
                for other, whose in self.cells.get(cell, ())
            ):
                self.add(area, "")
                return area
        return None


def _cells(area: Area) -> Sequence[tuple[int, int]]:
    return [
        (column, row)
        for column in range(int(area.left // _CELL), int(area.right // _CELL) + 1)
        for row in range(int(area.top // _CELL), int(area.bottom // _CELL) + 1)
    ]


def _meet(one: Area, other: Area) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def _texts(drawing: Drawing) -> Iterator[tuple[Area, str]]:
    """Every line of text, which belongs to nobody."""
    shapes, _ = all_parts(drawing)
    for label in (label for shape in shapes for label in shape.labels):
        for number, line in enumerate(label.lines):
            width = measure(line, label.size, bold=label.bold)
            left = label.x - {"left": 0.0, "middle": width / 2, "right": width}[label.align]
            top = label.y + label.size * (number * LINE_PITCH - ASCENT)
            yield Area(left, top, left + width, top + label.size * LINE_PITCH), ""


def _runs(drawing: Drawing) -> Iterator[tuple[Area, str]]:
    """The stretches of all lines, with the id of each."""
    for path in drawing.paths:
        out = path.width / 2 + _AIR / 2
        for (x1, y1), (x2, y2) in pairwise(path.points):
            (left, right), (top, bottom) = sorted((x1, x2)), sorted((y1, y2))
            yield Area(left - out, top - out, right + out, bottom + out), path.id or "line"

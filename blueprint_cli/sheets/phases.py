"""A picture in parts, one for each phase, each with the names of its lanes and steps."""

from itertools import groupby, pairwise
from typing import NamedTuple

from blueprint_cli.drawing import Drawing, Shape
from blueprint_cli.sheets.anatomy import Box, Picture, places, reach, taken_apart
from blueprint_cli.sheets.contents import Content, dealt
from blueprint_cli.sheets.cuts import Grid, Place
from blueprint_cli.sheets.furniture import legend_block, title_block
from blueprint_cli.sheets.moving import moved
from blueprint_cli.sheets.panes import Panes, Window, panes
from blueprint_cli.sheets.parts import Cell
from blueprint_cli.sheets.signs import SIGNS, sign_shapes

MARGIN = 24.0
HEADING = 40.0
"""What is kept free above a part, for its heading."""
_GAP = 16.0


class Part(NamedTuple):
    """The steps of one phase, or adjoining ones without any; `phase` is its name or empty."""

    phase: str
    drawing: Drawing


def phase_parts(drawing: Drawing) -> tuple[Part, ...]:
    """The parts in the order of reading; the first has the title's details, the last the legend."""
    picture = taken_apart(drawing)
    runs = _runs(picture)
    grid = _grid(picture, [steps for _, steps in runs])
    cells: list[Cell] = (
        [(0, column) for column in range(grid.columns)]
        if picture.across
        else [(row, 0) for row in range(grid.rows)]
    )
    if picture.across and picture.mirrored:
        cells.reverse()
    title = picture.title and _details(picture.title)
    sizes = panes(picture)
    above = {cell: HEADING + (title.height + _GAP if title and not number else 0)
             for number, cell in enumerate(cells)}  # fmt: skip
    windows = {cell: _window(cell, cells[0], picture, grid, sizes, above[cell]) for cell in cells}
    contents = dealt(picture, grid, windows, sizes, 1.0)
    numbers = {cell: number for number, cell in enumerate(cells, 1)}
    if title:
        contents[cells[0]].shapes.insert(0, moved(title, MARGIN, MARGIN + HEADING))
    if picture.legend:
        _add_legend(contents[cells[-1]], picture.legend, drawing)
    return tuple(
        Part(name, _part(drawing, content, sign_shapes(content.signs, numbers, 1.0)))
        for (name, _), content in zip(runs, contents.values(), strict=True)
    )


def _runs(picture: Picture) -> list[tuple[str, list[Shape]]]:
    """Adjoining steps below one phase, or below none, with its name, in the order of reading."""
    steps = [shape for shape in picture.shapes if "step" in shape.classes]
    phases = [shape for shape in picture.shapes if "phase" in shape.classes]
    found: list[tuple[str, list[Shape]]] = []
    for phase, members in groupby(steps, lambda step: _phase_of(step, phases, picture)):
        name = phase.labels[0].text if phase and phase.labels else ""
        found.append((name, list(members)))
    return found or [("", [])]


def _phase_of(step: Shape, phases: list[Shape], picture: Picture) -> Shape | None:
    middle = step.x + step.width / 2 if picture.across else step.y + step.height / 2
    ends = {
        shape.id: (shape.x, shape.right) if picture.across else (shape.y, shape.bottom)
        for shape in phases
    }
    return next((s for s in phases if ends[s.id][0] <= middle <= ends[s.id][1]), None)


def _grid(picture: Picture, runs: list[list[Shape]]) -> Grid:
    """Cut where the steps of one run end and those of the next begin."""
    box, level = picture.box, not picture.across
    known = places(picture, level=level)
    cuts = [
        _between(known, _span(one, level=level), _span(two, level=level))
        for one, two in pairwise(runs)
    ]
    if level:
        return Grid((box.x, box.right), (box.y, *cuts, box.bottom))
    return Grid((box.x, *sorted(cuts), box.right), (box.y, box.bottom))


def _span(steps: list[Shape], *, level: bool) -> tuple[float, float]:
    boxes = [reach(step) for step in steps]
    if level:
        return min(box.y for box in boxes), max(box.bottom for box in boxes)
    return min(box.x for box in boxes), max(box.right for box in boxes)


def _between(known: list[Place], one: tuple[float, float], two: tuple[float, float]) -> float:
    """Where nothing is in the way between two runs, or the middle."""
    low, high = sorted((one, two))
    free = [place for place in known if low[1] <= place.at <= high[0]]
    return min(free, key=lambda place: place.cost).at if free else (low[1] + high[0]) / 2


def _window(
    cell: Cell, first: Cell, picture: Picture, grid: Grid, sizes: Panes, above: float
) -> Window:
    row, column = cell
    shown = Box(grid.xs[column], grid.ys[row], grid.xs[column + 1], grid.ys[row + 1])
    wide, high = shown.right - shown.x, shown.bottom - shown.y
    x, y = MARGIN, MARGIN + above
    if cell == first:
        return Window(shown, x - shown.x, y - shown.y, None, None)
    if not picture.across:
        top = Box(x, y, x + wide, y + sizes.top)
        return Window(shown, x - shown.x, y + sizes.top + SIGNS - shown.y, None, top)
    if picture.mirrored:
        left = x + wide + SIGNS
        return Window(shown, x + SIGNS - shown.x, y - shown.y,
                      Box(left + SIGNS, y, left + SIGNS + sizes.side, y + high), None)  # fmt: skip
    side = Box(x, y, x + sizes.side, y + high)
    return Window(shown, x + sizes.side + SIGNS - shown.x, y - shown.y, side, None)


def _details(title: Shape) -> Shape | None:
    """What stands in the title block below the name."""
    if len(title.labels) < 2:  # noqa: PLR2004 - the name and no more
        return None
    block = title_block(title, title.width)
    below = block.labels[1].y - block.labels[1].size
    return moved(block._replace(height=block.height - below, y=below, labels=block.labels[1:]),
                 0, -below)  # fmt: skip


def _add_legend(content: Content, legend: Shape, drawing: Drawing) -> None:
    boxes = [reach(shape) for shape in content.shapes]
    right = max(box.right for box in boxes)
    block = legend_block(legend, right - MARGIN, rtl=drawing.rtl)
    left = right - block.width if drawing.rtl else MARGIN
    content.shapes.append(moved(block, left, max(box.bottom for box in boxes) + _GAP))


def _part(drawing: Drawing, content: Content, signs: list[Shape]) -> Drawing:
    shapes = (*content.shapes, *signs)
    boxes = [reach(shape) for shape in shapes]
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return drawing._replace(
        width=int(right + MARGIN) + 1,
        height=int(bottom + MARGIN) + 1,
        shapes=shapes,
        paths=tuple(content.paths),
    )

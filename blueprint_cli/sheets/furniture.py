"""What a page says beside its part of the picture: title, legend, page number and overview."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from blueprint_cli.drawing import LINE_PITCH, Drawing, Label, Path, Shape
from blueprint_cli.lettering import measure, wrap
from blueprint_cli.sheets.anatomy import Box, reach
from blueprint_cli.sheets.cuts import Grid
from blueprint_cli.sheets.moving import moved, shifted
from blueprint_cli.sheets.names import fitted, unbroken
from blueprint_cli.theme import contrast

FOOTER = 26.0
"""What the foot of a page takes up, in points on paper."""
_TEXT = 8.25
_OVERVIEW = (72.0, 18.0)
_BETWEEN = 10.0
_APART = 16.0
"""Samples of the legend that are further apart than this belong to different entries."""


class Foot(NamedTuple):
    """What stands at the foot of a page: `named` says whether it repeats the picture's title.

    `cell` is the page's row and column in the grid, None where it shows no part of the picture.
    `unit` is a point on paper, in those of the picture.
    """

    text: str
    named: bool
    cell: tuple[int, int] | None
    unit: float


def title_block(title: Shape, width: float) -> Shape:
    """The title in at most this width with its top left corner at (0, 0)."""
    box = reach(title)
    if box.right - box.x <= width:
        return _to_origin(title)
    labels: list[Label] = []
    parts: list[Shape | Path] = list(title.parts)
    down = 0.0
    for label in title.labels:
        indent = label.x - title.x if label.align == "left" else 0.0
        text = unbroken(label, title.title)
        lines = wrap(text, width - indent, label.size, bold=label.bold)
        x = title.x + {"left": indent, "middle": width / 2, "right": width}[label.align]
        labels.append(label._replace(lines=lines, x=x, y=label.y + down))
        more = (len(lines) - len(label.lines)) * label.size * LINE_PITCH
        parts = [shifted(part, 0, more) if _top(part) > label.y + down else part for part in parts]
        down += more
    wrapped = title._replace(
        width=width, height=title.height + down, labels=tuple(labels), parts=tuple(parts)
    )
    return _to_origin(wrapped)


def _to_origin(shape: Shape) -> Shape:
    box = reach(shape)
    return moved(shape, -box.x, -box.y)


def _top(part: Shape | Path) -> float:
    return part.y if isinstance(part, Shape) else min(y for _, y in part.points)


def legend_block(legend: Shape, width: float, *, rtl: bool) -> Shape:
    """The legend in at most this width with its top left corner at (0, 0)."""
    if legend.width <= width:
        return _to_origin(legend)
    entries = _entries(legend.parts)
    x = y = widest = 0.0
    high = max(box.bottom - box.y for _, box in entries)
    parts: list[Shape | Path] = []
    for members, box in entries:
        wide = box.right - box.x
        if x + wide > width and x:
            x, y = 0.0, y + high
        left = width - x - wide if rtl else x
        parts += (shifted(part, left - box.x, y - _row(box, high)) for part in members)
        x += wide + 1.5 * _APART
        widest = max(widest, x - 1.5 * _APART)
    left = width - widest if rtl else 0.0
    return _to_origin(
        legend._replace(x=left, y=0, width=widest, height=y + high, parts=tuple(parts))
    )


def _row(box: Box, high: float) -> float:
    """The top of an entry's row, in whose middle its highest part stands."""
    return (box.y + box.bottom - high) / 2


def _entries(parts: Sequence[Shape | Path]) -> list[tuple[list[Shape | Path], Box]]:
    """The samples, each with the text that explains it."""
    entries: list[tuple[list[Shape | Path], Box]] = []
    for part in parts:
        box = _box(part)
        if entries:
            members, before = entries[-1]
            near = max(box.x - before.right, before.x - box.right) < _APART
            if near and box.y < before.bottom and before.y < box.bottom:
                entries[-1] = ([*members, part], _joined(before, box))
                continue
        entries.append(([part], box))
    return entries


def _box(part: Shape | Path) -> Box:
    if isinstance(part, Shape):
        return reach(part)
    xs, ys = [x for x, _ in part.points], [y for _, y in part.points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _joined(one: Box, two: Box) -> Box:
    return Box(
        min(one.x, two.x), min(one.y, two.y), max(one.right, two.right), max(one.bottom, two.bottom)
    )


def foot(drawing: Drawing, grid: Grid, foot: Foot, box: Box) -> tuple[list[Shape], list[Path]]:
    """The page's number and overview at its outer corner, and at the other what it belongs to."""
    unit = foot.unit
    color = quiet(drawing)
    size = _TEXT * unit
    wide, _ = overview_size(grid, unit)
    text_width = measure(foot.text, size) + unit
    number_right = box.right - wide - _BETWEEN * unit
    name_box = Box(box.x, box.y, number_right - text_width - _BETWEEN * unit, box.bottom)
    middle = (box.y + box.bottom) / 2
    number = Label((foot.text,), number_right, middle + 0.36 * size, size, color, align="right")
    shapes = [_text_shape("page-number", number, Box(
        number_right - text_width, box.y, number_right, box.bottom))]  # fmt: skip
    if foot.named:
        name = fitted(Label((drawing.title,), 0, 0, size, color, bold=True), name_box)
        shapes.append(_text_shape("page-title", name, name_box))
    corner = (box.right - wide, middle)
    overview, lines = _overview(grid, foot.cell, corner, unit, color)
    return [*shapes, *overview], lines


def _text_shape(name: str, label: Label, box: Box) -> Shape:
    return Shape(
        "", (name,), "", box.x, box.y, box.right - box.x, box.bottom - box.y,
        fill="none", stroke="none", outline="none", labels=(label,),
    )  # fmt: skip


def overview_size(grid: Grid, unit: float) -> tuple[float, float]:
    """How wide and high the overview is."""
    width, height = grid.xs[-1] - grid.xs[0], grid.ys[-1] - grid.ys[0]
    share = min(_OVERVIEW[0] * unit / width, _OVERVIEW[1] * unit / height)
    return width * share, height * share


def _overview(
    grid: Grid, cell: tuple[int, int] | None, corner: tuple[float, float], unit: float, color: str
) -> tuple[list[Shape], list[Path]]:
    """The whole picture very small, cut as the pages are, and this page's part of it filled."""
    wide, high = overview_size(grid, unit)
    share = wide / (grid.xs[-1] - grid.xs[0])
    left, top = corner[0], corner[1] - high / 2
    xs = [left + (x - grid.xs[0]) * share for x in grid.xs]
    ys = [top + (y - grid.ys[0]) * share for y in grid.ys]
    shapes = [_small(Box(left, top, left + wide, top + high), "none", color, unit)]
    if cell is not None:
        row, column = cell
        (low_y, high_y), (low_x, high_x) = list(pairwise(ys))[row], list(pairwise(xs))[column]
        shapes.insert(0, _small(Box(low_x, low_y, high_x, high_y), color, color, unit))
    pen = 0.4 * unit
    lines = [((x, top), (x, top + high)) for x in xs[1:-1]]
    lines += (((left, y), (left + wide, y)) for y in ys[1:-1])
    return shapes, [Path("", ("overview",), "", ends, color, pen) for ends in lines]


def _small(box: Box, fill: str, color: str, unit: float) -> Shape:
    return Shape(
        "", ("overview",), "", box.x, box.y, box.right - box.x, box.bottom - box.y,
        fill, color, 0.4 * unit,
    )  # fmt: skip


def quiet(drawing: Drawing) -> str:
    """The colour of the picture's quiet texts, or one that can be read on its background."""
    for shape in drawing.shapes:
        if {"title-block", "lane"} & set(shape.classes) and shape.labels:
            return shape.labels[-1].color
    return max("#000000", "#ffffff", key=lambda each: contrast(each, drawing.background))

"""What each page shows of a picture: every card on one page, names on all that need them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from blueprint_cli.drawing import Label, Path, Shape
from blueprint_cli.sheets.anatomy import CUT, Box, Picture, ink, is_band, reach
from blueprint_cli.sheets.cuts import Grid, pieces
from blueprint_cli.sheets.moving import moved, shifted
from blueprint_cli.sheets.names import fitted, name_of, squeezed
from blueprint_cli.sheets.panes import REPEATED, Panes, Window, band, cut_phase, repeated
from blueprint_cli.sheets.parts import Cell, split
from blueprint_cli.sheets.signs import Sign, signs_of, stretched

Windows = Mapping[Cell, Window]
_PAD = 2.0


class Content(NamedTuple):
    """What stands on a page, and the signs of arrows that go on."""

    shapes: list[Shape]
    paths: list[Path]
    signs: list[Sign]


def dealt(
    picture: Picture, grid: Grid, windows: Windows, sizes: Panes, unit: float
) -> dict[Cell, Content]:
    """Everything on its pages; `unit` is a point on paper, in those of the picture."""
    contents = {cell: Content([], [], []) for cell in windows}
    for shape in picture.shapes:
        for cell, part in _parts(shape, picture, grid, windows, sizes):
            contents[cell].shapes.append(part)
    for path in picture.paths:
        _add(path, grid, windows, contents, unit)
    return contents


def _parts(
    shape: Shape, picture: Picture, grid: Grid, windows: Windows, sizes: Panes
) -> Iterator[tuple[Cell, Shape]]:
    """What each page shows of a shape, at its place on the page."""
    if is_band(shape):
        yield from _bands(shape, picture, grid, windows)
        return
    home = _home(shape, grid)
    if not REPEATED & set(shape.classes):
        yield home, moved(shape, windows[home].right, windows[home].down)
        return
    for cell, window in windows.items():
        if "phase" in shape.classes and window.holds_headers(picture):
            whole = cut_phase(shape, window, picture)
            if whole:
                yield cell, whole
        elif cell == home:
            yield cell, moved(shape, window.right, window.down)
        else:
            yield from ((cell, part) for part in repeated(shape, window, picture, sizes))


def _bands(
    shape: Shape, picture: Picture, grid: Grid, windows: Windows
) -> Iterator[tuple[Cell, Shape]]:
    """A lane or strip in pieces, each with the parts that stand in it."""
    labels: dict[int, tuple[Label, ...]] = {}
    if picture.across and "lane" in shape.classes:
        shape, labels = _labelled(shape, grid)
    inside: dict[Cell, list[Shape | Path]] = defaultdict(list)
    for part in shape.parts:
        for cell, piece in _part_pieces(part, grid):
            inside[cell].append(piece)
    for cell, window in windows.items():
        shown = band(shape, window, picture, labels.get(cell[0], shape.labels))
        if shown is not None:
            parts = tuple(shifted(part, window.right, window.down) for part in inside[cell])
            yield cell, shown._replace(parts=parts)


def _part_pieces(part: Shape | Path, grid: Grid) -> Iterator[tuple[Cell, Shape | Path]]:
    """The part whole in its cell, or in pieces if it runs through several."""
    if isinstance(part, Path):
        yield from ((piece.cell, piece.path) for piece in split(part, grid))
    elif CUT & set(part.classes):
        for row, (top, bottom) in pieces(grid.ys, (part.y, part.bottom)):
            for column, (left, right) in pieces(grid.xs, (part.x, part.right)):
                cut = part._replace(x=left, y=top, width=right - left, height=bottom - top)
                yield (row, column), cut
    else:
        yield _home(part, grid), part


def _home(shape: Shape, grid: Grid) -> Cell:
    """The part of the picture in which a shape stands."""
    box = reach(shape)
    return grid.cell((box.x + box.right) / 2, (box.y + box.bottom) / 2)


def _labelled(shape: Shape, grid: Grid) -> tuple[Shape, dict[int, tuple[Label, ...]]]:
    """A lane with its texts for each row of pages: whole in its largest part, then its name.

    What stands beside the texts moves with them.
    """
    spans = dict(pieces(grid.ys, (shape.y, shape.bottom)))
    names, name = ink(shape.labels), name_of(shape)
    if len(spans) < 2 or names is None or name is None:  # noqa: PLR2004 - a lane that is cut
        return shape, {}
    largest = max(spans, key=lambda row: spans[row][1] - spans[row][0])
    labels: dict[int, tuple[Label, ...]] = {
        row: (fitted(name, Box(names.x, low + _PAD, names.right, high - _PAD)),)
        for row, (low, high) in spans.items()
    }
    labels[largest] = squeezed(shape.labels, *spans[largest])
    down = labels[largest][0].y - shape.labels[0].y
    return shape._replace(parts=tuple(shifted(part, 0, down) for part in shape.parts)), labels


def _add(
    path: Path, grid: Grid, windows: Windows, contents: dict[Cell, Content], unit: float
) -> None:
    """The pieces of a line on their pages, with the labels that stand there."""
    labels: dict[Cell, list[Shape]] = defaultdict(list)
    for label in path.parts:
        labels[_home(label, grid)].append(label)
    link = "link" in path.classes
    seen: set[Cell] = set()
    for piece in split(path, grid):
        window, content = windows[piece.cell], contents[piece.cell]
        again = piece.cell in seen
        line = piece.path._replace(
            id="" if again else path.id,
            start="" if piece.before else path.start,
            end="" if piece.after else path.end,
            parts=() if again else tuple(labels.pop(piece.cell, ())),
        )
        line = moved(line, window.right, window.down)
        if link:
            content.signs.extend(signs_of(piece, line))
            line = stretched(line, piece, unit)
        content.paths.append(line)
        seen.add(piece.cell)
    for cell, rest in labels.items():
        window = windows[cell]
        contents[cell].shapes.extend(moved(label, window.right, window.down) for label in rest)

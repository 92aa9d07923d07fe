"""The pages of a picture that is cut: what each shows, and where it stands on the paper."""

from collections.abc import Iterator
from itertools import product
from math import ceil
from typing import NamedTuple

from blueprint_cli.drawing import Drawing, Shape
from blueprint_cli.papers import MARGIN, Paper
from blueprint_cli.sheets.anatomy import Box, Picture
from blueprint_cli.sheets.contents import Content, dealt
from blueprint_cli.sheets.cuts import Grid
from blueprint_cli.sheets.furniture import FOOTER, Foot, foot
from blueprint_cli.sheets.moving import moved
from blueprint_cli.sheets.panes import Panes, Window, panes
from blueprint_cli.sheets.parts import Cell
from blueprint_cli.sheets.signs import SIGNS, sign_shapes
from blueprint_cli.words import Words

_LEGEND_GAP = 12.0
_FOOT_GAP = 6.0
_PAD = 2.0


class Layout(NamedTuple):
    """A picture, how it is cut and for what paper; `above` is kept free for the title."""

    drawing: Drawing
    picture: Picture
    grid: Grid
    paper: Paper
    scale: float
    words: Words
    above: float

    @property
    def unit(self) -> float:
        """A point on paper, in those of the picture."""
        return 1 / self.scale

    @property
    def shrunk(self) -> str:
        """What is told of the scale where it is not full."""
        return f" · {self.scale * 100:.0f}\N{NO-BREAK SPACE}%" if self.scale < 1 else ""

    @property
    def printable(self) -> Box:
        """What printers print of a page, without its foot."""
        unit = self.unit
        return Box(
            MARGIN * unit,
            MARGIN * unit,
            (self.paper.width - MARGIN) * unit,
            (self.paper.height - MARGIN - FOOTER) * unit,
        )

    @property
    def cells(self) -> list[Cell]:
        """All parts of the picture in the order of reading."""
        columns = range(self.grid.columns)
        backward = self.picture.mirrored
        return list(product(range(self.grid.rows), columns[::-1] if backward else columns))

    def window(self, cell: Cell, sizes: Panes) -> Window:
        """Where a part of the picture stands on its page."""
        row, column = cell
        grid, page, gap = self.grid, self.printable, SIGNS * self.unit
        shown = Box(grid.xs[column], grid.ys[row], grid.xs[column + 1], grid.ys[row + 1])
        wide, high = shown.right - shown.x, shown.bottom - shown.y
        first = column == (grid.columns - 1 if self.picture.mirrored else 0)
        y = page.y + (sizes.top + gap if row else self.above)
        aside = 0.0 if first else sizes.side + gap
        x = page.right - aside - wide if self.picture.mirrored else page.x + aside
        left = page.right - sizes.side if self.picture.mirrored else page.x
        return Window(
            shown,
            x - shown.x,
            y - shown.y,
            None if first else Box(left, y, left + sizes.side, y + high),
            Box(x, page.y, x + wide, page.y + sizes.top) if row else None,
        )


def pages(layout: Layout, title: Shape | None, legend: Shape | None) -> Iterator[Drawing]:
    """All pages; title and legend have their own where there is no room for them."""
    sizes = panes(layout.picture)
    windows = {cell: layout.window(cell, sizes) for cell in layout.cells}
    contents = dealt(layout.picture, layout.grid, windows, sizes, layout.unit)
    told = _with_ends(layout, windows, contents, title, legend)
    numbers = {cell: number for number, (cell, _) in enumerate(told, 1) if cell}
    for number, (at, content) in enumerate(told, 1):
        text = layout.words.page.format(number, len(told)) + layout.shrunk
        signs = sign_shapes(content.signs, numbers, layout.unit)
        yield _page(layout, content, signs, Foot(text, number > 1, at, layout.unit))


def _with_ends(
    layout: Layout,
    windows: dict[Cell, Window],
    contents: dict[Cell, Content],
    title: Shape | None,
    legend: Shape | None,
) -> list[tuple[Cell | None, Content]]:
    """The pages in their order, with the title on the first and the legend on the last."""
    page = layout.printable
    told: list[tuple[Cell | None, Content]] = list(contents.items())
    if title is not None:
        if not layout.above:
            told.insert(0, (None, Content([], [], [])))
        told[0][1].shapes.insert(0, _at_start(title, page.y, layout))
    if legend is not None:
        last = windows[layout.cells[-1]]
        below = last.shown.bottom + last.down + _LEGEND_GAP * layout.unit
        top = page.bottom - legend.height
        if top < below:
            told.append((None, Content([], [], [])))
            top = page.y
        told[-1][1].shapes.append(_at_start(legend, top, layout))
    return told


def _at_start(shape: Shape, top: float, layout: Layout) -> Shape:
    """A block at the side of the page where reading begins."""
    page = layout.printable
    x = page.right - shape.width if layout.drawing.rtl else page.x
    return moved(shape, x - shape.x, top - shape.y)


def _page(layout: Layout, content: Content, signs: list[Shape], told: Foot) -> Drawing:
    page, unit = layout.printable, layout.unit
    box = Box(page.x, page.bottom + _FOOT_GAP * unit, page.right, page.bottom + FOOTER * unit)
    shapes, lines = foot(layout.drawing, layout.grid, told, box)
    return layout.drawing._replace(
        width=ceil(layout.paper.width * unit),
        height=ceil(layout.paper.height * unit),
        shapes=(*content.shapes, *shapes, *signs),
        paths=(*content.paths, *lines),
    )

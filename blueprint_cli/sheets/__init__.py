"""A picture on paper: cut into pages that can be read alone and hung side by side.

No cut goes through a card. Each page repeats the names of its lanes and steps, says where arrows go
on, and which part of the picture it is.
"""

from typing import NamedTuple

from blueprint_cli.drawing import Drawing, Shape
from blueprint_cli.papers import MARGIN, PAPERS, Paper, Turn
from blueprint_cli.sheets.anatomy import Picture, places, reach, taken_apart
from blueprint_cli.sheets.cuts import Grid, Place, divide
from blueprint_cli.sheets.furniture import FOOTER, legend_block, title_block
from blueprint_cli.sheets.moving import moved
from blueprint_cli.sheets.pages import Layout, pages
from blueprint_cli.sheets.panes import Panes, panes
from blueprint_cli.sheets.signs import SIGNS
from blueprint_cli.words import Words

__all__ = ["PAPERS", "Paper", "Sheet", "Turn", "sheets"]

_TITLE_GAP = 16.0
_MOST_TITLE = 0.4
"""A title that takes up more of a page than this has a page of its own."""
_STEP = 0.01
"""How near the largest scale the one comes that is taken."""
_TURNS: tuple[Turn, ...] = ("portrait", "landscape")


class Sheet(NamedTuple):
    """One page: what is on it, the paper as it is held, and how large it is drawn.

    The drawing's points are `scale` points on paper, 1 for full size.
    """

    drawing: Drawing
    paper: Paper
    scale: float


class Tiling(NamedTuple):
    """How a picture is cut for a paper: where, how large, and what stands on the first page."""

    paper: Paper
    scale: float
    grid: Grid
    title: Shape | None
    above: float
    """What it takes up there; 0 where it has a page of its own."""


def sheets(drawing: Drawing, paper: Paper, words: Words, *, fit: bool = False) -> tuple[Sheet, ...]:
    """The pages of a picture, or with `fit` one page with all of it, as large as it can be.

    Paper that has no `turn` is held so that there are fewer pages. All are drawn at full size,
    or, where a card and the names beside it are larger than a page, smaller by as little as needed.
    """
    turns = _TURNS if paper.turn is None else (paper.turn,)
    papers = [paper.turned(turn) for turn in turns]
    if fit:
        return (max((_fitted(drawing, each) for each in papers), key=lambda each: each.scale),)
    picture = taken_apart(drawing)
    stops = places(picture, level=False), places(picture, level=True)
    tilings = [_tiling(picture, each, stops) for each in papers]
    return _drawn(drawing, picture, min(tilings, key=_effort), words)


def _effort(tiling: Tiling) -> tuple[float, int]:
    """What is to be least: shrinking, then pages."""
    return -tiling.scale, tiling.grid.rows * tiling.grid.columns


def _fitted(drawing: Drawing, paper: Paper) -> Sheet:
    """All of the picture in the middle of one page."""
    boxes = [reach(shape) for shape in drawing.shapes]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    scale = min(
        (paper.width - 2 * MARGIN) / (right - left), (paper.height - 2 * MARGIN) / (bottom - top)
    )
    x = (paper.width / scale - right - left) / 2
    return Sheet(
        drawing._replace(
            width=_whole(paper.width / scale),
            height=_whole(paper.height / scale),
            shapes=tuple(moved(shape, x, MARGIN / scale - top) for shape in drawing.shapes),
            paths=tuple(moved(path, x, MARGIN / scale - top) for path in drawing.paths),
        ),
        paper,
        scale,
    )


def _whole(length: float) -> int:
    return int(-(-length // 1))


def _tiling(picture: Picture, paper: Paper, stops: tuple[list[Place], list[Place]]) -> Tiling:
    """The largest scale at which the picture can be cut for the paper, nearly."""
    sizes = panes(picture)
    scale = 1.0
    while (found := _cut_at(scale, picture, paper, stops, sizes)) is None:
        scale /= 2
    too_large = 2 * scale
    while scale < 1 and too_large - scale > _STEP * scale:
        middle = (scale + too_large) / 2
        larger = _cut_at(middle, picture, paper, stops, sizes)
        scale, too_large = (middle, too_large) if larger else (scale, middle)
        found = larger or found
    return found


def _cut_at(
    scale: float, picture: Picture, paper: Paper, stops: tuple[list[Place], list[Place]],
    sizes: Panes,
) -> Tiling | None:  # fmt: skip
    """The cuts at this scale; None where something is larger than a page."""
    box, (upright, level) = picture.box, stops
    width = (paper.width - 2 * MARGIN) / scale
    height = (paper.height - 2 * MARGIN - FOOTER) / scale
    title = title_block(picture.title, width) if picture.title else None
    above = title.height + _TITLE_GAP if title else 0.0
    above = above if above <= _MOST_TITLE * height else 0.0
    xs = _cut(upright, (box.x, box.right), (width, sizes.side, 0.0), scale,
              backward=picture.mirrored)  # fmt: skip
    ys = xs and _cut(level, (box.y, box.bottom), (height, sizes.top, above), scale)
    return Tiling(paper, scale, Grid(xs, ys), title, above) if xs and ys else None


def _cut(
    stops: list[Place],
    ends: tuple[float, float],
    rooms: tuple[float, float, float],
    scale: float,
    *,
    backward: bool = False,
) -> tuple[float, ...] | None:
    """The cuts along one axis; `rooms`: of a page, and of it for names and for the title."""
    room, pane, above = rooms
    if ends[1] - ends[0] <= room - above:
        return ends
    signs = SIGNS / scale
    first, other = room - above - signs, room - pane - 2 * signs
    if not backward:
        return divide(stops, ends, first, other)
    turned = [Place(-stop.at, stop.cost) for stop in reversed(stops)]
    cuts = divide(turned, (-ends[1], -ends[0]), first, other)
    return cuts and tuple(-at for at in reversed(cuts))


def _drawn(drawing: Drawing, picture: Picture, tiling: Tiling, words: Words) -> tuple[Sheet, ...]:
    """All pages at their size."""
    paper, scale, title = tiling.paper, tiling.scale, tiling.title
    width = (paper.width - 2 * MARGIN) / scale
    legend = picture.legend and legend_block(picture.legend, width, rtl=drawing.rtl)
    layout = Layout(drawing, picture, tiling.grid, paper, scale, words, tiling.above)
    return tuple(Sheet(page, paper, scale) for page in pages(layout, title, legend))

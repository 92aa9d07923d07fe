"""Where everything stands, whichever way the steps run: boxes for all that is not an arrow."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.layout.blocks import Block
from blueprint_cli.layout.lines import Line
from blueprint_cli.layout.places import Box, Point
from blueprint_cli.layout.strips import Strip


class DrawnLine(NamedTuple):
    """One of the three lines: its name in its box, and its two ends."""

    line: Line
    text: Block
    name: Box
    start: Point
    end: Point


class DrawnStrip(NamedTuple):
    """A strip: its whole box, where its name stands, a box for each cell's text.

    `points` are where the curve goes at each step, and `scale` the ends of its three level lines,
    for the best, the neutral and the worst feeling; both are empty where there is no curve.
    """

    strip: Strip
    title: Block
    box: Box
    name: Box
    cells: Sequence[Box]
    points: Sequence[Point | None]
    scale: Sequence[tuple[Point, Point]]


class Scene(NamedTuple):
    """Boxes of everything; `lane_names` are those of the lanes' labels within their `lanes`.

    `right` and `bottom` are where the lanes end; `stripes` are the lanes' coloured edges.
    """

    title: Box
    steps: Sequence[Box]
    phases: Sequence[Box]
    lanes: Sequence[Box]
    lane_names: Sequence[Box]
    stripes: Sequence[Box]
    lines: Sequence[DrawnLine]
    strips: Sequence[DrawnStrip]
    rules: Sequence[tuple[Point, Point]]
    """Thin lines between steps that are rows."""
    right: float
    bottom: float

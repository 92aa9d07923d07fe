"""The curve of emotions over the steps, with a point for each and what it is called."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from blueprint_cli.drawing import Label, Path, Shape, Stroke
from blueprint_cli.layout import sizes
from blueprint_cli.layout.places import Point
from blueprint_cli.layout.scene import DrawnStrip
from blueprint_cli.look import Look

_CAPITAL = 0.36
_THIN = 0.75


class Felt(NamedTuple):
    """A step whose emotion is known: its place among the steps, where its point stands."""

    step: int
    emotion: int
    at: Point


def curve(strip: DrawnStrip, steps: Sequence[str], look: Look) -> tuple[Shape | Path, ...]:
    """Level lines, the curve, and its points; dotted where steps between say nothing.

    `steps` are the names of all steps.
    """
    felt = [
        Felt(step, emotion, at)
        for step, (emotion, at) in enumerate(zip(strip.strip.emotions, strip.points, strict=True))
        if emotion is not None and at is not None
    ]
    return (
        *_levels(strip.scale, look),
        *_pieces(felt, look),
        *(_point(each, steps[each.step], look) for each in felt),
    )


def _levels(scale: Sequence[tuple[Point, Point]], look: Look) -> Iterator[Shape]:
    """Thin boxes: Graphviz draws lines over all boxes, and these lie under the discs."""
    theme = look.theme
    for ((x, y), (far_x, far_y)), color in zip(
        scale, (theme.phase, theme.frame, theme.phase), strict=False
    ):
        width, height = max(far_x - x, _THIN), max(far_y - y, _THIN)
        yield Shape(
            "", ("level",), "", x, y, width, height,
            fill=color, stroke="none", outline="none",
        )  # fmt: skip


def _pieces(felt: Sequence[Felt], look: Look) -> Iterator[Path]:
    """From each step to the next one that says something, dotted where one between does not."""
    for one, two in pairwise(felt):
        yield _line(one.at, two.at, "solid" if two.step == one.step + 1 else "dotted", look)


def _line(start: Point, end: Point, dash: Stroke, look: Look) -> Path:
    """From disc to disc, even at both, so that no swing is drawn that nobody wrote."""
    (x, y), (far_x, far_y), side = start, end, sizes.FEELING / 2
    if look.direction == "tb":
        middle = (y + far_y) / 2
        bent = ((x, y + side), (x, middle), (far_x, middle), (far_x, far_y - side))
    else:
        middle = (x + far_x) / 2
        bent = ((x + side, y), (middle, y), (middle, far_y), (far_x - side, far_y))
    return Path("", ("curve",), "", bent, look.theme.curve, 2.0, dash, curved=True)


def _point(felt: Felt, step: str, look: Look) -> Shape:
    """A disc with the figure, named by what it means."""
    side = sizes.FEELING
    x, y = felt.at
    figure = f"{felt.emotion:+d}".replace("-", "−") if felt.emotion else "0"
    text = Label(
        (figure,), x, y + _CAPITAL * sizes.FEELING_TEXT, sizes.FEELING_TEXT, look.theme.curve_fill,
        bold=True, align="middle",
    )  # fmt: skip
    return Shape(
        "", ("feeling",), f"{step}{look.words.colon}{look.words.feelings[felt.emotion + 2]}",
        x - side / 2, y - side / 2, side, side,
        fill=look.theme.curve, stroke=look.theme.curve, outline="circle", labels=(text,),
    )  # fmt: skip

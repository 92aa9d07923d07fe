"""The emotion curve: every step in its order, as high as the customer feels."""

from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from blueprint_cli.report.content import Table
from blueprint_cli.reporters.marked import Ties, value, weight
from blueprint_cli.reporters.plots.columns import percent, plotted, rows_of

HIGHEST = 2
STEP = 36
"""CSS pixels between one emotion and the next."""


class Point(NamedTuple):
    """A step: its name, its emotion in words and as a class of the style sheet, `e0` to `e4`."""

    name: Markup
    said: Markup
    sign: str
    height: str


class Stretch(NamedTuple):
    """A straight line from one step to the next that has an emotion."""

    x1: str
    y1: int
    x2: str
    y2: int


class Curve(NamedTuple):
    """The steps, and the line that leads through those whose emotion is known."""

    points: tuple[Point, ...]
    line: tuple[Stretch, ...]
    kind: str = "curve"


def curve_of(table: Table, ties: Ties) -> Curve:
    """A point for each row."""
    step, emotion = plotted(table)
    rows = tuple(rows_of(table))
    points = tuple(
        Point(
            value(step.sort, row[0], ties),
            value(emotion.sort, row[1], ties),
            *_mark(weight(row[1])),
        )
        for row in rows
    )
    known = [(at, felt) for at, row in enumerate(rows) if (felt := weight(row[1])) is not None]
    middle = [((at + 0.5) / len(rows), felt) for at, felt in known]
    line = tuple(
        Stretch(percent(x1), _y(felt1), percent(x2), _y(felt2))
        for (x1, felt1), (x2, felt2) in pairwise(middle)
    )
    return Curve(points, line)


def _mark(felt: float | None) -> tuple[str, str]:
    """The sign in a point, and its class; empty where the emotion is not known."""
    if felt is None:
        return "", ""
    level = round(felt)
    sign = f"+{level}" if level > 0 else f"−{-level}" if level else "0"
    return sign, f"e{HIGHEST - level}"


def _y(felt: float) -> int:
    return round((HIGHEST - felt + 0.5) * STEP)

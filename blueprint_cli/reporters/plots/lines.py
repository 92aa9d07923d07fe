"""How figures moved: a small picture for each, all over the same days."""

from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from blueprint_cli.report.content import Cell, Column, Table
from blueprint_cli.reporters.marked import Ties, value, weight
from blueprint_cli.reporters.plots.columns import percent, plotted, rows_of
from blueprint_cli.reporters.plots.curve import Stretch

HEIGHT = 64
"""CSS pixels from the least to the greatest value."""
EDGE = 8
"""CSS pixels around them."""


class Spot(NamedTuple):
    """A value on its day, told where one points at it."""

    x: str
    y: int
    said: str


class Line(NamedTuple):
    """One figure: its name, its first and its last value in words, and its way between them."""

    title: str
    first: Markup
    last: Markup
    spots: tuple[Spot, ...]
    stretches: tuple[Stretch, ...]


class Lines(NamedTuple):
    """All figures, and the first and the last day."""

    lines: tuple[Line, ...]
    start: Markup
    end: Markup
    kind: str = "lines"


def lines_of(table: Table, ties: Ties) -> Lines:
    """A line for each column that has a value on one day at least."""
    day, *columns = plotted(table)
    rows = sorted(rows_of(table), key=lambda row: weight(row[0]) or 0.0)
    days = [row[0] for row in rows]
    lines = []
    for at, column in enumerate(columns, 1):
        known = [(row[0], row[at]) for row in rows if weight(row[at]) is not None]
        if known:
            lines.append(_line(column, known, days, ties))
    return Lines(tuple(lines), value(day.sort, days[0], ties), value(day.sort, days[-1], ties))


def _line(column: Column, known: list[tuple[Cell, Cell]], days: list[Cell], ties: Ties) -> Line:
    said = [value(column.sort, cell, ties) for _, cell in known]
    least, most = min(_number(cell) for _, cell in known), max(_number(cell) for _, cell in known)
    first, last = _number(days[0]), _number(days[-1])
    spots = tuple(
        Spot(
            percent(0.02 + 0.96 * _share(_number(day), first, last)),
            round(EDGE + HEIGHT * (1 - _share(_number(cell), least, most))),
            f"{day}: {text.striptags()}",
        )
        for (day, cell), text in zip(known, said, strict=True)
    )
    stretches = tuple(Stretch(one.x, one.y, other.x, other.y) for one, other in pairwise(spots))
    return Line(column.title, said[0], said[-1], spots, stretches)


def _number(cell: Cell) -> float:
    return weight(cell) or 0.0


def _share(number: float, least: float, most: float) -> float:
    """Where between the two; the middle if they are the same."""
    return (number - least) / (most - least) if most > least else 0.5

"""How figures moved: a small picture for each, all over the same days."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

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
    """A line for each column that has a value in one row at least, in the order of the rows."""
    day, *columns = plotted(table)
    rows = tuple(rows_of(table))
    places = _places([row[0] for row in rows])
    said = [value(day.sort, row[0], ties) or escape(_NOW) for row in rows]
    lines = []
    for at, column in enumerate(columns, 1):
        known = [
            (place, when, row[at])
            for place, when, row in zip(places, said, rows, strict=True)
            if weight(row[at]) is not None
        ]
        if known:
            lines.append(_line(column, known, ties))
    return Lines(tuple(lines), said[0], said[-1])


_NOW = "now"
_COMMITTED = 0.9
"""What has a day ends here where something without one follows, which stands at the right edge."""


def _places(days: Sequence[Cell]) -> list[float]:
    """Where each row stands, from 0 to 1, by its day; evenly where all have the same."""
    numbers = [weight(day) for day in days]
    known = [number for number in numbers if number is not None]
    if len(set(known)) < 2:  # noqa: PLR2004 - one day makes no way
        return [_share(at, 0, len(days) - 1) for at in range(len(days))]
    end = _COMMITTED if None in numbers else 1.0
    return [
        1.0 if number is None else end * _share(number, min(known), max(known))
        for number in numbers
    ]


def _line(column: Column, known: list[tuple[float, Markup, Cell]], ties: Ties) -> Line:
    said = [value(column.sort, cell, ties) for _, _, cell in known]
    numbers = [_number(cell) for _, _, cell in known]
    spots = tuple(
        Spot(
            percent(0.02 + 0.96 * place),
            round(EDGE + HEIGHT * (1 - _share(number, min(numbers), max(numbers)))),
            f"{day.striptags()}: {text.striptags()}",
        )
        for (place, day, _), number, text in zip(known, numbers, said, strict=True)
    )
    stretches = tuple(Stretch(one.x, one.y, other.x, other.y) for one, other in pairwise(spots))
    return Line(column.title, said[0], said[-1], spots, stretches)


def _number(cell: Cell) -> float:
    return weight(cell) or 0.0


def _share(number: float, least: float, most: float) -> float:
    """Where between the two; the middle if they are the same."""
    return (number - least) / (most - least) if most > least else 0.5

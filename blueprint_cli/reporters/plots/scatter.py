"""What pays: everything numbered, in a square of impact and effort from 1 to 5."""

from typing import NamedTuple

from markupsafe import Markup

from blueprint_cli.report.content import Cell, Table
from blueprint_cli.reporters.marked import Ties, value, weight
from blueprint_cli.reporters.plots.columns import plotted, rows_of

SCALE = range(1, 6)
_SIZES = 4


class Dot(NamedTuple):
    """One of them: its number in the square, what it is, and its size from 1 to 4."""

    number: int
    name: Markup
    said: str
    size: int


class Scatter(NamedTuple):
    """Rows of the square from the greatest impact down, each of its cells from the least effort."""

    rows: tuple[tuple[int, tuple[tuple[Dot, ...], ...]], ...]
    dots: tuple[Dot, ...]
    unplaced: tuple[Markup, ...]
    effort: str
    impact: str
    weight: str
    kind: str = "scatter"


def scatter_of(table: Table, ties: Ties) -> Scatter:
    """A numbered dot for each row whose effort and impact are known; all others are `unplaced`."""
    name, effort, impact, heavy = plotted(table)
    rows = tuple(rows_of(table))
    heaviest = max((weight(row[3]) or 0.0 for row in rows), default=0.0) or 1.0
    dots: dict[tuple[int, int], list[Dot]] = {}
    unplaced = []
    for row in rows:
        label = value(name.sort, row[0], ties)
        across, up = _grade(row[1]), _grade(row[2])
        if across is None or up is None:
            unplaced.append(label)
            continue
        said = f"{impact.title.lower()} {up}, {effort.title.lower()} {across}"
        number = 1 + sum(map(len, dots.values()))
        size = 1 + round((_SIZES - 1) * ((weight(row[3]) or 0.0) / heaviest) ** 0.5)
        dots.setdefault((up, across), []).append(Dot(number, label, said, size))
    return Scatter(
        rows=tuple(
            (up, tuple(tuple(dots.get((up, across), ())) for across in SCALE))
            for up in reversed(SCALE)
        ),
        dots=tuple(sorted(dot for cell in dots.values() for dot in cell)),
        unplaced=tuple(unplaced),
        effort=effort.title,
        impact=impact.title,
        weight=heavy.title,
    )


def _grade(cell: Cell) -> int | None:
    number = weight(cell)
    return None if number is None else min(max(round(number), SCALE.start), SCALE.stop - 1)

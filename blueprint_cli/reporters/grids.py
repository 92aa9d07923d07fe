"""A table of a report as HTML: values that can be sorted, and how they are better looked at."""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import NamedTuple

from markupsafe import Markup

from blueprint_cli.model import SETTLED
from blueprint_cli.report.content import Cell, Column, Table
from blueprint_cli.reporters.marked import FIGURES, LIMITS, Ties, clean, coded, value, weight
from blueprint_cli.reporters.plots import Drawn, drawn
from blueprint_cli.reporters.plots.columns import plotted

_LEVELS = 5
_MANY = 6
"""More columns of a heat map have their names upright."""


_NARROW = 4
_SHORT = 12
"""A table of no more columns and rows is small."""


class Head(NamedTuple):
    """What stands over a column: its title, and the class of its values."""

    title: str
    kind: str


class Grid(NamedTuple):
    """A table and its plot, if it has one; `heat` is `heat` or `matrix` where it is coloured.

    Two that are `small` stand side by side.
    """

    key: str
    title: str
    note: Markup
    heads: tuple[Head, ...]
    rows: tuple[Markup, ...]
    plot: Drawn | None
    heat: str
    upright: bool
    small: bool
    kind: str = "grid"


def grid_of(table: Table, ties: Ties) -> Grid:
    """The table as the page shows it."""
    kind = table.plot.kind if table.plot else ""
    heat = kind if kind in {"heat", "matrix"} else ""
    levels = _levels(table) if heat else {}
    return Grid(
        key=table.key,
        title=clean(table.title),
        note=coded(table.note),
        heads=tuple(
            Head(clean(column.title), "cell" if at in levels else _class(column))
            for at, column in enumerate(table.columns)
        ),
        rows=tuple(_rows(table, ties, levels)),
        plot=drawn(table, ties),
        heat=heat,
        upright=len(levels) > _MANY,
        small=kind == "" and len(table.columns) <= _NARROW and len(table.rows) <= _SHORT,
    )


def _class(column: Column) -> str:
    return "figure" if column.sort in FIGURES else column.sort


def _levels(table: Table) -> Mapping[int, float]:
    """The columns that are coloured, and the greatest value of all of them."""
    _, *columns = plotted(table)
    places = [table.columns.index(column) for column in columns]
    found = [number for row in table.rows for at in places if (number := weight(row[at]))]
    return dict.fromkeys(places, max(found, default=1.0))


def _rows(table: Table, ties: Ties, levels: Mapping[int, float]) -> Iterator[Markup]:
    status = next((at for at, each in enumerate(table.columns) if each.key == "status"), None)
    for row in table.rows:
        settled = status is not None and row[status] in SETTLED
        cells = (
            _cell(column, cell, ties, row_head=at == 0, most=levels.get(at), settled=settled)
            for at, (column, cell) in enumerate(zip(table.columns, row, strict=True))
        )
        yield Markup(f"<tr>{''.join(cells)}</tr>")  # noqa: S704 - each cell is escaped


def _cell(
    column: Column,
    cell: Cell,
    ties: Ties,
    *,
    row_head: bool,
    most: float | None,
    settled: bool,
) -> Markup:
    said = value(column.sort, cell, ties, limit=column.key in LIMITS and not settled)
    attributes = "".join(_attributes(column, cell, most))
    tag = 'th scope="row"' if row_head else "td"
    # `tag` and `attributes` are ours; whatever comes from a file is escaped in `said`.
    return Markup(f"<{tag}{attributes}>{said}</{tag[:2]}>")  # noqa: S704


def _attributes(column: Column, cell: Cell, most: float | None) -> Iterator[str]:
    kinds = [_class(column) if most is None else "cell"]
    number = weight(cell)
    if most is not None and number:
        kinds.append(f"h{min(max(ceil(_LEVELS * number / most), 1), _LEVELS)}")
    if kinds != ["text"]:
        yield f' class="{" ".join(kinds)}"'
    if number is not None:
        yield f' data-sort="{number:.10g}"'

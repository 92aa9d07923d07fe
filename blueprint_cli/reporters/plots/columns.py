"""The columns that a plot is made from, row by row, and places along its width."""

from collections.abc import Iterator

from blueprint_cli.report.content import Cell, Column, Table


def plotted(table: Table) -> tuple[Column, ...]:
    """The columns of the table's plot, in the plot's order."""
    by_key = {column.key: column for column in table.columns}
    return tuple(by_key[key] for key in table.plot.columns) if table.plot else ()


def rows_of(table: Table) -> Iterator[tuple[Cell, ...]]:
    """Each row's values in the plot's columns."""
    places = [table.columns.index(column) for column in plotted(table)]
    for row in table.rows:
        yield tuple(row[place] for place in places)


def percent(share: float) -> str:
    """A share of the width, as SVG writes it."""
    return f"{round(share * 100, 3):g}%"

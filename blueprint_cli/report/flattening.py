"""Tables of a report with one plain value in each cell, as spreadsheets and CSV files take them."""

from collections.abc import Iterator
from datetime import date
from math import isfinite
from typing import NamedTuple

from blueprint_cli.analysis.places import Place
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Cell, Sort, Table
from blueprint_cli.report.telling import told

Plain = str | int | float | bool | date | None
"""A value that is no list and no range; None where the blueprint does not say it."""

RANGED: frozenset[Sort] = frozenset({"shares", "duration", "money", "rate"})
"""What becomes two columns, the least and the most, also where the two are equal."""


class FlatColumn(NamedTuple):
    """A column as programs call it and as people read it."""

    key: str
    title: str
    sort: Sort


class FlatTable(NamedTuple):
    """A table whose cells are plain."""

    key: str
    title: str
    columns: tuple[FlatColumn, ...]
    rows: tuple[tuple[Plain, ...], ...]


def flat(table: Table, *, keys: bool = False) -> FlatTable:
    """The table with ranges as two columns, and elements by their names.

    With `keys`, a column behind each column of elements has their keys, with spaces between.
    """
    sorts = [column.sort for column in table.columns]
    return FlatTable(
        table.key,
        table.title,
        tuple(_columns(table, keys=keys)),
        tuple(
            tuple(
                plain
                for sort, cell in zip(sorts, row, strict=True)
                for plain in plain_values(sort, cell, keys=keys)
            )
            for row in table.rows
        ),
    )


def _columns(table: Table, *, keys: bool) -> Iterator[FlatColumn]:
    for key, title, sort, _ in table.columns:
        if sort in RANGED:
            yield FlatColumn(f"{key}_least", f"{title}, least", sort)
            yield FlatColumn(f"{key}_most", f"{title}, most", sort)
        else:
            yield FlatColumn(key, title, sort)
        if keys and sort in {"places", "path"}:
            yield FlatColumn(f"{key}_key", f"{title}, key", "text")


def plain_values(sort: Sort, value: Cell, *, keys: bool = False) -> Iterator[Plain]:
    """What stands in the columns of a value, one or two; a figure that is no number is none."""
    if sort in RANGED:
        ends = value if isinstance(value, Range) else (None, None)
        yield from (_finite(end) for end in ends)
    elif sort in {"places", "path"}:
        yield told(sort, value) or None
        if keys:
            yield _keys(value)
    elif isinstance(value, tuple):
        yield None
    else:
        yield _finite(value)


def _keys(value: Cell) -> str | None:
    if not isinstance(value, tuple):
        return None
    return " ".join(each.key for each in value if isinstance(each, Place)) or None


def _finite(value: Plain) -> Plain:
    return None if isinstance(value, float) and not isfinite(value) else value

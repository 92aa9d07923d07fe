"""Bars that are put together from parts, as the time of a step from work and wait."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from blueprint_cli.report.content import Cell, Table
from blueprint_cli.reporters.marked import Ties, value, weight
from blueprint_cli.reporters.plots.columns import percent, plotted, rows_of


class Part(NamedTuple):
    """A part of a bar: which of the plot's parts, where it begins, how long it is, what it says."""

    at: int
    start: str
    length: str
    said: Markup


class Pile(NamedTuple):
    """One bar with its parts."""

    name: Markup
    parts: tuple[Part, ...]


class Stack(NamedTuple):
    """All bars; `parts` are the names of what they are put together from."""

    piles: tuple[Pile, ...]
    parts: tuple[str, ...]
    kind: str = "stack"


def stack_of(table: Table, ties: Ties) -> Stack:
    """A bar for each row; ranges are as long as their middle."""
    name, *parts = plotted(table)
    rows = tuple(rows_of(table))
    longest = max((_length(row[1:]) for row in rows), default=0.0) or 1.0
    piles = []
    for row in rows:
        said = [value(column.sort, cell, ties) for column, cell in zip(parts, row[1:], strict=True)]
        piles.append(Pile(value(name.sort, row[0], ties), tuple(_parts(row[1:], said, longest))))
    return Stack(tuple(piles), tuple(column.title for column in parts))


def _length(cells: Sequence[Cell]) -> float:
    return sum(weight(cell) or 0.0 for cell in cells)


def _parts(cells: Sequence[Cell], said: Sequence[Markup], longest: float) -> Iterator[Part]:
    """Those that the row has; what is not known has no part and no words."""
    start = 0.0
    for at, cell in enumerate(cells):
        length = weight(cell)
        if length is None:
            continue
        yield Part(at, percent(start / longest), percent(length / longest), said[at])
        start += length

"""Bars that are put together from parts, as the time of a step from work and wait."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from blueprint_cli.report.content import Cell, Table
from blueprint_cli.reporters.marked import Ties, value, weight
from blueprint_cli.reporters.plots.columns import percent, plotted, rows_of

_LOOKS: Mapping[str, str] = MappingProxyType(
    {"wait": "wait", "work": "work", "in_sight": "work", "behind": "out-of-sight"}
)
"""How parts with these keys look, as they do in the picture; all others one after the other."""
_OTHERS = 5


class Kind(NamedTuple):
    """What bars are put together from: its name, and the class of its look."""

    title: str
    look: str


class Part(NamedTuple):
    """A part of a bar: what it is, where it begins, how long it is, what it says."""

    kind: Kind
    start: str
    length: str
    said: Markup


class Pile(NamedTuple):
    """One bar with its parts."""

    name: Markup
    parts: tuple[Part, ...]


class Stack(NamedTuple):
    """All bars, and what they are put together from."""

    piles: tuple[Pile, ...]
    kinds: tuple[Kind, ...]
    kind: str = "stack"


def stack_of(table: Table, ties: Ties) -> Stack:
    """A bar for each row; ranges are as long as their middle."""
    name, *columns = plotted(table)
    kinds = tuple(
        Kind(column.title, _LOOKS.get(column.key, f"p{at % _OTHERS}"))
        for at, column in enumerate(columns)
    )
    rows = tuple(rows_of(table))
    longest = max((_length(row[1:]) for row in rows), default=0.0) or 1.0
    piles = []
    for row in rows:
        said = [
            value(column.sort, cell, ties) for column, cell in zip(columns, row[1:], strict=True)
        ]
        parts = _parts(kinds, row[1:], said, longest)
        piles.append(Pile(value(name.sort, row[0], ties), tuple(parts)))
    return Stack(tuple(piles), kinds)


def _length(cells: Sequence[Cell]) -> float:
    return sum(weight(cell) or 0.0 for cell in cells)


def _parts(
    kinds: Sequence[Kind], cells: Sequence[Cell], said: Sequence[Markup], longest: float
) -> Iterator[Part]:
    """Those that the row has; what is not known has no part and no words."""
    start = 0.0
    for kind, cell, words in zip(kinds, cells, said, strict=True):
        length = weight(cell)
        if length is None:
            continue
        yield Part(kind, percent(start / longest), percent(length / longest), words)
        start += length

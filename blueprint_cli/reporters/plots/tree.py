"""Paths that begin alike, as one tree: from where it hurts to what it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from blueprint_cli.analysis.places import Place
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Cell, Table
from blueprint_cli.reporters.marked import Ties, named, value, weight
from blueprint_cli.reporters.plots.columns import percent, plotted, rows_of


class Node(NamedTuple):
    """A place on the way; where a path ends there is its weight in words and as a bar."""

    name: Markup
    said: Markup
    length: str
    below: "tuple[Node, ...]"


class Tree(NamedTuple):
    """The places where paths begin, and what the weights are."""

    roots: tuple[Node, ...]
    weight: str
    kind: str = "tree"


@dataclass
class _Growing:
    """A place while the tree is put together."""

    cell: Cell = None
    below: "dict[Place, _Growing]" = field(default_factory=dict)


def tree_of(table: Table, ties: Ties) -> Tree:
    """The tree of all paths, in the order in which they come first."""
    _, heavy = plotted(table)
    rows = tuple(rows_of(table))
    root = _Growing()
    for path, cell in rows:
        here = root
        for place in _places(path):
            here = here.below.setdefault(place, _Growing())
        here.cell = cell
    most = max((weight(cell) or 0.0 for _, cell in rows), default=0.0) or 1.0

    def nodes(growing: _Growing) -> tuple[Node, ...]:
        return tuple(
            Node(
                named(place, ties),
                value(heavy.sort, each.cell, ties),
                percent((weight(each.cell) or 0.0) / most),
                nodes(each),
            )
            for place, each in growing.below.items()
        )

    return Tree(nodes(root), heavy.title)


def _places(path: Cell) -> Iterator[Place]:
    if isinstance(path, tuple) and not isinstance(path, Range):
        yield from path

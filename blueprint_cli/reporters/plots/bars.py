"""Bars from nothing to a share, or to a range of shares, with the limit at 100 %."""

from typing import NamedTuple

from markupsafe import Markup

from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Cell, Table
from blueprint_cli.reporters.marked import Ties, value
from blueprint_cli.reporters.plots.columns import percent, plotted, rows_of

_BEYOND = 4.0
"""A bar is cut where it is longer than so many times the limit; its text tells the whole."""


class Bar(NamedTuple):
    """One bar: solid to `least`, hatched to `most`; None for both where nothing is known."""

    name: Markup
    said: Markup
    least: str
    most: str
    over: str


class Bars(NamedTuple):
    """All bars, and where the limit stands; shares of the width as SVG writes them."""

    bars: tuple[Bar, ...]
    limit: str
    kind: str = "bars"


def bars_of(table: Table, ties: Ties) -> Bars:
    """A bar for each row."""
    name, share = plotted(table)
    rows = tuple(rows_of(table))
    longest = max([1.0, *(_ends(cell).most for _, cell in rows)]) * 1.02
    length = min(longest, _BEYOND)
    bars = tuple(
        Bar(
            value(name.sort, row[0], ties),
            value(share.sort, row[1], ties),
            percent(min(_ends(row[1]).least / length, 1)),
            percent(min(_ends(row[1]).most / length, 1)),
            _over(_ends(row[1])),
        )
        for row in rows
    )
    return Bars(bars, percent(1 / length))


def _ends(cell: Cell) -> Range:
    if isinstance(cell, Range):
        return cell
    number = float(cell) if isinstance(cell, int | float) else 0.0
    return Range(number, number)


def _over(ends: Range) -> str:
    if ends.most < 1:
        return ""
    said = "over the limit" if ends.most > 1 else "at the limit"
    return said if ends.least >= 1 else f"{said} at worst"

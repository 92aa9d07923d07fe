"""Tables of lanes and resources: how busy they are, how long work waits, when they fail."""

from collections.abc import Callable, Iterator
from math import isfinite
from typing import NamedTuple

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.load import Station, Strain
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Cell, Column, Plot, Table


def load_tables(analysis: Analysis) -> Iterator[Table]:
    """One of lanes and one of resources, each if any of them has timed work."""
    loads = analysis.loads
    if loads.lanes:
        yield _table(analysis, "lane", "Lanes", loads.lanes)
    if loads.resources:
        yield _table(analysis, "resource", "Resources", loads.resources)


def exactly(value: float | None) -> Range | None:
    """A figure without a range."""
    return None if value is None else Range(value, value)


class _Told(NamedTuple):
    """A column, and what stands in it of a lane or resource."""

    column: Column
    cell: Callable[[Station], Cell]


def _table(analysis: Analysis, key: str, title: str, stations: tuple[Station, ...]) -> Table:
    arriving = analysis.loads.arrivals is not None
    branched = any(each.weighed.time != each.full.time for each in stations)
    told = [
        _Told(Column(key, key.capitalize(), "places"), lambda each: (each.place,)),
        _Told(Column("capacity", "Capacity", "count"), lambda each: each.capacity),
        _Told(Column("time", "Time for each customer", "duration"), lambda each: each.full.time),
        *(_at_arrivals(branched=branched) if arriving else ()),
        _Told(
            Column("fails_at_worst", "Fails at, at worst", "rate", "breaks_at"),
            lambda each: exactly(each.full.fails_at_worst),
        ),
        _Told(
            Column("fails_at_best", "Fails at, at best", "rate", "breaks_at"),
            lambda each: exactly(each.full.fails_at_best),
        ),
    ]
    return Table(
        f"{key}-load",
        title,
        tuple(each.column for each in told),
        tuple(tuple(each.cell(station) for each in told) for station in stations),
        Plot("bars", (key, "utilisation")) if arriving else None,
        (_NOTE + _BRANCHES * branched) if arriving else "",
    )


_NOTE = (
    "The wait in the queue is an average where customers come at random and each time of a range is"
    " as likely as any other; where more comes than can be done it has no end, and no figure."
)
_BRANCHES = " With branches, an action counts only for the customers who come to it."


def _at_arrivals(*, branched: bool) -> Iterator[_Told]:
    """What can only be told where it is known how many come."""
    yield _Told(
        Column("utilisation", "Utilisation", "shares", "utilisation"),
        lambda each: each.full.utilisation,
    )
    if branched:
        title = "Utilisation with branches"
        yield _Told(
            Column("expected_utilisation", title, "shares", "expected_utilisation"),
            lambda each: each.weighed.utilisation,
        )
    yield _Told(
        Column("queue_wait", "Wait in the queue", "duration", "queue_wait"),
        lambda each: _wait(each.full),
    )
    if branched:
        yield _Told(
            Column("expected_queue_wait", "Wait with branches", "duration", "queue_wait"),
            lambda each: _wait(each.weighed),
        )
    yield _Told(Column("verdict", "Verdict", "text", "utilisation"), verdict)


def _wait(strain: Strain) -> Range | None:
    return exactly(strain.queue.wait) if strain.queue and isfinite(strain.queue.wait) else None


def verdict(station: Station) -> str | None:
    """Whether a lane or resource keeps up, in a word or two."""
    overload, busy, queue = station.full.overload, station.full.utilisation, station.full.queue
    if overload == "never" and queue and not isfinite(queue.wait):
        return "at its limit"
    if overload == "never" and busy and busy.most > _FULL:
        return "only just keeps up"
    return _VERDICTS[overload] if overload else None


_FULL = 0.9999
_VERDICTS = {"always": "overloaded", "at worst": "overloaded at worst", "never": "keeps up"}

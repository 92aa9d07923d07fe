"""The figures of both versions side by side: time, waiting, money, pain, who is too slow."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from blueprint_cli.analysis import Analysis
from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.versions import Version
from blueprint_cli.model import Blueprint
from blueprint_cli.ranges import Range
from blueprint_cli.report.content import Sort
from blueprint_cli.report.telling import told
from blueprint_cli.service import Service


class Figure(NamedTuple):
    """A figure before and after, in words, empty where a version does not tell it.

    `way` says whether it got better or worse; empty where it has no direction or stayed.
    """

    key: str
    title: str
    before: str
    after: str
    way: Literal["better", "worse", ""]


class _Measured(NamedTuple):
    key: str
    title: str
    sort: Sort
    value: Callable[[Analysis], Any]


_MEASURED = (
    _Measured("elapsed", "From first to last", "duration", lambda it: it.spending.elapsed),
    _Measured("wait", "The customer waits", "duration", lambda it: it.spending.wait.total),
    _Measured("work", "Work in a case", "duration", lambda it: it.spending.work.total),
    _Measured("cost", "Cost of a case", "money", lambda it: it.spending.cost.total),
    _Measured("pain_points", "Open pain points", "count", lambda it: it.pain.total.pain_points),
    _Measured("severity_sum", "Sum of severities", "count", lambda it: it.pain.total.severity),
    _Measured("single_points", "Single points of failure", "count",
              lambda it: len(it.dependencies.single_points)),
)  # fmt: skip
"""All of these are better when they fall."""


def figures(diff: Diff) -> tuple[Figure, ...]:
    """The figures that differ, and the bottleneck where it is another one."""
    old, new = _analysis(diff.old), _analysis(diff.new)
    currency = new.service.blueprint.currency or ""
    found = [_figure(each, each.value(old), each.value(new), currency) for each in _MEASURED]
    found.append(Figure("bottleneck", "Bottleneck", _slowest(old), _slowest(new), ""))
    return tuple(each for each in found if each.before != each.after)


def _analysis(version: Version) -> Analysis:
    blueprint = version.parts[0].record
    assert isinstance(blueprint, Blueprint)  # noqa: S101 - the first part is the whole
    return Analysis(Service(version.source, blueprint, version.keys))


def _figure(measured: _Measured, before: Any, after: Any, currency: str) -> Figure:  # noqa: ANN401 - a count or a range
    said = told(measured.sort, before, currency), told(measured.sort, after, currency)
    return Figure(measured.key, measured.title, said[0], said[1], _way(before, after))


def _way(before: Any, after: Any) -> Literal["better", "worse", ""]:  # noqa: ANN401 - a count or a range
    if before is None or after is None:
        return ""
    ends = [(a > b) - (a < b) for b, a in zip(_ends(before), _ends(after), strict=True)]
    if {1, -1} <= {*ends} or not any(ends):
        return ""
    return "worse" if 1 in ends else "better"


def _ends(value: Any) -> tuple[float, float]:  # noqa: ANN401 - a count or a range
    return (value.least, value.most) if isinstance(value, Range) else (value, value)


def _slowest(analysis: Analysis) -> str:
    bottleneck = analysis.loads.bottleneck
    return bottleneck.worst.place.name if bottleneck else ""

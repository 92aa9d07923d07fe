"""The figures of a blueprint that programs build on: each by its key, with its shape in the schema.

What the file does not say is null, or absent where figures go by lane, step or resource.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.causes import Cause
from blueprint_cli.analysis.load import Station
from blueprint_cli.analysis.pain import Sore
from blueprint_cli.analysis.spending import Sum
from blueprint_cli.capacity import Overrun
from blueprint_cli.reading.references import LINK_KINDS
from blueprint_cli.report.shapes import (
    ACTION,
    COUNT,
    LANE,
    TEXT,
    Schema,
    by_key,
    fixed,
    listed,
    one_of,
    or_null,
)

Value = object
"""Numbers, texts, ranges, None, and tuples and mappings of these."""


class Figure(NamedTuple):
    """A figure by its key; `shape` is the JSON Schema of what `make` gives."""

    key: str
    about: str
    shape: Schema
    make: Callable[[Analysis], Value]


_RANGE = or_null(one_of("range"))
_SUM = fixed(total=_RANGE, per_step=by_key(one_of("range")), per_lane=by_key(one_of("range")))
_COUNTS = fixed(**dict.fromkeys(LINK_KINDS, COUNT))
_OVERRUNS: Mapping[str, Overrun] = {"always": "always", "at_worst": "at worst", "never": "never"}


# Times and money


def _sum(found: Sum) -> Value:
    return {"total": found.total, "per_step": found.per_step, "per_lane": found.per_lane}


def _over_tolerance(analysis: Analysis) -> Value:
    judged = analysis.spending.tolerated
    return {
        key: tuple(sorted(each.place.key for each in judged if each.overrun == overrun))
        for key, overrun in _OVERRUNS.items()
    }


# Capacity


def _utilisation(stations: Iterable[Station]) -> Value:
    return {each.place.key: each.full.utilisation for each in stations if each.full.utilisation}


def _bottleneck(analysis: Analysis) -> Value:
    found = analysis.loads.bottleneck
    return found and {"best": found.best.place.key, "worst": found.worst.place.key}


def _overloaded(analysis: Analysis) -> Value:
    if analysis.loads.bottleneck is None:
        return None
    return tuple(each.place.key for each in analysis.loads.overloaded_at_worst)


# Pain and its causes


def _pain_points(analysis: Analysis) -> Value:
    pain = analysis.pain
    worst = min(pain.ranked, key=_by_severity, default=None)
    return {
        "count": pain.total.pain_points,
        "severity_sum": pain.total.severity if analysis.service.pain_points else None,
        "per_step": {key: each.severity for key, each in pain.per_step.items()},
        "per_lane": {key: each.severity for key, each in pain.per_lane.items()},
        "without_cause": tuple(each.pain_point.name for each in analysis.causes.unexplained),
        "worst": worst and worst.pain_point.name,
    }


def _by_severity(sore: Sore) -> tuple[int, float, str]:
    return -sore.pain_point.severity, -sore.weight, sore.place.key


def _root_causes(analysis: Analysis) -> Value:
    """The causes that pain points name, by plain severity."""
    named = (each for each in analysis.causes.ranked if each.named)
    return tuple(map(_cause, sorted(named, key=lambda each: (-each.severity, each.place.key))))


def _cause(cause: Cause) -> Value:
    return {
        "cause": cause.place.key,
        "kind": cause.place.kind,
        "severity": cause.severity,
        "pain_points": len(cause.sores),
        "path": tuple(each.key for each in cause.path),
    }


FIGURES: tuple[Figure, ...] = (
    Figure(
        "work", "Time of work, in seconds.", _SUM, lambda analysis: _sum(analysis.spending.work)
    ),
    Figure(
        "wait",
        "What the customer waits, in seconds.",
        _SUM,
        lambda analysis: _sum(analysis.spending.wait),
    ),
    Figure("cost", "What a case costs.", _SUM, lambda analysis: _sum(analysis.spending.cost)),
    Figure(
        "direct_cost",
        "What a case costs besides work.",
        _SUM,
        lambda analysis: _sum(analysis.spending.direct_cost),
    ),
    Figure(
        "labour_cost",
        "What the work on a case costs.",
        _SUM,
        lambda analysis: _sum(analysis.spending.labour_cost),
    ),
    Figure(
        "elapsed",
        "Seconds from the first to the last, along the critical path.",
        _RANGE,
        lambda analysis: analysis.spending.elapsed,
    ),
    Figure(
        "over_tolerance",
        "Actions whose `time` and `wait` are more than their `tolerance`, by when they are.",
        fixed(**dict.fromkeys(_OVERRUNS, listed(ACTION))),
        _over_tolerance,
    ),
    Figure(
        "utilisation",
        "Of each lane that works: arrivals × time ÷ capacity.",
        by_key(one_of("range")),
        lambda analysis: _utilisation(analysis.loads.lanes),
    ),
    Figure(
        "resource_utilisation",
        "The same of each resource.",
        by_key(one_of("range")),
        lambda analysis: _utilisation(analysis.loads.resources),
    ),
    Figure(
        "bottleneck",
        "The lanes that are busiest at best and at worst.",
        or_null(fixed(best=LANE, worst=LANE)),
        _bottleneck,
    ),
    Figure(
        "overloaded_at_worst",
        "Lanes to which more work can come than they can do.",
        or_null(listed(LANE)),
        _overloaded,
    ),
    Figure(
        "handoffs",
        "Links whose ends stand in different lanes.",
        _COUNTS,
        lambda analysis: analysis.dependencies.handoffs,
    ),
    Figure(
        "handoffs_between",
        "The same from lane to lane, `from>to`; a need runs from the needed to what needs it.",
        fixed(**dict.fromkeys(LINK_KINDS, by_key(COUNT))),
        lambda analysis: analysis.dependencies.handoffs_between,
    ),
    Figure(
        "crossing_visibility",
        "Links from customer or frontstage to backstage or support, or back.",
        _COUNTS,
        lambda analysis: analysis.dependencies.crossing_visibility,
    ),
    Figure(
        "single_points_of_failure",
        "Actions, and resources by their ids, on which much of what customers see hangs.",
        listed(TEXT),
        lambda analysis: tuple(each.key for each in analysis.dependencies.single_points),
    ),
    Figure(
        "pain_points",
        "Open pain points: sums of severity by step and lane, names of some.",
        fixed(
            count=COUNT,
            severity_sum=or_null(COUNT),
            per_step=by_key(COUNT),
            per_lane=by_key(COUNT),
            without_cause=listed(TEXT),
            worst=or_null(TEXT),
        ),
        _pain_points,
    ),
    Figure(
        "root_causes",
        "What pain points name as causes, most severity first; each carries theirs whole.",
        listed(
            fixed(
                cause={"type": "string", "description": "An action, or the id of a resource."},
                kind={"enum": ["action", "resource"]},
                severity=COUNT,
                pain_points=COUNT,
                path=listed(TEXT),
            )
        ),
        _root_causes,
    ),
)


def figures_of(analysis: Analysis) -> Mapping[str, Value]:
    """All figures by their keys."""
    return {each.key: each.make(analysis) for each in FIGURES}

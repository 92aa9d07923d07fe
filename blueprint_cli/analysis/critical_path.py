"""When each action can begin and end at the earliest, and the chain of actions that decides it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.precedence import Precedence, precedence
from blueprint_cli.service import Service

CPM = (
    'The critical path method and PERT: J. E. Kelley and M. R. Walker, "Critical-Path Planning'
    ' and Scheduling", Proc. Eastern Joint Computer Conference, 1959; D. G. Malcolm and'
    ' others, "Application of a Technique for Research and Development Program Evaluation",'
    " Operations Research 7, 1959"
)

MEASURES = (
    Measure(
        "elapsed",
        "Time from start to end",
        "`max(end of each action)`, where `end = start + wait + time` and `start` is the greatest"
        " of: the end of each action that it `needs`; the end of each that `triggers` it; the end"
        " of the action above it in its cell, if nothing triggers it; and the beginning of its"
        " step, which is when all customer, frontstage and evidence actions of the steps before"
        " are done. All with the least, the middle and the most of each `time` and `wait`",
        "seconds",
        "What says no `time` and no `wait` takes none, so the true figure may be longer. Hands"
        " are always free: queues are told under capacity. Backstage and support work holds the"
        " next step up only where a link says so. A trigger to an earlier step, or one that goes"
        " round in a circle to where it was entered, holds nothing up; nor do links to other"
        " files. An action that one of an earlier step needs begins with that step. Every branch"
        " is taken, so the longest one decides",
        CPM,
    ),
    Measure(
        "critical_path",
        "Critical path",
        "From the action that ends last, where each takes its most, back to what its start waited"
        " for, and so on to the beginning",
        "actions",
        "As for the time from start to end. Of several such chains one is told",
        CPM,
    ),
)


class Spread(NamedTuple):
    """Seconds where each action takes its least, the middle of its range, and its most."""

    least: float
    likely: float
    most: float


class Timing(NamedTuple):
    """From when to when, in seconds after the beginning; an action's `wait` is part of it."""

    start: Spread
    end: Spread


class Schedule(NamedTuple):
    """The earliest times of all actions, by their keys, and of the steps, in their order.

    A step begins when all that customers meet in the steps before is done, and ends when that of
    its own is. `elapsed` is None where no action says a `time` or `wait`.
    """

    actions: Mapping[str, Timing]
    steps: tuple[Timing, ...]
    elapsed: Spread | None
    critical_path: tuple[str, ...]
    """Keys of actions, in their order in time, where each takes its most."""


def schedule(service: Service, extra: Mapping[str, float] = MappingProxyType({})) -> Schedule:
    """When everything happens, if the actions of these keys take so many seconds more.

    What `extra` takes away (a number below 0) leaves no action shorter than nothing.
    """
    order = precedence(service)
    lengths = _lengths(order, extra)
    plans = [_plan(order, way) for way in lengths]
    starts, ends, borders = (
        list(map(Spread._make, zip(*times, strict=True)))
        for times in zip(*((plan.starts, plan.ends, plan.borders) for plan in plans), strict=True)
    )
    keys = [each.key for each in order.actions]
    timings = dict(zip(keys, map(Timing, starts, ends), strict=True))
    steps = tuple(map(Timing, borders, borders[1:]))
    if not extra and not any(each.action.time or each.action.wait for each in order.actions):
        return Schedule(timings, steps, None, ())
    elapsed = Spread(*(max(plan.ends, default=0.0) for plan in plans))
    return Schedule(timings, steps, elapsed, tuple(_chain(order, plans[-1]))[::-1])


def _lengths(order: Precedence, extra: Mapping[str, float]) -> tuple[list[float], ...]:
    """How long each action takes with its `wait`, at least, likely and at most."""
    least, most = [], []
    for each in order.actions:
        more = extra.get(each.key, 0.0)
        parts = [part for part in (each.action.wait, each.action.time) if part]
        least.append(max(0.0, sum(part.least for part in parts) + more))
        most.append(max(0.0, sum(part.most for part in parts) + more))
    likely = [(one + other) / 2 for one, other in zip(least, most, strict=True)]
    return least, likely, most


class _Plan(NamedTuple):
    """Starts and ends of the actions, by number, and borders: where steps begin and the last ends.

    `held_by` is the action for which each one's start waited, None where it waited for nothing.
    """

    starts: list[float]
    ends: list[float]
    borders: list[float]
    held_by: list[int | None]


def _plan(order: Precedence, lengths: list[float]) -> _Plan:
    count = len(order.actions)
    starts, ends, borders = [0.0] * count, [0.0] * count, [0.0]
    held_by: list[int | None] = [None] * count
    shut_by: int | None = None
    for begun, met in zip(order.begun, order.met, strict=True):
        for each in begun:
            last = max(order.before[each], key=ends.__getitem__, default=None)
            if last is None or ends[last] < borders[-1]:
                starts[each], held_by[each] = borders[-1], shut_by
            else:
                starts[each], held_by[each] = ends[last], last
            ends[each] = starts[each] + lengths[each]
        slowest = max(met, key=ends.__getitem__, default=None)
        if slowest is not None and ends[slowest] > borders[-1]:
            borders.append(ends[slowest])
            shut_by = slowest
        else:
            borders.append(borders[-1])
    return _Plan(starts, ends, borders, held_by)


def _chain(order: Precedence, plan: _Plan) -> Iterator[str]:
    """What decides the end, from the action that ends last back to the beginning."""
    here = max(range(len(order.actions)), key=plan.ends.__getitem__, default=None)
    while here is not None:
        yield order.actions[here].key
        here = plan.held_by[here]

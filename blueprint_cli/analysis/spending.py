"""How long the service takes, how long the customer waits, and what a case costs."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from blueprint_cli.analysis import critical_path, shares
from blueprint_cli.analysis.critical_path import Schedule, schedule
from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import Place, action_place
from blueprint_cli.analysis.shares import shares_of
from blueprint_cli.capacity import Overrun, overrun, taken
from blueprint_cli.ranges import Range, total
from blueprint_cli.service import Service
from blueprint_cli.step_times import StepTime, step_times
from blueprint_cli.times import Duration

HOUR = 3600

MEASURES = (
    Measure(
        "work",
        "Work",
        "Σ `time` of all actions",
        "seconds",
        "Each action is done once in each case. What says no `time` is left out",
    ),
    Measure(
        "wait",
        "Waiting",
        "Σ `wait` of all actions",
        "seconds",
        "The customer waits for one action after the other",
    ),
    Measure(
        "customer_time",
        "The customer's time",
        "Σ `wait` of all actions + Σ `time` of those in customer and frontstage lanes",
        "seconds",
        "The customer takes part in all that is done in sight, one thing after the other",
    ),
    Measure(
        "waiting_share",
        "Share of waiting",
        "waiting ÷ the customer's time, each in the middle of its range",
        "share",
        "As for the customer's time",
    ),
    Measure(
        "direct_cost",
        "Direct cost",
        "Σ `cost` of all actions",
        "the blueprint's currency",
        "Each action is done once in each case",
    ),
    Measure(
        "labour_cost",
        "Cost of work",
        "Σ `time` × `cost_rate` of the lane ÷ 3600",
        "the blueprint's currency",
        "Only hours that are spent on a case are paid; lanes without `cost_rate` are left out",
    ),
    Measure(
        "cost",
        "Cost of a case",
        "direct cost + cost of work",
        "the blueprint's currency",
        "As for both; what is not written is left out, so the true cost may be higher",
    ),
    Measure(
        "expected_work",
        "Work on an average case",
        "Σ `time` × share of cases of the action",
        "seconds",
        "As for the share of cases",
    ),
    Measure(
        "expected_cost",
        "Cost of an average case",
        "Σ (`cost` + `time` × `cost_rate` ÷ 3600) × share of cases of the action",
        "the blueprint's currency",
        "As for the share of cases",
    ),
    Measure(
        "over_tolerance",
        "Over tolerance",
        "*always* if the least of `wait` + `time` is more than the most of `tolerance`; *at worst*"
        " if the most is more than the least of `tolerance`; else *never*. By how much: the least"
        " that is taken minus the most that is tolerated, to the most minus the least",
        "actions; seconds",
        "Only actions with a `tolerance` and a `time` or `wait` are judged",
    ),
    *shares.MEASURES,
    *critical_path.MEASURES,
)


class Sum(NamedTuple):
    """A figure in total, by the key of each step and by the key of each lane that has it."""

    total: Range | None
    per_step: Mapping[str, Range]
    per_lane: Mapping[str, Range]


class Tolerated(NamedTuple):
    """An action's `wait` and `time` against its `tolerance`; `over` by how much, never below 0."""

    place: Place
    taken: Range
    tolerance: Range
    over: Range
    overrun: Overrun


class Spending(NamedTuple):
    """Times in seconds, money in the blueprint's currency; `elapsed` along the critical path."""

    work: Sum
    wait: Sum
    cost: Sum
    direct_cost: Sum
    labour_cost: Sum
    expected_work: Sum
    """As `work`, each action weighed by the share of cases that reach it."""
    expected_cost: Sum
    """As `cost`, weighed likewise."""
    shares: Mapping[str, float]
    """The share of cases, from 0 to 1, in which each action is done, by its key."""
    branched: bool
    """Whether any action is done in less than all cases."""
    steps: tuple[StepTime, ...]
    """What each step takes of the customer's time, and behind the line of visibility."""
    customer: Range | None
    """The customer's time from first to last: waiting, and all that is done in sight."""
    tolerated: tuple[Tolerated, ...]
    """All actions whose tolerance can be judged: what is furthest over first, equals by key."""
    elapsed: Range | None
    elapsed_likely: float | None
    """Where everything takes the middle of its range."""
    critical_path: tuple[str, ...]
    """Keys of actions, in their order in time, where each takes its most."""
    schedule: Schedule


def spending_of(service: Service) -> Spending:
    """Times and money."""
    reached = shares_of(service)
    steps = step_times(service.blueprint, service.index)
    planned = schedule(service)
    span = planned.elapsed
    times = [_range(each.action.time) for each in service.actions]
    direct = [_money(each.action.cost) for each in service.actions]
    labour = list(map(_labour, times, (service.lane(each).cost_rate for each in service.actions)))
    costs = list(map(total, zip(direct, labour, strict=True)))
    return Spending(
        work=_sum(service, times),
        wait=_sum(service, [_range(each.action.wait) for each in service.actions]),
        cost=_sum(service, costs),
        direct_cost=_sum(service, direct),
        labour_cost=_sum(service, labour),
        expected_work=_sum(service, _weighed(times, reached)),
        expected_cost=_sum(service, _weighed(costs, reached)),
        shares=reached,
        branched=any(share < 1 for share in reached.values()),
        steps=steps,
        customer=steps[-1].total if steps else None,
        tolerated=tuple(sorted(_tolerated(service), key=_worst_first)),
        elapsed=Range(span.least, span.most) if span else None,
        elapsed_likely=span.likely if span else None,
        critical_path=planned.critical_path,
        schedule=planned,
    )


Figures = Iterable[Range | None]
"""A figure of each action, in their order in the file."""


def _range(written: Duration | None) -> Range | None:
    return Range(written.least, written.most) if written else None


def _money(amount: float | None) -> Range | None:
    return None if amount is None else Range(amount, amount)


def _labour(time: Range | None, rate: float | None) -> Range | None:
    return None if time is None or rate is None else time.times(rate / HOUR)


def _weighed(figures: Figures, shares: Mapping[str, float]) -> Iterator[Range | None]:
    for found, share in zip(figures, shares.values(), strict=True):
        yield found and found.times(share)


def _sum(service: Service, figures: Figures) -> Sum:
    of_step: list[list[Range]] = [[] for _ in service.blueprint.steps]
    of_lane: list[list[Range]] = [[] for _ in service.blueprint.lanes]
    for placed, found in zip(service.actions, figures, strict=True):
        if found is not None:
            of_step[placed.step].append(found)
            of_lane[placed.lane].append(found)
    whole = total(chain.from_iterable(of_step))
    per_step, per_lane = map(total, of_step), map(total, of_lane)
    return Sum(
        whole, _known(service.index.step_keys, per_step), _known(service.index.lane_keys, per_lane)
    )


def _known(keys: tuple[str, ...], figures: Figures) -> Mapping[str, Range]:
    return {key: found for key, found in zip(keys, figures, strict=True) if found is not None}


def _tolerated(service: Service) -> Iterator[Tolerated]:
    for placed in service.actions:
        if not (tolerance := placed.action.tolerance):
            continue
        judged, spent = overrun(placed.action), taken(placed.action)
        if judged and spent:
            least, most = spent.least - tolerance.most, spent.most - tolerance.least
            yield Tolerated(
                action_place(placed),
                Range(spent.least, spent.most),
                Range(tolerance.least, tolerance.most),
                Range(max(0.0, least), max(0.0, most)),
                judged,
            )


def _worst_first(found: Tolerated) -> tuple[float, float, str]:
    return -found.over.most, -found.over.least, found.place.key

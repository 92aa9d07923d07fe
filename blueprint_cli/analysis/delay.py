"""What comes later when some actions take longer: who waits, for how long, and what is too long.

All times are those of `schedule`, before and after.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from blueprint_cli.analysis.critical_path import Schedule, Spread, Timing, schedule
from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import Place, action_place
from blueprint_cli.analysis.precedence import Precedence, precedence
from blueprint_cli.capacity import Overrun, overrun, taken
from blueprint_cli.facts.single_points import SEEN
from blueprint_cli.model import ON_STAGE
from blueprint_cli.ranges import Range, total
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service

MEASURES = (
    Measure(
        "delay",
        "What comes later",
        "Start and end of each action with the delay, less start and end without it; both as for"
        " the time from start to end",
        "seconds",
        "As for the time from start to end. What has slack is not held up",
        'The critical path method: J. E. Kelley and M. R. Walker, "Critical-Path Planning and'
        ' Scheduling", Proc. Eastern Joint Computer Conference, 1959',
    ),
    Measure(
        "longer_wait",
        "Longer wait",
        "How much later one of the customer's or frontstage actions begins, less the greatest delay"
        " that customers have met before it: at the beginning of its step, and at the ends of the"
        " customer's, frontstage and evidence actions for which it waits",
        "seconds",
        "Whoever comes later to a step does not wait longer in it",
    ),
    Measure(
        "over_tolerance_then",
        "Over tolerance with the delay",
        "As over tolerance, with the longer wait and the delay of the action itself added to its"
        " `time` and `wait`",
        "actions",
    ),
)

_SLIGHT = 1e-6
"""Seconds; less is no delay but what sums of fractions leave."""


class Later(NamedTuple):
    """An action that begins or ends later, by how many seconds.

    `waits` is how much longer customers wait for it, None for what they do not see; `spent` is its
    `wait` and `time` then, None where neither is known. `overrun` is how it stands to its tolerance
    then, `before` how it stands without the delay.
    """

    place: Place
    begins: Range
    ends: Range
    waits: Range | None
    spent: Range | None
    overrun: Overrun | None
    before: Overrun | None


class Delay(NamedTuple):
    """What comes later, in the order in which it begins; `after` is never None with `delays`."""

    delays: tuple[tuple[Place, float], ...]
    later: tuple[Later, ...]
    before: Spread | None
    after: Spread | None

    @property
    def over_tolerance(self) -> tuple[Later, ...]:
        """What is over its tolerance then, always or at worst, and was not, or less often."""
        return tuple(each for each in self.later if each.overrun not in {each.before, "never"})


def delayed(service: Service, delays: Mapping[str, float]) -> Delay:
    """What comes later when the actions of these keys take so many seconds longer."""
    before, after = schedule(service), schedule(service, delays)
    order = precedence(service)
    felt = [_felt(service, order, before, after, way) for way in Spread._fields]
    found = [
        _later(
            service, each, before, after, Range(min(waits), max(waits)), delays.get(each.key, 0.0)
        )
        for each, *waits in zip(order.actions, *felt, strict=True)
    ]
    moved = [each for each in found if each.begins.most > _SLIGHT or each.ends.most > _SLIGHT]
    starts = after.actions
    return Delay(
        tuple((action_place(service.placed[key]), delays[key]) for key in sorted(delays)),
        tuple(sorted(moved, key=lambda each: starts[each.place.key].start.likely)),
        before.elapsed,
        after.elapsed,
    )


def _later(
    service: Service, placed: Placed, before: Schedule, after: Schedule, waits: Range, own: float
) -> Later:
    key, action = placed.key, placed.action
    seen = service.role(placed) in SEEN
    longer = Range(waits.least + own, waits.most + own) if seen else Range(own, own)
    more = longer if longer.most else None
    return Later(
        action_place(placed),
        _moved(before.actions[key].start, after.actions[key].start),
        _moved(before.actions[key].end, after.actions[key].end),
        waits if seen else None,
        total((taken(action), more)),
        overrun(action, more),
        overrun(action),
    )


def _moved(before: Spread, after: Spread) -> Range:
    """How much later, at least and at most."""
    moves = [_rounded(two - one) for one, two in zip(before, after, strict=True)]
    return Range(min(moves), max(moves))


def _rounded(seconds: float) -> float:
    return 0.0 if abs(seconds) < _SLIGHT else round(seconds, 6)


def _felt(
    service: Service, order: Precedence, before: Schedule, after: Schedule, way: str
) -> Iterator[float]:
    """How much longer customers wait for each action where all take their least, likely or most."""

    def moved(one: Timing, other: Timing, side: str) -> float:
        return float(getattr(getattr(other, side), way) - getattr(getattr(one, side), way))

    for place, each in enumerate(order.actions):
        met = [moved(before.steps[each.step], after.steps[each.step], "start")]
        for number in order.before[place]:
            other = order.actions[number]
            if service.role(other) in ON_STAGE:
                met.append(moved(before.actions[other.key], after.actions[other.key], "end"))
        begins = moved(before.actions[each.key], after.actions[each.key], "start")
        yield _rounded(max(0.0, begins - max(met)))

"""How long each step takes: what the customer waits, what is done in sight, what behind the line.

Only what the file writes is added up. Where it writes nothing there is None, which is no 0.
"""

from collections.abc import Iterable
from typing import NamedTuple

from blueprint_cli.model import Blueprint
from blueprint_cli.ranges import Range
from blueprint_cli.ranges import total as sum_of
from blueprint_cli.reading.references import Index, Placed

IN_SIGHT = frozenset({"customer", "frontstage"})
"""Roles whose work the customer takes part in or sees; evidence does no work."""

BEHIND = frozenset({"backstage", "support"})
"""Roles whose work the customer does not see."""


class StepTime(NamedTuple):
    """The times of one step.

    `wait` is the sum of the `wait` of all its actions: what the customer waits. `in_sight` is the
    sum of the `time` of those in customer and frontstage lanes, `behind` of those in backstage and
    support lanes. `total` is the customer's time so far: `wait` and `in_sight` of this step and all
    before it; a step without these carries the total of the one before on.
    """

    wait: Range | None
    in_sight: Range | None
    behind: Range | None
    total: Range | None

    @property
    def written(self) -> bool:
        """Whether any time is written at this step."""
        return not (self.wait is None and self.in_sight is None and self.behind is None)


def step_times(blueprint: Blueprint, index: Index) -> tuple[StepTime, ...]:
    """The times of every step, in the file's order."""
    at_step: list[list[Placed]] = [[] for _ in blueprint.steps]
    for placed in index.actions:
        at_step[placed.step].append(placed)
    times: list[StepTime] = []
    total: Range | None = None
    for actions in at_step:
        wait = sum_of(placed.action.wait for placed in actions)
        in_sight = _work(blueprint, actions, IN_SIGHT)
        total = sum_of((total, wait, in_sight))
        times.append(StepTime(wait, in_sight, _work(blueprint, actions, BEHIND), total))
    return tuple(times)


def _work(blueprint: Blueprint, actions: Iterable[Placed], roles: frozenset[str]) -> Range | None:
    return sum_of(
        placed.action.time for placed in actions if blueprint.lanes[placed.lane].role in roles
    )

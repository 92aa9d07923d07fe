"""Whether the people and things of a service can keep up with those who come.

The formula is the utilisation law, which follows from Little's law (J. D. C. Little, "A Proof for
the Queuing Formula: L = λW", Operations Research 9, 1961): what is busy on average is the arrivals
in a second times the seconds that each takes. Divided by the capacity it is 1 where all are busy
all the time; above 1, a queue grows without end.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from blueprint_cli.model import Action, Lane, Resource
from blueprint_cli.ranges import Range, total
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service
from blueprint_cli.times import Rate

Overrun = Literal["always", "at worst", "never"]

Tasks = tuple[Placed, ...]
"""Actions that take a known time, at least one."""


class Load(NamedTuple):
    """How many are busy at once on average, at `least` and at `most`, of how many there are."""

    least: float
    most: float
    capacity: int

    @property
    def utilisation(self) -> tuple[float, float]:
        """The share of the capacity that is in use, least and most; 1 is all of it."""
        return self.least / self.capacity, self.most / self.capacity

    @property
    def overload(self) -> Overrun:
        """Whether more work comes than can be done."""
        if self.least > self.capacity:
            return "always"
        return "at worst" if self.most > self.capacity else "never"


def lane_loads(service: Service) -> Mapping[int, Load]:
    """The load of each lane whose actions take a known time, by the lane's place from 0.

    Evidence and customer lanes have none, and without `arrivals` no lane has. Every customer goes
    through every action: branches count in full.
    """
    return _loads(service.blueprint.arrivals, lane_tasks(service), service.blueprint.lanes)


def resource_loads(service: Service) -> Mapping[int, Load]:
    """The load of each resource whose uses take a known time, by the resource's place from 0."""
    return _loads(service.blueprint.arrivals, resource_tasks(service), service.blueprint.resources)


def lane_tasks(service: Service) -> Mapping[int, Tasks]:
    """The timed actions of each lane that has some, by its place; not of customers and evidence."""
    lanes = enumerate(service.blueprint.lanes)
    working = (place for place, lane in lanes if lane.role not in {"evidence", "customer"})
    return _timed((place, service.in_lane[place]) for place in working)


def resource_tasks(service: Service) -> Mapping[int, Tasks]:
    """The timed actions that take up each resource, by the resource's place."""
    resources = enumerate(service.blueprint.resources)
    return _timed((place, service.users.get(id(each), ())) for place, each in resources)


def _timed(actions: Iterable[tuple[int, Tasks]]) -> Mapping[int, Tasks]:
    timed = ((place, tuple(each for each in some if each.action.time)) for place, some in actions)
    return {place: tasks for place, tasks in timed if tasks}


def _loads(
    arrivals: Rate | None, tasks: Mapping[int, Tasks], owners: Sequence[Lane | Resource]
) -> Mapping[int, Load]:
    if arrivals is None:
        return {}
    return {
        place: load(arrivals, total(each.action.time for each in actions), owners[place].capacity)
        for place, actions in tasks.items()
    }


def load(arrivals: Rate, time: Range | None, capacity: int) -> Load:
    """The load where each customer takes so many seconds of those who can work at once."""
    least, most = (time or Range(0.0, 0.0)).times(arrivals.count / arrivals.seconds)
    return Load(round(least, 9), round(most, 9), capacity)


def taken(action: Action) -> Range | None:
    """How long an action's `wait` and `time` are together; None if neither is known."""
    return total((action.wait, action.time))


def overrun(action: Action, more: Range | None = None) -> Overrun | None:
    """Whether `time` and `wait` are more than the `tolerance`; None if one side is not known.

    Always: even the shortest is longer than what the most patient accept. At worst: the longest is
    longer than what the least patient accept. `more` is what is added to both.
    """
    spent, tolerance = total((taken(action), more)), action.tolerance
    if spent is None or tolerance is None:
        return None
    if spent.least > tolerance.most:
        return "always"
    return "at worst" if spent.most > tolerance.least else "never"

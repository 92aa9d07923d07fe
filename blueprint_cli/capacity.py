"""Whether the people and things of a service can keep up with those who come.

The formula is the utilisation law, which follows from Little's law (J. D. C. Little, "A Proof for
the Queuing Formula: L = λW", Operations Research 9, 1961): what is busy on average is the arrivals
in a second times the seconds that each takes. Divided by the capacity it is 1 where all are busy
all the time; above 1, a queue grows without end.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from blueprint_cli.model import Action
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service
from blueprint_cli.times import Duration, Rate

Overrun = Literal["always", "at worst", "never"]


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
    arrivals = service.blueprint.arrivals
    if arrivals is None:
        return {}
    loads = {}
    for place, lane in enumerate(service.blueprint.lanes):
        if lane.role not in {"evidence", "customer"}:
            load = _load(service.in_lane[place], arrivals, lane.capacity)
            if load:
                loads[place] = load
    return loads


def resource_loads(service: Service) -> Mapping[int, Load]:
    """The load of each resource whose uses take a known time, by the resource's place from 0."""
    arrivals = service.blueprint.arrivals
    if arrivals is None:
        return {}
    loads = {}
    for place, resource in enumerate(service.blueprint.resources):
        load = _load(service.users.get(id(resource), ()), arrivals, resource.capacity)
        if load:
            loads[place] = load
    return loads


def _load(actions: Iterable[Placed], arrivals: Rate, capacity: int) -> Load | None:
    times = [each.action.time for each in actions if each.action.time]
    if not times:
        return None
    each_second = arrivals.count / arrivals.seconds
    least = each_second * sum(time.least for time in times)
    most = each_second * sum(time.most for time in times)
    return Load(round(least, 9), round(most, 9), capacity)


def taken(action: Action) -> Duration | None:
    """How long an action's `wait` and `time` are together; None if neither is known."""
    parts = [part for part in (action.wait, action.time) if part]
    if not parts:
        return None
    return Duration(sum(part.least for part in parts), sum(part.most for part in parts), "")


def overrun(action: Action) -> Overrun | None:
    """Whether `time` and `wait` are more than the `tolerance`; None if one side is not known.

    Always: even the shortest is longer than what the most patient accept. At worst: the longest is
    longer than what the least patient accept.
    """
    spent, tolerance = taken(action), action.tolerance
    if spent is None or tolerance is None:
        return None
    if spent.least > tolerance.most:
        return "always"
    return "at worst" if spent.most > tolerance.least else "never"

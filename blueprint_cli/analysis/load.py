"""Who can keep up with those who come: how busy lanes and resources are, and when they fail."""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum, inf
from typing import NamedTuple

from blueprint_cli.analysis import queueing
from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import Place, lane_place, resource_place
from blueprint_cli.analysis.queueing import Queue, any_queue
from blueprint_cli.capacity import Overrun, Tasks, lane_tasks, load, resource_tasks
from blueprint_cli.model import Lane, Resource
from blueprint_cli.ranges import Limits, Range, total
from blueprint_cli.service import Service
from blueprint_cli.times import Rate

HOUR = 3600

LITTLE = (
    'The utilisation law; J. D. C. Little, "A Proof for the Queuing Formula: L = λW",'
    " Operations Research 9, 1961"
)

MEASURES = (
    Measure(
        "utilisation",
        "Utilisation",
        "`arrivals` × Σ `time` of the lane's actions ÷ `capacity`; of a resource, of the actions"
        " that use it",
        "share; 1 is all of the capacity",
        "Every customer goes through every action, whatever the `share` of a branch. Customer and"
        " evidence lanes have none. What says no `time` is left out, so the true figure may be"
        " higher",
        LITTLE,
    ),
    Measure(
        "expected_utilisation",
        "Utilisation with branches",
        "`arrivals` × Σ (`time` × share of cases of the action) ÷ `capacity`",
        "share; 1 is all of the capacity",
        "As for utilisation and for the share of cases",
        LITTLE,
    ),
    Measure(
        "breaks_at",
        "Fails at",
        "`capacity` ÷ Σ `time`, at worst with the most of each time, at best with the least",
        "customers an hour",
        "As for utilisation. From this rate on more work comes than can be done",
        LITTLE,
    ),
    Measure(
        "bottleneck",
        "Bottleneck",
        "The lane with the highest utilisation: at best by the least of each time, at worst by the"
        " most; of equals the first by key",
        "a lane",
        "As for utilisation. A lane of systems or partners whose `capacity` is not written is"
        " passed over, as by the rule BP403, unless there is no other",
        'E. M. Goldratt and J. Cox, "The Goal", 1984: the lane that limits what the whole can do',
    ),
    Measure(
        "headroom",
        "Headroom",
        "lowest rate at which a lane or resource fails ÷ `arrivals` − 1",
        "share of today's arrivals",
        "As for the rate at which it fails",
    ),
    *queueing.MEASURES,
)


class Strain(NamedTuple):
    """How much work falls on a lane or resource; `time` is in seconds for each customer.

    The rates at which it fails are in customers an hour, None where it never does since all takes
    no time. Without `arrivals` there is no `utilisation`, `overload` or `queue`.
    """

    time: Range
    fails_at_worst: float | None
    fails_at_best: float | None
    utilisation: Range | None
    overload: Overrun | None
    queue: Queue | None
    """How long its line is on average; endless, and its figures infinite, where it is overloaded
    with all times in the middle of their ranges."""


class Station(NamedTuple):
    """A lane or resource that works on so many at once as its capacity says.

    In `full` each customer goes through all its actions, in `weighed` only their share of the
    customers does. `assumed` tells that nobody knows its capacity: it is not written and counts as
    1, though it is no person or lane of people, who do one thing at a time.
    """

    place: Place
    capacity: int
    assumed: bool
    full: Strain
    weighed: Strain


class Bottleneck(NamedTuple):
    """The busiest lane where all takes its least, and where all takes its most."""

    best: Station
    worst: Station


class Loads(NamedTuple):
    """All lanes and resources with timed work, in the file's order."""

    arrivals: Rate | None
    lanes: tuple[Station, ...]
    resources: tuple[Station, ...]
    bottleneck: Bottleneck | None
    """None without `arrivals`, or where no lane has timed work."""
    limit: Station | None
    """The lane or resource that fails first, at worst, when more and more customers come."""

    @property
    def overloaded_at_worst(self) -> tuple[Station, ...]:
        """Lanes to which more work comes than they can do, if only where all takes its most."""
        return tuple(each for each in self.lanes if each.full.overload in {"always", "at worst"})

    @property
    def headroom(self) -> float | None:
        """How much more than today could come, at worst; below 0 where too many come already."""
        rate = self.limit.full.fails_at_worst if self.limit else None
        if rate is None or self.arrivals is None or not self.arrivals.count:
            return None
        return rate / self.arrivals.per_hour - 1


def loads_of(service: Service, shares: Mapping[str, float]) -> Loads:
    """How busy everyone is; `shares` is the share of cases of each action, by its key."""
    blueprint, keys = service.blueprint, tuple(service.index.resources)
    lanes = tuple(
        _station(service, lane_place(service, place), blueprint.lanes[place], tasks, shares)
        for place, tasks in lane_tasks(service).items()
    )
    resources = tuple(
        _station(service, resource_place(service, keys[at]), blueprint.resources[at], tasks, shares)
        for at, tasks in resource_tasks(service).items()
    )
    bottleneck = _bottleneck(lanes) if blueprint.arrivals else None
    return Loads(blueprint.arrivals, lanes, resources, bottleneck, _limit((*lanes, *resources)))


def _station(
    service: Service,
    place: Place,
    record: Lane | Resource,
    tasks: Tasks,
    shares: Mapping[str, float],
) -> Station:
    arrivals, capacity = service.blueprint.arrivals, record.capacity
    times = [(each.action.time, shares[each.key]) for each in tasks if each.action.time]
    full = _strain([Task(time, 1.0) for time, _ in times], capacity, arrivals)
    weighed = full
    if any(share < 1 for _, share in times):
        weighed = _strain([Task(*each) for each in times], capacity, arrivals)
    human = record.actor == "people" if isinstance(record, Lane) else record.kind == "person"
    assumed = "capacity" not in record.places and not human
    return Station(place, capacity, assumed, full, weighed)


class Task(NamedTuple):
    """Work that takes so long, and is done for such a share of the customers."""

    time: Limits
    share: float


def _strain(tasks: Sequence[Task], capacity: int, arrivals: Rate | None) -> Strain:
    parts = (Range(each.time.least, each.time.most).times(each.share) for each in tasks)
    time = total(parts) or Range(0.0, 0.0)
    worst, best = (HOUR * capacity / each if each else None for each in (time.most, time.least))
    if arrivals is None:
        return Strain(time, worst, best, None, None, None)
    busy = Range(*(arrivals.count * end / (arrivals.seconds * capacity) for end in time))
    overload = load(arrivals, time, capacity).overload
    queue = queue_of(tasks, capacity, arrivals.count / arrivals.seconds)
    return Strain(time, worst, best, busy, overload, queue)


def queue_of(tasks: Sequence[Task], capacity: int, arrivals: float) -> Queue:
    """The line before those who do these tasks, where so many customers come in a second.

    Each task comes on its own, so one customer stands in line once for each; a task takes any time
    between its least and its most with the same chance.
    """
    shares = fsum(each.share for each in tasks)
    mean = fsum(each.share * _middle(each.time) for each in tasks) / shares if shares else 0.0
    if not mean:
        return Queue(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    square = fsum(each.share * _mean_square(each.time) for each in tasks) / shares
    spread = max(0.0, square / mean**2 - 1)
    return any_queue(arrivals * shares, mean, capacity, 1.0, spread)


def _middle(time: Limits) -> float:
    return (time.least + time.most) / 2


def _mean_square(time: Limits) -> float:
    """The mean of the squares of all times between the ends: variance and square of the mean."""
    return (time.most - time.least) ** 2 / 12 + _middle(time) ** 2


def _bottleneck(lanes: tuple[Station, ...]) -> Bottleneck | None:
    busy = _known([each for each in lanes if each.full.time.most])
    if not busy:
        return None
    best, worst = (
        min(busy, key=lambda each: (-_utilisation(each)[end], each.place.key)) for end in (0, 1)
    )
    return Bottleneck(best, worst)


def _utilisation(station: Station) -> Range:
    return station.full.utilisation or Range(0.0, 0.0)


def _limit(stations: Iterable[Station]) -> Station | None:
    """What fails first at worst; of equals what fails first at best, then by kind and key."""
    failing = [each for each in stations if each.full.fails_at_worst is not None]
    return min(_known(failing), key=_fails, default=None)


def _known(stations: Sequence[Station]) -> Sequence[Station]:
    """Those whose capacity is known, if any is: a system without one may do a thousand at once."""
    return [each for each in stations if not each.assumed] or stations


def _fails(station: Station) -> tuple[float, float, str, str]:
    worst, best = station.full.fails_at_worst or inf, station.full.fails_at_best or inf
    return worst, best, station.place.kind, station.place.key

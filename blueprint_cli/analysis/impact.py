"""What falls when something is gone: a lane, a resource, an action, or several at once.

Gone are the actions themselves, all of a lane, or all that use a resource; with them falls all that
needs them, directly or through others. A trigger is no dependency: what is not set off can still be
done by someone who knows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import (
    Place,
    action_place,
    lane_place,
    resource_place,
    step_place,
)
from blueprint_cli.analysis.precedence import ranked
from blueprint_cli.facts.single_points import SEEN
from blueprint_cli.reading.references import Joined
from blueprint_cli.service import Service
from blueprint_cli.step_times import BEHIND

MEASURES = (
    Measure(
        "impact",
        "What fails without something",
        "The actions gone themselves (the action, all of the lane, all that use the resource), and"
        " all that need one of these, directly or transitively. They fall in the order of their"
        " distance: the fewest needs between them and what is gone",
        "actions",
        "Nothing stands in for what is gone: a written recovery is told and saves no action. A"
        " trigger is no dependency, nor is an agreement",
        "Reachability in a directed graph; fault propagation as in failure mode and effects"
        " analysis, IEC 60812, 2018",
    ),
    Measure(
        "customers_hit",
        "Customers an hour that are hit",
        "`arrivals` × the largest share of cases among the customer's and frontstage actions that"
        " fall; 0 where none of these falls",
        "customers an hour",
        "At least so many: where ways part, each may hit others. Without any `needs` nobody knows"
        " whom a loss behind the scenes reaches, and there is no 0",
    ),
    Measure(
        "damage",
        "Damage",
        "Losses are ordered by how many of the customer's actions fall, then by the moments of"
        " truth and the steps that are hit, then by all actions that fall",
        "actions, steps",
        "What customers can no longer do outweighs whatever goes wrong behind the scenes",
        'Moments of truth: R. Normann, "Service Management", 1984',
    ),
)


class Fall(NamedTuple):
    """An action that falls: how many needs away from what is gone, and by what it fell.

    `because` are the actions it needs that fell just before it; nothing for those gone themselves.
    """

    place: Place
    distance: int
    because: tuple[Place, ...]
    visible: bool


class HitStep(NamedTuple):
    """A step in which something falls: how many of its actions."""

    place: Place
    fallen: int
    actions: int
    moment_of_truth: bool


class Recovery(NamedTuple):
    """What is written to be done where an action fails."""

    place: Place
    fail_point: str
    recovery: str


class Impact(NamedTuple):
    """What falls, and what does not; `falls` in the order in which it happens."""

    without: tuple[Place, ...]
    falls: tuple[Fall, ...]
    steps: tuple[HitStep, ...]
    customer_actions: tuple[Place, ...]
    still: tuple[Place, ...]
    """The customer's actions that can still be done."""
    unharmed: tuple[Place, ...]
    """Steps in which nothing falls."""
    recoveries: tuple[Recovery, ...]

    @property
    def directly(self) -> tuple[Place, ...]:
        """The actions gone themselves."""
        return tuple(each.place for each in self.falls if not each.distance)

    @property
    def actions(self) -> tuple[Place, ...]:
        """All actions that fall, in the order in which that happens."""
        return tuple(each.place for each in self.falls)

    @property
    def moments_of_truth(self) -> tuple[Place, ...]:
        """The moments of truth in which something falls."""
        return tuple(each.place for each in self.steps if each.moment_of_truth)

    @property
    def damage(self) -> tuple[int, int, int, int]:
        """What losses are ordered by: the greater the worse."""
        truths, customers = len(self.moments_of_truth), len(self.customer_actions)
        return customers, truths, len(self.steps), len(self.falls)


def without(service: Service, gone: Sequence[Place]) -> Impact:
    """What falls when these lanes, resources and actions are gone."""
    return _impact(_world(service), gone)


def losses_of(service: Service) -> tuple[Impact, ...]:
    """What falls without each resource, and each lane that works unseen, the worst first.

    These are backstage and support lanes, and those of partners; losses by which nothing falls are
    left out.
    """
    world = _world(service)
    lanes = enumerate(service.blueprint.lanes)
    unseen = [
        lane_place(service, number)
        for number, lane in lanes
        if lane.role in BEHIND or (lane.actor == "partner" and lane.role == "frontstage")
    ]
    resources = [resource_place(service, key) for key in service.index.resources]
    losses = [_impact(world, (place,)) for place in (*resources, *unseen)]
    return tuple(sorted(filter(_does_harm, losses), key=_worst_first))


def customers_hit(service: Service, impact: Impact, shares: Mapping[str, float]) -> float | None:
    """How many customers an hour are hit at least.

    None where no `arrivals` are written; and where nobody is hit, as far as is known, but no needs
    are written that could tell. `shares` are those of the cases in which each action is done.
    """
    arrivals = service.blueprint.arrivals
    hit = [shares[each.place.key] for each in impact.falls if each.visible]
    if arrivals is None or not (hit or has_needs(service)):
        return None
    return arrivals.per_hour * max(hit, default=0.0)


def has_needs(service: Service) -> bool:
    """Whether the blueprint says of any action what it needs."""
    return any(each.kind == "needs" for each in service.index.links)


class _World(NamedTuple):
    """A service with the places of all actions, in their order, of the customers', and of steps."""

    service: Service
    turns: Mapping[str, int]
    places: Mapping[str, Place]
    customers: tuple[Place, ...]
    steps: tuple[Place, ...]


def _world(service: Service) -> _World:
    order = ranked(service)
    places = {each.key: action_place(each) for each in order}
    return _World(
        service,
        {each.key: turn for turn, each in enumerate(order)},
        places,
        tuple(places[each.key] for each in order if service.role(each) == "customer"),
        tuple(step_place(service, place) for place in range(len(service.at_step))),
    )


def _does_harm(impact: Impact) -> bool:
    return bool(impact.falls)


def _worst_first(impact: Impact) -> tuple[int | str, ...]:
    place = impact.without[0]
    return (*(-each for each in impact.damage), place.kind, place.key)


def _impact(world: _World, gone: Sequence[Place]) -> Impact:
    service = world.service
    distances = _distances(service, {key for place in gone for key in _keys(service, place)})
    fallen = sorted(distances, key=lambda key: (distances[key], world.turns[key]))
    steps = tuple(_steps(world, fallen))
    hit = {each.place.key for each in steps}
    return Impact(
        tuple(gone),
        tuple(_fall(world, key, distances) for key in fallen),
        steps,
        tuple(each for each in world.customers if each.key in distances),
        tuple(each for each in world.customers if each.key not in distances),
        tuple(each for each in world.steps if each.key not in hit),
        tuple(_recoveries(world, fallen)),
    )


def _keys(service: Service, place: Place) -> Iterable[str]:
    """The actions that go with a lane, a resource or an action."""
    if place.kind == "lane":
        return (each.key for each in service.in_lane[service.index.lane_keys.index(place.key)])
    if place.kind == "resource":
        resource = service.index.resources[place.key]
        return (each.key for each in service.users.get(id(resource), ()))
    return (place.key,)


def _distances(service: Service, gone: Iterable[str]) -> Mapping[str, int]:
    """How many needs away from what is gone each action is that falls, by the shortest way."""
    distances = dict.fromkeys(gone, 0)
    level, away = list(distances), 0
    while level:
        away += 1
        found = dict.fromkeys(each.start for key in level for each in _needing(service, key))
        level = [key for key in found if key not in distances]
        distances.update(dict.fromkeys(level, away))
    return distances


def _needing(service: Service, key: str) -> Iterator[Joined]:
    return (each for each in service.links_to.get(key, ()) if each.kind == "needs")


def _fall(world: _World, key: str, distances: Mapping[str, int]) -> Fall:
    service, distance = world.service, distances[key]
    because = {
        each.end
        for each in service.links_from.get(key, ())
        if each.kind == "needs" and distances.get(each.end) == distance - 1
    }
    seen = service.role(service.placed[key]) in SEEN
    first = tuple(world.places[end] for end in sorted(because))
    return Fall(world.places[key], distance, first, seen)


def _steps(world: _World, fallen: Iterable[str]) -> Iterator[HitStep]:
    service = world.service
    counts = Counter(service.placed[key].step for key in fallen)
    for place in sorted(counts):
        step = service.blueprint.steps[place]
        actions = len(service.at_step[place])
        yield HitStep(world.steps[place], counts[place], actions, step.moment_of_truth)


def _recoveries(world: _World, fallen: Iterable[str]) -> Iterator[Recovery]:
    for key in fallen:
        point = world.service.placed[key].action.fail_point
        if point and point.recovery:
            yield Recovery(world.places[key], point.name, point.recovery)

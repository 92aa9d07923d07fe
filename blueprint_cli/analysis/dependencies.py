"""What hangs on what: actions, lanes and resources, directly and through others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.analysis import behind, crossings
from blueprint_cli.analysis.behind import Reach, reaches_of
from blueprint_cli.analysis.circles import circles
from blueprint_cli.analysis.crossings import Counts, crossings_of
from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.owners import action_owner, resource_owner
from blueprint_cli.analysis.places import Place, action_place, resource_place
from blueprint_cli.analysis.precedence import ranked
from blueprint_cli.analysis.reaching import Closure, closures
from blueprint_cli.facts.single_points import MANY, SEEN, single_points
from blueprint_cli.model import Resource
from blueprint_cli.reading.references import LinkKind
from blueprint_cli.service import Service

MEASURES = (
    Measure(
        "hubs",
        "Hubs",
        "Of an action: how many actions need it, directly, and with all that need these. Of a"
        " resource: how many actions use it, and with all that need these",
        "actions",
        "A trigger sets off and is no dependency: what is triggered can also be done without",
        "Reachability in a directed graph (transitive closure)",
    ),
    Measure(
        "single_points_of_failure",
        "Single points of failure",
        f"A backstage or support action, or a resource, on which more than {MANY} customer and"
        " frontstage actions depend by `needs` or `uses`, directly or through other work behind the"
        " scenes",
        "actions and resources",
        "An action whose fail point has a recovery copes: it counts for nothing and hands nothing"
        " on. A resource that is no system and has a `capacity` above 1 has a stand-in. Of several"
        " in a row the one nearest to the customer is told",
        "As the rule BP304; failure modes and their effects: IEC 60812, 2018",
    ),
    Measure(
        "circles_of_triggers",
        "Circles of triggers",
        "Groups of actions each of which sets off all the others, directly or through others; of"
        " each group the shortest circle through its first action is told",
        "actions",
        "A circle of `needs` is an error and never gets here",
        'R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM J. Computing 1, 1972',
    ),
    *crossings.MEASURES,
    *behind.MEASURES,
)


class Hub(NamedTuple):
    """An action or resource with what hangs on it; `single` where it is a single point.

    `transitively` counts all that hang on it, directly and through others, and `visible` the
    customer's and frontstage actions among them.
    """

    place: Place
    directly: tuple[Place, ...]
    transitively: int
    visible: int
    single: bool
    owner: str


class Dependencies(NamedTuple):
    """The graph of a blueprint, by keys of actions and lanes."""

    needs: Closure
    """Of each action all that it needs, directly and transitively."""
    needed_by: Closure
    hubs: tuple[Hub, ...]
    """Actions and resources on which others hang, what most hangs on first."""
    single_points: tuple[Place, ...]
    """What most depends on without a recovery, the most first."""
    circles: tuple[tuple[Place, ...], ...]
    """Circles of triggers; the last of each sets off the first."""
    handoffs: Counts
    handoffs_between: Mapping[LinkKind, Mapping[str, int]]
    """By kind, how many from one lane to another: `from>to`."""
    crossing_visibility: Counts
    lane_matrix: Mapping[tuple[str, str], int]
    """Triggers and needs from one lane to another, or within one."""
    resource_matrix: Mapping[str, Mapping[str, int]]
    """How many uses of a resource each action hangs on; where there are none nothing stands."""
    reaches: tuple[Reach, ...]
    """How far each customer's action reaches behind the lines."""


def dependencies_of(service: Service) -> Dependencies:
    """What hangs on what."""
    keys = [each.key for each in ranked(service)]
    needs, needed_by = closures(keys, _ends(service, "needs"))
    crossed = crossings_of(service)
    single = tuple(_singles(service))
    return Dependencies(
        needs,
        needed_by,
        tuple(_hubs(service, needed_by, frozenset(single))),
        single,
        tuple(_circles(service)),
        crossed.handoffs,
        crossed.between,
        crossed.visibility,
        crossed.matrix,
        _resource_matrix(service, needs, needed_by),
        reaches_of(service),
    )


def _ends(service: Service, kind: LinkKind, *, back: bool = False) -> Mapping[str, Sequence[str]]:
    """What the links of a kind lead to from each action, or from where they lead to it."""
    ends: dict[str, list[str]] = {}
    for each in service.links:
        if each.kind == kind:
            start, end = (each.end, each.start) if back else (each.start, each.end)
            ends.setdefault(start, []).append(end)
    return ends


def _singles(service: Service) -> Iterator[Place]:
    """The single points of failure, that first on which most visible actions depend."""
    keys = {id(resource): key for key, resource in service.index.resources.items()}
    found = [
        (-count, resource_place(service, keys[id(each)]))
        if isinstance(each, Resource)
        else (-count, action_place(each))
        for each, count in single_points(service)
    ]
    return (place for _, place in sorted(found))


def _hubs(service: Service, needed_by: Closure, single: frozenset[Place]) -> list[Hub]:
    """All hubs, what most hangs on first."""
    seen = needed_by.marked(each.key for each in service.actions if service.role(each) in SEEN)

    def hub(place: Place, directly: Iterable[str], owner: str) -> Hub:
        first = sorted(set(directly))
        every = needed_by.marked(first, far=True)
        visible = (every & seen).bit_count()
        return Hub(
            place, _places(service, first), every.bit_count(), visible, place in single, owner
        )

    found = [
        hub(action_place(service.placed[key]), ends, action_owner(service, service.placed[key]))
        for key, ends in _ends(service, "needs", back=True).items()
    ]
    found += [
        hub(
            resource_place(service, key),
            (user.key for user in service.users[id(resource)]),
            resource_owner(service, resource),
        )
        for key, resource in service.index.resources.items()
        if id(resource) in service.users
    ]
    return sorted(found, key=_weight)


def _weight(hub: Hub) -> tuple[int, int, int, str, str]:
    many = (-hub.transitively, -hub.visible, -len(hub.directly))
    return (*many, hub.place.kind, hub.place.key)


def _places(service: Service, keys: Iterable[str]) -> tuple[Place, ...]:
    return tuple(action_place(service.placed[key]) for key in keys)


def _circles(service: Service) -> Iterator[tuple[Place, ...]]:
    onward = {key: sorted(set(ends)) for key, ends in sorted(_ends(service, "triggers").items())}
    alone: dict[str, list[str]] = {end: [] for ends in onward.values() for end in ends}
    groups = [sorted(group) for group in circles(alone | onward) if len(group) > 1]
    for group in sorted(groups, key=lambda keys: (service.placed[keys[0]].step, keys)):
        yield _places(service, _round(group[0], onward, set(group)))


def _round(first: str, onward: Mapping[str, Sequence[str]], group: set[str]) -> list[str]:
    """The shortest way from an action of a group back to itself, without the return."""
    before: dict[str, str] = {}
    level = [first]
    while first not in before:
        found: dict[str, str] = {}
        for key in level:
            for end in onward[key]:
                if end in group and end not in before:
                    found.setdefault(end, key)
        before |= found
        level = sorted(found)
    way = [before[first]]
    while way[-1] != first:
        way.append(before[way[-1]])
    return way[::-1]


def _resource_matrix(
    service: Service, needs: Closure, needed_by: Closure
) -> Mapping[str, Mapping[str, int]]:
    matrix: dict[str, dict[str, int]] = {key: {} for key in needs}
    for key, resource in service.index.resources.items():
        users = [each.key for each in service.users.get(id(resource), ())]
        used = needs.marked(users)
        for each in needed_by.told(needed_by.marked(users, far=True)):
            matrix[each][key] = (needs.marked((each,), far=True) & used).bit_count()
    return {key: counts for key, counts in matrix.items() if counts}

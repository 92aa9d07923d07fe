"""What lies behind what: from actions and resources on to all that they come from.

From an action it goes on to what it needs, what it uses and who triggers it; never into a lane of
customers or evidence.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain
from operator import or_

from blueprint_cli.service import Service

BEHIND = frozenset({"backstage", "support"})
"""Roles of lanes in which, as among the resources, roots are looked for."""
_NEVER = frozenset({"customer", "evidence"})
"""Roles of lanes that the walk does not enter."""

Graph = Mapping[str, tuple[str, ...]]
"""What lies directly behind each action and resource of the walk, by keys; no two are alike."""

Groups = Sequence[tuple[str, ...]]
"""The circles of a graph, none before those behind it."""

Keys = Sequence[tuple[str, ...]]
"""Of each pain point, the heaviest first, what it names as its causes."""


def walked(service: Service, named: Keys) -> Graph:
    """All that is reached from the named causes, each with what lies directly behind it."""
    waiting = list(chain.from_iterable(named))
    graph: dict[str, tuple[str, ...]] = {}
    while waiting:
        key = waiting.pop()
        if key not in graph:
            graph[key] = tuple(sorted(set(_next(service, key))))
            waiting += graph[key]
    return graph


def _next(service: Service, key: str) -> Iterator[str]:
    """What is directly behind an action of this file; there is nothing behind anything else."""
    placed = service.placed.get(key)
    if placed is None:
        return
    needed = [joined.end for joined in service.held(key, "needs")]
    triggering = [each.start for each in service.links_to.get(key, ()) if each.kind == "triggers"]
    yield from (each for each in (*needed, *triggering) if _may_enter(service, each))
    for used in placed.action.uses:
        yield service.resource_keys[id(service.resource(used))]


def _may_enter(service: Service, key: str) -> bool:
    placed = service.placed.get(key)
    return placed is None or service.role(placed) not in _NEVER


def is_behind(service: Service, key: str) -> bool:
    """Whether it is a resource, an action behind the scenes or one of another file."""
    placed = service.placed.get(key)
    return placed is None or service.role(placed) in BEHIND


def ends(graph: Graph, groups: Groups, deep: frozenset[str]) -> frozenset[str]:
    """Those behind which nothing deep lies, unless in a circle that leads back to them."""
    found: set[str] = set()
    leading: set[str] = set()
    for group in groups:
        beyond = any(key in leading for each in group for key in graph[each])
        within = deep.intersection(group)
        if not beyond:
            found.update(within or group)
        if beyond or within:
            leading.update(group)
    return frozenset(found)


def explained(graph: Graph, groups: Groups, named: Keys) -> Mapping[str, int]:
    """Of each cause which pain points it explains: bit 0 is the first of them, bit 1 the second."""
    marks = dict.fromkeys(graph, 0)
    for place, keys in enumerate(named):
        for key in keys:
            marks[key] |= 1 << place
    for group in reversed(groups):
        mark = reduce(or_, (marks[key] for key in group))
        for key in chain(group, *(graph[each] for each in group)):
            marks[key] |= mark
    return marks


def first_paths(graph: Graph, named: Keys) -> Mapping[str, str | None]:
    """Of each cause what comes before it on its way from the first pain point that it explains.

    The way is the shortest, and the first by key of equally short ones. A named cause of that pain
    point begins its way, with nothing before it. What an earlier pain point reaches is not walked
    again for a later one, whose ways to what it explains first lead round it.
    """
    before: dict[str, str | None] = {}
    for keys in named:
        search(graph, keys, before)
    return before


def search(graph: Graph, keys: Iterable[str], before: dict[str, str | None]) -> None:
    """Note for all that is reached, and not noted yet, what it is reached from."""
    waiting = deque(key for key in keys if key not in before)
    before.update(dict.fromkeys(waiting))
    while waiting:
        key = waiting.popleft()
        for each in graph[key]:
            if each not in before:
                before[each] = key
                waiting.append(each)


def path_to(key: str, before: Mapping[str, str | None]) -> tuple[str, ...]:
    """The way to a cause, from the named one on."""
    path = [key]
    while (previous := before[path[-1]]) is not None:
        path.append(previous)
    return tuple(reversed(path))


def turned(graph: Graph) -> Mapping[str, list[str]]:
    """Of each cause that has any, what it lies directly behind."""
    leading: dict[str, list[str]] = defaultdict(list)
    for key, onward in graph.items():
        for each in onward:
            leading[each].append(key)
    return leading


def hops_to(leading: Mapping[str, list[str]], end: str) -> Mapping[str, int]:
    """Of all that leads to a cause, in a graph that is `turned`, how many hops it is away."""
    hops = {end: 0}
    waiting = deque([end])
    while waiting:
        key = waiting.popleft()
        for each in leading.get(key, ()):
            if each not in hops:
                hops[each] = hops[key] + 1
                waiting.append(each)
    return hops


def path_along(graph: Graph, keys: Iterable[str], hops: Mapping[str, int]) -> tuple[str, ...]:
    """The shortest way from one of some causes to that from which the hops are counted."""
    path = [min((key for key in keys if key in hops), key=lambda key: (hops[key], key))]
    while left := hops[path[-1]]:
        path.append(next(each for each in graph[path[-1]] if hops.get(each) == left - 1))
    return tuple(path)

"""What the pain comes from: from each pain point along its causes to what lies at the root."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import chain, compress, islice
from typing import NamedTuple

from blueprint_cli.analysis.cause_walk import (
    Graph,
    Keys,
    ends,
    explained,
    first_paths,
    hops_to,
    is_behind,
    path_along,
    path_to,
    search,
    turned,
    walked,
)
from blueprint_cli.analysis.circles import circles
from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.owners import action_owner, resource_owner
from blueprint_cli.analysis.pain import Pain, Sore, Tally, tally
from blueprint_cli.analysis.places import Place, action_place, resource_place
from blueprint_cli.model import PainPoint, Resource
from blueprint_cli.record import Reference
from blueprint_cli.service import Service

MEASURES: tuple[Measure, ...] = (
    Measure(
        "cause_severity",
        "Pain that a cause explains",
        "Σ severity of the open pain points that name the cause or lead up to it; each counts whole"
        " for each of its causes, and once for one cause however many ways lead there",
        "points",
        "The walk begins at the `causes` that a pain point names. It goes on from an action to what"
        " it `needs`, what it `uses` and who `triggers` it, through frontstage, backstage and"
        " support, and never to a customer or evidence lane: what customers do sets work off and"
        " is not the reason that it hurts. Whether what lies there is to blame is for people to"
        " find out. Sums of several causes count a pain point more than once.",
        "G. L. Shostack, “How to Design a Service”, European Journal of Marketing 16 (1), 1982,"
        " and M. J. Bitner, A. L. Ostrom and F. N. Morgan, “Service Blueprinting”, California"
        " Management Review 50 (3), 2008: what customers meet rests on what is done behind the"
        " line of visibility; T. Ohno, Toyota Production System, 1988: ask why until the root is"
        " reached",
    ),
    Measure(
        "root_cause",
        "Root cause",
        "a cause from which the walk leads to nothing further backstage, in support or among the"
        " resources, unless round in a circle back to itself",
        "yes or no",
        "The ends of the walk backstage, in support and among the resources are told with the"
        " causes that pain points name. What lies in another file counts as an end.",
    ),
    Measure(
        "root_of_pain",
        "Root cause of a pain point",
        "the first of the roots that it names, else of those that lie behind what it names: what"
        " explains most severity, of equals the one with the shortest path, then the first by key",
        "an action or resource",
        "What a pain point names is nearer to it than what the walk finds.",
    ),
    Measure(
        "cause_path",
        "Path of a cause",
        "the fewest steps of the walk from the bearer of the heaviest pain point that the cause"
        " explains; of equally short ways the first by key",
        "actions and resources",
    ),
)

MOST_PAINS, MOST_WAYS = 10, 12
"""Ways are told of so many pain points, and so many of each."""


class Cause(NamedTuple):
    """An action or resource that explains pain; `path` leads from a pain point's bearer to it.

    The pain point is the heaviest that it explains. `severity` is the sum of the whole severities
    of the pain points that name it or lead up to it, `weight` that of their weights. `named` tells
    that a pain point names it, `root` that nothing lies behind it. An action of another file is
    called as it is written, `path.yaml#id`. A bearer that is its own cause is a path of one place.
    """

    place: Place
    path: tuple[Place, ...]
    sores: tuple[Sore, ...]
    severity: int
    weight: float
    named: bool
    root: bool
    owner: str


class Way(NamedTuple):
    """How a pain point comes from one of its causes: from the bearer to there."""

    sore: Sore
    cause: Cause
    path: tuple[Place, ...]


class Causes(NamedTuple):
    """All causes, what explains most pain first (equals by key)."""

    ranked: tuple[Cause, ...]
    named: Mapping[str, tuple[Cause, ...]]
    """What each pain point names, by its key; those without causes are not there."""
    roots: Mapping[str, Cause]
    """The root of each pain point by its key, with the path from there (`root-of-pain`)."""
    unexplained: tuple[Sore, ...]
    """Open pain points without a cause, the heaviest first."""
    ways: tuple[Way, ...]
    """Of the heaviest pain points that have causes: to those that explain most."""


def causes_of(service: Service, pain: Pain) -> Causes:
    """What the pain comes from."""
    named = [_named(service, sore.pain_point) for sore in pain.ranked]
    graph = walked(service, named)
    causes = tuple(_ranked(service, pain.ranked, named, graph))
    naming = _naming(pain.ranked, named, causes)
    roots = _roots(causes, naming)
    return Causes(
        causes,
        naming,
        dict(_from_each(service, pain.ranked, named, graph, roots)),
        tuple(sore for sore, keys in zip(pain.ranked, named, strict=True) if not keys),
        tuple(_ways(service, pain.ranked, named, graph, causes)),
    )


def _named(service: Service, pain_point: PainPoint) -> tuple[str, ...]:
    """The keys of what a pain point names as its causes, sorted, none twice."""
    return tuple(sorted({_cause_key(service, each) for each in pain_point.causes}))


def _cause_key(service: Service, reference: Reference) -> str:
    found = service.cause(reference)
    if isinstance(found, Resource):
        return service.resource_keys[id(found)]
    return found.key if found else reference.text


def _ranked(
    service: Service, sores: tuple[Sore, ...], named: Keys, graph: Graph
) -> Iterable[Cause]:
    """The named causes and the ends behind the scenes, what explains most severity first."""
    groups = tuple(circles(graph))
    written = frozenset(chain.from_iterable(named))
    deep = frozenset(key for key in graph if is_behind(service, key))
    last = ends(graph, groups, deep)
    marks = explained(graph, groups, named)
    before = first_paths(graph, named)
    hurting = lru_cache(maxsize=None)(partial(_hurting, sores))
    causes = []
    for key in written | (last & deep):
        own, sums = hurting(marks[key])
        path = _places(service, own[0], path_to(key, before))
        causes.append(
            Cause(
                path[-1],
                path,
                own,
                sums.severity,
                sums.weight,
                key in written,
                key in last,
                _owner(service, key),
            )
        )
    return sorted(causes, key=lambda cause: (-cause.severity, cause.place.key))


def _hurting(sores: tuple[Sore, ...], mark: int) -> tuple[tuple[Sore, ...], Tally]:
    """The pain points whose bits are set, and their sums."""
    own = tuple(compress(sores, map(int, reversed(f"{mark:b}"))))
    return own, tally(own)


def _places(service: Service, sore: Sore, keys: tuple[str, ...]) -> tuple[Place, ...]:
    """The way from what carries a pain point; a bearer that is its own cause is told once."""
    places = tuple(_place(service, key) for key in keys)
    return places if places[0] == sore.bearer else (sore.bearer, *places)


def _place(service: Service, key: str) -> Place:
    if key in service.placed:
        return action_place(service.placed[key])
    if key in service.index.resources:
        return resource_place(service, key)
    return Place("action", key, key)


def _owner(service: Service, key: str) -> str:
    if key in service.placed:
        return action_owner(service, service.placed[key])
    resource = service.index.resources.get(key)
    return resource_owner(service, resource) if resource else ""


def _naming(
    sores: tuple[Sore, ...], named: Keys, causes: tuple[Cause, ...]
) -> Mapping[str, tuple[Cause, ...]]:
    by_key = {cause.place.key: cause for cause in causes}
    pairs = zip(sores, named, strict=True)
    return {sore.place.key: tuple(by_key[key] for key in keys) for sore, keys in pairs if keys}


def _roots(
    causes: tuple[Cause, ...], named: Mapping[str, tuple[Cause, ...]]
) -> Mapping[str, Cause]:
    """Of each pain point the first root that it names, else the first that lies behind."""
    ranked = sorted((cause for cause in causes if cause.root), key=most_first)
    roots: dict[str, Cause] = {}
    for key, several in named.items():
        for cause in sorted(several, key=most_first):
            if cause.root:
                roots.setdefault(key, cause)
    for cause in ranked:
        for sore in cause.sores:
            roots.setdefault(sore.place.key, cause)
    return roots


def _from_each(
    service: Service,
    sores: tuple[Sore, ...],
    named: Keys,
    graph: Graph,
    roots: Mapping[str, Cause],
) -> Iterator[tuple[str, Cause]]:
    """The roots, each with the path from its own pain point."""
    hops = lru_cache(maxsize=None)(partial(hops_to, turned(graph)))
    for sore, keys in zip(sores, named, strict=True):
        root = roots.get(sore.place.key)
        if root is not None:
            end = root.place.key
            path = (end,) if end in keys else path_along(graph, keys, hops(end))
            yield sore.place.key, root._replace(path=_places(service, sore, path))


def most_first(cause: Cause) -> tuple[int, int, str]:
    """What explains most comes first; of equals the shortest path, then the first key."""
    return -cause.severity, len(cause.path), cause.place.key


def _ways(
    service: Service, sores: tuple[Sore, ...], named: Keys, graph: Graph, causes: tuple[Cause, ...]
) -> Iterator[Way]:
    """The shortest ways from the heaviest pain points that have causes."""
    hurting = [(sore, keys) for sore, keys in zip(sores, named, strict=True) if keys]
    for sore, keys in hurting[:MOST_PAINS]:
        before: dict[str, str | None] = {}
        search(graph, keys, before)
        own = (cause for cause in causes if cause.place.key in before)
        for cause in islice(own, MOST_WAYS):
            yield Way(sore, cause, _places(service, sore, path_to(cause.place.key, before)))

"""How far each customer's action reaches behind the lines: who works for it, and how deep."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import Place, action_place, lane_place, resource_place
from blueprint_cli.analysis.precedence import ranked
from blueprint_cli.model import ROLES
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service
from blueprint_cli.step_times import BEHIND

MEASURES = (
    Measure(
        "reach",
        "Reach behind the lines",
        "From a customer's action along what it triggers and what it needs, and so on: the"
        " frontstage, backstage and support actions that are reached before another of the"
        " customer's actions. Its depth is the number of links to the one that is furthest away,"
        " each by the shortest way",
        "actions, links",
        "Agreements lead nowhere",
        'J. Kingman-Brundage, "The ABCs of Service System Blueprinting", in "Designing a Winning'
        ' Service Strategy", American Marketing Association, 1989; breadth-first search',
    ),
)


class Reach(NamedTuple):
    """What one customer's action reaches, evidence and other customer's actions left out.

    `deepest` leads from the action to the one that is furthest away; it holds the action alone
    where nothing is reached. `behind` counts those below the line of visibility.
    """

    place: Place
    actions: tuple[Place, ...]
    lanes: tuple[Place, ...]
    roles: tuple[str, ...]
    behind: int
    resources: tuple[Place, ...]
    deepest: tuple[Place, ...]

    @property
    def depth(self) -> int:
        """How many links away the furthest action is."""
        return len(self.deepest) - 1


def reaches_of(service: Service) -> tuple[Reach, ...]:
    """The reach of each customer's action, in the order of the steps."""
    onward = _onward(service)
    customers = (each for each in ranked(service) if service.role(each) == "customer")
    return tuple(_reach(service, each, onward) for each in customers)


def _onward(service: Service) -> Mapping[str, tuple[str, ...]]:
    """What each action triggers and needs, without customers' actions and evidence."""
    working = {
        each.key for each in service.actions if service.role(each) not in {"customer", "evidence"}
    }
    ends: dict[str, set[str]] = {}
    for each in service.links:
        if each.kind != "agrees_with" and each.end in working:
            ends.setdefault(each.start, set()).add(each.end)
    return {key: tuple(sorted(found)) for key, found in ends.items()}


def _reach(service: Service, placed: Placed, onward: Mapping[str, tuple[str, ...]]) -> Reach:
    before = _walked(placed.key, onward)
    reached = [service.placed[key] for key in before if key != placed.key]
    lanes = sorted({each.lane for each in reached})
    roles = {service.role(each) for each in reached}
    used = {id(service.resource(one)) for each in (placed, *reached) for one in each.action.uses}
    return Reach(
        action_place(placed),
        tuple(map(action_place, reached)),
        tuple(lane_place(service, lane) for lane in lanes),
        tuple(role for role in ROLES if role in roles),
        sum(service.role(each) in BEHIND for each in reached),
        tuple(
            resource_place(service, key)
            for key, resource in service.index.resources.items()
            if id(resource) in used
        ),
        tuple(action_place(service.placed[key]) for key in _way(before))[::-1],
    )


def _walked(start: str, onward: Mapping[str, tuple[str, ...]]) -> Mapping[str, str | None]:
    """All that is reached with the action before it, the nearest first, equals by key."""
    before: dict[str, str | None] = {start: None}
    level = [start]
    while level:
        found: dict[str, str] = {}
        for key in level:
            for end in onward.get(key, ()):
                if end not in before:
                    found.setdefault(end, key)
        level = sorted(found)
        before.update((key, found[key]) for key in level)
    return before


def _way(before: Mapping[str, str | None]) -> Iterator[str]:
    """From the action that was reached last back to the first."""
    key: str | None = next(reversed(list(before)))
    while key is not None:
        yield key
        key = before[key]

"""Single things on which much of what customers see depends, without a recovery.

Looked at are backstage and support actions, and resources; what is counted are customer and
frontstage actions that depend on them, by `needs` or `uses`, directly or by way of other work
behind the scenes. An action whose fail point has a recovery copes: it counts for nothing, and hands
nothing on.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from blueprint_cli.model import Action, Resource
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service

SEEN = frozenset({"customer", "frontstage"})
"""Roles of the lanes whose work customers see."""

MANY = 5
"""So many visible actions may depend on one thing, where nobody says otherwise."""


class SinglePoint(NamedTuple):
    """An action or resource, with how many visible actions depend on it."""

    element: Placed | Resource
    visible: int


def single_points(service: Service, most: int = MANY) -> Iterator[SinglePoint]:
    """All on which more than `most` visible actions depend: actions, then resources.

    Of several in a row it is the one nearest to the customer.
    """
    behind = _depending(service, most)
    for each in service.actions:
        count = len(behind.get(each.key, ()))
        if count > most:
            yield SinglePoint(each, count)
    for resource in service.blueprint.resources:
        users = [each.key for each in service.users.get(id(resource), ())]
        count = len(_counted(users, behind, service, most))
        if count > most and not has_stand_in(resource):
            yield SinglePoint(resource, count)


def has_stand_in(resource: Resource) -> bool:
    """Whether there is more than one; a system goes down as a whole, however many use it."""
    return resource.kind != "system" and resource.capacity > 1


def recovers(action: Action) -> bool:
    """Whether it is written what is done when the action fails."""
    return bool(action.fail_point and action.fail_point.recovery)


def _depending(service: Service, most: int) -> dict[str, set[str]]:
    """The visible actions that depend on each action behind the scenes, by keys.

    An action is looked at when all that need it have been. More than `most` are not handed on, so
    the time grows with the number of needs.
    """
    needs = [each for each in service.links if each.kind == "needs"]
    still_needed: dict[str, int] = {}
    needing: dict[str, list[str]] = {}
    for each in needs:
        still_needed[each.end] = still_needed.get(each.end, 0) + 1
        needing.setdefault(each.end, []).append(each.start)
    depending: dict[str, set[str]] = {}
    ready = [key for key in {each.start: None for each in needs} if key not in still_needed]
    while ready:
        key = ready.pop()
        if _passes_on(service.placed[key], service):
            depending[key] = _counted(needing.get(key, ()), depending, service, most)
        for need in service.held(key, "needs"):
            if not need.external:
                still_needed[need.end] -= 1
                if not still_needed[need.end]:
                    ready.append(need.end)
    return depending


def _passes_on(placed: Placed, service: Service) -> bool:
    """Whether it works behind the scenes and its failure reaches those who need it."""
    return service.role(placed) not in SEEN and not recovers(placed.action)


def _counted(
    keys: Iterable[str], depending: dict[str, set[str]], service: Service, most: int
) -> set[str]:
    """The visible ones among some actions, and those behind the others."""
    found: set[str] = set()
    for key in keys:
        placed = service.placed[key]
        if recovers(placed.action):
            continue
        if service.role(placed) in SEEN:
            found.add(key)
        elif len(onward := depending.get(key, set())) <= most:
            found |= onward
    return found

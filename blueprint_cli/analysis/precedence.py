"""What each action waits for before it can begin: links, the cell it stands in, its step."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from blueprint_cli.analysis.ordering import in_order
from blueprint_cli.model import ON_STAGE, ROLES
from blueprint_cli.reading.references import LinkKind, Placed
from blueprint_cli.service import Service

Pair = tuple[int, int]
"""Two actions by their numbers: one, and another that waits for it."""


class Precedence(NamedTuple):
    """All actions, and by their numbers in `actions` what each waits for.

    `begun` has those that begin with each step, each behind all `before` it; `met` those of each
    step on the customer's side of the line of visibility, for which the next step waits.
    """

    actions: tuple[Placed, ...]
    before: tuple[tuple[int, ...], ...]
    begun: tuple[tuple[int, ...], ...]
    met: tuple[tuple[int, ...], ...]


def precedence(service: Service) -> Precedence:
    """What waits for what, whatever the order of the lanes of one role."""
    actions = ranked(service)
    number = {each.key: place for place, each in enumerate(actions)}
    needs = [(other, one) for one, other in _linked(service, number, "needs")]
    levels = _levels(actions, needs)
    loose = [
        (one, other)
        for one, other in (*_linked(service, number, "triggers"), *_stacked(service, number))
        if levels[one] <= levels[other]
    ]
    order = _order(levels, needs, loose)
    place = {each: at for at, each in enumerate(order)}
    before = _grouped((other, one) for one, other in {*needs, *loose} if place[one] < place[other])
    steps = range(len(service.blueprint.steps))
    begun = _grouped((levels[each], each) for each in order)
    met = _grouped(
        (each.step, at) for at, each in enumerate(actions) if service.role(each) in ON_STAGE
    )
    return Precedence(
        actions,
        tuple(tuple(sorted(before.get(each, ()))) for each in range(len(actions))),
        tuple(tuple(begun.get(step, ())) for step in steps),
        tuple(tuple(met.get(step, ())) for step in steps),
    )


def ranked(service: Service) -> tuple[Placed, ...]:
    """All actions, step by step and role by role, whatever the order of the lanes of one role."""
    roles = [ROLES.index(lane.role) for lane in service.blueprint.lanes]
    return tuple(
        sorted(
            service.actions, key=lambda each: (each.step, roles[each.lane], each.place, each.key)
        )
    )


def _linked(service: Service, number: Mapping[str, int], kind: LinkKind) -> Iterator[Pair]:
    """The ends of all links of a kind, first the action that holds it."""
    for each in service.links:
        if each.kind == kind:
            yield number[each.start], number[each.end]


def _stacked(service: Service, number: Mapping[str, int]) -> Iterator[Pair]:
    """Each action that nothing triggers, behind the one above it in its cell."""
    triggered = {each.end for each in service.links if each.kind == "triggers"}
    for above, below in pairwise(service.actions):
        if below.place and below.key not in triggered:
            yield number[above.key], number[below.key]


def _levels(actions: tuple[Placed, ...], needs: Iterable[Pair]) -> list[int]:
    """The step with which each action begins: its own, or an earlier one where it is needed.

    Without that, a step would wait for an action that waits for the step.
    """
    needed = _grouped((other, one) for one, other in needs)
    levels = [each.step for each in actions]
    for place in range(len(actions)):  # earlier steps come first, so each is lowered once at most
        waiting = [place]
        while waiting:
            here = waiting.pop()
            for each in needed.get(here, ()):
                if levels[each] > levels[here]:
                    levels[each] = levels[here]
                    waiting.append(each)
    return levels


def _order(levels: list[int], needs: list[Pair], loose: list[Pair]) -> list[int]:
    """All actions, step by step, so that what is needed comes first, and back links lead back."""
    order = in_order(len(levels), _grouped((*needs, *loose)), _grouped(needs))
    return sorted(order, key=levels.__getitem__)


def _grouped(pairs: Iterable[Pair]) -> Mapping[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        groups[one].append(other)
    return dict(groups)

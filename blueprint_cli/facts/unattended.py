"""Machines in front of the customer that may fail while nobody is there to turn to."""

from collections.abc import Iterator, Sequence

from blueprint_cli.model import SETTLED
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service


def unattended(service: Service) -> Iterator[Placed]:
    """What systems do frontstage where it matters, may fail, and no person is near.

    It matters where a fail point has no recovery, where it hurts, and at moments of truth. People
    are near where somebody acts frontstage at the same step, or where a link from the machine or
    the customer leads to them. A step with `details` is judged there.
    """
    if not any(_is_machine(place, service) for place in range(len(service.blueprint.lanes))):
        return
    for step, actions in zip(service.blueprint.steps, service.at_step, strict=True):
        if step.details or any(_is_met(each, service) for each in actions):
            continue
        customers = [each for each in actions if service.role(each) == "customer"]
        for each in actions:
            risky = _is_machine(each.lane, service) and _may_fail(each, service)
            if risky and not _finds_help([each, *customers], service):
                yield each


def _is_machine(lane: int, service: Service) -> bool:
    found = service.blueprint.lanes[lane]
    return found.role == "frontstage" and found.actor == "system"


def _is_met(placed: Placed, service: Service) -> bool:
    """Whether somebody does it whom the customer meets."""
    return service.role(placed) == "frontstage" and not _is_machine(placed.lane, service)


def _may_fail(placed: Placed, service: Service) -> bool:
    """Whether it matters here that it may fail, and nothing says what is done then."""
    fail_point = placed.action.fail_point
    if fail_point and fail_point.recovery:
        return False
    hurts = any(pain.status not in SETTLED for pain in placed.action.pain_points)
    return bool(fail_point) or hurts or service.step(placed).moment_of_truth


def _finds_help(actions: Sequence[Placed], service: Service) -> bool:
    """Whether a link leads from one of some actions, or to it, to people who work here."""
    for each in actions:
        held = service.links_from.get(each.key, ())
        others = [joined.end for joined in held if not joined.external]
        others += [joined.start for joined in service.links_to.get(each.key, ())]
        told_elsewhere = any(joined.external for joined in held)
        if told_elsewhere or any(_are_people(key, service) for key in others):
            return True
    return False


def _are_people(key: str, service: Service) -> bool:
    lane = service.lane(service.placed[key])
    return lane.actor != "system" and lane.role in {"frontstage", "backstage", "support"}

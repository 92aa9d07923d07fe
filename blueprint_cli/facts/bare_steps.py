"""Steps at which something is missing that makes a moment of the customer's way: their places."""

from collections.abc import Iterator

from blueprint_cli.service import Service


def empty(service: Service) -> Iterator[int]:
    """Steps without actions that are not told in another file."""
    for place, step in enumerate(service.blueprint.steps):
        if not service.at_step[place] and not step.details:
            yield place


def without_customer(service: Service) -> Iterator[int]:
    """Steps at which somebody acts, but no customer, in a blueprint with a lane for customers."""
    if "customer" not in service.roles:
        return
    for place, step in enumerate(service.blueprint.steps):
        actions = service.at_step[place]
        if actions and not step.details and all(service.role(a) != "customer" for a in actions):
            yield place


def without_evidence(service: Service) -> Iterator[int]:
    """Steps at which customers see and hold nothing: no evidence action and no touchpoint.

    Only in a blueprint that tells such things of other steps: it has an evidence lane, or
    touchpoints at half of its steps.
    """
    steps = service.blueprint.steps
    shown = {each.step for each in service.actions if service.role(each) == "evidence"}
    shown |= {each.step for each in service.actions if each.action.touchpoint}
    shown |= {place for place, step in enumerate(steps) if step.touchpoint}
    if "evidence" not in service.roles and 2 * len(shown) < len(steps):
        return
    for place, step in enumerate(steps):
        if place not in shown and not step.details:
            yield place

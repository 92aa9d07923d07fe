"""Lanes and resources that stand in a blueprint and take no part in it: their places."""

from collections.abc import Iterator

from blueprint_cli.model import Resource
from blueprint_cli.service import Service


def unused_lanes(service: Service) -> Iterator[int]:
    """Lanes without actions, where the blueprint itself tells at every step what is done."""
    if not service.actions or _tells_elsewhere(service):
        return
    for place, actions in enumerate(service.in_lane):
        if not actions:
            yield place


def unused_resources(service: Service) -> Iterator[int]:
    """Resources that no action uses and no pain point names as its cause."""
    causes = _causes(service)
    for place, resource in enumerate(service.blueprint.resources):
        if id(resource) not in service.users and id(resource) not in causes:
            yield place


def _tells_elsewhere(service: Service) -> bool:
    """Whether a step leaves it to another file who acts at it."""
    steps = zip(service.blueprint.steps, service.at_step, strict=True)
    return any(step.details and not actions for step, actions in steps)


def _causes(service: Service) -> frozenset[int]:
    """The resources that pain points come from, by their `id()`."""
    causes = (service.cause(cause) for point, _ in service.pain_points for cause in point.causes)
    return frozenset(id(cause) for cause in causes if isinstance(cause, Resource))

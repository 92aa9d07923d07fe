"""Who answers for something: whoever is written there, else for what it is part of.

An action's `owner` comes before its step's, that before its lane's, and the owner of the whole
blueprint answers for all that no one else does. Where nobody is written, the answer is empty.
"""

from blueprint_cli.model import Element, Resource
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Bearer, Service


def owner_of(service: Service, element: Element, bearer: Bearer) -> str:
    """Who answers for a pain point, opportunity or question of a step or action."""
    return element.owner or bearer_owner(service, bearer)


def bearer_owner(service: Service, bearer: Bearer) -> str:
    """Who answers for a step or an action."""
    if bearer.placed is not None:
        return action_owner(service, bearer.placed)
    return bearer.step.owner or service.blueprint.owner or ""


def action_owner(service: Service, placed: Placed) -> str:
    """Who answers for an action."""
    near = placed.action.owner or service.step(placed).owner or service.lane(placed).owner
    return near or service.blueprint.owner or ""


def resource_owner(service: Service, resource: Resource) -> str:
    """Who answers for a resource."""
    return resource.owner or service.blueprint.owner or ""

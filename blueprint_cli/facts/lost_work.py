"""Work behind the scenes that nothing joins to a customer, and support that supports nothing."""

from collections.abc import Iterator

from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service


def unreached(service: Service) -> Iterator[Placed]:
    """Backstage and support actions that no chain of links joins to a step of the customer's.

    That is a step at which a customer or somebody frontstage acts, or that is told in another file.
    Blueprints without links, or without a lane for the customer, say nothing about this.
    """
    if "customer" not in service.roles or not service.index.links:
        return
    near = _near_the_customer(service)
    if len(near) == len(service.blueprint.steps):
        return
    reached = _joined_to(near, service)
    for each in service.actions:
        if each.key not in reached and service.role(each) in {"backstage", "support"}:
            yield each


def idle_support(service: Service) -> Iterator[Placed]:
    """Support actions that nothing needs, that set nothing off and that no link joins to anything.

    Where no support action has a link, the blueprint does not tell of such things at all.
    """
    support = [each for each in service.actions if service.role(each) == "support"]
    alone = [each for each in support if not _is_linked(each, service)]
    if len(alone) < len(support):
        yield from alone


def _is_linked(placed: Placed, service: Service) -> bool:
    told_elsewhere = placed.action.details or service.step(placed).details
    links = service.links_from.get(placed.key) or service.links_to.get(placed.key)
    return bool(told_elsewhere or links)


def _near_the_customer(service: Service) -> set[int]:
    """The steps at which the customer or somebody frontstage acts, or that are told elsewhere."""
    met = {
        each.step for each in service.actions if service.role(each) in {"customer", "frontstage"}
    }
    return met | {place for place, step in enumerate(service.blueprint.steps) if step.details}


def _joined_to(steps: set[int], service: Service) -> set[str]:
    """The actions of some steps, those linked to other files, and all that links join to them."""
    beyond = {each.start for each in service.index.links if each.external}
    waiting = [each.key for each in service.actions if each.step in steps or each.key in beyond]
    reached = set(waiting)
    while waiting:
        key = waiting.pop()
        others = [each.end for each in service.links_from.get(key, ()) if not each.external]
        others += [each.start for each in service.links_to.get(key, ())]
        fresh = set(others) - reached
        reached |= fresh
        waiting += fresh
    return reached

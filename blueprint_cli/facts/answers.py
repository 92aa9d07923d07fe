"""The customer's actions that nobody in the service answers.

An answer is an action of a frontstage, backstage or support lane: at the same step, or linked. What
is told in another file is taken to be answered there.
"""

from collections.abc import Iterator

from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service

ANSWERING = frozenset({"frontstage", "backstage", "support"})


def unanswered(service: Service) -> Iterator[Placed]:
    """The customer's actions at steps where nobody else acts, without a link to anybody.

    A blueprint with no lane but the customer's and evidence is a journey, and has none.
    """
    if not ANSWERING & service.roles:
        return
    for step, actions in zip(service.blueprint.steps, service.at_step, strict=True):
        if step.details or any(service.role(each) in ANSWERING for each in actions):
            continue
        for each in actions:
            if service.role(each) == "customer" and not _is_answered(each, service):
                yield each


def _is_answered(placed: Placed, service: Service) -> bool:
    """Whether it is told in another file, or linked to an action that may answer."""
    held = service.links_from.get(placed.key, ())
    if placed.action.details or any(each.external for each in held):
        return True
    others = [each.end for each in held]
    others += [each.start for each in service.links_to.get(placed.key, ())]
    return any(service.role(service.placed[key]) in ANSWERING for key in others)

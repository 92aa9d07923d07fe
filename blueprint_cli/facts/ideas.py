"""Pain for which nobody has an idea, and ideas that are late."""

from collections.abc import Iterator
from datetime import date

from blueprint_cli.model import SETTLED, Opportunity, PainPoint
from blueprint_cli.service import Bearer, Service


def unsolved(service: Service, least: int) -> Iterator[tuple[PainPoint, Bearer]]:
    """Severe pain points that no opportunity solves but dropped ones, with their bearers.

    An opportunity at the same action, or at its step, that names nothing in `solves` is taken to be
    meant for them. `least` is the severity from which on a pain point is severe.
    """
    solved = {
        id(service.pain_point(each))
        for opportunity, _ in service.opportunities
        if opportunity.status != "dropped"
        for each in opportunity.solves
    }
    for pain, bearer in service.severe(least):
        beside = (*bearer.record.opportunities, *bearer.step.opportunities)
        near = any(each.status != "dropped" and not each.solves for each in beside)
        if id(pain) not in solved and not near:
            yield pain, bearer


def is_late(opportunity: Opportunity, today: date) -> bool:
    """Whether it was due before today and is neither done nor dropped."""
    due = opportunity.due
    return due is not None and due < today and opportunity.status not in SETTLED

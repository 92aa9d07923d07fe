"""Who answers for a pain point: whoever is named for it, for its cure, or for where it stands."""

from blueprint_cli.model import PainPoint
from blueprint_cli.service import Bearer, Service


def caring(service: Service, pain: PainPoint, bearer: Bearer) -> str:
    """The nearest who is named, empty where nobody is.

    First its own `owner`, then that of an opportunity that solves it or stands beside it, then
    that of the action, the step, the lane; the blueprint's answers for all that no one else does.
    """
    solving = (
        opportunity.owner
        for opportunity, _ in service.opportunities
        if any(service.pain_point(solved) is pain for solved in opportunity.solves)
    )
    beside = (each.owner for each in bearer.record.opportunities)
    lane = service.lane(bearer.placed).owner if bearer.placed else None
    around = (bearer.record.owner, bearer.step.owner, lane, service.blueprint.owner)
    return next(filter(None, (pain.owner, *solving, *beside, *around)), "")

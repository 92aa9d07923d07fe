"""Who answers for a pain point: whoever is named for it, for its cure, or for where it stands."""

from collections.abc import Mapping

from blueprint_cli.service import Bearer, Service


def carers(service: Service) -> Mapping[int, str]:
    """The nearest who is named, by the `id()` of each pain point; empty where nobody is.

    First its own `owner`, then that of an opportunity that solves it or stands beside it, then
    that of the action, the step, the lane; the blueprint's answers for all that no one else does.
    """
    solving: dict[int, str] = {}
    for opportunity, _ in service.opportunities:
        if opportunity.owner:
            for solved in opportunity.solves:
                solving.setdefault(id(service.pain_point(solved)), opportunity.owner)
    return {
        id(pain): pain.owner or solving.get(id(pain)) or _near(service, bearer)
        for pain, bearer in service.pain_points
    }


def _near(service: Service, bearer: Bearer) -> str:
    beside = (each.owner for each in bearer.record.opportunities)
    lane = service.lane(bearer.placed).owner if bearer.placed else None
    around = (bearer.record.owner, bearer.step.owner, lane, service.blueprint.owner)
    return next(filter(None, (*beside, *around)), "")

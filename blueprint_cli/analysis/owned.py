"""What somebody has to answer for, and who does: lanes, resources, severe pain, opportunities."""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.owners import owner_of, resource_owner
from blueprint_cli.analysis.pain import SEVERE
from blueprint_cli.analysis.places import Place, all_carried, lane_place, resource_place
from blueprint_cli.facts.caring import carers
from blueprint_cli.model import SETTLED, Opportunity, PainPoint
from blueprint_cli.service import Service

WITHOUT_OWNER = Measure(
    "without_owner",
    "What nobody owns",
    "lanes, resources, open opportunities and open pain points of severity 4 or 5 for which neither"
    " they, nor what they are part of, nor the blueprint name an `owner`",
    "elements",
    "Lanes of customers and of evidence need no owner. For a pain point, whoever is to do an"
    " opportunity that solves it or stands beside it answers too.",
)


class Owned(NamedTuple):
    """An element and who answers for it; `written` tells that its own `owner` says so."""

    place: Place
    owner: str
    written: bool


def owned(service: Service) -> tuple[Owned, ...]:
    """What somebody has to answer for, and who does."""
    return tuple(_owned(service))


def _owned(service: Service) -> Iterator[Owned]:
    """The blueprint, lanes at work, resources, open opportunities, open severe pain points."""
    blueprint = service.blueprint
    everything = blueprint.owner or ""
    whole = Place("blueprint", blueprint.id, blueprint.name)
    yield Owned(whole, everything, bool(everything))
    for at, lane in enumerate(blueprint.lanes):
        if lane.role not in {"evidence", "customer"}:
            yield Owned(lane_place(service, at), lane.owner or everything, bool(lane.owner))
    for key, resource in service.index.resources.items():
        owner = resource_owner(service, resource)
        yield Owned(resource_place(service, key), owner, bool(resource.owner))
    named = carers(service)
    for pain, _, place in all_carried(service, "pain_point"):
        if isinstance(pain, PainPoint) and _is_severe(pain):
            yield Owned(place, named[id(pain)], bool(pain.owner))
    for opportunity, bearer, place in all_carried(service, "opportunity"):
        if isinstance(opportunity, Opportunity) and opportunity.status not in SETTLED:
            owner = owner_of(service, opportunity, bearer)
            yield Owned(place, owner, bool(opportunity.owner))


def _is_severe(pain: PainPoint) -> bool:
    """Whether it is open and of such a severity that somebody has to answer for it."""
    return pain.severity >= SEVERE and pain.status not in SETTLED

"""Where the service hurts and how much, by whom it is felt and who answers for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import fsum
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import (
    Place,
    bearer_place,
    carried_places,
    lane_place,
    step_place,
)
from blueprint_cli.facts.caring import carers
from blueprint_cli.model import ROLES, SETTLED, PainPoint, Step
from blueprint_cli.service import Bearer, Service

MIDDLE = 3
"""What a step counts as that tells no `importance`: the middle of the scale from 1 to 5."""

SEVERE = 4
"""A pain point of this severity or more is severe: somebody has to answer for it."""

OPEN = ("open", "planned", "doing")
"""What the status of a pain point or opportunity is while there is something to do about it."""

MEASURES: tuple[Measure, ...] = (
    Measure(
        "pain_weight",
        "Weight of a pain point",
        "severity × frequency × importance of its step",
        "from 0 to 25",
        "A step without `importance` counts as 3. Pain points that are done or dropped count"
        " nowhere. The scales are ranks: a weight of 12 comes before one of 6, and is not twice"
        " as bad.",
        "Severity times occurrence, as in failure mode and effects analysis (IEC 60812:2018, its"
        " risk priority number without detection); frequency and impact make the severity of a"
        " problem in Jakob Nielsen, Usability Engineering, 1993; importance as in importance–"
        "performance analysis (J. A. Martilla and J. C. James, Journal of Marketing 41, 1977)",
    ),
    Measure(
        "pain_severity",
        "Sum of severities",
        "Σ severity of the open pain points of a lane, role, step, status or owner",
        "points",
        "A pain point counts at the step where it is felt and in the lane that carries it; what a"
        " step itself carries counts in no lane and no role.",
    ),
    Measure(
        "pain_weight_sum",
        "Sum of weights",
        "Σ weight of the open pain points of a lane, role, step, status or owner",
        "points",
        "As for the sum of severities.",
    ),
    Measure(
        "pain_owner",
        "Who answers for a pain point",
        "its own `owner`, else that of an opportunity that `solves` it or stands beside it, of the"
        " action, the step, the lane, the blueprint: the first that is written",
        "a name",
        "The owner of the whole blueprint answers for all that no one else does.",
    ),
)


class Sore(NamedTuple):
    """A pain point with what it weighs: severity × frequency × importance of its step.

    A step without `importance` counts as 3, the middle of the scale. `lane` is None where the step
    itself carries it. `owner` is who answers for it, empty where nobody is written.
    """

    place: Place
    pain_point: PainPoint
    bearer: Place
    step: Place
    lane: Place | None
    role: str
    owner: str
    weight: float
    importance: int | None


class Tally(NamedTuple):
    """How many pain points there are of a sort, the sums of their severities and weights."""

    pain_points: int
    severity: int
    weight: float


class Pain(NamedTuple):
    """All open pain points, the heaviest first (equals by key); settled ones count nowhere.

    Lanes and steps go by their keys, in the blueprint's order; roles, statuses and owners by their
    words. Only those that hurt are there; nobody owns what goes by the empty owner.
    """

    ranked: tuple[Sore, ...]
    settled: tuple[Sore, ...]
    total: Tally
    per_lane: Mapping[str, Tally]
    per_role: Mapping[str, Tally]
    per_step: Mapping[str, Tally]
    per_status: Mapping[str, Tally]
    per_owner: Mapping[str, Tally]

    @property
    def worst(self) -> Sore | None:
        """The heaviest pain point; None where nothing hurts."""
        return self.ranked[0] if self.ranked else None


def pain_of(service: Service) -> Pain:
    """Where it hurts."""
    sores = sorted(_sores(service), key=lambda sore: (-sore.weight, sore.place.key))
    ranked = tuple(sore for sore in sores if sore.pain_point.status not in SETTLED)
    settled = tuple(sore for sore in sores if sore.pain_point.status in SETTLED)
    index = service.index
    return Pain(
        ranked,
        settled,
        tally(ranked),
        _tallies(((sore.lane.key, sore) for sore in ranked if sore.lane), index.lane_keys),
        _tallies(((sore.role, sore) for sore in ranked if sore.role), ROLES),
        _tallies(((sore.step.key, sore) for sore in ranked), index.step_keys),
        _tallies(((sore.pain_point.status, sore) for sore in ranked), OPEN),
        _tallies(((sore.owner, sore) for sore in ranked), sorted({s.owner for s in ranked})),
    )


def tally(sores: Iterable[Sore]) -> Tally:
    """How many there are, and what they add up to."""
    found = tuple(sores)
    severity = sum(sore.pain_point.severity for sore in found)
    return Tally(len(found), severity, _rounded(fsum(sore.weight for sore in found)))


def _sores(service: Service) -> Iterable[Sore]:
    owners = carers(service)
    for bearer in service.bearers:
        if bearer.record.pain_points:
            places = carried_places(service, bearer, "pain_point")
            for place, pain_point in zip(places, bearer.record.pain_points, strict=True):
                yield _sore(service, bearer, place, pain_point, owners[id(pain_point)])


def _sore(
    service: Service, bearer: Bearer, place: Place, pain_point: PainPoint, owner: str
) -> Sore:
    placed = bearer.placed
    return Sore(
        place,
        pain_point,
        bearer_place(service, bearer),
        step_place(service, service.step_places[id(bearer.step)]),
        lane_place(service, placed.lane) if placed else None,
        service.role(placed) if placed else "",
        owner,
        weight_of(pain_point, bearer.step),
        bearer.step.importance,
    )


def weight_of(pain_point: PainPoint, step: Step) -> float:
    """What a pain point of a step weighs, from 0 to 25."""
    importance = MIDDLE if step.importance is None else step.importance
    return _rounded(pain_point.severity * importance * pain_point.frequency)


def _tallies(pairs: Iterable[tuple[str, Sore]], order: Iterable[str]) -> Mapping[str, Tally]:
    groups: dict[str, list[Sore]] = defaultdict(list)
    for key, sore in pairs:
        groups[key].append(sore)
    return {key: tally(groups[key]) for key in order if key in groups}


def _rounded(weight: float) -> float:
    """Without what comes of writing tenths in twos, so that equal weights are equal."""
    return round(weight, 9)

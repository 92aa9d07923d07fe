"""The people of a service: what each lane does, what it bears, what it has to work with."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.pain import Pain, Tally
from blueprint_cli.analysis.places import Place, action_place, lane_place, resource_place
from blueprint_cli.facts.unattended import unattended
from blueprint_cli.model import Enabler, Enablers, Lane, Resource
from blueprint_cli.ranges import Range, total
from blueprint_cli.service import Service
from blueprint_cli.times import Rate

SORTS = ("decisions", "policies", "procedures", "technology", "training", "insights")
"""The six enablers, by the keys of the format."""

MEASURES: tuple[Measure, ...] = (
    Measure(
        "work_a_case",
        "Work a case",
        "Σ `time` of the lane's actions",
        "duration",
        "Every customer goes through every action; one without a `time` adds nothing.",
        "G. L. Shostack, Designing Services That Deliver, Harvard Business Review, January 1984:"
        " a blueprint gives each act its standard time",
    ),
    Measure(
        "work_an_hour",
        "Work an hour",
        "arrivals in an hour × work a case",
        "duration",
        "Every customer goes through every action. It is the work that comes in while the service"
        " is open: how many hours that is, a blueprint does not say. An hour of it is one person"
        " busy all the time.",
        "J. D. C. Little, A Proof for the Queuing Formula: L = λW, Operations Research 9, 1961:"
        " what is busy on average is the arrivals times the time that each takes",
    ),
    Measure(
        "pain_borne",
        "Pain that a lane carries",
        "Σ weight of the open pain points of the lane's actions",
        "points",
        "A pain point of a step, and not of an action, is carried by no lane.",
    ),
    Measure(
        "enablers_missing",
        "Missing enablers",
        "the six sorts of `enablers`, less those of which the lane names one",
        "of 6",
        "Only lanes of people are asked. What is not written may still be there.",
        "J. L. Heskett, W. E. Sasser and L. A. Schlesinger, The Service Profit Chain, 1997, chapter"
        " 7: capable people need latitude, clear limits, training and well-made support systems",
    ),
    Measure(
        "technology_without_people",
        "Technology without people",
        "resources of the kind `system` that no action of a lane of people uses, lanes of the actor"
        " `system` that nobody owns, lanes of people whose only enabler is technology,"
        " and what systems do in front of customers where nobody is there to turn to",
        "elements",
        "A resource that nothing at all uses is another thing, and not counted here.",
        "E. L. Trist and K. W. Bamforth, Some Social and Psychological Consequences of the Longwall"
        " Method of Coal-Getting, Human Relations 4, 1951: people and technology are one system",
    ),
)


class Staff(NamedTuple):
    """A lane that works: all but those of customers and evidence.

    `work` is that of one case, `work_an_hour` that of all who arrive in an hour; each None where
    the file does not say it. `enablers` has the names by sort, only of sorts that have one;
    `missing` are the other sorts, None for lanes of systems, which need none.
    """

    place: Place
    role: str
    actor: str
    actions: int
    steps: int
    work: Range | None
    work_an_hour: Range | None
    untimed: int
    pain: Tally
    enablers: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...] | None
    owner: str


Why = Literal["unused by people", "nobody owns it", "nothing but technology", "nobody to turn to"]


class Lonely(NamedTuple):
    """Technology that stands without people, and in which way."""

    place: Place
    why: Why


class People(NamedTuple):
    """All lanes at work, from top to bottom, and technology without people."""

    lanes: tuple[Staff, ...]
    lonely: tuple[Lonely, ...]


def people_of(service: Service, pain: Pain) -> People:
    """Who works, at what, with what."""
    staff = tuple(
        _staff(service, pain, place)
        for place, lane in enumerate(service.blueprint.lanes)
        if lane.role not in {"evidence", "customer"}
    )
    return People(staff, tuple(_lonely(service)))


def _staff(service: Service, pain: Pain, place: int) -> Staff:
    lane, actions = service.blueprint.lanes[place], service.in_lane[place]
    here = lane_place(service, place)
    work = total(each.action.time for each in actions)
    enablers = _enablers(lane)
    return Staff(
        place=here,
        role=lane.role,
        actor=lane.actor,
        actions=len(actions),
        steps=len({each.step for each in actions}),
        work=work,
        work_an_hour=_an_hour(work, service.blueprint.arrivals),
        untimed=sum(each.action.time is None for each in actions),
        pain=pain.per_lane.get(here.key, Tally(0, 0, 0)),
        enablers=enablers,
        missing=None if lane.actor == "system" else _missing(enablers),
        owner=lane.owner or service.blueprint.owner or "",
    )


def _an_hour(work: Range | None, arrivals: Rate | None) -> Range | None:
    if work is None or arrivals is None:
        return None
    return work.times(arrivals.per_hour)


def _enablers(lane: Lane) -> Mapping[str, tuple[str, ...]]:
    """What the people of a lane have to work with, by sort."""
    written = lane.enablers or Enablers()
    named: dict[str, tuple[Enabler, ...]] = {sort: getattr(written, sort) for sort in SORTS}
    return {sort: tuple(each.name for each in found) for sort, found in named.items() if found}


def _missing(enablers: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sort for sort in SORTS if sort not in enablers)


# Technology without people


def _lonely(service: Service) -> Iterator[Lonely]:
    for key, resource in service.index.resources.items():
        if resource.kind == "system" and _is_unmanned(service, resource):
            yield Lonely(resource_place(service, key), "unused by people")
    for place, lane in enumerate(service.blueprint.lanes):
        owned = lane.owner or service.blueprint.owner
        if lane.actor == "system" and lane.role != "evidence" and not owned:
            yield Lonely(lane_place(service, place), "nobody owns it")
        if lane.actor == "people" and set(_enablers(lane)) == {"technology"}:
            yield Lonely(lane_place(service, place), "nothing but technology")
    for placed in unattended(service):
        yield Lonely(action_place(placed), "nobody to turn to")


def _is_unmanned(service: Service, resource: Resource) -> bool:
    """Whether it is used, and never by people."""
    users = service.users.get(id(resource), ())
    return bool(users) and not any(service.lane(each).actor == "people" for each in users)

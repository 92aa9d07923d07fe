"""What is missing in the service, what is there twice, and what is there for nobody."""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.analysis import Analysis
from blueprint_cli.analysis.gaps import Gaps
from blueprint_cli.analysis.places import Place, lane_place, step_place
from blueprint_cli.report.content import Cell, Column, Missing, Phrase, Section, Table
from blueprint_cli.report.sentences import counted, enumerated
from blueprint_cli.service import Service


class _Kind(NamedTuple):
    """A kind of gap: what it is called, how it is counted in a sentence, and what to do."""

    name: str
    one: str
    several: str
    what_to_do: str


_UNANSWERED = _Kind(
    "nobody answers",
    "customer action that nobody answers",
    "customer actions that nobody answers",
    "write who answers, or link the action that does",
)
_TWICE = _Kind(
    "the same work twice",
    "piece of work that two lanes do",
    "pieces of work that two lanes do",
    "let one lane do it and hand on the result",
)
_IDLE = _Kind(
    "supports nothing",
    "support action that supports nothing",
    "support actions that support nothing",
    "link what needs it, or ask whether it is still wanted",
)
_UNREACHED = _Kind(
    "reaches no customer",
    "action that reaches no customer",
    "actions that reach no customer",
    "link what needs it or sets it off, or ask who wants it",
)
_EMPTY = _Kind(
    "nobody acts",
    "step at which nobody acts",
    "steps at which nobody acts",
    "write who does what, or delete the step",
)
_NO_CUSTOMER = _Kind(
    "no customer",
    "step without the customer",
    "steps without the customer",
    "write what the customer does meanwhile",
)
_NO_EVIDENCE = _Kind(
    "no evidence",
    "step at which customers see and hold nothing",
    "steps at which customers see and hold nothing",
    "write what they see or hold, as evidence or as a touchpoint",
)
_IDLE_LANE = _Kind(
    "lane without actions",
    "lane that does nothing",
    "lanes that do nothing",
    "write what it does, or delete it",
)
_UNUSED = _Kind(
    "resource without use",
    "resource that nothing uses",
    "resources that nothing uses",
    "write what uses it, or delete it",
)


def section(analysis: Analysis) -> Section:
    """What is missing, twice, or for nobody."""
    found = {kind: groups for kind, groups in _kinds(analysis.gaps) if groups}
    rows = [
        _row(analysis.service, kind, group) for kind, groups in found.items() for group in groups
    ]
    table = Table(
        "gaps",
        "Gaps and redundancies",
        (
            Column("gap", "What is found", "text"),
            Column("what", "Where", "places"),
            Column("lanes", "Lanes", "places"),
            Column("steps", "Steps", "places"),
            Column("what_to_do", "What to do", "text"),
        ),
        tuple(rows),
    )
    lead = tuple(_told(kind, groups) for kind, groups in found.items())
    missing = tuple(_missing(analysis.service))
    nothing: Phrase = ("Nothing is missing, twice or for nobody, as far as the blueprint tells.",)
    return Section(
        "gaps", "Gaps and redundancies", lead or (nothing,), (table,) if rows else (), missing
    )


Group = tuple[Place, ...]


def _kinds(gaps: Gaps) -> Iterator[tuple[_Kind, tuple[Group, ...]]]:
    yield _UNANSWERED, _alone(gaps.unanswered)
    yield _TWICE, tuple(each.actions for each in gaps.same_work)
    yield _IDLE, _alone(gaps.idle_support)
    yield _UNREACHED, _alone(gaps.unreached)
    yield _EMPTY, _alone(gaps.empty_steps)
    yield _NO_CUSTOMER, _alone(gaps.without_customer)
    yield _NO_EVIDENCE, _alone(gaps.without_evidence)
    yield _IDLE_LANE, _alone(gaps.unused_lanes)
    yield _UNUSED, _alone(gaps.unused_resources)


def _alone(places: tuple[Place, ...]) -> tuple[Group, ...]:
    return tuple((place,) for place in places)


def _told(kind: _Kind, groups: tuple[Group, ...]) -> Phrase:
    first = [group[0] for group in groups]
    return (f"{counted(len(groups), kind.one, kind.several)}: ", *enumerated(first), ".")


def _row(service: Service, kind: _Kind, group: Group) -> tuple[Cell, ...]:
    placed = [service.placed[place.key] for place in group if place.kind == "action"]
    lanes = tuple(lane_place(service, lane) for lane in sorted({each.lane for each in placed}))
    steps = tuple(step_place(service, step) for step in sorted({each.step for each in placed}))
    return (kind.name, group, lanes or None, steps or None, kind.what_to_do)


def _missing(service: Service) -> Iterator[Missing]:
    if "customer" not in service.roles:
        yield Missing("what customers do without an answer", "a lane with the role `customer`")
    if not service.index.links:
        yield Missing("work that reaches no customer", "links: `triggers`, `needs`")
    if "evidence" not in service.roles and not any(
        each.touchpoint for each in service.blueprint.steps
    ):
        yield Missing("steps without evidence", "an evidence lane, or `touchpoint` of steps")

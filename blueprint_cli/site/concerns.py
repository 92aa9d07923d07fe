"""What hurts and what could be better, over all blueprints, each in one ranked list."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import fsum
from typing import NamedTuple

from blueprint_cli.analysis.places import Place
from blueprint_cli.analysis.priorities import QUADRANTS
from blueprint_cli.report.content import Cell, Column, Phrase, Section, Table
from blueprint_cli.site.facts import OpportunityFacts, PainFacts
from blueprint_cli.site.web import Known


def pain_section(blueprints: Sequence[Known]) -> Section:
    """All open pain points, the heaviest first; equals by blueprint, then as they stand there."""
    found = [(known, pain) for known in blueprints for pain in known.facts.pain_points]
    found.sort(key=lambda each: -each[1].weight)
    table = Table(
        "pain-points",
        "Every open pain point",
        _PAIN_COLUMNS,
        tuple(_pain_row(rank, *each) for rank, each in enumerate(found, 1)),
    )
    return Section("pain", "Pain points", tuple(_worst(found)), (table,))


_PAIN_COLUMNS = (
    Column("pain_point", "Pain point", "places"),
    Column("rank", "Rank", "count"),
    Column("weight", "Weight", "number", "pain_weight"),
    Column("severity", "Severity", "scale"),
    Column("frequency", "Customers", "share"),
    Column("blueprint", "Blueprint", "places"),
    Column("where", "Where", "text"),
    Column("lane", "Lane", "text"),
    Column("owner", "Owner", "text"),
    Column("causes", "Comes from", "text"),
    Column("status", "Status", "text"),
)


def _pain_row(rank: int, known: Known, pain: PainFacts) -> tuple[Cell, ...]:
    return (
        (_place(known, pain),),
        rank,
        pain.weight,
        pain.severity,
        pain.frequency,
        (known.place,),
        pain.place,
        pain.lane_name or None,
        pain.owner or None,
        ", ".join(pain.causes) or None,
        pain.status,
    )


def _place(known: Known, pain: PainFacts) -> Place:
    return Place("pain_point", f"{known.file}#{pain.at}", pain.name, known.at(pain.at))


def _worst(found: Sequence[tuple[Known, PainFacts]]) -> Iterator[Phrase]:
    if not found:
        yield ("No blueprint tells of an open pain point.",)
        return
    known, pain = found[0]
    owner = f"; {pain.owner} answers for it." if pain.owner else "; nobody is named to answer."
    place = _place(known, pain)
    yield ("The worst of all is ", place, f" at {pain.place} in ", known.place, owner)


def opportunities_section(blueprints: Sequence[Known]) -> Section:
    """All opportunities that are not settled, what to do first in front."""
    pain = fsum(each.weight for known in blueprints for each in known.facts.pain_points)
    found = [
        _Chance(known, each, _priority(each, pain))
        for known in blueprints
        for each in known.facts.opportunities
    ]
    found.sort(key=_order)
    table = Table(
        "opportunities",
        "Every opportunity",
        _OPPORTUNITY_COLUMNS,
        tuple(_opportunity_row(rank, each) for rank, each in enumerate(found, 1)),
        note="Priority counts the pain of all blueprints.",
    )
    return Section("opportunities", "Opportunities", tuple(_first(found)), (table,))


class _Chance(NamedTuple):
    """An opportunity in its blueprint, with its priority among those of all."""

    known: Known
    told: OpportunityFacts
    priority: float | None


def _priority(each: OpportunityFacts, pain: float) -> float | None:
    """As docs/analysis.md defines it, weighed against the pain of all blueprints."""
    if each.impact is None or each.effort is None:
        return None
    return each.impact * (1 + (each.solved / pain if pain else 0)) / each.effort


def _order(each: _Chance) -> tuple[float, float, float]:
    """What lacks a figure comes last, by the pain that it solves."""
    if each.priority is None or each.told.quadrant is None:
        return len(QUADRANTS), 0, -each.told.solved
    return _TURNS[each.told.quadrant], -each.priority, 0


_TURNS: Mapping[str, int] = {quadrant: turn for turn, quadrant in enumerate(QUADRANTS)}


def _first(found: Sequence[_Chance]) -> Iterator[Phrase]:
    if found and found[0].priority is not None:
        known, first, _ = found[0]
        place = Place("opportunity", f"{known.file}#{first.at}", first.name, known.at(first.at))
        owner = f"; {first.owner} answers for it." if first.owner else "."
        yield ("The first thing to do is ", place, " in ", known.place, owner)


_OPPORTUNITY_COLUMNS = (
    Column("opportunity", "Opportunity", "places"),
    Column("rank", "Rank", "count"),
    Column("quadrant", "Quadrant", "text", "quadrant"),
    Column("priority", "Priority", "number", "priority"),
    Column("impact", "Impact", "scale"),
    Column("effort", "Effort", "scale"),
    Column("solved", "Weight of the pain it ends", "number", "pain_weight"),
    Column("blueprint", "Blueprint", "places"),
    Column("where", "Where", "text"),
    Column("owner", "Owner", "text"),
    Column("status", "Status", "text"),
    Column("due", "Due", "date"),
)


def _opportunity_row(rank: int, chance: _Chance) -> tuple[Cell, ...]:
    known, each, priority = chance
    place = Place("opportunity", f"{known.file}#{each.at}", each.name, known.at(each.at))
    return (
        (place,),
        rank,
        each.quadrant,
        priority,
        each.impact,
        each.effort,
        each.solved or None,
        (known.place,),
        each.place,
        each.owner or None,
        each.status,
        date.fromisoformat(each.due) if each.due else None,
    )

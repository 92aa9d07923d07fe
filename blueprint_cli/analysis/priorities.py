"""What to do first: opportunities by how much they help and take, and the pain that they end."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.owners import owner_of
from blueprint_cli.analysis.pain import SEVERE, Pain, Sore, tally
from blueprint_cli.analysis.places import Place, bearer_place, carried_places, step_place
from blueprint_cli.facts.ideas import is_late, unsolved
from blueprint_cli.model import SETTLED, Opportunity
from blueprint_cli.service import Bearer, Service

HIGH = 4
"""From here on impact and effort are high; up to the middle of the scale they are low."""

Quadrant = Literal["quick win", "big project", "fill-in", "thankless"]

QUADRANTS: tuple[Quadrant, ...] = ("quick win", "big project", "fill-in", "thankless")
"""In the order in which they are to be done."""

MEASURES: tuple[Measure, ...] = (
    Measure(
        "quadrant",
        "Quadrant",
        "quick win: impact 4 or 5, effort 1 to 3; big project: impact 4 or 5, effort 4 or 5;"
        " fill-in: impact 1 to 3, effort 1 to 3; thankless: impact 1 to 3, effort 4 or 5",
        "a word",
        "High is above the middle of the scale, for impact and effort alike. Where one of the two"
        " is not written, there is no quadrant.",
        "The impact–effort matrix, also PICK chart (possible, implement, challenge, kill) of lean"
        " and Six Sigma work: M. L. George, D. Rowlands, M. Price and J. Maxey, The Lean Six Sigma"
        " Pocket Toolbook, 2005; D. Gray, S. Brown and J. Macanufo, Gamestorming, 2010",
    ),
    Measure(
        "priority",
        "Priority",
        "impact × (1 + solved weight ÷ weight of all open pain points) ÷ effort",
        "from 0.2 to 10",
        "Solved are the open pain points that `solves` names, each taken as ended in full; where"
        " nothing hurts the share is 0. The scales are ranks: the figure orders, it does not"
        " measure. Quick wins stand before big projects, these before fill-ins and thankless"
        " ones, each by priority.",
        "Value for effort, as in weighted shortest job first: D. G. Reinertsen, The Principles of"
        " Product Development Flow, 2009; weighing by the pain solved is our own",
    ),
    Measure(
        "solved_share",
        "Pain that it solves",
        "Σ weight of the open pain points that it `solves` ÷ Σ weight of all open pain points",
        "share",
        "Pain points solved by several opportunities count for each of them.",
    ),
    Measure(
        "overdue",
        "Overdue",
        "`due` before today, and neither done nor dropped",
        "yes or no",
        "Told only where a day is given to judge by; on its day nothing is overdue yet.",
    ),
    Measure(
        "severe_unanswered",
        "Severe pain without an opportunity",
        "an open pain point of severity 4 or 5 that no opportunity `solves` but dropped ones",
        "pain points",
        "An opportunity at the same action, or at its step, that names nothing in `solves` is"
        " taken to be meant for it.",
    ),
)


class Chance(NamedTuple):
    """An opportunity with what it solves and how it ranks.

    `quadrant` and `priority` are None where `impact` or `effort` is not written, `share` (of the
    weight of all open pain points) where nothing hurts, `overdue` where no day is given to judge
    by, or none on which it is due.
    """

    place: Place
    opportunity: Opportunity
    bearer: Place
    step: Place
    owner: str
    solved: tuple[Sore, ...]
    share: float | None
    quadrant: Quadrant | None
    priority: float | None
    overdue: bool | None


class Priorities(NamedTuple):
    """Opportunities that are open, planned or being done, and what is behind them.

    `ranked` are those with impact and effort, what to do first in front (equals by key); `unrated`
    lack one of the two and stand by the pain that they solve. `settled` are done or dropped.
    `unanswered` are severe pain points for which there is no opportunity, the heaviest first.
    """

    ranked: tuple[Chance, ...]
    unrated: tuple[Chance, ...]
    settled: tuple[Chance, ...]
    unanswered: tuple[Sore, ...]


def priorities_of(service: Service, pain: Pain) -> Priorities:
    """What to do first."""
    chances = sorted(_chances(service, pain), key=_rank)
    waiting = [each for each in chances if each.opportunity.status not in SETTLED]
    return Priorities(
        tuple(each for each in waiting if each.priority is not None),
        tuple(each for each in waiting if each.priority is None),
        tuple(each for each in chances if each.opportunity.status in SETTLED),
        tuple(_unanswered(service, pain)),
    )


def _rank(chance: Chance) -> tuple[int, float, float, str]:
    place = QUADRANTS.index(chance.quadrant) if chance.quadrant else len(QUADRANTS)
    return place, -(chance.priority or 0), -(chance.share or 0), chance.place.key


def _chances(service: Service, pain: Pain) -> Iterator[Chance]:
    order = {id(sore.pain_point): place for place, sore in enumerate(pain.ranked)}
    for bearer in service.bearers:
        if not bearer.record.opportunities:
            continue
        places = carried_places(service, bearer, "opportunity")
        for place, opportunity in zip(places, bearer.record.opportunities, strict=True):
            meant = {id(service.pain_point(each)) for each in opportunity.solves}
            solved = sorted(order[each] for each in meant & order.keys())
            ended = tuple(pain.ranked[each] for each in solved)
            yield _chance(service, bearer, place, opportunity, ended, pain)


def _chance(
    service: Service,
    bearer: Bearer,
    place: Place,
    opportunity: Opportunity,
    solved: tuple[Sore, ...],
    pain: Pain,
) -> Chance:
    share = tally(solved).weight / pain.total.weight if pain.total.weight else None
    return Chance(
        place,
        opportunity,
        bearer_place(service, bearer),
        step_place(service, service.step_places[id(bearer.step)]),
        owner_of(service, opportunity, bearer),
        solved,
        share,
        quadrant_of(opportunity),
        _priority(opportunity, share or 0),
        _overdue(opportunity, service.today),
    )


def quadrant_of(opportunity: Opportunity) -> Quadrant | None:
    """Where in the matrix it stands; None where impact or effort is not written."""
    impact, effort = opportunity.impact, opportunity.effort
    if impact is None or effort is None:
        return None
    if impact >= HIGH:
        return "big project" if effort >= HIGH else "quick win"
    return "thankless" if effort >= HIGH else "fill-in"


def _priority(opportunity: Opportunity, share: float) -> float | None:
    if opportunity.impact is None or opportunity.effort is None:
        return None
    return round(opportunity.impact * (1 + share) / opportunity.effort, 9)


def _overdue(opportunity: Opportunity, today: date | None) -> bool | None:
    if opportunity.due is None or today is None:
        return None
    return is_late(opportunity, today)


def _unanswered(service: Service, pain: Pain) -> Iterator[Sore]:
    left = {id(pain_point) for pain_point, _ in unsolved(service, SEVERE)}
    return (sore for sore in pain.ranked if id(sore.pain_point) in left)

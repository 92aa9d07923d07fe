"""What is missing in a service, and what is there twice or for nobody."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.places import (
    Place,
    action_place,
    lane_place,
    resource_place,
    step_place,
)
from blueprint_cli.facts import bare_steps
from blueprint_cli.facts.answers import unanswered
from blueprint_cli.facts.lost_work import idle_support, unreached
from blueprint_cli.facts.same_work import same_work
from blueprint_cli.facts.unused import unused_lanes, unused_resources
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service

_BITNER = (
    'M. J. Bitner, A. L. Ostrom and F. N. Morgan, "Service Blueprinting: A Practical Technique for'
    ' Service Innovation", California Management Review 50, 2008'
)
_LEAN = 'J. P. Womack and D. T. Jones, "Lean Thinking", 1996'

MEASURES = (
    Measure(
        "unanswered",
        "Customer actions that nobody answers",
        "The customer's actions at steps where no frontstage, backstage or support lane acts, and"
        " that no link joins to an action of theirs",
        "actions",
        "What is told in another file is answered there. As the rule BP203",
        'A. Parasuraman, V. A. Zeithaml and L. L. Berry, "SERVQUAL", Journal of Retailing 64, 1988',
    ),
    Measure(
        "same_work",
        "The same work twice",
        "Actions of the same name in two lanes, at one step or at two that follow each other, that"
        " no `agrees_with` joins; capitals, punctuation and English articles make no difference",
        "actions",
        "As the rule BP306; what customers and things do is not meant",
        'M. Hammer, "Reengineering Work: Don’t Automate, Obliterate", Harvard Business Review,'
        " July 1990",
    ),
    Measure(
        "idle_support",
        "Support that supports nothing",
        "Support actions that nothing needs, that set nothing off and that no link joins to"
        " anything",
        "actions",
        "Told only where other support actions have links",
        _LEAN,
    ),
    Measure(
        "unreached",
        "Work that reaches no customer",
        "Backstage and support actions that no chain of links, in whatever direction, joins to a"
        " step at which a customer or somebody frontstage acts",
        "actions",
        "Told only where links are written. As the rule BP204",
        _LEAN,
    ),
    Measure(
        "bare_steps",
        "Steps without actions, without the customer, without evidence",
        "Steps at which nobody acts; at which somebody acts but no customer; at which there is no"
        " evidence action and no touchpoint",
        "steps",
        "Not told of steps with `details`; the second only where customers have a lane, the third"
        " only with an evidence lane or touchpoints at half of the steps. As the rules BP201,"
        " BP202 and, for moments of truth, BP206",
        _BITNER,
    ),
    Measure(
        "unused",
        "Lanes that do nothing and resources that nothing uses",
        "Lanes without actions; resources that no action uses and no pain point names as its cause",
        "lanes, resources",
        "As the rules BP108 and BP109",
    ),
)


class Twice(NamedTuple):
    """The same work in several lanes: the actions, in the order of the steps."""

    actions: tuple[Place, ...]
    lanes: tuple[Place, ...]


class Gaps(NamedTuple):
    """What is missing, twice, or for nobody: actions step by step, equals by key."""

    unanswered: tuple[Place, ...]
    same_work: tuple[Twice, ...]
    idle_support: tuple[Place, ...]
    unreached: tuple[Place, ...]
    empty_steps: tuple[Place, ...]
    without_customer: tuple[Place, ...]
    without_evidence: tuple[Place, ...]
    unused_lanes: tuple[Place, ...]
    unused_resources: tuple[Place, ...]


def gaps_of(service: Service) -> Gaps:
    """What is missing, twice, or for nobody."""
    resources = tuple(service.index.resources)
    return Gaps(
        _actions(unanswered(service)),
        tuple(_twice(service)),
        _actions(idle_support(service)),
        _actions(unreached(service)),
        _steps(service, bare_steps.empty(service)),
        _steps(service, bare_steps.without_customer(service)),
        _steps(service, bare_steps.without_evidence(service)),
        tuple(lane_place(service, place) for place in unused_lanes(service)),
        tuple(resource_place(service, resources[place]) for place in unused_resources(service)),
    )


def _actions(found: Iterable[Placed]) -> tuple[Place, ...]:
    return tuple(map(action_place, sorted(found, key=_turn)))


def _turn(placed: Placed) -> tuple[int, str]:
    return placed.step, placed.key


def _steps(service: Service, places: Iterable[int]) -> tuple[Place, ...]:
    return tuple(step_place(service, place) for place in places)


def _twice(service: Service) -> Iterator[Twice]:
    """The pairs of the same work, those that share an action taken together."""
    groups: dict[str, dict[str, Placed]] = {}
    for one, other in same_work(service):
        joined = groups.get(one.key, {one.key: one}) | groups.get(other.key, {other.key: other})
        groups.update(dict.fromkeys(joined, joined))
    whole = {min(group): group for group in groups.values()}
    for group in sorted(whole.values(), key=lambda each: min(map(_turn, each.values()))):
        members = sorted(group.values(), key=_turn)
        lanes = dict.fromkeys(lane_place(service, each.lane) for each in members)
        yield Twice(_actions(members), tuple(lanes))

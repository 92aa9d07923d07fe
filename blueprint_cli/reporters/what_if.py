"""What fails without something, and what comes later with a delay, for programs: JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from blueprint_cli.analysis.delay import Delay
from blueprint_cli.analysis.impact import Impact, customers_hit
from blueprint_cli.analysis.places import Place
from blueprint_cli.ranges import Limits
from blueprint_cli.service import Service


def loss(service: Service, impact: Impact, shares: Mapping[str, float]) -> dict[str, Any]:
    """The keys that scripts rely on, then what else is known; actions as `step.lane.action`."""
    return {
        "without": [f"{each.kind}:{each.key}" for each in impact.without],
        "directly": _keys(impact.directly),
        "actions": _keys(impact.actions),
        "steps": _keys(each.place for each in impact.steps),
        "customer_actions": _keys(impact.customer_actions),
        "moments_of_truth": _keys(impact.moments_of_truth),
        "customers_per_hour": customers_hit(service, impact, shares),
        "still": _keys(impact.still),
        "unharmed_steps": _keys(impact.unharmed),
        "order": [
            {
                "action": each.place.key,
                "distance": each.distance,
                "because": _keys(each.because),
            }
            for each in impact.falls
        ],
        "recoveries": [
            {"action": each.place.key, "fail_point": each.fail_point, "recovery": each.recovery}
            for each in impact.recoveries
        ],
    }


def lateness(delay: Delay) -> dict[str, Any]:
    """Seconds as `[least, most]`; actions in the order in which they begin."""
    over = {"always": "always", "at_worst": "at worst"}
    return {
        "delay": {place.key: seconds for place, seconds in delay.delays},
        "elapsed": {"before": _ends(delay.before), "after": _ends(delay.after)},
        "later": [
            {
                "action": each.place.key,
                "begins": _ends(each.begins),
                "ends": _ends(each.ends),
                "waits": _ends(each.waits),
            }
            for each in delay.later
        ],
        "over_tolerance": {
            key: [each.place.key for each in delay.over_tolerance if each.overrun == how]
            for key, how in over.items()
        },
    }


def _keys(places: Iterable[Place]) -> list[str]:
    return [each.key for each in places]


def _ends(limits: Limits | None) -> list[float] | None:
    return None if limits is None else [limits.least, limits.most]

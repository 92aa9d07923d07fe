"""What share of the customers comes to each action, where ways part and meet again."""

from collections import defaultdict
from collections.abc import Mapping
from math import fsum

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.ordering import in_order
from blueprint_cli.analysis.precedence import ranked
from blueprint_cli.service import Service

MEASURES = (
    Measure(
        "share",
        "Share of cases",
        "1 for what nothing triggers; else `min(1, Σ share of the action that triggers it × share"
        " of the trigger)`, over all triggers that lead to it",
        "share",
        "A trigger without `share` is always followed. Ways that meet are alternatives: their"
        " shares add up to 1 at most. Who goes round in a circle has been there before: the"
        " trigger that closes it adds nobody, and what is done again is not counted again."
        " `needs` and links from other files change no share",
    ),
)


def shares_of(service: Service) -> Mapping[str, float]:
    """The share of cases, 0 to 1, in which each action is done, by its key."""
    triggers = [each for each in service.links if each.kind == "triggers"]
    if all(each.link.share in {None, 1} for each in triggers):
        return {each.key: 1.0 for each in service.actions}
    actions = ranked(service)
    number = {each.key: place for place, each in enumerate(actions)}
    onward: dict[int, list[int]] = defaultdict(list)
    ways: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for each in triggers:
        start, end, share = number[each.start], number[each.end], each.link.share
        onward[start].append(end)
        ways[end].append((start, 1.0 if share is None else share))
    shares: dict[int, float] = {}
    for place in in_order(len(actions), onward, {}):
        reached = [shares[start] * share for start, share in ways[place] if start in shares]
        shares[place] = min(1.0, fsum(reached)) if reached else 1.0
    return {each.key: shares[number[each.key]] for each in service.actions}

"""What moves customers on: what is done for them that sets off, answers or makes possible."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from blueprint_cli.analysis.measures import Measure
from blueprint_cli.analysis.pain import Pain
from blueprint_cli.analysis.places import Place, action_place
from blueprint_cli.service import Service

MEASURES: tuple[Measure, ...] = (
    Measure(
        "mover",
        "What moves the customer on",
        "a frontstage or backstage action that triggers a customer's action, is triggered by one,"
        " or is needed by one",
        "actions",
        "Only links that are written count; ranked by the emotion of the customer's step.",
        "The line of interaction and of visibility: M. J. Bitner, A. L. Ostrom and F. N. Morgan,"
        " “Service Blueprinting”, California Management Review 50 (3), 2008",
    ),
)

Way = Literal["sets off", "answers", "makes possible"]
_WAYS: Mapping[tuple[str, bool], Way] = MappingProxyType(
    {
        ("triggers", True): "sets off",
        ("triggers", False): "answers",
        ("needs", False): "makes possible",
    }
)
"""What a link says of an action, by the link's kind and whether the action holds it."""


_STAFF = frozenset({"frontstage", "backstage"})


class Mover(NamedTuple):
    """An action that moves the customer on; `hurts` tells that it carries open pain itself.

    `emotion` is how the customer feels at the step of what they then do or did.
    """

    action: Place
    way: Way
    customer: Place
    emotion: int | None
    hurts: bool


def movers_of(service: Service, pain: Pain) -> tuple[Mover, ...]:
    """What moves customers on, that which leads to the best emotions first (equals by key)."""
    sore = {each.bearer.key for each in pain.ranked}
    found = {*_movers(service, sore)}
    return tuple(sorted(found, key=_rank))


def _rank(mover: Mover) -> tuple[float, str, str, str]:
    unknown = 3  # behind the worst emotion
    depth = unknown if mover.emotion is None else -mover.emotion
    return depth, mover.action.key, mover.customer.key, mover.way


def _movers(service: Service, sore: set[str]) -> Iterator[Mover]:
    for joined in service.links:
        start, end = service.placed[joined.start], service.placed[joined.end]
        for mover, other, holds in ((start, end, True), (end, start, False)):
            way = _WAYS.get((joined.kind, holds))
            if way and service.role(mover) in _STAFF and service.role(other) == "customer":
                emotion = service.step(other).emotion
                hurts = mover.key in sore
                yield Mover(action_place(mover), way, action_place(other), emotion, hurts)

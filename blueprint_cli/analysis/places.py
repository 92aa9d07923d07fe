"""What a figure is about: a step, an action, a lane, by name and with the place to look at it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from blueprint_cli.model import Element
from blueprint_cli.reading.references import Placed, unique
from blueprint_cli.service import Bearer, Service

PlaceKind = Literal[
    "blueprint", "lane", "step", "action", "resource", "pain_point", "opportunity", "question"
]


class Place(NamedTuple):
    """An element of a blueprint.

    `key` is unique among its kind: that of `Index` for lanes, steps, actions (`step.lane.action`)
    and resources; for what an action or step carries, its path in the blueprint, as in
    `booking.reception.book.pain_points.two-screens`; empty where the report tells elements of one
    name apart by where it names them. `at` is the id under which the picture shows
    it or what carries it, `action:booking.reception.book`; empty where no picture does.
    """

    kind: PlaceKind
    key: str
    name: str
    at: str = ""


def action_place(placed: Placed) -> Place:
    """The place of an action."""
    return Place("action", placed.key, placed.action.name, f"action:{placed.key}")


def step_place(service: Service, place: int) -> Place:
    """The place of the step that stands `place` steps after the first."""
    key = service.index.step_keys[place]
    return Place("step", key, service.blueprint.steps[place].name, f"step:{key}")


def lane_place(service: Service, place: int) -> Place:
    """The place of the lane that stands `place` lanes below the first."""
    key = service.index.lane_keys[place]
    return Place("lane", key, service.blueprint.lanes[place].name, f"lane:{key}")


def resource_place(service: Service, key: str) -> Place:
    """The place of a resource, which no picture shows as a whole."""
    return Place("resource", key, service.index.resources[key].name)


def bearer_place(service: Service, bearer: Bearer) -> Place:
    """The place of the step or action that carries a pain point, opportunity or question."""
    if bearer.placed is not None:
        return action_place(bearer.placed)
    return step_place(service, service.step_places[id(bearer.step)])


def carried_places(
    service: Service, bearer: Bearer, kind: Literal["pain_point", "opportunity", "question"]
) -> tuple[Place, ...]:
    """The places of all pain points, opportunities or questions of a step or action, in order."""
    at = bearer_place(service, bearer)
    word = "opportunities" if kind == "opportunity" else f"{kind}s"
    elements: tuple[Element, ...] = getattr(bearer.record, word)
    return tuple(
        Place(kind, f"{at.key}.{word}.{key}", element.name, at.at)
        for key, element in zip(unique(elements), elements, strict=True)
    )


def all_carried(
    service: Service, kind: Literal["pain_point", "opportunity", "question"]
) -> Iterator[tuple[Element, Bearer, Place]]:
    """All pain points, opportunities or questions, with their bearers and places."""
    word = "opportunities" if kind == "opportunity" else f"{kind}s"
    for bearer in service.bearers:
        elements: tuple[Element, ...] = getattr(bearer.record, word)
        if elements:
            places = carried_places(service, bearer, kind)
            for element, place in zip(elements, places, strict=True):
                yield element, bearer, place

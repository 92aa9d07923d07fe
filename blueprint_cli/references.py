"""Who is who in a blueprint: the keys of its lanes, steps and actions, and where every link leads."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from blueprint_cli.mistakes import Reading
from blueprint_cli.model import Action, Blueprint, Element, Link, Resource

LinkKind = Literal["triggers", "needs", "agrees_with"]

KINDS: tuple[LinkKind, ...] = ("triggers", "needs", "agrees_with")


class Placed(NamedTuple):
    """An action at its place: the step's and lane's places in the blueprint, its own in the cell.

    All three count from 0; `key` is `step.lane.action`, unique in the file.
    """

    key: str
    step: int
    lane: int
    place: int
    action: Action


class Joined(NamedTuple):
    """A link from the action `start` to the action `end`, both keys of `Placed`.

    An external link's `end` is as written, `path/to/other.yaml#id`.
    """

    kind: LinkKind
    start: str
    end: str
    external: bool
    link: Link


class Index(NamedTuple):
    """All lanes, steps, actions and links by their keys, in the file's order."""

    lane_keys: tuple[str, ...]
    step_keys: tuple[str, ...]
    actions: tuple[Placed, ...]
    links: tuple[Joined, ...]
    resources: Mapping[str, Resource]


def index(blueprint: Blueprint, reading: Reading) -> Index:
    """Where everything stands and leads; what leads nowhere goes to `reading`."""
    lane_keys = _keys(blueprint.lanes)
    step_keys = _keys(blueprint.steps)
    actions = tuple(_placed(blueprint, lane_keys, step_keys))
    links = tuple(_joined(actions, lane_keys, step_keys))
    resources = dict(zip(_keys(blueprint.resources), blueprint.resources, strict=True))
    return Index(lane_keys, step_keys, actions, links, resources)


def _keys(elements: Sequence[Element]) -> tuple[str, ...]:
    """The elements' ids, made unique: a repeated implied one gets `-2`, the next `-3`."""
    taken = {element.id for element in elements if not element.implied_id}
    keys = []
    for element in elements:
        key = element.id
        if element.implied_id:
            number = 2
            while key in taken:
                key = f"{element.id}-{number}"
                number += 1
            taken.add(key)
        keys.append(key)
    return tuple(keys)


def _placed(
    blueprint: Blueprint, lane_keys: tuple[str, ...], step_keys: tuple[str, ...]
) -> Iterator[Placed]:
    lanes = {key: place for place, key in enumerate(lane_keys)}
    for step_place, (step, step_key) in enumerate(zip(blueprint.steps, step_keys, strict=True)):
        cells = [(lanes[word], word, stack) for word, stack in step.actions.items() if word in lanes]
        for lane_place, lane_key, stack in sorted(cells):
            for place, (action, key) in enumerate(zip(stack, _keys(stack), strict=True)):
                yield Placed(f"{step_key}.{lane_key}.{key}", step_place, lane_place, place, action)


def _joined(
    actions: tuple[Placed, ...], lane_keys: tuple[str, ...], step_keys: tuple[str, ...]
) -> Iterator[Joined]:
    known = {placed.action.id: placed.key for placed in actions if not placed.action.implied_id}
    for placed in actions:
        for kind in KINDS:
            for link in getattr(placed.action, kind):
                end = known.get(link.action.text)
                if end:
                    yield Joined(kind, placed.key, end, False, link)

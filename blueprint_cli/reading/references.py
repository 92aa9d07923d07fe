"""Who is who in a blueprint: keys of lanes, steps and actions, and where every link leads."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count, groupby
from typing import Literal, NamedTuple

from blueprint_cli.kinds import slug
from blueprint_cli.model import Action, Blueprint, Element, Link, Resource, Step

LinkKind = Literal["triggers", "needs", "agrees_with"]

LINK_KINDS: tuple[LinkKind, ...] = ("triggers", "needs", "agrees_with")


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
    """All lanes, steps, actions and links by their keys, in the file's order.

    `lane_keys`, `step_keys` and `resources` go with the blueprint's lanes, steps and resources. A
    key is the element's id; where implied ids repeat, the second gets `-2`, the next `-3`. `meant`
    tells what every reference of the file means, by the kinds it is looked up among and its text:
    an element, or the text itself for an action in another file.
    """

    lane_keys: tuple[str, ...]
    step_keys: tuple[str, ...]
    phase_keys: tuple[str, ...]
    """Of each step; adjoining steps of one phase share one, and where there is none it is empty."""
    actions: tuple[Placed, ...]
    links: tuple[Joined, ...]
    resources: Mapping[str, Resource]
    meant: Mapping[tuple[tuple[str, ...], str], Element | str]


def index(
    blueprint: Blueprint, meant: Mapping[tuple[tuple[str, ...], str], Element | str]
) -> Index:
    """Where everything stands and leads; links of which nobody knows where to are left out."""
    lane_keys, step_keys = unique(blueprint.lanes), unique(blueprint.steps)
    actions = tuple(_placed(blueprint, lane_keys, step_keys))
    links = tuple(_joined(actions, meant))
    resources = dict(zip(unique(blueprint.resources), blueprint.resources, strict=True))
    phases = tuple(phase_keys(blueprint.steps))
    return Index(lane_keys, step_keys, phases, actions, links, resources, meant)


def unique(elements: Sequence[Element]) -> tuple[str, ...]:
    """The elements' ids, made unique; a written id stays as it is."""
    if len(elements) == 1:
        return (elements[0].id,)
    taken = {element.id for element in elements if not element.implied_id}
    counts: dict[str, int] = {}
    keys = []
    for element in elements:
        key = element.id
        if element.implied_id:
            number = counts.get(key, 1)
            while key in taken:
                number += 1
                key = f"{element.id}-{number}"
            counts[element.id] = number
            taken.add(key)
        keys.append(key)
    return tuple(keys)


def phase_keys(steps: Sequence[Step]) -> Iterator[str]:
    """The key of each step's phase, empty where it has none; adjoining equal ones share one."""
    taken = {""}
    for name, members in groupby(step.phase for step in steps):
        key = (slug(name) or f"phase-{len(taken)}") if name else ""
        numbered = (f"{key}-{number}" for number in count(2))
        if name:
            key = next(each for each in chain((key,), numbered) if each not in taken)
            taken.add(key)
        yield from (key for _ in members)


def _placed(
    blueprint: Blueprint, lane_keys: tuple[str, ...], step_keys: tuple[str, ...]
) -> Iterator[Placed]:
    lanes = {key: place for place, key in enumerate(lane_keys)}
    for step_place, step in enumerate(blueprint.steps):
        cells = [(lanes[word], word) for word in step.actions if word in lanes]
        for lane_place, word in sorted(cells):
            stack = step.actions[word]
            cell = f"{step_keys[step_place]}.{word}."
            for place, key in enumerate(unique(stack)):
                yield Placed(cell + key, step_place, lane_place, place, stack[place])


def _joined(
    actions: tuple[Placed, ...], meant: Mapping[tuple[tuple[str, ...], str], Element | str]
) -> Iterator[Joined]:
    keys = {id(placed.action): placed.key for placed in actions}
    for placed in actions:
        for kind in LINK_KINDS:
            links: tuple[Link, ...] = getattr(placed.action, kind)
            for link in links:
                end = meant.get((("action",), link.action.text))
                if isinstance(end, str):
                    yield Joined(kind, placed.key, end, external=True, link=link)
                elif id(end) in keys:
                    yield Joined(kind, placed.key, keys[id(end)], external=False, link=link)

"""Who is who in a blueprint: the keys of its lanes, steps and actions, and where every link leads."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from blueprint_cli.model import Action, Link, Resource

LinkKind = Literal["triggers", "needs", "agrees_with"]


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

"""A blueprint as those who judge it see it: who does what where, and what leads to what."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from blueprint_cli.model import (
    SETTLED,
    Action,
    Blueprint,
    Lane,
    Opportunity,
    PainPoint,
    Question,
    Resource,
    Step,
)
from blueprint_cli.reading.references import Index, Joined, LinkKind, Placed
from blueprint_cli.record import Reference
from blueprint_cli.source import Source

K = TypeVar("K")
T = TypeVar("T")


class Bearer(NamedTuple):
    """Who carries a pain point, opportunity or question: an action, or the step if that is None."""

    step: Step
    placed: Placed | None

    @property
    def record(self) -> Step | Action:
        """The step or action in which it is written."""
        return self.placed.action if self.placed else self.step


class Service:
    """A blueprint without errors, and what follows from it.

    `today` is the day against which dates are judged; None lets rules about dates be silent. All
    that is derived is made when it is asked for, once.
    """

    def __init__(
        self, source: Source, blueprint: Blueprint, index: Index, today: date | None = None
    ) -> None:
        self.source = source
        self.blueprint = blueprint
        self.index = index
        self.today = today

    @property
    def text(self) -> str:
        """The file's text."""
        return self.source.text

    @property
    def actions(self) -> tuple[Placed, ...]:
        """All actions at their places: step by step, lane by lane."""
        return self.index.actions

    @cached_property
    def placed(self) -> Mapping[str, Placed]:
        """All actions by their keys."""
        return {each.key: each for each in self.index.actions}

    @cached_property
    def _by_identity(self) -> Mapping[int, Placed]:
        return {id(each.action): each for each in self.index.actions}

    @cached_property
    def step_places(self) -> Mapping[int, int]:
        """The place of each step from 0, by the step's `id()`."""
        return {id(step): place for place, step in enumerate(self.blueprint.steps)}

    def lane(self, placed: Placed) -> Lane:
        """The lane in which an action stands."""
        return self.blueprint.lanes[placed.lane]

    def step(self, placed: Placed) -> Step:
        """The step at which an action happens."""
        return self.blueprint.steps[placed.step]

    def role(self, placed: Placed) -> str:
        """The role of an action's lane."""
        return self.blueprint.lanes[placed.lane].role

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles that lanes have."""
        return frozenset(lane.role for lane in self.blueprint.lanes)

    @cached_property
    def at_step(self) -> tuple[tuple[Placed, ...], ...]:
        """The actions of each step, in the order of its lanes."""
        found: list[list[Placed]] = [[] for _ in self.blueprint.steps]
        for each in self.index.actions:
            found[each.step].append(each)
        return tuple(map(tuple, found))

    @cached_property
    def in_lane(self) -> tuple[tuple[Placed, ...], ...]:
        """The actions of each lane, in the order of its steps."""
        found: list[list[Placed]] = [[] for _ in self.blueprint.lanes]
        for each in self.index.actions:
            found[each.lane].append(each)
        return tuple(map(tuple, found))

    @cached_property
    def links(self) -> tuple[Joined, ...]:
        """The links between two actions of this file."""
        return tuple(each for each in self.index.links if not each.external)

    @cached_property
    def links_from(self) -> Mapping[str, tuple[Joined, ...]]:
        """The links that each action holds, by its key, those into other files among them."""
        return _grouped((each.start, each) for each in self.index.links)

    @cached_property
    def links_to(self) -> Mapping[str, tuple[Joined, ...]]:
        """The links that lead to each action, by its key."""
        return _grouped((each.end, each) for each in self.links)

    def held(self, key: str, kind: LinkKind) -> tuple[Joined, ...]:
        """The links of one kind that an action holds."""
        return tuple(each for each in self.links_from.get(key, ()) if each.kind == kind)

    def action(self, reference: Reference) -> Placed | None:
        """The action of this file that a link or a need names; None if it is in another file."""
        return self._by_identity.get(id(self.index.meant.get((("action",), reference.text))))

    def resource(self, reference: Reference) -> Resource | None:
        """The resource that `uses` names."""
        found = self.index.meant.get((("resource",), reference.text))
        return found if isinstance(found, Resource) else None

    def cause(self, reference: Reference) -> Placed | Resource | None:
        """What a pain point names as its cause; None for an action in another file."""
        found = self.index.meant.get((("action", "resource"), reference.text))
        return found if isinstance(found, Resource) else self._by_identity.get(id(found))

    def pain_point(self, reference: Reference) -> PainPoint | None:
        """The pain point that an opportunity solves."""
        found = self.index.meant.get((("pain_point",), reference.text))
        return found if isinstance(found, PainPoint) else None

    @cached_property
    def users(self) -> Mapping[int, tuple[Placed, ...]]:
        """The actions that use each resource, by the resource's `id()`."""
        return _grouped(
            (id(self.resource(used)), placed)
            for placed in self.index.actions
            for used in placed.action.uses
        )

    @cached_property
    def resource_keys(self) -> Mapping[int, str]:
        """The key of each resource, by the resource's `id()`."""
        return {id(resource): key for key, resource in self.index.resources.items()}

    @cached_property
    def pain_points(self) -> tuple[tuple[PainPoint, Bearer], ...]:
        """All pain points, with the step or action that carries them."""
        return tuple(
            (each, bearer) for bearer in self.bearers for each in bearer.record.pain_points
        )

    def severe(self, least: int) -> Iterator[tuple[PainPoint, Bearer]]:
        """The pain points of at least such a severity that are not settled, with their bearers."""
        for pain, bearer in self.pain_points:
            if pain.severity >= least and pain.status not in SETTLED:
                yield pain, bearer

    @cached_property
    def opportunities(self) -> tuple[tuple[Opportunity, Bearer], ...]:
        """All opportunities, with the step or action that carries them."""
        return tuple(
            (each, bearer) for bearer in self.bearers for each in bearer.record.opportunities
        )

    @cached_property
    def questions(self) -> tuple[tuple[Question, Bearer], ...]:
        """All questions, with the step or action that carries them."""
        return tuple((each, bearer) for bearer in self.bearers for each in bearer.record.questions)

    @cached_property
    def bearers(self) -> tuple[Bearer, ...]:
        """Every step, and behind each its actions."""
        return tuple(
            Bearer(step, placed)
            for step, actions in zip(self.blueprint.steps, self.at_step, strict=True)
            for placed in (None, *actions)
        )

    def called(self, placed: Placed) -> str:
        """How an action is referred to: by its written id, else as `step.lane`."""
        if not placed.action.implied_id:
            return placed.action.id
        return f"{self.index.step_keys[placed.step]}.{self.index.lane_keys[placed.lane]}"


def _grouped(pairs: Iterable[tuple[K, T]]) -> Mapping[K, tuple[T, ...]]:
    groups: dict[K, list[T]] = {}
    for key, entry in pairs:
        groups.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in groups.items()}

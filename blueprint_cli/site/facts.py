"""What one blueprint tells the pages about all of them, in values that a file can keep."""

import os
from collections.abc import Iterator
from math import fsum
from pathlib import Path
from typing import NamedTuple

from blueprint_cli.analysis import Analysis
from blueprint_cli.model import Blueprint, Resource
from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service
from blueprint_cli.workspace import Workspace


class LaneFacts(NamedTuple):
    """A lane; `owner` is empty where nobody is written."""

    key: str
    name: str
    role: str
    owner: str
    tags: tuple[str, ...]


class StepFacts(NamedTuple):
    """A step; `details` is the file of a more detailed blueprint, below the site's folder."""

    key: str
    name: str
    owner: str
    tags: tuple[str, ...]
    moment_of_truth: bool
    details: str


class ActionFacts(NamedTuple):
    """An action at the places of its step and lane, with the keys of what it needs and uses.

    `id` is the written one, or empty.
    """

    key: str
    id: str
    name: str
    owner: str
    tags: tuple[str, ...]
    step: int
    lane: int
    needs: tuple[str, ...]
    uses: tuple[str, ...]
    details: str


class ResourceFacts(NamedTuple):
    """A resource; `owner` is empty where nobody is written."""

    key: str
    name: str
    kind: str
    owner: str
    tags: tuple[str, ...]


class LinkFacts(NamedTuple):
    """A link into another file: what it is, the key of the action that holds it, file and id."""

    kind: str
    start: str
    file: str
    id: str


class PainFacts(NamedTuple):
    """An open pain point: `at` is where the page shows it, `place` the step or action there.

    `lane` is the key of the lane that carries it, empty where the step itself does.
    """

    name: str
    at: str
    place: str
    lane: str
    lane_name: str
    owner: str
    severity: int
    frequency: float
    weight: float
    status: str
    causes: tuple[str, ...]


class OpportunityFacts(NamedTuple):
    """An opportunity that is not settled; `solved` is the weight of the pain that it ends.

    `at` and `place` are as for a pain point.
    """

    name: str
    at: str
    place: str
    owner: str
    impact: int | None
    effort: int | None
    solved: float
    quadrant: str | None
    status: str
    due: str


class Facts(NamedTuple):
    """What a blueprint is, holds, uses, suffers from and leads to."""

    id: str
    name: str
    state: str
    owner: str
    tags: tuple[str, ...]
    reviewed: str
    lanes: tuple[LaneFacts, ...]
    steps: tuple[StepFacts, ...]
    actions: tuple[ActionFacts, ...]
    resources: tuple[ResourceFacts, ...]
    links: tuple[LinkFacts, ...]
    pain_points: tuple[PainFacts, ...]
    opportunities: tuple[OpportunityFacts, ...]


class Surroundings(NamedTuple):
    """Where a blueprint stands: its path, its workspace, and the folder of all blueprints."""

    path: str
    workspace: Workspace
    folder: str

    def details(self, path: str | None) -> str:
        """The file that `details` lead to, below the folder; empty if they lead nowhere."""
        return self.file(path.partition("?")[0]) if path else ""

    def file(self, reference: str) -> str:
        """The file that a path or reference leads to, as `details` does."""
        words = reference.partition("#")[0]
        found = self.workspace.file(self.path, words) if words else None
        return "" if found is None else below(self.folder, found)


def below(folder: str, file: str | Path) -> str:
    """A file's path from the folder on, both without symbolic links, with `/` everywhere."""
    return os.path.relpath(os.path.realpath(file), os.path.realpath(folder)).replace(os.sep, "/")


def files_named(blueprint: Blueprint, around: Surroundings) -> tuple[str, ...]:
    """The other blueprints that one names, also where it has errors."""
    found = set(_files(blueprint, around))
    return tuple(sorted(found - {"", below(around.folder, around.path)}))


def _files(blueprint: Blueprint, around: Surroundings) -> Iterator[str]:
    for step in blueprint.steps:
        yield around.details(step.details)
        for action in (each for stack in step.actions.values() for each in stack):
            yield around.details(action.details)
            for link in (*action.triggers, *action.needs, *action.agrees_with):
                if "#" in link.action.text:
                    yield around.file(link.action.text)


def facts_of(analysis: Analysis, around: Surroundings) -> Facts:
    """The facts of a blueprint without errors."""
    service = analysis.service
    blueprint = service.blueprint
    return Facts(
        id=blueprint.id,
        name=blueprint.name,
        state=blueprint.state,
        owner=blueprint.owner or "",
        tags=blueprint.tags,
        reviewed=blueprint.reviewed.isoformat() if blueprint.reviewed else "",
        lanes=tuple(
            LaneFacts(key, each.name, each.role, each.owner or "", each.tags)
            for key, each in zip(service.index.lane_keys, blueprint.lanes, strict=True)
        ),
        steps=tuple(_steps(service, around)),
        actions=tuple(_actions(service, around)),
        resources=tuple(
            ResourceFacts(key, each.name, each.kind, each.owner or "", each.tags)
            for key, each in service.index.resources.items()
        ),
        links=tuple(_links(service, around)),
        pain_points=tuple(_pain_points(analysis)),
        opportunities=tuple(_opportunities(analysis)),
    )


def _steps(service: Service, around: Surroundings) -> Iterator[StepFacts]:
    for key, each in zip(service.index.step_keys, service.blueprint.steps, strict=True):
        details = around.details(each.details)
        yield StepFacts(key, each.name, each.owner or "", each.tags, each.moment_of_truth, details)


def _actions(service: Service, around: Surroundings) -> Iterator[ActionFacts]:
    resources = {id(each): key for key, each in service.index.resources.items()}
    for placed in service.actions:
        action = placed.action
        used = (service.resource(each) for each in action.uses)
        yield ActionFacts(
            key=placed.key,
            id="" if action.implied_id else action.id,
            name=action.name,
            owner=action.owner or "",
            tags=action.tags,
            step=placed.step,
            lane=placed.lane,
            needs=tuple(
                each.end for each in service.held(placed.key, "needs") if not each.external
            ),
            uses=tuple(resources[id(each)] for each in used if each),
            details=around.details(action.details),
        )


def _needs(placed: Placed, service: Service) -> Iterator[str]:
    """The actions of the same file that one needs."""
    held = service.held(placed.key, "needs")
    yield from (each.end for each in held if not each.external)


def _links(service: Service, around: Surroundings) -> Iterator[LinkFacts]:
    for each in service.index.links:
        if each.external:
            word = each.end.partition("#")[2]
            yield LinkFacts(each.kind, each.start, around.file(each.end), word)


def _pain_points(analysis: Analysis) -> Iterator[PainFacts]:
    for sore in analysis.pain.ranked:
        pain = sore.pain_point
        causes = (analysis.service.cause(each) for each in pain.causes)
        yield PainFacts(
            name=pain.name,
            at=sore.bearer.at,
            place=sore.bearer.name,
            lane=sore.lane.key if sore.lane else "",
            lane_name=sore.lane.name if sore.lane else "",
            owner=sore.owner,
            severity=pain.severity,
            frequency=pain.frequency,
            weight=sore.weight,
            status=pain.status,
            causes=tuple(_name(each) for each in causes if each),
        )


def _name(cause: Placed | Resource) -> str:
    return cause.action.name if isinstance(cause, Placed) else cause.name


def _opportunities(analysis: Analysis) -> Iterator[OpportunityFacts]:
    priorities = analysis.priorities
    for chance in (*priorities.ranked, *priorities.unrated):
        each = chance.opportunity
        yield OpportunityFacts(
            name=each.name,
            at=chance.bearer.at,
            place=chance.bearer.name,
            owner=chance.owner,
            impact=each.impact,
            effort=each.effort,
            solved=fsum(sore.weight for sore in chance.solved),
            quadrant=chance.quadrant,
            status=each.status,
            due=each.due.isoformat() if each.due else "",
        )

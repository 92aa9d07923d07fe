"""What other blueprints of the workspace need to know of one: its id, its resources, its paths."""

from collections.abc import Iterator
from pathlib import PurePath

from blueprint_cli.lint.neighbours import Outline, Owned, Way
from blueprint_cli.model import Action, Blueprint, Step
from blueprint_cli.parse import Document
from blueprint_cli.reading.references import LINK_KINDS
from blueprint_cli.record import Reference
from blueprint_cli.source import Span
from blueprint_cli.workspace import Workspace


def outline(document: Document, workspace: Workspace) -> Outline | None:
    """The outline of a blueprint; None where there is no blueprint, or not a sound one."""
    blueprint, source = document.blueprint, document.source
    if blueprint is None or document.index is None:
        return None
    place = blueprint.places.get("id") if "id" in vars(blueprint) else None
    return Outline(
        source,
        workspace.itself(source.path),
        (blueprint.id, place) if place else None,
        tuple(_owned(blueprint)),
        tuple(_ways(blueprint, source.path, workspace)),
    )


def _owned(blueprint: Blueprint) -> Iterator[Owned]:
    for resource in blueprint.resources:
        if resource.owner:
            yield Owned(resource.id, resource.owner, resource.places["owner"])


def _ways(blueprint: Blueprint, start: str, workspace: Workspace) -> Iterator[Way]:
    for text, span, details in _paths(blueprint):
        path = PurePath(text.partition("#")[0])
        file = workspace.file(start, str(path)) if path.name else None
        if file:
            yield Way(text, span, file, details)


def _paths(blueprint: Blueprint) -> Iterator[tuple[str, Span, bool]]:
    """Every path to another blueprint, with its place, and whether it leads to details."""
    for step in blueprint.steps:
        actions = [action for stack in step.actions.values() for action in stack]
        bearers: list[Step | Action] = [step, *actions]
        for bearer in bearers:
            if bearer.details:
                yield bearer.details, bearer.places["details"], True
        for reference in (each for action in actions for each in _named(action)):
            if "#" in reference.text:
                yield reference.text, reference.span, False


def _named(action: Action) -> Iterator[Reference]:
    for kind in LINK_KINDS:
        yield from (link.action for link in getattr(action, kind))

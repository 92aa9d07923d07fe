"""The more detailed blueprints that steps and actions name: their pictures, and links to these."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from blueprint_cli.documents import errors_of, read
from blueprint_cli.files import Input
from blueprint_cli.forms import ENDINGS, Form
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index
from blueprint_cli.targets import PICTURES, Target, refuse_meeting
from blueprint_cli.workspace import Workspace

DEEPEST = 3
"""So many levels of details are followed at most."""


def with_details(found: Sequence[Target[Form]], depth: int) -> list[Target[Form]]:
    """The targets, and behind them those of their details, so many levels deep, each once.

    The picture of details stands to that of the blueprint that names them as the two files stand
    to each other, or beside it where that would lead out of its folder.
    """
    known = {os.path.realpath(each.input.path) for each in found}
    targets = level = list(found)
    for _ in range(depth):
        below: list[Target[Form]] = []
        for target in level:
            for file, path in _named(target):
                if file not in known:
                    known.add(file)
                    below.append(_target(target, file, path))
        targets, level = [*targets, *below], below
    refuse_meeting(targets, PICTURES)
    return targets


def written(found: Sequence[Target[Form]]) -> Mapping[str, Target[Form]]:
    """The targets that are files, by the blueprints that they are made from."""
    return {os.path.realpath(each.input.path): each for each in found if each.path is not None}


def addresses(
    target: Target[Form], blueprint: Blueprint, index: Index, others: Mapping[str, Target[Form]]
) -> Mapping[str, str]:
    """What leads from actions and steps, by their keys, to the pictures of their details.

    `others` are those of `written`; to what has errors, and so no picture, nothing leads.
    """
    if target.path is None:
        return {}
    folder = os.path.dirname(target.path) or "."
    found = {}
    for key, path in _details(blueprint, index):
        file = _file(target, path)
        other = others.get(file) if file else None
        if other and other.path and _is_sound(other.input):
            found[key] = as_address(os.path.relpath(other.path, folder))
    return found


@cache
def _is_sound(each: Input) -> bool:
    return not errors_of(read(each))


def _named(target: Target[Form]) -> Iterator[tuple[str, str]]:
    """The files of a blueprint's details, and the paths as they are written in it."""
    document = read(target.input)
    if document.blueprint is not None and document.index is not None:
        for _, path in _details(document.blueprint, document.index):
            file = _file(target, path)
            if file is not None:
                yield file, path


def _details(blueprint: Blueprint, index: Index) -> Iterator[tuple[str, str]]:
    """The keys of steps and actions that have details, and the paths of these."""
    for key, step in zip(index.step_keys, blueprint.steps, strict=True):
        if step.details:
            yield key, _place(step.details)
    for placed in index.actions:
        if placed.action.details:
            yield placed.key, _place(placed.action.details)


def _place(path: str) -> str:
    return path.partition("#")[0].partition("?")[0]


def _file(target: Target[Form], path: str) -> str | None:
    start = target.input.path
    return Workspace.of(start).file(start, path)


def _target(above: Target[Form], file: str, path: str) -> Target[Form]:
    start = os.path.dirname(above.input.path)
    each = Input(os.path.normpath(os.path.join(start, path)), above.input.folder)
    if above.path is None:
        return Target(each, above.form, None)
    inner = os.path.relpath(file, os.path.realpath(start))
    name = os.path.basename(inner) if inner.startswith(os.pardir) else inner
    picture = os.path.splitext(name)[0] + ENDINGS[above.form]
    return Target(each, above.form, os.path.join(os.path.dirname(above.path), picture))


def as_address(path: str) -> str:
    """A path as it stands in a link."""
    from urllib.parse import quote

    return quote(os.fsencode(path.replace(os.sep, "/")))

"""Changes in the order of the service: by step, and what belongs to none of them first."""

from typing import NamedTuple

from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.parts import NOWHERE, Part


class Group(NamedTuple):
    """The changes of one step, by its name; `title` tells of what belongs to no step."""

    title: str
    changes: tuple[Change, ...]


class _Place(NamedTuple):
    """Where a group stands: before all steps, at a step of the new version, or behind it."""

    step: float
    gone: int
    title: str


def grouped(diff: Diff) -> tuple[Group, ...]:
    """The groups from left to right; a step that is gone stands behind the one before it."""
    found: dict[_Place, list[Change]] = {}
    for change in diff.changes:
        found.setdefault(_place(diff, change), []).append(change)
    return tuple(Group(place.title, tuple(found[place])) for place in sorted(found))


_BEFORE = -1


def _place(diff: Diff, change: Change) -> _Place:
    if change.new is not None:
        step = _step(diff.new.parts, change.new)
        if step is None:
            return _Place(_BEFORE, *_outside(diff.new.parts, change.new))
        return _Place(step.place, _BEFORE, step.name)
    assert change.old is not None  # noqa: S101 - a change has at least one side
    step = _step(diff.old.parts, change.old)
    if step is None:
        return _Place(_BEFORE, *_outside(diff.old.parts, change.old))
    kept = _kept(diff, step)
    if kept is not None:
        return _Place(kept.place, _BEFORE, kept.name)
    return _Place(_last_before(diff, step), step.place, step.name)


def _step(parts: tuple[Part, ...], part: Part) -> Part | None:
    """The step in which a part stands."""
    while part.kind != "step" and part.owner != NOWHERE:
        part = parts[part.owner]
    return part if part.kind == "step" else None


_TITLES = {"lane": "Lanes", "resource": "Resources", "persona": "Personas"}


def _outside(parts: tuple[Part, ...], part: Part) -> tuple[int, str]:
    """The order and title of what belongs to no step."""
    while part.owner > 0:
        part = parts[part.owner]
    kinds = ["blueprint", *_TITLES]
    if part.kind in _TITLES:
        return kinds.index(part.kind), _TITLES[part.kind]
    return 0, "The whole blueprint"


def _kept(diff: Diff, step: Part) -> Part | None:
    number = diff.matches.to_new.get(diff.old.parts.index(step))
    return None if number is None else diff.new.parts[number]


def _last_before(diff: Diff, gone: Part) -> float:
    """The place in the new version behind which a step that is gone would stand."""
    places = [
        kept.place
        for part in diff.old.parts
        if part.kind == "step" and part.place < gone.place and (kept := _kept(diff, part))
    ]
    return (places[-1] if places else _BEFORE) + 0.5

"""Two versions of a blueprint in one picture: what is new, gone, moved and changed stands out.

Everything is told three times: by colour, by the kind of line, and in words with a sign.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.diff import Diff
from blueprint_cli.diff.changes import Change, Version
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.diff.telling import called
from blueprint_cli.drawing import Drawing
from blueprint_cli.layout import lay_out
from blueprint_cli.layout.links import written_arrows
from blueprint_cli.look import Look
from blueprint_cli.marking.dressing import dressed
from blueprint_cli.marking.union import Both, State, Union, united
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index

SIGNS: Mapping[State, str] = {
    "added": "+",
    "removed": "−",
    "moved": "→",
    "left": "→",
    "changed": "≠",
}
_SHORT = 80
_UNTOLD = frozenset({"id", "was"})
"""What nobody sees in a picture."""


class Marked(NamedTuple):
    """The picture of both versions; `places` tells by ids of cards which part stands there."""

    blueprint: Blueprint
    keys: Index
    drawing: Drawing
    places: Mapping[str, Both]


def marked(diff: Diff, look: Look) -> Marked:
    """The picture of both versions."""
    union = united(diff)
    told = dict(_told(diff, union))
    comments = {_commented(key): said for key, (_, said) in told.items() if said}
    drawing = lay_out(
        union.blueprint,
        union.keys,
        look._replace(shown=look.shown - {"time"}, comments=comments, implied=False),
    )
    states = {key: state for key, (state, _) in told.items()} | dict(_links(diff, union))
    return Marked(union.blueprint, union.keys, dressed(drawing, states, look), union.places)


def _commented(key: str) -> str:
    """By what the look finds the comments of a lane, a step or an action."""
    return key if key.startswith("lane:") else key.partition(":")[2]


_Said = tuple[State, tuple[str, ...]]


def _told(diff: Diff, union: Union) -> Iterator[tuple[str, _Said]]:
    """The state of each lane, step and action that is not as it was, and what its card says."""
    changes: dict[str, list[Change]] = {}
    for change in diff.changes:
        card = _card(diff, change)
        if card is not None and change.element != "link" and change.field not in _UNTOLD:
            changes.setdefault(card.path, []).append(change)
    for key, both in union.places.items():
        found = _state(diff, both, changes)
        if found is not None:
            yield key, found


def _card(diff: Diff, change: Change) -> Part | None:
    """The lane, step or action of the new version on whose card a change is told."""
    if change.new is not None:
        return _holder(diff.new.parts, change.new)
    assert change.old is not None  # noqa: S101 - a change has at least one side
    holder = _holder(diff.old.parts, change.old)
    there = diff.matches.to_new.get(diff.old.parts.index(holder))
    return None if there is None else diff.new.parts[there]


def _holder(parts: Sequence[Part], part: Part) -> Part:
    while part.kind not in {"lane", "step", "action"} and part.owner != NOWHERE:
        part = parts[part.owner]
    return part


def _state(diff: Diff, both: Both, changes: Mapping[str, Sequence[Change]]) -> _Said | None:
    if not both.side:
        there = diff.matches.to_new.get(both.number)
        if there is None:
            return "removed", (f"{SIGNS['removed']} gone",)
        old, now = diff.old.parts[both.number], diff.new.parts[there]
        return "left", (f"{SIGNS['left']} now in {_place(diff, diff.new, now, (old, now))}",)
    part = diff.new.parts[both.number]
    if both.number not in diff.matches.to_old:
        return "added", (f"{SIGNS['added']} new",)
    found = changes.get(part.path, ())
    if not found:
        return None
    state: State = "moved" if any(_moves(each, part) for each in found) else "changed"
    return state, tuple(dict.fromkeys(_words(diff, each, part) for each in found))


def _moves(change: Change, part: Part) -> bool:
    return change.kind == "moved" and change.new == part


def _place(diff: Diff, version: Version, part: Part, ends: tuple[Part, Part]) -> str:
    """Where a part stands in a version, as far as it is another place than in the other one."""
    old, new = ends
    said = []
    if diff.matches.to_new.get(old.owner) != new.owner:
        said.append(f"“{version.parts[part.owner].name}”")
    if old.lane != NOWHERE and diff.matches.to_new.get(old.lane) != new.lane:
        said.append(version.parts[part.lane].name)
    return ", ".join(said)


def _words(diff: Diff, change: Change, part: Part) -> str:
    """What a card says of a change."""
    if change.new is None or change.new.path != part.path:
        return _shortened(f"{SIGNS[_STATES[change.kind]]} {_carried(diff, change)}")
    if change.kind == "renamed" and change.field != "id":
        return _shortened(f"{SIGNS['changed']} was “{change.old.name if change.old else ''}”")
    if change.kind == "moved" and change.old is not None:
        origin = _place(diff, diff.old, change.old, (change.old, part))
        return _shortened(
            f"{SIGNS['moved']} {f'from {origin}' if origin else _behind(diff, change)}"
        )
    return _shortened(f"{SIGNS['changed']} {_field(diff, change)}")


def _behind(diff: Diff, change: Change) -> str:
    """Behind which other one of its list something stood that moved within it."""
    old = change.old
    assert old is not None  # noqa: S101 - what moved has both sides
    before = [
        part.name for part in diff.old.parts
        if (part.kind, part.owner, part.lane, part.place)
        == (old.kind, old.owner, old.lane, old.place - 1)
    ]  # fmt: skip
    return f"was behind “{before[0]}”" if before else "was first"


def _field(diff: Diff, change: Change) -> str:
    """A key with what it was and is."""
    assert change.new is not None  # noqa: S101 - what changed has both sides
    return change.message.removeprefix(f"{called(diff.new.parts, change.new)}: ")


_STATES: Mapping[str, State] = {
    "added": "added", "removed": "removed", "moved": "moved",
    "renamed": "changed", "changed": "changed",
}  # fmt: skip


def _carried(diff: Diff, change: Change) -> str:
    """A change of what a card carries: a pain point, an opportunity."""
    carried = change.new or change.old
    assert carried is not None  # noqa: S101 - a change has at least one side
    named = f"{carried.kind.replace('_', ' ')} “{carried.name}”"
    return f"{named}, {_field(diff, change)}" if change.kind == "changed" else named


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def _links(diff: Diff, union: Union) -> Iterator[tuple[str, State]]:
    """The states of arrows, by their ids."""
    changed = {each.new.path for each in diff.changes if each.new and each.new.kind == "link"}
    inner = [
        both
        for joined, both in zip(union.keys.links, union.links, strict=True)
        if not joined.external
    ]
    for arrow, both in zip(written_arrows(union.keys), inner, strict=True):
        if not both.side:
            yield arrow.id, "removed"
        elif both.number not in diff.matches.to_old:
            yield arrow.id, "added"
        elif diff.new.parts[both.number].path in changed:
            yield arrow.id, "changed"

"""Two versions of a blueprint in one picture: what is new, gone, moved and changed stands out.

Everything is told three times: by colour, by the kind of line, and in words with a sign.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.drawing import Drawing
from blueprint_cli.layout import lay_out
from blueprint_cli.layout.links import written_arrows
from blueprint_cli.look import Look
from blueprint_cli.marking.dressing import dressed
from blueprint_cli.marking.telling import Said, lines, now, signed
from blueprint_cli.marking.union import Both, State, Union, united
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index
from blueprint_cli.words import Words

_UNTOLD = frozenset({"id", "was"})
"""What nobody sees in a picture."""
_WHOLE = Both(1, 0)
"""The new version as a whole, whose changes are told below the title."""


class Marked(NamedTuple):
    """The picture of both versions; `places` tells by ids of cards which part stands there."""

    blueprint: Blueprint
    keys: Index
    drawing: Drawing
    places: Mapping[str, Both]


def marked(diff: Diff, look: Look) -> Marked:
    """The picture of both versions."""
    union = united(diff)
    changes = _changes(diff)
    told = dict(_told(diff, union, changes, look.words))
    comments = {_commented(key): said for key, (_, said) in told.items() if said}
    whole = lines(diff, changes.get(_WHOLE, ()), diff.new.parts[0], look.words)
    drawing = lay_out(
        union.blueprint,
        union.keys,
        look._replace(
            shown=look.shown - {"time"},
            comments=comments,
            remarks=(*look.remarks, *whole),
            implied=False,
        ),
    )
    states = {key: state for key, (state, _) in told.items()} | dict(_links(diff, union))
    return Marked(union.blueprint, union.keys, dressed(drawing, states, look), union.places)


def _commented(key: str) -> str:
    """By what the look finds the comments of a lane, a step or an action."""
    return key if key.startswith("lane:") else key.partition(":")[2]


def _changes(diff: Diff) -> Mapping[Both, Sequence[Change]]:
    """All changes that are told in words, by the part on whose card they are."""
    numbers = [
        {id(part): number for number, part in enumerate(version.parts)}
        for version in (diff.old, diff.new)
    ]
    found: dict[Both, list[Change]] = {}
    for change in diff.changes:
        drawn = change.element == "link" and change.kind != "changed"
        if drawn or change.field in _UNTOLD:
            continue
        if change.new is not None:
            card = Both(1, numbers[1][id(_holder(diff.new.parts, change.new))])
        else:
            card = Both(0, numbers[0][id(_holder(diff.old.parts, change.old))])
            there = diff.matches.to_new.get(card.number)
            card = card if there is None else Both(1, there)
        found.setdefault(card, []).append(change)
    return found


def _holder(parts: Sequence[Part], part: Part | None) -> Part:
    """The lane, step or action that holds a part; the blueprint where none does."""
    assert part is not None  # noqa: S101 - a change has at least one side
    while part.kind not in {"lane", "step", "action"} and part.owner != NOWHERE:
        part = parts[part.owner]
    return part


_Told = tuple[State, tuple[str, ...]]


def _told(
    diff: Diff, union: Union, changes: Mapping[Both, Sequence[Change]], words: Words
) -> Iterator[tuple[str, _Told]]:
    """The state of each lane, step and action that is not as it was, and what its card says."""
    for key, both in union.places.items():
        found = changes.get(both, ())
        if not both.side:
            yield key, _ghost(diff, both, found, words)
        elif both.number not in diff.matches.to_old:
            yield key, ("added", (signed(Said("added", words.changes["added"]), words),))
        elif found:
            part = diff.new.parts[both.number]
            moves = any(each.kind == "moved" and each.new is part for each in found)
            yield key, ("moved" if moves else "changed", lines(diff, found, part, words))


def _ghost(diff: Diff, both: Both, changes: Sequence[Change], words: Words) -> _Told:
    """What stands where something was: that it is gone, or where it is now."""
    old, there = diff.old.parts[both.number], diff.matches.to_new.get(both.number)
    if there is not None:
        return "left", (signed(now(diff, old, diff.new.parts[there], words), words),)
    gone = signed(Said("removed", words.changes["removed"]), words)
    with_it = [each for each in changes if each.old is not old]
    return "removed", (gone, *lines(diff, with_it, old, words))


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

"""Conflict markers round what both sides want otherwise, and round nothing more."""

import re
from collections.abc import Callable

from blueprint_cli.merging.conflicts import Doubt
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.labels import Labels
from blueprint_cli.merging.pieces import piece_of
from blueprint_cli.merging.places import Place, places
from blueprint_cli.merging.plan import Plan
from blueprint_cli.merging.weaving import woven
from blueprint_cli.merging.written import Spot, Written, indented

_SIGN = "\0"
"""Stands before each marker while its lines may still move and be indented; no text has it."""


def marked(plan: Plan, draft: Draft, labels: Labels) -> str:
    """The merged text with markers round each conflict; `draft` is the text without them.

    It is woven once more, since what moves takes the conflicts in it along.
    """
    blocks = [(place, _block(draft, place, labels)) for place in places(plan, draft)]
    text = woven(plan, draft.sides, _marking(blocks)).patches.result()
    if text.count(_SIGN) != len(_SIGNS) * len(blocks):
        raise Doubt("both sides change the same, and it has no lines of its own")
    return re.sub(rf"^ *{_SIGN}", "", text, flags=re.MULTILINE)


_SIGNS = "<|=>"


def _marking(blocks: list[tuple[Place, str]]) -> Callable[[Draft, int], None]:
    """Writes the blocks in an element when all in it is woven."""

    def mark(draft: Draft, joint: int) -> None:
        for place, text in blocks:
            if place.holder != joint:
                continue
            if place.found.ours is None:
                draft.patches.put(place.lines.start, text, place.home)
            else:
                draft.patches.replace(place.lines, text)

    return mark


def _block(draft: Draft, place: Place, labels: Labels) -> str:
    """The three versions between markers."""
    base, ours, theirs = place.found
    mine = draft.patches.rendered(place.lines) if ours else ""
    if mine and not mine.endswith("\n"):
        mine += "\n"
    then = _lines(draft, draft.base, base, place)
    if place.moved:
        others = _lines(draft, draft.ours, place.moved, place)
    else:
        others = _lines(draft, draft.theirs, theirs, place)
    opening, bars, middle, closing = (_SIGN + sign * labels.size for sign in _SIGNS)
    return (
        f"{opening} {labels.ours}\n{mine}{bars} {labels.base}\n{then}"
        f"{middle}\n{others}{closing} {labels.theirs}\n"
    )


def _lines(draft: Draft, side: Written, spot: Spot | None, place: Place) -> str:
    """An entry of another version as it would stand there."""
    if spot is None:
        return ""
    piece = piece_of(draft, side, spot)
    text = piece.item if place.item else piece.core
    if place.comma is not None:
        if piece.row is None:
            raise Doubt("both sides change the same in braces that have no room for both")
        text = place.comma.join(piece.row)
    text = f"{' ' * place.column}{indented(text, place.column)}\n"
    return {"": text, "above": f"\n{text}", "below": f"{text}\n"}[place.blank]

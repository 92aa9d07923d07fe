"""Conflict markers round what both sides want otherwise, and round nothing more."""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.editing.entries import Whole
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.joints import OURS, THEIRS, Home
from blueprint_cli.merging.keys import place_before
from blueprint_cli.merging.labels import Labels
from blueprint_cli.merging.pieces import piece_of
from blueprint_cli.merging.plan import Conflict, Doubt, Plan
from blueprint_cli.merging.respelling import id_in_result
from blueprint_cli.merging.values import Path
from blueprint_cli.merging.written import Spot, Written, end_of, indented
from blueprint_cli.source import Span


class _Place(NamedTuple):
    """Lines of ours that become a conflict, and the entries of both others."""

    lines: Span
    ours: Spot | None
    base: Spot | None
    theirs: Spot | None
    column: int


def marked(plan: Plan, draft: Draft, labels: Labels) -> str:
    """The merged text of ours with markers round each conflict."""
    places = [_place(plan, draft, each) for each in plan.conflicts]
    end = -1
    for place in sorted(places, key=lambda each: (each.lines.start, -each.lines.end)):
        if place.lines.end <= end:
            continue
        end = place.lines.end
        text = _text(draft, place, labels)
        if place.ours is None:
            home = Span(place.lines.start, place.lines.start)
            draft.patches.put(place.lines.start, text, home, over=True)
        else:
            draft.patches.replace(place.lines, text)
    return draft.patches.result()


def _text(draft: Draft, place: _Place, labels: Labels) -> str:
    """The three versions between markers."""
    ours = draft.patches.rendered(place.lines) if place.ours else ""
    if ours and not ours.endswith("\n"):
        ours += "\n"
    base, theirs = (
        _lines(draft, side, spot, place)
        for side, spot in ((draft.base, place.base), (draft.theirs, place.theirs))
    )
    size = labels.size
    return (
        f"{'<' * size} {labels.ours}\n{ours}{'|' * size} {labels.base}\n{base}"
        f"{'=' * size}\n{theirs}{'>' * size} {labels.theirs}\n"
    )


def _lines(draft: Draft, side: Written, spot: Spot | None, place: _Place) -> str:
    """An entry of another version as it would stand there."""
    if spot is None:
        return ""
    piece = piece_of(draft, side, spot)
    item = place.ours is None or place.ours.key is None
    text = piece.item if item and spot.key is None else piece.core
    return " " * place.column + indented(text, place.column) + "\n"


def _place(plan: Plan, draft: Draft, conflict: Conflict) -> _Place:
    """The fewest whole lines of ours that hold what conflicts."""
    base, ours, theirs = draft.sides
    for joint, path in _outwards(plan, conflict.joint, conflict.path):
        mine = _spot(ours, joint, path)
        others = _spot(base, joint, path), _spot(theirs, joint, path)
        if mine is None:
            gap = _gap_of_key(draft, joint, path) if path else _gap(plan, draft, joint)
            if gap is not None:
                return gap._replace(base=others[0], theirs=others[1])
            continue
        lines = ours.lines(mine)
        if lines is not None:
            return _Place(lines, mine, *others, ours.column(mine.entry.start))
    raise Doubt("both sides change the same, and it has no lines of its own")


def _gap(plan: Plan, draft: Draft, joint: int) -> _Place | None:
    """Where an element of theirs would stand in ours: behind what stands before it there."""
    home = plan.three.home(THEIRS, joint)
    if home is None:
        return None
    listed = plan.before[THEIRS][home]
    for other in reversed(listed[: listed.index(joint)]):
        spot = draft.ours.of.get(other)
        lines = None if spot is None else draft.ours.lines(spot)
        mine = plan.before[OURS].get(home, ())
        if spot is not None and lines is not None and other in mine:
            column = draft.ours.column(spot.entry.start)
            return _Place(Span(lines.end, lines.end), None, None, None, column)
    return None


def _gap_of_key(draft: Draft, joint: int, path: Path) -> _Place | None:
    """Where a key of theirs would stand in ours: behind the keys that stand before it there."""
    ours, theirs = (_spot(side, joint, path[:-1]) for side in draft.sides[1:])
    table = draft.theirs.keys(theirs)
    whole = ours.entry.value if ours else None
    if ours is None or path[-1] not in table or not isinstance(whole, Whole) or whole.flow:
        return None
    entry = whole.entries[place_before(table[path[-1]], table, ours)]
    at = draft.ours.line_end(end_of(entry))
    return _Place(Span(at, at), None, None, None, whole.column)


def _outwards(plan: Plan, joint: int, path: Path) -> Iterator[tuple[int, Path]]:
    """What holds a conflict, from the key to the whole file."""
    while joint != NOWHERE:
        for end in range(len(path), -1, -1):
            yield joint, path[:end]
        home = plan.three.home(OURS, joint) or plan.three.home(THEIRS, joint)
        if home is None:
            return
        joint, path = home.owner, _path(plan, home)


def _path(plan: Plan, home: Home) -> Path:
    """The keys from an element to one of its lists."""
    if home.lane != NOWHERE:
        return "actions", id_in_result(plan, home.lane)
    return tuple(home.slot.split(".")) if home.slot else ()


def _spot(side: Written, joint: int, path: Path) -> Spot | None:
    spot = side.of.get(joint)
    for word in path:
        spot = side.keys(spot).get(word)
    return spot

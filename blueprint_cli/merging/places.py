"""Where in ours a conflict stands: the fewest whole lines that hold it, or a gap between lines."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.editing.entries import Whole
from blueprint_cli.merging.conflicts import Conflict, Doubt
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.joints import OURS, THEIRS, Home, Side
from blueprint_cli.merging.keys import place_before
from blueprint_cli.merging.plan import Plan
from blueprint_cli.merging.values import Path
from blueprint_cli.merging.written import (
    Spot,
    Versions,
    Written,
    end_of,
    stands_apart,
)  # fmt: skip
from blueprint_cli.source import Span


class Place(NamedTuple):
    """Lines of ours that are in conflict, none where only theirs has something there.

    `holder` is the element in which they stand, `home` the place of what they belong to: of a gap
    its list or mapping. `found` is what stands there in each version; `moved` is what ours has
    elsewhere and theirs, in the same words, there, and `blank` tells on which side of it an empty
    line stands. `comma` is what follows it in braces.
    """

    holder: int
    lines: Span
    home: Span
    column: int
    found: Versions
    item: bool = False
    moved: Spot | None = None
    blank: Literal["", "above", "below"] = ""
    comma: str | None = None


_NOWHERE = Versions(None, None, None)


def places(plan: Plan, draft: Draft) -> list[Place]:
    """The places of all conflicts, but for those that stand in another one."""
    found: list[Place] = []
    every = [each for one in plan.conflicts for each in _places(plan, draft, one)]
    for place in sorted(every, key=_rank):
        if not any(_holds(one, place) or _is_same(one, place) for one in found):
            found.append(place)
    return found


def _rank(place: Place) -> tuple[int, int, bool]:
    """From the first to the last, what holds others before these, what has a base first."""
    return place.lines.start, -place.lines.end, place.found.base is None


def _is_same(one: Place, other: Place) -> bool:
    return one.lines == other.lines and one.found[1:] == other.found[1:]


def _holds(outer: Place, inner: Place) -> bool:
    within = outer.lines.start <= inner.home.start and inner.home.end <= outer.lines.end
    return within and outer.lines.start < outer.lines.end


def _places(plan: Plan, draft: Draft, conflict: Conflict) -> Iterator[Place]:
    """The place of a conflict; of something that both sides put elsewhere, these two places."""
    place = _place(plan, draft, conflict, OURS)
    if conflict.apart and place.holder == conflict.joint:
        place = place._replace(found=_NOWHERE._replace(ours=place.found.ours))
    yield place
    if conflict.apart:
        there = _place(plan, draft, conflict, THEIRS)
        if there.found.ours is None:
            same = there.item and not _differs(plan, conflict.joint)
            moved = draft.ours.of.get(conflict.joint) if same else None
            there = there._replace(found=there.found._replace(base=None), moved=moved)
        yield there


def _differs(plan: Plan, joint: int) -> bool:
    """Whether both sides want more of an element otherwise than its place."""
    if joint in plan.unlike:
        return True
    inside = {joint, *plan.holding.below(OURS, joint), *plan.holding.below(THEIRS, joint)}
    return any(each.joint in inside and not each.apart for each in plan.conflicts)


def _place(plan: Plan, draft: Draft, conflict: Conflict, side: Side) -> Place:
    """The fewest whole lines of ours round the place that a conflict has in one side."""
    elsewhere = conflict.apart and side == THEIRS
    for joint, path in _outwards(plan, conflict.joint, conflict.path, side):
        found = Versions(*(_spot(each, joint, path) for each in draft.sides))
        mine = None if elsewhere and joint == conflict.joint else found.ours
        if mine is None:
            gap = _gap_of_key(draft, joint, path) if path else _gap(plan, draft, joint)
            gap = None if path and _comes(plan, joint, path) else gap
            if gap is not None:
                return gap._replace(found=found._replace(ours=None))
            continue
        lines = draft.ours.lines(mine) or draft.ours.row(mine)
        if lines is not None and (path or not _is_only_part(plan, joint, mine, found)):
            column = draft.ours.column(mine.entry.start)
            return Place(
                joint, lines, lines, column, found, item=mine.key is None,
                comma=draft.ours.comma(mine) if mine.whole.flow else None,
            )  # fmt: skip
    raise Doubt("both sides change the same, and it has no lines of its own")


def _is_only_part(plan: Plan, joint: int, mine: Spot, found: Versions) -> bool:
    """Whether an element's own lines are too few: its key has to be decided, too.

    That is so where it has its key for itself in ours and shares it in the result, and where
    nothing would stand below the key if theirs were chosen.
    """
    home = plan.homes.get(joint)
    listed = plan.lists.get(home, []) if home else []
    if mine.key is not None:
        return len(listed) > 1
    disputed = {each.joint: each.apart for each in plan.conflicts if not each.path}
    gone = found.theirs is None or disputed.get(joint, False)
    return bool(listed) and gone and all(each in disputed for each in listed)


def _comes(plan: Plan, joint: int, path: Path) -> bool:
    """Whether a key that ours does not have comes with other things from theirs."""
    return any(
        home.owner == joint and listed and plan.path_of(home)[: len(path)] == path
        for home, listed in plan.lists.items()
    )


def _gap(plan: Plan, draft: Draft, joint: int) -> Place | None:
    """Where an element of theirs would stand in ours: behind what stands before it there."""
    home = plan.three.home(THEIRS, joint)
    mine = plan.before[OURS].get(home, []) if home else []
    spots = {each: draft.ours.of[each] for each in mine if each in draft.ours.of}
    if home is None or not spots:
        return None
    whole = next(iter(spots.values())).whole
    within = draft.ours.within(whole)
    listed = plan.before[THEIRS][home]
    before = [each for each in listed[: listed.index(joint)] if each in spots]
    for each, first in [*((one, False) for one in reversed(before)), (next(iter(spots)), True)]:
        lines = draft.ours.lines(spots[each])
        if lines is not None and whole.style == "-" and not draft.patches.is_cut(lines, within):
            at = lines.start if first else lines.end
            place = Place(home.owner, Span(at, at), within, whole.column, _NOWHERE, item=True)
            return place._replace(blank=_blank(whole, first=first))
    return None


def _blank(whole: Whole, *, first: bool) -> Literal["", "above", "below"]:
    """On which side of an item an empty line stands where one stands between all items."""
    if len(whole.entries) == 1 or not stands_apart(whole.entries[1]):
        return ""
    return "below" if first else "above"


def _gap_of_key(draft: Draft, joint: int, path: Path) -> Place | None:
    """Where a key of theirs would stand in ours: behind the keys that stand before it there."""
    ours, theirs = (_spot(side, joint, path[:-1]) for side in draft.sides[1:])
    table = draft.theirs.keys(theirs)
    whole = ours.entry.value if ours else None
    if ours is None or path[-1] not in table or not isinstance(whole, Whole) or whole.flow:
        return None
    entry = whole.entries[place_before(table[path[-1]], table, ours)]
    at = draft.ours.line_end(end_of(entry))
    within = draft.ours.within(whole)
    return Place(joint, Span(at, at), within, whole.column, _NOWHERE)


def _outwards(plan: Plan, joint: int, path: Path, side: Side) -> Iterator[tuple[int, Path]]:
    """What holds a conflict, from the key to the whole file."""
    while joint != NOWHERE:
        for end in range(len(path), -1, -1):
            yield joint, path[:end]
        home: Home | None = plan.three.home(side, joint)
        home = home or plan.three.home(OURS, joint) or plan.three.home(THEIRS, joint)
        if home is None:
            return
        joint, path = home.owner, plan.path_of(home)


def _spot(side: Written, joint: int, path: Path) -> Spot | None:
    spot = side.of.get(joint)
    for word in path:
        spot = side.keys(spot).get(word)
    return spot

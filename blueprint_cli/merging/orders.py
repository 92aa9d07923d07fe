"""Lists that two people have changed: what came, what went, and in which order the rest stands."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Generic, NamedTuple, TypeVar

from blueprint_cli.diff.order import moved

Item = TypeVar("Item", bound=Hashable)


class Arranged(NamedTuple, Generic[Item]):
    """A list in its new order; the `disputed` stand as in ours, and theirs has them elsewhere.

    `both` tells whether both sides changed the order of the others, each otherwise.
    """

    items: list[Item]
    disputed: frozenset[Item]
    both: bool


def three_way(
    base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]
) -> list[Item] | None:
    """The items of a list of texts; None where both sides put something else for the same one."""
    if any(len({*each}) < len(each) for each in (base, ours, theirs)):
        return None
    gone_here, gone_there = {*base} - {*ours}, {*base} - {*theirs}
    came_here, came_there = {*ours} - {*base}, {*theirs} - {*base}
    if gone_here & gone_there and came_here and came_there and came_here != came_there:
        return None
    gone = gone_here | gone_there
    kept = [each for each in ours if each not in gone]
    found = arranged(base, kept, [each for each in theirs if each not in gone])
    return None if found.disputed & {*base} else found.items


def arranged(base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]) -> Arranged[Item]:
    """Ours with what theirs has more, and as theirs has moved it.

    Two items that a side has put the other way round stand that way; where this cannot be for all,
    the few that hinder it are disputed. What is new stands behind what stands before it and was not
    moved by the other side; of both sides' at one place, ours first.
    """
    if ours == theirs:
        return Arranged([*ours], frozenset(), both=False)
    disputed = _moved_twice(base, ours, theirs)
    left = [each for each in theirs if each not in disputed]
    while (order := _order(base, ours, left)) is None:
        disputed |= _shifted(_common(ours, left), left)
        left = [each for each in theirs if each not in disputed]
    here, there = _shifted(base, ours), _shifted(base, left)
    behind_ours = _behind({*order}, {*order} - (there - here), ours)
    new = [each for each in left if each not in {*ours} or each in {*order}]
    behind_theirs = _behind({*order}, {*order} - (here - there), new)
    found: list[Item] = []
    for each in (None, *order):
        found += [] if each is None else [each]
        found += behind_ours.get(each, []) + behind_theirs.get(each, [])
    both = order not in (_common(ours, left), _common(left, ours))
    return Arranged(found, frozenset(disputed), both)


def _moved_twice(base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]) -> set[Item]:
    """What both sides moved or added, and put between others."""
    here, there = _common(ours, theirs), _common(theirs, ours)
    if here == there:
        return set()
    twice = (_shifted(base, ours) & _shifted(base, theirs)) | ({*here} - {*base})
    beside = {*_pairs(here)} & {*_pairs(there)}
    return twice - {each for pair in beside for each in pair}


def _pairs(items: Sequence[Item]) -> Iterable[tuple[Item | None, Item | None]]:
    """What stands side by side, with the list's ends."""
    return pairwise((None, *items, None))


def _order(base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]) -> list[Item] | None:
    """What both have, in the order that keeps what either changed in it; None if none does."""
    here, there = _common(ours, theirs), _common(theirs, ours)
    then = _common(_common(base, ours), theirs)
    if there in (here, then):
        return here
    if here == then:
        return there
    wins = _wins(then, here, there)
    if wins is None or len({*wins.values()}) < len(wins):
        return None
    return sorted(here, key=lambda each: -wins[each])


def _wins(
    base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]
) -> Mapping[Item, int] | None:
    """Before how many others each one is to stand; None where nobody can know.

    They have one order just if no two have the same number (H. G. Landau, "On Dominance Relations
    and the Structure of Animal Societies", 1953).
    """
    then, there = ({each: at for at, each in enumerate(some)} for some in (base, theirs))
    wins = dict.fromkeys(ours, 0)
    for one, other in combinations(ours, 2):
        first = there[one] < there[other]
        if not first:
            if one not in then or other not in then:
                return None
            first = then[one] > then[other]
        wins[one if first else other] += 1
    return wins


def _common(one: Sequence[Item], other: Sequence[Item]) -> list[Item]:
    """The items of one list that are in another one, too."""
    known = {*other}
    return [each for each in one if each in known]


def _shifted(base: Sequence[Item], side: Sequence[Item]) -> set[Item]:
    """What of both left the order of the base."""
    places = {each: place for place, each in enumerate(side)}
    kept = [each for each in base if each in places]
    return {kept[at] for at in moved([places[each] for each in kept], list(map(str, kept)))}


def _behind(
    known: set[Item], anchors: set[Item], items: Iterable[Item]
) -> dict[Item | None, list[Item]]:
    """What is not known, by the anchor behind which it stands; None is the list's beginning."""
    found: dict[Item | None, list[Item]] = {}
    last: Item | None = None
    for each in items:
        if each in anchors:
            last = each
        elif each not in known:
            found.setdefault(last, []).append(each)
    return found

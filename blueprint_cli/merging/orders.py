"""Lists that two people have changed: what came, what went, and in which order the rest stands."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from blueprint_cli.diff.order import moved

Item = TypeVar("Item", bound=Hashable)


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
    return arranged(base, kept, [each for each in theirs if each not in gone])


def arranged(
    base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item]
) -> list[Item] | None:
    """Ours with what theirs has more, and as theirs has moved it; None where both move the same.

    What is new, or moved, stands behind what stood before it and did not move. Of two lists of such
    at one place ours comes first.
    """
    known, mine, others = {*base}, {*ours}, {*theirs}
    common = [each for each in ours if each in others]
    if common == [each for each in theirs if each in mine]:  # neither moved what the other has
        base, known = ours, mine
    shifted_here, shifted_there = _shifted(base, ours), _shifted(base, theirs)
    if shifted_here & shifted_there:
        return None
    stable = (known & mine & others) - shifted_here - shifted_there
    behind_ours = _behind(stable, (each for each in ours if each not in shifted_there))
    incoming = (
        each for each in theirs if each in stable or each in shifted_there or each not in mine
    )
    behind_theirs = _behind(stable, incoming)
    found = [*behind_ours.pop(None), *behind_theirs.pop(None)]
    for each, behind in behind_ours.items():
        assert each is not None  # noqa: S101 - what stands before all is out
        found += [each, *behind, *behind_theirs[each]]
    return found


def _shifted(base: Sequence[Item], side: Sequence[Item]) -> set[Item]:
    """What of both left the order of the base."""
    places = {each: place for place, each in enumerate(side)}
    kept = [each for each in base if each in places]
    return {kept[at] for at in moved([places[each] for each in kept], list(map(str, kept)))}


def _behind(stable: set[Item], items: Iterable[Item]) -> dict[Item | None, list[Item]]:
    """What stands behind each item that did not move; None is the list's beginning."""
    found: dict[Item | None, list[Item]] = {None: []}
    last: Item | None = None
    for each in items:
        if each in stable:
            last = each
            found[last] = []
        else:
            found[last].append(each)
    return found

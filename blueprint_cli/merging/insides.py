"""What an element holds in each version, and whether anything of it came from or went elsewhere."""

from collections.abc import Callable

from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.merging.joints import SIDES, Home, Side
from blueprint_cli.merging.plan import Plan

Inside = list[set[int]]
"""The joints that stand somewhere in base, ours and theirs."""


def inside(plan: Plan, joint: int) -> Inside:
    """All joints that an element holds."""
    return [_below(plan, side, joint) for side in SIDES]


def inside_key(plan: Plan, joint: int, wanted: Callable[[Home], bool]) -> Inside:
    """All joints that stand below one key of an element, and all that these hold."""
    return [
        set[int]().union(
            *({each} | _below(plan, side, each) for each in _held(plan, side, joint, wanted))
        )
        for side in SIDES
    ]


def apart(plan: Plan, found: Inside) -> bool:
    """Whether nothing in it moved in or out, or is in conflict."""
    _, ours, theirs = found
    if any(each.joint in ours or each.joint in theirs for each in plan.conflicts):
        return False
    joints = [plan.three.joints[each] for each in (ours ^ theirs) & plan.alive]
    return all(each.base == NOWHERE and NOWHERE in each[1:] for each in joints)


def _below(plan: Plan, side: Side, joint: int) -> set[int]:
    found: set[int] = set()
    todo = [joint]
    while todo:
        held = set(_held(plan, side, todo.pop(), lambda _: True)) - found
        found |= held
        todo += held
    return found


def _held(plan: Plan, side: Side, joint: int, wanted: Callable[[Home], bool]) -> list[int]:
    """What stands in an element itself."""
    return [
        each for each in plan.below.get(joint, ())
        if (home := plan.three.home(side, each)) is not None
        and home.owner == joint and wanted(home)
    ]  # fmt: skip

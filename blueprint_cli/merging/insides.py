"""Whether anything that stands in an element, or below a key of it, came from or went elsewhere."""

from collections.abc import Callable

from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.merging.joints import SIDES, Home
from blueprint_cli.merging.plan import Plan

Inside = list[set[int]]
"""The joints that stand somewhere in base, ours and theirs."""


def inside(plan: Plan, joint: int) -> Inside:
    """All joints that an element holds."""
    return [set(plan.holding.below(side, joint)) for side in SIDES]


def inside_key(plan: Plan, joint: int, wanted: Callable[[Home], bool]) -> Inside:
    """All joints that stand below one key of an element, and all that these hold."""
    found: Inside = []
    for side in SIDES:
        held = [
            each
            for each in plan.holding.held(side, joint)
            if (home := plan.three.home(side, each)) is not None and wanted(home)
        ]
        found.append({*held}.union(*(plan.holding.below(side, each) for each in held)))
    return found


def apart(plan: Plan, found: Inside) -> bool:
    """Whether nothing in it moved in or out, or is in conflict."""
    _, ours, theirs = found
    if any(each.joint in ours or each.joint in theirs for each in plan.conflicts):
        return False
    joints = [plan.three.joints[each] for each in (ours ^ theirs) & plan.alive]
    return all(each.base == NOWHERE and NOWHERE in each[1:] for each in joints)

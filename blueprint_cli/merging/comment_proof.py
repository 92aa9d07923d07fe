"""Proof that every comment of both sides is in the result once, by what it is about."""

from collections import Counter
from collections.abc import Iterator

from blueprint_cli.editing.entries import Entry, Whole
from blueprint_cli.merging.conflicts import Remarked
from blueprint_cli.merging.joints import SIDES
from blueprint_cli.merging.plan import Plan
from blueprint_cli.merging.written import Written, remarks

Comments = Counter[tuple[int, tuple[str, ...], str]]
"""How often an element has a comment at some of its keys."""


def comments_of(side: Written) -> Comments:
    """All comments of a version."""
    joints = {spot.entry.value.start: joint for joint, spot in side.of.items() if joint}
    laid = side.laid
    around = [line.strip() for part in (laid.head, laid.tail) for line in part.split("\n")]
    found: Comments = Counter((0, ("",), line) for line in around if "#" in line)
    found.update((0, ("",), each.text) for each in (*laid.opening, *laid.root.beside))
    found.update(_inside(laid.root, 0, (), joints))
    return found


def _inside(
    entry: Entry, joint: int, path: tuple[str, ...], joints: dict[int, int]
) -> Iterator[tuple[int, tuple[str, ...], str]]:
    if not isinstance(entry.value, Whole):
        return
    for inner in entry.value.entries:
        known = joints.get(inner.value.start)
        here = joint if known is None else known
        way = (*path, _word(inner)) if known is None else ()
        yield from ((here, way, each.text) for each in remarks(inner))
        yield from _inside(inner, here, way, joints)
    yield from ((joint, (*path, ""), each.text) for each in entry.value.below)


def _word(entry: Entry) -> str:
    named = entry.key or entry.value
    return "" if isinstance(named, Whole) else named.value


def comments_lost(plan: Plan, sides: tuple[Written, Written, Written], result: Written) -> str:
    """What is wrong with the comments of the result, of which nothing should be.

    Those of what is in conflict are not asked: whoever decides it sees them. `Remarked` where one
    is about an element that a side removed.
    """
    before, mine, others, there = map(comments_of, (*sides, result))
    disputed = _disputed(plan)
    for each in sorted(before.keys() | mine.keys() | others.keys() | there.keys()):
        if {(each[0], ()), (each[0], each[1][:1])} & disputed:
            continue
        wanted = max(0, mine[each] + others[each] - before[each])
        if there[each] != wanted and not mine[each] == others[each] == there[each]:
            fate = "be lost" if there[each] < wanted else "stand twice, or elsewhere"
            reason = f"the comment '{each[2]}' would {fate}"
            if each[0] not in plan.alive:
                raise Remarked(reason, each[0])
            return reason
    return ""


def _disputed(plan: Plan) -> set[tuple[int, tuple[str, ...]]]:
    """The keys that are in conflict; of elements that are, all that they hold in any version."""
    found: set[tuple[int, tuple[str, ...]]] = set()
    for each in plan.conflicts:
        found.add((each.joint, each.path[:1]))
        if not (each.path or each.apart):
            found |= {(one, ()) for side in SIDES for one in plan.holding.below(side, each.joint)}
    return found

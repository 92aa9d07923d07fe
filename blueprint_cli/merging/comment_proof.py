"""Proof that every comment of both sides is in the result once, by what it is about."""

from collections import Counter
from collections.abc import Iterator

from blueprint_cli.editing.entries import Entry, Whole
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


def comments_lost(base: Written, ours: Written, theirs: Written, result: Written) -> str:
    """What is wrong with the comments of the result, of which nothing should be."""
    before, mine, others, there = map(comments_of, (base, ours, theirs, result))
    for each in sorted(before.keys() | mine.keys() | others.keys() | there.keys()):
        wanted = max(0, mine[each] + others[each] - before[each])
        if there[each] != wanted and not mine[each] == others[each] == there[each]:
            fate = "be lost" if there[each] < wanted else "stand twice, or elsewhere"
            return f"the comment '{each[2]}' would {fate}"
    return ""

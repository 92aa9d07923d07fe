"""What was decided in a merge, change by change."""

from collections.abc import Iterator

from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.merging.changed import changes
from blueprint_cli.merging.joints import BASE, OURS, THEIRS, Side
from blueprint_cli.merging.plan import Plan


def told(plan: Plan) -> tuple[str, ...]:
    """A line for each change of both sides, then for what was put together."""
    mine, others = (tuple(_messages(plan, side)) for side in (OURS, THEIRS))
    return (
        *(f"kept from ours: {each}" for each in mine if each not in others),
        *(f"the same on both sides: {each}" for each in mine if each in others),
        *(f"took from theirs: {each}" for each in others if each not in mine),
        *_put_together(plan),
    )


def left(plan: Plan) -> tuple[str, ...]:
    """A line for each conflict."""
    return tuple(
        f"conflict: {called(plan, each.joint, each.path)}: {each.reason}" for each in plan.conflicts
    )


def _messages(plan: Plan, side: Side) -> Iterator[str]:
    """The changes of one side, but for those that are in conflict."""
    disputed = {(each.joint, each.path) for each in plan.conflicts if not each.apart}
    for change in changes(plan.three, side):
        joint = _joint(plan, side, change)
        given_up = (change.new is None) == (joint in plan.alive)
        if given_up or joint in plan.unlike or _is_moot(plan, side, joint, change):
            continue
        if not disputed & {(joint, ()), (joint, (change.field,))}:
            yield change.message


def _joint(plan: Plan, side: Side, change: Change) -> int:
    part, version = (change.new, side) if change.new else (change.old, BASE)
    assert part is not None  # noqa: S101 - a change is of something
    return plan.three.of[version][plan.three.numbers[version][id(part.record)]]


def _is_moot(plan: Plan, side: Side, joint: int, change: Change) -> bool:
    """Whether it tells of a place that the element does not have in the result."""
    if change.kind not in {"added", "moved"}:
        return False
    home = plan.homes.get(joint)
    if joint in plan.unplaced or home is None or change.kind == "added":
        return joint in plan.unplaced or any(each.joint == joint for each in plan.conflicts)
    order, listed = plan.lists[home], plan.before[side].get(home, [])
    before = listed[: listed.index(joint)] if joint in listed else []
    kept = [order.index(each) for each in before if each in order]
    return bool(before) and (not kept or kept[-1] > order.index(joint))


def _put_together(plan: Plan) -> Iterator[str]:
    for joint, fields in plan.fields.items():
        for path, said in fields.items():
            if said.took == "both":
                way = "item by item" if isinstance(said.value, tuple) else "by words"
                yield f"merged {way}: {called(plan, joint, path)}"
            elif said.took in _WHOSE and _is_new_twice(plan, joint):
                yield f"{_WHOSE[said.took]}: {called(plan, joint, path)}"
    for home in plan.reordered:
        yield f"merged item by item: the order of {called(plan, home.owner, plan.path_of(home))}"


_WHOSE = {"ours": "kept from ours", "theirs": "took from theirs"}


def _is_new_twice(plan: Plan, joint: int) -> bool:
    """Whether both sides added an element, each with keys of its own."""
    known = plan.three.joints[joint]
    return known.base == NOWHERE and NOWHERE not in known[1:]


def called(plan: Plan, joint: int, path: tuple[str, ...]) -> str:
    """An element, or a key of it, as people call it."""
    part = plan.three.any(joint)
    kind = part.kind.replace("_", " ")
    name = f"the {kind} '{part.name}'" if part.name else f"the {kind}"
    if path[:1] == ("actions",) and len(path) > 1:
        return f"{path[0]} of '{path[1]}' in {name}"
    return f"{path[-1]} of {name}" if path else name

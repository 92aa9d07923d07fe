"""What was decided in a merge, change by change."""

from collections.abc import Iterator

from blueprint_cli.merging.joints import BASE, OURS, THEIRS, Side, Three
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
        f"conflict: {called(plan.three, each.joint, each.path)}: {each.reason}"
        for each in plan.conflicts
    )


def _messages(plan: Plan, side: Side) -> Iterator[str]:
    """The changes of one side, but for those that are in conflict."""
    disputed = {(each.joint, each.path) for each in plan.conflicts}
    three = plan.three
    numbers = three.numbers[BASE], three.numbers[side]
    for change in three.diffs[side - 1].changes:
        part, table, of = (
            (change.new, numbers[1], three.of[side]) if change.new
            else (change.old, numbers[0], three.of[BASE])
        )  # fmt: skip
        joint = of[table[id(part.record)]] if part else 0
        if (joint, ()) not in disputed and (joint, (change.field,)) not in disputed:
            yield change.message


def _put_together(plan: Plan) -> Iterator[str]:
    for joint, fields in plan.fields.items():
        for path, said in fields.items():
            if said.took == "both":
                way = "item by item" if isinstance(said.value, tuple) else "by words"
                yield f"merged {way}: {called(plan.three, joint, path)}"


def called(three: Three, joint: int, path: tuple[str, ...]) -> str:
    """An element, or a key of it, as people call it."""
    part = three.any(joint)
    kind = part.kind.replace("_", " ")
    name = f"the {kind} '{part.name}'" if part.name else f"the {kind}"
    return f"{path[-1]} of {name}" if path else name

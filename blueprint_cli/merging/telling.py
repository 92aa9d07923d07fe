"""What was decided in a merge, change by change."""

from collections.abc import Iterator

from blueprint_cli.merging.joints import Three
from blueprint_cli.merging.plan import Plan


def told(plan: Plan) -> tuple[str, ...]:
    """A line for each change of both sides, then for what was put together, then conflicts."""
    three = plan.three
    mine, others = ([each.message for each in diff.changes] for diff in three.diffs)
    return (
        *(f"kept from ours: {each}" for each in mine if each not in others),
        *(f"the same on both sides: {each}" for each in mine if each in others),
        *(f"took from theirs: {each}" for each in others if each not in mine),
        *_put_together(plan),
        *(f"conflict: {called(three, each.joint, each.path)}: {each.reason}"
          for each in plan.conflicts),
    )  # fmt: skip


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

"""A change as a customer would put it: what is new, what is gone, what takes how long now."""

from blueprint_cli.change_lists.text import one_line
from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.report.changes.plainly import plainly, quoted

_NEW = {
    "action": "new: {}",
    "lane": "new: {}",
    "step": "new step: {}",
    "pain_point": "new problem: {}",
    "fail_point": "new risk: {}",
}
_GONE = {
    "action": "no longer: {}",
    "lane": "no longer: {}",
    "step": "no longer a step: {}",
    "pain_point": "no longer a problem: {}",
    "fail_point": "no longer a risk: {}",
}
_FELT = {
    ("pain_point", "severity"): ("the problem {} hurts less now", "the problem {} hurts more now"),
    ("pain_point", "frequency"): (
        "fewer customers meet the problem {} now",
        "more customers meet the problem {} now",
    ),
    ("pain_point", "status"): ("no longer a problem: {}", "a problem again: {}"),
    ("step", "emotion"): ("customers feel better at {} now", "customers feel worse at {} now"),
}
"""What is said where a figure got better, and where it got worse."""


def sentence(diff: Diff, change: Change) -> str:
    """The change in a sentence; where a customer has no words for it, in those of the message."""
    said = _said(diff, change) or plainly(diff, change) or one_line(change.message)
    return f"{said[:1].upper()}{said[1:]}."


def _said(diff: Diff, change: Change) -> str:
    part = change.new or change.old
    name = quoted(part.name) if part else ""
    if change.kind == "added":
        return _NEW.get(change.element, "").format(name)
    if change.kind == "removed":
        return _GONE.get(change.element, "").format(name)
    if change.old is None or change.new is None:
        return ""
    if change.kind == "moved" and change.element == "action":
        return _moved(diff, change.old, change.new, name)
    return _felt(change, name) if change.kind == "changed" else ""


def _moved(diff: Diff, old: Part, new: Part, name: str) -> str:
    """Where it is now, and where it was, for what went to another step or out of sight."""
    seen = diff.old.seen(old), diff.new.seen(new)
    if seen[0] != seen[1]:
        return f"customers see {name} now" if seen[1] else f"customers no longer see {name}"
    if _is_same(diff, old.owner, new.owner):
        return ""
    before, after = diff.old.owner(old).name, diff.new.owner(new).name
    return f"{name} comes at {quoted(after)} now, before at {quoted(before)}"


def _is_same(diff: Diff, old: int, new: int) -> bool:
    return old != NOWHERE and diff.matches.to_new.get(old) == new


def _felt(change: Change, name: str) -> str:
    if (change.element, change.field) not in _FELT or change.effect not in {"better", "worse"}:
        return ""
    better, worse = _FELT[change.element, change.field]
    return (better if change.effect == "better" else worse).format(name)

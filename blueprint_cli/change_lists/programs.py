"""Changes as JSON, for programs; docs/diff.md tells what each key is."""

from typing import Any

from blueprint_cli.change_lists.result import Result
from blueprint_cli.comparing import Compared
from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.diff.effects import EFFECTS
from blueprint_cli.diff.versions import Version
from blueprint_cli.listings.words import slashed
from blueprint_cli.source import Span


def write(result: Result) -> str:
    """One object: both sides, all changes, and how many there are of each sort."""
    import json

    return json.dumps(told(result), indent=2, ensure_ascii=False) + "\n"


def told(result: Result) -> dict[str, Any]:
    """The object, as values of JSON."""
    one = len(result.files) == 1
    pairs = [(each.pair.old.label, each.pair.new.label) for each in result.files]
    return {
        "old": slashed(pairs[0][0]) if one else None,
        "new": slashed(pairs[0][1]) if one else None,
        "changes": [
            told_of(each.diff, change)
            for each in result.files if each.diff for change in each.diff.changes
        ],
        "summary": _summary(result),
    }  # fmt: skip


def told_of(diff: Diff, change: Change) -> dict[str, Any]:
    """A change, as values of JSON."""
    return {
        "kind": change.kind,
        "element": change.element,
        "path": change.path,
        "field": change.field or None,
        "before": change.before,
        "after": change.after,
        "effect": change.effect,
        "message": change.message,
        "old_place": _place(diff.old, change.old_span),
        "new_place": _place(diff.new, change.new_span),
    }


def _place(version: Version, span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    start, end = (version.source.position(offset) for offset in span)
    return {
        "path": slashed(version.source.path),
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }


def _summary(result: Result) -> dict[str, Any]:
    changes = result.changes
    return {
        "changes": len(changes),
        "effects": {each: sum(change.effect == each for change in changes) for each in EFFECTS},
        "files": [
            {
                "old": slashed(each.pair.old.label),
                "new": slashed(each.pair.new.label),
                "state": each.state,
                "changes": len(each.diff.changes) if each.diff else None,
                "left_out": each.left_out,
                "only_layout": _only_layout(each),
            }
            for each in result.files
        ],
    }


def _only_layout(compared: Compared) -> bool:
    found = compared.diff
    changed = found is None or found.changes or compared.left_out
    return not changed and found is not None and not found.same_text

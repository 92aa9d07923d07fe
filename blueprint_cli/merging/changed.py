"""What one side of a merge changed, as `bp diff` tells it."""

from blueprint_cli.diff.changes import Change, changes_between
from blueprint_cli.merging.joints import BASE, Side, Three


def changes(three: Three, side: Side) -> tuple[Change, ...]:
    """The changes from the base to a side."""
    return changes_between(three.versions[BASE], three.versions[side], three.matches[side - 1])

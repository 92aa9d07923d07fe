"""Where an element stands, as people call it: in which lane of which step, behind which other."""

from collections.abc import Sequence

from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.merging.joints import OURS, THEIRS, Home, Side, Three


def two_homes(three: Three, ours: Home | None, theirs: Home | None) -> str:
    """Two places of one element."""
    mine, others = _home(three, OURS, ours), _home(three, THEIRS, theirs)
    return f"ours has it {mine}, theirs {others}"


def two_neighbours(three: Three, joint: int, ours: Sequence[int], theirs: Sequence[int]) -> str:
    """Two places of one element in the list in which both sides have it."""
    mine, others = _before(three, OURS, joint, ours), _before(three, THEIRS, joint, theirs)
    return f"ours has it {mine}, theirs {others}"


def _home(three: Three, side: Side, home: Home | None) -> str:
    if home is None:
        return "nowhere"
    owner = three.called(side, home.owner)
    if home.lane == NOWHERE:
        return f"below '{owner}'"
    return f"under '{three.called(side, home.lane)}' in '{owner}'"


def _before(three: Three, side: Side, joint: int, listed: Sequence[int]) -> str:
    at = listed.index(joint)
    return f"behind '{three.called(side, listed[at - 1])}'" if at else "first"

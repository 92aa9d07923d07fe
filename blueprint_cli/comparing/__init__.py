"""Comparing files: each pair of versions read, and what changed, or why that cannot be told."""

from typing import NamedTuple

from blueprint_cli.comparing.sides import Pair, errors_in
from blueprint_cli.diff.between import Diff, diff
from blueprint_cli.problems import Problem


class Compared(NamedTuple):
    """A pair and its changes; without a `diff` one side is missing or has `errors`.

    So many changes are `left_out` because others were asked for.
    """

    pair: Pair
    diff: Diff | None
    errors: tuple[Problem, ...] = ()
    left_out: int = 0

    @property
    def state(self) -> str:
        """What happened to the file as a whole."""
        if self.pair.old.content is None:
            return "added"
        if self.pair.new.content is None:
            return "removed"
        return "compared" if self.diff else "unreadable"


def compared(pair: Pair, *, renames: bool) -> Compared:
    """Compare the two versions of a file."""
    if pair.old.content is None or pair.new.content is None:
        return Compared(pair, None)
    old, new = pair.old.document(), pair.new.document()
    if errors := (*errors_in(old), *errors_in(new)):
        return Compared(pair, None, errors)
    return Compared(pair, diff(old, new, renames=renames))

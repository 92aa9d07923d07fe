"""What both sides of a merge want otherwise, and what nobody can tell apart."""

from typing import NamedTuple

from blueprint_cli.merging.values import Path


class Doubt(Exception):  # noqa: N818 - it is no error of the program
    """What both sides did cannot be told apart well enough; the reason is a clause."""


class Remarked(Doubt):
    """One side has written a comment about what the other one removed: the joint `about`."""

    def __init__(self, reason: str, about: int) -> None:
        super().__init__(reason)
        self.about = about


class Conflict(NamedTuple):
    """Something that both sides want otherwise: a key of an element, or with no key the whole.

    With `apart` it is only where the element stands, and it stands elsewhere in theirs.
    """

    joint: int
    path: Path
    reason: str
    apart: bool = False

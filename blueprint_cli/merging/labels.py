"""What conflict markers say."""

from typing import NamedTuple


class Labels(NamedTuple):
    """What conflict markers call the three versions, and how long they are."""

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    size: int = 7

"""Sizes of paper, in points.

Sources: ISO 216 for the A series, ANSI/ASME Y14.1 for letter and tabloid, and the usual American
size for legal.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Turn = Literal["portrait", "landscape"]

MARGIN = 10 / 25.4 * 72
"""What printers need to keep free at every edge: 10 mm."""


class Paper(NamedTuple):
    """A sheet as it is printed; `turn` is how it is held, None where that is not decided."""

    width: float
    height: float
    turn: Turn | None = None

    def turned(self, turn: Turn) -> "Paper":
        """The same paper, held so."""
        short, long = sorted((self.width, self.height))
        return Paper(long, short, turn) if turn == "landscape" else Paper(short, long, turn)


def _in_millimetres(width: float, height: float) -> Paper:
    return Paper(width / 25.4 * 72, height / 25.4 * 72)


def _in_inches(width: float, height: float) -> Paper:
    return Paper(width * 72, height * 72)


PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        "a0": _in_millimetres(841, 1189),
        "a1": _in_millimetres(594, 841),
        "a2": _in_millimetres(420, 594),
        "a3": _in_millimetres(297, 420),
        "a4": _in_millimetres(210, 297),
        "a5": _in_millimetres(148, 210),
        "letter": _in_inches(8.5, 11),
        "legal": _in_inches(8.5, 14),
        "tabloid": _in_inches(11, 17),
        "ledger": _in_inches(11, 17),
    }
)
"""All papers by their names."""

"""The way of an arrow: straight, through one gutter, or along a lane to a farther one.

Gutter `g` runs down at the left of column `g`, and one more at the right of the last column.
Channels run along the lanes: `2 * row` above the cards of a row and `2 * row + 1` below them.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from blueprint_cli.layout.blocks import Block
from blueprint_cli.layout.wires import Wire

Side = Literal["left", "right"]


class Route(NamedTuple):
    """An arrow's way from card `start` to card `end` (their numbers).

    `down`: straight between neighbours of a column; `along`: straight between neighbours of a row;
    `gutter`: through `gutter`; `channel`: through `gutter`, `channel` and then `far_gutter`. From a
    card to a gutter that is not beside it an arrow runs over the empty cells of the card's row.
    Routes of one `trunk`, which is the number of the first of them, share their line as far as they
    can.
    """

    way: Literal["down", "along", "gutter", "channel"]
    start: int
    end: int
    start_side: Side = "right"
    end_side: Side = "left"
    gutter: int = -1
    channel: int = -1
    far_gutter: int = -1
    trunk: int = -1

    def first(self, number: int) -> int:
        """The first route of its trunk, or its own `number` where it has none."""
        return self.trunk if self.trunk >= 0 else number


def side_label(number: int, wires: Sequence[Wire], routes: Sequence[Route]) -> Block | None:
    """The label that stands beside a card where this route leaves; a trunk has only one."""
    route = routes[number]
    shown = route.way != "down" and route.first(number) == number
    return wires[number].label if shown else None

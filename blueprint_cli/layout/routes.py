"""The way each arrow takes: straight, through one gutter, or along a lane to a farther one.

Gutter `g` runs down at the left of column `g`, and one more at the right of the last column.
Channels run along the lanes: `2 * row` above the cards of a row and `2 * row + 1` below them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.grid import Card, neighbours

Side = Literal["left", "right"]

MOST_DOWN = (sizes.CARD - 4 * sizes.GRID) // sizes.GRID
"""So many arrows leave the lower edge of a card."""


class Route(NamedTuple):
    """An arrow's way from card `start` to card `end` (their numbers).

    `down`: straight between neighbours of a column; `along`: straight between neighbours of a row;
    `gutter`: through `gutter`; `channel`: through `gutter`, `channel` and then `far_gutter`.
    """

    way: Literal["down", "along", "gutter", "channel"]
    start: int
    end: int
    start_side: Side = "right"
    end_side: Side = "left"
    gutter: int = -1
    channel: int = -1
    far_gutter: int = -1


def find_routes(cards: Sequence[Card], ends: Iterable[tuple[int, int]]) -> list[Route]:
    """The route of every arrow, given as the numbers of its two cards."""
    below, right = neighbours(cards)
    down: dict[tuple[int, int], int] = {}
    along: set[tuple[int, int]] = set()
    load: dict[int, int] = {}
    routes = []
    for start, end in ends:
        pair = (start, end) if below[start] == end or right[start] == end else (end, start)
        if below[pair[0]] == pair[1] and down.get(pair, 0) < MOST_DOWN:
            down[pair] = down.get(pair, 0) + 1
            routes.append(Route("down", start, end))
        elif right[pair[0]] == pair[1] and pair not in along:
            along.add(pair)
            routes.append(Route("along", start, end, *_sides(cards[start], cards[end])))
        else:
            routes.append(_around(cards, start, end, load))
    return routes


def _sides(start: Card, end: Card) -> tuple[Side, Side]:
    """Where an arrow leaves and where it arrives."""
    if start.column == end.column:
        return ("right", "right") if start.row <= end.row else ("left", "left")
    return ("right", "left") if start.column < end.column else ("left", "right")


def _around(cards: Sequence[Card], start: int, end: int, load: dict[int, int]) -> Route:
    one, two = cards[start], cards[end]
    sides = _sides(one, two)
    gutter = one.column + (sides[0] == "right")
    far_gutter = two.column + (sides[1] == "right")
    if gutter == far_gutter:
        return Route("gutter", start, end, *sides, gutter)
    channel = min(_channels(one.row, two.row), key=lambda number: load.get(number, 0))
    load[channel] = load.get(channel, 0) + 1
    return Route("channel", start, end, *sides, gutter, channel, far_gutter)


def _channels(start: int, end: int) -> Iterator[int]:
    """The channels that lie on the way, those at the arrow's end first."""
    if start == end:
        yield from (2 * start, 2 * start + 1) if start else (1,)
    elif start < end:
        yield from (2 * end, 2 * end - 1, 2 * start + 1, 2 * start + 2)
    else:
        yield from (2 * end + 1, 2 * end + 2, 2 * start, 2 * start - 1)

"""Which way each arrow takes, so that few cross and few bend."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from blueprint_cli.layout.downs import fit
from blueprint_cli.layout.grid import Card, Reach, neighbours, reaches
from blueprint_cli.layout.routes import Route, Side
from blueprint_cli.layout.traffic import Run, Traffic, runs
from blueprint_cli.layout.wires import Wire

_MOST_GUTTERS = 6
"""So many gutters are weighed where an arrow could take any of a row."""
_AGAINST = 2
"""What it counts against a channel that is not above the cards, for an arrow that leads back."""


class _Choice(NamedTuple):
    route: Route
    runs: list[Run]
    less_liked: int


def find_routes(cards: Sequence[Card], wires: Sequence[Wire], card: int) -> list[Route]:
    """The route of every arrow; `card` is the width of all cards.

    Where there is a choice, an arrow takes the way on which it meets the fewest that are there
    before it; then each chooses again, knowing all others.
    """
    straight = _straight(cards, wires, card)
    traffic = Traffic(cards)
    for route in straight.values():
        traffic.add(runs(cards, route))
    reach = reaches(cards)
    choices = {
        number: _choices(cards, wire, reach)
        for number, wire in enumerate(wires)
        if number not in straight
    }
    chosen = {number: each[0] for number, each in choices.items() if len(each) == 1}
    for choice in chosen.values():
        traffic.add(choice.runs)
    for _ in range(2):
        for number, each in choices.items():
            if len(each) > 1:
                if number in chosen:
                    traffic.add(chosen[number].runs, -1)
                chosen[number] = min(each, key=lambda choice: _cost(choice, traffic))
                traffic.add(chosen[number].runs)
    return [
        straight[number] if number in straight else chosen[number].route
        for number in range(len(wires))
    ]


def _cost(choice: _Choice, traffic: Traffic) -> int:
    route = choice.route
    cost = traffic.met(choice.runs) + choice.less_liked
    if route.way == "channel":
        low, high = sorted((route.gutter, route.far_gutter))
        cost += traffic.crowd(route.channel, low, high)
    return cost


def _straight(cards: Sequence[Card], wires: Sequence[Wire], card: int) -> dict[int, Route]:
    """The arrows between neighbours: all in a column that have room, and one in a row."""
    below, right = neighbours(cards)
    down: dict[tuple[int, int], list[int]] = {}
    along: set[tuple[int, int]] = set()
    straight: dict[int, Route] = {}
    for number, (start, end, *_) in enumerate(wires):
        pair = (start, end) if below[start] == end or right[start] == end else (end, start)
        if below[pair[0]] == pair[1]:
            beside = [*down.get(pair, ()), number]
            if fit([wires[each].label for each in beside], card):
                down[pair] = beside
                straight[number] = Route("down", start, end)
        elif right[pair[0]] == pair[1] and pair not in along:
            along.add(pair)
            straight[number] = Route("along", start, end, *_sides(cards[start], cards[end]))
    return straight


def _sides(start: Card, end: Card) -> tuple[Side, Side]:
    """Where an arrow leaves and where it arrives."""
    if start.column == end.column:
        return ("right", "right") if start.row <= end.row else ("left", "left")
    return ("right", "left") if start.column < end.column else ("left", "right")


def _choices(cards: Sequence[Card], wire: Wire, reach: Sequence[Reach]) -> list[_Choice]:
    """The ways with the fewest bends, the plainest first."""
    routes = list(_through_gutter(cards, wire, reach)) or list(_through_channel(cards, wire))
    back = cards[wire.end].column < cards[wire.start].column
    return [
        _Choice(route, runs(cards, route), _AGAINST if back and route.channel % 2 else 0)
        for route in routes
    ]


def _through_gutter(cards: Sequence[Card], wire: Wire, reach: Sequence[Reach]) -> Iterator[Route]:
    """Two bends: in a gutter that both cards' edges reach over empty cells."""
    start, end = cards[wire.start], cards[wire.end]
    sides = _sides(start, end)
    if start.column == end.column:
        for side in (sides[0], _other(sides[0])):
            gutter = start.column + (side == "right")
            yield Route("gutter", wire.start, wire.end, side, side, gutter)
        return
    left, right = (wire.start, wire.end) if start.column < end.column else (wire.end, wire.start)
    first = max(cards[left].column + 1, reach[right].left)
    last = min(cards[right].column, reach[left].right)
    gutters = range(first, last + 1)
    half = _MOST_GUTTERS // 2
    weighed = [*gutters[:half], *gutters[half:][-half:]]
    for gutter in weighed if sides[0] == "right" else reversed(weighed):
        yield Route("gutter", wire.start, wire.end, *sides, gutter)


def _other(side: Side) -> Side:
    return "left" if side == "right" else "right"


def _through_channel(cards: Sequence[Card], wire: Wire) -> Iterator[Route]:
    """Four bends: down or up beside the one card, along a lane, and to the other card."""
    start, end = cards[wire.start], cards[wire.end]
    sides = _sides(start, end)
    gutter = start.column + (sides[0] == "right")
    far_gutter = end.column + (sides[1] == "right")
    for channel in _channels(start.row, end.row):
        yield Route("channel", wire.start, wire.end, *sides, gutter, channel, far_gutter)


def _channels(start: int, end: int) -> Iterator[int]:
    """The channels that lie on the way, those at the arrow's end first."""
    if start == end:
        yield from (2 * start, 2 * start + 1) if start else (1,)
    elif start < end:
        yield from (2 * end, 2 * end - 1, 2 * start + 1, 2 * start + 2)
    else:
        yield from (2 * end + 1, 2 * end + 2, 2 * start, 2 * start - 1)

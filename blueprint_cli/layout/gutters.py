"""How wide the gutters between the columns are, and where in them the arrows run.

A gutter has the labels of arrows from the cards at its left first, then the tracks, then the labels
of arrows from the cards at its right, and last what is kept free for upright lines.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.ends import Ends
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.heights import Frame
from blueprint_cli.layout.ports import Port
from blueprint_cli.layout.routes import Route, side_label
from blueprint_cli.layout.tracks import Stretch, Turn, assign_tracks, stretch
from blueprint_cli.layout.wires import Wire

_APART = 12.0
"""Two arrows on one track keep this distance."""
LABEL_PAD = 4
"""From a card to the label of an arrow that leaves it."""
HEADED_PAD = 10
"""The same where the arrow has a head at this end too."""
_AFTER_LABEL = 8
"""From a label to the first track."""


class Gutters(NamedTuple):
    """The left of each column, the right end of the last gutter, and each arrow's vertical runs.

    `runs` gives the x of the run that begins at one end of an arrow; an arrow through one gutter
    has only that of its start.
    """

    columns: list[float]
    right: float
    runs: dict[Port, float]


class _Member(NamedTuple):
    """A run, and the ends of arrows that it begins at: of all those of a trunk."""

    ports: Sequence[Port]
    stretch: Stretch


class _Sides(NamedTuple):
    """What a gutter keeps free at the left and right of its tracks."""

    left: list[float]
    right: list[float]


def place_gutters(
    cards: Sequence[Card],
    wires: Sequence[Wire],
    routes: Sequence[Route],
    ends: Sequence[Ends],
    frame: Frame,
) -> Gutters:
    """All x values of a picture."""
    offsets: dict[Port, tuple[int, float]] = {}
    widths: list[int] = []
    sides = _sides(cards, wires, routes, frame.columns)
    for gutter, members in enumerate(_members(routes, ends, frame.columns)):
        tracks, count = assign_tracks([member.stretch for member in members], _APART)
        left, right = sides.left[gutter], sides.right[gutter]
        width = _width(count, left, right, outer=gutter in (0, frame.columns))
        first = left + (width - left - right - sizes.TRACK * max(0, count - 1)) / 2
        for member, track in zip(members, tracks, strict=True):
            for port in member.ports:
                offsets[port] = gutter, first + sizes.TRACK * track
        widths.append(width + frame.before[gutter])
    lefts = [
        float(frame.left + total + frame.card * number)
        for number, total in enumerate(accumulate(widths, initial=0))
    ]
    columns = [left + width for left, width in zip(lefts[:-2], widths[:-1], strict=True)]
    runs = {port: lefts[gutter] + offset for port, (gutter, offset) in offsets.items()}
    return Gutters(columns, lefts[-2] + widths[-1], runs)


def _sides(
    cards: Sequence[Card], wires: Sequence[Wire], routes: Sequence[Route], columns: int
) -> _Sides:
    """As wide as the widest label there."""
    sides = _Sides(*([float(sizes.GUTTER_SIDE)] * (columns + 1) for _ in range(2)))
    for number, route in enumerate(routes):
        label = side_label(number, wires, routes)
        if label:
            column = cards[route.start].column
            side, gutter = (
                (sides.left, column + 1) if route.start_side == "right" else (sides.right, column)
            )
            needed = label_pad(wires[number]) + label.width + _AFTER_LABEL
            side[gutter] = max(side[gutter], needed)
    return sides


def label_pad(wire: Wire) -> int:
    """From the card to the label."""
    return HEADED_PAD if wire.kind == "agrees_with" else LABEL_PAD


def _width(tracks: int, left: float, right: float, *, outer: bool) -> int:
    labelled = left + right > 2 * sizes.GUTTER_SIDE
    if not tracks and not labelled:
        return sizes.GUTTER_SIDE if outer else sizes.GUTTER
    return sizes.on_grid(left + right + sizes.TRACK * max(0, tracks - 1))


def _members(routes: Sequence[Route], ends: Sequence[Ends], columns: int) -> list[list[_Member]]:
    """The vertical runs in each gutter; those of a trunk are one."""
    runs: dict[tuple[int, int, int], tuple[list[Port], list[Turn]]] = {}
    for number, (route, (start, end, level)) in enumerate(zip(routes, ends, strict=True)):
        at_start = Turn(start, route.start_side == "left")
        at_end = Turn(end, route.end_side == "left")
        first = route.first(number)
        if route.way == "gutter" and start != end:
            _add(runs, (route.gutter, first, -1), Port(number, "start"), (at_start, at_end))
        elif route.way == "channel":
            forward = route.far_gutter > route.gutter
            leaving = (at_start, Turn(level, forward))
            _add(runs, (route.gutter, first, -1), Port(number, "start"), leaving)
            arriving = (at_end, Turn(level, not forward))
            key = (route.far_gutter, first, route.channel)
            _add(runs, key, Port(number, "end"), arriving)
    gutters: list[list[_Member]] = [[] for _ in range(columns + 1)]
    for (gutter, _, _), (ports, turns) in runs.items():
        gutters[gutter].append(_Member(ports, stretch(turns)))
    return gutters


def _add(
    runs: dict[tuple[int, int, int], tuple[list[Port], list[Turn]]],
    key: tuple[int, int, int],
    port: Port,
    turns: tuple[Turn, Turn],
) -> None:
    ports, known = runs.setdefault(key, ([], []))
    ports.append(port)
    known += turns

"""How wide the gutters between the columns are, and where in them the arrows run."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.heights import Ends, Frame
from blueprint_cli.layout.ports import Port
from blueprint_cli.layout.routes import Route
from blueprint_cli.layout.tracks import Stretch, assign_tracks

_APART = 12.0
"""Two arrows on one track keep this distance."""


class Gutters(NamedTuple):
    """The left of each column, the right end of the last gutter, and each arrow's vertical runs.

    `runs` gives the x of the run that begins at one end of an arrow; an arrow through one gutter
    has only that of its start.
    """

    columns: list[float]
    right: float
    runs: dict[Port, float]


class _Member(NamedTuple):
    port: Port
    stretch: Stretch


def place_gutters(routes: Sequence[Route], ends: Sequence[Ends], frame: Frame) -> Gutters:
    """All x values of a picture."""
    offsets: dict[Port, tuple[int, float]] = {}
    widths: list[int] = []
    for gutter, members in enumerate(_members(routes, ends, frame.columns)):
        tracks, count = assign_tracks([member.stretch for member in members], _APART)
        width = _width(count, outer=gutter in (0, frame.columns))
        first = (width - sizes.TRACK * max(0, count - 1)) / 2
        for member, track in zip(members, tracks, strict=True):
            offsets[member.port] = gutter, first + sizes.TRACK * track
        widths.append(width + frame.before[gutter])
    lefts = [
        float(frame.left + total + frame.card * number)
        for number, total in enumerate(accumulate(widths, initial=0))
    ]
    columns = [left + width for left, width in zip(lefts[:-2], widths[:-1], strict=True)]
    runs = {port: lefts[gutter] + offset for port, (gutter, offset) in offsets.items()}
    return Gutters(columns, lefts[-2] + widths[-1], runs)


def _width(tracks: int, *, outer: bool) -> int:
    if not tracks:
        return sizes.GUTTER_SIDE if outer else sizes.GUTTER
    return max(sizes.GUTTER, 2 * sizes.GUTTER_SIDE + sizes.TRACK * (tracks - 1))


def _members(routes: Sequence[Route], ends: Sequence[Ends], columns: int) -> list[list[_Member]]:
    """The vertical runs in each gutter."""
    gutters: list[list[_Member]] = [[] for _ in range(columns + 1)]
    for number, (route, (start, end, level)) in enumerate(zip(routes, ends, strict=True)):
        at_start = (start, route.start_side == "left")
        at_end = (end, route.end_side == "left")
        if route.way == "gutter" and start != end:
            gutters[route.gutter].append(_Member(Port(number, "start"), _run(at_start, at_end)))
        elif route.way == "channel":
            forward = route.far_gutter > route.gutter
            leaving = _Member(Port(number, "start"), _run(at_start, (level, forward)))
            arriving = _Member(Port(number, "end"), _run(at_end, (level, not forward)))
            gutters[route.gutter].append(leaving)
            gutters[route.far_gutter].append(arriving)
    return gutters


def _run(one: tuple[float, bool], two: tuple[float, bool]) -> Stretch:
    """A vertical run between two heights, each with whether the arrow goes on to its right.

    So it does at the left edge of a card.
    """
    low, high = sorted((one, two))
    return Stretch(low[0], high[0], low[1], high[1])

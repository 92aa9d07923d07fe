"""Arrows that run side by side: which of them takes which track of a gutter."""

from collections.abc import Sequence
from typing import NamedTuple


class Stretch(NamedTuple):
    """A straight run in a gutter from `low` to `high`, and where the arrow goes on at its two ends.

    In a vertical gutter `low` and `high` are y values and "after" is to the right; in a horizontal
    one they are x values (or the numbers of gutters) and "after" is below.
    """

    low: float
    high: float
    low_after: bool
    high_after: bool


_IMPROVING_PASSES = 4


def assign_tracks(stretches: Sequence[Stretch], apart: float) -> tuple[list[int], int]:
    """The track of each stretch, from 0, and how many tracks there are.

    Stretches on one track keep a distance of more than `apart`. Neighbours are ordered so that
    few arrows cross where they turn off; the order is a heuristic (finding the best one is a
    linear ordering problem, which is NP-hard).
    """
    order = _improve(sorted(range(len(stretches)), key=lambda n: _rank(stretches[n])), stretches)
    tracks: list[list[Stretch]] = []
    chosen = [0] * len(stretches)
    for number in order:
        stretch = stretches[number]
        track = _first_free(tracks, stretch, apart)
        if track == len(tracks):
            tracks.append([])
        tracks[track].append(stretch)
        chosen[number] = track
    return chosen, len(tracks)


def _rank(stretch: Stretch) -> tuple[int, float, float]:
    """Brackets that open to one side stay near that side, the short ones nearest."""
    low, high, low_after, high_after = stretch
    if low_after and high_after:
        return (2, low - high, low)
    if not low_after and not high_after:
        return (0, high - low, low)
    return (1, low if low_after else -low, high)


def _improve(order: list[int], stretches: Sequence[Stretch]) -> list[int]:
    for _ in range(_IMPROVING_PASSES):
        swapped = False
        for place in range(len(order) - 1):
            one, two = stretches[order[place]], stretches[order[place + 1]]
            if _crossings(two, one) < _crossings(one, two):
                order[place : place + 2] = order[place + 1], order[place]
                swapped = True
        if not swapped:
            break
    return order


def _crossings(before: Stretch, after: Stretch) -> int:
    """How often the two arrows cross if `before` runs on the lesser track."""
    low, high, low_after, high_after = before
    other_low, other_high, other_low_after, other_high_after = after
    return (
        (low_after and other_low < low < other_high)
        + (high_after and other_low < high < other_high)
        + (not other_low_after and low < other_low < high)
        + (not other_high_after and low < other_high < high)
    )


def _first_free(tracks: list[list[Stretch]], stretch: Stretch, apart: float) -> int:
    """The track after the last one that is taken there, so that the order is kept."""
    low, high = stretch.low - apart, stretch.high + apart
    for number in range(len(tracks) - 1, -1, -1):
        for other in tracks[number]:
            if other[0] <= high and low <= other[1]:
                return number + 1
    return 0

"""Arrows that run side by side: which of them takes which track of a gutter."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Turn(NamedTuple):
    """Where arrows leave a stretch or come to it, and whether on its "after" side."""

    at: float
    after: bool


class Stretch(NamedTuple):
    """A straight run in a gutter from its first turn to its last; a trunk has more than these two.

    In a vertical gutter turns are at y values and "after" is to the right; in a horizontal one they
    are at x values (or the numbers of gutters) and "after" is below.
    """

    turns: tuple[Turn, ...]

    @property
    def low(self) -> float:
        """Where it begins."""
        return self.turns[0].at

    @property
    def high(self) -> float:
        """Where it ends."""
        return self.turns[-1].at


def stretch(turns: Iterable[Turn]) -> Stretch:
    """The run between these turns, which may come in any order and more than once."""
    return Stretch(tuple(sorted(set(turns))))


_IMPROVING_PASSES = 4


def assign_tracks(stretches: Sequence[Stretch], apart: float) -> tuple[list[int], int]:
    """The track of each stretch, from 0, and how many tracks there are.

    Stretches on one track keep a distance of more than `apart`. Neighbours are ordered so that
    few arrows cross where they turn off; the order is a heuristic (finding the best one is a
    linear ordering problem, which is NP-hard).
    """
    order = _improve(sorted(range(len(stretches)), key=lambda n: _rank(stretches[n])), stretches)
    tracks: list[list[tuple[float, float]]] = []
    chosen = [0] * len(stretches)
    for number in order:
        turns = stretches[number].turns
        low, high = turns[0].at, turns[-1].at
        track = _first_free(tracks, low - apart, high + apart)
        if track == len(tracks):
            tracks.append([])
        tracks[track].append((low, high))
        chosen[number] = track
    return chosen, len(tracks)


def _rank(stretch: Stretch) -> tuple[int, float, float]:
    """Brackets that open to one side stay near that side, the short ones nearest."""
    low, high = stretch.turns[0], stretch.turns[-1]
    if low.after and high.after:
        return (2, low.at - high.at, low.at)
    if not low.after and not high.after:
        return (0, high.at - low.at, low.at)
    return (1, low.at if low.after else -low.at, high.at)


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
    low, high = before.turns[0].at, before.turns[-1].at
    other_low, other_high = after.turns[0].at, after.turns[-1].at
    count = 0
    for at, on in before.turns:
        if on and other_low < at < other_high:
            count += 1
    for at, on in after.turns:
        if not on and low < at < high:
            count += 1
    return count


def _first_free(tracks: list[list[tuple[float, float]]], low: float, high: float) -> int:
    """The track after the last one that is taken there, so that the order is kept."""
    for number in range(len(tracks) - 1, -1, -1):
        for other in tracks[number]:
            if other[0] <= high and low <= other[1]:
                return number + 1
    return 0

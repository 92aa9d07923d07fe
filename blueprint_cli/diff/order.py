"""Which of many have moved: the fewest that explain the new order."""

from bisect import bisect_left
from collections.abc import Sequence


def moved(places: Sequence[int]) -> frozenset[int]:
    """Of things in their old order, given by their new places, those that left the order.

    The others are a longest increasing subsequence (C. Schensted, "Longest Increasing and
    Decreasing Subsequences", 1961), found by patience sorting. All are told by their old place.
    """
    tops: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for at, place in enumerate(places):
        pile = bisect_left(tops, place)
        before.append(tails[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        tails[pile : pile + 1] = [at]
    kept = set()
    at = tails[-1] if tails else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return frozenset(range(len(places))) - kept

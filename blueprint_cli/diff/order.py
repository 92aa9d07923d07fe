"""Which of many have moved: the fewest that explain the new order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple


class _Run(NamedTuple):
    """Things whose order holds: how many, what they are worth together, the last of them."""

    length: int
    worth: int
    last: int


_NOTHING = _Run(0, 0, -1)


def moved(places: Sequence[int], names: Sequence[object]) -> frozenset[int]:
    """Of things in their old order, given by their new places, those that left the order.

    The others are a longest increasing subsequence (C. Schensted, "Longest Increasing and
    Decreasing Subsequences", 1961), found with a tree of prefix maxima (P. M. Fenwick, "A New Data
    Structure for Cumulative Frequency Tables", 1994). Of several that are equally long it is the
    one that `names`, which must be comparable, put last: so what moved on the way there is what
    moves on the way back. All are told by their old place.
    """
    if all(one < other for one, other in pairwise(places)):
        return frozenset()
    worths = _worths(names)
    best = [_NOTHING] * (len(places) + 1)
    before: list[int] = []
    ranks = {place: rank for rank, place in enumerate(sorted(places), 1)}
    for at, place in enumerate(places):
        run = max(best[node] for node in _below(ranks[place] - 1))
        before.append(run.last)
        longer = _Run(run.length + 1, run.worth + worths[at], at)
        for node in _above(ranks[place], len(best)):
            best[node] = max(best[node], longer)
    kept = set()
    at = max(best[node] for node in _below(len(places))).last
    while at >= 0:
        kept.add(at)
        at = before[at]
    return frozenset(range(len(places))) - kept


def _worths(names: Sequence[object]) -> list[int]:
    """Powers of two, so that no two choices are worth the same."""
    ordered = sorted(range(len(names)), key=lambda at: names[at])  # type: ignore[arg-type,return-value]  # the caller's names can be compared
    worths = [0] * len(names)
    for rank, at in enumerate(ordered):
        worths[at] = 1 << rank
    return worths


def _below(node: int) -> Iterator[int]:
    """The nodes of the tree that together cover all ranks up to this one; at least the root."""
    while node > 0:
        yield node
        node &= node - 1
    yield 0


def _above(node: int, size: int) -> Iterator[int]:
    """The nodes of the tree that cover a rank."""
    while node < size:
        yield node
        node += node & -node

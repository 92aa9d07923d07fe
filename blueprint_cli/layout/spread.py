"""How the arrows at one edge of a card share its height.

Right edges have their arrows at whole multiples of the grid below the card's top and left edges
half a grid lower, so that two arrows in one gutter never run at one height. Above an arrow that
begins there stands its label. Most edges are alike, so what is found for one is kept.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from blueprint_cli.layout import sizes

LABEL_AWAY = 1.5
"""From a line to the label above it, and from there to the next line."""
_RISE = 8
"""So far above its card's top a label may begin."""
_LOWEST_STRAIGHT = 56
"""Other arrows push down one that runs straight to the next card as far as this."""


class Edge(NamedTuple):
    """The heights of the labels of an edge's arrows from top to bottom, 0 for those without one.

    `straight` is the place of the arrow that runs straight to the next card, or -1.
    """

    labels: tuple[float, ...]
    left: bool
    straight: int = -1

    @property
    def half(self) -> int:
        """How far below the grid its arrows meet it."""
        return sizes.GRID // 2 if self.left else 0


def above(label: float) -> int:
    """How far an arrow with a label of this height stays below the one before it."""
    return max(sizes.GRID, sizes.on_grid(label + 2 * LABEL_AWAY)) if label else sizes.GRID


def first(label: float) -> int:
    """How far it stays below the top of its card."""
    return max(sizes.GRID, sizes.on_grid(label + LABEL_AWAY - _RISE)) if label else sizes.GRID


@lru_cache(maxsize=1 << 14)
def straight_height(edge: Edge) -> int:
    """Where the straight arrow of this edge would best leave, below its card's top."""
    alone = max(sizes.STRAIGHT, first(edge.labels[edge.straight]))
    offsets = _packed(edge.labels[: edge.straight], edge.half)
    if not offsets:
        return alone
    wanted = sizes.on_grid(offsets[-1] + above(edge.labels[edge.straight]))
    return max(alone, min(wanted, _LOWEST_STRAIGHT))


@lru_cache(maxsize=1 << 14)
def least_height(edge: Edge, straight: int) -> int:
    """The height that a card needs for this edge."""
    offsets = _tight(edge, straight)
    return sizes.on_grid(max(offsets) + sizes.GRID)


@lru_cache(maxsize=1 << 14)
def spread(edge: Edge, straight: int, height: int) -> Sequence[int]:
    """The offsets of its arrows: loose where there is room, about the middle or the straight."""
    loose = _loose(edge, straight)
    offsets = loose if max(loose) <= height - sizes.GRID else _tight(edge, straight)
    if edge.straight >= 0:
        return offsets
    free = (height - offsets[-1]) - offsets[0] + edge.half
    shift = max(0, int(free / 2 / sizes.GRID) * sizes.GRID)
    return [offset + shift for offset in offsets]


def _tight(edge: Edge, straight: int) -> list[int]:
    return _offsets(edge, straight, sizes.GRID)


def _loose(edge: Edge, straight: int) -> list[int]:
    return _offsets(edge, straight, 2 * sizes.GRID)


def _offsets(edge: Edge, straight: int, least: int) -> list[int]:
    """All offsets, at least so far apart; what has no place above the straight one comes below."""
    if edge.straight < 0:
        return _packed(edge.labels, edge.half, least)
    upper = _packed(edge.labels[: edge.straight], edge.half)
    room = straight - above(edge.labels[edge.straight])
    upper = [offset for offset in upper if offset <= room]
    others = [*edge.labels[len(upper) : edge.straight], *edge.labels[edge.straight + 1 :]]
    lower: list[int] = []
    at = straight + edge.half
    for label in others:
        at += max(least, above(label))
        lower.append(at)
    offsets = [*upper, *lower]
    offsets.insert(edge.straight, straight)
    return offsets


def _packed(labels: Sequence[float], half: int, least: int = sizes.GRID) -> list[int]:
    """One below the other from the top of the card."""
    offsets: list[int] = []
    for label in labels:
        at = offsets[-1] + max(least, above(label)) if offsets else half + first(label)
        offsets.append(at)
    return offsets

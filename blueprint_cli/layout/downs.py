"""Arrows straight down or up between neighbours of a column, with their labels beside them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.blocks import Block
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.routes import Route
from blueprint_cli.layout.wires import Wire

_BESIDE = 6
"""From an upright line to the label beside it."""
_AWAY = 2
"""From a card's edge to the label below or above it."""
_MOST_LABELS = 2
"""One at the right of all lines, one at their left."""


class Down(NamedTuple):
    """Where an arrow runs, and its label begins, counted from the left edge of its cards."""

    line: float
    label: float


class Rooms(NamedTuple):
    """What is kept free below and above each card for the labels of arrows that leave it there."""

    below: Sequence[float]
    above: Sequence[float]


def fit(labels: Sequence[Block | None], card: int) -> bool:
    """Whether arrows with these labels have room side by side between two cards."""
    widths = [label.width for label in labels if label]
    least = [sizes.GRID] * (_MOST_LABELS - len(widths)) + [_beside(width) for width in widths]
    return len(widths) <= _MOST_LABELS and sum(least) + sizes.GRID * (len(labels) - 1) <= card


def _beside(width: float) -> float:
    """What a label takes beside its line."""
    return width + 2 * _BESIDE


def rooms(cards: Sequence[Card], wires: Sequence[Wire], routes: Sequence[Route]) -> Rooms:
    """What the labels need below and above the cards."""
    below, above = [0.0] * len(cards), [0.0] * len(cards)
    for wire, route in zip(wires, routes, strict=True):
        if route.way == "down" and wire.label:
            room = below if cards[route.start].cell < cards[route.end].cell else above
            room[route.start] = max(room[route.start], wire.label.height + 2 * _AWAY)
    return Rooms(below, above)


def place_downs(wires: Sequence[Wire], routes: Sequence[Route], card: int) -> Mapping[int, Down]:
    """Where the lines run between their cards, whose width is `card`, and where labels begin."""
    pairs: dict[tuple[int, int], list[int]] = {}
    for number, route in enumerate(routes):
        if route.way == "down":
            low, high = sorted((route.start, route.end))
            pairs.setdefault((low, high), []).append(number)
    placed: dict[int, Down] = {}
    for numbers in pairs.values():
        placed |= _side_by_side(numbers, wires, card)
    return placed


def _side_by_side(numbers: Sequence[int], wires: Sequence[Wire], card: int) -> dict[int, Down]:
    """About the middle of the cards, or beside it where the labels need the room."""
    labelled = [number for number in numbers if wires[number].label]
    plain = [number for number in numbers if not wires[number].label]
    order = [*labelled[1:], *plain, *labelled[:1]]
    left = _needed(wires[labelled[1]].label if labelled[1:] else None)
    right = _needed(wires[labelled[0]].label if labelled else None)
    step = 2 * sizes.GRID
    if left + right + step * (len(order) - 1) > card:
        step = sizes.GRID
    span = step * (len(order) - 1)
    first = max(left, min((card - span) / 2, card - span - right))
    placed = {}
    for at, number in enumerate(order):
        line, label = first + step * at, wires[number].label
        before = label is not None and at == 0 and len(labelled) > 1
        shift = -_BESIDE - label.width if label and before else _BESIDE
        placed[number] = Down(line, line + shift)
    return placed


def _needed(label: Block | None) -> float:
    return _beside(label.width) if label else sizes.GRID


def label_top(top: float, height: int, label: Block, *, below: bool) -> float:
    """The y of a label below or above a card of this top and height."""
    return top + height + _AWAY if below else top - _AWAY - label.height

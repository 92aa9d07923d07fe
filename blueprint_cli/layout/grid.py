"""Which card stands where in the grid of steps and lanes, before anything is measured out."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from blueprint_cli.layout.blocks import Block


class Card(NamedTuple):
    """A text in a cell of the grid.

    `column` is the step, from 0. `row` is 0 for the steps themselves and then the lanes from 1;
    `place` counts the cards of one cell from the top, from 0.
    """

    key: str
    column: int
    row: int
    place: int
    text: Block

    @property
    def cell(self) -> tuple[int, int, int]:
        """Where it stands among all cards, column by column from the top."""
        return self.column, self.row, self.place


class Neighbours(NamedTuple):
    """For each card the next one below it in its column, and the next to its right in its row.

    Both are numbers of cards, -1 where there is none. Only the top cards of cells have one to the
    right, since only they stand at one height for certain.
    """

    below: list[int]
    right: list[int]


def neighbours(cards: Sequence[Card]) -> Neighbours:
    """Who stands next to whom."""
    below, right = [-1] * len(cards), [-1] * len(cards)
    order = range(len(cards))
    down = sorted(order, key=lambda n: cards[n].cell)
    for one, two in pairwise(down):
        if cards[one].column == cards[two].column:
            below[one] = two
    tops = (n for n in order if cards[n].place == 0)
    along = sorted(tops, key=lambda n: (cards[n].row, cards[n].column))
    for one, two in pairwise(along):
        if cards[one].row == cards[two].row:
            right[one] = two
    return Neighbours(below, right)


class Reach(NamedTuple):
    """The farthest gutters that lines come to from a card's edges over the empty cells beside it.

    Gutter `g` lies at the left of column `g`.
    """

    left: int
    right: int


def reaches(cards: Sequence[Card]) -> list[Reach]:
    """How far each card's edges reach; its whole cell counts as one."""
    columns = max((card.column for card in cards), default=-1) + 1
    rows: dict[int, set[int]] = {}
    for card in cards:
        rows.setdefault(card.row, set()).add(card.column)
    found: dict[tuple[int, int], Reach] = {}
    for row, taken in rows.items():
        along = [-1, *sorted(taken), columns]
        for before, column, after in zip(along, along[1:], along[2:], strict=False):
            found[row, column] = Reach(before + 1, after)
    return [found[card.row, card.column] for card in cards]

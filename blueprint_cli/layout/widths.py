"""How wide cards and labels are: as wide as the longest word needs, within reason."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.lettering import measure
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index

_LONG = 12
"""Shorter words fit anywhere."""

_UNSPACED = "\u1100"
"""From here on stand the scripts that are written without spaces, and are broken anywhere."""


class Widths(NamedTuple):
    """Of a card, and of the label at the left of a lane, each with its border."""

    card: int
    lane: int

    @property
    def card_text(self) -> int:
        """What a card leaves for its text."""
        return self.card - 2 * sizes.CARD_PAD

    @property
    def lane_text(self) -> int:
        """What a lane's label leaves for its text."""
        return self.lane - _AROUND_LANE


_AROUND_LANE = 2 * sizes.CARD_PAD + sizes.LANE_STRIPE


def find_widths(blueprint: Blueprint, index: Index) -> Widths:
    """The least widths, or more where a word would have to be broken.

    What the people of a lane need takes many lines, so labels that hold it are wider.
    """
    names = [step.name for step in blueprint.steps]
    names += [placed.action.name for placed in index.actions]
    card = sizes.on_grid(_widest(names) + 2 * sizes.CARD_PAD)
    lane = sizes.on_grid(_widest(lane.name for lane in blueprint.lanes) + _AROUND_LANE)
    enabled = any(lane.enablers for lane in blueprint.lanes)
    least = sizes.ENABLED_LANE_LABEL if enabled else sizes.LANE_LABEL
    return Widths(
        max(sizes.CARD, min(card, sizes.WIDEST_CARD)),
        max(least, min(lane, sizes.WIDEST_LANE_LABEL)),
    )


def _widest(names: Iterable[str]) -> float:
    """The width of the longest word in bold letters, 0 if all words are short."""
    words = _long_words(names)
    return max((measure(word, sizes.STEP_TEXT, bold=True) for word in words), default=0.0)


def _long_words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if len(name) > _LONG:
            yield from (
                word for word in name.split() if len(word) > _LONG and max(word) < _UNSPACED
            )

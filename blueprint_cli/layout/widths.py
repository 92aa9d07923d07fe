"""How wide the cards of a picture are: as wide as its longest word needs, within reason."""

from collections.abc import Iterator

from blueprint_cli.layout import sizes
from blueprint_cli.lettering import measure
from blueprint_cli.model import Blueprint
from blueprint_cli.references import Index

_LONG = 15
"""Shorter words fit any card."""

_UNSPACED = "\u1100"
"""From here on stand the scripts that are written without spaces, and are broken anywhere."""


def text_width(card: int) -> int:
    """The width that a card of a given width leaves for its text."""
    return card - 2 * sizes.CARD_PAD


def card_width(blueprint: Blueprint, index: Index) -> int:
    """The width of all cards: the least one, or more where a word would be broken otherwise."""
    widest = max(
        (measure(word, sizes.STEP_TEXT, bold=True) for word in _words(blueprint, index)),
        default=0.0,
    )
    wanted = sizes.on_grid(widest + 2 * sizes.CARD_PAD)
    return max(sizes.CARD, min(wanted, sizes.WIDEST_CARD))


def _words(blueprint: Blueprint, index: Index) -> Iterator[str]:
    """The long words of the names on cards and headers."""
    names = [step.name for step in blueprint.steps]
    names += [placed.action.name for placed in index.actions]
    for name in names:
        if len(name) > _LONG:
            yield from (
                word for word in name.split() if len(word) > _LONG and max(word) < _UNSPACED
            )

"""The colour, the line and the sign of what is new, gone, moved or changed."""

from collections.abc import Mapping
from typing import NamedTuple

from blueprint_cli.drawing import Stroke
from blueprint_cli.marking.union import State
from blueprint_cli.theme import Theme, clear
from blueprint_cli.words import Words

_WIDER = 1.5
"""By so much are edges wider than those of what is as it was."""


class Dress(NamedTuple):
    """The colour and width of edges, and how they are broken; None where arrows keep their way."""

    color: str
    dash: Stroke | None = None
    width: float = 2.5


_DRESSES: Mapping[State, Dress] = {
    "added": Dress("#1a7f37"),
    "removed": Dress("#c62828", "dashed"),
    "moved": Dress("#0b5cad"),
    "left": Dress("#0b5cad", "dotted"),
    "changed": Dress("#9a6700"),
}


def dresses(theme: Theme) -> Mapping[State, Dress]:
    """The dress of each state, so light or dark that it is seen well; in ink where all is grey."""
    gray = all(_is_gray(link.color) for link in theme.links.values())
    grounds = (theme.page, theme.card, *(lane.band for lane in theme.lanes.values()))
    width = theme.edge_width + _WIDER
    found = {}
    for state, dress in _DRESSES.items():
        color = None if gray else clear(dress.color, grounds, theme.least.text)
        found[state] = dress._replace(color=color or theme.text, width=width)
    return found


def _is_gray(color: str) -> bool:
    return color[1:3] == color[3:5] == color[5:7]


def sign(state: State, words: Words) -> str:
    """The sign of a state; an arrow points the way in which the language is read."""
    arrow = "←" if words.rtl else "→"
    return {"added": "+", "removed": "−", "changed": "≠"}.get(state, arrow)

"""The signs of marks: one shape a kind, so that none is told from another by its colour alone.

An F in a circle for a fail point and a W in a triangle for a wait are the signs of the field.
Source: Jane Kingman-Brundage, "The ABC's of Service System Blueprinting", in "Designing a Winning
Service Strategy", American Marketing Association, 1989.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from blueprint_cli.drawing import Label, Outline, Shape
from blueprint_cli.layout import sizes
from blueprint_cli.lettering import measure
from blueprint_cli.theme import Theme


class Form(NamedTuple):
    """The outline of a kind of mark, and the letter in it where it has always the same."""

    outline: Outline
    letter: str
    size: float = 7.5
    lower: float = 0.0
    """The letter's size, and how far below the middle it stands."""


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "moment-of-truth": Form("star", ""),
        "wait": Form("triangle", "W", 6.0, 0.9),
        "fail-point": Form("circle", "F"),
        "pain-point": Form("octagon", ""),
        "opportunity": Form("diamond", "+"),
        "question": Form("rounded", "?"),
    }
)
"""All kinds of marks, in the order in which they are told."""

_CAPITAL = 0.36
"""Half the height of a capital letter, as a share of the text's size."""


class Sign(NamedTuple):
    """A mark of one `kind`; `letter` is a pain point's severity, `times` how many it stands for.

    A text that goes on about the mark before it has the sign of that one with 0 `times`.
    """

    kind: str
    letter: str
    title: str
    times: int = 1


def sign_shape(sign: Sign, x: float, y: float, theme: Theme) -> Shape:
    """The sign with its top left corner at (x, y)."""
    form, look, side = FORMS[sign.kind], theme.marks[sign.kind], sizes.SIGN
    letter = sign.letter or form.letter
    text = Label(
        (letter,), x + side / 2, y + side / 2 + form.lower + _CAPITAL * form.size,
        form.size, look.sign, bold=True, align="middle",
    )  # fmt: skip
    return Shape(
        "", ("sign",), "", x, y, side, side, fill=look.fill, stroke=look.ring,
        outline=form.outline, labels=(text,) if letter else (),
    )  # fmt: skip


def counted(sign: Sign, x: float, y: float, color: str, theme: Theme) -> Shape:
    """The sign and how often it occurs, as one mark."""
    text = Label(
        (_count(sign),), x + sizes.SIGN + 2, y + sizes.SIGN / 2 + _CAPITAL * sizes.QUIET_TEXT,
        sizes.QUIET_TEXT, color, bold=True,
    )  # fmt: skip
    return Shape(
        "", ("mark", sign.kind), sign.title, x, y, tally_width(sign), sizes.SIGN,
        fill="none", stroke="none", outline="none", labels=(text,) if sign.times > 1 else (),
        parts=(sign_shape(sign, x, y, theme),),
    )  # fmt: skip


def tally_width(sign: Sign) -> float:
    """What a counted sign takes up with the distance to the next."""
    text = measure(_count(sign), sizes.QUIET_TEXT, bold=True) + 2 if sign.times > 1 else 0.0
    return sizes.SIGN + text + 6


def _count(sign: Sign) -> str:
    return f"×{sign.times}"

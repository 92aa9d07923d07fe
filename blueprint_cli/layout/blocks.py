"""Texts made to fit a width: what their lines are and how high they stand."""

from collections.abc import Iterable
from typing import NamedTuple

from blueprint_cli.drawing import LINE_PITCH, Align, Label
from blueprint_cli.layout import sizes
from blueprint_cli.lettering import is_rtl, wrap

_ASCENT = 0.93
"""From the top of a line to its baseline, as a share of the text's size."""

_PARAGRAPH_GAP = 3.0


class Paragraph(NamedTuple):
    """Lines that are already broken, in one size."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    quiet: bool
    rtl: bool

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return len(self.lines) * self.size * LINE_PITCH


class Block(NamedTuple):
    """Paragraphs, one below the other, broken at `width`; `height` is that of all together."""

    paragraphs: tuple[Paragraph, ...]
    width: float
    height: float


def block(
    name: str, details: Iterable[str], width: float, size: float, *, bold: bool = False
) -> Block:
    """A name and, below it in quiet letters, what else is to be said, all broken at `width`.

    The name's direction decides at which side all stand.
    """
    quiet = sizes.QUIET_TEXT
    rtl = is_rtl(name)
    texts = [Paragraph(wrap(name, width, size, bold=bold), size, bold, quiet=False, rtl=rtl)]
    texts += (
        Paragraph(wrap(detail, width, quiet), quiet, bold=False, quiet=True, rtl=rtl)
        for detail in details
    )
    paragraphs = tuple(paragraph for paragraph in texts if paragraph.lines)
    gaps = _PARAGRAPH_GAP * max(0, len(paragraphs) - 1)
    return Block(paragraphs, width, sum(each.height for each in paragraphs) + gaps)


def labels(
    text: Block, x: float, y: float, colors: tuple[str, str], *, middle: bool = False
) -> tuple[Label, ...]:
    """The block with its top left corner at (x, y); the colours are of names and of quiet texts."""
    made = []
    for paragraph in text.paragraphs:
        align, shift = _alignment(paragraph, text.width, middle=middle)
        made.append(
            Label(
                lines=paragraph.lines,
                x=x + shift,
                y=y + _ASCENT * paragraph.size,
                size=paragraph.size,
                color=colors[paragraph.quiet],
                bold=paragraph.bold,
                align=align,
            )
        )
        y += paragraph.height + _PARAGRAPH_GAP
    return tuple(made)


def _alignment(paragraph: Paragraph, width: float, *, middle: bool) -> tuple[Align, float]:
    if middle:
        return "middle", width / 2
    return ("right", width) if paragraph.rtl else ("left", 0.0)

"""The legend of a marked picture: what the edges and signs of its cards mean."""

from collections.abc import Mapping, Sequence

from blueprint_cli.drawing import Drawing, Label, Shape
from blueprint_cli.layout import sizes
from blueprint_cli.layout.mirror import mirrored
from blueprint_cli.lettering import measure
from blueprint_cli.look import Look
from blueprint_cli.marking.badges import SIDE, Area, badge
from blueprint_cli.marking.dresses import Dress
from blueprint_cli.marking.union import State

_ASCENT = 0.36
"""How far below the middle of a line its baseline is, as a share of the text's size."""
_PAD = 3.0


def explained(
    drawing: Drawing, used: Sequence[State], dressed: Mapping[State, Dress], look: Look
) -> Drawing:
    """The picture with rows below it that tell what each state that occurs looks like."""
    if not used:
        return drawing
    own = [shape for shape in drawing.shapes if "legend" in shape.classes]
    top = own[0].bottom if own else float(drawing.height - sizes.MARGIN + sizes.HEADER_GAP)
    right = float(drawing.width - sizes.MARGIN)
    samples: list[Shape] = []
    x, y = float(sizes.MARGIN), top
    for state in used:
        text = look.words.changes[state]
        width = sizes.LEGEND_SAMPLE + sizes.GRID + measure(text, sizes.QUIET_TEXT) + 1
        if x + width > right and x > sizes.MARGIN:
            x, y = float(sizes.MARGIN), y + sizes.LEGEND_HEIGHT
        samples += _sample(state, Area(x, y, x + width, y + sizes.LEGEND_HEIGHT), dressed, look)
        x += width + sizes.LEGEND_GAP
    words = look.words
    said = words.comma.join(words.changes[each] for each in used)
    bottom = y + sizes.LEGEND_HEIGHT
    legend = Shape(
        "changes-legend", ("changes-legend",), f"{words.legend}{words.colon}{said}",
        sizes.MARGIN, top, max(each.right for each in samples) - sizes.MARGIN, bottom - top,
        fill="none", stroke="none", outline="none", parts=tuple(samples),
    )  # fmt: skip
    alone = drawing._replace(shapes=(legend,), paths=())
    placed = mirrored(alone) if drawing.rtl else alone
    return drawing._replace(
        shapes=(*drawing.shapes, *placed.shapes),
        height=max(drawing.height, int(-(-bottom // 1)) + sizes.MARGIN),
    )


def _sample(
    state: State, area: Area, dressed: Mapping[State, Dress], look: Look
) -> Sequence[Shape]:
    """A small card with the edge and the sign of the state, and beside it the word."""
    left, top, right, bottom = area
    middle = (top + bottom) / 2
    card = Shape(
        "", ("legend-sample", state), "", left, top + _PAD, sizes.LEGEND_SAMPLE - SIDE / 2,
        bottom - top - 2 * _PAD, fill=look.theme.card, stroke=dressed[state].color,
        stroke_width=dressed[state].width, dash=dressed[state].dash or "solid", outline="rounded",
    )  # fmt: skip
    at = left + sizes.LEGEND_SAMPLE - SIDE
    sign = badge(state, Area(at, middle - SIDE / 2, at + SIDE, middle + SIDE / 2), dressed, look)
    start = left + sizes.LEGEND_SAMPLE + sizes.GRID
    text = Label(
        (look.words.changes[state],), start, middle + _ASCENT * sizes.QUIET_TEXT,
        sizes.QUIET_TEXT, look.theme.quiet,
    )  # fmt: skip
    word = Shape(
        "", ("legend-text", state), "", start, top, right - start, bottom - top,
        fill="none", stroke="none", outline="none", labels=(text,),
    )  # fmt: skip
    return card, sign, word

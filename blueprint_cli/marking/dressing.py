"""How cards, headers and arrows look that are new, gone, moved or changed, and what that means."""

from collections.abc import Mapping
from typing import NamedTuple

from blueprint_cli.drawing import Drawing, Label, Path, Shape, Stroke
from blueprint_cli.layout import sizes
from blueprint_cli.lettering import measure
from blueprint_cli.look import Look
from blueprint_cli.marking.union import State
from blueprint_cli.theme import Theme, clear, mixed

_WIDTH = 2.5
_ASCENT = 0.36
"""How far below the middle of a line its baseline is, as a share of the text's size."""
_SAMPLE = 28.0
_PALE = 0.55
"""So much of the page shines through what is gone."""


class Dress(NamedTuple):
    """The colour of edges and lines, how they are broken, and the word that explains it."""

    color: str
    dash: Stroke
    said: str


_DRESSES: Mapping[State, Dress] = {
    "added": Dress("#1a7f37", "solid", "+ new"),
    "removed": Dress("#c62828", "dashed", "− gone"),
    "moved": Dress("#0b5cad", "solid", "→ moved to here"),
    "left": Dress("#0b5cad", "dotted", "→ moved from here"),
    "changed": Dress("#9a6700", "solid", "≠ changed"),
}


def dressed(drawing: Drawing, states: Mapping[str, State], look: Look) -> Drawing:
    """The picture with what happened shown by edges, lines and a legend, and as classes."""
    shapes = tuple(_shape(shape, states.get(shape.id), look.theme) for shape in drawing.shapes)
    paths = tuple(_path(path, states.get(path.id), look.theme) for path in drawing.paths)
    ordered = tuple(sorted(paths, key=lambda path: path.id in states))
    drawn = drawing._replace(shapes=shapes, paths=ordered)
    ids = [*(shape.id for shape in shapes), *(path.id for path in paths)]
    used = {states[each] for each in ids if each in states}
    return _explained(drawn, [each for each in _DRESSES if each in used], look)


def _color(state: State, theme: Theme) -> str:
    """The state's colour, as light or dark as it must be to be seen."""
    color = _DRESSES[state].color
    grounds = (theme.page, theme.card, *(lane.band for lane in theme.lanes.values()))
    return clear(color, grounds, theme.least.shape) or theme.text


def _shape(shape: Shape, state: State | None, theme: Theme) -> Shape:
    if state is None:
        return shape
    gone = state in {"removed", "left"}
    pale = _paled(shape, theme) if gone else shape
    return pale._replace(
        classes=(*shape.classes, state),
        stroke=_color(state, theme),
        stroke_width=_WIDTH,
        dash=_DRESSES[state].dash,
    )


def _paled(shape: Shape, theme: Theme) -> Shape:
    """A ghost: the page shines through, and the texts stay readable."""
    page = theme.page
    labels = tuple(each._replace(color=theme.quiet) for each in shape.labels)
    return shape._replace(fill=mixed(shape.fill, page, _PALE), labels=labels)


def _path(path: Path, state: State | None, theme: Theme) -> Path:
    if state is None:
        return path
    return path._replace(
        classes=(*path.classes, state),
        color=_color(state, theme),
        width=max(path.width, _WIDTH * 0.8),
        dash=_DRESSES[state].dash if state == "removed" else path.dash,
    )


def _explained(drawing: Drawing, used: list[State], look: Look) -> Drawing:
    """The picture with a row below it that says what the edges mean."""
    x, top = float(sizes.MARGIN), float(drawing.height)
    shapes = []
    for state in used:
        width = _SAMPLE + sizes.GRID + measure(_DRESSES[state].said, sizes.QUIET_TEXT) + 1
        shapes.append(_sample(state, x, top, width, look.theme))
        x += width + sizes.LEGEND_GAP
    if not shapes:
        return drawing
    legend = Shape(
        "changes-legend", ("changes-legend",), "; ".join(_DRESSES[each].said for each in used),
        sizes.MARGIN, top, x - sizes.LEGEND_GAP - sizes.MARGIN, sizes.LEGEND_HEIGHT,
        fill="none", stroke="none", outline="none", parts=tuple(shapes),
    )  # fmt: skip
    return drawing._replace(
        shapes=(*drawing.shapes, legend),
        width=max(drawing.width, int(legend.right) + 1 + sizes.MARGIN),
        height=drawing.height + sizes.LEGEND_HEIGHT + sizes.MARGIN,
    )


def _sample(state: State, x: float, top: float, width: float, theme: Theme) -> Shape:
    said = _DRESSES[state].said
    baseline = top + sizes.LEGEND_HEIGHT / 2 + _ASCENT * sizes.QUIET_TEXT
    text = Label((said,), x + _SAMPLE + sizes.GRID, baseline, sizes.QUIET_TEXT, theme.quiet)
    box = Shape(
        "", ("legend-sample", state), "", x, top + 3, _SAMPLE, sizes.LEGEND_HEIGHT - 6,
        fill=theme.card, stroke=_color(state, theme), stroke_width=_WIDTH,
        dash=_DRESSES[state].dash, outline="rounded",
    )  # fmt: skip
    return Shape(
        "", ("legend-text", state), "", x, top, width, sizes.LEGEND_HEIGHT,
        fill="none", stroke="none", outline="none", labels=(text,), parts=(box,),
    )  # fmt: skip

"""How cards, headers and arrows look that are new, gone, moved or changed."""

from collections.abc import Iterator, Mapping

from blueprint_cli.drawing import Drawing, Path, Shape
from blueprint_cli.look import Look
from blueprint_cli.marking.badges import badged
from blueprint_cli.marking.dresses import WIDTH, Dress, dresses
from blueprint_cli.marking.explaining import explained
from blueprint_cli.marking.union import State
from blueprint_cli.theme import Theme, contrast, mixed

_PALE = 0.55
"""So much of the page shines through what is gone."""
_GONE = frozenset({"removed", "left"})


def dressed(drawing: Drawing, states: Mapping[str, State], look: Look) -> Drawing:
    """The picture with what happened shown by edges, lines, signs and a legend, and as classes."""
    dress = dresses(look.theme)
    shapes = tuple(_shapes(drawing, states, dress, look.theme))
    paths = [
        _path(path, states[path.id], dress[states[path.id]]) if path.id in states else path
        for path in drawing.paths
    ]
    ordered = tuple(sorted(paths, key=lambda path: path.id in states))
    drawn = badged(drawing._replace(shapes=shapes, paths=ordered), states, dress, look)
    ids = [*(shape.id for shape in shapes), *(path.id for path in paths)]
    used = {states[each] for each in ids if each in states}
    return explained(drawn, [each for each in dress if each in used], dress, look)


def _shapes(
    drawing: Drawing, states: Mapping[str, State], dress: Mapping[State, Dress], theme: Theme
) -> Iterator[Shape]:
    """All shapes; a lane's stripe goes pale with it."""
    stripes = {shape.id: shape for shape in drawing.shapes if "lane-stripe" in shape.classes}
    for shape in drawing.shapes:
        kind, _, key = shape.id.partition(":")
        state = states.get(f"lane:{key}" if kind == "lane-stripe" else shape.id)
        if state is None:
            yield shape
            continue
        seen = _ghost(shape, theme) if state in _GONE else shape
        if kind == "lane":
            yield _framed(seen, stripes[f"lane-stripe:{key}"], state, dress[state])
        elif kind == "lane-stripe":
            yield seen
        else:
            yield seen._replace(
                classes=(*shape.classes, state), stroke=dress[state].color, stroke_width=WIDTH,
                dash=dress[state].dash or "solid",
            )  # fmt: skip


def _framed(lane: Shape, stripe: Shape, state: State, dress: Dress) -> Shape:
    """A lane with a frame inside it, beside its stripe."""
    left, top, right = lane.x, lane.y, lane.right
    if stripe.width > stripe.height:
        top = stripe.bottom
    elif stripe.right < lane.right:
        left = stripe.right
    else:
        right = stripe.x
    half = WIDTH / 2
    frame = Shape(
        "", ("frame", state), "", left + half, top + half, right - left - WIDTH,
        lane.bottom - top - WIDTH, fill="none", stroke=dress.color, stroke_width=WIDTH,
        dash=dress.dash or "solid",
    )  # fmt: skip
    return lane._replace(classes=(*lane.classes, state), parts=(*lane.parts, frame))


def _ghost(shape: Shape, theme: Theme) -> Shape:
    """What is gone: the page shines through, and the texts stay readable."""
    fill = shape.fill
    if fill.startswith("#"):
        fill = mixed(fill, theme.page, _PALE)
        if shape.labels and contrast(theme.quiet, fill) < theme.least.text:
            fill = theme.page
    return shape._replace(
        fill=fill,
        labels=tuple(each._replace(color=theme.quiet) for each in shape.labels),
        parts=tuple(
            _ghost(each, theme) if isinstance(each, Shape) else each for each in shape.parts
        ),
    )


def _path(path: Path, state: State, dress: Dress) -> Path:
    return path._replace(
        classes=(*path.classes, state),
        color=dress.color,
        width=max(path.width, WIDTH * 0.8),
        dash=dress.dash or path.dash,
    )

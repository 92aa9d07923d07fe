"""How cards, headers and arrows look that are new, gone, moved or changed."""

from collections.abc import Iterator, Mapping, Sequence

from blueprint_cli.drawing import Drawing, Path, Shape
from blueprint_cli.look import Look
from blueprint_cli.marking.badges import badged
from blueprint_cli.marking.dresses import Dress, dresses
from blueprint_cli.marking.explaining import explained
from blueprint_cli.marking.union import State
from blueprint_cli.theme import Theme, contrast, mixed
from blueprint_cli.words import Words

_PALE = 0.55
"""So much of the page shines through what is gone."""
_GONE = frozenset({"removed", "left"})


def dressed(drawing: Drawing, states: Mapping[str, State], look: Look) -> Drawing:
    """The picture with what happened shown by edges, lines, signs and a legend, and as classes."""
    dress = dresses(look.theme)
    live = [
        shape for shape in drawing.shapes
        if "step" in shape.classes and states.get(shape.id) not in _GONE
    ]  # fmt: skip
    shapes = tuple(
        _felt(shape, live, look) if shape.id == "emotion" else shape
        for shape in _shapes(drawing, states, dress, look.theme)
    )
    paths = [
        _path(path, states[path.id], dress, look.words) if path.id in states else path
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
                classes=(*shape.classes, state), stroke=dress[state].color,
                stroke_width=dress[state].width, dash=dress[state].dash or "solid",
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
    half = dress.width / 2
    frame = Shape(
        "", ("frame", state), "", left + half, top + half, right - left - dress.width,
        lane.bottom - top - dress.width, fill="none", stroke=dress.color, stroke_width=dress.width,
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


def _felt(strip: Shape, live: Sequence[Shape], look: Look) -> Shape:
    """The curve of emotions; it is dotted only where a step that is still there says nothing."""
    across = look.direction == "lr"
    middles = [
        shape.x + shape.width / 2 if across else shape.y + shape.height / 2 for shape in live
    ]
    parts: list[Shape | Path] = []
    for part in strip.parts:
        if isinstance(part, Path):
            start, end = sorted(point[not across] for point in (part.points[0], part.points[-1]))
            silent = any(start < middle < end for middle in middles)
            parts.append(part if silent else part._replace(dash="solid"))
        else:
            parts.append(part)
    return strip._replace(parts=tuple(parts))


def _path(path: Path, state: State, dress: Mapping[State, Dress], words: Words) -> Path:
    """An arrow, whose title says what became of it to who does not see it."""
    worn = dress[state]
    return path._replace(
        classes=(*path.classes, state),
        title=path.title + words.aside.format(words.changes[state]),
        color=worn.color,
        width=max(path.width, worn.width * 0.8),
        dash=worn.dash or path.dash,
    )

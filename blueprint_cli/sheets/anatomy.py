"""How a picture is built: which way its steps run, and where no cut may go through it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from blueprint_cli.drawing import LINE_PITCH, Drawing, Label, Path, Shape
from blueprint_cli.lettering import measure
from blueprint_cli.sheets.cuts import Place, Span, free

BANDS = frozenset({"lane", "emotion", "evidence", "times"})
"""Classes of what runs through the whole picture and is cut like the paper."""

CUT = frozenset({"level"})
"""Classes of parts that run through their band and are cut with it."""

_AROUND = 1.0
"""How far a cut stays away from what it must not hit."""
_HEAD = 9.0
"""How far from an arrow's end, so that its head is whole."""
_TRACK = 1.5
"""How far from a stretch that runs along the cut."""
_LEAST_LANE = 40.0
"""The least of a lane that stands on a page, so that its name fits."""
_IN_LANE, _IN_PHASE, _PER_LINK = 10.0, 3.0, 0.05
"""How bad it is to cut there, so that borders are cut where they can be."""


class Box(NamedTuple):
    """A rectangle by its edges."""

    x: float
    y: float
    right: float
    bottom: float


class Picture(NamedTuple):
    """A drawing taken apart: what stands once, and what is cut.

    `across` says that steps are columns; `mirrored` that what names the rows stands at the right.
    `box` is what is cut, without the title and the legend.
    """

    across: bool
    mirrored: bool
    title: Shape | None
    legend: Shape | None
    shapes: tuple[Shape, ...]
    paths: tuple[Path, ...]
    box: Box


def taken_apart(drawing: Drawing) -> Picture:
    """The picture with its title and its legend set aside."""
    title = next((each for each in drawing.shapes if "title-block" in each.classes), None)
    legend = next((each for each in drawing.shapes if "legend" in each.classes), None)
    shapes = [_lifted(each) for each in drawing.shapes if each not in (title, legend)]
    lanes = [each for each in shapes if "lane" in each.classes]
    steps = [each for each in shapes if "step" in each.classes]
    across = not lanes or not steps or steps[0].bottom <= lanes[0].y
    return Picture(
        across,
        _mirrored(lanes, steps, across=across) if lanes and steps else drawing.rtl,
        title,
        legend,
        tuple(shapes),
        drawing.paths,
        _around(shapes, drawing),
    )


def _lifted(shape: Shape) -> Shape:
    """A band whose name stands in it as its own text, and no longer as a part."""
    name = next((part for part in shape.parts if "name" in part.classes), None)
    if not is_band(shape) or not isinstance(name, Shape):
        return shape
    others = (part for part in shape.parts if part is not name)
    return shape._replace(labels=name.labels, parts=(*name.parts, *others))


def _mirrored(lanes: list[Shape], steps: list[Shape], *, across: bool) -> bool:
    """Whether the lanes' names, or the steps that are rows, stand at the right of the cards."""
    if not across:
        return steps[0].x >= lanes[0].right
    names = ink(lanes[0].labels)
    return names is not None and names.x >= max(step.right for step in steps)


def _around(shapes: Iterable[Shape], drawing: Drawing) -> Box:
    """The least box that holds everything, with room for the strokes at its edges."""
    boxes = [*map(reach, shapes), *(_path_box(path) for path in drawing.paths)]
    if not boxes:
        return Box(0, 0, drawing.width, drawing.height)
    whole = _union(boxes)
    return Box(whole.x - 1, whole.y - 1, whole.right + 1, whole.bottom + 1)


def _union(boxes: list[Box]) -> Box:
    return Box(
        min(box.x for box in boxes),
        min(box.y for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def reach(shape: Shape) -> Box:
    """The least box around a shape and all its parts."""
    boxes = [Box(shape.x, shape.y, shape.right, shape.bottom)]
    boxes += (reach(part) if isinstance(part, Shape) else _path_box(part) for part in shape.parts)
    return _union(boxes)


def _path_box(path: Path) -> Box:
    xs, ys = [x for x, _ in path.points], [y for _, y in path.points]
    boxes = [Box(min(xs), min(ys), max(xs), max(ys)), *map(reach, path.parts)]
    return _union(boxes)


def ink(labels: Iterable[Label]) -> Box | None:
    """The least box around texts, or None where there are none."""
    boxes = []
    for label in labels:
        width = max((measure(line, label.size, bold=label.bold) for line in label.lines), default=0)
        left = label.x - {"left": 0.0, "middle": width / 2, "right": width}[label.align]
        top = label.y - 0.93 * label.size
        bottom = top + len(label.lines) * label.size * LINE_PITCH
        boxes.append(Box(left, top, left + width, bottom))
    return _union(boxes) if boxes else None


def is_band(shape: Shape) -> bool:
    """Whether the shape runs through the picture and is cut with it."""
    return bool(BANDS & set(shape.classes)) or "lane-stripe" in shape.classes


def places(picture: Picture, *, level: bool) -> list[Place]:
    """Where the picture may be cut: by level cuts, or by upright ones."""
    box = picture.box
    spans = [_along(each, level=level) for each in _whole(picture, level=level)]
    spans = [(low - _AROUND, high + _AROUND) for low, high in spans]
    spans += _beside_lines(picture.paths, level=level)
    ends = (box.y, box.bottom) if level else (box.x, box.right)
    worse = list(_better_whole(picture, level=level))
    links = [_along(_path_box(path), level=level) for path in picture.paths]
    begun, ended = sorted(low for low, _ in links), sorted(high for _, high in links)
    return [
        Place(
            at,
            sum(cost for (low, high), cost in worse if low < at < high)
            + _PER_LINK * (bisect_left(begun, at) - bisect_right(ended, at)),
        )
        for at in free(spans, *ends)
    ]


def _along(box: Box, *, level: bool) -> Span:
    return (box.y, box.bottom) if level else (box.x, box.right)


def _whole(picture: Picture, *, level: bool) -> Iterator[Box]:
    """The boxes of all that must not be cut this way.

    Steps go with all that is before them, and the first of them with the names of the lanes.
    """
    steps = [shape for shape in picture.shapes if "step" in shape.classes]
    if steps and level == picture.across:
        yield _union([_first_edge(picture), *map(reach, steps)])
    elif steps:
        yield _with_names(picture, steps)
    if level and not picture.across:
        yield from _rows(picture, steps)
    for shape in picture.shapes:
        if is_band(shape):
            yield from _whole_of_band(shape, picture, level=level)
        elif "phase" not in shape.classes or level == picture.across:
            yield reach(shape)
    for path in picture.paths:
        yield from map(reach, path.parts)
        yield from (Box(x - 4, y - 4, x + 4, y + 4) for x, y in path.hops)


def _with_names(picture: Picture, steps: list[Shape]) -> Box:
    """From the edge at which the lanes' names stand to the end of the first step."""
    box = picture.box
    if not picture.across:
        return box._replace(bottom=min(step.bottom for step in steps))
    if picture.mirrored:
        return box._replace(x=max(step.x for step in steps))
    return box._replace(right=min(step.right for step in steps))


def _rows(picture: Picture, steps: list[Shape]) -> Iterator[Box]:
    """Each step that is a row with its cards, so that no page has cards without their step."""
    cards = [shape for shape in picture.shapes if "action" in shape.classes]
    ends = [*(step.y for step in steps[1:]), picture.box.bottom]
    for step, end in zip(steps, ends, strict=True):
        row = (reach(card) for card in cards if step.y <= card.y < end)
        yield _union([reach(step), *row])


def _first_edge(picture: Picture) -> Box:
    """The edge of the picture at which the steps' names stand."""
    box = picture.box
    if not picture.across and picture.mirrored:
        return box._replace(x=box.right)
    return box._replace(bottom=box.y) if picture.across else box._replace(right=box.x)


def _whole_of_band(shape: Shape, picture: Picture, *, level: bool) -> Iterator[Box]:
    """Of a lane its name, and of a strip its cells; a strip is never cut along."""
    along = level == picture.across
    if "lane-stripe" in shape.classes:
        return
    names = ink(shape.labels)
    if "lane" not in shape.classes and along:
        yield reach(shape)
    elif names is not None and not along:
        yield _from_edge(shape, names, picture)
    elif names is not None and not picture.across:
        yield names
    elif along and picture.across:
        least = min(_LEAST_LANE, shape.height)
        yield Box(shape.x, shape.y + _AROUND, shape.right, shape.y + least)
        yield Box(shape.x, shape.bottom - least, shape.right, shape.bottom - _AROUND)
    parts = (part for part in shape.parts if isinstance(part, Shape))
    yield from (reach(part) for part in parts if not CUT & set(part.classes))


def _from_edge(shape: Shape, names: Box, picture: Picture) -> Box:
    """From the edge at which a band's name stands to the end of this name."""
    if not picture.across:
        return Box(shape.x, shape.y, shape.right, names.bottom)
    if picture.mirrored:
        return Box(names.x, shape.y, shape.right, shape.bottom)
    return Box(shape.x, shape.y, names.right, shape.bottom)


def _beside_lines(paths: Iterable[Path], *, level: bool) -> Iterator[Span]:
    """Around stretches that run along the cut, and around the heads of arrows."""
    axis = 1 if level else 0
    for path in paths:
        if path.curved or "rule" in path.classes:
            continue
        for one, two in pairwise(path.points):
            if one[axis] == two[axis]:
                yield one[axis] - _TRACK, one[axis] + _TRACK
        for (x, y), head in ((path.points[0], path.tail), (path.points[-1], path.head)):
            if head != "none":
                at = y if level else x
                yield at - _HEAD, at + _HEAD


def _better_whole(picture: Picture, *, level: bool) -> Iterator[tuple[Span, float]]:
    """Lanes and phases: they may be cut, but are better not."""
    for shape in picture.shapes:
        span = (shape.y, shape.bottom) if level else (shape.x, shape.right)
        if "lane" in shape.classes and level == picture.across:
            yield span, _IN_LANE
        elif "phase" in shape.classes and level != picture.across:
            yield span, _IN_PHASE

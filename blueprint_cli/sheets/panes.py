"""What is repeated on each page: the names of lanes and strips, of steps and phases.

Pages that do not hold the names themselves have them in a pane at the side or at the top.
"""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.drawing import Label, Shape
from blueprint_cli.sheets.anatomy import Box, Picture, ink, is_band
from blueprint_cli.sheets.moving import moved
from blueprint_cli.sheets.names import fitted, height_of, name_of, narrowest

REPEATED = frozenset({"step", "phase", "line-name"})
"""Classes of what is repeated, beside the names of bands."""

_SLIVER = 8.0
_PAD = 6.0
_STRIPE = 6.0
_GAP = 4.0
_PHASE = 22.0
"""How high a repeated phase header is, or how wide beside steps that are rows."""
_UPRIGHT_PHASE = 72.0


class Panes(NamedTuple):
    """How wide the pane at the side is and how high that on top; `phase` is the part of phases."""

    side: float
    top: float
    phase: float


class Window(NamedTuple):
    """One page's part of the picture, and where it stands on the page.

    `shown` is the part, `right` and `down` how far it is moved. `side` and `top` are the panes on
    the page, None where the part holds the names itself.
    """

    shown: Box
    right: float
    down: float
    side: Box | None
    top: Box | None

    def holds_headers(self, picture: Picture) -> bool:
        """Whether the part itself holds the steps and phases."""
        return (self.top if picture.across else self.side) is None


def panes(picture: Picture) -> Panes:
    """As small as their names allow."""
    bands = [name for shape in _bands(picture) if (name := name_of(shape))]
    steps = [name for shape in _steps(picture) if (name := name_of(shape))]
    phased = any("phase" in shape.classes for shape in picture.shapes)
    if picture.across:
        high = max((height_of(shape.labels[:1]) for shape in _steps(picture)), default=0.0)
        phase = _PHASE + _GAP if phased else 0.0
        wide = narrowest(bands, 136.0) + 2 * _PAD + _STRIPE
        return Panes(wide, high + 2 * _PAD + phase if steps else 0.0, phase)
    names = [shape for shape in picture.shapes if is_band(shape) or _is_line(shape)]
    high = max((height_of(shape.labels[:1]) for shape in names), default=0.0)
    phase = _UPRIGHT_PHASE + _GAP if phased else 0.0
    wide = narrowest(steps, 136.0) + 2 * _PAD + phase if steps else 0.0
    return Panes(wide, high + 2 * _PAD + _STRIPE, phase)


def _bands(picture: Picture) -> Iterator[Shape]:
    return (shape for shape in picture.shapes if is_band(shape))


def _steps(picture: Picture) -> Iterator[Shape]:
    return (shape for shape in picture.shapes if "step" in shape.classes)


def _is_line(shape: Shape) -> bool:
    return "line-name" in shape.classes


def repeated(shape: Shape, window: Window, picture: Picture, sizes: Panes) -> Iterator[Shape]:
    """A step, a phase or the name of a line in the pane of a page that does not hold it."""
    header = window.top if picture.across else window.side
    names = window.side if picture.across else window.top
    if {"step", "phase"} & set(shape.classes) and header is not None:
        box = _header_box(shape, window, header, picture, sizes)
        if box is not None:
            yield _named(shape, box, _PAD if "step" in shape.classes else 3.0)
    elif _is_line(shape) and names is not None:
        box = _across_pane(shape, window, names, picture)
        if box is not None:
            yield _named(shape, box, 0.0)


def _named(shape: Shape, box: Box, pad: float) -> Shape:
    """The shape at another place, with its name alone in it."""
    name = name_of(shape)
    inner = Box(box.x + pad, box.y + min(pad, 2.0), box.right - pad, box.bottom - min(pad, 2.0))
    return shape._replace(
        x=box.x,
        y=box.y,
        width=box.right - box.x,
        height=box.bottom - box.y,
        labels=(fitted(name, inner),) if name and _holds_texts(inner) else (),
        parts=(),
    )


def _holds_texts(box: Box) -> bool:
    """Whether it is more than the sliver that a cut beside a phase's last step leaves of it."""
    return min(box.right - box.x, box.bottom - box.y) >= _SLIVER


def cut_phase(shape: Shape, window: Window, picture: Picture) -> Shape | None:
    """What a page that holds the headers shows of a phase: its name whole, in what is shown."""
    shown = window.shown
    if picture.across:
        low, high = max(shape.x, shown.x), min(shape.right, shown.right)
        box = Box(low, shape.y, high, shape.bottom)
    else:
        low, high = max(shape.y, shown.y), min(shape.bottom, shown.bottom)
        box = Box(shape.x, low, shape.right, high)
    if low >= high:
        return None
    uncut = box == Box(shape.x, shape.y, shape.right, shape.bottom)
    part = shape if uncut else _named(shape, box, 3.0)
    return moved(part, window.right, window.down)


def _header_box(
    shape: Shape, window: Window, pane: Box, picture: Picture, sizes: Panes
) -> Box | None:
    """Where in its pane a step or phase stands, cut at the window; None where it is not shown."""
    phase = "phase" in shape.classes
    shown = window.shown
    if picture.across:
        low, high = max(shape.x, shown.x), min(shape.right, shown.right)
        top = pane.y if phase else pane.y + sizes.phase
        bottom = pane.y + sizes.phase - _GAP if phase else pane.bottom
        return Box(low + window.right, top, high + window.right, bottom) if low < high else None
    low, high = max(shape.y, shown.y), min(shape.bottom, shown.bottom)
    left, right = (
        (pane.x, pane.x + sizes.phase - _GAP) if phase else (pane.x + sizes.phase, pane.right)
    )
    if picture.mirrored:
        left, right = pane.x + pane.right - right, pane.x + pane.right - left
    return Box(left, low + window.down, right, high + window.down) if low < high else None


def _across_pane(shape: Shape, window: Window, pane: Box, picture: Picture) -> Box | None:
    """Where a line's name stands in the pane, beside or above its line."""
    shown = window.shown
    if picture.across:
        if not shown.y <= shape.y < shown.bottom:
            return None
        y = shape.y + window.down
        return Box(pane.x, y, pane.right, y + shape.height)
    if not shown.x <= shape.x < shown.right:
        return None
    x = shape.x + window.right
    return Box(x, pane.y, x + shape.width, pane.bottom)


def band(shape: Shape, window: Window, picture: Picture, labels: tuple[Label, ...]) -> Shape | None:
    """What a page shows of a lane, its stripe or a strip, without parts; None where it is nothing.

    `labels` are the texts for a page that holds the names.
    """
    shown = window.shown
    box = Box(
        max(shape.x, shown.x), max(shape.y, shown.y),
        min(shape.right, shown.right), min(shape.bottom, shown.bottom),
    )  # fmt: skip
    pane = window.side if picture.across else window.top
    stripe = "lane-stripe" in shape.classes
    if stripe and pane is not None:
        return _stripe(shape, window, pane, picture)
    if box.x >= box.right or box.y >= box.bottom:
        return None
    page = Box(
        box.x + window.right, box.y + window.down,
        box.right + window.right, box.bottom + window.down,
    )  # fmt: skip
    if pane is not None:
        return _through_pane(shape, page, pane, window, picture)
    return _boxed(shape, page, _on_page(labels, window))


def _on_page(labels: tuple[Label, ...], window: Window) -> tuple[Label, ...]:
    """The texts at their places on the page; none where they belong to another."""
    names = ink(labels)
    if names is None or names.x < window.shown.x or names.right > window.shown.right:
        return ()
    return tuple(
        label._replace(x=label.x + window.right, y=label.y + window.down) for label in labels
    )


def _boxed(shape: Shape, box: Box, labels: tuple[Label, ...] = ()) -> Shape:
    return shape._replace(
        x=box.x, y=box.y, width=box.right - box.x, height=box.bottom - box.y,
        labels=labels, parts=(),
    )  # fmt: skip


def _stripe(shape: Shape, window: Window, pane: Box, picture: Picture) -> Shape | None:
    """A lane's stripe at the outer edge of the pane."""
    shown = window.shown
    if picture.across:
        low, high = max(shape.y, shown.y), min(shape.bottom, shown.bottom)
        x = pane.right - shape.width if picture.mirrored else pane.x
        page = Box(x, low + window.down, x + shape.width, high + window.down)
    else:
        low, high = max(shape.x, shown.x), min(shape.right, shown.right)
        page = Box(low + window.right, pane.y, high + window.right, pane.y + shape.height)
    return _boxed(shape, page) if low < high else None


def _through_pane(shape: Shape, page: Box, pane: Box, window: Window, picture: Picture) -> Shape:
    """A band that runs on through the pane, and its name there."""
    if not picture.across:
        whole = Box(page.x, pane.y, page.right, page.bottom)
        return _boxed(shape, whole, _name_on_top(shape, page, pane, window))
    whole = Box(min(page.x, pane.x), page.y, max(page.right, pane.right), page.bottom)
    pads = (_PAD, _STRIPE + _PAD) if picture.mirrored else (_STRIPE + _PAD, _PAD)
    inner = Box(pane.x + pads[0], page.y + 2, pane.right - pads[1], page.bottom - 2)
    name = name_of(shape)
    return _boxed(shape, whole, (fitted(name, inner),) if name else ())


def _name_on_top(shape: Shape, page: Box, pane: Box, window: Window) -> tuple[Label, ...]:
    """A column's name in the pane above it, where it stood; none on a page that it is not over."""
    name, names = name_of(shape), ink(shape.labels[:1])
    if name is None or names is None:
        return ()
    if names.x < window.shown.x or names.right > window.shown.right:
        return ()
    left = name.x + window.right if name.align == "left" else page.x + _PAD
    right = name.x + window.right if name.align == "right" else page.right - _PAD
    return (fitted(name, Box(left, pane.y + _STRIPE, right, pane.bottom)),)

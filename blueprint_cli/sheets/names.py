"""Names that stand on every page: wrapped and set so that they fit where they are repeated."""

import re
from collections.abc import Iterable

from blueprint_cli.drawing import LINE_PITCH, Label, Shape
from blueprint_cli.lettering import measure, wrap
from blueprint_cli.sheets.anatomy import Box, ink

_ASCENT = 0.93
_NARROW = 84.0
"""The least width of a column of repeated names."""
_LEAST = 3.0
"""The smallest letters that a name is set in to fit."""
_SMALLER = 0.94


def name_of(shape: Shape) -> Label | None:
    """The first text in a shape, with its line breaks undone."""
    if not shape.labels:
        return None
    label = shape.labels[0]
    return label._replace(lines=(unbroken(label, shape.title),))


def unbroken(label: Label, title: str) -> str:
    """The text as it was before its lines were broken, found in a title that holds it.

    Where the title does not hold it, each break becomes a space.
    """
    pattern = r"\s*".join(re.escape(line) for line in label.lines)
    found = re.search(pattern, title)
    return found[0] if found else label.text


def narrowest(names: Iterable[Label], widest: float) -> float:
    """The width at which no word of the names must be broken, but never wider than this."""
    words = [
        measure(word, name.size, bold=name.bold) for name in names for word in name.text.split()
    ]
    return min(max([_NARROW, *words]), widest)


def fitted(name: Label, box: Box) -> Label:
    """The name wrapped in the box and set in its middle, in smaller letters where it must be."""
    width, height = box.right - box.x, box.bottom - box.y
    size = name.size
    lines = wrap(name.text, width, size, bold=name.bold)
    while size > _LEAST and not _fits(lines, size, width, height, bold=name.bold):
        size *= _SMALLER
        lines = wrap(name.text, width, size, bold=name.bold)
    x = {"left": box.x, "middle": (box.x + box.right) / 2, "right": box.right}[name.align]
    y = (box.y + box.bottom - len(lines) * size * LINE_PITCH) / 2 + _ASCENT * size
    return name._replace(lines=lines, size=size, x=x, y=y)


def _fits(lines: tuple[str, ...], size: float, width: float, height: float, *, bold: bool) -> bool:
    wide = max((measure(line, size, bold=bold) for line in lines), default=0.0)
    return wide <= width and len(lines) * size * LINE_PITCH <= height


def squeezed(labels: tuple[Label, ...], top: float, bottom: float) -> tuple[Label, ...]:
    """The texts in the middle between two heights, in smaller letters where they must be."""
    box = ink(labels)
    if box is None:
        return labels
    share = min(1.0, (bottom - top) / (box.bottom - box.y))
    start = (top + bottom - (box.bottom - box.y) * share) / 2
    return tuple(
        label._replace(size=label.size * share, y=start + (label.y - box.y) * share)
        for label in labels
    )


def height_of(labels: Iterable[Label]) -> float:
    """From the top of the first line to the bottom of the last."""
    box = ink(labels)
    return box.bottom - box.y if box else 0.0

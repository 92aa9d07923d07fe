"""A picture in which some actions and arrows stand out, because all others are faded."""

from collections.abc import Collection
from typing import TypeVar

from blueprint_cli.drawing import Drawing, Label, Path, Shape
from blueprint_cli.theme import mixed

FADED = "faded"
"""The class of what is faded, for style sheets."""

_SHARE = 0.72
"""So much of the page shines through lines and fills."""
_SHARE_OF_TEXT = 0.5
"""Less through letters, so that they can still be read."""

Element = TypeVar("Element", Shape, Path)


def faded(drawing: Drawing, kept: Collection[str]) -> Drawing:
    """The picture with every card and link faded whose id is not among those that are kept.

    Lanes, headers and lines stay as they are. Faded links are drawn below the others, which may
    run on one line with them.
    """
    page = drawing.background
    shapes = (_card(shape, page, kept) for shape in drawing.shapes)
    paths = (_link(path, page, kept) for path in drawing.paths)
    return drawing._replace(
        shapes=tuple(shapes),
        paths=tuple(sorted(paths, key=lambda path: path.id in kept)),
    )


def _card(shape: Shape, page: str, kept: Collection[str]) -> Shape:
    if "action" not in shape.classes or shape.id in kept:
        return shape
    return _named(_pale_shape(shape, page))


def _link(path: Path, page: str, kept: Collection[str]) -> Path:
    if "link" not in path.classes or path.id in kept:
        return path
    return _named(_pale_path(path, page))


def _named(element: Element) -> Element:
    return element._replace(classes=(*element.classes, FADED))


def _pale_shape(shape: Shape, page: str) -> Shape:
    return shape._replace(
        fill=_paler(shape.fill, page, _SHARE),
        stroke=_paler(shape.stroke, page, _SHARE),
        labels=tuple(_pale_label(label, page) for label in shape.labels),
        parts=tuple(
            _pale_shape(part, page) if isinstance(part, Shape) else _pale_path(part, page)
            for part in shape.parts
        ),
    )


def _pale_path(path: Path, page: str) -> Path:
    return path._replace(
        color=_paler(path.color, page, _SHARE),
        parts=tuple(_pale_shape(part, page) for part in path.parts),
    )


def _pale_label(label: Label, page: str) -> Label:
    return label._replace(color=_paler(label.color, page, _SHARE_OF_TEXT))


def _paler(color: str, page: str, share: float) -> str:
    """The colour nearer to the page's; what has no colour stays so."""
    return mixed(color, page, share) if color.startswith("#") else color

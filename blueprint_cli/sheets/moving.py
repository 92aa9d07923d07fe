"""Shapes and lines at another place, with all that belongs to them."""

from typing import TypeVar

from blueprint_cli.drawing import Path, Shape

Element = TypeVar("Element", Shape, Path)


def moved(element: Element, right: float, down: float) -> Element:
    """The element so far to the right and down."""
    if isinstance(element, Path):
        return element._replace(
            points=tuple((x + right, y + down) for x, y in element.points),
            hops=tuple((x + right, y + down) for x, y in element.hops),
            parts=tuple(moved(part, right, down) for part in element.parts),
        )
    return element._replace(
        x=element.x + right,
        y=element.y + down,
        labels=tuple(
            label._replace(x=label.x + right, y=label.y + down) for label in element.labels
        ),
        parts=tuple(shifted(part, right, down) for part in element.parts),
    )


def shifted(element: Shape | Path, right: float, down: float) -> Shape | Path:
    """The same for a part, whichever it is."""
    if isinstance(element, Path):
        return moved(element, right, down)
    return moved(element, right, down)

"""A picture for those who read from right to left: everything changes sides but the letters."""

from blueprint_cli.drawing import Drawing, Label, Path, Shape


def mirrored(drawing: Drawing) -> Drawing:
    """The picture with left and right exchanged.

    Texts keep their places within their boxes: each is flush where its own script begins.
    """
    width = float(drawing.width)
    return drawing._replace(
        shapes=tuple(_shape(shape, width) for shape in drawing.shapes),
        paths=tuple(_path(path, width) for path in drawing.paths),
        rtl=True,
    )


def _shape(shape: Shape, width: float) -> Shape:
    x = width - shape.right
    moved = x - shape.x
    return shape._replace(
        x=x,
        labels=tuple(_moved(label, moved) for label in shape.labels),
        parts=tuple(_part(part, shape, width) for part in shape.parts),
    )


def _part(part: Shape | Path, within: Shape, width: float) -> Shape | Path:
    """Marks move with their text; all else within a shape changes sides like the shape itself."""
    if isinstance(part, Path):
        return _path(part, width)
    if {"mark", "bar"} & set(part.classes):
        return _carried(part, width - within.right - within.x)
    return _shape(part, width)


def _carried(shape: Shape, moved: float) -> Shape:
    return shape._replace(
        x=shape.x + moved,
        labels=tuple(_moved(label, moved) for label in shape.labels),
        parts=tuple(_carried(part, moved) for part in shape.parts if isinstance(part, Shape)),
    )


def _path(path: Path, width: float) -> Path:
    return path._replace(
        points=tuple((width - x, y) for x, y in path.points),
        hops=tuple((width - x, y) for x, y in path.hops),
        parts=tuple(_shape(part, width) for part in path.parts),
    )


def _moved(label: Label, by: float) -> Label:
    return label._replace(x=label.x + by)

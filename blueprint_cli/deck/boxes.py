"""Shapes of a picture as shapes of a slide."""

from collections.abc import Mapping
from types import MappingProxyType

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.shapes.autoshape import Shape as SlideShape
from pptx.shapes.base import BaseShape
from pptx.util import Pt

from blueprint_cli.deck.canvas import Canvas
from blueprint_cli.deck.texts import slack, write, write_sign
from blueprint_cli.deck.ways import describe, draw_line
from blueprint_cli.drawing import Outline, Path, Shape
from blueprint_cli.sheets.anatomy import BANDS, Box, ink

_FORMS: Mapping[Outline, MSO_SHAPE] = MappingProxyType(
    {
        "box": MSO_SHAPE.RECTANGLE,
        "none": MSO_SHAPE.RECTANGLE,
        "rounded": MSO_SHAPE.ROUNDED_RECTANGLE,
        "circle": MSO_SHAPE.OVAL,
        "triangle": MSO_SHAPE.ISOSCELES_TRIANGLE,
        "diamond": MSO_SHAPE.DIAMOND,
        "octagon": MSO_SHAPE.OCTAGON,
        "star": MSO_SHAPE.STAR_5_POINT,
    }
)
_FRAMES = frozenset({"box", "rounded", "none"})
"""Outlines of what holds texts; other ones are signs, with a letter or two."""
_RADIUS = 8.0
_NONE = frozenset({"", "none", "transparent"})
_ROOM = 2.0


def draw_shape(shape: Shape, canvas: Canvas, known: dict[str, BaseShape]) -> BaseShape | None:
    """The shape with all its parts, in a group if there are several; None where there is nothing.

    What has an id is added to `known`, so that connectors can be glued to it.
    """
    members: list[BaseShape] = []
    own = _own(shape, canvas)
    if own is not None:
        members.append(own)
        if shape.id:
            known[shape.id] = own
    if own is not None and BANDS & set(shape.classes) and shape.labels:
        members.append(_names(shape, canvas))
    for part in shape.parts:
        made = (
            draw_line(part, canvas) if isinstance(part, Path) else draw_shape(part, canvas, known)
        )
        if made is not None:
            members.append(made)
    if len(members) < 2:  # noqa: PLR2004 - one shape needs no group
        return members[0] if members else None
    return canvas.group(members, f"{_name(shape)} group")


def _name(shape: Shape) -> str:
    return shape.id or " ".join(shape.classes)


def _own(shape: Shape, canvas: Canvas) -> SlideShape | None:
    """The shape's outline and its texts; None where it shows neither."""
    drawn = shape.outline != "none" and shape.stroke not in _NONE
    if not drawn and shape.fill in _NONE and not shape.labels:
        return None
    form = _FORMS[shape.outline]
    if not drawn and shape.labels:
        shape = _roomy(shape)
    if shape.outline == "none" and shape.fill in _NONE:
        made = canvas.shapes.add_textbox(*_place(shape, canvas))
    else:
        made = canvas.shapes.add_shape(form, *_place(shape, canvas))
        _paint(made, shape, canvas, drawn=drawn)
    made.name = _name(shape)
    describe(made, shape.title)
    if shape.outline not in _FRAMES and shape.labels:
        write_sign(made.text_frame, shape.labels[0], canvas)
    elif shape.labels and not BANDS & set(shape.classes):
        box = Box(shape.x, shape.y, shape.right, shape.bottom)
        rounded = _radius(shape) if shape.outline == "rounded" else 0.0
        write(made.text_frame, shape.labels, box, shape.title, canvas, rounded=rounded)
    if shape.href:
        made.click_action.hyperlink.address = shape.href
    return made


def _roomy(shape: Shape) -> Shape:
    """A little wider than its texts, since programs round letters each in its own way."""
    box = Box(shape.x, shape.y, shape.right, shape.bottom)
    sides = [slack(label, box) for label in shape.labels]
    left = _ROOM * any(side[0] < _ROOM and label.align != "left"
                       for side, label in zip(sides, shape.labels, strict=True))  # fmt: skip
    right = _ROOM * any(side[1] < _ROOM and label.align != "right"
                        for side, label in zip(sides, shape.labels, strict=True))  # fmt: skip
    return shape._replace(x=shape.x - left, width=shape.width + left + right)


def _radius(shape: Shape) -> float:
    return min(_RADIUS, shape.width / 2, shape.height / 2)


def _place(shape: Shape, canvas: Canvas) -> tuple[int, int, int, int]:
    return (
        canvas.x(shape.x),
        canvas.y(shape.y),
        canvas.length(shape.width),
        canvas.length(shape.height),
    )


def _paint(made: SlideShape, shape: Shape, canvas: Canvas, *, drawn: bool) -> None:
    if shape.fill in _NONE:
        made.fill.background()
    else:
        made.fill.solid()
        made.fill.fore_color.rgb = RGBColor.from_string(shape.fill[1:].upper())
    if drawn:
        made.line.color.rgb = RGBColor.from_string(shape.stroke[1:].upper())
        made.line.width = Pt(round(shape.stroke_width * canvas.scale, 2))
    else:
        made.line.fill.background()
    if shape.outline == "rounded":
        made.adjustments[0] = _radius(shape) / min(shape.width, shape.height)
    style = made._element.find(".//{*}style")  # noqa: SLF001 - shadows and effects come with the style
    if style is not None:
        made._element.remove(style)  # noqa: SLF001 - as above


def _names(shape: Shape, canvas: Canvas) -> SlideShape:
    """The texts of a band in a frame of their own, since the band is much wider."""
    box = ink(shape.labels)
    assert box is not None  # noqa: S101 - there are labels
    frame = Box(box.x - _ROOM, box.y, box.right + _ROOM, box.bottom)
    made = canvas.shapes.add_textbox(
        canvas.x(frame.x), canvas.y(frame.y),
        canvas.length(frame.right - frame.x), canvas.length(frame.bottom - frame.y),
    )  # fmt: skip
    made.name = f"{_name(shape)} name"
    write(made.text_frame, shape.labels, frame, shape.title, canvas)
    return made

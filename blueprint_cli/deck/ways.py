"""Lines of a picture on a slide: links are connectors that stay with their cards.

A connector has the corners of the drawn line. When a card is moved, the program finds another way.
Source of the forms: ECMA-376, part 1, "presetShapeDefinitions", `bentConnector2` to `5`.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.base import BaseShape
from pptx.shapes.connector import Connector
from pptx.util import Emu, Pt

from blueprint_cli.deck.canvas import Canvas
from blueprint_cli.dot import writable
from blueprint_cli.drawing import Path

Point = tuple[int, int]
_DASHES = {"dashed": MSO_LINE.DASH, "dotted": MSO_LINE.ROUND_DOT}
_HEADS = {"filled": "triangle", "open": "arrow", "ring": "oval"}
_LEAST = 1_270
"""A tenth of a point: a connector's bends count in shares of its size, which must not be 0."""
_WHOLE = 100_000
_MOST_BENDS = 4


def draw_line(path: Path, canvas: Canvas, known: dict[str, BaseShape] | None = None) -> BaseShape:
    """The line; its ends are glued to what `known` has for their ids. A curve is a free form."""
    points = [(int(canvas.x(x)), int(canvas.y(y))) for x, y in path.points]
    if path.curved:
        made = canvas.shapes.build_freeform(*points[0]).add_line_segments(points[1:], close=False)
        made = made.convert_to_shape()
        made._element._nvXxPr.cNvPr.id = canvas.fresh_id()  # noqa: SLF001 - its own may be taken
        made.fill.background()
    else:
        made = canvas.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *points[0], *points[-1])
        points = _glued(made, path, points, known or {})
    _form(made, points, curved=path.curved)
    made.name = path.id or " ".join(path.classes)
    describe(made, path.title)
    _paint(made, path, canvas)
    return made


def describe(made: BaseShape, text: str) -> None:
    """Say in words what a shape is, for who cannot see it; without words it is decoration."""
    if text:
        made._element._nvXxPr.cNvPr.set("descr", writable(text))  # noqa: SLF001 - python-pptx has no name for it


def _glued(
    made: Connector, path: Path, points: list[Point], known: dict[str, BaseShape]
) -> list[Point]:
    """Glue the line to the sides of the cards that it meets, and give its corners.

    A straight line that does not meet their middles becomes one with bends: a program that takes it
    there keeps it level or upright.
    """
    if path.start in known:
        made.begin_connect(known[path.start], _side(points[0], points[1]))
    if path.end in known:
        made.end_connect(known[path.end], _side(points[-1], points[-2]))
    (x, y), (end_x, end_y) = points[0], points[-1]
    moved = (made.begin_x, made.begin_y, made.end_x, made.end_y) != (x, y, end_x, end_y)
    if len(points) > 2 or not moved:  # noqa: PLR2004 - has a bend
        return points
    middle = (x + end_x) // 2, (y + end_y) // 2
    return [points[0], middle, middle, points[-1]]


def _side(end: Point, other: Point) -> int:
    """The side that a line leaves: 0 top, 1 left, 2 bottom, 3 right, as slides count them."""
    if end[1] == other[1]:
        return 3 if other[0] > end[0] else 1
    return 2 if other[1] > end[1] else 0


class Frame(NamedTuple):
    """The frame of a connector and how it is turned and flipped, with its bends."""

    form: str
    x: int
    y: int
    width: int
    height: int
    turn: int
    flip_x: bool
    flip_y: bool
    bends: tuple[int, ...]


def _form(made: Connector, points: list[Point], *, curved: bool) -> None:
    """Give the connector the corners of the line, or where it has too many its very shape."""
    properties = made._element.spPr  # noqa: SLF001 - a connector's bends have no other name
    bends = len(points) - 2
    frame = None if curved or bends > _MOST_BENDS else frame_of(points)
    if frame is None:
        left, top = min(x for x, _ in points), min(y for _, y in points)
        width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
        frame = Frame("", left, top, width, height, 0, flip_x=False, flip_y=False, bends=())
    place = properties.get_or_add_xfrm()
    place.off.x, place.off.y = Emu(frame.x), Emu(frame.y)
    place.ext.cx, place.ext.cy = Emu(frame.width), Emu(frame.height)
    for name, value in (("flipH", frame.flip_x), ("flipV", frame.flip_y)):
        place.set(name, str(int(value)))
    if frame.turn:
        place.set("rot", str(frame.turn * 60_000))
    form = properties.find("{*}custGeom" if curved else "{*}prstGeom")
    properties.replace(form, _geometry(frame, points, curved=curved))


def _geometry(frame: Frame, points: list[Point], *, curved: bool) -> object:
    if frame.form:
        bends = "".join(
            f'<a:gd name="adj{number}" fmla="val {bend}"/>'
            for number, bend in enumerate(frame.bends, 1)
        )
        return parse_xml(
            f'<a:prstGeom {nsdecls("a")} prst="{frame.form}">'
            f"<a:avLst>{bends}</a:avLst></a:prstGeom>"
        )
    inner = [f'<a:pt x="{x - frame.x}" y="{y - frame.y}"/>' for x, y in points]
    start = f"<a:moveTo>{inner[0]}</a:moveTo>"
    if curved:
        way = "".join(
            f"<a:cubicBezTo>{''.join(inner[at : at + 3])}</a:cubicBezTo>"
            for at in range(1, len(inner), 3)
        )
    else:
        way = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in inner[1:])
    return parse_xml(
        f"<a:custGeom {nsdecls('a')}><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{frame.width}" h="{frame.height}" fill="none">{start}{way}</a:path>'
        "</a:pathLst></a:custGeom>"
    )


def frame_of(points: Sequence[Point]) -> Frame:
    """The frame in which one of the preset forms has just these corners.

    The forms begin level. A line that begins upright is one that begins level, turned by a
    quarter.
    """
    bends = len(points) - 2
    upright = bends > 0 and points[0][0] == points[1][0]
    level = [(y, x) for x, y in points] if upright else list(points)
    (x, y), (end_x, end_y) = level[0], level[-1]
    flip_x = end_x < x or (end_x == x and level[1][0] < x)
    flip_y = end_y < y or (end_y == y and bends > 1 and level[2][1] < y)
    width = max(abs(end_x - x), _LEAST if bends > 1 else 0)
    height = max(abs(end_y - y), _LEAST if bends > 2 else 0)  # noqa: PLR2004 - see below
    shares = [
        (corner[0] - x) * (-1 if flip_x else 1) / width
        if at % 2 == 0
        else (corner[1] - y) * (-1 if flip_y else 1) / height
        for at, corner in enumerate(level[1:-2])
    ]
    left, top = x - width * flip_x, y - height * flip_y
    if upright:
        middle_x, middle_y = top + height / 2, left + width / 2
        left, top = round(middle_x - width / 2), round(middle_y - height / 2)
    return Frame(
        f"bentConnector{bends + 1}" if bends else "straightConnector1",
        left, top, width, height, 90 * upright, flip_x, flip_y != upright,
        tuple(round(share * _WHOLE) for share in shares),
    )  # fmt: skip


def _paint(made: Connector, path: Path, canvas: Canvas) -> None:
    line = made.line
    line.color.rgb = RGBColor.from_string(path.color[1:].upper())
    line.width = Pt(round(path.width * canvas.scale, 2))
    if path.dash in _DASHES:
        line.dash_style = _DASHES[path.dash]
    pen = line._get_or_add_ln()  # noqa: SLF001 - heads have no other name
    for tag, head in (("headEnd", path.tail), ("tailEnd", path.head)):
        if head in _HEADS:
            pen.append(parse_xml(
                f'<a:{tag} {nsdecls("a")} type="{_HEADS[head]}" w="med" len="med"/>'
            ))  # fmt: skip
    style = made._element.find(".//{*}style")  # noqa: SLF001 - effects come with the style
    if style is not None:
        made._element.remove(style)  # noqa: SLF001 - as above

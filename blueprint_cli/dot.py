"""The picture in Graphviz's language, with every position pinned.

`to_dot` gives what `bp render -f dot` writes. Draw it with `neato -n2`: Graphviz then moves
nothing. Each line of text is a node of its own, because Graphviz versions differ in where they put
the lines of one label. Coordinates are points; y is negative, because Graphviz counts upward.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, copysign

from blueprint_cli.drawing import LINE_PITCH, Drawing, Label, Path, Shape
from blueprint_cli.lettering import is_rtl, measure

INCH = 72
DOTS = 96
"""Graphviz sets letters on a grid of so many dots to the inch."""
ASCENT = 0.95
"""Where Graphviz 14 puts the baseline of a node's first line: so far below the top, in sizes."""
REGULAR, BOLD = "Liberation Sans", "Liberation Sans Bold"
ARROW_SIZE = 0.7
"""An arrow head's size as a share of Graphviz's own, which is 10 points long."""
UNDER_HEAD = 2.0
"""So far before the tip the line ends, hidden by the head."""
_SLACK = 1 - 0.5523
"""How far from the corner the control points of a quarter circle stand, in its radius."""
HOP = 3.0
"""The radius of the half circle in which a line jumps over another."""
_BOW = HOP * 4 / 3
"""How far aside the control points of a half circle stand."""
PAGE = "page"

_HEADS = {"none": "none", "filled": "normal", "open": "vee", "ring": "odot"}
_SHAPES = {"circle": "ellipse", "triangle": "triangle", "diamond": "diamond", "octagon": "octagon",
           "star": "star"}  # fmt: skip
_UNWRITABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NO_COLOR = frozenset({"", "none", "transparent"})
Point = tuple[float, float]


def to_dot(drawing: Drawing, ascent: float = ASCENT, dpi: float = DOTS) -> str:
    """The whole picture; `ascent` is the engine's own and `dpi` the dots per inch of a PNG."""
    shapes, paths = all_parts(drawing)
    joined = {shape.id for shape in drawing.shapes if shape.id}
    letters = Letters(drawing, ascent)
    nodes = (
        line for at, shape in enumerate(shapes)
        for line in (_node(shape, _called(shape, at), _names(shape)), *letters.nodes(shape))
    )  # fmt: skip
    edges = (_edge(path, _ends(path, joined), _names(path)) for path in paths)
    return _graph(drawing, dpi, [*nodes, *edges])


def outlines(drawing: Drawing) -> str:
    """The picture without texts; its groups are called `s0`, `s1`… and `p0`, `p1`….

    They are counted as `all_parts` gives them.
    """
    shapes, paths = all_parts(drawing)
    ends = f"{PAGE} -> {PAGE}"
    nodes = [_node(shape, f"s{at}", f"id=s{at}") for at, shape in enumerate(shapes)]
    edges = [_edge(path, ends, f"id=p{at}") for at, path in enumerate(paths)]
    return _graph(drawing, INCH, [*nodes, *edges])


def all_parts(drawing: Drawing) -> tuple[list[Shape], list[Path]]:
    """All shapes and all paths with their parts, each right before its parts."""
    shapes: list[Shape] = []
    paths: list[Path] = []
    waiting: list[Shape | Path] = list(drawing.paths[::-1])
    waiting += drawing.shapes[::-1]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Shape):
            shapes.append(element)
        else:
            paths.append(element)
        waiting += element.parts[::-1]
    return shapes, paths


def writable(text: str) -> str:
    """The text with a replacement mark for each character that XML forbids."""
    return text if text.isprintable() else _UNWRITABLE.sub("\ufffd", text)


def _graph(drawing: Drawing, dpi: float, statements: list[str]) -> str:
    width, height = drawing.width, drawing.height
    head = (
        f'digraph "{_shown(drawing.title)}" {{\n'
        f"graph [pad=0 margin=0 notranslate=true outputorder=nodesfirst dpi={dpi:g}]\n"
        f'node [shape=box margin=0 fixedsize=true label="" labelloc=t]\n'
        f"edge [arrowsize={ARROW_SIZE}]\n"
        f'{PAGE} [id={PAGE} pos="{width / 2:g},{-height / 2:g}!" width={width / INCH:.9g}'
        f' height={height / INCH:.9g} penwidth=0 color="{drawing.background}" style=filled]\n'
    )
    return head + "\n".join(statements) + "\n}\n"


def _called(shape: Shape, at: int) -> str:
    return f'"{_quoted(shape.id)}"' if shape.id else f'"part {at}"'


def _node(shape: Shape, name: str, more: str) -> str:
    styles = [] if shape.fill in _NO_COLOR else ["filled"]
    pen = f'"{shape.stroke}"'
    if shape.outline == "none" or shape.stroke in _NO_COLOR:
        pen = "transparent penwidth=0"
    elif shape.stroke_width != 1:
        pen += f" penwidth={shape.stroke_width:g}"
    if shape.outline == "rounded":
        styles.append("rounded")
    if shape.dash != "solid":
        styles.append(shape.dash)
    form = f" shape={_SHAPES[shape.outline]}" if shape.outline in _SHAPES else ""
    fill = "" if shape.fill in _NO_COLOR else f' fillcolor="{shape.fill}"'
    x, y = shape.x + shape.width / 2, -shape.y - shape.height / 2
    return (
        f'{name} [{more} pos="{x:.9g},{y:.9g}!" width={shape.width / INCH:.9g}'
        f' height={shape.height / INCH:.9g} color={pen}{fill}{form} style="{",".join(styles)}"]'
    )


def _edge(path: Path, ends: str, more: str) -> str:
    style = "" if path.dash == "solid" else f" style={path.dash}"
    heads = f"arrowhead={_HEADS[path.head]}"
    if path.tail != "none":
        heads += f" arrowtail={_HEADS[path.tail]} dir=both"
    return (
        f'{ends} [{more} pos="{_spline(path)}" color="{path.color}" penwidth={path.width:g}'
        f" {heads}{style}]"
    )


def _spline(path: Path) -> str:
    """The line as Graphviz writes it: tips, a start, then three points for each piece."""
    points = list(path.points)
    if path.curved:
        return " ".join([f"{x:.9g},{-y:.9g}" for x, y in points])
    tips = ""
    if path.tail != "none":
        tips += f"s,{points[0][0]:.9g},{-points[0][1]:.9g} "
        points[0] = _nearer(points[0], points[1])
    if path.head != "none":
        tips += f"e,{points[-1][0]:.9g},{-points[-1][1]:.9g} "
        points[-1] = _nearer(points[-1], points[-2])
    return tips + _pieces(points, path.radius, path.hops)


def _nearer(tip: Point, point: Point) -> Point:
    """The end of the line below a head at `tip`, towards the next point."""
    (x, y), (next_x, next_y) = tip, point
    length = abs(next_x - x) + abs(next_y - y)
    share = min(UNDER_HEAD / length, 0.9)
    return x + (next_x - x) * share, y + (next_y - y) * share


def _pieces(points: list[Point], radius: float, hops: Sequence[Point] = ()) -> str:
    """The first point, then two control points and the end of each stretch, bend and hop.

    No number is written out twice: pictures have a hundred thousand of them.
    """
    over = _by_stretch(points, hops) if hops else {}
    at, said = points[0], f"{points[0][0]:.7g},{-points[0][1]:.7g}"
    pieces = [said]
    for (ax, ay), (bx, by), (cx, cy) in zip(points, points[1:], points[2:], strict=False):
        if (ax, ay, bx, by) in over:
            said = _leap(pieces, at, said, over[ax, ay, bx, by])
        reach = min(radius, (abs(bx - ax) + abs(by - ay)) / 2, (abs(cx - bx) + abs(cy - by)) / 2)
        x, y = f"{bx:.7g}", f"{-by:.7g}"
        if ay == by:
            back, on = copysign(reach, ax - bx), copysign(reach, cy - by)
            start, end, at = f"{bx + back:.7g},{y}", f"{x},{-by - on:.7g}", (bx, by + on)
            bend = f"{bx + back * _SLACK:.7g},{y} {x},{-by - on * _SLACK:.7g}"
        else:
            back, on = copysign(reach, ay - by), copysign(reach, cx - bx)
            start, end, at = f"{x},{-by - back:.7g}", f"{bx + on:.7g},{y}", (bx + on, by)
            bend = f"{x},{-by - back * _SLACK:.7g} {bx + on * _SLACK:.7g},{y}"
        pieces.append(f"{said} {start} {start} {bend} {end}")
        said = end
    last_x, last_y = points[-1]
    if (*points[-2], last_x, last_y) in over:
        said = _leap(pieces, at, said, over[*points[-2], last_x, last_y])
    last = f"{last_x:.7g},{-last_y:.7g}"
    pieces.append(f"{said} {last} {last}")
    return " ".join(pieces)


def _by_stretch(
    points: list[Point], hops: Sequence[Point]
) -> dict[tuple[float, float, float, float], list[Point]]:
    """The hops of each stretch in the order in which the line meets them."""
    found: dict[tuple[float, float, float, float], list[Point]] = {}
    for (ax, ay), (bx, by) in pairwise(points):
        on = [
            (x, y) for x, y in hops
            if (ay == by == y and min(ax, bx) < x < max(ax, bx))
            or (ax == bx == x and min(ay, by) < y < max(ay, by))
        ]  # fmt: skip
        if on:
            found[ax, ay, bx, by] = sorted(on, reverse=bx + by < ax + ay)
    return found


def _leap(pieces: list[str], at: Point, said: str, hops: Sequence[Point]) -> str:
    """Half circles over each of the hops, up from a level line and to the right of an upright one.

    Gives where the line goes on.
    """
    for x, y in hops:
        level = at[1] == y
        way = copysign(HOP, x - at[0] if level else y - at[1])
        if level:
            start_x, end_x, height = f"{x - way:.7g}", f"{x + way:.7g}", f"{-y:.7g}"
            start, end, aside = f"{start_x},{height}", f"{end_x},{height}", f"{-y + _BOW:.7g}"
            bow, at = f"{start_x},{aside} {end_x},{aside}", (x + way, y)
        else:
            start_y, end_y, place = f"{-y + way:.7g}", f"{-y - way:.7g}", f"{x:.7g}"
            start, end, aside = f"{place},{start_y}", f"{place},{end_y}", f"{x + _BOW:.7g}"
            bow, at = f"{aside},{start_y} {aside},{end_y}", (x, y + way)
        pieces.append(f"{said} {start} {start} {bow} {end}")
        said = end
    return said


def _ends(path: Path, shapes: set[str]) -> str:
    """The nodes that the line joins; a line between none runs on the page."""
    if path.start in shapes and path.end in shapes:
        return f'"{_quoted(path.start)}" -> "{_quoted(path.end)}"'
    return f"{PAGE} -> {PAGE}"


def _names(element: Shape | Path) -> str:
    """Id, classes and title, for whoever draws the DOT text himself or reads it."""
    name = f'id="{_shown(element.id)}" ' if element.id else ""
    return f'{name}class="{" ".join(element.classes)}" title="{_quoted(element.title)}"'


WIDER = 1.03
"""How much wider than measured a line may be drawn; whatever stands in a box keeps more free."""
_ROUNDED = 1.15
"""How much wider than measured Graphviz counts a text at most."""


class Letters:
    """The nodes of all lines of text, counted so that each has a name that no element can have."""

    def __init__(self, drawing: Drawing, ascent: float) -> None:
        """Begin to count."""
        self.right, self.bottom = drawing.width, drawing.height
        self.ascent = ascent
        self.count = 0

    def nodes(self, shape: Shape) -> Iterator[str]:
        """The nodes of a shape's labels."""
        for label in shape.labels:
            rtl = is_rtl(label.text)
            for at, line in enumerate(label.lines):
                if not _quoted(line):  # Graphviz 14 breaks down over a label of nothing
                    continue
                self.count += 1
                yield self._node(
                    label, _marked(line, rtl=rtl), label.y + at * label.size * LINE_PITCH
                )

    def _node(self, label: Label, line: str, baseline: float) -> str:
        """A node of whole points, so that no version rounds it, and wide enough for its text.

        A node narrower than what Graphviz counts would move the text. No node reaches out of the
        page, which would grow with it.
        """
        before, after = label.x, self.right - label.x
        room = {"left": after, "middle": 2 * min(before, after), "right": before}[label.align]
        width = min(ceil(_ROUNDED * measure(line, label.size, bold=label.bold)) + 8, int(room))
        size = fitting_size(line, label)
        top = baseline - self.ascent * size
        height = max(min(ceil(2.5 * label.size), int(self.bottom - top)), 1)
        shift, end = {"left": (0.5, "l"), "middle": (0.0, "n"), "right": (-0.5, "r")}[label.align]
        return (
            f'"text {self.count}" [shape=plaintext pos="{label.x + width * shift:.9g},'
            f'{-top - height / 2:.9g}!" width={width / INCH:.9g} height={height / INCH:.9g}'
            f' fontname="{BOLD if label.bold else REGULAR}" fontsize={size:g}'
            f' fontcolor="{label.color}" label="{_shown(line)}\\{end}"]'
        )


def fitting_size(line: str, label: Label) -> float:
    """The size at which the line is drawn hardly wider than measured: the label's or just below.

    Graphviz rounds the width of every letter to whole dots, 96 to the inch, at any resolution.
    """
    words = line.split(" ")
    most = WIDER * measure(line, label.size * DOTS / INCH, bold=label.bold)
    tenths = int(label.size * 10)
    for size in (label.size, *[tenth / 10 for tenth in range(tenths, tenths * 4 // 5, -1)]):
        dots = size * DOTS / INCH
        space = _dots(" ", dots, bold=label.bold)
        if sum([_dots(word, dots, bold=label.bold) + space for word in words]) - space <= most:
            return size
    return label.size


@lru_cache(maxsize=1 << 16)
def _dots(word: str, size: float, *, bold: bool) -> int:
    """The dots of a word at a size in dots; fonts count in 64ths, so a half may be less."""
    return sum([int(measure(char, size, bold=bold) + 0.5 + 1 / 64) for char in word])


def _marked(line: str, *, rtl: bool) -> str:
    """The line, with an invisible mark before it where its own start would turn its direction."""
    if is_rtl(line) == rtl:
        return line
    return ("\u200f" if rtl else "\u200e") + line


def _shown(text: str) -> str:
    """The text as it must be written to be shown: Graphviz reads entities and escapes in it."""
    return _quoted(text.replace("&", "&amp;"))


def _quoted(text: str) -> str:
    if text.isalnum():
        return text
    text = writable(text).replace("\\", "\\\\").replace('"', '\\"')
    return " ".join(text.splitlines()) if not text.isprintable() else text

"""A blueprint with every position decided: what is drawn, where, and what it is called.

A `Drawing` is complete. Whoever draws it (Graphviz today) decides no position, no size and no line
break. Lengths are points (1/72 inch); x grows to the right, y grows downward, (0, 0) is the top
left corner of the page. Colours are `#rrggbb`.
"""

from typing import Literal, NamedTuple

Align = Literal["left", "middle", "right"]
Stroke = Literal["solid", "dashed", "dotted"]
Head = Literal["none", "filled", "open", "ring"]
Outline = Literal["box", "rounded", "none", "circle", "triangle", "diamond", "octagon", "star"]

LINE_PITCH = 1.3
"""Distance between two baselines of one label, as a share of the text's size."""


class Label(NamedTuple):
    """Lines of text in one size and colour, set flush at `x`; `y` is the first line's baseline.

    The next baselines follow at `size * LINE_PITCH`. `x` is the left end, the middle or the right
    end of every line, as `align` says.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    color: str
    bold: bool = False
    align: Align = "left"

    @property
    def text(self) -> str:
        """All lines as one text, for whoever reads and does not look."""
        return " ".join(self.lines)


class Shape(NamedTuple):
    """A box on the page with the labels and parts that stand in it.

    `classes` and `id` are those that docs/svg.md promises to style sheets and scripts; an id is
    unique in the drawing, or empty. `title` says in words what the shape is. `parts` are drawn over
    it, in its group. `href` is the address that it leads to, or empty.
    """

    id: str
    classes: tuple[str, ...]
    title: str
    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str
    stroke_width: float = 1.0
    dash: Stroke = "solid"
    outline: Outline = "box"
    labels: tuple[Label, ...] = ()
    parts: "tuple[Shape | Path, ...]" = ()
    href: str = ""

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height


class Path(NamedTuple):
    """A line through `points`, each joined to the next by a horizontal or vertical stretch.

    The bends are rounded with `radius`, less where a stretch is too short for it. A `curved` line
    has no stretches: its points are a start, and then for each piece of a Bezier curve two control
    points and an end. `hops` are the points at which it jumps over another line. `head` stands at
    the last point and `tail` at the first; a link's `start` and `end` are the ids of the shapes
    that it joins, both empty for the lines of the blueprint. Links of one `trunk` that is not empty
    begin at one point and run on one line until they part. `parts` belong to its group: a link's
    name.
    """

    id: str
    classes: tuple[str, ...]
    title: str
    points: tuple[tuple[float, float], ...]
    color: str
    width: float = 1.0
    dash: Stroke = "solid"
    head: Head = "none"
    tail: Head = "none"
    radius: float = 6.0
    start: str = ""
    end: str = ""
    curved: bool = False
    hops: tuple[tuple[float, float], ...] = ()
    trunk: str = ""
    parts: tuple[Shape, ...] = ()


class Drawing(NamedTuple):
    """A whole picture: `shapes` from back to front, then `paths` over them.

    `width` and `height` are whole points. `title` and `description` are for whoever cannot see the
    picture.
    """

    title: str
    description: str
    width: int
    height: int
    background: str
    shapes: tuple[Shape, ...]
    paths: tuple[Path, ...]
    language: str = "en"
    kind: str = "Service blueprint"
    """What it is, in its language."""
    rtl: bool = False
    """Whether it is read from right to left: lanes are named at the right."""

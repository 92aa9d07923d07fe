"""A blueprint with every position decided: what is drawn, where, and what it is called.

A `Drawing` is complete. Whoever draws it (Graphviz today) decides no position, no size and no line
break. Lengths are points (1/72 inch); x grows to the right, y grows downward, (0, 0) is the top
left corner of the page. Colours are `#rrggbb`.
"""

from typing import Literal, NamedTuple

Align = Literal["left", "middle", "right"]
Stroke = Literal["solid", "dashed", "dotted"]
Head = Literal["none", "filled", "open"]
Outline = Literal["box", "rounded", "none"]

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
    """A box on the page with the labels that stand in it; `id` is unique in the drawing.

    `classes` and `id` are those that docs/svg.md promises to style sheets and scripts; `title` says
    in words what the shape is.
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

    The bends are rounded with `radius`, less where a stretch is too short for it. `head` stands at
    the last point and `tail` at the first; a link's `start` and `end` are the ids of the shapes
    that it joins, both empty for the lines of the blueprint.
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

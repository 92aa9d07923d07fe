"""A slide to draw on: points of a picture become places on it."""

from collections.abc import Sequence

from pptx.oxml.shapes.groupshape import CT_GroupShape
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.util import Emu

EMU = 12_700
"""The unit of slides: so many to the point."""
FONT = "Arial"
"""Its letters are as wide as those that texts are measured with, and it is nearly everywhere."""


class Canvas:
    """A slide, and how large the picture is drawn on it: its points times `scale`."""

    def __init__(self, slide: Slide, scale: float, left: float, top: float) -> None:
        """Draw with the picture's corner at a place of the slide, in points of the slide."""
        self.slide, self.shapes = slide, slide.shapes
        self.shapes.turbo_add_enabled = True  # else each shape costs a search for a free number
        self.scale, self.left, self.top = scale, left, top

    def x(self, x: float) -> Emu:
        """A horizontal place on the slide."""
        return Emu(round((self.left + x * self.scale) * EMU))

    def y(self, y: float) -> Emu:
        """A vertical place on the slide."""
        return Emu(round((self.top + y * self.scale) * EMU))

    def length(self, length: float) -> Emu:
        """A length on the slide, never less than nothing."""
        return Emu(max(round(length * self.scale * EMU), 0))

    def fresh_id(self) -> int:
        """A number that no shape of the slide has."""
        number: int = self.shapes._next_shape_id  # noqa: SLF001 - counts on, where others search all
        return number

    def group(self, members: Sequence[BaseShape], name: str) -> BaseShape:
        """The members as one, where they stand."""
        element = CT_GroupShape.new_grpSp(self.fresh_id(), name)
        self.shapes._spTree.insert_element_before(element, "p:extLst")  # noqa: SLF001 - python-pptx's own way takes a number that is taken
        for member in members:
            element.insert_element_before(member._element, "p:extLst")  # noqa: SLF001 - as above
        element.recalculate_extents()
        return GroupShape(element, self.shapes)

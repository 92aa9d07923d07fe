"""A picture as PowerPoint slides, all of whose shapes, texts and connectors can be edited."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Pt

from blueprint_cli.deck.boxes import draw_shape
from blueprint_cli.deck.canvas import Canvas
from blueprint_cli.deck.packing import repacked
from blueprint_cli.deck.texts import write
from blueprint_cli.deck.ways import draw_line
from blueprint_cli.dot import all_parts, writable
from blueprint_cli.drawing import LINE_PITCH, Drawing, Label, Path
from blueprint_cli.sheets.anatomy import Box
from blueprint_cli.sheets.phases import MARGIN, phase_parts
from blueprint_cli.theme import contrast
from blueprint_cli.words import Words

WIDTH, HEIGHT = 960.0, 540.0
"""A slide as it is usual, 13.33 by 7.5 inches."""
LONGEST = 56 * 72.0
"""The longest side of a slide that PowerPoint opens."""
LEAST_TEXT = 6.0
_MOST = 1.25
"""Small pictures are enlarged by no more than this."""
_MOST_SAID = 255
"""The most letters of a property of a file."""
_TITLE_ONLY = 5
_TITLE_TEXT = 20.25
_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The same for each file: a slide does not say when it was made."""


class Page(NamedTuple):
    """What one slide shows below its heading."""

    heading: Label
    drawing: Drawing


def slides(drawing: Drawing, words: Words, *, by_phase: bool) -> bytes:
    """One slide with the whole picture, or one for each phase, with lanes and steps named on each.

    Slides are of the usual size, or larger where letters would be smaller than 6 points, up to the
    largest that PowerPoint knows. The same picture gives the same bytes.
    """
    pages = list(_phases(drawing, words)) if by_phase else [_whole(drawing)]
    deck = Presentation()
    size = _size([page.drawing for page in pages])
    deck.slide_width, deck.slide_height = Pt(size[0]), Pt(size[1])
    for page in pages:
        _add(deck, page, size)
    _about(deck, drawing)
    file = BytesIO()
    deck.save(file)
    return repacked(file.getvalue())


def _phases(drawing: Drawing, words: Words) -> Iterator[Page]:
    """Each phase below the picture's name and its own."""
    name = _name(drawing)
    for part in phase_parts(drawing):
        text = drawing.title + (words.colon + part.phase if part.phase else "")
        x = part.drawing.width - MARGIN if drawing.rtl else MARGIN
        yield Page(name._replace(lines=(text,), x=x, y=MARGIN + name.size), part.drawing)


def _whole(drawing: Drawing) -> Page:
    """The picture; its own name becomes the slide's title."""
    name = _name(drawing)
    title = next((each for each in drawing.shapes if "title-block" in each.classes), None)
    if title is None:
        return Page(name._replace(y=-name.size), drawing)
    rest = title._replace(labels=title.labels[1:])
    shapes = tuple(rest if each is title else each for each in drawing.shapes)
    return Page(name, drawing._replace(shapes=shapes))


def _name(drawing: Drawing) -> Label:
    """The picture's name as it is set in it; where it is not, for a title beside the slide."""
    for shape in drawing.shapes:
        if "title-block" in shape.classes and shape.labels:
            return shape.labels[0]
    dark = max("#000000", "#ffffff", key=lambda each: contrast(each, drawing.background))
    return Label((drawing.title,), MARGIN, MARGIN, _TITLE_TEXT, dark, bold=True)


def _size(drawings: Sequence[Drawing]) -> tuple[float, float]:
    """How large slides must be so that the smallest letters can be read."""
    needed = [(LEAST_TEXT / _smallest(each), each) for each in drawings]
    wide = max(WIDTH, *(scale * each.width for scale, each in needed))
    high = max(HEIGHT, *(scale * each.height for scale, each in needed))
    return min(wide, LONGEST), min(high, LONGEST)


def _smallest(drawing: Drawing) -> float:
    """The size of the smallest letters."""
    shapes, _ = all_parts(drawing)
    return min((label.size for shape in shapes for label in shape.labels), default=LEAST_TEXT)


def _add(deck: Deck, page: Page, size: tuple[float, float]) -> None:
    """A slide with a picture in its middle."""
    drawing = page.drawing
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = RGBColor.from_string(drawing.background[1:].upper())
    scale = min(size[0] / drawing.width, size[1] / drawing.height, _MOST)
    canvas = Canvas(slide, scale, (size[0] - drawing.width * scale) / 2, 0)
    _entitle(slide, page.heading, drawing, canvas)
    known: dict[str, BaseShape] = {}
    for shape in drawing.shapes:
        draw_shape(shape, canvas, known)
    for path in drawing.paths:
        draw_line(path, canvas, known)
        for label in path.parts:
            draw_shape(label, canvas, known)
    away = [f"→ {path.title}" for path in drawing.paths if _leaves(path, known)]
    slide.notes_slide.notes_text_frame.text = writable("\n".join((drawing.description, *away)))


def _leaves(path: Path, known: Mapping[str, BaseShape]) -> bool:
    """Whether it is a link of which one card is on another slide."""
    return "link" in path.classes and not {path.start, path.end} <= known.keys()


def _entitle(slide: Slide, heading: Label, drawing: Drawing, canvas: Canvas) -> None:
    """The slide's own title, over the picture or where the picture has its name."""
    top = heading.y - heading.size
    height = len(heading.lines) * heading.size * LINE_PITCH
    box = Box(MARGIN, top, drawing.width - MARGIN, top + height)
    title = slide.shapes.title
    title.left, title.top = canvas.x(box.x), canvas.y(box.y)
    title.width, title.height = canvas.length(box.right - box.x), canvas.length(height)
    write(title.text_frame, [heading], box, drawing.title, canvas)


def _about(deck: Deck, drawing: Drawing) -> None:
    about = deck.core_properties
    about.title, about.subject = _short(drawing.title), _short(drawing.description)
    about.language = drawing.language
    about.author = about.last_modified_by = about.keywords = about.comments = ""
    about.created = about.modified = about.last_printed = _DAY
    about.revision = 1


def _short(text: str) -> str:
    return writable(text)[:_MOST_SAID]

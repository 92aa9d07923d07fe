"""Slides: shapes that can be edited, connectors that are glued to cards and go as drawn."""

import time
from collections import Counter
from io import BytesIO
from itertools import pairwise
from math import cos, radians, sin
from pathlib import Path

import pytest
from hypothesis import given, settings
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE
from pptx.util import Pt

from blueprint_cli.drawing import Drawing
from blueprint_cli.exporters.slides import LEAST_TEXT, LONGEST, slides
from blueprint_cli.languages.ar import ARABIC
from blueprint_cli.languages.en import ENGLISH
from tests.layout.blueprints import blueprints
from tests.paper.pages import bare, every
from tests.paper.test_pages import SAMPLES, drawn

WHOLE = 100_000
NEAR = Pt(0.3)
FEW = [path for path in SAMPLES if path.stem in {"hotel-full", "day-surgery", "clinic-ar"}]


def sample(name: str) -> Drawing:
    return drawn(next(each for each in SAMPLES if each.stem == name).read_text("utf-8"))


HOTEL = sample("hotel-full")


def opened(drawing, *, by_phase=False, words=ENGLISH):
    return Presentation(BytesIO(slides(drawing, words, by_phase=by_phase)))


def shapes_of(slide):
    """All shapes, those in groups too, in their order."""
    waiting, found = list(slide.shapes), []
    while waiting:
        shape = waiting.pop(0)
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            waiting[:0] = shape.shapes
        else:
            found.append(shape)
    return found


def told(shape):
    return shape._element._nvXxPr.cNvPr.get("descr")  # noqa: SLF001 - python-pptx has no name for it


@pytest.mark.parametrize("direction", ["lr", "tb"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_cards_and_links_can_be_edited(path, direction):
    faithful(drawn(path.read_text("utf-8"), direction))


@settings(deadline=None, max_examples=8)
@given(blueprints())
def test_any_picture_can_be_edited(text):
    faithful(drawn(text))


def faithful(drawing):
    """Cards are rounded rectangles with their texts, links go their ways between them."""
    deck = opened(drawing)
    (slide,) = deck.slides
    known = {shape.name: shape for shape in shapes_of(slide)}
    numbers = [each.get("id") for each in slide._element.iter("{*}cNvPr")]  # noqa: SLF001 - groups too
    assert len(numbers) == len(set(numbers))
    for card in (shape for shape in drawing.shapes if "action" in shape.classes):
        shape = known[card.id]
        assert shape.auto_shape_type == MSO_SHAPE.ROUNDED_RECTANGLE
        paragraphs = [bare(each.text) for each in shape.text_frame.paragraphs]
        assert paragraphs == [bare(" ".join(label.lines)) for label in card.labels]
        assert told(shape) == card.title
    first = next((each for each in drawing.shapes if "action" in each.classes), None)
    if first is None:
        return
    scale = known[first.id].width / first.width
    left = known[first.id].left - first.x * scale
    for link in (path for path in drawing.paths if "link" in path.classes):
        connector = known[link.id]
        ends = connector._element.nvCxnSpPr.cNvCxnSpPr  # noqa: SLF001 - python-pptx has no name for it
        assert ends.stCxn.id == known[link.start].shape_id
        assert ends.endCxn.id == known[link.end].shape_id
        assert told(connector) == link.title
        assert near(corners(connector), [(left + x * scale, y * scale) for x, y in link.points])


def near(one, two):
    return len(one) == len(two) and all(
        abs(x - other_x) <= NEAR and abs(y - other_y) <= NEAR
        for (x, y), (other_x, other_y) in zip(one, two, strict=True)
    )


def corners(connector):
    """Where a connector begins, bends and ends on the slide, from its frame and its form.

    Source: ECMA-376, part 1, presetShapeDefinitions.
    """
    frame = connector._element.spPr.xfrm  # noqa: SLF001 - frames have no other name
    wide, high = frame.ext.cx, frame.ext.cy
    inside = local(connector._element.spPr, wide, high)  # noqa: SLF001 - as above
    if frame.get("flipH") == "1":
        inside = [(wide - x, y) for x, y in inside]
    if frame.get("flipV") == "1":
        inside = [(x, high - y) for x, y in inside]
    turn = radians(int(frame.get("rot", "0")) / 60_000)
    middle_x, middle_y = wide / 2, high / 2
    found = []
    for x, y in inside:
        right, down = x - middle_x, y - middle_y
        found.append(
            (
                frame.off.x + middle_x + right * cos(turn) - down * sin(turn),
                frame.off.y + middle_y + right * sin(turn) + down * cos(turn),
            )
        )
    return straightened(found)


def local(properties, wide, high):
    """The corners inside the frame before it is flipped and turned."""
    own = properties.find("{*}custGeom")
    if own is not None:
        return [(int(point.get("x")), int(point.get("y"))) for point in own.iter("{*}pt")]
    preset = properties.find("{*}prstGeom")
    shares = [int(each.get("fmla").split()[1]) / WHOLE for each in preset.iter("{*}gd")]
    match preset.get("prst"), shares:
        case "straightConnector1", []:
            return [(0, 0), (wide, high)]
        case "bentConnector2", []:
            return [(0, 0), (wide, 0), (wide, high)]
        case "bentConnector3", [one]:
            return [(0, 0), (wide * one, 0), (wide * one, high), (wide, high)]
        case "bentConnector4", [one, two]:
            x, y = wide * one, high * two
            return [(0, 0), (x, 0), (x, y), (wide, y), (wide, high)]
        case "bentConnector5", [one, two, three]:
            x, y, far = wide * one, high * two, wide * three
            return [(0, 0), (x, 0), (x, y), (far, y), (far, high), (wide, high)]
    raise AssertionError(preset.get("prst"))


def straightened(points):
    """Without the points at which the line does not turn."""
    found = points[:1]
    for point, after in pairwise(points[1:]):
        x, y = found[-1]
        level = abs(y - point[1]) <= NEAR and abs(y - after[1]) <= NEAR
        upright = abs(x - point[0]) <= NEAR and abs(x - after[0]) <= NEAR
        if not level and not upright:
            found.append(point)
    return [*found, points[-1]]


@pytest.mark.parametrize("direction", ["lr", "tb"])
@pytest.mark.parametrize("path", FEW, ids=lambda path: path.stem)
def test_each_phase_has_a_slide_with_its_lanes_and_steps(path, direction):
    drawing = drawn(path.read_text("utf-8"), direction)
    deck = opened(drawing, by_phase=True)
    phases = [shape for shape in drawing.shapes if "phase" in shape.classes]
    assert len(deck.slides) >= max(len(phases), 1)
    lanes = [shape.id for shape in drawing.shapes if "lane" in shape.classes]
    cards: Counter[str] = Counter()
    for slide in deck.slides:
        names = Counter(shape.name for shape in shapes_of(slide))
        assert slide.shapes.title.text_frame.text.startswith(drawing.title[:20])
        for lane in lanes:
            assert names[lane] == 1
            assert names[f"{lane} name"] == 1
        cards += Counter(name for name in names if name.startswith("action:"))
        for name in names:
            if name.startswith("action:"):
                assert f"step:{name.split(':')[1].split('.')[0]}" in names
    assert set(cards.values()) <= {1}
    assert len(cards) == sum("action" in shape.classes for shape in drawing.shapes)


def test_links_that_leave_a_slide_are_told():
    deck = opened(HOTEL, by_phase=True)
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    said = "Signs and takes the key triggers Asks for a table for four"
    assert all(said in each for each in notes)
    signs = [
        shape.text_frame.text
        for slide in deck.slides
        for shape in shapes_of(slide)
        if shape.name == "goes-on" and shape.text_frame.text
    ]
    assert set(signs) == {"1", "2"}


def test_every_text_is_there_once():
    (slide,) = opened(HOTEL).slides
    texts = Counter(
        bare(paragraph.text)
        for shape in shapes_of(slide)
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        if paragraph.text
    )
    wanted = Counter(
        bare(" ".join(label.lines))
        for shape in every((*HOTEL.shapes, *HOTEL.paths))
        for label in shape.labels
    )
    assert texts == wanted


def test_marks_move_with_their_card():
    (slide,) = opened(HOTEL).slides
    groups = [each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.GROUP]
    by_card = {each.shapes[0].name: [shape.name for shape in each.shapes] for each in groups}
    inside = by_card["action:booking.reception.book"]
    assert any("mark" in name or "pain-point" in name for name in inside)


def test_what_the_file_says_of_itself():
    deck = opened(HOTEL)
    assert deck.core_properties.title == HOTEL.title
    assert deck.slides[0].shapes.title.text_frame.text == HOTEL.title
    assert HOTEL.description in deck.slides[0].notes_slide.notes_text_frame.text
    assert next(iter(deck.slides[0].shapes)).name == deck.slides[0].shapes.title.name


@pytest.mark.parametrize("by_phase", [False, True])
@pytest.mark.parametrize("path", FEW, ids=lambda path: path.stem)
def test_letters_can_be_read(path, by_phase):
    deck = opened(drawn(path.read_text("utf-8")), by_phase=by_phase)
    sizes = [
        run.font.size.pt
        for slide in deck.slides
        for shape in shapes_of(slide)
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    longest = max(deck.slide_width, deck.slide_height)
    assert longest <= Pt(LONGEST)
    assert min(sizes) >= LEAST_TEXT - 0.01 or longest == Pt(LONGEST)
    for slide in deck.slides:
        for shape in shapes_of(slide):
            line = shape.shape_type in {MSO_SHAPE_TYPE.LINE, None}
            places = corners(shape) if line else edges(shape)
            assert all(-NEAR <= x <= deck.slide_width + NEAR for x, _ in places)
            assert all(-NEAR <= y <= deck.slide_height + NEAR for _, y in places)


def edges(shape):
    return (shape.left, shape.top), (shape.left + shape.width, shape.top + shape.height)


@pytest.mark.parametrize("by_phase", [False, True])
def test_the_same_bytes_each_time(by_phase):
    before = slides(HOTEL, ENGLISH, by_phase=by_phase)
    time.sleep(2.1)  # a ZIP counts time by two seconds
    assert slides(HOTEL, ENGLISH, by_phase=by_phase) == before


def test_leftward_texts_are_leftward():
    clinic = next(each for each in SAMPLES if each.stem == "clinic-ar").read_text("utf-8")
    deck = opened(drawn(clinic, words=ARABIC), by_phase=True, words=ARABIC)
    title = deck.slides[0].shapes.title.text_frame.paragraphs[0]
    assert title._p.pPr.get("rtl") == "1"  # noqa: SLF001 - python-pptx has no name for it
    assert title._p.pPr.get("algn") == "r"  # noqa: SLF001 - as above


def test_hostile_texts_are_written():
    text = Path(__file__).with_name("hostile.yaml").read_text("utf-8")
    deck = opened(drawn(text))
    assert "<b>&amp;</b>" in deck.slides[0].shapes.title.text_frame.text

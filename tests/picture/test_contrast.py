"""Every text can be read: its contrast to what is behind it is 4.5:1 or more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.dot import all_parts
from blueprint_cli.layout import lay_out
from blueprint_cli.lettering import measure
from blueprint_cli.look import Look
from blueprint_cli.parse import parse
from blueprint_cli.source import Source
from blueprint_cli.themes import THEMES
from blueprint_cli.workspace import Workspace
from tests.picture.test_svg_document import ROOT, drawing_of, each_sample

ENOUGH = 4.5
LANES = """\
blueprint: Colours
lanes:
  - {{name: Guests, role: customer, color: '{0}'}}
  - {{name: Desk, role: frontstage, color: '{1}', note: at the front}}
steps:
  - name: Arrive
    phase: Before
    actions:
      guests: {{name: Ring the bell, time: 1 min, note: twice}}
      desk: {{name: Open the door, time: 2 min}}
"""


def luminance(color):
    """Source: Web Content Accessibility Guidelines 2.2, "relative luminance"."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def covers(shape, x, y):
    return shape.x <= x <= shape.right and shape.y <= y <= shape.bottom


def behind(shapes, owner, x, y, page):
    """The colour at this place, of the topmost filled shape up to the text's own."""
    filled = [
        shape.fill
        for shape in shapes[: owner + 1]
        if shape.fill.startswith("#") and covers(shape, x, y)
    ]
    return filled[-1] if filled else page


def faint_texts(drawing, enough=ENOUGH):
    shapes, _ = all_parts(drawing)
    for owner, shape in enumerate(shapes):
        for label in shape.labels:
            for at, line in enumerate(label.lines):
                width = measure(line, label.size, bold=label.bold)
                left = label.x - {"left": 0, "middle": width / 2, "right": width}[label.align]
                y = label.y + label.size * (at * 1.3 - 0.3)
                for x in (left, left + width / 2, left + width):
                    ground = behind(shapes, owner, x, y, drawing.background)
                    reached = contrast(label.color, ground)
                    if reached < enough:
                        yield f"{shape.id or shape.classes}: {line!r} has {reached:.2f}:1"


@each_sample
def test_texts_of_samples(path):
    assert list(faint_texts(drawing_of(path))) == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_texts_in_every_theme(theme):
    path = ROOT / "samples" / "hotel-full.yaml"
    document = parse(Source(str(path), path.read_text("utf-8")), Workspace(path.parent))
    drawing = lay_out(document.blueprint, document.index, Look(theme=theme))
    assert list(faint_texts(drawing, theme.least.text)) == []


COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@settings(deadline=None, max_examples=60)
@given(COLORS, COLORS, st.sampled_from(THEMES))
def test_lanes_of_any_colour(one, other, theme):
    source = Source("colours.yaml", LANES.format(one, other))
    document = parse(source, Workspace("."))
    assert document.problems == ()
    drawing = lay_out(document.blueprint, document.index, Look(theme=theme))
    assert list(faint_texts(drawing, theme.least.text)) == []


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_faint_texts_are_found():
    path = ROOT / "samples" / "hotel.yaml"
    document = parse(Source(str(path), path.read_text("utf-8")), Workspace(path.parent))
    faint = THEMES[0]._replace(quiet="#aab4bd")
    assert list(faint_texts(lay_out(document.blueprint, document.index, Look(theme=faint))))

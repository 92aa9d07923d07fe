"""The fonts that are shipped: real ones, each with its licence, and all scripts drawn by them."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from blueprint_cli import lettering
from blueprint_cli.lettering import undrawable
from blueprint_cli.picture import draw
from tests.picture.sheets import box, darkness, line, sheet

FONTS = Path(lettering.__file__).parent / "fonts"
FILES = sorted(FONTS.glob("*.[to]tf"))
MAGIC = {b"\x00\x01\x00\x00", b"OTTO"}
"""How TrueType and OpenType begin; a web font (WOFF) is none that Graphviz reads everywhere."""

LETTERS = {
    "Latin": "AgßøžŁẞſ€",
    "Greek": "ΑωΐΏ",
    "Cyrillic": "ЖяЇґ",
    "Armenian": "Աֆ",
    "Georgian": "აჰ",
    "Hebrew": "אבש",
    "Arabic": "ابشپی٤",
    "Thaana": "ހށ",
    "Devanagari": "अकह४",
    "Bengali": "অকহ",
    "Gurmukhi": "ਅਕਹ",
    "Gujarati": "અકહ",
    "Oriya": "ଅକହ",
    "Tamil": "அகஹ",
    "Telugu": "అకహ",
    "Kannada": "ಅಕಹ",
    "Malayalam": "അകഹ",
    "Sinhala": "අකහ",
    "Thai": "กฮ฿๔",
    "Lao": "ກຮ",
    "Myanmar": "ကအ",
    "Khmer": "កអ",
    "Ethiopic": "ሀፐ",
    "Hangul": "가힣ㄱㅏ\u1100",
    "Kana": "あんアンー々ｱ",
    "Han": "客户龍鬱直",
    "full width": "Ａ１（。",
    "signs": "→⇒✓✗★☎⚠≤∞√№…—•■",
    "emoji": "😀🏨🛏🍽⏳🚪👍🤖🧾",
}
NO_LETTERS = [
    ("\u0378\u1cff\u2fe0\ua4c7\ud7fc\ue000", "\u0557\u0a0c\ue0ff"),
    ("\U000103ff\U0001d3ff\U0001fbff\U0003fffd", "\U0001e0ff\U0010abcd"),
]
"""Characters that are none, with four digits and with six, and others like them."""
CELL, SCALE, SIZE = 36, 1.0, 24.0
DOTS = CELL * 96 // 72
DARK = 128


def cells(characters):
    """Each character drawn alone: the set of its dark dots, counted from the corner of its cell."""
    count = 12
    rows = -(-len(characters) // count)
    places = [(at % count * CELL, at // count * CELL) for at in range(len(characters))]
    shapes = [
        box(f"action:{at}", x, y, 1, 1, labels=[line(character, x + 4, y + 27, SIZE)])._replace(
            stroke="none", fill="none"
        )
        for at, (character, (x, y)) in enumerate(zip(characters, places, strict=True))
    ]
    page = sheet(shapes, width=count * CELL, height=rows * CELL)
    drawn = list(darkness(draw(page, "png", SCALE)))
    for at in range(len(characters)):
        left, top = at % count * DOTS, at // count * DOTS
        yield {(x, y) for y in range(DOTS) for x in range(DOTS) if drawn[top + y][left + x] > DARK}


def frame(characters):
    """The outline that the boxes have in common which stand for unknown characters."""
    common = set.intersection(*cells(characters))
    left, right = min(x for x, _ in common), max(x for x, _ in common)
    top, bottom = min(y for _, y in common), max(y for _, y in common)
    found = {(x, y) for x, y in common if x in {left, right} or y in {top, bottom}}
    assert len(found) > DOTS
    return found


@pytest.mark.parametrize(("unknown", "others"), NO_LETTERS)
def test_unknown_characters_are_boxes_and_known_as_such(unknown, others):
    assert undrawable(unknown + others) == {*unknown, *others}
    box_outline = frame(unknown)
    assert all(box_outline <= dots for dots in cells(others))


def test_every_letter_has_a_picture_of_its_own():
    characters = "".join(LETTERS.values())
    assert undrawable(characters) == frozenset()
    frames = [frame(unknown) for unknown, _ in NO_LETTERS]
    for character, dots in zip(characters, cells(characters), strict=True):
        assert dots, character
        assert not any(each <= dots for each in frames), f"{character} is a box"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_is_a_font_that_every_reader_knows(path):
    assert path.read_bytes()[:4] in MAGIC


def test_the_configuration_names_each_font():
    configuration = (FONTS / "fonts.conf").read_text(encoding="utf-8")
    named = set(re.findall("<family>([^<]+)</family>", configuration)) - {"emoji"}
    assert named == {TTFont(path)["name"].getDebugName(1) for path in FILES}


def test_each_font_has_its_licence():
    licences = [path.read_text(encoding="utf-8") for path in FONTS.glob("LICENSE-*.txt")]
    for path in FILES:
        assert sum(path.name in licence for licence in licences) == 1, path.name


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_widths_are_never_less_than_those_of_the_fonts(weight):
    first = TTFont(FONTS / f"LiberationSans-{weight.title()}.ttf")
    advances, scale = first["hmtx"].metrics, first["head"].unitsPerEm
    for code, glyph in first.getBestCmap().items():
        if chr(code).isprintable():
            width = lettering.measure(chr(code), 100.0, bold=weight == "bold")
            assert width >= advances[glyph][0] * 100 / scale - 0.001, hex(code)

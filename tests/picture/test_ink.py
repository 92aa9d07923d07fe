"""What is painted is as wide as what was measured: no more than a little, and for Latin no less."""

import pytest

from blueprint_cli.lettering import is_rtl, measure
from blueprint_cli.picture import draw
from tests.picture.sheets import box, darkness, line, sheet

LATIN = [
    "Guest asks whether a room is free",
    "Zimmerschlüssel übergeben, Öffnungszeiten prüfen",
    "HHHHHHHHHH mmmmmmmm eeeeeeeeeeee",
    "Takes 10 min · waits 1 h 30 min · 42.50 €",
    "Администратор бронирует номер",
]
OTHERS = [
    "客户到达维修店并说明手机故障",
    "ご予約、シャワールーム",
    "고객이 호텔에 도착하여",
    "يصل المريض إلى العيادة ويسجل اسمه",
    "הלקוח מזמין חדר במלון",
    "ग्राहक होटल में आता है",
    "ลูกค้าเดินเข้ามาในร้าน",
    "வாடிக்கையாளர் தங்கும் அறை",
    "অতিথি ঘর চান",
    "😀🏨⏳ ✓ → 1\ufe0f\u20e3",
]
LEFT, PITCH, DOT = 20, 36, 72 / 96
SPARE, LEAST = 0.03, 0.85
"""Letters are set in whole dots: cards have room for it, and some lines get narrower by it."""


def painted(words, size, scale, *, bold):
    """From where to where each line is painted, in points."""
    shapes = [
        box(f"action:{at}", 0, at * PITCH, 1, 1)._replace(
            stroke="none", fill="none", labels=(line(text, LEFT, at * PITCH + 25, size, bold=bold),)
        )
        for at, text in enumerate(words)
    ]
    width = int(max(measure(text, size, bold=bold) for text in words) * 1.1) + LEFT
    page = sheet(shapes, width=width, height=PITCH * len(words))
    rows = list(darkness(draw(page, "png", scale)))
    pitch = len(rows) // len(words)
    for at in range(len(words)):
        columns = map(max, zip(*rows[at * pitch : (at + 1) * pitch], strict=True))
        dark = [x for x, darkest in enumerate(columns) if darkest > 64]
        yield dark[0] * DOT / scale, (dark[-1] + 1) * DOT / scale


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize(("size", "scale"), [(9.5, 1), (11.5, 1), (12, 1), (20, 1), (11.5, 1.7)])
def test_ink_is_as_wide_as_measured(size, scale, bold):
    words = LATIN + OTHERS
    for text, (left, right) in zip(words, painted(words, size, scale, bold=bold), strict=True):
        measured = measure(text, size, bold=bold)
        assert left >= LEFT - DOT - SPARE * measured / 2, text
        assert right <= LEFT + (1 + SPARE) * measured + DOT, text
        if text in LATIN and not is_rtl(text):
            assert right - left >= LEAST * measured, text

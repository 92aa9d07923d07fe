"""The fonts that come with the package draw what the tables of widths promise, and no others do."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from blueprint_cli import picture
from blueprint_cli.drawing import Drawing, Label, Shape
from blueprint_cli.lettering import FONTS, measure, undrawable

SCRIPTS = {
    "Guest, für Ελληνικά Кириллица": "LiberationSans",
    "مرحبا Հայերեն ქართული ລາວ ≥ → ✓": "DejaVuSans",
    "한국어 텍스트는": "NotoSansKR-Regular",
    "客户到达维修店 ご予約、カタカナ": "DroidSansFallback",
    "ภาษาไทย": "NotoSansThai",
    "हिन्दी में क्षत्रिय": "NotoSansDevanagari",
    "বাংলা": "NotoSansBengali",
    "தமிழ்": "NotoSansTamil",
    "తెలుగు": "NotoSansTelugu",
    "ગુજરાતી": "NotoSansGujarati",
    "ਪੰਜਾਬੀ": "NotoSansGurmukhi",
    "ಕನ್ನಡ": "NotoSansKannada",
    "മലയാളം": "NotoSansMalayalam",
    "ଓଡ଼ିଆ": "NotoSansOriya",
    "සිංහල": "NotoSansSinhala",
    "ខ្មែរ": "NotoSansKhmer",
    "မြန်မာ": "NotoSansMyanmar",
    "አማርኛ": "NotoSansEthiopic",
    "ދިވެހި": "NotoSansThaana",
    "⏎ 🜨": "NotoSansSymbols",
    "🖎": "NotoSansSymbols2",
    "👩‍🔧 🇩🇪 🥐": "NotoEmoji",
}


def pdf_fonts(text, *, bold=False):
    label = Label((text,), 10, 30, 12.0, "#000000", bold)
    shape = Shape("a", (), "", 0, 0, 400, 60, "#ffffff", "#000000", labels=(label,))
    drawn = picture.draw(Drawing("t", "d", 400, 60, "#ffffff", (shape,), ()), "pdf")
    return {name.decode() for name in re.findall(rb"/FontName\s*/[A-Z]{6}\+([\w-]+)", drawn)}


@pytest.mark.parametrize(("text", "font"), SCRIPTS.items(), ids=SCRIPTS.values())
def test_each_script_is_drawn_and_embedded(text, font):
    assert not undrawable(text)
    assert any(name.startswith(font) for name in pdf_fonts(text))


def test_bold_letters_are_bold():
    assert pdf_fonts("Guest", bold=True) == {"LiberationSans-Bold"}


def test_no_fonts_of_the_machine_are_seen():
    shipped = {
        font["name"].getDebugName(6).partition("-")[0]
        for font in (TTFont(path) for path in FONTS.glob("*.ttf"))
    }
    seen = set().union(*(pdf_fonts(text, bold=bold) for text in SCRIPTS for bold in (False, True)))
    assert {name.partition("-")[0] for name in seen} <= shipped


def test_the_tables_know_every_character_of_the_fonts():
    drawn = set()
    for path in FONTS.glob("*.ttf"):
        drawn |= set(TTFont(path).getBestCmap())
    text = "".join(map(chr, sorted(code for code in drawn if not 0xD800 <= code < 0xE000)))
    assert not undrawable(text)
    nobodys = [code for code in range(0x20, 0x20000) if code not in drawn]
    missing = undrawable("".join(chr(code) for code in nobodys if not 0xD800 <= code < 0xE000))
    assert len(missing) > 50_000


def test_no_letter_counts_less_than_its_font_draws_it():
    for name, bold in (("LiberationSans-Regular.ttf", False), ("LiberationSans-Bold.ttf", True)):
        font = TTFont(FONTS / name)
        advances, size = font["hmtx"].metrics, font["head"].unitsPerEm
        for code, glyph in font.getBestCmap().items():
            if chr(code).isprintable():
                assert measure(chr(code), size, bold) >= advances[glyph][0], hex(code)


def test_the_settings_name_the_shipped_families_in_order():
    root = ET.parse(FONTS / "fonts.conf").getroot()  # noqa: S314 - our own
    families = {
        alias.findtext("family"): [it.text for it in alias.iterfind("prefer/family")]
        for alias in root.iterfind("alias")
    }
    shipped = {TTFont(path)["name"].getDebugName(1) for path in FONTS.glob("*.ttf")}
    assert set(families["Liberation Sans"]) == shipped
    assert families["emoji"][0] == "Noto Emoji"


def test_drawing_leaves_nothing_beside_the_fonts():
    before = sorted(Path(FONTS).iterdir())
    pdf_fonts("Guest")
    assert sorted(Path(FONTS).iterdir()) == before

"""Make `blueprint_cli/fonts/` anew: fonts that draw PNG and PDF, and the widths of their letters.

Run it as `python tools/fonts.py TRUETYPE FONTSOURCE`, with fontTools and brotli installed. TRUETYPE
is the folder that holds `liberation2/`, `dejavu/`, `droid/` and `noto/` (on Debian 12
`/usr/share/fonts/truetype`, from the packages fonts-liberation2 2.1.5, fonts-dejavu-core 2.37,
fonts-droid-fallback 6.0.1r16 and fonts-noto-core 20201225). FONTSOURCE is the folder
`node_modules/@fontsource`, from the npm packages @fontsource/noto-sans-kr 5.3.0 and
@fontsource/noto-emoji 5.3.2.
"""

import re
import shutil
import sys
from array import array
from collections.abc import Iterable
from pathlib import Path
from unicodedata import category

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "blueprint_cli" / "fonts"
LICENCE = Path(__file__).parent.parent / "LICENSE"
"""Our own licence, Apache-2.0, is that of Droid Sans Fallback too."""
REGULAR = "LiberationSans-Regular.ttf"
BOLD = "LiberationSans-Bold.ttf"
SCRIPTS = [
    "Thai",
    "Devanagari",
    "Bengali",
    "Tamil",
    "Telugu",
    "Gujarati",
    "Gurmukhi",
    "Kannada",
    "Malayalam",
    "Oriya",
    "Sinhala",
    "Khmer",
    "Myanmar",
    "Ethiopic",
    "Thaana",
    "Symbols",
    "Symbols2",
]
DEJAVU = "DejaVuSans.ttf"
DROID = "DroidSansFallbackFull.ttf"
FALLBACKS = (
    DEJAVU,
    "NotoSansKR-Hangul.ttf",
    DROID,
    *(f"NotoSans{script}-Regular.ttf" for script in SCRIPTS),
    "NotoEmoji-Regular.ttf",
)
"""The order in which a font is looked for that can draw a character, after Liberation Sans."""

UNITS = 2048
"""The widths are written in this part of the font size, as Liberation Sans has them."""
THICKER = 24
"""A letter drawn thicker is wider by this part of the font size."""
NOBODY = 3001
"""The width of what no font draws: room for a box with its number, and no other letter's width."""
LAST = 0x1FFFF
IGNORED = (
    *range(0x20), *range(0x7F, 0xA0), 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5,
    *range(0x180B, 0x180F), *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070),
    0x3164, *range(0xFE00, 0xFE0F), 0xFEFF, 0xFFA0, *range(0xFFF0, 0xFFF9),
)  # fmt: skip
"""Characters without any picture of their own (controls and Unicode's default ignorable ones)."""
AS_EMOJI = 0xFE0F
"""This mark makes an emoji of the character before it, which is then wider."""
EMOJI_WIDTH = 1.38
"""The widest emoji fonts of browsers, Segoe UI Emoji among them, as a share of the font size."""
IDEOGRAPHS = range(0x2E80, 0xFFE7)


def main(truetype: Path, fontsource: Path) -> None:
    """Write all fonts, their licences, `fonts.conf` and the two tables of widths."""
    FONTS.mkdir(exist_ok=True)
    for name in (REGULAR, BOLD):
        shutil.copyfile(truetype / "liberation2" / name, FONTS / name)
    shutil.copyfile(truetype / "dejavu" / DEJAVU, FONTS / DEJAVU)
    shrink(truetype / "droid" / DROID)
    for script in SCRIPTS:
        shrink(truetype / "noto" / f"NotoSans{script}-Regular.ttf")
    hangul(fontsource / "noto-sans-kr/files/noto-sans-kr-korean-400-normal.woff2")
    emoji(fontsource / "noto-emoji/files/noto-emoji-emoji-400-normal.woff2")
    write_configuration()
    write_licences(fontsource)
    write_widths("regular.widths", REGULAR)
    write_widths("bold.widths", BOLD)


def shrink(source: Path) -> None:
    """Copy a font without what only screens of low resolution need (hinting)."""
    font = TTFont(source)
    subset(font, font.getBestCmap())
    save(font, source.name)


def subset(font: TTFont, characters: Iterable[int]) -> None:
    """Keep these characters and every glyph and rule that they need."""
    options = Options(hinting=False, layout_features=["*"], name_IDs=["*"], name_languages=["*"])
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["vhea", "vmtx", "BASE", "STAT", "DSIG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def hangul(source: Path) -> None:
    """Take the Korean letters, and let single (conjoining) letters look like the common ones."""
    font = TTFont(source)
    wanted = [*range(0x3130, 0x3190), *range(0xAC00, 0xD7A4)]
    subset(font, [code for code in wanted if code in font.getBestCmap()])
    conjoining = {
        0x1100: "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ",
        0x1161: "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
        0x11A8: "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ",
    }
    for table in font["cmap"].tables:
        for first, letters in conjoining.items():
            for place, letter in enumerate(letters):
                table.cmap[first + place] = table.cmap[ord(letter)]
    rename(font, "Noto Sans KR")
    save(font, "NotoSansKR-Hangul.ttf")


def emoji(source: Path) -> None:
    """Take the emoji, and leave digits and signs to the fonts for text."""
    font = TTFont(source)
    subset(font, font.getBestCmap())
    rename(font, "Noto Emoji")
    save(font, "NotoEmoji-Regular.ttf")


def rename(font: TTFont, family: str) -> None:
    """Give a single weight that was cut out of a variable font its plain name."""
    full = family.replace(" ", "")
    names = {1: family, 2: "Regular", 4: f"{family} Regular", 6: f"{full}-Regular"}
    for record in list(font["name"].names):
        if record.nameID in {16, 17, 21, 22, 25}:
            font["name"].names.remove(record)
        elif record.nameID in names:
            record.string = names[record.nameID]
    font["OS/2"].usWeightClass = 400


def save(font: TTFont, name: str) -> None:
    """Write the font with its own date, so that the same sources give the same bytes."""
    font.recalcTimestamp = False
    font.flavor = None  # plain TrueType: older readers of fonts know no WOFF
    font.save(FONTS / name)


def write_configuration() -> None:
    """Write which fonts stand in for Liberation Sans, in their order, and nothing of this machine.

    The folder is named by the environment variable XDG_DATA_HOME, so no path is written. Letters
    are not fitted to dots (hinted), which would make lines wider than their measured width. Only
    Liberation Sans has bold letters of its own; those of the other fonts are drawn thicker.
    XDG_CACHE_HOME names a file, in which no folder can be made: reading the fonts is so fast that
    nothing needs to be kept in the user's home.
    """
    families = [named(TTFont(FONTS / name), 1) for name in (REGULAR, *FALLBACKS)]
    (FONTS / "fonts.conf").write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        '<dir prefix="xdg">fonts</dir>\n<cachedir prefix="xdg">no-cache</cachedir>\n'
        + preference("emoji", [families[-1], *families])
        + preference("Liberation Sans", families)
        + '<match target="pattern"><edit name="hintstyle" mode="assign">'
        "<const>hintnone</const></edit></match>\n"
        '<match target="font"><test name="weight" compare="less_eq"><const>medium</const></test>'
        '<test target="pattern" name="weight" compare="more_eq"><const>bold</const></test>'
        '<edit name="embolden" mode="assign"><bool>true</bool></edit></match>\n</fontconfig>\n',
        encoding="utf-8",
    )


def preference(family: str, instead: Iterable[str]) -> str:
    """Which families are looked through, one after the other, where this one is asked for."""
    families = "".join(f"\n  <family>{each}</family>" for each in instead)
    return f'<alias binding="same"><family>{family}</family><prefer>{families}\n</prefer></alias>\n'


def write_licences(fontsource: Path) -> None:
    """Write the licences of all fonts, with the lines of copyright that stand in the fonts."""
    open_font = (fontsource / "noto-emoji" / "LICENSE").read_text(encoding="utf-8")
    under_it = (name for name in (REGULAR, BOLD, *FALLBACKS) if name not in {DEJAVU, DROID})
    owners = "".join(f"{name}: {copyright_of(name)}\n" for name in under_it)
    text = open_font[open_font.index("This Font Software is licensed") :]
    (FONTS / "LICENSE-OFL.txt").write_text(f"{owners}\n{text}", encoding="utf-8")
    dejavu = re.sub("[ \t]+$", "", named(TTFont(FONTS / DEJAVU), 13), flags=re.MULTILINE)
    (FONTS / "LICENSE-DejaVu.txt").write_text(f"{DEJAVU}\n\n{dejavu}\n", encoding="utf-8")
    apache = LICENCE.read_text(encoding="utf-8")
    droid = f"{DROID}: {copyright_of(DROID)}\n\n{apache}"
    (FONTS / "LICENSE-Droid.txt").write_text(droid, encoding="utf-8")


def copyright_of(name: str) -> str:
    """Whose font it is, in one line."""
    owner = " ".join(named(TTFont(FONTS / name), 0).split())
    reserved = " with Reserved Font Name Liberation" if name in {REGULAR, BOLD} else ""
    return owner + reserved


def named(font: TTFont, number: int) -> str:
    """What the font says of itself under a number of its table of names."""
    return str(font["name"].getDebugName(number))


def write_widths(name: str, first: str) -> None:
    """Write the width of each character from 0 to 0x1FFFF, as two bytes with the lesser first."""
    widths = array("H", [NOBODY]) * (LAST + 1)
    for font_name in reversed((first, *FALLBACKS)):
        add_widths(widths, TTFont(FONTS / font_name))
    widen_for_browsers(widths)
    if first == BOLD:
        thicken(widths, TTFont(FONTS / BOLD))
    for code in IGNORED:
        widths[code] = 0
    widths[ord("\t")] = widths[ord(" ")]
    widths[AS_EMOJI] = int(EMOJI_WIDTH * UNITS) - widths[ord("*")]
    if sys.byteorder == "big":
        widths.byteswap()
    (FONTS / name).write_bytes(widths.tobytes())


def thicken(widths: "array[int]", font: TTFont) -> None:
    """Make room for the letters that are drawn thicker, because the bold font has them not."""
    own = font.getBestCmap()
    for code, width in enumerate(widths):
        if width not in {0, NOBODY} and code not in own:
            wider = width + -(-UNITS // THICKER)
            widths[code] = wider + (wider == NOBODY)


def add_widths(widths: "array[int]", font: TTFont) -> None:
    """Note the widths of all characters that the font draws, in its own shape, rounded up."""
    scale = font["head"].unitsPerEm
    advances = font["hmtx"].metrics
    for code, glyph in font.getBestCmap().items():
        if code <= LAST:
            width = -(-advances[glyph][0] * UNITS // scale)
            widths[code] = width + (width == NOBODY)


def widen_for_browsers(widths: "array[int]") -> None:
    """Make room for the fonts that a browser may take instead: an em for Han, more for emoji."""
    for code in IDEOGRAPHS:
        if widths[code] != NOBODY and category(chr(code)) in {"Lo", "So", "Po", "Ps", "Pe"}:
            is_half = 0xFF61 <= code <= 0xFFDC or 0xA000 <= code < 0xAC00
            widths[code] = max(widths[code], 0 if is_half else UNITS)
    for code in TTFont(FONTS / FALLBACKS[-1]).getBestCmap():
        if 0x2190 <= code <= LAST:
            widths[code] = max(widths[code], int(EMOJI_WIDTH * UNITS))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

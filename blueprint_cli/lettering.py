"""How wide a text is, and where its lines break.

The widths are those of the fonts in `blueprint_cli/fonts`, made by `tools/fonts.py`, and never less
than what Graphviz draws: each character counts with its full width, so that kerning, ligatures and
joined letters can only make a line shorter. Widths and sizes are points.
"""

import re
import sys
from array import array
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import bidirectional

from blueprint_cli.clusters import break_places, clusters

FONTS = Path(__file__).parent / "fonts"
UNITS = 2048
"""The tables of widths count in this part of the font size."""
NOBODY = 3001
"""The width of a character that no font draws; no other character has it."""

Piece = tuple[str, int, bool]
"""What is not broken any more: its text, its width, and whether a space stands before it."""

_LINE_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SPACES = re.compile("[ \t\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_AFTER_JOINT = re.compile(r"(?<=\w[-/‐–—])(?=[^\W\d_])")
_INSIDE_ADDRESS = re.compile(r"(?<=[-/._@?&=:,;+|\\])(?=\w)")
_SHORT_LAST_LINE = 0.4
_SLACK = 1e-6


def measure(text: str, size: float, bold: bool = False) -> float:  # noqa: FBT001, FBT002
    """The width of one line of text, never less than what is drawn."""
    return _units(text, bold) * size / UNITS


def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:  # noqa: FBT001, FBT002
    """The text in lines no wider than `width`, broken where its language allows if that can be.

    Nothing is cut: a word that is too long is broken between two of its visible characters, and a
    single such character that is wider stands alone. Line ends in the text break lines, other white
    space becomes one space or a break. Where the last line would hold next to nothing, the lines
    before it are made shorter, but never more.
    """
    limit = int(width * UNITS / size + _SLACK)
    lines: list[str] = []
    for paragraph in _LINE_ENDS.split(text):
        lines += _lines(paragraph, limit, bold)
    return tuple(lines)


def undrawable(text: str) -> frozenset[str]:
    """The characters that none of our fonts can draw."""
    if text.isascii():
        return frozenset()
    return frozenset(char for char in set(text) if _unit(ord(char), _widths(False)) == NOBODY)


def is_rtl(text: str) -> bool:
    """Whether the text runs from right to left: its first letter with a direction says so."""
    if text.isascii():
        return False
    directions = map(bidirectional, text)
    return next((it != "L" for it in directions if it in {"L", "R", "AL"}), False)


def _lines(paragraph: str, limit: int, bold: bool) -> list[str]:
    words = [word for word in _SPACES.split(paragraph) if word]
    space = _units(" ", bold)
    whole = sum([_units(word, bold) for word in words]) + space * (len(words) - 1)
    if whole <= limit:
        return [" ".join(words)] if words else []
    pieces = [piece for word in words for piece in _pieces(word, limit, bold)]
    lines = _fill(pieces, limit, space)
    return _balanced(pieces, lines, limit, space, bold)


def _fill(pieces: list[Piece], limit: int, space: int) -> list[str]:
    """Put into each line as many pieces as it holds."""
    lines: list[str] = []
    line, used = "", 0
    for text, units, spaced in pieces:
        gap = space if spaced else 0
        if line and used + gap + units <= limit:
            line = f"{line} {text}" if spaced else line + text
            used += gap + units
        else:
            if line:
                lines.append(line)
            line, used = text, units
    lines.append(line)
    return lines


def _balanced(
    pieces: list[Piece], lines: list[str], limit: int, space: int, bold: bool
) -> list[str]:
    """The same pieces in as many lines, but with more in the last one if it holds little."""
    if _units(lines[-1], bold) > limit * _SHORT_LAST_LINE:
        return lines
    total = sum(units + space for _, units, _ in pieces)
    widest = max(units for _, units, _ in pieces)
    for share in (1.0, 1.12, 1.25):
        narrow = max(int(total / len(lines) * share), widest)
        if narrow >= limit:
            break
        balanced = _fill(pieces, narrow, space)
        if len(balanced) == len(lines):
            return balanced
    return lines


@lru_cache(maxsize=1 << 16)
def _pieces(word: str, limit: int, bold: bool) -> tuple[Piece, ...]:
    """The parts of a word between which a line may break."""
    if word.isalpha() and word.isascii() and _units(word, bold) <= limit:
        return ((word, _units(word, bold), True),)
    texts = [text for part in _parts(word) for text in _fitting(part, limit, bold)]
    return tuple((text, _units(text, bold), at == 0) for at, text in enumerate(texts))


def _parts(word: str) -> list[str]:
    if max(word) < "\u2e80":
        return _AFTER_JOINT.split(word)
    return break_places(word)


def _fitting(part: str, limit: int, bold: bool) -> Iterator[str]:
    """The part, or if it is too wide for a line, what stands between its signs, or its clusters."""
    if _units(part, bold) <= limit:
        yield part
        return
    for chunk in _INSIDE_ADDRESS.split(part):
        if _units(chunk, bold) <= limit:
            yield chunk
        else:
            yield from _filled(chunk, limit, bold)


def _filled(chunk: str, limit: int, bold: bool) -> Iterator[str]:
    """As much of a long word in each line as fits."""
    line, used = "", 0
    for cluster in clusters(chunk):
        units = _units(cluster, bold)
        if line and used + units > limit:
            yield line
            line, used = "", 0
        line += cluster
        used += units
    yield line


@lru_cache(maxsize=1 << 16)
def _units(text: str, bold: bool) -> int:
    widths = _widths(bold)
    try:
        return sum([widths[code] for code in map(ord, text)])
    except IndexError:
        return sum([_unit(ord(char), widths) for char in text])


def _unit(code: int, widths: "array[int]") -> int:
    """The width of a character, those after the tables' end too: marks there have none."""
    if code < len(widths):
        return widths[code]
    return 0 if code >> 12 == 0xE0 else NOBODY


@cache
def _widths(bold: bool) -> "array[int]":
    widths = array("H")
    widths.frombytes((FONTS / ("bold.widths" if bold else "regular.widths")).read_bytes())
    if sys.byteorder == "big":
        widths.byteswap()
    return widths

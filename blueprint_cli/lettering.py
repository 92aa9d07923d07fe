"""How wide a text is, and where its lines break.

The widths are those of the fonts in `blueprint_cli/fonts`, made by `tools/fonts.py`: each character
counts with its full width, so that kerning, ligatures and joined letters can only make a line
shorter. Graphviz sets each letter in whole dots; `blueprint_cli/dot.py` sees to it that this adds
next to nothing. Widths and sizes are points.
"""

import re
import sys
from array import array
from collections.abc import Iterator
from functools import cache, lru_cache
from math import ceil
from pathlib import Path
from typing import Literal
from unicodedata import bidirectional

from blueprint_cli.clusters import break_places, clusters

FONTS = Path(__file__).parent / "fonts"
UNITS = 2048
"""The tables of widths count in this part of the font size."""
NOBODY = 3001
"""The width of a character that no font draws; no other character has it."""

Face = Literal["regular", "bold"]
Piece = tuple[str, int, int]
"""What is not broken any more: its text, its width, and that of the space which begins the text."""

_LINE_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SPACES = re.compile("[ \t\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_AFTER_JOINT = re.compile("(?<=\\w[-/‐–—])(?=[^\\W\\d_\u0e33\u0eb3\uff9e\uff9f])|(?<=\u200b)(?!$)")
_INSIDE_ADDRESS = re.compile(r"(?<=[-/._@?&=:,;+|\\])(?=[^\W\u0e33\u0eb3\uff9e\uff9f])")
_MARKS_BEYOND = range(0xE0000, 0xE1000)
_SHORT_LAST_LINE = 0.4
"""A last line with a smaller share of the width is to be filled up from those before it."""
_SHARES = (1.0, 1.12, 1.25)
"""How much of the lines' average width is tried for that, one after the other."""
_SLACK = 1e-6


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of text: never less than what its letters have in our fonts."""
    return _units(text, _face(bold=bold)) * size / UNITS


@lru_cache(maxsize=1 << 14)
def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `width`, broken where its language allows if that can be.

    Nothing is cut: a word that is too long is broken between two of its visible characters, and a
    single such character that is wider stands alone. Line ends in the text break lines, other white
    space becomes one space or a break. Where the last line would hold next to nothing, the lines
    before it are made shorter, but never more.
    """
    limit = int(width * UNITS / size + _SLACK)
    face = _face(bold=bold)
    lines: list[str] = []
    for paragraph in _LINE_ENDS.split(text):
        lines += _lines(paragraph, limit, face)
    return tuple(lines)


def undrawable(text: str) -> frozenset[str]:
    """The characters that none of our fonts can draw."""
    if text.isascii():
        return frozenset()
    return frozenset(char for char in set(text) if _unit(ord(char), _widths("regular")) == NOBODY)


def is_rtl(text: str) -> bool:
    """Whether the text runs from right to left: its first letter with a direction says so."""
    if text.isascii():
        return False
    directions = map(bidirectional, text)
    return next((it != "L" for it in directions if it in {"L", "R", "AL"}), False)


def _face(*, bold: bool) -> Face:
    return "bold" if bold else "regular"


def _lines(paragraph: str, limit: int, face: Face) -> list[str]:
    words = [word for word in _SPACES.split(paragraph) if word]
    whole = " ".join(words)
    if _units(whole, face) <= limit:
        return [whole] if whole else []
    pieces = [piece for word in words for piece in _pieces(word, limit, face)]
    starts = _balanced(pieces, _starts(pieces, limit), limit)
    texts = [text for text, _, _ in pieces]
    ends = [*starts[1:], len(texts)]
    return [
        "".join(texts[start:end]).removeprefix(" ") for start, end in zip(starts, ends, strict=True)
    ]


def _starts(pieces: list[Piece], limit: int) -> list[int]:
    """The places of the pieces that begin a line, if each line takes as many as it holds."""
    starts = []
    used = limit  # so that the first piece, which has a space, begins a line
    for at, (_, units, gap) in enumerate(pieces):
        used += gap + units
        if used > limit:
            starts.append(at)
            used = units
    return starts


def _balanced(pieces: list[Piece], starts: list[int], limit: int) -> list[int]:
    """The starts of as many lines, but with more in the last one if it holds little."""
    last = sum([units + gap for _, units, gap in pieces[starts[-1] :]])
    if last > limit * _SHORT_LAST_LINE or len(starts) == 1:
        return starts
    total = sum([units + gap for _, units, gap in pieces])
    widest = max([units for _, units, _ in pieces])
    for share in _SHARES:
        narrow = max(int(total / len(starts) * share), widest)
        if narrow >= limit:
            break
        balanced = _starts(pieces, narrow)
        if len(balanced) == len(starts):
            return balanced
    return starts


@lru_cache(maxsize=1 << 16)
def _pieces(word: str, limit: int, face: Face) -> tuple[Piece, ...]:
    """The parts of a word between which a line may break, with a space before the first."""
    units, space = _units(word, face), _units(" ", face)
    if units <= limit and word.isascii() and word.isalpha():
        return ((" " + word, units, space),)
    first, *rest = [text for part in _parts(word) for text in _fitting(part, limit, face)]
    pieces = [(text, _units(text, face), 0) for text in rest]
    return ((" " + first, _units(first, face), space), *pieces)


def _parts(word: str) -> list[str]:
    if max(word) < "\u2e80":
        return _AFTER_JOINT.split(word)
    return break_places(word)


def _fitting(part: str, limit: int, face: Face) -> Iterator[str]:
    """The part, or if it is too wide for a line, what stands between its signs, or its clusters."""
    if _units(part, face) <= limit:
        yield part
        return
    for chunk in _INSIDE_ADDRESS.split(part):
        if _units(chunk, face) <= limit:
            yield chunk
        else:
            yield from _filled(chunk, limit, face)


def _filled(chunk: str, limit: int, face: Face) -> Iterator[str]:
    """A long word in as few lines as it needs, each with about as much of it."""
    whole = _units(chunk, face)
    lines = ceil(whole / max(limit, 1))
    line, used = "", 0
    for cluster in clusters(chunk):
        units = _units(cluster, face)
        if line and units and (used + units > limit or used * lines >= whole):
            yield line
            line, used = "", 0
        line += cluster
        used += units
    yield line


@lru_cache(maxsize=1 << 16)
def _units(text: str, face: Face) -> int:
    widths = _widths(face)
    try:
        return sum([widths[code] for code in map(ord, text)])
    except IndexError:
        return sum([_unit(ord(char), widths) for char in text])


def _unit(code: int, widths: "array[int]") -> int:
    """The width of a character, those after the tables' end too: marks there have none."""
    if code < len(widths):
        return widths[code]
    return 0 if code in _MARKS_BEYOND else NOBODY


@cache
def _widths(face: Face) -> "array[int]":
    widths = array("H")
    widths.frombytes((FONTS / f"{face}.widths").read_bytes())
    if sys.byteorder == "big":
        widths.byteswap()
    return widths

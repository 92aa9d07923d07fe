"""What stays as it is: from `# bp: fmt off` to `# bp: fmt on`, and what ends in `fmt off`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.entries import Entry, Layout, Remark, Whole

_OFF = re.compile(r"#\s*bp:\s*fmt\s+off\b")
_ON = re.compile(r"#\s*bp:\s*fmt\s+on\b")


class Raw(NamedTuple):
    """Lines that stay as they are; without `lines` the first begins in its middle."""

    text: str
    blank: bool
    lines: bool


Piece = Entry | Remark | Raw


def pinned(layout: Layout) -> frozenset[int]:
    """The starts of the lists and mappings that hold such lines, and so stay where they are."""
    found: set[int] = set()
    if isinstance(layout.root.value, Whole) and "fmt" in layout.text:
        _pin(layout.root.value, found)
    return frozenset(found)


def _pin(whole: Whole, found: set[int]) -> bool:
    remarks = [each for entry in whole.entries for each in (*entry.above, *entry.beside)]
    inner = [_pin(entry.value, found) for entry in whole.entries if isinstance(entry.value, Whole)]
    pins = any(inner) or any(_OFF.match(each.text) for each in (*remarks, *whole.below))
    if pins and not whole.flow:
        found.add(whole.start)
    return pins


def pieces(text: str, whole: Whole) -> Iterator[Piece]:
    """The entries of a list or mapping, and the lines in it that stay as they are."""
    waiting: list[Piece] = []
    for entry in whole.entries:
        waiting += [*entry.above, entry._replace(above=[])]
    waiting += whole.below
    while waiting:
        piece = waiting.pop(0)
        if isinstance(piece, Remark) and _OFF.match(piece.text):
            yield piece
            yield from _until_on(text, piece, waiting, whole)
        elif isinstance(piece, Entry) and _has_off(piece):
            yield Raw(text[piece.start : _line_end(text, _end(piece))], piece.blank, lines=False)
        else:
            yield piece


def _until_on(text: str, off: Remark, waiting: list[Piece], whole: Whole) -> Iterator[Raw]:
    """The lines down to `fmt on` or the end of the list or mapping; takes what they hold."""
    start = _line_end(text, off.end) + 1
    end = _line_end(text, _end_of(whole))
    for place, piece in enumerate(waiting):
        if isinstance(piece, Remark) and _ON.match(piece.text):
            del waiting[:place]
            end = text.rfind("\n", 0, piece.start)
            break
    else:
        waiting.clear()
    if start <= end:
        yield Raw(text[start:end], blank=False, lines=True)


def _has_off(entry: Entry) -> bool:
    """Whether an entry stays as it is: by a comment on its line, or in its brackets or braces."""
    flow = isinstance(entry.value, Whole) and entry.value.flow
    return any(_OFF.match(each.text) for each in entry.beside) or (flow and _holds_off(entry))


def _holds_off(entry: Entry) -> bool:
    if not isinstance(entry.value, Whole):
        return False
    return _pin(entry.value, set())


def _end(entry: Entry) -> int:
    ends = [each.end for each in entry.beside]
    inner = _end_of(entry.value) if isinstance(entry.value, Whole) else entry.value.end
    return max([inner, *ends])


def _end_of(whole: Whole) -> int:
    ends = [each.end for each in whole.below]
    last = _end(whole.entries[-1]) if whole.entries else 0
    return max([whole.end, last, *ends])


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end

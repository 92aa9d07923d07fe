"""What stays as it is: from `# bp: fmt off` to `# bp: fmt on`, and what ends in `fmt off`."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from blueprint_cli.editing.entries import Entry, Layout, Remark, Value, Whole

_OFF = re.compile(r"#\s*bp:\s*fmt\s+off\b")
_ON = re.compile(r"#\s*bp:\s*fmt\s+on\b")


class Raw(NamedTuple):
    """Lines that stay as they are; without `lines` the first begins in its middle."""

    text: str
    blank: bool
    lines: bool


Piece = Entry | Remark | Raw


class Pins(NamedTuple):
    """Lists and mappings round such lines, by their starts.

    Those in `columns` keep their indentation; those in `order`, too, that of their entries: such
    lines are among them.
    """

    columns: set[int]
    order: set[int]


def pins(layout: Layout) -> Pins:
    """What has to stay where it is in a text."""
    found = Pins(set(), set())
    root = layout.root.value
    if isinstance(root, Whole) and not root.flow and "fmt" in layout.text:
        _pin(root, found)
    return found


def stays(layout: Layout) -> bool:
    """Whether all of a text stays as it is: it is one pair of braces, and in it is a comment."""
    return _has_off(layout.root)


def _pin(whole: Whole, found: Pins) -> None:
    """Note what has to stay of a list or mapping on lines of its own."""
    remarks = [each for entry in whole.entries for each in entry.above]
    inside = [entry.value for entry in whole.entries if isinstance(entry.value, Whole)]
    for inner in inside:
        if not inner.flow:
            _pin(inner, found)
    if _is_off((*remarks, *whole.below)) or any(map(_has_off, whole.entries)):
        found.order.add(whole.start)
        found.columns.add(whole.start)
    held = [inner for inner in inside if inner.start in found.columns]
    if held:
        found.columns.add(whole.start)
    if any(inner.column <= whole.column for inner in held):  # last, it would take comments behind
        found.order.add(whole.start)


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
    return _is_off(entry.beside) or (flow and _holds_off(entry.value))


def _holds_off(value: Value) -> bool:
    return isinstance(value, Whole) and (
        _is_off(value.below)
        or any(
            _is_off(inner.above) or _is_off(inner.beside) or _holds_off(inner.value)
            for inner in value.entries
        )
    )


def _is_off(remarks: Iterable[Remark]) -> bool:
    return any(_OFF.match(each.text) for each in remarks)


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

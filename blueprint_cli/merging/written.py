"""A version as it is written: which lines tell of an element or of one of its keys."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.diff.parts import Part
from blueprint_cli.editing.entries import Entry, Layout, Remark, Whole
from blueprint_cli.formatting import laid_out
from blueprint_cli.parse import Document
from blueprint_cli.reading.nodes import Text
from blueprint_cli.source import Span


class Spot(NamedTuple):
    """An entry and the list or mapping in which it is the one at `place`."""

    entry: Entry
    whole: Whole
    place: int

    @property
    def key(self) -> str | None:
        """Its key; None for an item of a list."""
        return None if self.entry.key is None else self.entry.key.value


class Versions(NamedTuple):
    """One thing in three versions; None where it is not."""

    base: Spot | None
    ours: Spot | None
    theirs: Spot | None


class Written:
    """The text of a version with the entries of its joints."""

    def __init__(self, text: str, laid: Layout, of: dict[int, Spot]) -> None:
        self.text = text
        self.laid = laid
        self.of = of

    def lines(self, spot: Spot) -> Span | None:
        """The lines of an entry with its comments, if it has them for itself."""
        entry = spot.entry
        first = entry.above[0].start if entry.above else entry.start
        start = self.text.rfind("\n", 0, first) + 1
        own = self.text[self.text.rfind("\n", 0, entry.start) + 1 : entry.start]
        if spot.whole.flow or own.strip() or self.text[start:first].strip():
            return None
        return Span(start, self.line_end(end_of(entry)))

    def within(self, whole: Whole) -> Span:
        """The place of a list or mapping: more than that of its entry, if it has only one."""
        first = self.lines(Spot(whole.entries[0], whole, 0)) if whole.entries else None
        return Span(first.start - 1 if first else whole.start, end_of_value(whole))

    def rows(self, whole: Whole) -> list[Span]:
        """The lines of each entry in brackets or braces, with its comma; [] if two share some."""
        spots = [Spot(entry, whole, place) for place, entry in enumerate(whole.entries)]
        found = [row for row in map(self._row, spots) if row is not None]
        return found if len(found) == len(spots) else []

    def row(self, spot: Spot) -> Span | None:
        """Those of one entry."""
        rows = self.rows(spot.whole)
        return rows[spot.place] if rows else None

    def _row(self, spot: Spot) -> Span | None:
        entry = spot.entry
        first = entry.above[0].start if entry.above else entry.start
        start = self.text.rfind("\n", 0, first) + 1
        own = self.text[self.text.rfind("\n", 0, entry.start) + 1 : entry.start]
        rest = _ROW_END.match(self.text, end_of_value(entry.value))
        if not spot.whole.flow or rest is None or own.strip() or self.text[start:first].strip():
            return None
        return Span(start, rest.end())

    def comma(self, spot: Spot) -> str:
        """What follows an entry in brackets or braces, if anything does."""
        end = end_of_value(spot.entry.value)
        return "," if self.text[end : self.line_end(end)].lstrip().startswith(",") else ""

    def line_end(self, at: int) -> int:
        """Where the line behind this place begins."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1

    def column(self, at: int) -> int:
        """How many characters stand before a place on its line."""
        return at - self.text.rfind("\n", 0, at) - 1

    def look(self, spot: Spot | None) -> tuple[object, ...] | None:
        """An entry as it is written, wherever its lines begin."""
        if spot is None:
            return None
        entry = spot.entry
        above = tuple(each.text for each in entry.above)
        core = dedented(self.text[entry.start : end_of(entry)], self.column(entry.start))
        return above, core

    def value(self, spot: Spot) -> Span:
        """The place of what stands behind a key or dash."""
        value = spot.entry.value
        return Span(value.start, end_of_value(value))

    def keys(self, spot: Spot | None) -> dict[str, Spot]:
        """The entries of a mapping, by their keys."""
        whole = spot.entry.value if spot else None
        if not isinstance(whole, Whole):
            return {}
        return {
            entry.key.value: Spot(entry, whole, place)
            for place, entry in enumerate(whole.entries)
            if entry.key is not None
        }


_ROW_END = re.compile(r"[ \t]*,?[ \t]*(?:#[^\n]*)?\n")


def written(
    document: Document,
    parts: Sequence[Part],
    joints: Mapping[int, int],
    where: Callable[[int], int] = lambda at: at,
) -> Written | None:
    """A document with the joints of its parts; None where it cannot be laid out.

    `where` tells where a place is now that the parts were read at.
    """
    laid = laid_out(document)
    if not isinstance(laid, Layout) or not isinstance(laid.root.value, Whole):
        return None
    spots = {spot.entry.value.start: spot for spot in _spots(laid)}
    found = {0: Spot(laid.root, laid.root.value, 0)}
    for number, joint in joints.items():
        start = where(parts[number].record.span.start)
        if number and start in spots:
            found[joint] = spots[start]
    return Written(document.source.text, laid, found)


def _spots(laid: Layout) -> Iterator[Spot]:
    stack = [laid.root.value]
    while stack:
        whole = stack.pop()
        if isinstance(whole, Whole):
            for place, entry in enumerate(whole.entries):
                yield Spot(entry, whole, place)
                stack.append(entry.value)


def end_of(entry: Entry) -> int:
    """Where an entry ends, with the comments beside it and at the end of what it holds."""
    return max([end_of_value(entry.value), *(each.end for each in entry.beside)])


def end_of_value(value: Whole | Text) -> int:
    """Where a value ends, with the comments in it."""
    if isinstance(value, Text):
        return value.end
    last = end_of(value.entries[-1]) if value.entries else 0
    below = [each.end for each in value.below]
    return value.end if value.flow else max([value.end, last, *below])


def stands_apart(entry: Entry) -> bool:
    """Whether an empty line stands before an entry and its comments."""
    return entry.above[0].blank if entry.above else entry.blank


def is_block(spot: Spot) -> bool:
    """Whether an entry's value is a list or mapping on lines of its own."""
    value = spot.entry.value
    return isinstance(value, Whole) and not value.flow


def remarks(entry: Entry) -> list[Remark]:
    """The comments of an entry itself."""
    return [*entry.above, *entry.beside]


def dedented(text: str, column: int) -> str:
    """Lines that began at a column as they are at the margin; the first has lost its spaces."""
    first, *lines = text.split("\n")
    return "\n".join([first, *(_outwards(line, column) for line in lines)])


def indented(text: str, column: int) -> str:
    """Lines at the margin as they are at a column; the first gets no spaces."""
    first, *lines = text.split("\n")
    margin = " " * column
    return "\n".join([first, *(margin + line if line.strip() else line for line in lines)])


def _outwards(line: str, column: int) -> str:
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, column) :]

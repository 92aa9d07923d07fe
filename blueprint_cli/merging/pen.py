"""Writing into ours: entries that come, change their value or go, in lines and in braces."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.editing.entries import Entry, Remark, Whole
from blueprint_cli.formatting.writer import flow_line
from blueprint_cli.merging.patching import Patches
from blueprint_cli.merging.plan import Doubt
from blueprint_cli.merging.scalars import spelled
from blueprint_cli.merging.values import by_words
from blueprint_cli.merging.written import (
    Spot,
    Versions,
    Written,
    dedented,
    end_of,
    end_of_value,
    indented,
    remarks,
)  # fmt: skip
from blueprint_cli.reading.nodes import Text
from blueprint_cli.source import Span


class Piece(NamedTuple):
    """An entry's text at the margin, to be put somewhere else.

    `core` is all of it with its comments, `item` the same as an item of a list, `value` what stands
    behind its key or dash, `inline` that in one line. `block` is a value on lines of its own.
    """

    core: str
    item: str
    value: str
    inline: str | None
    blank: bool
    block: bool

    @property
    def bare(self) -> "Piece":
        """The same as an item without its comments, which stay with its key."""
        return self._replace(item=f"- {indented(self.value, 2)}")


class Pen:
    """Writes edits of ours."""

    def __init__(self, ours: Written, theirs: Written) -> None:
        self.ours = ours
        self.theirs = theirs
        self.patches = Patches(ours.text)

    def remarks(self, found: Versions) -> None:
        """Bring the comments that theirs added to an entry, and take those that it took away."""
        ours, theirs = found.ours, found.theirs
        if ours is None or theirs is None or (ours.key is None) != (theirs.key is None):
            return
        before = [each.text for each in remarks(found.base.entry)] if found.base else []
        mine = [each.text for each in remarks(ours.entry)]
        others = [each.text for each in remarks(theirs.entry)]
        gone = [each for each in remarks(ours.entry) if each.text in before]
        gone = [each for each in gone if each.text not in others]
        for each in remarks(theirs.entry):
            if each.text in before or each.text in mine:
                continue
            instead = next((one for one in gone if one.alone == each.alone), None)
            if instead is not None:
                gone.remove(instead)
                self.patches.replace(Span(instead.start, instead.end), each.text)
            else:
                self.add_remark(ours, each.text, above=each.alone)
        for each in gone:
            self.drop_remark(each.start, each.end, alone=each.alone)
        self.remarks_below(found)

    def remarks_below(self, found: Versions) -> None:
        """The same for comments behind the last entry of a list or mapping."""
        before, ours, theirs = (_below(spot) for spot in found)
        mine, others = ([each.text for each in some] for some in (ours, theirs))
        then = [each.text for each in before]
        whole = found.ours.entry.value if found.ours else None
        for each in theirs:
            if each.text not in then and each.text not in mine:
                if not isinstance(whole, Whole) or whole.flow:
                    raise Doubt("a comment is new where there is no line for it")
                at = self.ours.line_end(end_of_value(whole))
                home = Span(whole.start, end_of_value(whole))
                self.patches.put(at, f"{' ' * whole.column}{each.text}\n", home)
        for each in ours:
            if each.text in then and each.text not in others:
                self.drop_remark(each.start, each.end, alone=each.alone)

    def remarks_of_file(self, base: Written) -> None:
        """The same for comments at the top of the file."""
        mine, others, before = (
            [each.text for each in side.laid.opening] for side in (self.ours, self.theirs, base)
        )
        opening = self.ours.laid.opening
        at = self.ours.line_end(opening[-1].end) if opening else len(self.ours.laid.head)
        for text in others:
            if text not in before and text not in mine:
                blank = "" if opening else "\n"
                self.patches.put(at, f"{text}\n{blank}", Span(at, at))
        for each in opening:
            if each.text in before and each.text not in others:
                self.drop_remark(each.start, each.end, alone=each.alone)

    def add_remark(self, ours: Spot, text: str, *, above: bool) -> None:
        """Write a comment over an entry, or behind it."""
        if self.ours.lines(ours) is None:
            raise Doubt("a comment is new where there is no line for it")
        value = ours.entry.value
        home = Span(ours.entry.start, end_of(ours.entry))
        if not above and not ours.entry.beside and not is_block(ours):
            end = end_of_value(value)
            if not self.ours.text[end : self.ours.line_end(end)].strip():
                self.patches.put(end, f"  {text}", home)
                return
        column = self.ours.column(ours.entry.start)
        at = ours.entry.start - column
        self.patches.put(at, f"{' ' * column}{text}\n", home, over=True)

    def drop_remark(self, start: int, end: int, *, alone: bool) -> None:
        """Take a comment away, with its line if it has one."""
        if alone:
            start = self.ours.text.rfind("\n", 0, start) + 1
            self.patches.cut(Span(start, self.ours.line_end(end)))
            return
        begin = len(self.ours.text[:start].rstrip(" \t"))
        self.patches.cut(Span(begin, end))

    def piece_of(self, side: Written, spot: Spot) -> Piece:
        """An entry as it stands in a version; in ours with all edits in it."""
        entry = spot.entry
        whole = Span(entry.start, end_of(entry))
        place = side.value(spot)
        lines = side.lines(spot) or whole
        text, core = (self.rendered(side, each) for each in (place, lines))
        changed = core != side.text[slice(*lines)]
        value = dedented(text, side.column(place.start))
        core = dedented(core.lstrip(" ").removesuffix("\n"), side.column(entry.start))
        own = entry.key is None and not spot.whole.flow
        above = "".join(f"{each.text}\n" for each in remarks(entry))
        item = core if own else f"{above}- {indented(value, 2)}"
        blank = entry.above[0].blank if entry.above else entry.blank
        inline = self.inline(side, spot, text, changed=changed)
        return Piece(core, item, value, inline, blank=blank, block=is_block(spot))

    def rendered(self, side: Written, place: Span) -> str:
        """What stands at a place; in ours with all edits in it."""
        return self.patches.rendered(place) if side is self.ours else side.text[slice(*place)]

    def inline(self, side: Written, spot: Spot, text: str, *, changed: bool) -> str | None:
        """The value of an entry in one line as it can stand in brackets; None where it cannot."""
        value = spot.entry.value
        if remarks(spot.entry):
            return None
        if isinstance(value, Text):
            if "\n" in text or value.style in {"|", ">"}:
                return None
            fits = value.style or spot.whole.flow or not _BRACKETS.search(text)
            return text if fits else spelled(value.value, text)
        if value.flow and "\n" not in text:
            return text
        return None if changed else flow_line(side.laid, value)

    def take(self, ours: Spot, theirs: Spot) -> None:
        """Put theirs' text of an entry in the place of ours."""
        lines = self.ours.lines(ours)
        piece = self.piece_of(self.theirs, theirs)
        if lines is not None and (ours.key is None) == (theirs.key is None):
            column = self.ours.column(ours.entry.start)
            core = piece.core if ours.key else piece.item
            ended = "\n" if self.ours.text[lines.end - 1] == "\n" else ""
            self.patches.replace(lines, f"{' ' * column}{indented(core, column)}{ended}")
        elif ours.whole.flow:
            if piece.inline is None:
                raise Doubt("there is no room in braces for what theirs has")
            self.patches.replace(self.ours.value(ours), piece.inline)
        else:
            self.put_value(ours, piece.value, block=piece.block)

    def put_value(self, ours: Spot, text: str, *, block: bool) -> None:
        """Write another value behind a key or dash; `text` has its first column at the margin."""
        place, entry = self.ours.value(ours), ours.entry
        if ours.whole.flow and (block or "\n" in text):
            raise Doubt("there is no room in braces for what theirs has")
        column = self.ours.column(entry.start) + 2
        if not block and not is_block(ours):
            self.patches.replace(place, indented(text, column))
            return
        colon = self.ours.text.index(":", entry.key.end) if entry.key else entry.start
        start = colon + 1
        between = "\n" + " " * column if block and entry.key is not None else " "
        self.patches.replace(Span(start, place.end), between + indented(text, column))

    def change(self, whole: Whole, gone: Sequence[int], new: Sequence[tuple[int, Piece]]) -> None:
        """Take entries out of a list or mapping, by their places, and put others behind some."""
        if whole.flow:
            self.change_line(whole, gone, new)
            return
        home = Span(whole.start, end_of_value(whole))
        items = whole.style == "-"
        for place in gone:
            self.remove(Spot(whole.entries[place], whole, place))
        for place, piece in new:
            core = piece.item if items else piece.core
            text = " " * whole.column + indented(core, whole.column) + "\n"
            first = whole.entries[0]
            if place < 0 and (lines := self.ours.lines(Spot(first, whole, 0))) is not None:
                blank = "\n" if len(whole.entries) > 1 and _blank(whole.entries[1]) else ""
                self.patches.put(lines.start, text + blank, home)
                continue
            at = self.ours.line_end(end_of(whole.entries[max(place, 0)]))
            apart = items and len(whole.entries) > 1 and _blank(whole.entries[1])
            blank = "\n" if piece.blank or apart else ""
            if self.ours.text[at - 1 : at] != "\n":
                text, blank = text[:-1], "\n" + blank
            self.patches.put(at, blank + text, home)

    def change_line(
        self, whole: Whole, gone: Sequence[int], new: Sequence[tuple[int, Piece]]
    ) -> None:
        """The same in brackets or braces."""
        home = Span(whole.start, whole.end)
        kept = [place for place in range(len(whole.entries)) if place not in gone]
        words = [(place, _in_line(piece, whole)) for place, piece in new]
        if not kept:
            inner = ", ".join(word for _, word in words)
            self.patches.replace(Span(whole.start + 1, whole.end - 1), inner)
            return
        for place in gone:
            entry = whole.entries[place]
            if place > kept[0]:
                before = end_of_value(whole.entries[place - 1].value)
                self.patches.cut(Span(before, end_of_value(entry.value)))
            else:
                self.patches.cut(Span(entry.start, whole.entries[place + 1].start))
        for place, word in words:
            behind = [each for each in kept if each <= place]
            if behind:
                self.patches.put(end_of_value(whole.entries[behind[-1]].value), f", {word}", home)
            else:
                self.patches.put(whole.entries[kept[0]].start, f"{word}, ", home)

    def remove(self, spot: Spot) -> None:
        """Take an entry away with its comments, and the empty lines before it."""
        lines = self.ours.lines(spot)
        if lines is None:
            following = spot.whole.entries[spot.place + 1 : spot.place + 2]
            if spot.whole.flow or not following or following[0].above:
                raise Doubt("an entry is gone that shares its line with another one")
            self.patches.cut(Span(spot.entry.start, following[0].start))
            return
        text = self.ours.text
        start = lines.start
        while spot.place and text[:start].endswith("\n\n"):
            start -= 1
        end = lines.end
        while not spot.place and text.startswith("\n", end):
            end += 1
        self.patches.cut(Span(start, end))

    def spread(self, ours: Spot, pieces: Sequence[Piece]) -> None:
        """Make a list of the one thing that stands without one."""
        if len(pieces) == 1:
            self.put_value(ours, pieces[0].value, block=pieces[0].block)
            return
        lines = [each.inline for each in pieces]
        if all(lines) and not any(each.block for each in pieces) and _fits(lines):
            self.put_value(ours, f"[{', '.join(map(str, lines))}]", block=False)
        else:
            self.put_value(ours, "\n".join(each.item for each in pieces), block=True)

    def write(self, base: Written, each: Versions, value: str) -> None:
        """Write a text that is neither side's; of several lines, with the lines of ours."""
        if each.base is None or each.ours is None or each.theirs is None:
            raise Doubt("both sides change a text that began without a base")
        place = self.ours.value(each.ours)
        raw = self.ours.text[slice(*place)]
        if "\n" not in raw and raw[:1] not in {"|", ">", "*", "&"}:
            self.patches.replace(place, spelled(value, raw))
            return
        sides = (base, each.base), (self.ours, each.ours), (self.theirs, each.theirs)
        text = by_words(*(_lines_of(side, spot) for side, spot in sides))
        if text is None:
            raise Doubt("both sides change a text of several lines, and it is laid out otherwise")
        column = self.ours.column(each.ours.entry.start)
        self.patches.replace(place, indented(text, column))


def _lines_of(side: Written, spot: Spot) -> str:
    """The lines of a value as if its key began them."""
    return dedented(side.text[slice(*side.value(spot))], side.column(spot.entry.start))


def _below(spot: Spot | None) -> list[Remark]:
    """The comments behind the last entry of a value."""
    value = spot.entry.value if spot else None
    return value.below if isinstance(value, Whole) else []


def is_block(spot: Spot) -> bool:
    """Whether an entry's value is a list or mapping on lines of its own."""
    value = spot.entry.value
    return isinstance(value, Whole) and not value.flow


def _blank(entry: Entry) -> bool:
    return entry.above[0].blank if entry.above else entry.blank


def _fits(lines: Sequence[str | None]) -> bool:
    return sum(len(each or "") for each in lines) < _LONGEST


def _in_line(piece: Piece, whole: Whole) -> str:
    """A piece as it stands in brackets or braces."""
    if piece.inline is None:
        raise Doubt("there is no room in braces for what theirs has")
    if whole.style == "[":
        return piece.inline
    return f"{piece.core.partition(':')[0]}: {piece.inline}"


def key_with(key: str | None, pieces: Sequence[Piece]) -> Piece:
    """A key with a list of pieces."""
    if len(pieces) == 1 and not pieces[0].block:
        core = f"{key}: {pieces[0].value}"
    else:
        core = f"{key}:\n  " + indented("\n".join(each.item for each in pieces), 2)
    lines = [each.inline for each in pieces]
    inline = f"[{', '.join(map(str, lines))}]" if all(lines) else None
    return Piece(core, core, core, inline, blank=False, block=True)


_BRACKETS = re.compile(r"[,\[\]{}]|^[-?:]")
"""What ends a text without quotes inside of brackets."""
_LONGEST = 80
"""So many characters a list in brackets is made of at most."""

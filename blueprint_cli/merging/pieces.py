"""Entries cut out of a version, to be put somewhere else: in lines, in braces, in a list."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.editing.entries import Whole
from blueprint_cli.formatting.writer import flow_line
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.scalars import spelled
from blueprint_cli.merging.written import (
    Spot,
    Written,
    dedented,
    end_of,
    indented,
    is_block,
    remarks,
    stands_apart,
)  # fmt: skip
from blueprint_cli.reading.nodes import Text
from blueprint_cli.source import Span


class Piece(NamedTuple):
    """An entry's text at the margin, to be put somewhere else.

    `core` is all of it with its comments, `item` the same as an item of a list, `value` what stands
    behind its key or dash, `inline` that in one line, if it has no comments, and `row` what stands
    in braces, on lines of its own, before and behind its comma. `block` is a value on lines of its
    own.
    """

    core: str
    item: str
    value: str
    inline: str | None
    row: tuple[str, str] | None
    blank: bool
    block: bool

    @property
    def bare(self) -> "Piece":
        """The same as an item without its comments, which stay with its key."""
        return self._replace(item=f"- {indented(self.value, 2)}")


def piece_of(draft: Draft, side: Written, spot: Spot) -> Piece:
    """An entry as it stands in a version; in ours with all edits in it."""
    entry = spot.entry
    place = side.value(spot)
    lines = side.lines(spot) or Span(entry.start, end_of(entry))
    if is_block(spot):  # what stands in its last line may have been written anew with its line end
        text = draft.rendered(side, Span(place.start, side.line_end(place.end))).removesuffix("\n")
    else:
        text = draft.rendered(side, place)
    core = draft.rendered(side, lines)
    changed = core != side.text[slice(*lines)]
    value = dedented(text, side.column(place.start))
    core = dedented(core.lstrip(" ").removesuffix("\n"), side.column(entry.start))
    own = entry.key is None and not spot.whole.flow
    above = "".join(f"{each.text}\n" for each in remarks(entry))
    item = core if own else f"{above}- {indented(value, 2)}"
    blank = stands_apart(entry)
    inline = _inline(side, spot, text, changed=changed)
    row = _row(spot, inline or (value if _is_flow(spot) else None))
    inline = None if remarks(entry) else inline
    return Piece(core, item, value, inline, row, blank=blank, block=is_block(spot))


def _inline(side: Written, spot: Spot, text: str, *, changed: bool) -> str | None:
    """The value of an entry in one line as it can stand in brackets; None where it cannot."""
    value = spot.entry.value
    if isinstance(value, Text):
        if "\n" in text or value.style in {"|", ">"}:
            return None
        fits = value.style or spot.whole.flow or not _BRACKETS.search(text)
        return text if fits else spelled(value.value, text)
    if value.flow and "\n" not in text:
        return text
    return None if changed else flow_line(side.laid, value)


def _row(spot: Spot, value: str | None) -> tuple[str, str] | None:
    """An entry with its comments round the comma that follows it in braces."""
    if value is None:
        return None
    above = "".join(f"{each.text}\n" for each in remarks(spot.entry) if each.alone)
    beside = "".join(f"  {each.text}" for each in remarks(spot.entry) if not each.alone)
    word = f"{spot.entry.key.value}: " if spot.entry.key else ""
    return f"{above}{word}{value}", beside


def _is_flow(spot: Spot) -> bool:
    value = spot.entry.value
    return isinstance(value, Whole) and value.flow


def key_with(key: str | None, pieces: Sequence[Piece]) -> Piece:
    """A key with a list of pieces."""
    if len(pieces) == 1 and not pieces[0].block:
        core = f"{key}: {pieces[0].value}"
    else:
        core = f"{key}:\n  " + indented("\n".join(each.item for each in pieces), 2)
    lines = [each.inline for each in pieces]
    inline = f"[{', '.join(map(str, lines))}]" if all(lines) else None
    row = None if inline is None else (f"{key}: {inline}", "")
    return Piece(core, core, core, inline, row, blank=False, block=True)


_BRACKETS = re.compile(r"[,\[\]{}]|^[-?:]")
"""What ends a text without quotes inside of brackets."""

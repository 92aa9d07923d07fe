"""Entries that come into a list or mapping of ours, and entries that go, with their comments."""

from collections.abc import Sequence

from blueprint_cli.editing.entries import Whole
from blueprint_cli.merging.braces import change_in_braces
from blueprint_cli.merging.conflicts import Doubt
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.pieces import Piece
from blueprint_cli.merging.written import Spot, end_of, indented, stands_apart
from blueprint_cli.source import Span


def change_entries(
    draft: Draft, whole: Whole, gone: Sequence[int], new: Sequence[tuple[int, Piece]]
) -> None:
    """Take entries out of a list or mapping, by their places, and put others behind some."""
    if whole.flow:
        change_in_braces(draft, whole, gone, new)
        return
    for place in gone:
        _remove(draft, Spot(whole.entries[place], whole, place))
    for place, piece in new:
        _insert(draft, whole, place, piece)


def _insert(draft: Draft, whole: Whole, place: int, piece: Piece) -> None:
    """Write a piece on lines of its own behind an entry, or before all."""
    home = draft.ours.within(whole)
    items = whole.style == "-"
    text = indented(piece.item if items else piece.core, whole.column)
    text = f"{' ' * whole.column}{text}\n"
    first = Spot(whole.entries[0], whole, 0)
    apart = len(whole.entries) > 1 and stands_apart(whole.entries[1])
    if place < 0 and (lines := draft.ours.lines(first)) is not None:
        draft.patches.put(lines.start, text + ("\n" if apart else ""), home)
        return
    at = draft.ours.line_end(end_of(whole.entries[max(place, 0)]))
    blank = "\n" if piece.blank or (items and apart) else ""
    if draft.ours.text[at - 1 : at] != "\n":
        text, blank = text[:-1], "\n" + blank
    draft.patches.put(at, blank + text, home)


def _remove(draft: Draft, spot: Spot) -> None:
    """Take an entry away with its comments, and the empty lines before it."""
    lines = draft.ours.lines(spot)
    if lines is None:
        following = spot.whole.entries[spot.place + 1 : spot.place + 2]
        if spot.whole.flow or not following or following[0].above:
            raise Doubt("an entry is gone that shares its line with another one")
        draft.patches.cut(Span(spot.entry.start, following[0].start))
        return
    text = draft.ours.text
    start = lines.start
    while spot.place and text[:start].endswith("\n\n"):
        start -= 1
    end = lines.end
    while not spot.place and text.startswith("\n", end):
        end += 1
    draft.patches.cut(Span(start, end))

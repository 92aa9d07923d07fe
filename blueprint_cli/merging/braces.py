"""Entries that come into brackets or braces of ours, and entries that go."""

from collections.abc import Sequence

from blueprint_cli.editing.entries import Whole
from blueprint_cli.merging.conflicts import Doubt
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.pieces import Piece
from blueprint_cli.merging.written import Spot, end_of_value, indented
from blueprint_cli.source import Span


def change_in_braces(
    draft: Draft, whole: Whole, gone: Sequence[int], new: Sequence[tuple[int, Piece]]
) -> None:
    """Take entries out, by their places, and put others behind some."""
    rows = draft.ours.rows(whole)
    if len(rows) > len(gone):
        for place in gone:
            draft.patches.cut(rows[place])
        _add_rows(draft, whole, rows, new)
    else:
        _change_line(draft, whole, gone, new)


def _add_rows(
    draft: Draft, whole: Whole, rows: Sequence[Span], new: Sequence[tuple[int, Piece]]
) -> None:
    """Put entries in, each on lines of its own."""
    home = Span(whole.start, whole.end)
    column = draft.ours.column(whole.entries[0].start)
    last = end_of_value(whole.entries[-1].value)
    comma = draft.ours.comma(Spot(whole.entries[-1], whole, len(whole.entries) - 1))
    behind_last = [piece for place, piece in new if place == len(rows) - 1]
    if behind_last and not comma:
        draft.patches.put(last, ",", home)
    for place, piece in new:
        if piece.row is None:
            raise Doubt("there is no room in braces for what theirs has")
        word = (comma if piece in behind_last[-1:] else ",").join(piece.row)
        text = f"{' ' * column}{indented(word, column)}\n"
        draft.patches.put(rows[0].start if place < 0 else rows[place].end, text, home)


def _change_line(
    draft: Draft, whole: Whole, gone: Sequence[int], new: Sequence[tuple[int, Piece]]
) -> None:
    """Take entries out and put others in where they stand side by side."""
    patches, entries = draft.patches, whole.entries
    home = Span(whole.start, whole.end)
    kept = [place for place in range(len(entries)) if place not in gone]
    words = [(place, _in_line(piece, whole)) for place, piece in new]
    if not kept:
        inner = ", ".join(word for _, word in words)
        patches.replace(Span(whole.start + 1, whole.end - 1), inner)
        return
    for place in gone:
        entry = entries[place]
        if place > kept[0]:
            before = end_of_value(entries[place - 1].value)
            patches.cut(Span(before, end_of_value(entry.value)))
        else:
            patches.cut(Span(entry.start, entries[place + 1].start))
    for place, word in words:
        behind = [each for each in kept if each <= place]
        if behind:
            patches.put(end_of_value(entries[behind[-1]].value), f", {word}", home)
        else:
            patches.put(entries[kept[0]].start, f"{word}, ", home)


def _in_line(piece: Piece, whole: Whole) -> str:
    """A piece as it stands in brackets or braces."""
    if piece.inline is None:
        raise Doubt("there is no room in braces for what theirs has")
    if whole.style == "[":
        return piece.inline
    return f"{piece.core.partition(':')[0]}: {piece.inline}"

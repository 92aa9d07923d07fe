"""What stands behind a key or dash of ours: theirs instead, another text, a list of several."""

from collections.abc import Sequence

from blueprint_cli.merging.conflicts import Doubt
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.pieces import Piece, piece_of
from blueprint_cli.merging.prose import by_words
from blueprint_cli.merging.scalars import spelled
from blueprint_cli.merging.written import (
    Spot,
    Versions,
    Written,
    dedented,
    indented,
    is_block,
)  # fmt: skip
from blueprint_cli.source import Span


def take(draft: Draft, ours: Spot, theirs: Spot) -> None:
    """Put theirs' text of an entry in the place of ours."""
    lines = draft.ours.lines(ours)
    piece = piece_of(draft, draft.theirs, theirs)
    if lines is not None and (ours.key is None) == (theirs.key is None):
        column = draft.ours.column(ours.entry.start)
        core = piece.core if ours.key else piece.item
        ended = "\n" if draft.ours.text[lines.end - 1] == "\n" else ""
        draft.patches.replace(lines, f"{' ' * column}{indented(core, column)}{ended}")
    elif (row := draft.ours.row(ours)) is not None and piece.row is not None:
        column = draft.ours.column(ours.entry.start)
        core = indented(draft.ours.comma(ours).join(piece.row), column)
        draft.patches.replace(row, f"{' ' * column}{core}\n")
    elif ours.whole.flow:
        if piece.inline is None:
            raise Doubt("there is no room in braces for what theirs has")
        draft.patches.replace(draft.ours.value(ours), piece.inline)
    else:
        put_value(draft, ours, piece.value, block=piece.block)


def put_value(draft: Draft, ours: Spot, text: str, *, block: bool) -> None:
    """Write another value behind a key or dash; `text` has its first column at the margin."""
    place, entry = draft.ours.value(ours), ours.entry
    if ours.whole.flow and (block or "\n" in text):
        raise Doubt("there is no room in braces for what theirs has")
    column = draft.ours.column(entry.start) + 2
    if not block and not is_block(ours):
        draft.patches.replace(place, indented(text, column))
        return
    colon = draft.ours.text.index(":", entry.key.end) if entry.key else entry.start
    start = colon + 1
    between = "\n" + " " * column if block and entry.key is not None else " "
    draft.patches.replace(Span(start, place.end), between + indented(text, column))


def spread(draft: Draft, ours: Spot, pieces: Sequence[Piece]) -> None:
    """Make a list of the one thing that stands without one."""
    if len(pieces) == 1:
        put_value(draft, ours, pieces[0].value, block=pieces[0].block)
        return
    lines = [each.inline for each in pieces]
    if all(lines) and not any(each.block for each in pieces) and _fits(lines):
        put_value(draft, ours, f"[{', '.join(map(str, lines))}]", block=False)
    else:
        put_value(draft, ours, "\n".join(each.item for each in pieces), block=True)


def write(draft: Draft, each: Versions, value: str) -> None:
    """Write a text that is neither side's; of several lines, with the lines of ours."""
    if each.base is None or each.ours is None or each.theirs is None:
        raise Doubt("both sides change a text that began without a base")
    place = draft.ours.value(each.ours)
    raw = draft.ours.text[slice(*place)]
    if "\n" not in raw and raw[:1] not in {"|", ">", "*", "&"}:
        draft.patches.replace(place, spelled(value, raw))
        return
    spots = each.base, each.ours, each.theirs
    text = by_words(*(_lines_of(*one) for one in zip(draft.sides, spots, strict=True)))
    if text is None:
        raise Doubt("both sides change a text of several lines, and it is laid out otherwise")
    column = draft.ours.column(each.ours.entry.start)
    draft.patches.replace(place, indented(text, column))


def _lines_of(side: Written, spot: Spot) -> str:
    """The lines of a value as if its key began them."""
    return dedented(side.text[slice(*side.value(spot))], side.column(spot.entry.start))


def _fits(lines: Sequence[str | None]) -> bool:
    return sum(len(each or "") for each in lines) < _LONGEST


_LONGEST = 80
"""So many characters a list in brackets is made of at most."""

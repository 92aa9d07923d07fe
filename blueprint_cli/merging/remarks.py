"""Comments that theirs added, changed or took away, in ours: each stays with what it is about."""

from blueprint_cli.editing.entries import Remark, Whole
from blueprint_cli.merging.conflicts import Doubt
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.written import Spot, Versions, end_of, end_of_value, is_block, remarks
from blueprint_cli.source import Span


def bring_remarks(draft: Draft, found: Versions) -> None:
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
            draft.patches.replace(Span(instead.start, instead.end), each.text)
        else:
            _add(draft, ours, each.text, above=each.alone)
    for each in gone:
        _drop(draft, each)
    _bring_below(draft, found)


def _bring_below(draft: Draft, found: Versions) -> None:
    """The same for comments behind the last entry of a list or mapping."""
    before, ours, theirs = (_below(spot) for spot in found)
    mine, others = ([each.text for each in some] for some in (ours, theirs))
    then = [each.text for each in before]
    whole = found.ours.entry.value if found.ours else None
    for each in theirs:
        if each.text not in then and each.text not in mine:
            if not isinstance(whole, Whole):
                raise Doubt("a comment is new where there is no line for it")
            at, column = _end(draft, whole)
            home = draft.ours.within(whole)
            draft.patches.put(at, f"{' ' * column}{each.text}\n", home)
    for each in ours:
        if each.text in then and each.text not in others:
            _drop(draft, each)


def _end(draft: Draft, whole: Whole) -> tuple[int, int]:
    """Where a comment behind the last entry is to stand, and its column."""
    if not whole.flow:
        return draft.ours.line_end(end_of_value(whole)), whole.column
    last = Spot(whole.entries[-1], whole, len(whole.entries) - 1) if whole.entries else None
    row = draft.ours.row(last) if last else None
    if last is None or row is None:
        raise Doubt("a comment is new where there is no line for it")
    below = [draft.ours.line_end(each.end) for each in whole.below]
    return max([row.end, *below]), draft.ours.column(last.entry.start)


def bring_remarks_of_file(draft: Draft) -> None:
    """The same for comments at the top of the file."""
    before, mine, others = ([each.text for each in side.laid.opening] for side in draft.sides)
    opening = draft.ours.laid.opening
    at = draft.ours.line_end(opening[-1].end) if opening else len(draft.ours.laid.head)
    for text in others:
        if text not in before and text not in mine:
            blank = "" if opening else "\n"
            draft.patches.put(at, f"{text}\n{blank}", Span(at, at))
    for each in opening:
        if each.text in before and each.text not in others:
            _drop(draft, each)


def lift_remarks(draft: Draft, ours: Spot) -> None:
    """Have the comments beside an entry over it, since its value gets lines of its own."""
    for each in ours.entry.beside:
        _drop(draft, each)
        _add(draft, ours, each.text, above=True)


def _add(draft: Draft, ours: Spot, text: str, *, above: bool) -> None:
    """Write a comment over an entry, or behind it."""
    if draft.ours.lines(ours) is None and draft.ours.row(ours) is None:
        raise Doubt("a comment is new where there is no line for it")
    home = Span(ours.entry.start, end_of(ours.entry))
    if not above and not ours.entry.beside and not is_block(ours):
        end = end_of_value(ours.entry.value)
        rest = draft.ours.text[end : draft.ours.line_end(end)].rstrip()
        if rest.lstrip() == "," and ours.whole.flow:
            draft.patches.put(end + len(rest), f"  {text}", home)
            return
        if not rest:
            draft.patches.put(end, f"  {text}", home)
            return
    column = draft.ours.column(ours.entry.start)
    at = ours.entry.start - column
    draft.patches.put(at, f"{' ' * column}{text}\n", home, over=True)


def _drop(draft: Draft, remark: Remark) -> None:
    """Take a comment away, with its line if it has one."""
    text = draft.ours.text
    if remark.alone:
        start = text.rfind("\n", 0, remark.start) + 1
        draft.patches.cut(Span(start, draft.ours.line_end(remark.end)))
        return
    begin = len(text[: remark.start].rstrip(" \t"))
    draft.patches.cut(Span(begin, remark.end))


def _below(spot: Spot | None) -> list[Remark]:
    """The comments behind the last entry of a value."""
    value = spot.entry.value if spot else None
    return value.below if isinstance(value, Whole) else []

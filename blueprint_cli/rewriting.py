"""Edits of a file that take an item out of a list and touch nothing else.

Where that cannot be done without moving a comment or changing what stands elsewhere, there is none.
"""

from blueprint_cli.patterns import later
from blueprint_cli.source import Edit, Source, Span

LONGEST = 500
"""So many characters before a value are looked at for an anchor or a comment."""

_ANCHOR = later(r"&[^\s,\[\]{}]+\s+\Z")
_COMMA = later(r"\s*,\s*")
_DASH = later(r"([^\S\r\n]*)-[^\S\r\n]+")
_LINE_END = later(r"[^\S\r\n]*(?:\r\n|\r|\n)")


def anchored(source: Source, span: Span) -> bool:
    """Whether an anchor stands before a value, which then may stand in other places, too."""
    return with_anchor(source, span.start) < span.start


def with_anchor(source: Source, start: int) -> int:
    """Where the anchor before a value begins, or else the value itself."""
    found = _ANCHOR.search(source.text, max(0, start - LONGEST), start)
    return found.start() if found else start


def without(source: Source, item: Span, before: Span | None, after: Span | None) -> Edit | None:
    """The edit that takes an item out of a list in which others stand before or after it."""
    if not (before or after) or anchored(source, item):
        return None
    if before and _COMMA.fullmatch(source.text, before.end, item.start):
        return Edit(Span(before.end, item.end), "")
    if after and _COMMA.fullmatch(source.text, item.end, after.start):
        return Edit(Span(item.start, after.start), "")
    return _without_line(source, item)


def _without_line(source: Source, item: Span) -> Edit | None:
    """Delete an item that has its lines for itself, and no comment in or above them."""
    text = source.text
    begin = item.start - source.position(item.start).column + 1
    below = _LINE_END.match(text, item.end)
    if below is None or not _DASH.fullmatch(text, begin, item.start):
        return None
    told_of = "#" in text[slice(*item)] or _below_comment(text, begin)
    return None if told_of else Edit(Span(begin, below.end()), "")


def _below_comment(text: str, begin: int) -> bool:
    """Whether the last line that is not empty above the line that begins there is a comment."""
    above = text[max(0, begin - LONGEST) : begin].rstrip()
    return bool(above) and above.splitlines()[-1].lstrip().startswith("#")

"""A text written anew: its entries in the format's order, and one way to write one thing."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.editing.entries import Entry, Layout, Remark, Value, Whole
from blueprint_cli.formatting.kept import Pins, Raw, pieces
from blueprint_cli.formatting.scalars import is_one_line, on_lines, on_one_line
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.nodes import Text
from blueprint_cli.record import Many, One

WIDTH = 120
"""Brackets and braces stay on one line where they end at this column or before."""

_STEP = 2
_APART = {
    word
    for word, key in Blueprint.keys.items()
    if isinstance(key.kind, Many) and isinstance(key.kind.of, One)
}
"""The keys that begin a part of the file: lanes, steps, resources."""


class Line(NamedTuple):
    """A line, and the comment that stands at its end; `column` is where that stood before."""

    text: str
    comment: str = ""
    column: int = 0


def written(layout: Layout, pins: Pins) -> str:
    """The text as it is laid out, but for what has to stay where it is."""
    writer = _Writer(layout, pins)
    writer.document()
    return "".join(f"{line}\n" for line in _aligned(writer.lines))


def _aligned(lines: Sequence[Line]) -> list[str]:
    """The lines with their comments, which keep a common column where they had one."""
    out: list[str] = []
    at = 0
    while at < len(lines):
        end = at + 1
        if lines[at].comment:
            while end < len(lines) and _beside(lines[at], lines[end]):
                end += 1
        width = max(len(line.text) for line in lines[at:end])
        for line in lines[at:end]:
            comment = line.comment and f"{line.text:{width}}  {line.comment}"
            out.append(comment or line.text)
        at = end
    return out


def _beside(one: Line, other: Line) -> bool:
    return bool(other.comment) and one.column == other.column


def flow_line(layout: Layout, whole: Whole) -> str | None:
    """A list or mapping on one line, whatever it was; None where it is too long for that."""
    return _Writer(layout, Pins(set(), set())).inline(whole)


class _Writer:
    """The lines so far, and the dash that still waits for what stands behind it."""

    def __init__(self, layout: Layout, pins: Pins) -> None:
        self.layout = layout
        self.text = layout.text
        self.pins = pins
        self.lines: list[Line] = []
        self.dash = ""
        self.full = 0
        """How many lines there are where an empty line more would belong to a text."""

    def document(self) -> None:
        """The whole text."""
        layout, root = self.layout, self.layout.root
        self.lines += [Line(line.rstrip()) for line in layout.head.split("\n") if layout.head]
        assert isinstance(root.value, Whole)  # noqa: S101 - other texts are no blueprints
        short = self.inline(root.value) if root.value.flow else None
        fits = short is not None and len(_joined(root.anchor, short)) <= WIDTH
        broken = root.value.flow and not fits
        opening = layout.opening + (root.beside if broken else [])
        for remark in opening:
            self.remark(remark, 0, blank=remark.blank)
        self.blank(wished=root.blank or (broken and bool(opening)))
        if short is not None and fits:
            self.put(0, _joined(root.anchor, short), root.beside)
        else:
            self.lines += [Line(root.anchor)] if root.anchor else []
            self.whole(root.value, self.column(root.value, 0))
        self.lines += [Line(line.rstrip()) for line in layout.tail.split("\n") if line.strip()]

    def whole(self, whole: Whole, column: int) -> None:
        """A list or mapping, one line or more for each entry."""
        if whole.start in self.pins.order:
            self.kept(whole)
            return
        apart = False
        for place, entry in enumerate(whole.entries):
            before, apart = apart, self.is_apart(whole, entry)
            forced = place > 0 and (before or apart)
            self.entry(entry, column, blank=place > 0, forced=forced)
        for remark in whole.below:
            self.remark(remark, column, blank=remark.blank)

    def is_apart(self, whole: Whole, entry: Entry) -> bool:
        """Whether an entry is a part of the file that stands apart, as lanes and steps do."""
        if whole is not self.layout.root.value or entry.key is None:
            return False
        return (
            entry.key.value in _APART
            and isinstance(entry.value, Whole)
            and self.fitting(entry, 0) is None
        )

    def kept(self, whole: Whole) -> None:
        """A list or mapping that holds lines which stay as they are, where it stood."""
        for place, piece in enumerate(pieces(self.text, whole)):
            blank = place > 0 and piece.blank
            if isinstance(piece, Remark):
                self.remark(piece, whole.column, blank=blank)
            elif isinstance(piece, Entry):
                self.entry(piece, whole.column, blank=place > 0)
            else:
                self.raw(piece, whole.column, blank=blank)

    def raw(self, raw: Raw, column: int, *, blank: bool) -> None:
        """Lines as they are."""
        self.blank(wished=blank)
        first, *others = raw.text.split("\n")
        if raw.lines:
            self.flush()
            self.lines.append(Line(first))
        else:
            self.put(column, first)
        self.lines += map(Line, others)
        if "+" in raw.text:  # perhaps a text below `|+` ends here
            self.full = len(self.lines)

    def entry(self, entry: Entry, column: int, *, blank: bool, forced: bool = False) -> None:
        """An entry with its comments; an empty line before it where there was one, if allowed."""
        value = entry.value
        line = self.fitting(entry, column)
        broken = isinstance(value, Whole) and value.flow and line is None
        stays = 0 if broken else 1
        over = entry.above + entry.beside[stays:]
        before = over[0].blank if entry.above else entry.blank
        self.blank(wished=forced or (blank and before))
        self.above(over, column, blank=entry.blank and bool(entry.above))
        lead = self.lead(entry)
        beside = entry.beside[:stays]
        if isinstance(value, Whole) and (broken or not value.flow):
            self.spread(value, lead, column, beside, item=entry.key is None)
        elif isinstance(value, Whole):
            self.put(column, _joined(lead, line or ""), beside)
        else:
            self.scalar(value, lead, column, beside)

    def lead(self, entry: Entry) -> str:
        """What stands before a value: its key or dash, and its anchor."""
        return _joined(
            "-" if entry.key is None else f"{self.key(entry, flow=False)}:", entry.anchor
        )

    def fitting(self, entry: Entry, column: int) -> str | None:
        """A value in brackets or braces on one line, if there is room and it may stand there."""
        value = entry.value
        if not isinstance(value, Whole) or not value.flow:
            return None
        line = self.inline(value)
        if line is None or not value.entries:
            return line
        return line if column + len(_joined(self.lead(entry), line)) <= WIDTH else None

    def spread(
        self,
        whole: Whole,
        lead: str,
        column: int,
        beside: list[Remark],
        *,
        item: bool,
    ) -> None:
        """A list or mapping below its key, or behind its dash."""
        inner = self.column(whole, column + _STEP)
        if item and lead == "-" and not beside and inner >= column + _STEP:
            self.dash = self.opened(column) + lead
        else:
            self.put(column, lead, beside)
        self.whole(whole, inner)

    def column(self, whole: Whole, column: int) -> int:
        """Where a list or mapping begins that would begin at this column if it may."""
        return whole.column if whole.start in self.pins.columns else column

    def scalar(self, value: Text, lead: str, column: int, beside: list[Remark]) -> None:
        """A text behind its key or dash."""
        if is_one_line(self.text, value):
            self.put(column, _joined(lead, self.word(value, flow=False)), beside)
            return
        first, *lines = on_lines(self.text, value, column + _STEP)
        block = value.style in {"|", ">"}
        self.put(column, _joined(lead, first), beside if block else [])
        self.lines += map(Line, lines)
        if block and "+" in first:
            self.full = len(self.lines)
        if beside and not block:
            self.lines[-1] = Line(self.lines[-1].text, beside[0].text, beside[0].column)

    def word(self, value: Text, *, flow: bool) -> str:
        """A text or alias on one line."""
        return on_one_line(self.text, value, flow=flow)

    def key(self, entry: Entry, *, flow: bool) -> str:
        """A key, without its colon; an alias keeps a space before that."""
        assert entry.key is not None  # noqa: S101 - who asks has seen it
        word = self.word(entry.key, flow=flow)
        return _joined(entry.key_anchor, f"{word} " if entry.key.style == "*" else word)

    def inline(self, whole: Whole) -> str | None:
        """A list or mapping on one line; None where it is longer, or a comment is in the way."""
        if whole.below or any(each.above or each.beside for each in whole.entries):
            return None
        parts: list[str] = []
        length = 0
        for entry in whole.entries:
            words = self.inline_value(entry.value)
            if words is None or length > WIDTH:
                return None
            parts.append(self.inline_entry(entry, _joined(entry.anchor, words)))
            length += len(parts[-1])
        inside = ", ".join(parts)
        return f"[{inside}]" if whole.style == "[" else f"{{{inside}}}"

    def inline_entry(self, entry: Entry, words: str) -> str:
        """An entry on one line; a key may stand without a value."""
        if entry.key is None:
            return words
        key = self.key(entry, flow=True)
        return f"{key}: {words}" if words else key.rstrip()

    def inline_value(self, value: Value) -> str | None:
        """A value on one line inside of brackets or braces."""
        if isinstance(value, Whole):
            return self.inline(value)
        return self.word(value, flow=True) if is_one_line(self.text, value) else None

    def above(self, remarks: Sequence[Remark], column: int, *, blank: bool) -> None:
        """The comments over an entry, and an empty line between them and it."""
        for place, remark in enumerate(remarks):
            self.remark(remark, column, blank=place > 0 and remark.blank)
        self.blank(wished=blank)

    def remark(self, remark: Remark, column: int, *, blank: bool) -> None:
        """A comment on a line of its own."""
        self.blank(wished=blank)
        self.flush()
        self.lines.append(Line(" " * column + remark.text))

    def blank(self, *, wished: bool) -> None:
        """An empty line, unless one is there or nothing is."""
        if wished and len(self.lines) != self.full and self.lines[-1].text and not self.dash:
            self.lines.append(Line(""))

    def put(self, column: int, words: str, beside: Sequence[Remark] = ()) -> None:
        """A line that begins at this column, behind the dash that waits there."""
        remark = beside[0] if beside else None
        text = self.opened(column) + words
        self.lines.append(Line(text, remark.text, remark.column) if remark else Line(text))
        self.dash = ""

    def opened(self, column: int) -> str:
        """What stands before this column on the line: spaces, or dashes that wait."""
        return f"{self.dash:{column}}" if column else self.dash

    def flush(self) -> None:
        """Leave the dash that waits on a line of its own."""
        if self.dash:
            self.lines.append(Line(self.dash))
            self.dash = ""


def _joined(one: str, other: str) -> str:
    return f"{one} {other}" if one and other else one or other

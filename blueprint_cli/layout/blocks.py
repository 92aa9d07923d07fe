"""Texts made to fit a width: what their lines are, how high they stand, and what stands by them.

A text may have a sign before it (a mark) or a bar below it (a length of time).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, groupby
from typing import NamedTuple

from blueprint_cli.drawing import LINE_PITCH, Align, Label, Shape
from blueprint_cli.layout import sizes
from blueprint_cli.layout.signs import Sign, counted, sign_shape, tally_width
from blueprint_cli.lettering import is_rtl, measure, wrap
from blueprint_cli.theme import Theme

ASCENT = 0.93
"""From the top of a line to its baseline, as a share of the text's size."""

_PARAGRAPH_GAP = 3.0
_INDENT = sizes.SIGN + 4.0
_BAR_GAP = 2.0
_LEAST_BAR = 3.0


class Bar(NamedTuple):
    """A length below a text, in shares of its width: `least` for certain, `most` at worst."""

    least: float
    most: float
    kind: str


class Note(NamedTuple):
    """Something to be said below a name: a text with its sign or bar, or signs that are counted."""

    text: str
    sign: Sign | None = None
    bar: Bar | None = None
    tally: tuple[Sign, ...] = ()
    strong: bool = False


class Paragraph(NamedTuple):
    """Lines that are already broken, in one size, and what stands by them."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    quiet: bool
    rtl: bool
    note: Note = Note("")

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last, or of the sign or bar."""
        text = len(self.lines) * self.size * LINE_PITCH
        if self.note.sign or self.note.tally:
            return max(text, sizes.SIGN)
        return text + (_BAR_GAP + sizes.BAR if self.note.bar else 0)


class Block(NamedTuple):
    """Paragraphs, one below the other, broken at `width`; `height` is that of all together."""

    paragraphs: tuple[Paragraph, ...]
    width: float
    height: float

    @property
    def widest(self) -> float:
        """The width of the longest line, without what stands by it."""
        return max(
            (
                measure(line, each.size, bold=each.bold)
                for each in self.paragraphs
                for line in each.lines
            ),
            default=0.0,
        )


class Colors(NamedTuple):
    """Of names, and of quiet texts."""

    name: str
    quiet: str


def block(
    name: str, notes: Iterable[Note | str], width: float, size: float, *, bold: bool = False
) -> Block:
    """A name and, below it in quiet letters, what else is to be said, all broken at `width`.

    The name's direction decides at which side all stand; without a name, each text's own.
    """
    rtl = is_rtl(name)
    texts = [Paragraph(wrap(name, width, size, bold=bold), size, bold, quiet=False, rtl=rtl)]
    for each in notes:
        note = Note(each) if isinstance(each, str) else each
        texts += _paragraphs(note, width, rtl=rtl if name else is_rtl(note.text))
    heights = [paragraph.height for paragraph in texts]
    paragraphs = tuple(compress(texts, heights))
    gaps = _PARAGRAPH_GAP * max(0, len(paragraphs) - 1)
    return Block(paragraphs, width, sum(heights) + gaps)


def _paragraphs(note: Note, width: float, *, rtl: bool) -> Iterator[Paragraph]:
    size = sizes.QUIET_TEXT
    if note.tally:
        for row in _rows(note.tally, width):
            yield Paragraph(
                (), size, bold=False, quiet=True, rtl=rtl, note=note._replace(tally=row)
            )
        return
    room = width - (_INDENT if note.sign else 0)
    lines = wrap(note.text, room, size, bold=note.strong)
    yield Paragraph(lines, size, note.strong, quiet=True, rtl=rtl, note=note)


def _rows(tally: Sequence[Sign], width: float) -> Iterator[tuple[Sign, ...]]:
    """As many counted signs in a row as fit."""
    row: list[Sign] = []
    for sign in tally:
        if row and sum(map(tally_width, (*row, sign))) > width:
            yield tuple(row)
            row = []
        row.append(sign)
    yield tuple(row)


def labels(
    text: Block, x: float, y: float, colors: Colors, *, middle: bool = False
) -> tuple[Label, ...]:
    """The block's texts but those of marks, with its top left corner at (x, y)."""
    return tuple(
        _label(paragraph, x, top, text.width, colors, middle=middle)
        for paragraph, top in _tops(text, y)
        if paragraph.lines and not paragraph.note.sign
    )


def _tops(text: Block, y: float) -> Iterator[tuple[Paragraph, float]]:
    for paragraph in text.paragraphs:
        yield paragraph, y
        y += paragraph.height + _PARAGRAPH_GAP


def _label(
    paragraph: Paragraph, x: float, y: float, width: float, colors: Colors, *, middle: bool
) -> Label:
    align: Align = "right" if paragraph.rtl else "left"
    shift = width if paragraph.rtl else 0.0
    if middle:
        align, shift = "middle", width / 2
    return Label(
        lines=paragraph.lines,
        x=x + shift,
        y=y + ASCENT * paragraph.size,
        size=paragraph.size,
        color=colors.quiet if paragraph.quiet else colors.name,
        bold=paragraph.bold,
        align=align,
    )


def decorations(
    text: Block, x: float, y: float, colors: Colors, theme: Theme, *, middle: bool = False
) -> tuple[Shape, ...]:
    """The block's marks with their texts, its counts and its bars, placed as `labels` places.

    `middle` moves counts, and marks together with their texts, to the middle.
    """
    made: list[Shape] = []
    placed = [each for each in _tops(text, y) if any(each[0].note[1:])]
    for kind, group in groupby(placed, lambda each: _kind(each[0].note)):
        paragraphs = list(group)
        if kind == "bar":
            made += (part for each in paragraphs for part in _bars(*each, x, text.width, theme))
        elif kind == "tally":
            made += (
                part
                for each in paragraphs
                for part in _tally(*each, x, text.width, colors, theme, middle=middle)
            )
        elif kind:
            indent = (text.width - _mark_width(paragraphs)) / 2 if middle else 0.0
            made.append(_mark(kind, paragraphs, x + indent, text.width - 2 * indent, colors, theme))
    return tuple(made)


def _mark_width(paragraphs: Iterable[tuple[Paragraph, float]]) -> float:
    """The width of a sign and the longest line beside it."""
    lines = (
        measure(line, each.size, bold=each.bold) for each, _ in paragraphs for line in each.lines
    )
    return _INDENT + max(lines, default=0.0)


def _kind(note: Note) -> str:
    if note.sign:
        return note.sign.kind
    return "tally" if note.tally else "bar" if note.bar else ""


def _mark(
    kind: str,
    paragraphs: Sequence[tuple[Paragraph, float]],
    x: float,
    width: float,
    colors: Colors,
    theme: Theme,
) -> Shape:
    """All marks of one kind with their texts."""
    top, (last, bottom) = paragraphs[0][1], paragraphs[-1]
    signs, texts, titles = [], [], []
    for paragraph, y in paragraphs:
        sign = paragraph.note.sign
        if sign and sign.times:
            at = x + width - sizes.SIGN if paragraph.rtl else x
            signs.append(sign_shape(sign, at, y, theme))
            titles.append(sign.title)
        indent = 0.0 if paragraph.rtl else _INDENT
        texts.append(_label(paragraph, x + indent, y, width - _INDENT, colors, middle=False))
    height = bottom + last.height - top
    return Shape(
        "", ("mark", kind), "; ".join(filter(None, titles)), x, top, width, height,
        fill="none", stroke="none", outline="none", labels=tuple(texts), parts=tuple(signs),
    )  # fmt: skip


def _tally(
    paragraph: Paragraph,
    y: float,
    x: float,
    width: float,
    colors: Colors,
    theme: Theme,
    *,
    middle: bool,
) -> Iterator[Shape]:
    """Signs with how often they occur, in one row."""
    free = width - sum(map(tally_width, paragraph.note.tally))
    x += free / 2 if middle else free if paragraph.rtl else 0
    for sign in paragraph.note.tally:
        yield counted(sign, x, y, colors.name, theme)
        x += tally_width(sign)


def _bars(paragraph: Paragraph, y: float, x: float, width: float, theme: Theme) -> Iterator[Shape]:
    """What is certain in full, what may come on top as an outline; nothing where too short."""
    bar = paragraph.note.bar
    if bar is None:
        return
    top = y + paragraph.height - sizes.BAR
    color = {"wait": theme.wait_bar, "in-sight": theme.in_sight_bar}.get(bar.kind, theme.behind_bar)
    outline = [(bar.most, "none")] if bar.most > bar.least else []
    for share, fill in (*outline, (bar.least, color)):
        length = share * width
        start = x + width - length if paragraph.rtl else x
        if length >= _LEAST_BAR:
            yield Shape(
                "", ("bar", bar.kind), "", start, top, length, sizes.BAR,
                fill=fill, stroke=color, stroke_width=0.75,
            )  # fmt: skip

"""Texts in the frame of a shape: a paragraph for each, with room for PowerPoint to wrap them."""

from collections.abc import Sequence

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from blueprint_cli.deck.canvas import EMU, FONT, Canvas
from blueprint_cli.dot import writable
from blueprint_cli.drawing import LINE_PITCH, Label
from blueprint_cli.lettering import is_rtl, measure
from blueprint_cli.sheets.anatomy import Box
from blueprint_cli.sheets.names import unbroken

_ASCENT = 0.93
_SPARE = 1.0
"""So many points wider than measured, since programs round letters each in its own way."""
_LEAST = 1.0
"""The smallest letters that slides know."""
_PAD = 10.0
_IN_CORNERS = 0.29289
"""What a rounded rectangle keeps free of texts: so much of its radius, 1 less the root of 1/2."""
_ALIGN = {"left": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}


def write(
    frame: TextFrame,
    labels: Sequence[Label],
    box: Box,
    title: str,
    canvas: Canvas,
    *,
    rounded: float = 0.0,
) -> None:
    """Set texts in a frame that is as large as the box, each at its height and side.

    A frame whose corners are `rounded` with this radius keeps some room free itself.
    """
    kept = rounded * _IN_CORNERS
    left, right = (max(side - kept, 0.0) for side in _sides(labels, box))
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.word_wrap = not _tight(labels, box)
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left, frame.margin_right = canvas.length(left), canvas.length(right)
    frame.margin_top = canvas.length(_top(labels[0]) - box.y - kept)
    frame.margin_bottom = canvas.length(0)
    left, right = left + kept, right + kept
    reached = _top(labels[0])
    for number, label in enumerate(labels):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = _ALIGN[label.align]
        paragraph.line_spacing = Pt(round(label.size * LINE_PITCH * canvas.scale, 2))
        paragraph.space_before = Pt(max(0.0, round((_top(label) - reached) * canvas.scale, 2)))
        _indent(paragraph, label, Box(box.x + left, box.y, box.right - right, box.bottom), canvas)
        _add_run(paragraph, label, title, canvas)
        reached = _top(label) + len(label.lines) * label.size * LINE_PITCH


def write_sign(frame: TextFrame, label: Label, canvas: Canvas) -> None:
    """Set a letter or two in the middle of a sign."""
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.word_wrap = False
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    _add_run(frame.paragraphs[0], label, "", canvas)


def _add_run(paragraph: _Paragraph, label: Label, title: str, canvas: Canvas) -> None:
    """Written as XML and read in one go, which is three times as fast as attribute by attribute."""
    size = max(round(label.size * canvas.scale, 2), _LEAST)
    run = parse_xml(
        f'<a:r {nsdecls("a")}><a:rPr sz="{round(size * 100)}" b="{int(label.bold)}"><a:solidFill>'
        f'<a:srgbClr val="{label.color[1:].upper()}"/></a:solidFill><a:latin typeface="{FONT}"/>'
        "</a:rPr><a:t/></a:r>"
    )
    run[-1].text = writable(unbroken(label, title))
    paragraph._p.append(run)  # noqa: SLF001 - as its own runs are added


def _top(label: Label) -> float:
    return label.y - _ASCENT * label.size


def slack(label: Label, box: Box) -> tuple[float, float]:
    """What a text as it was measured leaves free of a box at the left and at the right."""
    wide = _width(label)
    left = label.x - box.x - {"left": 0.0, "middle": wide / 2, "right": wide}[label.align]
    return left, box.right - box.x - left - wide


def _tight(labels: Sequence[Label], box: Box) -> bool:
    """Whether single lines fill the box, so that a program's own rounding might break them."""
    single = all(len(label.lines) == 1 for label in labels)
    return single and min(min(slack(label, box)) for label in labels) < _SPARE


def _width(label: Label) -> float:
    return max((measure(line, label.size, bold=label.bold) for line in label.lines), default=0.0)


def _sides(labels: Sequence[Label], box: Box) -> tuple[float, float]:
    """What is kept free at the left and at the right of all texts, as much as cards keep free."""
    lefts, rights = [_PAD], [_PAD]
    for label in labels:
        left, right = slack(label, box)
        both = min(left, right) if label.align == "middle" else None
        lefts.append(left if both is None else both)
        rights.append(right if both is None else both)
    left, right = max(min(lefts) - _SPARE, 0.0), max(min(rights) - _SPARE, 0.0)
    if any(label.align == "middle" for label in labels):
        left = right = min(left, right)
    elif all(label.align == "left" for label in labels):
        left = max(min(lefts), 0.0)
    elif all(label.align == "right" for label in labels):
        right = max(min(rights), 0.0)
    return left, right


def _indent(paragraph: _Paragraph, label: Label, inner: Box, canvas: Canvas) -> None:
    """Further in than the others, where a sign stands before a text."""
    more = {
        "left": label.x - inner.x,
        "middle": 2 * (label.x - (inner.x + inner.right) / 2),
        "right": 0.0,
    }[label.align]
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - indents have no other name
    if more > _SPARE:
        properties.set("marL", str(round(more * canvas.scale * EMU)))
        properties.set("indent", "0")
    less = inner.right - label.x if label.align == "right" else 0.0
    if less > _SPARE:
        properties.set("marR", str(round(less * canvas.scale * EMU)))
    if is_rtl(label.text):
        properties.set("rtl", "1")

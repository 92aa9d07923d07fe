"""What the arrows and marks mean: a sample of each kind that occurs, and of no other."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from blueprint_cli.drawing import Label, Path, Shape
from blueprint_cli.layout import sizes
from blueprint_cli.layout.signs import FORMS, Sign, sign_shape
from blueprint_cli.lettering import measure
from blueprint_cli.look import Look

_ARROWS = ("triggers", "needs", "agrees_with", "implied")
_BASELINE = 0.36
"""How far below the middle of a line its baseline is, as a share of the text's size."""
_SEVEREST = "5"


class Entry(NamedTuple):
    """What is explained (a kind of link or of mark, or `back`), and in which words."""

    kind: str
    text: str


def legend(
    links: Iterable[str], marks: Iterable[str], top: float, right: float, look: Look
) -> tuple[Shape, ...]:
    """Rows of samples from the left margin to `right`, the upper edge at `top`.

    Empty where nothing is to be explained. `links` may hold `back`.
    """
    entries = [*_links(set(links), look), *_marks(set(marks), look)]
    if not entries or "legend" not in look.shown:
        return ()
    parts: list[Shape | Path] = []
    x, y = float(sizes.MARGIN), top
    widest = x
    for entry in entries:
        width = _width(entry)
        if x + width > right and x > sizes.MARGIN:
            x, y = float(sizes.MARGIN), y + sizes.LEGEND_HEIGHT
        parts += _sample(entry, x, y, look)
        widest = max(widest, x + width)
        x += width + sizes.LEGEND_GAP
    title = (
        look.words.legend + look.words.colon + look.words.comma.join(each.text for each in entries)
    )
    return (
        Shape(
            "legend", ("legend",), title, sizes.MARGIN, top, widest - sizes.MARGIN,
            y + sizes.LEGEND_HEIGHT - top, fill="none", stroke="none", outline="none",
            parts=tuple(parts),
        ),
    )  # fmt: skip


def _links(used: set[str], look: Look) -> Iterator[Entry]:
    for kind in _ARROWS:
        if kind in used:
            yield Entry(kind, look.words.links[kind])
    if "back" in used:
        yield Entry("back", look.words.goes_back)


def _marks(used: set[str], look: Look) -> Iterator[Entry]:
    for kind in FORMS:
        if kind in used:
            scale = (
                look.words.comma + look.words.severity.format("1–5") if kind == "pain-point" else ""
            )
            yield Entry(kind, look.words.marks[kind] + scale)


def _width(entry: Entry) -> float:
    sample = sizes.SIGN if entry.kind in FORMS else sizes.LEGEND_SAMPLE
    return sample + sizes.GRID + measure(entry.text, sizes.QUIET_TEXT) + 1


def _sample(entry: Entry, x: float, y: float, look: Look) -> Sequence[Shape | Path]:
    """The sample and its text, each with its own box."""
    middle = y + sizes.LEGEND_HEIGHT / 2
    sample: Shape | Path
    if entry.kind in FORMS:
        letter = _SEVEREST if entry.kind == "pain-point" else ""
        sign = Sign(entry.kind, letter, entry.text)
        sample = sign_shape(sign, x, middle - sizes.SIGN / 2, look.theme)
    else:
        sample = _arrow(entry, x, middle, look)
    width = _width(entry)
    start = x + width - measure(entry.text, sizes.QUIET_TEXT) - 1
    text = Label(
        (entry.text,),
        start,
        middle + _BASELINE * sizes.QUIET_TEXT,
        sizes.QUIET_TEXT,
        look.theme.quiet,
    )
    box = Shape(
        "", ("legend-text",), "", start, y, x + width - start, sizes.LEGEND_HEIGHT,
        fill="none", stroke="none", outline="none", labels=(text,),
    )  # fmt: skip
    return sample, box


def _arrow(entry: Entry, x: float, y: float, look: Look) -> Path:
    kind = "triggers" if entry.kind == "back" else entry.kind
    arrow = look.theme.links[kind]
    return Path(
        "", ("legend-sample", entry.kind.replace("_", "-")), entry.text,
        ((x, y), (x + sizes.LEGEND_SAMPLE, y)), arrow.color, arrow.width, arrow.dash, arrow.head,
        "ring" if entry.kind == "back" else arrow.tail,
    )  # fmt: skip

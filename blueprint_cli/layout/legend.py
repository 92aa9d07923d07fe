"""What the arrows mean: a sample of each kind that occurs."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from blueprint_cli.drawing import Label, Path, Shape
from blueprint_cli.layout import sizes
from blueprint_cli.layout.blocks import block, labels
from blueprint_cli.lettering import measure
from blueprint_cli.theme import Theme

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "triggers": "triggers",
        "needs": "needs",
        "agrees_with": "must agree with",
        "implied": "then (order of reading)",
    }
)


class Legend(NamedTuple):
    """The legend's parts; both are empty where there is no arrow."""

    shapes: tuple[Shape, ...]
    paths: tuple[Path, ...]


def legend(kinds: Iterable[str], top: float, theme: Theme) -> Legend:
    """One row of samples, the kinds in the order of `WORDS`; `top` is its upper edge."""
    used = set(kinds)
    shown = [kind for kind in WORDS if kind in used]
    if not shown:
        return Legend((), ())
    x = float(sizes.MARGIN)
    words: list[Label] = []
    paths: list[Path] = []
    for kind in shown:
        paths.append(_sample(kind, x, top + sizes.LEGEND_HEIGHT / 2, theme))
        x += sizes.LEGEND_SAMPLE + sizes.GRID
        width = measure(WORDS[kind], sizes.QUIET_TEXT) + 1
        text = block(WORDS[kind], (), width, sizes.QUIET_TEXT)
        y = top + (sizes.LEGEND_HEIGHT - text.height) / 2
        words += labels(text, x, y, (theme.quiet, theme.quiet))
        x += width + 3 * sizes.GRID
    shape = Shape(
        id="legend",
        classes=("legend",),
        title="Legend: " + ", ".join(WORDS[kind] for kind in shown),
        x=sizes.MARGIN,
        y=top,
        width=x - 3 * sizes.GRID - sizes.MARGIN,
        height=sizes.LEGEND_HEIGHT,
        fill="none",
        stroke="none",
        outline="none",
        labels=tuple(words),
    )
    return Legend((shape,), tuple(paths))


def _sample(kind: str, x: float, y: float, theme: Theme) -> Path:
    look = theme.links[kind]
    return Path(
        id=f"legend:{kind.replace('_', '-')}",
        classes=("legend-sample", kind.replace("_", "-")),
        title=WORDS[kind],
        points=((x, y), (x + sizes.LEGEND_SAMPLE, y)),
        color=look.color,
        width=look.width,
        dash=look.dash,
        head=look.head,
        tail=look.tail,
    )

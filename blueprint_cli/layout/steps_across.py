"""Steps as columns from left to right, lanes as rows: what is kept free, and where all stands."""

from collections.abc import Iterator, Sequence

from blueprint_cli.layout import sizes
from blueprint_cli.layout.blocks import block
from blueprint_cli.layout.heights import Frame
from blueprint_cli.layout.places import Box, Places, Point
from blueprint_cli.layout.plan import Plan, below_title
from blueprint_cli.layout.scene import DrawnLine, DrawnStrip, Scene
from blueprint_cli.layout.strips import Strip


def frame(plan: Plan) -> Frame:
    """What the picture keeps free around the cards."""
    strips = sum(map(_high, plan.strips))
    above = [sizes.DIVIDER * len(lines) or sizes.ROW_GAP for lines in plan.lines]
    above[0] = max(above[0], sizes.HEADER_GAP) + (0 if plan.acting else strips)
    return Frame(
        left=sizes.MARGIN + plan.widths.lane,
        top=below_title(plan) + _phase_height(plan) + (strips if plan.acting else 0),
        columns=len(plan.steps),
        card=plan.widths.card,
        above=(0, *above),
        least=(_header_height(plan), *(_lane_height(text.height) for text in plan.lanes)),
        before=(0,) * (len(plan.steps) + 1),
    )


def _phase_height(plan: Plan) -> int:
    """The height of all phase headers with the gap below, 0 where there are none."""
    heights = [sizes.on_grid(phase.text.height + sizes.GRID) for phase in plan.phases]
    return max(heights) + sizes.ROW_GAP if heights else 0


def _header_height(plan: Plan) -> int:
    """Steps that act are cards, and make their own height."""
    if plan.acting:
        return 0
    return sizes.on_grid(max(step.height for step in plan.steps) + 2 * sizes.HEADER_PAD)


def _lane_height(text: float) -> int:
    return max(sizes.LANE_HEIGHT, sizes.on_grid(text + 2 * sizes.CARD_PAD))


def _high(strip: Strip) -> int:
    """A strip's height with the gap below."""
    text = max(cell.height for cell in strip.cells)
    pad = sizes.STRIP_PAD * (1 if strip.curved else 2) if text else 0
    return sizes.on_grid(max(strip.curved + text + pad, sizes.STRIP_LEAST)) + sizes.ROW_GAP


def scene(plan: Plan, places: Places) -> Scene:
    """Where everything stands."""
    title = plan.title.width if plan.title.height else 0.0
    right = max(places.right, sizes.MARGIN + title)
    lanes = [
        Box(sizes.MARGIN, top, right - sizes.MARGIN, bottom - top)
        for top, bottom in places.rows[1:]
    ]
    top, bottom = places.rows[0]
    strips_top = top - sum(map(_high, plan.strips)) if plan.acting else bottom + sizes.HEADER_GAP
    strips = [
        *_strips(plan, plan.strips, strips_top, places, right),
        *_strips(plan, plan.closing, places.rows[-1][1] + sizes.ROW_GAP, places, right),
    ]
    pad = sizes.LANE_STRIPE + sizes.CARD_PAD
    return Scene(
        title=Box(sizes.MARGIN, sizes.MARGIN, plan.title.width, plan.title.height),
        steps=places.cards[: len(plan.steps)]
        if plan.acting
        else [Box(x, top, plan.widths.card, bottom - top) for x in places.columns],
        phases=list(_phases(plan, places)),
        lanes=lanes,
        lane_names=[box._replace(x=box.x + pad, width=plan.widths.lane_text) for box in lanes],
        stripes=[box._replace(width=sizes.LANE_STRIPE) for box in lanes],
        lines=list(_lines(plan, places, right)),
        strips=strips,
        rules=(),
        right=right,
        bottom=max([places.rows[-1][1], *(strip.box.y + strip.box.height for strip in strips)]),
    )


def _phases(plan: Plan, places: Places) -> Iterator[Box]:
    """One header over all adjoining steps of a phase."""
    height = _phase_height(plan) - sizes.ROW_GAP
    for phase in plan.phases:
        x = places.columns[phase.first]
        width = places.columns[phase.last] + plan.widths.card - x
        yield Box(x, below_title(plan), width, height)


def _lines(plan: Plan, places: Places, right: float) -> Iterator[DrawnLine]:
    """Each with its name at its left, all above their lane."""
    left, width = sizes.MARGIN, plan.widths.lane
    for lines, (top, _) in zip(plan.lines, places.rows[1:], strict=True):
        for number, line in enumerate(lines):
            y = top - sizes.DIVIDER * (len(lines) - number - 0.5)
            text = block(plan.look.words.lines[line.name], (), width, sizes.LINE_TEXT, bold=True)
            name = Box(left, y - sizes.DIVIDER / 2, width, sizes.DIVIDER)
            yield DrawnLine(line, text, name, (left + width, y), (right, y))


def _strips(
    plan: Plan, strips: Sequence[Strip], top: float, places: Places, right: float
) -> Iterator[DrawnStrip]:
    pad = sizes.LANE_STRIPE + sizes.CARD_PAD
    for strip in strips:
        height = _high(strip) - sizes.ROW_GAP
        box = Box(sizes.MARGIN, top, right - sizes.MARGIN, height)
        title = block(strip.title, (), plan.widths.lane_text, sizes.LANE_TEXT, bold=True)
        below = top + strip.curved + (0 if strip.curved else sizes.STRIP_PAD)
        cells = [
            Box(x, below, plan.widths.card, cell.height)
            for x, cell in zip(places.columns, strip.cells, strict=True)
        ]
        middle = plan.widths.card / 2
        points = [
            None if emotion is None else (x + middle, _level(top, emotion))
            for x, emotion in zip(places.columns, strip.emotions, strict=False)
        ]
        name = box._replace(x=box.x + pad, width=plan.widths.lane_text)
        yield DrawnStrip(
            strip, title, box, name, cells, points,
            _scale(top, (sizes.MARGIN + plan.widths.lane, right)) if strip.emotions else (),
        )  # fmt: skip
        top += height + sizes.ROW_GAP


def _level(top: float, emotion: int) -> float:
    return top + sizes.CURVE / 2 - emotion * (sizes.CURVE / 2 - sizes.CURVE_PAD) / 2


def _scale(top: float, ends: tuple[float, float]) -> list[tuple[Point, Point]]:
    return [((ends[0], y), (ends[1], y)) for y in (_level(top, each) for each in (2, 0, -2))]

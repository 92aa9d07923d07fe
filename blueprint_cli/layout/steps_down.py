"""Steps as rows from top to bottom, lanes as columns: what is kept free, and where all stands."""

from collections.abc import Iterator, Sequence

from blueprint_cli.layout import sizes
from blueprint_cli.layout.blocks import Block, block
from blueprint_cli.layout.heights import Frame
from blueprint_cli.layout.lines import Line
from blueprint_cli.layout.places import Box, Places, Point
from blueprint_cli.layout.plan import Plan, below_title
from blueprint_cli.layout.scene import DrawnLine, DrawnStrip, Scene
from blueprint_cli.layout.strips import Strip
from blueprint_cli.lettering import measure

_BAND_PAD = 8
"""What a lane's band keeps free at the left of its cards."""


def frame(plan: Plan) -> Frame:
    """What the picture keeps free around the cards."""
    line = _line_width(plan)
    before = [len(lines) * line + _BAND_PAD if lines else 0 for lines in plan.lines]
    return Frame(
        left=_first_strip(plan) + sum(map(_wide, plan.strips)),
        top=below_title(plan),
        columns=len(plan.lanes) + plan.acting,
        card=plan.widths.card,
        above=(0, sizes.HEADER_GAP, *([sizes.ROW_GAP] * (len(plan.steps) - 1))),
        least=(_header_height(plan), *_least_rows(plan)),
        before=(*([0] if plan.acting else []), *before, 0),
    )


def _first_strip(plan: Plan) -> int:
    """Behind the phases and, where these are no cards, the steps."""
    phases = sizes.PHASE + sizes.ROW_GAP if plan.phases else 0
    steps = 0 if plan.acting else plan.widths.card + sizes.HEADER_GAP
    return sizes.MARGIN + phases + steps


def _wide(strip: Strip) -> int:
    """A strip's width with the gap behind it."""
    width = strip.cells[0].width
    text = width + 2 * sizes.STRIP_PAD if width else 0
    return int(max(strip.curved + text, sizes.CURVE)) + sizes.ROW_GAP


def _title(strip: Strip) -> Block:
    width = _wide(strip) - sizes.ROW_GAP - 2 * sizes.GRID
    return block(strip.title, (), width, sizes.LANE_TEXT, bold=True)


def _line_text(plan: Plan, line: Line) -> Block:
    width = _line_width(plan) - sizes.GRID
    return block(plan.look.words.lines[line.name], (), width, sizes.LINE_TEXT, bold=True)


def _line_width(plan: Plan) -> int:
    """Wide enough for the longest word of the lines' names."""
    words = (
        word for lines in plan.lines for line in lines
        for word in plan.look.words.lines[line.name].split()
    )  # fmt: skip
    longest = max((measure(word, sizes.LINE_TEXT, bold=True) for word in words), default=0.0)
    return sizes.on_grid(
        min(max(longest, sizes.UPRIGHT_LINE), sizes.WIDEST_LANE_LABEL) + sizes.GRID
    )


def _header_height(plan: Plan) -> int:
    names = [
        *plan.lanes,
        *(_title(strip) for strip in (*plan.strips, *plan.closing)),
        *(_line_text(plan, line) for lines in plan.lines for line in lines),
    ]
    return sizes.on_grid(
        max(name.height for name in names) + 2 * sizes.CARD_PAD + sizes.LANE_STRIPE
    )


def _least_rows(plan: Plan) -> list[int]:
    """As high as the step's name, what stands beside it, and a phase that has this row alone."""
    strips = (*plan.strips, *plan.closing)
    needed = [
        max([0 if plan.acting else step.height, *(strip.cells[number].height for strip in strips)])
        for number, step in enumerate(plan.steps)
    ]
    for phase in plan.phases:
        needed[phase.first] = max(needed[phase.first], phase.text.height)
    return [max(sizes.LANE_HEIGHT, sizes.on_grid(each + 2 * sizes.CARD_PAD)) for each in needed]


def scene(plan: Plan, places: Places) -> Scene:
    """Where everything stands."""
    top, bottom = places.rows[0][0], places.rows[-1][1]
    lanes = list(_lanes(plan, places))
    strips = [
        *_strips(plan.strips, _first_strip(plan), places),
        *_strips(plan.closing, places.right + sizes.ROW_GAP, places),
    ]
    right = max([places.right, *(strip.box.x + strip.box.width for strip in strips)])
    name_top = top + sizes.LANE_STRIPE + sizes.CARD_PAD
    columns = places.columns[plan.acting :]
    step_x = sizes.MARGIN + (sizes.PHASE + sizes.ROW_GAP if plan.phases else 0)
    return Scene(
        title=Box(sizes.MARGIN, sizes.MARGIN, plan.title.width, plan.title.height),
        steps=places.cards[: len(plan.steps)]
        if plan.acting
        else [Box(step_x, y, plan.widths.card, below - y) for y, below in places.rows[1:]],
        phases=[
            Box(sizes.MARGIN, places.rows[phase.first + 1][0], sizes.PHASE,
                places.rows[phase.last + 1][1] - places.rows[phase.first + 1][0])
            for phase in plan.phases
        ],
        lanes=lanes,
        lane_names=[
            Box(x + sizes.CARD_PAD, name_top, plan.widths.card_text, name.height)
            for x, name in zip(columns, plan.lanes, strict=True)
        ],
        stripes=[box._replace(height=sizes.LANE_STRIPE) for box in lanes],
        lines=list(_lines(plan, places)),
        strips=strips,
        rules=list(_rules(plan, places, step_x, right)),
        right=right,
        bottom=bottom,
    )  # fmt: skip


def _rules(
    plan: Plan, places: Places, step_x: float, right: float
) -> Iterator[tuple[Point, Point]]:
    """Between steps; a phase that both are in is not cut."""
    within = {number for phase in plan.phases for number in range(phase.first + 1, phase.last + 1)}
    for number, (top, _) in enumerate(places.rows[2:], 1):
        left = step_x if number in within else sizes.MARGIN
        yield (left, top - sizes.ROW_GAP / 2), (right, top - sizes.ROW_GAP / 2)


def _lanes(plan: Plan, places: Places) -> Iterator[Box]:
    """Each from the end of the one before, or of the lines between, to the next."""
    top, bottom = places.rows[0][0], places.rows[-1][1]
    lefts = [x - _BAND_PAD for x in places.columns[plan.acting :]]
    if not plan.acting and not plan.lines[0]:
        lefts[0] = float(_first_strip(plan) + sum(map(_wide, plan.strips)))
    width = _line_width(plan)
    rights = [
        left - (len(lines) * width if lines else sizes.ROW_GAP)
        for left, lines in zip(lefts[1:], plan.lines[1:], strict=True)
    ]
    for left, right in zip(lefts, (*rights, places.right), strict=True):
        yield Box(left, top, right - left, bottom - top)


def _lines(plan: Plan, places: Places) -> Iterator[DrawnLine]:
    """Each with its name on top, all at the left of their lane."""
    head, bottom = places.rows[0][1], places.rows[-1][1]
    width = _line_width(plan)
    for lines, x in zip(plan.lines, places.columns[plan.acting :], strict=True):
        left = x - _BAND_PAD - len(lines) * width
        for number, line in enumerate(lines):
            text = _line_text(plan, line)
            box = Box(left + number * width, head - text.height, width, text.height)
            middle = box.x + width / 2
            start = (middle, head + sizes.ROW_GAP)
            yield DrawnLine(line, text, box, start, (middle, bottom))


def _strips(strips: Sequence[Strip], left: float, places: Places) -> Iterator[DrawnStrip]:
    (top, head), bottom = places.rows[0], places.rows[-1][1]
    for strip in strips:
        width = _wide(strip) - sizes.ROW_GAP
        box = Box(left, top, width, bottom - top)
        title = _title(strip)
        name_top = top + sizes.LANE_STRIPE + sizes.CARD_PAD
        name = Box(left + sizes.GRID, name_top, title.width, title.height)
        x = left + strip.curved + sizes.STRIP_PAD
        cells = [
            Box(x, (above + below - cell.height) / 2, cell.width, cell.height)
            for (above, below), cell in zip(places.rows[1:], strip.cells, strict=True)
        ]
        points = [
            None if emotion is None else (_level(left, emotion), (above + below) / 2)
            for (above, below), emotion in zip(places.rows[1:], strip.emotions, strict=False)
        ]
        scale = _scale(left, (head, bottom)) if strip.emotions else ()
        yield DrawnStrip(strip, title, box, name, cells, points, scale)
        left += width + sizes.ROW_GAP


def _level(left: float, emotion: int) -> float:
    return left + sizes.CURVE / 2 + emotion * (sizes.CURVE / 2 - sizes.CURVE_PAD) / 2


def _scale(left: float, ends: tuple[float, float]) -> list[tuple[Point, Point]]:
    return [((x, ends[0]), (x, ends[1])) for x in (_level(left, each) for each in (2, 0, -2))]

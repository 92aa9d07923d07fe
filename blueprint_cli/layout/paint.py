"""The look of what has a place: shapes, colours and names for everything in the picture."""

from collections.abc import Iterator

from blueprint_cli.drawing import Drawing, Label, Path, Shape
from blueprint_cli.layout import sizes
from blueprint_cli.layout.blocks import Block, block, labels
from blueprint_cli.layout.legend import legend
from blueprint_cli.layout.links import Arrow, has_customer
from blueprint_cli.layout.places import Box, Places
from blueprint_cli.layout.plan import Plan
from blueprint_cli.theme import Theme, lane_look


def paint(plan: Plan, places: Places, theme: Theme) -> Drawing:
    """The whole picture."""
    title = _title(plan, theme)
    right = max(places.right, title.right)
    bottom = places.rows[-1][1]
    key = legend([arrow.kind for arrow in plan.arrows], bottom + sizes.HEADER_GAP, theme)
    shapes = (
        title,
        *_phases(plan, places, theme),
        *_bands(plan, places, right, theme),
        *_line_names(plan, places, theme),
        *_steps(plan, places, theme),
        *_cards(plan, places, theme),
        *key.shapes,
    )
    return Drawing(
        title=plan.blueprint.name,
        description=_description(plan),
        width=_whole(max(shape.right for shape in shapes)) + sizes.MARGIN,
        height=_whole(max(shape.bottom for shape in shapes)) + sizes.MARGIN,
        background=theme.page,
        shapes=shapes,
        paths=(*_lines(plan, places, right, theme), *_arrows(plan, places, theme), *key.paths),
    )


def _whole(length: float) -> int:
    return int(-(-length // 1))


def _description(plan: Plan) -> str:
    blueprint = plan.blueprint
    steps = ", ".join(step.name for step in blueprint.steps)
    lanes = ", ".join(lane.name for lane in blueprint.lanes)
    scenario = f"{blueprint.scenario} " if blueprint.scenario else ""
    return f"Service blueprint. {scenario}Steps: {steps}. Lanes: {lanes}."


def _title(plan: Plan, theme: Theme) -> Shape:
    return Shape(
        id="title-block",
        classes=("title-block",),
        title=plan.blueprint.name,
        x=sizes.MARGIN,
        y=sizes.MARGIN,
        width=plan.title.width,
        height=plan.title.height,
        fill="none",
        stroke="none",
        outline="none",
        labels=labels(plan.title, sizes.MARGIN, sizes.MARGIN, (theme.text, theme.quiet)),
    )


def _phases(plan: Plan, places: Places, theme: Theme) -> Iterator[Shape]:
    """One header over all adjoining steps of a phase."""
    top = places.rows[0][0] - plan.phase_height - sizes.ROW_GAP
    for run in plan.phases:
        x = places.columns[run.first]
        width = places.columns[run.last] + plan.widths.card - x
        box = Box(x, top, width, plan.phase_height)
        yield Shape(
            f"phase:{run.key}",
            ("phase",),
            f"Phase: {run.name}",
            *box,
            fill=theme.phase,
            stroke=theme.phase,
            labels=_centred(run.text, box, (theme.text, theme.quiet)),
        )


def _bands(plan: Plan, places: Places, right: float, theme: Theme) -> Iterator[Shape]:
    """A band over the whole width for each lane, with a stripe in its role's colour."""
    for lane, key, text, (top, bottom) in zip(
        plan.blueprint.lanes, plan.keys.lane_keys, plan.lanes, places.rows[1:], strict=True
    ):
        look = lane_look(theme, lane.role, lane.color)
        box = Box(sizes.MARGIN, top, right - sizes.MARGIN, bottom - top)
        x = sizes.MARGIN + sizes.LANE_STRIPE + sizes.CARD_PAD
        yield Shape(
            f"lane:{key}",
            ("lane", f"role-{lane.role}"),
            f"{lane.name} ({lane.role})",
            *box,
            fill=look.band,
            stroke=look.band,
            labels=labels(text, x, _middle(text, box), (theme.text, theme.quiet)),
        )
        yield Shape(
            f"lane-stripe:{key}",
            ("lane-stripe", f"role-{lane.role}"),
            lane.name,
            *box._replace(width=sizes.LANE_STRIPE),
            fill=look.edge,
            stroke=look.edge,
        )


def _steps(plan: Plan, places: Places, theme: Theme) -> Iterator[Shape]:
    """A header over each column; steps that act are as high as their cards."""
    top, bottom = places.rows[0]
    acting = not has_customer(plan.blueprint)
    for number, (step, key, text) in enumerate(
        zip(plan.blueprint.steps, plan.keys.step_keys, plan.steps, strict=True)
    ):
        header = Box(places.columns[number], top, plan.widths.card, bottom - top)
        box = places.cards[number] if acting else header
        yield Shape(
            f"step:{key}",
            ("step",),
            f"Step: {step.name}",
            *box,
            fill=theme.header,
            stroke=theme.header,
            outline="rounded",
            labels=_centred(text, box, (theme.header_text, theme.header_quiet)),
        )


def _cards(plan: Plan, places: Places, theme: Theme) -> Iterator[Shape]:
    lanes, steps = plan.blueprint.lanes, plan.blueprint.steps
    placed = {each.key: each for each in plan.keys.actions}
    looks = [lane_look(theme, lane.role, lane.color) for lane in lanes]
    for card, box in zip(plan.cards, places.cards, strict=True):
        if card.row == 0:
            continue
        lane = lanes[card.row - 1]
        y = _middle(card.text, box)
        yield Shape(
            f"action:{card.key}",
            ("action", f"role-{lane.role}"),
            f"{steps[card.column].name}, {lane.name}: {placed[card.key].action.name}",
            *box,
            fill=theme.card,
            stroke=looks[card.row - 1].edge,
            outline="rounded",
            labels=labels(card.text, box.x + sizes.CARD_PAD, y, (theme.text, theme.quiet)),
        )


def _line_names(plan: Plan, places: Places, theme: Theme) -> Iterator[Shape]:
    """The names of the lines, each at the left of its line."""
    for line, y in plan.line_heights(places.rows):
        text = block(line.title, (), plan.widths.lane, sizes.LINE_TEXT, bold=True)
        box = Box(sizes.MARGIN, y - sizes.DIVIDER / 2, plan.widths.lane, sizes.DIVIDER)
        yield Shape(
            f"line-name:{line.name}",
            ("line-name", line.name),
            line.title,
            *box,
            fill="none",
            stroke="none",
            outline="none",
            labels=labels(text, box.x, _middle(text, box), (theme.text, theme.quiet)),
        )


def _lines(plan: Plan, places: Places, right: float, theme: Theme) -> Iterator[Path]:
    for line, y in plan.line_heights(places.rows):
        yield Path(
            id=f"line:{line.name}",
            classes=("line", line.name),
            title=line.title,
            points=((sizes.MARGIN + plan.widths.lane, y), (right, y)),
            color=theme.divider,
            width=line.width,
            dash=line.dash,
        )


def _arrows(plan: Plan, places: Places, theme: Theme) -> Iterator[Path]:
    names = {placed.key: placed.action.name for placed in plan.keys.actions}
    names |= zip(plan.keys.step_keys, (step.name for step in plan.blueprint.steps), strict=True)
    shapes = {
        card.key: f"action:{card.key}" if card.row else f"step:{card.key}" for card in plan.cards
    }
    for arrow, way in zip(plan.arrows, places.ways, strict=True):
        look = theme.links[arrow.kind]
        yield Path(
            id=arrow.id,
            classes=("link", arrow.kind.replace("_", "-")),
            title=_sentence(arrow, names),
            points=way.points,
            hops=way.hops,
            trunk=f"trunk-{way.trunk}" if way.trunk >= 0 else "",
            color=look.color,
            width=look.width,
            dash=look.dash,
            head=look.head,
            tail=look.tail,
            start=shapes[arrow.start],
            end=shapes[arrow.end],
        )


def _sentence(arrow: Arrow, names: dict[str, str]) -> str:
    verb = arrow.kind.replace("implied", "then").replace("_", " ")
    return f"{names[arrow.start]} {verb} {names[arrow.end]}"


def _middle(text: Block, box: Box) -> float:
    """The top of a block that stands in the middle of a box."""
    return box.y + (box.height - text.height) / 2


def _centred(text: Block, box: Box, colors: tuple[str, str]) -> tuple[Label, ...]:
    x = box.x + (box.width - text.width) / 2
    return labels(text, x, _middle(text, box), colors, middle=True)

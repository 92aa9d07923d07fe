"""The look of what has a place: shapes, colours and names for everything in the picture."""

from collections.abc import Iterator, Sequence

from blueprint_cli.drawing import Drawing, Label, Path, Shape
from blueprint_cli.layout import sizes
from blueprint_cli.layout.blocks import Block, Colors, decorations, labels
from blueprint_cli.layout.curve import curve
from blueprint_cli.layout.legend import legend
from blueprint_cli.layout.places import Box, Places, Way
from blueprint_cli.layout.plan import Plan
from blueprint_cli.layout.scene import DrawnStrip, Scene
from blueprint_cli.theme import Theme, lane_look

Parts = tuple[Shape | Path, ...]


def paint(plan: Plan, places: Places, scene: Scene) -> Drawing:
    """The whole picture."""
    shapes = [
        *_title(plan, scene),
        *_phases(plan, scene),
        *_bands(plan, scene),
        *_line_names(plan, scene),
        *_strips(plan, scene),
        *_steps(plan, scene),
        *_cards(plan, places),
    ]
    backward = _backward(plan)
    links = {arrow.kind for arrow in plan.arrows} | ({"back"} if any(backward) else set())
    top = max(shape.bottom for shape in shapes) + sizes.HEADER_GAP
    shapes += legend(links, _kinds_of_marks(shapes), top, scene.right, plan.look)
    return Drawing(
        title=plan.blueprint.name,
        description=_description(plan),
        width=_whole(max(shape.right for shape in shapes)) + sizes.MARGIN,
        height=_whole(max(shape.bottom for shape in shapes)) + sizes.MARGIN,
        background=plan.look.theme.page,
        shapes=tuple(shapes),
        paths=(*_rules(plan, scene), *_lines(plan, scene), *_arrows(plan, places, backward)),
        language=plan.look.words.code,
        kind=plan.look.words.picture,
    )


def _whole(length: float) -> int:
    return int(-(-length // 1))


def _kinds_of_marks(shapes: Sequence[Shape]) -> set[str]:
    return {
        part.classes[1] for shape in shapes for part in shape.parts if part.classes[0] == "mark"
    }


def _description(plan: Plan) -> str:
    blueprint, words = plan.blueprint, plan.look.words
    steps = words.comma.join(step.name for step in blueprint.steps)
    lanes = words.comma.join(lane.name for lane in blueprint.lanes)
    scenario = f"{blueprint.scenario} " if blueprint.scenario else ""
    return (
        f"{words.picture}. {scenario}"
        f"{words.steps}{words.colon}{steps}. {words.lanes}{words.colon}{lanes}."
    )


def _texts(
    text: Block, box: Box, colors: Colors, theme: Theme, *, middle: bool = False
) -> tuple[tuple[Label, ...], Parts]:
    """The labels and parts of a block that stands in the middle of a box's height.

    `middle`: each line stands in the middle of the box's width too.
    """
    x = box.x + (box.width - text.width) / 2 if middle else box.x
    y = box.y + (box.height - text.height) / 2
    return (
        labels(text, x, y, colors, middle=middle),
        decorations(text, x, y, colors, theme, middle=middle),
    )


def _title(plan: Plan, scene: Scene) -> Iterator[Shape]:
    theme = plan.look.theme
    if not plan.title.height:
        return
    words, parts = _texts(plan.title, scene.title, Colors(theme.text, theme.quiet), theme)
    yield Shape(
        "title-block", ("title-block",), plan.blueprint.name, *scene.title,
        fill="none", stroke="none", outline="none", labels=words, parts=parts,
    )  # fmt: skip


def _phases(plan: Plan, scene: Scene) -> Iterator[Shape]:
    theme, words = plan.look.theme, plan.look.words
    for phase, box in zip(plan.phases, scene.phases, strict=True):
        texts, _ = _texts(phase.text, box, Colors(theme.text, theme.quiet), theme, middle=True)
        yield Shape(
            f"phase:{phase.key}", ("phase",), f"{words.phase}{words.colon}{phase.name}", *box,
            fill=theme.phase, stroke=theme.outline or theme.phase, labels=texts,
        )  # fmt: skip


def _bands(plan: Plan, scene: Scene) -> Iterator[Shape]:
    """A band for each lane, with a stripe in its role's colour."""
    theme = plan.look.theme
    for number, (lane, key) in enumerate(
        zip(plan.blueprint.lanes, plan.keys.lane_keys, strict=True)
    ):
        look = lane_look(theme, lane.role, lane.color)
        colors = Colors(theme.text, theme.quiet)
        name = _name(plan.lanes[number], scene.lane_names[number], colors, theme)
        yield Shape(
            f"lane:{key}", ("lane", f"role-{lane.role}"),
            f"{lane.name} ({plan.look.words.roles[lane.role]})", *scene.lanes[number],
            fill=look.band, stroke=theme.outline or look.band, parts=(name,),
        )  # fmt: skip
        yield Shape(
            f"lane-stripe:{key}", ("lane-stripe", f"role-{lane.role}"), "", *scene.stripes[number],
            fill=look.edge, stroke=look.edge,
        )  # fmt: skip


def _name(text: Block, box: Box, colors: Colors, theme: Theme) -> Shape:
    """What a lane or strip is called, in its own box."""
    texts, _ = _texts(text, box, colors, theme)
    return Shape(
        "", ("name",), "", *box, fill="none", stroke="none", outline="none", labels=texts
    )  # fmt: skip


def _line_names(plan: Plan, scene: Scene) -> Iterator[Shape]:
    theme = plan.look.theme
    for drawn in scene.lines:
        upright = plan.look.direction == "tb"
        texts, _ = _texts(
            drawn.text, drawn.name, Colors(theme.text, theme.quiet), theme, middle=upright
        )
        yield Shape(
            f"line-name:{drawn.line.name}", ("line-name", drawn.line.name), "", *drawn.name,
            fill="none", stroke="none", outline="none", labels=texts,
        )  # fmt: skip


def _strips(plan: Plan, scene: Scene) -> Iterator[Shape]:
    theme = plan.look.theme
    for drawn in scene.strips:
        name = _name(drawn.title, drawn.name, Colors(theme.text, theme.quiet), theme)
        yield Shape(
            drawn.strip.key, (drawn.strip.key,), drawn.strip.title, *drawn.box,
            fill=theme.strip, stroke=theme.outline or theme.strip,
            parts=(name, *(_curve(plan, drawn) if drawn.points else ()), *_cells(plan, drawn)),
        )  # fmt: skip


def _curve(plan: Plan, drawn: DrawnStrip) -> Parts:
    return curve(drawn, [step.name for step in plan.blueprint.steps], plan.look)


def _cells(plan: Plan, drawn: DrawnStrip) -> Iterator[Shape]:
    theme = plan.look.theme
    names = (step.name for step in plan.blueprint.steps)
    middle = plan.look.direction == "lr" and drawn.strip.key != "times"
    for name, text, box in zip(names, drawn.strip.cells, drawn.cells, strict=True):
        if text.height:
            texts, parts = _texts(text, box, Colors(theme.text, theme.text), theme, middle=middle)
            yield Shape(
                "", ("cell",), name, *box, fill="none", stroke="none", outline="none",
                labels=texts, parts=parts,
            )  # fmt: skip


def _steps(plan: Plan, scene: Scene) -> Iterator[Shape]:
    """A header for each step; those that act are cards."""
    theme, words = plan.look.theme, plan.look.words
    colors = Colors(theme.header_text, theme.header_quiet)
    for step, key, text, box in zip(
        plan.blueprint.steps, plan.keys.step_keys, plan.steps, scene.steps, strict=True
    ):
        texts, parts = _texts(text, box, colors, theme, middle=True)
        yield Shape(
            f"step:{key}", ("step",), f"{words.step}{words.colon}{step.name}", *box,
            fill=theme.header, stroke=theme.outline or theme.header, outline="rounded",
            labels=texts, parts=parts, href=plan.look.addresses.get(key, ""),
        )  # fmt: skip


def _cards(plan: Plan, places: Places) -> Iterator[Shape]:
    theme = plan.look.theme
    lanes, steps = plan.blueprint.lanes, plan.blueprint.steps
    looks = [lane_look(theme, lane.role, lane.color) for lane in lanes]
    first = len(steps) if plan.acting else 0
    for placed, card, box in zip(
        plan.keys.actions, plan.cards[first:], places.cards[first:], strict=True
    ):
        lane = lanes[placed.lane]
        inner = box._replace(x=box.x + sizes.CARD_PAD, width=plan.widths.card_text)
        texts, parts = _texts(card.text, inner, Colors(theme.text, theme.quiet), theme)
        yield Shape(
            f"action:{card.key}", ("action", f"role-{lane.role}"),
            f"{steps[placed.step].name}, {lane.name}: {placed.action.name}", *box,
            fill=theme.card, stroke=looks[placed.lane].edge, stroke_width=theme.edge_width,
            outline="rounded",
            labels=texts, parts=parts, href=plan.look.addresses.get(card.key, ""),
        )  # fmt: skip


def _rules(plan: Plan, scene: Scene) -> Iterator[Path]:
    for ends in scene.rules:
        yield Path("", ("rule",), "", ends, plan.look.theme.frame, 0.75)


def _lines(plan: Plan, scene: Scene) -> Iterator[Path]:
    for drawn in scene.lines:
        line = drawn.line
        yield Path(
            f"line:{line.name}", ("line", line.name), plan.look.words.lines[line.name],
            (drawn.start, drawn.end), plan.look.theme.divider, line.width, line.dash,
        )  # fmt: skip


def _backward(plan: Plan) -> list[bool]:
    """Whether each arrow runs against the order of steps: a trigger of something earlier."""
    steps = plan.step_of
    return [
        arrow.kind == "triggers" and steps[arrow.end] < steps[arrow.start] for arrow in plan.arrows
    ]


def _arrows(plan: Plan, places: Places, backward: Sequence[bool]) -> Iterator[Path]:
    names = {placed.key: placed.action.name for placed in plan.keys.actions}
    names |= zip(plan.keys.step_keys, (step.name for step in plan.blueprint.steps), strict=True)
    first = len(plan.steps) if plan.acting else 0
    shapes = {
        card.key: f"step:{card.key}" if number < first else f"action:{card.key}"
        for number, card in enumerate(plan.cards)
    }
    for arrow, way, wire, back in zip(plan.arrows, places.ways, plan.wires, backward, strict=True):
        look = plan.look.theme.links[arrow.kind]
        kind = arrow.kind.replace("_", "-")
        sentence = plan.look.words.joined[arrow.kind].format(names[arrow.start], names[arrow.end])
        if wire.label:
            sentence += plan.look.words.aside.format(wire.label.paragraphs[0].note.text)
        yield Path(
            arrow.id, ("link", kind, "back") if back else ("link", kind), sentence, way.points,
            look.color, look.width, look.dash, look.head, "ring" if back else look.tail,
            start=shapes[arrow.start], end=shapes[arrow.end], hops=way.hops,
            trunk=f"trunk-{way.trunk}" if way.trunk >= 0 else "",
            parts=_link_label(wire.label, way, plan.look.theme),
        )  # fmt: skip


def _link_label(text: Block | None, way: Way, theme: Theme) -> tuple[Shape, ...]:
    if text is None or way.label is None:
        return ()
    words, _ = _texts(text, way.label, Colors(theme.text, theme.text), theme)
    return (
        Shape(
            "",
            ("link-label",),
            "",
            *way.label,
            fill="none",
            stroke="none",
            outline="none",
            labels=words,
        ),
    )

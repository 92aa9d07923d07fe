"""All that is to be drawn, with its texts broken into lines, before anything has a place."""

from collections.abc import Mapping, Sequence
from itertools import count, groupby
from typing import NamedTuple

from blueprint_cli.layout import sizes
from blueprint_cli.layout.blocks import Block, Note, block
from blueprint_cli.layout.details import (
    action_details,
    blueprint_details,
    comments,
    lane_details,
    link_text,
    step_details,
)
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.lines import Line, lines_above
from blueprint_cli.layout.links import Arrow, has_customer, implied_arrows, written_arrows
from blueprint_cli.layout.marks import all_marks, marks, step_marks
from blueprint_cli.layout.strips import Strip, narrowed, strips_after, strips_before
from blueprint_cli.layout.widths import Widths, find_widths
from blueprint_cli.layout.wires import Wire
from blueprint_cli.look import Look
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index, Joined

_LEAST_TITLE_WIDTH = 520


class Phase(NamedTuple):
    """A phase's id and name, its first and last step, and its name broken to fit over them."""

    key: str
    name: str
    first: int
    last: int
    text: Block


class Plan(NamedTuple):
    """The texts and arrows of one picture; `steps` and `lanes` stand in the file's order.

    `acting`: no lane is the customer's, so the steps are the customer's actions, and are cards.
    `strips` stand before the lanes, `closing` behind them.
    """

    blueprint: Blueprint
    keys: Index
    look: Look
    widths: Widths
    acting: bool
    title: Block
    lanes: Sequence[Block]
    steps: Sequence[Block]
    cards: Sequence[Card]
    arrows: Sequence[Arrow]
    wires: Sequence[Wire]
    phases: Sequence[Phase]
    strips: Sequence[Strip]
    closing: Sequence[Strip]

    @property
    def step_of(self) -> Mapping[str, int]:
        """The step of every card, by its key."""
        steps = dict(zip(self.keys.step_keys, count(), strict=False))
        return steps | {placed.key: placed.step for placed in self.keys.actions}

    @property
    def lines(self) -> list[list[Line]]:
        """The lines above each lane."""
        return lines_above([lane.role for lane in self.blueprint.lanes])


def plan(blueprint: Blueprint, index: Index, look: Look) -> Plan:
    """What a blueprint's picture holds."""
    widths = find_widths(blueprint, index)
    acting = not has_customer(blueprint)
    steps = _step_blocks(blueprint, index, look, widths)
    cards = _cards(index, look, widths, steps if acting else ())
    arrows = _arrows(blueprint, index, look)
    across = look.direction == "lr"
    cell = widths.card if across else sizes.STRIP
    strips = strips_before(blueprint, index, look, cell)
    closing = strips_after(blueprint, index, look, cell)
    if not across:
        strips, closing = tuple(map(narrowed, strips)), tuple(map(narrowed, closing))
    return Plan(
        blueprint=blueprint,
        keys=index,
        look=look,
        widths=widths,
        acting=acting,
        title=_title(blueprint, look, widths),
        lanes=tuple(
            block(
                lane.name,
                (*comments(f"lane:{key}", look), *lane_details(lane, look)),
                widths.lane_text if across else widths.card_text,
                sizes.LANE_TEXT,
                bold=True,
            )
            for key, lane in zip(index.lane_keys, blueprint.lanes, strict=True)
        ),
        steps=steps,
        cards=cards,
        arrows=arrows,
        wires=_wires(cards, arrows, index, look),
        phases=_phases(blueprint, index, widths.card, look) if "phases" in look.shown else [],
        strips=strips,
        closing=closing,
    )


def below_title(plan: Plan) -> int:
    """Where the picture goes on below its title."""
    title = plan.title.height
    return sizes.MARGIN + (sizes.on_grid(title) + 2 * sizes.GRID if title else 0)


def _arrows(blueprint: Blueprint, index: Index, look: Look) -> tuple[Arrow, ...]:
    if "links" not in look.shown:
        return ()
    if index.links or not look.implied:
        return written_arrows(index)
    return implied_arrows(blueprint, index)


def _title(blueprint: Blueprint, look: Look, widths: Widths) -> Block:
    if "title" not in look.shown:
        return block("", look.remarks, _LEAST_TITLE_WIDTH, sizes.QUIET_TEXT)
    columns = blueprint.steps if look.direction == "lr" else blueprint.lanes
    across = len(columns) * (widths.card + sizes.GUTTER)
    width = max(_LEAST_TITLE_WIDTH, widths.lane + across)
    details = blueprint_details(blueprint, look)
    return block(blueprint.name, details, width, sizes.TITLE_TEXT, bold=True)


def _step_blocks(
    blueprint: Blueprint, index: Index, look: Look, widths: Widths
) -> tuple[Block, ...]:
    """Each step's name, its marks, and how many marks its actions have."""
    below: list[list[Note]] = [[] for _ in blueprint.steps]
    for placed in index.actions:
        below[placed.step] += all_marks(placed.action, look.words)
    return tuple(
        block(
            step.name,
            (
                *comments(key, look),
                *step_details(step, look),
                *step_marks(step, at_step, look),
            ),
            widths.card_text,
            sizes.STEP_TEXT,
            bold=True,
        )
        for key, step, at_step in zip(index.step_keys, blueprint.steps, below, strict=True)
    )


def _cards(index: Index, look: Look, widths: Widths, steps: Sequence[Block]) -> list[Card]:
    """The cards of `steps` that act, and then those of the actions."""
    across = look.direction == "lr"
    cards = [
        Card(key, number, 0, 0, text) if across else Card(key, 0, number + 1, 0, text)
        for number, (key, text) in enumerate(zip(index.step_keys, steps, strict=False))
    ]
    texts = _action_blocks(index, look, widths)
    for placed, text in zip(index.actions, texts, strict=True):
        column, row = placed.step, placed.lane + 1
        if not across:
            column, row = placed.lane + bool(steps), placed.step + 1
        cards.append(Card(placed.key, column, row, placed.place, text))
    return cards


def _action_blocks(index: Index, look: Look, widths: Widths) -> list[Block]:
    names = {key: resource.name for key, resource in index.resources.items()}
    links: dict[str, list[Joined]] = {}
    for joined in index.links:
        links.setdefault(joined.start, []).append(joined)
    return [
        block(
            placed.action.name,
            (
                *comments(placed.key, look),
                *action_details(placed.action, links.get(placed.key, ()), names, look),
                *marks(placed.action, look),
            ),
            widths.card_text,
            sizes.CARD_TEXT,
        )
        for placed in index.actions
    ]


def _wires(
    cards: Sequence[Card], arrows: Sequence[Arrow], index: Index, look: Look
) -> tuple[Wire, ...]:
    numbers = {card.key: number for number, card in enumerate(cards)}
    texts: Mapping[Arrow, str] = {}
    if "labels" in look.shown:
        texts = {
            arrow: link_text(joined, look.words)
            for arrow, joined in zip(
                arrows, (each for each in index.links if not each.external), strict=False
            )
            if arrow.kind != "implied"
        }
    return tuple(
        Wire(numbers[arrow.start], numbers[arrow.end], arrow.kind, _label(texts.get(arrow, "")))
        for arrow in arrows
    )


def _label(text: str) -> Block | None:
    """As wide as its widest line."""
    if not text:
        return None
    broken = block("", (text,), sizes.LABEL, sizes.QUIET_TEXT)
    return broken._replace(width=broken.widest)


def _phases(blueprint: Blueprint, index: Index, card: int, look: Look) -> list[Phase]:
    """The phases' headers along cards of the width `card`; adjoining steps share one."""
    made: list[Phase] = []
    for key, members in groupby(range(len(blueprint.steps)), index.phase_keys.__getitem__):
        numbers = list(members)
        first, last = numbers[0], numbers[-1]
        if name := blueprint.steps[first].phase:
            # broken for the narrowest gutters, so that it fits whatever they become
            width = (last - first + 1) * (card + sizes.GUTTER) - sizes.GUTTER - 2 * sizes.CARD_PAD
            if look.direction == "tb":
                width = sizes.PHASE - 2 * sizes.GRID
            text = block(name, (), width, sizes.STEP_TEXT, bold=True)
            made.append(Phase(key, name, first, last, text))
    return made

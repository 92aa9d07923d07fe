"""Where everything in a picture stands: from a blueprint to a `Drawing`.

The journey: which cards and arrows there are (`grid`, `links`, `wires`), each arrow's way
(`routes`), ends (`ports`) and tracks (`tracks`), coordinates (`places`), last the look (`paint`).
"""

from blueprint_cli.drawing import Drawing
from blueprint_cli.layout import sizes
from blueprint_cli.layout.blocks import Block, block
from blueprint_cli.layout.details import (
    action_details,
    blueprint_details,
    lane_details,
    step_details,
)
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.links import Arrow, has_customer, implied_arrows, written_arrows
from blueprint_cli.layout.paint import paint
from blueprint_cli.layout.places import place
from blueprint_cli.layout.plan import Plan, frame, phases
from blueprint_cli.layout.widths import Widths, find_widths
from blueprint_cli.layout.wires import Wire
from blueprint_cli.look import PLAIN, Look
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index, Joined

_LEAST_TITLE_WIDTH = 520


def lay_out(blueprint: Blueprint, index: Index, look: Look = PLAIN) -> Drawing:
    """Place, route and colour a blueprint whose references hold."""
    widths = find_widths(blueprint, index)
    steps = _step_blocks(blueprint, widths)
    cards = _cards(blueprint, index, steps, widths)
    arrows = _arrows(blueprint, index, implied=look.implied)
    numbers = {card.key: number for number, card in enumerate(cards)}
    wires = [Wire(numbers[arrow.start], numbers[arrow.end], arrow.kind) for arrow in arrows]
    plan = Plan(
        blueprint=blueprint,
        keys=index,
        widths=widths,
        title=_title(blueprint, widths),
        lanes=tuple(
            block(lane.name, lane_details(lane), widths.lane_text, sizes.LANE_TEXT, bold=True)
            for lane in blueprint.lanes
        ),
        steps=steps,
        cards=cards,
        arrows=arrows,
        phases=phases(blueprint, widths.card),
    )
    return paint(plan, place(cards, wires, frame(plan)), look.theme)


def _arrows(blueprint: Blueprint, index: Index, *, implied: bool) -> tuple[Arrow, ...]:
    if index.links or not implied:
        return written_arrows(index)
    return implied_arrows(blueprint, index)


def _title(blueprint: Blueprint, widths: Widths) -> Block:
    across = len(blueprint.steps) * (widths.card + sizes.GUTTER)
    width = max(_LEAST_TITLE_WIDTH, widths.lane + across)
    return block(blueprint.name, blueprint_details(blueprint), width, sizes.TITLE_TEXT, bold=True)


def _step_blocks(blueprint: Blueprint, widths: Widths) -> tuple[Block, ...]:
    return tuple(
        block(step.name, step_details(step), widths.card_text, sizes.STEP_TEXT, bold=True)
        for step in blueprint.steps
    )


def _cards(
    blueprint: Blueprint, index: Index, steps: tuple[Block, ...], widths: Widths
) -> list[Card]:
    """The actions' cards, and before them the steps' where these are the customer's actions."""
    cards: list[Card] = []
    if not has_customer(blueprint):
        keys = index.step_keys
        cards += (Card(keys[n], n, 0, 0, text) for n, text in enumerate(steps))
    names = {placed.key: placed.action.name for placed in index.actions}
    resources = {key: resource.name for key, resource in index.resources.items()}
    links: dict[str, list[Joined]] = {}
    for joined in index.links:
        links.setdefault(joined.start, []).append(joined)
    for placed in index.actions:
        details = action_details(placed.action, links.get(placed.key, ()), names, resources)
        text = block(placed.action.name, details, widths.card_text, sizes.CARD_TEXT)
        cards.append(Card(placed.key, placed.step, placed.lane + 1, placed.place, text))
    return cards

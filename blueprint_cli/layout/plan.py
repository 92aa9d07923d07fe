"""All that is to be drawn, with its texts broken into lines, before anything has a place."""

from collections.abc import Iterator, Sequence
from itertools import chain, count, groupby
from typing import NamedTuple

from blueprint_cli.kinds import slug
from blueprint_cli.layout import sizes
from blueprint_cli.layout.blocks import Block, block
from blueprint_cli.layout.grid import Card
from blueprint_cli.layout.heights import Frame
from blueprint_cli.layout.lines import Line, lines_above
from blueprint_cli.layout.links import Arrow, has_customer
from blueprint_cli.layout.widths import Widths
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index


class Phase(NamedTuple):
    """A phase's id and name, its first and last step, and its name broken to fit over them."""

    key: str
    name: str
    first: int
    last: int
    text: Block


class Plan(NamedTuple):
    """The texts and arrows of one picture; `steps` and `lanes` stand in the file's order."""

    blueprint: Blueprint
    keys: Index
    widths: Widths
    title: Block
    lanes: Sequence[Block]
    steps: Sequence[Block]
    cards: Sequence[Card]
    arrows: Sequence[Arrow]
    phases: Sequence[Phase]

    @property
    def lines(self) -> list[list[Line]]:
        """The lines above each lane."""
        return lines_above([lane.role for lane in self.blueprint.lanes])

    def line_heights(self, rows: Sequence[tuple[float, float]]) -> Iterator[tuple[Line, float]]:
        """Each line with its y, given the top and bottom of all rows."""
        for lines, (top, _) in zip(self.lines, rows[1:], strict=True):
            for number, line in enumerate(lines):
                yield line, top - sizes.DIVIDER * (len(lines) - number - 0.5)

    @property
    def phase_height(self) -> int:
        """The height of all phase headers, 0 where there are none."""
        heights = [sizes.on_grid(phase.text.height + sizes.GRID) for phase in self.phases]
        return max(heights, default=0)


def phases(blueprint: Blueprint, card: int) -> list[Phase]:
    """The phases' headers over columns of the width `card`; adjoining steps share one."""
    made: list[Phase] = []
    taken: set[str] = set()
    for name, members in groupby(enumerate(blueprint.steps), lambda each: each[1].phase):
        numbers = [number for number, _ in members]
        if name:
            key = _unused(slug(name) or f"phase-{len(made) + 1}", taken)
            made.append(_phase(key, name, (numbers[0], numbers[-1]), card))
    return made


def _unused(key: str, taken: set[str]) -> str:
    keys = chain((key,), (f"{key}-{number}" for number in count(2)))
    free = next(each for each in keys if each not in taken)
    taken.add(free)
    return free


def _phase(key: str, name: str, steps: tuple[int, int], card: int) -> Phase:
    """Broken for the narrowest gutters, so that the text fits whatever they become."""
    first, last = steps
    width = (last - first + 1) * (card + sizes.GUTTER) - sizes.GUTTER - 2 * sizes.CARD_PAD
    return Phase(key, name, first, last, block(name, (), width, sizes.STEP_TEXT, bold=True))


def frame(plan: Plan) -> Frame:
    """What the picture keeps free around the cards."""
    phase = plan.phase_height + sizes.ROW_GAP if plan.phase_height else 0
    return Frame(
        left=sizes.MARGIN + plan.widths.lane,
        top=sizes.MARGIN + sizes.on_grid(plan.title.height) + 2 * sizes.GRID + phase,
        columns=len(plan.steps),
        card=plan.widths.card,
        above=(0, *_above_lanes(plan)),
        before=(0,) * (len(plan.steps) + 1),
        least=(_header_height(plan), *(_lane_height(text) for text in plan.lanes)),
    )


def _above_lanes(plan: Plan) -> list[int]:
    gaps = [sizes.DIVIDER * len(lines) or sizes.ROW_GAP for lines in plan.lines]
    gaps[0] = max(gaps[0], sizes.HEADER_GAP)
    return gaps


def _header_height(plan: Plan) -> int:
    """Steps that act are cards, and make their own height."""
    if not has_customer(plan.blueprint):
        return 0
    text = max(step.height for step in plan.steps)
    return sizes.on_grid(text + 2 * sizes.HEADER_PAD)


def _lane_height(text: Block) -> int:
    return max(sizes.LANE_HEIGHT, sizes.on_grid(text.height + 2 * sizes.CARD_PAD))

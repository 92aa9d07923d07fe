"""Which arrows a picture shows: those that the file writes, or else the plain reading order."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index, Placed


class Arrow(NamedTuple):
    """An arrow from one card to another; a card is called by its element's key."""

    kind: str
    start: str
    end: str
    number: int = 1
    """The how-manyth arrow of its kind between the two."""

    @property
    def id(self) -> str:
        """The id that docs/svg.md promises."""
        again = f"-{self.number}" if self.number > 1 else ""
        return f"link:{self.kind.replace('_', '-')}:{self.start}:{self.end}{again}"


def has_customer(blueprint: Blueprint) -> bool:
    """Whether customers act in a lane; else the steps themselves are the customer's actions."""
    return any(lane.role == "customer" for lane in blueprint.lanes)


def written_arrows(index: Index) -> tuple[Arrow, ...]:
    """The links whose two ends are in the picture, in the file's order."""
    seen: dict[tuple[str, str, str], int] = {}
    arrows = []
    for joined in index.links:
        if joined.external:
            continue
        key = (joined.kind, joined.start, joined.end)
        seen[key] = seen.get(key, 0) + 1
        arrows.append(Arrow(*key, seen[key]))
    return tuple(arrows)


def implied_arrows(blueprint: Blueprint, index: Index) -> tuple[Arrow, ...]:
    """The plain reading order: along the customer's actions, and down each step from lane to lane.

    Physical evidence is shown to the customer and does nothing, so it takes no part.
    """
    cells = _cells(blueprint, index)
    return tuple(Arrow("implied", start, end) for start, end in _reading(blueprint, index, cells))


def _cells(blueprint: Blueprint, index: Index) -> list[dict[int, list[Placed]]]:
    cells: list[dict[int, list[Placed]]] = [{} for _ in blueprint.steps]
    for placed in index.actions:
        cells[placed.step].setdefault(placed.lane, []).append(placed)
    return cells


def _reading(
    blueprint: Blueprint, index: Index, cells: list[dict[int, list[Placed]]]
) -> Iterator[tuple[str, str]]:
    steps_act = not has_customer(blueprint)
    if steps_act:
        yield from pairwise(index.step_keys)
    for number, lane in enumerate(blueprint.lanes):
        if lane.role == "customer":
            along = [cell[number] for cell in cells if number in cell]
            yield from ((one[-1].key, two[0].key) for one, two in pairwise(along))
    acting = [number for number, lane in enumerate(blueprint.lanes) if lane.role != "evidence"]
    for step, cell in zip(index.step_keys, cells, strict=True):
        down = [cell[number] for number in acting if number in cell]
        if steps_act and down:
            yield step, down[0][0].key
        yield from ((one[-1].key, two[0].key) for one, two in pairwise(down))

"""Which arrows of one card run together on a trunk until their ways part."""

from collections.abc import Sequence

from blueprint_cli.layout.routes import Route
from blueprint_cli.layout.wires import Wire

_ENOUGH = 3
"""So many arrows are easier to follow on one trunk; two only where they go far together."""


def together(wires: Sequence[Wire]) -> list[int]:
    """For each wire the first of those that could share a trunk with it, -1 where they are few.

    These are arrows of one card, of one kind and with one label. What two cards agree on has a head
    at both ends and goes alone.
    """
    groups: dict[object, list[int]] = {}
    for number, wire in enumerate(wires):
        if wire.kind != "agrees_with":
            said = wire.label and tuple(each.lines for each in wire.label.paragraphs)
            groups.setdefault((wire.start, wire.kind, said), []).append(number)
    first = [-1] * len(wires)
    for numbers in groups.values():
        if len(numbers) > 1:
            for number in numbers:
                first[number] = numbers[0]
    return first


def bundle(company: Sequence[int], routes: Sequence[Route]) -> list[Route]:
    """The routes, those of a trunk marked with the number of its first.

    `company` is what `together` tells; those that leave by one gutter share a trunk.
    """
    groups: dict[tuple[int, str, int], list[int]] = {}
    for number, (first, route) in enumerate(zip(company, routes, strict=True)):
        if first >= 0 and route.way in {"gutter", "channel"}:
            groups.setdefault((first, route.start_side, route.gutter), []).append(number)
    bundled = list(routes)
    for numbers in groups.values():
        channels = {routes[number].channel for number in numbers}
        far = len(numbers) > 1 and len(channels) == 1 and channels != {-1}
        if len(numbers) >= _ENOUGH or far:
            for number in numbers:
                bundled[number] = routes[number]._replace(trunk=numbers[0])
    return bundled

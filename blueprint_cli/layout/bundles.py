"""Which arrows of one card run together on a trunk until their ways part."""

from collections.abc import Sequence

from blueprint_cli.layout.routes import Route
from blueprint_cli.layout.wires import Wire

_ENOUGH = 3
"""So many arrows are easier to follow on one trunk; two only where they go far together."""


def bundle(wires: Sequence[Wire], routes: Sequence[Route]) -> list[Route]:
    """The routes, those of a trunk marked with the number of its first.

    Together go arrows of one kind and with one label that leave a card by the same gutter. What
    two cards agree on has a head at both ends and goes alone.
    """
    groups: dict[object, list[int]] = {}
    for number, (wire, route) in enumerate(zip(wires, routes, strict=True)):
        if route.way in {"gutter", "channel"} and wire.kind != "agrees_with":
            said = wire.label and tuple(each.lines for each in wire.label.paragraphs)
            key = (route.start, wire.kind, said, route.start_side, route.gutter)
            groups.setdefault(key, []).append(number)
    bundled = list(routes)
    for numbers in groups.values():
        channels = {routes[number].channel for number in numbers}
        far = len(numbers) > 1 and len(channels) == 1 and channels != {-1}
        if len(numbers) >= _ENOUGH or far:
            for number in numbers:
                bundled[number] = routes[number]._replace(trunk=numbers[0])
    return bundled

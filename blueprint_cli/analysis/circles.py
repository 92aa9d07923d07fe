"""What leads round in circles: the groups of a graph whose members all lead to each other."""

from collections.abc import Iterator, Mapping, Sequence


def circles(onward: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The groups of a graph, those first from which nothing leads on to a group not yet told.

    Every node is in one group, mostly alone. `onward` holds every node with those it leads to. The
    time grows with nodes and edges (H. N. Gabow, "Path-based depth-first search for strong and
    biconnected components", Information Processing Letters 74, 2000).
    """
    numbers: dict[str, int] = {}
    grouped: set[str] = set()
    for start in onward:
        if start not in numbers:
            yield from _below(start, onward, numbers, grouped)


def _below(
    start: str, onward: Mapping[str, Sequence[str]], numbers: dict[str, int], grouped: set[str]
) -> Iterator[tuple[str, ...]]:
    """The groups that are reached from a node and were not before."""
    way: list[tuple[str, Iterator[str]]] = []
    waiting: list[str] = []
    heads: list[str] = []
    new: str | None = start
    while new is not None or way:
        if new is not None:
            numbers[new] = len(numbers)
            waiting.append(new)
            heads.append(new)
            way.append((new, iter(onward[new])))
        node, ahead = way[-1]
        new = next(_unseen(ahead, numbers, grouped, heads), None)
        if new is None:
            way.pop()
            if heads[-1] == node:
                heads.pop()
                yield _taken(waiting, node, grouped)


def _unseen(
    ahead: Iterator[str], numbers: Mapping[str, int], grouped: set[str], heads: list[str]
) -> Iterator[str]:
    """The nodes ahead that are new; one met again closes a circle with all heads behind it."""
    for each in ahead:
        if each not in numbers:
            yield each
        elif each not in grouped:
            while numbers[heads[-1]] > numbers[each]:
                heads.pop()


def _taken(waiting: list[str], first: str, grouped: set[str]) -> tuple[str, ...]:
    """The group that ends with the node by which it was reached."""
    group = [waiting.pop()]
    while group[-1] != first:
        group.append(waiting.pop())
    grouped.update(group)
    return tuple(group)

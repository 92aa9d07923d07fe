"""A text as YAML sees it: texts, lists and mappings, each with its place."""

from collections.abc import Sequence
from typing import NamedTuple

from blueprint_cli.record import Where
from blueprint_cli.source import Span


class Text(NamedTuple):
    """A scalar; `style` is the quote or `|` or `>` it is written with, "" for a plain one."""

    value: str
    start: int
    end: int
    style: str


class Items(NamedTuple):
    """A list; `style` is `[`, or `-` if it has a line for each item."""

    value: Sequence["Node"]
    start: int
    end: int
    style: str


class Pairs(NamedTuple):
    """A mapping; `style` is `{`, or `:` if it has a line for each key."""

    value: Sequence[tuple["Node", "Node"]]
    start: int
    end: int
    style: str


Node = Text | Items | Pairs


class Written(Where):
    """The place of what is read from a node."""

    __slots__ = ("_node",)

    def __init__(self, node: Node) -> None:
        self._node = node

    @property
    def span(self) -> Span:
        """From the first character of the node to its last."""
        return Span(self._node.start, self._node.end)

    @property
    def places(self) -> dict[str, Span]:
        """The values of a mapping, by key; nothing for another node."""
        if not isinstance(self._node, Pairs):
            return {}
        return {str(word.value): Span(value.start, value.end) for word, value in self._node.value}

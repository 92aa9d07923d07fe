"""A text as YAML sees it: texts, lists and mappings, each with its place.

`start` and `end` are offsets in the text. Every node is a `Where`, so that a record can keep its
node and look a place up only when somebody asks.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from blueprint_cli.source import Span


class Text(NamedTuple):
    """A scalar; `style` is the quote or `|` or `>` it is written with, "" for a plain one.

    Where aliases are kept as they are written, `*` is the style of one.
    """

    value: str
    start: int
    end: int
    style: str

    @property
    def span(self) -> Span:
        """From its first character, behind an anchor, to its last."""
        return Span(self.start, self.end)

    @property
    def places(self) -> Mapping[str, Span]:
        """A text has no keys."""
        return {}


class Items(NamedTuple):
    """A list; `style` is `[`, or `-` if it has a line for each item."""

    value: Sequence["Node"]
    start: int
    end: int
    style: str

    @property
    def span(self) -> Span:
        """From its first character, behind an anchor, to its last."""
        return Span(self.start, self.end)

    @property
    def places(self) -> Mapping[str, Span]:
        """A list has no keys."""
        return {}


class Pairs(NamedTuple):
    """A mapping; `style` is `{`, or `:` if it has a line for each key."""

    value: Sequence[tuple["Node", "Node"]]
    start: int
    end: int
    style: str

    @property
    def span(self) -> Span:
        """From its first character, behind an anchor, to its last."""
        return Span(self.start, self.end)

    @property
    def places(self) -> Mapping[str, Span]:
        """Where the values stand, by key."""
        return {str(word.value): value.span for word, value in self.value}


Node = Text | Items | Pairs

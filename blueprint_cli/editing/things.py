"""The parts of a text that comments can be about: items of lists, and keys with their values."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.reading.nodes import Items, Node, Pairs
from blueprint_cli.source import Span


class Thing(NamedTuple):
    """An item or a pair from its first character to its last; a dash belongs to neither."""

    start: int
    end: int
    item: bool


class Things:
    """All items and pairs of a text, by where they begin."""

    def __init__(self, text: str, root: Node) -> None:
        self._text = text
        self._sorted = sorted(set(_things(root)), key=lambda each: (each.start, -each.end))

    def below(self, offset: int) -> Span | None:
        """What begins on the first line behind `offset` that holds more than a comment."""
        at = self._content(offset)
        if at is None:
            return None
        dash = self._text[at : at + 2] in {"- ", "-\n", "-\r", "-\t"}
        place = bisect_left(self._sorted, (at,), key=lambda each: (each.start,))
        for each in self._sorted[place:]:
            if each.item or not dash:
                return Span(at, each.end)
        return None

    def _content(self, offset: int) -> int | None:
        """Where the first line begins that is neither empty nor a comment, behind its spaces."""
        text, at = self._text, offset
        while at < len(text):
            if text[at] == "#":
                ends = (text.find("\n", at), text.find("\r", at))
                at = min((end for end in ends if end >= 0), default=len(text))
            elif not text[at].isspace():
                return at
            else:
                at += 1
        return None


def _things(root: Node) -> Iterator[Thing]:
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Items):
            for item in node.value:
                yield Thing(item.start, item.end, item=True)
                stack.append(item)
        elif isinstance(node, Pairs):
            for key, value in node.value:
                yield Thing(key.start, max(key.end, value.end), item=False)
                stack += (key, value)

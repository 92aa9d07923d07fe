"""Proof that edits of a text change what they are meant to, and nothing else in it.

Every edit of a user's file is proved before it is written: all texts outside of the edits stand
where they stood, in lists and mappings of the same shape, and every comment stands by its element.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from blueprint_cli.editing.comments import Comment, comments
from blueprint_cli.editing.things import Things
from blueprint_cli.reading.nodes import Items, Node, Pairs, Text
from blueprint_cli.source import Edit, Source, Span


class Leaf(NamedTuple):
    """A text or an empty list or mapping, and what it stands in from the outside in.

    `way` has a sign for each list and mapping: `[`, `{` before a key, `:` before a value.
    """

    start: int
    end: int
    value: str
    way: str


class Moved:
    """Where places of a text are after some edits of it."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = sorted(edits)
        self._ends = [edit.span.end for edit in self._edits]
        self._shifts = [0]
        for edit in self._edits:
            grown = len(edit.text) - (edit.span.end - edit.span.start)
            self._shifts.append(self._shifts[-1] + grown)

    def __call__(self, offset: int) -> int:
        """The new offset of a character that no edit replaces."""
        return offset + self._shifts[bisect_right(self._ends, offset)]

    def touches(self, span: Span) -> bool:
        """Whether an edit replaces some of this."""
        return any(
            edit.span.start < span.end and span.start < edit.span.end for edit in self._edits
        )

    def written(self) -> list[Span]:
        """The places of the new texts."""
        starts = [
            edit.span.start + shift for edit, shift in zip(self._edits, self._shifts, strict=False)
        ]
        return [
            Span(start, start + len(edit.text))
            for start, edit in zip(starts, self._edits, strict=True)
        ]


def kept(before: Source, old: Node, after: Source, new: Node, edits: Sequence[Edit]) -> bool:
    """Whether `after`, which is `before` with these edits, says the same outside of them."""
    moved = Moved(edits)
    return _texts_kept(before, old, after, new, moved) and _comments_kept(
        before, old, after, new, moved
    )


def _texts_kept(before: Source, old: Node, after: Source, new: Node, moved: Moved) -> bool:
    stayed = [
        leaf._replace(start=moved(leaf.start), end=0)
        for leaf in _leaves(before.text, old)
        if not moved.touches(Span(leaf.start, leaf.end))
    ]
    written = moved.written()
    found = [
        leaf._replace(end=0)
        for leaf in _leaves(after.text, new)
        if not _inside(leaf.start, written)
    ]
    return stayed == found


def _inside(offset: int, spans: Sequence[Span]) -> bool:
    place = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return place >= 0 and offset < spans[place].end


def _leaves(text: str, root: Node) -> Iterator[Leaf]:
    """All texts in their order; an alias is its own name, whatever it stands for."""
    stack: list[tuple[Node, str]] = [(root, "")]
    while stack:
        node, way = stack.pop()
        inside = [
            (child, way + sign)
            for child, sign in _children(node)
            if node.start <= child.start and child.end <= node.end
        ]
        if text.startswith("*", node.start):
            yield Leaf(node.start, node.end, text[node.start : node.end], way)
        elif isinstance(node, Text) or not inside:
            value = node.value if isinstance(node, Text) else node.style
            yield Leaf(node.start, node.end, value, way)
        stack += reversed(inside)


def _children(node: Node) -> Iterator[tuple[Node, str]]:
    if isinstance(node, Items):
        yield from ((item, "[") for item in node.value)
    elif isinstance(node, Pairs):
        for key, value in node.value:
            yield key, "{"
            yield value, ":"


def _comments_kept(before: Source, old: Node, after: Source, new: Node, moved: Moved) -> bool:
    """Whether each comment outside of the edits is still there, and about the same thing."""
    written = moved.written()
    stayed = [
        (moved(comment.span.start), comment.text, owner)
        for comment, owner in _owned(before, old)
        if not moved.touches(comment.span)
    ]
    found = [
        (comment.span.start, comment.text, owner)
        for comment, owner in _owned(after, new)
        if not _meets(comment.span, written)
    ]
    return [each[:2] for each in stayed] == [each[:2] for each in found] and all(
        _is_same(one[2], two[2], moved, written) for one, two in zip(stayed, found, strict=True)
    )


def _meets(span: Span, written: Sequence[Span]) -> bool:
    """Whether some of this was written, or something was taken out of it."""
    place = bisect_right(written, span.start, key=lambda each: each.end)
    return place < len(written) and written[place].start < span.end


def _is_same(old: Span | None, new: Span | None, moved: Moved, written: Sequence[Span]) -> bool:
    """Whether two things are one: the second where the first was, or written in its place."""
    if old is None or new is None:
        return old is new
    if moved.touches(old):
        return _inside(new.start, written)
    return moved(old.start) == new.start


def _owned(source: Source, root: Node) -> Iterator[tuple[Comment, Span | None]]:
    """Every comment with the text that it stands above, or that it stands behind."""
    found = comments(source, root)
    things = Things(source.text, root) if found else None
    texts = sorted((leaf.start, leaf.end) for leaf in _leaves(source.text, root)) if found else []
    for comment in found:
        if comment.alone and things:
            below = things.below(comment.span.end)
            yield comment, Span(below.start, below.start + 1) if below else None
        else:
            place = bisect_right(texts, (comment.span.start,)) - 1
            yield comment, Span(*texts[place]) if place >= 0 else None

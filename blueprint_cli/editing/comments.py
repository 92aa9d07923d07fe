"""The comments of a text: where they stand, and which part of the blueprint each one is about."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.editing.entries import Entry, Layout, Whole
from blueprint_cli.reading.nodes import Node, Pairs, Text
from blueprint_cli.source import Source, Span

Address = tuple[str, ...]
"""Where an entry stands, by keys, ids and names, in whatever order: `("steps", "booking", "time")`.

An item without id and name is called by its text, else by its place: `#2`. `()` is the whole file,
and an empty last word the end of a list or mapping, behind all its entries.
"""


class Comment(NamedTuple):
    """A comment from its `#` to the end of its line; `alone` if nothing stands before it there."""

    span: Span
    text: str
    alone: bool


def comments(source: Source, root: Node) -> tuple[Comment, ...]:
    """All comments of a text in their order; `root` is the text as YAML sees it."""
    text = source.text
    if "#" not in text:
        return ()
    return tuple(_comment(text, at) for at in _begun(text, _taken(text, root)))


def _comment(text: str, start: int) -> Comment:
    ends = [end for end in (text.find("\n", start), text.find("\r", start)) if end >= 0]
    span = Span(start, min(ends, default=len(text)))
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return Comment(span, text[span.start : span.end].rstrip(), not text[line:start].strip())


def _begun(text: str, taken: list[Span]) -> Iterator[int]:
    """Where comments begin: at every `#` that is not part of a text."""
    starts = [span.start for span in taken]
    at = text.find("#")
    while at >= 0:
        before = bisect_right(starts, at) - 1
        if before >= 0 and at < taken[before].end:
            at = text.find("#", taken[before].end)
            continue
        yield at
        at = text.find("#", _comment(text, at).span.end)


def _taken(text: str, root: Node) -> list[Span]:
    """The places of all texts, in their order, each once."""
    spans: set[Span] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            spans.add(_written(text, node))
        elif isinstance(node, Pairs):
            stack += [each for pair in node.value for each in pair]
        else:
            stack += node.value
    return sorted(spans)


def _written(text: str, node: Text) -> Span:
    """The place of a text's words; a comment may stand behind `|` and `>`."""
    if node.style not in {"|", ">"}:
        return node.span
    header = _comment(text, node.start).span.end
    return Span(min(header, node.end), node.end)


def attached(layout: Layout) -> tuple[tuple[Address, str], ...]:
    """All comments of a text, each with the address of what it is about."""
    around = [line for part in (layout.head, layout.tail) for line in part.split("\n")]
    found: list[tuple[Address, str]] = [((), line.strip()) for line in around if "#" in line]
    found += [((), remark.text) for remark in (*layout.opening, *layout.root.beside)]
    if "#" in layout.text:
        found += _attached(layout.root, ())
    return tuple(found)


def _attached(entry: Entry, address: Address) -> Iterator[tuple[Address, str]]:
    """The comments inside of an entry."""
    if not isinstance(entry.value, Whole):
        return
    for word, inner in _called(entry.value):
        here = (*address, word)
        yield from ((here, remark.text) for remark in (*inner.above, *inner.beside))
        yield from _attached(inner, here)
    yield from (((*address, ""), remark.text) for remark in entry.value.below)


def _called(whole: Whole) -> Iterator[tuple[str, Entry]]:
    """The entries by what they are called; the second of a name gets a number."""
    counts: dict[str, int] = {}
    for place, entry in enumerate(whole.entries, 1):
        word = _word(entry, place)
        counts[word] = counts.get(word, 0) + 1
        yield word if counts[word] == 1 else f"{word}#{counts[word]}", entry


def _word(entry: Entry, place: int) -> str:
    named = entry.key or entry.value
    if isinstance(named, Whole):
        said = {
            inner.key.value: inner.value.value
            for inner in named.entries
            if inner.key and isinstance(inner.value, Text)
        }
        return said.get("id") or said.get("name") or said.get("action") or f"#{place}"
    return f"*{named.value}" if named.style == "*" else named.value

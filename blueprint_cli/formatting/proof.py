"""Proof that a text written anew says what it said, with each comment where it was."""

from collections import Counter
from collections.abc import Mapping

from blueprint_cli.editing.comments import attached, comments
from blueprint_cli.editing.entries import Layout
from blueprint_cli.parse import Document
from blueprint_cli.reading.nodes import Items, Node, Pairs, Text
from blueprint_cli.source import Source


def doubt(before: Document, old: Layout, after: Document, new: Layout) -> str | None:
    """What the new text does not do, or None: it keeps all that the old one said."""
    if before.blueprint != after.blueprint or _problems(before) != _problems(after):
        return "keeps what the blueprint says"
    if before.root is None or after.root is None or not _is_same(before.root, after.root):
        return "keeps all that stands in the file"
    if Counter(attached(old)) != Counter(attached(new)):
        return "keeps every comment by its element"
    if _comments(before.source, old) != _comments(after.source, new):
        return "keeps every comment"
    return None


def _problems(document: Document) -> Counter[tuple[str, str]]:
    return Counter((each.code, each.message) for each in document.problems)


def _comments(source: Source, layout: Layout) -> Counter[str]:
    """The comments, counted without asking what they are about."""
    return Counter(each.text for each in comments(source, layout.node))


def _is_same(one: Node, other: Node) -> bool:
    """Whether two nodes say the same, in whatever order of keys and in short or in long."""
    one, other = _short(one), _short(other)
    if isinstance(one, Text) or isinstance(other, Text):
        return one.value == other.value
    if len(one.value) != len(other.value):
        return False
    if isinstance(one, Items) and isinstance(other, Items):
        return all(map(_is_same, one.value, other.value))
    if isinstance(one, Pairs) and isinstance(other, Pairs):
        return _are_same_pairs(one, other)
    return False


def _are_same_pairs(one: Pairs, other: Pairs) -> bool:
    values = _by_key(other)
    return all(
        word in values and _is_same(value, values[word]) for word, value in _by_key(one).items()
    )


def _by_key(node: Pairs) -> Mapping[str, Node]:
    return {str(word.value): value for word, value in node.value}


def _short(node: Node) -> Node:
    """The node without a list of one item round it, and without a name that stands alone."""
    while len(node.value) == 1:
        if isinstance(node, Items):
            node = node.value[0]
        elif isinstance(node, Pairs) and node.value[0][0].value in {"name", "action"}:
            node = node.value[0][1]
        else:
            break
    return node

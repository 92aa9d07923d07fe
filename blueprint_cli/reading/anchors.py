"""Anchors and aliases: `&desk` names a part of a file, and `*desk` stands for it."""

from collections.abc import Iterable
from typing import NamedTuple

from blueprint_cli.nearest import nearest
from blueprint_cli.problems import NOT_YAML, TOO_LARGE, Problem
from blueprint_cli.reading.nodes import Items, Node, Text
from blueprint_cli.source import Source, Span


class Anchored(NamedTuple):
    """What an anchor names; `size` counts its nodes, `height` how deep they stand in each other."""

    node: Node
    size: int
    height: int


def height(node: Node) -> int:
    """How many lists and mappings stand in each other in a node, itself included."""
    if isinstance(node, Text):
        return 0
    if isinstance(node, Items):
        return 1 + max(map(height, node.value), default=0)
    return 1 + max((height(part) for pair in node.value for part in pair), default=0)


def circular(source: Source, span: Span, name: str) -> Problem:
    """An alias stands inside of what it stands for."""
    message = f"`*{name}` stands inside of what it stands for"
    return TOO_LARGE.at(source, span, message, "write out what is meant")


def unnamed(source: Source, span: Span, name: str, known: Iterable[str]) -> Problem:
    """An alias stands for nothing."""
    hint = nearest(name, known) or "put the text in quotes if it begins with `*`"
    return NOT_YAML.at(source, span, f"nothing above is called `&{name}`", hint)

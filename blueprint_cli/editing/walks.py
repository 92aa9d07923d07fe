"""A blueprint piece by piece: its records, and all that is written with what it is read as."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from blueprint_cli.kinds import same
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.nodes import Items, Node, Pairs, Text
from blueprint_cli.record import Kind, Many, One, PerKey, Pointer, Record, record_in


class Mention(NamedTuple):
    """A word that refers to an element of the kinds `to`, where it stands."""

    to: tuple[str, ...]
    word: Text


def records(record: Record) -> Iterator[Record]:
    """The record and all below it, in the order of the format's keys."""
    yield record
    for declared in record.keys.values():
        yield from _records(getattr(record, declared.name))


def _records(value: object) -> Iterator[Record]:
    if isinstance(value, Record):
        yield from records(value)
    elif isinstance(value, (tuple, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _records(each)


def mentions(root: Node, lanes: Collection[str]) -> Iterator[Mention]:
    """Every reference of a file, keys of `actions` among them; `lanes` are the ids of its lanes."""
    for kind, node in _read_as(root, One(Blueprint), lanes):
        if isinstance(kind, Pointer) and isinstance(node, Text):
            yield Mention(kind.to, node)


def nodes(root: Node, record: type[Record], lanes: Collection[str]) -> Iterator[Node]:
    """Everything in a file that is read as such a record."""
    for kind, node in _read_as(root, One(Blueprint), lanes):
        if isinstance(kind, One) and kind.record is record:
            yield node


def _read_as(
    node: Node, kind: Kind[Any], lanes: Collection[str]
) -> Iterator[tuple[Kind[Any], Node]]:
    """The node and all below it, each with what it is read as; what is of a wrong shape is not."""
    yield kind, node
    if isinstance(kind, Many):
        for item in node.value if isinstance(node, Items) else (node,):
            yield from _read_as(item, kind.of, lanes)
    elif isinstance(kind, PerKey) and isinstance(node, Pairs):
        for word, value in node.value:
            if not str(word.value).startswith("x-") or same(str(word.value)) in lanes:
                yield Pointer(kind.to, kind.to), word
                yield from _read_as(value, kind.of, lanes)
    elif isinstance(kind, One) and isinstance(node, Pairs):
        for word, value in node.value:
            if isinstance(word, Text) and (declared := kind.record.keys.get(word.value)):
                yield from _read_as(value, declared.kind, lanes)
    elif isinstance(kind, One) and kind.record.short:
        yield from _read_as(node, kind.record.keys[kind.record.short].kind, lanes)


def kinds(record: type[Record] = Blueprint) -> dict[str, type[Record]]:
    """All records that have an id, by what they are called, in the order of the format."""
    found: dict[str, type[Record]] = {}
    todo = [record]
    seen = set(todo)
    while todo:
        each = todo.pop(0)
        if "id" in each.keys:
            found[each.element] = each
        below = [record_in(declared.kind) for declared in each.keys.values()]
        new = [one for one in below if one and one not in seen]
        seen.update(new)
        todo += new
    return found

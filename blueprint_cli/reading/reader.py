"""From nodes to records, driven by the records' own keys; every mistake is noted, none stops it.

For each kind of value there is one reader, a function from a node to the value. A record's reader
looks its keys up in a table made from `Record.keys`, so a new key needs no line here.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from blueprint_cli.kinds import ADDRESS, PATH, same, slug
from blueprint_cli.model import Blueprint, Element
from blueprint_cli.reading.mistakes import FAILED, Doubtful, Path, Reading, called, listed
from blueprint_cli.reading.nodes import Items, Node, Pairs, Text
from blueprint_cli.reading.own import own, read_doubtful
from blueprint_cli.record import (
    ByKey,
    Kind,
    Many,
    One,
    PerKey,
    Pointer,
    Record,
    Reference,
    Scalar,
    Unfit,
)
from blueprint_cli.source import Span

Value = Any
"""What a key's kind says: the model knows the type, the generic reader does not."""

Reader = Callable[[Node, Reading], Value]

MOST_LOOKED_AT = 100
"""Keys of one mapping among which a text cut short by a comma is looked for."""


def read_blueprint(node: Pairs, reading: Reading) -> Blueprint:
    """The blueprint that a file's outermost mapping tells; what is wrong goes to `reading`."""
    blueprint: Blueprint = _record(Blueprint)(node, reading)
    read_doubtful(reading)
    return blueprint


def _reader(kind: Kind[Any]) -> Reader:
    if isinstance(kind, Scalar):
        return _scalar(kind)
    if isinstance(kind, Pointer):
        return _pointer(kind)
    if isinstance(kind, Many):
        return _many(kind)
    if isinstance(kind, PerKey):
        return _per_key(kind)
    if isinstance(kind, One):
        return _alone(_record(kind.record))
    raise TypeError(f"no reader for {kind!r}")


def _scalar(kind: Scalar[Any]) -> Reader:
    convert = kind.read

    def read(node: Node, reading: Reading) -> Value:
        text = node.value
        if not isinstance(text, str):
            return reading.wrong_shape(node, kind.words)
        try:
            return convert(text.strip())
        except Unfit as unfit:
            return reading.unfit(node, unfit, kind)

    def read_path(node: Node, reading: Reading) -> Value:
        value = read(node, reading)
        if value is not FAILED:
            reading.paths.append(Path(value, node.span, blueprint=kind is PATH))
        return value

    return read_path if kind in {PATH, ADDRESS} else read


def _pointer(kind: Pointer) -> Reader:
    def read(node: Node, reading: Reading) -> Value:
        text = node.value
        if not isinstance(text, str):
            return reading.wrong_shape(node, kind.words)
        reference = Reference(_reference(text), node)
        reading.pointers.append((kind, reference, None))
        return reference

    return read


def _alone(record: Reader) -> Reader:
    def read(node: Node, reading: Reading) -> Value:
        return _called(record(node, reading), 1)

    return read


def _called(value: Value, place: int) -> Value:
    """The value; an element whose name makes no id is called by its kind and place."""
    if isinstance(value, Element) and not value.id:
        value.__dict__["id"] = f"{value.element.replace('_', '-')}-{place}"
    return value


def _many(kind: Many[Any]) -> Reader:
    one = _record(kind.of.record) if isinstance(kind.of, One) else _reader(kind.of)

    def read(node: Node, reading: Reading) -> Value:
        if type(node) is not Items:
            value = _called(one(node, reading), 1)
            return FAILED if value is FAILED else (value,)
        values = []
        for place, item in enumerate(node.value, 1):
            if not item.value and type(item) is Text:
                reading.empty_item(item)
                continue
            value = one(item, reading)
            if value is FAILED:
                continue
            values.append(_called(value, place))
        if len(values) < kind.least and not node.value:
            return reading.too_few(node)
        return tuple(values)

    return read


def _per_key(kind: PerKey[Any]) -> Reader:
    one = _reader(kind.of)
    pointer = Pointer(f"the id of a {kind.to}", kind.to)

    def read(node: Node, reading: Reading) -> Value:
        if not isinstance(node, Pairs):
            hint = f"write `{kind.to}-id: …`, one {kind.to} in a line"
            return reading.wrong_shape(node, f"a mapping from {kind.to} ids", hint)
        values = ByKey[Any]()

        def read_one(word: Node, value: Node) -> None:
            reference = Reference(_reference(word.value), word)
            reading.pointers.append((pointer, reference, node))
            if not value.value and isinstance(value, Text):
                reading.empty(word, value, node)
            elif (content := one(value, reading)) is not FAILED:
                values[_reference(word.value)] = content

        written: dict[str, Node] = {}
        for word, value in node.value:
            name = reading.key(word, written, _reference)
            if name is not None and name.startswith("x-"):
                read_it = partial(read_one, word, value)
                reading.later.append(Doubtful(kind.to, name, value, read_it, values.extra))
            elif name is not None:
                read_one(word, value)
        return values

    return read


def _reference(written: object) -> str:
    """The form in which a reference is compared with ids."""
    return same(str(written).strip())


def _record(record: type[Record]) -> Reader:
    """The one reader of a record class."""
    if record not in _READERS:
        _READERS[record] = _new_record(record)
    return _READERS[record]


_READERS: dict[type[Record], Reader] = {}


def _new_record(record: type[Record]) -> Reader:
    table: dict[str, tuple[str, Reader]] = {}
    needed = tuple(declared for declared in record.keys.values() if declared.required)

    def read(node: Node, reading: Reading) -> Value:
        if not table:
            _fill(table, record)
        before = reading.count
        if type(node) is Pairs:
            values: dict[str, Any] = {}
            for word, value in node.value:
                known = table.get(word.value) if type(word) is Text else None
                if known is None or known[0] in values or not value.value:
                    _unusual(record, table, values, node, (word, value), reading)
                else:
                    values[known[0]] = known[1](value, reading)
        elif record.short and type(node) is Text:
            values = {record.short: table[record.short][1](node, reading)}
        else:
            reading.doubtful.add(record)
            return reading.wrong_shape(node, expected(record))
        for declared in needed:
            if declared.name not in values:
                reading.missing(declared, node, record)
        if reading.count != before:
            values = _read_well(values, record, reading)
        return _made(record, values, node, reading)

    return read


def _read_well(values: dict[str, Any], record: type[Record], reading: Reading) -> dict[str, Any]:
    """The values that could be read; without id or name nobody knows what a record is called."""
    if values.get("id") is FAILED or values.get("name") is FAILED:
        reading.doubtful.add(record)
    return {name: value for name, value in values.items() if value is not FAILED}


def _fill(table: dict[str, tuple[str, Reader]], record: type[Record]) -> None:
    for word, declared in record.keys.items():
        table[word] = (declared.name, _reader(declared.kind))


def _made(record: type[Record], values: dict[str, Any], node: Node, reading: Reading) -> Record:
    values["_where"] = node
    if not issubclass(record, Element):
        return record.of(values)
    if "id" not in values:
        values["id"] = slug(values.get("name", ""))
        values["implied_id"] = True
    made = record.of(values)
    reading.elements[record.element].append(made)
    return made


def _unusual(
    record: type[Record],
    table: dict[str, tuple[str, Reader]],
    values: dict[str, Any],
    node: Pairs,
    pair: tuple[Node, Node],
    reading: Reading,
) -> None:
    """Read a pair that is no known key with something behind it, or stands there already."""
    word, value = pair
    if not isinstance(word, Text):
        reading.foreign_key(word)
        return
    known = table.get(word.value)
    empty = not value.value and type(value) is Text
    if word.value.startswith("x-"):
        extra = values.setdefault("extra", {})
        if word.value in extra:
            reading.repeated(word, reading.first(node, word.value))
        else:
            extra[word.value] = own(value, reading)
    elif known is None and empty and node.style == "{":
        reading.doubtful.add(record)
        reading.forget(_value_before(node, word))
        reading.empty(word, value, node)
    elif known is None:
        near = reading.near(word.value, record.keys)
        free = near is not None and not (reading.holds(node, near) or table[near][0] in values)
        reading.unknown(word, record, near, free=free)
        reading.doubt(record, record.keys.get(near or ""), value)
        if near and free:
            values[table[near][0]] = FAILED
    elif known[0] in values:
        reading.doubt(record, record.keys[word.value], value)
        reading.repeated(word, reading.first(node, word.value))
    elif empty:
        declared = record.keys[word.value]
        reading.doubt(record, declared, value)
        values[known[0]] = reading.empty(word, value, node, needed=declared.required)
    else:
        values[known[0]] = known[1](value, reading)


def _value_before(node: Pairs, word: Text) -> Span:
    """The place of the value that stands before a key, which a comma may have cut short."""
    before = [value for key, value in node.value[:MOST_LOOKED_AT] if key.end < word.start]
    return before[-1].span if before else word.span


def expected(record: type[Record]) -> str:
    """What is expected where one of these is."""
    return f"one {called(record)}" if record.short else f"a mapping of {listed(record)}"

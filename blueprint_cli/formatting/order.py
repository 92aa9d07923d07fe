"""The order of keys, and the short forms of elements and lists."""

import operator
from collections.abc import Sequence
from typing import Any, NamedTuple

from blueprint_cli.entries import Entry, Value, Whole
from blueprint_cli.formatting.scalars import is_one_line
from blueprint_cli.kinds import same
from blueprint_cli.nodes import Text
from blueprint_cli.record import Kind, Many, One, PerKey, Record

KindOf = Kind[Any] | None
"""What may stand somewhere; None below the user's own keys, and where nobody knows."""


class Short(NamedTuple):
    """A value in its short form, with what may stand there."""

    value: Value
    kind: KindOf


def kind_within(kind: KindOf, entry: Entry) -> KindOf:
    """What may stand in an entry of a list or mapping of some kind."""
    if entry.key is None:
        return kind.of if isinstance(kind, Many) else None
    while isinstance(kind, Many):
        kind = kind.of
    if isinstance(kind, PerKey):
        return kind.of
    if not isinstance(kind, One):
        return None
    known = kind.record.keys.get(entry.key.value)
    return known.kind if known and entry.key.style != "*" else None


def arranged(whole: Whole, kind: KindOf, lanes: Sequence[str]) -> list[Entry]:
    """The entries in the format's own order; what it does not know stands behind, as it was."""
    while isinstance(kind, Many):
        kind = kind.of
    if whole.style in {"[", "-"} or not isinstance(kind, (One, PerKey)):
        return whole.entries
    words = [*kind.record.keys] if isinstance(kind, One) else [same(lane) for lane in lanes]
    ranks = {word: place for place, word in reversed([*enumerate(words)])}
    found = sorted(whole.entries, key=lambda entry: _rank(entry, ranks))
    same_order = all(map(operator.is_, found, whole.entries))
    return found if same_order or _marks(found) == _marks(whole.entries) else whole.entries


def _rank(entry: Entry, ranks: dict[str, int]) -> int:
    key = entry.key
    if key is None or key.style == "*":
        return len(ranks)
    if key.value == "<<" and not key.style:
        return -1
    return ranks.get(same(key.value.strip()), len(ranks))


def _marks(entries: Sequence[Entry]) -> list[str]:
    """Anchors and aliases in their order; none where all of them are aliases."""
    marks = [mark for entry in entries for mark in _marks_in(entry)]
    return marks if any(mark[0] == "&" for mark in marks) else []


def _marks_in(entry: Entry) -> list[str]:
    marks = [mark for mark in (entry.key_anchor, entry.anchor) if mark]
    texts = [entry.key, entry.value]
    marks += [f"*{each.value}" for each in texts if isinstance(each, Text) and each.style == "*"]
    if isinstance(entry.value, Whole):
        marks += [mark for inner in entry.value.entries for mark in _marks_in(inner)]
    return marks


def shortened(text: str, entry: Entry, kind: KindOf) -> Short:
    """An entry's value in its shortest form.

    Only what stands in brackets or braces is shortened: who writes an element or a list on lines
    of its own leaves room for more. Comments and anchors keep a form as it is.
    """
    value = entry.value
    bare = not entry.anchor
    while bare and isinstance(value, Whole) and (inner := _only(value)):
        if isinstance(kind, Many) and value.style == "[" and not kind.least:
            bare = _stands_alone(text, inner)
        elif not _is_name(text, inner, kind):
            break
        if not bare:
            break
        value, kind = inner.value, kind_within(kind, inner)
    return Short(value, kind)


def _only(whole: Whole) -> Entry | None:
    """The only entry in brackets or braces, if nothing but its value would be lost without them."""
    if not whole.flow or len(whole.entries) != 1 or whole.below:
        return None
    entry = whole.entries[0]
    said = entry.anchor or entry.key_anchor or entry.above or entry.beside
    return None if said else entry


def _stands_alone(text: str, item: Entry) -> bool:
    """Whether an item means the same without its list, and looks like one item."""
    if isinstance(item.value, Whole):
        return item.value.style == "{"
    return _is_word(text, item.value) and "," not in item.value.value


def _is_name(text: str, pair: Entry, kind: KindOf) -> bool:
    """Whether a pair says what a plain text would."""
    while isinstance(kind, Many):
        kind = kind.of
    record: type[Record] | None = kind.record if isinstance(kind, One) else None
    if record is None or pair.key is None or pair.key.style == "*":
        return False
    return (
        pair.key.value == record.short
        and isinstance(pair.value, Text)
        and _is_word(text, pair.value)
    )


def _is_word(text: str, node: Text) -> bool:
    return bool(node.value) and node.style != "*" and is_one_line(text, node)

"""The order of keys, and the short forms of elements and lists."""

import operator
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from blueprint_cli.editing.entries import Entry, Layout, Unwritable, Value, Whole
from blueprint_cli.formatting.scalars import is_one_line
from blueprint_cli.kinds import same
from blueprint_cli.model import Blueprint
from blueprint_cli.problems import EMPTY_VALUE
from blueprint_cli.reading.mistakes import shown
from blueprint_cli.reading.nodes import Text
from blueprint_cli.record import Kind, Many, One, PerKey, Record

KindOf = Kind[Any] | None
"""What may stand somewhere; None below the user's own keys, and where nobody knows."""


_IGNORE = re.compile(r"#\s*bp:\s*ignore\b")
"""A comment that is about its line, whatever stands there."""


class Short(NamedTuple):
    """A value in its short form, with what may stand there."""

    value: Value
    kind: KindOf


def arranged(layout: Layout, lanes: Sequence[str], pinned: AbstractSet[int]) -> Layout:
    """The layout with all keys in order and all short forms.

    `lanes` are the ids of the lanes in their order, which is that of the actions of a step. Lists
    and mappings that begin at `pinned` keep their order.
    """
    order = _Order(layout, lanes, pinned)
    return layout._replace(root=order.entry(layout.root, One(Blueprint), free=True))


class _Order:
    """What the order of a file depends on."""

    def __init__(self, layout: Layout, lanes: Sequence[str], pinned: AbstractSet[int]) -> None:
        self.text = layout.text
        self.anchored = "&" in layout.text
        self.root = layout.root.value
        self.pinned = pinned
        self.lanes = _ranks([same(lane) for lane in lanes])
        self.ranks: dict[type[Record], dict[str, int]] = {}

    def entry(self, entry: Entry, kind: KindOf, *, free: bool) -> Entry:
        """An entry with all that stands in it.

        What has an anchor may be said again where a short form means something else: with `free`
        false none is given.
        """
        free = free and not entry.anchor
        value, kind = shortened(self.text, entry, kind) if free else Short(entry.value, kind)
        if isinstance(value, Whole):
            value = self.whole(value, kind, free=free, item=entry.key is None)
        return entry if value is entry.value else entry._replace(value=value)

    def whole(self, whole: Whole, kind: KindOf, *, free: bool, item: bool) -> Whole:
        """A list or mapping with all that stands in it."""
        one = _one(kind)
        if whole.style == "{" and isinstance(one, One):
            _refuse_cut(whole, one.record)
        entries = [
            self.entry(entry, kind_within(kind, entry), free=free)
            for entry in self.ordered(whole, kind, item=item)
        ]
        return whole._replace(entries=entries)

    def ordered(self, whole: Whole, kind: KindOf, *, item: bool) -> list[Entry]:
        """The entries in the format's own order; what it does not know stands behind, as it was."""
        old = whole.entries
        ranks = None if whole.start in self.pinned or whole.style in "[-" else self.table(kind)
        if not ranks:
            return old
        new = sorted(old, key=lambda entry: _rank(entry, ranks))
        if whole is self.root:
            return self.ordered_root(old, new)
        if all(map(operator.is_, old, new)) or not self.may_become(old, new):
            return old
        if item and new[0] is not old[0]:  # another line becomes that of the dash
            silenced = any(_IGNORE.match(each.text) for each in old[0].above + old[0].beside)
            return old if new[0].above or silenced else new
        return new

    def ordered_root(self, old: list[Entry], new: list[Entry]) -> list[Entry]:
        """The entries of the whole file: a comment at its top stays there, with what it is about.

        Where anchors hinder the first entry from moving, it stays as well.
        """
        stayed = old[:1] + [each for each in new if each is not old[0]]
        wishes = [stayed] if old[0].above else [new, stayed]
        for wish in wishes:
            if all(map(operator.is_, old, wish)):
                return old
            if self.may_become(old, wish):
                return [_close(wish[0]), *wish[1:]]
        return old

    def may_become(self, old: list[Entry], new: list[Entry]) -> bool:
        """Whether no alias would come to stand before its anchor, or behind another."""
        return not self.anchored or _marks(old) == _marks(new)

    def table(self, kind: KindOf) -> dict[str, int] | None:
        """The places of keys in a mapping of some kind; None where no order is right."""
        kind = _one(kind)
        if isinstance(kind, PerKey):
            return self.lanes
        if not isinstance(kind, One):
            return None
        if kind.record not in self.ranks:
            keys = sorted(
                kind.record.keys.values(), key=lambda known: isinstance(known.kind, PerKey)
            )
            self.ranks[kind.record] = _ranks([known.written for known in keys])
        return self.ranks[kind.record]


def _refuse_cut(whole: Whole, record: type[Record]) -> None:
    """Stop at a word in braces that is no key: before a comma it was probably part of a text."""
    for entry in whole.entries:
        empty = isinstance(entry.value, Text) and not entry.value.value
        word = entry.key.value if entry.key else ""
        if entry.key and empty and word not in record.keys and not word.startswith("x-"):
            message = f"nothing stands behind `{shown(word)}`"
            hint = "a comma ends a text inside braces: put the text in quotes"
            raise Unwritable(EMPTY_VALUE, entry.key, message, hint)


def _ranks(words: list[str]) -> dict[str, int]:
    return {word: words.index(word) for word in words}


def _rank(entry: Entry, ranks: dict[str, int]) -> int:
    key = entry.key
    if key is None or key.style == "*":
        return len(ranks)
    if key.value == "<<" and not key.style:
        return -1
    return ranks.get(same(key.value.strip()), len(ranks))


def _close(entry: Entry) -> Entry:
    """The entry right below its comments: with an empty line they would be about the file."""
    return entry._replace(above=[each._replace(blank=False) for each in entry.above], blank=False)


def _marks(entries: Sequence[Entry]) -> list[str]:
    """Anchors and aliases in their order, which must stay; none where all of them are aliases."""
    marks = [mark for entry in entries for mark in _marks_in(entry)]
    return marks if any(mark[0] == "&" for mark in marks) else []


def _marks_in(entry: Entry) -> list[str]:
    marks = [mark for mark in (entry.key_anchor, entry.anchor) if mark]
    texts = [entry.key, entry.value]
    marks += [f"*{each.value}" for each in texts if isinstance(each, Text) and each.style == "*"]
    if isinstance(entry.value, Whole):
        marks += [mark for inner in entry.value.entries for mark in _marks_in(inner)]
    return marks


def kind_within(kind: KindOf, entry: Entry) -> KindOf:
    """What may stand in an entry of a list or mapping of some kind."""
    if entry.key is None:
        return kind.of if isinstance(kind, Many) else None
    kind = _one(kind)
    if isinstance(kind, PerKey):
        return kind.of
    if not isinstance(kind, One):
        return None
    known = kind.record.keys.get(entry.key.value)
    return known.kind if known and entry.key.style != "*" else None


def _one(kind: KindOf) -> KindOf:
    """What may stand in the place of a list, as its one item."""
    while isinstance(kind, Many):
        kind = kind.of
    return kind


def shortened(text: str, entry: Entry, kind: KindOf) -> Short:
    """An entry's value in its shortest form.

    Only what stands in brackets or braces is shortened: who writes an element or a list on lines
    of its own leaves room for more. Comments and anchors keep a form as it is.
    """
    value = entry.value
    while isinstance(value, Whole) and (inner := _only(value)):
        if isinstance(kind, Many) and value.style == "[":
            if kind.least or not _stands_alone(text, inner):
                break
        elif not _is_name(text, inner, kind):
            break
        value, kind = inner.value, kind_within(kind, inner)
    return Short(value, kind)


def _only(whole: Whole) -> Entry | None:
    """The only entry in brackets or braces, if nothing but its value would be lost without them."""
    if not whole.flow or len(whole.entries) != 1 or has_comments(whole):
        return None
    entry = whole.entries[0]
    return None if entry.anchor or entry.key_anchor else entry


def has_comments(whole: Whole) -> bool:
    """Whether a comment stands anywhere in a list or mapping."""
    return bool(whole.below) or any(
        entry.above
        or entry.beside
        or (isinstance(entry.value, Whole) and has_comments(entry.value))
        for entry in whole.entries
    )


def _stands_alone(text: str, item: Entry) -> bool:
    """Whether an item means the same without its list, and looks like one item."""
    if isinstance(item.value, Whole):
        return item.value.style == "{"
    return _is_word(text, item.value) and "," not in item.value.value


def _is_name(text: str, pair: Entry, kind: KindOf) -> bool:
    """Whether a pair says what a plain text would."""
    kind = _one(kind)
    if not isinstance(kind, One) or pair.key is None or pair.key.style == "*":
        return False
    record: type[Record] = kind.record
    return (
        pair.key.value == record.short
        and isinstance(pair.value, Text)
        and _is_word(text, pair.value)
    )


def _is_word(text: str, node: Text) -> bool:
    return bool(node.value.strip()) and node.style != "*" and is_one_line(text, node)

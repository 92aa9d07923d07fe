"""What each key of an element says, and what it says when two people have changed it."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, NamedTuple

from blueprint_cli.diff.parts import Part
from blueprint_cli.merging.joints import Side, Three
from blueprint_cli.merging.orders import three_way
from blueprint_cli.model import Link
from blueprint_cli.reading.references import Index
from blueprint_cli.record import (
    Kind,
    Many,
    Pointer,
    Record,
    Reference,
    Scalar,
    pointer_in,
    record_in,
)

Path = tuple[str, ...]
"""The keys from an element to a value: `("time",)`, `("enablers", "x-seen")`."""

PROSE: Final = frozenset({
    *("name", "blueprint", "description", "scenario", "note", "quote", "thinks", "feels"),
    *("recovery", "when", "phase"),
})  # fmt: skip
"""Keys whose texts are merged word by word."""


class Aim(NamedTuple):
    """What a reference means: a joint."""

    joint: int


class Settled(NamedTuple):
    """A value of the result and whose it is; `conflict` where both sides want another one."""

    value: Any
    took: Literal["same", "ours", "theirs", "both", "conflict"]


def values(three: Three, side: Side, joint: int) -> dict[Path, Any]:
    """All that an element says in a version, but for elements that it holds."""
    part = three.part(side, joint)
    if part is None:
        return {}
    return said(part, Aims(three.versions[side].keys, three.numbers[side], three.of[side]))


class Aims(NamedTuple):
    """What the references of a version mean: elements, their numbers by identity, their joints."""

    keys: Index
    numbers: Mapping[int, int]
    joints: Mapping[int, int]

    def all_of(self, references: Iterable[Reference], pointer: Pointer) -> "tuple[Aim | str, ...]":
        """The joint that each reference means; its text where that is in another file."""
        return tuple(self._of(each, pointer.to) for each in references)

    def _of(self, reference: Reference, kinds: tuple[str, ...]) -> "Aim | str":
        number = self.numbers.get(id(self.keys.meant.get((kinds, reference.text))))
        return reference.text if number is None else Aim(self.joints[number])


def said(part: Part, aims: Aims) -> dict[Path, Any]:
    """The same of a part of any version; what it does not say is `unsaid`."""
    record, written = part.record, vars(part.record)
    found: dict[Path, Any] = {}
    for path, name, pointer in _said_by(type(record)):
        if name in written:
            held = written[name]
            found[path] = held if pointer is None else aims.all_of(held, pointer)
    for word in _HOLDERS:
        if word in written:
            found |= {(word, own): value for own, value in written[word].extra.items()}
    found |= {(own,): value for own, value in record.extra.items()}
    if part.kind != "blueprint" and ("id",) in found:
        found["id",] = part.written_id
    return found


_HOLDERS = ("actions", "enablers")
"""Keys that hold elements, and keys of the user's own among them."""

Plain = tuple[Path, str, Pointer | None]
"""A key that holds no element: its path, its name, and what it refers to."""


def _said_by(record: type[Record]) -> tuple[Plain, ...]:
    """The plain keys of a record class."""
    if record not in _SAID_BY:
        _SAID_BY[record] = tuple(
            ((word,), key.name, pointer_in(key.kind))
            for word, key in record.keys.items()
            if record_in(key.kind) is None and not (issubclass(record, Link) and word == "action")
        )
    return _SAID_BY[record]


_SAID_BY: dict[type[Record], tuple[Plain, ...]] = {}


def unsaid(three: Three, joint: int, path: Path) -> Any:  # noqa: ANN401 - any key's value
    """What holds where an element does not have a key."""
    key = three.any(joint).record.keys.get(path[0]) if len(path) == 1 else None
    return None if key is None else key.default


def same(one: Any, other: Any) -> bool:  # noqa: ANN401 - any two values
    """Whether two values say the same; references do in any order."""
    if (
        isinstance(one, tuple)
        and isinstance(other, tuple)
        and any(isinstance(each, Aim) for each in (*one, *other))
    ):
        return sorted(map(repr, one)) == sorted(map(repr, other))
    return bool(one == other)


def settled(base: Any, ours: Any, theirs: Any, path: Path, kind: Kind[Any] | None) -> Settled:  # noqa: ANN401 - as above
    """The value of a key of which the three versions say this."""
    if same(ours, theirs):
        return Settled(ours, "same")
    if same(base, theirs):
        return Settled(ours, "ours")
    if same(base, ours):
        return Settled(theirs, "theirs")
    if isinstance(kind, Many):
        listed = three_way(base or (), ours, theirs)
        return Settled(ours, "conflict") if listed is None else Settled(tuple(listed), "both")
    if path[-1] in PROSE and isinstance(kind, Scalar):
        from blueprint_cli.merging.prose import by_words

        text = by_words(base or "", ours or "", theirs or "")
        return Settled(ours, "conflict") if text is None else Settled(text, "both")
    return Settled(ours, "conflict")


def kind_of(three: Three, joint: int, path: Path) -> Kind[Any] | None:
    """What may stand at a path; None for the user's own keys."""
    keys: Mapping[str, Any] = three.any(joint).record.keys
    known = keys.get(path[0]) if len(path) == 1 else None
    return known.kind if known else None

"""What each key of an element says, and what it says when two people have changed it."""

from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple

from blueprint_cli.diff.parts import Part
from blueprint_cli.merging.joints import Side, Three
from blueprint_cli.merging.orders import three_way
from blueprint_cli.model import Enablers
from blueprint_cli.reading.references import Index
from blueprint_cli.record import ByKey, Kind, Many, Reference, Scalar, pointer_in, record_in

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

    def of(self, reference: Reference, kinds: tuple[str, ...]) -> "Aim | str":
        """The joint that a reference means; its text where that is in another file."""
        number = self.numbers.get(id(self.keys.meant.get((kinds, reference.text))))
        return reference.text if number is None else Aim(self.joints[number])


def said(part: Part, aims: Aims) -> dict[Path, Any]:
    """The same of a part of any version; what it does not say is `unsaid`."""
    record, written = part.record, vars(part.record)
    found: dict[Path, Any] = {}
    for word, key in record.keys.items():
        if key.name not in written:
            continue
        held = written[key.name]
        if record_in(key.kind) is None and not (part.kind == "link" and word == "action"):
            found[word,] = _value(held, key.kind, aims)
        elif isinstance(held, ByKey) or type(held) is Enablers:
            found |= {(word, own): value for own, value in held.extra.items()}
    found |= {(own,): value for own, value in record.extra.items()}
    if part.kind != "blueprint" and ("id",) in found:
        found["id",] = part.written_id
    return found


def unsaid(three: Three, joint: int, path: Path) -> Any:  # noqa: ANN401 - any key's value
    """What holds where an element does not have a key."""
    key = three.any(joint).record.keys.get(path[0]) if len(path) == 1 else None
    return None if key is None else key.default


def _value(value: Any, kind: Kind[Any], aims: Aims) -> Any:  # noqa: ANN401 - as above
    pointer = pointer_in(kind)
    if pointer is None:
        return value
    return tuple(aims.of(each, pointer.to) for each in value)


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

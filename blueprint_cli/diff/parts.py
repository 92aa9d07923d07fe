"""A blueprint as the flat list of all that can be added, removed, renamed, moved or changed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from blueprint_cli.model import Blueprint, Element, Enablers, Link
from blueprint_cli.parse import Document
from blueprint_cli.reading.references import Index, Joined, unique
from blueprint_cli.record import ByKey, Record, record_in

NOWHERE = -1
"""The number of the part that is not there."""


class Part(NamedTuple):
    """An element, or a link, at its place.

    `path` is what `bp diff` calls it. `owner` is the number of the part that holds it, `slot` the
    key below which it stands there, `place` how many stand before it. An action's owner is its
    step, and `lane` the number of its lane. `end` is, of a link, the number of the action to which
    it leads, or `NOWHERE` for one of another file, whose reference is then `outside`.
    """

    kind: str
    path: str
    record: Record
    owner: int
    slot: str
    place: int
    lane: int = NOWHERE
    end: int = NOWHERE
    outside: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        name = getattr(self.record, "name", "")
        return name if isinstance(name, str) else ""

    @property
    def id(self) -> str:
        """Its id, written or implied; a link has none."""
        return getattr(self.record, "id", "")

    @property
    def written_id(self) -> str:
        """Its id, if the file says one."""
        implied = isinstance(self.record, Element) and self.record.implied_id
        return "" if implied else self.id

    @property
    def was(self) -> tuple[str, ...]:
        """Ids that it had before."""
        return getattr(self.record, "was", ())


def parts_of(blueprint: Blueprint, index: Index) -> tuple[Part, ...]:
    """All parts, each behind its owner: the blueprint, its lanes, its steps with their actions."""
    found = _Parts(blueprint, index)
    found.gather()
    return tuple(found.parts)


def known(document: Document) -> tuple[Blueprint, Index]:
    """The blueprint of a document without errors."""
    assert document.blueprint is not None and document.index is not None  # noqa: S101, PT018 - there are no errors
    return document.blueprint, document.index


class _Parts:
    """The list while it grows."""

    def __init__(self, blueprint: Blueprint, index: Index) -> None:
        self.blueprint = blueprint
        self.index = index
        self.parts: list[Part] = []

    def gather(self) -> None:
        """Everything but links in the file's order, then the links."""
        top = self.add(Part("blueprint", "blueprint", self.blueprint, NOWHERE, "", 0))
        self.carried(top, self.blueprint, "")
        lanes = self.listed(top, "lanes", self.blueprint.lanes, "lanes.")
        steps = self.listed(top, "steps", self.blueprint.steps, "")
        actions = {}
        for placed in self.index.actions:
            step, lane = steps[placed.step], lanes[placed.lane]
            part = Part("action", placed.key, placed.action, step, "actions", placed.place, lane)
            actions[placed.key] = self.add(part)
            self.carried(actions[placed.key], placed.action, f"{placed.key}.")
        self.links(actions)

    def add(self, part: Part) -> int:
        """The part's number."""
        self.parts.append(part)
        return len(self.parts) - 1

    def carried(self, owner: int, record: Record, path: str) -> None:
        """What a record holds besides lanes, steps, actions and links."""
        written = vars(record)
        for word, key in record.keys.items():
            held = record_in(key.kind) if key.name in written else None
            if held is None or word in {"lanes", "steps", "actions"} or issubclass(held, Link):
                continue
            value = getattr(record, key.name)
            if isinstance(value, Enablers):
                self.carried_by_enablers(owner, value, f"{path}enablers.")
            elif isinstance(value, Record):
                self.add(Part(value.element, f"{path}{word}", value, owner, word, 0))
            elif value and not isinstance(value, ByKey):
                self.listed(owner, word, value, f"{path}{word}.")

    def carried_by_enablers(self, owner: int, enablers: Enablers, path: str) -> None:
        """The enablers of a lane, each sort a list of its own."""
        for word, key in enablers.keys.items():
            slot = f"enablers.{word}"
            self.listed(owner, slot, getattr(enablers, key.name), f"{path}{word}.")

    def listed(self, owner: int, slot: str, records: Sequence[Element], path: str) -> list[int]:
        """The numbers of the elements of a list, and behind each all that it holds."""
        numbers = []
        for place, (word, record) in enumerate(zip(unique(records), records, strict=True)):
            number = self.add(Part(record.element, f"{path}{word}", record, owner, slot, place))
            self.carried(number, record, f"{path}{word}.")
            numbers.append(number)
        return numbers

    def links(self, actions: dict[str, int]) -> None:
        """The links of all actions; the second of a kind to the same end is called `…-2`."""
        counts: dict[str, int] = {}
        for joined in self.index.links:
            path = f"{joined.start}.{joined.kind}.{joined.end}"
            counts[path] = count = counts.get(path, 0) + 1
            path = path if count == 1 else f"{path}-{count}"
            self.add(_link(joined, path, count - 1, actions))


def _link(joined: Joined, path: str, place: int, actions: dict[str, int]) -> Part:
    end = NOWHERE if joined.external else actions[joined.end]
    outside = joined.end if joined.external else ""
    owner = actions[joined.start]
    return Part("link", path, joined.link, owner, joined.kind, place, end=end, outside=outside)


def below(parts: Sequence[Part], number: int) -> Iterator[int]:
    """The numbers of all that a part holds, directly or in something that it holds."""
    held = {number}
    for other in range(number + 1, len(parts)):
        if parts[other].owner in held:
            held.add(other)
            yield other

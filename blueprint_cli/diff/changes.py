"""What happened to each element between two versions, in words and as written."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Literal, NamedTuple

from blueprint_cli.diff.effects import Effect, of_field, of_presence
from blueprint_cli.diff.matching import Matches
from blueprint_cli.diff.order import moved
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.diff.telling import became, called, way
from blueprint_cli.diff.versions import Version
from blueprint_cli.record import Key, Pointer, Record, Reference, pointer_in, record_in
from blueprint_cli.source import Span

ChangeKind = Literal["added", "removed", "renamed", "moved", "changed"]

_TOLD_ALONE = frozenset({"action", "pain_point", "opportunity", "fail_point"})
"""What is told even where the whole that holds it came or went."""
_UNNAMED = frozenset({"link", "fail_point"})
"""What is told apart by where it stands; its name is a text like others."""
_TOLD_ELSEWHERE = frozenset({"id", "blueprint", "action"})
"""Keys that say which element it is: another one is a rename, or another link."""
_HOLDERS = ("actions", "enablers")
"""Keys whose values are no elements, but hold some, and keys of the user's own."""
_IN_ORDER = frozenset({"lane", "step", "action"})
"""Elements whose order means something: it is that of the picture."""


class Change(NamedTuple):
    """One change. `before` and `after` are texts as written, or of what moved the two paths.

    `field` is the key that changed, empty where the element as a whole is meant. `old` and `new`
    are the element in both versions; `old_span` and `new_span` the places of what is told of.
    """

    kind: ChangeKind
    element: str
    path: str
    field: str
    before: str | None
    after: str | None
    effect: Effect
    message: str
    old: Part | None
    new: Part | None
    old_span: Span | None
    new_span: Span | None


def changes_between(old: Version, new: Version, matches: Matches) -> tuple[Change, ...]:
    """All changes, in the order of the new version; what is gone stands where it was."""
    teller = _Teller(old, new, matches)
    return tuple(teller.tell())


class _Teller:
    """Tells the changes of two versions whose parts are matched."""

    def __init__(self, old: Version, new: Version, matches: Matches) -> None:
        self.old, self.new, self.matches = old, new, matches
        self.old_numbers = {id(part.record): at for at, part in enumerate(old.parts)}
        self.new_numbers = {id(part.record): at for at, part in enumerate(new.parts)}

    def tell(self) -> Iterator[Change]:
        """Change by change."""
        shifted = self.shifted()
        gone = self.gone()
        for here in gone.pop(NOWHERE, ()):
            yield self.removed(here)
        for there, part in enumerate(self.new.parts):
            if there in self.matches.to_old:
                yield from self.kept(self.matches.to_old[there], there, shifted)
            elif _alone(part, self.matches.to_old):
                yield self.added(part)
            for here in gone.get(there, ()):
                yield self.removed(here)

    def gone(self) -> dict[int, list[int]]:
        """What was removed, by the new part behind which it is told: the last kept one before."""
        found: dict[int, list[int]] = {}
        after: int = NOWHERE
        for here, part in enumerate(self.old.parts):
            if here in self.matches.to_new:
                after = self.matches.to_new[here]
            elif _alone(part, self.matches.to_new):
                found.setdefault(after, []).append(here)
        return found

    def added(self, part: Part) -> Change:
        """A part that is new."""
        span = part.record.span
        return Change(
            "added", part.kind, part.path, "", None, self.new.written(span),
            of_presence(part, self.new, added=True),
            f"{called(self.new.parts, part)} is new", None, part, None, span,
        )  # fmt: skip

    def removed(self, here: int) -> Change:
        """A part that is gone."""
        part = self.old.parts[here]
        span = part.record.span
        return Change(
            "removed", part.kind, part.path, "", self.old.written(span), None,
            of_presence(part, self.old, added=False),
            f"{called(self.old.parts, part)} is gone", part, None, span, None,
        )  # fmt: skip

    def kept(self, here: int, there: int, shifted: frozenset[int]) -> Iterator[Change]:
        """All that happened to a part that is in both versions."""
        one, other = self.old.parts[here], self.new.parts[there]
        yield from self.renamed(one, other)
        if here in shifted or not self.same_home(one, other):
            yield self.moved(one, other)
        yield from self.changed(one, other)

    def renamed(self, one: Part, other: Part) -> Iterator[Change]:
        """Another name, or another written id."""
        if one.kind not in _UNNAMED and one.name != other.name:
            word = "blueprint" if one.kind == "blueprint" else "name"
            said = f"{called(self.old.parts, one)} is now called '{other.name}'"
            yield self.told("renamed", one, other, word, said, "editorial")
        if one.id != other.id and ("id" in one.record.places or "id" in other.record.places):
            said = f"{called(self.new.parts, other)} has the id '{other.id}', it was '{one.id}'"
            yield self.told("renamed", one, other, "id", said, "editorial")

    def told(
        self, kind: ChangeKind, one: Part, other: Part, word: str, said: str, effect: Effect
    ) -> Change:
        """A change of one key."""
        old_span, new_span = (_place(part.record, word) for part in (one, other))
        return Change(
            kind, one.kind, other.path, word,
            self.old.written(old_span), self.new.written(new_span), effect, said, one, other,
            old_span or one.record.span, new_span or other.record.span,
        )  # fmt: skip

    def same_home(self, one: Part, other: Part) -> bool:
        """Whether an element still stands in the same step and lane, or in the same element."""
        owner = one.owner == NOWHERE or self.matches.to_new.get(one.owner) == other.owner
        lane = one.lane == NOWHERE or self.matches.to_new.get(one.lane) == other.lane
        return owner and lane and one.slot == other.slot

    def shifted(self) -> frozenset[int]:
        """The old numbers of lanes, steps and actions that left the order of their list."""
        found: set[int] = set()
        kept = [
            (here, there) for here, there in self.matches.to_new.items()
            if self.old.parts[here].kind in _IN_ORDER
            and self.same_home(self.old.parts[here], self.new.parts[there])
        ]  # fmt: skip
        kept.sort(key=lambda pair: (self.list_of(pair[0]), self.old.parts[pair[0]].place))
        for _, pairs in groupby(kept, key=lambda pair: self.list_of(pair[0])):
            group = list(pairs)
            places = [self.new.parts[there].place for _, there in group]
            names = [self.name_of(*pair) for pair in group]
            found.update(group[at][0] for at in moved(places, names))
        return frozenset(found)

    def name_of(self, here: int, there: int) -> tuple[object, ...]:
        """What tells a pair from others of its list, the same from both sides."""
        one, other = self.old.parts[here], self.new.parts[there]
        names, ids = sorted((one.name, other.name)), sorted((one.id, other.id))
        written = sorted(
            (self.old.written(one.record.span) or "", self.new.written(other.record.span) or "")
        )
        return *ids, *names, *written, here + there

    def list_of(self, here: int) -> tuple[int, int, str]:
        """The list in which a part of the old version stands."""
        part = self.old.parts[here]
        return part.owner, part.lane, part.slot

    def moved(self, one: Part, other: Part) -> Change:
        """Another place."""
        seen = self.old.seen(one), self.new.seen(other)
        effect: Effect = "visible" if any(seen) else "internal"
        said = f"{called(self.new.parts, other)} {self.way(one, other)}"
        if one.kind == "action" and seen[0] != seen[1]:
            said += ", where customers see it" if seen[1] else ", where no customer sees it"
        return Change(
            "moved", one.kind, other.path, "", one.path, other.path, effect, said, one, other,
            one.record.span, other.record.span,
        )  # fmt: skip

    def way(self, one: Part, other: Part) -> str:
        """From where to where, in the words of the picture."""
        if self.same_home(one, other):
            return self.neighbour(other)
        lanes = homes = ("", "")
        if one.lane != NOWHERE and self.matches.to_new.get(one.lane) != other.lane:
            lanes = self.old.parts[one.lane].name, self.new.parts[other.lane].name
        if self.matches.to_new.get(one.owner) != other.owner:
            homes = self.old.owner(one).name, self.new.owner(other).name
        return way((one.slot, other.slot), lanes, homes)

    def neighbour(self, other: Part) -> str:
        """Behind which other one of its list a part stands now."""
        before = [
            part for part in self.new.parts
            if (part.owner, part.lane, part.slot) == (other.owner, other.lane, other.slot)
            and part.place == other.place - 1
        ]  # fmt: skip
        return f"comes after '{before[0].name}' now" if before else "comes first now"

    def changed(self, one: Part, other: Part) -> Iterator[Change]:
        """The keys whose values differ."""
        known = vars(one.record).keys() | vars(other.record).keys()
        for word, key in one.record.keys.items():
            if key.name not in known or record_in(key.kind) is not None:
                continue
            if word in _TOLD_ELSEWHERE or (word == "name" and one.kind not in _UNNAMED):
                continue
            if not self.equal(one, other, key.name, key.kind):
                values = (getattr(part.record, key.name) for part in (one, other))
                yield self.field(one, other, word, key, *values)
        old, new = _own(one.record), _own(other.record)
        for word in sorted(old.keys() | new.keys()):
            if old.get(word) != new.get(word):
                yield self.field(one, other, word, None, old.get(word), new.get(word))

    def field(
        self, one: Part, other: Part, word: str, key: Key | None, before: object, after: object
    ) -> Change:
        """A key whose value differs."""
        effect = of_field(one, other, word, (self.old, self.new))
        said = f"{called(self.new.parts, other)}: {became(word, key, before, after)}"
        return self.told("changed", one, other, word, said, effect)

    def equal(self, one: Part, other: Part, name: str, kind: Any) -> bool:  # noqa: ANN401 - any kind
        """Whether a key says the same in both versions; references, whether they mean the same."""
        before, after = getattr(one.record, name), getattr(other.record, name)
        pointer = pointer_in(kind)
        if pointer is None:
            return bool(before == after)
        old = self.meant(self.old, self.old_numbers, before, pointer)
        new = self.meant(self.new, self.new_numbers, after, pointer)
        here = [self.matches.to_new.get(at, "gone") if isinstance(at, int) else at for at in old]
        return {*here} == {*new}

    def meant(
        self,
        version: Version,
        numbers: Mapping[int, int],
        references: Iterable[Reference],
        pointer: Pointer,
    ) -> list[int | str]:
        """The numbers of the parts that references mean; their text for what is in other files."""
        found: list[int | str] = []
        for reference in references:
            element = version.keys.meant.get((pointer.to, reference.text))
            found.append(numbers.get(id(element), reference.text))
        return found


def _alone(part: Part, kept: Mapping[int, int]) -> bool:
    """Whether a part that came or went is told, and not only the whole that holds it."""
    return part.kind in _TOLD_ALONE or part.owner == NOWHERE or part.owner in kept


def _own(record: Record) -> dict[str, object]:
    """The user's own keys of a record, and those among its lanes' actions and its enablers."""
    found = dict(record.extra)
    for word in _HOLDERS:
        holder = vars(record).get(word)
        for key, value in getattr(holder, "extra", {}).items():
            found[f"{word}.{key}"] = value
    return found


def _place(record: Record, word: str) -> Span | None:
    """Where the value of a key stands, or of one of the user's own a level below."""
    holder, dot, key = word.partition(".")
    if not dot:
        return record.places.get(word)
    held = [value for name, value in getattr(record.where, "value", ()) if name.value == holder]
    return held[0].places.get(key) if held else None

"""What happened to each element between two versions, in words and as written."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Literal, NamedTuple

from blueprint_cli.diff.effects import Effect, Sides, of_field, of_presence
from blueprint_cli.diff.matching import Matches
from blueprint_cli.diff.order import moved
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.reading.references import Index
from blueprint_cli.record import Many, Pointer, Reference, record_in
from blueprint_cli.source import Source, Span

ChangeKind = Literal["added", "removed", "renamed", "moved", "changed"]

_TOLD_ALONE = frozenset({"action", "pain_point", "opportunity", "fail_point"})
"""What is told even where the whole that holds it came or went."""
_UNNAMED = frozenset({"link", "fail_point"})
"""What is told apart by where it stands; its name is a text like others."""
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


class Version(NamedTuple):
    """One side of a comparison."""

    source: Source
    keys: Index
    parts: tuple[Part, ...]
    sides: Sides

    def owner(self, part: Part) -> Part:
        """What holds a part."""
        return self.parts[part.owner]

    def written(self, span: Span | None) -> str | None:
        """The text of a place."""
        return None if span is None else self.source.text[span.start : span.end].strip()


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
            of_presence(part, self.new.sides, added=True),
            f"{self.called(self.new, part)} is new", None, part, None, span,
        )  # fmt: skip

    def removed(self, here: int) -> Change:
        """A part that is gone."""
        part = self.old.parts[here]
        span = part.record.span
        return Change(
            "removed", part.kind, part.path, "", self.old.written(span), None,
            of_presence(part, self.old.sides, added=False),
            f"{self.called(self.old, part)} is gone", part, None, span, None,
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
            said = f"{self.called(self.old, one)} is now called '{other.name}'"
            yield self.told("renamed", one, other, word, said, "editorial")
        ids = "id" in one.record.places or "id" in other.record.places
        if ids and one.id != other.id:
            said = f"{self.called(self.new, other)} has the id '{other.id}', it was '{one.id}'"
            yield self.told("renamed", one, other, "id", said, "editorial")

    def told(
        self, kind: ChangeKind, one: Part, other: Part, word: str, said: str, effect: Effect
    ) -> Change:
        """A change of one key."""
        old_span, new_span = (part.record.places.get(word) for part in (one, other))
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
            found.update(group[at][0] for at in moved(places))
        return frozenset(found)

    def list_of(self, here: int) -> tuple[int, int, str]:
        """The list in which a part of the old version stands."""
        part = self.old.parts[here]
        return part.owner, part.lane, part.slot

    def moved(self, one: Part, other: Part) -> Change:
        """Another place."""
        seen = self.old.sides.seen(one), self.new.sides.seen(other)
        effect: Effect = "visible" if any(seen) else "internal"
        said = f"{self.called(self.new, other)} {self.way(one, other)}"
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
        said = []
        if one.lane != NOWHERE and self.matches.to_new.get(one.lane) != other.lane:
            said.append((self.old.parts[one.lane].name, self.new.parts[other.lane].name))
        if self.matches.to_new.get(one.owner) != other.owner:
            said.append((self.old.owner(one).name, self.new.owner(other).name))
        before = ", ".join(f"'{name}'" for name, _ in said)
        after = ", ".join(f"'{name}'" for _, name in said)
        return f"moves from {before} to {after}"

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
        for word, key in one.record.keys.items():
            told = word in {"id", "blueprint", "action"} or (
                word == "name" and one.kind not in _UNNAMED
            )
            if told or record_in(key.kind) is not None:
                continue
            if not self.equal(one, other, key.name, key.kind):
                yield self.field(one, other, word)
        for word in sorted(one.record.extra.keys() | other.record.extra.keys()):
            if one.record.extra.get(word) != other.record.extra.get(word):
                yield self.field(one, other, word)

    def field(self, one: Part, other: Part, word: str) -> Change:
        """A key whose value differs."""
        effect = of_field(one, other, word, (self.old.sides, self.new.sides))
        before, after = (
            version.written(part.record.places.get(word))
            for version, part in ((self.old, one), (self.new, other))
        )
        said = f"{self.called(self.new, other)}: {word.replace('_', ' ')} {_from_to(before, after)}"
        return self.told("changed", one, other, word, said, effect)

    def equal(self, one: Part, other: Part, name: str, kind: Any) -> bool:  # noqa: ANN401 - any kind
        """Whether a key says the same in both versions; references, whether they mean the same."""
        before, after = getattr(one.record, name), getattr(other.record, name)
        pointer = kind.of if isinstance(kind, Many) else kind
        if not isinstance(pointer, Pointer):
            return bool(before == after)
        meant = [self.matches.to_new.get(at, at) if isinstance(at, int) else at
                 for at in self.meant(self.old, self.old_numbers, before, pointer)]  # fmt: skip
        return sorted(map(str, meant)) == sorted(
            map(str, self.meant(self.new, self.new_numbers, after, pointer))
        )

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

    def called(self, version: Version, part: Part) -> str:
        """A part as people call it, with its lane or owner where that tells it apart."""
        if part.kind == "blueprint":
            return "the blueprint"
        if part.kind == "link":
            return self.link(version, part)
        kind = part.kind.replace("_", " ")
        if part.kind == "action":
            return f"{version.parts[part.lane].name}: '{part.name}'"
        if part.owner > 0 and part.kind not in {"lane", "step"}:
            return f"the {kind} '{part.name}' of '{version.owner(part).name}'"
        return f"the {kind} '{part.name}'"

    def link(self, version: Version, part: Part) -> str:
        """A link as a sentence without its end."""
        end = version.parts[part.end].name if part.end != NOWHERE else part.outside
        word = part.slot.replace("_", " ")
        return f"that '{version.owner(part).name}' {word} '{end}'"


def _alone(part: Part, kept: Mapping[int, int]) -> bool:
    """Whether a part that came or went is told, and not only the whole that holds it."""
    return part.kind in _TOLD_ALONE or part.owner == NOWHERE or part.owner in kept


def _from_to(before: str | None, after: str | None) -> str:
    if before is None:
        return f"is now {after}"
    return f"was {before}, now none" if after is None else f"{before} → {after}"

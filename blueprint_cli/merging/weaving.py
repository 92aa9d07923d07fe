"""Ours with what theirs changed, as edits of its text: what nobody touched is copied as it stands.

Where one side left an entry as it was in the base, the other side's text of it counts as a whole,
with its comments. Only where both have touched it are its keys and items looked at one by one.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import Any

from blueprint_cli.diff.order import moved
from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.editing.entries import Whole
from blueprint_cli.kinds import same
from blueprint_cli.merging.joints import BASE, OURS, THEIRS, Home, Side
from blueprint_cli.merging.patching import Patches
from blueprint_cli.merging.pen import Pen, Piece, is_block, key_with
from blueprint_cli.merging.plan import Doubt, Plan
from blueprint_cli.merging.respelling import id_in_result
from blueprint_cli.merging.scalars import spelled
from blueprint_cli.merging.values import Path
from blueprint_cli.merging.written import (
    Spot,
    Versions,
    Written,
    dedented,
)
from blueprint_cli.record import record_in


class Weaving:
    """The edits of ours while they are found."""

    def __init__(self, plan: Plan, sides: tuple[Written, Written, Written]) -> None:
        self.plan = plan
        self.three = plan.three
        self.sides = sides
        self.base, self.ours, self.theirs = sides
        self.pen = Pen(self.ours, self.theirs)
        self.done: set[int] = set()
        self.pieces: dict[int, Piece] = {}
        self.disputed = {each.joint for each in plan.conflicts}

    def weave(self) -> Patches:
        """All edits."""
        self.element(0)
        self.pen.remarks_of_file(self.base)
        return self.pen.patches

    # Elements

    def spots(self, joint: int) -> Versions:
        """The entries of a joint."""
        return Versions(*(side.of.get(joint) for side in self.sides))

    def element(self, joint: int) -> None:
        """An element that ours and theirs have, once."""
        known = self.three.joints[joint]
        if joint in self.done or NOWHERE in known[1:] or joint not in self.plan.alive:
            return
        self.done.add(joint)
        found = self.spots(joint)
        if found.ours is None or found.theirs is None:
            raise Doubt("an element stands where aliases bring it")
        inside = [self.inside(side, joint) for side in (BASE, OURS, THEIRS)]
        if joint and joint not in self.disputed and self.settled(found, inside):
            return
        if joint:
            self.pen.remarks(found)
        self.keys(joint, found)

    def settled(self, found: Versions, inside: list[set[int]]) -> bool:
        """Take an entry as a whole from the side that changed it, if only one did."""
        looks = [side.look(spot) for side, spot in zip(self.sides, found, strict=True)]
        whole = self.apart(inside)
        if looks[1] == looks[2] and inside[1] == inside[2]:
            return True
        if looks[0] == looks[2] and whole:
            return True
        if looks[0] != looks[1] or not whole or found.ours is None or found.theirs is None:
            return False
        self.pen.take(found.ours, found.theirs)
        return True

    def inside(self, side: Side, joint: int) -> set[int]:
        """All joints that an element holds in a version."""
        found: set[int] = set()
        todo = [joint]
        while todo:
            here = todo.pop()
            for other in self.plan.below.get(here, ()):
                home = self.three.home(side, other)
                if home is not None and home.owner == here and other not in found:
                    found.add(other)
                    todo.append(other)
        return found

    def apart(self, inside: list[set[int]]) -> bool:
        """Whether nothing in it moved in or out, or is in conflict."""
        _, ours, theirs = inside
        if self.disputed & (ours | theirs):
            return False
        joints = [self.three.joints[each] for each in (ours ^ theirs) & self.plan.alive]
        return all(each.base == NOWHERE and NOWHERE in each[1:] for each in joints)

    # Keys

    def keys(self, joint: int, found: Versions) -> None:
        """The keys of an element that both sides changed."""
        assert found.ours is not None and found.theirs is not None  # noqa: S101, PT018 - asked before
        record = self.three.any(joint).record
        mapping = isinstance(found.ours.entry.value, Whole)
        if not mapping:
            self.short(joint, found)
            return
        tables = [side.keys(spot) for side, spot in zip(self.sides, found, strict=True)]
        base, ours, theirs = (
            _with_name(table, spot, record.short) for table, spot in zip(tables, found, strict=True)
        )
        changes = _Keys(found.ours)
        for word in dict.fromkeys([*ours, *theirs]):
            each = Versions(base.get(word), ours.get(word), theirs.get(word))
            known = record.keys.get(word)
            held = record_in(known.kind) if known else None
            if (word == "actions" and self.three.kind(joint) == "step") or word == "enablers":
                self.table(joint, word, each, changes, theirs)
            elif held is not None:
                self.listed(Home(joint, NOWHERE, word), each, changes, theirs)
            else:
                self.field(joint, (word,), each, changes, theirs)
        self.change_keys(changes)

    def short(self, joint: int, found: Versions) -> None:
        """An element that ours writes as its name: theirs' text, with the name of the result."""
        assert found.ours is not None and found.theirs is not None  # noqa: S101, PT018 - as above
        record = self.three.any(joint).record
        theirs = self.theirs.keys(found.theirs)
        word = record.short or ""
        named = theirs.get(word, None if theirs else found.theirs)
        if named is None or not self.apart([self.inside(side, joint) for side in (0, 1, 2)]):
            raise Doubt("an element is written in a short form that has no room for the changes")
        name = self.plan.fields[joint].get((word,))
        if name is None or name.took == "conflict":
            return
        new = spelled(str(name.value), self.ours.text[slice(*self.ours.value(found.ours))])
        place = self.theirs.value(named)
        whole = self.theirs.value(found.theirs)
        text = self.theirs.text
        text = text[whole.start : place.start] + new + text[place.end : whole.end]
        column = self.theirs.column(whole.start)
        self.pen.put_value(found.ours, dedented(text, column), block=is_block(found.theirs))

    def table(
        self, joint: int, word: str, each: Versions, changes: "_Keys", theirs: dict[str, Spot]
    ) -> None:
        """The actions of a step by lane, or the enablers of a lane by sort."""
        if self.whole_key(
            joint, lambda home: home.slot.split(".")[0] == word, each, changes, theirs
        ):
            return
        if each.ours is None or each.theirs is None:
            raise Doubt(f"one side removes all `{word}` where the other changes some")
        tables = [side.keys(spot) for side, spot in zip(self.sides, each, strict=True)]
        inner = _Keys(each.ours)
        for key in dict.fromkeys([*tables[1], *tables[2]]):
            found = Versions(*(table.get(key) for table in tables))
            if key.startswith("x-") and (word, key) in self.plan.fields[joint]:
                self.field(joint, (word, key), found, inner, tables[2])
            elif word == "enablers":
                home = Home(joint, NOWHERE, f"enablers.{key}")
                self.listed(home, found, inner, tables[2])
            elif (lane := self.lane(key)) is not None:
                self.listed(Home(joint, lane, "actions"), found, inner, tables[2])
            elif found.ours is not None:
                raise Doubt(f"nobody knows which lane '{key}' is")
        self.pen.remarks(each)
        self.change_keys(inner)
        if inner.emptied:
            changes.gone.append(each.ours.place)

    def lane(self, word: str) -> int | None:
        """The lane that a key of `actions` means in the result."""
        for joint in self.plan.lists.get(Home(0, NOWHERE, "lanes"), ()):
            if id_in_result(self.plan, joint) == same(word.strip()):
                return joint
        return None

    def whole_key(
        self,
        joint: int,
        wanted: Callable[[Home], bool],
        each: Versions,
        changes: "_Keys",
        theirs: dict[str, Spot],
    ) -> bool:
        """Take a key from the side that changed it, if only one did; False if both did."""
        looks = [side.look(spot) for side, spot in zip(self.sides, each, strict=True)]
        inside = [self.held(side, joint, wanted) for side in (BASE, OURS, THEIRS)]
        if not self.apart(inside):
            return False
        if looks[2] in {looks[0], looks[1]}:
            return True
        if looks[0] != looks[1]:
            return False
        self.take_key(each, changes, theirs)
        return True

    def take_key(self, each: Versions, changes: "_Keys", theirs: dict[str, Spot]) -> None:
        """Have a key as theirs has it."""
        if each.theirs is None and each.ours is not None:
            changes.gone.append(each.ours.place)
        elif each.ours is None and each.theirs is not None:
            piece = self.pen.piece_of(self.theirs, each.theirs)
            changes.new.append((place_before(each.theirs, theirs, changes.spot), piece))
        elif each.ours is None or each.theirs is None:
            return
        else:
            self.pen.take(each.ours, each.theirs)

    def held(self, side: Side, joint: int, wanted: Callable[[Home], bool]) -> set[int]:
        """All joints that stand below a key of an element in a version."""
        found: set[int] = set()
        for other in self.plan.below.get(joint, ()):
            home = self.three.home(side, other)
            if home is not None and home.owner == joint and wanted(home):
                found |= {other} | self.inside(side, other)
        return found

    def field(
        self, joint: int, path: Path, each: Versions, changes: "_Keys", theirs: dict[str, Spot]
    ) -> None:
        """A key with a value of its own."""
        looks = [side.look(spot) for side, spot in zip(self.sides, each, strict=True)]
        if looks[2] in {looks[0], looks[1]}:
            return
        said = self.plan.fields[joint].get(path)
        took = said.took if said else ""
        if looks[0] == looks[1] and took != "conflict":
            self.take_key(each, changes, theirs)
            return
        if took == "theirs":
            self.value(each, changes, theirs)
        elif said is None:
            raise Doubt(f"both sides change `{path[-1]}`, which only YAML knows")
        elif took == "both" and each.ours is not None:
            if isinstance(said.value, tuple):
                self.texts(joint, path, each)
            else:
                self.pen.write(self.base, each, said.value)
        self.pen.remarks(each)

    def value(self, each: Versions, changes: "_Keys", theirs: dict[str, Spot]) -> None:
        """Have the value that theirs has; the comments of ours stay."""
        if each.ours is None or each.theirs is None:
            self.take_key(each, changes, theirs)
        else:
            piece = self.pen.piece_of(self.theirs, each.theirs)
            self.pen.put_value(each.ours, piece.value, block=piece.block)

    def texts(self, joint: int, path: Path, each: Versions) -> None:
        """A list of texts or references to which both sides did something."""
        ours, theirs = each.ours, each.theirs
        assert ours is not None and theirs is not None  # noqa: S101, PT018 - both have some
        mine = dict(zip(self.plan.said[joint][OURS][path], _items(ours), strict=True))
        others = dict(zip(self.plan.said[joint][THEIRS][path], _items(theirs), strict=True))
        order = self.plan.fields[joint][path].value
        pieces = {
            value: self.pen.piece_of(self.theirs, others[value])
            for value in order
            if value not in mine
        }
        own = partial(self._piece_of_text, mine)
        self.arrange(ours, list(mine), order, mine, pieces, own)

    def _piece_of_text(self, spots: Mapping[Any, Spot], text: object) -> "Piece":
        return self.pen.piece_of(self.ours, spots[text])

    # Lists

    def listed(self, home: Home, each: Versions, changes: "_Keys", theirs: dict[str, Spot]) -> None:
        """The elements below one key."""
        if self.whole_key(home.owner, lambda one: one == home, each, changes, theirs):
            return
        order = self.plan.lists.get(home, [])
        mine = self.plan.before[OURS].get(home, [])
        for joint in dict.fromkeys([*order, *mine]):
            self.element(joint)
        self.pen.remarks(each)
        pieces = {joint: self.piece(joint) for joint in order if joint not in mine}
        if order == mine:
            return
        if each.ours is None:
            piece = key_with(each.theirs.key if each.theirs else "", list(pieces.values()))
            at = place_before(each.theirs, theirs, changes.spot) if each.theirs else -1
            changes.new.append((at, piece))
        elif not order:
            for joint in mine:
                self.piece(joint)
            changes.gone.append(each.ours.place)
        else:
            spots = {joint: self.ours.of[joint] for joint in mine}
            self.arrange(each.ours, mine, order, spots, pieces, self.piece)

    def arrange(
        self,
        ours: Spot,
        mine: Sequence[Hashable],
        order: Sequence[Hashable],
        spots: Mapping[Any, Spot],
        pieces: Mapping[Any, "Piece"],
        own: Callable[[Any], "Piece"],
    ) -> None:
        """Make a list of ours hold these, in this order; `pieces` are those that it lacks.

        `own` gives the piece of one that it has.
        """
        value = ours.entry.value
        common = [each for each in mine if each in order]
        places = [order.index(each) for each in common]
        shifted = {common[at] for at in moved(places, places)}
        kept = set(common) - shifted
        new = dict(pieces) | {each: own(each) for each in mine if each not in kept}
        if not isinstance(value, Whole) or value.style not in "-[":
            self.pen.spread(ours, [new[each] if each in new else own(each).bare for each in order])
            return
        if any(spots[each].whole is not value for each in mine):
            raise Doubt("a list stands where an alias brings it")
        gone = [spots[each].place for each in mine if each not in kept]
        coming: list[tuple[int, Piece]] = []
        last = -1
        for each in order:
            if each in kept:
                last = spots[each].place
            else:
                coming.append((last, new[each]))
        self.pen.change(value, gone, coming)

    # Pieces

    def piece(self, joint: int) -> "Piece":
        """An element as it is to stand somewhere else, with all that is changed in it."""
        if joint not in self.pieces:
            self.element(joint)
            ours = self.ours.of.get(joint)
            if ours is not None:
                self.pieces[joint] = self.pen.piece_of(self.ours, ours)
            elif joint in self.theirs.of:
                self.pieces[joint] = self.pen.piece_of(self.theirs, self.theirs.of[joint])
            else:
                raise Doubt("an element stands where aliases bring it")
        return self.pieces[joint]

    def change_keys(self, changes: "_Keys") -> None:
        """Write the keys that are new into a mapping, and take those that are gone out of it."""
        value = changes.spot.entry.value
        if isinstance(value, Whole) and (changes.gone or changes.new):
            self.pen.change(value, changes.gone, changes.new)


class _Keys:
    """What happens to the keys of one mapping of ours: places that go, pieces that come."""

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self.gone: list[int] = []
        self.new: list[tuple[int, Piece]] = []

    @property
    def emptied(self) -> bool:
        """Whether no key is left."""
        value = self.spot.entry.value
        return isinstance(value, Whole) and len(self.gone) == len(value.entries) and not self.new


def place_before(theirs: Spot, table: Mapping[str, Spot], ours: Spot) -> int:
    """The place in ours of the last key that stands before one in theirs."""
    value = ours.entry.value
    assert isinstance(value, Whole)  # noqa: S101 - it has keys
    places = {each.key.value: place for place, each in enumerate(value.entries) if each.key}
    words = [word for word, spot in table.items() if spot.place < theirs.place]
    return next((places[word] for word in reversed(words) if word in places), 0)


def _items(spot: Spot) -> list[Spot]:
    """The items of a list of texts, or the one that stands without a list."""
    value = spot.entry.value
    if isinstance(value, Whole) and value.style in "-[":
        return [Spot(entry, value, place) for place, entry in enumerate(value.entries)]
    return [spot]


def _with_name(table: dict[str, Spot], spot: Spot | None, short: str | None) -> dict[str, Spot]:
    """The keys of an element; its name where it is written as that alone."""
    return {short: spot} if short and spot and not table else table

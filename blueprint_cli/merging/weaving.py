"""Ours with what theirs changed, as edits of its text: what nobody touched is copied as it stands.

Where one side left an entry as it was in the base, the other side's text of it counts as a whole,
with its comments. Only where both have touched it are its keys and items looked at one by one.
"""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from blueprint_cli.diff.order import moved
from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.editing.entries import Entry, Whole
from blueprint_cli.formatting.writer import flow_line
from blueprint_cli.kinds import same
from blueprint_cli.merging.joints import BASE, OURS, THEIRS, Home, Side
from blueprint_cli.merging.patching import Patches
from blueprint_cli.merging.plan import Doubt, Plan
from blueprint_cli.merging.respelling import id_in_result
from blueprint_cli.merging.scalars import spelled
from blueprint_cli.merging.values import Path
from blueprint_cli.merging.written import (
    Spot,
    Written,
    dedented,
    end_of,
    end_of_value,
    indented,
    remarks,
)  # fmt: skip
from blueprint_cli.reading.nodes import Text
from blueprint_cli.record import record_in
from blueprint_cli.source import Span


class Versions(NamedTuple):
    """One thing in three versions; None where it is not."""

    base: Spot | None
    ours: Spot | None
    theirs: Spot | None


class Weaving:
    """The edits of ours while they are found."""

    def __init__(self, plan: Plan, sides: tuple[Written, Written, Written]) -> None:
        self.plan = plan
        self.three = plan.three
        self.sides = sides
        self.base, self.ours, self.theirs = sides
        self.patches = Patches(self.ours.text)
        self.done: set[int] = set()
        self.pieces: dict[int, Piece] = {}
        self.disputed = {each.joint for each in plan.conflicts}

    def weave(self) -> Patches:
        """All edits."""
        self.element(0)
        return self.patches

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
            self.remarks(found)
        self.keys(joint, found)

    def settled(self, found: Versions, inside: list[set[int]]) -> bool:
        """Take an entry as a whole from the side that changed it, if only one did."""
        looks = [side.look(spot) for side, spot in zip(self.sides, found, strict=True)]
        whole = self.apart(inside)
        if looks[1] == looks[2] and inside[1] == inside[2]:
            return True
        if looks[0] == looks[2] and whole:
            return True
        if looks[0] != looks[1] or not whole:
            return False
        if found.theirs is None and found.ours is not None:
            self.remove(found.ours)
        elif found.theirs is not None and found.ours is not None:
            self.take(found.ours, found.theirs)
        else:
            return False
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

    def remarks(self, found: Versions) -> None:
        """Bring the comments that theirs added to an entry, and take those that it took away."""
        ours, theirs = found.ours, found.theirs
        if ours is None or theirs is None:
            return
        before = [each.text for each in remarks(found.base.entry)] if found.base else []
        mine = [each.text for each in remarks(ours.entry)]
        others = [each.text for each in remarks(theirs.entry)]
        gone = [each for each in remarks(ours.entry) if each.text in before]
        gone = [each for each in gone if each.text not in others]
        for each in remarks(theirs.entry):
            if each.text in before or each.text in mine:
                continue
            instead = next((one for one in gone if one.alone == each.alone), None)
            if instead is not None:
                gone.remove(instead)
                self.patches.replace(Span(instead.start, instead.end), each.text)
            else:
                self.add_remark(ours, each.text, above=each.alone)
        for each in gone:
            self.drop_remark(each.start, each.end, alone=each.alone)

    def add_remark(self, ours: Spot, text: str, *, above: bool) -> None:
        """Write a comment over an entry, or behind it."""
        if self.ours.lines(ours) is None:
            raise Doubt("a comment is new where there is no line for it")
        value = ours.entry.value
        home = Span(ours.entry.start, end_of(ours.entry))
        if not above and not ours.entry.beside and not _is_block(ours):
            end = end_of_value(value)
            if not self.ours.text[end : self.ours.line_end(end)].strip():
                self.patches.put(end, f"  {text}", home)
                return
        column = self.ours.column(ours.entry.start)
        at = ours.entry.start - column
        self.patches.put(at, f"{' ' * column}{text}\n", home, over=True)

    def drop_remark(self, start: int, end: int, *, alone: bool) -> None:
        """Take a comment away, with its line if it has one."""
        if alone:
            start = self.ours.text.rfind("\n", 0, start) + 1
            self.patches.cut(Span(start, self.ours.line_end(end)))
            return
        begin = len(self.ours.text[:start].rstrip(" \t"))
        self.patches.cut(Span(begin, end))

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
        self.put_value(found.ours, dedented(text, column), block=_is_block(found.theirs))

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
        self.remarks(each)
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
            piece = self.piece_of(self.theirs, each.theirs)
            changes.new.append((place_before(each.theirs, theirs, changes.spot), piece))
        elif each.ours is None or each.theirs is None:
            return
        else:
            self.take(each.ours, each.theirs)

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
        if took == "theirs" or (looks[0] == looks[1] and took != "conflict"):
            self.take_key(each, changes, theirs)
            return
        if said is None:
            raise Doubt(f"both sides change `{path[-1]}`, which only YAML knows")
        if said.took == "both" and each.ours is not None:
            if isinstance(said.value, tuple):
                self.texts(joint, path, each)
            else:
                self.write(each.ours, said.value)
        self.remarks(each)

    def write(self, ours: Spot, value: str) -> None:
        """Write a text that is neither side's."""
        place = self.ours.value(ours)
        raw = self.ours.text[slice(*place)]
        if "\n" in raw or raw[:1] in {"|", ">", "*", "&"}:
            raise Doubt("both sides change a text of several lines")
        self.patches.replace(place, spelled(value, raw))

    def texts(self, joint: int, path: Path, each: Versions) -> None:
        """A list of texts or references to which both sides did something."""
        ours, theirs = each.ours, each.theirs
        assert ours is not None and theirs is not None  # noqa: S101, PT018 - both have some
        mine = dict(zip(self.plan.said[joint][OURS][path], _items(ours), strict=True))
        others = dict(zip(self.plan.said[joint][THEIRS][path], _items(theirs), strict=True))
        order = self.plan.fields[joint][path].value
        pieces = {
            value: self.piece_of(self.theirs, others[value]) for value in order if value not in mine
        }
        own = partial(self._piece_of_text, mine)
        self.arrange(ours, list(mine), order, mine, pieces, own)

    def _piece_of_text(self, spots: Mapping[Any, Spot], text: object) -> "Piece":
        return self.piece_of(self.ours, spots[text])

    # Lists

    def listed(self, home: Home, each: Versions, changes: "_Keys", theirs: dict[str, Spot]) -> None:
        """The elements below one key."""
        if self.whole_key(home.owner, lambda one: one == home, each, changes, theirs):
            return
        order = self.plan.lists.get(home, [])
        mine = self.plan.before[OURS].get(home, [])
        for joint in dict.fromkeys([*order, *mine]):
            self.element(joint)
        self.remarks(each)
        pieces = {joint: self.piece(joint) for joint in order if joint not in mine}
        if order == mine:
            return
        if each.ours is None:
            piece = _listed(each.theirs.key if each.theirs else "", list(pieces.values()))
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
            self.spread(ours, [new[each] if each in new else own(each) for each in order])
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
        self.change(value, gone, coming)

    def spread(self, ours: Spot, pieces: Sequence["Piece"]) -> None:
        """Make a list of the one thing that stands without one."""
        if len(pieces) == 1:
            self.put_value(ours, pieces[0].value, block=pieces[0].block)
            return
        lines = [each.inline for each in pieces]
        if all(lines) and not any(each.block for each in pieces) and _fits(lines):
            self.put_value(ours, f"[{', '.join(map(str, lines))}]", block=False)
        else:
            self.put_value(ours, "\n".join(each.item for each in pieces), block=True)

    # Pieces

    def piece(self, joint: int) -> "Piece":
        """An element as it is to stand somewhere else, with all that is changed in it."""
        if joint not in self.pieces:
            self.element(joint)
            ours = self.ours.of.get(joint)
            if ours is not None:
                self.pieces[joint] = self.piece_of(self.ours, ours)
            elif joint in self.theirs.of:
                self.pieces[joint] = self.piece_of(self.theirs, self.theirs.of[joint])
            else:
                raise Doubt("an element stands where aliases bring it")
        return self.pieces[joint]

    def piece_of(self, side: Written, spot: Spot) -> "Piece":
        """An entry as it stands in a version; in ours with all edits in it."""
        entry = spot.entry
        whole = Span(entry.start, end_of(entry))
        place = side.value(spot)
        lines = side.lines(spot) or whole
        text, core = (self.rendered(side, each) for each in (place, lines))
        changed = core != side.text[slice(*lines)]
        value = dedented(text, side.column(place.start))
        core = dedented(core.lstrip(" ").removesuffix("\n"), side.column(entry.start))
        own = entry.key is None and not spot.whole.flow
        item = core if own else f"- {indented(value, 2)}"
        blank = entry.above[0].blank if entry.above else entry.blank
        inline = self.inline(side, spot, text, changed=changed)
        return Piece(core, item, value, inline, blank=blank, block=_is_block(spot))

    def rendered(self, side: Written, place: Span) -> str:
        """What stands at a place; in ours with all edits in it."""
        return self.patches.rendered(place) if side is self.ours else side.text[slice(*place)]

    def inline(self, side: Written, spot: Spot, text: str, *, changed: bool) -> str | None:
        """The value of an entry in one line as it can stand in brackets; None where it cannot."""
        value = spot.entry.value
        if remarks(spot.entry):
            return None
        if isinstance(value, Text):
            if "\n" in text or value.style in {"|", ">"}:
                return None
            fits = value.style or spot.whole.flow or not _BRACKETS.search(text)
            return text if fits else spelled(value.value, text)
        if value.flow and "\n" not in text:
            return text
        return None if changed else flow_line(side.laid, value)

    # Text

    def take(self, ours: Spot, theirs: Spot) -> None:
        """Put theirs' text of an entry in the place of ours."""
        lines = self.ours.lines(ours)
        piece = self.piece_of(self.theirs, theirs)
        if lines is not None and (ours.key is None) == (theirs.key is None):
            column = self.ours.column(ours.entry.start)
            core = piece.core if ours.key else piece.item
            ended = "\n" if self.ours.text[lines.end - 1] == "\n" else ""
            self.patches.replace(lines, f"{' ' * column}{indented(core, column)}{ended}")
        elif ours.whole.flow:
            if piece.inline is None:
                raise Doubt("there is no room in braces for what theirs has")
            self.patches.replace(self.ours.value(ours), piece.inline)
        else:
            self.put_value(ours, piece.value, block=piece.block)

    def put_value(self, ours: Spot, text: str, *, block: bool) -> None:
        """Write another value behind a key or dash; `text` has its first column at the margin."""
        place, entry = self.ours.value(ours), ours.entry
        if ours.whole.flow and (block or "\n" in text):
            raise Doubt("there is no room in braces for what theirs has")
        column = self.ours.column(entry.start) + 2
        if not block and not _is_block(ours):
            self.patches.replace(place, indented(text, column))
            return
        colon = self.ours.text.index(":", entry.key.end) if entry.key else entry.start
        start = colon + 1
        between = "\n" + " " * column if block and entry.key is not None else " "
        self.patches.replace(Span(start, place.end), between + indented(text, column))

    def change_keys(self, changes: "_Keys") -> None:
        """Write the keys that are new into a mapping, and take those that are gone out of it."""
        value = changes.spot.entry.value
        if isinstance(value, Whole) and (changes.gone or changes.new):
            self.change(value, changes.gone, changes.new)

    def change(self, whole: Whole, gone: Sequence[int], new: Sequence[tuple[int, "Piece"]]) -> None:
        """Take entries out of a list or mapping, by their places, and put others behind some."""
        if whole.flow:
            self.change_line(whole, gone, new)
            return
        home = Span(whole.start, end_of_value(whole))
        items = whole.style == "-"
        for place in gone:
            self.remove(Spot(whole.entries[place], whole, place))
        for place, piece in new:
            core = piece.item if items else piece.core
            text = " " * whole.column + indented(core, whole.column) + "\n"
            first = whole.entries[0]
            if place < 0 and (lines := self.ours.lines(Spot(first, whole, 0))) is not None:
                apart = "\n" if len(whole.entries) > 1 and _blank(whole.entries[1]) else ""
                self.patches.put(lines.start, text + apart, home)
                continue
            at = self.ours.line_end(end_of(whole.entries[max(place, 0)]))
            blank = "\n" if piece.blank else ""
            if self.ours.text[at - 1 : at] != "\n":
                text, blank = text[:-1], "\n" + blank
            self.patches.put(at, blank + text, home)

    def change_line(
        self, whole: Whole, gone: Sequence[int], new: Sequence[tuple[int, "Piece"]]
    ) -> None:
        """The same in brackets or braces."""
        home = Span(whole.start, whole.end)
        kept = [place for place in range(len(whole.entries)) if place not in gone]
        words = [(place, _in_line(piece, whole)) for place, piece in new]
        if not kept:
            inner = ", ".join(word for _, word in words)
            self.patches.replace(Span(whole.start + 1, whole.end - 1), inner)
            return
        for place in gone:
            entry = whole.entries[place]
            if place > kept[0]:
                before = end_of_value(whole.entries[place - 1].value)
                self.patches.cut(Span(before, end_of_value(entry.value)))
            else:
                self.patches.cut(Span(entry.start, whole.entries[place + 1].start))
        for place, word in words:
            behind = [each for each in kept if each <= place]
            if behind:
                self.patches.put(end_of_value(whole.entries[behind[-1]].value), f", {word}", home)
            else:
                self.patches.put(whole.entries[kept[0]].start, f"{word}, ", home)

    def remove(self, spot: Spot) -> None:
        """Take an entry away with its comments, and the empty lines before it."""
        lines = self.ours.lines(spot)
        if lines is None:
            following = spot.whole.entries[spot.place + 1 : spot.place + 2]
            if spot.whole.flow or not following or following[0].above:
                raise Doubt("an entry is gone that shares its line with another one")
            self.patches.cut(Span(spot.entry.start, following[0].start))
            return
        text = self.ours.text
        start = lines.start
        while spot.place and text[:start].endswith("\n\n"):
            start -= 1
        end = lines.end
        while not spot.place and text.startswith("\n", end):
            end += 1
        self.patches.cut(Span(start, end))


class Piece(NamedTuple):
    """An entry's text at the margin, to be put somewhere else.

    `core` is all of it with its comments, `item` the same as an item of a list, `value` what stands
    behind its key or dash, `inline` that in one line. `block` is a value on lines of its own.
    """

    core: str
    item: str
    value: str
    inline: str | None
    blank: bool
    block: bool


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


def _listed(key: str | None, pieces: Sequence["Piece"]) -> Piece:
    """A key with a list of pieces."""
    if len(pieces) == 1 and not pieces[0].block:
        core = f"{key}: {pieces[0].value}"
    else:
        core = f"{key}:\n  " + indented("\n".join(each.item for each in pieces), 2)
    lines = [each.inline for each in pieces]
    inline = f"[{', '.join(map(str, lines))}]" if all(lines) else None
    return Piece(core, core, core, inline and f"{inline}", blank=False, block=True)


def _in_line(piece: Piece, whole: Whole) -> str:
    """A piece as it stands in brackets or braces."""
    if piece.inline is None:
        raise Doubt("there is no room in braces for what theirs has")
    if whole.style == "[":
        return piece.inline
    return f"{piece.core.partition(':')[0]}: {piece.inline}"


def _with_name(table: dict[str, Spot], spot: Spot | None, short: str | None) -> dict[str, Spot]:
    """The keys of an element; its name where it is written as that alone."""
    return {short: spot} if short and spot and not table else table


def _is_block(spot: Spot) -> bool:
    value = spot.entry.value
    return isinstance(value, Whole) and not value.flow


def _blank(entry: Entry) -> bool:
    return entry.above[0].blank if entry.above else entry.blank


def _fits(lines: Sequence[str | None]) -> bool:
    return sum(len(each or "") for each in lines) < _LONGEST


_BRACKETS = re.compile(r"[,\[\]{}]|^[-?:]")
"""What ends a text without quotes inside of brackets."""
_LONGEST = 80
"""So many characters a list in brackets is made of at most."""

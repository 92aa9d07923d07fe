"""Ours with what theirs changed, as edits of its text: what nobody touched is copied as it stands.

Where one side left an entry as it was in the base, the other side's text of it counts as a whole,
with its comments. Only where both have touched it are its keys and items looked at one by one.
"""

from collections.abc import Callable, Sequence

from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.editing.entries import Whole
from blueprint_cli.kinds import same
from blueprint_cli.merging.conflicts import Doubt
from blueprint_cli.merging.contents import put_value, take
from blueprint_cli.merging.draft import Draft
from blueprint_cli.merging.fields import Fields
from blueprint_cli.merging.insides import apart, inside, inside_key
from blueprint_cli.merging.joints import OURS, Home
from blueprint_cli.merging.keys import Keys
from blueprint_cli.merging.lists import Listed, arrange
from blueprint_cli.merging.patching import Patches
from blueprint_cli.merging.pieces import Piece, key_with, piece_of
from blueprint_cli.merging.plan import Plan
from blueprint_cli.merging.remarks import bring_remarks, bring_remarks_of_file, lift_remarks
from blueprint_cli.merging.scalars import spelled
from blueprint_cli.merging.written import Spot, Versions, Written, dedented, is_block
from blueprint_cli.record import record_in


def woven(
    plan: Plan,
    sides: tuple[Written, Written, Written],
    finish: Callable[[Draft, int], None] = lambda draft, joint: None,  # noqa: ARG005 - names to read
) -> Draft:
    """Ours with all edits; `finish` may add some to an element when all others in it are there."""
    draft = Draft(*sides, Patches(sides[OURS].text))
    _Weaving(plan, draft, finish).element(0)
    bring_remarks_of_file(draft)
    return draft


class _Weaving:
    """The edits of ours while they are found."""

    def __init__(self, plan: Plan, draft: Draft, finish: Callable[[Draft, int], None]) -> None:
        self.plan = plan
        self.finish = finish
        self.three = plan.three
        self.draft = draft
        self.fields = Fields(plan, draft)
        self.done: set[int] = set()
        self.taken: set[int] = set()
        self.pieces: dict[int, Piece] = {}
        self.disputed = {each.joint for each in plan.conflicts}

    # Elements

    def element(self, joint: int) -> None:
        """An element, once."""
        if joint in self.done:
            return
        self.done.add(joint)
        if NOWHERE not in self.three.joints[joint][1:] and joint in self.plan.alive:
            self.both(joint)
        self.finish(self.draft, joint)

    def both(self, joint: int) -> None:
        """An element that ours and theirs have."""
        plan = self.plan
        found = Versions(*(side.of.get(joint) for side in self.draft.sides))
        if found.ours is None or found.theirs is None:
            raise Doubt("an element stands where aliases bring it")
        if joint in plan.unlike:
            return
        if joint and joint not in self.disputed and self.settled(joint, found):
            return
        if joint:
            bring_remarks(self.draft, found)
        if isinstance(found.ours.entry.value, Whole):
            self.keys(joint, found, found.ours)
        else:
            self.short(joint, found.ours, found.theirs)

    def settled(self, joint: int, found: Versions) -> bool:
        """Take an element as a whole from the side that changed it, if only one did."""
        looks, held = self.looks(found), inside(self.plan, joint)
        whole = apart(self.plan, held)
        if looks[1] == looks[2] and held[1] == held[2]:
            return True
        if looks[0] == looks[2] and whole:
            return True
        if looks[0] != looks[1] or not whole or found.ours is None or found.theirs is None:
            return False
        take(self.draft, found.ours, found.theirs)
        self.taken.add(joint)
        return True

    def looks(self, found: Versions) -> list[tuple[object, ...] | None]:
        """How an entry is written in each version."""
        return [side.look(spot) for side, spot in zip(self.draft.sides, found, strict=True)]

    def short(self, joint: int, ours: Spot, theirs: Spot) -> None:
        """An element that ours writes as its name: theirs' text, with the name of the result."""
        draft = self.draft
        word = self.three.any(joint).record.short or ""
        table = draft.theirs.keys(theirs)
        named = table.get(word, None if table else theirs)
        if named is None or not apart(self.plan, inside(self.plan, joint)):
            raise Doubt("an element is written in a short form that has no room for the changes")
        name = self.plan.fields[joint].get((word,))
        if name is None or name.took == "conflict":
            return
        new = spelled(str(name.value), draft.ours.text[slice(*draft.ours.value(ours))])
        place, whole = draft.theirs.value(named), draft.theirs.value(theirs)
        text = draft.theirs.text
        text = text[whole.start : place.start] + new + text[place.end : whole.end]
        column = draft.theirs.column(whole.start)
        if is_block(theirs):
            lift_remarks(draft, ours)
        put_value(draft, ours, dedented(text, column), block=is_block(theirs))

    def piece(self, joint: int) -> Piece:
        """An element as it is to stand somewhere else, with all that is changed in it."""
        if joint not in self.pieces:
            self.element(joint)
            ours = joint in self.draft.ours.of and joint not in self.taken
            side = self.draft.ours if ours else self.draft.theirs
            if joint not in side.of:
                raise Doubt("an element stands where aliases bring it")
            self.pieces[joint] = piece_of(self.draft, side, side.of[joint])
        return self.pieces[joint]

    # Keys

    def keys(self, joint: int, found: Versions, ours: Spot) -> None:
        """The keys of an element that both sides changed."""
        record = self.three.any(joint).record
        tables = [
            _with_name(side.keys(spot), spot, record.short)
            for side, spot in zip(self.draft.sides, found, strict=True)
        ]
        keys = Keys(ours, tables[2])
        for word in dict.fromkeys([*tables[1], *tables[2]]):
            each = Versions(*(table.get(word) for table in tables))
            known = record.keys.get(word)
            held = record_in(known.kind) if known else None
            if (word == "actions" and self.three.kind(joint) == "step") or word == "enablers":
                self.table(joint, word, each, keys)
            elif held is not None:
                self.listed(Home(joint, NOWHERE, word), each, keys)
            else:
                self.fields.write(joint, (word,), each, keys)
        keys.write(self.draft)

    def table(self, joint: int, word: str, each: Versions, keys: Keys) -> None:
        """The actions of a step by lane, or the enablers of a lane by sort."""
        if self.whole_key(joint, lambda home: home.slot.split(".")[0] == word, each, keys):
            return
        if each.ours is None or each.theirs is None:
            raise Doubt(f"one side removes all `{word}` where the other changes some")
        tables = [side.keys(spot) for side, spot in zip(self.draft.sides, each, strict=True)]
        inner = Keys(each.ours, tables[2])
        for key in dict.fromkeys([*tables[1], *tables[2]]):
            found = Versions(*(table.get(key) for table in tables))
            if key.startswith("x-") and (word, key) in self.plan.fields[joint]:
                self.fields.write(joint, (word, key), found, inner)
            elif word == "enablers":
                self.listed(Home(joint, NOWHERE, f"enablers.{key}"), found, inner)
            elif (lane := self.lane(key)) is not None:
                self.listed(Home(joint, lane, "actions"), found, inner)
            elif found.ours is not None:
                raise Doubt(f"nobody knows which lane '{key}' is")
        bring_remarks(self.draft, each)
        inner.write(self.draft)
        if inner.emptied:
            keys.drop(each.ours)

    def lane(self, word: str) -> int | None:
        """The lane that a key of `actions` means in the result, else a lane of ours that goes."""
        lanes = Home(0, NOWHERE, "lanes")
        for joint in [*self.plan.lists.get(lanes, []), *self.plan.before[OURS].get(lanes, [])]:
            if self.plan.id(joint) == same(word.strip()):
                return joint
        return None

    def whole_key(
        self, joint: int, wanted: Callable[[Home], bool], each: Versions, keys: Keys
    ) -> bool:
        """Take a key from the side that changed it, if only one did; False if both did."""
        looks = self.looks(each)
        if not apart(self.plan, inside_key(self.plan, joint, wanted)):
            return False
        if looks[2] in {looks[0], looks[1]}:
            return True
        if looks[0] != looks[1]:
            return False
        keys.take(self.draft, each)
        return True

    # Lists

    def listed(self, home: Home, each: Versions, keys: Keys) -> None:
        """The elements below one key."""
        if self.whole_key(home.owner, lambda one: one == home, each, keys):
            return
        order = self.plan.lists.get(home, [])
        mine = self.plan.before[OURS].get(home, [])
        for joint in dict.fromkeys([*order, *mine]):
            self.element(joint)
        if not self.is_element(each, mine):
            bring_remarks(self.draft, each)
        pieces = {joint: self.piece(joint) for joint in order if joint not in mine}
        if order == mine:
            return
        if each.ours is None:
            if each.theirs is not None:
                keys.add(each.theirs, key_with(each.theirs.key, list(pieces.values())))
        elif not order:
            for joint in mine:
                self.piece(joint)
            keys.drop(each.ours)
        else:
            spots = {joint: self.draft.ours.of[joint] for joint in mine}
            arrange(self.draft, Listed(each.ours, spots, pieces, self.piece), order)

    def is_element(self, each: Versions, mine: Sequence[int]) -> bool:
        """Whether the one element of a list stands without a list: then its key is its entry."""
        pairs = zip(each[1:], (self.draft.ours, self.draft.theirs), strict=True)
        return len(mine) == 1 and all(
            key is not None and mine[0] in side.of and key.entry is side.of[mine[0]].entry
            for key, side in pairs
        )


def _with_name(table: dict[str, Spot], spot: Spot | None, short: str | None) -> dict[str, Spot]:
    """The keys of an element; its name where it is written as that alone."""
    return {short: spot} if short and spot and not table else table

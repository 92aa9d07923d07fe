"""What the result of a merge has to say: each element that is in it, where, and with which values.

Where both sides want another thing, ours holds, and a `Conflict` tells of it.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.merging.joints import BASE, OURS, THEIRS, Home, Side, Three
from blueprint_cli.merging.orders import arranged
from blueprint_cli.merging.values import (
    Aim,
    Path,
    Settled,
    kind_of,
    same,
    settled,
    unsaid,
    values,
)  # fmt: skip


class Doubt(Exception):  # noqa: N818 - it is no error of the program
    """What both sides did cannot be told apart well enough; the reason is a clause."""


class Conflict(NamedTuple):
    """Something that both sides want otherwise: a key of an element, or with no key the whole."""

    joint: int
    path: Path
    reason: str


class Plan:
    """The result, by joints of three versions."""

    def __init__(self, three: Three) -> None:
        self.three = three
        self.conflicts: list[Conflict] = []
        self.before = three.lists(BASE), three.lists(OURS), three.lists(THEIRS)
        self.said = [
            tuple(values(three, side, joint) for side in (BASE, OURS, THEIRS))
            for joint in range(len(three.joints))
        ]
        self.alive: set[int] = set()
        self.homes: dict[int, Home] = {}
        self.fields: dict[int, dict[Path, Settled]] = {}
        self.lists: dict[Home, list[int]] = {}
        self.refused: set[tuple[int, Path]] = set()
        self.shifted = {OURS: self._shifted(OURS), THEIRS: self._shifted(THEIRS)}
        self._live()
        for _ in self.said:
            self._place()
            self._settle()
            self._order()
            if not self._aimless():
                break

    # Which elements are there

    def _live(self) -> None:
        """What nobody removed, or one side removed and the other one changed."""
        joints = self.three.joints
        self.alive = {at for at, each in enumerate(joints) if _stays(each)}
        below: dict[int, dict[int, None]] = {}
        for at in range(len(joints)):
            for side in (BASE, OURS, THEIRS):
                home = self.three.home(side, at)
                if home is not None:
                    below.setdefault(home.owner, {})[at] = None
        self.below = {owner: tuple(held) for owner, held in below.items()}
        for at, each in enumerate(joints):
            if each.base == NOWHERE or (each.ours == NOWHERE) == (each.theirs == NOWHERE):
                continue
            keeper: Side = THEIRS if each.ours == NOWHERE else OURS
            if self._is_top(at, keeper) and any(self._touched(at, keeper)):
                changed = (
                    "theirs removes what ours" if keeper == OURS else "ours removes what theirs"
                )
                self._refuse_removal(at, keeper, f"{changed} has changed")

    def _is_top(self, joint: int, side: Side) -> bool:
        """Whether what held it is still there, where the other side removed it."""
        home = self.three.home(BASE, joint)
        owner = home.owner if home else NOWHERE
        return owner == NOWHERE or self.three.joints[owner][_other(side)] != NOWHERE

    def _touched(self, joint: int, side: Side) -> Iterator[bool]:
        """Whether a side changed anything in an element."""
        now = self.three.part(side, joint)
        if now is None:
            return
        then = self.three.part(BASE, joint)
        yield then is None or self.three.home(BASE, joint) != self.three.home(side, joint)
        before, after = self.said[joint][BASE], self.said[joint][side]
        yield any(
            not same(before.get(path, unsaid(self.three, joint, path)),
                     after.get(path, unsaid(self.three, joint, path)))
            for path in before.keys() | after.keys()
        )  # fmt: skip
        yield joint in self.shifted[side]
        for other in self.below.get(joint, ()):
            home = self.three.home(side, other)
            if home is not None and home.owner == joint:
                yield from self._touched(other, side)

    def _shifted(self, side: Side) -> set[int]:
        """What a side moved."""
        numbers, joints = self.three.numbers[side], self.three.of[side]
        return {
            joints[numbers[id(change.new.record)]]
            for change in self.three.diffs[side - 1].changes
            if change.kind == "moved" and change.new is not None
        }

    def _refuse_removal(self, joint: int, side: Side, reason: str) -> None:
        """One side removed what the other one changed: it is a conflict, and ours holds."""
        self.conflicts.append(Conflict(joint, (), reason))
        for each in self._all_below(joint, side):
            one = self.three.joints[each]
            if one[_other(side)] != NOWHERE:
                raise Doubt("one side removes an element of which the other moves a part")
            if side == OURS:
                self.alive.add(each)
            else:
                self.alive.discard(each)

    def _all_below(self, joint: int, side: Side) -> Iterator[int]:
        yield joint
        for other in self.below.get(joint, ()):
            home = self.three.home(side, other)
            if home is not None and home.owner == joint:
                yield from self._all_below(other, side)

    def _note(self, conflict: Conflict) -> None:
        if conflict not in self.conflicts:
            self.conflicts.append(conflict)

    # Where they stand

    def _place(self) -> None:
        self.homes = {}
        for at in sorted(self.alive):
            homes = [self.three.home(side, at) for side in (BASE, OURS, THEIRS)]
            base, ours, theirs = homes
            if theirs is None or ours == theirs or (ours is not None and base == theirs):
                chosen = ours
            elif ours is None or base == ours:
                chosen = theirs
            else:
                raise Doubt(f"both sides put '{self.three.any(at).name}' in different places")
            assert chosen is not None  # noqa: S101 - what is alive is on one side at least
            for holder in (chosen.owner, chosen.lane):
                if holder != NOWHERE and holder not in self.alive:
                    raise Doubt("one side removes what the other puts something into")
            self.homes[at] = chosen

    # What they say

    def _settle(self) -> None:
        self.fields = {}
        for at in sorted(self.alive):
            base, ours, theirs = self.said[at]
            joint = self.three.joints[at]
            found: dict[Path, Settled] = {}
            for path in dict.fromkeys([*ours, *theirs, *base]):
                default = unsaid(self.three, at, path)
                one, two = ours.get(path, default), theirs.get(path, default)
                if NOWHERE in joint[1:]:
                    found[path] = Settled(one if ours else two, "ours" if ours else "theirs")
                    continue
                before = base.get(path, default)
                found[path] = settled(before, one, two, path, kind_of(self.three, at, path))
                if (at, path) in self.refused:
                    found[path] = Settled(one, "conflict")
                elif found[path].took == "conflict":
                    self._note(Conflict(at, path, "both sides change it"))
            self.fields[at] = found

    # In which order

    def _order(self) -> None:
        self.lists = {}
        homes = dict.fromkeys(self.homes[at] for at in sorted(self.homes) if at)
        sides = [self._listed(side) for side in (BASE, OURS, THEIRS)]
        for home in homes:
            base, ours, theirs = (each.get(home, []) for each in sides)
            order = arranged(base, ours, theirs)
            if order is None:
                order = ours + [each for each in theirs if each not in ours]
                if home.slot in {"lanes", "steps", "actions"}:
                    reason = "both sides move the same things in it"
                    self._note(Conflict(home.owner, _path_of(home), reason))
            self.lists[home] = order

    def _listed(self, side: Side) -> dict[Home, list[int]]:
        """The lists of a version, with only what stands there in the result."""
        found: dict[Home, list[int]] = {}
        for home, joints in self.before[side].items():
            kept = [each for each in joints if self.homes.get(each) == home]
            if kept:
                found[home] = kept
        return found

    # Where references lead

    def _aimless(self) -> bool:
        """Make a conflict of a reference to what one side removed, and tell if there was one."""
        for at in sorted(self.alive):
            for path, said in self.fields[at].items():
                for each in said.value if isinstance(said.value, tuple) else ():
                    if isinstance(each, Aim) and each.joint not in self.alive:
                        return self._refuse_reference(at, path, each.joint)
            end = self.end(at)
            if end is not None and end not in self.alive:
                return self._refuse_reference(at, (), end)
        return False

    def _refuse_reference(self, joint: int, path: Path, end: int) -> bool:
        """Keep what theirs removed where ours refers to it; else do without theirs' reference."""
        if self.three.joints[end].theirs == NOWHERE:
            self._refuse_removal(self._top(end), OURS, "theirs removes what ours refers to")
        else:
            reason = f"ours removes '{self.three.any(end).name}', to which theirs refers"
            self.conflicts.append(Conflict(joint, path, reason))
            if path:
                self.refused.add((joint, path))
            else:
                self.alive.discard(joint)
        return True

    def _top(self, joint: int) -> int:
        """The outermost element that theirs removed with this one."""
        while not self._is_top(joint, OURS):
            home = self.three.home(BASE, joint)
            assert home is not None  # noqa: S101 - what has an owner has a home
            joint = home.owner
        return joint

    def end(self, joint: int) -> int | None:
        """The joint to which a link leads; None for other elements and other files."""
        for side in (OURS, THEIRS):
            part = self.three.part(side, joint)
            if part is not None:
                return None if part.end == NOWHERE else self.three.of[side][part.end]
        return None

    def value(self, joint: int, path: Path) -> Any:  # noqa: ANN401 - any key's value
        """What a key says in the result."""
        return self.fields[joint][path].value


def _stays(joint: tuple[int, int, int]) -> bool:
    base, ours, theirs = joint
    return base == NOWHERE or NOWHERE not in {ours, theirs}


def _other(side: Side) -> Side:
    return THEIRS if side == OURS else OURS


def _path_of(home: Home) -> Path:
    return tuple(home.slot.split("."))

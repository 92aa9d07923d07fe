"""Which elements the result of a merge has.

An element is there unless a side removed it that the other one left alone. What one side removes
and the other one changes is a conflict, and so are two elements of one id that both sides added;
ours holds then.
"""

from blueprint_cli.diff.likeness import likeness
from blueprint_cli.diff.matching import ALIKE
from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.merging.conflicts import Conflict, Doubt
from blueprint_cli.merging.holding import Holding
from blueprint_cli.merging.joints import BASE, OURS, SIDES, THEIRS, Joint, Side, Three
from blueprint_cli.merging.touches import Said, Touches
from blueprint_cli.merging.whereabouts import two_homes


class Presence:
    """The elements of the result, and what is in conflict about them."""

    def __init__(self, three: Three, said: Said, remarked: frozenset[int]) -> None:
        self.three = three
        self.holding = Holding(three)
        self.touches = Touches(three, said, self.holding, remarked)
        self.conflicts: list[Conflict] = []
        self.alive = {at for at, each in enumerate(three.joints) if _stays(each)}
        self.unlike: set[int] = set()
        """What is as ours has it, with all that it holds, since theirs has something else."""
        if three.alone:
            self._refuse_strangers()
        for at, each in enumerate(three.joints):
            if each.base == NOWHERE and NOWHERE not in each[1:]:
                self._tell_apart(at)
            elif each.base != NOWHERE and (each.ours == NOWHERE) != (each.theirs == NOWHERE):
                self._keep_touched(at, THEIRS if each.ours == NOWHERE else OURS)

    def _refuse_strangers(self) -> None:
        """Two files that began without a base are merged if they tell of one service."""
        known = [
            each for at, each in enumerate(self.three.joints)
            if self.three.kind(at) in {"lane", "step"}
        ]  # fmt: skip
        both = sum(NOWHERE not in each[1:] for each in known)
        sides = [sum(each[side] != NOWHERE for each in known) for side in (OURS, THEIRS)]
        if 2 * both < min(sides):
            raise Doubt("both sides began without a base, and have little in common")

    # What one side removed

    def _keep_touched(self, joint: int, keeper: Side) -> None:
        """One side removed it: that is a conflict where the other one changed anything in it."""
        moved = self.three.home(BASE, joint) != self.three.home(keeper, joint)
        if moved or (self._is_top(joint, keeper) and self.touches.by(keeper, joint)):
            ours = keeper == OURS
            what = "theirs removes what ours" if ours else "ours removes what theirs"
            remarked = {joint, *self.holding.below(keeper, joint)} & self.touches.remarked
            changed = "moved" if moved else "commented on" if remarked else "changed"
            self._refuse(joint, keeper, f"{what} has {changed}")

    def keep_filled(self, holder: int, joint: int) -> None:
        """One side removed the lane into which the other one puts an element; ours holds."""
        if self.three.kind(holder) != "lane" or joint in self.unlike:
            raise Doubt("one side removes what the other puts something into")
        name, lane = self.three.any(joint).name, self.three.any(holder).name
        if self.three.joints[holder].ours != NOWHERE:
            self.alive.add(holder)
            reason = f"theirs removes it, and ours puts '{name}' into it"
            self._note(Conflict(holder, (), reason))
        elif self.three.joints[joint].ours == NOWHERE:
            self._refuse(joint, THEIRS, f"ours removes '{lane}', into which theirs puts it")
        else:
            reason = f"ours removes '{lane}', into which theirs moves it"
            self._hold_ours(Conflict(joint, (), reason, apart=True))
            self._note(Conflict(holder, (), f"ours removes it, and theirs moves '{name}' into it"))

    def _note(self, conflict: Conflict) -> None:
        if not any(each.joint == conflict.joint for each in self.conflicts):
            self.conflicts.append(conflict)

    def keep_for_reference(self, joint: int) -> None:
        """Keep what theirs removed, with all that went with it, since ours refers to it."""
        while not self._is_top(joint, OURS):
            home = self.three.home(BASE, joint)
            assert home is not None  # noqa: S101 - what has an owner has a home
            joint = home.owner
        self._refuse(joint, OURS, "theirs removes what ours refers to")

    def _is_top(self, joint: int, side: Side) -> bool:
        """Whether what held it is still there, where the other side removed it."""
        home = self.three.home(BASE, joint)
        owner = home.owner if home else NOWHERE
        return owner == NOWHERE or self.three.joints[owner][_other(side)] != NOWHERE

    def _refuse(self, joint: int, side: Side, reason: str) -> None:
        """One side removed what the other one changed: it is a conflict, and ours holds."""
        self.conflicts.append(Conflict(joint, (), reason))
        home = self.three.home(side, joint)
        if home and home.lane != NOWHERE and self.three.joints[home.lane].ours == NOWHERE:
            gone = "ours removes it, and theirs puts or changes something in it"
            self._note(Conflict(home.lane, (), gone))
        for each in (joint, *self.holding.below(side, joint)):
            if self.three.joints[each][_other(side)] != NOWHERE:
                self._leave(each, side)
            elif side == OURS:
                self.alive.add(each)
            else:
                self.alive.discard(each)

    def _leave(self, joint: int, side: Side) -> None:
        """One side moved it out of what it removed, or the other one into it; ours holds."""
        base, ours, theirs = (self.three.home(each, joint) for each in SIDES)
        if joint not in self.unlike and (side == OURS or base == ours != theirs):
            reason = two_homes(self.three, ours, theirs)
            self._hold_ours(Conflict(joint, (), reason, apart=True))

    # What both sides added

    def _tell_apart(self, joint: int) -> None:
        """Both sides added it: what is not alike, or not in one place, is a conflict."""
        ours, theirs = (self.three.part(side, joint) for side in SIDES[1:])
        homes = self.three.home(OURS, joint), self.three.home(THEIRS, joint)
        assert ours is not None and theirs is not None  # noqa: S101, PT018 - both have it
        if joint in self.unlike or ours.kind in {"blueprint", "link"}:
            return
        if homes[0] != homes[1]:
            reason = f"both add the id '{ours.id}', {two_homes(self.three, *homes)}"
            self._hold_ours(Conflict(joint, (), reason, apart=True))
        elif likeness(ours.name, theirs.name) < ALIKE:
            kind = ours.kind.replace("_", " ")
            means = f"gives its id '{ours.id}' to" if ours.id == theirs.id else "has in its place"
            reason = f"theirs {means} another {kind}, '{theirs.name}'"
            self._hold_ours(Conflict(joint, (), reason))

    def _hold_ours(self, conflict: Conflict) -> None:
        """Have an element as ours has it, with all that stands in it."""
        self.conflicts.append(conflict)
        held = {conflict.joint, *self.holding.below(OURS, conflict.joint)}
        self.unlike |= held
        self.alive |= held
        for each in self.holding.below(THEIRS, conflict.joint):
            if self.three.joints[each].ours == NOWHERE:
                self.alive.discard(each)
            elif each not in self.unlike:
                raise Doubt("theirs has moved something into what is in conflict")


def _stays(joint: Joint) -> bool:
    return joint.base == NOWHERE or NOWHERE not in {joint.ours, joint.theirs}


def _other(side: Side) -> Side:
    return THEIRS if side == OURS else OURS

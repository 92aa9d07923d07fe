"""What the result of a merge has to say: each element that is in it, where, and with which values.

Where both sides want another thing, ours holds, and a `Conflict` tells of it.
"""

from typing import Any, Final

from blueprint_cli.diff.parts import NOWHERE
from blueprint_cli.kinds import slug
from blueprint_cli.merging.conflicts import Conflict
from blueprint_cli.merging.joints import BASE, OURS, SIDES, THEIRS, Home, Side, Three
from blueprint_cli.merging.orders import arranged
from blueprint_cli.merging.presence import Presence
from blueprint_cli.merging.values import Aim, Path, Settled, kind_of, settled, unsaid, values
from blueprint_cli.merging.whereabouts import two_homes, two_neighbours

ORDERED: Final = frozenset({"lanes", "steps", "actions"})
"""Lists whose order means something."""


class Plan:
    """The result, by joints of three versions; `remarked` are those with a comment of one side."""

    def __init__(self, three: Three, remarked: frozenset[int] = frozenset()) -> None:
        self.three = three
        self.remarked = remarked
        self.before = three.lists(BASE), three.lists(OURS), three.lists(THEIRS)
        self.said = [
            (values(three, BASE, joint), values(three, OURS, joint), values(three, THEIRS, joint))
            for joint in range(len(three.joints))
        ]
        self.presence = Presence(three, self.said, remarked)
        self.holding = self.presence.holding
        self.alive = self.presence.alive
        self.unlike = self.presence.unlike
        self.conflicts = self.presence.conflicts
        self.homes: dict[int, Home] = {}
        self.fields: dict[int, dict[Path, Settled]] = {}
        self.lists: dict[Home, list[int]] = {}
        self.reordered: list[Home] = []
        """Lists whose order both sides changed, each otherwise."""
        self.unplaced: set[int] = set()
        """What both sides put in different places."""
        self.refused: set[tuple[int, Path]] = set()
        for _ in self.said:
            if not self._place():
                continue
            self.fields = {at: self._settled(at) for at in sorted(self.alive)}
            self._order()
            if not self._aimless():
                break

    def _note(self, conflict: Conflict) -> None:
        if conflict not in self.conflicts:
            self.conflicts.append(conflict)

    # Where they stand

    def _place(self) -> bool:
        """Put each element into the one that holds it; False if that was to be kept first."""
        self.homes = {}
        for at in sorted(self.alive):
            base, ours, theirs = (self.three.home(side, at) for side in SIDES)
            chosen = ours
            if at in self.unlike:
                pass
            elif ours is None or (base == ours and theirs is not None):
                chosen = theirs
            elif theirs not in {None, ours, base}:
                self._misplace(at, ours, theirs)
            assert chosen is not None  # noqa: S101 - what is alive is on one side at least
            for holder in (chosen.owner, chosen.lane):
                if holder != NOWHERE and holder not in self.alive:
                    self.presence.keep_filled(holder, at)
                    return False
            self.homes[at] = chosen
        return True

    def _misplace(self, joint: int, ours: Home, theirs: Home | None) -> None:
        """Both sides put it elsewhere: it is a conflict, and ours holds."""
        self.unplaced.add(joint)
        reason = two_homes(self.three, ours, theirs)
        self._note(Conflict(joint, (), reason, apart=True))

    # What they say

    def _settled(self, at: int) -> dict[Path, Settled]:
        """What an element says in the result."""
        base, ours, theirs = self.said[at]
        doubtful = at in self.unlike or any(joint == at for joint, _ in self.refused)
        if base == ours == theirs and not doubtful:
            return {path: Settled(value, "same") for path, value in ours.items()}
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
            if (at, path) in self.refused or at in self.unlike:
                found[path] = Settled(one, "conflict")
            elif found[path].took == "conflict":
                new = joint.base == NOWHERE
                reason = "each side says something else" if new else "both sides change it"
                self._note(Conflict(at, path, reason))
        return found

    # In which order

    def _order(self) -> None:
        self.lists = {}
        self.reordered = []
        homes = dict.fromkeys(self.homes[at] for at in sorted(self.homes) if at)
        sides = [self._listed(side) for side in SIDES]
        for home in homes:
            base, ours, theirs = (each.get(home, []) for each in sides)
            if home.owner in self.unlike:
                self.lists[home] = ours
                continue
            self.lists[home], disputed, both = arranged(base, ours, theirs)
            if home.slot in ORDERED and 2 * len(disputed) >= len(self.lists[home]):
                self._misorder(home, sorted(disputed))
            elif home.slot in ORDERED:
                self.reordered += [home] if both else []
                self._part(home, sorted(disputed))

    def _misorder(self, home: Home, disputed: list[int]) -> None:
        """Both sides put much of a list in another order: all of it is in conflict."""
        self.unplaced.update(self.lists[home])
        names = " and ".join(f"'{self.three.any(each).name}'" for each in disputed)
        reason = f"both sides put {names} in different places"
        self._note(Conflict(home.owner, self.path_of(home), reason))

    def _part(self, home: Home, disputed: list[int]) -> None:
        """Both sides put a few elsewhere in their list: these are in conflict."""
        self.unplaced.update(disputed)
        for each in disputed:
            ours, theirs = self.before[OURS][home], self.before[THEIRS][home]
            reason = two_neighbours(self.three, each, ours, theirs)
            self._note(Conflict(each, (), reason, apart=True))

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
        known = self.three.joints[end]
        if known.theirs == NOWHERE:
            self.presence.keep_for_reference(end)
        else:
            name = self.three.any(end).name
            reason = f"ours removes '{name}', to which theirs refers"
            if known.base == NOWHERE:
                reason = f"theirs refers to '{name}', which is in conflict"
            self.conflicts.append(Conflict(joint, path, reason))
            if path:
                self.refused.add((joint, path))
            else:
                self.alive.discard(joint)
        return True

    # What whoever writes it asks

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

    def id(self, joint: int) -> str:
        """The id that an element has in the result, written or implied."""
        if joint not in self.alive:
            return self.three.any(joint).id
        fields = self.fields[joint]
        written = fields["id",].value
        return str(written or slug(fields["name",].value))

    def path_of(self, home: Home) -> Path:
        """The keys from an element to one of its lists."""
        if home.lane != NOWHERE:
            return "actions", self.id(home.lane)
        return tuple(home.slot.split(".")) if home.slot else ()

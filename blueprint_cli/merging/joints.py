"""Three versions of a blueprint side by side: which element of each is which of the others."""

from collections.abc import Callable, Iterator
from typing import Final, Literal, NamedTuple

from blueprint_cli.diff.matching import Matches, matched
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.diff.versions import Version, version_of
from blueprint_cli.parse import Document
from blueprint_cli.reading.references import Index

Side = Literal[0, 1, 2]
BASE: Final = 0
OURS: Final = 1
THEIRS: Final = 2
SIDES: Final[tuple[Side, ...]] = (BASE, OURS, THEIRS)


Meant = Callable[[int], int]
"""The joint of a part's number; of what has none yet, a number that tells it apart."""


class Joint(NamedTuple):
    """One element in up to three versions: the numbers of its parts, `NOWHERE` where it is not."""

    base: int
    ours: int
    theirs: int


class Home(NamedTuple):
    """Where an element stands: in which one, in which lane if it is an action, below which key.

    `owner` and `lane` are numbers of joints.
    """

    owner: int
    lane: int
    slot: str


class Three:
    """All joints of three versions, and the joint of each part of each version.

    `base` may be an empty file: then the joints are what is alike in ours and theirs.
    """

    def __init__(self, base: Document, ours: Document, theirs: Document) -> None:
        self.alone = base.index is None
        """Whether both sides began without a base."""
        old = Version(base.source, NOTHING, ()) if self.alone else version_of(base)
        self.versions = old, version_of(ours), version_of(theirs)
        self.joints: list[Joint] = []
        self.of: tuple[dict[int, int], dict[int, int], dict[int, int]] = ({}, {}, {})
        self.matches = self._matched(OURS), self._matched(THEIRS)
        self._join()
        self.numbers = [
            {id(part.record): at for at, part in enumerate(version.parts)}
            for version in self.versions
        ]
        self._homes = self._homes_in(BASE), self._homes_in(OURS), self._homes_in(THEIRS)

    def _matched(self, side: Side) -> Matches:
        """Which parts of the base are which of a side."""
        if self.alone:
            return Matches({}, {}, {})
        return matched(self.versions[BASE].parts, self.versions[side].parts)

    def _join(self) -> None:
        to_ours, to_theirs = (each.to_new for each in self.matches)
        for here in range(len(self.versions[BASE].parts)):
            self._add(Joint(here, to_ours.get(here, NOWHERE), to_theirs.get(here, NOWHERE)))
        both = self._alike() if self.alone else self._added_twice()
        for side, _ in enumerate(SIDES[1:], 1):
            for at in range(len(self.versions[side].parts)):
                if at not in self.of[side]:
                    twin = both.pop(at, NOWHERE) if side == OURS else NOWHERE
                    self._add(Joint(NOWHERE, *((at, twin) if side == OURS else (NOWHERE, at))))

    def _add(self, joint: Joint) -> None:
        for side, at in enumerate(joint):
            if at != NOWHERE:
                self.of[side][at] = len(self.joints)
        self.joints.append(joint)

    def _alike(self) -> dict[int, int]:
        """What is alike in both sides, by ours."""
        return dict(matched(self.versions[OURS].parts, self.versions[THEIRS].parts).to_new)

    def _added_twice(self) -> dict[int, int]:
        """What both sides added, by ours: the same id, the same name at one place, one link."""
        mine, others = self.of[OURS], self.of[THEIRS]
        calls: dict[object, int] = {}
        for at, part in enumerate(self.versions[THEIRS].parts):
            if at not in others:
                for call in _calls(part, lambda number: others.get(number, ~number)):
                    calls.setdefault(call, at)
        found: dict[int, int] = {}
        taken: set[int] = set()

        def meant(number: int) -> int:
            return mine.get(number, ~found[number] if number in found else NOBODY)

        for at, part in enumerate(self.versions[OURS].parts):
            calls_of_it = () if at in mine else _calls(part, meant)
            twin = next((calls[call] for call in calls_of_it if call in calls), NOWHERE)
            if twin != NOWHERE and twin not in taken:
                found[at] = twin
                taken.add(twin)
        return found

    def part(self, side: Side, joint: int) -> Part | None:
        """A joint's part in a version."""
        at = self.joints[joint][side]
        return None if at == NOWHERE else self.versions[side].parts[at]

    def kind(self, joint: int) -> str:
        """What sort of element a joint is."""
        return self.any(joint).kind

    def any(self, joint: int) -> Part:
        """A joint's part in the first version that has it."""
        for version, at in zip(self.versions, self.joints[joint], strict=True):
            if at != NOWHERE:
                return version.parts[at]
        raise AssertionError("a joint is in one version at least")

    def called(self, side: Side, joint: int) -> str:
        """A joint's name in a version that has it."""
        part = self.part(side, joint)
        return part.name if part else ""

    def home(self, side: Side, joint: int) -> Home | None:
        """Where a joint stands in a version that has it."""
        at = self.joints[joint][side]
        return None if at == NOWHERE else self._homes[side][at]

    def _homes_in(self, side: Side) -> list[Home]:
        """Where each part of a version stands."""
        joints = self.of[side].get
        return [
            Home(joints(part.owner, NOWHERE), joints(part.lane, NOWHERE), part.slot)
            for part in self.versions[side].parts
        ]

    def lists(self, side: Side) -> dict[Home, list[int]]:
        """The joints of each list of a version, in their order."""
        found: dict[Home, list[int]] = {}
        for at, home in enumerate(self._homes[side]):
            if home.owner != NOWHERE:
                found.setdefault(home, []).append(self.of[side][at])
        return found


NOTHING: Final = Index((), (), (), (), (), {}, {})
"""What an empty file knows."""
NOBODY: Final = -(10**9)
"""No number of a joint, nor of one that is still to be made."""


def _calls(part: Part, meant: Meant) -> Iterator[object]:
    """What an added part can be told by; of both sides, parts with one of these are the same."""
    if part.kind == "link":
        end = part.outside if part.end == NOWHERE else meant(part.end)
        yield part.kind, part.slot, meant(part.owner), end
        return
    if part.written_id:
        yield part.kind, part.written_id
    lane = NOWHERE if part.lane == NOWHERE else meant(part.lane)
    single = part.kind == "fail_point"
    yield part.kind, part.slot, meant(part.owner), lane, "" if single else part.id

"""What a side of a merge did to an element: whether it changed, moved or filled it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from blueprint_cli.merging.holding import Holding
from blueprint_cli.merging.joints import BASE, Side, Three
from blueprint_cli.merging.values import Path, same, unsaid

Said = Sequence[tuple[Mapping[Path, Any], Mapping[Path, Any], Mapping[Path, Any]]]
"""What each joint says in base, ours and theirs."""


class Touches:
    """What both sides did, asked element by element."""

    def __init__(
        self, three: Three, said: Said, holding: Holding, remarked: frozenset[int]
    ) -> None:
        self.three = three
        self.said = said
        self.holding = holding
        self.remarked = remarked
        self._shifted: dict[Side, set[int]] = {}

    def by(self, side: Side, joint: int) -> bool:
        """Whether a side changed anything in an element."""
        return any(self._found(side, joint))

    def _found(self, side: Side, joint: int) -> Iterator[bool]:
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
        yield joint in self.shifted(side) or joint in self.remarked
        for each in self.holding.held(side, joint):
            yield from self._found(side, each)

    def shifted(self, side: Side) -> set[int]:
        """What a side moved."""
        if side not in self._shifted:
            from blueprint_cli.merging.changed import changes

            numbers, joints = self.three.numbers[side], self.three.of[side]
            self._shifted[side] = {
                joints[numbers[id(change.new.record)]]
                for change in changes(self.three, side)
                if change.kind == "moved" and change.new is not None
            }
        return self._shifted[side]

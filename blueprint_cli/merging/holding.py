"""What stands in what: what an element holds in each version of a blueprint."""

from collections.abc import Iterator
from functools import cached_property

from blueprint_cli.merging.joints import SIDES, Side, Three


class Holding:
    """What each element holds in each version."""

    def __init__(self, three: Three) -> None:
        self.three = three

    @cached_property
    def _all(self) -> dict[int, tuple[int, ...]]:
        """What each element holds in any version."""
        below: dict[int, dict[int, None]] = {}
        for at in range(len(self.three.joints)):
            for side in SIDES:
                home = self.three.home(side, at)
                if home is not None:
                    below.setdefault(home.owner, {})[at] = None
        return {owner: tuple(held) for owner, held in below.items()}

    def held(self, side: Side, joint: int) -> Iterator[int]:
        """What an element itself holds in a version."""
        for each in self._all.get(joint, ()):
            home = self.three.home(side, each)
            if home is not None and home.owner == joint:
                yield each

    def below(self, side: Side, joint: int) -> Iterator[int]:
        """All that an element holds in a version, and what that holds."""
        for each in self.held(side, joint):
            yield each
            yield from self.below(side, each)

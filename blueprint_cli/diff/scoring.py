"""How much two elements are alike: by their names, where they stand, and what stands in them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Final

from blueprint_cli.diff.likeness import likeness, overlap
from blueprint_cli.diff.parts import NOWHERE, Part

Score = Callable[[int, int], float]
"""How much an old and a new part are alike, by their numbers: 1 at most."""


NONE: Final[frozenset[str]] = frozenset()
"""The names of what holds no action."""


def is_pair(pairs: Mapping[int, int], here: int, there: int) -> bool:
    """Whether two parts, by their numbers, are known to be the same."""
    return here != NOWHERE and pairs.get(here, NOWHERE) == there


class Scores:
    """The scores of two versions' parts, given the pairs that are known so far."""

    def __init__(self, old: Sequence[Part], new: Sequence[Part], pairs: Mapping[int, int]) -> None:
        self._old, self._new, self._pairs = old, new, pairs

    @cached_property
    def _old_names(self) -> dict[int, frozenset[str]]:
        return _names_below(self._old)

    @cached_property
    def _new_names(self) -> dict[int, frozenset[str]]:
        return _names_below(self._new)

    def of(self, kind: str) -> Score:
        """How parts of a kind are compared."""
        scores: dict[str, Score] = {
            "lane": self._lanes,
            "step": self._steps,
            "resource": self._names,
            "persona": self._names,
            "action": self._actions,
        }
        return scores.get(kind, self._carried)

    def _names(self, here: int, there: int) -> float:
        return likeness(self._old[here].name, self._new[there].name)

    def _steps(self, here: int, there: int) -> float:
        """The name, or what is done there, whichever says more."""
        name = self._names(here, there)
        inside = overlap(self._old_names.get(here, NONE), self._new_names.get(there, NONE))
        return name if inside is None else max(0.8 * name + 0.2 * inside, 0.4 * name + 0.6 * inside)

    def _lanes(self, here: int, there: int) -> float:
        """The name, or what is done there; another role makes two lanes less alike."""
        one, other = self._old[here].record, self._new[there].record
        same_role = getattr(one, "role", "") == getattr(other, "role", "")
        return self._steps(here, there) * (1.0 if same_role else 0.85)

    def _actions(self, here: int, there: int) -> float:
        """The name, with something added for the same step and the same lane."""
        one, other = self._old[here], self._new[there]
        name = likeness(one.name, other.name)
        same_step = is_pair(self._pairs, one.owner, other.owner)
        same_lane = is_pair(self._pairs, one.lane, other.lane)
        if name == 1.0:
            return 0.9 + 0.06 * same_lane + 0.04 * same_step
        return min(0.89, 0.85 * name + 0.08 * same_lane + 0.07 * same_step)

    def _carried(self, here: int, there: int) -> float:
        """The name, with something added where the same element carries it."""
        one, other = self._old[here], self._new[there]
        name = likeness(one.name, other.name)
        same_owner = is_pair(self._pairs, one.owner, other.owner)
        if one.kind in {"metric", "policy", "fail_point", "enabler"} and not same_owner:
            return 0.0
        if one.kind == "fail_point":
            return 1.0
        return 0.85 * name + 0.15 * same_owner


def _names_below(parts: Sequence[Part]) -> dict[int, frozenset[str]]:
    """The names of the actions of each step and of each lane."""
    names: dict[int, set[str]] = defaultdict(set)
    for part in parts:
        if part.kind == "action":
            for home in (part.owner, part.lane):
                names[home].add(part.name.casefold())
    return {at: frozenset(found) for at, found in names.items()}

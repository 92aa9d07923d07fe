"""What is reached from what through others: sets of actions, kept as the bits of numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import TopologicalSorter


class Closure(Mapping[str, frozenset[str]]):
    """Of each key all that links lead to from it, directly and through others.

    The sets are made when they are asked for: a chain of a thousand needs has half a million pairs.
    """

    def __init__(self, keys: Sequence[str], onward: Mapping[str, Sequence[str]]) -> None:
        """Follow `onward`, which has no circle and names no key but these."""
        self._keys = tuple(keys)
        self._bit = {key: 1 << place for place, key in enumerate(self._keys)}
        self._reached = dict.fromkeys(self._keys, 0)
        for key in TopologicalSorter(onward).static_order():
            for end in onward.get(key, ()):
                self._reached[key] |= self._bit[end] | self._reached[end]

    def __getitem__(self, key: str) -> frozenset[str]:
        return frozenset(self._told(self._reached[key]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def onward_of(self, keys: Iterable[str]) -> tuple[str, ...]:
        """These keys themselves and all that is reached from them, in the order of all keys."""
        return tuple(self._told(self._with(keys)))

    def count_of(self, keys: Iterable[str], among: int) -> int:
        """How many of these keys and of all that is reached from them are `among` some."""
        return (self._with(keys) & among).bit_count()

    def marked(self, keys: Iterable[str]) -> int:
        """A set of keys for `count_of`, in which each is there once."""
        bits = 0
        for key in keys:
            bits |= self._bit[key]
        return bits

    def _with(self, keys: Iterable[str]) -> int:
        bits = 0
        for key in keys:
            bits |= self._bit[key] | self._reached[key]
        return bits

    def _told(self, bits: int) -> Iterator[str]:
        while bits:
            lowest = bits & -bits
            yield self._keys[lowest.bit_length() - 1]
            bits ^= lowest

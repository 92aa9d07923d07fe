"""What is reached from what through others: sets of actions, kept as the bits of numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

Links = Mapping[str, Sequence[str]]
"""What links lead to from each key; those from which none leads on may be left out."""


class Closure(Mapping[str, frozenset[str]]):
    """Of each key all that links lead to from it, directly and through others.

    The sets are made when they are asked for: a chain of a thousand needs has half a million pairs.
    """

    def __init__(self, keys: Sequence[str], onward: Links, order: Iterable[str]) -> None:
        """Follow `onward`, in an `order` in which each key stands behind all that it leads to."""
        self._keys = tuple(keys)
        self._bit = {key: 1 << place for place, key in enumerate(self._keys)}
        self._reached = dict.fromkeys(self._keys, 0)
        for key in order:
            self._reached[key] = self.marked(onward.get(key, ()), far=True)

    def __getitem__(self, key: str) -> frozenset[str]:
        return frozenset(self._told(self._reached[key]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def marked(self, keys: Iterable[str], *, far: bool = False) -> int:
        """A set of keys as bits; with all that is reached from them, if it goes `far`."""
        bits = 0
        for key in keys:
            bits |= self._bit[key]
            if far:
                bits |= self._reached[key]
        return bits

    def told(self, bits: int) -> tuple[str, ...]:
        """The keys of a set, in the order of all keys."""
        return tuple(self._told(bits))

    def _told(self, bits: int) -> Iterator[str]:
        digits = f"{bits:b}"[::-1]
        place = digits.find("1")
        while place >= 0:
            yield self._keys[place]
            place = digits.find("1", place + 1)


def closures(keys: Sequence[str], onward: Links) -> tuple[Closure, Closure]:
    """What is reached along links that make no circle, and what is reached against them."""
    back: dict[str, list[str]] = {}
    for key, ends in onward.items():
        for end in ends:
            back.setdefault(end, []).append(key)
    order = _order(keys, onward, back)
    return Closure(keys, onward, order), Closure(keys, back, reversed(order))


def _order(keys: Iterable[str], onward: Links, back: Links) -> list[str]:
    """The keys, each behind all that it leads to.

    A. B. Kahn, "Topological Sorting of Large Networks", Communications of the ACM 5, 1962.
    """
    ahead = {key: len(onward.get(key, ())) for key in keys}
    order = [key for key, count in ahead.items() if not count]
    for key in order:
        for before in back.get(key, ()):
            ahead[before] -= 1
            if not ahead[before]:
                order.append(before)
    return order

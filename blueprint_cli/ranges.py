"""A figure of which only its limits are known: from the least to the most it can be."""

from collections.abc import Iterable
from math import fsum
from typing import NamedTuple, Protocol


class Limits(Protocol):
    """Whatever has a least and a most: a range, or a duration as it is written."""

    @property
    def least(self) -> float:
        """The lower end."""

    @property
    def most(self) -> float:
        """The upper end."""


class Range(NamedTuple):
    """From `least` to `most`, the two equal where there is no range; durations are in seconds."""

    least: float
    most: float

    @property
    def likely(self) -> float:
        """The middle: what to expect where nothing is known but the ends.

        It is the mean of a uniform and of a symmetric triangular distribution between them.
        """
        return (self.least + self.most) / 2

    def times(self, factor: float) -> "Range":
        """Both ends multiplied."""
        return Range(self.least * factor, self.most * factor)


def total(ranges: Iterable[Limits | None]) -> Range | None:
    """The sum of all that is there, in whatever order; None where nothing is, which is no 0."""
    found = [each for each in ranges if each is not None]
    if not found:
        return None
    return Range(fsum(each.least for each in found), fsum(each.most for each in found))

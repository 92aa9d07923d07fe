"""How much two names are alike, from 0 to 1.

The measure is the Sørensen–Dice coefficient (T. Sørensen, "A method of establishing groups of equal
amplitude in plant sociology", 1948; L. R. Dice, "Measures of the Amount of Ecologic Association",
1945): twice what two share, divided by what both have. It is taken of the words and of the pairs of
characters, and the greater counts: word order, endings and one other word change little.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize


class _Traits(NamedTuple):
    """A name as it is compared."""

    text: str
    words: frozenset[str]
    pairs: frozenset[tuple[str, int]]
    """Each pair of characters with a number, so that the second one of a kind counts, too."""


def likeness(one: str, other: str) -> float:
    """How much two names are alike; 1 where they differ in nothing but case and spaces."""
    first, second = _traits(one), _traits(other)
    if first.text == second.text:
        return 1.0
    words = _dice(len(first.words & second.words), len(first.words) + len(second.words))
    pairs = _dice(len(first.pairs & second.pairs), len(first.pairs) + len(second.pairs))
    return max(words, pairs)


def words_of(name: str) -> frozenset[str]:
    """The words by which like names are looked for; characters where a script has no spaces."""
    return _traits(name).words


def overlap(one: frozenset[str], other: frozenset[str]) -> float | None:
    """How much two sets share; None where one is empty and so tells nothing."""
    return _dice(len(one & other), len(one) + len(other)) if one and other else None


def folded(name: str) -> str:
    """A name without what counts as no difference: case, spaces, forms of one character."""
    text = name if name.isascii() else normalize("NFKC", name)
    return " ".join(text.casefold().split())


@lru_cache(maxsize=1 << 14)
def _traits(name: str) -> _Traits:
    text = folded(name)
    words = frozenset(text.split()) if text.isascii() else frozenset(_spaced(text).split())
    return _Traits(
        text, words, frozenset(_numbered(text[at : at + 2] for at in range(len(text) - 1)))
    )


def _numbered(pairs: Iterable[str]) -> Iterator[tuple[str, int]]:
    seen: Counter[str] = Counter()
    for pair in pairs:
        seen[pair] += 1
        yield pair, seen[pair]


_IDEOGRAPHS = ("\u3040", "\u9fff")
"""From the first kana to the last common ideograph: scripts that write no spaces."""


def _spaced(text: str) -> str:
    """The text with a space round each character of a script that has none."""
    low, high = _IDEOGRAPHS
    return "".join(f" {each} " if low <= each <= high else each for each in text)


def _dice(shared: float, both: float) -> float:
    return 2 * shared / both if both else 0.0

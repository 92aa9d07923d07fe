"""Whether a merge of lines left each comment where one of both sides has it.

A merge of lines loses no comment that neither side took away, but it can give one to another
element: ours writes it over an element, an empty line between, and theirs removes that element.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class _Line(NamedTuple):
    """A line with a comment, and what stands over and below it; `bare` if it has nothing else."""

    text: str
    above: str
    below: str
    blank: tuple[bool, bool]


def comments_stay(base: str, ours: str, theirs: str, result: str) -> bool:
    """Whether every comment of a result has the neighbours that it has in ours or in theirs.

    What this cannot tell is false: a comment is then to be held against what it is about.
    """
    if "#" not in result and "#" not in ours and "#" not in theirs:
        return True
    before, mine, others, there = ([*_lines(each)] for each in (base, ours, theirs, result))
    return {*there} <= {*mine, *others} and _as_many(*map(_texts, (before, mine, others, there)))


def _as_many(
    before: Counter[str], mine: Counter[str], others: Counter[str], there: Counter[str]
) -> bool:
    """Whether each comment is there as often as both sides together want it."""
    return all(
        there[each] == mine[each] + others[each] - before[each]
        or there[each] == mine[each] == others[each]
        for each in before.keys() | mine.keys() | others.keys() | there.keys()
    )


def _texts(lines: Iterable[_Line]) -> Counter[str]:
    return Counter(line.text.partition("#")[2].strip() for line in lines)


def _lines(text: str) -> Iterator[_Line]:
    lines = [line.rstrip() for line in text.split("\n")]
    for at, line in enumerate(lines):
        if "#" in line:
            alone = line.lstrip().startswith("#")
            above = _next(lines, range(at - 1, -1, -1)) if alone else ""
            below = _next(lines, range(at + 1, len(lines))) if alone else ""
            blank = (not lines[at - 1], at + 1 < len(lines) and not lines[at + 1])
            yield _Line(line, above, below, blank if alone else (False, False))


def _next(lines: list[str], places: Iterable[int]) -> str:
    """The next line that is neither empty nor only a comment."""
    return next((lines[at] for at in places if lines[at].lstrip()[:1] not in {"", "#"}), "")

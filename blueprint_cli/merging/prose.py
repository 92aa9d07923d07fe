"""Texts that two people have changed, merged word by word."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from blueprint_cli.diff.wording import words_in


def by_words(base: str, ours: str, theirs: str) -> str | None:
    """A text with the words that both sides changed; None where these touch each other."""
    if not (base and ours and theirs):
        return None
    old = words_in(base)
    edits = sorted([*_edits(old, words_in(ours)), *_edits(old, words_in(theirs))])
    for one, two in pairwise(edits):
        between = "".join(old[one.end : two.start])
        if one != two and (two.start < one.end or not between.strip()):
            return None
    parts: list[str] = []
    at = 0
    for edit in dict.fromkeys(edits):
        parts += [*old[at : edit.start], *edit.words]
        at = edit.end
    return "".join([*parts, *old[at:]])


class _Edit(NamedTuple):
    """Words that take the place of others."""

    start: int
    end: int
    words: tuple[str, ...]


def _edits(old: Sequence[str], new: Sequence[str]) -> list[_Edit]:
    return [
        _Edit(a, b, tuple(new[c:d]))
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind != "equal"
    ]

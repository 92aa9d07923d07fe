"""Which words of a text came and went."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from blueprint_cli.patterns import later

_WORDS = later(r"\s+|\w+|[^\w\s]")


class Piece(NamedTuple):
    """A run of words that stayed, came or went."""

    text: str
    kind: Literal["same", "gone", "new"]


def worded(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one: what is gone stands before what came in its place."""
    return tuple(_pieces(words_in(before), words_in(after)))


def words_in(text: str) -> list[str]:
    """The words of a text, and what stands between them."""
    return _WORDS.findall(text)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    from difflib import SequenceMatcher

    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("".join(old[a:b]), "same")
            continue
        if gone := "".join(old[a:b]):
            yield Piece(gone, "gone")
        if came := "".join(new[c:d]):
            yield Piece(came, "new")

"""The word that someone probably meant: "did you mean `frontstage`?"."""

from collections.abc import Iterable

MANY = 5000
"""Among more words than these nothing is looked for: it would take too long."""

LONG = 100
"""Longer words are no slips of the pen."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known word; None if nothing is near."""
    return did_you_mean(closest(word, known))


def did_you_mean(word: str | None) -> str | None:
    """The hint that asks so, if there is a word to ask for."""
    return f"did you mean `{word}`?" if word else None


def closest(word: str, known: Iterable[str]) -> str | None:
    """The nearest known word; None if nothing is near."""
    words = list(known)
    if len(words) > MANY or len(word) > LONG:
        return None
    return _other_case(word, words) or _similar(word, words)


def _other_case(word: str, words: list[str]) -> str | None:
    plain = _plain(word)
    return next((known for known in words if _plain(known) == plain), None)


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def _similar(word: str, words: list[str]) -> str | None:
    import difflib

    return next(iter(difflib.get_close_matches(word, words, 1, 0.6)), None)

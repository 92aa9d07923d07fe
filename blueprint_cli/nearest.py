"""The word that someone probably meant: "did you mean `frontstage`?"."""

from collections.abc import Iterable

MANY = 2000
"""Among more words than these nothing is looked for: it would take too long."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known word; None if nothing is near."""
    words = list(known)
    if len(words) > MANY or len(word) > 100:
        return None
    found = _other_case(word, words) or _similar(word, words)
    return f"did you mean `{found}`?" if found else None


def _other_case(word: str, words: list[str]) -> str | None:
    plain = _plain(word)
    return next((known for known in words if _plain(known) == plain), None)


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def _similar(word: str, words: list[str]) -> str | None:
    import difflib

    return next(iter(difflib.get_close_matches(word, words, 1, 0.6)), None)

"""Which changes are told: those of some effects, of some kinds, of some elements."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from blueprint_cli.comparing import Compared
from blueprint_cli.diff.changes import Change, ChangeKind
from blueprint_cli.diff.effects import EFFECTS
from blueprint_cli.problems import Trouble

ELEMENTS = (
    *("blueprint", "persona", "resource", "metric", "lane", "enabler", "step", "action", "link"),
    *("pain_point", "opportunity", "question", "policy", "fail_point"),
)
_SORTS: Mapping[str, Sequence[str]] = MappingProxyType(
    {"effect": EFFECTS, "kind": get_args(ChangeKind), "element": ELEMENTS}
)


def only(found: Compared, is_asked: Callable[[Change], bool]) -> Compared:
    """The comparison with the changes that are asked for, and how many others there are."""
    if found.diff is None:
        return found
    kept = tuple(filter(is_asked, found.diff.changes))
    left_out = len(found.diff.changes) - len(kept)
    return found._replace(diff=found.diff._replace(changes=kept), left_out=left_out)


def asked(words: Sequence[str]) -> Callable[[Change], bool]:
    """Whether a change is asked for; without words each one is.

    Of one sort any word will do: `worse`, `visible`. Words of several sorts must all hold. A word
    may hold several, with commas. Raises `Trouble` for a word that tells nothing.
    """
    wanted = _by_sort([each for word in words for each in word.split(",") if each])
    return lambda change: _wanted(change, wanted)


def _by_sort(words: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word in words:
        plain = word.strip().replace("-", "_")
        sorts = [sort for sort, known in _SORTS.items() if plain in known]
        if not sorts:
            raise Trouble(f"no change is called '{word}'", _hint(plain))
        found.setdefault(sorts[0], set()).add(plain)
    return found


def _hint(word: str) -> str:
    from blueprint_cli.nearest import nearest

    known = [each for each_sort in _SORTS.values() for each in each_sort]
    return nearest(word, known) or f"these can be asked for: {', '.join(known)}"


def _wanted(change: Change, wanted: Mapping[str, set[str]]) -> bool:
    return all(getattr(change, sort) in words for sort, words in wanted.items())

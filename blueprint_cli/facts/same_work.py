"""The same work, done by two lanes at one step or at two that follow each other.

Work is the same if it bears the same name; capitals, punctuation and English articles make no
difference. What customers and things do is not meant, nor what two do together (`agrees_with`).
"""

import re
from collections.abc import Iterator

from blueprint_cli.reading.references import Placed
from blueprint_cli.service import Service

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"a", "an", "the"})


def same_work(service: Service) -> Iterator[tuple[Placed, Placed]]:
    """Both actions, in the order of the file; the same of the same two lanes only once.

    An action that several lanes did before stands behind each of them, the nearest last.
    """
    last: dict[str, dict[int, Placed]] = {}
    told: set[tuple[str, frozenset[int]]] = set()
    for each in service.actions:
        if service.role(each) in {"evidence", "customer"}:
            continue
        words = _words(each.action.name)
        before = last.setdefault(words, {})
        for other in before.values() if words else ():
            lanes = frozenset({other.lane, each.lane})
            if (words, lanes) not in told and _is_twice(other, each, service):
                told.add((words, lanes))
                yield other, each
        before.pop(each.lane, None)
        before[each.lane] = each


def _words(name: str) -> str:
    """A name as it sounds, without articles."""
    return " ".join(word for word in _WORD.findall(name.casefold()) if word not in _ARTICLES)


def _is_twice(before: Placed, placed: Placed, service: Service) -> bool:
    """Whether two lanes do it, near each other and not together."""
    if before.lane == placed.lane or placed.step - before.step > 1:
        return False
    return not any(
        joined.end == other.key and joined.kind == "agrees_with"
        for one, other in ((before, placed), (placed, before))
        for joined in service.links_from.get(one.key, ())
    )

"""Merge keys: `<<: *base` brings along what a mapping does not say itself."""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_cli.problems import REPEATED_KEY, WRONG_SHAPE, Problem, Related
from blueprint_cli.reading.nodes import Items, Node, Pairs, Text
from blueprint_cli.source import Source

Pair = tuple[Node, Node]


class Merged(NamedTuple):
    """A mapping's own pairs and those that it takes over; `read` counts all that were looked at."""

    pairs: list[Pair]
    read: int
    problems: list[Problem]


def merged(pairs: list[Pair], source: Source) -> Merged:
    """The pairs, with those that merge keys bring along behind them."""
    merges = [pair for pair in pairs if _is_merge(pair[0])]
    if not merges:
        return Merged(pairs, 0, [])
    own = [pair for pair in pairs if not _is_merge(pair[0])]
    known = {word.value for word, _ in own if isinstance(word, Text)}
    problems = [_repeated(word, merges[0][0], source) for word, _ in merges[1:]]
    read = 0
    for base in _bases(merges[0][1]):
        if not isinstance(base, Pairs):
            problems.append(_no_mapping(base, source))
            continue
        read += len(base.value)
        for pair in base.value:
            word = pair[0].value
            if isinstance(word, str) and word not in known:
                known.add(word)
                own.append(pair)
    return Merged(own, read, problems)


def _is_merge(word: Node) -> bool:
    return word.value == "<<" and not word.style


def _bases(value: Node) -> Iterator[Node]:
    if isinstance(value, Items):
        yield from value.value
    else:
        yield value


def _repeated(word: Node, first: Node, source: Source) -> Problem:
    related = (Related(source, first.span, "first written here"),)
    hint = "write both in one list: `<<: [*one, *other]`"
    return REPEATED_KEY.at(source, word.span, "the key `<<` is written twice", hint, related)


def _no_mapping(base: Node, source: Source) -> Problem:
    hint = "write an alias of a mapping, such as `<<: *base`"
    return WRONG_SHAPE.at(source, base.span, "`<<` takes mappings only", hint)

"""How the actions hang together, told at each of them: what it needs, sets off, must agree with."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from blueprint_cli.layout.details import link_text
from blueprint_cli.look import Look
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index, Joined

ORDER = (
    ("triggers", False),
    ("triggers", True),
    ("needs", True),
    ("needs", False),
    ("agrees_with", True),
)
"""The kinds of links as an action tells them, and whether it is the one that holds the link."""


class End(NamedTuple):
    """The action at the other end of a link, and what is written at the link.

    `key` is the action's; it is empty for one in another file, which has its address as its name.
    """

    key: str
    name: str
    said: str


class Ways(NamedTuple):
    """All links of one kind that an action has: `verb` says what it does to those at the ends."""

    kind: str
    verb: str
    ends: tuple[End, ...]


def ways(blueprint: Blueprint, index: Index, look: Look) -> Mapping[str, tuple[Ways, ...]]:
    """The links of every action that has any, by its key, each link at both of its ends."""
    if "links" not in look.shown:
        return {}
    names = _names(blueprint, index)
    ends: dict[str, dict[tuple[str, bool], list[End]]] = {}
    for joined in index.links:
        for key, own, end in _ends(joined, names, look):
            ends.setdefault(key, {}).setdefault((joined.kind, own), []).append(end)
    return {key: tuple(_told(found, look)) for key, found in ends.items()}


def _names(blueprint: Blueprint, index: Index) -> Mapping[str, str]:
    """What each action is called; where names repeat, with its step and lane."""
    counts = Counter(placed.action.name for placed in index.actions)
    return {
        placed.key: placed.action.name
        if counts[placed.action.name] == 1
        else f"{placed.action.name} ({blueprint.steps[placed.step].name},"
        f" {blueprint.lanes[placed.lane].name})"
        for placed in index.actions
    }


def _ends(joined: Joined, names: Mapping[str, str], look: Look) -> Iterator[tuple[str, bool, End]]:
    """The action that tells the link, whether it holds it, and the other end."""
    said = link_text(joined, look.words) if "labels" in look.shown else ""
    if joined.external:
        yield joined.start, True, End("", joined.end, said)
        return
    yield joined.start, True, End(joined.end, names[joined.end], said)
    yield joined.end, joined.kind == "agrees_with", End(joined.start, names[joined.start], said)


def _told(found: Mapping[tuple[str, bool], list[End]], look: Look) -> Iterator[Ways]:
    for kind, own in ORDER:
        if ends := found.get((kind, own)):
            verb = (look.words.links if own else look.words.linked_from)[kind]
            yield Ways(kind.replace("_", "-"), verb, tuple(dict.fromkeys(ends)))

"""What an action depends on and what depends on it, for a picture in which the rest is faded.

An action hangs on what it needs and on what sets it off, and these again on others; so it is the
other way round. An agreement binds two, and counts as far as the action at its other end.
"""

from collections.abc import Iterable, Mapping

from blueprint_cli.kinds import either
from blueprint_cli.layout.links import written_arrows
from blueprint_cli.model import Blueprint
from blueprint_cli.nearest import nearest
from blueprint_cli.problems import Trouble
from blueprint_cli.reading.names import Miss, Names
from blueprint_cli.reading.references import Index


def action_meant(blueprint: Blueprint, index: Index, text: str) -> str:
    """The key of the action that `text` refers to, or `Trouble`.

    It refers as in the file, `step.lane` or an id, be the id only implied; or it is the key itself.
    """
    keys = {id(placed.action): placed.key for placed in index.actions}
    named = [placed.key for placed in index.actions if text in {placed.key, placed.action.id}]
    if len(named) == 1:
        return named[0]
    elements = {
        "action": [placed.action for placed in index.actions],
        "step": blueprint.steps,
        "lane": blueprint.lanes,
    }
    found = Names(blueprint, elements).find(text, ["action"])
    if not isinstance(found, Miss):
        return keys[id(found)]
    if apart := named or [keys[id(each)] for each in found.candidates if id(each) in keys]:
        raise Trouble(f"'{text}' can mean {len(apart)} actions", f"write {either((*apart,))}")
    known = [word for words in found.near for word in words]
    raise Trouble(found.message, found.hint or nearest(found.word, known) or found.otherwise)


def traced(index: Index, key: str) -> frozenset[str]:
    """The ids of the cards and arrows in a picture that hang together with an action."""
    arrows = written_arrows(index)
    onward = [
        (arrow, *((arrow.end, arrow.start) if arrow.kind == "needs" else (arrow.start, arrow.end)))
        for arrow in arrows
        if arrow.kind != "agrees_with"
    ]
    after = _reached(key, _by((first, then) for _, first, then in onward))
    before = _reached(key, _by((then, first) for _, first, then in onward))
    passing = [
        arrow for arrow, first, then in onward
        if {first, then} <= before or {first, then} <= after
    ]  # fmt: skip
    touching = [arrow for arrow in arrows if key in {arrow.start, arrow.end}]
    cards = before | after | {end for each in touching for end in (each.start, each.end)}
    return frozenset(
        {f"action:{card}" for card in cards} | {arrow.id for arrow in (*passing, *touching)}
    )


def _by(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def _reached(key: str, ways: Mapping[str, list[str]]) -> set[str]:
    """The action itself, and all to which ways lead from it."""
    reached, waiting = {key}, [key]
    while waiting:
        new = [each for each in ways.get(waiting.pop(), ()) if each not in reached]
        reached.update(new)
        waiting += new
    return reached

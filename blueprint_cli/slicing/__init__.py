"""A part of a blueprint: some lanes, some steps, what bears some tags, or what concerns a persona.

What stays keeps its key, so ids in the picture of a slice are those in the picture of the whole.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from blueprint_cli.model import Blueprint, Element
from blueprint_cli.problems import Trouble
from blueprint_cli.reading.references import Index, Placed
from blueprint_cli.slicing.audience import Audience, audience
from blueprint_cli.slicing.wanted import wanted_lanes, wanted_steps, wanted_tags
from blueprint_cli.words import Words

_MOST_NAMED = 6
"""So many lanes are named where a picture says what it shows."""


class Slice(NamedTuple):
    """What of a blueprint is wished for, as the user writes it; what is empty asks for all.

    `lanes` are ids, names or roles; `steps` are ids, names, numbers from 1, and ranges such as
    `booking..3`. Each text of `lanes`, `steps` and `tags` may hold several, with commas between.
    """

    lanes: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    persona: str | None = None


class Sliced(NamedTuple):
    """What stays, and in a picture's words how much of the whole that is."""

    blueprint: Blueprint
    keys: Index
    remarks: tuple[str, ...] = ()


def sliced(blueprint: Blueprint, index: Index, wish: Slice, words: Words) -> Sliced:
    """The wished part; `Trouble` where something is wished that is not there, or nothing is left.

    Actions with one of the tags stay, be it their own, their step's or their lane's; then only
    steps and lanes stay that have such an action. For a persona all goes that bears another
    persona's id or name as a tag.
    """
    if wish == Slice():
        return Sliced(blueprint, index)
    tags = wanted_tags(blueprint, index, wish.tags)
    meant = audience(blueprint, wish.persona)
    steps = [n for n in wanted_steps(blueprint, index, wish.steps) if meant(blueprint.steps[n])]
    lanes = [n for n in wanted_lanes(blueprint, index, wish.lanes) if meant(blueprint.lanes[n])]
    actions = [
        placed for placed in _within(index, steps, lanes)
        if meant(placed.action) and (not tags or tags & _tags_of(blueprint, placed))
    ]  # fmt: skip
    if tags:
        steps = sorted({placed.step for placed in actions})
        lanes = sorted({placed.lane for placed in actions})
    if not steps or not lanes:
        raise Trouble("nothing is left to draw", "name more lanes and steps, or other tags")
    part = _part(blueprint, steps, lanes, meant)
    left = _index(index, steps, lanes, actions, meant)
    said = _counts(blueprint, part, words)
    if (tags or meant.others) and len(actions) < len(index.actions):
        said.append(words.some_actions.format(len(actions), len(index.actions)))
    if tags:
        said.append(words.tagged.format(words.comma.join(sorted(tags))))
    remark = words.shown.format("\N{NO-BREAK SPACE}· ".join(said))
    return Sliced(part, left, (remark,) if said else ())


def _within(index: Index, steps: list[int], lanes: list[int]) -> Iterator[Placed]:
    columns, rows = set(steps), set(lanes)
    return (each for each in index.actions if each.step in columns and each.lane in rows)


def _tags_of(blueprint: Blueprint, placed: Placed) -> set[str]:
    """The tags of an action, and those that it has from its step and lane."""
    step, lane = blueprint.steps[placed.step], blueprint.lanes[placed.lane]
    bearers: tuple[Element, ...] = (placed.action, step, lane)
    return {tag for bearer in bearers for tag in bearer.tags}


def _part(
    blueprint: Blueprint, steps: Sequence[int], lanes: Sequence[int], meant: Audience
) -> Blueprint:
    """The blueprint with these steps and lanes; a step's own actions stay as the file has them."""
    return Blueprint.of(
        {
            **vars(blueprint),
            "personas": tuple(each for each in blueprint.personas if meant.names(each)),
            "steps": tuple(meant.cleared(blueprint.steps[n]) for n in steps),
            "lanes": tuple(blueprint.lanes[n] for n in lanes),
        }
    )


def _index(
    index: Index,
    steps: Sequence[int],
    lanes: Sequence[int],
    actions: Sequence[Placed],
    meant: Audience,
) -> Index:
    """The index of what stays, with all places counted anew; links keep both ends or go."""
    columns = {old: new for new, old in enumerate(steps)}
    rows = {old: new for new, old in enumerate(lanes)}
    depths: dict[tuple[int, int], int] = {}
    placed = []
    for each in actions:
        cell = columns[each.step], rows[each.lane]
        place = depths[cell] = depths.get(cell, -1) + 1
        placed.append(Placed(each.key, *cell, place, meant.cleared(each.action)))
    keys = {each.key for each in placed}
    return index._replace(
        lane_keys=tuple(index.lane_keys[n] for n in lanes),
        step_keys=tuple(index.step_keys[n] for n in steps),
        phase_keys=tuple(index.phase_keys[n] for n in steps),
        actions=tuple(placed),
        links=tuple(
            link for link in index.links
            if link.start in keys and (link.external or link.end in keys)
        ),
    )  # fmt: skip


def _counts(whole: Blueprint, part: Blueprint, words: Words) -> list[str]:
    """How many of the lanes and steps stay, where not all do."""
    said = []
    if len(part.lanes) < len(whole.lanes):
        names = words.comma.join(lane.name for lane in part.lanes)
        listed = f" ({names})" if len(part.lanes) <= _MOST_NAMED else ""
        said.append(words.some_lanes.format(len(part.lanes), len(whole.lanes)) + listed)
    if len(part.steps) < len(whole.steps):
        said.append(words.some_steps.format(len(part.steps), len(whole.steps)))
    return said

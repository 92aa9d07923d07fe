"""Two versions of a blueprint as one: all that is, and at its old place what is gone or moved.

What is gone keeps its name and what it used. It carries no marks and no feelings any more, so that
counts, the curve and the rows of the picture say what the service is now.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from blueprint_cli.diff.between import Diff
from blueprint_cli.diff.parts import NOWHERE, Part
from blueprint_cli.model import Blueprint
from blueprint_cli.reading.references import Index, Joined, Placed, phase_keys

_EMPTY: Mapping[str, Any] = {
    **dict.fromkeys(("pain_points", "opportunities", "questions", "touchpoint", "channel"), ()),
    **dict.fromkeys(("wait", "fail_point", "emotion", "thinks", "feels")),
    "moment_of_truth": False,
}
"""What does not hold any more, by keys of steps and actions."""

State = Literal["added", "removed", "moved", "left", "changed", "same"]
"""`removed` is gone altogether; `left` is the old place of what is `moved` now."""


class Both(NamedTuple):
    """A part of the union: in which version it stands (1 is the new one), and its number there."""

    side: int
    number: int


class Union(NamedTuple):
    """A blueprint to draw and its keys, and what happened to each lane, step, action and link.

    `places` tells by keys of lanes, steps and actions which part stands there; `links` goes with
    the links of the index.
    """

    blueprint: Blueprint
    keys: Index
    places: Mapping[str, Both]
    links: tuple[Both, ...]


def united(diff: Diff) -> Union:
    """Both versions in one, in the order of the new one; what is gone stands where it stood."""
    lanes, steps = _merged(diff, "lane"), _merged(diff, "step")
    lane_keys = _keys(diff, lanes, "lanes.")
    step_keys = _keys(diff, steps, "")
    found = dict(_actions(diff, lanes, steps, lane_keys, step_keys))
    actions = tuple(placed for placed, _ in found.values())
    keyed = {both: key for key, (_, both) in found.items()}
    links = tuple(_links(diff, keyed))
    stands: dict[str, Any] = {
        "lanes": tuple(_record(diff, each) for each in lanes),
        "steps": tuple(_record(diff, each) for each in steps),
    }
    new = diff.new.parts[0].record
    whole = Blueprint.of({**vars(new), **stands})
    keys = diff.new.keys._replace(
        lane_keys=lane_keys,
        step_keys=step_keys,
        phase_keys=tuple(phase_keys(stands["steps"])),
        actions=actions,
        links=tuple(joined for joined, _ in links),
        resources={**diff.old.keys.resources, **diff.new.keys.resources},
    )
    places = {
        **{f"lane:{key}": each for key, each in zip(lane_keys, lanes, strict=True)},
        **{f"step:{key}": each for key, each in zip(step_keys, steps, strict=True)},
        **{f"action:{key}": each for each, key in keyed.items()},
    }
    return Union(whole, keys, places, tuple(both for _, both in links))


def _part(diff: Diff, both: Both) -> Part:
    return (diff.old, diff.new)[both.side].parts[both.number]


def _record(diff: Diff, both: Both) -> Any:  # noqa: ANN401 - of any element
    """What is drawn of a part."""
    record = _part(diff, both).record
    if both.side:
        return record
    empty = {word: value for word, value in _EMPTY.items() if word in record.keys}
    return type(record).of({**vars(record), **empty})


def _merged(diff: Diff, kind: str) -> list[Both]:
    """All lanes or steps: the new ones in their order; what is gone or moved, where it was."""
    old = [Both(0, at) for at, part in enumerate(diff.old.parts) if part.kind == kind]
    new = [Both(1, at) for at, part in enumerate(diff.new.parts) if part.kind == kind]
    moved = {id(each.old) for each in diff.changes if each.kind == "moved"}
    left = {each.number for each in old if id(diff.old.parts[each.number]) in moved}
    return _woven(diff, old, new, left)


def _woven(
    diff: Diff, old: Sequence[Both], new: Sequence[Both], left: Collection[int] = ()
) -> list[Both]:
    """The new ones, and each old one that is none of them, or `left`, behind what it followed."""
    behind: dict[int | None, list[Both]] = {None: []}
    kept = {each.number for each in new}
    last = None
    for each in old:
        there = diff.matches.to_new.get(each.number)
        if there in kept and each.number not in left:
            last = there
        else:
            behind.setdefault(last, []).append(each)
    woven = behind[None]
    for each in new:
        woven += [each, *behind.get(each.number, ())]
    return woven


def _keys(diff: Diff, parts: Sequence[Both], prefix: str) -> tuple[str, ...]:
    """Their keys, those of the old version made unlike those of the new one."""
    taken = {_part(diff, each).path for each in parts if each.side}
    keys = []
    for each in parts:
        path = _part(diff, each).path
        if not each.side:
            path = _free(path, taken)
            taken.add(path)
        keys.append(path.removeprefix(prefix))
    return tuple(keys)


def _free(key: str, taken: set[str]) -> str:
    while key in taken:
        key += "-old"
    return key


def _actions(
    diff: Diff,
    lanes: Sequence[Both],
    steps: Sequence[Both],
    lane_keys: Sequence[str],
    step_keys: Sequence[str],
) -> Iterator[tuple[str, tuple[Placed, Both]]]:
    """All actions by their keys, cell by cell; those of the old version where they stood."""
    cells: dict[tuple[int, int], tuple[list[Both], list[Both]]] = {}
    lane_at, step_at = _positions(diff, lanes), _positions(diff, steps)
    for side, version in enumerate((diff.old, diff.new)):
        for number, part in enumerate(version.parts):
            if part.kind == "action":
                cell = step_at[Both(side, part.owner)], lane_at[Both(side, part.lane)]
                cells.setdefault(cell, ([], []))[side].append(Both(side, number))
    taken = {part.path for part in diff.new.parts if part.kind == "action"}
    for (step, lane), (old, new) in sorted(cells.items()):
        for place, both in enumerate(_woven(diff, old, new)):
            part = _part(diff, both)
            key = part.path
            if not both.side:
                word = part.path.rpartition(".")[2]
                key = _free(f"{step_keys[step]}.{lane_keys[lane]}.{word}", taken)
                taken.add(key)
            yield key, (Placed(key, step, lane, place, _record(diff, both)), both)


def _positions(diff: Diff, parts: Sequence[Both]) -> Mapping[Both, int]:
    """Where each stands in the union; a part of the old version that is kept, where it is now."""
    positions = {each: at for at, each in enumerate(parts)}
    for here, there in diff.matches.to_new.items():
        if Both(1, there) in positions:
            positions[Both(0, here)] = positions[Both(1, there)]
    return positions


def _links(diff: Diff, keyed: Mapping[Both, str]) -> Iterator[tuple[Joined, Both]]:
    """The links of the new version, and those that are gone between where their ends are now."""
    for number, part in enumerate(diff.new.parts):
        if part.kind == "link":
            yield _joined(part, lambda at: keyed[Both(1, at)]), Both(1, number)
    for number, part in enumerate(diff.old.parts):
        if part.kind == "link" and number not in diff.matches.to_new:
            yield _joined(part, lambda at: _now(diff, keyed, at)), Both(0, number)


def _now(diff: Diff, keyed: Mapping[Both, str], here: int) -> str:
    """The key of an action of the old version: of what it is now, if it is still there."""
    there = diff.matches.to_new.get(here)
    return keyed[Both(0, here) if there is None else Both(1, there)]


def _joined(part: Part, key: Any) -> Joined:  # noqa: ANN401 - from a number to a key
    kind: Any = part.slot
    record: Any = part.record
    outside = part.end == NOWHERE
    end = part.outside if outside else key(part.end)
    return Joined(kind, key(part.owner), end, external=outside, link=record)

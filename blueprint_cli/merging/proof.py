"""Proof that a text says what both sides of a merge want, and nothing else."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from blueprint_cli.diff.parts import NOWHERE, Part, known, parts_of
from blueprint_cli.merging.joints import Home
from blueprint_cli.merging.plan import ORDERED, Plan
from blueprint_cli.merging.values import Aims, said, same, unsaid
from blueprint_cli.parse import Document
from blueprint_cli.reading.references import LINK_KINDS, Index


class Result(NamedTuple):
    """A merged text as it is read: its parts, and which joint each of them is."""

    keys: Index
    parts: tuple[Part, ...]
    joints: dict[int, int]


class Unproved(Exception):  # noqa: N818 - it is no error of the program
    """A text says something else than it should; the reason is a clause."""


def proved(plan: Plan, document: Document) -> Result:
    """The parts of a document without errors that says what is planned; else `Unproved`."""
    blueprint, index = known(document)
    parts = parts_of(blueprint, index)
    joints = _paired(plan, parts)
    result = Result(index, parts, joints)
    _refuse_other_values(plan, result)
    return result


def _paired(plan: Plan, parts: Sequence[Part]) -> dict[int, int]:
    """The joint of each part, by where it stands."""
    joints, numbers = {0: 0}, {0: 0}
    lists: dict[tuple[int, int, str], list[int]] = {}
    for at, part in enumerate(parts[1:], 1):
        lists.setdefault((part.owner, part.lane, part.slot), []).append(at)
    for home, wanted in _outside_in(plan):
        lane = NOWHERE if home.lane == NOWHERE else numbers[home.lane]
        found = lists.pop((numbers[home.owner], lane, home.slot), [])
        for joint, at in _matched(plan, home, wanted, parts, found, joints):
            joints[at], numbers[joint] = joint, at
    if lists:
        raise Unproved("it would hold something that neither side put there")
    return joints


def _outside_in(plan: Plan) -> Iterator[tuple[Home, list[int]]]:
    """The lists of the result, each behind those that hold its owner and its lane."""
    ready: list[tuple[Home, list[int]]] = []
    links: list[tuple[Home, list[int]]] = []
    of: dict[int, list[tuple[Home, list[int]]]] = {}
    for home, wanted in plan.lists.items():
        if home.slot in LINK_KINDS:
            links.append((home, wanted))
        else:
            of.setdefault(home.owner, []).append((home, wanted))
    ready += sorted(of.pop(0, ()), key=lambda each: each[0].slot != "lanes")
    while ready:
        home, wanted = ready.pop(0)
        yield home, wanted
        for each in wanted:
            ready += of.pop(each, ())
    yield from links


def _matched(
    plan: Plan, home: Home, wanted: Sequence[int], parts: Sequence[Part],
    found: Sequence[int], joints: dict[int, int],
) -> Iterator[tuple[int, int]]:  # fmt: skip
    """Which joint each part of one list is."""
    if len(wanted) != len(found):
        owner = plan.three.any(home.owner).name
        raise Unproved(f"'{owner}' would hold {len(found)} {home.slot} and not {len(wanted)}")
    if home.slot in ORDERED:
        yield from zip(wanted, found, strict=True)
        return
    left = list(found)
    for joint in wanted:
        same_ones = [at for at in left if _is(plan, joint, parts[at], joints)]
        if not same_ones:
            raise Unproved(f"'{plan.three.any(joint).name}' would not be there")
        left.remove(same_ones[0])
        yield joint, same_ones[0]


def _is(plan: Plan, joint: int, part: Part, joints: dict[int, int]) -> bool:
    """Whether a part can be this joint: a link by its end, other elements by id and name."""
    if part.kind == "link":
        end = plan.end(joint)
        meant = joints.get(part.end) if part.end != NOWHERE else None
        return meant == end and part.outside == plan.three.any(joint).outside
    name, written = plan.value(joint, ("name",)), plan.value(joint, ("id",))
    return (part.name, part.written_id) == (name, written)


def _refuse_other_values(plan: Plan, result: Result) -> None:
    numbers = {id(part.record): at for at, part in enumerate(result.parts)}
    aims = Aims(result.keys, numbers, result.joints)
    for at, joint in result.joints.items():
        part = result.parts[at]
        if part.kind != plan.three.kind(joint):
            raise Unproved(f"'{part.name}' would be another sort of element")
        there = said(part, aims)
        wanted = {path: settled.value for path, settled in plan.fields[joint].items()}
        if there == wanted:
            continue
        for path in there.keys() | wanted.keys():
            default = unsaid(plan.three, joint, path)
            if not same(wanted.get(path, default), there.get(path, default)):
                key = ".".join(path)
                raise Unproved(f"'{part.name}' would have another {key} than it should")

"""What holds of all changes, over random edit scripts; `EXAMPLES=10000 pytest tests/diff`."""

import json
import os
from collections import Counter
from itertools import count
from random import Random
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from blueprint_cli.diff.between import Diff, diff
from blueprint_cli.diff.changes import Change
from blueprint_cli.formatting import formatted
from blueprint_cli.parse import Document, read
from tests.diff.applying import applied, expected, orders, told
from tests.diff.edits import Script, actions, scripts
from tests.formatting.messy import rewritten
from tests.formatting.messy import write as messy

EXAMPLES = int(os.environ.get("EXAMPLES", "100"))
NAMES = ("Alpha", "Bravo", "Carol", "Delta", "Echo", "Fox", "Golf", "Hotel", "India")
SWAPPED = {"added": "removed", "removed": "added", "better": "worse", "worse": "better"}

many = settings(max_examples=EXAMPLES, phases=[Phase.explicit, Phase.generate])
"""A failing seed is not made smaller: another seed is another blueprint."""


def document(text: str) -> Document:
    found = read(text.encode(), "shop.yaml")
    errors = [each.message for each in found.problems if each.severity == "error"]
    assert not errors
    return found


def compared(script: Script) -> Diff:
    return diff(document(script.old), document(script.new))


def valid(text: str) -> bool:
    return not any(each.severity == "error" for each in read(text.encode(), "x").problems)


@many
@given(scripts())
def test_nothing_changes_between_a_version_and_itself(script: Script):
    found = diff(document(script.new), document(script.new))
    assert not found.changes
    assert found.same_text
    assert all(here == there for here, there in found.matches.to_new.items())


@many
@given(scripts(), st.integers(0, 2**32))
def test_another_handwriting_is_no_change(script: Script, seed: int):
    other = rewritten(seed, shuffled(script.after, Random(seed)))  # noqa: S311 - no secret depends on it
    found = diff(document(script.new), document(other))
    assert not [each.message for each in found.changes]


def shuffled(value: Any, random: Random) -> Any:
    """The same with its keys in another order, single items without their list, names alone."""
    if isinstance(value, dict):
        if set(value) - {"truth"} == {"name"} and random.random() < 0.7:
            return value["name"]
        keys = [key for key in value if key != "truth"]
        random.shuffle(keys)
        return {
            key: value[key] if key.startswith("x-") else shuffled(value[key], random)
            for key in keys
        }
    if isinstance(value, list):
        items = [shuffled(each, random) for each in value]
        return items[0] if len(items) == 1 and random.random() < 0.5 else items
    return value if isinstance(value, str) else json.dumps(value)


@many
@given(st.integers(0, 2**32))
def test_the_canonical_form_of_the_worst_handwriting_is_no_change(seed: int):
    before = document(next(found for at in count(seed) if valid(found := messy(at))))
    text = formatted(before).text
    assert text is not None
    assert not diff(before, document(text)).changes


@many
@given(scripts())
def test_applying_the_changes_to_the_old_version_gives_the_new_one(script: Script):
    found = compared(script)
    assert told(applied(found)) == told(expected(found))
    assert orders(applied(found)) == orders(expected(found))


@many
@given(scripts())
def test_the_way_back_is_the_mirror_of_the_way_there(script: Script):
    there, back = (diff(document(one), document(other)) for one, other in
                   ((script.old, script.new), (script.new, script.old)))  # fmt: skip
    assert {(new, old) for old, new in there.matches.to_new.items()} == {
        *back.matches.to_new.items()
    }
    assert Counter(map(mirrored, there.changes)) == Counter(map(plainly, back.changes))


def plainly(change: Change) -> tuple[object, ...]:
    ends = (each.path if each else None for each in (change.old, change.new))
    said = change.before, change.after
    return change.kind, change.element, *ends, change.field, *said, change.effect


def mirrored(change: Change) -> tuple[object, ...]:
    kind, element, old, new, field, before, after, effect = plainly(change)
    turned = SWAPPED.get(str(kind), kind), SWAPPED.get(str(effect), effect)
    return turned[0], element, new, old, field, after, before, turned[1]


@many
@given(scripts())
def test_what_ids_say_is_the_same_is_never_gone_and_new(script: Script):
    found = compared(script)
    old, new = numbers(found.old.parts, script.before), numbers(found.new.parts, script.after)
    for truth, here in old.items():
        there = new.get(truth)
        if there is None:
            continue
        one, other = found.old.parts[here], found.new.parts[there]
        ids = [part.id for part in found.old.parts if part.kind == one.kind]
        of_kind = [part for part in found.old.parts if part.kind == one.kind]
        told_before = {word for part in of_kind for word in part.was}
        same = one.written_id and one.written_id == other.written_id
        news = one.id in other.was and one.id not in told_before
        earlier = news and ids.count(one.id) == 1
        if same or earlier:
            assert found.matches.to_new.get(here) == there, (one.path, other.path)


def numbers(parts: Any, values: dict[str, Any]) -> dict[int, int]:
    """The numbers of parts by what they truly are."""
    listed = {
        "lane": values["lanes"], "step": values["steps"], "resource": values["resources"],
        "action": [action for _, _, action in actions(values)],
    }  # fmt: skip
    found = {}
    for kind, elements in listed.items():
        of_kind = [at for at, part in enumerate(parts) if part.kind == kind]
        found |= {each["truth"]: at for each, at in zip(elements, of_kind, strict=True)}
    return found


@many
@given(scripts())
def test_no_renames_takes_only_what_is_called_alike_for_the_same(script: Script):
    found = diff(document(script.old), document(script.new), renames=False)
    for here, there in found.matches.to_new.items():
        one, other = found.old.parts[here], found.new.parts[there]
        if one.kind not in {"blueprint", "link", "fail_point"}:
            folded = [" ".join(part.name.casefold().split()) for part in (one, other)]
            assert one.id == other.id or folded[0] == folded[1]
    assert told(applied(found)) == told(expected(found))


@many
@given(st.permutations(range(9)))
def test_moves_are_the_fewest(order: list[int]):
    """No longer list of steps keeps its order than those that are not told to move."""
    steps = [f"{{name: {name}}}" for name in NAMES]
    old, new = (
        f"{{blueprint: B, lanes: [{{name: L, role: support}}], steps: [{', '.join(each)}]}}"
        for each in (steps, [steps[at] for at in order])
    )
    found = diff(document(old), document(new)).changes
    assert {each.kind for each in found} <= {"moved"}
    assert len(found) == len(order) - longest_rising(order)


def longest_rising(numbers: list[int]) -> int:
    """By trying: the longest that ends at each number."""
    best = [0] * len(numbers)
    for at, number in enumerate(numbers):
        best[at] = 1 + max((best[b] for b in range(at) if numbers[b] < number), default=0)
    return max(best)

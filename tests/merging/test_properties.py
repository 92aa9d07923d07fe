"""What holds for every merge of random edits of random blueprints.

`EXAMPLES=10000 pytest tests/merging` tries more of them.
"""

import os
import re
from collections import Counter
from random import Random
from typing import Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint_cli.diff.between import diff
from blueprint_cli.diff.parts import NOWHERE, known, parts_of
from blueprint_cli.editing.comments import comments
from blueprint_cli.lint.fingerprints import fingerprints
from blueprint_cli.merging import Merged
from blueprint_cli.parse import Document, parse
from blueprint_cli.source import Source
from blueprint_cli.three_way import judged, merge
from tests.merging.scripts import blueprint, edited

often = settings(
    max_examples=int(os.environ.get("EXAMPLES", "25")),
    suppress_health_check=[HealthCheck.too_slow],
)
seeds = st.integers(0, 2**40)


def read(text: str) -> Document:
    return parse(Source("case.yaml", text))


def merge_texts(base: str, ours: str, theirs: str) -> Merged:
    return merge(base.encode(), ours.encode(), theirs.encode(), path="case.yaml")


def versions(seed: int) -> tuple[str, str, str] | None:
    """A blueprint and two edited ones; None where edits made one of them wrong."""
    random = Random(seed)  # noqa: S311 - no secret depends on it
    base = blueprint(random)
    ours, theirs = (edited(random, base, random.randint(1, 4)) for _ in range(2))
    documents = [read(each) for each in (base, ours, theirs)]
    return (base, ours, theirs) if all(each.index for each in documents) else None


@often
@given(seeds)
def test_one_sided_edits_give_the_edited_side(seed):
    found = versions(seed)
    if found is None:
        return
    base, ours, _ = found
    for merged in (merge_texts(base, ours, base), merge_texts(base, base, ours)):
        assert merged.clean
        assert merged.content.decode() == ours


@often
@given(seeds)
def test_a_clean_merge_has_both_sides_edits_and_comments_and_lints_no_worse(seed):
    found = versions(seed)
    if found is None:
        return
    base, ours, theirs = found
    merged = merge_texts(base, ours, theirs)
    if not merged.clean:
        assert merged.doubt or "<<<<<<<" in merged.content.decode()
        return
    text = merged.content.decode()
    result = read(text)
    assert result.index is not None
    if not holds(base, ours, theirs, text):  # what one removed may be like what the other added
        assert holds(base, ours, theirs, text, renames=False)
    old, mine, others, new = map(remarks, (base, ours, theirs, text))
    for each in old.keys() | mine.keys() | others.keys() | new.keys():
        least = min(mine[each], mine[each] + others[each] - old[each])
        most = mine[each] + others[each]  # what both sides have, each at a place of its own
        assert least <= new[each] <= most
    assert findings(text) <= {each for side in (ours, theirs) for each in findings(side)}


@often
@given(seeds)
def test_a_conflict_can_be_decided_for_either_side(seed):
    found = versions(seed)
    if found is None:
        return
    merged = merge_texts(*found)
    if merged.way == "elements" and not merged.clean:
        text = merged.content.decode()
        assert merged.conflicts
        assert read(decided(text, "ours")).index is not None
        assert not shapeless(decided(text, "theirs"))


@often
@given(seeds)
def test_without_a_base_nothing_of_either_side_is_lost(seed):
    found = versions(seed)
    if found is None:
        return
    _, ours, theirs = found
    merged = merge_texts("", ours, theirs)
    text = merged.content.decode()
    if merged.clean:
        for side in (ours, theirs):
            assert not elements(side) - elements(text)
            assert not remarks(side) - remarks(text)
    elif merged.way == "elements":
        assert read(decided(text, "ours")).index is not None
        assert not shapeless(decided(text, "theirs"))


@often
@given(seeds)
def test_sides_can_be_swapped(seed):
    found = versions(seed)
    if found is None:
        return
    base, ours, theirs = found
    one, two = merge_texts(base, ours, theirs), merge_texts(base, theirs, ours)
    if one.clean and two.clean:
        assert changes(one.content.decode(), two.content.decode()) <= {("moved",)}


def holds(base: str, ours: str, theirs: str, text: str, *, renames: bool = True) -> bool:
    """Whether a text has the changes of both sides and no other.

    Another order of two is none any more where the other side took one of them away.
    """
    mine, others, all_of_them = (
        changes(base, each, renames=renames) for each in (ours, theirs, text)
    )
    moved = {("moved",)}
    return all_of_them <= mine | others <= all_of_them | moved


def changes(old: str, new: str, *, renames: bool = True) -> frozenset[tuple[str, ...]]:
    """What `bp diff` finds, by elements of the old text; of new ones the name."""
    found: set[tuple[str, ...]] = set()
    told = diff(read(old), read(new), renames=renames)
    same = told.matches.to_new
    for each in told.changes:
        if each.kind == "moved" and each.old is not None and each.new is not None:
            owner, lane = same.get(each.old.owner), same.get(each.old.lane, NOWHERE)
            stays = (owner, lane) == (each.new.owner, each.new.lane)
            found.add(("moved",) if stays else ("moved", each.old.path))
        elif each.old is not None:
            found.add((each.kind, each.element, each.old.path, each.field))
        elif each.new is not None:
            found.add((each.kind, each.element, each.new.name or each.new.slot))
    return frozenset(found)


def elements(text: str) -> Counter[tuple[str, str]]:
    """All elements of a text, by their kind and name."""
    blueprint, index = known(read(text))
    return Counter((part.kind, part.name) for part in parts_of(blueprint, index))


def decided(text: str, side: Literal["ours", "theirs"]) -> str:
    """The text with one side of each conflict."""
    pattern = r"^<{7} ours\n(.*?)^\|{7} base\n.*?^={7}\n(.*?)^>{7} theirs\n"
    chosen = {"ours": r"\1", "theirs": r"\2"}[side]
    return re.sub(pattern, chosen, text, flags=re.MULTILINE | re.DOTALL)


def shapeless(text: str) -> list[str]:
    """What is no YAML, or stands where nothing of the sort may stand, in a text."""
    problems = (each for each in read(text).problems if each.severity == "error")
    return [each.message for each in problems if each.code.startswith("BP0")]


def remarks(text: str) -> Counter[str]:
    """The comments of a text."""
    document = read(text)
    assert document.root is not None
    return Counter(each.text for each in comments(document.source, document.root))


def findings(text: str) -> frozenset[str]:
    """What the usual rules find, whatever the figures in it."""
    return frozenset(fingerprints(judged(read(text)), ""))

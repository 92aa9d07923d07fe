"""What must hold of every slice, and of every picture in which something is faded."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.drawing import Drawing, Path, Shape
from blueprint_cli.fading import FADED, faded
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.layout import lay_out
from blueprint_cli.look import Look
from blueprint_cli.model import Blueprint
from blueprint_cli.parse import parse
from blueprint_cli.problems import Trouble
from blueprint_cli.reading.references import Index
from blueprint_cli.slicing import Slice, sliced
from blueprint_cli.source import Source
from blueprint_cli.theme import contrast
from blueprint_cli.themes import THEMES
from blueprint_cli.tracing import traced
from tests.layout.blueprints import blueprints, write


def read(text: str) -> tuple[Blueprint, Index]:
    document = parse(Source("case.yaml", text))
    assert document.blueprint is not None
    assert document.index is not None
    return document.blueprint, document.index


@settings(deadline=None, max_examples=60)
@given(blueprints(), st.data())
def test_all_that_stays_keeps_its_key_and_its_place_is_right(text, data):
    blueprint, index = read(text)
    some = st.lists(st.sampled_from(index.lane_keys), max_size=4)
    ends = st.integers(1, len(blueprint.steps))
    first, last = sorted((data.draw(ends), data.draw(ends)))
    wish = Slice(tuple(data.draw(some)), (f"{first}..{last}",))
    left = sliced(blueprint, index, wish, ENGLISH)
    keys = {each.key: each for each in index.actions}
    assert left.keys.step_keys == index.step_keys[first - 1 : last]
    assert set(left.keys.lane_keys) == (set(wish.lanes) or set(index.lane_keys))
    assert [step.name for step in left.blueprint.steps] == [
        step.name for step in blueprint.steps[first - 1 : last]
    ]
    for placed in left.keys.actions:
        before = keys[placed.key]
        assert left.keys.step_keys[placed.step] == index.step_keys[before.step]
        assert left.keys.lane_keys[placed.lane] == index.lane_keys[before.lane]
        assert placed[3:] == before[3:]
    kept = {placed.key for placed in left.keys.actions}
    assert [link for link in index.links if {link.start, link.end} <= kept] == list(left.keys.links)
    assert kept == {
        each.key for each in index.actions
        if index.step_keys[each.step] in left.keys.step_keys
        and index.lane_keys[each.lane] in left.keys.lane_keys
    }  # fmt: skip


@settings(deadline=None, max_examples=20)
@given(blueprints(), st.data())
def test_a_picture_of_a_slice_has_no_id_of_its_own(text, data):
    blueprint, index = read(text)
    lanes = tuple(data.draw(st.lists(st.sampled_from(index.lane_keys), max_size=3)))
    step = data.draw(st.sampled_from(index.step_keys))
    left = sliced(blueprint, index, Slice(lanes, (f"{step}..",)), ENGLISH)
    look = Look(implied=False, remarks=left.remarks)
    whole, part = lay_out(blueprint, index, look), lay_out(left.blueprint, left.keys, look)
    assert ids(part, *ALL) <= ids(whole, *ALL)


def ids(drawing: Drawing, *classes: str) -> set[str]:
    elements: tuple[Shape | Path, ...] = (*drawing.shapes, *drawing.paths)
    return {each.id for each in elements if set(classes) & set(each.classes)}


def test_nothing_wished_is_the_whole():
    blueprint, index = read(BLUEPRINT)
    assert sliced(blueprint, index, Slice(), ENGLISH) == (blueprint, index, ())


def test_every_combination_leaves_something_or_says_why_not():
    blueprint, index = read(BLUEPRINT)
    for lanes, steps in product([(), ("l0",), ("evidence",), ("x",)], [(), ("2",), ("9",)]):
        if "x" in lanes or "evidence" in lanes or "9" in steps:
            with pytest.raises(Trouble) as told:
                sliced(blueprint, index, Slice(lanes, steps), ENGLISH)
            assert told.value.hint
        else:
            left = sliced(blueprint, index, Slice(lanes, steps), ENGLISH)
            assert left.blueprint.lanes
            assert left.blueprint.steps


ALL = ("action", "lane", "step", "phase", "link")
BLUEPRINT = write(7, steps=5, lanes=4, filling=0.9, links=40, roles={"customer", "backstage"})


@settings(deadline=None, max_examples=60)
@given(blueprints(), st.data())
def test_dependence_is_passed_on_by_needs_and_triggers(text, data):
    _, index = read(text)
    if not index.actions:
        return
    key = data.draw(st.sampled_from([placed.key for placed in index.actions]))
    before = {
        (link.start, link.end) if link.kind == "needs" else (link.end, link.start)
        for link in index.links
        if link.kind != "agrees_with"
    }
    touching = {
        end for link in index.links for end in (link.start, link.end)
        if key in {link.start, link.end}
    }  # fmt: skip
    expected = reached(key, before) | reached(key, {pair[::-1] for pair in before}) | touching
    cards = {name for name in traced(index, key) if name.startswith("action:")}
    assert cards == {f"action:{each}" for each in expected}


def reached(key: str, pairs: set[tuple[str, str]]) -> set[str]:
    """All that can be reached, found by going on until nothing more comes."""
    found = {key}
    while more := {end for start, end in pairs if start in found} - found:
        found |= more
    return found


def test_fading_moves_nothing_and_spares_what_is_kept():
    blueprint, index = read(BLUEPRINT)
    drawing = lay_out(blueprint, index)
    kept = traced(index, index.actions[0].key)
    pale = faded(drawing, kept)
    assert [shape.id for shape in pale.shapes] == [shape.id for shape in drawing.shapes]
    before = {each.id: each for each in (*drawing.shapes, *drawing.paths)}
    for each in (*pale.shapes, *pale.paths):
        old = before[each.id]
        if FADED in each.classes:
            assert {"action", "link"} & set(each.classes)
            assert each.id not in kept
            assert places(each) == places(old)
        else:
            assert each == old
            assert not {"action", "link"} & set(each.classes) or each.id in kept
    assert any(FADED in shape.classes for shape in pale.shapes)
    assert any(FADED in path.classes for path in pale.paths)


def places(element: Shape | Path) -> object:
    if isinstance(element, Path):
        return element.points, element.hops, element.trunk, [places(part) for part in element.parts]
    labels = [label._replace(color="") for label in element.labels]
    return element[3:7], labels, [places(part) for part in element.parts]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_faded_words_can_still_be_read_and_stand_back(theme):
    blueprint, index = read(BLUEPRINT)
    drawing = lay_out(blueprint, index, Look(theme=theme))
    pale = faded(drawing, ())
    before = {shape.id: shape for shape in drawing.shapes}
    cards = [shape for shape in pale.shapes if FADED in shape.classes]
    assert cards
    for card in cards:
        for label, strong in zip(card.labels, before[card.id].labels, strict=True):
            found = contrast(label.color, card.fill)
            assert 2 <= found < contrast(strong.color, before[card.id].fill)

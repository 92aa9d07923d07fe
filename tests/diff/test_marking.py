"""The marked picture: nothing overlaps, all that changed is marked, all that did not stays put."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.diff import Diff, diff
from blueprint_cli.drawing import Drawing, Shape
from blueprint_cli.languages import language
from blueprint_cli.layout import lay_out
from blueprint_cli.look import Look
from blueprint_cli.marking import SIGNS, Marked, marked
from blueprint_cli.parse import Document, read
from blueprint_cli.themes import THEMES
from tests.diff.edits import Script, scripts
from tests.diff.test_properties import compared, many
from tests.formatting.messy import rewritten
from tests.layout.geometry import faults

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))
LOOKS = [Look(), Look(direction="tb")]


@many
@given(scripts(), st.sampled_from(LOOKS))
def test_the_picture_of_any_edits_keeps_all_promises(script: Script, look: Look):
    found = compared(script)
    promised(found, marked(found, look), look)


def promised(found: Diff, both: Marked, look: Look) -> None:
    """All that is promised of a marked picture."""
    assert not faults(both.drawing)
    shapes = {shape.id: shape for shape in both.drawing.shapes}
    assert set(both.places) <= set(shapes) | {key for key in both.places if key.startswith("step:")}
    for key, state in expected(found, both).items():
        classes = shapes[key].classes
        assert state == "same" or state in classes, (key, state, classes)
        assert state != "same" or not {*classes} & {"added", "removed", "moved", "left"}, key
        if state != "same" and key.startswith("action:"):
            assert SIGNS[state] in " ".join(
                text for each in shapes[key].labels for text in each.lines
            )
    keeps_cells(found, both, look)


def expected(found: Diff, both: Marked) -> dict[str, str]:
    """What each card, header and band must say, straight from the matches."""
    moved = {id(each.old) for each in found.changes if each.kind == "moved"}
    states = {}
    for key, (side, number) in both.places.items():
        if side == 0:
            states[key] = "left" if number in found.matches.to_new else "removed"
        elif number not in found.matches.to_old:
            states[key] = "added"
        else:
            old = found.old.parts[found.matches.to_old[number]]
            states[key] = "moved" if id(old) in moved else "same"
    return states


def keeps_cells(found: Diff, both: Marked, look: Look) -> None:
    """What did not move stands in the picture in the order of the old version's own picture."""
    shapes = {shape.id: shape for shape in both.drawing.shapes}
    moved = {id(each.old) for each in found.changes if each.kind == "moved"}
    keys = {where: key for key, where in both.places.items()}
    for kind, across in (("step", look.direction == "lr"), ("lane", look.direction == "tb")):
        kept = [
            shapes[keys[1, found.matches.to_new[at]]]
            for at, part in enumerate(found.old.parts)
            if part.kind == kind and at in found.matches.to_new and id(part) not in moved
            and keys[1, found.matches.to_new[at]] in shapes
        ]  # fmt: skip
        at = [shape.x if across else shape.y for shape in kept]
        assert at == sorted(at, reverse=across and look.words.rtl)
    for key, (side, number) in both.places.items():
        if key.startswith("action:"):
            part = (found.old, found.new)[side].parts[number]
            band = shapes[f"lane:{lane_of(found, both, side, part.lane)}"]
            card = shapes[key]
            if look.direction == "lr":
                assert band.y <= card.y <= card.bottom <= band.bottom
            else:
                assert band.x <= card.x <= card.right <= band.right


def lane_of(found: Diff, both: Marked, side: int, number: int) -> str:
    """The key of the band in which a lane is drawn: of what it is now, if it is still there."""
    if not side and number in found.matches.to_new:
        side, number = 1, found.matches.to_new[number]
    keys = {where: key for key, where in both.places.items()}
    return keys[side, number].removeprefix("lane:")


def document(text: str, name: str = "shop.yaml") -> Document:
    return read(text.encode(), name)


@pytest.mark.parametrize("direction", ["lr", "tb"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_and_what_became_of_them(path: Path, direction: str):
    theme = Random(path.stem).choice(THEMES)  # noqa: S311 - no secret depends on it
    words = language("ar" if path.stem.endswith("-ar") else "en", ())
    look = Look(theme=theme, words=words, direction="tb" if direction == "tb" else "lr")
    old = document(path.read_text(encoding="utf-8"), path.name)
    for new in edited(old):
        for found in (diff(old, new), diff(new, old)):
            assert found.changes
            promised(found, marked(found, look), look)


def edited(old: Document) -> Iterator[Document]:
    """The sample with some steps and lanes less, others in another order, words changed."""
    assert old.root is not None
    for seed in range(3):
        random = Random(seed)  # noqa: S311 - no secret depends on it
        plain = json.loads(json.dumps(values(old.root)))
        steps = plain["steps"]
        steps.insert(random.randrange(len(steps)), steps.pop(random.randrange(len(steps))))
        for step in steps:
            if isinstance(step, dict):
                step["name"] = f"{step['name']} {random.choice(('again', 'at once', ''))}".strip()
                for lane, cell in list(step.get("actions", {}).items()):
                    items = cell if isinstance(cell, list) else [cell]
                    step["actions"][lane] = [
                        each for each in items if random.random() < 0.9
                    ] or items
        steps.append({"name": "Comes back another day", "actions": {}})
        new = document(rewritten(seed, plain), old.source.path)
        if not any(each.severity == "error" for each in new.problems):
            yield new


def values(node) -> object:
    """Texts, lists and mappings of a node."""
    if isinstance(node.value, str):
        return node.value
    if node.value and isinstance(node.value[0], tuple) and len(node.value[0]) == 2:
        return {word.value: values(each) for word, each in node.value}
    return [values(each) for each in node.value]


SHOP = """\
blueprint: Phone repair
lanes:
  - {id: customer, name: Customer, role: customer}
  - {id: desk, name: Desk, role: frontstage}
  - {id: bench, name: Bench, role: backstage}
steps:
  - id: bring
    name: Bring
    actions:
      customer: {id: ask, name: Asks, triggers: look}
      desk:
        - {id: look, name: Looks, time: 2m, pain_points: {id: queue, name: Queue}}
        - {id: tag, name: Tags}
  - {id: wait, name: Wait, actions: {bench: {id: mend, name: Mends, needs: look}}}
  - {id: fetch, name: Fetch, actions: {customer: {id: pay, name: Pays}}}
"""


def test_each_change_says_what_it_is():
    new = (
        SHOP.replace("name: Asks, triggers: look", "name: Asks")
        .replace(", time: 2m, pain_points: {id: queue, name: Queue}", ", time: 3m")
        .replace("        - {id: tag, name: Tags}\n", "")
        .replace("bench: {id: mend", "desk: {id: mend")
        .replace("Pays}", "Pays by card}, desk: Bill")
        .replace("name: Bench", "name: Workshop")
    )
    drawing = marked(diff(document(SHOP), document(new)), Look()).drawing
    assert said(drawing) == {
        "lane:bench": ("changed", ["≠ was “Bench”"]),
        "action:bring.desk.look": ("changed", ["≠ time 2m → 3m", "− pain point “Queue”"]),
        "action:bring.desk.tag": ("removed", ["− gone"]),
        "action:wait.desk.mend": ("moved", ["→ from Bench"]),
        "action:wait.bench.mend": ("left", ["→ now in Desk"]),
        "action:fetch.customer.pay": ("changed", ["≠ was “Pays”"]),
        "action:fetch.desk.bill": ("added", ["+ new"]),
    }
    (gone,) = [path for path in drawing.paths if "removed" in path.classes]
    assert gone.id == "link:triggers:bring.customer.ask:bring.desk.look"
    (legend,) = [shape for shape in drawing.shapes if shape.id == "changes-legend"]
    assert legend.title == "+ new; − gone; → moved to here; → moved from here; ≠ changed"


def said(drawing: Drawing) -> dict[str, tuple[str, list[str]]]:
    """The state of each marked shape, and the lines on it that begin with a sign."""
    return {
        shape.id: (state, signed(shape))
        for shape in drawing.shapes
        for state in (*SIGNS,)
        if state in shape.classes
    }


def signed(shape: Shape) -> list[str]:
    inner = [shape, *(part for part in shape.parts if isinstance(part, Shape))]
    texts = [" ".join(label.lines) for each in inner for label in each.labels]
    return [text for text in texts if text[:1] in SIGNS.values()]


def test_a_step_in_another_order_says_where_it_was():
    lines = SHOP.splitlines(keepends=True)
    new = "".join([*lines[:-2], lines[-1], lines[-2]])
    (moved,) = diff(document(SHOP), document(new)).changes
    states = said(marked(diff(document(SHOP), document(new)), Look()).drawing)
    name = {"wait": "Bring", "fetch": "Wait"}[moved.path]
    assert states == {f"step:{moved.path}": ("moved", [f"→ was behind “{name}”"])}


def test_a_lane_and_a_step_of_one_id_keep_their_words_apart():
    old = SHOP.replace("id: bring", "id: desk")
    new = old.replace("name: Desk", "name: Counter")
    assert said(marked(diff(document(old), document(new)), Look()).drawing) == {
        "lane:desk": ("changed", ["≠ was “Desk”"])
    }


def test_without_changes_it_is_the_plain_picture():
    same = document(SHOP)
    assert same.blueprint is not None
    assert same.index is not None
    look = Look()
    plain = lay_out(same.blueprint, same.index, look._replace(shown=look.shown - {"time"}))
    assert marked(diff(same, same), look).drawing == plain

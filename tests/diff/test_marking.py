"""The marked picture: nothing overlaps, all that changed is marked, all that did not stays put."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint_cli.diff.between import Diff, diff
from blueprint_cli.dot import all_parts
from blueprint_cli.drawing import Drawing, Shape
from blueprint_cli.languages import LANGUAGES, language
from blueprint_cli.languages.ar import ARABIC
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.layout import lay_out
from blueprint_cli.look import Look
from blueprint_cli.marking import Marked, marked
from blueprint_cli.marking.dresses import dresses, sign
from blueprint_cli.parse import Document, read
from blueprint_cli.theme import contrast
from blueprint_cli.themes import THEMES
from blueprint_cli.themes.print import PRINT
from tests.diff.edits import Script, scripts
from tests.diff.test_properties import compared, many
from tests.formatting.messy import rewritten
from tests.layout.geometry import faults, runs, text_lines

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))
LOOKS = [Look(), Look(direction="tb"), Look(words=ARABIC, theme=PRINT)]
STATES = ("added", "removed", "moved", "left", "changed")
SIGNS = "+−→←≠"


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
            lines = [text for each in shapes[key].labels for text in each.lines]
            assert sign(state, look.words) in " ".join(lines)
    keeps_cells(found, both, look)
    assert not list(signs_in_the_way(both.drawing))


def signs_in_the_way(drawing: Drawing) -> Iterator[str]:
    """Signs of changes that stand on a text, a line, a card of others or another sign."""
    shapes, paths = all_parts(drawing)
    signs = [each for each in shapes if "change" in each.classes]
    texts = [
        Shape(line, (), "", left, top, right - left, bottom - top, "", "")
        for shape in shapes if "change" not in shape.classes
        for label in shape.labels
        for left, top, right, bottom, line in text_lines(label)
    ]  # fmt: skip
    stretches = [
        Shape(run.path, (), "", min(run.x1, run.x2), min(run.y1, run.y2),
              abs(run.x2 - run.x1), abs(run.y2 - run.y1), "", "")
        for run in runs(path for path in paths if path.id)
    ]  # fmt: skip
    beside = {id(part) for path in drawing.paths for part in path.parts}
    cards = [each for each in shapes if {"action", "step"} & {*each.classes}]
    for at, one in enumerate(signs):
        solid = cards if id(one) in beside else []
        for other in (*signs[at + 1 :], *texts, *stretches, *solid):
            apart = (
                one.right <= other.x or other.right <= one.x
                or one.bottom <= other.y or other.bottom <= one.y
            )  # fmt: skip
            if not apart:
                yield f"the sign {one.classes[-1]} stands on {other.id or other.classes}"


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


def mended() -> str:
    """The shop after a change of each kind."""
    return (
        SHOP.replace("name: Asks, triggers: look", "name: Asks")
        .replace(", time: 2m, pain_points: {id: queue, name: Queue}", ", time: 3m")
        .replace("        - {id: tag, name: Tags}\n", "")
        .replace("bench: {id: mend", "desk: {id: mend")
        .replace("Pays}", "Pays by card}, desk: Bill")
        .replace("name: Bench", "name: Workshop")
    )


def between(old: str, new: str) -> Diff:
    """What changed between two texts."""
    return diff(document(old), document(new))


def test_each_change_says_what_it_is():
    drawing = marked(between(SHOP, mended()), Look()).drawing
    assert said(drawing) == {
        "lane:bench": ("changed", ["≠ was “Bench”"]),
        "action:bring.desk.look": ("changed", ["≠ Takes 2 min → 3 min", "− Pain point “Queue”"]),
        "action:bring.desk.tag": ("removed", ["− gone"]),
        "action:wait.desk.mend": ("moved", ["→ from “Bench”"]),
        "action:wait.bench.mend": ("left", ["→ now in “Desk”"]),
        "action:fetch.customer.pay": ("changed", ["≠ was “Pays”"]),
        "action:fetch.desk.bill": ("added", ["+ new"]),
    }
    (gone,) = [path for path in drawing.paths if "removed" in path.classes]
    assert gone.id == "link:triggers:bring.customer.ask:bring.desk.look"
    assert gone.title == "Asks triggers Looks (gone)"
    (legend,) = [shape for shape in drawing.shapes if shape.id == "changes-legend"]
    assert legend.title == "Legend: new, gone, moved to here, moved from here, changed"


def said(drawing: Drawing) -> dict[str, tuple[str, list[str]]]:
    """The state of each marked shape, and the lines on it that begin with a sign."""
    return {
        shape.id: (state, signed(shape))
        for shape in drawing.shapes
        for state in STATES
        if state in shape.classes
    }


def signed(shape: Shape) -> list[str]:
    inner = [shape, *(part for part in shape.parts if isinstance(part, Shape))]
    texts = [
        " ".join(label.lines).replace("\N{NO-BREAK SPACE}", " ")
        for each in inner
        for label in each.labels
    ]
    return [text for text in texts if text[:1] in SIGNS and len(text) > 1]


def test_a_step_and_a_lane_in_another_order_leave_a_ghost_where_they_were():
    old = SHOP.replace(
        "  - {id: bench", "  - {id: till, name: Till, role: frontstage}\n  - {id: bench"
    )
    till = "  - {id: till, name: Till, role: frontstage}\n"
    new = old.replace(till, "").replace("  - {id: desk", f"{till}  - {{id: desk")
    lines = new.splitlines(keepends=True)
    new = "".join([*lines[:-2], lines[-1], lines[-2]])
    drawing = marked(between(old, new), Look()).drawing
    assert said(drawing) == {
        "lane:desk-old": ("left", ["→ now after “Till”"]),
        "lane:desk": ("moved", ["→ was after “Customer”"]),
        "step:fetch": ("moved", ["→ was after “Wait”"]),
        "step:fetch-old": ("left", ["→ now after “Bring”"]),
    }
    lanes = [shape.id for shape in drawing.shapes if "lane" in shape.classes]
    assert lanes == [f"lane:{each}" for each in ("customer", "desk-old", "till", "desk", "bench")]
    steps = [shape.id for shape in drawing.shapes if "step" in shape.classes]
    assert steps == [f"step:{each}" for each in ("bring", "fetch", "wait", "fetch-old")]


def test_the_curve_is_whole_where_a_ghost_stands_between():
    def felt(step: str, feeling: int) -> tuple[str, str]:
        return f"id: {step}, name", f"id: {step}, emotion: {feeling}, name"

    old = SHOP.replace("  - id: bring\n", "  - id: bring\n    emotion: 1\n")
    old = old.replace(*felt("wait", -2)).replace(*felt("fetch", 2))
    gone = old.replace(old[old.index("  - {id: wait") : old.index("  - {id: fetch")], "")
    silent = old.replace("emotion: -2, ", "")
    for new, dashes in ((gone, ["solid"]), (silent, ["dotted"])):
        for direction in ("lr", "tb"):
            for words in (ENGLISH, ARABIC):
                look = Look(direction="tb" if direction == "tb" else "lr", words=words)
                (curve,) = [
                    shape for shape in marked(between(old, new), look).drawing.shapes
                    if shape.id == "emotion"
                ]  # fmt: skip
                pieces = [part for part in curve.parts if "curve" in part.classes]
                assert [piece.dash for piece in pieces] == dashes


def test_a_lane_and_a_step_of_one_id_keep_their_words_apart():
    old = SHOP.replace("id: bring", "id: desk")
    new = old.replace("name: Desk", "name: Counter")
    assert said(marked(diff(document(old), document(new)), Look()).drawing) == {
        "lane:desk": ("changed", ["≠ was “Desk”"])
    }


IN_OTHER_WORDS = {
    "de": (
        ["≠ vorher „Bench“", "≠ Dauer 2 Min. → 3 Min.", "− Schmerzpunkt „Queue“", "− entfällt"],
        ["→ aus „Bench“", "→ jetzt in „Desk“", "≠ vorher „Pays“", "+ neu"],
    ),
    "fr": (
        ["≠ auparavant « Bench »", "≠ Durée 2 min → 3 min", "− Point de friction « Queue »"],
        ["− supprimé", "→ depuis « Bench »", "→ maintenant dans « Desk »", "≠ auparavant « Pays »"],
        ["+ nouveau"],
    ),
    "es": (
        ["≠ antes «Bench»", "≠ Duración 2 min → 3 min", "− Punto de dolor «Queue»"],
        ["− eliminado", "→ desde «Bench»", "→ ahora en «Desk»", "≠ antes «Pays»", "+ nuevo"],
    ),
    "zh": (
        ["≠ 原为“Bench”", "≠ 用时 2分钟 → 3分钟", "− 痛点“Queue”", "− 删除"],
        ["→ 原在“Bench”", "→ 现位于“Desk”", "≠ 原为“Pays”", "+ 新增"],
    ),
    "ja": (
        ["≠ 以前は「Bench」", "≠ 所要 2分 → 3分", "− ペインポイント「Queue」", "− 削除"],
        ["→ 「Bench」から", "→ 現在は「Desk」", "≠ 以前は「Pays」", "+ 追加"],
    ),
    "ar": (
        ["≠ كان «Bench»", "≠ المدة 2 د ← 3 د", "− نقطة ألم «Queue»", "− محذوف"],
        ["← من «Bench»", "← الآن في «Desk»", "≠ كان «Pays»", "+ جديد"],
    ),
}


@pytest.mark.parametrize("code", IN_OTHER_WORDS)
def test_cards_speak_the_language_of_the_picture(code):
    words = language(code, ())
    drawing = marked(between(SHOP, mended()), Look(words=words)).drawing
    lines = {_plain(line) for _, told in said(drawing).values() for line in told}
    assert lines == {line for row in IN_OTHER_WORDS[code] for line in row}
    (legend,) = [shape for shape in drawing.shapes if shape.id == "changes-legend"]
    assert legend.title == words.legend + words.colon + words.comma.join(words.changes.values())


def _plain(text: str) -> str:
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


@pytest.mark.parametrize("words", LANGUAGES, ids=lambda words: words.code)
def test_every_key_that_comes_or_goes_is_told(words):
    full = document(TOUR.read_text(encoding="utf-8"), TOUR.name)
    bare = document(rewritten(0, without(BARE, json.loads(json.dumps(values(full.root))))))
    for found, alone in ((diff(bare, full), "+"), (diff(full, bare), "−")):
        english, other = (
            [
                text
                for _, told in said(marked(found, Look(words=each)).drawing).values()
                for text in told
            ]
            for each in (ENGLISH, words)
        )
        assert [text[0] for text in other] == [
            "←" if words.rtl and text[0] == "→" else text[0] for text in english
        ]
        assert sum(text[0] == alone for text in other) > 20


TOUR = next(path for path in SAMPLES if path.stem == "hotel-full")
BARE = {"blueprint", "lanes", "steps", "actions", "id", "name", "role", "triggers", "needs"}
"""Keys without which nothing can be told apart."""


def without(kept: set[str], value: object) -> object:
    """The value with these keys alone; all lanes and references stay."""
    if isinstance(value, list):
        return [without(kept, each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        word: {lane: without(kept, each) for lane, each in held.items()}
        if word == "actions" and isinstance(held, dict)
        else without(kept, held)
        for word, held in value.items()
        if word in kept or word == "action"
    }


FIGURES = """\
      desk:
        id: look
        name: Looks
        wait: 0m..4m
        tolerance: 10m
        cost: 1.5
        uses: [till]
        fail_point: {name: Falls, recovery: Lends a phone from the box by the window}
        pain_points:
          - {id: queue, name: Queue, severity: 4, frequency: 0.5, causes: till, status: planned}
"""
OTHER_FIGURES = """\
      desk:
        id: look
        name: Looks
        wait: 0m..9m
        tolerance: 10m
        uses: [scale]
        fail_point: {name: Falls, recovery: Calls the neighbour's shop and pays for the way there}
        pain_points:
          - {id: queue, name: Long queue, severity: 2, frequency: 0.25, causes: scale, status: open}
"""


def test_figures_texts_and_lists_are_told_as_the_picture_writes_them():
    head = (
        "blueprint: Shop\nresources: [{id: till, name: Till}, {id: scale, name: Scale}]\n"
        "lanes: [{id: desk, name: Desk, role: frontstage}]\nsteps:\n  - name: Bring\n    actions:\n"
    )
    found = between(head + FIGURES, head + OTHER_FIGURES)
    assert said(marked(found, Look()).drawing)["action:bring.desk.look"] == (
        "changed",
        [
            "≠ Wait 0–4 min → 0–9 min",
            "− Cost 1.5",
            "− Uses “Till”",
            "+ Uses “Scale”",
            "≠ Fail point “Falls”: Recovery: was “Lends a phone from the box by the window”",
            (
                "≠ Pain point “Long queue”: was “Queue”, severity 4 → 2 of 5, Share of customers"
                " 50 % → 25 %, − Comes from: “Till”, + Comes from: “Scale”, planned → open"
            ),
        ],
    )


def test_the_card_where_an_arrow_begins_tells_what_the_arrow_said():
    before = (
        "blueprint: Shop\nlanes: [{id: desk, name: Desk, role: frontstage}]\nsteps:\n"
        "  - {name: Bring, actions: {desk: {id: look, name: Looks, triggers: [\n"
        "      {action: mend, when: it is broken, share: 0.3}, {action: bill, name: calls}]}}}\n"
        "  - {name: Wait, actions: {desk: [{id: mend, name: Mends}, {id: bill, name: Bills}]}}\n"
    )
    now = before.replace("it is broken, share: 0.3", "it can be mended, share: 0.5")
    now = now.replace(", name: calls", "")
    lines = [
        "≠ triggers “Mends”: “it is broken” → “it can be mended”, 30 % → 50 %",
        "≠ triggers “Bills”: was “calls”",
    ]
    there = marked(between(before, now), Look()).drawing
    assert said(there) == {"action:bring.desk.look": ("changed", lines)}
    assert {each.id for each in there.paths if "changed" in each.classes} == {
        "link:triggers:bring.desk.look:wait.desk.mend",
        "link:triggers:bring.desk.look:wait.desk.bill",
    }


def test_settings_choose_words_and_size(tmp_path):
    (tmp_path / "bp.toml").write_text('[render]\nlang = "de"\nscale = 2\n', encoding="utf-8")
    for name, text in (("old", SHOP), ("new", mended())):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    svg, png = (
        run(
            [sys.executable, "-m", "blueprint_cli", "diff", "old.yaml", "new.yaml", "-f", form],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
            capture_output=True,
            check=True,
        ).stdout
        for form in ("svg", "png")
    )
    assert "hierher verschoben" in svg.decode()
    look = Look(words=language("de", ()))
    width = marked(between(SHOP, mended()), look).drawing.width
    assert int.from_bytes(png[16:20], "big") == pytest.approx(2 * width * 96 / 72, abs=2)


def test_what_is_told_of_the_whole_stands_below_the_title():
    new = SHOP.replace("blueprint: Phone repair", "blueprint: Repairs\nstate: future\nowner: Ana")
    (title,) = [
        shape for shape in marked(between(SHOP, new), Look()).drawing.shapes
        if shape.id == "title-block"
    ]  # fmt: skip
    assert signed(title) == [
        "≠ was “Phone repair”",
        "≠ Current state → Future state",
        "+ Owner “Ana”",
    ]


def test_what_is_gone_counts_no_more():
    old = SHOP.replace("bench: {id: mend,", "bench: {id: mend, pain_points: Dust,").replace(
        "name: Wait,", "name: Wait, emotion: -2, thinks: When, "
    )
    new = old.replace(old[old.index("  - {id: wait") : old.index("  - {id: fetch")], "")
    drawing = marked(between(old, new), Look()).drawing
    assert said(drawing) == {
        "step:wait": ("removed", ["− gone"]),
        "action:wait.bench.mend": ("removed", ["− gone", "− Pain point “Dust”"]),
    }
    kinds = {each.classes for shape in drawing.shapes for each in shape.parts}
    assert ("feeling",) not in kinds
    (header,) = [shape for shape in drawing.shapes if shape.id == "step:wait"]
    assert [part.classes for part in header.parts] == [("sign", "change", "removed")]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_marked_is_seen_in_every_theme(theme):
    grounds = (theme.page, theme.card, *(lane.band for lane in theme.lanes.values()))
    worn = dresses(theme)
    assert min(contrast(worn[state].color, each) for state in STATES for each in grounds) >= 4.5
    if theme is PRINT:
        assert {worn[state].color for state in STATES} == {theme.text}
    drawing = marked(between(SHOP, mended()), Look(theme=theme)).drawing
    for shape in drawing.shapes:
        for label in shape.labels:
            if {"removed", "left"} & set(shape.classes):
                assert contrast(label.color, shape.fill) >= theme.least.text


@pytest.mark.parametrize("words", [ENGLISH, ARABIC], ids=["ltr", "rtl"])
@pytest.mark.parametrize("direction", ["lr", "tb"])
def test_everything_marked_has_a_sign_where_its_language_ends(words, direction):
    look = Look(words=words, direction="tb" if direction == "tb" else "lr")
    drawing = marked(between(SHOP, mended()), look).drawing
    for shape in (each for each in drawing.shapes if "action" in each.classes):
        signs = [part for part in shape.parts if "change" in part.classes]
        states = {*shape.classes} & {*STATES}
        assert [each.classes[-1] for each in signs] == list(states)
        for each in signs:
            assert [label.lines for label in each.labels] == [(sign(*states, words),)]
            assert each.x < shape.x if words.rtl else each.right > shape.right
    gone = [path for path in drawing.paths if "removed" in path.classes]
    assert [part.classes[-1] for path in gone for part in path.parts] == ["removed"]


def test_the_legend_of_changes_is_mirrored():
    ends = []
    for words in (ENGLISH, ARABIC._replace(changes=ENGLISH.changes)):
        drawing = marked(between(SHOP, mended()), Look(words=words)).drawing
        (legend,) = [shape for shape in drawing.shapes if shape.id == "changes-legend"]
        samples = [part for part in legend.parts if "legend-sample" in part.classes]
        texts = [part for part in legend.parts if "legend-text" in part.classes]
        assert len(samples) == len(texts) == 5
        if words.rtl:
            ends.append([round(drawing.width - each.right, 3) for each in samples + texts])
            assert all(text.right < each.x for text, each in zip(texts, samples, strict=True))
        else:
            ends.append([round(each.x, 3) for each in samples + texts])
    assert ends[0] == ends[1]


def test_a_narrow_picture_has_a_legend_of_several_rows():
    old = (
        "blueprint: A\nlanes: [{id: a, name: A, role: frontstage}]\n"
        "steps: [{name: B, actions: {a: [C, D, {id: e, name: E}]}}, {name: F, actions: {}}]\n"
    )
    new = (
        old.replace("[C, D, {id: e, name: E}]", "[G, {name: Some D, was: d}]")
        .replace("{name: F, actions: {}}", "{name: F, actions: {a: {id: e, name: E}}}")
    )  # fmt: skip
    drawing = marked(between(old, new), Look(direction="tb", words=language("de", ()))).drawing
    (legend,) = [shape for shape in drawing.shapes if shape.id == "changes-legend"]
    assert {part.classes[-1] for part in legend.parts} == {*STATES}
    assert len({part.y for part in legend.parts if "legend-text" in part.classes}) == 2
    assert legend.right <= drawing.width
    assert legend.bottom <= drawing.height


def test_without_changes_it_is_the_plain_picture():
    same = document(SHOP)
    assert same.blueprint is not None
    assert same.index is not None
    look = Look()
    plain = lay_out(same.blueprint, same.index, look._replace(shown=look.shown - {"time"}))
    assert marked(diff(same, same), look).drawing == plain

"""Every card stands whole on one page, every page names its lanes and steps, nothing overlaps."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint_cli.drawing import Drawing
from blueprint_cli.drawing import Path as Line
from blueprint_cli.languages.ar import ARABIC
from blueprint_cli.languages.en import ENGLISH
from blueprint_cli.layout import lay_out
from blueprint_cli.look import Direction, Look
from blueprint_cli.papers import MARGIN
from blueprint_cli.parse import parse
from blueprint_cli.sheets import PAPERS, sheets
from blueprint_cli.sheets.cuts import Grid
from blueprint_cli.sheets.parts import split
from blueprint_cli.source import Source
from blueprint_cli.words import Words
from tests.layout.blueprints import blueprints
from tests.paper.pages import faults, outside, whole

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))


def drawn(text: str, direction: Direction = "lr", words: Words = ENGLISH) -> Drawing:
    document = parse(Source("case.yaml", text))
    assert document.blueprint is not None
    assert document.index is not None
    return lay_out(document.blueprint, document.index, Look(direction=direction, words=words))


@pytest.mark.parametrize("paper", ["a5", "a4", "letter", "a3"])
@pytest.mark.parametrize("direction", ["lr", "tb"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_cut_between_cards(sample, direction, paper):
    drawing = drawn(sample.read_text("utf-8"), direction)
    assert faults(drawing, sheets(drawing, PAPERS[paper], ENGLISH)) == []


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("direction", ["lr", "tb"])
def test_pages_are_read_leftward_where_the_language_is(direction, paper):
    sample = next(each for each in SAMPLES if each.stem == "clinic-ar")
    drawing = drawn(sample.read_text("utf-8"), direction, ARABIC)
    assert drawing.rtl
    found = sheets(drawing, PAPERS[paper].turned("portrait"), ARABIC)
    assert faults(drawing, found) == []
    first = {shape.id: shape for shape in found[0].drawing.shapes}
    assert {shape.x < first["title-block"].right for shape in first.values()} == {True}
    steps = [shape for shape in drawing.shapes if "step" in shape.classes]
    assert steps[0].id in first


@settings(deadline=None, max_examples=40)
@given(blueprints(), st.sampled_from(sorted(PAPERS)), st.sampled_from(["lr", "tb"]))
def test_every_picture_is_cut_between_cards(text, paper, direction):
    drawing = drawn(text, direction)
    assert faults(drawing, sheets(drawing, PAPERS[paper], ENGLISH)) == []


def test_paper_is_held_so_that_there_are_fewer_pages():
    drawing = drawn(next(each for each in SAMPLES if each.stem == "day-surgery").read_text("utf-8"))
    free = sheets(drawing, PAPERS["a4"], ENGLISH)
    held = [
        sheets(drawing, PAPERS["a4"].turned(turn), ENGLISH) for turn in ("portrait", "landscape")
    ]
    assert len(free) == min(map(len, held))
    assert [found[0].paper.turn for found in held] == ["portrait", "landscape"]


def test_a_card_that_is_larger_than_a_page_makes_all_smaller():
    text = TALL.replace("NAME", "very long " * 400)
    drawing = drawn(text)
    found = sheets(drawing, PAPERS["a5"], ENGLISH)
    assert faults(drawing, found) == []
    assert found[0].scale < 1
    assert len({sheet.scale for sheet in found}) == 1


@pytest.mark.parametrize("paper", ["a5", "a0"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_fit_puts_all_on_one_page(sample, paper):
    drawing = drawn(sample.read_text("utf-8"))
    (sheet,) = sheets(drawing, PAPERS[paper], ENGLISH, fit=True)
    assert [*outside(sheet), *whole(drawing, (sheet,))] == []
    used = max(shape.right for shape in sheet.drawing.shapes) * sheet.scale + MARGIN
    high = max(shape.bottom for shape in sheet.drawing.shapes) * sheet.scale + MARGIN
    assert high == pytest.approx(sheet.paper.height) or used == pytest.approx(sheet.paper.width)


def test_page_numbers_and_where_arrows_go_on():
    drawing = drawn(next(each for each in SAMPLES if each.stem == "hotel-full").read_text("utf-8"))
    found = sheets(drawing, PAPERS["a4"], ENGLISH)
    leads = set()
    for number, sheet in enumerate(found, 1):
        shapes = sheet.drawing.shapes
        (told,) = [s.labels[0].text for s in shapes if "page-number" in s.classes]
        assert told == f"Page {number} of {len(found)}"
        here = {int(s.labels[0].text) for s in shapes if "goes-on" in s.classes and s.labels}
        assert number not in here
        leads |= here
    assert leads
    assert max(leads) <= len(found)


def test_a_curve_stays_one_curve_when_it_is_cut():
    points = ((0.0, 0.0), (40.0, 0.0), (60.0, 90.0), (100.0, 90.0))
    curve = Line("", ("curve",), "", points, "#000000", curved=True)
    one, two = split(curve, Grid((0.0, 30.0, 100.0), (0.0, 100.0)))
    assert (one.cell, two.cell) == ((0, 0), (0, 1))
    assert one.path.points[0] == points[0]
    assert two.path.points[-1] == points[-1]
    assert one.path.points[-1] == two.path.points[0]
    assert one.path.points[-1][0] == 30.0
    (ax, ay), (bx, by) = one.path.points[-2:]
    (cx, cy), (dx, dy) = two.path.points[:2]
    assert (by - ay) / (bx - ax) == pytest.approx((dy - cy) / (dx - cx))


# The checks themselves must be able to fail.


def test_faulty_pages_are_found():
    drawing = drawn(next(each for each in SAMPLES if each.stem == "hotel-full").read_text("utf-8"))
    good = sheets(drawing, PAPERS["a4"], ENGLISH)
    at = next(n for n, s in enumerate(good) if any("link" in p.classes for p in s.drawing.paths))
    shapes = good[at].drawing.shapes
    card = next(shape for shape in shapes if "action" in shape.classes)
    lane = next(shape for shape in shapes if "lane" in shape.classes and shape.labels)
    link = next(n for n, path in enumerate(good[at].drawing.paths) if "link" in path.classes)
    paths = list(good[at].drawing.paths)
    cases = {
        "cards are missing": [each for each in shapes if each is not card],
        "stands 0 times": [each for each in shapes if each is not card],
        "does not name the lane": [
            each._replace(labels=()) if "lane" in each.classes else each for each in shapes
        ],
        "leaves what is printed": [
            each._replace(x=3.0) if each is card else each for each in shapes
        ],
        "overlaps": [*shapes, card._replace(id=f"{card.id}-2", x=card.x + 5)],
        "leaves its box": [each._replace(width=9.0) if each is card else each for each in shapes],
        "stands twice": [*shapes, lane],
    }
    assert faults(drawing, good) == []
    for word, faulty in cases.items():
        page = good[at]._replace(drawing=good[at].drawing._replace(shapes=tuple(faulty)))
        found = faults(drawing, (*good[:at], page, *good[at + 1 :]))
        assert any(word in fault for fault in found), word
    del paths[link]
    page = good[at]._replace(drawing=good[at].drawing._replace(paths=tuple(paths)))
    assert any("links" in fault for fault in faults(drawing, (*good[:at], page, *good[at + 1 :])))


TALL = """
blueprint: Tall
lanes:
  - {id: guest, name: Guest, role: customer}
  - {id: desk, name: Desk, role: frontstage}
steps:
  - name: One
    actions: {guest: Asks, desk: NAME}
  - name: Two
    actions: {desk: Signs}
"""

"""docs/compare is what its figures, its sources and the samples say; no other tool is needed."""

import json
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "compare"
sys.path.insert(0, str(ROOT / "tools"))

from compare import HEAVIEST, blueprint_of, sources  # noqa: E402 - found by the path above
from compare_facts import facts  # noqa: E402 - found by the path above
from compare_page import SAMPLES, TOOLS, page_of  # noqa: E402 - found by the path above
from compare_reading import Found, Line, Text  # noqa: E402 - found by the path above
from compare_told import Card, Told, told  # noqa: E402 - found by the path above

RESULTS = json.loads((FOLDER / "results.json").read_text(encoding="utf-8"))


def test_the_page_says_what_was_measured():
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == page_of(RESULTS)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_picture_is_there_and_small(sample):
    for tool in TOOLS:
        found = RESULTS["samples"][sample][tool]
        picture = FOLDER / sample / f"{tool}.png"
        assert "missing" in found or picture.read_bytes().startswith(b"\x89PNG")
        assert "missing" in found or picture.stat().st_size <= HEAVIEST


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_sources_are_made_from_the_sample(sample):
    for name, text in sources(told(*blueprint_of(sample))).values():
        written = (FOLDER / sample / name).read_text(encoding="utf-8")
        assert written == text, "python tools/compare.py"


@pytest.mark.parametrize("sample", SAMPLES)
def test_ours_keeps_the_hard_list(sample):
    ours = RESULTS["samples"][sample]["bp"]
    wrong = ("overlapping cards", "arrows through cards", "arrows on arrows", "texts on texts")
    assert {name: ours[name] for name in (*wrong, "cut texts")} == dict.fromkeys(
        (*wrong, "cut texts"), 0
    )
    assert all(there == wanted for there, wanted in ours["said"].values())


# What is measured: two lanes and two steps, 100 apart

CARDS = tuple(
    Card(f"{step}.{lane}", f"card {step} {lane}", (), step, lane)
    for step in (0, 1)
    for lane in (0, 1)
)
WHAT = Told(
    name="",
    lanes=(("one", "", ""), ("two", "", "")),
    steps=tuple(Card(str(step), f"step {step}", (), step) for step in (0, 1)),
    cards=CARDS,
    arrows=(),
    ids={card.key: f"c{number}" for number, card in enumerate(CARDS)} | {"0": "s0", "1": "s1"},
)
BOXES = {
    f"c{number}": (card.step * 100, card.lane * 100, card.step * 100 + 60, card.lane * 100 + 40)
    for number, card in enumerate(CARDS)
}


def straight(start, end, *corners):
    """An arrow through corners, with a point every unit."""
    points = []
    for (x, y), (to_x, to_y) in pairwise(corners):
        count = int(max(abs(to_x - x), abs(to_y - y)))
        points += [
            (x + (to_x - x) * at / count, y + (to_y - y) * at / count) for at in range(count)
        ]
    return Line(start, end, [*points, corners[-1]])


def measured(lines=(), texts=(), **moved):
    found = Found(200, 200, BOXES | moved, list(lines), list(texts), emotion=False)
    return facts(found, WHAT, {"cards": [card.name for card in CARDS]})


def test_a_picture_without_fault_has_none():
    figures = measured([straight("c0", "c1", (30, 40), (30, 100))])
    assert (
        figures["steps in order"] == figures["lanes in order"] == figures["steps aligned"] == [2, 2]
    )
    faults = [name for name in figures if re.match("arrows|overlapping|crossings|cut", name)]
    assert [figures[name] for name in faults] == [0] * len(faults)


def test_cards_that_leave_their_place_are_counted():
    assert measured(c1=(10, 10, 70, 50))["overlapping cards"] == 1
    assert measured(c1=(100, 50, 160, 90))["steps in order"] == [0, 2]
    assert measured(c2=(100, 100, 160, 140))["lanes in order"] == [0, 2]
    assert measured(c1=(70, 100, 90, 140))["steps aligned"] == [1, 2]


def test_arrows_that_go_wrong_are_counted():
    down, across = (
        straight("c0", "c1", (30, 40), (30, 100)),
        straight("c0", "c2", (60, 70), (0, 70)),
    )
    assert measured([down, across])["crossings"] == 1
    assert measured([down])["arrows through cards"] == 0
    assert measured([straight("c2", "c3", (30, 40), (30, 160))])["arrows through cards"] == 1
    assert measured([across])["arrows that miss their card"] == 1
    beside = straight("c2", "c3", (30, 50), (30, 90))
    assert measured([down, beside])["arrows on arrows"] == 1
    assert measured([down, straight("c0", "c3", (30, 50), (30, 90))])["arrows on arrows"] == 0


def test_texts_that_do_not_fit_are_counted():
    inside, wide = Text("card 0 0", 10, [(5, 5, 50, 20)]), Text("card 0 0", 10, [(5, 5, 90, 20)])
    assert measured(texts=[inside])["cut texts"] == 0
    assert measured(texts=[wide])["cut texts"] == 1
    assert measured(texts=[inside, wide])["texts on texts"] == 1
    assert measured(texts=[inside])["said"] == {"cards": [1, 4]}
    name = Text("elsewhere", 10, [(20, 60, 60, 75)])
    assert measured([straight("c0", "c1", (30, 40), (30, 100))], [name])["arrows over texts"] == 1

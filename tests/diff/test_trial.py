"""The threshold of likeness is the best one of the trial; real pairs give the exact list."""

import json
from pathlib import Path

import pytest

from blueprint_cli.diff.between import Diff, diff
from blueprint_cli.diff.likeness import likeness
from blueprint_cli.diff.matching import ALIKE
from blueprint_cli.parse import read
from tools import diff_trial

SAMPLES = Path(__file__).parents[2] / "samples"
FIGURES = json.loads(diff_trial.FIGURES.read_text(encoding="utf-8"))


def compared(old: Path, new: Path) -> Diff:
    return diff(*(read(path.read_bytes(), path.name) for path in (old, new)))


def test_the_threshold_is_the_best_one_of_the_trial():
    marks = {
        row["at"]: diff_trial.judged(
            *(sum(row[name][word] for name in FIGURES["trials"])
              for word in ("right", "wrong", "missed"))
        )[2]
        for row in FIGURES["thresholds"]
    }  # fmt: skip
    assert max(marks, key=marks.__getitem__) == FIGURES["alike"] == ALIKE


@pytest.mark.parametrize(
    "trial", [*diff_trial.made_by_hand(), *diff_trial.unrelated()], ids=lambda trial: trial.name
)
def test_the_trial_finds_what_is_written_down(trial):
    row = next(row for row in FIGURES["thresholds"] if row["at"] == ALIKE)
    assert diff_trial.outcome(trial, ALIKE) == row[trial.name]


def test_burger_gives_the_list_that_a_person_would_write():
    found = compared(SAMPLES / "burger-v1.yaml", SAMPLES / "burger-v2.yaml")
    order, eat, leave = (
        f"'{name}'"
        for name in ("Arrives and orders", "Finds a table and eats", "Cleans up and leaves")
    )
    told = [f"{each.effect} {each.message}".replace(" Frontstage:", "") for each in found.changes]
    assert sorted(told) == sorted([
        "visible 'Building' is gone",
        "visible 'Paper menu' is gone",
        "visible 'Paper menu' is gone",
        "visible 'Electronic menu' is gone",
        f"visible 'Counter' moves from {eat} to {order}",
        f"visible 'Cash register' moves from {eat} to {order}",
        f"visible 'Card reader' moves from {eat} to {order}",
        f"visible 'Paper goods' moves from {leave} to {eat}",
        "editorial 'Condiment containers' is now called 'Condiment counter and containers'",
        f"visible 'Condiment counter and containers' moves from {leave} to {eat}",
        "visible 'Condiment counter' is gone",
        f"visible 'Napkins' moves from {leave} to {eat}",
        f"visible 'Cutlery' moves from {leave} to {eat}",
        "visible 'Trash bin' is new",
        "visible 'Tray return' is new",
    ])  # fmt: skip


def test_hotel_told_in_full_keeps_all_that_the_short_one_has():
    found = compared(SAMPLES / "hotel.yaml", SAMPLES / "hotel-full.yaml")
    assert not [each.message for each in found.changes if each.kind in {"removed", "moved"}]
    noticed = [each for each in found.changes if each.effect == "visible" and each.kind != "added"]
    assert {each.field for each in noticed} == {"channel", "touchpoint", "uses"}
    assert {each.element for each in found.changes if each.effect == "worse"} == {
        "pain_point",
        "fail_point",
    }


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Books a room", "books  a ROOM", 1),
        ("Books a room", "A room books", 1),  # the same words
        ("Books the room", "Books room", 18 / 22),  # 9 pairs of 13 and 9; of words 2 of 3 and 2
        ("abcd", "abce", 2 / 3),  # 2 pairs of 3 and 3
        ("aaaa", "aa", 0.5),  # a pair that is there three times, and once
        ("Pays", "Signs", 0),
        ("检查手机", "检查", 2 / 3),  # each character is a word
        ("", "Signs", 0),
    ],
)
def test_likeness_is_what_two_names_share(one, other, alike):
    assert likeness(one, other) == likeness(other, one) == pytest.approx(alike)

"""docs/history.md names the keys of the JSON of `bp history`, all of them and no others."""

import json
import re
from pathlib import Path

from blueprint_cli.report.versions import FIGURES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "history.md").read_text(encoding="utf-8")
PRINTED = json.loads(re.search(r"--output-format json\n(.*?)```", PAGE, re.DOTALL)[1])
"""What a session of the page prints, which is replayed by another test."""


def keys_of(heading):
    """The keys of the first table below a line."""
    _, _, below = PAGE.partition(f"{heading}\n")
    rows = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)[0]
    return re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE)


def test_keys_of_the_whole_and_of_a_version():
    assert keys_of("## For programs") == list(PRINTED)
    assert keys_of("Each version has:") == list(PRINTED["versions"][0])


def test_keys_of_figures_and_moves():
    _, _, below = PAGE.partition("\n`figures` are ")
    quoted = re.findall(r"`(\w+)`", below)
    known = [each.key for each in FIGURES]
    assert [key for key in quoted if key in {*known, "currency"}] == [*known, "currency"]
    (version,) = PRINTED["versions"]
    assert list(version["figures"]) == [*known, "currency"]
    assert all(set(each) <= set(quoted) for each in version["moved"])

"""docs/log.md names the keys of the JSON of `bp log` and `bp blame`, all of them and no others."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.history.repos import Repo, shop

PAGE = (Path(__file__).parents[2] / "docs" / "log.md").read_text(encoding="utf-8")


def keys_behind(sentence):
    """The keys of the first table behind a sentence."""
    _, _, below = PAGE.partition(sentence)
    rows = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)[0]
    return re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE)


@pytest.mark.parametrize(
    ("command", "entries", "sentence"),
    [("log", "commits", "`bp log` prints"), ("blame", "elements", "`bp blame` prints")],
)
def test_keys(tmp_path, command, entries, sentence):
    path = Repo(tmp_path / "repo").save("shop.yaml", shop(), "Begin")
    words = [sys.executable, "-m", "blueprint_cli", command, path, "--output-format", "json"]
    told = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
    named = re.findall(r"`(\w+)`", PAGE.partition(sentence)[2].partition("Each has")[0])
    assert list(told) == named
    assert list(told[entries][0]) == keys_behind(sentence)

"""The arrows of the samples' pictures are no worse than benchmarks/quality.json says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
KEPT = json.loads((BENCHMARKS / "quality.json").read_text("utf-8"))
SAMPLES = sorted(path.stem for path in (BENCHMARKS.parent / "samples").glob("*.yaml"))
ALLOWED = {"crossings": 0, "bends": 0, "detour": 0.02}
"""A text that became longer or shorter moves cards, and with them how far arrows go."""


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, float]]:
    """What the script finds now, in the samples and the hubs."""
    command = [sys.executable, "quality.py", "--only", *SAMPLES, "hub", "--output", "-"]
    ran = subprocess.run(command, cwd=BENCHMARKS, capture_output=True, check=True)
    return json.loads(ran.stdout)


@pytest.mark.parametrize("name", [*SAMPLES, "hub"])
def test_arrows_are_no_worse(name: str, found: dict[str, dict[str, float]]) -> None:
    worse = [key for key, more in ALLOWED.items() if found[name][key] > KEPT[name][key] + more]
    assert worse == [], (
        f"{name}: {found[name]}, was {KEPT[name]}; if it is worth it: python benchmarks/quality.py"
    )

"""How long each stage takes, from a small blueprint to a huge one, and how that grows.

Every figure is the median of several runs, taken in turn, so that a busy moment hits all stages
alike. Ratios are between figures of one run and are what to look at; milliseconds depend on the
machine.

    python benchmarks/run.py                    # prints the tables and writes benchmarks/results.json
    python benchmarks/run.py --runs 3 --sizes 5x4 20x8 --output -
"""

import argparse
import gc
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib import metadata
from math import log2
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import yaml
from generate import generate

HERE = Path(__file__).parent
SIZES = {
    "5x4": {"steps": 5, "lanes": 4, "cards": 12, "links": 25},
    "20x8": {"steps": 20, "lanes": 8, "cards": 96, "links": 200},
    "60x12": {"steps": 60, "lanes": 12, "cards": 432, "links": 900},
    "100x16": {"steps": 100, "lanes": 16, "cards": 960, "links": 2000},
    "200x20": {"steps": 200, "lanes": 20, "cards": 2400, "links": 5000},
}
BASE = "20x8"
"""The size that growth is told against; smaller ones are mostly start-up."""

Step = tuple[str, Callable[[Any], Any]]


class Finished(NamedTuple):
    """A process that ended: seconds by the clock, and the most memory that it held, in MiB."""

    seconds: float
    memory: float


def main() -> None:
    """Measure, print the tables, write the figures."""
    options = _options()
    start = _start_up(options.runs)
    rows = {size: _measure(SIZES[size], options.runs) for size in options.sizes}
    figures = {"versions": _versions(), "start_up": start, "sizes": rows}
    _print(figures)
    text = json.dumps(figures, indent=2) + "\n"
    if options.output == "-":
        print(text, end="")
    else:
        Path(options.output).write_text(text, encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure every stage, and print a table.")
    parser.add_argument("--runs", type=int, default=7, help="runs of each measurement (default 7)")
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--output", default=str(HERE / "results.json"), help="a file, or -")
    return parser.parse_args()

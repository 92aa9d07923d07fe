"""The generator of benchmarks/ makes what it is asked for, and the script that measures runs."""

import json
import subprocess
import sys
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis.strategies import integers

from blueprint_cli.parse import parse
from blueprint_cli.source import Source

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def script(name):
    """A script of benchmarks/, which is no package."""
    spec = spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


generate = script("generate").generate
few = integers(min_value=1, max_value=12)


@settings(max_examples=60, deadline=None)
@given(steps=few, lanes=few, cards=integers(0, 60), share=integers(0, 100), seed=integers(0, 99))
def test_exactly_as_many_as_asked_for_and_no_problem(steps, lanes, cards, share, seed):
    links = cards * (cards - 1) // 2 * share // 100
    text = generate(steps=steps, lanes=lanes, cards=cards, links=links, seed=seed)
    found = parse(Source("generated.yaml", text))
    assert found.problems == ()
    assert (len(found.blueprint.steps), len(found.blueprint.lanes)) == (steps, lanes)
    assert (len(found.index.actions), len(found.index.links)) == (cards, links)


def test_the_same_seed_gives_the_same_text():
    size = {"steps": 20, "lanes": 8, "cards": 96, "links": 200}
    assert generate(**size, seed=3) == generate(**size, seed=3) != generate(**size, seed=4)


def test_most_links_stay_near():
    text = generate(steps=60, lanes=12, cards=432, links=900)
    index = parse(Source("generated.yaml", text)).index
    where = {placed.key: placed for placed in index.actions}
    near = Counter(
        abs(where[link.start].step - where[link.end].step) <= 2
        and abs(where[link.start].lane - where[link.end].lane) <= 2
        for link in index.links
    )
    assert near[True] > 8 * near[False] > 0


def test_more_links_than_pairs_are_refused():
    with pytest.raises(ValueError, match="2 links do not fit between 2 cards"):
        generate(steps=2, lanes=1, cards=2, links=2)


def test_the_benchmarks_run():
    command = [sys.executable, "run.py", "--runs", "1", "--sizes", "5x4", "--output", "-"]
    ran = subprocess.run(command, cwd=BENCHMARKS, capture_output=True, check=True)
    figures = json.loads(ran.stdout)
    assert figures["sizes"]["5x4"]["seconds"].keys() >= {"compose", "read", "lay out", "Graphviz"}
    assert figures["sizes"]["5x4"]["process"]["memory"] > 1

"""docs/analysis.md defines every figure: all measures of the code are on it, and what names one."""

import ast
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

import blueprint_cli
from blueprint_cli.report.content import Facts, Table
from blueprint_cli.report.figures import FIGURES
from tools.analysis_docs import FAMILIES, reported

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "analysis.md").read_text(encoding="utf-8")
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
MEASURES = [measure for family in FAMILIES for measure in family.measures]
KEYS = [measure.key for measure in MEASURES]
PLACES = {"Column": 3, "Fact": 5}
"""Where `measure` stands among the fields of what names one."""


def defining():
    """Every module of the package that defines measures."""
    for found in pkgutil.walk_packages(blueprint_cli.__path__, "blueprint_cli."):
        source = ROOT.joinpath(*found.name.split("."))
        path = source / "__init__.py" if found.ispkg else source.with_suffix(".py")
        if "MEASURES" in path.read_text(encoding="utf-8"):
            yield import_module(found.name)


def test_every_measure_of_the_code_is_on_the_page():
    known = {measure for module in defining() for measure in getattr(module, "MEASURES", ())}
    assert known == set(MEASURES)
    for measure in MEASURES:
        assert f"### {measure.name}\n" in PAGE
        assert f"| `{measure.key}` | |\n" in PAGE


def test_keys_and_headings_are_unique():
    assert len(set(KEYS)) == len(KEYS)
    headings = re.findall("^#+ (.+)$", PAGE, re.MULTILINE)
    assert len({heading.lower() for heading in headings}) == len(headings)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_what_a_report_tells_names_measures_that_exist(sample):
    named = {
        each.measure
        for section in reported(sample).sections
        for block in section.blocks
        if isinstance(block, Table | Facts)
        for each in (block.columns if isinstance(block, Table) else block.facts)
    }
    assert named <= {"", *KEYS}


def test_what_the_code_names_as_measures_exists():
    named = [each for path in (ROOT / "blueprint_cli").rglob("*.py") for each in written(path)]
    assert len(named) > 20
    assert [each for each in named if each not in {"", *KEYS}] == []


def written(path):
    """The measures that calls of `Column` and `Fact` name as plain texts."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = PLACES.get(node.func.id)
            if place is not None:
                found = [word.value for word in node.keywords if word.arg == "measure"]
                found += node.args[place : place + 1]
                yield from (each.value for each in found if isinstance(each, ast.Constant))


def test_every_key_of_the_json_is_defined():
    _, _, keys = PAGE.partition("\n## Keys of the JSON\n")
    defined = dict(
        re.findall(r"^\| `(\w+)` \| .* \| \[[^\]]*\]\(#([^)]*)\) \|$", keys, re.MULTILINE)
    )
    assert list(defined) == [figure.key for figure in FIGURES]


def test_most_measures_have_an_example():
    with_example = re.findall(r"^\| example \| .+ \|$", PAGE, re.MULTILINE)
    assert len(with_example) > len(MEASURES) / 2
